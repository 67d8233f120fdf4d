"""A second way to decide linear systems, to judge the first: Fourier's elimination of variables."""

from fractions import Fraction
from typing import NamedTuple

from tests.verifier.interval import Interval
from tests.verifier.linear import Row, Weights


class Inequality(NamedTuple):
    """sum(weight * variable) <= bound, or < bound if strict."""

    weights: Weights
    bound: Fraction
    strict: bool


def feasible(bounds: dict[str, Interval], rows: list[Row]) -> bool:
    """Whether numbers within the bounds satisfy all rows."""
    rows = rows + [Row({name: Fraction(1)}, interval) for name, interval in bounds.items()]
    system = [inequality for row in rows for inequality in _sides(row)]
    for name in bounds:
        upper = [each for each in system if each.weights.get(name, 0) > 0]
        lower = [each for each in system if each.weights.get(name, 0) < 0]
        system = [each for each in system if not each.weights.get(name, 0)]
        system = _shortened(system + [_joined(a, b, name) for a in upper for b in lower])
    return all(each.bound > 0 or (each.bound == 0 and not each.strict) for each in system)


def _sides(row: Row) -> list[Inequality]:
    weights, (low, high, low_open, high_open) = row
    negated = {name: -weight for name, weight in weights.items()}
    found = [] if high is None else [Inequality(weights, high, high_open)]
    return found if low is None else [*found, Inequality(negated, -low, low_open)]


def _joined(upper: Inequality, lower: Inequality, name: str) -> Inequality:
    a, b = upper.weights[name], -lower.weights[name]
    names = {*upper.weights, *lower.weights} - {name}
    zero = Fraction(0)
    weights = {n: upper.weights.get(n, zero) / a + lower.weights.get(n, zero) / b for n in names}
    return Inequality(weights, upper.bound / a + lower.bound / b, upper.strict or lower.strict)


def _shortened(system: list[Inequality]) -> list[Inequality]:
    """Of parallel inequalities only the strongest."""
    found: dict[object, Inequality] = {}
    for weights, bound, strict in system:
        left = {name: weight for name, weight in sorted(weights.items()) if weight}
        scale = abs(next(iter(left.values()), Fraction(1)))
        left = {name: weight / scale for name, weight in left.items()}
        new, key = Inequality(left, bound / scale, strict), tuple(left.items())
        old = found.get(key, new)
        found[key] = min(old, new, key=lambda each: (each.bound, not each.strict))
    return list(found.values())
