"""Stretches of days: what a date means, as ordinals."""

from datetime import date
from typing import NamedTuple


class Stretch(NamedTuple):
    """The days that are meant, as ordinals (None: the year is not known), at tokens start to end."""

    first: int | None
    last: int | None
    start: int
    end: int


FIRST_YEAR, LAST_YEAR = 1000, 2199


def days_of(year: str, month: str, day: str) -> tuple[int, int] | None:
    if not (
        year.isdigit() and month.isdigit() and day.isdigit() and len(month) < 3 and len(day) < 3
    ):
        return None
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        ordinal = date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return None
    return ordinal, ordinal


def stretch_of(days: tuple[int, int] | None, start: int, end: int) -> Stretch | None:
    return None if days is None else Stretch(days[0], days[1], start, end)


def months_of(year: int, first: int, months: int = 1) -> tuple[int, int]:
    after = first + months - 1
    last = date(year + after // 12, after % 12 + 1, 1).toordinal() - 1
    return date(year, first, 1).toordinal(), last


def part_of_month(part: str, year: int, month: int) -> tuple[int, int]:
    first, last = months_of(year, month)
    parts = {
        "start": (first, first + 9),
        "middle": (first + 10, first + 19),
        "end": (first + 20, last),
    }
    return parts.get(part, (first, last))
