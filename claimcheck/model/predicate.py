"""Predicates: what a match rule says of the claims that it matched (LANGUAGE.md)."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.catalogue import tell
from claimcheck.model.number import BadNumber, Written, read_number
from claimcheck.model.quick import parse
from claimcheck.model.units import PLAIN, Unit, UnknownUnit, parse_unit

if TYPE_CHECKING:
    from lark import Lark

MAX_LENGTH = 2000
MAX_DEPTH = 30


class Number(NamedTuple):
    """A number with its unit, exact."""

    number: Written
    unit: Unit
    column: int


class Quoted(NamedTuple):
    """A text in quotation marks."""

    content: str
    column: int


class Word(NamedTuple):
    """A bare name: an option, `as-of`, a truth, or the name of an entity or unit."""

    name: str
    column: int


class Variable(NamedTuple):
    """What a pattern bound: `?company`."""

    name: str
    column: int


class Field(NamedTuple):
    """A field of a matched claim or of the document: `paid.value`, `document.published`."""

    owner: str
    name: str
    column: int


class Function(NamedTuple):
    """A function of expressions: `words(claim.quote)`, `possibly(…)`."""

    name: str
    arguments: tuple["Predicate", ...]
    column: int


class Operation(NamedTuple):
    """Two expressions with + - * / or a comparison between; `and`, `or`; or one after `not`, `-`."""

    sign: str
    parts: tuple["Predicate", ...]
    column: int


Predicate = Number | Quoted | Word | Variable | Field | Function | Operation

COMPARISONS = ("==", "!=", "<=", ">=", "<", ">")


class BadPredicate(ValueError):
    """A text that is no predicate: where, and what could stand there."""

    def __init__(self, column: int, expected: str) -> None:
        super().__init__(f"expected {expected} at {column}")
        self.column = column
        self.expected = expected


def read_predicate(text: str) -> Predicate:
    """Read a predicate; raises BadPredicate. Names are not looked up here."""
    if len(text) > MAX_LENGTH or _depth(text) > MAX_DEPTH:
        raise BadPredicate(0, tell("a shorter expression"))
    quick = parse(text, "predicate")
    if quick is not None:
        return _build(quick)
    from lark.exceptions import UnexpectedInput

    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        column = getattr(error, "pos_in_stream", None)
        at = len(text) if column is None or column < 0 else column
        raise BadPredicate(at, "a comparison such as part.value > 50 %") from None
    return _build(tree)


def parts_of(predicate: Predicate) -> Iterator[Predicate]:
    """A predicate and everything in it."""
    yield predicate
    if isinstance(predicate, Function):
        for part in predicate.arguments:
            yield from parts_of(part)
    elif isinstance(predicate, Operation):
        for part in predicate.parts:
            yield from parts_of(part)


@cache
def _parser() -> "Lark":
    from lark import Lark

    return Lark.open(
        "predicate.lark",
        rel_to=__file__,
        start="predicate",
        parser="lalr",
        propagate_positions=True,
    )


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest + text.count("- -") + text.count("--") + text.count("not not")


def _build(tree: Any) -> Predicate:
    column = tree.meta.start_pos if not tree.meta.empty else 0
    children = [child for child in tree.children if child is not None]
    match tree.data, children:
        case (("either" | "both"), [left, right]):
            sign = "or" if tree.data == "either" else "and"
            return Operation(sign, (_build(left), _build(right)), column)
        case (("comparison" | "binary"), [left, sign, right]):
            return Operation(str(sign), (_build(left), _build(right)), column)
        case (("negated" | "negative"), [part]):
            return Operation(
                "not" if tree.data == "negated" else "negative", (_build(part),), column
            )
        case "literal", tokens:
            return _literal(tokens, column)
        case "field", [owner, name]:
            return Field(str(owner), str(name), column)
        case "call", [name, *arguments]:
            return Function(str(name), tuple(map(_build, arguments)), column)
        case "text", [quoted]:
            return Quoted(str(quoted)[1:-1], column)
        case "variable", [name]:
            return Variable(str(name), column)
    return Word(str(children[0]), column)


def _literal(tokens: list[Any], column: int) -> Number:
    found = {token.type: str(token) for token in tokens}
    try:
        number = read_number(found["NUMBER"], found.get("SCALE", "").lower())
        unit = parse_unit(found["UNIT"]) if "UNIT" in found else PLAIN
    except BadNumber:
        raise BadPredicate(column, tell("a number of a sensible size")) from None
    except UnknownUnit as error:
        known = (
            tell("a known unit, such as {}", error.suggestion)
            if error.suggestion
            else tell("a known unit")
        )
        raise BadPredicate(column, known) from None
    return Number(number, unit, column)
