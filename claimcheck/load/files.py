"""Files of a newsroom: which there are, and their text within limits."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    name = path.rpartition(os.sep)[2]
    first, dot, ending = name.rpartition(".")
    kind = _BY_ENDING.get(first.rpartition(".")[2] + dot + ending)
    if kind is not None and "." in first:
        return kind
    return "vocabulary" if name in VOCABULARIES else None


_BY_ENDING = {suffix[1:]: kind for suffix, kind in SUFFIXES.items()}


def walk(folder: str) -> Iterator[str]:
    """All files of a newsroom below a folder, hidden folders and those of tools left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f[0] != "." and f not in _LEFT_OUT)
        start = os.path.join(root, "")
        for name in sorted(names):
            if kind_of(name):
                yield start + name


def walk_all(folder: str) -> Iterator[str]:
    """All files below a folder, but hidden ones and byte code, in an order that depends on names only."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f[0] != "." and f != "__pycache__")
        yield from (os.path.join(root, name) for name in sorted(names) if name[0] != ".")


def read_source(
    path: str, shown: str, seen: Callable[[bytes], object] | None = None
) -> tuple[Source, list[Problem]]:
    """The text of a file and what is wrong with its bytes; an unreadable file reads as empty.

    `seen` is given the bytes of a file that could be read.
    """
    try:
        data = read_bytes(path)
    except OSError as error:
        return _unreadable(shown, reason="os", detail=error.strerror or str(error))
    if len(data) > MAX_BYTES:
        return _unreadable(shown, reason="too-large", limit=MAX_BYTES // 1_000_000)
    if seen is not None:
        seen(data)
    return decode(data, shown)


def read_bytes(path: str) -> bytes:
    """The bytes of a file, no more than show that there are too many; raises OSError."""
    file = os.open(path, _HOW)
    try:
        data = os.read(file, _ONCE)
        if len(data) < _ONCE and not os.read(file, 1):
            return data
        os.lseek(file, len(data), os.SEEK_SET)
        with open(file, "rb", closefd=False) as rest:
            return data + rest.read(MAX_BYTES + 1 - len(data))
    finally:
        os.close(file)


def digest(data: bytes) -> str:
    """What stands for the content of a file; no two contents share it."""
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()


_ONCE = 1 << 16
_HOW = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


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


class Texts(Mapping[str, Source]):
    """The texts of files by the path that people know; those not `kept` are read when somebody looks."""

    def __init__(self, paths: Iterable[str], kept: Mapping[str, Source]) -> None:
        self._paths = dict.fromkeys((*paths, *kept))
        self._kept = kept
        self._read: dict[str, Source] = {}

    def __getitem__(self, path: str) -> Source:
        if path in self._kept:
            return self._kept[path]
        if path not in self._read:
            if path not in self._paths:
                raise KeyError(path)
            if len(self._read) > _TEXTS:
                self._read.clear()
            self._read[path] = read_source(path, path)[0]
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


_TEXTS = 100
"""How many texts are held; findings come file by file."""


def shown_path(path: str) -> str:
    """A path as people know it: relative to where they are, if below it, with forward slashes."""
    here = os.path.join(os.getcwd(), "")
    shown = path[len(here) :] if path.startswith(here) else os.path.abspath(path)
    return (shown or ".").replace(os.sep, "/")


def below(paths: Iterable[str], folder: str) -> list[str]:
    """Those of some absolute paths that lie below a folder."""
    prefix = folder.rstrip(os.sep) + os.sep
    return [path for path in paths if path.startswith(prefix)]
