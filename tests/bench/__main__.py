"""Measures claimcheck beside its peers: `python -m tests.bench [startup|many|profile|corpus DIR]`.

Every figure is a ratio of whole processes (CPU seconds, user and system) that ran in turn in this very run,
A B A B …, on one core; the median of the pairwise ratios is printed with the bar it is to keep. `--strict`
exits 1 if a bar is missed. Peers come with the extra `bench`; one that is missing is said to be.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench import corpus

SCRIPTS = Path(sysconfig.get_path("scripts"))
NOTHING = [sys.executable, "-c", "pass"]
CLAIMCHECK = [str(SCRIPTS / "claimcheck")]
BARE_PARSE = """
import sys, pathlib
from yaml.cyaml import CParser
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.claims.yaml")):
    try:
        CParser(path.read_text()).raw_parse()
    except Exception:
        pass
"""
RELAXED = "{extends: relaxed, rules: {line-length: disable}}"


class Row(NamedTuple):
    """One measure: what is divided by what, and the bar that it keeps."""

    name: str
    command: Sequence[str]
    against: Sequence[str]
    bar: float | None = None
    at_least: bool = False


def main(argv: list[str]) -> int:
    """Run the benchmarks that are asked for and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "what", nargs="?", default="all", choices=("all", "startup", "many", "profile", "corpus")
    )
    parser.add_argument("folder", nargs="?", type=Path, help="for corpus: where to write it")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--strict", action="store_true")
    options = parser.parse_args(argv)
    if options.what == "corpus":
        corpus.write(options.folder, options.documents, options.seed)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus.write(folder / "one", 1, seed=3, names=12)
        corpus.write(folder / "many", options.documents, options.seed)
        if options.what == "profile":
            return _profile(folder / "many")
        rows = _startup(folder / "one") if options.what in ("all", "startup") else []
        rows += _many(folder / "many") if options.what in ("all", "many") else []
        _pin()
        missed = [row.name for row in rows if not _measure(row, options.runs)]
    return 1 if missed and options.strict else 0


def _startup(folder: Path) -> list[Row]:
    file = str(next(folder.rglob("*.claims.yaml")))
    return [
        Row("claimcheck --version / python -c pass", [*CLAIMCHECK, "--version"], NOTHING, 2),
        Row("yamllint --version / python -c pass", _peer("yamllint", "--version"), NOTHING),
        Row("check one file / python -c pass", [*CLAIMCHECK, "check", file], NOTHING, 8),
        Row("yamllint one file / python -c pass", _peer("yamllint", "-d", RELAXED, file), NOTHING),
        Row("check-jsonschema one file / python -c pass", _jsonschema(folder, file), NOTHING),
    ]


def _many(folder: Path) -> list[Row]:
    check = [*CLAIMCHECK, "check", "-f", "concise", str(folder)]
    bare = [sys.executable, "-c", BARE_PARSE, str(folder)]
    return [
        Row("check many / libyaml's bare parse", check, bare, 12),
        Row(
            "yamllint many / check many",
            _peer("yamllint", "-d", RELAXED, str(folder)),
            check,
            12,
            True,
        ),
    ]


def _peer(name: str, *arguments: str) -> list[str]:
    return [str(SCRIPTS / name), *arguments]


def _jsonschema(folder: Path, file: str) -> list[str]:
    schema = folder / "claims.schema.json"
    done = subprocess.run([*CLAIMCHECK, "schema", "claims"], capture_output=True, check=True)
    schema.write_bytes(done.stdout)
    return _peer("check-jsonschema", "--schemafile", str(schema), file)


def _measure(row: Row, runs: int) -> bool:
    """Print a row; whether its bar is kept."""
    if not shutil.which(row.command[0]):
        print(f"{row.name:45}  not installed (pip install -e '.[bench]')")
        return True
    runs = 3 if "yamllint many" in row.name else runs
    _cpu(row.command)
    _cpu(row.against)
    pairs = [(_cpu(row.command), _cpu(row.against)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    seconds = statistics.median(a for a, _ in pairs)
    kept = row.bar is None or (ratio >= row.bar if row.at_least else ratio <= row.bar)
    sign = "≥" if row.at_least else "≤"
    bar = f"bar {sign} {row.bar:g}: {'kept' if kept else 'MISSED'}" if row.bar else "peer"
    print(f"{row.name:45}  {ratio:7.2f}  {bar:20}  ({seconds:.3f} s CPU, {runs} pairs)", flush=True)
    return kept


def _cpu(command: Sequence[str]) -> float:
    """CPU seconds of a whole process, byte code cached as on a user's machine."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def _pin() -> None:
    """One core for this process and what it starts, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _profile(folder: Path) -> int:
    import cProfile
    import io
    import pstats

    from claimcheck.__main__ import main as claimcheck

    profile, shown = cProfile.Profile(), sys.stdout
    sys.stdout = io.TextIOWrapper(io.BytesIO())
    profile.runcall(claimcheck, ["check", "-f", "concise", str(folder)])
    sys.stdout = shown
    pstats.Stats(profile).sort_stats("tottime").print_stats(30)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
