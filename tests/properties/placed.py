"""YAML written together with what it says and where: each key and value with its place."""

from typing import NamedTuple

from hypothesis import strategies as st

from claimcheck.load.reader import Mark
from claimcheck.load.scalars import resolve_plain
from claimcheck.source import LINE_BREAK, Path

# YAML ends a line at each of them; editors and places only at line feeds and carriage returns.
BREAKS = ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029")


class Placed(NamedTuple):
    """A key or value: its path, where it starts and, if it is on one line, where it ends."""

    path: Path
    on_key: bool
    start: Mark
    end: Mark | None
    plain: str | None
    """Its text, if it is a plain scalar."""


class Written(NamedTuple):
    """A YAML text, its data as the reader should give it, and the places of all that is in it."""

    text: str
    data: object
    places: tuple[Placed, ...]


_letters = "abc XYZ059_.é日\U0001f600-"
words = st.text(_letters, min_size=1, max_size=8).filter(
    lambda text: text[0] not in " -." and text[-1] != " "
)
numbers = st.sampled_from(
    ("0", "-1", "012", "1e3", "true", "null", "~", ".5", "0x1F", "2026-01-30")
)
quoted = st.text(max_size=8)
names = st.text("abcé日_-1", min_size=1, max_size=4).filter(lambda text: text[0] not in "-1")


@st.composite
def written(draw: st.DrawFn, *, breaks: tuple[str, ...] = BREAKS) -> Written:
    """A mapping or list, in any mixture of block and flow style, comments and line breaks."""
    writer = _Writer(draw, draw(st.lists(st.sampled_from(breaks), min_size=1, max_size=3)))
    data = writer.block((), "", draw(st.integers(1, 3)))
    return Written("".join(writer.parts), data, tuple(writer.places))


class _Writer:
    """Writes text, and notes where it is."""

    def __init__(self, draw: st.DrawFn, breaks: list[str]) -> None:
        self.draw = draw
        self.breaks = breaks
        self.parts: list[str] = []
        self.line = self.column = self.written = 0
        self.at_start = True
        self.places: list[Placed] = []

    def put(self, text: str) -> Mark:
        """Write on the current line; returns where it starts."""
        mark = Mark(self.line, self.column)
        self.parts.append(text)
        self.column += len(text)
        self.at_start = False
        return mark

    def end_line(self) -> None:
        if self.draw(st.integers(0, 7)) == 0:
            self.put(" # a comment: [é")
        for _ in range(1 + (self.draw(st.integers(0, 7)) == 0)):
            new = self.breaks[self.written % len(self.breaks)]
            self.put("\r\n" if self.parts[-1] == "\r" and new == "\n" else new)
            if LINE_BREAK.fullmatch(new):
                self.line, self.column = self.line + 1, 0
            self.written, self.at_start = self.written + 1, True

    def block(self, path: Path, indent: str, depth: int) -> object:
        """A mapping or list over many lines, from the current place on; ends its last line."""
        is_map = self.draw(st.booleans())
        start = Mark(self.line, self.column + (len(indent) if self.at_start else 0))
        self.places.append(Placed(path, False, start, None, None))
        items: dict[str | int, object] = {}
        steps = self.draw(st.lists(names, min_size=1, max_size=4, unique=True))
        for number, name in enumerate(steps):
            if self.at_start:
                self.put(indent)
            if is_map:
                items[name] = self.pair(path, name, indent, depth)
            else:
                self.put("- ")
                items[number] = self.item((*path, number), indent, depth)
        return items if is_map else list(items.values())

    def pair(self, path: Path, name: str, indent: str, depth: int) -> object:
        self.key(path, name)
        if depth and self.draw(st.booleans()):
            self.end_line()
            return self.block((*path, name), indent + "  ", depth - 1)
        self.put(self.draw(st.sampled_from((" ", "  "))))
        return self.last(self.flow((*path, name), depth))

    def item(self, path: Path, indent: str, depth: int) -> object:
        if depth and self.draw(st.booleans()):
            return self.block(path, indent + "  ", depth - 1)
        return self.last(self.flow(path, depth))

    def last(self, value: object) -> object:
        self.end_line()
        return value

    def key(self, path: Path, name: str) -> None:
        text = self.draw(st.sampled_from((name, f"'{name}'", f'"{name}"')))
        start = self.put(text)
        plain = name if text == name else None
        self.places.append(Placed((*path, name), True, start, Mark(self.line, self.column), plain))
        self.put(":")

    def flow(self, path: Path, depth: int) -> object:
        """A value on this line."""
        start, at = Mark(self.line, self.column), len(self.places)
        kind = self.draw(
            st.sampled_from(("plain", "plain", "quoted", *("list", "map") * (depth > 0)))
        )
        plain = None
        value: object
        if kind == "plain":
            plain = self.draw(words | numbers)
            self.put(plain)
            value = resolve_plain(plain)
        elif kind == "quoted":
            value = self.quote(self.draw(quoted))
        else:
            value = self.flow_items(path, depth, kind == "map")
        end = Mark(self.line, self.column)
        self.places.insert(at, Placed(path, False, start, end, plain))
        return value

    def quote(self, text: str) -> str:
        if all(c.isprintable() and c not in "\ufeff" for c in text) and self.draw(st.booleans()):
            self.put("'" + text.replace("'", "''") + "'")
            return text
        escaped = (c if c.isalnum() else f"\\U{ord(c):08x}" for c in text)
        self.put('"' + "".join(escaped) + '"')
        return text

    def flow_items(self, path: Path, depth: int, is_map: bool) -> object:
        items: dict[str | int, object] = {}
        self.put("{" if is_map else "[")
        steps = self.draw(st.lists(names, max_size=3, unique=True))
        for number, name in enumerate(steps):
            self.put(", " if number else self.draw(st.sampled_from(("", " "))))
            if is_map:
                self.key(path, name)
                self.put(" ")
            items[name if is_map else number] = self.flow(
                (*path, name if is_map else number), depth - 1
            )
        self.put("}" if is_map else "]")
        return items if is_map else list(items.values())
