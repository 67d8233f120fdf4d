"""A hedge of the quote is not in the claim.

"Up to 30" is not 30, "about 11 %" is not 11 %, "could reach" is not "is", and what sources say is not what the
article says itself. A claim that is more certain than its article contradicts what nobody wrote.
"""

from collections.abc import Iterator

from claimcheck.consistency.steps import said
from claimcheck.finding import Checked, Finding, Outcome, Phrase, Related
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.text.agreement import Match, less_certain, unattributed
from claimcheck.text.encoding import encoded
from claimcheck.text.passages import Passages

LEVEL = "warning"
TAGS = ("hedges",)
READS_ARTICLE = True
MESSAGE = {
    "en": "{claim} says {value}, but its quote says “{read}”",
    "fr": "{claim} dit {value}, mais sa citation dit « {read} »",
}
HELP = {
    "en": "write `value: {encoded}`",
    "fr": "écrivez `value: {encoded}`",
}
_CERTAINTY = {
    "en": "{claim} is {own}, but its quote makes it {quoted}",
    "fr": "{claim} est {own}, mais sa citation le dit {quoted}",
}
_HELP_CERTAINTY = {
    "en": "write `certainty: {quoted}`, or quote where the article is sure",
    "fr": "écrivez `certainty: {quoted}`, ou citez le passage où l’article l’affirme",
}
_ATTRIBUTION = {
    "en": "{claim} is said in the article's own voice, but its quote says who says so: {who}",
    "fr": "{claim} parle au nom de l’article, mais sa citation dit qui l’avance : {who}",
}
_HELP_ATTRIBUTION = {
    "en": "write `attribution: {who}`",
    "fr": "écrivez `attribution: {who}`",
}
_HERE = {"en": "the quote", "fr": "la citation"}

BAD = [
    """
document: {text: article.md, language: fr}
claims:
  - id: offer
    subject: Acme
    attribute: investment
    where: {in: Beta}
    value: 30 billion USD  # finds: text/dropped-hedge
    quote: un chèque pouvant atteindre 30 milliards de dollars
  - id: part
    subject: Acme
    attribute: stake
    where: {in: Beta}
    value: 11 %  # finds: text/dropped-hedge
    quote: environ 11 % du capital
text: |
  On évoque un chèque pouvant atteindre 30 milliards de dollars, soit environ 11 % du capital.
""",
    """
document: {text: article.md, language: en}
claims:
  - {id: sum, subject: Acme, attribute: raised, value: 5 million EUR, quote: could raise 5 million euros}  # finds: text/dropped-hedge
  - {id: staff, subject: Acme, attribute: employees, value: 300, quote: "According to the union, Acme has 300 workers"}  # finds: text/dropped-hedge
text: |
  Acme could raise 5 million euros. According to the union, Acme has 300 workers.
""",
]
GOOD = [
    """
document: {text: article.md, language: en}
claims:  # encoded with its hedges; and what the quote leaves out, the claim may, too
  - {id: sum, subject: Acme, attribute: raised, value: 5 million EUR, certainty: possible, quote: could raise 5 million euros}
  - {id: staff, subject: Acme, attribute: employees, value: 300, quote: Acme has 300 workers}
  - {id: later, subject: Acme, attribute: raised, value: 5 million EUR, scenario: flotation, quote: could raise 5 million euros}
text: |
  Acme could raise 5 million euros. According to the union, Acme has 300 workers.
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each hedge that a claim leaves out."""
    for document in index.documents:
        passages = index.passages(document)
        if passages is None or not passages.readable:
            continue
        for claim in index.claims_of(document):
            found = passages.match(claim)
            if found is None or found.fault is not None:
                continue
            yield Checked()
            yield from _dropped(index, passages, claim, found)


def _dropped(index: Index, passages: Passages, claim: Claim, found: Match) -> Iterator[Finding]:
    reading = found.reading
    place = passages.place(reading.start, reading.end)
    common = Finding(
        about=f"{claim.id} value",
        span=index.span(claim),
        data={
            "claim": claim.id,
            "value": said(claim),
            "read": passages.hedged(reading),
            "encoded": encoded(reading),
        },
        claims=(claim,),
        level="warning",
        related=(Related(place, Phrase(_HERE)),),
    )
    if found.dropped is not None:
        yield common
    if less_certain(claim, reading):
        yield common._replace(
            about=f"{claim.id} certainty",
            data={"claim": claim.id, "own": claim.certainty, "quoted": reading.certainty},
            text=_CERTAINTY,
            help=_HELP_CERTAINTY,
        )
    if unattributed(claim, reading):
        yield common._replace(
            about=f"{claim.id} attribution",
            data={"claim": claim.id, "who": reading.attribution},
            text=_ATTRIBUTION,
            help=_HELP_ATTRIBUTION,
        )
