"""A value is of another kind than its key takes.

A list where one text belongs, a number as an id, a word for a certainty that is none of the three: what is meant
can only be guessed, so that it is left out. Write it as the key takes it; an id or a name made of digits needs
quotation marks.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from claimcheck.catalogue import Told, tell
from claimcheck.finding import AnyOf, Outcome, at_problem
from claimcheck.index import Index
from claimcheck.model.claim import Problem

LEVEL = "error"
MESSAGE = {
    "en": "expected {expected}, found {found}",
    "fr": "attendu : {expected} ; trouvé : {found}",
}
HELP = {
    "en": "write {expected} here",
    "fr": "écrivez ici {expected}",
}
QUOTED = {
    "en": 'quote it: "{found}"',
    "fr": 'mettez-le entre guillemets droits : "{found}"',
}
BAD = [
    """
claims:
  - {id: 12, subject: OpenAI, attribute: valuation, value: 500e9 USD}  # finds: format/wrong-type
""",
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, certainty: likely}  # finds: format/wrong-type
""",
    """
claims:
  - {id: worth, subject: [OpenAI, Nvidia], attribute: valuation, value: 500e9 USD}  # finds: format/wrong-type
""",
    """
claims:  # YAML 1.2: `yes` is a word
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, denied: yes}  # finds: format/wrong-type
""",
]
GOOD = [
    """
claims:  # quoted digits are a text, and `no` is a word
  - {id: "12", subject: "1984", attribute: ceo, value: no}
""",
    """
claims:  # numbers, where a number is meant
  - {id: people, subject: Paris, attribute: population, when: 2023, value: 2_104_000, precision: 1000, denied: false}
""",
    """
claims:  # texts that may also be more than texts
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, quote: {row: OpenAI, column: Value}}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each value of the wrong kind."""
    for problem in index.problems("wrong-type"):
        finding = at_problem(problem, help=QUOTED if _would_do_quoted(problem) else None)
        yield finding._replace(data={**problem.data, **_in_words(problem)})


def _expected(problem: Problem) -> Sequence[str]:
    return cast(Sequence[str], problem.data["expected"])


def _would_do_quoted(problem: Problem) -> bool:
    """Whether a number or boolean stands where only text may."""
    expected, found = _expected(problem), problem.data["found"]
    quotable = found != "" and not isinstance(found, Told)
    return "text" in expected and "a number" not in expected and quotable


def _in_words(problem: Problem) -> Mapping[str, object]:
    """Either this or that, and what was found."""
    found = problem.data["found"] or tell("an empty text")
    return {"expected": AnyOf(_expected(problem)), "found": found}
