"""Quantities: a written value with what it may mean, narrowly and widely (DESIGN 4)."""

from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.model.interval import (
    EVERYTHING,
    Interval,
    intersect,
    linear,
    whole_numbers,
)
from claimcheck.model.number import Written
from claimcheck.model.period import Period
from claimcheck.model.units import Unit

ABOUT_WIDTH = Fraction(1, 10)

# Dates are numbers of days; this is their dimension, and no conversion leads out of it.
DATE = Unit("", "date", Fraction(1), Fraction(0))


class End(NamedTuple):
    """One end of a range, or a single value: a number or a date, with its marks."""

    number: Written | Period
    unit: Unit
    about: bool = False
    excluded: bool = False
    reached: bool = False
    """Whether the claim also says that this end can occur ("up to 30", "20 to 50")."""


class Quantity:
    """A value as written, and the two intervals it stands for, in the base unit of its dimension.

    `point` is set for a single value, else `low` and `high` hold what is written of the two ends.
    """

    __slots__ = (
        "_narrow",
        "_wide",
        "_words_narrow",
        "_words_wide",
        "about_width",
        "counted",
        "high",
        "limits",
        "low",
        "point",
        "precision",
        "text",
        "unit",
    )

    def __init__(
        self,
        text: str,
        unit: Unit,
        *,
        point: End | None = None,
        low: End | None = None,
        high: End | None = None,
        precision: Fraction | None = None,
        counted: bool = False,
        limits: Interval = EVERYTHING,
        about_width: Fraction = ABOUT_WIDTH,
    ) -> None:
        self.text = text
        self.unit = unit
        self.point = point
        self.low = low
        self.high = high
        self.precision = precision
        """The unit of rounding in the base unit, 0 for exact; None: what the digits say."""
        self.counted = counted
        self.limits = limits
        self.about_width = about_width
        self._narrow: Interval | None = None
        self._wide: Interval | None = None
        self._words_narrow: Interval | None = None
        self._words_wide: Interval | None = None

    @classmethod
    def known(cls, text: str, unit: Unit, narrow: Interval, wide: Interval) -> "Quantity":
        """A value of which only the text, the unit and both intervals are known."""
        quantity = cls(text, unit)
        quantity._narrow, quantity._wide = narrow, wide
        return quantity

    def __repr__(self) -> str:
        return f"Quantity({self.text!r})"

    @property
    def dimension(self) -> str:
        """The dimension's key; two quantities compare if it is equal (currencies: with a rate)."""
        return self.unit.dimension

    @property
    def narrow(self) -> Interval:
        """What the digits say, within the attribute's limits."""
        if self._narrow is None:
            self._narrow = self._interval(wide=False)
        return self._narrow

    @property
    def wide(self) -> Interval:
        """What a generous reader allows, within the attribute's limits."""
        if self._wide is None:
            self._wide = self._interval(wide=True)
        return self._wide

    @property
    def plain(self) -> Written | None:
        """The number, if it is given without any mark."""
        point = self.point
        if point is None or point.about or not isinstance(point.number, Written):
            return None
        return point.number

    def unlimited(self, *, wide: bool) -> Interval:
        """The interval of the words alone, without the attribute's limits."""
        known = self._words_wide if wide else self._words_narrow
        if known is None:
            known = self._read(wide=wide)
            if wide:
                self._words_wide = known
            else:
                self._words_narrow = known
        return known

    def around(self, end: End) -> Interval:
        """What one end may stand for by itself, to a generous reader."""
        return self._spread(end, wide=True)

    def _read(self, *, wide: bool) -> Interval:
        point = self.point
        if point is not None:
            spread = self._spread(point, wide=wide)
            interval = spread
        else:
            low = None if self.low is None else self._end(self.low, wide=wide)
            high = None if self.high is None else self._end(self.high, wide=wide)
            interval = Interval(
                None if low is None else low.low,
                None if high is None else high.high,
                low is not None and low.low_open,
                high is not None and high.high_open,
            )
        return whole_numbers(interval) if self.counted else interval

    def _interval(self, *, wide: bool) -> Interval:
        return intersect(self.unlimited(wide=wide), self.limits)

    def _end(self, end: End, *, wide: bool) -> Interval:
        """The interval of one end of a range; only a reached or hedged end widens."""
        if isinstance(end.number, Period):
            return _limit(end.number, end, wide=wide)
        if end.about or (wide and end.reached):
            spread = self._spread(end, wide=wide)
        else:
            exact = end.number.number * end.unit.factor + end.unit.offset
            spread = Interval(exact, exact)
        return Interval(spread.low, spread.high, end.excluded, end.excluded)

    def _spread(self, end: End, *, wide: bool) -> Interval:
        """The interval around a number, in the base unit."""
        if isinstance(end.number, Period):
            return _days(end.number, wide=wide)
        half = self._half(end, end.number, wide=wide)
        number = _in_base(end.number.number, end.unit.factor)
        if end.unit.offset:
            number += end.unit.offset
        return Interval(number - half, number + half)

    def _half(self, end: End, written: Written, *, wide: bool) -> Fraction:
        factor = abs(end.unit.factor)
        if end.unit.offset:  # degrees have no meaningful tenth of themselves
            digits = (written.last if end.about else written.rounding) * factor
            return digits if self.precision is None else self._stated(end, digits)
        if self.precision is not None:
            base = self.precision / 2
        elif not (end.about or wide):
            exact = self.counted and written.place <= 0  # "8.41 million" was not counted one by one
            base = Fraction(0) if exact else _in_base(written.rounding, factor)
        elif wide and not end.about and self.counted and _exact_count(written):
            base = Fraction(0)
        else:
            base = _in_base(written.doubt, factor)
        if end.about and wide:
            return max(base, self.about_width * abs(written.number) * factor)
        return base

    def _stated(self, end: End, digits: Fraction) -> Fraction:
        stated = (self.precision or Fraction(0)) / 2
        return max(stated, digits) if end.about else stated


def _in_base(number: Fraction, factor: Fraction) -> Fraction:
    """A number in base units; money and pure numbers are in them already."""
    return number if factor == 1 else number * factor


def _exact_count(written: Written) -> bool:
    """Counts below 100 or without trailing zeros are taken to be counted, not rounded."""
    return abs(written.number) < 100 or written.last_nonzero <= 1


def _days(period: Period, *, wide: bool) -> Interval:
    first = period.wide_first if wide else period.first
    last = period.wide_last if wide else period.last
    return Interval(
        None if first is None else Fraction(first), None if last is None else Fraction(last)
    )


def _limit(period: Period, end: End, *, wide: bool) -> Interval:
    """A period as a limit: an included one may be any of its days, an excluded one none."""
    days = _days(period, wide=wide)
    if not end.excluded:
        return days
    near = _days(period, wide=False)
    return Interval(_beyond(near.high, days.high), _beyond(near.low, days.low), True, True)


def _beyond(near: Fraction | None, far: Fraction | None) -> Fraction | None:
    """An excluded end moved as far outwards as the wide reading moves it inwards: "before about 2026"."""
    return None if near is None or far is None else 2 * near - far


def convert(interval: Interval, unit: Unit) -> Interval:
    """`interval`, in the base unit, expressed in `unit`."""
    if unit.factor == 1 and not unit.offset:
        return interval
    return linear(interval, 1 / unit.factor, -unit.offset / unit.factor)
