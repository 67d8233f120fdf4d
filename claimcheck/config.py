"""The configuration of a newsroom: `claimcheck.toml` or `[tool.claimcheck]`, nearest upward."""

import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from claimcheck.catalogue import languages
from claimcheck.errors import ConfigError
from claimcheck.exact import Fraction
from claimcheck.names import nearest

FILE = "claimcheck.toml"


class Wrong(NamedTuple):
    """Something wrong with a configuration: the keys that lead to it, and what."""

    keys: tuple[str, ...]
    message: str


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
    scope: str = "document"
    """`project`: an article is also held against what other documents of the newsroom said before."""
    about_width: Fraction = Fraction(1, 10)
    options: Mapping[str, Mapping[str, object]] = {}
    """Options of rules, by rule and name."""
    problems: tuple[Wrong, ...] = ()
    """What is wrong with the file; a run that uses it ends with all of it, and what rules find wrong."""


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
    """The configuration in a file; raises ConfigError if it is no TOML, else notes what is wrong."""
    import tomllib

    try:
        with open(path, "rb") as file:
            text = file.read().decode()
        data = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 ({error.reason})") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_not_toml(path, text, str(error))) from None
    table = data.get("tool", {}).get("claimcheck", {}) if _in_project(path) else data
    return _config(table, path)


def config_error(config: Config, problems: Iterable[Wrong]) -> ConfigError:
    """All that is wrong with a configuration, each with path:line:column and the line."""
    from claimcheck.toml_places import key_places

    path = config.file or config.root
    with open(path, encoding="utf-8") as file:
        text = file.read()
    places = key_places(text)
    above = ("tool", "claimcheck") if _in_project(path) else ()
    found = sorted((_nearest_place(places, (*above, *keys)), said) for keys, said in problems)
    return ConfigError("\n".join(_shown(path, text, place, said) for place, said in found))


def _nearest_place(
    places: Mapping[tuple[str, ...], tuple[int, int]], keys: tuple[str, ...]
) -> tuple[int, int]:
    while keys and keys not in places:
        keys = keys[:-1]
    return places.get(keys, (1, 1))


def _shown(path: str, text: str, place: tuple[int, int], message: str) -> str:
    lines = text.split("\n")
    line = lines[place[0] - 1].strip() if place[0] <= len(lines) else ""
    return f"{path}:{place[0]}:{place[1]}: {message}" + (f"\n  {line}" if line else "")


def _not_toml(path: str, text: str, message: str) -> str:
    """tomllib's own words, which end in the place."""
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    if match is None:
        return f"{path}: {message}"
    last = text.rstrip().count("\n") + 1
    place = (int(match[2]), int(match[3])) if match[2] else (last, 1)
    return _shown(path, text, place, match[1])


def _in_project(path: str) -> bool:
    return os.path.basename(path) == "pyproject.toml"


def _upward(folder: str) -> list[str]:
    places = [folder]
    while os.path.dirname(places[-1]) != places[-1]:
        places.append(os.path.dirname(places[-1]))
    return places


_TABLE = r"""^\s*\[\s*tool\s*\.\s*["']?claimcheck["']?\s*[].]"""


def forget() -> None:
    """Read files anew when they are next asked for: for what runs longer than one check."""
    read_config.cache_clear()
    _has_table.cache_clear()


@cache
def _has_table(path: str) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return re.search(_TABLE, file.read(), re.MULTILINE) is not None
    except OSError:
        return False


_LISTS = ("paths", "references", "exclude", "select", "ignore")
_CHOICES = {
    "fail-on": ("error", "warning", "note", "never"),
    "language": languages(),
    "scope": ("document", "project"),
}
_KEYS = (*_LISTS, *_CHOICES, "about-width", "rules")


def _config(table: Mapping[str, Any], path: str) -> Config:
    found: dict[str, Any] = {}
    problems: list[Wrong] = []
    for key, value in table.items():
        wrong = _what_is_wrong(key, value)
        if wrong is not None:
            problems.append(Wrong((key,), wrong))
            continue
        name = "options" if key == "rules" else key.replace("-", "_")
        if key == "about-width":
            value = _share(value)
        found[name] = tuple(value) if key in _LISTS else value
    root = os.path.dirname(os.path.abspath(path))
    return Config(root, path, **found, problems=tuple(problems))


def _what_is_wrong(key: str, value: object) -> str | None:
    if key == "extends":
        return "`extends` is not supported yet: write the settings out here"
    if key not in _KEYS:
        near = nearest(key, _KEYS)
        hint = f"; did you mean `{near}`?" if near else f"; known are {', '.join(_KEYS)}"
        return f"unknown key `{key}`{hint}"
    if key in _LISTS and not _texts(value):
        return f'`{key}` must be a list such as ["a", "b"]'
    if key in _CHOICES and value not in _CHOICES[key]:
        near = nearest(value, _CHOICES[key]) if isinstance(value, str) else None
        hint = f"; did you mean `{near}`?" if near else ""
        return f"`{key}` must be one of {', '.join(_CHOICES[key])}{hint}"
    if key == "rules" and not _tables(value):
        return "`rules` holds a table of options for each rule"
    if key == "about-width" and _share(value) is None:
        return '`about-width` must be a share such as 0.1 or "10 %"'
    return None


def _share(value: object) -> Fraction | None:
    text = str(value)
    try:
        share = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None
    return None if isinstance(value, bool) or not 0 <= share < 1 or len(text) > 12 else share


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _tables(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())
