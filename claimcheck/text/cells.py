"""The cell of a table that a quote means: found by the names of its row and its column."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from claimcheck.names import nearest
from claimcheck.text.articles import ArticleText, fold
from claimcheck.text.tables import Cell, Table


class CellQuote(NamedTuple):
    """A cell: by what a cell of its row says, and by its column's header or the beginning of it."""

    row: str
    column: str


class NoCell(NamedTuple):
    """What of a cell's address is not there, and the nearest name that is."""

    missing: Literal["table", "row", "column"]
    suggestion: str | None


def cells_of(article: ArticleText, quote: CellQuote) -> list[Cell] | NoCell:
    """All cells that a quote may mean."""
    row, column = fold(quote.row), fold(quote.column)
    with_row = [(table, rows) for table in article.tables if (rows := _rows(table, row))]
    found = [
        cells[number]
        for table, rows in with_row
        for number in _columns(table, column)
        for cells in rows
        if number < len(cells)
    ]
    if found:
        return found
    if with_row:
        return NoCell("column", _nearest(quote.column, (table.header for table, _ in with_row)))
    if article.tables:
        firsts = (cells[:1] for table in article.tables for cells in table.rows)
        return NoCell("row", _nearest(quote.row, firsts))
    return NoCell("table", None)


def _nearest(name: str, rows: Iterable[Sequence[Cell]]) -> str | None:
    return nearest(name, [cell.text for row in rows for cell in row][:1_000])


def _rows(table: Table, name: str) -> list[tuple[Cell, ...]]:
    """The rows whose first cell is the name, else any cell, else whose first cell begins with it."""
    ways = (
        [row for row in table.rows if row and fold(row[0].text) == name],
        [row for row in table.rows if any(fold(cell.text) == name for cell in row)],
        [row for row in table.rows if row and _begins(fold(row[0].text), name)],
    )
    return next(filter(None, ways), [])


def _columns(table: Table, name: str) -> Iterator[int]:
    """The columns whose header is the name, else begins with it."""
    headers = [fold(cell.text) for cell in table.header]
    equal = name in headers
    for number, header in enumerate(headers):
        if header == name if equal else _begins(header, name):
            yield number


def _begins(text: str, name: str) -> bool:
    """Whether a text begins with a name, which is not cut off within a word."""
    return bool(name) and text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()
