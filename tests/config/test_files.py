"""Configurations: every mistake of the file at once, each at its key with the nearest name."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.config import find_config
from claimcheck.toml_places import key_places

BAD_CONFIGS = {
    "broken": ("paths = [", "claimcheck.toml:1:1: Invalid value"),
    "broken in a line": ("\npaths = [] 3", "claimcheck.toml:2:12: Expected newline"),
    "unknown key": (
        '\n  path = ["."]',
        "claimcheck.toml:2:3: unknown key `path`; did you mean `paths`?",
    ),
    "a key like a longer one": (
        'ignore = []\nignored = []\nselect = ["valeus"]\nselected = []',
        "claimcheck.toml:3:11: no rule, family or tag `valeus`; did you mean `values`?",
    ),
    "wrong type": ("paths = 3", "claimcheck.toml:1:1: `paths` must be a list"),
    "wrong choice": ('fail-on = "warnings"', "did you mean `warning`?"),
    "unknown rule": (
        'select = [\n  "time",\n]\n[rules."values/conflictt"]\na = 1',
        "claimcheck.toml:4:8: no rule `values/conflictt`; did you mean `values/conflict`?",
    ),
    "unknown option": (
        '[rules."references/stale"]\nmaxage = 1',
        "claimcheck.toml:2:1: references/stale has no option `maxage`; did you mean `max-age`?",
    ),
    "wrong option": (
        'rules."references/stale".max-age = "x"',
        "claimcheck.toml:1:26: `max-age` of references/stale must be a whole number, such as",
    ),
    "not UTF-8": ("paths = ['caf\udce9']", "claimcheck.toml: not UTF-8"),
    "width": ("about-width = 7", "claimcheck.toml:1:1: `about-width` must be a share"),
    "extends nothing": (
        'extends = "../base.toml"',
        "claimcheck.toml:1:1: `extends` names no file: ../base.toml",
    ),
    "extends itself": (
        'extends = "./claimcheck.toml"',
        "`extends` goes round: claimcheck.toml -> claimcheck.toml",
    ),
    "profile": (
        'profile = "2019.1"',
        'claimcheck.toml:1:1: no profile `2019.1`; there is "2026.1"',
    ),
    "level": (
        'level = {"values/conflict" = "warn"}',
        "1:10: the level of `values/conflict` must be",
    ),
    "level off": ("[level]\nvalues = false", "2:1: the level of `values` must be one of error"),
    "level of nothing": ('[level]\nvalue = "note"', "2:1: no rule, family or tag `value`"),
    "path without paths": (
        "[[per-path]]\nignore = []",
        "1:3: an entry of `per-path` needs `paths`",
    ),
    "unknown key of a path": (
        '[[per-path]]\npaths = ["a"]\n[[per-path]]\npaths = ["b"]\nignored = []',
        "5:1: unknown key `ignored` in `per-path`; did you mean `ignore`?",
    ),
    "rule of a path": (
        '[[per-path]]\npaths = ["a"]\nignore = ["time", "tmie"]',
        "3:19: no rule, family or tag `tmie`; did you mean `time`?",
    ),
    "per-path as a table": ("per-path = {}", "`per-path` must be a list of tables: [[per-path]]"),
    "acceptance without a reason": (
        '[[accept]]\nrule = "values/conflict"',
        "1:3: an entry of `accept` needs `reason`",
    ),
    "acceptance of an unknown rule": (
        '[[accept]]\nreason = "so"\nrule = "values/conflct"',
        "3:1: no rule `values/conflct`; did you mean `values/conflict`?",
    ),
    "acceptance until no day": (
        '[[accept]]\nrule = "values/conflict"\nreason = "so"\nuntil = 2026-01-30T10:00:00',
        "4:1: `until` must be a day such as 2026-12-31",
    ),
    "a list of numbers": ("select = [1]", "1:11: `select` must be a list of texts"),
    "too deep": ("a = " + "[" * 5000, "claimcheck.toml: too deep"),
}


def errors(folder: Path, text: str, name: str = "claimcheck.toml") -> str:
    """What a run in a newsroom with this configuration says instead of a report."""
    (folder / "a.claims.yaml").write_text("claims: []\n")
    (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "check", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.parametrize(("text", "message"), BAD_CONFIGS.values(), ids=BAD_CONFIGS.keys())
def test_a_wrong_configuration_ends_the_run_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    assert message in errors(tmp_path, text)


def test_all_mistakes_of_a_configuration_are_told_at_once(tmp_path: Path) -> None:
    text = (
        'select = ["valeus", "tmie"]\npath = []\nlanguage = "de"\n'
        'rules = {"values/conflict" = {odd = 1}, "time/nothing" = {}}\n'
    )
    lines = errors(tmp_path, text).splitlines()
    places = [line.split("claimcheck.toml:")[1].split(": ")[0] for line in lines[::2]]
    assert places == ["1:11", "1:21", "2:1", "3:1", "4:31", "4:41"]
    assert all(line.startswith("error: ") for line in lines[::2])
    assert lines[5] == "  path = []"


def test_the_table_of_a_project_file_has_its_places(tmp_path: Path) -> None:
    text = '[project]\npath = "x"\n\n[tool.claimcheck]\npath = []\n'
    assert "pyproject.toml:5:1: unknown key `path`" in errors(tmp_path, text, "pyproject.toml")


@pytest.mark.parametrize(
    ("table", "read"),
    [
        ("[tool.claimcheck]", True),
        ('[ tool . "claimcheck" ]', True),
        ("[tool.claimcheckers]", False),
        ("[tool.other]  # not [tool.claimcheck]", False),
    ],
)
def test_a_project_file_counts_if_it_has_the_table(tmp_path: Path, table: str, read: bool) -> None:
    (tmp_path / "pyproject.toml").write_text(f'{table}\nlanguage = "fr"\n')
    assert (find_config(str(tmp_path)).language == "fr") is read


def test_keys_are_found_whatever_values_hold() -> None:
    text = """\
a = "b = 1 # no comment"  # b = 2
c.d = [1, "x = 2", {e = 3, f = [4]},
  {g = 5}]
h = \'\'\'
b = 3
\'\'\'
b = 2026-01-30T10:00:00
[t."q.r"]  # [u]
i = {j = {k = 1}, l = 2}
[[v]]
w = "\\" x = 1"
"""
    places = key_places(text)
    assert places[("b",)] == (7, 1)
    assert places[("c", "d")] == (2, 3)
    assert places[("c", "d")] < places[("h",)] == (4, 1)
    assert places[("t", "q.r", "i", "j", "k")] == (9, 11)
    assert places[("t", "q.r", "i", "l")] == (9, 19)
    assert places[("v", 0, "w")] == (11, 1)
    assert places[("c", "d", 1)] == (2, 11)
    assert places[("c", "d", 2, "f", 0)] == (2, 33)
    assert places[("c", "d", 3, "g")] == (3, 4)
    assert not any("x" in keys or "u" in keys for keys in places)
