"""Conflicts of several slots as findings: whose they are, what they are about, and how serious."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.catalogue import tell
from claimcheck.consistency.conflicts import Conflict, Decided, World, place_of, worlds
from claimcheck.consistency.levels import level_of_set
from claimcheck.consistency.network import Constraint, Instance, Network, Part, Unknown
from claimcheck.consistency.steps import label, related, said
from claimcheck.finding import (
    LEVELS,
    Checked,
    Finding,
    Formula,
    Level,
    Outcome,
    Skipped,
    Text,
    lower,
    mildest,
)
from claimcheck.index import Index
from claimcheck.model.claim import Claim, Document
from claimcheck.model.expression import Comparison, show
from claimcheck.model.quantity import Quantity

JOINT = "arithmetic/joint-conflict"
COMPARISON = "arithmetic/false-comparison"

NOT_DECIDED = tell("a cycle of relations that the solver did not decide within its limit")
NOT_ALL = tell("more minimal sets of claims than are listed")

_IMPLIED: Text = {
    "en": "{claim} says {value}; going by {others}, it would be {interval}",
    "fr": "{claim} dit {value} ; d’après {others}, ce serait {interval}",
}
CANNOT_ALL_HOLD: Text = {
    "en": "{claims} cannot all hold together",
    "fr": "{claims} ne peuvent tenir toutes ensemble",
}


_REFUTED: Text = {
    "en": "{claim} says {comparison}; {others} refute it",
    "fr": "{claim} dit {comparison} ; cela ne tient pas face à {others}",
}


class Joint(NamedTuple):
    """Conflicts about the same slots and relations: one finding."""

    network: Network
    decided: Decided
    conflicts: tuple[Conflict, ...]

    @property
    def part(self) -> Part:
        """The part of the network that they are in."""
        return self.decided.part

    @property
    def main(self) -> Conflict:
        """The one that the finding shows."""
        return self.conflicts[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that have a part in it, and those that say the same as one of them."""
        meant = {(c.node, c.narrow, c.wide) for one in self.conflicts for c in one.constraints}
        found = {id(claim): claim for conflict in self.conflicts for claim in conflict.claims}
        for c in self.part.constraints:
            if c.claim is not None and (c.node, c.narrow, c.wide) in meant:
                found[id(c.claim)] = c.claim
        return tuple(sorted(found.values(), key=place_of))

    @property
    def level(self) -> Level:
        """The level of the most serious of its conflicts."""
        return min((level_of(conflict) for conflict in self.conflicts), key=LEVELS.index)


def level_of(conflict: Conflict) -> Level:
    """The level of a conflict, never above that of a relation it needs; lower yet where a claim stands in.

    A fragile one that hangs on a count with zeros at its end is a note, as in one slot.
    """
    if not conflict.robust and any(map(_is_rounded_count, conflict.claims)):
        return "note"
    own = level_of_set(conflict.claims, robust=conflict.robust)
    levels = [level for level in LEVELS if any(r.level == level for r in conflict.relations)]
    return lower(mildest(own, *levels), conflict.lower)


def _is_rounded_count(claim: Claim) -> bool:
    """Whether a count may well be rounded: 1,200 births."""
    value = claim.value
    if not isinstance(value, Quantity) or not value.counted or value.plain is None:
        return False
    return abs(value.plain.number) >= 100 and value.plain.last_nonzero > 1


def owner(conflict: Conflict) -> str:
    """The rule that reports a conflict, references aside (DESIGN 6)."""
    relations = {relation.name for relation in conflict.relations}
    if len(relations) == 1:
        return relations.pop()
    if not relations and any(isinstance(c.that, Comparison) for c in conflict.claims):
        return COMPARISON
    return JOINT


def joint_conflicts(index: Index, document: Document) -> list[Joint]:
    """The conflicts of a document that need a relation or a `that:` claim, by what they are about."""
    return index.remember(("joint", id(document)), lambda: list(_joint(index, document)))


def _joint(index: Index, document: Document) -> Iterator[Joint]:
    groups: dict[tuple[str, str], tuple[Network, Decided, list[Conflict]]] = {}
    for network, parts in worlds(index, document):
        for decided in parts:
            for conflict in decided.decision.conflicts:
                if any(constraint.is_relation for constraint in conflict.constraints):
                    key = (owner(conflict), about(network, decided.part, conflict))
                    group = groups.setdefault(key, (network, decided, []))
                    group[2].append(conflict)
    for network, decided, conflicts in groups.values():
        conflicts.sort(key=lambda c: (LEVELS.index(level_of(c)), not c.robust))
        yield Joint(network, decided, tuple(conflicts))


def about(network: Network, part: Part, conflict: Conflict) -> str:
    """What a conflict is about: its statements and slots, whatever claims give them values."""
    found = {_about(part, constraint) for constraint in conflict.constraints}
    return " ".join(filter(None, (*sorted(found), network.scenario)))


def _about(part: Part, constraint: Constraint) -> str:
    if isinstance(constraint.source, Instance):
        return f"{constraint.source.relation.name} {constraint.source.bound}"
    if isinstance(constraint.node, Unknown):
        return part.variables[constraint.node.variable].name
    claim = constraint.source
    when = f" at {claim.when.text}" if claim.when is not None else ""
    return (show(claim.that) if claim.that is not None else claim.id) + when


def outcomes(index: Index, rule: str) -> Iterator[Outcome]:
    """What the network says of a rule: its findings, how much was decided, and what was left out."""
    for document in index.networked():
        yield from _tallies(index, document).get(rule, ())
        for joint in joint_conflicts(index, document):
            if owner(joint.main) == rule:
                yield finding(index, joint)


def _tallies(index: Index, document: Document) -> Mapping[str, Sequence[Outcome]]:
    """For each rule how much was decided of a document, and what was left out."""
    return index.remember(("tallies", id(document)), lambda: _tally(worlds(index, document)))


def _tally(every: Iterable[World]) -> Mapping[str, Sequence[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    for network, parts in every:
        for reason, claim, whose in network.skipped:
            skipped = Skipped(reason, (claim,) if claim is not None else ())
            found.setdefault(whose or JOINT, []).append(skipped)
        for decided in parts:
            said = list(_tallied(decided))
            for rule in _concerned(decided):
                found.setdefault(rule, []).extend(said)
    return found


def _concerned(decided: Decided) -> set[str]:
    """The rules that answer for a part: whose relation is in it, or (joint conflicts) a `that:` claim."""
    sources = [c.source for c in decided.part.constraints if c.is_relation]
    return {s.relation.name if isinstance(s, Instance) else JOINT for s in sources}


def _tallied(decided: Decided) -> Iterator[Outcome]:
    for reason, claim, _ in decided.part.skipped:
        yield Skipped(reason, (claim,) if claim is not None else ())
    yield Checked() if decided.decision.decided else Skipped(NOT_DECIDED)
    if decided.decision.capped:
        yield Skipped(NOT_ALL)


def finding(index: Index, joint: Joint) -> Finding:
    """The finding for some conflicts: on the claim that the others leave no room for.

    Its text is the rule's own where the rule knows what it is about, else that of its arithmetic.
    """
    from claimcheck.consistency.derivation import argue, derivation, in_words, names
    from claimcheck.consistency.repairs import lightest, repairs

    conflict, part = joint.main, joint.part
    argument = argue(part, conflict)
    claims = joint.claims
    best = index.remember(("lightest", id(part)), lambda: lightest(joint.decided))
    first = _primary(conflict.claims, argument.target if argument else None)
    others = [claim for claim in conflict.claims if claim is not first]
    data: dict[str, object] = {
        "claim": first.id,
        "claims": names(conflict.claims),
        "others": names(others),
        "value": said(first) if first.value is not None else "",
        "comparison": "" if first.that is None else Formula(first.that, first.document.vocabulary),
    }
    text = None
    if conflict.relations or any(claim.is_reference for claim in conflict.claims):
        text = _REFUTED if first.value is None else CANNOT_ALL_HOLD
        if argument is not None and first.value is not None:
            data["interval"] = in_words(part, argument.target, argument.implied)
            text = _IMPLIED
    return Finding(
        about=about(joint.network, part, conflict),
        span=index.span(first, "value" if first.value is not None else "that"),
        data=data,
        claims=claims,
        level=joint.level,
        label=label(first),
        related=related(index, tuple(claim for claim in claims if claim is not first)),
        steps=derivation(part, conflict, argument),
        repairs=repairs(joint.decided, conflict, best),
        text=text,
    )


def _primary(claims: Sequence[Claim], target: Constraint | None) -> Claim:
    """Where the finding stands: a comparison, else the claim it argues against, else the last one."""
    own = [claim for claim in claims if not claim.is_reference]
    comparisons = [claim for claim in own if isinstance(claim.that, Comparison)]
    if comparisons:
        return comparisons[-1]
    if target is not None and target.claim is not None and not target.claim.is_reference:
        return target.claim
    return own[-1]
