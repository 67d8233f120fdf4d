"""What a reader gets in each language: pages of rules, values in words; and what decides which it is."""

import os
import re
import subprocess
import sys
from fractions import Fraction as F
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.explain import page, paragraphs
from claimcheck.finding import Formula, Phrase, Stated, When
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.expression import read_expression
from claimcheck.model.period import parse_period
from claimcheck.model.value import Value, read_value
from claimcheck.packs import shipped_rules
from claimcheck.rule import Rule
from claimcheck.rules import built_in
from claimcheck.wording import cldr, decimal, fill, words

ROOT = Path(__file__).parents[2]
ENGLISH = re.compile(
    r"\b(?:the|of|is|are|and|not|with|without|which|that|it|they|by|from|what|has|have|one|other)\b"
)
RULES = (*built_in(), *shipped_rules())
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@each_rule
def test_the_page_of_a_rule_is_wholly_in_french(rule: Rule) -> None:
    shown = "\n".join(paragraphs(rule.doc, "fr"))
    prose = re.sub(r"`[^`]*`|\*[^*]*\*|« [^»]* »|post-money", "", shown.replace("\u00a0", " "))
    assert ENGLISH.findall(prose) == []
    assert len(paragraphs(rule.doc, "fr")) == len(paragraphs(rule.doc, "en"))
    for text in (rule.message, rule.help or {"en": "", "fr": "-"}):
        assert ENGLISH.findall(re.sub(r"`[^`]*`|\{[^}]*\}", "", text.get("fr", ""))) == []


def test_a_page_has_french_headings_and_findings() -> None:
    rule = next(rule for rule in built_in() if rule.name == "values/conflict")
    shown = page(rule, "fr")
    assert "\nNiveau\u00a0: erreur au plus\n" in shown
    assert "→ ligne 3\u00a0: erreur\u00a0: valorisation d’OpenAI" in shown


def value(text: str, attribute: str) -> Value:
    vocabulary = general_vocabulary()
    return read_value(text, vocabulary.attributes[attribute].type, resolve=lambda name: name)


@pytest.mark.parametrize(
    ("text", "attribute", "english", "french"),
    [
        ("up to 50e9 USD", "valuation", "up to 50 billion US dollars", "jusqu’à 50 milliards de dollars"),
        ("about 830e9 USD", "valuation", "about 830 billion US dollars", "environ 830 milliards de dollars"),
        ("20 to 50 billion EUR", "valuation", "20 to 50 billion euros", "20 à 50 milliards d’euros"),
        ("1 million EUR", "valuation", "1 million euros", "1 million d’euros"),
        ("1 EUR", "valuation", "1 euro", "1 euro"),
        ("1.5 EUR", "valuation", "1.5 euros", "1,5 euro"),
        ("under 10e9 USD", "valuation", "under 10 billion US dollars", "moins de 10 milliards de dollars"),
        ("from 20e9 USD", "valuation", "from 20 billion US dollars", "à partir de 20 milliards de dollars"),
        ("up to about 50 %", "stake", "up to about 50%", "jusqu’à environ 50\u00a0%"),
        ("2104000", "population", "2.104 million", "2,104 millions"),
        ("8412", "population", "8,412", "8\u202f412"),
        ("2025-08-07", "release", "August 7, 2025", "le 7 août 2025"),
        ("2025-08-01", "release", "August 1, 2025", "le 1er août 2025"),
        ("2025-08", "release", "August 2025", "août 2025"),
        ("2025-Q4", "release", "4th quarter 2025", "le 4e trimestre 2025"),
        ("before 2025-08-07", "release", "before August 7, 2025", "avant le 7 août 2025"),
        ("up to 2025-08-07", "release", "until August 7, 2025", "jusqu’au 7 août 2025"),
        ("about 2027", "release", "about 2027", "environ 2027"),
    ],
)  # fmt: skip
def test_a_value_is_its_notation_or_words(
    text: str, attribute: str, english: str, french: str
) -> None:
    stated = Stated(value(text, attribute))
    assert words(stated, "en") == words(stated, "fr") == text
    assert words(stated, "en", spelled=True) == english
    assert words(stated, "fr", spelled=True) == french


def test_an_expression_is_its_notation_or_words() -> None:
    expression = read_expression("revenue(Acme) at 2025-08 < 2 * costs(Orange)")
    formula = Formula(expression, general_vocabulary())
    assert words(formula, "fr") == "revenue(Acme) at 2025-08 < 2 * costs(Orange)"
    spelled = words(formula, "fr", spelled=True)
    assert spelled == "chiffre d’affaires d’Acme (août 2025) < 2 × charges d’Orange"


def test_between_backticks_stands_what_the_file_says() -> None:
    text = {
        "en": "{value}: write `when: {value}`",
        "fr": "daté de {value} : écrivez `when: {value}`",
    }
    phrase = Phrase(text, {"value": When(parse_period("2025-08-07"))})
    assert fill(phrase, "en", spelled=True) == "August 7, 2025: write `when: 2025-08-07`"
    french = "daté du 7 août 2025\u00a0: écrivez `when: 2025-08-07`"
    assert fill(phrase, "fr", spelled=True) == french


@given(st.fractions() | st.integers().map(lambda n: F(n) * 10**30), st.sampled_from(["en", "fr"]))
def test_what_is_written_is_what_was_rounded(number: F, language: str) -> None:
    digits = decimal(number, 9)
    shown = cldr.number(digits, language)
    read = shown.replace("," if language == "en" else "\u202f", "").replace(",", ".")
    assert F(read) == F(digits)


@given(st.fractions() | st.integers().map(F), st.sampled_from(["en", "fr"]))
def test_a_number_is_written_as_babel_writes_it(number: F, language: str) -> None:
    digits = decimal(number, 9)
    assert cldr.number(digits, language) == cldr._by_babel(digits, language)


@given(st.integers(1, 3_652_059), st.sampled_from(["en", "fr"]))
def test_every_day_has_its_year_and_day(ordinal: int, language: str) -> None:
    from datetime import date

    day = date.fromordinal(ordinal)
    numbers = [int(number) for number in re.findall(r"\d+", cldr.day(ordinal, language))]
    assert sorted(numbers) == sorted((day.year, day.day))


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize("locale", ["fr_FR.UTF-8", "de_DE.UTF-8", "C"])
def test_the_machines_locale_decides_nothing(locale: str) -> None:
    asked = ("check", "claims", "--as-of", "2026-02-01", "-f", "concise")
    told = {"LANG": locale, "LC_ALL": locale, "LC_MESSAGES": locale, "LANGUAGE": locale[:2]}
    usual = run(*asked, LANG="en_US.UTF-8", LC_ALL="en_US.UTF-8", LANGUAGE="en")
    assert run(*asked, **told).stdout == usual.stdout
    assert run("explain", "values/conflict", **told).stdout.decode().count("Not found") == 1


def test_the_configuration_decides_where_nothing_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('language = "fr"\n', encoding="utf-8")
    (tmp_path / "a.claims.yaml").write_text("claims: []\n", encoding="utf-8")
    for command, french in (
        (["explain", "values/conflict"], "Niveau"),
        (["explain"], "Des affirmations donnent à une grandeur"),
        (["rules", "list"], "avertissement"),
        (["check"], "rien trouvé"),
    ):
        asked = [sys.executable, "-m", "claimcheck", *command]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        found = subprocess.run(
            asked, cwd=tmp_path, capture_output=True, env=environment, check=False
        )
        assert french in found.stdout.decode(), command


def test_babel_is_not_loaded_where_nothing_is_found(tmp_path: Path) -> None:
    claims = "claims:\n  - {id: a, subject: Acme, attribute: ceo, value: Ann}\n"
    (tmp_path / "a.claims.yaml").write_text(claims, encoding="utf-8")
    (tmp_path / "vocabulary.yaml").write_text("entities: {Acme: , Ann: }\n", encoding="utf-8")
    code = (
        "import sys; from claimcheck.cli import run_command; "
        "status = run_command(['check', '.']); sys.exit(status or 'babel' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    found = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        env=environment,
        check=False,
    )
    assert found.returncode == 0, found.stdout
