"""Rates are the bank's own, as exact intervals; CurrencyConverter itself is the judge."""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from currency_converter import (  # type: ignore[import-untyped]
    CurrencyConverter,
    RateNotFoundError,
)
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.period import parse_period
from claimcheck.model.rates import MARGIN, Rate, rate

# Currencies that were quoted throughout the bank's history; its first day, and one long after.
QUOTED = ("EUR", "USD", "GBP", "JPY", "CHF", "SEK", "AUD", "ZAR")
FIRST, LAST = date(1999, 1, 4), date(2025, 12, 31)

codes = st.sampled_from(QUOTED)
days = st.dates(FIRST, LAST)


@cache
def converter() -> CurrencyConverter:
    return CurrencyConverter(decimal=True)


def over(source: str, target: str, when: str) -> Rate | None:
    period = parse_period(when)
    return rate(source, target, period.first, period.last)


def exact(source: str, target: str, day: date) -> Fraction:
    """The judge's rate, from its two rates of the euro: a cross rate it rounds to 28 digits."""
    quotes = [converter().convert(Decimal(1), "EUR", code, day) for code in (target, source)]
    return Fraction(quotes[0]) / Fraction(quotes[1])


def middle(found: Rate) -> Fraction:
    return found.low / (1 - MARGIN)


@pytest.mark.parametrize("when", ["1999-01-04", "2003-06-17", "2008-09-15", "2025-11-28"])
@pytest.mark.parametrize(
    ("source", "target"), [("EUR", "USD"), ("USD", "EUR"), ("GBP", "JPY"), ("CHF", "SEK")]
)
def test_a_day_has_the_converters_rate(source: str, target: str, when: str) -> None:
    found = over(source, target, when)
    assert found is not None
    assert found.low / (1 - MARGIN) == found.high / (1 + MARGIN)
    judged = converter().convert(Decimal(1), source, target, date.fromisoformat(when))
    assert abs(middle(found) - Fraction(judged)) <= Fraction(1, 10**20)


@pytest.mark.parametrize(
    ("source", "target", "when"),
    [
        ("USD", "EUR", "2026-01"),
        ("EUR", "USD", "2025-Q4"),
        ("GBP", "USD", "2016"),
        ("TRY", "EUR", "2021-12"),
        ("EUR", "RUB", "2022-02"),
        ("HRK", "EUR", "2022"),
    ],
)
def test_a_span_has_the_lowest_and_the_highest_rate_of_its_days(
    source: str, target: str, when: str
) -> None:
    period, found = parse_period(when), over(source, target, when)
    assert found is not None
    assert period.first is not None
    assert period.last is not None
    judged = []
    for ordinal in range(period.first, period.last + 1):
        with suppress(RateNotFoundError):
            judged.append((exact(source, target, date.fromordinal(ordinal)), ordinal))
    assert found.low == min(judged)[0] * (1 - MARGIN)
    assert found.high == max(judged)[0] * (1 + MARGIN)
    assert (found.first, found.last) == (judged[0][1], judged[-1][1])


@pytest.mark.parametrize(
    ("when", "used"),
    [
        ("2026-01-31", "2026-01-30"),  # a Saturday
        ("2026-02-01", "2026-01-30"),  # a Sunday
        ("2026-01-31/2026-02-01", "2026-01-30"),
        ("2025-12-25", "2025-12-24"),
        ("2025-04-21", "2025-04-17"),  # Easter Monday: the bank's longest pause
    ],
)
def test_a_day_without_quotes_has_those_of_the_last_day_before(when: str, used: str) -> None:
    assert over("USD", "EUR", when) == over("USD", "EUR", used)


def test_the_days_used_are_told() -> None:
    found = over("USD", "EUR", "2026-01")
    assert found is not None
    assert found[2:] == (date(2026, 1, 2).toordinal(), date(2026, 1, 30).toordinal())


@pytest.mark.parametrize("when", ["2025", "1958", "9999"])
def test_a_currency_in_itself_is_exactly_one_at_any_time(when: str) -> None:
    for code in ("EUR", "USD", "XPF"):
        found = over(code, code, when)
        assert found is not None
        assert found.low == found.high == 1


@pytest.mark.parametrize(
    ("source", "target", "when", "reason"),
    [
        ("USD", "XPF", "2025", "the bank never quoted it"),
        ("usd", "EUR", "2025", "codes are in capitals"),
        ("Date", "EUR", "2025", "the table's own column"),
        ("", "EUR", "2025", "the table's last column has no name"),
        ("USD", "EUR", "1998", "before the history"),
        ("USD", "EUR", "1999-01-03", "the day before the history"),
        ("USD", "EUR", "-0044", "long before"),
        ("USD", "EUR", "9998", "after the history"),
        ("USD", "EUR", "Y12000", "long after"),
        ("USD", "EUR", "2015/..", "open"),
        ("USD", "EUR", "../2015", "open"),
        ("USD", "EUR", "2015/", "open"),
        ("USD", "EUR", "2010/2020", "longer than ten years"),
        ("USD", "EUR", "201X/2020", "longer than ten years"),
        ("RUB", "EUR", "2023", "no longer quoted"),
        ("RUB", "EUR", "2022-03-05", "no longer quoted, on a Saturday"),
        ("RUB", "EUR", "2022", "quoted for a part of the span only"),
        ("EUR", "ISK", "2008", "quoted for a part of the span only"),
        ("ISK", "EUR", "2012", "not quoted for ten years"),
        ("HRK", "EUR", "2024", "given up for the euro"),
    ],
)
def test_no_rate(source: str, target: str, when: str, reason: str) -> None:
    assert over(source, target, when) is None, reason


def test_a_span_that_the_history_ends_in_is_judged_by_the_days_inside() -> None:
    assert over("USD", "EUR", "1998-12/1999-01") == over("USD", "EUR", "1999-01")
    end = converter().bounds["USD"].last_date.toordinal()
    found = rate("USD", "EUR", end - 20, end + 60)
    assert found is not None
    assert found == rate("USD", "EUR", end - 20, end)
    assert found.last == end


def test_ten_years_are_not_too_long_but_a_day_more_is() -> None:
    assert over("USD", "EUR", "2008-01-01/2017-12-31") is not None  # three leap days
    assert over("USD", "EUR", "2008-01-01/2018-01-01") is None


def test_a_span_whose_end_is_before_its_start_has_no_rate() -> None:
    assert rate("USD", "EUR", date(2025, 2, 1).toordinal(), date(2025, 1, 1).toordinal()) is None


@given(codes, codes, days, st.integers(0, 200))
def test_there_and_back_overlap(source: str, target: str, day: date, length: int) -> None:
    first, last = day.toordinal(), min(day + timedelta(length), LAST).toordinal()
    there, back = rate(source, target, first, last), rate(target, source, first, last)
    assert there is not None
    assert back is not None
    assert there.low <= 1 / back.low
    assert 1 / back.high <= there.high
    assert 0 < there.low <= there.high


@given(codes, codes, days, st.integers(0, 100), st.integers(0, 100))
def test_a_longer_span_has_a_wider_rate(
    source: str, target: str, day: date, before: int, after: int
) -> None:
    ordinal = day.toordinal()
    if not FIRST.toordinal() <= ordinal - before <= ordinal + after <= LAST.toordinal():
        return
    short = rate(source, target, ordinal, ordinal)
    long = rate(source, target, ordinal - before - 7, ordinal + after)
    assert short is not None
    assert long is not None
    assert long.low <= short.low <= short.high <= long.high
