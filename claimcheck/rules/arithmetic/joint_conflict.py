"""Claims about several things cannot all hold, though no two of them contradict each other.

The parts do not fit their total, the difference is not what is left, the product is not what was paid. Each
set that is reported is minimal: without any one of its claims, the rest could hold. The derivation shows the
arithmetic; one of the claims is wrong, or they speak of different things (`when`, `where`, `scenario`).
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "{claims} cannot all hold: together they do not add up",
    "fr": "{claims} ne peuvent tenir toutes ensemble : le compte n’y est pas",
}
HELP = {
    "en": "correct one of them, or say what sets them apart with `when`, `where` or `scenario`",
    "fr": "corrigez l’une d’elles, ou dites ce qui les distingue par `when`, `where` ou `scenario`",
}

BAD = [
    """
claims:
  - {id: first, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: 30 billion USD}
  - {id: second, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 50 billion USD}
  - id: together
    that: investment(Nvidia, in=OpenAI) + investment(Amazon, in=OpenAI)
    value: up to 60 billion USD  # finds: arithmetic/joint-conflict
""",
    """
claims:  # parts that cannot be negative, and need not be all, are at most their total
  - {id: first, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: 41 billion USD}
  - {id: second, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 52 billion USD}
  - {id: total, that: "sum(investment(*, in=OpenAI))", value: 81 billion USD}  # finds: arithmetic/joint-conflict
""",
    """
claims:  # if the list is complete, they are no less either
  - {id: first, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: 41 billion USD}
  - {id: second, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 52 billion USD}
  - {id: all, that: "complete(investment(*, in=OpenAI))"}
  - {id: total, that: "sum(investment(*, in=OpenAI))", value: 101 billion USD}  # finds: arithmetic/joint-conflict
""",
    """
claims:  # what follows from one statement meets the next
  - {id: paid, subject: Acme, attribute: spending, when: 2025, value: 90 million EUR}
  - {id: result, subject: Acme, attribute: profit, when: 2025, value: 25 million EUR}
  - {id: rest, that: revenue(Acme) - spending(Acme), when: 2025, value: 5 million EUR}
  - {id: margin, that: profit(Acme) / revenue(Acme), when: 2025, value: 12 %}  # finds: arithmetic/joint-conflict
""",
]
GOOD = [
    """
claims:  # rounded parts of a rounded total
  - {id: first, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: 30.4 billion USD}
  - {id: second, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 29.4 billion USD}
  - {id: both, that: "investment(Nvidia, in=OpenAI) + investment(Amazon, in=OpenAI)", value: 60 billion USD}
""",
    """
claims:  # another deal is no part of this one
  - {id: first, subject: Nvidia, attribute: investment, where: {in: OpenAI, deal: a}, value: 30 billion USD}
  - {id: second, subject: Amazon, attribute: investment, where: {in: OpenAI, deal: b}, value: 50 billion USD}
  - {id: both, that: "investment(Nvidia, in=OpenAI, deal=a) + investment(Amazon, in=OpenAI, deal=a)", value: up to 60 billion USD}
""",
    """
claims:  # another year
  - {id: income, subject: Acme, attribute: revenue, when: 2024, value: 80 million EUR}
  - {id: outgo, subject: Acme, attribute: spending, when: 2025, value: 90 million EUR}
  - {id: rest, that: revenue(Acme) - spending(Acme), when: 2025, value: 5 million EUR}
""",
    """
claims:  # a supposition
  - {id: income, subject: Acme, attribute: revenue, when: 2025, value: 80 million EUR}
  - {id: outgo, subject: Acme, attribute: spending, when: 2025, value: 90 million EUR, scenario: crisis}
  - {id: rest, that: revenue(Acme) - spending(Acme), when: 2025, value: 5 million EUR}
""",
    """
claims:  # a part may be missing
  - {id: first, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: 41 billion USD}
  - {id: second, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 52 billion USD}
  - {id: total, that: "sum(investment(*, in=OpenAI))", value: 101 billion USD}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for all minimal sets about the same expressions and slots."""
    if index.networked():
        from claimcheck.consistency.joint import JOINT, outcomes

        yield from outcomes(index, JOINT)
