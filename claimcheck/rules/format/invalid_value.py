"""A value is not written as values are.

A value is a number with its unit and, where the article has them, marks such as `about`, `up to` or `under`; digits
are those of the prose. What cannot be read is compared with nothing.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "cannot read the value `{text}`: expected {expected}",
    "fr": "la valeur « {text} » ne se lit pas ; attendu : {expected}",
}
HELP = {
    "en": "write it like 41e9 USD, about 5 %, up to 30 MW or 20 to 50 million EUR",
    "fr": "écrivez-la comme 41e9 USD, about 5 %, up to 30 MW ou 20 to 50 million EUR",
}
HINT = {
    "en": "{hint}",
    "fr": "{hint}",
}

BAD = [
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: five hundred billion USD}  # finds: format/invalid-value
  - {id: part, subject: SoftBank, attribute: investment, where: {in: OpenAI}, value: $41 billion}  # finds: format/invalid-value
""",
    """
claims:  # a comma is no decimal point
  - {id: people, subject: Paris, attribute: population, when: 2023, value: "2,1 million"}  # finds: format/invalid-value
""",
    """
claims:  # people are counted in whole numbers
  - {id: people, subject: Paris, attribute: population, when: 2023, value: 2104000.5}  # finds: format/invalid-value
""",
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 1e999999999 USD}  # finds: format/invalid-value
""",
    """
claims:
  - {id: rise, subject: OpenAI, attribute: growth, when: 2025, value: under 20 to 50 %}  # finds: format/invalid-value
""",
]
GOOD = [
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: about 830 billion USD}
  - {id: part, subject: SoftBank, attribute: investment, where: {in: OpenAI}, value: 20 to under 50 billion USD}
  - {id: people, subject: Paris, attribute: population, when: 2023, value: 2.1 million}
  - {id: loss, subject: OpenAI, attribute: profit, when: 2025, value: -5e9 USD}
  - {id: rise, subject: Paris, attribute: growth, when: 2024, value: ~0.5%}
  - {id: tall, subject: Paris, attribute: area, value: 105.4 km², precision: exact}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each value that cannot be read."""
    for problem in index.problems("invalid-value"):
        yield at_problem(problem, help=HINT if problem.data.get("hint") else None)
