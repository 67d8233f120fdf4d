"""Configuration files: the nearest upward from a folder, with those that it extends."""

import os
import re
from functools import lru_cache
from typing import Any, NamedTuple

from claimcheck.config.checking import mistakes
from claimcheck.config.layers import put_together
from claimcheck.config.places import shown_place
from claimcheck.config.settings import Config, Layer, Wrong
from claimcheck.errors import ConfigError

FILE = "claimcheck.toml"
_MOST = 1_000_000
"""The most bytes of a configuration file."""


def find_config(folder: str, top: str | None = None) -> Config:
    """The configuration that applies in a folder; raises ConfigError. Nothing above `top` is looked at.

    Without one, the root is the nearest folder upward that holds `.git`, or else the folder itself.
    """
    for place in _upward(os.path.abspath(folder), top):
        own = os.path.join(place, FILE)
        if os.path.isfile(own):
            return read_config(own)
        project = os.path.join(place, "pyproject.toml")
        if os.path.isfile(project) and _has_table(project, _stamp(project)):
            return read_config(project)
    return default_config(folder, top)


def default_config(folder: str, top: str | None = None) -> Config:
    """What applies in a folder whatever configuration files there are."""
    folder = os.path.abspath(folder)
    places = (p for p in _upward(folder, top) if os.path.exists(os.path.join(p, ".git")))
    return Config(next(places, top or folder))


def read_config(path: str) -> Config:
    """The configuration in a file; raises ConfigError if it is no TOML, else notes what is wrong."""
    layers: list[Layer] = []
    problems: list[Wrong] = []
    chain = [path]
    while True:
        read = _read(chain[-1], _stamp(chain[-1]))
        layers.insert(0, read.layer)
        problems += read.problems
        extends = read.layer.data.get("extends")
        if extends is None:
            break
        base = os.path.normpath(os.path.join(os.path.dirname(chain[-1]), extends))
        wrong = _cannot_extend(base, extends, chain)
        if wrong is not None:
            problems.append(Wrong(("extends",), wrong, chain[-1]))
            break
        chain.append(base)
    return put_together(os.path.dirname(os.path.abspath(path)), path, layers, problems)


def in_project(path: str) -> bool:
    """Whether a file holds its settings in `[tool.claimcheck]`."""
    return os.path.basename(path) == "pyproject.toml"


def is_config(path: str) -> bool:
    """Whether a file is a configuration by its name."""
    return os.path.basename(path) in (FILE, "pyproject.toml")


def _cannot_extend(base: str, extends: str, chain: list[str]) -> str | None:
    seen = {os.path.realpath(path): path for path in chain}
    if os.path.realpath(base) in seen:
        start = os.path.dirname(os.path.abspath(chain[0]))
        shown = [os.path.relpath(path, start) for path in (*chain, base)]
        return f"`extends` goes round: {' -> '.join(shown)}"
    if not os.path.isfile(base):
        return f"`extends` names no file: {extends}"
    if in_project(base) and not _has_table(base, _stamp(base)):
        return f"`extends` names a file without [tool.claimcheck]: {extends}"
    return None


def forget() -> None:
    """Read files anew when they are next asked for: for what runs longer than one check."""
    _read.cache_clear()
    _has_table.cache_clear()


class _Read(NamedTuple):
    layer: Layer
    problems: tuple[Wrong, ...]


_Stamp = tuple[int, int]
"""When a file was changed and how long it is: while it stays, the file was read already."""


def _stamp(path: str) -> _Stamp:
    try:
        found = os.stat(path)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=256)
def _read(path: str, stamp: _Stamp) -> _Read:
    table = _table(path)
    problems = tuple(wrong._replace(source=path) for wrong in mistakes(table))
    broken = {wrong.keys[0] for wrong in problems}
    right = {key: value for key, value in table.items() if key not in broken}
    return _Read(Layer(path, right), problems)


def _table(path: str) -> dict[str, Any]:
    data = parsed(path, _text(path))
    if not in_project(path):
        return data
    for name in ("tool", "claimcheck"):
        data = data.get(name, {})
        if not isinstance(data, dict):
            raise ConfigError(f"{path}: `{name}` must be a table")
    return data


def parsed(path: str, text: str) -> dict[str, Any]:
    """The data of a text in TOML; raises ConfigError."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_not_toml(path, text, str(error))) from None
    except (RecursionError, ValueError) as error:  # thousands of brackets, or of digits
        reason = "too deep" if isinstance(error, RecursionError) else str(error)
        raise ConfigError(f"{path}: {reason}") from None


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read(_MOST + 1)
        if len(data) > _MOST:
            raise ConfigError(f"{path}: longer than {_MOST // 1_000_000} MB")
        return data.decode()
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 ({error.reason})") from None


def _not_toml(path: str, text: str, message: str) -> str:
    """tomllib's own words, which end in the place."""
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message)
    if match is None:
        return f"{path}: {message}"
    last = text.rstrip().count("\n") + 1
    place = (int(match[2]), int(match[3])) if match[2] else (last, 1)
    return shown_place(path, text, place, match[1])


def _upward(folder: str, top: str | None) -> list[str]:
    places = [folder]
    while os.path.dirname(places[-1]) != places[-1] and places[-1] != top:
        places.append(os.path.dirname(places[-1]))
    return places


_TABLE = r"""^\s*\[{1,2}\s*tool\s*\.\s*["']?claimcheck["']?\s*[].]"""


@lru_cache(maxsize=256)
def _has_table(path: str, stamp: _Stamp) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return re.search(_TABLE, file.read(), re.MULTILINE) is not None
    except OSError:
        return False
