"""Random networks: propagation, the solver, minimal sets and witnesses, judged by the verifier."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from claimcheck.consistency import solving
from claimcheck.consistency.conflicts import Conflict, Decision, decide
from claimcheck.consistency.contraction import complete, contract
from claimcheck.consistency.network import Part
from claimcheck.consistency.witness import world_of
from claimcheck.model.claim import Claim
from tests.consistency.judged import (
    BOXES,
    broken,
    claims_of,
    of_claims,
    problem_of,
    satisfiable,
)
from tests.consistency.networks import KINDS, grown, parts, scaled, shuffled
from tests.verifier import Undecided, solution

every_kind = pytest.mark.parametrize("kind", KINDS)
READINGS = (False, True)
DRAWN = [Phase.generate]  # to reduce a failure, add Phase.shrink: it may take minutes


def names(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.id for claim in claims)


def sets(decision: Decision) -> set[tuple[frozenset[str], bool]]:
    return {(names(conflict.claims), conflict.robust) for conflict in decision.conflicts}


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_an_empty_interval_proves_that_nothing_fits(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind))
    for wide in READINGS:
        if contract(part.variables, part.constraints, wide=wide).empty:
            assert satisfiable(part.variables, part.constraints, wide=wide) in (False, None)


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_where_propagation_is_complete_something_fits(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind))
    for wide in READINGS:
        found = contract(part.variables, part.constraints, wide=wide)
        if not found.empty and complete(part.constraints, found):
            assert satisfiable(part.variables, part.constraints, wide=wide) in (True, None)


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_the_solver_and_the_verifier_agree(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind))
    for wide in READINGS:
        one = solving.satisfiable(part.variables, part.constraints, wide=wide)
        other = satisfiable(part.variables, part.constraints, wide=wide)
        assert one is None or other is None or one == other


def _minimal(part: Part, *, wide: bool) -> set[frozenset[str]] | None:
    """The minimal contradictory sets of claims, by trying all; None if not all are decided."""
    claims = claims_of(part)
    found: set[frozenset[str]] = set()
    for size in range(len(claims) + 1):
        for some in combinations(claims, size):
            if any(known <= names(some) for known in found):
                continue
            fits = satisfiable(part.variables, of_claims(part, some), wide=wide)
            if fits is None:
                return None
            if not fits:
                found.add(names(some))
    return found


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_the_minimal_sets_are_those_of_brute_force(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind, most=4))
    robust, fragile = _minimal(part, wide=True), _minimal(part, wide=False)
    assume(robust is not None and fragile is not None)
    assert robust is not None and fragile is not None
    expected = {(one, True) for one in robust}
    expected |= {(one, False) for one in fragile if not any(one <= known for known in robust)}
    decision = decide(part)
    assert decision.decided and not decision.capped
    assert sets(decision) == {(one, wide) for one, wide in expected if one}


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_a_conflict_fits_without_any_one_of_its_claims(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind))
    for conflict in decide(part).conflicts:
        _check_minimal(part, conflict)


def _check_minimal(part: Part, conflict: Conflict) -> None:
    wide = conflict.robust
    assert satisfiable(part.variables, conflict.constraints, wide=wide) in (False, None)
    for claim in conflict.claims:
        rest = [other for other in conflict.claims if other is not claim]
        assert satisfiable(part.variables, of_claims(part, rest), wide=wide) in (True, None)
    for left_out in conflict.constraints:
        kept = [c for c in conflict.constraints if c is not left_out]
        assert satisfiable(part.variables, kept, wide=wide) in (True, None)


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_a_witness_breaks_nothing_and_exists_where_a_rational_one_does(
    kind: str, data: st.DataObject
) -> None:
    part = data.draw(parts(kind))
    found = world_of(part)
    if found is not None:
        assert broken(part, found) == []
        return
    decision = decide(part)
    if decision.decided and not decision.conflicts:
        try:
            known = solution(problem_of(part.variables, part.constraints, wide=False), BOXES)
        except Undecided:
            return
        assert known is None, known


def _known(conflict: Conflict, decision: Decision) -> bool:
    """Whether a conflict lies around one of a decision, or, a fragile one, within a robust one of it."""
    return any(
        names(other.claims) <= names(conflict.claims) and other.robust >= conflict.robust
        for other in decision.conflicts
    ) or any(
        not conflict.robust and other.robust and names(conflict.claims) < names(other.claims)
        for other in decision.conflicts
    )


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_more_claims_never_remove_a_conflict(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind))
    whole = decide(part)
    assume(whole.decided)
    for left_out in claims_of(part):
        kept = tuple(c for c in part.constraints if c.claim is not left_out)
        for conflict in decide(part._replace(constraints=kept)).conflicts:
            assert _known(conflict, whole)


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_widening_never_creates_a_conflict(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind))
    laws = of_claims(part, [])
    assume(satisfiable(part.variables, laws, wide=False))  # else no claim has a part in it
    before = decide(part)
    for conflict in decide(grown(part, Fraction(1, 2))).conflicts:
        assert _known(conflict, before)
        old = of_claims(part, [c for c in claims_of(part) if c.id in names(conflict.claims)])
        assert satisfiable(part.variables, old, wide=conflict.robust) in (False, None)


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_counting_money_in_another_unit_changes_nothing(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind))
    before = decide(part)
    for factor in (Fraction(1000), Fraction(3, 7)):
        assert sets(decide(scaled(part, factor))) == sets(before)


@every_kind
@settings(max_examples=30, phases=DRAWN)
@given(st.data())
def test_the_order_of_constraints_changes_no_set(kind: str, data: st.DataObject) -> None:
    part = data.draw(parts(kind))
    before = decide(part)
    for other in shuffled(part):
        assert sets(decide(other)) == sets(before)
