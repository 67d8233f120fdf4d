"""What is marked in an article: the passages of claims, by their worst finding, and what nobody encoded."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from claimcheck.model.claim import Claim
from claimcheck.report import visible
from claimcheck.report.html.article import Mark
from claimcheck.report.html.cards import Card, worst
from claimcheck.report.html.names import Sheet
from claimcheck.report.html.terms import Terms
from claimcheck.text.passages import Passages
from claimcheck.text.reading import Reading

_OPEN = Markup('<mark class="m {}"{}>')
_ID = Markup(' id="{}"')
_CLOSE = Markup("</mark>")
_REFERENCE = Markup('<a class="ref {level}" href="#{id}" aria-label="{label}">{number}</a>')
_MISSING = Markup('<span class="u" title="{}"{}>')
_MISSING_END = Markup("</span>")


def marks_of(
    sheet: Sheet, passages: Passages, cards: Mapping[int, Sequence[Card]], terms: Terms
) -> tuple[list[Mark], set[int]]:
    """The marks of an article, and the ordinals of the claims that have one; `cards` by claim ordinal."""
    marks, placed = [], set()
    for claim in sheet.document.claims:
        anchor = passages.anchors.get(claim.ordinal)
        if anchor is None or anchor.state != "found":
            continue
        placed.add(claim.ordinal)
        marks += _claim(sheet, claim, anchor.spans, cards.get(claim.ordinal, ()), terms)
    for number, reading in enumerate(passages.uncovered):
        marks.append(_uncovered(reading, f"{sheet.id}-u{number}", terms))
    return sorted(marks, key=lambda mark: (mark.start, -mark.end)), placed


def _claim(
    sheet: Sheet,
    claim: Claim,
    spans: Sequence[tuple[int, int]],
    cards: Sequence[Card],
    terms: Terms,
) -> list[Mark]:
    level = worst([card.level for card in cards if "open" in card.states]) or "none"
    after = Markup().join(_reference(card, terms) for card in cards)
    marks = []
    for number, (start, end) in enumerate(spans):
        id = _ID.format(sheet.claim_id(claim)) if number == 0 else Markup()

        def opening(first: bool, id: Markup = id) -> Markup:
            return _OPEN.format(level, id if first else Markup())

        last = number == len(spans) - 1
        marks.append(
            Mark(start, end, opening, _CLOSE, after if last else Markup(), claim if last else None)
        )
    return marks


def _reference(card: Card, terms: Terms) -> Markup:
    label = f"{terms(card.level)} {card.number}: {visible(card.message)}"
    return _REFERENCE.format(level=card.level, id=card.id, label=label, number=card.number)


def _uncovered(reading: Reading, id: str, terms: Terms) -> Mark:
    def opening(first: bool) -> Markup:
        return _MISSING.format(terms("uncovered"), _ID.format(id) if first else Markup())

    return Mark(reading.start, reading.end, opening, _MISSING_END, missing=reading)
