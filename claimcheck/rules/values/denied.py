"""A claim says what another claim of the document denies.

The article reports that a figure was denied, and elsewhere uses that very figure as if it stood. Say whose
figure it is (`attribution`), or drop it.
"""

from collections.abc import Iterator

from claimcheck.consistency.levels import level_of
from claimcheck.consistency.meeting import Apart, Meeting, meeting
from claimcheck.consistency.steps import label, meaning, related, said, slot_phrase
from claimcheck.consistency.values import Verdict, lies_within, opposite, same_number
from claimcheck.finding import LEVELS, Checked, Finding, Outcome
from claimcheck.index import Index, Slot
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Quantity
from claimcheck.model.value import Term

LEVEL = "error"
MESSAGE = {
    "en": "{slot} is given as {one}, which {other} denies",
    "fr": "{slot} est donné à {one}, ce que {other} dément",
}
HELP = {
    "en": "say whose figure it is with `attribution`, or drop it",
    "fr": "dites de qui vient ce chiffre par `attribution`, ou retirez-le",
}

BAD = [
    """
claims:
  - {id: figure, subject: Acme, attribute: profit, when: 2025, value: 12 million EUR}  # finds: values/denied
  - {id: denial, subject: Acme, attribute: profit, when: 2025, value: 12 million EUR, denied: true}
""",
    """
claims:
  - {id: post, subject: Acme, attribute: headquarters, value: Lyon}  # finds: values/denied
  - {id: denial, subject: Acme, attribute: headquarters, value: Lyon, denied: true}
""",
]

GOOD = [
    """
claims:  # another figure is not the denied one
  - {id: figure, subject: Acme, attribute: profit, when: 2025, value: 9 million EUR}
  - {id: denial, subject: Acme, attribute: profit, when: 2025, value: 12 million EUR, denied: true}
""",
    """
claims:  # a denied bound is the opposite bound: not over 30 is at most 30
  - {id: figure, subject: Acme, attribute: profit, when: 2025, value: 12 million EUR}
  - {id: denial, subject: Acme, attribute: profit, when: 2025, value: over 30 million EUR, denied: true}
""",
    """
claims:  # the denial is of another year
  - {id: figure, subject: Acme, attribute: profit, when: 2024, value: 12 million EUR}
  - {id: denial, subject: Acme, attribute: profit, when: 2025, value: 12 million EUR, denied: true}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each claim that denials meet."""
    checked = 0
    for slot in index.contested_slots():
        every = (*slot.claims, *slot.references)
        denials = [claim for claim in every if claim.denied and not _is_bound(claim)]
        for claim in every if denials else ():
            met = {denial: _met(claim, denial) for denial in denials}
            meetings = {denial: how for denial, how in met.items() if how is not None}
            checked += len(meetings)
            against = [denial for denial in meetings if _denies(denial, claim)]
            if against:
                yield _finding(index, slot, claim, {d: meetings[d] for d in against})
    yield Checked(checked)


def _met(claim: Claim, denial: Claim) -> Meeting | None:
    """How a claim and a denial meet, if they do and the document has a part in it."""
    if claim.denied or (claim.is_reference and denial.is_reference):
        return None
    met = meeting(claim, denial)
    return None if isinstance(met, Apart) else met


def _is_bound(denial: Claim) -> bool:
    return isinstance(denial.value, Quantity) and opposite(denial.value) is not None


def _denies(denial: Claim, claim: Claim) -> bool:
    denied, value = denial.value, claim.value
    if isinstance(denied, Term) and isinstance(value, Term):
        return denied.content == value.content
    if not isinstance(denied, Quantity) or not isinstance(value, Quantity):
        return False
    if denied.dimension != value.dimension:
        return False
    return same_number(value, denied) or lies_within(value, denied)


def _finding(index: Index, slot: Slot, claim: Claim, denials: dict[Claim, Meeting]) -> Finding:
    levels = {d: level_of(claim, d, Verdict("robust"), met) for d, met in denials.items()}
    ordered = sorted(denials, key=lambda d: (LEVELS.index(levels[d]), d.id))
    return Finding(
        about=f"{slot.name} {claim.id}",
        span=index.span(claim),
        data={"slot": slot_phrase(slot), "one": said(claim), "other": ordered[0].id},
        claims=(claim, *ordered),
        level=levels[ordered[0]],
        label=label(claim),
        related=related(index, tuple(ordered)),
        steps=(meaning(claim), meaning(ordered[0])),
    )
