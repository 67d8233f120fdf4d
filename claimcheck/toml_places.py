"""Where the keys of a TOML file stand; the file has been read already, and is right."""

import re

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n]* )
    | (?P<text> \"{3}(?:[^\\]|\\.)*?\"{3,5} | \'{3}.*?\'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
    | (?P<word> [A-Za-z0-9_-]+ )
    | (?P<sign> [][{}=.,\n] )
    """,
    re.VERBOSE | re.DOTALL,
)

Places = dict[tuple[str, ...], tuple[int, int]]


def key_places(text: str) -> Places:
    """Line and column, from 1, of the first mention of each key and table."""
    scanner = _Scanner()
    for match in _TOKEN.finditer(text):
        scanner.take(match)
    return {keys: _place(text, offset) for keys, offset in scanner.found.items()}


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class _Scanner:
    """Follows headers, keys and values; `open` holds what is open: brackets, and tables by their keys."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, ...], int] = {}
        self.table: tuple[str, ...] = ()
        self.open: list[tuple[str, ...] | None] = []
        self.parts: list[tuple[str, int]] = []
        self.state = "key"

    def take(self, match: re.Match[str]) -> None:
        token = match.group()
        if match["comment"]:
            return
        if self.state == "value":
            self._value(token)
        elif match["word"] or match["text"]:
            self.parts.append((_name(token), match.start()))
        elif token == "[" and not self.open:
            self.state = "header"
        elif token == "]" and self.state == "header":
            self.table = self._note(())
            self.state = "value"
        elif token == "=":
            self.last = self._note(self.open[-1] or () if self.open else self.table)
            self.state = "value"
        elif token == "}":
            self.open.pop()
            self.state = "value"

    def _value(self, token: str) -> None:
        if token == "[":
            self.open.append(None)
        elif token == "{":
            self.open.append(self.last)
            self.state = "key"
        elif token in ("]", "}") and self.open:
            self.open.pop()
        elif (token == "\n" and not self.open) or (token == "," and self.open and self.open[-1]):
            self.state = "key"

    def _note(self, above: tuple[str, ...]) -> tuple[str, ...]:
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
