"""YAML to data: a quick pass without positions, and a full one that places and explains everything.

`skim` accepts only what is plainly right and gives up on the rest, for which `read` decides. Both walk
libyaml's events with a stack of their own, so that depth costs no recursion.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from claimcheck.load.scalars import SUSPECT, resolve_plain
from claimcheck.source import Path

MAX_DEPTH = 40
MAX_EXPANSION = 50_000
"""How many values aliases may add to a file; an alias bomb wants billions."""


class Irregular(Exception):
    """Raised by `skim` for a file that only `read` can judge."""


def skim(text: str) -> object:
    """The data of a plainly regular YAML text, without positions; raises Irregular or YAMLError."""
    event: Callable[[], Any] = CParser(text).get_event
    event()
    if event().__class__ is not DocumentStartEvent:
        raise Irregular
    stack: list[tuple[Any, str | None]] = []
    container: Any = []
    key: str | None = None
    value: Any
    while True:
        e = event()
        kind = e.__class__
        if kind is ScalarEvent:
            value = e.value
            if e.implicit[0]:
                if not value or value[0] in SUSPECT:
                    value = resolve_plain(value)
            elif not e.implicit[1]:
                raise Irregular  # a tag
            if e.anchor is not None:
                raise Irregular
            if container.__class__ is list:
                container.append(value)
            elif key is None:
                if value in container or value == "<<":
                    raise Irregular
                key = value
                continue
            else:
                container[key] = value
                key = None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if e.anchor is not None or not e.implicit or len(stack) >= MAX_DEPTH:
                raise Irregular
            if key is None and container.__class__ is dict:
                raise Irregular
            stack.append((container, key))
            container, key = {} if kind is MappingStartEvent else [], None
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = container
            container, key = stack.pop()
            if key is None:
                container.append(value)
            else:
                container[key] = value
                key = None
        else:
            raise Irregular
        if not stack:
            break
    event()
    if event().__class__ is DocumentStartEvent:
        raise Irregular
    return container[0]


class Mark(NamedTuple):
    """A place in a file, from 0, in code points."""

    line: int
    column: int


class Node:
    """A value of a file with its place.

    `content` is a text, a list of nodes, or a list of pairs of nodes; `plain` holds for unquoted text.
    """

    __slots__ = ("content", "end", "kind", "plain", "size", "start")

    def __init__(
        self, kind: str, content: Any, start: Mark, end: Mark, plain: bool = False
    ) -> None:
        self.kind = kind
        self.content = content
        self.start = start
        self.end = end
        self.plain = plain
        self.size = 1

    def find(self, path: Path) -> "Node":
        """The node at `path`, or the deepest one on the way to it."""
        node = self
        for step in path:
            found = node._child(step)
            if found is None:
                return node
            node = found
        return node

    def key(self, path: Path) -> "Node":
        """The node of the key that `path` ends with, or else of what holds it."""
        parent = self.find(path[:-1])
        if parent.kind == "map":
            for key, _ in parent.content:
                if key.content == path[-1]:
                    return key  # type: ignore[no-any-return]
        return parent.find(path[-1:])

    def _child(self, step: str | int) -> "Node | None":
        if self.kind == "map":
            return next((value for key, value in self.content if key.content == step), None)
        if self.kind == "list" and isinstance(step, int) and step < len(self.content):
            return self.content[step]  # type: ignore[no-any-return]
        return None


class Complaint(NamedTuple):
    """What is wrong with the form of a file, and where."""

    kind: str
    start: Mark
    end: Mark
    data: Mapping[str, object]


class Reading(NamedTuple):
    """A file's nodes, as far as it could be read, and the complaints about its form."""

    root: Node | None
    complaints: list[Complaint]
    broken: bool = False
    """Whether the text could not be read to its end."""


def read(text: str, *, json: bool = False) -> Reading:
    """Read YAML, or JSON as YAML, with a place for every key and value; never raises."""
    from claimcheck.load.marks import as_yaml, way_back

    seen, shifts = as_yaml(text) if json else (text, [])
    builder = _Builder()
    broken = True
    try:
        for event in _events(seen):
            builder.take(event)
        broken = False
    except YAMLError as error:
        from claimcheck.load.syntax import where, why

        mark = Mark(*where(error, seen))
        builder.complain("invalid-syntax", mark, mark, why(error, seen))
    except _TooMuchError as error:
        builder.complain("invalid-syntax", error.mark, error.mark, error.data)
    reading = Reading(builder.finish(), builder.complaints, broken)
    lead = way_back(text, seen, shifts)
    return reading if lead is None else _moved(reading, lambda mark: Mark(*lead(*mark)))


def _moved(reading: Reading, lead: Callable[[Mark], Mark]) -> Reading:
    """A reading with other places."""
    rest = [] if reading.root is None else [reading.root]
    seen: set[int] = set()
    while rest:
        node = rest.pop()
        if id(node) not in seen:
            seen.add(id(node))
            node.start, node.end = lead(node.start), lead(node.end)
            rest += node.content if node.kind == "list" else ()
            rest += [n for pair in node.content for n in pair] if node.kind == "map" else ()
    complaints = []
    for kind, start, end, data in reading.complaints:
        if isinstance(line := data.get("line"), int):  # of the first of two keys
            data = {**data, "line": lead(Mark(line - 1, 0)).line + 1}
        complaints.append(Complaint(kind, lead(start), lead(end), data))
    return reading._replace(complaints=complaints)


def data_of(root: Node | None) -> object:
    """The data of a tree of nodes, as `skim` gives it; of duplicate keys the first counts."""
    if root is None or root.kind == "void":
        return resolve_plain("")
    results: dict[int, object] = {}
    for node in _post_order(root):
        if node.kind == "map":
            value: object = {}
            for key, child in reversed(node.content):
                value[key.content] = results[id(child)]  # type: ignore[index]
            value = dict(reversed(value.items()))  # type: ignore[attr-defined]
        elif node.kind == "list":
            value = [results[id(child)] for child in node.content]
        else:
            value = resolve_plain(node.content) if node.plain else node.content
        results[id(node)] = value
    return results[id(root)]


def _post_order(root: Node) -> Iterator[Node]:
    stack: list[tuple[Node, bool]] = [(root, False)]
    seen: set[int] = set()
    while stack:
        node, done = stack.pop()
        if done:
            yield node
        elif id(node) not in seen:
            seen.add(id(node))
            stack.append((node, True))
            children = node.content if node.kind == "list" else ()
            if node.kind == "map":
                children = [child for _, child in node.content]
            stack.extend((child, False) for child in children)


class _TooMuchError(Exception):
    def __init__(self, mark: Mark, **data: object) -> None:
        self.mark = mark
        self.data = data


def _events(text: str) -> Iterator[Any]:
    event = CParser(text).get_event
    while (found := event()) is not None:
        yield found


def _mark(mark: Any) -> Mark:
    return Mark(mark.line, mark.column)


class _Builder:
    """Nodes from events; knows anchors, and keeps aliases within limits."""

    def __init__(self) -> None:
        self.complaints: list[Complaint] = []
        self.root: Node | None = None
        self.open: list[Node] = []
        self.keys: list[Node | None] = []
        self.seen: list[dict[str, int]] = []
        self.merged: list[list[Node]] = []
        self.anchors: dict[str, Node] = {}
        self.expanded = 0
        self.documents = 0

    def complain(self, kind: str, start: Mark, end: Mark, data: Mapping[str, object]) -> None:
        self.complaints.append(Complaint(kind, start, end, data))

    def take(self, event: Any) -> None:
        kind = event.__class__
        if kind is DocumentStartEvent:
            self.documents += 1
            if self.documents == 2:
                self._refuse(event, "second-document")
        elif self.documents > 1:
            return
        elif kind is ScalarEvent:
            self._add(self._scalar(event))
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._enter(event, "map" if kind is MappingStartEvent else "list")
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._leave(event)

    def finish(self) -> Node | None:
        """The root, with whatever was still open when the text broke off."""
        while self.open:
            self._add(self._close())
        return self.root

    def _scalar(self, event: Any) -> Node:
        plain = event.implicit[0]
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            plain = True
            if not event.tag.startswith("tag:yaml.org,2002:"):
                self._refuse(event, "tag", tag=event.tag)
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        node = Node("text", event.value, start, end, plain)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def _refuse(self, event: Any, reason: str, **data: object) -> None:
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        self.complain("invalid-syntax", start, end, {"reason": reason, **data})

    def _enter(self, event: Any, kind: str) -> None:
        start = _mark(event.start_mark)
        if len(self.open) >= MAX_DEPTH:
            raise _TooMuchError(start, reason="too-deep", limit=MAX_DEPTH)
        if event.tag and not event.tag.startswith("tag:yaml.org,2002:"):
            self._refuse(event, "tag", tag=event.tag)
        node = Node(kind, [], start, _mark(event.end_mark))
        if event.anchor:
            self.anchors[event.anchor] = node
        self.open.append(node)
        self.keys.append(None)
        self.seen.append({})
        self.merged.append([])

    def _leave(self, event: Any) -> None:
        node = self._close()
        node.end = _mark(event.end_mark)
        self._add(node)

    def _close(self) -> Node:
        """The innermost open node, finished: what it merges comes after its own keys."""
        node = self.open.pop()
        self.keys.pop()
        self.seen.pop()
        for source in self.merged.pop():
            self._merge(node, source)
        return node

    def _alias(self, event: Any) -> None:
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        node = self.anchors.get(event.anchor)
        if node is None or node in self.open:
            self._refuse(event, "alias", name=event.anchor)
            node = Node("void", None, start, end)
        self.expanded += node.size
        if self.expanded > MAX_EXPANSION:
            raise _TooMuchError(start, reason="aliases", limit=MAX_EXPANSION)
        self._add(node)

    def _add(self, node: Node) -> None:
        if not self.open:
            if self.root is None:
                self.root = node
            return
        parent = self.open[-1]
        parent.size += node.size
        if parent.kind == "list":
            if node.kind != "void":
                parent.content.append(node)
            return
        key, self.keys[-1] = self.keys[-1], None
        if key is None:
            self.keys[-1] = self._as_key(node)
        elif key.kind == "void" or node.kind == "void":
            return  # complained of already
        elif key.plain and key.content == "<<":
            self.merged[-1].append(node)
        else:
            parent.content.append((key, node))

    def _as_key(self, node: Node) -> Node:
        if node.kind != "text":
            self.complain("invalid-syntax", node.start, node.end, {"reason": "key"})
            return Node("void", None, node.start, node.end)
        seen = self.seen[-1]
        if node.content in seen:
            found = {"key": node.content, "line": seen[node.content] + 1}
            self.complain("duplicate-key", node.start, node.end, found)
        else:
            seen[node.content] = node.start.line
        return node

    def _merge(self, parent: Node, node: Node) -> None:
        """`<<`: the keys of other mappings, where this one has none of that name."""
        own = {key.content for key, _ in parent.content}
        for source in node.content if node.kind == "list" else [node]:
            if source.kind != "map" or source is parent:
                self.complain("invalid-syntax", source.start, source.end, {"reason": "merge"})
                continue
            pairs = [pair for pair in source.content if pair[0].content not in own]
            own.update(key.content for key, _ in pairs)
            parent.content.extend(pairs)
