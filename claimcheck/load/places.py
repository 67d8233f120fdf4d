"""From a path in a file's data to the place in its text."""

from functools import lru_cache

from claimcheck.load.reader import Complaint, Mark, Node, Reading, read
from claimcheck.source import Path, Source, Span, lines_of


def place(source: Source, path: Path, *, on_key: bool = False, column: int | None = None) -> Span:
    """The span of the value (or key) at `path`; of what holds it, if it is not there.

    `column` is an offset into a one-line scalar, for trouble inside of it.
    """
    root = tree(source).root
    if root is None:
        return Span(source.path, 1, 1, 1, 1)
    node = root.key(path) if on_key and path else root.find(path)
    start, end = node.start, last_mark(source, node)
    if column and node.kind == "text" and start.line == end.line:
        quote = 0 if node.plain or end.column - start.column == len(node.content) else 1
        start = Mark(start.line, min(start.column + column + quote, max(end.column - 1, 0)))
    return span(source, start, end)


def span(source: Source, start: Mark, end: Mark) -> Span:
    """Marks, from 0, as a span, from 1; at least one column wide where it is on one line."""
    if end <= start:
        end = Mark(start.line, start.column + 1)
    return Span(source.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


@lru_cache(maxsize=4)
def tree(source: Source) -> Reading:
    """The nodes of a file; kept for a few files, as findings come file by file."""
    if source.path.endswith(".jsonl"):
        return read_lines(source.text)
    return read(source.text, json=source.path.endswith(".json"))


def read_lines(text: str) -> Reading:
    """One claim a line, as if the file were `claims: [line, line, …]`; a first line may hold `document`."""
    claims = Node("list", [], Mark(0, 0), Mark(0, 0))
    pairs: list[tuple[Node, Node]] = []
    complaints: list[Complaint] = []
    for number, line in enumerate(text.split("\n")):
        if not line.strip():
            continue
        reading = read(line, json=True)
        end = Mark(0, len(line.rstrip()))
        complaints += [_complaint_down(c, end, number) for c in reading.complaints]
        if reading.root is not None and not reading.broken:
            _shift(reading.root, number)
            if not claims.content and not pairs and _holds_document(reading.root):
                pairs += reading.root.content
            else:
                claims.content.append(reading.root)
    pairs.append((Node("text", "claims", Mark(0, 0), Mark(0, 0)), claims))
    return Reading(Node("map", pairs, Mark(0, 0), Mark(0, 0)), complaints)


def _holds_document(node: Node) -> bool:
    return node.kind == "map" and [key.content for key, _ in node.content] == ["document"]


def _complaint_down(complaint: Complaint, last: Mark, lines: int) -> Complaint:
    """A complaint about one line, in its place in the file."""
    start, end = _down(min(complaint.start, last), lines), _down(min(complaint.end, last), lines)
    data = complaint.data
    if isinstance(line := data.get("line"), int):  # of the first of two keys
        data = {**data, "line": line + lines}
    return complaint._replace(start=start, end=end, data=data)


def _down(mark: Mark, lines: int) -> Mark:
    return Mark(mark.line + lines, mark.column)


def _shift(node: Node, lines: int) -> None:
    """Move a tree down; each is read from one line, so it is shallow and has no aliases across."""
    stack = [node]
    seen: set[int] = set()
    while stack:
        current = stack.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        current.start, current.end = _down(current.start, lines), _down(current.end, lines)
        if current.kind == "list":
            stack.extend(current.content)
        elif current.kind == "map":
            stack.extend(child for pair in current.content for child in pair)


def last_mark(source: Source, node: Node) -> Mark:
    """Where a value ends; libyaml lets block scalars and collections run to the next token."""
    end = node.end
    lines = lines_of(source.text)
    if end.line == node.start.line or (
        end.line < len(lines) and lines[end.line][: end.column].strip()
    ):
        return end
    last = min(end.line, len(lines)) - 1
    while last > node.start.line and not lines[last].strip():
        last -= 1
    return Mark(last, len(lines[last].rstrip()))
