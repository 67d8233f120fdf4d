"""What an editor decides about the claims of a document, as the text that its file would have."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimcheck.editing.splices import with_item, with_key, without
from claimcheck.editing.texts import CannotEdit
from claimcheck.editing.written import Data, Notation
from claimcheck.load.claims import load_document
from claimcheck.model.claim import Claim, Document, Problem
from claimcheck.source import Source

KEYS = (
    "id", "subject", "attribute", "where", "that", "value", "scale", "precision", "denied", "when",
    "certainty", "scenario", "attribution", "citation", "checked", "quote", "note", "replaces", "ignore",
)  # fmt: skip
"""The keys of a claim in the order in which they are written."""

_PLACES = frozenset(("line", "elsewhere", "times"))
_NOTATION = frozenset(
    ("id", "attribute", "value", "scale", "precision", "when", "certainty", "checked")
)


class Acceptance(NamedTuple):
    """That a finding is accepted: its rule, the other claims, why, by whom, until which day (2026-12-31)."""

    rule: str
    others: Sequence[str]
    reason: str
    by: str = ""
    until: str = ""


class Edited(NamedTuple):
    """A document as it would be: the text of its file, what that reads as, and what is newly wrong in it."""

    text: str
    document: Document
    problems: tuple[Problem, ...]


def accept(claim: Claim, acceptance: Acceptance) -> Edited:
    """A finding accepted by an `ignore:` entry of one of its claims; raises CannotEdit."""
    document = claim.document
    entry: dict[str, Data] = {"rule": Notation(acceptance.rule)}
    if acceptance.others:
        entry["with"] = [Notation(other) for other in acceptance.others]
    entry["reason"] = acceptance.reason
    if acceptance.by:
        entry["by"] = acceptance.by
    if acceptance.until:
        entry["until"] = Notation(acceptance.until)
    if claim.ignore:
        return _edited(document, with_item(document.source, (*claim.path, "ignore"), entry))
    return set_key(claim, "ignore", [entry])


def set_key(claim: Claim, key: str, data: Data) -> Edited:
    """A claim with a key set, or without it if `data` is empty; raises CannotEdit.

    Whatever a text means to the notation (a value, a date, a certainty) is written in it.
    """
    document = claim.document
    if data == "":
        return _edited(document, without(document.source, (*claim.path, key)))
    if isinstance(data, str) and key in _NOTATION:
        data = Notation(data)
    return _edited(document, with_key(document.source, claim.path, key, data, KEYS))


def encode(document: Document, claim: Mapping[str, Data], after: Claim | None = None) -> Edited:
    """Another claim in a document, behind the one named or last; raises CannotEdit."""
    data: dict[str, Data] = {
        key: claim[key] for key in KEYS if claim.get(key) not in (None, "", {})
    }
    for key in sorted(_NOTATION & data.keys()):
        data[key] = Notation(data[key])
    place = None if after is None else after.ordinal
    return _edited(document, with_item(document.source, (document.kind,), data, place))


def remove(claim: Claim) -> Edited:
    """A document without one of its claims; raises CannotEdit."""
    return _edited(claim.document, without(claim.document.source, claim.path))


def _edited(document: Document, text: str) -> Edited:
    """The changed document, read again with the same vocabulary."""
    source = Source(document.source.path, text)
    trial = load_document(source, document.kind, document.vocabulary)
    trial.name, trial.article, trial.lexicons = document.name, document.article, document.lexicons
    before = Counter(map(_identity, document.problems))
    new = []
    for problem in trial.problems:
        before[_identity(problem)] -= 1
        if before[_identity(problem)] < 0:
            new.append(problem)
    return Edited(text, trial, tuple(new))


def _identity(problem: Problem) -> tuple[object, ...]:
    """A problem without its place, which moves."""
    data = {key: value for key, value in problem.data.items() if key not in _PLACES}
    return problem.kind, problem.claim, str(sorted(data.items(), key=lambda pair: pair[0]))


__all__ = ["KEYS", "Acceptance", "CannotEdit", "Edited", "accept", "encode", "remove", "set_key"]
