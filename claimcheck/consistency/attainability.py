"""Ends that a claim says can be reached, tested against the other slots (DESIGN 6, "Attainability")."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from claimcheck.consistency.conflicts import Conflict, Prover, prover
from claimcheck.consistency.minimal import shrink
from claimcheck.consistency.network import DAY, Constraint, Part, Unknown, exchange
from claimcheck.consistency.values import stated
from claimcheck.model.interval import Interval, linear
from claimcheck.model.quantity import Quantity

MAX_ENDS = 200
"""How many ends of a component are tested."""
MAX_ASIDE = 10
"""How many claims that contradict others anyway are set aside to test one end."""


class Unreachable(NamedTuple):
    """An end that cannot occur: the constraint as if it had, and the minimal set against it."""

    constraint: Constraint
    end: Constraint
    conflict: Conflict


def reached_ends(constraints: Sequence[Constraint]) -> list[tuple[Constraint, str]]:
    """The ends, low or high, that claims of a part say can occur."""
    return [
        (constraint, side)
        for constraint in constraints
        if isinstance(constraint.node, Unknown) and constraint.claim is not None
        for side in ("high", "low")
        if (end := getattr(stated(constraint.claim), side, None)) is not None and end.reached
    ]


def unreachable(part: Part) -> Iterator[Unreachable]:
    """The ends of a part that the claims on other slots rule out; at most MAX_ENDS are tested."""
    for constraint, side in reached_ends(part.constraints)[:MAX_ENDS]:
        if constraint.claim is None or constraint.claim.is_reference:
            continue
        others = [c for c in part.constraints if c.node != constraint.node]
        end = at_end(part, constraint, side)
        conflict = _against(part, end, others)
        if conflict is not None:
            yield Unreachable(constraint, end, conflict)


def at_end(part: Part, constraint: Constraint, side: str) -> Constraint:
    """A claim as if its end had occurred: exactly, or as widely as the end itself is meant.

    An end in another currency becomes all that the rates of its time make of it.
    """
    value = stated(constraint.claim) if constraint.claim is not None else None
    assert isinstance(value, Quantity)
    exact, spread = getattr(value.narrow, side), getattr(value.wide, side)
    other = 2 * exact - spread
    narrow = _in_network(part, constraint, value, Interval(exact, exact))
    wide = _in_network(part, constraint, value, Interval(min(other, spread), max(other, spread)))
    return constraint._replace(narrow=narrow, wide=wide)


def _in_network(
    part: Part, constraint: Constraint, value: Quantity, interval: Interval
) -> Interval:
    if value.unit.dimension == "date":
        return linear(interval, DAY, Fraction(0))
    found = exchange(interval, constraint.money, part.currency)
    assert found is not None  # the claim itself was converted by the same rates
    return found


def _against(part: Part, end: Constraint, others: Sequence[Constraint]) -> Conflict | None:
    """A minimal set of claims on other slots that rules an end out, if the end has a part in it.

    What is inconsistent without the end is looked for first and set aside claim by claim, so that one
    contradiction does not hide another.
    """
    for wide in (True, False):
        prove = prover(part, wide=wide)
        beside = list(others)
        for _ in range(MAX_ASIDE):
            proof = prove([end, *beside])
            if proof is None:
                break
            beside_end = partial(_beside, prove, end)
            rest = shrink([c for c in proof if c is not end], beside_end)
            if prove(rest) is None:
                laws_first = sorted(rest, key=lambda c: c.claim is not None)
                kept = shrink(laws_first, beside_end)
                order = {id(c): n for n, c in enumerate(part.constraints)}
                kept.sort(key=lambda c: order[id(c)])
                return Conflict((end, *kept), wide)
            aside = next((c for c in reversed(rest) if c.claim is not None), rest[-1])
            beside = [c for c in beside if c.claim is not aside.claim or c.claim is None]
    return None


def _beside(prove: Prover, end: Constraint, some: Sequence[Constraint]) -> list[Constraint] | None:
    """The prover for what contradicts an end: the end itself is no part of the answer."""
    proof = prove([end, *some])
    return None if proof is None else [c for c in proof if c is not end]
