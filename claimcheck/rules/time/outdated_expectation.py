"""Something is expected for a date, although it has happened before that.

A reference says that it happened, and the article still looks forward to it. If it had happened when the
article appeared, the article is wrong; if it happened since, the article has been overtaken. Say what happened,
or what else is expected.
"""

from collections.abc import Iterator

from claimcheck.consistency.steps import day, label, meaning, related, said, slot_phrase
from claimcheck.consistency.values import compare
from claimcheck.finding import Checked, Finding, Outcome
from claimcheck.index import Index, Slot
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Quantity

LEVEL = "error"
TAGS = ("dates",)
SUPERSEDES = ("references/contradiction", "values/conflict", "time/lapsed-expectation")
MESSAGE = {
    "en": "{slot} is expected for {expected}, though it happened on {happened}",
    "fr": "{slot} : prévu pour {expected}, alors que c’est fait depuis le {happened}",
}
OVERTAKEN = {
    "en": "{slot} was expected for {expected}; since the article appeared it happened, on {happened}",
    "fr": "{slot} : prévu pour {expected} ; depuis la parution, c’est arrivé, le {happened}",
}
HELP = {
    "en": "say that it has happened, or what else is expected",
    "fr": "dites que c’est fait, ou ce qui est attendu d’autre",
}

BAD = [
    """
document: {published: 2026-01-30}
claims:
  - {id: next, subject: GPT-5, attribute: release, value: 2027, certainty: probable}  # finds: time/outdated-expectation
references:
  - {id: launch, subject: GPT-5, attribute: release, value: 2025-08-07, citation: OpenAI}
""",
    """
document: {published: 2025-03-01}
claims:  # not wrong when it appeared, but overtaken since: a warning
  - {id: next, subject: GPT-5, attribute: release, value: 2026, certainty: possible}  # finds: time/outdated-expectation
references:
  - {id: launch, subject: GPT-5, attribute: release, value: 2025-08-07, citation: OpenAI}
as-of: 2026-01-30
""",
]
GOOD = [
    """
document: {published: 2025-03-01}
claims:  # expected, and so it came
  - {id: next, subject: GPT-5, attribute: release, value: 2025, certainty: probable}
references:
  - {id: launch, subject: GPT-5, attribute: release, value: 2025-08-07, citation: OpenAI}
""",
    """
document: {published: 2026-01-30}
claims:  # something else is expected
  - {id: next, subject: GPT-6, attribute: release, value: 2027, certainty: probable}
references:
  - {id: launch, subject: GPT-5, attribute: release, value: 2025-08-07, citation: OpenAI}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each expectation that a reference has overtaken."""
    checked = 0
    for slot in index.contested_slots():
        if slot.attribute.type.name != "date" or slot.attribute.period == "duration":
            continue
        for claim in slot.claims:
            checked += len(slot.references)
            overtaken = [
                (happened, reference)
                for reference in slot.references
                if (happened := _day_of(reference)) is not None
                and _expects_later(claim, reference, happened, index)
            ]
            if overtaken:
                overtaken.sort(key=lambda pair: (pair[0], pair[1].document.path, pair[1].id))
                references = tuple(reference for _, reference in overtaken)
                yield _finding(index, slot, claim, references, overtaken[0][0])
    yield Checked(checked)


def _day_of(reference: Claim) -> int | None:
    """The last day by which it had happened, by a reference."""
    value = reference.value
    if not isinstance(value, Quantity) or value.narrow.high is None:
        return None
    return int(value.narrow.high)


def _expects_later(claim: Claim, reference: Claim, happened: int, index: Index) -> bool:
    value = claim.value
    if not isinstance(value, Quantity) or claim.denied:
        return False
    published = claim.document.published
    low = value.narrow.low
    if low is None or low <= happened or not compare(claim, reference).clash:
        return False
    if claim.certainty == "certain" and (published is None or low <= published):
        return False
    return happened <= index.as_of


def _finding(
    index: Index, slot: Slot, claim: Claim, references: tuple[Claim, ...], happened: int
) -> Finding:
    published = claim.document.published
    since = published is not None and happened > published
    return Finding(
        about=f"{slot.name} {claim.id}",
        span=index.span(claim),
        data={"slot": slot_phrase(slot), "expected": said(claim), "happened": day(happened)},
        claims=(claim, *references),
        level="warning" if since else "error",
        label=label(claim),
        related=related(index, references),
        steps=(meaning(claim), meaning(references[0])),
        text=OVERTAKEN if since else None,
    )
