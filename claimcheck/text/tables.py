"""Markdown tables: their cells, each with its exact place."""

import re
from typing import NamedTuple

_DELIMITER = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?\|?[ \t]*")
_ROW = re.compile(r"[^\r\n]*")


class Cell(NamedTuple):
    """A cell's text, trimmed, and where it stands."""

    text: str
    start: int
    end: int


class Table(NamedTuple):
    """A table: the cells of its header and of its rows, and where it stands."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


def tables_of(text: str) -> tuple[Table, ...]:
    """The tables of a Markdown text, in order."""
    lines = _lines(text)
    tables = []
    i = 1
    while i < len(lines):
        start, end = lines[i]
        if not _is_delimiter(text, start, end) or "|" not in text[slice(*lines[i - 1])]:
            i += 1
            continue
        first = i - 1
        i += 1
        rows = []
        while i < len(lines) and "|" in text[slice(*lines[i])]:
            rows.append(_cells(text, *lines[i]))
            i += 1
        header = _cells(text, *lines[first])
        tables.append(Table(header, tuple(rows), lines[first][0], lines[i - 1][1]))
        i += 1
    return tuple(tables)


def _lines(text: str) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end."""
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        lines.append((at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    return lines


def _is_delimiter(text: str, start: int, end: int) -> bool:
    """Whether a line is the row of dashes under a header."""
    if end - start > 2000 or "-" not in text[start:end] or "|" not in text[start:end]:
        return False
    return set(text[start:end]) <= set("|-: \t") and _DELIMITER.fullmatch(text, start, end) is not None


def _cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """The cells of a row; an escaped pipe is part of one."""
    bounds = [i for i in range(start, end) if text[i] == "|" and (i == start or text[i - 1] != "\\")]
    edges = [start - 1, *bounds, end]
    cells = [_trimmed(text, a + 1, b) for a, b in zip(edges, edges[1:], strict=False)]
    if cells and not cells[0].text and text[start:end].lstrip()[:1] == "|":
        cells = cells[1:]
    if cells and not cells[-1].text and text[start:end].rstrip()[-1:] == "|":
        cells = cells[:-1]
    return tuple(cells)


def _trimmed(text: str, start: int, end: int) -> Cell:
    while start < end and text[start] in " \t\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0":
        end -= 1
    return Cell(text[start:end], start, end)
