"""A large newsroom on all cores: cold, warm, with one file changed; yamllint on a sample of its files."""

import shutil
from pathlib import Path
from typing import NamedTuple

from claimcheck.cache.store import FOLDER
from tests.bench import corpus, measure
from tests.bench.measure import Command, Used, python, script

SAMPLE = 1000
"""Files that yamllint looks at; its time for all is taken to be in proportion, as it reads file by file."""


class Measured(NamedTuple):
    """What runs of one kind took: the median by the clock, and the most memory of a process."""

    seconds: float
    megabytes: float


def run(folder: Path, documents: int, seed: int, rounds: int) -> bool:
    """Measure and print; whether all bars are met. Raises BenchmarkError."""
    corpus.write(folder, documents, seed)
    measured = measure_newsroom(folder, rounds)
    print(f"\n{documents:,} documents on all cores")
    for name, found in measured.items():
        print(f"  {name:28} {found.seconds:9.2f} s  {found.megabytes:7.0f} MB")
    yamllint = _yamllint(folder, documents)
    met = [_under("one changed, seconds", measured["one changed"].seconds, 1)]
    met += [_under("memory of a process, MB", found.megabytes, 1000) for found in measured.values()]
    if yamllint is None:
        print("  yamllint: not installed (pip install -e '.[bench]')")
        return False
    print(f"  {'yamllint -d relaxed, by file':28} {yamllint:9.2f} s")
    for name, bar in (("cold", 20), ("warm", 100)):
        ratio = yamllint / measured[name].seconds
        verdict = "met" if ratio >= bar else "MISSED"
        print(f"  {f'yamllint / {name}':28} {ratio:9.1f}    ≥ {bar}: {verdict}")
        met.append(ratio >= bar)
    return all(met)


def grow(folder: Path, sizes: tuple[int, ...], seed: int) -> bool:
    """Check newsrooms of growing size, once each; whether time by file and memory keep within bounds."""
    found = {}
    for documents in sizes:
        own = folder / str(documents)
        corpus.write(own, documents, seed)
        found[documents] = measure_newsroom(own, 1)
        shutil.rmtree(own)
    print(f"\n{'documents':>10}  {'cold':>9}  {'warm':>9}  {'changed':>9}  memory of a process")
    for documents, rows in found.items():
        times = "  ".join(
            f"{rows[kind].seconds:7.2f} s" for kind in ("cold", "warm", "one changed")
        )
        memory = max(row.megabytes for row in rows.values())
        print(f"{documents:>10,}  {times}  {memory:7.0f} MB")
    first, last = sizes[0], sizes[-1]
    by_file = [found[size]["cold"].seconds / size for size in (first, last)]
    met = _under("cold seconds a file, last / first", by_file[1] / by_file[0], 1.5)
    most = max(row.megabytes for row in found[last].values())
    return _under("memory of a process, MB", most, 1000) and met


def measure_newsroom(folder: Path, rounds: int) -> dict[str, Measured]:
    """A corpus checked without a cache, with all verdicts known, and with one file changed."""
    check = ("check", "-f", "concise", "--as-of", corpus.AS_OF, str(folder))
    command = Command("check", python("-m", "claimcheck", *check), (0, 1))
    used: dict[str, list[Used]] = {"cold": [], "warm": [], "one changed": []}
    changed = max(folder.rglob("*.claims.yaml"))
    for number in range(rounds):
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
        for kind, runs in used.items():
            if kind == "one changed":
                changed.write_text(changed.read_text(encoding="utf-8") + f"# {number}\n", "utf-8")
            runs.append(measure.once(command))
    return {
        kind: Measured(
            sorted(one.wall for one in runs)[len(runs) // 2], max(one.memory for one in runs) / 1e6
        )
        for kind, runs in used.items()
    }


def _yamllint(folder: Path, documents: int) -> float | None:
    """The seconds that yamllint would take for all files, by those for some folders of them."""
    desks = sorted(path for path in folder.iterdir() if path.name.startswith("desk-"))
    chosen = desks[: max(1, SAMPLE // 100)]
    files = sum(len(list(desk.glob("*.yaml"))) for desk in chosen)
    command = Command("yamllint", script("yamllint", "-d", "relaxed", *map(str, chosen)), (0, 1))
    if command.missing:
        return None
    return measure.once(command).wall * documents / files


def _under(name: str, value: float, bar: float) -> bool:
    verdict = "met" if value < bar else "MISSED"
    print(f"  {name:34} {value:9.2f}    < {bar:g}: {verdict}")
    return value < bar
