"""Values for the variables of a network, and the exact check that under them everything holds."""

from collections.abc import Callable, Mapping, Sequence

from claimcheck.consistency.contraction import Contraction, contract, value_of
from claimcheck.consistency.network import Apply, Constraint, Node, Variable, variables_of
from claimcheck.exact import Fraction
from claimcheck.model.interval import Interval, disjoint

Choose = Callable[[int, Interval], Fraction]


def assign(
    variables: Sequence[Variable],
    constraints: Sequence[Constraint],
    left: Contraction,
    choose: Choose,
    *,
    wide: bool,
) -> dict[int, Fraction] | None:
    """Values that satisfy all constraints, found by choosing one after the other and narrowing the rest.

    `left` is what a contraction left of the domains. None proves nothing but that this way led nowhere.
    """
    relations = [constraint for constraint in constraints if constraint.is_relation]
    domains = dict(left.domains)
    for number in sorted(domains):
        if domains[number].low is not None and domains[number].low == domains[number].high:
            continue
        value = choose(number, domains[number])
        domains[number] = Interval(value, value)
        if relations:
            narrowed = contract(_within(variables, domains), relations, wide=wide)
            if narrowed.empty:
                return None
            domains.update(narrowed.domains)
    values = {n: domain.low for n, domain in domains.items() if domain.low is not None}
    return values if holds(variables, constraints, values, wide=wide) else None


def _within(variables: Sequence[Variable], domains: Mapping[int, Interval]) -> Sequence[Variable]:
    found = list(variables)
    for number, domain in domains.items():
        found[number] = variables[number]._replace(limits=domain)
    return found


def holds(
    variables: Sequence[Variable],
    constraints: Sequence[Constraint],
    values: Mapping[int, Fraction],
    *,
    wide: bool,
) -> bool:
    """Whether values satisfy every constraint and limit, by exact arithmetic."""
    points = {number: Interval(value, value) for number, value in values.items()}
    if any(value not in variables[number].limits for number, value in values.items()):
        return False
    for constraint in constraints:
        if not set(variables_of(constraint.node)) <= points.keys():
            return False
        if divides_by_zero(constraint.node, points):
            return False
        found = value_of(constraint.node, points, wide=wide)
        if found.empty or disjoint(found, constraint.interval(wide=wide)):
            return False
    return True


def divides_by_zero(node: Node, points: Mapping[int, Interval]) -> bool:
    """Whether some divisor in a node is zero."""
    stack = [node]
    while stack:
        current = stack.pop()
        if not isinstance(current, Apply):
            continue
        stack += current.parts
        if current.operation == "/":
            divisor = value_of(current.parts[1], points, wide=False)
            if divisor.low == divisor.high == 0:
                return True
    return False


def simplest(interval: Interval) -> Fraction:
    """The roundest decimal number of an interval that is not empty; its low end if it is a point."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return Fraction(0)
    if low is None or high is None:
        end = low if low is not None else high
        assert end is not None
        closed = not (interval.low_open if low is not None else interval.high_open)
        return end if closed else end + (1 if low is not None else -1)
    if low == high:
        return low
    step = Fraction(1)
    while step < high - low:
        step *= 10
    while True:
        candidate = (low / step).__ceil__() * step
        for number in (candidate, candidate + step):
            if number in interval:
                return number
        step /= 10
