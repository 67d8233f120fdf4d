"""An independent judge of linear systems: exact Fourier–Motzkin elimination, no propagation, no solver."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from claimcheck.consistency.network import Apply, Constraint, Known, Node, Unknown, Variable
from claimcheck.model.interval import Interval


class Inequality(NamedTuple):
    """sum(weight * variable) <= bound, or < bound if strict."""

    weights: dict[int, Fraction]
    bound: Fraction
    strict: bool


def feasible(
    variables: Iterable[Variable], constraints: Iterable[Constraint], *, wide: bool
) -> bool:
    """Whether some assignment satisfies all constraints and the limits of all variables."""
    system: list[Inequality] = []
    for number, variable in enumerate(variables):
        system += _bounds({number: Fraction(1)}, Fraction(0), variable.limits)
    for constraint in constraints:
        weights, constant = _linear(constraint.node, wide=wide)
        interval = constraint.wide if wide else constraint.narrow
        system += _bounds(weights, constant, interval)
    return _solve(system)


def _linear(node: Node, *, wide: bool) -> tuple[dict[int, Fraction], Fraction]:
    """A node as weights of variables and a constant; ValueError if it is not linear."""
    if isinstance(node, Unknown):
        return {node.variable: Fraction(1)}, Fraction(0)
    if isinstance(node, Known):
        interval = node.wide if wide else node.narrow
        if interval.low is None or interval.low != interval.high:
            raise ValueError("not exact")
        return {}, interval.low
    parts = [_linear(part, wide=wide) for part in node.parts]
    if node.operation == "negative":
        return _combine(({}, Fraction(0)), parts[0], Fraction(-1))
    if node.operation in "+-":
        return _combine(parts[0], parts[1], Fraction(1 if node.operation == "+" else -1))
    raise ValueError(node.operation)


def _combine(
    one: tuple[dict[int, Fraction], Fraction],
    other: tuple[dict[int, Fraction], Fraction],
    factor: Fraction,
) -> tuple[dict[int, Fraction], Fraction]:
    weights = dict(one[0])
    for number, weight in other[0].items():
        weights[number] = weights.get(number, Fraction(0)) + factor * weight
    return weights, one[1] + factor * other[1]


def _bounds(
    weights: dict[int, Fraction], constant: Fraction, interval: Interval
) -> list[Inequality]:
    found = []
    if interval.high is not None:
        found.append(Inequality(weights, interval.high - constant, interval.high_open))
    if interval.low is not None:
        negated = {number: -weight for number, weight in weights.items()}
        found.append(Inequality(negated, constant - interval.low, interval.low_open))
    return found


def _solve(system: list[Inequality]) -> bool:
    numbers = sorted({number for row in system for number, weight in row.weights.items() if weight})
    for number in numbers:
        upper = [row for row in system if row.weights.get(number, 0) > 0]
        lower = [row for row in system if row.weights.get(number, 0) < 0]
        system = [row for row in system if not row.weights.get(number, 0)]
        system += [_eliminate(a, b, number) for a in upper for b in lower]
    return all(row.bound > 0 or (row.bound == 0 and not row.strict) for row in system)


def _eliminate(upper: Inequality, lower: Inequality, number: int) -> Inequality:
    a, b = upper.weights[number], -lower.weights[number]
    weights = {
        key: upper.weights.get(key, Fraction(0)) / a + lower.weights.get(key, Fraction(0)) / b
        for key in {*upper.weights, *lower.weights} - {number}
    }
    return Inequality(weights, upper.bound / a + lower.bound / b, upper.strict or lower.strict)


def apply(operation: str, *parts: Node) -> Node:
    """A node of an operation, for tests."""
    return Apply(operation, parts)
