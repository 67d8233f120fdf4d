"""A judgement as a line of JSON, for the cache and between processes; and back, with all that is shown.

Claims come back with what reports tell of them (id, kind, what they say), without the rest of their file.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from claimcheck import finding, source
from claimcheck.catalogue import Told, tell, tell_of
from claimcheck.exact import Fraction
from claimcheck.finding import Finding, Formula, Stated, When
from claimcheck.judging import Count, Pending, Verdict
from claimcheck.model import interval, units
from claimcheck.model.claim import Claim, Document, Suppression
from claimcheck.model.period import Period
from claimcheck.model.quantity import Quantity
from claimcheck.model.value import Term, Value
from claimcheck.newsroom import Judged
from claimcheck.source import Source
from claimcheck.suppress import Accepted, Entry


class Row(NamedTuple):
    """A judgement as a line, with what it depends on."""

    path: str
    line: bytes
    content: str | None
    """The digest of the file; None if it could not be read."""
    article: str | None
    """What its article was; None if it could not be read."""
    text: str | None
    """The path of its article as it gives it."""
    day: str
    """The day it holds on; `-` for any."""
    crashed: bool
    """Whether a rule crashed, which it may not do again."""


def write(path: str, judged: Judged, names: Sequence[str], as_of: int) -> Row:
    """A judgement as a row; `names` are those of the rules, by which the line numbers them."""
    verdict, line = judged.verdict, _line(judged, {name: n for n, name in enumerate(names)})
    day = str(as_of) if verdict.day else "-"
    crashed = bool(verdict.crashes)
    return Row(path, line, judged.content, judged.state, judged.text, day, crashed)


def read(lines: Sequence[bytes], names: Sequence[str]) -> Iterator[Judged]:
    """The judgements of some lines."""
    for start in range(0, len(lines), _AT_ONCE):
        piece = b",".join(lines[start : start + _AT_ONCE])
        for row in json.loads(b"[%s]" % piece):
            yield _read(row, names)


_AT_ONCE = 1000
_FIELDS, _FIRST_RARE = 9, 5


def _line(judged: Judged, numbers: Mapping[str, int]) -> bytes:
    verdict = judged.verdict
    row = [
        judged.claims,
        judged.article,
        judged.coverage,
        _pack_counts(verdict.counts, numbers),
        [_pack(found) for found in verdict.findings],
        [_pack_accepted(accepted) for accepted in verdict.accepted],
        sorted(verdict.used),
        [
            [entry, rule, [_pack(found) for found in findings], _pack_counts(counts, numbers)]
            for entry, rule, findings, counts in verdict.pending
        ],
        dict(verdict.crashes),
    ]
    while len(row) > 1 and not row[-1]:
        row.pop()
    return json.dumps(row, separators=(",", ":")).encode()


def _read(row: Sequence[Any], names: Sequence[str]) -> Judged:
    filled = (*row, *[None] * (_FIELDS - len(row)))
    claims, article, coverage, counts, findings, accepted, used, pending, crashes = filled
    if len(row) < _FIRST_RARE:
        verdict = Verdict((), (), _unpack_counts(counts or (), names))
        return Judged(verdict, claims, None, article, tuple(coverage) if coverage else None)
    verdict = Verdict(
        tuple(_unpack(found) for found in findings or ()),
        tuple(_unpack_accepted(one) for one in accepted or ()),
        _unpack_counts(counts or (), names),
        crashes or {},
        frozenset(_entry(entry) for entry in used or ()),
        tuple(
            Pending(_entry(entry), rule, tuple(map(_unpack, found)), _unpack_counts(counts, names))
            for entry, rule, found, counts in pending or ()
        ),
    )
    return Judged(verdict, claims, None, article, tuple(coverage) if coverage else None)


def _pack_counts(counts: Mapping[str, Count], numbers: Mapping[str, int]) -> list[object]:
    return [
        [numbers[name], checked, found, [[_packed(why), n] for why, n in skipped.items()]]
        if skipped
        else [numbers[name], checked, found]
        for name, (checked, found, skipped) in counts.items()
    ]


def _unpack_counts(counts: Sequence[Any], names: Sequence[str]) -> dict[str, Count]:
    return {
        names[number]: Count(
            checked, found, {_unpacked(why): n for skipped in rest for why, n in skipped}
        )
        for number, checked, found, *rest in counts
    }


def _entry(entry: Sequence[Any]) -> Entry:
    path, kind, ordinal, number = entry
    return path, kind, ordinal, number


def _pack(found: Finding) -> list[object]:
    fields = {**found._asdict(), "claims": [_pack_claim(claim) for claim in found.claims]}
    return [value if key == "claims" else _packed(value) for key, value in fields.items()]


def _unpack(data: Sequence[Any]) -> Finding:
    fields = dict(zip(Finding._fields, data, strict=True))
    claims = tuple(_unpack_claim(claim) for claim in fields.pop("claims"))
    return Finding(claims=claims, **{key: _unpacked(value) for key, value in fields.items()})


def _pack_accepted(accepted: Accepted) -> list[object]:
    claims = accepted.finding.claims
    number = next(n for n, claim in enumerate(claims) if claim is accepted.claim)
    return [_pack(accepted.finding), number, _packed(accepted.entry)]


def _unpack_accepted(data: Sequence[Any]) -> Accepted:
    found = _unpack(data[0])
    return Accepted(found, found.claims[data[1]], _unpacked(data[2]))


def _pack_claim(claim: Claim) -> list[object]:
    document, when, value = claim.document, claim.when, claim.value
    said = [None if value is None else value.text, None if when is None else when.text]
    place = [document.kind, document.path, document.name]
    drawn = [_packed(_means(value)), when and [when.first, when.last], document.published]
    return [claim.id, claim.ordinal, claim.certainty, claim.denied, *said, *drawn, *place]


def _means(value: Value | None) -> object:
    """What a quantity stands for, which reports draw."""
    return [value.unit, value.narrow, value.wide] if isinstance(value, Quantity) else None


def _unpack_claim(data: Sequence[Any]) -> Claim:
    claim = Claim()
    claim.id, claim.ordinal, claim.certainty, claim.denied, *rest = data
    text, when, means, days, published, *place = rest
    if means is not None:
        unit, narrow, wide = _unpacked(means)
        claim.value = Quantity.known(text, unit, narrow, wide)
    else:
        claim.value = None if text is None else Term("text", text, text)
    claim.when = (
        None
        if when is None
        else Period(when, days[0], days[1], False, "day", False, False, None, None, ())
    )
    claim.document = _document(published, *place)
    return claim


def _document(published: int | None, kind: Any, path: str, name: str) -> Document:
    document = Document.__new__(Document)
    document.kind, document.path, document.name = kind, path, name
    document.published = published
    document.source = Source(path, "")
    return document


@cache
def _kinds() -> dict[str, type]:
    """What the data of findings are made of, by name."""
    every = {**vars(finding), **vars(interval), **vars(units), **vars(source)}
    tuples = {k: v for k, v in every.items() if isinstance(v, type) and hasattr(v, "_fields")}
    return {**tuples, "Suppression": Suppression}


def _packed(value: object) -> object:
    """Data as JSON has it; what no report could show in another way, as its text."""
    if isinstance(value, Told):
        fields = (value.template, value.many, value.number, value.values, value.named)
        return {"t": [_packed(field) for field in fields]}
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, (Stated, When, Formula)):
        return value.text
    if type(value).__name__ in _kinds() and isinstance(value, tuple):
        return {type(value).__name__: [_packed(field) for field in value]}
    if isinstance(value, (list, tuple)):
        return [_packed(item) for item in value]
    if isinstance(value, Mapping):
        return {"m": [[key, _packed(item)] for key, item in value.items()]}
    if isinstance(value, Fraction):
        return {"f": str(value)}
    return str(value)


def _unpacked(data: Any) -> Any:
    if data.__class__ is list:
        return tuple(_unpacked(item) for item in data)
    if data.__class__ is not dict:
        return data
    ((kind, content),) = data.items()
    if kind == "m":
        return {key: _unpacked(item) for key, item in content}
    if kind == "t":
        one, many, number, values, named = map(_unpacked, content)
        return tell_of(number, one, many, *values, **named) if many else tell(one, *values, **named)
    if kind == "f":
        return Fraction(content)
    return _kinds()[kind](*(_unpacked(item) for item in content))
