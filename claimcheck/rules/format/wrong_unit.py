"""A value has a unit that its attribute cannot have.

A valuation in MWh, a population in percent: either the unit is wrong, or the attribute. The same holds for two ends of
a range in units that do not convert into each other, and for money in several currencies.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index
from claimcheck.model.currencies import CODES

LEVEL = "error"
MESSAGE = {
    "en": "`{attribute}` takes {wanted}; found {unit}",
    "fr": "« {attribute} » attend {wanted} ; trouvé : {unit}",
}
MIXED = {
    "en": "a value of `{attribute}` cannot be in {unit} and in {wanted} at once",
    "fr": "une valeur de « {attribute} » ne peut être à la fois en {unit} et en {wanted}",
}
HELP = {
    "en": "correct the unit, or choose the attribute that is measured in it",
    "fr": "corrigez l’unité, ou prenez l’attribut qui se mesure ainsi",
}
NONE = {
    "en": "no unit",
    "fr": "aucune unité",
}

BAD = [
    """
claims:
  - {id: output, subject: Spain, attribute: energy, when: 2025, value: 240 GW}  # finds: format/wrong-unit
  - {id: supply, subject: France, attribute: energy, when: 2025, value: 540}  # finds: format/wrong-unit
""",
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 12 %}  # finds: format/wrong-unit
  - {id: people, subject: Paris, attribute: population, when: 2023, value: 2.1 million EUR}  # finds: format/wrong-unit
""",
    """
claims:
  - {id: part, subject: SoftBank, attribute: investment, where: {in: OpenAI}, value: 20e9 USD to 40e9 EUR}  # finds: format/wrong-unit
""",
    """
claims:
  - {id: together, that: revenue(OpenAI) + revenue(Microsoft), when: 2025, value: 300 MWh}  # finds: format/wrong-unit
""",
]
GOOD = [
    """
claims:  # units that convert into each other
  - {id: output, subject: Spain, attribute: energy, when: 2025, value: 240 TWh}
  - {id: supply, subject: France, attribute: energy, when: 2025, value: 2 EJ}
  - {id: price, subject: Spain, attribute: electricity_price, when: 2025, value: 6 USD/GJ}
  - {id: part, subject: SoftBank, attribute: stake, where: {in: OpenAI}, value: 0.11}
  - {id: rest, subject: Microsoft, attribute: stake, where: {in: OpenAI}, value: 27 %}
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500 billion JPY}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each value whose unit does not fit."""
    for problem in index.problems("wrong-unit"):
        unit, wanted = problem.data["unit"], problem.data["wanted"]
        mixed = _currencies_differ(str(unit), str(wanted))
        data = {
            **problem.data,
            "unit": NONE if unit in ("", "no unit") else unit,
            "wanted": wanted or NONE,
        }
        yield at_problem(problem, text=MIXED if mixed else None)._replace(data=data)


def _currencies_differ(one: str, other: str) -> bool:
    """Whether two units are alike but for the currency: USD and EUR, USD/MWh and EUR/MWh."""
    (code, _, rest), (other_code, _, other_rest) = one.partition("/"), other.partition("/")
    return rest == other_rest and code != other_code and {code, other_code} <= CODES
