"""Predicates over matched claims: what holds for every value of the intervals, for some, or for none."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from claimcheck.catalogue import tell
from claimcheck.consistency.network import DAY, Money, exchange
from claimcheck.consistency.values import rate_days, stated
from claimcheck.exact import Fraction
from claimcheck.index import Index
from claimcheck.model.arithmetic import add, negative, product, quotient, subtract
from claimcheck.model.claim import Claim, Document
from claimcheck.model.interval import Interval, disjoint, linear, within
from claimcheck.model.period import Period
from claimcheck.model.predicate import (
    COMPARISONS,
    Field,
    Function,
    Number,
    Operation,
    Predicate,
    Quoted,
    Variable,
    Word,
)
from claimcheck.model.quantity import DATE, Quantity
from claimcheck.model.units import PLAIN, Unit
from claimcheck.model.value import Term
from claimcheck.model.vocabulary import fold

Reading = Literal["yes", "no", "maybe", "unknown"]


class Truth(NamedTuple):
    """Whether something holds, with the wide and the narrow intervals; `why` it is not known."""

    wide: Reading
    narrow: Reading
    why: str = ""


class Amount(NamedTuple):
    """A number with its two meanings in base units; dates are seconds."""

    narrow: Interval
    wide: Interval
    unit: Unit
    money: Money | None = None
    said: str = ""
    """The words of the claim that it is taken from."""


class Unknown(NamedTuple):
    """Nothing is given, and why."""

    why: str


Result = Amount | str | Truth | Unknown


class Case(NamedTuple):
    """What a predicate is about: a document, the claims that were matched, variables and options."""

    document: Document
    claims: Mapping[str, Claim]
    binding: Mapping[str, str | None]
    options: Mapping[str, object]
    look_ups: Index
    """Where the day is, for whoever asks."""


def truth(predicate: Predicate, case: Case) -> Truth:
    """Whether a predicate holds; of a field alone, whether it is given."""
    found = evaluate(predicate, case)
    if isinstance(found, Truth):
        return found
    return _same("no" if isinstance(found, Unknown) or found == "" else "yes")


def evaluate(predicate: Predicate, case: Case) -> Result:
    """What a predicate comes to."""
    match predicate:
        case Number(number=number, unit=unit):
            exact = number.number * unit.factor + unit.offset
            days = rate_days(*case.claims.values())
            money = None if unit.money is None else Money(unit.money, *days)
            return Amount(Interval(exact, exact), Interval(exact, exact), unit, money)
        case Quoted(content=content):
            return content
        case Variable(name=name):
            return case.binding.get(name) or Unknown(f"{name} is absent")
        case Word(name=name):
            return _word(name, case)
        case Field(owner=owner, name=name):
            return _document(name, case) if owner == "document" else _field(owner, name, case)
        case Function():
            return _function(predicate, case)
    return _operation(predicate, case)


def _same(reading: Reading, why: str = "") -> Truth:
    return Truth(reading, reading, why)


def _word(name: str, case: Case) -> Result:
    if name in case.options:
        option = case.options[name]
        if isinstance(option, bool):
            return _same("yes" if option else "no")
        return option if isinstance(option, str) else number_of(Fraction(str(option)))
    if name == "as-of":
        return _days(case.look_ups.as_of, case.look_ups.as_of)
    if name in ("true", "false"):
        return _same("yes" if name == "true" else "no")
    return case.document.vocabulary.resolve(name) or name


def number_of(number: Fraction) -> Amount:
    """An exact number as an amount."""
    return Amount(Interval(number, number), Interval(number, number), PLAIN)


def _days(first: int | None, last: int | None, said: str = "") -> Amount:
    low = None if first is None else first * DAY
    high = None if last is None else last * DAY
    return Amount(Interval(low, high), Interval(low, high), DATE, said=said)


def _document(name: str, case: Case) -> Result:
    if name == "published":
        day = case.document.published
        return Unknown(tell("the document has no date")) if day is None else _days(day, day)
    found = case.document.title if name == "title" else case.document.language
    return found or Unknown(tell("the document has no {}", name))


def _field(owner: str, name: str, case: Case) -> Result:
    claim = case.claims[owner]
    match name:
        case "id":
            return claim.id
        case "certainty":
            return claim.certainty
        case "subject":
            return claim.subject or Unknown(tell("no subject"))
        case "attribute":
            return claim.attribute.name if claim.attribute else Unknown(tell("no attribute"))
        case "when" | "time":
            return _time(claim, name)
        case "value":
            return _value(claim)
        case "quote":
            return claim.quote if isinstance(claim.quote, str) else Unknown(tell("no quote"))
    found: str | None = getattr(claim, name)
    return found or Unknown(tell("no {}", name))


def _time(claim: Claim, name: str) -> Result:
    value = claim.value
    if name == "time" and isinstance(value, Quantity) and value.unit.dimension == "date":
        return _value(claim)
    when: Period | None = claim.when
    return Unknown(tell("no time")) if when is None else _days(when.first, when.last, when.text)


def _value(claim: Claim) -> Result:
    value = stated(claim)
    if value is None:
        return Unknown(tell("no value that could be compared"))
    if isinstance(value, Term):
        if isinstance(value.content, bool):
            return _same("yes" if value.content else "no")
        return value.content
    narrow, wide = value.narrow, value.wide
    if value.unit.dimension == "date":
        narrow, wide = (linear(i, DAY, Fraction(0)) for i in (narrow, wide))
    money = None if value.unit.money is None else Money(value.unit.money, *rate_days(claim))
    return Amount(narrow, wide, value.unit, money, value.text)


def _function(function: Function, case: Case) -> Result:
    if function.name == "possibly":
        found = truth(function.arguments[0], case)
        wide, narrow = ("yes" if r == "maybe" else r for r in (found.wide, found.narrow))
        return Truth(wide, narrow, found.why)
    values = [evaluate(argument, case) for argument in function.arguments]
    for value in values:
        if isinstance(value, Unknown):
            return value if function.name != "granular" else _same("unknown", value.why)
    first = values[0]
    if function.name == "words" and isinstance(first, str):
        return number_of(Fraction(sum(any(c.isalnum() for c in w) for w in first.split())))
    if function.name == "granular" and isinstance(first, Amount) and isinstance(values[1], Amount):
        size = values[1]
        return Truth(_granular(first.wide, size.wide), _granular(first.narrow, size.narrow))
    if function.name == "abs" and isinstance(first, Amount):
        return first._replace(narrow=_absolute(first.narrow), wide=_absolute(first.wide), said="")
    return Unknown(tell("a value of another kind"))


MOST_SIZES = 10_000


def _granular(share: Interval, size: Interval) -> Reading:
    """Whether some whole number of `size` cases gives the share (GRIM; Brown and Heathers, 2017)."""
    if None in (share.low, share.high, size.low, size.high):
        return "maybe"
    assert share.low is not None and share.high is not None
    assert size.low is not None and size.high is not None
    first, last = size.low.__ceil__(), size.high.__floor__()
    if last < first or last - first > MOST_SIZES:
        return "maybe"
    fits = [(share.high * n).__floor__() >= share.low * n for n in range(max(first, 1), last + 1)]
    return "yes" if all(fits) else "maybe" if any(fits) else "no"


def _absolute(interval: Interval) -> Interval:
    mirrored = negative(interval)
    if interval.low is not None and interval.low >= 0:
        return interval
    if interval.high is not None and interval.high <= 0:
        return mirrored
    highs = (interval.high, mirrored.high)
    return Interval(Fraction(0), None if None in highs else max(h for h in highs if h is not None))


def _operation(operation: Operation, case: Case) -> Result:
    if operation.sign in ("and", "or", "not"):
        return _joined(operation.sign, [truth(part, case) for part in operation.parts])
    values = [evaluate(part, case) for part in operation.parts]
    for value in values:
        if isinstance(value, Unknown):
            return value if operation.sign not in COMPARISONS else _same("unknown", value.why)
    if operation.sign in COMPARISONS:
        return _compared(operation.sign, values[0], values[1], case)
    return _computed(operation.sign, values)


def _joined(sign: str, parts: Sequence[Truth]) -> Truth:
    why = next((part.why for part in parts if part.why), "")
    wide, narrow = (
        _kleene(sign, [part[reading] for part in parts])  # type: ignore[misc]
        for reading in (0, 1)
    )
    return Truth(wide, narrow, why)


def _kleene(sign: str, readings: Sequence[Reading]) -> Reading:
    if sign == "not":
        return {"yes": "no", "no": "yes"}.get(readings[0], readings[0])  # type: ignore[return-value]
    decisive: Reading = "no" if sign == "and" else "yes"
    for reading in (decisive, "unknown", "maybe"):
        if reading in readings:
            return reading
    return "yes" if sign == "and" else "no"


_ZERO = Interval(Fraction(0), Fraction(0))
_SIGNS = {
    "==": _ZERO,
    "<=": Interval(None, Fraction(0)),
    "<": Interval(None, Fraction(0), False, True),
    ">=": Interval(Fraction(0), None),
    ">": Interval(Fraction(0), None, True, False),
}


def _compared(sign: str, left: Result, right: Result, case: Case) -> Truth:
    if sign == "!=":
        return _joined("not", [_compared("==", left, right, case)])
    if isinstance(left, Amount) and isinstance(right, Amount):
        pair = _in_one_currency(left, right)
        if pair is None:
            return _same("unknown", tell("no exchange rate for the time"))
        wide, narrow = (_difference(sign, pair, reading) for reading in (True, False))
        return Truth(wide, narrow)
    if isinstance(left, Truth) and isinstance(right, Truth):
        return _same("yes" if left[:2] == right[:2] else "no")
    if isinstance(left, str) and isinstance(right, str):
        names = [fold(case.document.vocabulary.resolve(name) or name) for name in (left, right)]
        return _same("yes" if names[0] == names[1] else "no")
    return _same("unknown", tell("things of different kinds"))


def _difference(sign: str, pair: tuple[Amount, Amount], wide: bool) -> Reading:
    left, right = (amount.wide if wide else amount.narrow for amount in pair)
    rest = subtract(left, right)
    if within(rest, _SIGNS[sign]):
        return "yes"
    return "no" if disjoint(rest, _SIGNS[sign]) else "maybe"


def _in_one_currency(a: Amount, b: Amount) -> tuple[Amount, Amount] | None:
    """Two amounts in the currency whose name comes last, so that the order does not matter."""
    if a.money is None or b.money is None or a.money.code == b.money.code:
        return a, b
    code = max(a.money.code, b.money.code)
    moved = [_moved(amount, code) for amount in (a, b)]
    return (moved[0], moved[1]) if moved[0] is not None and moved[1] is not None else None


def _moved(amount: Amount, code: str) -> Amount | None:
    narrow = exchange(amount.narrow, amount.money, code)
    wide = exchange(amount.wide, amount.money, code)
    if narrow is None or wide is None or amount.money is None:
        return None
    return amount._replace(narrow=narrow, wide=wide, money=amount.money._replace(code=code))


_COMPUTE = {"+": add, "-": subtract, "*": product, "/": quotient}


def _computed(sign: str, values: Sequence[Result]) -> Result:
    amounts = [value for value in values if isinstance(value, Amount)]
    if len(amounts) < len(values):
        return Unknown(tell("a value of another kind"))
    if sign == "negative":
        (one,) = amounts
        return one._replace(narrow=negative(one.narrow), wide=negative(one.wide), said="")
    pair = _in_one_currency(amounts[0], amounts[1])
    if pair is None:
        return Unknown(tell("no exchange rate for the time"))
    a, b = pair
    apply = _COMPUTE[sign]
    both = a.money is not None and b.money is not None
    money = None if sign == "/" and both else a.money or b.money
    unit = a.unit if sign in "+-" else _unit(sign, a.unit, b.unit)
    return Amount(apply(a.narrow, b.narrow), apply(a.wide, b.wide), unit, money)


def _unit(sign: str, left: Unit, right: Unit) -> Unit:
    """The unit to show a product or quotient in: that of one factor beside pure numbers."""
    if not right.dimension:
        return left
    return right if not left.dimension and sign == "*" else PLAIN
