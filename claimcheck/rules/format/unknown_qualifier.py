"""A qualifier is none of those that the attribute has.

Qualifiers tell apart what one attribute may mean: an investment `in` this company or that, in this `deal` or another.
A mistyped one makes a slot of its own, in which nothing contradicts anything.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "the attribute `{attribute}` has no qualifier `{name}`",
    "fr": "l’attribut « {attribute} » n’a pas de qualificatif « {name} »",
}
HELP = {
    "en": "remove it, or add it to the `qualifiers` of `{attribute}` in vocabulary.yaml",
    "fr": "supprimez-le, ou ajoutez-le aux `qualifiers` de « {attribute} » dans vocabulary.yaml",
}

BAD = [
    """
claims:
  - {id: part, subject: SoftBank, attribute: investment, where: {inn: OpenAI}, value: 41e9 USD}  # finds: format/unknown-qualifier
""",
    """
claims:
  - id: more
    that: investment(SoftBank, into=OpenAI) > investment(Nvidia, in=OpenAI)  # finds: format/unknown-qualifier
""",
]
GOOD = [
    """
claims:
  - {id: part, subject: SoftBank, attribute: investment, where: {in: OpenAI, deal: spring}, value: 41e9 USD}
""",
    """
claims:
  - {id: sold, subject: The Daily, attribute: copies_sold, where: {edition: weekend}, when: 2025, value: 81_000}
attributes:
  copies_sold: {type: count, period: duration, qualifiers: [edition]}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each qualifier that its attribute does not have."""
    for problem in index.problems("unknown-qualifier"):
        yield at_problem(problem)
