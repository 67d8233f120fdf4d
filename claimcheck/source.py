"""Source files: their text, and the places in it that messages point to."""

import re
from functools import lru_cache
from typing import NamedTuple

# Where a key or value stands in a file's data: ("claims", 3, "where", "deal").
Path = tuple[str | int, ...]

# What ends a line to an editor.
LINE_BREAK = re.compile("\r\n|[\n\r]")


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, in code points, the end excluded."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Source(NamedTuple):
    """A file as read: its path as shown to people, and its text."""

    path: str
    text: str

    def line(self, number: int) -> str:
        """Line `number`, from 1, without its end; empty beyond the last."""
        lines = lines_of(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


@lru_cache(maxsize=4)
def lines_of(text: str) -> list[str]:
    """The lines of a text, kept for a few texts, since places are looked up file by file."""
    return LINE_BREAK.split(text)
