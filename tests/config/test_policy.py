"""What the configuration makes of findings: levels, what is left out where, what is accepted for all."""

from pathlib import Path
from typing import Any

import pytest

from tests.config.small import claimcheck, levels, newsroom, report

BOTH = ("old/a.claims.yaml", "new.claims.yaml")


@pytest.mark.parametrize(
    ("settings", "level"),
    [
        ('[level]\nvalues = "note"', "note"),
        ('[level]\nvalues = "note"\n"values/conflict" = "warning"', "warning"),
        ('profile = "2026.1"', "error"),
        ('profile = "2026.1"\n[level]\nvalues = "warning"', "warning"),
    ],
)
def test_a_level_is_set_by_rule_before_family_before_profile(
    tmp_path: Path, settings: str, level: str
) -> None:
    found = levels(newsroom(tmp_path, settings))
    assert found == {"a.claims.yaml": f"{level} values/conflict"}


def test_a_level_never_makes_a_mild_finding_worse_unless_it_is_above_the_rule(
    tmp_path: Path,
) -> None:
    newsroom(tmp_path)
    (tmp_path / "a.claims.yaml").write_text(
        "claims:\n"
        "  - {id: a, subject: Acme, attribute: headquarters, value: Paris, certainty: possible}\n"
        "  - {id: b, subject: Acme, attribute: headquarters, value: Lyon, certainty: possible}\n"
        "  - {id: c, subject: Acme, attribute: revenue, value: 9e6 EUR}\n"
    )
    every = ("--select", "values/conflict,time/undated-flow")
    first = {f["rule"]: f["level"] for f in report(tmp_path, *every)["findings"]}
    assert first == {"values/conflict": "note", "time/undated-flow": "warning"}
    same = report(tmp_path, *every, "--config", "level.values=warning")["findings"]
    assert {f["rule"]: f["level"] for f in same} == first
    up = report(tmp_path, *every, "--config", "level.time=error")["findings"]
    assert {f["rule"]: f["level"] for f in up} == {**first, "time/undated-flow": "error"}


def test_a_path_has_its_own_rules_and_levels(tmp_path: Path) -> None:
    newsroom(tmp_path, '[[per-path]]\npaths = ["old/**"]\nignore = ["values"]\n', *BOTH)
    assert levels(tmp_path) == {"new.claims.yaml": "error values/conflict"}
    newsroom(tmp_path, '[[per-path]]\npaths = ["old"]\nlevel = {values = "note"}\n', *BOTH)
    assert levels(tmp_path) == {
        "new.claims.yaml": "error values/conflict",
        "old/a.claims.yaml": "note values/conflict",
    }


def test_later_entries_of_paths_count_before_earlier_ones(tmp_path: Path) -> None:
    text = (
        '[[per-path]]\npaths = ["**"]\nlevel = {values = "note"}\n'
        '[[per-path]]\npaths = ["old"]\nlevel = {values = "warning"}\n'
    )
    newsroom(tmp_path, text, *BOTH)
    assert levels(tmp_path) == {
        "new.claims.yaml": "note values/conflict",
        "old/a.claims.yaml": "warning values/conflict",
    }


def test_what_is_left_out_in_a_path_does_not_fail_the_run(tmp_path: Path) -> None:
    newsroom(tmp_path, '[[per-path]]\npaths = ["**"]\nignore = ["values/conflict"]\n')
    assert claimcheck(tmp_path, "check").returncode == 0


ACCEPT = '[[accept]]\nrule = "values/conflict"\nreason = "two registers"\n'


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ("", set()),
        ('claims = ["first", "second"]', set()),
        ('claims = ["first"]', set(BOTH)),
        ('claims = ["old/a.claims.yaml#first", "second"]', {"new.claims.yaml"}),
        ('documents = ["old/**"]', {"new.claims.yaml"}),
        ("until = 2026-06-01", set()),
        ('by = "MD"', set()),
    ],
)
def test_findings_are_accepted_for_the_whole_newsroom(
    tmp_path: Path, more: str, left: set[str]
) -> None:
    newsroom(tmp_path, f"{ACCEPT}{more}\n", *BOTH)
    found = report(tmp_path)
    conflicts = {f["location"]["path"] for f in found["findings"] if f["rule"] == "values/conflict"}
    assert conflicts == left
    assert len(found["accepted"]) == 2 - len(left)
    assert {one["entry"] for one in found["accepted"]} <= {"claimcheck.toml:1"}


def standing(folder: Path, *arguments: str) -> list[tuple[Any, ...]]:
    return [
        (f["rule"], f["location"]["path"], f["location"]["line"], f["location"]["column"])
        for f in report(folder, *arguments)["findings"]
    ]


def test_an_entry_that_is_over_accepts_nothing_and_is_told_at_its_place(tmp_path: Path) -> None:
    newsroom(tmp_path, f"{ACCEPT}until = 2026-05-31\n")
    assert standing(tmp_path) == [
        ("values/conflict", "a.claims.yaml", 2, 64),
        ("format/expired-suppression", "claimcheck.toml", 4, 1),
    ]


def test_an_entry_of_no_use_is_told_at_its_place(tmp_path: Path) -> None:
    newsroom(tmp_path, f'{ACCEPT}claims = ["third"]\n', *BOTH)
    (last,) = [one for one in standing(tmp_path) if one[0].startswith("format/")]
    assert last == ("format/unused-suppression", "claimcheck.toml", 2, 1)


def test_an_entry_is_judged_only_if_its_rule_ran_over_the_whole_newsroom(tmp_path: Path) -> None:
    newsroom(tmp_path, f'{ACCEPT}documents = ["old/**"]\nclaims = ["x"]\n', *BOTH)
    assert standing(tmp_path, "--select", "time") == []
    assert len(standing(tmp_path, "new.claims.yaml")) == 1
    assert len(standing(tmp_path)) == 3


def test_entries_of_an_extended_file_may_serve_other_newsrooms(tmp_path: Path) -> None:
    newsroom(tmp_path / "one", 'extends = "../base.toml"\n')
    (tmp_path / "base.toml").write_text(f"{ACCEPT}claims = ['x']\n")
    assert [rule for rule, *_ in standing(tmp_path / "one")] == ["values/conflict"]


def test_the_same_is_found_with_a_cache_and_in_several_processes(tmp_path: Path) -> None:
    text = f'{ACCEPT}documents = ["old/**"]\n[level]\nvalues = "warning"\n'
    newsroom(tmp_path, text, *BOTH, *(f"more/{n}.claims.yaml" for n in range(5)))
    cold = report(tmp_path)
    assert report(tmp_path) == cold
    assert report(tmp_path, "--jobs", "2", "--no-cache") == cold
    assert {f["level"] for f in cold["findings"]} == {"warning"}
    (tmp_path / "claimcheck.toml").write_text(text.replace("warning", "note"))
    assert {f["level"] for f in report(tmp_path)["findings"]} == {"note"}


def test_a_wrong_rule_is_told_though_all_verdicts_are_known(tmp_path: Path) -> None:
    newsroom(tmp_path)
    report(tmp_path)
    newsroom(tmp_path, ACCEPT.replace("conflict", "conflicts"))
    done = claimcheck(tmp_path, "check")
    assert (done.returncode, "no rule `values/conflicts`" in done.stderr) == (2, True)
