"""A key that must be there is missing.

A claim says nothing without an `id` to name it by, and without a `subject`, an `attribute` and a `value` (or an
expression, `that`). An `ignore:` entry needs a `reason`, for whoever reads it next year.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "`{key}` is missing",
    "fr": "`{key}` manque",
}
HELP = {
    "en": "add `{key}:`",
    "fr": "ajoutez `{key}:`",
}
EMPTY = {
    "en": "the file is empty",
    "fr": "le fichier est vide",
}
START = {
    "en": "start it with `{key}:`, or remove the file",
    "fr": "commencez-le par `{key}:`, ou supprimez le fichier",
}
START_VOCABULARY = {
    "en": "start it with `entities:` or `attributes:`, or remove the file",
    "fr": "commencez-le par `entities:` ou `attributes:`, ou supprimez le fichier",
}

BAD = [
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation}  # finds: format/missing-key
""",
    """
claims:
  - {subject: OpenAI, attribute: valuation, value: 500e9 USD}  # finds: format/missing-key
""",
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, ignore: [{rule: values/conflict}]}  # finds: format/missing-key
""",
]
GOOD = [
    """
claims:  # a comparison has no value
  - {id: short, that: revenue(OpenAI) < spending(OpenAI), when: 2025}
""",
    """
claims: []  # nothing is claimed
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each key that is not there, and for each empty file."""
    for problem in index.problems("missing-key"):
        if not problem.data["empty"]:
            yield at_problem(problem)
        elif problem.data["key"] == "vocabulary":
            yield at_problem(problem, text=EMPTY, help=START_VOCABULARY)
        else:
            yield at_problem(problem, text=EMPTY, help=START)
