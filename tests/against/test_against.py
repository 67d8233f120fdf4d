"""`check --against REF` in real repositories: only what is new, and nothing of the repository touched."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.report import Report, Style, renderer
from claimcheck.run import Request

AS_OF = 739_921
VOCABULARY = "entities:\n  acme: {name: Acme}\n"
OLD = """\
document: {title: t, published: 2026-01-30}
claims:
  - {id: one, subject: Acme, attribute: revenue, value: 5 million EUR, when: 2024}
  - {id: two, subject: Acme, attribute: revenue, value: 7 million EUR, when: 2024}
"""
MORE = (
    OLD
    + """\
  - {id: x, subject: Acme, attribute: profit, value: 1 million EUR, when: 2024}
  - {id: y, subject: Acme, attribute: profit, value: 2 million EUR, when: 2024}
"""
)


class Project:
    """A repository with a newsroom."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        self.write(claimcheck_toml='paths = ["."]\n', vocabulary_yaml=VOCABULARY)

    def git(self, *arguments: str) -> str:
        """What git says."""
        names = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "a"}
        done = subprocess.run(
            ["git", "-c", "commit.gpgsign=false", *arguments],
            cwd=self.folder, capture_output=True, text=True, check=True,
            env={**os.environ, **names, "GIT_COMMITTER_EMAIL": "a@b.c"},
        )  # fmt: skip
        return done.stdout.strip()

    def write(self, **files: str) -> None:
        """Files by name, with `_` for a dot."""
        for name, text in files.items():
            stem, _, end = name.rpartition("_")
            (self.folder / f"{stem.replace('_', '.')}.{end}").write_text(text, encoding="utf-8")

    def commit(self, **files: str) -> str:
        """A commit of everything; its name."""
        self.write(**files)
        self.git("add", "-A")
        self.git("commit", "-qm", "c")
        return self.git("rev-parse", "HEAD")

    def against(self, ref: str, *paths: str) -> Report:
        """What is new."""
        from claimcheck.against import run_against

        asked = tuple(str(self.folder / path) for path in paths) or (str(self.folder),)
        return run_against(Request(paths=asked, as_of=AS_OF), ref)

    def state(self) -> dict[str, str]:
        """A digest of all that --against must not touch: index, HEAD, refs, work tree."""
        found = {}
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and ".claimcheck_cache" not in path.parts:
                stat = path.stat()
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                found[str(path)] = f"{digest} {stat.st_mtime_ns}"
        return found


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


def told(report: Report) -> list[tuple[str, str, str]]:
    """The rule, the state and the first line of each finding, those about flows aside."""
    assert report.since is not None
    return [
        (f.rule, report.since.states[f.fingerprint], f"{Path(f.span.path).name}:{f.span.line}")
        for f in report.findings
    ]


def test_only_what_is_new_is_told(project: Project) -> None:
    project.commit(a_claims_yaml=OLD)
    project.write(a_claims_yaml="# a line more\n" + MORE)
    report = project.against("HEAD")
    assert told(report) == [("values/conflict", "new", "a.claims.yaml:6")]
    assert report.since is not None
    assert (report.since.unchanged, report.since.gone) == (1, ())
    assert report.fails


def test_nothing_new_is_a_success(project: Project) -> None:
    project.commit(a_claims_yaml=OLD)
    project.write(a_claims_yaml="# moved\n\n" + OLD)
    report = project.against("main")
    assert (told(report), report.fails) == ([], False)


def test_a_finding_whose_values_changed_is_told_at_the_claim_that_changed(project: Project) -> None:
    project.commit(a_claims_yaml=OLD)
    project.write(a_claims_yaml=OLD.replace("7 million", "9 million"))
    report = project.against("HEAD")
    assert told(report) == [("values/conflict", "changed", "a.claims.yaml:4")]


def test_what_was_mended_is_gone(project: Project) -> None:
    project.commit(a_claims_yaml=MORE)
    project.write(a_claims_yaml=OLD)
    report = project.against("HEAD")
    assert told(report) == []
    assert report.since is not None
    assert [(f.rule, f.document) for f in report.since.gone] == [
        ("values/conflict", "a.claims.yaml")
    ]


def test_a_deleted_document_is_gone_and_a_new_one_new(project: Project) -> None:
    project.commit(a_claims_yaml=OLD)
    (project.folder / "a.claims.yaml").unlink()
    project.write(b_claims_yaml=MORE.replace("Acme", "acme").replace("title: t", "title: other"))
    report = project.against("HEAD")
    assert {state for _, state, _ in told(report)} == {"new"}
    assert len(told(report)) == 2


def test_a_document_that_was_renamed_is_the_same_document(project: Project) -> None:
    project.commit(a_claims_yaml=OLD)
    project.git("mv", "a.claims.yaml", "z.claims.yaml")
    assert told(project.against("HEAD")) == []
    project.commit(z_claims_yaml=MORE)
    report = project.against("HEAD~1")
    assert told(report) == [("values/conflict", "new", "z.claims.yaml:5")]


def test_a_reference_or_a_vocabulary_that_changed_counts(project: Project) -> None:
    claims = "claims:\n  - {id: a, subject: Acme, attribute: founded, value: 1999}\n"
    project.commit(a_claims_yaml=claims)
    project.write(
        facts_references_yaml="references:\n  - {id: f, subject: Acme, attribute: founded, value: 2005,"
        " citation: register}\n"
    )
    report = project.against("HEAD", "a.claims.yaml")
    assert [found[:2] for found in told(report)] == [("references/contradiction", "new")]


def test_what_the_other_branch_did_since_is_no_matter_of_ours(project: Project) -> None:
    project.commit(a_claims_yaml=MORE)
    project.git("checkout", "-qb", "ours")
    project.commit(b_claims_yaml=OLD)
    project.git("checkout", "-q", "main")
    project.commit(a_claims_yaml=OLD)  # main mends what both had
    project.git("checkout", "-q", "ours")
    assert told(project.against("main")) == [("values/conflict", "new", "b.claims.yaml:3")]
    project.git("merge", "-q", "--no-edit", "main")
    assert told(project.against("main")) == [("values/conflict", "new", "b.claims.yaml:3")]


def test_nothing_of_the_repository_is_touched(project: Project) -> None:
    project.commit(a_claims_yaml=OLD)
    project.write(a_claims_yaml=MORE, b_claims_yaml=OLD)
    project.git("add", "b.claims.yaml")
    os.utime(project.folder / "vocabulary.yaml")  # the index does not know this time of change yet
    before = project.state()
    project.against("HEAD")
    assert project.state() == before


def test_before_there_was_a_newsroom_everything_is_new(project: Project) -> None:
    project.commit()
    project.write(a_claims_yaml=OLD)
    assert told(project.against("HEAD")) == [("values/conflict", "new", "a.claims.yaml:3")]


def test_names_with_spaces_quotes_and_accents(project: Project) -> None:
    folder = project.folder / 'é "tude\n'
    folder.mkdir()
    (folder / "a b.claims.yaml").write_text(OLD, "utf-8")
    project.commit()
    (folder / "a b.claims.yaml").write_text(MORE, "utf-8")
    assert [state for _, state, _ in told(project.against("HEAD"))] == ["new"]


def test_a_newsroom_below_the_top_of_its_repository(project: Project) -> None:
    (project.folder / "claimcheck.toml").unlink()
    room = project.folder / "news" / "room"
    room.mkdir(parents=True)
    (room / "claimcheck.toml").write_text('paths = ["."]\n')
    (room / "vocabulary.yaml").write_text(VOCABULARY)
    (room / "a.claims.yaml").write_text(OLD)
    project.commit()
    (room / "a.claims.yaml").write_text(MORE)
    assert [state for _, state, _ in told(project.against("HEAD", "news"))] == ["new"]


def cli(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", "check", *arguments],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "ref", ["mian", "0" * 40, "--output=/tmp/x", "main:", "HEAD~99", "", "a b"]
)
def test_a_name_that_is_none_is_an_error(project: Project, ref: str) -> None:
    project.commit(a_claims_yaml=OLD)
    done = cli(project.folder, f"--against={ref}")
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: no commit, branch or tag `{ref}`")
    assert ("did you mean `main`?" in done.stderr) == (ref in ("mian", "main:"))
    assert "Traceback" not in done.stderr


def test_outside_of_a_repository(tmp_path: Path) -> None:
    (tmp_path / "a.claims.yaml").write_text(OLD)
    done = cli(tmp_path, "--against", "main")
    assert done.returncode == 2
    assert "is in no git repository" in done.stderr


def test_a_shallow_clone_says_what_to_fetch(project: Project, tmp_path: Path) -> None:
    first = project.commit(a_claims_yaml=OLD)
    project.commit(a_claims_yaml=MORE)
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", project.folder.as_uri(), str(clone)], check=True
    )
    done = cli(clone, "--against", first)
    assert done.returncode == 2
    assert f"git fetch --depth=1 origin {first}" in done.stderr
    subprocess.run(["git", "fetch", "-q", "--depth=1", "origin", first], cwd=clone, check=True)
    done = cli(clone, "--against", "FETCH_HEAD", "-f", "concise")
    assert done.returncode == 1
    assert "values/conflict" in done.stdout


def test_a_configuration_that_was_broken_then_is_told(project: Project) -> None:
    project.commit(a_claims_yaml=OLD, claimcheck_toml="paths = 3\n")
    project.write(claimcheck_toml='paths = ["."]\n')
    done = cli(project.folder, "--against", "HEAD")
    assert done.returncode == 2
    assert "HEAD: claimcheck.toml:1:1" in done.stderr


@pytest.fixture
def shown(project: Project) -> Callable[[str], str]:
    project.commit(a_claims_yaml=OLD)
    project.write(a_claims_yaml=MORE)
    report = project.against("HEAD")
    return lambda name: renderer(name)(report, Style())


def test_reports_say_what_was_compared(shown: Callable[[str], str]) -> None:
    assert "against HEAD: 1 as before, 0 gone" in shown("terminal")
    since: Any = json.loads(shown("json"))["since"]
    assert list(since["states"].values()) == ["new"]
    (result,) = json.loads(shown("sarif"))["runs"][0]["results"]
    assert result["baselineState"] == "new"
