"""Files of a newsroom: which there are, and their text within limits."""

import os
from collections.abc import Iterable, Iterator
from typing import Literal

from claimcheck.model.claim import Problem
from claimcheck.source import LINE_BREAK, Source, Span

Kind = Literal["claims", "references", "vocabulary"]

SUFFIXES: dict[str, Kind] = {
    ".claims.yaml": "claims",
    ".claims.yml": "claims",
    ".claims.json": "claims",
    ".claims.jsonl": "claims",
    ".references.yaml": "references",
    ".references.yml": "references",
    ".references.json": "references",
}
VOCABULARIES = ("vocabulary.yaml", "vocabulary.yml", "vocabulary.json")
MAX_BYTES = 20_000_000

_LEFT_OUT = frozenset(("__pycache__", "node_modules", "venv", "site-packages", "dist", "build"))


def kind_of(path: str) -> Kind | None:
    """What a file is, by its name."""
    name = os.path.basename(path)
    if name in VOCABULARIES:
        return "vocabulary"
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), None)


def walk(folder: str) -> Iterator[str]:
    """All files of a newsroom below a folder, hidden folders and those of tools left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _LEFT_OUT)
        for name in sorted(names):
            if kind_of(name):
                yield os.path.join(root, name)


def read_source(path: str, shown: str) -> tuple[Source, list[Problem]]:
    """The text of a file and what is wrong with its bytes; an unreadable file reads as empty."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(shown, reason="os", detail=error.strerror or str(error))
    if len(data) > MAX_BYTES:
        return _unreadable(shown, reason="too-large", limit=MAX_BYTES // 1_000_000)
    return decode(data, shown)


def decode(data: bytes, shown: str) -> tuple[Source, list[Problem]]:
    """Bytes as text: UTF-8, with a byte order mark noted and dropped."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = LINE_BREAK.split(data[: error.start].decode("utf-8", "replace"))
        line, column = len(before), len(before[-1]) + 1
        span = Span(shown, line, column, line, column + 1)
        found = {"reason": "not-utf-8", "byte": f"0x{data[error.start]:02x}"}
        return Source(shown, ""), [Problem("unreadable-file", span, found)]
    if text.startswith("\ufeff"):
        span = Span(shown, 1, 1, 1, 2)
        return Source(shown, text[1:]), [
            Problem("unreadable-file", span, {"reason": "byte-order-mark"})
        ]
    return Source(shown, text), []


def _unreadable(shown: str, **data: object) -> tuple[Source, list[Problem]]:
    return Source(shown, ""), [Problem("unreadable-file", Span(shown, 1, 1, 1, 1), data)]


def shown_path(path: str) -> str:
    """A path as people know it: relative to where they are, if below it, with forward slashes."""
    here = os.path.join(os.getcwd(), "")
    shown = path[len(here) :] if path.startswith(here) else os.path.abspath(path)
    return (shown or ".").replace(os.sep, "/")


def below(paths: Iterable[str], folder: str) -> list[str]:
    """Those of some absolute paths that lie below a folder."""
    prefix = folder.rstrip(os.sep) + os.sep
    return [path for path in paths if path.startswith(prefix)]
