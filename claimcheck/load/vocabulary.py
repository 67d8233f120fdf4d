"""Vocabularies from files: the general one that ships, and the newsroom's own on top of it."""

import os
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from yaml.error import YAMLError

import claimcheck.model
from claimcheck.catalogue import tell
from claimcheck.exact import Fraction
from claimcheck.load.places import tree
from claimcheck.load.reader import Complaint, Irregular, data_of, skim
from claimcheck.load.regular import regular_vocabulary
from claimcheck.load.trouble import Trouble, placed
from claimcheck.model.claim import Problem
from claimcheck.model.interval import EVERYTHING, Interval
from claimcheck.model.number import BadNumber, read_number
from claimcheck.model.quantity import ABOUT_WIDTH
from claimcheck.model.units import PLAIN, UnknownUnit, parse_unit
from claimcheck.model.value import ValueType
from claimcheck.model.vocabulary import Attribute, Attributes, Entity, Vocabulary, fold
from claimcheck.names import nearest
from claimcheck.source import Path, Source

TYPES = ("money", "share", "number", "count", "date", "entity", "boolean", "text")
# What people call a type, and the type.
_MEANT = {
    "share": "percentage pourcentage ratio rate proportion part taux fraction",
    "count": "integer int whole entier counter quantity effectif",
    "number": "float decimal numeric real nombre",
    "text": "string str texte word words",
    "boolean": "bool flag yesno yes/no oui/non logical booléen",
    "money": "currency amount price cost argent montant devise prix",
    "date": "datetime time timestamp calendar",
    "entity": "person organisation organization company name entité place item",
}
# Words of the expression language.
_TAKEN = frozenset(
    (
        "sum",
        "count",
        "min",
        "max",
        "complete",
        "hours",
        "days",
        "years",
        "at",
        "start",
        "end",
        "previous",
    )
)
_PURE = frozenset(("share", "number", "count"))


class LoadedVocabulary(NamedTuple):
    """A vocabulary and what is wrong with its file."""

    vocabulary: Vocabulary
    problems: tuple[Problem, ...]


@lru_cache(maxsize=4)
def general_vocabulary(about_width: Fraction = ABOUT_WIDTH) -> Vocabulary:
    """The attributes that ship with claimcheck."""
    source = general_source()
    reader = _AttributeReader(about_width, [])
    entries: Any = skim(source.text)
    attributes = Attributes((), None, entries["attributes"], reader.read)
    return Vocabulary((), attributes, None)


def general_source() -> Source:
    """The file of the general vocabulary."""
    path = os.path.join(claimcheck.model.__path__[0], "general.yaml")
    with open(path, encoding="utf-8") as file:
        return Source(path, file.read())


def load_vocabulary(
    source: Source,
    below: Vocabulary,
    about_width: Fraction = ABOUT_WIDTH,
    beside: Collection[str] = (),
) -> LoadedVocabulary:
    """A `vocabulary.yaml` on top of the vocabulary `below`; never raises.

    `beside` are keys that may stand beside `entities` and `attributes`, and are somebody else's.
    """
    complaints: list[Complaint] = []
    troubles: list[Trouble] = []
    try:
        data: Any = skim(source.text)
    except (Irregular, YAMLError):
        reading = tree(source)
        data, complaints = data_of(reading.root), list(reading.complaints)
    if beside and isinstance(data, dict):
        data = {key: value for key, value in data.items() if key not in beside}
    if not regular_vocabulary(data):
        from claimcheck.load.unusual import check_shape

        data, troubles = check_shape(data, "vocabulary")
    entities = [
        _entity(name, entry if isinstance(entry, dict) else {})
        for name, entry in (data.get("entities") or {}).items()
    ]
    reader = _AttributeReader(about_width, troubles)
    attributes = [
        reader.read(name, entry) for name, entry in (data.get("attributes") or {}).items() if entry
    ]
    vocabulary = Vocabulary(entities, [a for a in attributes if a is not None], below)
    _check_names(entities, troubles)
    reader.check_links(vocabulary)
    problems = placed(source, complaints, troubles) if complaints or troubles else ()
    return LoadedVocabulary(vocabulary, problems)


def _type_meant(kind: str) -> str | None:
    """The type that goes by another name elsewhere: `string`, `percentage`."""
    word = kind.strip().lower()
    return next((name for name, others in _MEANT.items() if word in others.split()), None)


def _entity(name: str, entry: Mapping[str, Any]) -> Entity:
    full = entry.get("name") or name
    aliases = tuple(alias for alias in entry.get("aliases") or () if alias)
    return Entity(name, full, (name, full, *aliases), entry.get("wikidata"))


def _check_names(entities: list[Entity], troubles: list[Trouble]) -> None:
    """No two entities may answer to one name."""
    holders: dict[str, str] = {}
    for entity in entities:
        for name in {fold(name): name for name in reversed(entity.names)}.values():
            holder = holders.setdefault(fold(name), entity.id)
            if holder != entity.id:
                path = ("entities", entity.id)
                found = {"name": name, "one": holder, "other": entity.id}
                troubles.append(Trouble("ambiguous-name", path, found, on_key=True))


class _AttributeReader:
    """Reads attributes; what is wrong goes into `troubles`."""

    def __init__(self, about_width: Fraction, troubles: list[Trouble]) -> None:
        self.about_width = about_width
        self.troubles = troubles
        self.links: list[tuple[Path, str]] = []

    def read(self, name: str, entry: Mapping[str, Any]) -> Attribute | None:
        path = ("attributes", name)
        if not name.isidentifier() or name in _TAKEN:
            self._trouble(
                (*path,),
                True,
                name=name,
                expected=tell("letters, digits and _ (as in market_share)"),
            )
        kind = entry.get("type")
        if kind is None:
            return None
        unit = None
        if kind not in TYPES:
            try:
                unit = parse_unit(kind)
            except UnknownUnit as error:
                near = _type_meant(kind) or nearest(kind, TYPES) or error.suggestion
                expected = tell("{} or a unit such as {}", ", ".join(TYPES), "MWh")
                self._trouble((*path, "type"), False, name=kind, expected=expected, suggestion=near)
                return None
        for key in ("excludes", "after"):
            if key in entry:
                self.links.append(((*path, key), entry[key]))
        label = entry.get("label") or {}
        dimension = PLAIN if kind in _PURE else unit
        return Attribute(
            name,
            ValueType(kind, dimension, self._limits(entry, path, unit), self.about_width),
            entry.get("period") or "timeless",
            entry.get("single") not in ("false", "False", "FALSE"),
            tuple(q for q in entry.get("qualifiers") or () if q),
            dict(label),
            entry.get("doc") or "",
            entry.get("wikidata"),
            entry.get("excludes"),
            entry.get("bounds"),
            entry.get("after"),
        )

    def check_links(self, vocabulary: Vocabulary) -> None:
        """`excludes` and `after` name attributes."""
        for path, name in self.links:
            if name not in vocabulary.attributes:
                near = nearest(name, vocabulary.attributes)
                found = {"name": name, "suggestion": near}
                self.troubles.append(Trouble("unknown-attribute", path, found))

    def _limits(self, entry: Mapping[str, Any], path: Path, unit: Any) -> Interval:
        if "at-least" not in entry and "at-most" not in entry:
            return EVERYTHING
        if entry.get("type") in ("date", "entity", "boolean", "text"):
            key = "at-least" if "at-least" in entry else "at-most"
            self._trouble((*path, key), False, name=key, expected=tell("a type with numbers"))
            return EVERYTHING
        low = self._limit(entry, "at-least", path, unit)
        high = self._limit(entry, "at-most", path, unit)
        if low is not None and high is not None and low > high:
            self._trouble(
                (*path, "at-most"),
                False,
                name=entry["at-most"],
                expected=tell("more than at-least"),
            )
            return EVERYTHING
        return Interval(low, high)

    def _limit(self, entry: Mapping[str, Any], key: str, path: Path, unit: Any) -> Fraction | None:
        text = entry.get(key)
        if text is None:
            return None
        amount, _, percent = str(text).partition("%")
        try:
            number = read_number(amount.strip()).number
        except BadNumber:
            self._trouble((*path, key), False, name=text, expected=tell("a number"))
            return None
        if text.endswith("%") and not percent:
            number /= 100
        return number if unit is None else number * unit.factor + unit.offset

    def _trouble(self, path: Path, on_key: bool, **data: object) -> None:
        self.troubles.append(
            Trouble("invalid-attribute", path, {"suggestion": None, **data}, on_key)
        )
