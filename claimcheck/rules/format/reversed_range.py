"""The ends of a range are in the wrong order.

"50 to 20" holds no value at all. Often a digit or a scale word is missing from one of the ends.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "no value lies in `{text}`: its ends are in the wrong order",
    "fr": "aucune valeur n’est dans « {text} » : ses bornes sont inversées",
}
HELP = {
    "en": "write the lower end first, or correct one of the two",
    "fr": "commencez par la borne inférieure, ou corrigez l’une des deux",
}

BAD = [
    """
claims:
  - {id: part, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 50 to 20 billion USD}  # finds: format/reversed-range
""",
    """
claims:  # the first end has its own scale
  - {id: part, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 900 billion to 1.2e9 USD}  # finds: format/reversed-range
""",
    """
claims:
  - {id: launch, subject: GPT-5, attribute: release, value: 2026 to 2025}  # finds: format/reversed-range
""",
]
GOOD = [
    """
claims:
  - {id: part, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 900 million to 1.2 billion USD}
  - {id: exact, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: 30 to 30 billion USD}
  - {id: loss, subject: OpenAI, attribute: profit, when: 2025, value: -9 to -5 billion USD}
  - {id: launch, subject: GPT-5, attribute: release, value: 2025 to 2025-08}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each range that holds no value."""
    for problem in index.problems("reversed-range"):
        yield at_problem(problem)
