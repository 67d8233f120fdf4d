"""Entities and attributes: what claims may be about, and how their names are found."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from claimcheck.model.value import ValueType

PeriodType = Literal["instant", "duration", "timeless"]


class Entity(NamedTuple):
    """A thing that claims are about; `names` are its id, name and aliases."""

    id: str
    name: str
    names: tuple[str, ...]
    wikidata: str | None = None


class Attribute(NamedTuple):
    """What is asserted of an entity."""

    name: str
    type: ValueType
    period: PeriodType = "timeless"
    single: bool = True
    qualifiers: tuple[str, ...] = ()
    labels: Mapping[str, str] = {}
    doc: str = ""
    wikidata: str | None = None
    excludes: str | None = None
    """The attribute that may have no other value than this one (exclusive against plain)."""
    bounds: Literal["start", "end"] | None = None
    """Whether this date begins or ends the existence of its subject."""
    after: str | None = None
    """The date attribute before which this one has no value."""


class Attributes(Mapping[str, Attribute]):
    """Attributes by name: own ones before those of the vocabulary below.

    Those of `entries` are made when they are first asked for: the general vocabulary has many, and a
    small run needs few.
    """

    __slots__ = ("_below", "_entries", "_made", "_make", "_own")

    def __init__(
        self,
        own: Iterable[Attribute],
        below: "Attributes | None" = None,
        entries: Mapping[str, Any] | None = None,
        make: Callable[[str, Any], Attribute | None] | None = None,
    ) -> None:
        self._made = {attribute.name: attribute for attribute in own}
        self._own = tuple(self._made)
        self._below = below
        self._entries = entries or {}
        self._make = make

    def __getitem__(self, name: str) -> Attribute:
        found = self._made.get(name)
        if found is None and name in self._entries and self._make is not None:
            found = self._make(name, self._entries[name])
        if found is None and self._below is not None:
            found = self._below[name]
        if found is None:
            raise KeyError(name)
        self._made[name] = found
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """The attribute of a name, or the default."""
        found = self._made.get(name)
        return Mapping.get(self, name, default) if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._own, *self._entries, *(self._below or ()))))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Vocabulary:
    """The entities and attributes that one claim file may name; immutable once built."""

    __slots__ = ("_by_length", "_folded", "_near", "_resolved", "attributes", "entities")

    def __init__(
        self,
        entities: Iterable[Entity],
        attributes: Iterable[Attribute] | Attributes,
        below: "Vocabulary | None",
    ) -> None:
        self.entities: dict[str, Entity] = dict(below.entities) if below else {}
        self.entities.update((entity.id, entity) for entity in entities)
        self.attributes: Attributes = (
            attributes
            if isinstance(attributes, Attributes)
            else Attributes(attributes, below.attributes if below else None)
        )
        self._folded: dict[str, str] = {}
        for entity in self.entities.values():
            for name in entity.names:
                self._folded.setdefault(fold(name), entity.id)
        self._resolved: dict[str, str | None] = {}
        self._near: dict[str, str | None] = {}
        self._by_length: dict[int, list[str]] | None = None

    def resolve(self, name: str) -> str | None:
        """The id of the entity with this id, name or alias, in any case, accents aside."""
        try:
            return self._resolved[name]
        except KeyError:
            found = self._resolved[name] = self._folded.get(fold(name))
            return found

    def nearly(self, name: str) -> str | None:
        """The name of an entity that `name`, which is none, is a letter away from."""
        if name not in self._near:
            if self._by_length is None:
                self._by_length = {}
                for folded in self._folded:
                    self._by_length.setdefault(len(folded), []).append(folded)
            folded, lengths = fold(name), self._by_length
            alike = (known for more in (-1, 0, 1) for known in lengths.get(len(folded) + more, ()))
            found = next((known for known in alike if a_letter_apart(folded, known)), None)
            self._near[name] = None if found is None else self.name_of(self._folded[found])
        return self._near[name]

    def entity_names(self) -> list[str]:
        """Every name of every entity, for suggestions."""
        return [name for entity in self.entities.values() for name in entity.names]

    def name_of(self, entity: str) -> str:
        """How an entity is called in messages."""
        found = self.entities.get(entity)
        return found.name if found else entity


def fold(name: str) -> str:
    """A name without case, accents and extra space: `  Électricité  de France` -> `electricite de france`."""
    if name.isascii():
        return " ".join(name.lower().split())
    spaced = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in spaced if not unicodedata.combining(c)).split())


SHORTEST_SLIP = 5


def a_letter_apart(one: str, other: str) -> bool:
    """Whether one letter of a long enough word was added, left out, changed, or swapped with the next.

    Other words and numbers may be as close and mean different things: `series A`, `round-2026`.
    """
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    rest, other_rest = one[start : len(one) - end], other[start : len(other) - end]
    longest = max(len(rest), len(other_rest))
    if longest > 2 or (longest == 2 and rest != other_rest[::-1]):
        return False
    return (rest + other_rest).isalpha() and _word(one, start) >= SHORTEST_SLIP


def _word(text: str, place: int) -> int:
    """The length of the word at a place of a text."""
    first = last = place
    while first and text[first - 1].isalpha():
        first -= 1
    while last < len(text) and text[last].isalpha():
        last += 1
    return last - first
