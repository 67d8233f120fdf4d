"""What all verdicts of a newsroom depend on, as one digest: rules, references, settings, claimcheck."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache

from claimcheck.load.files import digest, read_bytes, shown_path, walk_all
from claimcheck.load.lexicons import FOLDER as LEXICONS
from claimcheck.newsroom import Newsroom
from claimcheck.packs import shipped_folder
from claimcheck.rules import FOLDER as PACKS

_NO_MATTER = (
    "root", "file", "layers", "paths", "exclude", "references", "fail_on", "language",
    "level", "per_path", "accept", "baseline",
)  # fmt: skip
"""Settings that say which files count, what becomes of findings, or how a report looks."""


def basis(newsroom: Newsroom) -> str | None:
    """The digest of all that verdicts depend on apart from the document, its vocabulary and the day.

    None if one of the files cannot be read.
    """
    config = newsroom.config
    settings = {k: v for k, v in config._asdict().items() if k not in _NO_MATTER}
    vocabularies = {newsroom.nearest(os.path.dirname(path)) for path in newsroom.references}
    files = (
        *newsroom.references,
        *sorted(path for path in vocabularies if path is not None),
        *(path for folder in (PACKS, LEXICONS) for path in walk_all(f"{config.root}/{folder}")),
    )
    try:
        contents = [f"{shown_path(path)} {digest(read_bytes(path))}" for path in files]
        said = (_claimcheck_itself(), shown_path(config.root), settings, contents)
    except OSError:
        return None
    return digest(repr(said).encode("utf-8", "surrogatepass"))


def of_vocabularies(newsroom: Newsroom) -> str | None:
    """The digest of the vocabularies that are judged together with the references; None: unreadable."""
    try:
        found = [f"{shown_path(p)} {digest(read_bytes(p))}" for p in newsroom.vocabularies]
    except OSError:
        return None
    return digest("\n".join(found).encode("utf-8", "surrogatepass"))


@cache
def _claimcheck_itself() -> str:
    """The digest of its code and data, of its dependencies by their versions, and of Python."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parts = [sys.version, *_installed(sys.path)]
    for folder in (package, shipped_folder()):
        for path in walk_all(folder):
            parts += path[len(folder) :], digest(read_bytes(path))
    return digest("\n".join(parts).encode())


def _installed(places: Iterable[str]) -> Iterator[str]:
    """What is installed beside claimcheck, each with its version."""
    for place in places:
        if place.endswith(("site-packages", "dist-packages")) and os.path.isdir(place):
            yield from sorted(name for name in os.listdir(place) if name.endswith(".dist-info"))
