"""Reads a date of the Extended Date/Time Format (EDTF, ISO 8601-2) into the days that it covers."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.catalogue import Told, tell

# Days are ordinals of the proleptic Gregorian calendar, as `datetime.date.toordinal` counts them.
Days = tuple[int | None, int | None]

MAX_LENGTH = 1000

_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTH_NAMES = (
    *(tell("January"), tell("February"), tell("March"), tell("April"), tell("May"), tell("June")),
    *(tell("July"), tell("August"), tell("September"), tell("October")),
    *(tell("November"), tell("December")),
)

_YEARS = {1: "year", 10: "decade", 100: "century", 1000: "millennium"}

# The month from which a part of a year runs (0 is January), its length in months, its precision.
# A winter (24, 28) and a southern summer (30) run into the next year, by the meteorological seasons
# of three whole months; 21 to 24 name no hemisphere and are taken as northern.
_PARTS = {
    **{f"{month + 1:02}": (month, 1, "month") for month in range(12)},
    **{f"{21 + season}": (2 + 3 * season, 3, "season") for season in range(4)},
    **{f"{25 + season}": (2 + 3 * season, 3, "season") for season in range(4)},
    **{f"{29 + season}": ((8 + 3 * season) % 12, 3, "season") for season in range(4)},
    **{f"{33 + quarter}": (3 * quarter, 3, "quarter") for quarter in range(4)},
    **{f"{37 + third}": (4 * third, 4, "quadrimester") for third in range(3)},
    **{f"{40 + half}": (6 * half, 6, "half") for half in range(2)},
    **{f"Q{quarter + 1}": (3 * quarter, 3, "quarter") for quarter in range(4)},
    **{f"H{half + 1}": (6 * half, 6, "half") for half in range(2)},
    "XX": (0, 12, "month"),
}

# The months by which "~" widens a date of each precision; a day is widened by a day.
_UNITS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "quadrimester": 4,
    "half": 6,
    **{precision: 12 * years for years, precision in _YEARS.items()},
}

# Patterns stay text: most runs meet plain dates only, and compiling these costs a millisecond.
_DATE = r"(Y?-?[0-9X]+)(?:-([0-9A-Z]*))?(?:-([0-9A-Z]*))?([?~%]?)"
_TIME = (
    r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)"
    r"(?:Z|[+-](?:(?:0[0-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?))?"
)

_A_YEAR = tell("expected {}", tell("a year of four digits"))
_A_PART = tell("expected {}", tell("a month 01-12, a season 21-24 or Q1-Q4"))
_THE_END = tell(
    "expected {}", tell("the end of the date; a mark ? ~ or % comes last and holds for all of it")
)


class Period(NamedTuple):
    """The days that a date covers: narrowly, as written, and widely, as "about" allows.

    A `throughout` period (`a/b`, `{…}`) holds on all its days; any other means some moment in them.
    """

    text: str
    first: int | None
    """The first day; None: there is no start, or it is unknown."""
    last: int | None
    throughout: bool
    precision: str
    """day, month, quarter, season, quadrimester, half, year … millennium, interval or set."""
    approximate: bool
    uncertain: bool
    wide_first: int | None
    wide_last: int | None
    members: tuple[Days, ...]
    """The runs of days covered, in order and not touching; one, except for sets."""


class BadDate(ValueError):
    """A text that is no date: where reading stopped, and what was expected there."""

    def __init__(self, text: str, column: int, expected: str) -> None:
        super().__init__(text, column, expected)
        self.text = text
        self.column = column
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.text!r} is no date: {self.expected}"


def read_edtf(text: str) -> Period:
    """Read EDTF of levels 0 and 1, sets and parts of the year of level 2, `2025-Q4`, `2025-H1`.

    Raises BadDate.
    """
    whole = _Piece(text, 0, text)
    if len(text) > MAX_LENGTH:
        raise whole.error(
            MAX_LENGTH, tell("expected {}", tell("a date of at most {} characters", MAX_LENGTH))
        )
    if text.startswith(("[", "{")):
        return _set(whole)
    if "/" in text:
        return _interval(whole)
    if "T" in text:
        return _date_time(whole)
    return _date(whole)


def day_ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day of any year (0 is 1 BC); 1 is 0001-01-01."""
    before = year - 1
    leap_day = month > 2 and is_leap(year)
    leap_days = before // 4 - before // 100 + before // 400 + leap_day
    return before * 365 + leap_days + _DAYS_BEFORE_MONTH[month] + day


def civil(ordinal: int) -> tuple[int, int, int]:
    """Year, month and day of an ordinal.

    Years are counted from March, so that the leap day is the last of its year (the method of Howard
    Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    """
    era, day = divmod(ordinal + 305, 146_097)
    year = (day - day // 1460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5
    return era * 400 + year + month // 10, (month + 2) % 12 + 1, day + 1


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return (29 if is_leap(year) else 28) if month == 2 else 30 + (month + month // 8) % 2


class _Piece(NamedTuple):
    """A part of the whole text, from the column `start`."""

    whole: str
    start: int
    text: str

    def part(self, start: int, end: int) -> "_Piece":
        return _Piece(self.whole, self.start + start, self.text[start:end])

    def error(self, offset: int, expected: Told) -> BadDate:
        return BadDate(self.whole, self.start + offset, expected)


def _date(piece: _Piece) -> Period:
    match = re.match(_DATE, piece.text)
    if match is None:
        raise piece.error(0, _A_YEAR)
    if match.end() < len(piece.text):
        raise piece.error(match.end(), _THE_END)
    year, part, day, mark = match.groups()
    low, years = _years(piece, year)
    if part is None:
        return _months(piece.text, low * 12, 12 * years, _YEARS[years], mark)
    if not year[-4:].isdigit() or year.startswith("Y"):
        raise piece.error(
            match.start(2), tell("expected {}", tell("no month after a year with X or Y"))
        )
    if part not in _PARTS:
        raise piece.error(match.start(2), _A_PART)
    start, months, precision = _PARTS[part]
    if day is None:
        return _months(piece.text, low * 12 + start, months, precision, mark)
    return _day(piece, low * 12 + start, months, match)


def _years(piece: _Piece, year: str) -> tuple[int, int]:
    """The first year and how many there are (`199X` has ten)."""
    if year.startswith("Y"):
        if re.fullmatch("Y-?[1-9][0-9]{4,8}", year) is None:
            raise piece.error(0, tell("expected {}", tell("Y and a year of five to nine digits")))
        return int(year[1:]), 1
    digits = year.lstrip("-")
    if re.fullmatch("[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX", digits) is None:
        raise piece.error(0, _year_expected(year, digits))
    if year == "-0000":
        raise piece.error(0, tell("expected {}", tell("0000 for the year before 0001")))
    years = 10 ** digits.count("X")
    low = int(digits.replace("X", "0"))
    return (1 - low - years if year.startswith("-") else low), years


def _year_expected(year: str, digits: str) -> Told:
    if re.fullmatch("[1-9][0-9]{4,8}", digits):
        return tell("{}, or Y{} for the year {}", _A_YEAR, year, year)
    if "X" in digits:
        return tell("expected {}", tell("a year of four digits, X only for the last of them"))
    return _A_YEAR


def _day(piece: _Piece, month_index: int, months: int, match: re.Match[str]) -> Period:
    """A day of a month, where `XX` is any; `1999-XX-XX` is any of a year."""
    part, day, mark = match.group(2, 3, 4)
    column = match.start(3)
    if day == "XX" and part in _PARTS and _PARTS[part][2] == "month":
        first, last = _month_start(month_index), _month_start(month_index + months) - 1
        return _single(piece.text, first, last, "day", mark)
    if _PARTS[part][2] != "month":
        raise piece.error(
            column - 1, tell("expected {}", tell("no day after a season, quarter or half"))
        )
    if part == "XX":
        raise piece.error(column, tell("expected {}", tell("XX, since the month is XX")))
    year, month = divmod(month_index, 12)
    length = days_in_month(year, month + 1)
    if re.fullmatch("[0-9]{2}", day) is None or not 1 <= int(day) <= 31:
        raise piece.error(column, tell("expected {}", tell("a day {}", f"01-{length}")))
    if int(day) > length:
        raise piece.error(column, tell("{} {} has {} days", _MONTH_NAMES[month], year, length))
    ordinal = day_ordinal(year, month + 1, int(day))
    return _single(piece.text, ordinal, ordinal, "day", mark)


def _date_time(piece: _Piece) -> Period:
    """A date with a time: the day as written, whatever the zone."""
    column = piece.text.index("T")
    period = _date(piece.part(0, column))
    if re.fullmatch("-?[0-9]{4}-[0-9]{2}-[0-9]{2}", period.text) is None:
        raise piece.error(
            column, tell("expected {}", tell("a year, month and day, unmarked, before a time"))
        )
    if re.fullmatch(_TIME, piece.text[column + 1 :]) is None:
        raise piece.error(
            column + 1,
            tell("expected {}", tell("a time such as {}", "09:30:00, 09:30:00Z, 09:30:00+01:00")),
        )
    return period._replace(text=piece.text)


def _months(text: str, start: int, months: int, precision: str, mark: str) -> Period:
    first, last = _month_start(start), _month_start(start + months) - 1
    return _single(text, first, last, precision, mark)


def _single(text: str, first: int, last: int, precision: str, mark: str) -> Period:
    approximate = mark in ("~", "%")
    wide = (first, last)
    if approximate and precision == "day":
        wide = (first - 1, last + 1)
    elif approximate:
        unit = _UNITS[precision]
        wide = (_shift(first, -unit), _shift(last + 1, unit) - 1)
    uncertain = mark in ("?", "%")
    days = ((first, last),)
    return Period(text, first, last, False, precision, approximate, uncertain, *wide, days)


def _month_start(index: int) -> int:
    """The first day of a month, counted from January of the year 0."""
    return day_ordinal(index // 12, index % 12 + 1, 1)


def _shift(ordinal: int, months: int) -> int:
    """The first day of a month, some months on."""
    year, month, _ = civil(ordinal)
    return _month_start(year * 12 + month - 1 + months)


def _interval(piece: _Piece) -> Period:
    """From the first day of the start to the last of the end, either of which may be open.

    An unknown end (`2004/`) says that there is one: such an interval is not known to hold up to any
    day, so it does not count as `throughout`.
    """
    slash = piece.text.index("/")
    second = piece.text.find("/", slash + 1)
    if second >= 0:
        raise piece.error(
            second, tell("expected {}", tell("one slash, between the start and the end"))
        )
    start = _interval_end(piece.part(0, slash))
    end = _interval_end(piece.part(slash + 1, len(piece.text)))
    if start is None and end is None:
        raise piece.error(0, tell("expected {}", tell("a date on at least one side of the slash")))
    joined = _join(piece, slash + 1, start, end, "interval")
    known = 0 < slash < len(piece.text) - 1
    return joined._replace(throughout=known)


def _interval_end(piece: _Piece) -> Period | None:
    return None if piece.text in ("", "..") else _date(piece)


def _join(
    piece: _Piece, column: int, start: Period | None, end: Period | None, precision: str
) -> Period:
    """All days from `start` to `end`; raises BadDate at `column` if the end is before the start."""
    first, last = start and start.first, end and end.last
    if start and first is not None and last is not None and last < first:
        raise piece.error(
            column, tell("expected {}", tell("an end that is not before {}", start.text))
        )
    both = [date for date in (start, end) if date]
    return Period(
        piece.text,
        first,
        last,
        True,
        precision,
        any(date.approximate for date in both),
        any(date.uncertain for date in both),
        start and start.wide_first,
        end and end.wide_last,
        ((first, last),),
    )


def _set(piece: _Piece) -> Period:
    """`[…]` is one of its members, `{…}` all of them."""
    bracket = "]" if piece.text[0] == "[" else "}"
    if piece.text[-1] != bracket:
        raise piece.error(len(piece.text), tell("expected {}", bracket))
    members = [_member(item) for item in _items(piece)]
    days = _merge((member.first, member.last) for member in members)
    wide = _merge((member.wide_first, member.wide_last) for member in members)
    return Period(
        piece.text,
        days[0][0],
        days[-1][1],
        bracket == "}",
        "set",
        any(member.approximate for member in members),
        any(member.uncertain for member in members),
        wide[0][0],
        wide[-1][1],
        days,
    )


def _items(piece: _Piece) -> list[_Piece]:
    """What stands between the commas, without the spaces around it."""
    items = []
    column = 1
    for item in piece.text[1:-1].split(","):
        left = column + len(item) - len(item.lstrip(" "))
        items.append(piece.part(left, max(left, column + len(item.rstrip(" ")))))
        column += len(item) + 1
    return items


def _member(piece: _Piece) -> Period:
    """A date, or the consecutive ones of `a..b`, `..b` and `a..`."""
    dots = piece.text.find("..")
    if dots < 0:
        return _date(piece)
    left, right = piece.part(0, dots), piece.part(dots + 2, len(piece.text))
    start = _date(left) if left.text else None
    end = _date(right) if right.text or start is None else None
    return _join(piece, dots + 2, start, end, "set")


def _merge(runs: Iterable[Days]) -> tuple[Days, ...]:
    """The same days as few runs, in order."""
    merged: list[Days] = []
    for first, last in sorted(runs, key=lambda run: (run[0] is not None, run[0] or 0)):
        if not merged or not _touch(merged[-1][1], first):
            merged.append((first, last))
        else:
            start, end = merged[-1]
            merged[-1] = (start, None if end is None or last is None else max(end, last))
    return tuple(merged)


def _touch(last: int | None, first: int | None) -> bool:
    """Whether a run up to `last` leaves no day before one from `first`, which starts no earlier."""
    return last is None or first is None or first <= last + 1
