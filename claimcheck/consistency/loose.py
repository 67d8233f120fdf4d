"""Laws that cannot fail: one of their variables stands nowhere else, unclaimed, and can follow the rest.

Most documents claim some terms of many relations. Where an unclaimed one is free to take whatever value
the law gives it, the law says nothing; without such laws most parts have no cycle left.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.consistency.contraction import fits_at_once, value_of
from claimcheck.consistency.network import (
    Apply,
    Constraint,
    Node,
    Unknown,
    Variable,
    variables_of,
)
from claimcheck.model.arithmetic import add, negative, product, quotient, subtract, total
from claimcheck.model.interval import EVERYTHING, Interval, intersect, within


def surely_fits(variables: Sequence[Variable], constraints: Sequence[Constraint]) -> bool:
    """Whether constraints fit at a glance, strictly read: but for loose laws one relation at most."""
    if fits_at_once(variables, constraints):
        return True
    tight = without_loose_laws(variables, constraints)
    return len(tight) < len(constraints) and fits_at_once(variables, tight)


def without_loose_laws(
    variables: Sequence[Variable], constraints: Sequence[Constraint]
) -> list[Constraint]:
    """The constraints that decide: those that are left out can hold in every world in which these do."""
    facts = [constraint for constraint in constraints if not constraint.is_relation]
    laws = [constraint for constraint in constraints if constraint.is_relation]
    domains: dict[int, Interval] = {}
    for fact in facts:
        number = variables_of(fact.node)[0]
        domains[number] = intersect(domains.get(number, variables[number].limits), fact.narrow)
    claimed = frozenset(domains)
    touched = Counter(n for law in laws for n in variables_of(law.node))
    for number in touched:
        domains.setdefault(number, variables[number].limits)
    found = True
    while found:
        found = False
        for law in laws:
            if any(_follows(law, n, domains, variables) for n in _ends(law, touched, claimed)):
                laws.remove(law)
                touched.subtract(variables_of(law.node))
                found = True
                break
    return [*facts, *laws]


def _ends(law: Constraint, touched: Counter[int], claimed: frozenset[int]) -> Iterator[int]:
    """The variables of a law that stand nowhere else and that nobody claims."""
    return (n for n in variables_of(law.node) if touched[n] == 1 and n not in claimed)


def _follows(
    law: Constraint, number: int, domains: Mapping[int, Interval], variables: Sequence[Variable]
) -> bool:
    """Whether a variable can make a law hold, whatever values the others have."""
    path = _path(law.node, number)
    known = {**domains, number: EVERYTHING}
    wanted: Interval | None = law.narrow
    node = law.node
    for place in path:
        assert isinstance(node, Apply) and wanted is not None
        wanted = _asked(node, place, wanted, known)
        if wanted is None:
            return False
        node = node.parts[place]
    assert wanted is not None
    return not wanted.empty and within(wanted, variables[number].limits)


def _path(node: Node, number: int) -> list[int]:
    """The way down to a variable, part by part."""
    path: list[int] = []
    while isinstance(node, Apply):
        place = next(n for n, part in enumerate(node.parts) if number in variables_of(part))
        path.append(place)
        node = node.parts[place]
    assert node == Unknown(number)
    return path


def _asked(
    node: Apply, place: int, wanted: Interval, domains: Mapping[int, Interval]
) -> Interval | None:
    """All that one part may have to be, for the whole to be as wanted; None where it may be impossible."""
    others = [value_of(p, domains, wide=False) for n, p in enumerate(node.parts) if n != place]
    match node.operation:
        case "+":
            return subtract(wanted, total(others))
        case "-":
            return add(wanted, others[0]) if place == 0 else subtract(others[0], wanted)
        case "negative":
            return negative(wanted)
        case "*" if len(others) == 1 and 0 not in others[0]:
            return quotient(wanted, others[0])
        case "/" if place == 0 and 0 not in others[0]:
            return product(wanted, others[0])
    return None
