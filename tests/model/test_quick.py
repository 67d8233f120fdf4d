"""The quick way to read expressions and predicates gives the grammar's own trees."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.expression import BadExpression, _build, read_expression
from claimcheck.model.notation import NotationError, parse_tree
from claimcheck.model.predicate import _build as build_predicate
from claimcheck.model.predicate import _parser
from claimcheck.model.quick import parse

PIECES = """
    sum count min max complete hours revenue(Acme) revenue("Acme Corp", in=?x) profit(?c) at ?t at
    previous(?t) at 2025 at 2025-Q1 stake(*, in=OpenAI, deal=?d) + - * / == <= >= < > ( ) , 3 4.5
    41e9 USD EUR/MWh % million billion percentage point ?x ?t = * at to Acme Électricité de-France
    x.value words(claim.quote) and or not "fr" 'a' document.published as-of true != 50 in= . - days
""".split()
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join)


def of_grammar(text: str, start: str) -> Any:
    """What the grammar makes of a text; None if it refuses it."""
    from lark.exceptions import UnexpectedInput

    try:
        if start == "expression":
            return _build(parse_tree(text, start), text)
        return build_predicate(_parser().parse(text))
    except (NotationError, UnexpectedInput):
        return None


@given(TEXTS, st.sampled_from(["", " "]))
def test_an_expression_that_is_read_quickly_is_what_the_grammar_says(text: str, gap: str) -> None:
    text = text.replace(" ", gap) if gap == "" and len(text) % 3 == 0 else text
    tree = parse(text, "expression")
    if tree is not None:
        try:
            quick: Any = _build(tree, text)
        except ValueError as error:
            quick = type(error)
        try:
            slow: Any = of_grammar(text, "expression")
        except ValueError as error:
            slow = type(error)
        assert quick == slow


@given(TEXTS)
def test_a_predicate_that_is_read_quickly_is_what_the_grammar_says(text: str) -> None:
    tree = parse(text, "predicate")
    if tree is not None:
        try:
            quick: Any = build_predicate(tree)
        except ValueError as error:
            quick = type(error)
        try:
            slow: Any = of_grammar(text, "predicate")
        except ValueError as error:
            slow = type(error)
        assert quick == slow


@pytest.mark.parametrize(
    "text",
    [
        "investment(?i, in=?c, deal=?d) == stake(?i, in=?c, deal=?d) * valuation(?c)",
        "sum(investment(*, in=OpenAI)) <= 3 billion USD",
        "revenue(?c) == revenue(?c) at previous(?t) * (1 + growth(?c, of=revenue))",
        "release(GPT-5) < release(GPT-4)",
        "energy(?p) <= power(?p) * hours(?t)",
        "-profit(Acme) + 3.5 million EUR > 0 EUR",
    ],
)
def test_ordinary_expressions_are_read_quickly(text: str) -> None:
    assert parse(text, "expression") is not None
    assert read_expression(text) == of_grammar(text, "expression")


@pytest.mark.parametrize(
    "text",
    [
        "spent.value > worth.value",
        "part.value > 50 % and not (boss.value == ?holder or claim.attribution)",
        "possibly(now.when - before.when > 700 days)",
        'document.language == "fr" and words(claim.quote) > limit',
        "granular(mean.value, size.value)",
    ],
)
def test_ordinary_predicates_are_read_quickly(text: str) -> None:
    tree = parse(text, "predicate")
    assert tree is not None
    assert build_predicate(tree) == of_grammar(text, "predicate")


@pytest.mark.parametrize("text", ["revenue(Acme", "3 USD and", "a b", "", "revenue()"])
def test_what_is_odd_is_left_to_the_grammar(text: str) -> None:
    assert parse(text, "expression") is None
    with pytest.raises(BadExpression):
        read_expression(text)
