"""Agreement: whether the value of a claim is what its quote says."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from claimcheck.exact import Fraction
from claimcheck.model.claim import Claim
from claimcheck.model.period import Period
from claimcheck.model.quantity import End, Quantity
from claimcheck.model.units import PLAIN, Unit, UnknownUnit, parse_unit
from claimcheck.text.reading import Reading

Fault = Literal["number", "unit", "points", "direction", "strict", "bound", "date"]
Dropped = Literal["about", "upper", "lower", "range", "certainty", "attribution"]


class Match(NamedTuple):
    """The reading that a claim's value is held against, and how the two differ."""

    reading: Reading
    fault: Fault | None = None
    dropped: Dropped | None = None
    other: bool = False
    """Whether the claim takes the other way to read a doubtful number."""


# The worse a difference, the less likely is it that this number of the quote is meant.
_ORDER: tuple[Fault | None, ...] = (
    None,
    "strict",
    "bound",
    "date",
    "direction",
    "points",
    "unit",
    "number",
)


def match(claim: Claim, readings: Iterable[Reading]) -> Match | None:
    """The reading that a claim's value means, with what differs; None if nothing read is of its kind."""
    value = claim.value
    if not isinstance(value, Quantity):
        return None
    matches = [
        found
        for reading in readings
        for found in (_date(value, reading) if reading.kind == "date" else _number(value, reading))
    ]
    return min(matches, key=_badness, default=None)


def _badness(found: Match) -> tuple[int, bool, bool]:
    return _ORDER.index(found.fault), found.dropped is not None, found.other


def unit_of(reading: Reading) -> Unit:
    """The unit of a reading's numbers."""
    try:
        return parse_unit(reading.unit) if reading.unit else PLAIN
    except UnknownUnit:
        return PLAIN


# ---- numbers


def _number(value: Quantity, reading: Reading) -> list[Match]:
    ends = [end for end in (value.point, value.low, value.high) if end is not None]
    if any(isinstance(end.number, Period) for end in ends):
        return []
    unit = unit_of(reading)
    if not _comparable(value.unit, unit, reading):
        return _same_digits(value, reading, ends)
    found = [_compare(value, reading, unit, Fraction(1))]
    middle = _middle(reading)
    if reading.other is not None and middle:
        found.append(_compare(value, reading, unit, reading.other / middle)._replace(other=True))
    return found


def _comparable(one: Unit, other: Unit, reading: Reading) -> bool:
    if one.dimension == other.dimension:
        return True
    if not reading.assumed or one.currency is None or other.currency is None:
        return False
    return one.currency[-1] == other.currency[-1]  # `$` may be any dollar


def _middle(reading: Reading) -> Fraction | None:
    return next((n for n in (reading.value, reading.high, reading.low) if n), None)


def _same_digits(value: Quantity, reading: Reading, ends: list[End]) -> list[Match]:
    """A number of another kind, if its digits are those of the claim: 25 % for 25 points."""
    wanted = {number for number in (reading.value, reading.low, reading.high) if number}
    if not any(_digits(end) in {abs(number) for number in wanted} for end in ends):
        return []
    kinds = {value.unit.dimension, unit_of(reading).dimension}
    points = "percentage_point:1" in kinds and "" in kinds
    return [Match(reading, "points" if points else "unit")]


def _digits(end: End) -> Fraction | None:
    return None if isinstance(end.number, Period) else abs(end.number.number)


class _Said(NamedTuple):
    """A reading in the base unit: its ends, and how exactly its digits give them."""

    low: Fraction | None
    high: Fraction | None
    half: Fraction


def _compare(value: Quantity, reading: Reading, unit: Unit, times: Fraction) -> Match:
    offset = (
        unit.offset if value.unit.offset else Fraction(0)
    )  # a difference is written like a point

    def base(number: Fraction | None) -> Fraction | None:
        return None if number is None else number * times * unit.factor + offset

    half = _tolerance(reading) * abs(times * unit.factor)
    said = _Said(base(reading.low), base(reading.high), half)
    if reading.is_range:
        return _with_range(value, reading, said)
    if said.low is None or said.high is None:
        return _with_limit(value, reading, said)
    return _with_point(value, reading, said)


def _tolerance(reading: Reading) -> Fraction:
    """How far a value may be from the number read: half its last digit, more if it is about that."""
    half = reading.place / 2
    if reading.kind == "share" and not reading.unit:
        half = Fraction(1, 200)  # two thirds are 66 % or 67 %
    number = abs(reading.value) if reading.value is not None else Fraction(0)
    if not reading.about or not number:
        return half
    zeros = reading.place
    while number % (zeros * 10) == 0:
        zeros *= 10
    return max(half, min(zeros / 2, number / 10))


def _is(end: End | None, number: Fraction | None, half: Fraction) -> bool:
    """Whether an end of a claim is a number of the quote, as exactly as either is written."""
    if end is None or number is None or isinstance(end.number, Period):
        return False
    own = end.number.number * end.unit.factor + end.unit.offset
    return abs(own - number) <= max(half, end.number.rounding * abs(end.unit.factor))


def _with_point(value: Quantity, reading: Reading, said: _Said) -> Match:
    number = said.low
    assert number is not None
    if value.point is not None:
        if not _is(value.point, number, said.half):
            return Match(reading, "number")
        return Match(reading, dropped="about" if reading.about and not value.point.about else None)
    if value.low is not None and value.high is not None:
        inside = _number_of(value.low) <= number <= _number_of(value.high)
        return Match(reading, None if inside and reading.about else "bound" if inside else "number")
    end = value.low or value.high
    if not _is(end, number, said.half):
        return Match(reading, "number")
    return Match(reading, "bound")


def _number_of(end: End) -> Fraction:
    assert not isinstance(end.number, Period)
    return end.number.number * end.unit.factor + end.unit.offset


def _with_limit(value: Quantity, reading: Reading, said: _Said) -> Match:
    """The quote gives one end only: up to, under, over, at least."""
    upper = said.low is None
    number = said.high if upper else said.low
    if value.point is not None:
        if not _is(value.point, number, said.half):
            return Match(reading, "number")
        return Match(reading, dropped="upper" if upper else "lower")
    same, opposite = (value.high, value.low) if upper else (value.low, value.high)
    if same is None:
        return Match(reading, "direction" if _is(opposite, number, said.half) else "number")
    if not _is(same, number, said.half):
        return Match(reading, "number")
    included = reading.high_included if upper else reading.low_included
    return Match(reading, None if included is not same.excluded else "strict")


def _with_range(value: Quantity, reading: Reading, said: _Said) -> Match:
    if value.point is not None:
        if value.point.about and reading.about:
            own = _number_of(value.point)
            assert said.low is not None and said.high is not None
            if said.low <= own <= said.high:
                return Match(reading)
        ends = (said.low, said.high)
        if any(_is(value.point, end, said.half) for end in ends):
            return Match(reading, dropped="range")
        return Match(reading, "number")
    fits = [
        _is(own, number, said.half)
        for own, number in ((value.low, said.low), (value.high, said.high))
        if own is not None
    ]
    if not all(fits):
        return Match(reading, "number")
    return Match(reading, None if len(fits) == 2 else "bound")


# ---- dates


def _date(value: Quantity, reading: Reading) -> list[Match]:
    ends = [end.number for end in (value.point, value.low, value.high) if end is not None]
    periods = [number for number in ends if isinstance(number, Period)]
    if not periods or reading.low is None or reading.high is None:
        return []
    first, last = _earliest(periods), _latest(periods)
    agrees = _within(reading.low, reading.high, first, last) or _within(
        first, last, reading.low, reading.high
    )
    whole = any(_within(p.wide_first, p.wide_last, reading.low, reading.high) for p in periods)
    dropped = reading.about and not any(p.wide_first != p.first for p in periods)
    if agrees or whole:
        return [Match(reading, dropped="about" if dropped else None)]
    return [Match(reading, "date")]


def _earliest(periods: list[Period]) -> int | None:
    firsts = [period.first for period in periods]
    return None if None in firsts else min(day for day in firsts if day is not None)


def _latest(periods: list[Period]) -> int | None:
    lasts = [period.last for period in periods]
    return None if None in lasts else max(day for day in lasts if day is not None)


def _within(
    low: Fraction | int | None,
    high: Fraction | int | None,
    first: Fraction | int | None,
    last: Fraction | int | None,
) -> bool:
    """Whether the days from `low` to `high` lie within those from `first` to `last`."""
    after = first is None or (low is not None and low >= first)
    before = last is None or (high is not None and high <= last)
    return after and before


def time_disagrees(claim: Claim, readings: Iterable[Reading]) -> Reading | None:
    """A date of the quote, where none of its dates overlaps the time of the claim."""
    when = claim.when
    dates = [r for r in readings if r.kind == "date" and r.low is not None and r.high is not None]
    if when is None or not dates:
        return None
    for date in dates:
        assert date.low is not None and date.high is not None
        before = when.wide_last is not None and when.wide_last < date.low
        after = when.wide_first is not None and when.wide_first > date.high
        if not (before or after):
            return None
    return dates[0]


# ---- hedges of the whole sentence


def less_certain(claim: Claim, reading: Reading) -> bool:
    """Whether the quote is unsure and the claim is not; what happens in a scenario is supposed anyway."""
    return claim.scenario is None and claim.certainty == "certain" != reading.certainty


def unattributed(claim: Claim, reading: Reading) -> bool:
    """Whether the quote says who says so and the claim does not."""
    return reading.attribution is not None and claim.attribution is None
