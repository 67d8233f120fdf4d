"""Every conflict of the example newsroom, of known cases and of rules' examples, judged by the verifier."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

import pytest

from claimcheck.consistency.causes import _TEXTS
from claimcheck.consistency.conflicts import Conflict
from claimcheck.consistency.derivation import argue, derivation, in_words
from claimcheck.consistency.network import Constraint, Part, exchange
from claimcheck.consistency.repairs import lightest, repairs, weight
from claimcheck.finding import Amounts, Repair
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.number import Written
from claimcheck.model.quantity import Quantity
from tests.consistency import judged
from tests.consistency.judged import claims_of, of_claims
from tests.consistency.parts import Place, conflicting

PLACES = conflicting()
LIMIT = 2000
each_place = pytest.mark.parametrize("place", PLACES, ids=[place.name for place in PLACES])


def fits(part: Part, constraints: list[Constraint], *, wide: bool) -> bool:
    """What the verifier says, which must be something."""
    found = judged.satisfiable(part.variables, constraints, wide=wide, limit=LIMIT)
    assert found is not None
    return found


def conflicts_of(place: Place) -> tuple[Part, tuple[Conflict, ...]]:
    return place.decided.part, place.decided.decision.conflicts


def at(constraint: Constraint, interval: Interval) -> Constraint:
    """A constraint that wants another interval."""
    return constraint._replace(narrow=interval, wide=interval)


def outside(interval: Interval) -> Iterator[Interval]:
    """All numbers below an interval, and all above it."""
    low, high, low_open, high_open = interval
    if low is not None:
        yield Interval(None, low, False, not low_open)
    if high is not None:
        yield Interval(high, None, not high_open, False)


def test_there_are_many_conflicts() -> None:
    found = [conflict for place in PLACES for conflict in place.decided.decision.conflicts]
    assert len(PLACES) >= 60 and len(found) >= 100


@each_place
def test_every_conflict_is_one_and_is_minimal(place: Place) -> None:
    part, conflicts = conflicts_of(place)
    for conflict in conflicts:
        wide = conflict.robust
        assert not fits(part, list(conflict.constraints), wide=wide)
        for claim in conflict.claims:
            rest = [other for other in conflict.claims if other is not claim]
            assert fits(part, of_claims(part, rest), wide=wide)
        for left_out in conflict.constraints:
            kept = [c for c in conflict.constraints if c is not left_out]
            assert fits(part, kept, wide=wide)


@each_place
def test_what_the_steps_imply_follows(place: Place) -> None:
    """The interval that a conflict argues with holds, cannot be narrower, and misses what the claim says."""
    part, conflicts = conflicts_of(place)
    for conflict in conflicts:
        argument = argue(part, conflict)
        assert argument is not None
        target, implied = argument.target, argument.implied
        wide = conflict.robust
        others = [c for c in conflict.constraints if c is not target]
        for beyond in outside(implied):
            assert not fits(part, [*others, at(target, beyond)], wide=wide)
        for end in (implied.low, implied.high):
            if end is not None:
                near = max(abs(end), Fraction(1)) / 10**6
                inside = Interval(end - near, end + near)
                assert fits(part, [*others, at(target, implied), at(target, inside)], wide=wide)


@each_place
def test_every_interval_of_the_steps_follows(place: Place) -> None:
    """Slots on the way: the claims of the conflict but the target leave no more than is printed."""
    part, conflicts = conflicts_of(place)
    numbers = {variable.name: n for n, variable in enumerate(part.variables)}
    for conflict in conflicts:
        argument = argue(part, conflict)
        assert argument is not None
        others = [c for c in conflict.constraints if c is not argument.target]
        printed = [in_words(part, argument.target, argument.implied)]
        for step in argument.proof.steps:
            if step.variable is not None and step.constraint.is_relation:
                for beyond in outside(step.interval):
                    made = at(_fact(part, step.variable), beyond)
                    assert not fits(part, [*others, made], wide=conflict.robust)
        for phrase in derivation(part, conflict, argument):
            slot, amounts = phrase.data.get("slot"), phrase.data.get("interval")
            if isinstance(slot, str) and isinstance(amounts, Amounts):
                steps = [s.interval for s in argument.proof.steps if s.variable == numbers[slot]]
                assert amounts in printed or amounts.interval in steps


def _fact(part: Part, number: int) -> Constraint:
    from claimcheck.consistency.network import Unknown

    return part.constraints[0]._replace(node=Unknown(number))


def offered(place: Place, kind: str) -> Iterator[tuple[Conflict, Repair]]:
    best = lightest(place.decided)
    for conflict in place.decided.decision.conflicts:
        for repair in repairs(place.decided, conflict, best):
            if repair.kind == kind:
                yield conflict, repair


@each_place
def test_an_offered_value_fits_and_nothing_beside_it_does(place: Place) -> None:
    part = place.decided.part
    for conflict, repair in offered(place, "value"):
        [(name, amounts)] = repair.values.items()
        owned = [c for c in conflict.constraints if c.claim is not None and c.claim.id == name]
        matching = [
            (c, interval)
            for c in owned
            for interval in [_left(part, conflict, c)]
            if interval is not None and in_words(part, c, interval) == amounts
        ]
        assert matching
        constraint, interval = matching[0]
        others = [c for c in conflict.constraints if c is not constraint]
        assert fits(part, [*others, at(constraint, interval)], wide=False)
        for beyond in outside(interval):
            assert not fits(part, [*others, at(constraint, beyond)], wide=False)


def _left(part: Part, conflict: Conflict, constraint: Constraint) -> Interval | None:
    from claimcheck.consistency.conflicts import left_for

    return left_for(part, conflict, constraint)


@each_place
def test_the_lightest_sets_are_enough_and_no_lighter_ones_are(place: Place) -> None:
    part, conflicts = conflicts_of(place)
    wide = all(conflict.robust for conflict in conflicts)
    best = lightest(place.decided)
    assert best.complete
    claims = [claim for claim in claims_of(part) if not claim.is_reference]
    limit = _weight(best.sets[0]) if best.sets else None
    enough = set()
    for size in range(1, max(map(len, best.sets), default=2) + 1):
        for some in combinations(claims, min(size, 3)):
            if limit is None or _weight(some) <= limit:
                removed = {id(claim) for claim in some}
                kept = [claim for claim in claims_of(part) if id(claim) not in removed]
                if fits(part, of_claims(part, kept), wide=wide):
                    enough.add(frozenset(claim.id for claim in some))
    given = {frozenset(claim.id for claim in one) for one in best.sets}
    assert given <= enough if len(given) == 5 else given == enough
    assert len({_weight(one) for one in best.sets}) <= 1


def _weight(claims: tuple[Claim, ...]) -> int:
    weights = [weight(claim) for claim in claims]
    return sum(one for one in weights if one is not None)


@each_place
def test_an_offered_cause_lets_all_that_is_undisputed_hold(place: Place) -> None:
    part, conflicts = conflicts_of(place)
    for conflict, repair in offered(place, "cause"):
        [name] = [name for name, text in _TEXTS.items() if repair.text.text is text]
        [claim] = [claim for claim in conflict.claims if claim.id == repair.claims[0]]
        members = {id(one) for one in conflict.claims}
        disputed = {id(one) for other in conflicts for one in other.claims} - members
        kept = [c for c in part.constraints if c.claim is None or id(c.claim) not in disputed]
        assert repair.values, name
        meant = _meant(part, claim, name, repair.values[claim.id])
        changed = [at(c, meant) if c.claim is claim else c for c in kept]
        assert fits(part, changed, wide=False)


def _meant(part: Part, claim: Claim, name: str, amounts: Amounts) -> Interval:
    """The narrow interval of a claim without a slip, worked out from its own and from what is shown."""
    value = claim.value
    assert isinstance(value, Quantity)
    low, high = value.narrow.low, value.narrow.high
    assert amounts.interval.low is not None
    if name == "currency":
        [money] = [c.money for c in part.constraints if c.claim is claim]
        assert money is not None
        code = amounts.unit.money
        found = exchange(value.narrow, money._replace(code=code or ""), part.currency)
        assert found is not None
        return found
    [point] = [end for end in (value.point, value.low, value.high) if end is not None][:1]
    before = Fraction(point.number.number) * point.unit.factor  # type: ignore[union-attr]
    after = amounts.interval.low
    if name in ("thousand", "million", "long-scale"):
        assert after / before in [Fraction(10) ** power for power in (3, -3, 6, -6)]
        factor = after / before
        scaled = [None if end is None else end * factor for end in (low, high)]
        return Interval(scaled[0], scaled[1], *value.narrow[2:])
    if name == "sign":
        assert after == -before and low is not None and high is not None
        return Interval(-high, -low)
    assert name == "transposed"
    assert isinstance(point.number, Written)
    place = point.unit.factor * Fraction(10) ** point.number.place
    assert sorted(str(abs(after / place))) == sorted(str(abs(before / place)))
    moved = [None if end is None else end + after - before for end in (low, high)]
    return Interval(moved[0], moved[1], *value.narrow[2:])
