"""What is marked in an article: the passages of claims, by their worst finding, and what nobody encoded."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from claimcheck.model.claim import Claim
from claimcheck.report import visible
from claimcheck.report.html.article import Mark
from claimcheck.report.html.cards import Card, worst
from claimcheck.report.html.names import Sheet
from claimcheck.report.html.terms import Terms
from claimcheck.text.passages import Passages
from claimcheck.text.reading import Reading

_CLOSE = Markup("</mark>")


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
    after = Markup("".join(_reference(card, terms) for card in cards))
    marks = []
    for number, (start, end) in enumerate(spans):
        id = f' id="{sheet.claim_id(claim)}"' if number == 0 else ""
        opening = f'<mark class="m {level}"'
        last = number == len(spans) - 1
        ends = (after, claim) if last else (Markup(), None)
        marks.append(
            Mark(start, end, Markup(f"{opening}{id}>"), Markup(f"{opening}>"), _CLOSE, *ends)
        )
    return marks


def _reference(card: Card, terms: Terms) -> str:
    label = escape(f"{terms(card.level)} {card.number}: {visible(card.message)}")
    return f'<a class="ref {card.level}" href="#{card.id}" aria-label="{label}">{card.number}</a>'


def _uncovered(reading: Reading, id: str, terms: Terms) -> Mark:
    opening = f'<span class="u" title="{escape(terms("uncovered"))}"'
    first, again = Markup(f'{opening} id="{id}">'), Markup(f"{opening}>")
    return Mark(reading.start, reading.end, first, again, Markup("</span>"), missing=reading)
