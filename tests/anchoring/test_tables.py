"""Pipe tables: the text and the place of every cell."""

import pytest

from claimcheck.text.tables import tables_of

TABLES = [
    ("| A | B |\n|---|---|\n| 1 | 2 |", [["A", "B"], ["1", "2"]]),
    ("A | B\n--- | :-:\n1 | 2", [["A", "B"], ["1", "2"]]),
    ("|A|\n|-|\n|1|\n|2|", [["A"], ["1"], ["2"]]),
    ("| A | B |\n|:--|--:|\n| **~30** | [x](y) |", [["A", "B"], ["~30", "x"]]),
    ("| a\\|b | `c` |\n|-|-|\n| d |\n| e | f | g |", [["a|b", "c"], ["d"], ["e", "f", "g"]]),
    ("| A | B |\n|-|-|\n|  | 2 |\n| 1 |  |", [["A", "B"], ["", "2"], ["1", ""]]),
    ("Texte\n\n| A |\n|---|\n| 1 |\n\n| non |", [["A"], ["1"]]),
    ("| A |\r\n|---|\r\n| 1 |\r\nfin", [["A"], ["1"]]),
    ("| A |\n|---|", [["A"]]),
    ("| - 5 | # 3 |\n|---|---|\n| 1. un | > 2 |", [["- 5", "# 3"], ["1. un", "> 2"]]),
]


@pytest.mark.parametrize(("source", "cells"), TABLES)
def test_cells(source: str, cells: list[list[str]]) -> None:
    (table,) = tables_of(source)
    rows = [table.header, *table.rows]
    assert [[cell.text for cell in row] for row in rows] == cells
    for cell in (cell for row in rows for cell in row):
        raw = source[cell.start : cell.end]
        assert raw == raw.strip()
        assert table.start <= cell.start <= cell.end <= table.end
        assert bool(raw) == bool(cell.text)


def test_cells_of_several_tables_stand_where_they_are() -> None:
    source = "é\u0301\n\n| A |\n|---|\n| 1 |\n\nx\n\n| B |\n|---|\n| **1** |\n"
    first, second = tables_of(source)
    assert source[first.rows[0][0].start : first.rows[0][0].end] == "1"
    assert source[second.rows[0][0].start : second.rows[0][0].end] == "**1**"


@pytest.mark.parametrize(
    "source",
    [
        "",
        "a | b",
        "a | b\nc | d",
        "---|---",
        "|---|\n| 1 |",
        "x\n---\ny | z",
        "<!--\n|a|\n|-|\n-->",
    ],
)
def test_no_table(source: str) -> None:
    assert tables_of(source) == ()
