"""What is drawn, and in which words."""

from fractions import Fraction
from pathlib import Path

import pytest

from claimcheck.finding import Amounts
from claimcheck.model.interval import Interval
from claimcheck.model.units import PLAIN, parse_unit
from claimcheck.report.axis import nice
from claimcheck.report.html.axis import axis_of, time_axis
from claimcheck.report.units import in_words
from tests.report_html import page_of, parsed, written


def amount(low: str | None, high: str | None, unit: str) -> Amounts:
    """An interval given in a unit."""
    meant = parse_unit(unit) if unit else PLAIN
    first, last = (None if e is None else Fraction(e) * meant.factor for e in (low, high))
    return Amounts(Interval(first, last), meant)


@pytest.mark.parametrize(
    ("found", "english", "french"),
    [
        (amount("747e9", "913e9", "USD"), "747 to 913 billion US dollars", "747 à 913 milliards de dollars"),
        (amount("41e6", "41e6", "EUR"), "41 million euros", "41 millions d’euros"),
        (amount("12", "15", "EUR"), "12 to 15 euros", "12 à 15 euros"),
        (amount("2e6", "3e6", "DKK"), "2 to 3 million Danish kroner", "2 à 3 millions de couronnes danoises"),
        (amount("2", None, "AED"), "at least 2 UAE dirhams", "au moins 2 dirhams des Émirats arabes unis"),
        (amount("1", "2", "MWh"), "1 to 2 MWh", "1 à 2 MWh"),
        (amount("3e6", "4e6", ""), "3 to 4 million", "3 à 4 millions"),
        (amount(None, None, "USD"), "any value", "toute valeur"),
    ],
)  # fmt: skip
def test_amounts_in_words(found: Amounts, english: str, french: str) -> None:
    assert in_words(found, "en") == english
    assert in_words(found, "fr") == french


@pytest.mark.parametrize(
    ("number", "step"), [("0.7", "1"), ("1", "1"), ("3", "5"), ("0.021", "1/40"), ("6e40", "1e41")]
)
def test_steps_are_round(number: str, step: str) -> None:
    assert nice(Fraction(number)) == Fraction(step)


@pytest.mark.parametrize(
    ("low", "high"), [("0", "1"), ("5", "5"), ("0", "0"), ("-3e30", "7e-30"), ("1e-40", "2e-40")]
)
def test_every_scale_has_ticks_within_it(low: str, high: str) -> None:
    interval = Interval(Fraction(low), Fraction(high))
    axis = axis_of([interval], parse_unit("USD"), "en")
    assert axis is not None
    assert axis.scale.low < axis.scale.high
    assert 1 <= len(axis.ticks) <= 14
    span = axis.span(interval)
    assert float(span.x[:-1]) >= 0
    assert float(span.x[:-1]) + float(span.width[:-1]) <= 100.01


@pytest.mark.parametrize(
    ("first", "last"), [(1, 1), (739_000, 739_003), (700_000, 739_000), (-(10**8), 10**8)]
)
def test_every_time_line_has_dates(first: int, last: int) -> None:
    axis = time_axis([Interval(Fraction(first), Fraction(last))], "fr")
    assert axis is not None
    assert 1 <= len(axis.ticks) <= 12


def test_currencies_stand_on_one_line_by_the_rates_of_their_time(tmp_path: Path) -> None:
    claims = (
        "claims:\n"
        "  - {id: a, subject: Acme, attribute: valuation, value: 500e9 USD, when: 2025-10}\n"
        "  - {id: b, subject: Acme, attribute: valuation, value: 300e9 EUR, when: 2025-10}\n"
    )
    page = page_of(written(tmp_path, claims, vocabulary="entities: {acme: {name: Acme}}\n"))
    (figure,) = parsed(page).iter("figure")
    rows = ["".join(e.itertext()) for e in figure.iter("span") if e.get("class") == "label"]
    assert [row[:18] for row in rows] == ["A Acme: valuation:", "B Acme: valuation:"]
    assert all(row.endswith("billion US dollars") for row in rows)


def test_a_plain_text_article_keeps_its_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One *is*\nnot two.\n\n# Three", encoding="utf-8")
    claims = "document: {text: a.txt, language: en}\nclaims: []\n"
    (article,) = parsed(page_of(written(tmp_path, claims))).iter("article")
    assert ["".join(p.itertext()) for p in article.iter("p")] == ["One *is*\nnot two.", "# Three"]
