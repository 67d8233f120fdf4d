"""Where the keys and items of a TOML file stand; the file has been read already, and is right."""

import re
from typing import NamedTuple

from claimcheck.source import Path

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n]* )
    | (?P<text> \"{3}(?:[^\\]|\\.)*?\"{3,5} | \'{3}.*?\'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
    | (?P<word> [A-Za-z0-9_-]+ )
    | (?P<sign> [][{}=.,\n] )
    """,
    re.VERBOSE | re.DOTALL,
)

Places = dict[Path, tuple[int, int]]


def key_places(text: str) -> Places:
    """Line and column, from 1, of the first mention of each key and table, and of each item of a list.

    Tables of a list (`[[accept]]`) and items are numbered from 0: `("accept", 0, "rule")`.
    """
    scanner = _Scanner()
    for match in _TOKEN.finditer(text):
        scanner.take(match)
    return {keys: _place(text, offset) for keys, offset in scanner.found.items()}


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class _Open(NamedTuple):
    """An open bracket: a list, of which the next item has a number, or a table."""

    keys: Path
    is_list: bool


class _Scanner:
    """Follows headers, keys and values."""

    def __init__(self) -> None:
        self.found: dict[Path, int] = {}
        self.table: Path = ()
        self.open: list[_Open] = []
        self.items: list[int] = []
        self.tables: dict[Path, int] = {}
        """How many tables each list of tables has so far."""
        self.parts: list[tuple[str, int]] = []
        self.state = "key"
        self.repeats = False
        """Whether the header at hand is that of a list of tables."""
        self.last: Path = ()

    def take(self, match: re.Match[str]) -> None:
        token = match.group()
        if match["comment"]:
            return
        if self.state == "value":
            self._value(match)
        elif match["word"] or match["text"]:
            self.parts.append((_name(token), match.start()))
        elif token == "[" and not self.open:
            self.repeats = self.state == "header"
            self.state = "header"
        elif token == "]" and self.state == "header":
            self.table = self._header()
            self.state = "value"
        elif token == "=":
            self.last = self._note(self.open[-1].keys if self.open else self.table)
            self.state = "value"
        elif token == "}":
            self._close()
            self.state = "value"

    def _value(self, match: re.Match[str]) -> None:
        token = match.group()
        in_list = bool(self.open) and self.open[-1].is_list
        if in_list and token not in ("\n", ",", "]"):
            self.found.setdefault(self._item(), match.start())
        if token in ("[", "{"):
            self.open.append(_Open(self._item() if in_list else self.last, token == "["))
            self.items.append(0)
            self.state = "value" if token == "[" else "key"
        elif token in ("]", "}") and self.open:
            self._close()
        elif token == "," and in_list:
            self.items[-1] += 1
        elif (token == "\n" and not self.open) or (token == "," and self.open):
            self.state = "key"

    def _item(self) -> Path:
        return (*self.open[-1].keys, self.items[-1])

    def _close(self) -> None:
        self.open.pop()
        self.items.pop()

    def _header(self) -> Path:
        """The keys of a header, through the last table of each list on the way."""
        keys: Path = ()
        for number, (name, offset) in enumerate(self.parts):
            keys = (*keys, name)
            self.found.setdefault(keys, offset)
            if self.repeats and number == len(self.parts) - 1:
                self.tables[keys] = self.tables.get(keys, 0) + 1
            if keys in self.tables:
                keys = (*keys, self.tables[keys] - 1)
                self.found.setdefault(keys, offset)
        self.parts = []
        return keys

    def _note(self, above: Path) -> Path:
        """Remember where the parts of a dotted key stand."""
        keys = above
        for name, offset in self.parts:
            keys = (*keys, name)
            self.found.setdefault(keys, offset)
        self.parts = []
        return keys


def _name(token: str) -> str:
    """A key without its quotes; escapes in keys are as good as unheard of."""
    return token[1:-1] if token[:1] in ("'", '"') else token
