"""Files that are not plainly regular: what pydantic finds wrong, and the data that is left to use."""

import re
from typing import Any

from claimcheck.catalogue import tell
from claimcheck.load.scalars import Plain
from claimcheck.load.trouble import Trouble
from claimcheck.names import nearest
from claimcheck.source import Path


def check_shape(data: object, kind: str) -> tuple[dict[str, Any], list[Trouble]]:
    """The part of a file's data that has the right shape, and what is wrong with the rest.

    `kind` is claims, references, vocabulary or pack.
    """
    from pydantic import ValidationError

    from claimcheck.load import shape

    models: dict[str, Any] = {
        "claims": shape.ClaimsFile,
        "references": shape.ReferencesFile,
        "vocabulary": shape.VocabularyFile,
        "pack": shape.PackFile,
    }
    model = models[kind]
    if isinstance(data, Plain) and data.null:
        return {}, [Trouble("missing-key", (), {"key": kind, "empty": True})]
    data = (
        _with_entries(_without_nulls(data), data) if kind == "vocabulary" else _without_nulls(data)
    )
    try:
        model.model_validate(_typed(data))
    except ValidationError as error:
        errors = [e for e in error.errors(include_url=False) if e["type"] != "value_error"]
        found = _merge([_trouble(e, data, model) for e in errors])
        found += _say_too_little(data, kind, found)
        found = [trouble._replace(claim=_claim_at(data, trouble.path)) for trouble in found]
        for trouble in found:
            _remove(data, trouble)
        return (data if isinstance(data, dict) else {}), found
    return data, []  # type: ignore[return-value]


def _say_too_little(data: Any, kind: str, found: list[Trouble]) -> list[Trouble]:
    """What the claims lack or have too much of: pydantic looks for it only where all else is right."""
    claims = data.get(kind) if isinstance(data, dict) else None
    wrong: dict[Path, set[object]] = {}
    for trouble in found:  # a mistyped key is not missing as well
        wrong.setdefault(trouble.path[:2], set()).add(trouble.data.get("suggestion"))
    more = []
    for number, claim in enumerate(claims if isinstance(claims, list) else ()):
        path, meant = (kind, number), wrong.get((kind, number), set())
        if not isinstance(claim, dict):
            continue
        if "that" in claim:
            more += [
                Trouble("unknown-key", (*path, key), {"key": key, "beside": "that"}, on_key=True)
                for key in ("subject", "attribute", "where")
                if claim.get(key)
            ]
        elif "that" not in meant:
            more += [
                Trouble("missing-key", path, {"key": key, "empty": False})
                for key in ("subject", "attribute", "value")
                if key not in claim and key not in meant
            ]
    return more


def _claim_at(data: Any, path: Path) -> str | None:
    """The id of the claim that a path leads into."""
    if len(path) < 2 or not isinstance(path[1], int) or not isinstance(data, dict):
        return None
    claim = data[path[0]][path[1]]
    name = claim.get("id") if isinstance(claim, dict) else None
    return str(name) if isinstance(name, str) else None


def _without_nulls(data: object) -> object:
    """The data without keys that have no value: `note:` says as little as no note at all."""
    if isinstance(data, dict):
        kept = {k: _without_nulls(v) for k, v in data.items()}
        return {k: v for k, v in kept.items() if not (isinstance(v, Plain) and v.null)}
    return [_without_nulls(value) for value in data] if isinstance(data, list) else data


def _with_entries(kept: Any, data: Any) -> Any:
    """A vocabulary without its nulls, but with the entities of which nothing more is said."""
    for kind in ("entities", "attributes") if isinstance(data, dict) else ():
        entries = data.get(kind)
        if isinstance(entries, dict):
            kept[kind] = {name: kept[kind].get(name, entry) for name, entry in entries.items()}
    return kept


def _typed(data: object) -> object:
    """The data with plain scalars as what they mean, for pydantic."""
    if isinstance(data, dict):
        return {str(key): _typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_typed(value) for value in data]
    if isinstance(data, Plain):
        if data.null:
            return None
        return data.boolean if data.boolean is not None else 0
    return data


_EXPECTED = {
    "string_type": tell("text"),
    "string_too_short": tell("text that is not empty"),
    "bool_type": tell("true or false"),
    "int_type": tell("a number"),
    "float_type": tell("a number"),
    "list_type": tell("a list"),
    "dict_type": tell("a mapping"),
    "model_type": tell("a mapping"),
    "model_attributes_type": tell("a mapping"),
}


_MEMBERS = {
    "string_type": ("str",),
    "bool_type": ("bool",),
    "int_type": ("int",),
    "float_type": ("float",),
}


def _trouble(error: Any, data: object, model: Any) -> Trouble:
    """One of pydantic's errors: unions add names to its path, which are not in the data."""
    kind, loc = error["type"], error["loc"]
    if kind in _MEMBERS and loc[-1] in _MEMBERS[kind]:
        loc = loc[:-1]  # the name of a union's member, which a key could have as well
    path = _real(loc, data)
    if kind == "extra_forbidden":
        key = str(path[-1])
        known = _fields(model, path[:-1])
        near = nearest(key, known)
        return Trouble(
            "unknown-key",
            path,
            {"key": key, "suggestion": near, "known": sorted(known)},
            on_key=True,
        )
    if kind == "missing":
        return Trouble("missing-key", path, {"key": str(error["loc"][-1]), "empty": False})
    if kind == "literal_error":
        allowed = re.findall("'([^']*)'", error["ctx"]["expected"])
        return Trouble("wrong-type", path, {"expected": allowed, "found": _found(data, path)})
    if kind == "string_pattern_mismatch":
        expected = tell("a Wikidata id such as {}", "P31" if "attributes" in path else "Q42")
    else:
        expected = _EXPECTED.get(kind, error["msg"])
    return Trouble("wrong-type", path, {"expected": [expected], "found": _found(data, path)})


def _real(loc: tuple[int | str, ...], data: object) -> Path:
    path: list[int | str] = []
    for step in loc:
        if (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        ):
            data = data[step]  # type: ignore[index]
        else:
            continue
        path.append(step)
    return tuple(path)


def _found(data: object, path: Path) -> str:
    for step in path:
        data = data[step]  # type: ignore[index]
    if isinstance(data, dict):
        return tell("a mapping")
    if isinstance(data, list):
        return tell("a list")
    if isinstance(data, Plain):
        return tell("nothing") if data.null else str(data)
    return str(data)[:60]


def _fields(model: Any, path: Path) -> list[str]:
    """The keys that the models allow at `path`."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(model).json_schema(by_alias=True)
    here: Any = schema
    for step in path:
        here = _options(here, schema)
        branch = next((o for o in here if _leads(o, step)), None)
        if branch is None:
            return []
        if isinstance(step, int):
            here = branch["items"]
        else:
            here = branch.get("properties", {}).get(step) or branch["additionalProperties"]
    found: list[str] = []
    for option in _options(here, schema):
        found += option.get("properties", {})
    return found


def _options(node: Any, schema: Any) -> list[Any]:
    if "$ref" in node:
        return _options(schema["$defs"][node["$ref"].rsplit("/", 1)[1]], schema)
    if "anyOf" in node:
        return [option for part in node["anyOf"] for option in _options(part, schema)]
    return [node]


def _leads(node: Any, step: int | str) -> bool:
    if isinstance(step, int):
        return "items" in node
    return step in node.get("properties", {}) or isinstance(node.get("additionalProperties"), dict)


def _merge(troubles: list[Trouble]) -> list[Trouble]:
    """One trouble a place: a union gives an error for each of its members."""
    merged: dict[tuple[Path, str], Trouble] = {}
    for trouble in troubles:
        slot = (trouble.path, trouble.kind + str(trouble.data.get("key", "")))
        other = merged.setdefault(slot, trouble)
        if other is not trouble and trouble.kind == "wrong-type":
            expected = other.data["expected"]
            more = [e for e in trouble.data["expected"] if e not in expected]  # type: ignore[attr-defined,operator]
            merged[slot] = other._replace(data={**other.data, "expected": expected + more})  # type: ignore[operator]
    parts = {trouble.path for trouble in troubles}
    return [
        t
        for t in merged.values()
        # A union's other members complain about keys inside of what one member would take.
        if not (
            t.kind == "wrong-type"
            and any(len(p) > len(t.path) and p[: len(t.path)] == t.path for p in parts)
        )
    ]


def _remove(data: Any, trouble: Trouble) -> None:
    """Take what is wrong out of the data; a missing key leaves what holds it as it is."""
    if trouble.kind == "missing-key" or not trouble.path:
        return
    try:
        for step in trouble.path[:-1]:
            data = data[step]
    except (KeyError, TypeError):  # what held it was taken out already
        return
    last = trouble.path[-1]
    if isinstance(data, list) and isinstance(last, int):
        data[last] = None
    elif isinstance(data, dict):
        data.pop(last, None)
