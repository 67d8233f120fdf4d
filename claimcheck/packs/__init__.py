"""Rule packs: YAML files of rules (relations, matches, patterns), each with its documentation and examples.

`outline` tells what the shipped ones need; `loading` reads a file; `matching` and `evaluating` carry out
match rules, `patterns` those over text; relations join the constraint network of every document.
"""

import os
from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from claimcheck.load.files import read_source, shown_path
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.packs.outline import outline
from claimcheck.rule import Rule
from claimcheck.source import Source

if TYPE_CHECKING:
    from claimcheck.packs.loading import Pack


def shipped_folder() -> str:
    """The folder of the shipped packs: in the wheel, or beside the package in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "_packs")
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(package), "rules")


@cache
def shipped() -> tuple["Pack", ...]:
    """The packs that come with claimcheck; the tests load them with all checks."""
    return tuple(map(_trusted, pack_files(shipped_folder())))


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """The rules of the shipped packs as a run needs them: read in full where they apply."""
    found: list[Rule] = []
    for source in pack_files(shipped_folder()):
        rules = outline(source, partial(_trusted, source))
        found += _trusted(source).rules if rules is None else rules
    return tuple(found)


def _trusted(source: Source) -> "Pack":
    from claimcheck.packs.loading import load_pack

    return load_pack(source, general_vocabulary(), trusted=True)


def load_packs(folder: str, below: Vocabulary) -> tuple["Pack", ...]:
    """The packs of a folder, each on top of the vocabulary `below`; raises PackError."""
    from claimcheck.packs.loading import load_pack

    return tuple(load_pack(source, below) for source in pack_files(folder))


def pack_files(folder: str) -> Iterator[Source]:
    """The pack files of a folder, by name."""
    if not os.path.isdir(folder):
        return
    for name in sorted(os.listdir(folder)):
        if name.endswith((".yaml", ".yml")) and not name.startswith("."):
            yield read_pack(os.path.join(folder, name))


def read_pack(path: str) -> Source:
    """The text of a pack file; raises PackError."""
    source, problems = read_source(path, shown_path(path))
    if problems:
        from claimcheck.packs.loading import PackError

        raise PackError(f"{source.path}: {problems[0].kind.replace('-', ' ')}")
    return source
