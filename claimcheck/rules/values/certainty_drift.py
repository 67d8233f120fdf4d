"""One value is given as certain here and as only probable or possible there.

What sources expect in one paragraph has become a fact in another. A hedge was lost on the way, or the same
thing was confirmed in between: say it with the same certainty everywhere, or say when it was confirmed
(`when`) and by whom (`attribution`).
"""

from collections.abc import Iterator

from claimcheck.consistency.meeting import Apart, meeting
from claimcheck.consistency.slots import candidates
from claimcheck.consistency.steps import label, related, said, slot_phrase
from claimcheck.consistency.values import same_number
from claimcheck.finding import Checked, Finding, Outcome
from claimcheck.index import Index, Slot
from claimcheck.model.claim import CERTAINTIES, Claim
from claimcheck.model.quantity import Quantity
from claimcheck.model.value import Term

LEVEL = "warning"
TAGS = ("hedges",)
MESSAGE = {
    "en": "{slot} is {value}, {one} here but {other} there",
    "fr": "{slot} : {value}, {one} ici mais {other} là",
}
HELP = {
    "en": "give it the same certainty everywhere, or say what changed with `when` or `attribution`",
    "fr": "donnez-lui partout la même certitude, ou dites ce qui a changé par `when` ou `attribution`",
}
_WORDS = {
    "certain": {"en": "certain", "fr": "certain"},
    "probable": {"en": "probable", "fr": "probable"},
    "possible": {"en": "possible", "fr": "possible"},
}

BAD = [
    """
claims:
  - {id: lead, subject: Acme, attribute: investment, where: {in: Beta}, value: 5 million EUR}  # finds: values/certainty-drift
  - {id: body, subject: Acme, attribute: investment, where: {in: Beta}, value: 5 million EUR, certainty: possible}
""",
]

GOOD = [
    """
claims:  # sources expect it, the company says it: two voices
  - {id: lead, subject: Acme, attribute: investment, where: {in: Beta}, value: 5 million EUR, attribution: Acme}
  - {id: body, subject: Acme, attribute: investment, where: {in: Beta}, value: 5 million EUR, certainty: possible, attribution: people close to the talks}
""",
    """
claims:  # equally sure
  - {id: lead, subject: Acme, attribute: investment, where: {in: Beta}, value: 5 million EUR, certainty: probable}
  - {id: body, subject: Acme, attribute: investment, where: {in: Beta}, value: 5e6 EUR, certainty: probable}
""",
    """
claims:  # different figures, of which one is sure
  - {id: lead, subject: Acme, attribute: investment, where: {in: Beta}, value: at least 2 million EUR}
  - {id: body, subject: Acme, attribute: investment, where: {in: Beta}, value: up to 5 million EUR, certainty: possible}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each slot whose claims repeat a value with another certainty."""
    compared = 0
    for slot in index.contested_slots():
        drifting = []
        for one, other in candidates(slot.claims):
            compared += 1
            if _drifts(one, other):
                drifting.append((one, other))
        if drifting:
            yield _finding(index, slot, drifting)
    yield Checked(compared)


def _drifts(one: Claim, other: Claim) -> bool:
    if one.certainty == other.certainty or one.denied or other.denied:
        return False
    if one.attribution != other.attribution or isinstance(meeting(one, other), Apart):
        return False
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.dimension == b.dimension and same_number(a, b)
    return isinstance(a, Term) and isinstance(b, Term) and a.content == b.content


def _severity(pair: tuple[Claim, Claim]) -> tuple[bool, int, int, int]:
    """Pairs with a certain claim first, then those that drift furthest, then as in the file."""
    one, other = pair
    ranks = sorted(CERTAINTIES.index(claim.certainty) for claim in pair)
    return ranks[0] != 0, ranks[0] - ranks[1], one.ordinal, other.ordinal


def _finding(index: Index, slot: Slot, drifting: list[tuple[Claim, Claim]]) -> Finding:
    one, other = min(drifting, key=_severity)
    members = tuple(c for c in slot.claims if any(c in pair for pair in drifting))
    return Finding(
        about=slot.name,
        span=index.span(one),
        data={
            "slot": slot_phrase(slot),
            "value": said(one),
            "one": _WORDS[one.certainty],
            "other": _WORDS[other.certainty],
        },
        claims=members,
        level="warning" if "certain" in (one.certainty, other.certainty) else "note",
        label=label(one),
        related=related(index, tuple(c for c in members if c is not one)),
    )
