"""Wording: amounts, dates and lists as people write them, in English and French."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.catalogue import Told, either, tell
from claimcheck.consistency.meeting import OTHER_TIME
from claimcheck.finding import Amounts, Aside, Day, Names, Of, Phrase
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.dimension import dimension_of
from claimcheck.model.expression import BadExpression, read_expression
from claimcheck.model.interval import Interval
from claimcheck.model.period import BadDate, parse_period
from claimcheck.model.quantity import DATE
from claimcheck.model.units import PLAIN, Unit, parse_unit
from claimcheck.wording import decimal, words

USD = parse_unit("USD")
CASES = [
    (
        Interval(F(747 * 10**9), F(913 * 10**9)),
        USD,
        "747 to 913 billion USD",
        "747 à 913 milliards USD",
    ),
    (
        Interval(F(10**12), None, True),
        USD,
        "over 1 trillion USD",
        "plus de 1\u202f000 milliards USD",
    ),
    (Interval(None, F(55 * 10**9)), USD, "at most 55 billion USD", "au plus 55 milliards USD"),
    (Interval(None, F(9)), PLAIN, "at most 9", "au plus 9"),
    (Interval(F("0.105"), F("0.115")), parse_unit("%"), "10.5 to 11.5%", "10,5 à 11,5\u00a0%"),
    (
        Interval(F("57399.5"), F("57400.5")),
        PLAIN,
        "57,399.5 to 57,400.5",
        "57\u202f399,5 à 57\u202f400,5",
    ),
    (Interval(F("292.65"), F("293.65")), parse_unit("°C"), "19.5 to 20.5 °C", "19,5 à 20,5 °C"),
    (
        Interval(F(739982), F(740346)),
        DATE,
        "January 1\u2009–\u2009December 31, 2027",
        "1er janvier\u2009–\u200931 décembre 2027",
    ),
    (
        Interval(None, F(739982), False, True),
        DATE,
        "no later than December 31, 2026",
        "au plus tard le 31 décembre 2026",
    ),
    (
        Interval(F(739982), None),
        DATE,
        "no earlier than January 1, 2027",
        "au plus tôt le 1er janvier 2027",
    ),
    (Interval(F(10**9), F(10**9)), USD, "1 billion USD", "1 milliard USD"),
    (Interval(F("1.5e9"), F("1.5e9")), USD, "1.5 billion USD", "1,5 milliard USD"),
    (Interval(None, None), USD, "any value", "toute valeur"),
    (Interval(F(2), F(1)), USD, "no value", "aucune valeur"),
    (Interval(F(-5), F(-5)), PLAIN, "-5", "-5"),
]


@pytest.mark.parametrize(
    ("interval", "unit", "english", "french"), CASES, ids=lambda c: str(c)[:30]
)
def test_an_interval_is_said_in_words(
    interval: Interval, unit: Unit, english: str, french: str
) -> None:
    assert words(Amounts(interval, unit), "en") == english
    assert words(Amounts(interval, unit), "fr") == french


def test_names_are_listed_and_owned() -> None:
    assert words(Names(["a", "b", "c"]), "fr") == "a, b et c"
    assert words(Of("OpenAI"), "fr") == "d’OpenAI"
    assert words(Of("SoftBank"), "fr") == "de SoftBank"
    assert words(Of("OpenAI"), "en") == "of OpenAI"
    assert words(Aside(["2026", {"en": "possible", "fr": "possible"}]), "en") == "2026, possible"
    assert words(Day(739470), "en") == "August 7, 2025"
    assert words(Day(739470), "fr") == "7 août 2025"


def test_braces_in_data_are_only_data() -> None:
    assert words(Phrase({"en": "{a}"}, {"a": "{b} {0}"}), "en") == "{b} {0}"


@pytest.mark.parametrize(
    ("phrase", "french"),
    [
        (OTHER_TIME.reason, "un autre moment"),
        (either([tell("a unit (MWh, EUR)"), tell("the end")]), "une unité (MWh, EUR) ou la fin"),
        (either([tell("a number"), "about", tell("the end")]), "un nombre ou about ou la fin"),
        (tell("expected {}", either(["to", ".."])), "il faut to ou .."),
        (either(["OpenAI", "not"]), "OpenAI ou not"),
        (tell("write `{}`", "about"), "écrivez `about`"),
    ],
)
def test_texts_of_loaders_are_told_in_french(phrase: Told, french: str) -> None:
    assert words(phrase, "fr") == french
    assert words(phrase, "en") == phrase


@pytest.mark.parametrize("text", ["another time", "a name", "a number or the end", "nothing"])
def test_what_an_author_wrote_is_never_translated(text: str) -> None:
    assert words(text, "fr") == text


@pytest.mark.parametrize(
    ("date", "french"),
    [
        ("2026-02-30", "février 2026 a 28 jours"),
        ("2026-Q7", "il faut un mois 01-12, une saison 21-24 ou Q1-Q4"),
        (
            "30/01/2026",
            "l’année, le mois et le jour viennent dans cet ordre\u00a0: écrivez 2026-01-30",
        ),
        ("12345", "il faut une année à quatre chiffres, ou Y12345 pour l’année 12345"),
    ],
)
def test_what_is_wrong_with_a_date_is_told_in_french(date: str, french: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_period(date)
    assert words(caught.value.expected, "fr") == french


def test_what_is_wrong_with_an_expression_is_told_in_french() -> None:
    attributes = general_vocabulary().attributes
    text = "revenue(A) < 3"
    with pytest.raises(BadExpression) as caught:
        dimension_of(read_expression(text), attributes.get, text)
    french = "quelque chose qui se compare à de l’argent, et non à un nombre pur"
    assert words(caught.value.expected, "fr") == french


@pytest.mark.parametrize(
    ("name", "owned"),
    [
        ("Alphabet", "d’Alphabet"),
        ("Électricité de France", "d’Électricité de France"),
        ("Hermès", "d’Hermès"),
        ("Huawei", "de Huawei"),
        ("Hong Kong", "de Hong Kong"),
        ("H&M", "de H&M"),
        ("Yahoo", "de Yahoo"),
        ("Yves Rocher", "d’Yves Rocher"),
        ("X", "de X"),
        ("", "de "),
    ],
)
def test_de_is_elided_before_vowels_and_a_silent_h(name: str, owned: str) -> None:
    assert words(Of(name), "fr") == owned


@given(st.fractions(), st.integers(3, 9))
def test_a_decimal_is_close_to_what_it_shows(number: F, digits: int) -> None:
    shown = F(decimal(number, digits))
    assert abs(shown - number) <= abs(number) / 10 ** (digits - 1)


def test_a_slot_is_named_with_its_qualifiers() -> None:
    from claimcheck.consistency.steps import slot_phrase
    from claimcheck.testing import example_index

    index = example_index(
        "claims:\n"
        "  - {id: a, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 5 USD}\n"
        "  - {id: b, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 5 USD}\n"
    )
    (slot,) = index.contested_slots()
    assert words(slot_phrase(slot), "en") == "investment of Amazon (in: OpenAI)"
    assert words(slot_phrase(slot), "fr") == "investissement d’Amazon (in: OpenAI)"
