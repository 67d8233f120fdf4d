"""The effective settings, one by one, each with where it comes from."""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from claimcheck.config.layers import REPLACED
from claimcheck.config.places import setting_place
from claimcheck.config.settings import Config, Layer
from claimcheck.source import Path

DEFAULT = "default"

_ORDER = (
    "profile", "paths", "references", "exclude", "baseline", "fail-on", "language", "scope", "about-width",
    "select", "extend-select", "ignore", "level", "per-path",
    "accept", "rules",
)  # fmt: skip


class Setting(NamedTuple):
    """One setting: the keys that lead to it (an item of a list has its number), its value, its origin."""

    keys: Path
    value: Any
    origin: str
    """path:line:column, an option of the command line, or `default`."""


def settings_of(config: Config) -> Iterator[Setting]:
    """All settings that count, in the order of the documentation."""
    for key in _ORDER:
        if key in REPLACED:
            yield _replaced(config, key)
        elif key in ("select", "extend-select", "ignore"):
            yield from _listed(config, key)
        elif key in ("level", "rules"):
            yield from _joined(config, key)
        else:
            yield from _entries(config, key)


def origin_of(layer: Layer, keys: Path) -> str:
    """Where a setting of a layer stands."""
    if not layer.is_file:
        return layer.source
    line, column = setting_place(layer.source, keys)
    return f"{_shown(layer.source)}:{line}:{column}"


def _replaced(config: Config, key: str) -> Setting:
    for layer in reversed(config.layers):
        if key in layer.data:
            return Setting((key,), layer.data[key], origin_of(layer, (key,)))
    value: Any = Config("")._asdict()[key.replace("-", "_")]
    if key == "about-width":
        value = float(value)
    return Setting((key,), list(value) if isinstance(value, tuple) else value, DEFAULT)


def _listed(config: Config, key: str) -> Iterator[Setting]:
    names: tuple[str, ...] = getattr(config, key.replace("-", "_"))
    if not names:
        yield Setting((key,), [], DEFAULT)
    for number, name in enumerate(names):
        layer = next(one for one in reversed(config.layers) if name in one.data.get(key, ()))
        yield Setting((key, number), name, origin_of(layer, (key, layer.data[key].index(name))))


def _joined(config: Config, key: str) -> Iterator[Setting]:
    found: dict[Path, Setting] = {}
    for layer in config.layers:
        for name, value in layer.data.get(key, {}).items():
            inner = value.items() if key == "rules" else [(None, value)]
            for option, one in inner:
                keys: Path = (key, name) if option is None else (key, name, option)
                found[keys] = Setting(keys, one, origin_of(layer, keys))
    yield from found.values()


def _entries(config: Config, key: str) -> Iterator[Setting]:
    every = (
        (layer, n, e) for layer in config.layers for n, e in enumerate(layer.data.get(key, ()))
    )
    for number, (layer, n, entry) in enumerate(every):
        for name, value in entry.items():
            yield Setting((key, number, name), value, origin_of(layer, (key, n, name)))


def _shown(path: str) -> str:
    """A file as people know it: from where they are, if below it."""
    here = os.path.join(os.getcwd(), "")
    path = os.path.abspath(path)
    return path[len(here) :] if path.startswith(here) else path
