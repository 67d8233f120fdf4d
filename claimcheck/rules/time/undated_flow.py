"""An amount that runs over a time does not say over which.

Revenue, spending or energy used are so much per year, per quarter or since the beginning: without the period
the figure says nothing that could be checked, and readers fill in their own. Ask the source, and give `when`.
"""

from collections.abc import Iterator

from claimcheck.consistency.steps import label, said, slot_phrase
from claimcheck.finding import Checked, Finding, Outcome
from claimcheck.index import Index, Slot

LEVEL = "warning"
MESSAGE = {
    "en": "{slot} is {value}, but over which time?",
    "fr": "{slot} : {value}, mais sur quelle période ?",
}
HELP = {
    "en": "give the period in `when`: 2025, 2025-Q4, 2015/2025",
    "fr": "donnez la période dans `when` : 2025, 2025-Q4, 2015/2025",
}

BAD = [
    """
claims:
  - {id: costs, subject: OpenAI, attribute: spending, value: over 1 trillion USD}  # finds: time/undated-flow
""",
]
GOOD = [
    """
claims:
  - {id: costs, subject: OpenAI, attribute: spending, when: 2025, value: over 10 billion USD}
  - {id: worth, subject: OpenAI, attribute: valuation, value: about 500 billion USD}
  - {id: launch, subject: GPT-5, attribute: release, value: 2025-08-07}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each claim of a flow that has no period."""
    checked = 0
    for claim in index.claims:
        attribute = claim.attribute
        if attribute is None or attribute.period != "duration" or claim.value is None:
            continue
        checked += 1
        if claim.when is None and claim.subject is not None:
            slot = Slot(claim.document, claim.subject, attribute, claim.qualifiers, (), ())
            yield Finding(
                about=f"{slot.name} {claim.id}",
                span=index.span(claim),
                data={"slot": slot_phrase(slot), "value": said(claim)},
                claims=(claim,),
                level="warning",
                label=label(claim),
            )
    yield Checked(checked)
