"""Narrowing what variables may be until nothing changes: an empty interval proves a contradiction.

HC4 (Benhamou, Goualard, Granvilliers, Puget, 1999): each constraint is evaluated from its leaves up, then
what its value may be is handed back down. Exact, and complete where no variable stands twice and the
constraints form no cycle (DESIGN 6).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.consistency.network import Apply, Constraint, Known, Node, Unknown, Variable
from claimcheck.model.arithmetic import add, highest, lowest, negative, product, quotient, subtract
from claimcheck.model.interval import EVERYTHING, Interval, intersect

MAX_ROUNDS = 50
"""`y = x, y = 0.99 x` narrows for ever; more looks at each constraint, on average, leave it undecided."""


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
    """Narrow the domains of variables by constraints: first all in order, then those of what changed."""
    touching: dict[int, list[int]] = {}
    for place, constraint in enumerate(constraints):
        for variable in variables_of(constraint.node):
            touching.setdefault(variable, []).append(place)
    domains = {variable: variables[variable].limits for variable in touching}
    steps: list[Step] = []
    queue = dict.fromkeys(range(len(constraints)))
    left = MAX_ROUNDS * len(constraints)
    while queue and left:
        place = next(iter(queue))
        del queue[place]
        left -= 1
        constraint = constraints[place]
        for number, interval in _narrowed(constraint, domains, wide=wide):
            steps.append(Step(constraint, number, interval))
            if number is not None:
                domains[number] = interval
                queue.update(dict.fromkeys(touching[number]))
            if interval.empty:
                return Contraction(True, True, domains, tuple(steps))
    return Contraction(False, not queue, domains, tuple(steps))


def core(steps: Sequence[Step]) -> list[Constraint]:
    """The constraints that had a part in the last step: a small set that is contradictory already."""
    last = steps[-1].constraint
    found = {id(last): last}
    wanted = set(variables_of(last.node))
    for step in reversed(steps[:-1]):
        if step.variable in wanted:
            found[id(step.constraint)] = step.constraint
            wanted.update(variables_of(step.constraint.node))
    return list(found.values())


def variables_of(node: Node) -> list[int]:
    """The variables of a node, as often as they stand in it."""
    if isinstance(node, Unknown):
        return [node.variable]
    if isinstance(node, Apply):
        return [number for part in node.parts for number in variables_of(part)]
    return []


def value_of(node: Node, domains: Mapping[int, Interval], *, wide: bool) -> Interval:
    """What a node may be, if its variables are in their domains."""
    if isinstance(node, Known):
        return node.wide if wide else node.narrow
    if isinstance(node, Unknown):
        return domains[node.variable]
    parts = [value_of(part, domains, wide=wide) for part in node.parts]
    return _OPERATIONS[node.operation](parts)


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
    "+": lambda parts: add(*parts),
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
    for node, allowed in _down(constraint.node, target, domains, wide=wide):
        if isinstance(node, Unknown):
            left = intersect(domains[node.variable], allowed)
            if left != domains[node.variable]:
                yield node.variable, left
        else:
            left = intersect(value_of(node, domains, wide=wide), allowed)
            if left.empty:
                yield None, left
                return


def _down(
    node: Node, allowed: Interval, domains: Mapping[int, Interval], *, wide: bool
) -> Iterator[tuple[Node, Interval]]:
    """Every node below with what it may be, given what the whole may be."""
    stack = [(node, allowed)]
    while stack:
        current, interval = stack.pop()
        yield current, interval
        if isinstance(current, Apply):
            parts = [value_of(part, domains, wide=wide) for part in current.parts]
            whole = intersect(interval, _OPERATIONS[current.operation](parts))
            handed = zip(current.parts, _inverse(current.operation, whole, parts), strict=True)
            stack.extend(reversed(list(handed)))


def _inverse(operation: str, whole: Interval, parts: list[Interval]) -> list[Interval]:
    """What each part may be, given the whole and the other parts."""
    match operation, parts:
        case "+", [a, b]:
            return [subtract(whole, b), subtract(whole, a)]
        case "-", [a, b]:
            return [add(whole, b), subtract(a, whole)]
        case "*", [a, b]:
            return [_divided(whole, b), _divided(whole, a)]
        case "/", [a, b]:
            return [product(whole, b), _divided(a, whole)]
        case "negative", [_]:
            return [negative(whole)]
        case "min", _:
            return [Interval(whole.low, None, whole.low_open) for _ in parts]
    return [Interval(None, whole.high, False, whole.high_open) for _ in parts]


def _divided(whole: Interval, by: Interval) -> Interval:
    """What times `by` may give `whole`: everything, if both may be zero."""
    return EVERYTHING if 0 in by and 0 in whole else quotient(whole, by)
