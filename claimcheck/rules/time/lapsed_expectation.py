"""Something is expected for a date that has already passed.

When the article appeared, the date it looks forward to was over: the sentence was taken from an older text. Or
the date has passed since, and nobody has noted what became of it. Find out whether it happened, and add a
reference or correct the claim.
"""

from collections.abc import Iterator

from claimcheck.consistency.steps import day, label, said, slot_phrase
from claimcheck.finding import Checked, Finding, Outcome
from claimcheck.index import Index, Slot
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Quantity

LEVEL = "warning"
TAGS = ("dates",)
MESSAGE = {
    "en": "{slot} is expected for {expected}, which was over when the article appeared on {published}",
    "fr": "{slot} : prévu pour {expected}, date déjà passée à la parution le {published}",
}
SINCE = {
    "en": "{slot} was expected for {expected}, which has passed: did it happen?",
    "fr": "{slot} : prévu pour {expected}, date passée depuis : est-ce arrivé ?",
}
HELP = {
    "en": "find out what became of it: add a reference, or correct the claim",
    "fr": "vérifiez ce qu’il en est : ajoutez une référence, ou corrigez l’affirmation",
}

BAD = [
    """
document: {published: 2026-01-30}
claims:
  - {id: next, subject: GPT-6, attribute: release, value: 2025, certainty: probable}  # finds: time/lapsed-expectation
as-of: 2026-01-30
""",
    """
document: {published: 2026-01-30}
claims:  # a note: it has passed since
  - {id: next, subject: GPT-6, attribute: release, value: 2026-03, certainty: probable}  # finds: time/lapsed-expectation
as-of: 2026-06-30
""",
]
GOOD = [
    """
document: {published: 2026-01-30}
claims:  # still to come
  - {id: next, subject: GPT-6, attribute: release, value: 2027, certainty: probable}
""",
    """
document: {published: 2026-01-30}
claims:  # it happened, says a reference
  - {id: next, subject: GPT-5, attribute: release, value: 2025, certainty: probable}
references:
  - {id: launch, subject: GPT-5, attribute: release, value: 2025-08-07, citation: OpenAI}
""",
    """
document: {published: 2026-01-30}
claims:  # a fact of the past is no expectation
  - {id: launch, subject: GPT-5, attribute: release, value: 2025-08-07}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each expectation of a date that is over, where no reference says what became of it."""
    checked = 0
    for claim in index.claims:
        attribute = claim.attribute
        if attribute is None or attribute.type.name != "date" or claim.subject is None:
            continue
        last = _last_day(claim)
        if last is None or claim.certainty == "certain" or claim.denied:
            continue
        checked += 1
        if index.references_on(claim.subject, attribute.name, claim.qualifiers):
            continue
        if last < index.as_of or last < (claim.document.published or last):
            slot = Slot(claim.document, claim.subject, attribute, claim.qualifiers, (), ())
            yield _finding(index, slot, claim, last)
    yield Checked(checked)


def _last_day(claim: Claim) -> int | None:
    value = claim.value
    if not isinstance(value, Quantity) or value.wide.high is None:
        return None
    return int(value.wide.high)


def _finding(index: Index, slot: Slot, claim: Claim, last: int) -> Finding:
    published = claim.document.published
    before = published is not None and last < published
    return Finding(
        about=f"{slot.name} {claim.id}",
        span=index.span(claim),
        data={
            "slot": slot_phrase(slot),
            "expected": said(claim),
            "published": day(published),
        },
        claims=(claim,),
        level="warning" if before else "note",
        label=label(claim),
        text=MESSAGE if before else SINCE,
    )
