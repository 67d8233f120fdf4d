"""Expressions over slots: what `that:` claims and rules say about several values at once."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from claimcheck.catalogue import tell
from claimcheck.exact import Fraction
from claimcheck.model.notation import NotationError, parse_tree
from claimcheck.model.number import BadNumber, Written, read_number
from claimcheck.model.quick import parse
from claimcheck.model.units import PLAIN, Unit, UnknownUnit, parse_unit

# Deeper expressions are no statement that a person could check.
MAX_DEPTH = 50
MAX_LENGTH = 4000

FUNCTIONS = ("sum", "count", "min", "max", "complete", "hours", "days", "years")


class Amount(NamedTuple):
    """A number in an expression, exact unless it stands after `==` in a claim."""

    number: Written
    unit: Unit
    column: int


class Choice(NamedTuple):
    """What fills a place of a slot: a name, `*` for every, or a rule's `?variable`."""

    kind: Literal["name", "every", "variable"]
    name: str
    column: int


class Moment(NamedTuple):
    """The time after `at`: a date, a variable, or start/end/previous of a variable."""

    kind: Literal["date", "variable", "start", "end", "previous"]
    text: str
    column: int


class Term(NamedTuple):
    """A slot, `investment(Nvidia, in=OpenAI)`: attribute, subject and qualifiers, at a time."""

    attribute: str
    subject: Choice
    qualifiers: tuple[tuple[str, Choice], ...]
    at: Moment | None
    column: int


class Call(NamedTuple):
    """A function of expressions: sum, count, min, max, complete; or of a time: hours, days, years."""

    function: str
    arguments: tuple["Expression", ...]
    column: int


class Binary(NamedTuple):
    """Two expressions with + - * / between."""

    sign: str
    left: "Expression"
    right: "Expression"


class Negative(NamedTuple):
    """An expression with a minus before it."""

    operand: "Expression"


class Comparison(NamedTuple):
    """Two expressions with == <= >= < > between."""

    sign: str
    left: "Expression"
    right: "Expression"


Expression = Amount | Choice | Term | Call | Binary | Negative | Comparison


class BadExpression(ValueError):
    """A text that is no expression: where, and what could stand there."""

    def __init__(self, text: str, column: int, expected: str) -> None:
        super().__init__(f"expected {expected} at {column}")
        self.text = text
        self.column = column
        self.expected = expected


def read_expression(text: str) -> Expression:
    """Read an expression; raises BadExpression. Names are not looked up here."""
    if len(text) > MAX_LENGTH or _depth(text) > MAX_DEPTH:
        raise BadExpression(text[:40] + "…", 0, tell("a shorter expression"))
    try:
        return _build(parse(text, "expression") or parse_tree(text, "expression"), text)
    except NotationError as error:
        raise BadExpression(text, error.column, error.expected) from None


_SLIPS = (
    (r"[≥≤≠]", tell("write `{}`", ">=`, `<=")),
    (
        r"\([^()]*[,@]\s*(when\s*=|at\s*=|@)?\s*\d{4}|[@[]\s*\d{4}",
        tell("write the time after it: {}", "revenue(NAME) at 2026"),
    ),
    (
        r"\(\s*[^()\"',=*]+\s[^()\"',=*]+[,)]",
        tell("a name with spaces is quoted: {}", 'revenue("Acme Corp")'),
    ),
    (
        r"\d,\d|€|[$]|\d\s?\d{3}\b",
        tell("write amounts as in values: {}", "3.5e6 EUR, 20 billion USD"),
    ),
    (r"[\w)\s]=(?![=\s]*=)\s*[\d-]", tell("`=` is written `==`")),
)


def slip(text: str) -> str | None:
    """What to write instead of a common slip in an expression, if there is one."""
    return next((hint for pattern, hint in _SLIPS if re.search(pattern, text)), None)


def terms(expression: Expression) -> Iterator[Term]:
    """Every slot that an expression names, from left to right."""
    match expression:
        case Term():
            yield expression
        case Call(arguments=arguments):
            for argument in arguments:
                yield from terms(argument)
        case Binary(left=left, right=right) | Comparison(left=left, right=right):
            yield from terms(left)
            yield from terms(right)
        case Negative(operand=operand):
            yield from terms(operand)


def substitute(expression: Expression, names: Mapping[str, str | None]) -> Expression:
    """An expression with names for its variables; a qualifier whose variable is None is left out."""

    def fill(choice: Choice) -> Choice | None:
        if choice.kind != "variable" or choice.name not in names:
            return choice
        name = names[choice.name]
        return None if name is None else Choice("name", name, choice.column)

    match expression:
        case Term():
            places = ((key, fill(choice)) for key, choice in expression.qualifiers)
            kept = tuple((key, choice) for key, choice in places if choice is not None)
            subject = fill(expression.subject) or expression.subject
            return expression._replace(subject=subject, qualifiers=kept)
        case Call(arguments=arguments):
            return expression._replace(arguments=tuple(substitute(a, names) for a in arguments))
        case Binary(left=left, right=right) | Comparison(left=left, right=right):
            return expression._replace(left=substitute(left, names), right=substitute(right, names))
        case Negative(operand=operand):
            return Negative(substitute(operand, names))
    return expression


def show(expression: Expression) -> str:
    """An expression as text again, with the least space that reads well."""
    match expression:
        case Amount(number=number, unit=unit):
            return _shown(number) + (f" {unit.name}" if unit.name else "")
        case Choice(kind=kind, name=name):
            return "*" if kind == "every" else name
        case Term():
            places = [f"{key}={show(choice)}" for key, choice in expression.qualifiers]
            at = f" at {expression.at.text}" if expression.at else ""
            return f"{expression.attribute}({', '.join((show(expression.subject), *places))}){at}"
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(map(show, arguments))})"
        case Negative(operand=operand):
            return f"-{show(operand)}"
    left, right = (
        _inside(expression.left, expression),
        _inside(expression.right, expression, last=True),
    )
    return f"{left} {expression.sign} {right}"


_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}


def _inside(part: Expression, whole: "Binary | Comparison", *, last: bool = False) -> str:
    """A part of an expression as text, in brackets where it would be read otherwise."""
    if not isinstance(part, Binary) or isinstance(whole, Comparison):
        return show(part)
    own, outer = _BINDING[part.sign], _BINDING[whole.sign]
    return f"({show(part)})" if own < outer or (last and own == outer) else show(part)


def _shown(written: Written) -> str:
    """A number in full, with a scale word where it is large: `70 billion`, `0.05`, `7e40`."""
    number = written.number
    if not written.integer:
        return "0"
    if not Fraction(1, 10**9) <= abs(number) < 10**15:
        digits = str(written.integer).rstrip("0")
        return f"{digits}e{written.place + len(str(written.integer)) - len(digits)}"
    for word, power in (("trillion", 12), ("billion", 9), ("million", 6)):
        if abs(number) >= 10**power:
            return f"{_decimal(number / 10**power)} {word}"
    return _decimal(number)


def _decimal(number: Fraction) -> str:
    """A fraction whose denominator divides a power of ten, exactly."""
    places = 0
    while number.denominator != 1:
        number, places = number * 10, places + 1
    digits = str(abs(number.numerator)).rjust(places + 1, "0")
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    return "-" * (number < 0) + whole + ("." + decimals if decimals else "")


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest + text.count("- -") + text.count("--")


def _build(tree: Any, text: str) -> Expression:
    column = tree.meta.start_pos if not tree.meta.empty else 0
    match tree.data, tree.children:
        case ("comparison", [left, sign, right]):
            return Comparison(str(sign), _build(left, text), _build(right, text))
        case ("binary", [left, sign, right]):
            return Binary(str(sign), _build(left, text), _build(right, text))
        case ("negative", children):
            return Negative(_build(children[-1], text))
        case ("literal", tokens):
            return _literal(tokens, text, column)
        case ("slot", children):
            return _slot(children, text, column)
    return _choice(tree)


def _literal(tokens: list[Any], text: str, column: int) -> Amount:
    found = {token.type: str(token) for token in tokens if token is not None}
    try:
        number = read_number(found["POSITIVE"], found.get("SCALE", "").lower())
        unit = parse_unit(found["UNIT"]) if "UNIT" in found else PLAIN
    except BadNumber:
        raise BadExpression(text, column, tell("a number of a sensible size")) from None
    except UnknownUnit as error:
        known = (
            tell("a known unit, such as {}", error.suggestion)
            if error.suggestion
            else tell("a known unit")
        )
        raise BadExpression(text, column, known) from None
    return Amount(number, unit, column)


def _choice(tree: Any) -> Choice:
    token = tree.children[0]
    kind: Literal["name", "every", "variable"] = tree.data
    name = str(token)
    if token.type == "QUOTED":
        name = name[1:-1]
    return Choice(kind, name, token.start_pos)


def _slot(children: list[Any], text: str, column: int) -> Term | Call:
    name, rest = str(children[0]), [child for child in children[1:] if child is not None]
    at = _moment(rest.pop()) if rest and str(rest[-1].data).startswith("moment") else None
    qualifiers, places = [], []
    for child in rest:
        if child.data == "qualifier":
            key = str(child.children[0]).rstrip("=").strip()
            qualifiers.append((key, _choice(child.children[1])))
        else:
            places.append(child)
    if name in FUNCTIONS:
        if qualifiers or at:
            raise BadExpression(
                text, column, tell("only slots or expressions inside {}", f"{name}(…)")
            )
        if not places:
            raise BadExpression(text, column, tell("something inside {}", f"{name}(…)"))
        return Call(name, tuple(_build(place, text) for place in places), column)
    if len(places) != 1 or places[0].data not in ("name", "every", "variable"):
        raise BadExpression(text, column, f"{name}(SUBJECT, QUALIFIER=VALUE)")
    return Term(name, _choice(places[0]), tuple(sorted(qualifiers)), at, column)


def _moment(tree: Any) -> Moment:
    token = tree.children[-1]
    if tree.data == "moment_of":
        kind = str(tree.children[0])
        if kind not in ("start", "end", "previous"):
            raise BadExpression(kind, tree.meta.start_pos, tell("start, end or previous"))
        return Moment(kind, str(token), token.start_pos)  # type: ignore[arg-type]
    kind_: Literal["date", "variable"] = "date" if tree.data == "moment_date" else "variable"
    return Moment(kind_, str(token), token.start_pos)
