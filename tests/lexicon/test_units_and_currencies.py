"""Units and currencies of prose: claimcheck knows all of them, and no word means two in one language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.numbers import get_currency_name

from claimcheck.model.currencies import CODES, currencies
from claimcheck.model.unit_table import TABLE
from claimcheck.model.units import parse_unit

FOLDER = Path(__file__).parents[2] / "claimcheck" / "text" / "lexicon"
LANGUAGES = ("en", "fr")


def read(name: str) -> dict[str, dict[str, Any]]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)
    return found


CURRENCIES = read("currencies.yaml")
UNITS = read("units.yaml")
ALL = {**CURRENCIES, **UNITS}

# The most traded ones, and those of the countries of which French and English papers write most.
USED = """
USD EUR GBP JPY CNY CHF CAD AUD NZD HKD SGD TWD KRW SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH TRY ILS INR
PKR BDT LKR NPR IDR THB MYR PHP VND KZT BRL MXN ARS CLP COP PEN UYU VES ZAR NGN KES EGP MAD DZD TND XOF XAF
GHS ETB SAR AED QAR IRR IQD LBP JOD TZS
""".split()


CARES = ("risky", "edge", "stuff", "plant", "angle")


def forms(name: str, language: str) -> tuple[str, str]:
    """A currency's name in the singular and in the plural, as the head of the file says."""
    if "|" in name:
        singular, plural = name.split("|")
        return singular, plural
    if language == "en":
        return name, name + "s"
    words = name.split()
    link = next((i for i, w in enumerate(words) if w in ("de", "des", "du") or w[:2] == "d'"), None)
    return name, " ".join([*(word + "s" for word in words[:link]), *words[len(words[:link]) :]])


def plain(name: str) -> str:
    """As names are compared: without case, hyphens and typographic apostrophes."""
    return " ".join(name.casefold().replace("’", "'").replace("-", " ").split())


def names(key: str, language: str, part: str = "name") -> set[str]:
    """The names of a unit or currency, or of the cents of one."""
    entry = ALL[key].get("cents", {}) if part == "cent" else ALL[key]
    listed = entry.get(language, [])
    if key in UNITS:
        return {plain(form) for name in listed for form in name.split("|")}
    return {plain(form) for name in listed for form in forms(name, language)}


def symbols(key: str) -> list[str]:
    """As symbols are compared: without spaces."""
    listed = [*ALL[key].get("symbols", []), *ALL[key].get("cents", {}).get("symbols", [])]
    return [symbol.replace(" ", "") for symbol in listed]


def meanings(language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every name of a language with what it means."""
    for key in ALL:
        for part in ("name", "cent"):
            yield from ((name, (key, part)) for name in names(key, language, part))


def test_all_currencies_are_there() -> None:
    assert CURRENCIES.keys() == CODES


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_written_as_claimcheck_shows_it(unit: str) -> None:
    assert parse_unit(unit).name == unit


def test_no_unit_needs_pint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.model.units._rare", lambda name: None)
    parse_unit.cache_clear()
    for unit in UNITS:
        parse_unit(unit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_means_two_things(language: str) -> None:
    found: dict[str, tuple[str, str]] = {}
    for name, meaning in meanings(language):
        assert found.setdefault(name, meaning) == meaning, name


def test_no_symbol_means_two_things() -> None:
    found: dict[str, str] = {code: code for code in CODES}
    for key in ALL:
        for symbol in symbols(key):
            assert found.setdefault(symbol, key) == key, symbol


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_symbol_is_the_name_of_another(language: str) -> None:
    found = dict(meanings(language))
    for key in ALL:
        for symbol in symbols(key):
            assert found.get(plain(symbol), (key, "name"))[0] == key, symbol


@pytest.mark.parametrize("key", ALL)
def test_the_parts_of_an_entry(key: str) -> None:
    entry = ALL[key]
    assert entry.keys() <= {*CARES, "symbols", "assumed", "price", "cent", "cents", "en", "fr"}
    assert entry["en"]
    assert entry["fr"]
    listed = entry.get("symbols", [])
    assert listed == sorted(listed, key=lambda symbol: -len(symbol))
    assert len(listed) == len(set(listed))
    every = {plain(symbol) for symbol in listed}
    for language in LANGUAGES:
        every |= names(key, language) | names(key, language, "cent")
    for mark in ("assumed", *CARES):
        assert every >= {plain(word) for word in entry.get(mark, [])}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(CODES))
def test_claimchecks_own_name_of_a_currency_is_listed(code: str, language: str) -> None:
    assert plain(currencies()[code][language]) in names(code, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", USED)
def test_the_names_of_cldr_are_listed(code: str, language: str) -> None:
    found = {get_currency_name(code, count, locale=language) for count in (None, 1, 2)}
    assert {plain(name) for name in found} <= names(code, language)


# Letters and words that are clear in a claim's unit, but not behind a number of prose.
CLAIMS_ONLY = {"chevaux", "d", "B", "Po", "delta degC"}


def test_what_may_be_written_in_a_claim_may_be_written_in_an_article() -> None:
    missing = set()
    for row in TABLE.splitlines():
        unit, *_, spellings = row.split("|")
        if unit in UNITS and spellings:
            known = {*symbols(unit), *names(unit, "en"), *names(unit, "fr")}
            both = {text: {text.replace(" ", ""), plain(text)} for text in spellings.split(",")}
            missing |= {text for text, texts in both.items() if not texts & known}
    assert missing == CLAIMS_ONLY


def test_a_currency_has_cents_by_tens_or_fives_or_none() -> None:
    assert {int(entry.get("cent", 100)) for entry in CURRENCIES.values()} == {
        1,
        5,
        100,
        1000,
        10000,
    }
