"""A number of the quote may have decimals or thousands after its point.

In French, *118.385 euros* is 118 385 euros to one writer and 118 euros and some cents to another. The claim decides
for its readers; the article should not leave it open.
"""

from collections.abc import Iterator

from claimcheck.consistency.steps import said
from claimcheck.finding import Checked, Finding, Outcome, Phrase, Related
from claimcheck.index import Index
from claimcheck.text.reading import number_text

LEVEL = "note"
READS_ARTICLE = True
MESSAGE = {
    "en": "“{text}” in the quote of {claim} may be {one} or {other}; the claim says {value}",
    "fr": "« {text} », dans la citation de {claim}, peut se lire {one} ou {other} ; l’affirmation dit {value}",
}
HELP = {
    "en": "see which is meant; in the article, a space between thousands is clear",
    "fr": "voyez lequel est le bon ; dans l’article, une espace entre les milliers est claire",
}
_HERE = {"en": "the quote", "fr": "la citation"}

BAD = [
    """
document: {text: article.md, language: fr}
claims:
  - id: price
    subject: Acme
    attribute: raised
    value: 118_385 EUR  # finds: text/separator-ambiguous
    quote: vendu 118.385 euros
text: |
  Le lot a été vendu 118.385 euros.
""",
]
GOOD = [
    """
document: {text: article.md, language: fr}
claims:  # a space is clear, and three decimals after a comma are decimals
  - {id: price, subject: Acme, attribute: raised, value: 118_385 EUR, quote: vendu 118 385 euros}
  - {id: length, subject: Acme, attribute: length, value: 3.2 km, quote: long de 3.2 km}
text: |
  Le lot a été vendu 118 385 euros, et le mur est long de 3.2 km.
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each claim whose quoted number has two readings by its separator."""
    for document in index.documents:
        passages = index.passages(document)
        if passages is None:
            continue
        for claim in index.claims_of(document):
            found = passages.match(claim)
            if found is None or found.fault is not None or found.reading.doubt != "separator":
                continue
            yield Checked()
            reading = found.reading
            number = next(n for n in (reading.value, reading.high, reading.low) if n is not None)
            yield Finding(
                about=f"{claim.id} separator",
                span=index.span(claim),
                data={
                    "claim": claim.id,
                    "text": passages.said(reading.start, reading.end),
                    "one": number_text(number),
                    "other": number_text(reading.other),
                    "value": said(claim),
                },
                claims=(claim,),
                level="note",
                related=(Related(passages.place(reading.start, reading.end), Phrase(_HERE)),),
            )
