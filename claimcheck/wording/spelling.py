"""Values, times and expressions in words, for readers who do not write claim files."""

import re

from claimcheck.catalogue import Told, in_language, tell, template_of
from claimcheck.exact import Fraction
from claimcheck.model.expression import (
    Amount,
    Binary,
    Call,
    Choice,
    Comparison,
    Expression,
    Moment,
    Negative,
    Term,
    show,
)
from claimcheck.model.interval import Interval
from claimcheck.model.number import Written
from claimcheck.model.period import Period, parse_period
from claimcheck.model.quantity import DATE, End, Quantity
from claimcheck.model.units import PLAIN
from claimcheck.model.value import Value
from claimcheck.model.vocabulary import Attribute, Vocabulary
from claimcheck.wording import cldr
from claimcheck.wording.numbers import amounts
from claimcheck.wording.owning import contracted, owned

_DIGITS = 15
"""What a claim gives is shown with all its digits, as far as that is readable."""

_THE_DAY = tell("{day}")
_ABOUT, _PERHAPS = tell("about {}"), tell("perhaps {}")
_BOTH = tell("{} to {}")
# The template for one end: of a number and of a date, excluded, reached, and neither.
_LOW = (
    (tell("over {}"), tell("from {}"), tell("at least {}")),
    (tell("after {}"), tell("since {}"), tell("since {}")),
)
_HIGH = (
    (tell("under {}"), tell("up to {}"), tell("at most {}")),
    (tell("before {}"), tell("until {}"), tell("until {}")),
)
_SINCE, _UNTIL = _LOW[1][1], _HIGH[1][1]
_TRUTHS = (tell("no"), tell("yes"))


def value_in_words(value: Value, language: str) -> str:
    """A value as it is said: `up to 50 billion US dollars`; a text as it is written."""
    if not isinstance(value, Quantity):
        truth = value.kind == "boolean"
        return (
            template_of(_TRUTHS[bool(value.content)], language)
            if truth
            else " ".join(value.text.split())
        )
    if value.point is not None:
        return _end(value.point, language)
    low, high = value.low, value.high
    if low is not None and high is not None:
        return _range(low, high, value, language)
    end, templates = (low, _LOW) if low is not None else (high, _HIGH)
    if end is None:
        return value.text
    template = templates[value.unit is DATE][0 if end.excluded else 1 if end.reached else 2]
    return contracted(template_of(template, language).format(_end(end, language)), language)


def _range(low: End, high: End, value: Quantity, language: str) -> str:
    """`20 to 50 billion US dollars`; with marks of its own, each end by itself."""
    plain = not (low.about or high.about or low.excluded or high.excluded)
    one, other = low.number, high.number
    if plain and isinstance(one, Written) and isinstance(other, Written):
        unit = value.unit
        if low.unit == high.unit:
            interval = Interval(_base(low), _base(high))
            return amounts(interval, unit, language, _DIGITS, spelled=True)
    sides = (_end(low, language), _end(high, language))
    return template_of(_BOTH, language).format(*sides)


def _base(end: End) -> Fraction:
    assert isinstance(end.number, Written)
    return end.number.number * end.unit.factor + end.unit.offset


def _end(end: End, language: str) -> str:
    if not isinstance(end.number, Written):
        return period_in_words(end.number, language)
    number = _base(end)
    text = amounts(Interval(number, number), end.unit, language, _DIGITS, spelled=True)
    return template_of(_ABOUT, language).format(text) if end.about else text


_YEAR = re.compile("[0-9]{4}")


def period_in_words(period: Period, language: str) -> str:
    """A time as people write it, `August 2025`; in its notation where there are no words for it."""
    text = _days(period, language)
    if period.approximate:
        text = template_of(_ABOUT, language).format(text)
    return template_of(_PERHAPS, language).format(text) if period.uncertain else text


def _days(period: Period, language: str) -> str:
    first, last = period.first, period.last
    bare = period.text.rstrip("?~%")
    if period.precision == "interval" and len(period.members) == 1:
        if first is not None and last is not None:
            return cldr.days(first, last, language)
        if first is not None:
            return _one_sided(_SINCE, first, language)
        if last is not None:
            return _one_sided(_UNTIL, last, language)
    if first is None:
        return period.text
    if period.precision == "day" and first == last:
        return template_of(_THE_DAY, language).format(day=cldr.day(first, language))
    if period.precision == "month" and "X" not in bare:
        return cldr.month(first, language)
    if period.precision == "quarter":
        return template_of(_THE_DAY, language).format(day=cldr.quarter(first, language))
    return bare if _YEAR.fullmatch(bare) else period.text


def _one_sided(side: Told, ordinal: int, language: str) -> str:
    shown = template_of(_THE_DAY, language).format(day=cldr.day(ordinal, language))
    return contracted(template_of(side, language).format(shown), language)


_SIGNS = {"*": "×", "/": "÷", "-": "−", "==": "=", "<=": "≤", ">=": "≥"}
_EVERY = tell("everyone")
_CALLS = {
    "sum": tell("sum of {}"),
    "count": tell("number of {}"),
    "min": tell("least of {}"),
    "max": tell("greatest of {}"),
    "complete": tell("all of {}"),
}


def expression_in_words(expression: Expression, vocabulary: Vocabulary, language: str) -> str:
    """An expression with the names and labels of its slots; their qualifiers are left out."""

    def read(part: Expression) -> str:
        match part:
            case Term():
                return _slot(part, vocabulary, language)
            case Call(function=function, arguments=arguments):
                template = template_of(_CALLS[function], language) if function in _CALLS else "{}"
                return template.format(", ".join(map(read, arguments)))
            case Negative(operand=operand):
                return f"−{read(operand)}"
            case Comparison(sign=sign, left=left, right=right):
                return f"{read(left)} {_SIGNS.get(sign, sign)} {read(right)}"
            case Binary(sign=sign, left=left, right=right):
                sides = (read(left), _SIGNS.get(sign, sign), _bracketed(right, sign, read(right)))
                first = _bracketed(left, sign, sides[0]) if sign in "*/" else sides[0]
                return " ".join((first, *sides[1:]))
            case Amount(number=number, unit=unit):
                base = number.number * unit.factor + unit.offset
                return amounts(Interval(base, base), unit or PLAIN, language, _DIGITS, spelled=True)
            case Choice():
                return show(part)

    return read(expression)


def _bracketed(part: Expression, sign: str, text: str) -> str:
    needed = isinstance(part, Binary) and (sign in "*/-" and part.sign in "+-/*")
    return f"({text})" if needed else text


def _slot(term: Term, vocabulary: Vocabulary, language: str) -> str:
    attribute = vocabulary.attributes.get(term.attribute)
    if term.subject.kind == "every":
        name = template_of(_EVERY, language)
    else:
        name = vocabulary.name_of(vocabulary.resolve(term.subject.name) or term.subject.name)
    label = label_of(attribute, language) if attribute else term.attribute.replace("_", " ")
    at = f" ({_moment(term.at, language)})" if term.at else ""
    return f"{label} {owned(name, language)}{at}"


def _moment(at: Moment, language: str) -> str:
    return period_in_words(parse_period(at.text), language) if at.kind == "date" else at.text


def label_of(attribute: Attribute, language: str) -> str:
    """What an attribute is called: its label in a language, in English translated, or its name."""
    return in_language(attribute.labels, language) or attribute.name.replace("_", " ")
