"""A witness: one world in which every claim of a document holds, value by value."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.consistency.assignment import assign, holds, simplest
from claimcheck.consistency.contraction import contract
from claimcheck.consistency.derivation import unit_of
from claimcheck.consistency.network import (
    DAY,
    Part,
    Unknown,
    Variable,
    parts_of,
)
from claimcheck.consistency.worlds import whole_networks
from claimcheck.exact import Fraction
from claimcheck.index import Index
from claimcheck.model.claim import Document
from claimcheck.model.interval import Interval, linear
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

    Each variable is given a round value and the rest narrowed again; where that leads nowhere the solver
    is asked. Whatever comes out is checked before it is given.
    """
    left = contract(part.variables, part.constraints, wide=False)
    if left.empty:
        return None

    def round_value(number: int, domain: Interval) -> Fraction:
        return _round(domain, unit_of(part, Unknown(number)))

    found = assign(part.variables, part.constraints, left, round_value, wide=False)
    if found is not None:
        return found
    from claimcheck.consistency.solving import model

    solved = model(part.variables, part.constraints, wide=False)
    if solved is None or not holds(part.variables, part.constraints, solved, wide=False):
        return None
    return solved


def _round(domain: Interval, unit: Unit) -> Fraction:
    """The roundest number of a domain, as people would write it in a unit; of dates a day."""
    factor, offset = (DAY, Fraction(0)) if unit is DATE else (unit.factor, unit.offset)
    return simplest(linear(domain, 1 / factor, -offset / factor)) * factor + offset


def _within(variables: Sequence[Variable], domains: Mapping[int, Interval]) -> Sequence[Variable]:
    found = list(variables)
    for number, domain in domains.items():
        found[number] = variables[number]._replace(limits=domain)
    return found


def _assigned(part: Part, number: int, value: Fraction) -> Assigned:
    return Assigned(part.variables[number].name, value, unit_of(part, Unknown(number)))
