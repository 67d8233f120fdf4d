"""A comparison that the article makes is refuted by its own figures.

"Revenue no longer covers spending", "more than all the others together": the sentence compares, and the figures
given elsewhere say the opposite. Either a figure is wrong, or the comparison is of another time or group.
"""

from collections.abc import Iterator

from claimcheck.consistency.conflicts import Conflict, worlds
from claimcheck.consistency.derivation import derivation
from claimcheck.consistency.levels import level_of_set
from claimcheck.consistency.network import Network
from claimcheck.consistency.steps import label, related
from claimcheck.finding import Checked, Finding, Outcome
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.model.expression import Comparison, show

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
    """One finding for each minimal set of claims that refutes a comparison."""
    for document in index.documents:
        for network, parts in worlds(index, document):
            for _, part, decision in parts:
                comparisons = [c.claim for c in part if isinstance(c.claim.that, Comparison)]
                for claim in comparisons:
                    yield Checked()
                    for conflict in decision.conflicts:
                        if claim in conflict.claims:
                            yield _finding(index, network, conflict, claim)


def _finding(index: Index, network: Network, conflict: Conflict, claim: Claim) -> Finding:
    assert claim.that is not None
    lowered = max(constraint.lower for constraint in conflict.constraints)
    others = tuple(other for other in conflict.claims if other is not claim)
    return Finding(
        about=" ".join((claim.id, *sorted(other.id for other in others))),
        span=index.span(claim, "that"),
        data={"claim": claim.id, "comparison": show(claim.that)},
        claims=conflict.claims,
        level=level_of_set(conflict.claims, robust=conflict.robust, lowered=lowered),
        label=label(claim),
        related=related(index, others),
        steps=derivation(network, conflict),
    )
