"""A key has no meaning where it stands.

A mistyped key would be as good as absent, and nobody would notice that a claim lost its date or its certainty.
Correct the name; what is meant for colleagues goes into `note`. A claim about an expression (`that`) has no
`subject`, `attribute` or `where` of its own, since the expression names them.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "the key `{key}` has no meaning here",
    "fr": "la clé `{key}` n’a pas de sens ici",
}
BESIDE = {
    "en": "`{key}` cannot stand beside `{beside}`, whose expression names it",
    "fr": "`{key}` ne va pas avec `{beside}`, dont l’expression le nomme déjà",
}
HELP = {
    "en": "remove the key, or correct its name",
    "fr": "supprimez la clé, ou corrigez son nom",
}
KNOWN = {
    "en": "choose one of the keys that have: {known}",
    "fr": "choisissez parmi les clés possibles : {known}",
}
INSIDE = {
    "en": "write it inside of the expression, as in `investment(SoftBank, in=OpenAI)`",
    "fr": "écrivez-le dans l’expression, comme dans `investment(SoftBank, in=OpenAI)`",
}

BAD = [
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, certanty: possible}  # finds: format/unknown-key
""",
    """
document: {titre: A round for OpenAI}  # finds: format/unknown-key
claims: []
""",
    """
claims:
  - id: short
    subject: OpenAI  # finds: format/unknown-key
    that: revenue(OpenAI) < spending(OpenAI)
    when: 2025
""",
]
GOOD = [
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, certainty: possible, note: "certanty: none"}
""",
    """
claims:  # which qualifiers there are is up to the attribute
  - {id: part, subject: SoftBank, attribute: investment, where: {in: OpenAI, deal: spring}, value: 41e9 USD}
""",
    """
claims:
  - {id: short, that: revenue(OpenAI) < spending(OpenAI), when: 2025, certainty: probable}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each key that is unknown where it stands."""
    for problem in index.problems("unknown-key"):
        if "beside" in problem.data:
            yield at_problem(problem, text=BESIDE, help=INSIDE)
        else:
            yield at_problem(problem, help=KNOWN if problem.data.get("known") else None)
