"""The HTML report of a newsroom with articles: what it adds to a check that prints a line a finding."""

import shutil
from pathlib import Path

from tests.bench import corpus, measure
from tests.bench.measure import ROOT, Command, Ratio, python

DOCUMENTS = 200


def run(folder: Path, rounds: int) -> bool:
    """Measure and print; whether all bars are met. Raises BenchmarkError."""
    write(folder, DOCUMENTS)
    check = ("-m", "claimcheck", "check", "--as-of", corpus.AS_OF, str(folder))
    commands = [
        Command("check", python(*check, "-f", "concise"), (1,)),
        Command("page", python(*check, "-f", f"html:{folder}/report.html"), (1,)),
    ]
    times = measure.time_in_turn(commands, rounds)
    met = measure.print_table(f"html, {DOCUMENTS} documents with articles", _RATIOS, times)
    added = min(p.cpu - c.cpu for p, c in zip(times["page"], times["check"], strict=True))
    size = (folder / "report.html").stat().st_size / 1e6
    print(f"  the page adds {added:.2f} s for {size:.1f} MB (the bar on this kind of machine: 2 s)")
    return met


def write(folder: Path, documents: int) -> None:
    """The example newsroom over and over, article by article, until there are so many documents."""
    shutil.copytree(ROOT / "claims", folder, dirs_exist_ok=True)
    files = sorted(folder.glob("*/*.claims.yaml"))
    for number in range(documents - len(files)):
        original = files[number % len(files)]
        copy = original.with_name(f"{number:03}-{original.name}")
        copy.write_bytes(original.read_bytes())


_RATIOS = (Ratio("check -f html / check -f concise", "page", "check", 2),)
