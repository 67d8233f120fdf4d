"""Narrowing what variables may be until nothing changes: an empty interval proves a contradiction.

HC4 (Benhamou, Goualard, Granvilliers, Puget, 1999): each constraint is evaluated from its leaves up, then
what its value may be is handed back down. Exact, and complete where no variable stands twice and the
constraints form no cycle (DESIGN 6).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.consistency.network import (
    Apply,
    Constraint,
    Known,
    Node,
    Unknown,
    Variable,
    variables_of,
)
from claimcheck.exact import Fraction
from claimcheck.model.arithmetic import (
    add,
    highest,
    lowest,
    negative,
    product,
    quotient,
    subtract,
    total,
)
from claimcheck.model.interval import EVERYTHING, Interval, intersect

MAX_ROUNDS = 50
"""`y = x, y = 0.99 x` narrows for ever; more looks at each constraint, on average, leave it undecided."""
MAX_BITS = 10_000
"""Products in a cycle double the digits of an end each round; longer ones leave it undecided."""


class Step(NamedTuple):
    """That a constraint narrowed a variable (None: contradicted itself) to an interval."""

    constraint: Constraint
    variable: int | None
    interval: Interval


class Contraction(NamedTuple):
    """What is left: whether nothing is, whether it is settled, the domains and how they came about."""

    empty: bool
    settled: bool
    domains: Mapping[int, Interval]
    steps: tuple[Step, ...]


def contract(
    variables: Sequence[Variable], constraints: Sequence[Constraint], *, wide: bool
) -> Contraction:
    """Narrow the domains of variables by constraints: first all in order, then those of what changed.

    Facts come first, since all that relations can hand on is what is known.
    """
    ordered = sorted(constraints, key=lambda constraint: constraint.is_relation)
    touching: dict[int, list[int]] = {}
    for place, constraint in enumerate(ordered):
        for variable in variables_of(constraint.node):
            touching.setdefault(variable, []).append(place)
    domains = {variable: variables[variable].limits for variable in touching}
    steps: list[Step] = []
    queue = dict.fromkeys(range(len(ordered)))
    left = MAX_ROUNDS * len(ordered)
    while queue and left:
        place = next(iter(queue))
        del queue[place]
        left -= 1
        constraint = ordered[place]
        for number, interval in _narrowed(constraint, domains, wide=wide):
            steps.append(Step(constraint, number, interval))
            if number is not None:
                domains[number] = interval
                queue.update((n, None) for n in touching[number] if ordered[n].is_relation)
            if interval.empty:
                return Contraction(True, True, domains, tuple(steps))
            if _bits(interval) > MAX_BITS:
                return Contraction(False, False, domains, tuple(steps))
    return Contraction(False, not queue, domains, tuple(steps))


def _bits(interval: Interval) -> int:
    """How many binary digits the longest number of its ends has."""
    ends = [end for end in interval[:2] if end is not None]
    return max((max(abs(e.numerator), e.denominator).bit_length() for e in ends), default=0)


def fits_at_once(variables: Sequence[Variable], constraints: Sequence[Constraint]) -> bool:
    """Whether one look up a single relation already proves that some world fits, strictly read.

    Its value over all that the facts allow need only meet what it must be, if no variable stands in it twice
    and none of its products or quotients has a gap: the most common part by far.
    """
    domains: dict[int, Interval] = {}
    relation: Constraint | None = None
    for constraint in constraints:
        if constraint.is_relation:
            if relation is not None:
                return False
            relation = constraint
            continue
        number = constraint.node.variable  # type: ignore[union-attr]
        left = intersect(domains.get(number, variables[number].limits), constraint.narrow)
        if left.empty:
            return False
        domains[number] = left
    if relation is None:
        return True
    numbers = variables_of(relation.node)
    if len(set(numbers)) < len(numbers):
        return False
    for number in numbers:
        domains.setdefault(number, variables[number].limits)
    if _has_gap(relation.node, domains):
        return False
    return not intersect(value_of(relation.node, domains, wide=False), relation.narrow).empty


def core(steps: Sequence[Step]) -> list[Constraint]:
    """The constraints that had a part in the last step: a small set that is contradictory already."""
    last = steps[-1].constraint
    found = {id(last): last}
    wanted = set(variables_of(last.node))
    for step in reversed(steps[:-1]):
        if step.variable in wanted and id(step.constraint) not in found:
            found[id(step.constraint)] = step.constraint
            wanted.update(variables_of(step.constraint.node))
    return list(found.values())


def value_of(node: Node, domains: Mapping[int, Interval], *, wide: bool) -> Interval:
    """What a node may be, if its variables are in their domains."""
    if isinstance(node, Unknown):
        return domains[node.variable]
    if isinstance(node, Known):
        return node.wide if wide else node.narrow
    parts = [value_of(part, domains, wide=wide) for part in node.parts]
    return _OPERATIONS[node.operation](parts)


def complete(constraints: Sequence[Constraint], found: Contraction) -> bool:
    """Whether a contraction that is not empty proves that some world fits.

    It does where relations form no cycle and no product or quotient has an operand on both sides of zero,
    around which its values have a gap. Nor may a divisor be zero if another relation could need that.
    """
    relations = [constraint for constraint in constraints if constraint.is_relation]
    return (
        found.settled
        and acyclic(relations)
        and not any(
            _has_gap(relation.node, found.domains, alone=len(relations) == 1)
            for relation in relations
        )
    )


def _has_gap(node: Node, domains: Mapping[int, Interval], *, alone: bool = True) -> bool:
    stack = [node]
    while stack:
        current = stack.pop()
        if not isinstance(current, Apply):
            continue
        stack += current.parts
        if current.operation in "*/":
            for place, part in enumerate(current.parts):
                value = value_of(part, domains, wide=True)
                low, high, *_ = value
                if (low is None or low < 0) and (high is None or high > 0):
                    return True
                if (
                    current.operation == "/"
                    and place
                    and 0 in value
                    and not (alone and low != high)
                ):
                    return True
    return False


def acyclic(constraints: Sequence[Constraint]) -> bool:
    """Whether constraints and variables form a forest, no variable twice in one constraint."""
    parent: dict[object, object] = {}

    def find(item: object) -> object:
        while parent.setdefault(item, item) != item:
            item = parent[item]
        return item

    for number, constraint in enumerate(constraints):
        for variable in variables_of(constraint.node):
            one, other = find(("constraint", number)), find(variable)
            if one == other:
                return False
            parent[one] = other
    return True


_OPERATIONS: dict[str, Callable[[list[Interval]], Interval]] = {
    "+": total,
    "-": lambda parts: subtract(*parts),
    "*": lambda parts: product(*parts),
    "/": lambda parts: quotient(*parts),
    "negative": lambda parts: negative(*parts),
    "min": lowest,
    "max": highest,
}


def _narrowed(
    constraint: Constraint, domains: Mapping[int, Interval], *, wide: bool
) -> Iterator[tuple[int | None, Interval]]:
    """The variables that a constraint narrows, each with what is left of its domain."""
    target = constraint.wide if wide else constraint.narrow
    node = constraint.node
    if isinstance(node, Unknown):
        left = intersect(domains[node.variable], target)
        if left != domains[node.variable]:
            yield node.variable, left
        return
    values: dict[int, Interval] = {}
    whole = _evaluate(node, domains, values, wide=wide)
    left = intersect(whole, target)
    if left.empty:
        yield None, left
        return
    if left != whole:
        yield from _handed_down(node, left, values, domains)


def _evaluate(
    node: Node, domains: Mapping[int, Interval], values: dict[int, Interval], *, wide: bool
) -> Interval:
    """What a node may be; that of each node below is kept in `values`, by identity."""
    if isinstance(node, Unknown):
        return domains[node.variable]
    if isinstance(node, Known):
        return node.wide if wide else node.narrow
    parts = [_evaluate(part, domains, values, wide=wide) for part in node.parts]
    for part, value in zip(node.parts, parts, strict=True):
        values[id(part)] = value
    return _OPERATIONS[node.operation](parts)


def _handed_down(
    node: Node, allowed: Interval, values: Mapping[int, Interval], domains: Mapping[int, Interval]
) -> Iterator[tuple[int | None, Interval]]:
    """What is left of the variables below a node, given what the whole may be."""
    stack = [(node, allowed)]
    while stack:
        current, interval = stack.pop()
        if isinstance(current, Unknown):
            before = domains[current.variable]
            left = intersect(before, interval)
            if left != before:
                yield current.variable, left
        elif isinstance(current, Apply):
            parts = [values[id(part)] for part in current.parts]
            handed = _inverse(current.operation, interval, parts)
            for part, value, whole in reversed(
                list(zip(current.parts, parts, handed, strict=True))
            ):
                left = intersect(value, whole)
                if left.empty:
                    yield None, left
                    return
                if left != value:
                    stack.append((part, left))


def _inverse(operation: str, whole: Interval, parts: list[Interval]) -> list[Interval]:
    """What each part may be, given the whole and the other parts."""
    match operation, parts:
        case "+", [a, b]:
            return [subtract(whole, b), subtract(whole, a)]
        case "+", _:
            return _left_of_sum(whole, parts)
        case "-", [a, b]:
            return [add(whole, b), subtract(a, whole)]
        case "*", [a, b]:
            return [_divided(whole, b), _divided(whole, a)]
        case "/", [a, b]:
            return [product(whole, b), _divided(a, whole)]
        case "negative", [_]:
            return [negative(whole)]
        case "min", _:
            return [_as_extreme(whole, place, parts, lowest=True) for place in range(len(parts))]
    return [_as_extreme(whole, place, parts, lowest=False) for place in range(len(parts))]


def _left_of_sum(whole: Interval, parts: list[Interval]) -> list[Interval]:
    """What each part of a sum may be: the whole less all before it and all after it."""
    before = [_ZERO]
    for part in parts[:-1]:
        before.append(add(before[-1], part))
    after = [_ZERO]
    for part in reversed(parts[1:]):
        after.append(add(after[-1], part))
    return [subtract(whole, add(a, b)) for a, b in zip(before, reversed(after), strict=True)]


def _as_extreme(whole: Interval, place: int, parts: list[Interval], *, lowest: bool) -> Interval:
    """What a part of a minimum (maximum) may be: never beyond it, and it, if no other part can be."""
    bound = (
        Interval(whole.low, None, whole.low_open)
        if lowest
        else Interval(None, whole.high, False, whole.high_open)
    )
    others = parts[:place] + parts[place + 1 :]  # by place: two may be one and the same interval
    if others and not any(not intersect(other, whole).empty for other in others):
        return intersect(bound, whole)
    return bound


def _divided(whole: Interval, by: Interval) -> Interval:
    """What times `by` may give `whole`: everything, if both may be zero."""
    return EVERYTHING if 0 in by and 0 in whole else quotient(whole, by)


_ZERO = Interval(Fraction(0), Fraction(0))
