"""The tables of a Markdown text, each cell with its text and its place."""

from typing import NamedTuple

from claimcheck.text.blocks import prepared
from claimcheck.text.pipes import Place, Row, grids_of
from claimcheck.text.plain import plain_line


class Cell(NamedTuple):
    """A cell: its text as it reads, and its place in the source without the space around it."""

    text: str
    start: int
    end: int


class Table(NamedTuple):
    """A table; rows may have fewer or more cells than the header."""

    start: int
    end: int
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables_of(text: str) -> tuple[Table, ...]:
    """The pipe tables of a text, in order."""
    if "|" not in text:
        return ()
    return tuple(
        Table(
            grid.header.start,
            grid.end,
            _cells(text, grid.header),
            tuple(_cells(text, row) for row in grid.rows),
        )
        for grid in grids_of(prepared(text))
    )


def _cells(text: str, row: Row) -> tuple[Cell, ...]:
    return tuple(_cell(text, place) for place in row.cells)


def _cell(text: str, place: Place) -> Cell:
    start, end = place
    return Cell(plain_line(text[start:end]).text.strip(), start, end)
