"""Two claims of a file have one id.

An id is how corrections (`replaces`), suppressions (`with`) and reports name a claim; with two of them nobody
knows which is meant. Give one of the two another id.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, Phrase, Related, at_problem
from claimcheck.index import Index
from claimcheck.model.claim import Problem

LEVEL = "error"
MESSAGE = {
    "en": "the id `{id}` is taken by an earlier claim",
    "fr": "l’identifiant « {id} » est déjà celui d’une autre affirmation",
}
HELP = {
    "en": "give one of the two another id",
    "fr": "donnez un autre identifiant à l’une des deux",
}
FIRST = {
    "en": "first here",
    "fr": "d’abord ici",
}

BAD = [
    """
claims:
  - {id: revenue, subject: OpenAI, attribute: revenue, when: 2024, value: 3.7 billion USD}
  - {id: revenue, subject: OpenAI, attribute: revenue, when: 2025, value: 13 billion USD}  # finds: format/duplicate-id
""",
]
GOOD = [
    """
claims:  # a reference may have the id of a claim
  - {id: revenue, subject: OpenAI, attribute: revenue, when: 2024, value: 3.7 billion USD}
  - {id: revenue-2025, subject: OpenAI, attribute: revenue, when: 2025, value: 13 billion USD}
references:
  - {id: revenue, subject: OpenAI, attribute: revenue, when: 2024, value: 3.7 billion USD, citation: Annual report, checked: 2026-01-15}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each claim whose id an earlier one of its file has."""
    for problem in index.problems("duplicate-id"):
        # Identified by the id alone: where the first one stands changes with the file.
        yield at_problem(problem)._replace(
            about=f"{problem.kind} {problem.data['id']}", related=_first(index, problem)
        )


def _first(index: Index, problem: Problem) -> tuple[Related, ...]:
    for claim in (*index.claims, *index.references):
        if claim.id == problem.data["id"] and claim.document.path == problem.span.path:
            return (Related(index.span(claim, "id"), Phrase(FIRST)),)
    return ()
