"""Each format by itself: what it must have beyond its shape."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import junitparser
import pytest

from claimcheck.finding import LEVELS, Finding
from claimcheck.report import FORMATS, Report
from claimcheck.report.markdown import code, escaped
from claimcheck.rules import built_in
from claimcheck.source import Span
from tests.readme import README
from tests.report import CLAIMS, LANGUAGES, NEWSROOMS, newsroom, rendered
from tests.report.checks import CHECKS, check, commands

formats = pytest.mark.parametrize("name", CHECKS)


@formats
@pytest.mark.parametrize("which", NEWSROOMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_newsrooms_are_valid(name: str, which: str, language: str) -> None:
    report = newsroom(which)
    assert report.findings
    check(name, rendered(name, report, language), report)


def test_every_format_is_held_to_its_schema_or_reader() -> None:
    elsewhere = {"terminal", "concise", "json", "html"}
    assert set(FORMATS) == {*CHECKS, *elsewhere}


def test_the_readme_tells_of_every_format() -> None:
    section = README.read_text(encoding="utf-8").partition("| format | for |")[2]
    table = section.partition("\n\n")[0]
    assert set(re.findall(r"`(\w+)`", table)) >= set(FORMATS)


@formats
def test_a_report_of_nothing_is_valid(name: str) -> None:
    report = newsroom("heat")._replace(findings=(), accepted=())
    check(name, rendered(name, report), report)


@formats
def test_languages_differ_where_there_are_words(name: str) -> None:
    report = newsroom("heat")
    assert rendered(name, report, "en") != rendered(name, report, "fr")


def test_several_formats_in_one_run_are_the_same_bytes_again(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        asked = [word for name in CHECKS for word in ("-f", f"{name}:{folder / name}")]
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "check", "claims", *asked, "-f", "concise"],
            cwd=CLAIMS.parent,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, b"")
        assert done.stdout
    for name in CHECKS:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
        assert b"claims/heat/plan.claims.yaml" in (tmp_path / "1" / name).read_bytes()
        assert str(CLAIMS.parent).encode() not in (tmp_path / "1" / name).read_bytes()


def sarif(report: Report, language: str = "en") -> dict[str, Any]:
    (run,) = json.loads(rendered("sarif", report, language))["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_has_the_page_of_every_rule_that_ran() -> None:
    report = newsroom("heat")
    rules = sarif(report)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(report.tallies)
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert "```yaml" in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in LEVELS
    assert {rule["id"] for rule in rules} >= {rule.name for rule in built_in()}


def test_sarif_counts_columns_in_code_points() -> None:
    run = sarif(newsroom("funding-round"))
    assert run["columnKind"] == "unicodeCodePoints"
    finding = newsroom("funding-round").findings[0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert tuple(region.values()) == finding.span[1:]


def test_sarif_knows_a_finding_again_and_whether_its_values_changed() -> None:
    report = newsroom("heat")
    for finding, result in zip(report.findings, sarif(report)["results"], strict=True):
        assert result["partialFingerprints"] == {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "claimcheckFinding/v1": finding.fingerprint,
            "claimcheckValues/v1": finding.digest,
        }
        assert not {"baselineState", "suppressions", "fixes"} & set(result)


def test_a_step_of_sarif_stands_where_its_claim_does() -> None:
    results = sarif(newsroom("funding-round"))["results"]
    (implied,) = [r for r in results if r["ruleId"] == "finance/valuation-not-implied"]
    (flow,) = implied["codeFlows"][0]["threadFlows"]
    first = flow["locations"][0]["location"]
    assert first["message"]["text"].startswith("softbank-first says")
    related = implied["relatedLocations"][0]
    assert first["physicalLocation"] == related["physicalLocation"]


def crashed() -> Report:
    text = {"en": "rule {rule} failed", "fr": "la règle {rule} a échoué"}
    finding = Finding("x", Span("a", 1, 1, 1, 1), {"rule": "a/b"}, text=text, rule="internal-error")
    crashes = {"values/conflict": "ValueError: [x](1) \x1b"}
    return newsroom("heat")._replace(findings=(finding,), crashes=crashes)


@formats
def test_a_rule_that_crashed_is_told(name: str) -> None:
    check(name, rendered(name, crashed()), crashed())


def test_sarif_tells_of_crashes_as_notifications() -> None:
    run = sarif(crashed())
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"] == "values/conflict: ValueError: \\[x\\](1) \\\\u001b"
    assert (
        run["tool"]["driver"]["rules"][note["associatedRule"]["index"]]["id"] == "values/conflict"
    )
    assert run["results"] == []


def test_junit_tells_of_crashes_as_errors() -> None:
    suites = junitparser.JUnitXml.fromstring(rendered("junit", crashed()).encode())
    assert (suites.failures, suites.errors) == (0, 1)


def many(**counts: int) -> Report:
    text = {"en": "x", "fr": "x"}
    findings = tuple(
        Finding(f"{level}{n}", Span("a", n + 1, 1, n + 1, 2), level=level, text=text, rule="a/b")
        for n in range(40)
        for level in reversed(LEVELS)
        if n < counts.get(level, 0)
    )
    return newsroom("heat")._replace(findings=findings)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"error": 10, "warning": 10, "note": 10}, None),
        ({"error": 11}, 1),
        ({"error": 12, "warning": 13, "note": 9}, 5),
        ({"error": 12, "note": 10}, 3),  # saying so takes the place of a note
        ({"note": 11}, 2),
    ],
)
def test_github_is_told_how_many_it_does_not_show(
    counts: dict[str, int], hidden: int | None
) -> None:
    report = many(**counts)
    text = rendered("github", report)
    check("github", text, report)
    shown = {"error": 0, "warning": 0, "notice": 0}
    lines = commands(text)
    for name, _, _ in lines:
        shown[name] += 1
    summaries = [text for _, given, text in lines if "file" not in given]
    assert [line.split()[0] for line in summaries] == ([] if hidden is None else [str(hidden)])
    left_out = sum(max(0, count - 10) for count in shown.values())
    assert left_out == (hidden or 0)
    first_ten = [given for name, given, _ in lines if name == "notice"][:10]
    assert hidden is None or any("file" not in given for given in first_ten)


def test_github_gets_columns_of_one_line_only() -> None:
    finding = Finding("x", Span("a", 1, 5, 2, 3), text={"en": "x"}, rule="a/b")
    ((_, given, _),) = commands(rendered("github", newsroom("heat")._replace(findings=(finding,))))
    assert given == {"file": "a", "line": "1", "endLine": "2", "title": "a/b"}


def test_junit_fails_only_where_the_run_does() -> None:
    report = newsroom("funding-round")._replace(fail_on="error")
    text = rendered("junit", report)
    check("junit", text, report)
    failing = {f.rule for f in report.findings if f.level == "error"}
    suites = junitparser.JUnitXml.fromstring(text.encode())
    cases = [case for suite in suites for case in suite]
    assert {case.name for case in cases if not case.is_passed} == failing
    assert {case.name for case in cases} >= set(report.tallies)


def test_markdown_fits_into_a_comment() -> None:
    report = newsroom("funding-round")
    copies = tuple(f._replace(about=str(n)) for n in range(60) for f in report.findings)
    text = rendered("markdown", report._replace(findings=copies))
    assert 50_000 < len(text) < 65_000
    shown = text.count("\n- **")
    assert text.endswith(f"\n{len(copies) - shown} more: see the whole report\n")


def test_markdown_has_both_sides_and_the_derivation() -> None:
    text = rendered("markdown", newsroom("heat"))
    assert text.startswith("## claimcheck: ")
    entry = text.partition("`values/conflict`")[2].partition("\n- **")[0]
    assert entry.count(".claims.yaml:") == 2
    assert "\n  ```text\n  = " in entry
    assert "<details><summary>" in entry


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("5 % of 41 billion USD, about 3.5 (2025)", "5 % of 41 billion USD, about 3.5 (2025)"),
        ("a*b_c`d", "a\\*b\\_c\\`d"),
        ("<b> & |", "&lt;b&gt; &amp; \\|"),
        ("@ada #1", "@&#8203;ada #&#8203;1"),
        ("https://e.org", "https:&#8203;//e.org"),
        ("$5", "<span>$</span>&#8203;5"),
    ],
)
def test_markdown_escapes_no_more_than_it_must(text: str, written: str) -> None:
    assert escaped(text) == written


def test_code_may_hold_its_own_marks() -> None:
    assert code("a") == "`a`"
    assert code("``a`") == "``` ``a` ```"
