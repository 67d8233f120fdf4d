"""Claims bound one slot differently, though they do not contradict each other.

"Up to 30 billion" here and "about 30 billion" there can both be true, but they do not say the same: the
first allows 5, the second does not. Often one is the other with a word lost on the way from the source to
the table. Check the source, and use one wording.
"""

from collections.abc import Iterator

from claimcheck.consistency.meeting import Apart, meeting
from claimcheck.consistency.slots import candidates, pairs
from claimcheck.consistency.steps import label, meaning, related, said, slot_phrase
from claimcheck.consistency.values import same_number, stated
from claimcheck.exact import Fraction
from claimcheck.finding import Checked, Finding, Outcome
from claimcheck.index import Index, Slot
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Quantity

LEVEL = "note"
MESSAGE = {
    "en": "{slot} is bounded differently: {one} here, {other} there",
    "fr": "{slot} : des bornes différentes, {one} ici, {other} là",
}
HELP = {
    "en": "use one wording, or say what sets them apart with `when`, `scenario` or `attribution`",
    "fr": "choisissez une formule, ou dites ce qui les distingue par `when`, `scenario` ou `attribution`",
}

BAD = [
    """
claims:  # one number, once as a bound and once as a value
  - {id: text, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: up to 30e9 USD}  # finds: values/differing-bounds
  - {id: table, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: about 30e9 USD}
""",
    """
claims:  # the same upper end, but only one of them has a lower one
  - {id: text, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: up to 50e9 USD}  # finds: values/differing-bounds
  - {id: table, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 20 to 50 billion USD}
""",
]

GOOD = [
    """
claims:  # the same bound in other words
  - {id: text, subject: SoftBank, attribute: investment, where: {in: OpenAI}, value: up to 30e9 USD}
  - {id: table, subject: SoftBank, attribute: investment, where: {in: OpenAI}, value: at most 30 billion USD}
""",
    """
claims:  # a value that lies within the range is no other bound
  - {id: text, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 20 to 50 billion USD}
  - {id: table, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: about 35e9 USD}
""",
    """
claims:  # a floor and a ceiling complete each other
  - {id: low, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: at least 20e9 USD}
  - {id: high, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: up to 50e9 USD}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each slot, on its first pair of differing bounds."""
    compared = 0
    for slot in index.contested_slots():
        differing = []
        for one, other in candidates(slot.claims):
            compared += 1
            if _differ(one, other) and not pairs((one, other)).clashes:
                differing.append((one, other))
        if differing:
            yield _finding(index, slot, differing)
    yield Checked(compared)


def _finding(index: Index, slot: Slot, differing: list[tuple[Claim, Claim]]) -> Finding:
    one, other = differing[0]
    members = tuple(c for c in slot.claims if any(c in pair for pair in differing))
    return Finding(
        about=slot.name,
        span=index.span(one),
        data={"slot": slot_phrase(slot), "one": said(one), "other": said(other)},
        claims=members,
        level="note",
        label=label(one),
        related=related(index, tuple(c for c in members if c is not one)),
        steps=(meaning(one), meaning(other)),
    )


def _differ(one: Claim, other: Claim) -> bool:
    if isinstance(meeting(one, other), Apart):
        return False
    a, b = stated(one), stated(other)
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.dimension != b.dimension:
        return False
    if (a.point is None) != (b.point is None):
        return same_number(a, b)
    return a.point is None and _ends_differ(a, b)


def _ends_differ(a: Quantity, b: Quantity) -> bool:
    """Two bounds that share a side and differ on one: an end here and none there differs too."""
    if not ((a.low and b.low) or (a.high and b.high)):
        return False
    return all(_ends(a, wide=wide) != _ends(b, wide=wide) for wide in (True, False))


def _ends(quantity: Quantity, *, wide: bool) -> tuple[Fraction | None, Fraction | None]:
    interval = quantity.unlimited(wide=wide)
    return interval.low, interval.high
