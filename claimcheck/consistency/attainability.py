"""Ends that a claim says can be reached, tested against the other slots (DESIGN 6, "Attainability")."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from claimcheck.catalogue import tell
from claimcheck.consistency.conflicts import Conflict, Prover, prover, worlds
from claimcheck.consistency.derivation import argue, derivation, names
from claimcheck.consistency.joint import level_of
from claimcheck.consistency.loose import surely_fits
from claimcheck.consistency.minimal import shrink
from claimcheck.consistency.network import (
    DAY,
    Constraint,
    Network,
    Node,
    Part,
    Unknown,
    exchange,
    variables_of,
)
from claimcheck.consistency.steps import label, related, said
from claimcheck.consistency.values import stated
from claimcheck.exact import Fraction
from claimcheck.finding import Checked, Finding, Outcome, Skipped
from claimcheck.index import Index
from claimcheck.model.claim import CERTAINTIES
from claimcheck.model.interval import Interval, linear
from claimcheck.model.quantity import Quantity

MAX_ENDS = 200
"""How many ends of a component are tested."""
MAX_ASIDE = 10
"""How many claims that contradict others anyway are set aside to test one end."""


def outcomes(index: Index) -> Iterator[Outcome]:
    """A finding for each slot of which a claimed end is out of reach, and how many ends were tested."""
    for document in index.networked():
        for network, parts in worlds(index, document):
            for part, _ in parts:
                number = len(reached_ends(part.constraints))
                yield Checked(min(number, MAX_ENDS))
                if number > MAX_ENDS:
                    yield Skipped(tell("more ends than are tested"), number=number - MAX_ENDS)
                ends: dict[Node, list[Unreachable]] = {}
                for found in unreachable(part):
                    ends.setdefault(found.constraint.node, []).append(found)
                for same in ends.values():
                    yield _finding(index, network, part, same)


def _finding(index: Index, network: Network, part: Part, found: list["Unreachable"]) -> Finding:
    """On the first claim of a slot whose end is out of reach, the slot's others beside it."""
    constraint, end, conflict = found[0]
    claim = constraint.claim
    assert claim is not None
    others = tuple(other for other in conflict.claims if other is not claim)
    same = tuple(one.constraint.claim for one in found[1:] if one.constraint.claim is not None)
    beside = tuple(other for other in dict.fromkeys((*same, *others)) if other is not claim)
    from claimcheck.consistency.repairs import values_left

    slot = part.variables[variables_of(constraint.node)[0]].name
    return Finding(
        about=" ".join(filter(None, (slot, network.scenario))),
        span=index.span(claim),
        data={"claim": claim.id, "value": said(claim), "others": names(others)},
        claims=(claim, *beside),
        level=level_of(conflict),
        label=label(claim),
        related=related(index, beside),
        steps=derivation(part, conflict, argue(part, conflict, end), end),
        repairs=tuple(values_left(part, conflict)),
    )


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
        others = sorted((c for c in part.constraints if c.node != constraint.node), key=_order)
        end = at_end(part, constraint, side)
        conflict = _against(part, end, others)
        if conflict is not None and not _refuted(part, constraint, conflict):
            yield Unreachable(constraint, end, conflict)


def _order(constraint: Constraint) -> tuple[object, ...]:
    """By what is said and by whom, not by place in the file: less certain claims are left out first."""
    claim = constraint.claim
    if claim is None:
        return (1,)
    doubt = CERTAINTIES.index(claim.certainty) + bool(claim.attribution)
    return (0, -doubt, claim.is_reference, claim.document.path, claim.id)


def _refuted(part: Part, constraint: Constraint, conflict: Conflict) -> bool:
    """Whether what rules the end out rules out the whole claim, which is a conflict of its own."""
    rest = conflict.constraints[1:]
    return prover(part, wide=conflict.robust)([constraint, *rest]) is not None


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
    if surely_fits(part.variables, [end, *others]):
        return None
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
