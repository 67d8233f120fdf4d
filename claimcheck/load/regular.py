"""The quick check of a file's shape: says yes only to what the models of `shape` accept too."""

from typing import cast

from claimcheck.load.scalars import Plain
from claimcheck.model.claim import CERTAINTIES

_TEXT_KEYS = frozenset(
    (
        *("id", "subject", "attribute", "that", "value", "when", "certainty", "scenario"),
        *("attribution", "quote", "note", "precision", "scale", "replaces"),
    )
)
_REFERENCE_KEYS = _TEXT_KEYS | {"citation", "checked"}
_NUMBER_KEYS = frozenset(("value", "when", "precision"))
_IGNORE_KEYS = frozenset(("rule", "with", "reason", "by", "until"))
_DOCUMENT_KEYS = frozenset(("title", "text", "language", "published", "url"))
_CERTAINTIES = frozenset(CERTAINTIES)


def regular(data: object, kind: str) -> bool:
    """Whether the data of a claims or references file has plainly the right shape."""
    if data.__class__ is not dict:
        return False
    file = cast(dict[str, object], data)
    claims = file.get(kind)
    if claims.__class__ is not list or len(file) > 2:
        return False
    if len(file) == 2 and not (kind == "claims" and _document(file.get("document"))):
        return False
    keys = _TEXT_KEYS if kind == "claims" else _REFERENCE_KEYS
    return all(_claim(claim, keys) for claim in cast(list[object], claims))


def _document(data: object) -> bool:
    if data.__class__ is not dict:
        return False
    for key, value in cast(dict[str, object], data).items():
        if key == "not-encoded" and value.__class__ is list:
            if not all(_texts(entry, {"quote", "reason"}) for entry in cast(list[object], value)):
                return False
        elif key not in _DOCUMENT_KEYS or value.__class__ is not str or not value:
            return False
    return True


def _claim(data: object, keys: frozenset[str]) -> bool:
    if data.__class__ is not dict:
        return False
    claim = cast(dict[str, object], data)
    for key, value in claim.items():
        if value.__class__ is str:
            if not value or key not in keys:
                return False
        elif not _unusual(key, value):
            return False
    if "id" not in claim or claim.get("certainty", "certain") not in _CERTAINTIES:
        return False
    if claim.get("scale", "short") not in ("short", "long"):
        return False
    if "that" in claim:
        return "subject" not in claim and "attribute" not in claim and "where" not in claim
    return "subject" in claim and "attribute" in claim and "value" in claim


def _unusual(key: str, value: object) -> bool:
    """Whether a value that is not plain text is right for its key."""
    if isinstance(value, Plain):
        if key == "denied":
            return value.boolean is not None
        return key in _NUMBER_KEYS and not value.null and (key == "value" or value.boolean is None)
    if key == "where" and value.__class__ is dict:
        return all(
            v.__class__ is str or (isinstance(v, Plain) and not v.null)
            for v in cast(dict[str, object], value).values()
        )
    if key == "quote":
        return _texts(value, {"row", "column"}) or _texts(value, {"exact"})
    if key == "ignore" and value.__class__ is list:
        return all(_ignore(entry) for entry in cast(list[object], value))
    return False


def _ignore(data: object) -> bool:
    if data.__class__ is not dict:
        return False
    entry = cast(dict[str, object], data)
    others = entry.get("with", [])
    if others.__class__ is list:
        if not all(other.__class__ is str and other for other in cast(list[object], others)):
            return False
        entry = {key: value for key, value in entry.items() if key != "with"}
    return (
        entry.keys() <= _IGNORE_KEYS
        and {"rule", "reason"} <= entry.keys()
        and all(value.__class__ is str and value for value in entry.values())
    )


def _texts(data: object, keys: set[str]) -> bool:
    return (
        data.__class__ is dict
        and cast(dict[str, object], data).keys() == keys
        and all(v.__class__ is str and v for v in cast(dict[str, object], data).values())
    )


_ATTRIBUTE_TEXTS = frozenset(("type", "period", "doc", "wikidata", "excludes", "bounds", "after"))
_LIMITS = frozenset(("at-least", "at-most"))


def regular_vocabulary(data: object) -> bool:
    """Whether the data of a vocabulary has plainly the right shape."""
    if data.__class__ is not dict:
        return False
    file = cast(dict[str, object], data)
    if not file.keys() <= {"entities", "attributes"}:
        return False
    entities, attributes = file.get("entities", {}), file.get("attributes", {})
    return (
        entities.__class__ is dict
        and attributes.__class__ is dict
        and all(_entity(entry) for entry in cast(dict[str, object], entities).values())
        and all(_attribute(entry) for entry in cast(dict[str, object], attributes).values())
    )


def _entity(data: object) -> bool:
    if data.__class__ is not dict:
        return isinstance(data, Plain) and data.null
    entry = cast(dict[str, object], data)
    return all(
        _names(value) if key == "aliases" else key == "name" and value.__class__ is str and value
        for key, value in entry.items()
        if not (key == "wikidata" and _wikidata(value, "Q"))
    )


def _attribute(data: object) -> bool:
    if data.__class__ is not dict:
        return False
    entry = cast(dict[str, object], data)
    if "type" not in entry or entry.get("period", "instant") not in ("instant", "duration"):
        return False
    if entry.get("bounds", "start") not in ("start", "end"):
        return False
    return all(_attribute_field(key, value) for key, value in entry.items())


def _attribute_field(key: str, value: object) -> bool:
    if key == "wikidata":
        return _wikidata(value, "P")
    if value.__class__ is str:
        return key in _ATTRIBUTE_TEXTS and bool(value)
    if isinstance(value, Plain):
        if key == "single":
            return value.boolean is not None
        return key in _LIMITS and not value.null and value.boolean is None
    if key == "label":
        return _texts(value, {"en", "fr"})
    return key == "qualifiers" and _names(value)


def _names(value: object) -> bool:
    return value.__class__ is list and all(
        name.__class__ is str and name for name in cast(list[object], value)
    )


def _wikidata(value: object, letter: str) -> bool:
    if not isinstance(value, str):
        return False
    return value[:1] == letter and value[1:].isascii() and value[1:].isdigit() and value[1] != "0"
