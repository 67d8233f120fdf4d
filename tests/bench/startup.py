"""How long a user waits for the smallest answers: `--version`, and the check of one 12-claim file."""

import subprocess
from pathlib import Path

from tests.bench import corpus, measure
from tests.bench.measure import ROOT, Command, Ratio, python, script
from tests.bench.world import World, make_world

CLAIMS = 12
NUMBER = 0
"""Which document of the world is checked."""


def run(folder: Path, seed: int, rounds: int) -> bool:
    """Measure and print; whether all bars are met. Raises BenchmarkError."""
    world = make_world(seed)
    text = corpus.document(world, NUMBER, CLAIMS)
    large = _newsroom(folder / "large", world, text)
    small = _newsroom(folder / "small", _only_named(world, text), text, references=False)
    commands = [*_version(), *_check(large, small)]
    without = {one.name for one in commands if one.missing and one.name.endswith(", script")}
    ratios = [ratio for ratio in _RATIOS if ratio.above not in without]
    times = measure.time_in_turn(commands, rounds)
    return measure.print_table("start-up (against `python -c pass`)", ratios, times)


def _version() -> list[Command]:
    return [
        Command("nothing", python("-c", "pass")),
        Command("version", python("-m", "claimcheck", "--version")),
        Command("version, script", script("claimcheck", "--version")),
        Command("version, yamllint", script("yamllint", "--version")),
    ]


def _check(large: Path, small: Path) -> list[Command]:
    check = ("check", "--no-cache", "--as-of", corpus.AS_OF)
    schema = large.with_name("claims.schema.json")
    schema.write_bytes(_schema())
    return [
        Command("check", python("-m", "claimcheck", *check, str(large))),
        Command("check, script", script("claimcheck", *check, str(large))),
        Command("check, small", python("-m", "claimcheck", *check, str(small))),
        Command("yamllint", script("yamllint", "-d", "relaxed", str(large))),
        Command(
            "check-jsonschema",
            script("check-jsonschema", "--schemafile", str(schema), str(large)),
        ),
    ]


def _newsroom(folder: Path, world: World, text: str, references: bool = True) -> Path:
    corpus.write_frame(folder, world, references)
    file = folder / "article.claims.yaml"
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _only_named(world: World, text: str) -> World:
    """The world with only those entities that a document names."""
    named = [e for e in world.entities if any(name in text for name in (e.id, e.name, *e.aliases))]
    return World(world.seed, tuple(named))


def _schema() -> bytes:
    command = python("-m", "claimcheck", "schema", "claims")
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    if done.returncode:
        raise measure.BenchmarkError(f"`{' '.join(command)}` ended with status {done.returncode}")
    return done.stdout


_RATIOS = (
    Ratio("python -m claimcheck --version", "version", "nothing", 2),
    Ratio("claimcheck --version", "version, script", "nothing", 2),
    Ratio("yamllint --version", "version, yamllint", "nothing"),
    Ratio("python -m claimcheck check, 200 entities", "check", "nothing", 8),
    Ratio("claimcheck check, 200 entities", "check, script", "nothing", 8),
    Ratio("python -m claimcheck check, own entities only", "check, small", "nothing", 8),
    Ratio("yamllint -d relaxed, one file", "yamllint", "nothing"),
    Ratio("check-jsonschema, one file", "check-jsonschema", "nothing"),
)
