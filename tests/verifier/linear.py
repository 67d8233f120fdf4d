"""Exact linear systems with strict and non-strict inequalities, decided by a simplex over rationals.

No answer is believed: a solution is put into every row, and a refutation is a combination of rows, checked to
add up to something that is false on its face.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from tests.verifier.interval import Interval, intersect

Weights: TypeAlias = Mapping[str, Fraction]
# A number plus a multiple of something positive that is smaller than any number: how strict bounds compare.
Value: TypeAlias = tuple[Fraction, Fraction]
ZERO: Value = (Fraction(0), Fraction(0))


class Row(NamedTuple):
    """sum(weight * variable) lies in an interval."""

    weights: Weights
    interval: Interval


def tightened(bounds: Mapping[str, Interval], rows: list[Row]) -> dict[str, Interval]:
    """The bounds, narrowed by the rows that are about one variable only."""
    found = dict(bounds)
    for weights, interval in rows:
        if len(weights) == 1:
            [(name, weight)] = weights.items()
            found[name] = intersect(found[name], _scaled(interval, 1 / weight))
    return found


def _scaled(interval: Interval, factor: Fraction) -> Interval:
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    if factor > 0:
        return Interval(low, high, interval.low_open, interval.high_open)
    return Interval(high, low, interval.high_open, interval.low_open)


def solve(bounds: Mapping[str, Interval], rows: list[Row]) -> dict[str, Fraction] | None:
    """Numbers within the bounds for which every row holds; None if there are none."""
    bounds = tightened(bounds, rows)
    if any(interval.empty for interval in [*bounds.values(), *(row.interval for row in rows)]):
        return None
    if any(not row.weights and Fraction(0) not in row.interval for row in rows):
        return None
    tableau = _Tableau(bounds, [row for row in rows if len(row.weights) > 1])
    return tableau.point() if tableau.feasible() else None


class _Tableau:
    """Basic columns as sums of the others; each column is a variable or the sum of a row."""

    def __init__(self, bounds: Mapping[str, Interval], rows: list[Row]) -> None:
        self.names = list(bounds)
        number = {name: index for index, name in enumerate(self.names)}
        self.forms = [{number[name]: w for name, w in row.weights.items() if w} for row in rows]
        self.intervals = [*bounds.values(), *(row.interval for row in rows)]
        self.lower = [_lower(interval) for interval in self.intervals]
        self.upper = [_upper(interval) for interval in self.intervals]
        self.values = [
            self.lower[column] or self.upper[column] or ZERO for column in range(len(bounds))
        ]
        self.basic = {len(bounds) + index: dict(form) for index, form in enumerate(self.forms)}
        self.values += [self._sum(form) for form in self.forms]

    def _sum(self, form: Mapping[int, Fraction]) -> Value:
        values = self.values
        return (
            sum((w * values[c][0] for c, w in form.items()), Fraction(0)),
            sum((w * values[c][1] for c, w in form.items()), Fraction(0)),
        )

    def feasible(self) -> bool:
        """Whether all bounds can hold; pivots by Bland's rule, which ends."""
        while (column := self._outside()) is not None:
            low, high = self.lower[column], self.upper[column]
            rising = low is not None and self.values[column] < low
            partner = self._partner(column, rising)
            if partner is None:
                self._refute(column, rising)
                return False
            target = low if rising else high
            assert target is not None
            self._pivot(column, partner, target)
        return True

    def _outside(self) -> int | None:
        """The first basic column that is out of its bounds."""
        for column in sorted(self.basic):
            low, high, value = self.lower[column], self.upper[column], self.values[column]
            if (low is not None and value < low) or (high is not None and value > high):
                return column
        return None

    def _partner(self, column: int, rising: bool) -> int | None:
        """The first other column that can move the basic one in the wanted direction."""
        for other in sorted(self.basic[column]):
            up = (self.basic[column][other] > 0) == rising
            limit = self.upper[other] if up else self.lower[other]
            if limit is None or self.values[other] != limit:
                return other
        return None

    def _pivot(self, leaving: int, entering: int, target: Value) -> None:
        """Move a basic column to its bound, and let another one become basic."""
        row = self.basic.pop(leaving)
        weight = row.pop(entering)
        row = {column: -w / weight for column, w in row.items()}
        row[leaving] = 1 / weight
        for other in self.basic.values():
            if factor := other.pop(entering, None):
                _add(other, row, factor)
        self.basic[entering] = row
        self.values[leaving] = target
        for column, form in self.basic.items():
            self.values[column] = self._sum(form)

    def _refute(self, column: int, rising: bool) -> None:
        """Check the proof: the column equals a sum whose extreme is beyond the column's own bound."""
        form = self.basic[column]
        total: dict[int, Fraction] = {}
        for other, weight in [*form.items(), (column, Fraction(-1))]:
            _add(total, self._original(other), weight)
        assert not total, "the two sides are not the same sum"
        extreme = ZERO
        for other, weight in form.items():
            end = self.upper[other] if (weight > 0) == rising else self.lower[other]
            assert end is not None
            extreme = (extreme[0] + weight * end[0], extreme[1] + weight * end[1])
        bound = self.lower[column] if rising else self.upper[column]
        assert bound is not None and (extreme < bound if rising else extreme > bound)

    def _original(self, column: int) -> Mapping[int, Fraction]:
        count = len(self.names)
        return {column: Fraction(1)} if column < count else self.forms[column - count]

    def point(self) -> dict[str, Fraction]:
        """The values with a number for the infinitely small, small enough for all bounds; checked."""
        small = Fraction(1)
        while not self._fits(numbers := [real + small * tiny for real, tiny in self.values]):
            small /= 16
        return dict(zip(self.names, numbers, strict=False))

    def _fits(self, numbers: list[Fraction]) -> bool:
        numbers = numbers[: len(self.names)]
        sums = [sum((w * numbers[c] for c, w in form.items()), Fraction(0)) for form in self.forms]
        return all(
            value in interval
            for value, interval in zip([*numbers, *sums], self.intervals, strict=True)
        )


def _add(total: dict[int, Fraction], row: Mapping[int, Fraction], factor: Fraction) -> None:
    for column, weight in row.items():
        new = total.get(column, Fraction(0)) + factor * weight
        if new:
            total[column] = new
        else:
            total.pop(column, None)


def _lower(interval: Interval) -> Value | None:
    return None if interval.low is None else (interval.low, Fraction(interval.low_open))


def _upper(interval: Interval) -> Value | None:
    return None if interval.high is None else (interval.high, -Fraction(interval.high_open))
