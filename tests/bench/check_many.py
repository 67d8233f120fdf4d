"""A whole newsroom on one core, beside libyaml's bare parse of the same bytes and beside yamllint."""

from pathlib import Path

from tests.bench import corpus, measure
from tests.bench.measure import Command, Ratio, python, script

SLOW_ROUNDS = 3
"""Rounds of what takes a hundred times longer than the rest."""

BARE_PARSE = """
import os, sys, time
from yaml._yaml import CParser
from yaml.error import YAMLError
paths = sorted(
    os.path.join(folder, name)
    for folder, _, names in os.walk(sys.argv[1])
    for name in names
    if name.endswith(".yaml")
)
cpu, wall = time.process_time(), time.perf_counter()
for path in paths:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        CParser(text).raw_parse()
    except YAMLError:
        pass
print(time.process_time() - cpu, time.perf_counter() - wall)
"""
"""Reads and parses all that claimcheck reads; the files are found before its clock starts."""


def run(folder: Path, documents: int, seed: int, rounds: int) -> bool:
    """Measure and print; whether all bars are met. Raises BenchmarkError."""
    corpus.write(folder, documents, seed)
    times = measure.time_in_turn(_commands(folder, documents), rounds)
    size = sum(path.stat().st_size for path in folder.rglob("*.yaml"))
    title = f"{documents:,} documents, {size / 1e6:.2f} MB"
    return measure.print_table(title, _RATIOS, times)


def check_command(folder: Path) -> tuple[str, ...]:
    """The arguments of claimcheck for a corpus, every file of which one process is to judge."""
    alone = ("--no-cache", "--jobs", "1")
    return ("check", "-f", "concise", "--as-of", corpus.AS_OF, *alone, str(folder))


def _commands(folder: Path, documents: int) -> list[Command]:
    findings = (1,) if documents >= 100 else (0, 1)
    return [
        Command("check", python("-m", "claimcheck", *check_command(folder)), findings),
        Command("parse, process", python("-c", BARE_PARSE, str(folder)), inner="parse"),
        Command(
            "yamllint", script("yamllint", "-d", "relaxed", str(folder)), (0, 1), rounds=SLOW_ROUNDS
        ),
    ]


_RATIOS = (
    Ratio("check / reading and bare parse", "check", "parse", 12),
    Ratio("check / the same with start-up and imports", "check", "parse, process"),
    Ratio("yamllint -d relaxed / check", "yamllint", "check", 12, at_least=True),
)
