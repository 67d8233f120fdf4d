"""Expressions: names are looked up, and things that have nothing in common are not added."""

import pytest

from claimcheck.model.dimension import DATE, MONEY, SENTENCE, TIME
from claimcheck.model.dimension import dimension_of as dimension_of_expression
from claimcheck.model.expression import BadExpression, read_expression
from claimcheck.model.units import PLAIN, parse_unit
from claimcheck.model.value import ValueType
from claimcheck.model.vocabulary import Attribute

ATTRIBUTES = {
    "revenue": Attribute("revenue", ValueType("money")),
    "stake": Attribute("stake", ValueType("share", PLAIN)),
    "release": Attribute("release", ValueType("date")),
    "energy": Attribute("energy", ValueType("MWh", parse_unit("MWh"))),
    "power": Attribute("power", ValueType("MW", parse_unit("MW"))),
    "price": Attribute("price", ValueType("EUR/MWh", parse_unit("EUR/MWh"))),
    "ceo": Attribute("ceo", ValueType("entity")),
}


def dimension_of(text: str) -> str | None:
    return dimension_of_expression(read_expression(text), ATTRIBUTES.get, text)


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("revenue(A)", MONEY),
        ("revenue(A) + 5 billion USD", MONEY),
        ("revenue(A) * stake(B)", MONEY),
        ("revenue(A) / revenue(B)", ""),
        ("price(A) * energy(B)", MONEY),
        ("energy(A) / power(A)", TIME),
        ("power(A) * hours(?t)", "kg:1 m:2 s:-2"),
        ("release(A) - release(B)", TIME),
        ("release(A) + 30 days", DATE),
        ("count(revenue(*))", ""),
        ("sum(revenue(*)) == revenue(A)", SENTENCE),
        ("revenue(A, x=B) > 5 EUR", SENTENCE),
        ("complete(revenue(*))", SENTENCE),
        ("max(revenue(A), revenue(B))", MONEY),
        ("-revenue(A) - -3 USD", MONEY),
        ("unknown(A) + 5 USD", MONEY),
    ],
)
def test_an_expression_has_the_dimension_of_its_parts(text: str, dimension: str) -> None:
    assert dimension_of(text) == dimension


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("revenue(A) + stake(B)", 13),
        ("revenue(A) < 5", 13),
        ("revenue(A) == 5 MWh", 14),
        ("release(A) + release(B)", 13),
        ("release(A) * 2", 0),
        ("ceo(A) == 5", 0),
        ("min(revenue(A), stake(B))", 16),
        ("5 + A", 5),
        ("revenue(A", 9),
        ("revenue(A) +", 12),
        ("revenue(A) 5", 11),
        ("revenue(A, B)", 0),
        ("revenue(A) > 5 dollarz", 13),
        ("revenue(" * 60 + "A" + ")" * 60, 0),
        ("(" * 5000, 0),
        ("-" * 5000 + "1", 0),
    ],
)
def test_a_wrong_expression_is_refused_at_its_place(text: str, column: int) -> None:
    with pytest.raises(BadExpression) as caught:
        dimension_of(text)
    assert caught.value.column == column


def test_a_hyphen_belongs_to_a_name_unless_spaces_surround_it() -> None:
    assert str(read_expression("revenue(GPT-5)")).count("name='GPT-5'") == 1
    assert dimension_of("revenue(A) - revenue(B)") == MONEY


def test_a_name_with_spaces_is_quoted() -> None:
    assert "name='Ford Motor'" in str(read_expression('revenue("Ford Motor")'))


def test_nothing_is_divided_by_a_literal_zero() -> None:
    from claimcheck.testing import example_index

    text = "claims: [{id: a, that: revenue(Acme) / 0 == 3 USD, when: 2025}]\n"
    (problem,) = example_index(text).problems("invalid-expression")
    assert "other than zero" in str(problem.data["expected"])
