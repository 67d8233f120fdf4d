"""Whatever a rule finds is shown well: valid, linked both ways, in words, in both languages."""

import re
from functools import cache
from typing import Any

import pytest

from claimcheck.report import Style
from claimcheck.report.html import parts, render
from tests.report_html import parsed
from tests.report_html.examples import examples


@cache
def page(language: str) -> str:
    return render(examples(), Style(language))


@pytest.fixture(params=["en", "fr"], scope="module")
def tree(request: pytest.FixtureRequest) -> Any:
    return parsed(page(request.param))


def test_every_finding_of_every_rule_is_on_the_page(tree: Any) -> None:
    report = examples()
    assert len({finding.rule for finding in report.findings}) > 80
    shown = [e for e in tree.iter("section") if "finding" in (e.get("class") or "").split()]
    assert len(shown) == len(report.findings) + len(report.accepted)


def test_names_are_one_and_links_lead_to_them(tree: Any) -> None:
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {a.get("href")[1:] for a in tree.iter("a")} <= set(ids)


def test_no_drawing_has_numbers_of_programmers() -> None:
    tree = parsed(page("fr"))
    for element in tree.iter():
        names = (element.get("class") or "").split()
        if "label" in names or "verdict" in names or element.tag == "figcaption":
            text = "".join(element.itertext())
            assert not re.search(r"\b[0-9.]+e[0-9]+\b|\bbillion USD", text), text


def test_every_claim_that_a_drawing_names_is_lettered_in_its_finding() -> None:
    for sheet in parts(examples(), "en").sheets:
        for group in sheet.groups:
            for card in group.cards:
                letters = {said.letter for said in card.claims}
                rows = {row.letter for line in card.lines for row in line.rows}
                named = {part.letter for stack in card.stacks for part in stack.parts}
                assert (rows | named) - {""} <= letters


def test_sums_of_rules_say_what_is_too_much() -> None:
    said: dict[str, list[str]] = {}
    for sheet in parts(examples(), "en").sheets:
        for group in sheet.groups:
            for card in group.cards:
                said.setdefault(card.rule, []).extend(stack.verdict for stack in card.stacks)
    for rule in (
        "elections/seats-above-total",
        "elections/shares-not-100",
        "elections/votes-above-valid",
        "finance/market-shares-over-100",
        "arithmetic/unreachable-bound",
        "arithmetic/joint-conflict",
    ):
        assert any(re.search("more than the total|short of the total", v) for v in said[rule]), rule


def test_shapes_are_drawn_and_not_written_out(tree: Any) -> None:
    for figure in tree.iter("figure"):
        assert "<" not in "".join(figure.itertext())
        for bar in (e for e in figure.iter() if e.get("class") == "bar"):
            assert len(bar) > 0
