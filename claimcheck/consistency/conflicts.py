"""Deciding a part of a network: consistent, undecided, or the minimal sets of claims that cannot all hold."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from claimcheck.consistency.assignment import assign, simplest
from claimcheck.consistency.contraction import (
    Contraction,
    complete,
    contract,
    core,
    value_of,
)
from claimcheck.consistency.loose import surely_fits, without_loose_laws
from claimcheck.consistency.minimal import Exhausted, minimal_sets, shrink
from claimcheck.consistency.network import (
    Constraint,
    Network,
    Part,
    Variable,
    parts_of,
    variables_of,
)
from claimcheck.consistency.worlds import networks
from claimcheck.exact import Fraction
from claimcheck.index import Index
from claimcheck.model.claim import Claim, Document
from claimcheck.model.interval import NOTHING, Interval
from claimcheck.model.relation import Relation

Prover = Callable[[Sequence[Constraint]], list[Constraint] | None]
"""Says of some constraints which of them contradict each other; None, if they do not or nobody can tell."""


MAX_WORK = 30_000
"""How many constraints are looked at to find the minimal sets of a part, in each reading."""
SOLVED = 500
"""As how many constraints a question to the solver counts."""
MAX_SOLVED = 200
"""Larger systems are left undecided where propagation is not enough."""
MAX_TRIED = 40
"""Of more variables no round values are tried: each costs a propagation."""


class Conflict(NamedTuple):
    """A minimal set of claims that cannot all hold: robust with the wide intervals.

    `constraints` are what of the claims, and of the rules' relations, the contradiction needs.
    """

    constraints: tuple[Constraint, ...]
    robust: bool

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the set, each once, in the order of the file."""
        found = {id(c.claim): c.claim for c in self.constraints if c.claim is not None}
        return tuple(sorted(found.values(), key=place_of))

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The relations of rules that the contradiction needs, each once."""
        found = (c.source.relation for c in self.constraints if not isinstance(c.source, Claim))
        return tuple(dict.fromkeys(found))

    @property
    def lower(self) -> int:
        """Levels lost because claims stand for other times than their own."""
        return max(constraint.lower for constraint in self.constraints)


class Decision(NamedTuple):
    """What was found in a part: conflicts, whether it could be decided, and whether a cap was reached."""

    conflicts: tuple[Conflict, ...]
    decided: bool
    capped: bool


class Decided(NamedTuple):
    """A part of a world's network, and what was decided of it."""

    part: Part
    decision: Decision


class World(NamedTuple):
    """The network of a world, part by part."""

    network: Network
    parts: tuple[Decided, ...]


def worlds(index: Index, document: Document) -> tuple[World, ...]:
    """What is decided of each world of a document."""
    return index.remember(("worlds", id(document)), lambda: _worlds(index, document))


def _worlds(index: Index, document: Document) -> tuple[World, ...]:
    return tuple(
        World(network, tuple(Decided(part, decide(part)) for part in parts_of(network)))
        for network in networks(index, document)
    )


def decide(part: Part) -> Decision:
    """The minimal conflicts of a part: with wide intervals, then what narrow ones add."""
    if surely_fits(part.variables, part.constraints):
        return Decision((), True, False)
    tight = without_loose_laws(part.variables, part.constraints)
    narrow = contract(part.variables, tight, wide=False)
    if not narrow.empty and complete(tight, narrow):
        return Decision((), True, False)
    if not narrow.empty and fits(part.variables, tight, narrow, wide=False):
        return Decision((), True, False)
    if not narrow.empty:
        found = _solved(part)
        if found is not None:
            return found
    robust, all_robust = _conflicts(part, wide=True)
    if all(c.narrow == c.wide for c in part.constraints):
        return Decision(tuple(robust), True, not all_robust)
    fragile, all_fragile = _conflicts(part, wide=False)
    known = [_members(conflict) for conflict in robust]
    rest = [one for one in fragile if not any(_members(one) <= other for other in known)]
    return Decision((*robust, *rest), True, not (all_robust and all_fragile))


def _solved(part: Part) -> Decision | None:
    """What the solver says of a part that propagation leaves open; None: it is contradictory."""
    from claimcheck.consistency.solving import satisfiable

    verdict = None
    if len(part.constraints) <= MAX_SOLVED:
        verdict = satisfiable(part.variables, part.constraints, wide=False)
    if verdict is None:
        return Decision((), False, False)
    return Decision((), True, False) if verdict else None


def _members(conflict: Conflict) -> set[int]:
    return {id(claim) for claim in conflict.claims}


def _conflicts(part: Part, *, wide: bool) -> tuple[list[Conflict], bool]:
    """The minimal conflicts in one reading, and whether they are all."""
    prove = prover(part, wide=wide, work=MAX_WORK)
    facts, laws = _by_claim(part.constraints)

    def claims_of(claims: Sequence[Claim]) -> list[Claim] | None:
        proof = prove([*(c for claim in claims for c in facts[id(claim)]), *laws])
        if proof is None:
            return None
        wanted = {id(c.claim) for c in proof}
        return [claim for claim in claims if id(claim) in wanted]

    claims = sorted({id(c.claim): c.claim for c in part.constraints if c.claim}.values(), key=_last)
    sets = minimal_sets(claims, claims_of)
    found = []
    for claims in sets.sets:
        needed = [c for claim in claims for c in facts[id(claim)]]
        conflict = Conflict(tuple(_in_order(_needed(part, laws, needed, wide=wide), part)), wide)
        if any(not claim.is_reference for claim in conflict.claims):
            found.append(conflict)
    return found, sets.all


def _needed(
    part: Part, laws: Sequence[Constraint], facts: Sequence[Constraint], *, wide: bool
) -> list[Constraint]:
    """One minimal set of what some claims and the rules say: by the laws that leave least open.

    A law whose terms all have claims speaks before one that gets there through a term that nobody gives.
    """
    prove = prover(part, wide=wide, work=MAX_WORK)
    given = {n for c in part.constraints if c.claim is not None for n in variables_of(c.node)}

    def openness(law: Constraint) -> tuple[int, int]:
        return len(set(variables_of(law.node)) - given), law.lower

    direct = sorted(laws, key=openness)
    enough, few = len(direct), 0
    try:
        while few < enough:
            middle = (few + enough) // 2
            if prove([*facts, *direct[:middle]]) is None:
                few = middle + 1
            else:
                enough = middle
        proof = prove([*facts, *direct[:enough]])
    except Exhausted:
        proof = None
    first = sorted(proof or [*facts, *laws], key=lambda c: (c.claim is not None, -c.lower))
    return shrink(first, prove)


def _by_claim(
    constraints: Iterable[Constraint],
) -> tuple[dict[int, list[Constraint]], list[Constraint]]:
    """The constraints of each claim, agreeing claims counted once; and those of rules."""
    claimed: dict[int, list[Constraint]] = {}
    laws = []
    seen = set()
    for constraint in sorted(constraints, key=_strength):
        if constraint.claim is None:
            laws.append(constraint)
            continue
        mine = claimed.setdefault(id(constraint.claim), [])
        key = (constraint.node, constraint.narrow, constraint.wide)
        if key not in seen:
            seen.add(key)
            mine.append(constraint)
    return claimed, laws


def _strength(constraint: Constraint) -> tuple[object, ...]:
    """Of claims that say the same, the surest stands for all: references, the certain, the document's own."""
    claim = constraint.claim
    if claim is None:
        return (0,)
    sure = ("certain", "probable", "possible").index(claim.certainty)
    return (
        1,
        not claim.is_reference,
        constraint.lower,
        sure,
        bool(claim.attribution),
        claim.ordinal,
    )


def place_of(claim: Claim) -> tuple[object, ...]:
    """The order of claims in reports: the document's own first, as they stand in the file."""
    return (claim.is_reference, claim.document.path, claim.ordinal)


def _last(claim: Claim) -> tuple[object, ...]:
    """The order in which claims are tried: by id, so that results do not hang on that of the file."""
    return (claim.is_reference, claim.document.path, claim.id)


def _in_order(constraints: Sequence[Constraint], part: Part) -> list[Constraint]:
    places = {id(constraint): number for number, constraint in enumerate(part.constraints)}
    return sorted(constraints, key=lambda constraint: places[id(constraint)])


def prover(part: Part, *, wide: bool, work: int | None = None) -> Prover:
    """A prover for the constraints of a part: by propagation, and where that is not enough by the solver.

    With `work`, it raises Exhausted when it has looked at so many constraints in all; a question to the
    solver counts as SOLVED.
    """
    left = [work]

    def spend(amount: int) -> None:
        if left[0] is not None:
            left[0] -= amount
            if left[0] < 0:
                raise Exhausted

    def prove(constraints: Sequence[Constraint]) -> list[Constraint] | None:
        spend(len(constraints))
        found = contract(part.variables, constraints, wide=wide)
        if found.empty:
            return core(found.steps)
        if complete(constraints, found):
            return None
        if fits(part.variables, constraints, found, wide=wide):
            return None
        if len(constraints) > MAX_SOLVED:
            return None
        from claimcheck.consistency.solving import satisfiable

        spend(SOLVED)
        verdict = satisfiable(part.variables, constraints, wide=wide)
        return list(constraints) if verdict is False else None

    return prove


def fits(
    variables: Sequence[Variable],
    constraints: Sequence[Constraint],
    left: Contraction,
    *,
    wide: bool,
) -> bool:
    """Whether round values from what propagation left happen to fit: most cycles are that loose."""
    if len(left.domains) > MAX_TRIED:
        return False

    def choose(_: int, domain: Interval) -> Fraction:
        return simplest(domain)

    return assign(variables, constraints, left, choose, wide=wide) is not None


def left_for(part: Part, conflict: Conflict, constraint: Constraint) -> Interval:
    """What the others of a conflict leave for one of its claims, strictly read."""
    others = [c for c in conflict.constraints if c is not constraint]
    rest = contract(part.variables, others, wide=False)
    if rest.empty:
        return NOTHING
    numbers = variables_of(constraint.node)
    domains = {n: rest.domains.get(n, part.variables[n].limits) for n in numbers}
    return value_of(constraint.node, domains, wide=False)
