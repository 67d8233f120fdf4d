"""A quote stands in several places of the article.

Which of them the claim encodes decides what its number means. Quote more of the sentence, or give what stands right
before or after it (`prefix`, `suffix`).
"""

from collections.abc import Iterator

from claimcheck.finding import Checked, Finding, Outcome, Phrase, Related
from claimcheck.index import Index

LEVEL = "warning"
TAGS = ("quotes",)
READS_ARTICLE = True
MESSAGE = {
    "en": "the quote of {claim} stands in {times} places of {article}",
    "fr": "la citation de {claim} figure à {times} endroits de {article}",
}
HELP = {
    "en": "quote more of the sentence, or use `quote: {{exact: …, prefix: …, suffix: …}}`",
    "fr": "citez davantage de la phrase, ou écrivez `quote: {{exact: …, prefix: …, suffix: …}}`",
}
_HERE = {"en": "here", "fr": "ici"}
_MOST_SHOWN = 4

BAD = [
    """
document: {text: article.md, language: en}
claims:
  - id: plant
    subject: Acme
    attribute: power
    value: 30 MW
    quote: a plant of 30 MW  # finds: text/quote-ambiguous
text: |
  Acme has a plant of 30 MW in Lyon. Its rival runs a plant of 30 MW in Metz.
""",
]
GOOD = [
    """
document: {text: article.md, language: en}
claims:
  - {id: plant, subject: Acme, attribute: power, value: 30 MW, quote: {exact: a plant of 30 MW, suffix: in Lyon}}
  - {id: rival, subject: Bolt, attribute: power, value: 30 MW, quote: {exact: a plant of 30 MW, prefix: rival runs}}
text: |
  Acme has a plant of 30 MW in Lyon. Its rival runs a plant of 30 MW in Metz.
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each quote with several hits."""
    for document in index.documents:
        passages = index.passages(document)
        if passages is None:
            continue
        yield Checked(len(passages.anchors))
        for claim in index.claims_of(document):
            found = passages.anchors.get(claim.ordinal)
            if found is None or found.state != "ambiguous":
                continue
            places = [passages.place(*span) for span in found.spans]
            yield Finding(
                about=f"{claim.id} quote",
                span=index.span(claim, "quote"),
                data={"claim": claim.id, "times": len(places), "article": passages.source.path},
                claims=(claim,),
                related=tuple(Related(place, Phrase(_HERE)) for place in places[:_MOST_SHOWN]),
            )
