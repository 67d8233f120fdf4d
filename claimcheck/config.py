"""The configuration of a newsroom: `claimcheck.toml` or `[tool.claimcheck]`, nearest upward."""

import os
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from claimcheck.errors import ConfigError
from claimcheck.names import nearest

FILE = "claimcheck.toml"


class Config(NamedTuple):
    """What a newsroom has set; `root` is the folder that its references and vocabulary lie in."""

    root: str
    file: str | None = None
    """The file it comes from, None for the defaults."""
    paths: tuple[str, ...] = (".",)
    """What `check` without paths looks at, relative to the root."""
    references: tuple[str, ...] = ("**",)
    """Globs of the reference files that apply, relative to the root."""
    exclude: tuple[str, ...] = ()
    """Globs of files that are not looked at when a folder is checked."""
    select: tuple[str, ...] = ()
    """Rules or families that run; none: all."""
    ignore: tuple[str, ...] = ()
    """Rules or families that do not run."""
    fail_on: str = "warning"
    language: str = "en"
    about_width: Fraction = Fraction(1, 10)
    options: Mapping[str, Mapping[str, object]] = {}
    """Options of rules, by rule and name."""


def find_config(folder: str) -> Config:
    """The configuration that applies in a folder; raises ConfigError.

    Without one, the root is the nearest folder upward that holds `.git`, or else the folder itself.
    """
    repository = None
    for place in _upward(os.path.abspath(folder)):
        own = os.path.join(place, FILE)
        if os.path.isfile(own):
            return read_config(own)
        project = os.path.join(place, "pyproject.toml")
        if os.path.isfile(project) and _has_table(project):
            return read_config(project)
        if repository is None and os.path.exists(os.path.join(place, ".git")):
            repository = place
    return Config(repository or os.path.abspath(folder))


@cache
def read_config(path: str) -> Config:
    """The configuration in a file; raises ConfigError with path and line."""
    import tomllib

    try:
        with open(path, "rb") as file:
            text = file.read().decode()
        data = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None
    table = data.get("tool", {}).get("claimcheck", {}) if path.endswith("pyproject.toml") else data
    return _config(table, path, text)


def _upward(folder: str) -> list[str]:
    places = [folder]
    while os.path.dirname(places[-1]) != places[-1]:
        places.append(os.path.dirname(places[-1]))
    return places


@cache
def _has_table(path: str) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return "[tool.claimcheck" in file.read()
    except OSError:
        return False


_LISTS = ("paths", "references", "exclude", "select", "ignore")
_CHOICES = {"fail-on": ("error", "warning", "note", "never"), "language": ("en", "fr")}
_KEYS = (*_LISTS, *_CHOICES, "about-width", "rules")


def _config(table: Mapping[str, Any], path: str, text: str) -> Config:
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            hint = f"; did you mean `{near}`?" if near else f"; known are {', '.join(_KEYS)}"
            raise ConfigError(f"{_at(path, text, key)}: unknown key `{key}`{hint}")
        if key in _LISTS and not _texts(value):
            raise ConfigError(f'{_at(path, text, key)}: `{key}` must be a list such as ["a", "b"]')
        if key in _CHOICES and value not in _CHOICES[key]:
            choices = ", ".join(_CHOICES[key])
            raise ConfigError(f"{_at(path, text, key)}: `{key}` must be one of {choices}")
        if key == "rules" and not _tables(value):
            raise ConfigError(
                f"{_at(path, text, key)}: `rules` holds a table of options for each rule"
            )
        if key == "about-width":
            value = _share(value, f"{_at(path, text, key)}: `about-width`")
        name = "options" if key == "rules" else key.replace("-", "_")
        found[name] = tuple(value) if key in _LISTS else value
    return Config(os.path.dirname(os.path.abspath(path)), path, **found)


def _share(value: object, where: str) -> Fraction:
    text = str(value)
    try:
        share = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if isinstance(value, bool) or not 0 <= share < 1 or len(text) > 12:
        raise ConfigError(f'{where} must be a share such as 0.1 or "10 %"')
    return share


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _tables(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())


def _at(path: str, text: str, key: str) -> str:
    """path:line of a key; without the line where it cannot be told."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().strip("[]\"'").replace('"', "").startswith(key):
            return f"{path}:{number}"
    return path
