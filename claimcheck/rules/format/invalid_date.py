"""A date is not written as dates are, or does not exist.

Dates are in EDTF: 2026, 2026-01, 2026-01-30, 2025-Q4, 2025/2026, 2025-10/.. for what still holds, and `~` after a
date for "about". `published`, `checked` and `until` are single days. What is said of a day that does not exist can be
held against nothing.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "`{text}` is no valid date here ({expected})",
    "fr": "« {text} » n’est pas une date valable ici ({expected})",
}
HELP = {
    "en": "write it like 2026, 2026-01, 2026-01-30, 2025-10/.. or 2025-Q4",
    "fr": "écrivez-la comme 2026, 2026-01, 2026-01-30, 2025-10/.. ou 2025-Q4",
}
HINT = {
    "en": "{hint}",
    "fr": "{hint}",
}

BAD = [
    """
claims:
  - {id: one, subject: OpenAI, attribute: valuation, when: 2026-02-30, value: 500e9 USD}  # finds: format/invalid-date
  - {id: two, subject: Acme, attribute: valuation, when: 30 January 2026, value: 2e9 USD}  # finds: format/invalid-date
""",
    """
document: {published: 2026-01}  # finds: format/invalid-date
claims:
  - {id: launch, subject: GPT-5, attribute: release, value: August 2025}  # finds: format/invalid-date
""",
]
GOOD = [
    """
document: {published: 2026-01-30}
claims:
  - {id: one, subject: OpenAI, attribute: valuation, when: 2024-02-29, value: 157e9 USD}
  - {id: two, subject: Acme, attribute: valuation, when: 2025-10/.., value: 2e9 USD}
  - {id: three, subject: Acme, attribute: revenue, when: 2025-Q4, value: 90 million USD}
  - {id: launch, subject: GPT-5, attribute: release, value: 2025-08~}
  - {id: start, subject: Acme, attribute: founded, value: "199X"}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each date that cannot be read, or is no single day where one is needed."""
    for problem in index.problems("invalid-date"):
        yield at_problem(problem, help=HINT if problem.data.get("hint") else None)
