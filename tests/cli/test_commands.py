"""The commands as a user runs them: output, exit status, and no traceback whatever is typed."""

import json
import os
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest

from claimcheck import __version__
from claimcheck.cli import COMMANDS
from claimcheck.schemas import KINDS, schema


def claimcheck(
    *arguments: str, folder: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("newsroom")
    assert claimcheck("init", str(folder)).returncode == 0
    return folder


def test_version_is_answered_at_once() -> None:
    assert claimcheck("--version").stdout == f"claimcheck {__version__}\n"


def test_version_loads_nothing() -> None:
    code = (
        "import sys, claimcheck.__main__ as m; m.main(['--version']);"
        "heavy = ('claimcheck', 'yaml', 'typing', 're');"
        "print(sorted(name for name in sys.modules if name.startswith(heavy)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "['claimcheck', 'claimcheck.__main__']"


def test_init_makes_a_newsroom_that_works(newsroom: Path) -> None:
    done = claimcheck("check", folder=newsroom)
    assert done.returncode == 1
    assert (
        "error[values/conflict]: valuation of Lumen is given as about 240 million EUR"
        in done.stdout
    )
    assert done.stdout.count("error[") == 1
    assert done.stderr == ""


def test_init_never_writes_over_files(newsroom: Path) -> None:
    before = (newsroom / "vocabulary.yaml").read_text()
    done = claimcheck("init", str(newsroom))
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert (newsroom / "vocabulary.yaml").read_text() == before


def test_check_is_the_default_command(newsroom: Path) -> None:
    assert claimcheck(str(newsroom)).stdout == claimcheck("check", str(newsroom)).stdout
    assert claimcheck(folder=newsroom).stdout == claimcheck("check", folder=newsroom).stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "values,finance"), 0),
        (("--select", "time"), 0),
        (("--select", "values/conflict,time"), 1),
        (("--select", "valuse"), 2),
        (("-f", "nonsense"), 2),
        (("--as-of", "tomorrow"), 2),
        (("--as-of", "2026"), 2),
        (("nowhere.claims.yaml",), 2),
        (("claimcheck.toml",), 2),
        (("--nonsense",), 2),
    ],
)
def test_the_exit_status_says_how_it_went(
    newsroom: Path, arguments: tuple[str, ...], status: int
) -> None:
    done = claimcheck("check", *arguments, folder=newsroom)
    assert done.returncode == status
    assert bool(done.stderr) == (status == 2)


def test_json_is_valid_by_its_schema(newsroom: Path) -> None:
    done = claimcheck("check", "-f", "json", folder=newsroom)
    report = json.loads(done.stdout)
    jsonschema.validate(report, schema("report"))
    implied, finding = report["findings"]
    assert implied["rule"] == "finance/valuation-not-implied"
    assert {repair["kind"] for repair in implied["repairs"]} >= {"value", "set"}
    assert finding["rule"] == "values/conflict"
    assert finding["claims"] == ["valuation-lead", "valuation-end"]
    assert finding["location"] == {
        "path": "lumen/lumen.claims.yaml",
        "line": 37,
        "column": 12,
        "end_line": 37,
        "end_column": 33,
    }
    assert report["summary"]["errors"] == 1
    assert report["checked"]["values/conflict"]["checked"] == 1


def test_json_tells_what_was_accepted_and_why(newsroom: Path, tmp_path: Path) -> None:
    shutil.copytree(newsroom, tmp_path / "copy")
    path = tmp_path / "copy" / "lumen" / "lumen.claims.yaml"
    entry = "ignore: [{rule: values/conflict, reason: two rounds, by: MD, until: 2999-12-31}]"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- id: valuation-end\n", f"- id: valuation-end\n    {entry}\n"))
    done = claimcheck("check", "-f", "json", "--select", "values", folder=tmp_path / "copy")
    report = json.loads(done.stdout)
    jsonschema.validate(report, schema("report"))
    (accepted,) = report["accepted"]
    assert (accepted["rule"], accepted["reason"]) == ("values/conflict", "two rounds")
    assert (accepted["by"], accepted["until"]) == ("MD", "2999-12-31")
    assert accepted["claims"] == ["valuation-lead", "valuation-end"]
    assert accepted["entry"] == "lumen/lumen.claims.yaml#valuation-end"
    assert report["summary"]["accepted"] == 1
    assert report["checked"]["values/exclusivity"] == {"bound": 0, "checked": 0, "skipped": {}}


def test_several_formats_come_from_one_run(newsroom: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = claimcheck("check", "-f", "concise", "-f", f"json:{target}", folder=newsroom)
    assert "lumen/lumen.claims.yaml:37:12: error values/conflict: " in done.stdout
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1


def test_an_unwritable_target_is_an_error(newsroom: Path) -> None:
    done = claimcheck("check", "-f", "json:/nowhere/report.json", folder=newsroom)
    assert (done.returncode, "cannot write" in done.stderr) == (2, True)


def test_reports_speak_french(newsroom: Path) -> None:
    done = claimcheck("check", "--language", "fr", folder=newsroom)
    assert "erreur[values/conflict]: valorisation de Lumen" in done.stdout
    assert "millions EUR" in done.stdout


def test_there_is_colour_only_where_it_is_wanted(newsroom: Path) -> None:
    assert "\x1b[" not in claimcheck("check", folder=newsroom).stdout
    assert "\x1b[" in claimcheck("check", "--color", "always", folder=newsroom).stdout


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(newsroom: Path, width: int) -> None:
    done = claimcheck("check", folder=newsroom, COLUMNS=str(width))
    assert max(len(line) for line in done.stdout.splitlines()) <= width


def test_the_same_report_wherever_it_is_run_from(newsroom: Path) -> None:
    here = json.loads(claimcheck("check", "-f", "json", folder=newsroom).stdout)
    there = json.loads(claimcheck("check", "-f", "json", str(newsroom), folder=Path("/")).stdout)
    prints = [
        [(f["fingerprint"], f["digest"]) for f in report["findings"]] for report in (here, there)
    ]
    assert prints[0] == prints[1]


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_valid(kind: str) -> None:
    found = json.loads(claimcheck("schema", kind).stdout)
    jsonschema.Draft202012Validator.check_schema(found)


def test_explain_shows_a_page_whose_examples_ran() -> None:
    text = claimcheck("explain", "values/conflict").stdout
    assert text.startswith("values/conflict\n===============\n")
    assert "→ line 3: error: valuation of OpenAI is given as about 830 billion USD" in text


def test_attributes_are_listed_with_what_an_encoder_needs(newsroom: Path) -> None:
    text = claimcheck("attributes", "stake", folder=newsroom).stdout
    assert text.startswith(
        "stake\n  type: share (44 % or 0.44) · period: instant · where: in, deal\n"
    )
    assert "revenue" in claimcheck("attributes", "chiffre", "affaires", folder=newsroom).stdout
    french = claimcheck("attributes", "revenue", "--language", "fr", folder=newsroom).stdout
    assert "revenue (chiffre d’affaires)" in french


def test_attributes_are_found_by_their_unit_and_in_the_own_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.yaml").write_text(
        "attributes: {heat_sold: {type: GJ, doc: heat that is paid for, label: {en: heat}}}\n"
    )
    by_unit = claimcheck("attributes", "TWh", folder=tmp_path).stdout
    assert {"heat_sold (heat)", "energy (energy produced)"} <= set(by_unit.splitlines())
    assert "revenue" not in by_unit
    (entry,) = claimcheck("attributes", "paid for", folder=tmp_path).stdout.split("\n\n")
    assert "type: GJ (" in entry
    assert "MWh" in entry


def test_an_attribute_that_is_not_there_comes_with_the_nearest(newsroom: Path) -> None:
    done = claimcheck("attributes", "valuaton", folder=newsroom)
    assert (done.returncode, "did you mean `valuation`" in done.stderr) == (2, True)
    assert len(claimcheck("attributes", folder=newsroom).stdout.split("\n\n")) > 100


@pytest.mark.parametrize("width", [40, 72])
def test_explain_fills_the_width_that_there_is(width: int) -> None:
    text = claimcheck("explain", "values/conflict", COLUMNS=str(width)).stdout
    prose = [line for line in text.splitlines() if not line.startswith("  ")]
    assert width - 20 < max(map(len, prose)) <= width
    found = [line for line in text.splitlines() if line.startswith(("  →", "    "))]
    assert all(len(line) <= width for line in found if line.startswith("  →"))


def test_explain_lists_rules_and_knows_near_names() -> None:
    assert "time/outdated-expectation" in claimcheck("explain").stdout
    done = claimcheck("explain", "values/conflit")
    assert (done.returncode, "did you mean `values/conflict`" in done.stderr) == (2, True)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_the_usage_names_it(command: str) -> None:
    assert f"claimcheck {command}" in claimcheck(command, "--help").stdout
    assert command in claimcheck("--help").stdout


def test_an_unknown_command_comes_with_the_nearest() -> None:
    done = claimcheck("chekc")
    assert (done.returncode, "did you mean `check`" in done.stderr) == (2, True)


def test_a_closed_pipe_is_no_error(newsroom: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m claimcheck explain format | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""


def test_a_rule_that_crashes_does_not_take_the_run_with_it(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from claimcheck import newsroom as loading
    from claimcheck.__main__ import main
    from claimcheck.finding import Finding
    from claimcheck.index import Index
    from claimcheck.rules import Rulebook, built_in, rules_for

    def crash(index: Index) -> list[Finding]:
        raise KeyError("oops")

    broken = [
        rule._replace(check=crash) if rule.name == "time/anachronism" else rule
        for rule in built_in()
    ]

    def book(root: str, about_width: Fraction) -> Rulebook:
        return rules_for(root, about_width)._replace(rules=tuple(broken))

    monkeypatch.setattr(loading, "rules_for", book)
    assert main(["check", "--no-cache", str(newsroom)]) == 2
    out, _ = capfd.readouterr()
    assert "error[internal-error]: rule time/anachronism failed: KeyError: 'oops'" in out
    assert "error[values/conflict]" in out
