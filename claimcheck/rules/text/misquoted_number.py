"""A quote has another number than the passage of the article that it quotes.

The passage is there, word for word, but for a number: 60 billion became 80. However alike the two are, the number is
what the claim is about. Quote what the article says, and see whether the claim's value is the article's.
"""

from collections.abc import Iterator

from claimcheck.finding import Checked, Finding, Names, Outcome, Phrase, Related
from claimcheck.index import Index

LEVEL = "error"
TAGS = ("quotes",)
READS_ARTICLE = True
MESSAGE = {
    "en": "the quote of {claim} has {quoted} where {article} has {there}",
    "fr": "la citation de {claim} donne {quoted} là où {article} donne {there}",
}
HELP = {
    "en": "quote the number that the article has, and check the value of the claim",
    "fr": "citez le nombre que donne l’article, et vérifiez la valeur de l’affirmation",
}
_THERE = {"en": "the passage", "fr": "le passage"}
_NONE = {"en": "no number", "fr": "aucun nombre"}

BAD = [
    """
document: {text: article.md, language: fr}
claims:
  - id: total
    subject: Acme
    attribute: raised
    value: up to 80 billion USD
    quote: un total pouvant atteindre 80 milliards de dollars  # finds: text/misquoted-number
text: |
  Les trois groupes apporteraient un total pouvant atteindre 60 milliards de dollars.
""",
]
GOOD = [
    """
document: {text: article.md, language: fr}
claims:  # the same number, otherwise written
  - {id: total, subject: Acme, attribute: raised, value: up to 60 billion USD, certainty: possible, quote: "un total pouvant atteindre 60 milliards de dollars"}
text: |
  Les trois groupes apporteraient un total pouvant atteindre 60 milliards de dollars.
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each quote that is in the article but for its numbers."""
    for document in index.documents:
        passages = index.passages(document)
        if passages is None:
            continue
        yield Checked(len(passages.anchors))
        for claim in index.claims_of(document):
            wrong = passages.misquoted(claim)
            near = passages.anchors[claim.ordinal].near if wrong else None
            if wrong is None or near is None:
                continue
            quoted, there = wrong
            yield Finding(
                about=f"{claim.id} quote",
                span=index.span(claim, "quote"),
                data={
                    "claim": claim.id,
                    "quoted": Names(quoted) if quoted else _NONE,
                    "there": Names(there) if there else _NONE,
                    "article": passages.source.path,
                },
                claims=(claim,),
                related=(Related(passages.place(*near.span), Phrase(_THERE)),),
            )
