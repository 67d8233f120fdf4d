"""What the variables and times of a rule join (LANGUAGE, "Binding"), through small packs."""

import pytest

from tests.packs.small import document, found, judge, say

LEFT = "relation: left(?c) == earned(?c) - spent(?c)"
ALIKE = "relation: earned(?c, of=?x) == spent(?c, of=?x)"
PLAIN = "relation: earned(?c) == spent(?c)"
MATCHED = "match:\n  a: earned(?c, of=?x)\n  b: spent(?c, of=?x)\nforbid: a.value > b.value"

for_either_kind = pytest.mark.parametrize("body", [ALIKE, MATCHED], ids=["relation", "match"])


# 1. Names


@for_either_kind
def test_a_variable_joins_wherever_it_stands(body: str) -> None:
    assert found(body, say("earned(Acme)", "9 EUR", 2025), say("spent(Acme)", "5 EUR", 2025))
    assert not found(body, say("earned(Acme)", "9 EUR", 2025), say("spent(Beta)", "5 EUR", 2025))


def test_a_variable_joins_a_subject_with_a_qualifier() -> None:
    body = "relation: held(?who, in=?c) <= total(?c)"
    assert found(body, say("held(Ann, in=Acme)", "9 EUR", 2025), say("total(Acme)", "5 EUR", 2025))
    assert not found(
        body, say("held(Ann, in=Beta)", "9 EUR", 2025), say("total(Acme)", "5 EUR", 2025)
    )


def test_a_variable_twice_in_one_term_must_be_one_name() -> None:
    body = "relation: held(?c, in=?c) == total(?c)"
    assert found(body, say("held(Acme, in=Acme)", "9 EUR", 2025), say("total(Acme)", "5 EUR", 2025))
    assert not found(
        body, say("held(Beta, in=Acme)", "9 EUR", 2025), say("total(Acme)", "5 EUR", 2025)
    )


def test_a_name_in_a_rule_means_that_thing_only() -> None:
    body = "relation: earned(?c, of=toys) == spent(?c)"
    spent = say("spent(Acme)", "5 EUR", 2025)
    assert found(body, say("earned(Acme, of=toys)", "9 EUR", 2025), spent)
    assert not found(body, say("earned(Acme, of=books)", "9 EUR", 2025), spent)
    assert not found(body, say("earned(Acme)", "9 EUR", 2025), spent)


# 2. Qualifiers


@for_either_kind
@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("", "", True),
        (", of=toys", ", of=toys", True),
        (", of=toys", ", of=books", False),
        (", of=toys", "", False),
        ("", ", of=toys", False),
    ],
)
def test_absent_meets_only_absent(body: str, one: str, other: str, meet: bool) -> None:
    earned = say(f"earned(Acme{one})", "9 EUR", 2025)
    assert found(body, earned, say(f"spent(Acme{other})", "5 EUR", 2025)) == meet


@pytest.mark.parametrize("place", ["earned", "spent"])
def test_a_qualifier_that_a_term_does_not_name_must_be_absent(place: str) -> None:
    claims = {"earned": "earned(Acme)", "spent": "spent(Acme)"}
    values = {"earned": "9 EUR", "spent": "5 EUR"}
    assert found(PLAIN, *(say(claims[name], values[name], 2025) for name in claims))
    claims[place] = f"{place}(Acme, of=toys)"
    assert not found(PLAIN, *(say(claims[name], values[name], 2025) for name in claims))


# 3. Times


@for_either_kind
def test_terms_share_one_time(body: str) -> None:
    earned = say("earned(Acme)", "9 EUR", 2025)
    assert found(body, earned, say("spent(Acme)", "5 EUR", 2025))
    assert not found(body, earned, say("spent(Acme)", "5 EUR", 2024))
    assert not found(body, earned, say("spent(Acme)", "5 EUR", "2025-Q1"))


PREVIOUS = "relation: earned(?c) >= earned(?c) at previous(?t)"


@pytest.mark.parametrize(
    ("when", "before", "meet"),
    [
        ("2025", "2024", True),
        ("2025", "2023", False),
        ("2025-Q1", "2024-Q4", True),
        ("2025-Q2", "2025-Q1", True),
        ("2025-Q1", "2024-Q1", False),
        ("2025-01", "2024-12", True),
        ("2025-03-01", "2025-02-28", True),
        ("2025-04/2026-03", "2024-04/2025-03", True),
        ("2025-04/2026-03", "2024", False),
    ],
)
def test_previous_is_the_period_of_the_same_length_before(
    when: str, before: str, meet: bool
) -> None:
    claims = (say("earned(Acme)", "5 EUR", when), say("earned(Acme)", "9 EUR", before, id="before"))
    assert found(PREVIOUS, *claims) == meet


@pytest.mark.parametrize(
    ("start", "end", "meet"),
    [
        ("2025-01-01", "2025-12-31", True),
        ("2024-12-31", "2026-01-01", True),
        ("2025-01-02", "2025-12-31", False),
        ("2025-01-01", "2025-12-30", False),
        ("2025", "2026", False),
    ],
)
def test_start_and_end_are_the_days_at_the_edges_of_a_period(
    start: str, end: str, meet: bool
) -> None:
    body = "relation: total(?c) at end(?t) == total(?c) at start(?t) + left(?c)"
    claims = (
        say("total(Acme)", "5 EUR", start, id="before"),
        say("total(Acme)", "9 EUR", end, id="after"),
        say("left(Acme)", "7 EUR", 2025),
    )
    assert found(body, *claims) == meet


def test_another_variable_is_another_time() -> None:
    body = "match:\n  a: earned(?c)\n  b: spent(?c) at ?u\nforbid: b.value > a.value"
    earned = say("earned(Acme)", "5 EUR", 2025)
    assert found(body, earned, say("spent(Acme)", "9 EUR", 2021))
    assert found(body, earned, say("spent(Acme)", "9 EUR", 2025))


@pytest.mark.parametrize(
    ("length", "when", "most"),
    [
        ("hours(?t)", "2025", 8760),
        ("hours(?t)", "2024", 8784),
        ("hours(?t)", "2025-06", 720),
        ("days(?t)", "2025-06-01", 24),
    ],
)
def test_the_length_of_the_time_is_exact(length: str, when: str, most: int) -> None:
    body = f"relation: output(?c) <= strength(?c) * {length}"
    power = say("strength(Acme)", "1 MW", when, precision="exact")
    assert not found(body, power, say("output(Acme)", f"{most} MWh", when, precision="exact"))
    assert found(body, power, say("output(Acme)", f"{most}.01 MWh", when, precision="exact"))


def test_a_claim_may_name_a_time_after_at() -> None:
    claims = (
        say("earned(Acme)", "9 EUR", "2025-Q1"),
        say("spent(Acme)", "7 EUR", "2025-Q1"),
        '  - {"id": "low", "that": "left(Acme) at 2025-Q1 >= spent(Acme) at 2025-Q1"}',
    )
    assert judge(LEFT, document(*claims)).claims == [{"earned", "spent", "low"}]


FULL = "relation: output(?c) <= strength(?c) * hours(?t)"


@pytest.mark.parametrize(
    ("instant", "meet"),
    [("2025-06-15", True), ("2025-06", True), ("2025", True), ("2024", False), ("2026-01", False)],
)
def test_an_instant_inside_a_duration_shares_its_time(instant: str, meet: bool) -> None:
    claims = (say("strength(Acme)", "1.00 MW", instant), say("output(Acme)", "9.9 GWh", 2025))
    assert found(FULL, *claims) == meet


# 4. What is claimed


def test_one_claimed_term_is_no_instance() -> None:
    assert not found(LEFT, say("earned(Acme)", "9 EUR", 2025))
    assert not found("relation: earned(?c) == 5 EUR", say("earned(Acme)", "9 EUR", 2025))


def test_a_term_without_claims_is_free_within_its_limits() -> None:
    """What is spent is at least 0, so no more can be left than was earned; less can."""
    earned = say("earned(Acme)", "5 EUR", 2025)
    assert found(LEFT, earned, say("left(Acme)", "9 EUR", 2025))
    assert not found(LEFT, earned, say("left(Acme)", "-90 EUR", 2025))


def test_an_undated_claim_stands_in_and_lowers_the_level() -> None:
    dated = (say("strength(Acme)", "1.00 MW", 2025), say("output(Acme)", "9.9 GWh", 2025))
    undated = (say("strength(Acme)", "1.00 MW"), dated[1])
    assert judge(FULL, document(*dated)).levels == ["error"]
    assert judge(FULL, document(*undated)).levels == ["warning"]


def test_the_level_of_a_claim_that_stands_in_is_below_that_of_the_rule() -> None:
    claims = (say("strength(Acme)", "1.00 MW"), say("output(Acme)", "9.9 GWh", 2025))
    assert judge(f"level: warning\n{FULL}", document(*claims)).levels == ["note"]


def test_only_one_undated_claim_stands_in() -> None:
    claims = [
        say("earned(Acme)", "9 EUR", 2025),
        say("spent(Acme)", "5 EUR"),
        say("left(Acme)", "1 EUR"),
    ]
    assert not found(LEFT, *claims)
    claims[2] = say("left(Acme)", "1 EUR", 2025)
    assert found(LEFT, *claims)


def test_an_undated_claim_stands_in_for_one_name_of_a_match() -> None:
    undated = (say("earned(Acme)", "9 EUR"), say("spent(Acme)", "5 EUR", 2025))
    assert judge(MATCHED, document(*undated)).levels == ["warning"]


def test_undated_claims_share_the_time_that_none_of_them_names() -> None:
    undated = (say("earned(Acme)", "9 EUR"), say("spent(Acme)", "5 EUR"))
    assert judge(MATCHED, document(*undated)).levels == ["error"]
    assert judge(ALIKE, document(*undated)).levels == ["error"]


# 5. Sums


SUM = "relation: sum(piece(*, in=?c)) == total(?c)"
PIECES = (say("piece(Ann, in=Acme)", "3 EUR", id="a"), say("piece(Bob, in=Acme)", "4 EUR", id="b"))
COMPLETE = '  - {"id": "all", "that": "complete(piece(*, in=Acme))"}'


def test_a_sum_of_parts_is_at_most_the_total() -> None:
    assert found(SUM, *PIECES, say("total(Acme)", "5 EUR"))
    assert not found(SUM, *PIECES, say("total(Acme)", "9 EUR"))


def test_a_sum_of_all_parts_is_the_total() -> None:
    assert found(SUM, *PIECES, say("total(Acme)", "9 EUR"), COMPLETE)
    assert found(SUM, *PIECES, say("total(Acme)", "5 EUR"), COMPLETE)
    assert not found(SUM, *PIECES, say("total(Acme)", "7 EUR"), COMPLETE)


def test_a_sum_leaves_out_parts_of_another_whole_or_time() -> None:
    total = say("total(Acme)", "5 EUR", 2025)
    ann = say("piece(Ann, in=Acme)", "3 EUR", 2025, id="a")
    assert found(SUM, total, ann, say("piece(Bob, in=Acme)", "4 EUR", 2025, id="b"))
    assert not found(SUM, total, ann, say("piece(Bob, in=Beta)", "4 EUR", 2025, id="b"))
    assert not found(SUM, total, ann, say("piece(Bob, in=Acme)", "4 EUR", 2024, id="b"))


def test_a_sum_of_parts_that_may_be_negative_is_skipped_unless_complete() -> None:
    body = "relation: sum(left(*)) == total(?c)"
    parts = (say("left(Ann)", "9 EUR", 2025), say("left(Bob)", "9 EUR", 2025, id="other"))
    claims = (*parts, say("total(Acme)", "5 EUR", 2025))
    seen = judge(body, document(*claims))
    assert not seen.findings
    assert list(seen.tally.skipped) == ["parts that may be negative, and need not be all"]


def test_count_says_at_least_how_many_there_are() -> None:
    body = "relation: count(piece(*, in=?c)) == members(?c)"
    assert found(body, *PIECES, say("members(Acme)", "1"))
    assert not found(body, *PIECES, say("members(Acme)", "3"))
    assert found(body, *PIECES, say("members(Acme)", "3"), COMPLETE)


def test_the_largest_part_is_at_most_the_maximum() -> None:
    body = "relation: max(piece(*, in=?c)) <= total(?c)"
    assert found(body, *PIECES, say("total(Acme)", "2 EUR"))
    assert not found(body, *PIECES, say("total(Acme)", "6 EUR"))


# 6. Literals


def test_a_literal_of_a_relation_is_exact() -> None:
    body = "relation: earned(?c) + spent(?c) == 100 EUR"
    half = say("earned(Acme)", "50 EUR", 2025, precision="exact")
    assert not found(body, half, say("spent(Acme)", "50 EUR", 2025, precision="exact"))
    assert found(body, half, say("spent(Acme)", "50.01 EUR", 2025, precision="exact"))


def test_a_literal_of_a_predicate_is_exact() -> None:
    body = "match: {a: ratio(?c)}\nforbid: a.value == 50 %"
    assert found(body, say("ratio(Acme)", "50 %", precision="exact"))
    assert not found(body, say("ratio(Acme)", "50 %"))
    assert not found(body, say("ratio(Acme)", "50.01 %", precision="exact"))


# Worlds


@for_either_kind
def test_scenarios_are_apart(body: str) -> None:
    spent = say("spent(Acme)", "5 EUR", 2025, scenario="plan")
    assert not found(body, say("earned(Acme)", "9 EUR", 2025), spent)
    assert not found(body, say("earned(Acme)", "9 EUR", 2025, scenario="other"), spent)
    assert found(body, say("earned(Acme)", "9 EUR", 2025, scenario="plan"), spent)


@for_either_kind
def test_references_take_part(body: str) -> None:
    earned, spent = say("earned(Acme)", "9 EUR", 2025), say("spent(Acme)", "5 EUR", 2025)
    seen = judge(body, document(earned, references=(spent,)))
    assert seen.claims == [{"earned", "spent"}]


@for_either_kind
def test_references_alone_are_no_finding(body: str) -> None:
    earned, spent = say("earned(Acme)", "9 EUR", 2025), say("spent(Acme)", "5 EUR", 2025)
    other = say("total(Acme)", "5 EUR", 2025)
    assert not judge(body, document(other, references=(earned, spent))).findings


@for_either_kind
def test_amounts_in_two_currencies_meet_at_the_rates_of_the_time(body: str) -> None:
    """A euro was about 1.05 to 1.18 dollars in 2025."""
    spent = say("spent(Acme)", "100 EUR", "2025-06-02", precision="exact")
    assert found(body, say("earned(Acme)", "150 USD", "2025-06-02"), spent)
    assert not found(ALIKE, say("earned(Acme)", "114 USD", "2025-06-02"), spent)
    assert not found(MATCHED, say("earned(Acme)", "105 USD", "2025-06-02"), spent)


def test_without_a_rate_amounts_are_skipped() -> None:
    claims = (say("earned(Acme)", "900 USD", "1950"), say("spent(Acme)", "5 EUR", "1950"))
    seen = judge(MATCHED, document(*claims))
    assert not seen.findings
    assert seen.tally.skipped == {"no exchange rate for the time": 1}
