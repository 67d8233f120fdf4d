"""What would have to change for all claims of a part to hold (DESIGN 6, "Repairs")."""

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from claimcheck.consistency.causes import cause_repairs
from claimcheck.consistency.conflicts import Conflict, Decided, left_for, place_of, prover
from claimcheck.consistency.derivation import in_words, names
from claimcheck.consistency.minimal import shrink
from claimcheck.consistency.network import Part
from claimcheck.finding import Amounts, Phrase, Repair
from claimcheck.model.claim import Claim
from claimcheck.model.expression import Comparison
from claimcheck.model.interval import EVERYTHING, NOT_NEGATIVE

_FITS = {
    "en": "the others leave {interval} for {claim}",
    "fr": "les autres laissent {interval} à {claim}",
}
_ALONE = {
    "en": "changing {claims} alone would let all others hold",
    "fr": "changer {claims} suffirait pour que toutes les autres tiennent",
}
_ANY = {
    "en": "changing any one of {claims} would let all others hold",
    "fr": "changer une seule de {claims} suffirait pour que toutes les autres tiennent",
}
_TOGETHER = {
    "en": "no single change is enough: the least is to change {claims}",
    "fr": "aucun changement seul ne suffit : au moins {claims} doivent changer",
}
_OR = {"en": "{sets}, or {last}", "fr": "{sets}, ou {last}"}
_NONE = {
    "en": "no change of claims is enough: the references themselves do not fit",
    "fr": "aucun changement d’affirmations ne suffit : les références elles-mêmes ne s’accordent pas",
}

MAX_SEARCH = 2_000
"""How many partial sets are looked at for the lightest."""
MAX_PROVED = 20_000
"""How many constraints are looked at to prove that what is left holds."""
MAX_LISTED = 5
"""How many equally light sets are listed."""

# What a claim weighs: the count of changes decides, then how sure the claim is of itself.
_WEIGHTS = {"certain": 100, "probable": 98, "possible": 96}
_ATTRIBUTED = 95
_COMPARISON = 110
"""A comparison has no digits to mistype, and is doubted last."""


class Lightest(NamedTuple):
    """The lightest sets of claims whose change lets the rest hold; none: nothing is enough."""

    sets: tuple[tuple[Claim, ...], ...]
    complete: bool
    """Whether these are proved to be the lightest, and all of them."""


def weight(claim: Claim) -> int | None:
    """How unlikely it is that a claim is what is wrong; None: never, it is a reference."""
    if claim.is_reference:
        return None
    if isinstance(claim.that, Comparison):
        return _COMPARISON
    return min(_WEIGHTS[claim.certainty], _ATTRIBUTED if claim.attribution else 100)


def lightest(decided: Decided) -> Lightest:
    """The lightest sets of claims to change, by implicit hitting sets (Davies and Bacchus, 2011).

    Of all sets that meet every known conflict the lightest is tried; where the rest still does not hold,
    that gives another conflict.
    """
    part, decision = decided
    conflicts = [conflict.claims for conflict in decision.conflicts]
    prove = prover(part, wide=not any(not c.robust for c in decision.conflicts))
    found: list[tuple[Claim, ...]] = []
    best: int | None = None
    searched = 0
    proofs = MAX_PROVED // len(part.constraints) + 1
    seen: set[frozenset[int]] = set()
    queue: list[tuple[int, tuple[object, ...], tuple[Claim, ...]]] = [(0, (), ())]
    while queue and searched < MAX_SEARCH and len(found) < MAX_LISTED:
        cost, _, chosen = heappop(queue)
        searched += 1
        if best is not None and cost > best:
            return Lightest(tuple(found), True)
        ids = {id(claim) for claim in chosen}
        left = next((c for c in conflicts if not any(id(m) in ids for m in c)), None)
        if left is None:
            proofs -= 1
            if proofs < 0:
                return Lightest((), False)
            left = _still_wrong(part, ids, prove)
            if left is None:
                found.append(tuple(sorted(chosen, key=place_of)))
                best = cost
                continue
            conflicts.append(left)
        for claim in left:
            more, own = frozenset(ids | {id(claim)}), weight(claim)
            if own is not None and more not in seen:
                seen.add(more)
                order = tuple(sorted(map(place_of, (*chosen, claim))))
                heappush(queue, (cost + own, order, (*chosen, claim)))
    return Lightest(tuple(found), not queue or (best is not None and queue[0][0] > best))


def _still_wrong(part: Part, without: set[int], prove: object) -> tuple[Claim, ...] | None:
    """The claims of a conflict among those that are kept; None if they can all hold."""
    assert callable(prove)
    kept = [c for c in part.constraints if c.claim is None or id(c.claim) not in without]
    proof = prove(kept)
    if proof is None:
        return None
    found = {id(c.claim): c.claim for c in shrink(proof, prove) if c.claim is not None}
    return tuple(sorted(found.values(), key=place_of))


def repairs(decided: Decided, conflict: Conflict, best: Lightest) -> tuple[Repair, ...]:
    """What would let the claims of a conflict hold: values, the lightest sets, causes worth checking."""
    return (
        *values_left(decided.part, conflict),
        *_sets(conflict, best),
        *_causes(decided, conflict, best),
    )


def _causes(decided: Decided, conflict: Conflict, best: Lightest) -> Iterator[Repair]:
    """Causes in the claims whose change alone would be enough; none, where no single change is."""
    claims = conflict.claims
    if best.sets and best.complete:
        single = {id(claims[0]) for claims in best.sets if len(claims) == 1}
        claims = tuple(claim for claim in claims if id(claim) in single)
    return cause_repairs(decided, conflict, claims)


def values_left(part: Part, conflict: Conflict) -> Iterator[Repair]:
    """For each claim with a value, what it would have to be for the others to hold, strictly read."""
    for constraint in conflict.constraints:
        claim = constraint.claim
        if claim is None or claim.is_reference or isinstance(claim.that, Comparison):
            continue
        fits = left_for(part, conflict, constraint)
        if not fits.empty and fits not in (EVERYTHING, NOT_NEGATIVE):
            amounts: Amounts = in_words(part, constraint, fits)
            text = Phrase(_FITS, {"interval": amounts, "claim": claim.id})
            yield Repair("value", (claim.id,), text, {claim.id: amounts})


def _sets(conflict: Conflict, best: Lightest) -> Iterator[Repair]:
    """The lightest sets, unless all they say is that any claim of the conflict would do."""
    if not best.sets:
        if best.complete:
            yield Repair("set", (), Phrase(_NONE))
        return
    if len(best.sets[0]) == 1:
        single = [claims[0] for claims in best.sets]
        changeable = [claim for claim in conflict.claims if weight(claim) is not None]
        if {id(c) for c in single} >= {id(c) for c in changeable}:
            return
        text = _ALONE if len(single) == 1 else _ANY
        yield Repair("set", tuple(c.id for c in single), Phrase(text, {"claims": names(single)}))
        return
    sets: object = names(best.sets[0])
    for more in best.sets[1:]:
        sets = Phrase(_OR, {"sets": sets, "last": names(more)})
    every = tuple(dict.fromkeys(claim.id for claims in best.sets for claim in claims))
    yield Repair("set", every, Phrase(_TOGETHER, {"claims": sets}))
