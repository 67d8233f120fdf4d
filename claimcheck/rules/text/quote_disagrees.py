"""The value of a claim is not what its quote says.

Another number, another unit, percent for percentage points, a limit in the other direction, or a time that the quote
does not speak of: what is checked is then not what the article says. A value within the precision that the quote is
written with agrees.
"""

from collections.abc import Iterator

from claimcheck.catalogue import tell
from claimcheck.consistency.steps import said
from claimcheck.finding import Checked, Finding, Level, Outcome, Phrase, Related, Skipped, When
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.text.agreement import Match, time_disagrees
from claimcheck.text.encoding import encoded
from claimcheck.text.passages import Passages
from claimcheck.text.reading import Reading

LEVEL = "error"
TAGS = ("quotes",)
READS_ARTICLE = True
MESSAGE = {
    "en": "{claim} says {value}, but its quote says “{read}”",
    "fr": "{claim} dit {value}, mais sa citation dit « {read} »",
}
HELP = {
    "en": "write `value: {encoded}`, or quote the passage that says {value}",
    "fr": "écrivez `value: {encoded}`, ou citez le passage qui dit {value}",
}
_TEXTS = {
    "points": {
        "en": "{claim} says {value}, but its quote says “{read}”: percent and percentage points are not the same",
        "fr": "{claim} dit {value}, mais sa citation dit « {read} » : pour cent et points ne se valent pas",
    },
    "direction": {
        "en": "{claim} says {value}, but its quote limits it on the other side: “{read}”",
        "fr": "{claim} dit {value}, mais sa citation le borne de l’autre côté : « {read} »",
    },
    "strict": {
        "en": "{claim} says {value}, but for its quote the limit itself is another matter: “{read}”",
        "fr": "{claim} dit {value}, mais sa citation traite autrement la limite même : « {read} »",
    },
    "bound": {
        "en": "{claim} says {value}, but its quote gives no such limits: “{read}”",
        "fr": "{claim} dit {value}, mais sa citation ne donne pas ces bornes : « {read} »",
    },
    "when": {
        "en": "{claim} speaks of {value}, but its quote of “{read}”",
        "fr": "{claim} parle de {value}, mais sa citation de « {read} »",
    },
}
_HELP_WHEN = {
    "en": "give the time of the quote (`when: {encoded}`), or quote the passage that speaks of {value}",
    "fr": "donnez le temps de la citation (`when: {encoded}`), ou citez le passage qui parle de {value}",
}
_HERE = {"en": "the quote says {encoded}", "fr": "la citation dit {encoded}"}
_LEVELS: dict[str, Level] = {"strict": "warning", "bound": "warning", "date": "warning"}

BAD = [
    """
document: {text: article.md, language: fr}
claims:
  - id: total
    subject: Acme
    attribute: raised
    value: up to 80 billion USD  # finds: text/quote-disagrees
    quote: un total pouvant atteindre 60 milliards de dollars
  - id: gain
    subject: Acme
    attribute: stake
    where: {in: Beta}
    value: 3 %  # finds: text/quote-disagrees
    quote: gagné 3 points
  - id: limit
    subject: Acme
    attribute: revenue
    when: 2025
    value: over 10 million EUR  # finds: text/quote-disagrees
    quote: un chiffre d’affaires inférieur à 10 millions d’euros
text: |
  Les trois groupes apporteraient un total pouvant atteindre 60 milliards de dollars. Acme a gagné 3 points,
  malgré un chiffre d’affaires inférieur à 10 millions d’euros.
""",
    """
document: {text: article.md, language: en}
claims:
  - id: sales
    subject: Acme
    attribute: revenue
    when: 2025  # finds: text/quote-disagrees
    value: 41.3 million EUR
    quote: sold for 41.3 million euros in 2024
text: |
  Acme sold for 41.3 million euros in 2024.
""",
]
GOOD = [
    """
document: {text: article.md, language: en}
claims:  # other units, another way to write it, and as exactly as the quote has it
  - {id: heat, subject: Acme, attribute: energy, when: 2025, value: 4600 MWh, quote: delivered 4.6 GWh of heat in 2025}
  - {id: sales, subject: Acme, attribute: revenue, when: 2025, value: 41_300_000 EUR, quote: sold for 41.3 million euros}
  - {id: workers, subject: Acme, attribute: employees, value: about 1_980, quote: "some 2,000 workers"}
text: |
  Acme delivered 4.6 GWh of heat in 2025 and sold for 41.3 million euros; it has some 2,000 workers.
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each claim whose value, unit, limit or time is not that of its quote."""
    for document in index.documents:
        passages = index.passages(document)
        if passages is None:
            continue
        if not passages.readable:
            yield Skipped(
                tell("an article in a language without a lexicon"), number=len(document.claims)
            )
            continue
        for claim in index.claims_of(document):
            yield from _claim(index, passages, claim)


def _claim(index: Index, passages: Passages, claim: Claim) -> Iterator[Outcome]:
    found = passages.match(claim)
    if found is None:
        if claim.ordinal in passages.anchors and claim.value is not None:
            yield Skipped(tell("no number of its kind was read in the quote"), (claim,))
    elif found.fault is not None:
        yield _finding(index, passages, claim, found)
        return
    else:
        yield Checked()
    date = time_disagrees(claim, passages.quoted(claim))
    if date is not None:
        yield _other_time(index, passages, claim, date)


def _finding(index: Index, passages: Passages, claim: Claim, found: Match) -> Finding:
    fault = found.fault or "number"
    reading = found.reading
    return Finding(
        about=f"{claim.id} value",
        span=index.span(claim),
        data={
            "claim": claim.id,
            "value": said(claim),
            "read": passages.hedged(reading),
            "encoded": encoded(reading),
        },
        claims=(claim,),
        level=_LEVELS.get(fault, "error"),
        related=(_passage(passages, reading),),
        text=_TEXTS.get(fault),
    )


def _other_time(index: Index, passages: Passages, claim: Claim, date: Reading) -> Finding:
    assert claim.when is not None
    return Finding(
        about=f"{claim.id} when",
        span=index.span(claim, "when"),
        data={
            "claim": claim.id,
            "value": When(claim.when),
            "read": date.text,
            "encoded": encoded(date),
        },
        claims=(claim,),
        level="warning",
        related=(_passage(passages, date),),
        text=_TEXTS["when"],
        help=_HELP_WHEN,
    )


def _passage(passages: Passages, reading: Reading) -> Related:
    place = passages.place(reading.start, reading.end)
    return Related(place, Phrase(_HERE, {"encoded": encoded(reading)}))
