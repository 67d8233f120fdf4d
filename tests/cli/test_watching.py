"""Options about the run itself: statistics, timings, the progress bar, processes and the cache."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cache.small import write

FOLDER = ".claimcheck_cache"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("watched") / "news"
    write(folder)
    return folder


def claimcheck(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimcheck", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def check(news: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return claimcheck("check", str(news), "--as-of", "2026-06-30", *options)


def test_statistics_count_the_findings_of_each_rule(news: Path, tmp_path: Path) -> None:
    target = tmp_path / "lines"
    found = check(news, "--statistics", "-f", "terminal", "-f", f"concise:{target}")
    assert found.returncode == 1
    rows = [line.split() for line in found.stdout.splitlines()]
    counted = {
        (rule, level): int(number) for number, level, rule in (r for r in rows if len(r) == 3)
    }
    findings = [
        line for line in target.read_text().splitlines() if ".yaml:" in line or ".md:" in line
    ]
    for (rule, level), number in counted.items():
        assert sum(f" {level} {rule}: " in line for line in findings) == number
    assert sum(counted.values()) == len(findings)
    assert [*counted.values()] == sorted(counted.values(), reverse=True)


def test_timings_go_beside_the_report(news: Path) -> None:
    plain = check(news, "--no-cache")
    timed = check(news, "--no-cache", "--timings")
    assert timed.stdout == plain.stdout
    assert plain.stderr == ""
    for phase in ("in all", "finding files", "reading and judging", "reporting", "values/conflict"):
        assert phase in timed.stderr
    check(news)
    assert "(9 documents known)" in check(news, "--timings").stderr


def on_a_terminal(news: Path, **environment: str) -> bytes:
    """What appears on the terminal that the standard error goes to, if every run counts as long."""
    code = (
        "import sys; from claimcheck.cli import watching; watching._PATIENCE = -1;"
        "from claimcheck.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    ours, theirs = pty.openpty()
    kept = {key: value for key, value in os.environ.items() if key not in ("CI", "NO_COLOR")}
    command = [sys.executable, "-c", code, "check", str(news), "--no-cache", "-f", "concise"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**kept, "TERM": "xterm", "COLUMNS": "80", **environment},
    ) as run:
        out, _ = run.communicate()
    os.close(theirs)
    assert b"checked 9 documents" in out
    assert b"\x1b" not in out
    try:
        return os.read(ours, 100_000)
    except OSError:
        return b""
    finally:
        os.close(ours)


def test_a_long_run_shows_how_far_it_is(news: Path) -> None:
    assert b"9/9" in on_a_terminal(news)


@pytest.mark.parametrize("environment", [{"CI": "true"}, {"TERM": "dumb"}])
def test_nobody_is_shown_a_bar_in_ci(news: Path, environment: dict[str, str]) -> None:
    assert on_a_terminal(news, **environment) == b""


def test_a_pipe_gets_no_bar(news: Path) -> None:
    assert check(news, "--no-cache").stderr == ""


def test_the_cache_says_where_it_is_and_can_be_deleted(news: Path) -> None:
    check(news)
    said = claimcheck("cache", "where", str(news))
    assert said.returncode == 0
    assert str(news / FOLDER) in said.stdout
    assert " MB)" in said.stdout
    assert "deleted" in claimcheck("cache", "clean", str(news)).stdout
    assert not (news / FOLDER).exists()
    assert "nothing is kept" in claimcheck("cache", "clean", str(news)).stdout
    assert "nothing is kept yet" in claimcheck("cache", "where", str(news)).stdout
    check(news, "--no-cache")
    assert not (news / FOLDER).exists()


def test_a_folder_that_is_none_is_an_error(tmp_path: Path) -> None:
    done = claimcheck("cache", "clean", str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such folder" in done.stderr


@pytest.mark.parametrize("number", ["0", "-1", "many", "1000"])
def test_a_number_of_processes_that_is_none_is_an_error(news: Path, number: str) -> None:
    done = check(news, "--jobs", number)
    assert done.returncode == 2
    assert "--jobs" in done.stderr
    assert "Traceback" not in done.stderr
