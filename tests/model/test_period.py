"""Dates cover the days that EDTF says; the package `edtf` judges by its strict bounds."""

import calendar
import pickle
from datetime import date
from itertools import pairwise
from time import struct_time
from typing import Literal

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.edtf import MAX_LENGTH, days_in_month, read_edtf
from claimcheck.model.period import (
    BadDate,
    Period,
    civil,
    contains,
    day_ordinal,
    format_day,
    meet,
    overlap,
    parse_period,
    same,
)

# Examples of the EDTF specification, as the tests of the package `edtf` (5.0.2, MIT) list them.
AGREED = """
2001-02-03 | 2008-12 | 2008 | -0999 | 0000
2001-02-03T09:30:01 | 2004-01-01T10:10:10Z | 2004-01-01T10:10:10+05:00 | 1985-04-12T23:20:30
1964/2008 | 2004-06/2006-08 | 2004-02-01/2005-02-08 | 2004-02-01/2005-02 | 2004-02-01/2005
2005/2006-02 | -2005/-1999-02
1984? | 2004-06-11? | 2004-06? | 1984~ | 1984% | 2004-06-11%
199X | 19XX | 1XXX | 196X | -01XX | 1999-XX | 1999-01-XX | 1999-XX-XX
-0275~ | -0001~ | 0000~ | 16XX~ | 16XX% | 1XXX~ | 156X~ | -01XX~
../2006 | 2004-01-01/.. | 2004-06-XX/2004-07-03
1984~/2004-06 | 1984/2004-06~ | 1984?/2004% | 1984~/2004~ | 1984-06?/2004-08?
1984-06-02?/2004-08-08~
Y170000002 | Y-170000002
2001-21 | 2003-22 | 2000-23 | 2001-29 | 2001-34
[1667, 1668, 1670..1672] | [..1760-12-03] | [1760-12..] | [1760-01, 1760-02, 1760-12..]
[1667, 1760-12] | [1774-11..1774-12] | [1785-07-30..1785-08-06] | [1667, 1912-03..1912-05]
{1667,1668, 1670..1672} | {1960, 1961-12} | {1912-03..1912-05}
"""

# Read by both, but we mean other days: first and last day, and why.
DIFFERENT = {
    "2010-24": ("2010-12-01", "2011-02-28", "its winter is December alone; a season is 3 months"),
    "2011-24": ("2011-12-01", "2012-02-29", "the same, up to a leap day"),
    "2010-28": ("2010-12-01", "2011-02-28", "the northern winter, likewise"),
    "2010-30": ("2010-12-01", "2011-02-28", "the southern summer, likewise"),
    "/2006": (None, "2006-12-31", "an unknown start is unknown, not ten years before the end"),
    "2004-06-01/": ("2004-06-01", None, "an unknown end is unknown, not ten years on"),
    "1984-06-02?/": ("1984-06-02", None, "an unknown end is unknown, not ten years on"),
}

# Read by the judge alone.
ONE_MARK = "level 2: a mark on a part of the date"
INNER_X = "level 2: unspecified digits that are not the last"
EXPONENT = "level 2: years as powers of ten"
DIGITS = "level 2: significant digits"
IMPOSSIBLE = "there is no such day"
REVERSED = "the end is before the start"
REFUSED = {
    "2004?-06-11": ONE_MARK,
    "2004-06~-11": ONE_MARK,
    "2004-06-~11": ONE_MARK,
    "2004-%06": ONE_MARK,
    "2004-?06-?11": ONE_MARK,
    "?2004-%06": ONE_MARK,
    "?1945": ONE_MARK,
    "~1945/1959": ONE_MARK,
    "2004-06-~01/2004-06-~20": ONE_MARK,
    "156X-12-25": INNER_X,
    "15XX-12-25": INNER_X,
    "1560-XX-25": INNER_X,
    "15XX-12-XX": INNER_X,
    "XXXX-XX-23": INNER_X,
    "2X25": INNER_X,
    "XXXX": "any year at all: nothing is said",
    "../..": "any time at all: nothing is said",
    "2025-01T10:10:10": "a time without a day",
    "Y17E7": EXPONENT,
    "Y-17E7": EXPONENT,
    "1950S2": DIGITS,
    "Y17101E4S3": DIGITS,
    "Y171010000S3": DIGITS,
    "Y1234567890": "a year of more than nine digits",
    "2026-02-29": IMPOSSIBLE,
    "1900-02-29/1901": IMPOSSIBLE,
    "2005/2004": REVERSED,
    "2025-08-07/2025-08-06": REVERSED,
    " 2005 ": "spaces around it",
}

# Read by us alone.
OURS = {
    "2025-Q4": ("2025-10-01", "2025-12-31", "a quarter as accounts have it; EDTF writes 2025-36"),
    "2025-H1": ("2025-01-01", "2025-06-30", "half a year; EDTF writes 2025-40"),
    "2025-Q4/2026-Q1": ("2025-10-01", "2026-03-31", "the same in an interval"),
    "Y170000002~": ("Y170000002", "Y170000002", "level 1 qualifies any date"),
    "[2020]": ("2020-01-01", "2020-12-31", "a set of one"),
    "{2020-21,2021-21}": ("2020-03-01", "2021-05-31", "parts of a year in a set"),
    "2004-01-01T10:10:10+00:00": ("2004-01-01", "2004-01-01", "Greenwich written in full"),
}

# Refused by both; those with parentheses or letters are from the same origin.
NO_DATES = """
not a edtf string | Y17E7-12-26 | 2016-13-08 | 2016-02-39 | -0000-01-01 | 2004-(06)?-11
2004-06-(11)~ | 2004-(06)% | 2004-(06-11)? | 2004?-06-(11)~ | (2004-(06)~)? | (2004)?-06-04~
2011-(06-04)~ | 2004-06-(01)~/2004-06-(20)~
20250 | 025 | 2025-4 | 2025-1-01 | 2025-00 | 2025-42 | 2025-13 | 2025-04-31 | 2025-04-00
2025-24-01 | Y2025 | Y02025 | 2025/2026/2027 | / | 2025/...
2025-01-01T25:00:00 | 2025-01-01T10:60:00 | 2025-01-01T10:10 | 2025-01-01T10:10:10.5
2025-01-01T10:10:10/2026 | 2025-01-01T10:10:10+15:00
[] | {} | [2025,] | [..] | [2025 | 2025] | {2025] | [2025/2026] | [[2025]] | 2025?? | 2025?~
"""


def items(table: str) -> list[str]:
    return [item.strip() for line in table.strip().splitlines() for item in line.split(" | ")]


def days(text: str) -> tuple[int | None, int | None]:
    period = parse_period(text)
    return period.first, period.last


def judged(text: str) -> tuple[int | None, int | None]:
    found = parse_edtf(text)
    return bound(found.lower_strict()), bound(found.upper_strict())


def bound(found: struct_time | float) -> int | None:
    return None if isinstance(found, float) else day_ordinal(*found[:3])


def ordinal(day: str | None, *, end: bool = False) -> int | None:
    if day is None:
        return None
    if day.startswith("Y"):
        return day_ordinal(int(day[1:]), 12 if end else 1, 31 if end else 1)
    return date.fromisoformat(day).toordinal()


class TestAgainstTheEdtfPackage:
    @pytest.mark.parametrize("text", items(AGREED))
    def test_covers_the_same_days(self, text: str) -> None:
        assert days(text) == judged(text)

    @pytest.mark.parametrize("text", DIFFERENT)
    def test_differs_for_a_reason(self, text: str) -> None:
        first, last, reason = DIFFERENT[text]
        assert days(text) == (ordinal(first), ordinal(last)), reason
        assert days(text) != judged(text), "no longer a difference"

    @pytest.mark.parametrize("text", REFUSED)
    def test_refuses_for_a_reason(self, text: str) -> None:
        assert parse_edtf(text), REFUSED[text]
        with pytest.raises(BadDate):
            parse_period(text)

    @pytest.mark.parametrize("text", OURS)
    def test_reads_more_for_a_reason(self, text: str) -> None:
        first, last, reason = OURS[text]
        assert days(text) == (ordinal(first), ordinal(last, end=True)), reason
        with pytest.raises(EDTFParseException):
            parse_edtf(text)

    @pytest.mark.parametrize("text", ["", *items(NO_DATES)])
    def test_both_refuse(self, text: str) -> None:
        with pytest.raises(BadDate):
            parse_period(text)
        with pytest.raises(EDTFParseException):
            parse_edtf(text)


years = st.integers(-9999, 9999).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04}")
months = st.integers(1, 12).map(lambda month: f"{month:02}")
month_dates = st.builds("{}-{}".format, years, months)
day_dates = st.builds("{}-{:02}".format, month_dates, st.integers(1, 28))
unspecified = st.one_of(
    years.map(lambda year: year[:-1] + "X"),
    years.map(lambda year: year[:-2] + "XX"),
    years.map("{}-XX".format),
    years.map("{}-XX-XX".format),
    month_dates.map("{}-XX".format),
)
parts = st.builds("{}-{}".format, years, st.sampled_from([21, 22, 23, 26, 29, *range(31, 42)]))
long_years = st.integers(10_000, 999_999_999).map("Y{}".format)
marks = st.sampled_from(["", "", "?", "~", "%"])
dates = st.builds(
    "{}{}".format, st.one_of(years, month_dates, day_dates, unspecified, parts), marks
)
intervals = st.one_of(
    st.tuples(dates, dates).filter(lambda pair: is_date("/".join(pair))).map("/".join),
    dates.map("{}/..".format),
    dates.map("../{}".format),
    dates.map("{}/".format),
    dates.map("/{}".format),
)
items_of_sets = st.one_of(
    dates, st.tuples(dates, dates).map("..".join).filter(lambda text: is_date(f"[{text}]"))
)
sets = st.builds(
    "{0[0]}{1}{0[1]}".format,
    st.sampled_from(["[]", "{}"]),
    st.lists(items_of_sets, min_size=1, max_size=4).map(",".join),
)
texts = st.one_of(dates, intervals, sets, long_years)
periods = texts.map(parse_period)
ordinals = st.integers(-400_000_000_000, 400_000_000_000)


def is_date(text: str) -> bool:
    try:
        read_edtf(text)
    except BadDate:
        return False
    return True


@given(st.one_of(years, month_dates, day_dates, parts, long_years))
def test_any_date_covers_the_days_that_the_judge_says(text: str) -> None:
    assert days(text) == judged(text)


@given(st.one_of(years, month_dates, day_dates, st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}\Z")))
def test_the_quick_way_reads_what_the_grammar_reads(text: str) -> None:
    if is_date(text):
        assert parse_period(text) == read_edtf(text)
    else:
        with pytest.raises(BadDate):
            parse_period(text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        *((f"2025-Q{quarter}", f"2025-{32 + quarter}") for quarter in range(1, 5)),
        *((f"2025-H{half}", f"2025-{39 + half}") for half in range(1, 3)),
        ("2025-08-07/2025-08-07", "2025-08-07"),
        ("2025-Q1", "2025-01/2025-03"),
        ("2025-H2", "2025-07/2025-12"),
        ("2025-37", "2025-01/2025-04"),
        ("2025-25", "2025-21"),
        ("2025-31", "2025-21"),
        ("2025", "2025-XX"),
        ("199X", "1990/1999"),
        ("-019X", "-0199/-0190"),
        ("-000X", "-0009/0000"),
        ("000X", "0000/0009"),
        ("2024-02-XX", "2024-02-01/2024-02-29"),
        ("[2024,2025]", "2024/2025"),
        ("{2025-03,2025-01..2025-02}", "2025-Q1"),
        ("[2024, 2020..2025]", "2020/2025"),
        ("{..1983,1980..}", "{1983..,..1990}"),
        ("2004-06-11T24:00:00+14:00", "2004-06-11"),
    ],
)
def test_two_ways_to_say_the_same_days(text: str, other: str) -> None:
    assert same(parse_period(text), parse_period(other))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2025-08-07", "day"),
        ("2025-08-07T10:00:00Z", "day"),
        ("2025-08-XX", "day"),
        ("2025-XX-XX", "day"),
        ("2025-08", "month"),
        ("2025-XX", "month"),
        ("2025-Q3", "quarter"),
        ("2025-35", "quarter"),
        ("2025-22", "season"),
        ("2025-38", "quadrimester"),
        ("2025-H2", "half"),
        ("2025", "year"),
        ("Y12025", "year"),
        ("202X", "decade"),
        ("20XX", "century"),
        ("2XXX", "millennium"),
        ("2025/2025", "interval"),
        ("2025/", "interval"),
        ("[2025]", "set"),
        ("{2025,2027}", "set"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    assert parse_period(text).precision == precision


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-08-07~", "2025-08-06", "2025-08-08"),
        ("2025-03-01%", "2025-02-28", "2025-03-02"),
        ("2025-08-XX~", "2025-07-31", "2025-09-01"),
        ("2025-01~", "2024-12-01", "2025-02-28"),
        ("2025-XX~", "2024-12-01", "2026-01-31"),
        ("2025-Q4~", "2025-07-01", "2026-03-31"),
        ("2025-24~", "2025-09-01", "2026-05-31"),
        ("2025-37~", "2024-09-01", "2025-08-31"),
        ("2025-H1~", "2024-07-01", "2025-12-31"),
        ("2025~", "2024-01-01", "2026-12-31"),
        ("199X~", "1980-01-01", "2009-12-31"),
        ("19XX~", "1800-01-01", "2099-12-31"),
        ("2024~/2025-08", "2023-01-01", "2025-08-31"),
        ("2024/2025-08~", "2024-01-01", "2025-09-30"),
        ("2024~/..", "2023-01-01", None),
        ("../2024~", None, "2025-12-31"),
        ("[2024~,2030]", "2023-01-01", "2030-12-31"),
        ("{2010,2020..2024-01~}", "2010-01-01", "2024-02-29"),
    ],
)
def test_about_widens_by_one_unit_of_the_precision(
    text: str, first: str | None, last: str | None
) -> None:
    period = parse_period(text)
    assert period.approximate
    assert (period.wide_first, period.wide_last) == (ordinal(first), ordinal(last))


@given(texts)
def test_the_wide_days_contain_the_narrow_and_are_more_only_if_approximate(text: str) -> None:
    period = parse_period(text)
    assert period.first is None or (
        period.wide_first is not None and period.wide_first <= period.first
    )
    assert period.last is None or (period.wide_last is not None and period.last <= period.wide_last)
    if not period.approximate:
        assert (period.wide_first, period.wide_last) == (period.first, period.last)


@given(texts)
def test_marks_are_told_and_change_no_narrow_day(text: str) -> None:
    period = parse_period(text)
    assert period.approximate == any(mark in text for mark in "~%")
    assert period.uncertain == any(mark in text for mark in "?%")
    bare = parse_period(text.translate({ord(mark): None for mark in "?~%"}))
    assert period.members == bare.members


@given(texts)
def test_members_are_in_order_apart_and_span_the_whole(text: str) -> None:
    period = parse_period(text)
    members = period.members
    assert period.text == text
    assert (period.first, period.last) == (members[0][0], members[-1][1])
    for (_, last), (first, _) in pairwise(members):
        assert last is not None
        assert first is not None
        assert last + 1 < first


@pytest.mark.parametrize(
    ("text", "throughout"),
    [
        ("2025", False),
        ("2025-22", False),
        ("202X", False),
        ("2025-01/2025-12", True),
        ("2025/..", True),
        ("../2025", True),
        ("{2024,2025}", True),
        ("{2025}", True),
        ("[2024,2025]", False),
        ("[2024..2025]", False),
        ("2025/", False),  # it ended, nobody knows when
        ("/2025", False),
    ],
)
def test_throughout(text: str, *, throughout: bool) -> None:
    assert parse_period(text).throughout is throughout


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("", 0, "expected a year of four digits"),
        ("soon", 0, "expected a year of four digits"),
        ("20251", 0, "expected a year of four digits, or Y20251 for the year 20251"),
        ("-20251", 0, "expected a year of four digits, or Y-20251 for the year -20251"),
        ("XXXX", 0, "expected a year of four digits, X only for the last of them"),
        ("Y2025", 0, "expected Y and a year of five to nine digits"),
        ("-0000-05", 0, "expected 0000 for the year before 0001"),
        ("2025-13", 5, "expected a month 01-12, a season 21-24 or Q1-Q4"),
        ("2025-", 5, "expected a month 01-12, a season 21-24 or Q1-Q4"),
        ("2025-Q5", 5, "expected a month 01-12, a season 21-24 or Q1-Q4"),
        ("202X-01", 5, "expected no month after a year with X or Y"),
        ("2025-Q4-01", 7, "expected no day after a season, quarter or half"),
        ("2026-02-30", 8, "February 2026 has 28 days"),
        ("2024-02-30", 8, "February 2024 has 29 days"),
        ("2026-04-31", 8, "April 2026 has 30 days"),
        ("2026-04-32", 8, "expected a day 01-30"),
        ("2026-04-00", 8, "expected a day 01-30"),
        ("2026-04-", 8, "expected a day 01-30"),
        ("2026-XX-01", 8, "expected XX, since the month is XX"),
        ("2026?-04", 5, "expected the end of the date; a mark ? ~ or % comes last"),
        ("2025/2026-02-30", 13, "February 2026 has 28 days"),
        ("2026/2025", 5, "expected an end that is not before 2026"),
        ("2026-05/2026-04", 8, "expected an end that is not before 2026-05"),
        ("2024/2025/2026", 9, "expected one slash, between the start and the end"),
        ("../..", 0, "expected a date on at least one side of the slash"),
        ("[2024, 2025-13]", 12, "expected a month 01-12, a season 21-24 or Q1-Q4"),
        ("[2024, ]", 7, "expected a year of four digits"),
        ("{2024..2023}", 7, "expected an end that is not before 2024"),
        ("[2024", 5, "expected ]"),
        ("{2024]", 6, "expected }"),
        ("2025-01-01T10:00", 11, "expected a time such as 09:30:00, 09:30:00Z"),
        ("2025-01T10:00:00", 7, "expected a year, month and day, unmarked, before a time"),
        ("2025-01-01~T10:00:00", 11, "expected a year, month and day, unmarked, before a time"),
        ("[" + "2025," * MAX_LENGTH, MAX_LENGTH, f"expected a date of at most {MAX_LENGTH}"),
    ],
)
def test_an_error_says_where_reading_stopped_and_what_was_expected(
    text: str, column: int, expected: str
) -> None:
    with pytest.raises(BadDate) as caught:
        parse_period(text)
    error = caught.value
    assert (error.text, error.column) == (text, column)
    assert error.expected.startswith(expected)
    assert error.expected in str(error)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30/01/2026", "2026-01-30"),
        ("30.1.2026", "2026-01-30"),
        ("01/30/2026", "2026-01-30"),
        ("01/02/2026", "2026-02-01 or 2026-01-02"),
        ("02/02/2026", "2026-02-02"),
        ("2026/01/30", "2026-01-30"),
        ("2026.1.3", "2026-01-03"),
        ("20260130", "2026-01-30"),
        ("2016-13-08", "2016-08-13"),
        ("2025-1", "2025-01"),
        ("2025-1-05", "2025-01-05"),
        ("2025-1~", "2025-01~"),
        ("2025/01", "2025-01"),
        ("202501", "2025-01"),
        ("01/2026", "2026-01"),
        ("January 2026", "2026-01"),
        ("Jan. 2026", "2026-01"),
        ("janvier 2026", "2026-01"),
        ("2026 décembre", "2026-12"),
        ("30 January 2026", "2026-01-30"),
        ("January 30th, 2026", "2026-01-30"),
        ("1er août 2026", "2026-08-01"),
        ("29 février 2024", "2024-02-29"),
        ("spring 2026", "2026-21"),
        ("hiver 2026", "2026-24"),
        ("Q4 2025", "2025-Q4"),
        ("2025Q4", "2025-Q4"),
        ("2025-q4", "2025-Q4"),
        ("T4 2025", "2025-Q4"),
        ("H1 2025", "2025-H1"),
        ("S1 2025", "2025-H1"),
        ("2025 H2", "2025-H2"),
        ("2024-2025", "2024/2025"),
        ("2019-20", "2019/2020"),
        ("2024\N{EN DASH}2025", "2024/2025"),
        ("2024 to 2025", "2024/2025"),
        ("2024..2025", "2024/2025"),
        ("2025-01 / 2025-03", "2025-01/2025-03"),
        ("2025-10..", "2025-10/.."),
        ("2025-10/open", "2025-10/.."),
        ("2025-10/present", "2025-10/.."),
        ("..2025-10", "../2025-10"),
        ("unknown/2025", "../2025"),
        ("~2026", "2026~"),
        ("?1945/1959", "1945?/1959"),
        ("2026?~", "2026%"),
        ("2026~?", "2026%"),
        ("about 2026", "2026~"),
        ("c. 1850", "1850~"),
        ("vers 2026-03", "2026-03~"),
        ("1990s", "199X"),
        ("199x", "199X"),
        (" 2025", "2025"),
    ],
)
def test_a_common_slip_is_answered_with_what_to_write(text: str, meant: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_period(text)
    assert caught.value.expected.endswith(f": write {meant}")


@pytest.mark.parametrize(
    "text", ["30/02/2026", "32 January 2026", "market 2026", "2026-13", "12025-01", "2026/2025"]
)
def test_nothing_is_offered_that_is_no_date(text: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_period(text)
    assert "write" not in caught.value.expected


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789-/.,[]{}XYTQH?~%: #", max_size=20),
        st.builds("{}{}{}".format, texts, st.text(max_size=2), texts),
    )
)
def test_any_text_is_a_period_or_a_bad_date(text: str) -> None:
    if is_date(text):
        assert parse_period(text).text == text
        return
    with pytest.raises(BadDate) as caught:
        parse_period(text)
    assert caught.value.text == text
    assert 0 <= caught.value.column <= len(text)
    assert "\n" not in caught.value.expected


def test_a_bad_date_survives_the_way_between_processes() -> None:
    error = BadDate("2026-02-30", 8, "February 2026 has 28 days")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.text, copy.column, copy.expected) == ("2026-02-30", 8, error.expected)


class TestDays:
    @given(st.dates())
    def test_agree_with_datetime(self, day: date) -> None:
        assert day_ordinal(day.year, day.month, day.day) == day.toordinal()
        assert civil(day.toordinal()) == (day.year, day.month, day.day)
        assert days_in_month(day.year, day.month) == calendar.monthrange(day.year, day.month)[1]

    @pytest.mark.parametrize("year", [1, 4, 100, 400, 1900, 2000, 2024, 2025, 9999])
    def test_agree_with_datetime_on_all_days_of_a_year(self, year: int) -> None:
        for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
            day = date.fromordinal(ordinal)
            assert civil(ordinal) == (day.year, day.month, day.day)
            assert day_ordinal(day.year, day.month, day.day) == ordinal

    @given(ordinals)
    def test_there_and_back(self, ordinal: int) -> None:
        year, month, day = civil(ordinal)
        assert day_ordinal(year, month, day) == ordinal
        assert 1 <= day <= days_in_month(year, month)

    @given(ordinals)
    def test_the_calendar_repeats_after_400_years(self, ordinal: int) -> None:
        year, month, day = civil(ordinal)
        assert civil(ordinal + 146_097) == (year + 400, month, day)

    @given(st.one_of(day_dates, st.dates().map(str)))
    def test_are_written_as_they_are_read(self, text: str) -> None:
        period = parse_period(text)
        assert period.first is not None
        assert format_day(period.first) == text.replace("-0000", "0000")

    def test_of_long_years_are_written_too(self) -> None:
        assert format_day(day_ordinal(12025, 3, 4)) == "12025-03-04"
        assert format_day(day_ordinal(-44, 3, 15)) == "-0044-03-15"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("2025", "2025", "yes"),
        ("2025", "2025-XX", "yes"),
        ("2025-08-07", "2025-08-07", "yes"),
        ("2025", "2025-08", "perhaps"),  # two moments of one year
        ("2025", "2025-08-07", "perhaps"),
        ("2025-Q4", "2025-12", "perhaps"),
        ("2025-01/2025-12", "2025-08", "yes"),
        ("2025-01/2025-12", "2025", "yes"),
        ("2025-01/2025-06", "2025-06/2025-12", "yes"),
        ("2025-01/2025-06", "2025", "perhaps"),  # the moment may be in autumn
        ("2025-10/..", "2026-01-30", "yes"),
        ("2025-10/..", "2025", "perhaps"),
        ("2025-10/..", "../2025-10-01", "yes"),
        ("2025-10/..", "2024", "no"),
        ("2025-10/..", "../2025-09", "no"),
        ("2025-10/", "2026-01-30", "perhaps"),
        ("2025-10/", "2025-10/", "yes"),
        ("2025-10/2026-10", "2026/", "perhaps"),
        ("{2020,2025}", "2025-08", "yes"),
        ("{2020,2025}", "2022", "no"),
        ("{2020,2025}", "2020/2022", "yes"),
        ("{2020,2025}", "[2020-01,2025-01]", "yes"),
        ("{2020,2025}", "[2020,2022]", "perhaps"),
        ("[2020,2025]", "2025-08", "perhaps"),
        ("[2020,2025]", "2022", "no"),
        ("[2020,2025]", "2019/2026", "yes"),
        ("[2020,2025]", "[2025,2020]", "yes"),
        ("2025", "2026", "no"),
        ("2025-12-31", "2026-01-01", "no"),
        ("2025~", "2026", "no"),  # the narrow days count
    ],
)
def test_whether_two_times_meet(a: str, b: str, verdict: Literal["yes", "perhaps", "no"]) -> None:
    assert meet(parse_period(a), parse_period(b)) == verdict
    assert meet(parse_period(b), parse_period(a)) == verdict


@given(periods, periods)
def test_meeting_and_overlapping_are_symmetric(a: Period, b: Period) -> None:
    assert meet(a, b) == meet(b, a)
    assert overlap(a, b) == overlap(b, a)
    assert same(a, b) == same(b, a)
    assert (meet(a, b) == "no") == (not overlap(a, b))


@given(periods, periods)
def test_two_that_contain_each_other_are_the_same(a: Period, b: Period) -> None:
    assert same(a, b) == (contains(a, b) and contains(b, a))
    assert overlap(a, b) or not contains(a, b)


@given(periods)
def test_each_contains_and_meets_itself(period: Period) -> None:
    assert contains(period, period)
    assert meet(period, period) == "yes"


small = st.integers(2020, 2026)
small_sets = st.lists(small, min_size=1, max_size=4).map(
    lambda years: parse_period("[" + ",".join(map(str, years)) + "]")
)


@given(small_sets, small_sets)
def test_sets_compare_as_sets_of_their_years(a: Period, b: Period) -> None:
    mine, other = (set(period.text[1:-1].split(",")) for period in (a, b))
    assert overlap(a, b) == bool(mine & other)
    assert contains(a, b) == (mine >= other)
    assert same(a, b) == (mine == other)
