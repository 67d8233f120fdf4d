"""An `ignore:` entry accepts nothing.

What it accepted has been corrected, or never was there. Left in place, it would one day hide a finding that nobody
has judged. Only entries are judged whose rule has run.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "warning"
TAGS = ("suppressions",)
AFTER_SUPPRESSION = True
MESSAGE = {
    "en": "`ignore` accepts {rule}, which finds nothing here",
    "fr": "`ignore` accepte {rule}, qui ne trouve rien ici",
}
HELP = {
    "en": "remove the entry",
    "fr": "supprimez l’entrée",
}

BAD = [
    """
claims:
  - id: worth
    subject: OpenAI
    attribute: valuation
    value: 500e9 USD
    ignore: [{rule: format/unused-suppression, reason: after the investment}]  # finds: format/unused-suppression
""",
]
GOOD = [
    """
claims:  # the entry counts from either side
  - id: at-round
    subject: OpenAI
    attribute: valuation
    value: about 830 billion USD
    ignore: [{rule: values/conflict, with: now, reason: after the investment, by: MD}]
  - {id: now, subject: OpenAI, attribute: valuation, value: about 500 billion USD}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each suppression of a rule that ran and found nothing to suppress."""
    for problem in index.problems("unused-suppression"):
        yield at_problem(problem, level="warning")
