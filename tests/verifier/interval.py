"""Ranges of exact numbers with open and closed ends; what the operations make of them."""

from fractions import Fraction
from math import inf
from numbers import Rational
from typing import NamedTuple, TypeAlias

Extended: TypeAlias = Fraction | float  # a float is only ever one of the two infinities


class Interval(NamedTuple):
    """The numbers between two ends; None is an end that does not exist."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def __contains__(self, value: object) -> bool:
        """Whether a number lies in it."""
        return isinstance(value, Rational) and not intersect(self, exactly(Fraction(value))).empty


ANY = Interval(None, None)
POSITIVE = Interval(Fraction(0), None, low_open=True)
NEGATIVE = Interval(None, Fraction(0), high_open=True)


def exactly(value: Fraction | int) -> Interval:
    """The interval of one number."""
    return Interval(Fraction(value), Fraction(value))


def _low(interval: Interval) -> tuple[Extended, bool]:
    return (-inf, True) if interval.low is None else (interval.low, interval.low_open)


def _high(interval: Interval) -> tuple[Extended, bool]:
    return (inf, True) if interval.high is None else (interval.high, interval.high_open)


def _between(low: tuple[Extended, bool], high: tuple[Extended, bool]) -> Interval:
    return Interval(
        low[0] if isinstance(low[0], Rational) else None,
        high[0] if isinstance(high[0], Rational) else None,
        isinstance(low[0], Rational) and low[1],
        isinstance(high[0], Rational) and high[1],
    )


def intersect(one: Interval, other: Interval) -> Interval:
    """What lies in both."""
    return _between(
        max(_low(one), _low(other)),  # of two equal ends the open one is narrower
        min(_high(one), _high(other), key=lambda end: (end[0], not end[1])),
    )


def hull(pieces: list[Interval]) -> Interval:
    """The least interval around all pieces."""
    return _between(
        min(_low(piece) for piece in pieces),
        max((_high(piece) for piece in pieces), key=lambda end: (end[0], not end[1])),
    )


def add(one: Interval, other: Interval) -> Interval:
    """All sums."""
    return Interval(
        None if one.low is None or other.low is None else one.low + other.low,
        None if one.high is None or other.high is None else one.high + other.high,
        one.low_open or other.low_open,
        one.high_open or other.high_open,
    )


def negate(one: Interval) -> Interval:
    """All negatives."""
    return Interval(
        None if one.high is None else -one.high,
        None if one.low is None else -one.low,
        one.high_open,
        one.low_open,
    )


def multiply(one: Interval, other: Interval) -> Interval:
    """All products: the extremes are at corners."""
    corners = [_corner(a, b) for a in (_low(one), _high(one)) for b in (_low(other), _high(other))]
    return _between(min(corners), max(corners, key=lambda end: (end[0], not end[1])))


def _corner(a: tuple[Extended, bool], b: tuple[Extended, bool]) -> tuple[Extended, bool]:
    if a[0] == 0 or b[0] == 0:  # a zero that is reached makes the product zero, whatever the other
        reached = (a[0] == 0 and not a[1]) or (b[0] == 0 and not b[1])
        return Fraction(0), not reached
    return a[0] * b[0], a[1] or b[1]


def divide(one: Interval, other: Interval) -> list[Interval]:
    """All quotients: a piece for each sign of the divisor, which is never zero."""
    parts = [intersect(other, side) for side in (NEGATIVE, POSITIVE)]
    return [multiply(one, _reciprocal(part)) for part in parts if not part.empty]


def _reciprocal(one: Interval) -> Interval:
    """One over an interval without zero; beyond an end at zero there is none."""
    positive = one.low is not None and one.low >= 0
    zero = (Fraction(0), True)
    low = zero if one.high is None else (1 / one.high if one.high else -inf, one.high_open)
    high = zero if one.low is None else (1 / one.low if one.low else inf, one.low_open)
    assert positive or (one.high is not None and one.high <= 0)
    return _between(low, high)


def least(one: Interval, other: Interval) -> Interval:
    """All values of the smaller of two."""
    return _between(
        min(_low(one), _low(other)),
        min(_high(one), _high(other), key=lambda end: (end[0], not end[1])),
    )


def greatest(one: Interval, other: Interval) -> Interval:
    """All values of the larger of two."""
    return negate(least(negate(one), negate(other)))
