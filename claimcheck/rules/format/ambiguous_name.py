"""Two entities answer to one name.

Claims that use the name would be about the first of the two, whichever was meant. Case and accents tell no names
apart.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "`{name}` is a name of both `{one}` and `{other}`",
    "fr": "« {name} » désigne à la fois « {one} » et « {other} »",
}
HELP = {
    "en": "leave the name to one of them, and give the other a longer one",
    "fr": "réservez ce nom à l’une des deux entités, et donnez à l’autre un nom plus long",
}

BAD = [
    """
claims: []
entities:
  georgia-us: {name: Georgia}
  georgia-ge: {name: Sakartvelo, aliases: [GEORGIA]}  # finds: format/ambiguous-name
""",
    """
claims: []
entities:
  Acme: {name: The Acme Group, aliases: [L’Équipe]}
  sport: {name: l’equipe}  # finds: format/ambiguous-name
""",
]
GOOD = [
    """
claims: []
entities:  # a name may be repeated within one entity, and be part of another name
  georgia-us: {name: Georgia, aliases: [georgia, the state of Georgia]}
  georgia-ge: {name: Republic of Georgia}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each name that two entities of a vocabulary share."""
    for problem in index.problems("ambiguous-name"):
        yield at_problem(problem)
