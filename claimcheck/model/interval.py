"""Intervals of exact rationals: what a value may be."""

from numbers import Rational
from typing import NamedTuple

from claimcheck.exact import Fraction


class Interval(NamedTuple):
    """All numbers from `low` to `high`; an end that is None is unbounded, an open one excluded."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        if self.low == self.high:
            return self.low_open or self.high_open
        return self.low > self.high

    @property
    def width(self) -> Fraction | None:
        """Its length; None if unbounded."""
        return None if self.low is None or self.high is None else self.high - self.low

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, (int, Fraction, Rational)):
            return False
        exact = Fraction(number)
        return not intersect(self, Interval(exact, exact)).empty


EVERYTHING = Interval(None, None)
NOTHING = Interval(Fraction(1), Fraction(0))
NOT_NEGATIVE = Interval(Fraction(0), None)


def intersect(a: Interval, b: Interval) -> Interval:
    """What lies in both; possibly empty."""
    low, low_open = _higher_low(a, b)
    high, high_open = _lower_high(a, b)
    return Interval(low, high, low_open, high_open)


def disjoint(a: Interval, b: Interval) -> bool:
    """Whether no number lies in both."""
    return intersect(a, b).empty


def within(inner: Interval, outer: Interval) -> bool:
    """Whether every number of `inner` lies in `outer`."""
    return inner.empty or intersect(inner, outer) == inner


def linear(interval: Interval, factor: Fraction, offset: Fraction) -> Interval:
    """The image of `interval` under x -> factor * x + offset; `factor` is not zero."""
    low = None if interval.low is None else interval.low * factor + offset
    high = None if interval.high is None else interval.high * factor + offset
    if factor > 0:
        return Interval(low, high, interval.low_open, interval.high_open)
    return Interval(high, low, interval.high_open, interval.low_open)


def multiply(a: Interval, low: Fraction, high: Fraction) -> Interval:
    """All products of a number of `a` with a positive number from `low` to `high`."""
    new_low = None if a.low is None else a.low * (low if a.low >= 0 else high)
    new_high = None if a.high is None else a.high * (high if a.high >= 0 else low)
    return Interval(new_low, new_high, a.low_open, a.high_open)


def whole_numbers(interval: Interval) -> Interval:
    """The integers of `interval`, as a closed interval (possibly empty)."""
    low, high = interval.low, interval.high
    if low is not None:
        floor = low.__floor__()
        low = Fraction(floor if floor == low and not interval.low_open else floor + 1)
    if high is not None:
        ceiling = high.__ceil__()
        high = Fraction(ceiling if ceiling == high and not interval.high_open else ceiling - 1)
    return Interval(low, high)


def _higher_low(a: Interval, b: Interval) -> tuple[Fraction | None, bool]:
    if a.low is None:
        return b.low, b.low_open
    if b.low is None or a.low > b.low:
        return a.low, a.low_open
    if a.low == b.low:
        return a.low, a.low_open or b.low_open
    return b.low, b.low_open


def _lower_high(a: Interval, b: Interval) -> tuple[Fraction | None, bool]:
    if a.high is None:
        return b.high, b.high_open
    if b.high is None or a.high < b.high:
        return a.high, a.high_open
    if a.high == b.high:
        return a.high, a.high_open or b.high_open
    return b.high, b.high_open
