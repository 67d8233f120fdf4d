"""The dimension of an expression: what its slots and literals multiply, divide and add up to."""

from collections.abc import Callable

from claimcheck.catalogue import Told, tell
from claimcheck.exact import Fraction
from claimcheck.model.expression import (
    Amount,
    BadExpression,
    Binary,
    Call,
    Choice,
    Comparison,
    Expression,
    Negative,
    Term,
)
from claimcheck.model.units import PLAIN, Unit, multiply_dimensions, parse_unit
from claimcheck.model.value import ValueType
from claimcheck.model.vocabulary import Attribute

MONEY = "¤:1"
DATE = "date"
TIME = "s:1"
SENTENCE = "true or false"


def dimension_of(
    expression: Expression, attribute_of: Callable[[str], Attribute | None], text: str
) -> str | None:
    """The dimension's key, with every currency as `¤`; SENTENCE for a comparison.

    None where a slot's attribute is unknown, which is reported elsewhere. Raises BadExpression where
    things are added or compared that have nothing in common.
    """
    return _Reader(attribute_of, text).read(expression)


def attribute_dimension(attribute: Attribute) -> str | None:
    """The dimension of an attribute's values; None for what is no number."""
    kind = attribute.type
    if kind.name == "money":
        return MONEY
    if kind.name == "date":
        return DATE
    return None if kind.unit is None else _species(kind.unit.species)


def _species(dimension: str) -> str:
    return MONEY if dimension == "¤" else dimension


POINTS = "percentage_point:1"


def value_type(dimension: str, expression: Expression) -> ValueType:
    """The type of a value of this dimension, for what is claimed of an expression.

    What lies between two shares is said in points as well as in percent.
    """
    if not dimension and isinstance(expression, Binary) and expression.sign == "-":
        return ValueType("difference", PLAIN)
    if dimension == MONEY:
        return ValueType("money")
    if dimension == DATE:
        return ValueType("date")
    return ValueType(
        "number" if not dimension else "quantity", Unit("", dimension, Fraction(1), Fraction(0))
    )


class _Reader:
    """Reads dimensions from the leaves up."""

    def __init__(self, attribute_of: Callable[[str], Attribute | None], text: str) -> None:
        self.attribute_of = attribute_of
        self.text = text

    def read(self, expression: Expression) -> str | None:
        match expression:
            case Amount(unit=unit):
                return _species(unit.species)
            case Term():
                return self.term(expression)
            case Call():
                return self.call(expression)
            case Negative(operand=operand):
                return self.read(operand)
            case Binary(sign=sign, left=left, right=right) if sign in "*/":
                return self.product(expression, sign)
            case Binary(left=left, right=right):
                return self.sum(expression)
            case Comparison(left=left, right=right):
                self.common(left, right, _comparable)
                return SENTENCE
        raise self.bad(expression, tell("an amount or a slot such as revenue(NAME)"))

    def term(self, term: Term) -> str | None:
        attribute = self.attribute_of(term.attribute)
        if attribute is None:
            return None
        dimension = attribute_dimension(attribute)
        if dimension is None:
            raise BadExpression(
                self.text,
                term.column,
                tell("an attribute with numbers; {} has none", attribute.name),
            )
        return dimension

    def call(self, call: Call) -> str | None:
        if call.function in ("hours", "days", "years"):
            return TIME
        found: str | None = None
        for number, argument in enumerate(call.arguments):
            own = self.read(argument)
            if number and own != found and None not in (own, found):
                raise self.bad(
                    argument, tell("something like the first of {}", f"{call.function}(…)")
                )
            found = own if number == 0 else found or own
        return {"count": "", "complete": SENTENCE}.get(call.function, found)

    def product(self, expression: Binary, sign: str) -> str | None:
        left, right = self.read(expression.left), self.read(expression.right)
        if (
            sign == "/"
            and isinstance(expression.right, Amount)
            and not expression.right.number.number
        ):
            raise self.bad(expression.right, tell("something other than zero to divide by"))
        for side, dimension in ((expression.left, left), (expression.right, right)):
            if dimension in (DATE, SENTENCE):
                raise self.bad(side, tell("an amount: dates are subtracted, never multiplied"))
        if left is None or right is None:
            return None
        return multiply_dimensions(left, right, 1 if sign == "*" else -1)

    def sum(self, expression: Binary) -> str | None:
        left, right = self.read(expression.left), self.read(expression.right)
        if left == right == DATE and expression.sign == "-":
            return TIME
        if left == DATE and right == TIME:
            return DATE
        if DATE in (left, right):
            raise self.bad(expression.right, tell("a length of time, or a date to subtract"))
        return self.common(expression.left, expression.right, _addable)

    def common(
        self, left: Expression, right: Expression, wanted: Callable[[str, str], Told]
    ) -> str | None:
        one, other = self.read(left), self.read(right)
        if one is not None and other is not None and one != other:
            raise self.bad(right, wanted(_in_words(one), _in_words(other)))
        return one or other

    def bad(self, expression: Expression, expected: str) -> BadExpression:
        return BadExpression(self.text, _column(expression), expected)


def _column(expression: Expression) -> int:
    match expression:
        case Binary(left=left) | Comparison(left=left):
            return _column(left)
        case Negative(operand=operand):
            return _column(operand)
        case (
            Amount(column=column)
            | Term(column=column)
            | Call(column=column)
            | Choice(column=column)
        ):
            return column
    return 0


def _addable(one: str, other: str) -> Told:
    return tell("something that can be added to {}, not {}", one, other)


def _comparable(one: str, other: str) -> Told:
    return tell("something that can be compared with {}, not {}", one, other)


_WORDS = {
    "": tell("a pure number"),
    MONEY: tell("money"),
    DATE: tell("a date"),
    TIME: tell("a length of time"),
}


def _in_words(dimension: str) -> str:
    if dimension in _WORDS:
        return _WORDS[dimension]
    for name in ("MWh", "MW", "km²", "km", "t", "m³", "percentage point", "EUR/MWh"):
        if _species(parse_unit(name).species) == dimension:
            return (
                tell("an amount in {}", name)
                if name != "percentage point"
                else tell("percentage points")
            )
    return tell("an amount in {}", dimension)
