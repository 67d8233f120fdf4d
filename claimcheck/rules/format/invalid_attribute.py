"""An attribute is declared in a way that cannot be used.

Its name must do in expressions (`market_share(Acme)`), its `type` is one of the eight or a unit, and its limits are
numbers, the lower one lower. An attribute without a usable type is not there for any claim.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "cannot use `{name}` here: expected {expected}",
    "fr": "« {name} » ne convient pas ici ; attendu : {expected}",
}
HELP = {
    "en": "write it like `market_share: {{type: share, at-least: 0, at-most: 1}}`",
    "fr": "écrivez-le comme `market_share: {{type: share, at-least: 0, at-most: 1}}`",
}

BAD = [
    """
claims: []
attributes:
  market-share: {type: share}  # finds: format/invalid-attribute
  takings: {type: mony}  # finds: format/invalid-attribute
  occupancy: {type: share, at-least: 1, at-most: 0}  # finds: format/invalid-attribute
  visitors: {type: count, at-least: none}  # finds: format/invalid-attribute
""",
]
GOOD = [
    """
claims: []
attributes:
  part_de_marché: {type: share, at-least: 0, at-most: 100 %}
  takings: {type: money, at-least: 0, period: duration}
  price_of_heat: {type: EUR/MWh}
  water_temperature: {type: degC, at-least: -273.15}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each part of an attribute's declaration that cannot be used."""
    for problem in index.problems("invalid-attribute"):
        yield at_problem(problem)
