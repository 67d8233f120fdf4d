"""An expression cannot be read, or makes no sense.

`that:` says something about several values at once: a comparison (`revenue(OpenAI) < spending(OpenAI)`), which has no
`value`, or a quantity, which needs one. What is added or compared must be of one kind. A name with spaces is quoted.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "cannot use the expression `{text}`: expected {expected}",
    "fr": "l’expression « {text} » est inutilisable ; attendu : {expected}",
}
HELP = {
    "en": 'write a comparison such as `revenue("Acme Corp") < 20e9 USD`, or a quantity with its `value`',
    "fr": 'écrivez une comparaison comme `revenue("Acme Corp") < 20e9 USD`, ou une grandeur avec sa `value`',
}

HINT = {
    "en": "{hint}",
    "fr": "{hint}",
}

BAD = [
    """
claims:
  - {id: short, that: revenue(OpenAI) <, when: 2025}  # finds: format/invalid-expression
  - {id: wrong-kind, that: revenue(OpenAI) < population(Paris), when: 2025}  # finds: format/invalid-expression
""",
    """
claims:  # a comparison is true or false, a sum has a value
  - {id: both, that: revenue(OpenAI) < spending(OpenAI), when: 2025, value: 5e9 USD}  # finds: format/invalid-expression
  - {id: neither, that: revenue(OpenAI) + spending(OpenAI), when: 2025}  # finds: format/invalid-expression
""",
    """
claims:
  - {id: nobody, that: revenue() > 5e9 USD, when: 2025}  # finds: format/invalid-expression
  - {id: no-unit, that: revenue(OpenAI) > 5e9 dollars, when: 2025}  # finds: format/invalid-expression
""",
]
GOOD = [
    """
claims:
  - {id: short, that: revenue(OpenAI) < spending("Acme Corp"), when: 2025}
  - {id: sum, that: revenue(OpenAI) + spending(OpenAI), when: 2025, value: 20 to 40 billion USD}
  - {id: later, that: release(GPT-5) - release(GPT-4), value: over 2 years}
  - id: all-named
    that: complete(investment(*, in=OpenAI, deal=spring))
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each expression that cannot be used."""
    for problem in index.problems("invalid-expression"):
        yield at_problem(problem, help=HINT if problem.data.get("hint") else None)
