"""Places led back to the file: libyaml ends lines where editors do not, and reads JSON only rewritten."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from claimcheck.source import LINE_BREAK

# What ends a line to libyaml; to editors, and in messages, only CR and LF do.
YAML_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")

_STRING = re.compile(r'"(?:[^"\\]+|\\.)*"', re.DOTALL)
# What JSON allows in a string and YAML does not, or folds: two escapes for one character, raw controls.
_FOREIGN = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\."
    "|[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]",
    re.DOTALL,
)

# From an offset of the rewritten text on: how much further right the original is.
Shift = tuple[int, int]


def as_yaml(text: str) -> tuple[str, list[Shift]]:
    """A JSON text as YAML reads it alike, and where its characters have moved."""
    pieces: list[str] = []
    shifts: list[Shift] = []
    done = length = 0
    for string in _STRING.finditer(text):
        for match in _FOREIGN.finditer(text, *string.span()):
            piece = _escaped(match)
            if piece != match.group():
                pieces += (text[done : match.start()], piece)
                length += match.start() - done + len(piece)
                done = match.end()
                shifts.append((length, done - length))
    return "".join((*pieces, text[done:])), shifts


def _escaped(match: re.Match[str]) -> str:
    high, low = match.groups()
    if high:
        return f"\\U{0x10000 + (int(high, 16) - 0xD800) * 1024 + int(low, 16) - 0xDC00:08x}"
    found = match.group()
    return found if found.startswith("\\") else f"\\u{ord(found):04x}"


def way_back(
    text: str, seen: str, shifts: Sequence[Shift]
) -> Callable[[int, int], tuple[int, int]] | None:
    """From a line and column of `seen`, as libyaml counts, to those of `text`; None: they are the same."""
    if not shifts and not _ODD_BREAK.search(text):
        return None
    before, after = _starts(YAML_BREAK, seen), _starts(LINE_BREAK, text)
    moved = [offset for offset, _ in shifts]

    def lead(line: int, column: int) -> tuple[int, int]:
        offset = before[min(line, len(before) - 1)] + column
        index = bisect_right(moved, offset)
        offset += shifts[index - 1][1] if index else 0
        line = bisect_right(after, offset) - 1
        return line, offset - after[line]

    return lead


def _starts(line_break: re.Pattern[str], text: str) -> list[int]:
    return [0, *(match.end() for match in line_break.finditer(text))]
