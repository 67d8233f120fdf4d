"""Expressions as a reader says them: `investment of Nvidia + investment of Amazon ≤ …`."""

from claimcheck.finding import Of
from claimcheck.model.expression import (
    Amount,
    Binary,
    Call,
    Choice,
    Comparison,
    Expression,
    Negative,
    Term,
    show,
)
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.wording import words

_SIGNS = {"*": "×", "/": "÷", "-": "−", "==": "=", "<=": "≤", ">=": "≥"}
_EVERY = {"en": "everyone", "fr": "tous"}
_CALLS = {
    "en": {"sum": "sum of", "count": "number of", "min": "least", "max": "greatest", "complete": "all of"},
    "fr": {"sum": "somme :", "count": "nombre :", "min": "minimum :", "max": "maximum :",
           "complete": "au complet :"},
}  # fmt: skip


def in_reading(expression: Expression, vocabulary: Vocabulary, language: str) -> str:
    """An expression with the names and labels of its slots; qualifiers are left out."""

    def read(part: Expression) -> str:
        match part:
            case Term():
                return _slot(part, vocabulary, language)
            case Call(function=function, arguments=arguments):
                name = _CALLS[language].get(function, function)
                return f"{name} {', '.join(map(read, arguments))}"
            case Negative(operand=operand):
                return f"−{read(operand)}"
            case Comparison(sign=sign, left=left, right=right):
                return f"{read(left)} {_SIGNS.get(sign, sign)} {read(right)}"
            case Binary(sign=sign, left=left, right=right):
                sides = (read(left), _SIGNS.get(sign, sign), _bracketed(right, sign, read(right)))
                first = _bracketed(left, sign, sides[0]) if sign in "*/" else sides[0]
                return " ".join((first, *sides[1:]))
            case Amount() | Choice():
                return show(part)

    return read(expression)


def _bracketed(part: Expression, sign: str, text: str) -> str:
    needed = isinstance(part, Binary) and (sign in "*/-" and part.sign in "+-/*")
    return f"({text})" if needed else text


def _slot(term: Term, vocabulary: Vocabulary, language: str) -> str:
    attribute = vocabulary.attributes.get(term.attribute)
    label = attribute.labels.get(language) if attribute else None
    if term.subject.kind == "every":
        name = _EVERY[language]
    else:
        name = vocabulary.name_of(vocabulary.resolve(term.subject.name) or term.subject.name)
    at = f" ({term.at.text})" if term.at else ""
    return f"{label or term.attribute.replace('_', ' ')} {words(Of(name), language)}{at}"
