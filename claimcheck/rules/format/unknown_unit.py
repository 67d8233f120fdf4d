"""A unit or currency is not known.

Amounts are compared by converting them, exactly. Units are named as people do (MWh, km², t, °C, and compounds such as
EUR/MWh), currencies by their ISO 4217 code: `$` might be any of twenty.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "no unit or currency is called `{name}`",
    "fr": "aucune unité ni devise ne s’appelle « {name} »",
}
HELP = {
    "en": "use a unit such as MWh, t or km², or the ISO 4217 code of a currency",
    "fr": "prenez une unité telle que MWh, t ou km², ou le code ISO 4217 d’une devise",
}
HINT = {
    "en": "{hint}",
    "fr": "{hint}",
}

BAD = [
    """
claims:
  - {id: output, subject: Spain, attribute: energy, when: 2025, value: 240 TWhh}  # finds: format/unknown-unit
""",
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500 billion dollars}  # finds: format/unknown-unit
  - {id: people, subject: Paris, attribute: population, when: 2023, value: 2.1 million inhabitants}  # finds: format/unknown-unit
""",
]
GOOD = [
    """
claims:
  - {id: output, subject: Spain, attribute: energy, when: 2025, value: 240 TWh}
  - {id: price, subject: Spain, attribute: electricity_price, when: 2025, value: 60 EUR/MWh}
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500 billion USD}
  - {id: land, subject: Spain, attribute: area, value: 506_000 square kilometers}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each unit that is not known."""
    for problem in index.problems("unknown-unit"):
        yield at_problem(problem, help=HINT if problem.data.get("hint") else None)
