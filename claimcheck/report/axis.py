"""A scale to draw on: which part of the numbers is shown, where its ticks stand, and in what words."""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.model.interval import Interval
from claimcheck.model.period import civil, day_ordinal
from claimcheck.model.units import Unit
from claimcheck.report.units import finite, scale_of
from claimcheck.wording import cldr


class Tick(NamedTuple):
    """A mark of a scale: the number it stands for, and its text."""

    at: Fraction
    text: str


class Axis(NamedTuple):
    """The part of the numbers that is drawn, its ticks, and the unit in words."""

    low: Fraction
    high: Fraction
    ticks: tuple[Tick, ...]
    unit: str

    def share(self, number: Fraction) -> Fraction:
        """Where a number stands, from 0 at the left to 1 at the right, within the drawing."""
        return min(Fraction(1), max(Fraction(0), (number - self.low) / (self.high - self.low)))


def axis_of(
    intervals: Sequence[Interval], unit: Unit, language: str, about: int = 7
) -> Axis | None:
    """A scale of `about` so many steps for intervals given in `unit`; None if none of them has an end."""
    ends = [end for interval in intervals for end in finite(interval)]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    if 0 <= low <= (high - low) / 2:
        low = Fraction(0)
    room = (high - low) / 12 or abs(high) / 10 or Fraction(1)
    low, high = (low if low == 0 else low - room), high + room
    scale = scale_of(max(abs(low), abs(high)), unit, language)
    step = nice((high - low) / about)
    first = -((-low) // step)
    values = [step * n for n in range(int(first), int(first) + about * 2) if step * n <= high]
    ticks = (Tick(value, scale.number(value, language)) for value in values)
    return Axis(low, high, tuple(ticks), scale.name)


def nice(number: Fraction) -> Fraction:
    """The next larger of 1, 2, 2.5 and 5 times a power of ten."""
    digits = len(str(number.numerator)) - len(str(number.denominator))
    power = Fraction(10) ** digits
    if power > number:
        power /= 10
    return next(power * n for n in (1, 2, Fraction(5, 2), 5, 10) if power * n >= number)


def time_axis(intervals: Sequence[Interval], language: str) -> Axis | None:
    """A scale of days that shows some intervals of them."""
    ends = [end for interval in intervals for end in finite(interval)]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    room = max((high - low) / 12, Fraction(20))
    axis = Axis(low - room, high + room, (), "")
    return axis._replace(ticks=tuple(_dates(axis, language)))


def _dates(axis: Axis, language: str) -> list[Tick]:
    """Ticks at the beginning of years, of months, or at single days."""
    days = axis.high - axis.low
    months = next(
        (m for m in (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200) if days / m <= 30 * 6), 2400
    )
    year, month, _ = civil(int(axis.low))
    found: list[Tick] = []
    at = (year * 12 + month - 1) // months * months
    while len(found) < 12:
        at += months
        day = day_ordinal(at // 12, at % 12 + 1, 1)
        if day > axis.high:
            break
        if day >= axis.low:
            name = cldr.short_month(day, language) if months < 12 else str(at // 12)
            found.append(Tick(Fraction(day), name))
    return found or [
        Tick(Fraction(int((axis.low + axis.high) / 2)), cldr.day(int(axis.low), language))
    ]
