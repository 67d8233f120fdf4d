"""A scale as it is drawn: places in per cent of the width."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

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

    def place(self, number: Fraction) -> Fraction:
        """Where a number stands, in per cent, within the drawing."""
        return self.scale.share(number) * 100

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
    return _drawn(axis.axis_of(intervals, unit, language))


def time_axis(intervals: Sequence[Interval], language: str) -> Axis | None:
    """A scale of days that shows some intervals of them."""
    return _drawn(axis.time_axis(intervals, language))


def _drawn(scale: axis.Axis | None) -> Axis | None:
    if scale is None:
        return None
    return Axis(scale, tuple(_tick(scale.share(tick.at) * 100, tick.text) for tick in scale.ticks))


def _tick(place: Fraction, text: str) -> Tick:
    anchor = "start" if place < 6 else "end" if place > 94 else "middle"
    return Tick(percent(place), text, anchor)
