"""Changes of a YAML or JSON file that touch only the lines they must: comments, order and layout stay.

Each change is made at the places that the reader gives, and then judged by reading the file again: it must
differ in the one thing that was meant and in nothing else. What cannot be done for sure is refused.
"""

from collections.abc import Callable, Sequence
from typing import Any

from claimcheck.editing.texts import CannotEdit, FileText
from claimcheck.editing.written import Data
from claimcheck.load.places import tree
from claimcheck.load.reader import data_of
from claimcheck.source import Path, Source

__all__ = ["CannotEdit", "with_item", "with_key", "without"]


def with_key(source: Source, path: Path, key: str, data: Data, order: Sequence[str] = ()) -> str:
    """The file with `key` of the mapping at `path` set to `data`; a new key goes where `order` has it.

    Raises CannotEdit.
    """
    text = FileText(source)
    node = text.at(path)
    pair = next((pair for pair in text.own_pairs(node) if pair[0].content == key), None)
    changed = (
        text.added(node, key, data, order) if pair is None else text.replaced(node, pair, key, data)
    )
    return _judged(source, changed, path, lambda parent: {**parent, key: data})


def with_item(source: Source, path: Path, data: Data, after: int | None = None) -> str:
    """The file with another item in the list at `path`: behind the one numbered `after`, or last.

    Raises CannotEdit.
    """
    text = FileText(source)
    node = text.at(path)
    if node.kind != "list":
        raise text.refusal(path)
    last = len(node.content) - 1
    place = last if after is None else min(after, last)
    changed = text.with_item(node, data, place)
    return _judged(
        source, changed, path, lambda list_: [*list_[: place + 1], data, *list_[place + 1 :]]
    )


def without(source: Source, path: Path) -> str:
    """The file without the key or the item at `path`; raises CannotEdit.

    Of a list or mapping that has nothing else the key goes as well.
    """
    text = FileText(source)
    while len(path) > 2 and len(text.at(path[:-1]).content) == 1:
        path = path[:-1]
    changed = text.without(text.at(path[:-1]), path)
    return _judged(source, changed, path[:-1], lambda parent: _without(parent, path[-1]))


# ---- the judge


def _judged(source: Source, changed: str, path: Path, change: Callable[[Any], Any]) -> str:
    """The changed text, if its data are those of the file with that change at `path`; raises CannotEdit."""
    old, new = tree(source), tree(Source(source.path, changed))
    if (
        new.broken
        or [one.kind for one in old.complaints] != [one.kind for one in new.complaints]
        or _plain(data_of(new.root)) != _plain(_changed(data_of(old.root), path, change))
    ):
        raise FileText(source).refusal(path)
    return changed


def _changed(data: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    if not path:
        return change(data)
    inner = _changed(data[path[0]], path[1:], change)
    if isinstance(data, dict):
        return {**data, path[0]: inner}
    return [inner if number == path[0] else one for number, one in enumerate(data)]


def _without(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return {key: value for key, value in data.items() if key != step}
    return [one for number, one in enumerate(data) if number != step]


def _plain(data: object) -> object:
    """Data without the marks of how they were written: numbers and truths as their texts."""
    match data:
        case bool():
            return str(data).lower()
        case dict():
            return {key: _plain(value) for key, value in data.items()}
        case list():
            return [_plain(value) for value in data]
    return str(data)
