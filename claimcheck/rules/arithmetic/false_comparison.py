"""A comparison that the article makes is refuted by its own figures.

"Revenue no longer covers spending", "more than all the others together": the sentence compares, and the figures
given elsewhere say the opposite. Either a figure is wrong, or the comparison is of another time or group.
"""

from collections.abc import Iterator

from claimcheck.finding import Checked, Outcome
from claimcheck.index import Index
from claimcheck.model.expression import Comparison

LEVEL = "error"
MESSAGE = {
    "en": "{claim} says {comparison}, which the figures refute",
    "fr": "{claim} dit {comparison}, ce que les chiffres démentent",
}
HELP = {
    "en": "correct the comparison or a figure, or say of which time or group it holds",
    "fr": "corrigez la comparaison ou un chiffre, ou dites pour quel moment ou quel groupe elle vaut",
}

BAD = [
    """
claims:
  - {id: income, subject: OpenAI, attribute: revenue, when: 2025, value: 13 billion USD}
  - {id: outgo, subject: OpenAI, attribute: spending, when: 2025, value: 9 billion USD}
  - {id: short, that: revenue(OpenAI) < spending(OpenAI), when: 2025}  # finds: arithmetic/false-comparison
""",
    """
claims:
  - {id: old, subject: GPT-4, attribute: release, value: 2023-03-14}
  - {id: new, subject: GPT-5, attribute: release, value: 2025-08-07}
  - {id: order, that: release(GPT-5) < release(GPT-4)}  # finds: arithmetic/false-comparison
""",
]
GOOD = [
    """
claims:
  - {id: income, subject: OpenAI, attribute: revenue, when: 2025, value: 13 billion USD}
  - {id: outgo, subject: OpenAI, attribute: spending, when: 2025, value: 22 billion USD}
  - {id: short, that: revenue(OpenAI) < spending(OpenAI), when: 2025}
""",
    """
claims:  # the figures are of another year
  - {id: income, subject: OpenAI, attribute: revenue, when: 2024, value: 13 billion USD}
  - {id: outgo, subject: OpenAI, attribute: spending, when: 2024, value: 9 billion USD}
  - {id: short, that: revenue(OpenAI) < spending(OpenAI), when: 2025}
""",
    """
claims:  # rounded figures leave it open
  - {id: income, subject: OpenAI, attribute: revenue, when: 2025, value: about 10 billion USD}
  - {id: outgo, subject: OpenAI, attribute: spending, when: 2025, value: 9.7 billion USD}
  - {id: short, that: revenue(OpenAI) < spending(OpenAI), when: 2025}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for all minimal sets of claims about the same slots that refute a comparison."""
    if not index.networked():
        return
    from claimcheck.consistency.conflicts import worlds
    from claimcheck.consistency.joint import COMPARISON, outcomes

    for document in index.networked():
        for _, parts in worlds(index, document):
            for part, _ in parts:
                found = (c.claim for c in part.constraints if c.claim is not None)
                yield Checked(sum(isinstance(claim.that, Comparison) for claim in found))
    yield from outcomes(index, COMPARISON)
