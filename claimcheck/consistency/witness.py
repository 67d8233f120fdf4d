"""A witness: one world in which every claim of a document holds, value by value."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from claimcheck.consistency.contraction import complete, contract, value_of
from claimcheck.consistency.derivation import unit_of
from claimcheck.consistency.network import (
    DAY,
    Constraint,
    Part,
    Unknown,
    Variable,
    parts_of,
    variables_of,
)
from claimcheck.consistency.worlds import whole_networks
from claimcheck.index import Index
from claimcheck.model.claim import Document
from claimcheck.model.interval import Interval, disjoint, linear
from claimcheck.model.quantity import DATE
from claimcheck.model.units import Unit


class Assigned(NamedTuple):
    """A slot at a time with the value that it has in the witness, in base units of `unit`."""

    name: str
    value: Fraction
    unit: Unit


class Witness(NamedTuple):
    """A world of a document: values under which its claims hold, and for how many parts none was found."""

    scenario: str | None
    values: tuple[Assigned, ...]
    missing: int


def witnesses(index: Index, document: Document) -> Iterator[Witness]:
    """A witness for each world of a document."""
    for network in whole_networks(index, document):
        values: list[Assigned] = []
        missing = 0
        for part in parts_of(network):
            found = world_of(part)
            if found is None:
                missing += 1
                continue
            values += (
                _assigned(part, number, value)
                for number, value in sorted(found.items())
                if part.variables[number].slot is not None
            )
        yield Witness(network.scenario, tuple(sorted(values)), missing)


def world_of(part: Part) -> Mapping[int, Fraction] | None:
    """Values under which all constraints of a part hold, strictly read; None if none was found.

    Where propagation is complete each variable is given a round value and the rest narrowed again;
    otherwise the solver is asked. Whatever comes out is checked before it is given.
    """
    found = _by_propagation(part)
    if found is None or not holds(part.variables, part.constraints, found):
        from claimcheck.consistency.solving import model

        solved = model(part.variables, part.constraints, wide=False)
        if solved is None or not holds(part.variables, part.constraints, solved):
            return None
        return solved
    return found


def _by_propagation(part: Part) -> dict[int, Fraction] | None:
    left = contract(part.variables, part.constraints, wide=False)
    if left.empty or not complete(part.constraints, left):
        return None
    relations = [constraint for constraint in part.constraints if constraint.is_relation]
    domains = dict(left.domains)
    for number in sorted(domains):
        value = _round(domains[number], unit_of(part, Unknown(number)))
        domains[number] = Interval(value, value)
        if relations:
            narrowed = contract(_within(part.variables, domains), relations, wide=False)
            if narrowed.empty:
                return None
            domains.update(narrowed.domains)
    return {n: domain.low for n, domain in domains.items() if domain.low is not None}


def _round(domain: Interval, unit: Unit) -> Fraction:
    """The roundest number of a domain, as people would write it in a unit; of dates a day."""
    factor, offset = (DAY, Fraction(0)) if unit is DATE else (unit.factor, unit.offset)
    return simplest(linear(domain, 1 / factor, -offset / factor)) * factor + offset


def _within(variables: Sequence[Variable], domains: Mapping[int, Interval]) -> Sequence[Variable]:
    found = list(variables)
    for number, domain in domains.items():
        found[number] = variables[number]._replace(limits=domain)
    return found


def holds(
    variables: Sequence[Variable], constraints: Sequence[Constraint], values: Mapping[int, Fraction]
) -> bool:
    """Whether values satisfy every constraint and limit, by exact arithmetic."""
    points = {number: Interval(value, value) for number, value in values.items()}
    if any(value not in variables[number].limits for number, value in values.items()):
        return False
    for constraint in constraints:
        if not set(variables_of(constraint.node)) <= points.keys():
            return False
        found = value_of(constraint.node, points, wide=False)
        target = constraint.narrow
        if found.low is not None and found.low == found.high:
            if found.low not in target:
                return False
        elif Interval(*found).empty or not _overlap(found, target):
            return False
    return True


def _overlap(a: Interval, b: Interval) -> bool:
    """Whether a literal with two ends can meet what is wanted of it."""
    return not disjoint(a, b)


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


def _assigned(part: Part, number: int, value: Fraction) -> Assigned:
    return Assigned(part.variables[number].name, value, unit_of(part, Unknown(number)))
