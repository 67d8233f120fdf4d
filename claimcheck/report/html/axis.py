"""A scale as it is drawn: places in per cent of the width."""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.model.interval import Interval
from claimcheck.model.units import Unit
from claimcheck.report import axis


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

    scale: axis.Axis
    ticks: tuple[Tick, ...]

    @property
    def unit(self) -> str:
        """What the ticks count, in words."""
        return self.scale.unit

    def place(self, number: Fraction) -> int:
        """Where a number stands within the drawing, in hundredths of a per cent: whole numbers are quick."""
        low, high = self.scale.low, self.scale.high
        up = number.numerator * low.denominator - low.numerator * number.denominator
        across = high.numerator * low.denominator - low.numerator * high.denominator
        found = 10_000 * up * high.denominator // (number.denominator * across)
        return min(10_000, max(0, found))

    def span(self, interval: Interval) -> Span:
        """Where an interval stands; an end that it does not have is that of the drawing."""
        start = 0 if interval.low is None else self.place(interval.low)
        end = 10_000 if interval.high is None else self.place(interval.high)
        before, after = interval.low is None, interval.high is None
        width = max(0, end - start)
        return Span(percent(start), percent(width), before, after, width < 100)


def percent(place: int) -> str:
    """A place as an attribute of SVG, alike on every machine."""
    whole, rest = divmod(place, 100)
    return f"{whole}.{rest:02}%" if rest else f"{whole}%"


def axis_of(intervals: Sequence[Interval], unit: Unit, language: str) -> Axis | None:
    """A scale that shows some intervals, given in `unit`; None if none of them has an end."""
    return _drawn(axis.axis_of(intervals, unit, language))


def time_axis(intervals: Sequence[Interval], language: str) -> Axis | None:
    """A scale of days that shows some intervals of them."""
    return _drawn(axis.time_axis(intervals, language))


def _drawn(scale: axis.Axis | None) -> Axis | None:
    if scale is None:
        return None
    drawn = Axis(scale, ())
    return drawn._replace(ticks=tuple(_tick(drawn.place(t.at), t.text) for t in scale.ticks))


def _tick(place: int, text: str) -> Tick:
    anchor = "" if place < 600 else "end" if place > 9_400 else "middle"
    return Tick(percent(place), text, anchor)
