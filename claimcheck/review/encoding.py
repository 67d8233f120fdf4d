"""A claim for a passage of the article, without seeing YAML: what is proposed, filled in, and meant."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimcheck.editing.decisions import Edited, encode
from claimcheck.editing.written import Data
from claimcheck.errors import UsageError
from claimcheck.model.claim import Claim, Document
from claimcheck.model.vocabulary import Attribute, fold
from claimcheck.text.anchoring import Anchor, CellQuote, TextQuote, anchor, quote_of
from claimcheck.text.articles import ArticleText
from claimcheck.text.drafting import Proposed, draft, new_id
from claimcheck.text.encoding import encoded
from claimcheck.text.passages import Passages
from claimcheck.text.quoting import GAP

QUOTE_KEYS = ("exact", "prefix", "suffix", "row", "column")


class Filled(NamedTuple):
    """What the form of a claim holds: texts as they were typed, empty where nothing was."""

    quote: Mapping[str, str]
    id: str = ""
    subject: str = ""
    attribute: str = ""
    where: Mapping[str, str] = {}
    value: str = ""
    scale: str = ""
    when: str = ""
    certainty: str = "certain"
    scenario: str = ""
    attribution: str = ""
    denied: bool = False
    note: str = ""


class Offered(NamedTuple):
    """A quantity or date of the passage: where it stands, its words, what it says in the notation."""

    start: int
    text: str
    value: str


class Choice(NamedTuple):
    """An attribute that may be chosen."""

    name: str
    label: str
    doc: str


class Passage(NamedTuple):
    """A passage that is to be encoded: its words, how a claim quotes it, what was read in it."""

    text: str
    quote: Mapping[str, str]
    start: int
    offered: tuple[Offered, ...]


def passage_of(document: Document, quote: Mapping[str, str]) -> Passage:
    """The passage that somebody selected; raises UsageError if it stands nowhere or several times."""
    if document.article is None:
        raise UsageError(f"{document.path} has no article", "give `text:` in its document")
    passages = Passages(document)
    asked = _asked(quote)
    found = anchor(passages.article, asked)
    if found.state == "not-found":
        raise UsageError("this passage does not stand in the article as it was selected")
    if found.state == "ambiguous" and isinstance(asked, TextQuote):
        raise UsageError("this passage stands in the article several times", "select more of it")
    quote, found = _shortest(passages.article, asked, found)
    start, end = found.spans[0][0], found.spans[-1][1]
    text = quote.get("exact") or passages.said(start, end)
    return Passage(text, quote, start, tuple(_offered(passages, found)))


def _asked(quote: Mapping[str, str]) -> TextQuote | CellQuote:
    found = quote_of({key: text for key, text in quote.items() if text})
    if found is None or (isinstance(found, TextQuote) and not found.exact.strip()):
        raise UsageError("nothing is selected", "select the words that state something")
    return found


def _shortest(
    article: ArticleText, asked: TextQuote | CellQuote, found: Anchor
) -> tuple[Mapping[str, str], Anchor]:
    """The quote without the words around it, if it stands once without them."""
    if isinstance(asked, CellQuote):
        return {"row": asked.row, "column": asked.column}, found
    exact = " ".join(asked.exact.split())
    alone = anchor(article, TextQuote(exact))
    if alone.state == "found":
        return {"exact": exact}, alone
    parts = {"exact": exact, "prefix": asked.prefix.strip(), "suffix": asked.suffix.strip()}
    return {key: text for key, text in parts.items() if text}, found


def _offered(passages: Passages, found: Anchor) -> Iterator[Offered]:
    for reading in passages.stated(found):
        yield Offered(reading.start, passages.hedged(reading), encoded(reading))


def uncovered_quote(document: Document, start: int) -> Mapping[str, str]:
    """How the sentence, clause or cell is quoted in which an uncovered quantity stands; raises UsageError."""
    for claim in draft(document).claims:
        if claim.start == start:
            return {"exact": claim.quote} if isinstance(claim.quote, str) else claim.quote
    reading = next((r for r in Passages(document).uncovered if r.start == start), None)
    if reading is None:
        raise UsageError("this passage is covered by now", "look at the page again")
    return {"exact": reading.text}


# ---- what the form holds at first


def proposed(document: Document, passage: Passage, start: int | None) -> Filled:
    """The form for a passage as far as its words fill it in; of several numbers that at `start`."""
    places = [offered.start for offered in passage.offered]
    at = start if start in places else (places[0] if places else None)
    claim = next((c for c in draft(document).claims if c.start == at), None) if places else None
    taken = {claim.id for claim in document.claims}
    if claim is None:
        value = next((o.value for o in passage.offered if o.start == at), "")
        return Filled(passage.quote, new_id(passage.text, taken), value=_no_gap(value))
    return _from_draft(claim, passage.quote, new_id(claim.id, taken))


def _from_draft(claim: Proposed, quote: Mapping[str, str], id: str) -> Filled:
    return Filled(
        quote,
        id,
        claim.subject or "",
        claim.attribute or "",
        claim.where,
        _no_gap(claim.value),
        "",
        _no_gap(claim.when or ""),
        claim.certainty,
        "",
        claim.attribution or "",
        claim.denied,
    )


def _no_gap(text: str) -> str:
    return "" if text == GAP else text


# ---- what may be chosen


def attributes_of(
    document: Document, language: str
) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """The attributes by their labels: those of the newsroom's claims so far, and all others."""
    known = document.vocabulary.attributes
    used = {claim.attribute.name for claim in document.claims if claim.attribute is not None}
    choices = [_choice(known[name], language) for name in known]
    choices.sort(key=lambda choice: fold(choice.label))
    return (
        tuple(choice for choice in choices if choice.name in used),
        tuple(choice for choice in choices if choice.name not in used),
    )


def _choice(attribute: Attribute, language: str) -> Choice:
    label = attribute.labels.get(language) or attribute.name.replace("_", " ")
    return Choice(attribute.name, label, attribute.doc)


def entities_of(document: Document) -> tuple[str, ...]:
    """The names of all entities, as they are shown."""
    names = {entity.name for entity in document.vocabulary.entities.values()}
    return tuple(sorted(names, key=fold))


def scenarios_of(document: Document) -> tuple[str, ...]:
    """The scenarios that a document names."""
    return tuple(sorted({claim.scenario for claim in document.claims if claim.scenario}))


def qualifiers_of(document: Document, attribute: str) -> tuple[str, ...]:
    """What further dimensions an attribute has."""
    found = document.vocabulary.attributes
    return found[attribute].qualifiers if attribute in found else ()


# ---- what it would be


def edited(document: Document, filled: Filled, start: int) -> tuple[Edited, Claim | None]:
    """The document with the claim of a form, behind the one that the article has before it, and that claim.

    Raises CannotEdit.
    """
    whole = encode(document, _data(filled), _before(document, start))
    claim = next((claim for claim in whole.document.claims if claim.id == filled.id), None)
    return whole, claim


def _data(filled: Filled) -> dict[str, Data]:
    quote: Data = dict(filled.quote)
    if filled.quote.keys() == {"exact"}:
        quote = filled.quote["exact"]
    return {
        "id": filled.id,
        "subject": filled.subject,
        "attribute": filled.attribute,
        "where": {key: value for key, value in filled.where.items() if value},
        "value": filled.value,
        "scale": filled.scale,
        "denied": filled.denied or "",
        "when": filled.when,
        "certainty": "" if filled.certainty == "certain" else filled.certainty,
        "scenario": filled.scenario,
        "attribution": filled.attribution,
        "quote": quote,
        "note": filled.note,
    }


def _before(document: Document, start: int) -> Claim | None:
    """The claim whose quote comes last before a place of the article."""
    anchors = Passages(document).anchors
    placed = [
        (anchors[claim.ordinal].spans[0][0], claim.ordinal, claim)
        for claim in document.claims
        if claim.ordinal in anchors and anchors[claim.ordinal].state == "found"
    ]
    earlier = [found for found in placed if found[0] <= start]
    return max(earlier, key=lambda found: found[:2])[2] if earlier else None
