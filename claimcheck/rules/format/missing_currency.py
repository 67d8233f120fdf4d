"""An amount of money does not say in which currency.

41 billion dollars, euros and yen are three different claims, and which is meant is seldom plain to a reader abroad.
Add the ISO 4217 code; where the article has only "$", it is for its editor to say which.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "the amount for `{attribute}` has no currency",
    "fr": "le montant donné pour « {attribute} » n’a pas de devise",
}
HELP = {
    "en": "add the ISO 4217 code, as in 41e9 USD",
    "fr": "ajoutez le code ISO 4217, comme dans 41e9 USD",
}

BAD = [
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500 billion}  # finds: format/missing-currency
  - {id: together, that: revenue(OpenAI) + revenue(Microsoft), when: 2025, value: 300e9}  # finds: format/missing-currency
""",
]
GOOD = [
    """
claims:  # the end of a range has the currency for both; a share has none
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500 to 830 billion USD}
  - {id: part, subject: SoftBank, attribute: stake, where: {in: OpenAI}, value: 0.11}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each amount of money without a currency."""
    for problem in index.problems("missing-currency"):
        yield at_problem(problem)
