"""What a change of the article means for its claims: quotes that changed, went, or stand twice."""

from typing import Literal, NamedTuple

from claimcheck.model.claim import Claim, Document
from claimcheck.text.anchoring import Anchor, TextQuote, anchor, quote_of
from claimcheck.text.encoding import encoded
from claimcheck.text.near import Near
from claimcheck.text.passages import Passages
from claimcheck.text.reading import Reading

Kind = Literal["changed", "gone", "ambiguous"]


class Change(NamedTuple):
    """A claim whose quote does not stand in the article as it did."""

    claim: Claim
    kind: Kind
    quote: str
    near: Near | None
    """The passage that the quote may have become."""
    before: tuple[str, ...]
    """What the quote states and the passage does not, as claims would have it."""
    after: tuple[str, ...]
    """What the passage states and the quote does not."""
    sure: bool
    """Whether the passage states exactly what the quote does, and is the only one like it."""


class Update(NamedTuple):
    """A document beside its article as it is now."""

    document: Document
    passages: Passages
    kept: int
    """How many quotes stand as they are."""
    changes: tuple[Change, ...]


def update_of(document: Document) -> Update:
    """What became of the quotes of a document whose article was read."""
    passages = Passages(document)
    changes = []
    kept = 0
    for claim in document.claims:
        found = passages.anchors.get(claim.ordinal)
        if found is None:
            continue
        if found.state == "found":
            kept += 1
        else:
            changes.append(_change(passages, claim, found))
    return Update(document, passages, kept, tuple(changes))


def _change(passages: Passages, claim: Claim, found: Anchor) -> Change:
    quote = quote_of(claim.quote)
    text = quote.exact if isinstance(quote, TextQuote) else " / ".join(quote or ())
    if found.state == "ambiguous":
        return Change(claim, "ambiguous", text, None, (), (), False)
    near = found.near
    if near is None:
        return Change(claim, "gone", text, None, (), (), False)
    old, new = _statements(passages, found.part or text), _statements(passages, near.text)
    before = tuple(shown for key, shown in old if key not in dict(new))
    after = tuple(shown for key, shown in new if key not in dict(old))
    whole = isinstance(claim.quote, str) and (found.part or text) == text
    same = [key for key, _ in old] == [key for key, _ in new]
    alone = anchor(passages.article, near.text).state == "found"
    sure = whole and same and alone and near.kind == "changed" and passages.readable
    return Change(claim, "changed", text, near, before, after, sure)


def _statements(passages: Passages, text: str) -> list[tuple[object, str]]:
    """What a passage states, to compare and to show: quantities, dates, and other digits."""
    readings = passages.read(text) if passages.readable else ()
    found: list[tuple[object, str]] = [(_key(r), _shown(r)) for r in readings]
    rest = text
    for reading in reversed(readings):
        rest = f"{rest[: reading.start]} {rest[reading.end :]}"
    digits = (word for word in rest.split() if any(c.isdigit() for c in word))
    return found + [(word, word) for word in digits]


def _key(reading: Reading) -> tuple[object, ...]:
    return (
        reading.kind, reading.unit, reading.low, reading.high, reading.low_included,
        reading.high_included, reading.about, reading.certainty, reading.attribution,
    )  # fmt: skip


def _shown(reading: Reading) -> str:
    """A reading in claim notation, with its certainty and who says so."""
    notes = [] if reading.certainty == "certain" else [str(reading.certainty)]
    notes += [reading.attribution] if reading.attribution else []
    return f"{encoded(reading)} ({', '.join(notes)})" if notes else encoded(reading)
