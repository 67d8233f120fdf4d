"""A scale word of the quote has two readings.

A French *billion* is a thousand milliards, a *trillion* a million of them; the press also uses both for the English
words, a thousandfold and a millionfold less. Say which is meant (`scale: short` for the English reading, `scale: long`
for the French one), or write *1 000 milliards* in the article.
"""

from collections.abc import Iterator

from claimcheck.exact import Fraction
from claimcheck.finding import Amounts, Checked, Finding, Names, Outcome, Phrase, Related
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval, disjoint
from claimcheck.model.quantity import Quantity
from claimcheck.text.agreement import Match, unit_of
from claimcheck.text.passages import Passages
from claimcheck.text.reading import Reading

LEVEL = "error"
READS_ARTICLE = True
MESSAGE = {
    "en": "“{text}” in the quote of {claim} may be {one} or {other}; the claim takes {taken}",
    "fr": "« {text} », dans la citation de {claim}, peut valoir {one} ou {other} ; l’affirmation prend {taken}",
}
HELP = {
    "en": "say which is meant with `scale: short` or `scale: long`; in the article, “1 000 milliards” is clear",
    "fr": "dites lequel avec `scale: short` ou `scale: long` ; dans l’article, « 1 000 milliards » est clair",
}
_NEITHER = {
    "en": "“{text}” in the quote of {claim} may be {one} or {other}, and the claim is neither",
    "fr": "« {text} », dans la citation de {claim}, peut valoir {one} ou {other} ; l’affirmation ne dit ni l’un ni l’autre",
}
_OTHERWISE = {
    "en": "`scale: {scale}` makes “{text}” in the quote of {claim} {meant}, which is not what the claim says",
    "fr": "avec `scale: {scale}`, « {text} » dans la citation de {claim} vaut {meant}, ce que l’affirmation ne dit pas",
}
_SUPPORT = {
    "en": "what else is claimed of this agrees with {meant}: {names}",
    "fr": "ce qui est dit d’autre s’accorde avec {meant} : {names}",
}
_HERE = {"en": "the quote", "fr": "la citation"}

BAD = [
    """
document: {text: article.md, language: fr}
claims:
  - id: bill
    subject: Acme
    attribute: spending
    when: 2025
    value: over 1 trillion USD  # finds: text/scale-word
    quote: des factures qui dépassent le trillion de dollars
  - id: debt
    subject: Acme
    attribute: raised
    scale: long
    value: 2 billion EUR  # finds: text/scale-word
    quote: 2 billions d’euros
text: |
  Acme règle des factures qui dépassent le trillion de dollars. La dette atteint 2 billions d’euros.
""",
]
GOOD = [
    """
document: {text: article.md, language: fr}
claims:  # decided by the claim, and by the sentence itself
  - {id: bill, subject: Acme, attribute: spending, when: 2025, scale: short, value: over 1 trillion USD, quote: dépassent le trillion de dollars}
  - {id: debt, subject: Acme, attribute: raised, value: 1 trillion EUR, quote: "un billion d’euros, soit 1 000 milliards d’euros"}
text: |
  Des factures qui dépassent le trillion de dollars. La dette est d’un billion d’euros, soit 1 000 milliards d’euros.
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each claim that quotes a number with two readings and does not say which."""
    for document in index.documents:
        passages = index.passages(document)
        if passages is None:
            continue
        for claim in index.claims_of(document):
            found = passages.match(claim)
            if found is None or found.reading.doubt != "scale":
                continue
            yield Checked()
            yield from _judged(index, passages, claim, found)


def _judged(index: Index, passages: Passages, claim: Claim, found: Match) -> Iterator[Finding]:
    reading = found.reading
    values = _values(reading)
    agrees = found.fault != "number"
    if claim.scale is not None:
        meant = (min if claim.scale == "short" else max)(values)
        taken = values[1] if found.other else values[0]
        if not agrees or taken != meant:
            yield _finding(index, passages, claim, reading, meant=meant, neither=False)
        return
    if agrees and _glossed(passages, reading, values[1] if found.other else values[0]):
        return
    own = values[1] if found.other else values[0]
    yield _finding(
        index, passages, claim, reading, meant=own if agrees else None, neither=not agrees
    )


def _values(reading: Reading) -> tuple[Fraction, Fraction]:
    """Both ways to read the number, in its unit."""
    number = next(n for n in (reading.value, reading.high, reading.low) if n is not None)
    assert reading.other is not None
    return number, reading.other


def _glossed(passages: Passages, reading: Reading, taken: Fraction) -> bool:
    """Whether the sentence itself says which is meant: "un billion, soit 1 000 milliards"."""
    return any(
        other.sentence == reading.sentence
        and other is not reading
        and other.unit == reading.unit
        and other.doubt != "scale"
        and taken in (other.value, other.low, other.high)
        for other in passages.readings
    )


def _finding(
    index: Index,
    passages: Passages,
    claim: Claim,
    reading: Reading,
    *,
    meant: Fraction | None,
    neither: bool,
) -> Finding:
    one, other = (_amount(reading, number) for number in _values(reading))
    text = _OTHERWISE if claim.scale is not None else _NEITHER if neither else None
    place = passages.place(reading.start, reading.end)
    shown = None if meant is None else _amount(reading, meant)
    return Finding(
        about=f"{claim.id} scale",
        span=index.span(claim),
        data={
            "claim": claim.id,
            "text": passages.said(reading.start, reading.end),
            "one": one,
            "other": other,
            "taken": shown,
            "meant": shown,
            "scale": claim.scale or "",
        },
        claims=(claim,),
        level="note" if text is None else "error",
        related=(Related(place, Phrase(_HERE)),),
        steps=tuple(_support(index, claim, reading)),
        text=text,
    )


def _amount(reading: Reading, number: Fraction) -> Amounts:
    unit = unit_of(reading)
    return Amounts(Interval(number * unit.factor, number * unit.factor), unit)


def _support(index: Index, claim: Claim, reading: Reading) -> Iterator[Phrase]:
    """Which reading the other claims of the slot and its references agree with, if only one."""
    if claim.subject is None or claim.attribute is None:
        return
    others = index.values_of(claim.document, claim.subject, claim.attribute.name, claim.qualifiers)
    for number, contrary in (_values(reading), _values(reading)[::-1]):
        names = [
            other.id
            for other in others
            if other is not claim
            and _allows(other, reading, number)
            and not _allows(other, reading, contrary)
        ]
        if names:
            yield Phrase(_SUPPORT, {"meant": _amount(reading, number), "names": Names(names)})


def _allows(claim: Claim, reading: Reading, number: Fraction) -> bool:
    value = claim.value
    if not isinstance(value, Quantity) or value.unit.dimension != unit_of(reading).dimension:
        return False
    point = number * unit_of(reading).factor
    return not disjoint(value.wide, Interval(point, point))
