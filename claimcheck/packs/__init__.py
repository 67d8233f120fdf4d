"""Rule packs: YAML files of rules (relations, matches, patterns), each with its documentation and examples.

`loading` reads a file, `matching` and `evaluating` carry out match rules, `patterns` those over text;
relations join the constraint network of every document.
"""

import os
from collections.abc import Iterator
from functools import cache

from claimcheck.load.files import read_source, shown_path
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.packs.loading import Pack, PackError, load_pack
from claimcheck.source import Source


def shipped_folder() -> str:
    """The folder of the shipped packs: in the wheel, or beside the package in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "_packs")
    if os.path.isdir(installed):
        return installed
    return os.path.join(os.path.dirname(package), "rules")


@cache
def shipped() -> tuple[Pack, ...]:
    """The packs that come with claimcheck; the tests load them with all checks."""
    files = pack_files(shipped_folder())
    return tuple(load_pack(source, general_vocabulary(), trusted=True) for source in files)


def load_packs(folder: str, below: Vocabulary) -> tuple[Pack, ...]:
    """The packs of a folder, each on top of the vocabulary `below`; raises PackError."""
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
        raise PackError(f"{source.path}: {problems[0].kind.replace('-', ' ')}")
    return source
