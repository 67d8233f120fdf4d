"""The example newsroom in `claims/`: finds what its files announce, and nothing else."""

import os
from pathlib import Path

import pytest

from claimcheck.model.period import day_ordinal
from claimcheck.report import Report, Style
from claimcheck.report.json import render
from claimcheck.run import Request, run
from claimcheck.testing import expected_findings

ROOT = Path(__file__).parent.parent
NEWSROOM = ROOT / "claims"
AS_OF = day_ordinal(2026, 11, 1)


@pytest.fixture(scope="module")
def report() -> Report:
    return run(Request((str(NEWSROOM),), AS_OF))


def test_the_newsroom_finds_what_its_files_announce(report: Report) -> None:
    announced = {
        (str(path.relative_to(ROOT)), line, rule)
        for path in NEWSROOM.rglob("*.yaml")
        for line, rule in expected_findings(path.read_text(encoding="utf-8"))
    }
    found = {
        (
            os.path.relpath(f.span.path, ROOT) if os.path.isabs(f.span.path) else f.span.path,
            f.span.line,
            f.rule,
        )
        for f in report.findings
    }
    assert found == announced


def test_the_article_on_the_funding_round_shows_its_contradictions(report: Report) -> None:
    shown = {
        (f.rule, claim.id)
        for f in report.findings
        if "funding-round" in f.span.path
        for claim in f.claims
    }
    rules = {rule for rule, _ in shown}
    assert rules >= {
        "values/conflict",
        "time/outdated-expectation",
        "time/undated-flow",
        "values/differing-bounds",
        "values/exclusivity",
    }
    conflict = next(
        f for f in report.findings if f.rule == "values/conflict" and "funding" in f.span.path
    )
    assert {"about 830 billion USD", "about 500 billion USD"} <= {
        claim.value.text for claim in conflict.claims if claim.value
    }


def test_the_ceiling_of_three_and_the_whole_round_are_not_reported_as_one(report: Report) -> None:
    for finding in report.findings:
        ids = {claim.value.text for claim in finding.claims if claim.value}
        assert not {"up to 60 billion USD", "up to 100 billion USD"} <= ids


def test_every_claim_of_both_articles_has_a_quote() -> None:
    from claimcheck.load.project import ConfigOf, files_below, load_project

    config_of = ConfigOf()
    files = [file for file, _ in files_below([str(NEWSROOM)], config_of)]
    project = load_project(config_of(str(NEWSROOM)), files)
    assert len(project.documents) >= 2
    for document in project.documents:
        assert document.text
        for claim in document.claims:
            assert claim.quote, claim.id


def test_the_order_of_files_changes_nothing() -> None:
    files = sorted(str(path) for path in NEWSROOM.rglob("*.claims.yaml"))
    one = run(Request(tuple(files), AS_OF))
    other = run(Request(tuple(reversed(files)), AS_OF))
    assert render(one, Style()) == render(other, Style())


def test_a_machine_made_file_with_one_large_slot_is_checked_in_bounded_work(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text("")
    (tmp_path / "vocabulary.yaml").write_text("entities: {Acme: }\n")
    rows = "".join(
        f"  - {{id: c{n}, subject: Acme, attribute: share_price, value: {n % 7 + 1}00 EUR}}\n"
        for n in range(1000)
    )
    (tmp_path / "a.claims.yaml").write_text("claims:\n" + rows)
    report = run(Request((str(tmp_path),), AS_OF))
    assert [f.rule for f in report.findings] == ["values/conflict"]
    tally = report.tallies["values/conflict"]
    assert tally.bound == 1000 * 999 // 2
    assert tally.checked + sum(tally.skipped.values()) == tally.bound
