"""A correction names a claim that is not there.

`replaces: ID` says that this claim corrects another one of the same file, which then no longer counts. If the id is
mistyped, both count, and contradict each other.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "no claim of this file has the id `{id}`",
    "fr": "aucune affirmation de ce fichier ne porte l’identifiant « {id} »",
}
HELP = {
    "en": "name the id of the claim that is corrected, or remove `replaces`",
    "fr": "indiquez l’identifiant de l’affirmation corrigée, ou supprimez `replaces`",
}

BAD = [
    """
claims:
  - {id: first-count, subject: Paris, attribute: population, when: 2022, value: 2.1 million}
  - {id: recount, subject: Paris, attribute: population, when: 2023, value: 2.1 million, replaces: first-cuont}  # finds: format/unknown-id
""",
]
GOOD = [
    """
claims:  # the corrected claim may stand below
  - {id: right, subject: OpenAI, attribute: valuation, value: 500e9 USD, replaces: wrong}
  - {id: wrong, subject: OpenAI, attribute: valuation, value: 830e9 USD}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each `replaces` that names no claim of its file."""
    for problem in index.problems("unknown-id"):
        yield at_problem(problem)
