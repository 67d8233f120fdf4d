"""A claim says something else than a reference does.

The reference is taken as true, with its citation. Correct the claim; or, if the article reports what somebody
says, give the `attribution`; or, if the reference is out of date, renew it.
"""

from collections.abc import Iterator

from claimcheck.consistency.slots import Contradiction, contradictions, pairs
from claimcheck.consistency.steps import apart, label, related, said, slot_phrase
from claimcheck.finding import Checked, Finding, Outcome, Skipped
from claimcheck.index import Index, Slot
from claimcheck.rule import EVERY_RELATION

LEVEL = "error"
SUPERSEDES = (
    "values/conflict",
    "arithmetic/joint-conflict",
    "arithmetic/false-comparison",
    EVERY_RELATION,
)
MESSAGE = {
    "en": "{slot} is given as {claimed}, but {citation} has {referenced}",
    "fr": "{slot} est donné à {claimed}, mais selon {citation} : {referenced}",
}
HELP = {
    "en": "correct the claim, or give its `when` or `attribution`; renew the reference if it is out of date",
    "fr": "corrigez l’affirmation, ou précisez `when` ou `attribution` ; renouvelez la référence si elle a vieilli",
}

BAD = [
    """
document: {published: 2026-01-30}
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, when: 2025-10, value: 830e9 USD}  # finds: references/contradiction
references:
  - {id: sale, subject: OpenAI, attribute: valuation, when: 2025-10, value: 500e9 USD, citation: "Reuters, 2 October 2025", checked: 2026-01-15}
""",
    """
document: {published: 2026-01-30}
claims:  # undated: it speaks of the day of publication, which the reference covers
  - {id: chief, subject: Acme, attribute: headquarters, value: Paris}  # finds: references/contradiction
references:
  - {id: register, subject: Acme, attribute: headquarters, when: 2024-05/.., value: Lyon, citation: Commercial register, checked: 2026-01-15}
""",
]

GOOD = [
    """
document: {published: 2026-01-30}
claims:  # another time
  - {id: worth, subject: OpenAI, attribute: valuation, when: 2026-01, value: 830e9 USD}
references:
  - {id: sale, subject: OpenAI, attribute: valuation, when: 2025-10, value: 500e9 USD, citation: "Reuters, 2 October 2025", checked: 2026-01-15}
""",
    """
claims:  # the same, rounded
  - {id: worth, subject: OpenAI, attribute: valuation, when: 2025-10, value: about 500 billion USD}
references:
  - {id: sale, subject: OpenAI, attribute: valuation, when: 2025-10, value: 500.2e9 USD, citation: "Reuters, 2 October 2025", checked: 2026-01-15}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each set of claims of a slot that its references rule out."""
    compared = 0
    for slot in index.contested_slots():
        if not slot.references or not slot.claims:
            continue
        found = pairs(slot.claims, slot.references)
        compared += found.compared
        for reason, number in found.skipped.items():
            yield Skipped(reason, slot.claims, number)
        for contradiction in contradictions(found):
            yield _finding(index, slot, contradiction)
    yield from _among_themselves(index)
    yield from _joint(index)
    yield Checked(compared)


def _joint(index: Index) -> Iterator[Outcome]:
    """What references rule out together with claims on other slots."""
    if index.networked():
        from claimcheck.consistency.joint import finding, joint_conflicts

        for document in index.networked():
            for joint in joint_conflicts(index, document):
                if any(claim.is_reference for claim in joint.main.claims):
                    yield finding(index, joint)


def _among_themselves(index: Index) -> Iterator[Outcome]:
    """References that contradict each other, whatever the documents say."""
    for key, references in index.reference_slots().items() if index.references_to_judge else ():
        attribute = references[0].attribute
        if len(references) < 2 or attribute is None:
            continue
        found = pairs(references)
        slot = Slot(references[0].document, key[0], attribute, key[2], (), tuple(references))
        yield Checked(found.compared)
        for contradiction in contradictions(found):
            yield _finding(index, slot, contradiction)


def _finding(index: Index, slot: Slot, contradiction: Contradiction) -> Finding:
    from claimcheck.consistency.causes import slot_causes

    claims = [claim for claim in contradiction.claims if not claim.is_reference]
    references = [claim for claim in contradiction.claims if claim.is_reference]
    if not claims:
        references = list(contradiction.groups[1])
        claims = list(contradiction.groups[0])
    first, reference = claims[0], references[0]
    return Finding(
        about=" ".join(filter(None, (slot.name, first.scenario, contradiction.moment))),
        span=index.span(first),
        data={
            "slot": slot_phrase(slot),
            "claimed": said(first),
            "citation": reference.citation or reference.id,
            "referenced": said(reference),
        },
        claims=contradiction.claims,
        level=contradiction.level,
        label=label(first),
        related=related(index, (*claims[1:], *references)),
        steps=apart(contradiction),
        repairs=tuple(slot_causes(contradiction)),
    )
