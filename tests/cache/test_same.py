"""Whatever way a result is come by, it is the same, byte for byte, in every format."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.cache.store import FOLDER
from claimcheck.report import FORMATS
from tests.cache.small import AS_OF, plain, reports, write

TEXT = [name for name in FORMATS if name != "html"]


def checked(folder: Path, *options: str) -> tuple[int, bytes]:
    """The status of a run of its own, and all reports that it wrote."""
    done = subprocess.run(_command(folder, *options), capture_output=True, check=False)
    assert done.stderr == b""
    target = folder.parent / "out"
    return done.returncode, b"".join((target / name).read_bytes() for name in TEXT)


def _command(folder: Path, *options: str) -> list[str]:
    target = folder.parent / "out"
    target.mkdir(exist_ok=True)
    formats = [part for name in TEXT for part in ("-f", f"{name}:{target / name}")]
    command = [sys.executable, "-m", "claimcheck", "check", "--as-of", "2026-06-30"]
    return [*command, *formats, *(options or (str(folder),))]


def test_order_jobs_cache_and_a_kill_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder, more=150)
    status, expected = checked(folder, str(folder), "--no-cache", "--jobs", "1")
    assert status == 1
    assert len(expected) > 100_000
    files = [str(path) for path in folder.rglob("*.claims.yaml")]
    random.Random(1).shuffle(files)
    assert checked(folder, *files, "--no-cache") == (status, expected)
    for jobs in ("2", "3", "20"):
        assert checked(folder, str(folder), "--no-cache", "--jobs", jobs) == (status, expected)
    for wait in (0.1, 0.3, 0.5, 0.7, 0.9, 1.2):
        run = subprocess.Popen(_command(folder, str(folder), "--jobs", "2"), start_new_session=True)
        time.sleep(wait)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    assert checked(folder, str(folder), "--jobs", "2") == (status, expected)
    assert [*(folder / FOLDER).glob("*.lines")]
    assert checked(folder, str(folder)) == (status, expected)
    assert checked(folder, *files) == (status, expected)


def test_two_runs_at_once_share_a_cache(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder, more=40)
    command = [sys.executable, "-m", "claimcheck", "check", str(folder), "-f", "json"]
    command += ["--as-of", "2026-06-30"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    outputs = {run.communicate()[0] for run in runs}
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    outputs |= {run.communicate()[0] for run in runs}
    outputs.add(subprocess.run([*command, "--no-cache"], capture_output=True, check=False).stdout)
    assert len(outputs) == 1
    assert len(outputs.pop()) > 1000


def test_a_process_that_dies_leaves_its_work_to_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimcheck import workers

    write(tmp_path, more=20)
    first = os.getpid()
    real = workers._rows

    def dying(*given: object) -> object:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given)  # type: ignore[arg-type]

    expected = plain(tmp_path)
    monkeypatch.setattr(workers, "_rows", dying)
    assert reports(tmp_path, jobs=2) == expected


def test_processes_that_begin_anew_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on systems that cannot fork."""
    import multiprocessing

    write(tmp_path, more=20)
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert reports(tmp_path, jobs=2) == plain(tmp_path)


def test_a_day_later_only_what_knows_the_day_is_judged_again(tmp_path: Path) -> None:
    from claimcheck.newsroom import Newsroom

    write(tmp_path)
    reports(tmp_path, cache=True)
    judged: list[str] = []
    real = Newsroom.of_document

    def noting(newsroom: Newsroom, path: str, **how: bool) -> object:
        judged.append(Path(path).name.partition(".")[0])
        return real(newsroom, path, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Newsroom, "of_document", noting)
        later = reports(tmp_path, AS_OF + 20, cache=True)
    assert judged == ["accepted", "expects"]
    assert later == plain(tmp_path, AS_OF + 20)
    assert later != plain(tmp_path)
