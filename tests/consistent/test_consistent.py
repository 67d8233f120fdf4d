"""Documents that are consistent must stay silent, and each is one wrong figure away from a finding."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.finding import Finding
from claimcheck.model.period import day_ordinal
from claimcheck.report import Report
from claimcheck.run import Request, run

FOLDER = Path(__file__).parent
DOCUMENTS = sorted(FOLDER.glob("*.claims.yaml"))
AS_OF = day_ordinal(2026, 11, 1)
SETTING = ("vocabulary.yaml", "claimcheck.toml")

# They look at claims one by one, or find notes only: what they check says little of a document.
BESIDE = ("format/", "time/", "values/certainty-drift", "values/differing-bounds")


class Twin(NamedTuple):
    """A document with one value spoiled, and the family or pack of the rule that finds it."""

    document: str
    claim: str
    value: str
    family: str


TWINS = (
    Twin("a-battery", "rounds", "about 32", "arithmetic"),
    Twin("a-battery", "taken", "1.5 TWh", "energy"),
    Twin("a-complete-sum", "artists", "1.6 million EUR", "arithmetic"),
    Twin("a-corrected-figure", "jobs", "430", "arithmetic"),
    Twin("a-denial", "staff-now", "1350", "arithmetic"),
    Twin("a-denial", "debt", "1.4 billion EUR", "values"),
    Twin("a-denial", "head", "Tom Reeve", "values"),
    Twin("a-forecast-beside-an-actual", "debt", "290 billion EUR", "arithmetic"),
    Twin("a-loss", "loss", "12 million USD", "finance"),
    Twin("a-product-and-its-successor", "next-out", "2024", "technology"),
    Twin("a-product-and-its-successor", "in-norway", "Carriole", "values"),
    Twin("a-round-in-two-currencies", "pays-euros", "41 million EUR", "values"),
    Twin("a-round-in-two-currencies", "worth", "420 million EUR", "finance"),
    Twin("a-round-that-grows", "total-first", "19 million EUR", "arithmetic"),
    Twin("a-round-that-grows", "petrel", "38 million EUR", "finance"),
    Twin("a-round-with-unnamed-investors", "three-together", "50 million EUR", "arithmetic"),
    Twin("a-round-with-unnamed-investors", "corvane-part", "5.75 %", "finance"),
    Twin("a-second-investment", "first-part", "7 %", "finance"),
    Twin("a-second-investment", "second-part", "10 %", "arithmetic"),
    Twin("a-secondary-price", "old-shares", "420 million USD", "arithmetic"),
    Twin("a-share-of-two-markets", "heat-market", "2.1 billion EUR", "arithmetic"),
    Twin("a-share-of-two-markets", "growth", "18 %", "finance"),
    Twin("a-share-split", "shares-after", "20 million", "finance"),
    Twin("a-stake-that-changed", "halsted-after", "64 %", "finance"),
    Twin("a-survey-with-several-answers", "car-before", "42 %", "arithmetic"),
    Twin("a-survey-with-several-answers", "error", "1.3 points", "statistics"),
    Twin("a-vote-in-council", "ayes", "22", "arithmetic"),
    Twin("a-vote-in-council", "labour", "25", "elections"),
    Twin("a-wind-farm-in-a-leap-year", "energy-2025-table", "690 MWh", "values"),
    Twin("a-wind-farm-in-a-leap-year", "factor-january", "34.9 %", "energy"),
    Twin("a-young-company", "start", "2025-10-01", "time"),
    Twin("an-election-in-two-rounds", "gain", "20 points", "arithmetic"),
    Twin("an-election-in-two-rounds", "turnout", "56.0 %", "elections"),
    Twin("an-extended-plant", "energy-half", "760 GWh", "energy"),
    Twin("an-open-interval", "head-last-spring", "Anne Le Goff", "values"),
    Twin("an-undated-claim-beside-dated-ones", "staff", "920", "values"),
    Twin("an-undated-claim-beside-dated-ones", "worth-then", "300 million EUR", "finance"),
    Twin("before-and-after-the-money", "before", "100 million EUR", "arithmetic"),
    Twin("growth-from-one-figure-to-another", "growth-2024", "25 %", "finance"),
    Twin("hedged-values", "workers-counted", "1383", "values"),
    Twin("hedged-values", "rock", "about 150 million EUR", "arithmetic"),
    Twin("late-in-the-year", "worth-late", "260 million USD", "finance"),
    Twin("named-sources-that-round", "emissions-lead", "about 16 Mt", "values"),
    Twin("named-sources-that-round", "people-lead", "about 124 thousand", "values"),
    Twin("points-and-percent", "jobless", "7.9 %", "arithmetic"),
    Twin("population-at-two-dates", "births", "4310", "arithmetic"),
    Twin("population-at-two-dates", "area", "131 km2", "demography"),
    Twin("quarters-and-a-year", "fourth", "72.6 million EUR", "arithmetic"),
    Twin("quarters-and-a-year", "margin-year", "11 %", "finance"),
    Twin("ranges-from-different-sources", "damage-at-least", "at least 420 million EUR", "values"),
    Twin("results-by-place", "absent-north", "37 %", "elections"),
    Twin("rounding", "revenue-body", "43.1 billion EUR", "values"),
    Twin("rounding", "margin", "8.5 %", "finance"),
    Twin("scenarios", "low-profit", "12 million EUR", "finance"),
    Twin("scenarios", "low-rest", "12 million EUR", "arithmetic"),
    Twin("shares-that-round-to-100-1", "portefaix", "32.0 %", "finance"),
    Twin("shares-that-round-to-100-1", "sales", "180 million EUR", "finance"),
    Twin("shares-that-round-to-99-9", "bridge-share", "22.3 %", "elections"),
    Twin("shares-that-round-to-99-9", "valid", "8530", "arithmetic"),
    Twin("two-currencies-at-two-dates", "saline-euros", "103 million EUR", "values"),
    Twin("two-currencies-at-two-dates", "brise-euros", "108 million EUR", "values"),
    Twin("two-moments-of-one-year", "estuaire-autumn", "62 %", "finance"),
    Twin("two-moments-of-one-year", "worth-spring", "400 million EUR", "finance"),
    Twin("two-rounds", "both-rounds", "36 million EUR", "arithmetic"),
    Twin("two-rounds", "series-fennick", "18 million EUR", "finance"),
    Twin("unit-conversions", "area-land-register", "524 ha", "values"),
    Twin("unit-conversions", "density", "116 km^-2", "demography"),
    Twin("what-is-invested-is-no-cost", "spending", "72 million EUR", "arithmetic"),
    Twin("what-is-invested-is-no-cost", "margin", "19 %", "finance"),
)

# What no rule finds yet, and one of this pack or family could.
PACKS = (
    Twin("a-forecast-beside-an-actual", "growth-2025", "3.1 %", "finance"),
    Twin("a-forecast-beside-an-actual", "debt-ratio", "16 %", "finance"),
    Twin("an-election-in-two-rounds", "winner", "Luc Faure", "elections"),
    Twin("growth-from-one-figure-to-another", "profit-growth", "4 %", "finance"),
    Twin("points-and-percent", "in-percent", "-0.8 %", "statistics"),
    Twin("points-and-percent", "in-points", "-10 points", "statistics"),
    Twin("quarters-and-a-year", "growth-second", "5 %", "finance"),
    Twin("scenarios", "high-growth", "about 28 %", "arithmetic"),
)


def _name(document: Path) -> str:
    return document.name.removesuffix(".claims.yaml")


def _told(twin: Twin) -> str:
    return f"{twin.document}:{twin.claim}"


def _check(document: Path) -> Report:
    report = run(Request((str(document),), AS_OF))
    assert not report.crashes
    return report


def _serious(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.level != "note"]


def _of_family(report: Report, twin: Twin) -> list[Finding]:
    """The findings of a twin's family that the spoiled claim has a part in."""
    return [
        finding
        for finding in _serious(report)
        if finding.rule.startswith(f"{twin.family}/")
        and twin.claim in {claim.id for claim in finding.claims}
    ]


def _spoiled(twin: Twin, folder: Path) -> Path:
    """The twin of a document in a folder of its own."""
    text = (FOLDER / f"{twin.document}.claims.yaml").read_text(encoding="utf-8")
    claim = re.compile(rf"(  - id: {re.escape(twin.claim)}\n(?:    .*\n)*?    value: ).*")
    spoiled, number = claim.subn(lambda match: match[1] + twin.value, text)
    assert number == 1 and spoiled != text
    for name in SETTING:
        shutil.copy(FOLDER / name, folder / name)
    path = folder / f"{twin.document}.claims.yaml"
    path.write_text(spoiled, encoding="utf-8")
    return path


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_a_consistent_document_has_no_finding_above_note(document: Path) -> None:
    found = [
        (f.level, f.rule, [claim.id for claim in f.claims]) for f in _serious(_check(document))
    ]
    assert not found


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_the_claims_of_a_consistent_document_are_compared_or_joined(document: Path) -> None:
    report = _check(document)
    assert 6 <= report.claims <= 14
    checked = {rule: t.checked for rule, t in report.tallies.items() if not rule.startswith(BESIDE)}
    assert sum(checked.values()) > 0


def test_there_are_many_consistent_documents() -> None:
    assert len(DOCUMENTS) >= 40


def test_every_consistent_document_says_which_trap_it_holds() -> None:
    for document in DOCUMENTS:
        assert document.read_text(encoding="utf-8").startswith("# Trap: "), document.name


def test_every_consistent_document_has_a_spoiled_twin() -> None:
    assert {twin.document for twin in TWINS} == set(map(_name, DOCUMENTS))


@pytest.mark.parametrize("twin", TWINS, ids=_told)
def test_one_spoiled_figure_is_found(twin: Twin, tmp_path: Path) -> None:
    report = _check(_spoiled(twin, tmp_path))
    assert _of_family(report, twin), [(f.level, f.rule) for f in report.findings]


@pytest.mark.parametrize("twin", PACKS, ids=_told)
def test_one_spoiled_figure_that_no_rule_finds_yet(twin: Twin, tmp_path: Path) -> None:
    if not _of_family(_check(_spoiled(twin, tmp_path)), twin):
        pytest.xfail(f"no rule of {twin.family} finds it yet")
