"""Where the rows and cells of Markdown pipe tables stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

Place = tuple[int, int]

_DELIMITER = re.compile(
    r"^[ ]{0,3}(?=[^\n]*\|)\|?[ ]*+:?-++:?[ ]*+(?:\|[ ]*+:?-++:?[ ]*+)*+\|?[ ]*$", re.MULTILINE
)
_PIPE = re.compile(r"(?<!\\)\|")


class Row(NamedTuple):
    """A line of a table: its own place, and those of its cells without the space around them."""

    start: int
    end: int
    cells: tuple[Place, ...]


class Grid(NamedTuple):
    """A table; `delimiter` is the place of the line below the header."""

    header: Row
    delimiter: Place
    rows: tuple[Row, ...]

    @property
    def end(self) -> int:
        """The end of the last line."""
        return self.rows[-1].end if self.rows else self.delimiter[1]


def grids_of(text: str) -> Iterator[Grid]:
    """The tables of a text whose lines end in a newline, in order."""
    done = 0
    for delimiter in _DELIMITER.finditer(text) if "|" in text else ():
        start, end = delimiter.span()
        above = text.rfind("\n", done, max(start - 1, 0)) + 1 or done
        if start <= done or not _PIPE.search(text, above, start):
            continue
        rows = tuple(_rows(text, end + 1))
        grid = Grid(_row(text, above, start - 1), (start, end), rows)
        yield grid
        done = grid.end


def _rows(text: str, start: int) -> Iterator[Row]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not _PIPE.search(text, start, end):
            return
        yield _row(text, start, end)
        start = end + 1


def _row(text: str, start: int, end: int) -> Row:
    bars = [match.start() for match in _PIPE.finditer(text, start, end)]
    stretches = list(zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True))
    if not text[slice(*stretches[0])].strip():
        del stretches[0]
    if stretches and not text[slice(*stretches[-1])].strip():
        del stretches[-1]
    return Row(start, end, tuple(_trimmed(text, *stretch) for stretch in stretches))


def _trimmed(text: str, start: int, end: int) -> Place:
    content = text[start:end]
    if not content.strip():
        return start, start
    return start + len(content) - len(content.lstrip()), end - len(content) + len(content.rstrip())
