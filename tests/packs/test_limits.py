"""What means and percentages are possible, by brute force; and rules about very many claims, which end."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.consistency.binding import MAX_BINDINGS, Binder, Plan, Slots
from claimcheck.consistency.worlds import TOO_MANY
from claimcheck.model.expression import read_expression, terms
from tests.packs.small import document, judge, say

GRANULAR = "match:\n  n: members(?c)\n  p: ratio(?c)\nrequire: granular(p.value, n.value)"
TOO_MANY_CASES = "a rule matches more sets of claims than it looks at"


def is_possible(percent: str, size: object) -> bool:
    """Whether the rule takes a percentage of so many to be possible."""
    claims = (say("ratio(A)", f"{percent} %", precision=_last(percent)), say("members(A)", size))
    return not judge(GRANULAR, document(*claims)).findings


def _last(percent: str) -> str:
    """The unit of the last digit: nothing is rounded further than it is written."""
    return f"{Decimal(1).scaleb(-len(percent.partition('.')[2]))} %"


@given(st.integers(1, 60), st.integers(0, 3), st.data())
def test_every_share_of_a_whole_number_is_possible_rounded_in_any_usual_way(
    size: int, digits: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, size))
    percent = Decimal(part * 100) / size
    text = str(percent.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))
    assert is_possible(text, size)


@given(st.integers(1, 60), st.integers(0, 3), st.data())
def test_a_share_that_no_whole_number_rounds_to_is_impossible(
    size: int, digits: int, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, 100 * 10**digits))
    text = f"{Decimal(number).scaleb(-digits):.{digits}f}"
    assert is_possible(text, size) == _is_reached(Fraction(number, 10**digits), size, digits)


def _is_reached(percent: Fraction, size: int, digits: int) -> bool:
    """Whether some part of the size is within half a unit of the last digit, ends included."""
    half = Fraction(1, 2 * 10**digits)
    return any(abs(Fraction(100 * part, size) - percent) <= half for part in range(size + 1))


@pytest.mark.parametrize("rounding", [ROUND_FLOOR, ROUND_CEILING])
def test_the_margin_of_rounding_is_half_a_unit_and_no_more(rounding: str) -> None:
    """2 of 3 are 66.67 %: 66 % is cut off, not rounded."""
    text = str((Decimal(200) / 3).quantize(Decimal(1), rounding))
    assert is_possible(text, 3) == (text == "67")


def test_a_size_that_is_not_sure_leaves_what_any_of_its_numbers_allows() -> None:
    assert not is_possible("36", "21")
    assert is_possible("36", "21 to 22")
    assert is_possible("36", "at least 21")


# Very many claims


def many(number: int) -> tuple[str, ...]:
    """Claims of so many people, all of one year: a rule may join each with each."""
    earned = [say(f"earned(P{n})", "9 EUR", 2025, id=f"e{n}") for n in range(number)]
    return (*earned, *(say(f"spent(P{n})", "5 EUR", 2025, id=f"s{n}") for n in range(number)))


RELATION = "relation: earned(?a) <= spent(?b) * 1000"
MATCH = "match:\n  a: earned(?a)\n  b: spent(?b)\nforbid: a.value < b.value"


def test_a_million_bindings_are_looked_at_up_to_the_limit() -> None:
    (slots, names) = ([(f"P{n}", kind, ()) for n in range(1_000)] for kind in ("earned", "spent"))
    expression = read_expression("earned(?a) <= spent(?b)")
    binder = Binder(Plan(list(terms(expression)), {}, str), Slots((*slots, *names), {}))
    assert len(list(binder.bindings())) <= MAX_BINDINGS
    assert binder.capped


def test_a_thousand_bindings_are_all_looked_at() -> None:
    seen = judge(RELATION, document(*many(30)))
    assert TOO_MANY not in seen.tally.skipped


@pytest.mark.parametrize("limit", [1, 300])
def test_a_relation_of_a_million_bindings_ends_and_says_so(
    limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimcheck.consistency.binding.MAX_BINDINGS", limit)
    seen = judge(RELATION, document(*many(1_000)))
    assert seen.tally.skipped == {TOO_MANY: 1}


def test_a_match_of_a_million_sets_ends_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.packs.matching.MAX_CASES", 1_000)
    seen = judge(MATCH, document(*many(1_000)))
    assert seen.tally == (1_001, 1_000, {TOO_MANY_CASES: 1})


def test_a_match_of_a_million_bindings_ends_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.consistency.binding.MAX_BINDINGS", 1_000)
    assert judge(MATCH, document(*many(1_000))).tally.skipped


def test_a_match_of_any_two_claims_ends_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.packs.matching.MAX_CASES", 1_000)
    body = "match:\n  a: claim\n  b: claim\nforbid: a.value != b.value and a.id == b.id"
    seen = judge(body, document(*many(500)))
    assert seen.tally == (1_001, 1_000, {TOO_MANY_CASES: 1})
