"""A name is none of any entity in the vocabulary.

Claims on one thing meet only if they call it by a name that the vocabulary knows: a mistyped name would be a thing of
its own, about which nothing else is said. Correct the name, or declare the entity with all the names it goes by.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "no entity is called `{name}`",
    "fr": "aucune entité ne s’appelle « {name} »",
}
HELP = {
    "en": "add it to `entities` in vocabulary.yaml, with its aliases",
    "fr": "ajoutez-la aux `entities` de vocabulary.yaml, avec ses autres noms (`aliases`)",
}

BAD = [
    """
claims:
  - {id: worth, subject: OpenIA, attribute: valuation, value: 500e9 USD}  # finds: format/unknown-entity
entities: {OpenAI: }
""",
    """
claims:
  - {id: post, subject: OpenAI, attribute: ceo, value: Sam Altmann}  # finds: format/unknown-entity
  - {id: short, that: revenue(OpenAI) < revenue(Microsoft), when: 2025}  # finds: format/unknown-entity
entities: {OpenAI: , altman: {name: Sam Altman}}
""",
]
GOOD = [
    """
claims:  # by id, name or alias, in any case, accents aside
  - {id: price, subject: edf, attribute: electricity_price, when: 2025, value: 60 EUR/MWh}
  - {id: output, subject: Electricite de France, attribute: energy, when: 2025, value: 400 TWh}
  - {id: short, that: revenue("L’électricien") < spending(EDF), when: 2025}
entities: {EDF: {name: Électricité de France, aliases: [L’électricien]}}
""",
    """
claims:  # what a text says need not be an entity
  - {id: part, subject: Nvidia, attribute: investment, where: {in: OpenAI, deal: second round}, value: 30e9 USD}
entities: {OpenAI: , Nvidia: }
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each place where an entity is named that the vocabulary does not know."""
    for problem in index.problems("unknown-entity"):
        yield at_problem(problem)
