"""The parts of all networks of the documents that claimcheck is tried on."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimcheck.config import find_config
from claimcheck.consistency.conflicts import Decided, worlds
from claimcheck.index import Index
from claimcheck.load.project import load_project
from claimcheck.model.period import day_ordinal
from claimcheck.rule import Rule
from claimcheck.rules import standard
from claimcheck.testing import example_index

ROOT = Path(__file__).parents[2]
LOCALISATION = ROOT / "tests" / "localisation"
AS_OF = day_ordinal(2026, 11, 1)


class Place(NamedTuple):
    """A part that was decided, and where it is from."""

    name: str
    decided: Decided


def loaded(folder: Path, *paths: Path) -> Index:
    """Some claim files of a newsroom under all standard rules."""
    files = [str(path) for path in paths or sorted(folder.rglob("*.yaml"))]
    rules = standard()
    project = load_project(find_config(str(folder)), files)
    index = Index(project.documents, project.references, as_of=AS_OF, problems=project.problems)
    return index.with_relations(rule.relation for rule in rules if rule.relation is not None)


def of_example(rule: Rule, text: str) -> Index:
    """An example of a rule under all standard rules."""
    index = example_index(text, rule.attributes)
    return index.with_relations(rule.relation for rule in standard() if rule.relation is not None)


def decided_of(name: str, index: Index) -> Iterator[Place]:
    """The parts of every world of every document."""
    for document in index.documents:
        for world in worlds(index, document):
            for decided in world.parts:
                yield Place(name, decided)


@cache
def every_place() -> tuple[Place, ...]:
    """The parts of the example newsroom, of the cases of localisation, and of the bad examples of rules."""
    found = list(decided_of("claims", loaded(ROOT / "claims")))
    for path in sorted(LOCALISATION.glob("*.claims.yaml")):
        found += decided_of(path.name.partition(".")[0], loaded(LOCALISATION, path))
    for rule in standard():
        for number, text in enumerate(rule.bad if rule.family != "format" else ()):
            found += decided_of(f"{rule.name} {number}", of_example(rule, text))
    return tuple(found)


def conflicting() -> list[Place]:
    """Those that have a conflict."""
    return [place for place in every_place() if place.decided.decision.conflicts]
