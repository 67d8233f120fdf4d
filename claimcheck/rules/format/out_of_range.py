"""A value is one that its attribute can never have.

A share of more than the whole, a negative population: whatever the article says, this cannot be meant. The limits of
an attribute (`at-least`, `at-most`) are in the vocabulary; a value is outside of them even if it is rounded generously.
"""

from collections.abc import Iterator

from claimcheck.finding import Amounts, Outcome, at_problem
from claimcheck.index import Index
from claimcheck.model.claim import Problem
from claimcheck.model.interval import Interval
from claimcheck.model.units import PLAIN, Unit, parse_unit

LEVEL = "error"
MESSAGE = {
    "en": "`{text}` is outside of what `{attribute}` can be: {limits}",
    "fr": "« {text} » sort de ce que « {attribute} » peut valoir : {limits}",
}
HELP = {
    "en": "correct the value, or the limits of `{attribute}` in vocabulary.yaml",
    "fr": "corrigez la valeur, ou les limites de « {attribute} » dans vocabulary.yaml",
}

BAD = [
    """
claims:
  - {id: part, subject: SoftBank, attribute: stake, where: {in: OpenAI}, value: 111 %}  # finds: format/out-of-range
  - {id: sales, subject: OpenAI, attribute: revenue, when: 2025, value: -13 billion USD}  # finds: format/out-of-range
""",
    """
claims:
  - {id: input, subject: The plant, attribute: boiler_power, value: 3 GW}  # finds: format/out-of-range
attributes:
  boiler_power: {type: MW, at-least: 0, at-most: 500}
""",
]
GOOD = [
    """
claims:  # all of it, none of it, a loss, a limit that reaches into what is possible
  - {id: whole, subject: SoftBank, attribute: stake, where: {in: Acme}, value: 100 %}
  - {id: none, subject: SoftBank, attribute: stake, where: {in: OpenAI}, value: 0}
  - {id: loss, subject: OpenAI, attribute: profit, when: 2025, value: -13 billion USD}
  - {id: part, subject: Nvidia, attribute: stake, where: {in: OpenAI}, value: over 90 %}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each value outside of the limits of its attribute."""
    for problem in index.problems("out-of-range"):
        limits = problem.data["limits"]
        assert isinstance(limits, Interval)
        data = {**problem.data, "limits": Amounts(limits, _unit(index, problem))}
        yield at_problem(problem)._replace(data=data)


def _unit(index: Index, problem: Problem) -> Unit:
    """The unit that the attribute's limits are written in; % beside a value in %."""
    if "%" in str(problem.data["text"]):
        return parse_unit("%")
    for document in (*index.documents, *index.reference_files):
        attribute = document.vocabulary.attributes.get(str(problem.data["attribute"]))
        if document.path == problem.span.path and attribute is not None:
            return attribute.type.unit or PLAIN
    return PLAIN
