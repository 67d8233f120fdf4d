"""Interval arithmetic, exact: what sums, products and quotients of intervals may be.

The textbook rules (Moore, Interval Analysis, 1966), with ends that may be open or unbounded.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.model.interval import EVERYTHING, Interval, linear


class _End(NamedTuple):
    """An end of an interval as an extended number: `sign` is -1 or 1 where it is infinite, else 0."""

    value: Fraction
    sign: int
    open: bool


def add(a: Interval, b: Interval) -> Interval:
    """All sums of a number of `a` and one of `b`."""
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    low_open = low is not None and (a.low_open or b.low_open)
    return Interval(low, high, low_open, high is not None and (a.high_open or b.high_open))


def total(parts: Sequence[Interval]) -> Interval:
    """All sums of a number of each."""
    found = parts[0]
    for part in parts[1:]:
        found = add(found, part)
    return found


def negative(a: Interval) -> Interval:
    """All numbers of `a` with the other sign."""
    return linear(a, Fraction(-1), Fraction(0))


def subtract(a: Interval, b: Interval) -> Interval:
    """All differences of a number of `a` and one of `b`."""
    return add(a, negative(b))


def product(a: Interval, b: Interval) -> Interval:
    """All products of a number of `a` and one of `b`."""
    if _positive(a) and _positive(b):
        return _positive_product(a, b)
    corners = [_times(x, y) for x in _ends(a) for y in _ends(b)]
    return _hull(corners)


def _positive(a: Interval) -> bool:
    """Whether all of it is above zero: nearly every product that is met."""
    return a.low is not None and a.low > 0


def _positive_product(a: Interval, b: Interval) -> Interval:
    assert a.low is not None and b.low is not None
    high = None if a.high is None or b.high is None else a.high * b.high
    open_ = high is not None and (a.high_open or b.high_open)
    return Interval(a.low * b.low, high, a.low_open or b.low_open, open_)


def quotient(a: Interval, b: Interval) -> Interval:
    """All quotients of a number of `a` by one of `b` that is not zero.

    Where zero lies inside of `b`, the quotients have two parts; their hull is everything.
    """
    inverse = _inverse(b)
    return EVERYTHING if inverse is None else product(a, inverse)


def lowest(intervals: Iterable[Interval]) -> Interval:
    """All minima of a number from each interval."""
    found = list(intervals)
    return negative(highest([negative(interval) for interval in found]))


def highest(intervals: Iterable[Interval]) -> Interval:
    """All maxima of a number from each interval."""
    lows, highs = [], []
    for interval in intervals:
        low, high = _ends(interval)
        lows.append(low)
        highs.append(high)
    low = max(lows, key=lambda end: (end.sign, end.value, end.open))
    high = max(highs, key=lambda end: (end.sign, end.value, not end.open))
    return _interval(low, high)


def _ends(interval: Interval) -> tuple[_End, _End]:
    low = _End(Fraction(0), -1, True) if interval.low is None else None
    high = _End(Fraction(0), 1, True) if interval.high is None else None
    return (
        low or _End(interval.low or Fraction(0), 0, interval.low_open),
        high or _End(interval.high or Fraction(0), 0, interval.high_open),
    )


def _times(x: _End, y: _End) -> _End:
    """The product of two ends; zero times anything is zero, closed where either zero is taken."""
    if not x.sign and not y.sign:
        value = x.value * y.value
        if value:
            return _End(value, 0, x.open or y.open)
        return _End(value, 0, not ((not x.value and not x.open) or (not y.value and not y.open)))
    if (not x.sign and not x.value) or (not y.sign and not y.value):
        zero = x if not x.sign else y
        return _End(Fraction(0), 0, zero.open)
    return _End(Fraction(0), _sign(x) * _sign(y), True)


def _sign(end: _End) -> int:
    return end.sign or (1 if end.value > 0 else -1)


def _hull(corners: list[_End]) -> Interval:
    low = min(corners, key=lambda end: (end.sign, end.value, end.open))
    high = max(corners, key=lambda end: (end.sign, end.value, not end.open))
    return _interval(low, high)


def _interval(low: _End, high: _End) -> Interval:
    return Interval(
        None if low.sign else low.value,
        None if high.sign else high.value,
        low.open and not low.sign,
        high.open and not high.sign,
    )


def _inverse(b: Interval) -> Interval | None:
    """One divided by each number of `b` but zero; None if they lie on both sides of zero."""
    low, high = b.low, b.high
    if low is not None and low >= 0:
        top = None if low == 0 else 1 / low
        bottom = Fraction(0) if high is None else (1 / high if high else None)
        if bottom is None:
            return None  # only zero
        return Interval(bottom, top, high is None or b.high_open, low != 0 and b.low_open)
    if high is not None and high <= 0:
        mirrored = _inverse(negative(b))
        return None if mirrored is None else negative(mirrored)
    return None
