"""Wording: amounts, dates and lists as people write them, in English and French."""

import re
from fractions import Fraction as F
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.finding import Amounts, Aside, Day, Names, Of, Phrase
from claimcheck.model.interval import Interval
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
    (Interval(F(10**12), None, True), USD, "over 1 trillion USD", "plus de 1000 milliards USD"),
    (Interval(None, F(55 * 10**9)), USD, "at most 55 billion USD", "au plus 55 milliards USD"),
    (Interval(None, F(9)), PLAIN, "at most 9", "au plus 9"),
    (Interval(F("0.105"), F("0.115")), parse_unit("%"), "10.5 to 11.5 %", "10,5 à 11,5 %"),
    (
        Interval(F("57399.5"), F("57400.5")),
        PLAIN,
        "57,399.5 to 57,400.5",
        "57\u202f399,5 à 57\u202f400,5",
    ),
    (Interval(F("292.65"), F("293.65")), parse_unit("°C"), "19.5 to 20.5 °C", "19,5 à 20,5 °C"),
    (Interval(F(739982), F(740346)), DATE, "2027-01-01 to 2027-12-31", "2027-01-01 à 2027-12-31"),
    (Interval(None, F(739982), False, True), DATE, "at most 2026-12-31", "au plus 2026-12-31"),
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
    assert words(Day(739470), "en") == "2025-08-07"


def test_braces_in_data_are_only_data() -> None:
    assert words(Phrase({"en": "{a}"}, {"a": "{b} {0}"}), "en") == "{b} {0}"


@pytest.mark.parametrize(
    ("phrase", "french_"),
    [
        ("another time", "un autre moment"),
        ("a number such as 41 or 41.5e9", "un nombre tel que 41 ou 41.5e9"),
        ("a unit (MWh, EUR) or the end", "une unité (MWh, EUR) ou la fin"),
        ("February 2026 has 28 days", "février 2026 a 28 jours"),
        (
            "expected a month 01-12, a season 21-24 or Q1-Q4",
            "il faut un mois 01-12, une saison 21-24 ou Q1-Q4",
        ),
        (
            "year, month and day come in this order: write 2026-01-30",
            "l’année, le mois et le jour viennent dans cet ordre : écrivez 2026-01-30",
        ),
        (
            "something that can be compared with money, not a pure number",
            "quelque chose qui se compare à de l’argent, et non à un nombre pur",
        ),
        ("write `about`", "écrivez `about`"),
        ("OpenAI or not", "OpenAI or not"),
        ("a number or no such thing", "a number or no such thing"),
        (
            "a number such as 41 or 41.5e9 or about or the end",
            "un nombre tel que 41 ou 41.5e9 ou about ou la fin",
        ),
        ("expected to or ..", "il faut to ou .."),
    ],
)
def test_phrases_that_are_data_are_said_in_french(phrase: str, french_: str) -> None:
    assert words(phrase, "fr") == french_
    assert words(phrase, "en") == phrase


def loaders_phrases() -> list[str]:
    """What loaders say of values, dates, units and expressions, as it stands in their files."""
    from claimcheck.load import unusual
    from claimcheck.model import edtf, expression, notation, units, value

    source = Path(edtf.__file__).read_text(encoding="utf-8")
    return [
        *notation._NAMES.values(),
        " or ".join(notation._NAMES.values()),
        *units._MEANT.values(),
        *(hint for _, hint in (*value._SLIPS, *expression._SLIPS)),
        *re.findall(r'"(expected [^"{]*)"', source),
        *unusual._EXPECTED.values(),
        "expected a year of four digits, or Y12345 for the year 12345",
        "money, share, number, count, date, entity, boolean, text or a unit such as MWh",
    ]


@pytest.mark.parametrize("phrase", dict.fromkeys(loaders_phrases()))
def test_no_phrase_of_the_loaders_is_half_english(phrase: str) -> None:
    shown = re.sub(r"`[^`]*`|\([^)]*\)", "", words(phrase, "fr"))
    english = r"\b(the|of|for|is|an|with|and|not|no|such|that|which|write|expected|each)\b"
    assert re.search(english, shown) is None


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
