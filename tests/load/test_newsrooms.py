"""Newsrooms: each is judged by its own configuration, and what was not checked is not judged."""

import os
from pathlib import Path

import pytest

from claimcheck.finding import Finding
from claimcheck.report import Report
from claimcheck.run import Request, run
from claimcheck.wording import help_of

CLAIMS = """\
claims:
  - {id: low, subject: Acme, attribute: revenue, when: 2025, value: 4 million EUR}
  - {id: high, subject: Acme, attribute: revenue, when: 2025, value: 9 million EUR}
"""
FOUNDED = "claims:\n  - {id: start, subject: Acme, attribute: founded, value: 1999}\n"
REFERENCES = """\
references:
  - id: founded
    subject: Acme
    attribute: founded
    value: 2019
    citation: Register
    checked: 2026-01-01
    ignore: [{rule: references/contradiction, reason: refounded}]
"""


def newsroom(folder: Path, config: str = "", **files: str) -> Path:
    """A newsroom with a vocabulary and some files, whose names have `__` for dots."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "claimcheck.toml").write_text(config)
    (folder / "vocabulary.yaml").write_text("entities: {Acme: , Beta: }\n")
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text)
    return folder


def check(*paths: Path) -> Report:
    return run(Request(tuple(map(str, paths)), 740_000))


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    return (
        newsroom(tmp_path / "lyon", 'fail-on = "never"\nlanguage = "fr"', a__claims__yaml=CLAIMS),
        newsroom(tmp_path / "paris", a__claims__yaml=CLAIMS),
    )


def test_findings_of_two_newsrooms_have_identities_of_their_own(two: tuple[Path, Path]) -> None:
    one, other = check(*two).findings
    assert one.fingerprint != other.fingerprint
    again = check(*reversed(two)).findings
    assert [f.fingerprint for f in again] == [one.fingerprint, other.fingerprint]


def test_a_newsroom_inside_another_leaves_its_identities_alone(tmp_path: Path) -> None:
    outer = newsroom(tmp_path / "outer", a__claims__yaml=CLAIMS)
    (alone,) = check(outer).findings
    newsroom(outer / "inner", a__claims__yaml=CLAIMS)
    found = {finding.fingerprint for finding in check(outer).findings}
    assert alone.fingerprint in found
    assert len(found) == 2


def test_the_first_path_decides_on_language_and_failure(two: tuple[Path, Path]) -> None:
    lyon, paris = check(*two), check(*reversed(two))
    assert (lyon.language, lyon.fails) == ("fr", False)
    assert (paris.language, paris.fails) == ("en", True)


def test_each_newsroom_is_judged_by_its_own_rules(tmp_path: Path) -> None:
    strict = newsroom(tmp_path / "strict", a__claims__yaml=CLAIMS)
    mild = newsroom(tmp_path / "mild", 'ignore = ["values"]', a__claims__yaml=CLAIMS)
    (finding,) = check(mild, strict).findings
    assert "strict" in finding.span.path


def test_a_suppression_of_a_reference_is_judged_only_beside_all_documents(tmp_path: Path) -> None:
    folder = newsroom(
        tmp_path,
        a__claims__yaml=FOUNDED,
        b__claims__yaml="claims: []\n",
        r__references__yaml=REFERENCES,
    )
    assert rules(check(folder / "b.claims.yaml")) == []
    assert len(check(folder).accepted) == 1
    (folder / "a.claims.yaml").write_text("claims: []\n")
    assert rules(check(folder)) == ["format/unused-suppression"]


def test_documents_that_are_never_checked_hold_no_judgement_up(tmp_path: Path) -> None:
    config = 'paths = ["."]\nexclude = ["archive"]'
    folder = newsroom(
        tmp_path, config, b__claims__yaml="claims: []\n", r__references__yaml=REFERENCES
    )
    (folder / "archive").mkdir()
    (folder / "archive" / "old.claims.yaml").write_text(FOUNDED)
    newsroom(folder / "inner", a__claims__yaml=FOUNDED)
    assert rules(check(folder / "b.claims.yaml")) == ["format/unused-suppression"]


def test_a_suppression_names_claims_from_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = (
        "    ignore: [{rule: values/conflict, with: desk/a.claims.yaml#high, reason: two years}]\n"
    )
    text = CLAIMS.replace("{id: low, ", "id: low\n    ").replace(", ", "\n    ", 3)
    text = text.replace("EUR}\n", f"EUR\n{entry}", 1)
    newsroom(tmp_path)
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "a.claims.yaml").write_text(text)
    for start in (tmp_path, desk, Path("/")):
        monkeypatch.chdir(start)
        report = run(Request((os.path.relpath(desk, start),), 740_000))
        assert (rules(report), len(report.accepted)) == ([], 1)


def test_a_suppression_of_format_says_where_format_is_ignored(tmp_path: Path) -> None:
    entry = "ignore: [{rule: format/unknown-entity, reason: new}]"
    row = f"  - {{id: a, subject: Acne, attribute: founded, value: 1999, {entry}}}\n"
    folder = newsroom(tmp_path, a__claims__yaml="claims:\n" + row)
    found = {finding.rule: finding for finding in check(folder).findings}
    assert found.keys() == {"format/unknown-entity", "format/unused-suppression"}
    assert "claimcheck.toml" in _help(found["format/unused-suppression"])


def _help(finding: Finding) -> str:
    return help_of(finding, "en")
