"""Every lexicon comes with texts and what is read in them; each is read as it says, and nothing else."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from claimcheck.model.units import parse_unit
from claimcheck.text.lexicon import FOLDER, LANGUAGES
from claimcheck.text.reading import Reading, read_text

CASES = Path(FOLDER) / "cases"
LEAST = 150
KEYS = {
    *("kind", "text", "unit", "value", "lower", "upper", "lower_inclusive", "upper_inclusive"),
    *("about", "certainty", "attribution", "alternative"),
}

# Phrases that mislead a reader of numbers; each language has a case with each of its own.
TRAPS = {
    "fr": (
        *(
            "passé de 7,1 % à 7,6 %",
            "entre 10 millions et 15 milliards",
            "n'atteint pas",
            "deux tiers",
        ),
        *(
            "un quart",
            "doublé",
            "dix fois",
            "-5 %",
            "−3,2 %",
            "3 points",
            "points de base",
            "€/MWh",
        ),
        *("par an", "soit ", "30/01/2026", "30 janvier", "xercice 2024-2025", "années 90", "15h30"),
        *(
            "1. ",
            "GPT-5",
            "neuf",
            "un an",
            "15 dollars 50",
            "118.385 euros",
            "3.2",
            "$",
            "M€",
            "Mds€",
        ),
        *("des centaines de", "pouvant atteindre", "pourrait atteindre le seuil", "jusqu'à", "< "),
        *("inférieur", "~", "voire un trillion", "trillions", "billion", "fin 202", "mi-202"),
        *("trimestre", "\u00a0", "\u202f", "\u2009", "rticle", "page ", "|---|"),
    ),
    "en": (
        *("rose from 6.4% to 7.1%", "between £35 and £60", "between €10 million and €15 billion"),
        *("two-thirds", "uarter of", "doubled", "ten times", "-0.7%", "−3.4 per cent", "minus 12"),
        *(
            "percentage point",
            "basis points",
            "/MWh",
            "per MWh",
            "a year",
            "2026-01-30",
            "2024-2025",
        ),
        *("2024-25", "1990s", "3:30 pm", "1. ", "GPT-5", "15 dollars and 50 cents", "1.500 grams"),
        *(
            "3.2",
            "$",
            "bn",
            "hundreds of millions",
            "up to",
            "less than",
            "could reach",
            "3-1",
            "one ",
        ),
        *(
            "if not a trillion",
            "late 202",
            "mid-202",
            "first quarter",
            "\u00a0",
            "\u202f",
            "\u2009",
        ),
        *("Article", "|---|"),
    ),
}


class Case(NamedTuple):
    """A text, and the readings that are expected in it."""

    language: str
    number: int
    text: str
    published: str | None
    readings: list[dict[str, str]]

    def __str__(self) -> str:
        words = "".join(c if c.isalnum() else " " for c in self.text).split()
        return f"{self.language}-{self.number:03}-{'-'.join(words)[:40]}"


def cases_of(language: str) -> list[Case]:
    """The cases of a language; every scalar is a text."""
    path = CASES / f"{language}.yaml"
    if not path.exists():
        return []
    entries: list[dict[str, Any]] = yaml.load(
        path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
    )
    return [
        Case(language, number, entry["text"], entry.get("published"), entry["readings"] or [])
        for number, entry in enumerate(entries, 1)
    ]


ALL = {language: cases_of(language) for language in LANGUAGES}


@pytest.mark.parametrize("case", [case for cases in ALL.values() for case in cases], ids=str)
def test_a_text_is_read_as_its_case_says(case: Case) -> None:
    published = case.published and date.fromisoformat(case.published).toordinal()
    found = read_text(case.text, case.language, published or None)
    assert [as_read(one) for one in found] == [as_expected(one) for one in case.readings]
    given = [one.get("alternative") for one in case.readings]
    assert [one.other for one in found] == [other and Fraction(other) for other in given]


def test_every_lexicon_has_cases() -> None:
    lexicons = {path.stem for path in Path(FOLDER).glob("*.yaml")} - {"currencies", "units"}
    assert lexicons == set(LANGUAGES) == set(TRAPS)
    assert {path.stem for path in CASES.glob("*.yaml")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_cases_and_none_twice(language: str) -> None:
    texts = [case.text for case in ALL[language]]
    assert len(texts) >= LEAST
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trap_is_a_case(language: str) -> None:
    texts = "\n".join(case.text for case in ALL[language]).replace("’", "'")
    assert [trap for trap in TRAPS[language] if trap not in texts] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_are_well_formed(language: str) -> None:
    for case in ALL[language]:
        at = 0
        for one in case.readings:
            assert one.keys() <= KEYS, case
            assert {"kind", "text"} <= one.keys(), case
            assert "value" in one or "lower" in one or "upper" in one or one["kind"] == "date", case
            at = case.text.index(one["text"], at) + len(one["text"])


Comparable = tuple[object, ...]


def as_expected(one: dict[str, str]) -> Comparable:
    """An expected reading in a form that compares: numbers by value, units by what they mean."""
    low, high, value = one.get("lower"), one.get("upper"), one.get("value")
    kind = one["kind"]
    ends: Comparable
    if kind == "date":
        ends = (low, high)
    else:
        if value is not None:
            low, high = low or value, high or value
        elif low is None or high is None:
            value = low or high
        included = (
            one.get("lower_inclusive", "true") == "true" and low is not None,
            one.get("upper_inclusive", "true") == "true" and high is not None,
        )
        ends = (*(None if n is None else Fraction(n) for n in (value, low, high)), *included)
    about, certainty = one.get("about") == "true", one.get("certainty", "certain")
    unit = _meant(one.get("unit", ""))
    return one["text"], kind, unit, ends, about, certainty, one.get("attribution")


def as_read(one: Reading) -> Comparable:
    """A reading in the same form."""
    ends: Comparable
    if one.kind == "date":
        data = one.data()
        ends = (data["lower"], data["upper"])
    else:
        ends = (one.value, one.low, one.high, one.low_included, one.high_included)
    unit = _meant(one.unit)
    return one.text, one.kind, unit, ends, one.about, one.certainty, one.attribution


def _meant(unit: str) -> object:
    if unit in ("", "%"):
        return unit
    meant = parse_unit(unit)
    return meant.dimension, meant.factor, meant.offset, meant.money
