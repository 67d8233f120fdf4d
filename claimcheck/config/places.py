"""Where settings stand, for errors and for whoever asks where a setting comes from."""

import os
from collections.abc import Iterable

from claimcheck.config.settings import Config, Wrong
from claimcheck.errors import ConfigError
from claimcheck.source import Path


def config_error(config: Config, problems: Iterable[Wrong]) -> ConfigError:
    """All that is wrong with a configuration, each with path:line:column and the line."""
    own = config.file or config.root
    files = {layer.source for layer in config.layers if layer.is_file} | {own}
    found = []
    for keys, said, source in problems:
        source = source or own
        place = (
            setting_place(source, keys) if source in files and os.path.isfile(source) else (0, 0)
        )
        found.append((source, place, said))
    return ConfigError("\n".join(_line(*one) for one in dict.fromkeys(sorted(found))))


def setting_place(path: str, keys: Path) -> tuple[int, int]:
    """Line and column, from 1, of a setting in a file; of what holds it, if it has no place of its own."""
    from claimcheck.toml_places import key_places

    places = key_places(_text(path))
    above: Path = ("tool", "claimcheck") if os.path.basename(path) == "pyproject.toml" else ()
    keys = (*above, *keys)
    while keys and keys not in places:
        keys = keys[:-1]
    return places.get(keys, (1, 1))


def shown_place(path: str, text: str, place: tuple[int, int], message: str) -> str:
    """An error with its place, and below it the line."""
    lines = text.split("\n")
    line = lines[place[0] - 1].strip() if place[0] <= len(lines) else ""
    return f"{path}:{place[0]}:{place[1]}: {message}" + (f"\n  {line}" if line else "")


def _line(source: str, place: tuple[int, int], message: str) -> str:
    if place == (0, 0):
        return f"{source}: {message}"
    return shown_place(source, _text(source), place, message)


def _text(path: str) -> str:
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        return file.read().replace("\r\n", "\n")
