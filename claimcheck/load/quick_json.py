"""JSON to data as `reader.skim` gives that of YAML, without positions; raises Irregular or ValueError."""

import json
import re

from claimcheck.load.reader import Irregular
from claimcheck.load.scalars import Plain

_SURROGATE = re.compile("[\ud800-\udfff]")


def quick_lines(text: str) -> object:
    """A claim a line, as if it were a file of claims; the first line may hold `document`."""
    lines = [quick_json(line) for line in text.split("\n") if line.strip()]
    if lines and isinstance(lines[0], dict) and lines[0].keys() == {"document"}:
        return {**lines[0], "claims": lines[1:]}
    return {"claims": lines}


def quick_json(text: str) -> object:
    """A JSON text; numbers and other words stay text."""
    data = json.loads(
        text,
        object_pairs_hook=_unique,
        parse_int=Plain,
        parse_float=Plain,
        parse_constant=Plain,
    )
    return _as_scalars(data)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Irregular
    return found


def _as_scalars(data: object) -> object:
    if isinstance(data, dict):
        return {key: _as_scalars(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_scalars(value) for value in data]
    if data is None or isinstance(data, bool):
        return Plain("null" if data is None else str(data).lower())
    if isinstance(data, str) and not data.isascii() and _SURROGATE.search(data):
        raise Irregular  # half a character
    return data
