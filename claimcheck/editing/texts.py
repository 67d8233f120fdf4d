"""The text of a claim file with the places of its nodes, and the cuts and insertions that keep its layout."""

from collections.abc import Sequence

from claimcheck.editing.written import Data, as_json, entry, item, one_line
from claimcheck.errors import UsageError
from claimcheck.load.places import last_mark, tree
from claimcheck.load.reader import Mark, Node
from claimcheck.source import LINE_BREAK, Path, Source


class CannotEdit(UsageError):
    """A place of a file that only a person can change: behind an alias, or in a broken file."""


class FileText:
    """A file's text with the offsets of its nodes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.by_line = source.path.endswith(".jsonl")
        self.json = self.by_line or source.path.endswith(".json")
        self.break_ = "\r\n" if "\r\n" in source.text else "\n"
        self._starts = [0, *(match.end() for match in LINE_BREAK.finditer(source.text))]
        reading = tree(source)
        if reading.root is None or reading.broken:
            raise CannotEdit(f"{source.path}: the file cannot be read to its end", "mend it first")
        self.root = reading.root

    def refusal(self, path: Path) -> CannotEdit:
        """That a place cannot be changed for sure."""
        shown = ".".join(map(str, path))
        return CannotEdit(
            f"{self.source.path}: {shown} cannot be changed without touching more of the file",
            "change it by hand",
        )

    def at(self, path: Path) -> Node:
        """The mapping or list at a path."""
        node = self.root
        for step in path:
            found = node.find((step,))
            elsewhere = found.start < node.start or found.end > node.end
            if found is node or (elsewhere and not self.by_line):
                raise self.refusal(path)
            node = found
        return node

    def own_pairs(self, node: Node) -> list[tuple[Node, Node]]:
        """The keys of a mapping that stand in it: merged ones stand elsewhere."""
        if node.kind != "map":
            return []
        return [
            (key, value)
            for key, value in node.content
            if node.start <= key.start and value.end <= max(node.end, value.start)
            if value.start >= key.start
        ]

    def offset(self, mark: Mark) -> int:
        """Where a mark is in the text."""
        return min(self._starts[mark.line] + mark.column, len(self.text))

    def start(self, node: Node) -> int:
        """Where a node begins."""
        return self.offset(node.start)

    def end(self, node: Node) -> int:
        """Where the last sign of a node ends."""
        if node.kind != "text" and not self.flows(node) and node.content:
            last = node.content[-1] if node.kind == "list" else self.own_pairs(node)[-1][1]
            return self.end(last)
        return self.offset(last_mark(self.source, node))

    def flows(self, node: Node) -> bool:
        """Whether a list or mapping is written in brackets or braces; the lines of .jsonl are in none."""
        start = self.start(node)
        lines = self.by_line and node.start == node.end
        return not lines and self.text[start : start + 1] in ("{", "[")

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, without its break."""
        match = LINE_BREAK.search(self.text, offset)
        return match.start() if match else len(self.text)

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return max((s for s in self._starts if s <= offset), default=0)

    # ---- changes

    def replaced(self, node: Node, pair: tuple[Node, Node], key: str, data: Data) -> str:
        """The text with another value of a key."""
        start, end = self.start(pair[1]), self.end(pair[1])
        if self.flows(node):
            return self.text[:start] + self._inline(data) + self.text[end:]
        key_at = self.start(pair[0])
        first, *rest = entry(key, data, pair[0].start.column)
        stop = self.line_end(end)
        head = first.lstrip(" ")
        tail = "".join(self.break_ + line for line in rest)
        return self.text[:key_at] + head + self.text[end:stop] + tail + self.text[stop:]

    def added(self, node: Node, key: str, data: Data, order: Sequence[str]) -> str:
        """The text with another key of a mapping."""
        pairs = self.own_pairs(node)
        before = _before(pairs, key, order)
        if self.flows(node):
            name = as_json(key) if self.json else key
            return self._into(node, f"{name}: {self._inline(data)}", before and before[1], pairs)
        if before is None:
            raise self.refusal((key,))
        lines = entry(key, data, pairs[0][0].start.column)
        return self._below(self.end(before[1]), lines)

    def with_item(self, node: Node, data: Data, place: int) -> str:
        """The text with another item of a list."""
        items = node.content
        if self.by_line and node.start == node.end:
            at = self.line_end(self.end(items[place])) if items else len(self.text.rstrip())
            return self.text[:at] + self.break_ * bool(at) + as_json(data) + self.text[at:]
        if self.flows(node):
            if not items and not self.json:
                return self._opened(node, data)
            pairs = [(one, one) for one in items]
            return self._into(node, self._inline(data), items[place] if items else None, pairs)
        lines = item(data, node.start.column)
        return self._below(self.end(items[place]), ["", *lines] if self._spaced(node) else lines)

    def _opened(self, node: Node, data: Data) -> str:
        """The text with an empty list in brackets as a block of one item."""
        start, end = self.start(node), self.end(node)
        margin = self.text[self.line_start(start) : start]
        indent = len(margin) - len(margin.lstrip(" ")) + 2
        lines = "".join(self.break_ + line for line in item(data, indent))
        stop = self.line_end(end)
        return self.text[:start].rstrip(" ") + self.text[end:stop] + lines + self.text[stop:]

    def without(self, node: Node, path: Path) -> str:
        """The text without a key or an item."""
        if node.kind == "map":
            pair = next((p for p in self.own_pairs(node) if p[0].content == path[-1]), None)
            parts = [(key, value) for key, value in self.own_pairs(node)]
        else:
            parts = [(one, one) for one in node.content]
            number = path[-1]
            pair = parts[number] if isinstance(number, int) and number < len(parts) else None
        if pair is None:
            raise self.refusal(path)
        if self.flows(node):
            return self._cut(parts, parts.index(pair))
        start, stop = self.line_start(self.start(pair[0])), self.line_end(self.end(pair[1]))
        match = LINE_BREAK.match(self.text, stop)
        if node.kind == "map" and self.text[start : self.start(pair[0])].strip():
            raise self.refusal(path)
        rest = self.text[match.end() if match else stop :]
        if node.kind == "list" and self._spaced(node):  # one empty line less
            rest = rest[match.end() :] if (match := LINE_BREAK.match(rest)) else rest
        return self.text[:start] + rest

    def _cut(self, parts: Sequence[tuple[Node, Node]], number: int) -> str:
        if number:
            start, end = self.end(parts[number - 1][1]), self.end(parts[number][1])
        elif len(parts) > 1:
            start, end = self.start(parts[0][0]), self.start(parts[1][0])
        else:
            start, end = self.start(parts[0][0]), self.end(parts[0][1])
        return self.text[:start] + self.text[end:]

    def _inline(self, data: Data) -> str:
        return as_json(data) if self.json else one_line(data)

    def _into(
        self, node: Node, written: str, before: Node | None, parts: Sequence[tuple[Node, Node]]
    ) -> str:
        """The text with something more within braces or brackets, set apart as the rest is."""
        start = self.start(node) + 1
        if not parts or before is None:
            return self.text[:start] + written + (", " if parts else "") + self.text[start:]
        gap = self.text[start : self.start(parts[0][0])]
        apart = gap if LINE_BREAK.search(gap) and not gap.strip() else " "
        at = self.end(before)
        return f"{self.text[:at]},{apart}{written}{self.text[at:]}"

    def _below(self, end: int, lines: Sequence[str]) -> str:
        """The text with lines below that of an offset."""
        at = self.line_end(end)
        return self.text[:at] + "".join(self.break_ + line for line in lines) + self.text[at:]

    def _spaced(self, node: Node) -> bool:
        """Whether empty lines stand between the items of a list; of one long item they would."""
        if len(node.content) == 1:
            return node.content[0].end.line - node.content[0].start.line > 2 and (
                node.start.column <= 2
            )
        first, second = node.content[:2]
        between = self.text[self.end(first) : self.start(second)]
        return any(not line.strip() for line in LINE_BREAK.split(between)[1:-1])


def _before(
    pairs: Sequence[tuple[Node, Node]], key: str, order: Sequence[str]
) -> tuple[Node, Node] | None:
    """The pair that a new key follows: the last one that `order` has before it, else the last of all."""
    if key in order:
        earlier = set(order[: order.index(key)])
        known = [pair for pair in pairs if pair[0].content in earlier]
        if known:
            return max(known, key=lambda pair: pair[0].start)
    return pairs[-1] if pairs else None
