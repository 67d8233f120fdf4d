"""Deciding: an empty interval is a contradiction, minimal sets are minimal and all are found."""

from fractions import Fraction as F
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.consistency.attainability import unreachable
from claimcheck.consistency.conflicts import decide
from claimcheck.consistency.contraction import acyclic, contract, core
from claimcheck.consistency.minimal import minimal_sets
from claimcheck.consistency.network import (
    Constraint,
    Known,
    Network,
    Node,
    Part,
    Unknown,
    Variable,
    parts_of,
)
from claimcheck.consistency.worlds import networks
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.model.interval import EVERYTHING, NOT_NEGATIVE, Interval
from claimcheck.model.units import PLAIN
from claimcheck.rules import built_in
from claimcheck.testing import example_index, run_example
from claimcheck.wording import words
from tests.consistency.fourier import apply, feasible

DOCUMENT = example_index("claims: []\n").documents[0]


def claim(number: int) -> Claim:
    """A claim that only has a name and a place."""
    found = Claim()
    found.document, found.ordinal, found.id, found.that = DOCUMENT, number, str(number), None
    found.certainty, found.attribution = "certain", None
    return found


NUMBER = st.integers(-6, 6).map(F)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(NUMBER), draw(NUMBER)))
    form = draw(st.sampled_from(["both", "low", "high", "open"]))
    if form == "low":
        return Interval(low, None)
    if form == "high":
        return Interval(None, high)
    return Interval(low, high, form == "open" and low < high, False)


@st.composite
def nodes(draw: st.DrawFn, size: int) -> Node:
    """A sum or difference of some different variables."""
    chosen = draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=3, unique=True))
    node: Node = Unknown(chosen[0])
    for number in chosen[1:]:
        node = apply(draw(st.sampled_from("+-")), node, Unknown(number))
    return node


@st.composite
def linear_networks(draw: st.DrawFn) -> tuple[list[Variable], list[Constraint]]:
    size = draw(st.integers(2, 4))
    limits = [draw(st.sampled_from([EVERYTHING, NOT_NEGATIVE])) for _ in range(size)]
    variables = [Variable(str(n), ("", "", ()), limit, PLAIN) for n, limit in enumerate(limits)]
    constraints = []
    for number in range(draw(st.integers(1, 4))):
        interval = draw(intervals())
        fact = Unknown(draw(st.integers(0, size - 1)))
        constraints.append(Constraint(claim(number), fact, interval, interval))
    for number in range(draw(st.integers(1, 3))):
        interval = draw(intervals())
        constraints.append(Constraint(claim(9 + number), draw(nodes(size)), interval, interval))
    return variables, constraints


@given(linear_networks())
def test_an_empty_interval_proves_a_contradiction(
    network: tuple[list[Variable], list[Constraint]],
) -> None:
    variables, constraints = network
    if contract(variables, constraints, wide=True).empty:
        assert not feasible(variables, constraints, wide=True)


@given(linear_networks())
def test_without_a_cycle_no_empty_interval_proves_consistency(
    network: tuple[list[Variable], list[Constraint]],
) -> None:
    variables, constraints = network
    relations = [c for c in constraints if not isinstance(c.node, Unknown)]
    found = contract(variables, constraints, wide=True)
    if acyclic(relations) and found.settled and not found.empty:
        assert feasible(variables, constraints, wide=True)


@settings(max_examples=80)
@given(linear_networks())
def test_every_minimal_set_is_found_and_is_minimal(
    network: tuple[list[Variable], list[Constraint]],
) -> None:
    """Brute force over all subsets is the judge, with the same prover."""
    variables, constraints = network

    def prove(part: list[Constraint]) -> list[Constraint] | None:
        proof = contract(variables, part, wide=True)
        return core(proof.steps) if proof.empty else None

    found = {
        frozenset(constraints.index(c) for c in one)
        for one in minimal_sets(constraints, prove, 1000).sets
    }
    items = range(len(constraints))
    subsets = [frozenset(c) for size in range(len(items) + 1) for c in combinations(items, size)]
    bad = [subset for subset in subsets if prove([constraints[n] for n in sorted(subset)])]
    assert found == {one for one in bad if not any(other < one for other in bad)}


@settings(max_examples=80)
@given(linear_networks())
def test_a_conflict_becomes_satisfiable_without_any_one_of_its_members(
    network: tuple[list[Variable], list[Constraint]],
) -> None:
    variables, constraints = network
    relations = [c for c in constraints if c.is_relation]
    decision = decide(Part(variables, tuple(constraints)))
    for conflict in decision.conflicts:
        assert not feasible(variables, conflict.constraints, wide=True)
        if acyclic(relations):
            for left_out in conflict.constraints:
                rest = [c for c in conflict.constraints if c is not left_out]
                assert feasible(variables, rest, wide=True)


@given(linear_networks(), st.data())
def test_more_claims_never_remove_a_contradiction(
    network: tuple[list[Variable], list[Constraint]], data: st.DataObject
) -> None:
    variables, constraints = network
    part = data.draw(st.lists(st.sampled_from(constraints), unique_by=id))
    if contract(variables, part, wide=True).empty:
        assert contract(variables, constraints, wide=True).empty


@given(linear_networks())
def test_widening_an_interval_never_creates_a_contradiction(
    network: tuple[list[Variable], list[Constraint]],
) -> None:
    variables, constraints = network
    wider = [
        c._replace(wide=Interval(c.wide.low and c.wide.low - 1, c.wide.high and c.wide.high + 1))
        if c.wide.low != 0 != c.wide.high
        else c
        for c in constraints
    ]
    if contract(variables, wider, wide=True).empty:
        assert contract(variables, constraints, wide=True).empty


def test_a_system_that_settles_never_is_given_up() -> None:
    """y = x and y = 0.99 x + … narrows for ever; it ends after some rounds, undecided."""
    variables = [Variable(str(n), ("", "", ()), Interval(F(1), F(2)), PLAIN) for n in range(2)]
    x, y = Unknown(0), Unknown(1)
    zero = Interval(F(0), F(0))
    factor = Known(Interval(F(99, 100), F(99, 100)), Interval(F(99, 100), F(99, 100)))
    rows = [apply("-", y, x), apply("-", y, apply("*", factor, x))]
    found = contract(variables, [Constraint(claim(0), row, zero, zero) for row in rows], wide=True)
    assert found.empty or not found.settled


def only_network(text: str) -> Network:
    index: Index = example_index(text)
    (network,) = networks(index, index.documents[0])
    return network


TRIO = """
claims:
  - {id: amazon, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: up to 50 billion USD}
  - {id: nvidia, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: about 30 billion USD}
  - id: both
    that: investment(Nvidia, in=OpenAI) + investment(Amazon, in=OpenAI)
    value: up to 60 billion USD
"""


def test_an_end_is_tested_against_the_other_slots() -> None:
    (part,) = parts_of(only_network(TRIO))
    ((constraint, _, conflict),) = unreachable(part)
    assert constraint.claim is not None
    assert constraint.claim.id == "amazon"
    assert conflict.robust
    assert not feasible(part.variables, conflict.constraints, wide=True)
    assert feasible(part.variables, part.constraints, wide=False)


def test_what_the_others_leave_for_a_claim_would_let_all_hold() -> None:
    text = TRIO.replace("up to 50 billion", "50 billion")
    (finding,) = run_example(text, [r for r in built_in() if r.name == "arithmetic/joint-conflict"])
    said = [words(step, "en") for step in finding.steps]
    assert said == [
        "nvidia says about 30 billion USD: 27 to 33 billion USD",
        "amazon says 50 billion USD: 45 to 55 billion USD, strictly 49.5 to 50.5 billion USD",
        "then investment(Nvidia, in=OpenAI) + investment(Amazon, in=OpenAI) is 72 to 88 billion USD",
        "but both says up to 60 billion USD: at most 65 billion USD",
    ]
    assert [words(repair.text, "en") for repair in finding.repairs if repair.kind == "value"] == [
        "the others leave 76.5 to 83.5 billion USD for both",
        "the others leave 0 to 10.5 billion USD for nvidia",
        "the others leave 0 to 33 billion USD for amazon",
    ]
    for claim, value in (("50 billion USD}", "33 billion USD}"), ("up to 60", "76.5 to 83.5")):
        repaired = text.replace(claim, value)
        assert repaired != text
        assert not run_example(repaired, [r for r in built_in() if r.family == "arithmetic"])


def test_an_end_is_not_out_of_reach_because_something_else_is_inconsistent() -> None:
    (part,) = parts_of(only_network(TRIO.replace("about 30 billion", "80 billion")))
    assert len(decide(part).conflicts) == 1
    assert list(unreachable(part)) == []


@pytest.mark.parametrize(
    ("that", "value", "skipped"),
    [
        (
            "investment(Ghost, in=OpenAI) + investment(Other, in=OpenAI)",
            "5 USD",
            "none of its slots",
        ),
        ("investment(*, in=OpenAI) + investment(Nvidia, in=OpenAI)", "5 USD", "stands only inside"),
        ("sum(revenue(*))", "5 USD", "none of its parts"),
        ("sum(profit(*))", "5 USD", "may be negative"),
    ],
)
def test_what_cannot_join_is_skipped_with_its_reason(that: str, value: str, skipped: str) -> None:
    network = only_network(TRIO + f'  - {{id: odd, that: "{that}", value: {value}}}\n')
    assert [(o.claim and o.claim.id, skipped in o.reason) for o in network.skipped] == [
        ("odd", True)
    ]


def test_money_of_two_currencies_meets_at_a_rate() -> None:
    index = example_index(
        """
document: {published: 2026-01-30}
claims:
  - {id: one, subject: A, attribute: investment, where: {in: X}, value: 30 billion USD}
  - {id: two, subject: B, attribute: investment, where: {in: X}, value: 30 billion EUR}
  - {id: sum, that: "investment(A, in=X) + investment(B, in=X)", value: 60 billion USD, precision: exact}
"""
    )
    (network,) = networks(index, index.documents[0])
    (part,) = parts_of(network)
    (conflict,) = decide(part).conflicts
    assert [claim.id for claim in conflict.claims] == ["one", "two", "sum"]
