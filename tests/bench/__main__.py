"""Measures claimcheck beside its peers and floors.

    python -m tests.bench                      all benchmarks; about two minutes
    python -m tests.bench startup              `--version`, and a cold check of one 12-claim file
    python -m tests.bench many                 1,000 files with 11,600 claims on one core
    python -m tests.bench components           what the consistency engine decides in a second
    python -m tests.bench reading              quantities and dates read from a megabyte of prose
    python -m tests.bench html                 the HTML report of 200 documents with articles
    python -m tests.bench big                  10,000 files on all cores: cold, warm, one changed
    python -m tests.bench huge                 the same up to 100,000 files with 1.15 million claims
    python -m tests.bench profile              where the check of these files spends its time
    python -m tests.bench corpus DIR           only write the files (--documents N --seed S)

`big` and `huge` take minutes and run only when they are named; their figures are by the clock, since they use
all cores, and yamllint's is that of a sample, in proportion.

How to read the table. Every figure is a ratio of whole processes that ran in turn in this very run, A B C,
A B C, …, on one core, after one round that does not count: ratios carry from machine to machine, seconds do
not. `ratio` is the median of the ratios of all rounds, in CPU seconds (user and system, children included);
`from to` are the least and the greatest; `wall` is the median in wall time; `seconds` is the median of the
CPU time of what is divided. A bar holds for `ratio`.

A process that ends with an unexpected status ends the benchmark: what fails early is fast. The peers yamllint
and check-jsonschema come with the extra `bench`; without one, its rows say so. `--strict` exits 1 if a bar is
missed or could not be measured.

The bare parse is measured twice: `reading and bare parse` is the loop over the files alone, by the clock of
the process that runs it, and carries the bar; the other row includes the start of that process. The check of
one file is measured in a newsroom of 200 entities and 200 references, and in one without references that
knows only the entities which the file names.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import (
    big,
    check_many,
    components,
    corpus,
    measure,
    pages,
    profiling,
    reading,
    startup,
)

WHAT = (
    "all",
    "big",
    "huge",
    "startup",
    "many",
    "components",
    "reading",
    "html",
    "profile",
    "corpus",
)
HUGE = (10_000, 30_000, 100_000)


def main(argv: list[str]) -> int:
    """Run what is asked for; 1 if a bar is missed and `--strict`, 2 if a process failed."""
    options = _options(argv)
    if options.what == "corpus":
        corpus.write(options.folder, options.documents, options.seed)
        return 0
    with tempfile.TemporaryDirectory(prefix="claimcheck-bench-") as name:
        try:
            met = _run(options, Path(name))
        except measure.BenchmarkError as error:
            print(f"error: {error}", file=sys.stderr)
            return 2
    return 1 if options.strict and not met else 0


def _run(options: argparse.Namespace, folder: Path) -> bool:
    documents, seed = options.documents, options.seed
    if options.what == "big":
        return big.run(folder / "big", documents, seed, options.runs or 3)
    if options.what == "huge":
        return big.grow(folder / "huge", HUGE, seed)
    if options.what == "profile":
        profiling.run(folder / "many", documents, seed)
        return True
    print(f"Python {sys.version.split()[0]}, {measure.pin_to_one_core()}, seed {seed}")
    met = True
    if options.what in ("all", "startup"):
        met &= startup.run(folder / "one", seed, options.runs or 21)
    if options.what in ("all", "components"):
        met &= components.run(folder / "components", seed)
    if options.what in ("all", "reading"):
        met &= reading.run(options.runs or 3)
    if options.what in ("all", "html"):
        met &= pages.run(folder / "html", options.runs or 3)
    if options.what in ("all", "many"):
        met &= check_many.run(folder / "many", documents, seed, options.runs or 9)
    return met


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", nargs="?", default="all", choices=WHAT)
    parser.add_argument("folder", nargs="?", type=Path, help="for corpus: where to write it")
    parser.add_argument("--documents", type=int, metavar="N", help="default: 1,000; big: 10,000")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument(
        "--runs", type=int, metavar="N", help="rounds (startup 21, many 9, reading 3, html 3)"
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 if a bar is missed")
    options = parser.parse_args(argv)
    if (options.what == "corpus") != (options.folder is not None):
        parser.error("`corpus` needs a folder, and nothing else takes one")
    if options.documents is None:
        options.documents = 10_000 if options.what == "big" else 1000
    if options.documents < 1 or (options.runs is not None and options.runs < 1):
        parser.error("--documents and --runs must be at least 1")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
