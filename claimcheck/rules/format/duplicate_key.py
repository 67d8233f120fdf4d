"""A key is given twice in one place.

Only the first one counts, and whoever wrote the second believes otherwise. Keep one of them.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "the key `{key}` is given twice, first in line {line}",
    "fr": "la clé `{key}` figure deux fois, la première à la ligne {line}",
}
HELP = {
    "en": "remove one of them, or start a new claim with `-`",
    "fr": "supprimez l’une des deux, ou commencez une nouvelle affirmation par `-`",
}

BAD = [
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, value: 830e9 USD}  # finds: format/duplicate-key
""",
    """
claims:  # the hyphen of the second claim was forgotten
  - id: worth
    subject: OpenAI
    attribute: valuation
    value: 500e9 USD
    id: raised  # finds: format/duplicate-key
""",
]
GOOD = [
    """
claims:  # the same key in two claims, and in a claim and its qualifiers
  - {id: one, subject: SoftBank, attribute: investment, where: {in: OpenAI, deal: value}, value: 41e9 USD}
  - {id: two, subject: Nvidia, attribute: investment, where: {in: OpenAI, deal: value}, value: 30e9 USD}
""",
    """
claims:  # a merged key gives way to the claim's own
  - &first {id: one, subject: OpenAI, attribute: revenue, when: 2024, value: 3.7 billion USD}
  - {<<: *first, id: two, when: 2025, value: 13 billion USD}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each key that stands where it stood before."""
    for problem in index.problems("duplicate-key"):
        yield at_problem(problem)
