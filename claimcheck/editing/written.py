"""Data as the text of a claim file: on one line as YAML or JSON, or as the lines of a block."""

import json
import re
from collections.abc import Mapping, Sequence

from claimcheck.text.scalars import folded_block, is_foldable, quoted, scalar

WIDTH = 92
_LONG = 60
# What a value or a date may be without quotation marks.
_SAFE = re.compile(r"[A-Za-z0-9~](?:[\w ./°%~²³^*-]*[\w%°²³~.?/])?")

Data = str | bool | Sequence["Data"] | Mapping[str, "Data"]


class Notation(str):
    """A value, a date or a bare word of the notation, plain wherever YAML allows it: `2027`."""

    __slots__ = ()


def one_line(data: Data) -> str:
    """Data as YAML on one line, also within braces and brackets."""
    match data:
        case bool():
            return "true" if data else "false"
        case Notation():
            return str(data) if _SAFE.fullmatch(data) and "  " not in data else quoted(data)
        case str():
            return scalar(data)
        case Mapping():
            return "{" + ", ".join(f"{key}: {one_line(value)}" for key, value in data.items()) + "}"
    return f"[{', '.join(map(one_line, data))}]"


def as_json(data: Data) -> str:
    """Data as JSON on one line."""
    return json.dumps(data, ensure_ascii=False)


def entry(key: str, data: Data, indent: int) -> list[str]:
    """The lines of a key and its value, indented."""
    margin = " " * indent
    if isinstance(data, list) and any(isinstance(item, Mapping) for item in data):
        return [f"{margin}{key}:", *(line for one in data for line in item(one, indent + 2))]
    if isinstance(data, str) and not isinstance(data, Notation) and _is_long(key, data):
        first, *rest = folded_block(data, indent + 2, WIDTH)
        return [f"{margin}{key}: {first}", *rest]
    if isinstance(data, Mapping) and any(_is_long(key, str(value)) for value in data.values()):
        inner = (line for name, value in data.items() for line in entry(name, value, indent + 2))
        return [f"{margin}{key}:", *inner]
    return [f"{margin}{key}: {one_line(data)}"]


def item(data: Data, indent: int) -> list[str]:
    """The lines of an item of a list: its dash is indented."""
    if not isinstance(data, Mapping) or not data:
        return [f"{' ' * indent}- {one_line(data)}"]
    lines = [line for key, value in data.items() for line in entry(key, value, indent + 2)]
    return [" " * indent + "- " + lines[0][indent + 2 :], *lines[1:]]


def _is_long(key: str, text: str) -> bool:
    """Whether a text stands in a block of its own: quotes always, since nothing in it has a meaning there."""
    return is_foldable(text) and (key in ("quote", "exact") or len(text) > _LONG)
