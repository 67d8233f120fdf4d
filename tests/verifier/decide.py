"""Whether a problem has a solution: boxes are split until each is refuted, or one holds a solution.

In a box a product lies within the four planes of McCormick (1976), which are linear and exact, so that a box
without a solution of the planes has none of the problem. Solutions are found by giving values to so many
factors that the rest is linear, and are checked against the problem as it was written.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from tests.verifier.flat import Form, System, combine, row
from tests.verifier.interval import Interval, exactly, intersect
from tests.verifier.linear import Row, solve, tightened
from tests.verifier.problem import Problem, violated

Box: TypeAlias = dict[str, Interval]
Point: TypeAlias = dict[str, Fraction]
DEFAULT_LIMIT = 1000


class Undecided(Exception):
    """As many boxes as allowed, and neither a solution nor a refutation."""


def satisfiable(problem: Problem, limit: int = DEFAULT_LIMIT) -> bool:
    """Whether some assignment violates nothing; Undecided after so many boxes."""
    return solution(problem, limit) is not None


def solution(problem: Problem, limit: int = DEFAULT_LIMIT) -> Point | None:
    """An assignment that violates nothing, or None if there is none; Undecided after so many boxes."""
    if any(limits.empty for limits in problem.variables.values()):
        return None
    system, left = System(problem), 0
    for rows in _branches(system, system.rows, 0):
        search = _Search(problem, system, rows)
        if (found := search.run(limit)) is not None:
            return found
        left += len(search.boxes)
    if left:
        raise Undecided(f"{left} boxes are left")
    return None


def _branches(system: System, rows: list[Row], index: int) -> Iterator[list[Row]]:
    """The rows with one part of each choice, as far as their planes have a solution."""
    if index == len(system.choices):
        yield rows
        return
    for part in system.choices[index]:
        box = tightened(system.bounds, [*rows, *part])
        if solve(box, [*rows, *part, *_planes(system, box)]) is not None:
            yield from _branches(system, [*rows, *part], index + 1)


class _Search:
    """Boxes that are still to be decided, for one way through the choices."""

    def __init__(self, problem: Problem, system: System, rows: list[Row]) -> None:
        self.problem, self.system, self.rows = problem, system, rows
        self.boxes = deque([tightened(system.bounds, rows)])
        self.cover = _cover(list(system.products.values()))

    def run(self, limit: int) -> Point | None:
        """A solution, if one is found in so many boxes."""
        count = 0
        while self.boxes and count < limit:
            box, count = self.boxes.popleft(), count + 1
            relaxed = solve(box, self.rows + _planes(self.system, box))
            if relaxed is None:
                continue
            if (found := self._near(relaxed, box, count)) is not None:
                return found
            self.boxes.extend(self._split(relaxed, box))
        return None

    def _near(self, relaxed: Point, box: Box, count: int) -> Point | None:
        """A solution with the numbers of the relaxed one, or with others from the box."""
        if (found := self._checked(relaxed)) is not None:
            return found
        for choice in _values(relaxed, {name: box[name] for name in self.cover}, count):
            fixed = [row(_equal(item, choice), exactly(0)) for item in self.system.products.items()]
            bounds = box | {n: intersect(box[n], exactly(value)) for n, value in choice.items()}
            if (point := solve(bounds, self.rows + fixed)) is not None:
                found = self._checked(point)
                assert found is not None, "a solution of all rows and products is one"
                return found
        return None

    def _checked(self, point: Point) -> Point | None:
        found = {name: point[name] for name in self.problem.variables}
        return None if violated(self.problem, found) else found

    def _split(self, relaxed: Point, box: Box) -> list[Box]:
        """The box in two, where the relaxed solution is most wrong about a product."""
        a, b = max(self.system.products.items(), key=lambda item: _error(relaxed, *item))[1]
        if unlimited := [name for name in (a, b) if None in box[name][:2]]:
            name = min(unlimited, key=lambda name: _reach(box[name]))
        else:
            inside = [name for name in (a, b) if name in self.cover]
            name = max(inside, key=lambda name: _relative(box[name]))
        middle, (low, high, low_open, high_open) = _middle(box[name]), box[name]
        return [
            box | {name: Interval(low, middle, low_open, False)},
            box | {name: Interval(middle, high, False, high_open)},
        ]


def _planes(system: System, box: Mapping[str, Interval]) -> list[Row]:
    """For each product, that the distances of its factors from their bounds have products of known sign."""
    return [
        plane
        for name, (a, b) in system.products.items()
        for a_end, a_open, a_low in _ends(box[a])
        for b_end, b_open, b_low in _ends(box[b])
        for plane in [_plane(name, (a, b), (a_end, b_end), a_low == b_low, a_open and b_open)]
    ]


def _ends(interval: Interval) -> list[tuple[Fraction, bool, bool]]:
    low, high, low_open, high_open = interval
    found = [] if low is None else [(low, low_open, True)]
    return found if high is None else [*found, (high, high_open, False)]


def _plane(
    name: str, factors: tuple[str, str], ends: tuple[Fraction, Fraction], below: bool, open: bool
) -> Row:
    """(a - end) * (b - end) is not negative, or not positive, multiplied out."""
    form = Form({name: Fraction(1)}, ends[0] * ends[1])
    form = combine(form, Form({factors[0]: -ends[1]}, Fraction(0)))
    form = combine(form, Form({factors[1]: -ends[0]}, Fraction(0)))
    zero = Fraction(0)
    return row(form, Interval(zero, None, open) if below else Interval(None, zero, False, open))


def _cover(pairs: list[tuple[str, str]]) -> list[str]:
    """Variables without which no product is left: squares first, then those of most products."""
    found = [a for a, b in pairs if a == b]
    while left := [pair for pair in pairs if not {*pair} & {*found}]:
        names = sorted({name for pair in left for name in pair})
        found.append(max(names, key=lambda name: sum(name in pair for pair in left)))
    return sorted({*found})


def _equal(product: tuple[str, tuple[str, str]], choice: Point) -> Form:
    """A product less what it is when one factor is known."""
    name, (a, b) = product
    if a not in choice:
        a, b = b, a
    return combine(Form({name: Fraction(1)}, Fraction(0)), Form({b: -choice[a]}, Fraction(0)))


def _values(relaxed: Point, box: Box, count: int) -> Iterator[Point]:
    """Values to try for the factors: those of the relaxed solution, and in turn simple ones of the box."""
    yield {name: relaxed[name] for name in box}
    ways = [_simple, _middle, _lowest, _highest]
    for way in ways if count == 1 else [ways[count % 4]]:
        yield {name: way(interval) for name, interval in box.items()}


def _lowest(interval: Interval) -> Fraction:
    return interval.low if interval.low is not None else _middle(interval)


def _highest(interval: Interval) -> Fraction:
    return interval.high if interval.high is not None else _middle(interval)


def _simple(interval: Interval) -> Fraction:
    low, high = interval.low, interval.high
    return _middle(interval) if low is None or high is None else simplest(low, high)


def simplest(low: Fraction, high: Fraction) -> Fraction:
    """The number of least denominator from low to high (Stern and Brocot)."""
    if high < 0:
        return -simplest(-high, -low)
    if low <= 0:
        return Fraction(0)
    whole = -(-low.numerator // low.denominator)
    if whole <= high:
        return Fraction(whole)
    return whole - 1 + 1 / simplest(1 / (high - whole + 1), 1 / (low - whole + 1))


def _middle(interval: Interval) -> Fraction:
    """Where to split: at zero, by orders of magnitude, then at a simple number around the middle."""
    low, high = interval.low, interval.high
    if (low is None or low < 0) and (high is None or high > 0):
        return Fraction(0)
    if low is None or (high is not None and high <= 0 and low < 0):
        return -_middle(Interval(None if high is None else -high, None if low is None else -low))
    if high is None:
        return max(Fraction(1), low * 16)
    if low > 0 and high > 16 * low:
        return low * Fraction(2) ** (int(high / low).bit_length() // 2)
    quarter = (high - low) / 4
    return simplest(low + quarter, high - quarter)


def _reach(interval: Interval) -> tuple[bool, Fraction]:
    """How far the splitting of an unlimited interval has got."""
    ends = [end for end in interval[:2] if end is not None]
    return bool(ends), max(map(abs, ends), default=Fraction(0))


def _relative(interval: Interval) -> Fraction:
    low, high = interval.low, interval.high
    assert low is not None and high is not None
    return (high - low) / max(abs(low), abs(high), Fraction(1, 10**9))


def _error(point: Point, name: str, factors: tuple[str, str]) -> Fraction:
    value = point[factors[0]] * point[factors[1]]
    return abs(point[name] - value) / max(abs(value), abs(point[name]), Fraction(1, 10**9))
