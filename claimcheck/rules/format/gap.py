"""A gap is still to be filled.

`___` marks what a draft could not tell from the article. A claim with a gap is checked as far as it is written, and
whatever the gap would have said is not.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "warning"
MESSAGE = {
    "en": "`{key}` is still a gap",
    "fr": "`{key}` reste à remplir",
}
IN_LIST = {
    "en": "an entry of this list is still a gap",
    "fr": "une entrée de cette liste reste à remplir",
}
HELP = {
    "en": "write what the article says in place of `___`, or remove the claim",
    "fr": "écrivez ce que dit l’article à la place de `___`, ou supprimez l’affirmation",
}

BAD = [
    """
claims:
  - {id: worth, subject: ___, attribute: valuation, value: 500e9 USD}  # finds: format/gap
  - {id: part, subject: SoftBank, attribute: investment, where: {in: ___}, value: 41e9 USD}  # finds: format/gap
  - {id: more, subject: SoftBank, attribute: investment, where: {in: OpenAI}, value: about ___ USD}  # finds: format/gap
""",
]
GOOD = [
    """
claims:  # two are no gap, and a number may be grouped
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500_000_000_000 USD, note: ask __ MD __}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each gap."""
    for problem in index.problems("gap"):
        text = IN_LIST if str(problem.data["key"]).isdigit() else None
        yield at_problem(problem, level="warning", text=text)
