"""An attribute is not in the vocabulary.

What kind of value an attribute has, and whether two values can stand beside each other, is said in the vocabulary;
without that nothing can be compared. Correct the name, or declare the attribute with its `type`.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "no attribute is called `{name}`",
    "fr": "aucun attribut ne s’appelle « {name} »",
}
HELP = {
    "en": "declare it under `attributes` in vocabulary.yaml, with its `type`",
    "fr": "déclarez-le parmi les `attributes` de vocabulary.yaml, avec son `type`",
}

BAD = [
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuaton, value: 500e9 USD}  # finds: format/unknown-attribute
""",
    """
claims:  # found by its French label, too
  - {id: turnover, subject: OpenAI, attribute: chiffre d’affaires, when: 2025, value: 13e9 USD}  # finds: format/unknown-attribute
""",
    """
claims:
  - {id: short, that: revenue(OpenAI) < spendings(OpenAI), when: 2025}  # finds: format/unknown-attribute
""",
    """
claims: []
attributes:
  sole_printer: {type: entity, excludes: printer}  # finds: format/unknown-attribute
""",
]
GOOD = [
    """
claims:  # a newsroom's own attribute
  - {id: sold, subject: The Daily, attribute: copies_sold, when: 2025, value: 81_000}
attributes:
  copies_sold: {type: count, at-least: 0, period: duration}
""",
    """
claims: []
attributes:
  printer: {type: entity, single: false}
  sole_printer: {type: entity, excludes: printer}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each place where an attribute is named that the vocabulary does not know."""
    for problem in index.problems("unknown-attribute"):
        yield at_problem(problem)
