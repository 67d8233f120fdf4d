"""A scale to draw on: which part of the numbers is shown, where its ticks stand, and in what words."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from claimcheck.model.interval import Interval
from claimcheck.model.period import civil, day_ordinal, format_day
from claimcheck.model.units import Unit
from claimcheck.report.html.units import Scale, finite, scale_of

_TICKS = 7
_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
}


class Tick(NamedTuple):
    """A mark of a scale: its place in per cent of the width, and its text."""

    x: str
    text: str
    anchor: str


class Span(NamedTuple):
    """A drawn stretch: left end and width in per cent, and whether it goes on at either side."""

    x: str
    width: str
    before: bool
    after: bool
    point: bool
    """Too narrow to be seen as a stretch."""


class Axis(NamedTuple):
    """The part of the numbers that is drawn, its ticks, and the unit in words."""

    low: Fraction
    high: Fraction
    ticks: tuple[Tick, ...]
    unit: str

    def place(self, number: Fraction) -> Fraction:
        """Where a number stands, in per cent, within the drawing."""
        return min(
            Fraction(100), max(Fraction(0), (number - self.low) * 100 / (self.high - self.low))
        )

    def span(self, interval: Interval) -> Span:
        """Where an interval stands; an end that it does not have is that of the drawing."""
        start = Fraction(0) if interval.low is None else self.place(interval.low)
        end = Fraction(100) if interval.high is None else self.place(interval.high)
        before, after = interval.low is None, interval.high is None
        narrow = end - start < 1
        return Span(percent(start), percent(max(Fraction(0), end - start)), before, after, narrow)


def percent(number: Fraction) -> str:
    """A place as an attribute of SVG, alike on every machine."""
    hundredths = round(number * 100)
    return f"{hundredths // 100}.{hundredths % 100:02}%"


def axis_of(intervals: Sequence[Interval], unit: Unit, language: str) -> Axis | None:
    """A scale that shows some intervals, given in `unit`; None if none of them has an end."""
    ends = [end for interval in intervals for end in finite(interval)]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    if 0 <= low <= (high - low) / 2:
        low = Fraction(0)
    room = (high - low) / 12 or abs(high) / 10 or Fraction(1)
    low, high = (low if low == 0 else low - room), high + room
    scale = scale_of(max(abs(low), abs(high)), unit, language)
    step = nice((high - low) / _TICKS)
    first = -((-low) // step)
    values = [step * n for n in range(int(first), int(first) + _TICKS * 2) if step * n <= high]
    axis = Axis(low, high, (), scale.name)
    return axis._replace(ticks=_ticks(axis, values, scale, language))


def _ticks(axis: Axis, values: Sequence[Fraction], scale: Scale, language: str) -> tuple[Tick, ...]:
    return tuple(_tick(axis, value, scale.number(value, language)) for value in values)


def _tick(axis: Axis, value: Fraction, text: str) -> Tick:
    place = axis.place(value)
    anchor = "start" if place < 6 else "end" if place > 94 else "middle"
    return Tick(percent(place), text, anchor)


def nice(number: Fraction) -> Fraction:
    """The next larger of 1, 2, 2.5 and 5 times a power of ten."""
    power = Fraction(1)
    while power * 10 <= number:
        power *= 10
    while power > number:
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
            name = str(at // 12)
            if months < 12:
                name = f"{_MONTHS[language][at % 12]} {name}"
            found.append(_tick(axis, Fraction(day), name))
    return found or [
        _tick(axis, Fraction(int((axis.low + axis.high) / 2)), format_day(int(axis.low)))
    ]
