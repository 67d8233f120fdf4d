"""Periods: the days that a written date covers, and whether two of them meet in time (DESIGN 5)."""

import re
from functools import lru_cache
from typing import Literal

from claimcheck.catalogue import either, tell
from claimcheck.model.edtf import (
    BadDate,
    Days,
    Period,
    civil,
    day_ordinal,
    days_in_month,
    read_edtf,
)

__all__ = [
    "BadDate",
    "Period",
    "civil",
    "contains",
    "day_ordinal",
    "format_day",
    "meet",
    "overlap",
    "parse_period",
    "same",
]

_PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?").fullmatch

_NAMES = {
    "01": "january jan janvier janv",
    "02": "february feb février fevrier févr fév",
    "03": "march mar mars",
    "04": "april apr avril avr",
    "05": "may mai",
    "06": "june jun juin",
    "07": "july jul juillet juil",
    "08": "august aug août aout",
    "09": "september sept sep septembre",
    "10": "october oct octobre",
    "11": "november nov novembre",
    "12": "december dec décembre decembre déc",
    "21": "spring printemps",
    "22": "summer été",
    "23": "autumn fall automne",
    "24": "winter hiver",
}
_NUMBERS = {name: number for number, names in _NAMES.items() for name in names.split()}

_ORDER = tell("year, month and day come in this order")
_HYPHENS = tell("a date has hyphens, and two digits for month and day")
_SLASH = tell("an interval has a slash")
_PART = tell("the part of a year comes after it")
_LAST = tell("a mark comes last")

# What people write instead of EDTF, in lower case and with #01 for a month's name; what they
# may mean (several: it is not clear which), and why it was not read. The first that fits counts.
_SLIPS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (r"(\d{1,2})(?:st|nd|rd|th|er)?[\s.-]*#(\d\d)[\s,-]*(\d{4})", (r"\3-\2-\1",), _ORDER),
    (r"#(\d\d)\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})", (r"\3-\1-\2",), _ORDER),
    (r"#(\d\d)[\s-]*(\d{4})", (r"\2-\1",), _PART),
    (r"(\d{4})[\s-]*#(\d\d)", (r"\1-\2",), _HYPHENS),
    (r"[qt]([1-4])[\s/-]*(\d{4})", (r"\2-Q\1",), _PART),
    (r"(\d{4})[\s/-]*[qt]([1-4])", (r"\1-Q\2",), tell("a quarter is written with a hyphen and Q")),
    (r"[hs]([12])[\s/-]*(\d{4})", (r"\2-H\1",), _PART),
    (r"(\d{4})[\s/-]+[hs]([12])", (r"\1-H\2",), tell("half a year is written with a hyphen and H")),
    (r"(\d{1,2})[/.\s-](\d{1,2})[/.\s-](\d{4})", (r"\3-\2-\1", r"\3-\1-\2"), _ORDER),
    (r"(\d{4})[/.\s-](\d{1,2})[/.\s-](\d{1,2})", (r"\1-\2-\3",), _HYPHENS),
    (r"(\d{4})(\d\d)(\d\d)", (r"\1-\2-\3",), _HYPHENS),
    (r"(\d{4})-(\d{1,2})-(\d{1,2})", (r"\1-\3-\2",), _ORDER),
    (r"(\d{4})[/.\s-](\d{1,2})", (r"\1-\2",), _HYPHENS),
    (r"(\d{4})(\d\d)", (r"\1-\2",), _HYPHENS),
    (r"(\d{1,2})[/.\s-](\d{4})", (r"\2-\1",), tell("the month comes after the year")),
    (r"(\d\d)(\d\d)[/-](\d\d)", (r"\1\2/\1\3",), tell("a month is 01-12, and {}", _SLASH)),
    (r"(\d{4})-(\d{4})", (r"\1/\2",), _SLASH),
    (r"(.+?)\s*(?:\u2013|\u2014|\.\.|\s-\s|\sto\s|\sà\s)\s*(.+)", (r"\1/\2",), _SLASH),
    (
        r"(.+?)\s*(?:\.\.|/\s*(?:open|present|now|today))",
        (r"\1/..",),
        tell("an open end is / and .."),
    ),
    (r"(?:\.\.|unknown\s*/)\s*(.+)", (r"../\1",), tell("an open start is .. and /")),
    (r"(.+?)(?:\?~|~\?)", (r"\1%",), tell("% stands for both marks")),
    (r"([?~%])\s*([^/]+)", (r"\2\1",), _LAST),
    (r"([?~%])\s*([^/]+)/(.*)", (r"\2\1/\3",), _LAST),
    (r"(?:about|around|circa|ca?\.|vers|environ)\s*(.+)", (r"\1~",), tell("~ stands for about")),
    (r"(\d{3})0'?s", (r"\1X",), tell("X stands for any digit")),
    (r"(.+)", (r"\1",), tell("a date has no spaces, and capital letters only")),
)


@lru_cache(maxsize=65536)
def parse_period(text: str) -> Period:
    """Read EDTF: levels 0 and 1, sets and parts of the year of level 2, and `2025-Q4`, `2025-H1`.

    Raises BadDate, which says what to write instead where that can be told.
    """
    plain = _plain(text)
    if plain is not None:
        return plain
    try:
        return read_edtf(text)
    except BadDate as error:
        raise BadDate(text, error.column, _correction(text) or error.expected) from None


def format_day(ordinal: int) -> str:
    """The day as 2025-08-07."""
    year, month, day = civil(ordinal)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def overlap(a: Period, b: Period) -> bool:
    """Whether some day is in both."""
    return any(_overlap(run, other) for run in a.members for other in b.members)


def contains(a: Period, b: Period) -> bool:
    """Whether every day of `b` is in `a`."""
    # A run lies in several runs only if they touch, and the members of a period do not.
    return all(any(_contains(run, inner) for run in a.members) for inner in b.members)


def same(a: Period, b: Period) -> bool:
    """Whether both cover the same days."""
    return a.members == b.members


def meet(a: Period, b: Period) -> Literal["yes", "perhaps", "no"]:
    """Whether what is said of the one time and of the other is said of a common moment (DESIGN 5).

    For the times of two dated claims about an instant.
    """
    if same(a, b):
        return "yes"
    if not overlap(a, b):
        return "no"
    if a.throughout and (b.throughout or contains(a, b)):
        return "yes"
    return "yes" if b.throughout and contains(b, a) else "perhaps"


def _overlap(a: Days, b: Days) -> bool:
    (a_first, a_last), (b_first, b_last) = a, b
    return (a_first is None or b_last is None or a_first <= b_last) and (
        b_first is None or a_last is None or b_first <= a_last
    )


def _contains(a: Days, b: Days) -> bool:
    (a_first, a_last), (b_first, b_last) = a, b
    return (a_first is None or (b_first is not None and a_first <= b_first)) and (
        a_last is None or (b_last is not None and b_last <= a_last)
    )


def _plain(text: str) -> Period | None:
    """The quick way for a year, month or day, which nearly all dates are."""
    match = _PLAIN(text)
    if match is None:
        return None
    year, month, day = match.groups()
    if day is not None:
        first = last = day_ordinal(int(year), int(month), int(day))
        if not 0 < int(day) <= days_in_month(int(year), int(month)):
            return None
        precision = "day"
    elif month is not None:
        first = day_ordinal(int(year), int(month), 1)
        last = first + days_in_month(int(year), int(month)) - 1
        precision = "month"
    else:
        first, last = day_ordinal(int(year), 1, 1), day_ordinal(int(year), 12, 31)
        precision = "year"
    days = ((first, last),)
    return Period(text, first, last, False, precision, False, False, first, last, days)


def _correction(text: str) -> str | None:
    """What to write instead of a common slip: only what is then a date."""
    if len(text) > 60:
        return None
    numbered = re.sub(r"[^\W\d_]+\.?", _number, text.lower())
    for pattern, templates, reason in _SLIPS:
        match = re.fullmatch(pattern, numbered)
        meant = [_tidy(match.expand(template)) for template in templates] if match else []
        dates = [date for date in dict.fromkeys(meant) if _is_date(date)]
        if dates:
            return tell("{}: write {}", reason, either(dates))
    return None


def _number(word: re.Match[str]) -> str:
    number = _NUMBERS.get(word[0].rstrip("."))
    return word[0] if number is None else f"#{number}"


def _tidy(text: str) -> str:
    """The date in capitals, without spaces, and with two digits where there is one."""
    return re.sub(r"(?<=-)([0-9])(?![0-9X])", r"0\1", re.sub(r"\s", "", text).upper())


def _is_date(text: str) -> bool:
    try:
        read_edtf(text)
    except BadDate:
        return False
    return True
