"""An `ignore:` entry was to count until a day that is past.

What it accepted is reported again. Whoever set the end wanted someone to look then: decide anew, and correct the
claims, or give the entry another end.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "warning"
TAGS = ("suppressions",)
AFTER_SUPPRESSION = True
MESSAGE = {
    "en": "`ignore` accepted {rule} until {until} only",
    "fr": "`ignore` n’acceptait {rule} que jusqu’au {until}",
}
HELP = {
    "en": "correct the claims, or decide anew and move `until`",
    "fr": "corrigez les affirmations, ou décidez à nouveau et repoussez `until`",
}

BAD = [
    """
claims:
  - id: worth
    subject: OpenAI
    attribute: valuation
    value: 500e9 USD
    ignore:
      - rule: format/expired-suppression
        reason: the new round is not closed
        until: 2026-01-31  # finds: format/expired-suppression
as-of: 2026-02-01
""",
]
GOOD = [
    """
claims:  # the last day still counts
  - id: at-round
    subject: OpenAI
    attribute: valuation
    value: about 830 billion USD
    ignore: [{rule: values/conflict, reason: the new round is not closed, until: 2026-01-31}]
  - {id: now, subject: OpenAI, attribute: valuation, value: about 500 billion USD}
as-of: 2026-01-31
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each suppression whose last day is past."""
    for problem in index.problems("expired-suppression"):
        yield at_problem(problem, level="warning")
