"""A quote is not in the article.

Whoever checks a claim looks for its quote first. Either the article has changed since, or the quote was typed from
memory. Near passages are named and never accepted: copy what the article says.
"""

from collections.abc import Iterator, Mapping

from claimcheck.catalogue import tell
from claimcheck.finding import Checked, Finding, Outcome, Phrase, Related, Skipped
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.text.passages import Passages

LEVEL = "error"
TAGS = ("quotes",)
READS_ARTICLE = True
MESSAGE = {
    "en": "the quote of {claim} is not in {article}",
    "fr": "la citation de {claim} n’est pas dans {article}",
}
HELP = {
    "en": "copy the passage from the article as it stands; `[…]` leaves words out",
    "fr": "recopiez le passage de l’article tel quel ; « […] » en omet des mots",
}
_TEXTS = {
    "context": {
        "en": "the quote of {claim} is in {article}, but not between its prefix and suffix",
        "fr": "la citation de {claim} est dans {article}, mais pas entre son préfixe et son suffixe",
    },
    "order": {
        "en": "the parts of the quote of {claim} do not follow each other in {article}",
        "fr": "les parties de la citation de {claim} ne se suivent pas dans {article}",
    },
    "table": {
        "en": "{claim} quotes a table, but {article} has none",
        "fr": "{claim} cite un tableau, mais {article} n’en a pas",
    },
    "column": {
        "en": "no table of {article} has the column that {claim} quotes",
        "fr": "aucun tableau de {article} n’a la colonne que cite {claim}",
    },
    "row": {
        "en": "no table of {article} has the row that {claim} quotes",
        "fr": "aucun tableau de {article} n’a la ligne que cite {claim}",
    },
}
_MEANT = {
    "en": "did you mean `{suggestion}`?",
    "fr": "vouliez-vous dire « {suggestion} » ?",
}
_CHANGED = {"en": "the article has this instead", "fr": "l’article dit ceci"}
_CLOSEST = {"en": "the closest passage", "fr": "le passage le plus proche"}

BAD = [
    """
document: {text: article.md, language: en}
claims:
  - id: fleet
    subject: Acme
    attribute: employees
    value: 300
    quote: Acme now has 300 people in two plants  # finds: text/quote-not-found
  - id: home
    subject: Acme
    attribute: headquarters
    value: Lyon
    quote: has moved to the city of Paris for good  # finds: text/quote-not-found
text: |
  Acme now has 300 people in its two plants. It has moved to the city of Lyon for good.
""",
    """
document: {text: article.md, language: en}
claims:
  - {id: cell, subject: Acme, attribute: employees, value: 300, quote: {row: Acmee, column: Staff}}  # finds: text/quote-not-found
text: |
  | Company | Staff |
  |---|---|
  | Acme | 300 |
""",
]
GOOD = [
    """
document: {text: article.md, language: fr}
claims:  # marks, spaces and line breaks of the article do not count
  - {id: round, subject: Acme, attribute: raised, value: 60 million EUR, quote: "lève 60 millions d'euros […] auprès de trois fonds"}
text: |
  La société **lève 60 millions**
  d’euros, dit-on, auprès de trois fonds.
""",
    """
document: {text: article.md, language: en}
claims:
  - {id: cell, subject: Acme, attribute: employees, value: 300, quote: {row: Acme, column: Staff}}
text: |
  | Company | Staff (2025) |
  |---|---|
  | Acme | 300 |
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each quote that stands nowhere, unless its numbers tell of a misquotation."""
    for document in index.documents:
        passages = index.passages(document)
        if passages is None:
            quotes = sum(claim.quote is not None for claim in document.claims)
            if quotes and document.text is not None:
                yield Skipped(tell("an article that could not be read"), number=quotes)
            continue
        yield Checked(len(passages.anchors))
        for claim in index.claims_of(document):
            found = passages.anchors.get(claim.ordinal)
            if found is None or found.state != "not-found" or passages.misquoted(claim):
                continue
            yield _finding(index, passages, claim)


def _finding(index: Index, passages: Passages, claim: Claim) -> Finding:
    found = passages.anchors[claim.ordinal]
    near = found.near
    related: tuple[Related, ...] = ()
    if near is not None:
        label = _CHANGED if near.kind == "changed" else _CLOSEST
        related = (Related(passages.place(*near.span), Phrase(label)),)
    help: Mapping[str, str] | None = None
    data = {"claim": claim.id, "article": passages.source.path}
    if found.suggestion:
        help, data = _MEANT, {**data, "suggestion": found.suggestion}
    return Finding(
        about=f"{claim.id} quote",
        span=index.span(claim, "quote"),
        data=data,
        claims=(claim,),
        related=related,
        text=_TEXTS.get(found.missing or ""),
        help=help,
    )
