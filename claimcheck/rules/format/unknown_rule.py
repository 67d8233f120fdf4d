"""An `ignore:` entry names a rule that does not exist.

It accepts nothing, and what it was to accept is reported. Most often the name is mistyped, or its family is missing:
write it as reports do.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
TAGS = ("suppressions",)
AFTER_SUPPRESSION = True
MESSAGE = {
    "en": "no rule is called `{name}`",
    "fr": "aucune règle ne s’appelle « {name} »",
}
HELP = {
    "en": "name a rule as reports do: family/problem",
    "fr": "nommez une règle comme le font les rapports : famille/problème",
}

BAD = [
    """
claims:
  - id: worth
    subject: OpenAI
    attribute: valuation
    value: 500e9 USD
    ignore: [{rule: format/unknown-rules, reason: after the investment}]  # finds: format/unknown-rule
""",
]
GOOD = [
    """
claims:
  - id: worth
    subject: OpenAI
    attribute: valuation
    value: 500e9 USD
    ignore: [{rule: format/unknown-rule, reason: after the investment, until: 2026-12-31}]
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each suppression of a rule that nobody knows."""
    for problem in index.problems("unknown-rule"):
        yield at_problem(problem)
