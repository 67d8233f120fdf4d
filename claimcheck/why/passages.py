"""What rules about the article look at: where a quote stands, and what was read there."""

from collections.abc import Iterator

from claimcheck.finding import Phrase, Text
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.text.encoding import encoded
from claimcheck.why.condition import Condition

_NO_ARTICLE: Text = {"en": "its document has no article", "fr": "son document n’a pas d’article"}
_NO_QUOTE: Text = {"en": "{claim} has no quote", "fr": "{claim} n’a pas de citation"}
_FOUND: Text = {
    "en": "the quote of {claim} stands in line {line} of {path}",
    "fr": "la citation de {claim} est à la ligne {line} de {path}",
}
_LOST: Text = {
    "en": "the quote of {claim} does not stand once in {path}",
    "fr": "la citation de {claim} ne figure pas exactement une fois dans {path}",
}
_READ: Text = {
    "en": "there it says {value} ({certainty})",
    "fr": "on y lit {value} ({certainty})",
}
_NOTHING: Text = {
    "en": "no quantity or date was read there",
    "fr": "aucune quantité ni date n’y est lue",
}
_AGREES: Text = {
    "en": "what is read there is what {claim} says",
    "fr": "ce qu’on y lit est ce que dit {claim}",
}
_DISAGREES: Text = {
    "en": "what is read there differs from what {claim} says: {fault}",
    "fr": "ce qu’on y lit diffère de ce que dit {claim} : {fault}",
}


def about_quote(index: Index, claim: Claim) -> Iterator[Condition]:
    """Where the quote of a claim stands, what is read there, and whether it agrees."""
    passages = index.passages(claim.document) if not claim.is_reference else None
    if passages is None:
        yield Condition(False, Phrase(_NO_ARTICLE))
        return
    found = passages.anchors.get(claim.ordinal)
    if found is None:
        yield Condition(False, Phrase(_NO_QUOTE, {"claim": claim.id}))
        return
    path = passages.source.path
    if found.state != "found":
        yield Condition(False, Phrase(_LOST, {"claim": claim.id, "path": path}))
        return
    line = passages.place(*found.spans[0]).line
    yield Condition(True, Phrase(_FOUND, {"claim": claim.id, "line": line, "path": path}))
    readings = tuple(passages.quoted(claim))
    for reading in readings:
        data = {"value": encoded(reading), "certainty": reading.certainty}
        yield Condition(None, Phrase(_READ, data))
    if not readings:
        yield Condition(None, Phrase(_NOTHING))
    match = passages.match(claim)
    if match is not None and match.fault is None:
        yield Condition(True, Phrase(_AGREES, {"claim": claim.id}))
    elif match is not None:
        yield Condition(False, Phrase(_DISAGREES, {"claim": claim.id, "fault": match.fault}))
