"""What the parts of a predicate are: amounts of a dimension, dates, names, truths; no wrong mixtures."""

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.consistency.moments import COMMON
from claimcheck.model.dimension import DATE, MONEY, attribute_dimension
from claimcheck.model.expression import (
    BadExpression,
    Binary,
    Call,
    Choice,
    Comparison,
    Expression,
    Negative,
    Term,
)
from claimcheck.model.predicate import (
    COMPARISONS,
    BadPredicate,
    Field,
    Function,
    Number,
    Operation,
    Predicate,
    Quoted,
    Variable,
    Word,
)
from claimcheck.model.units import multiply_dimensions
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.names import nearest

CLAIM_FIELDS = (
    "id", "subject", "attribute", "value", "when", "time", "certainty", "attribution", "scenario", "quote",
)  # fmt: skip
DOCUMENT_FIELDS = ("language", "published", "title")
FUNCTIONS = {"words": 1, "possibly": 1, "granular": 2, "abs": 1}

ANY = "anything"
NAME = "a name"
TEXT = "a text"
TRUTH = "true or false"

ALIASES = {"¤": MONEY}


class Scope(NamedTuple):
    """What a predicate may name: the matched claims, the variables, the options."""

    matched: Mapping[str, Term | None]
    """The pattern of each name; None for `claim` and `reference`, which may be any."""
    variables: frozenset[str]
    options: Mapping[str, object]
    vocabulary: Vocabulary


def kind_of(predicate: Predicate, scope: Scope) -> str:
    """The kind of a predicate: the key of a dimension, or one of the words above; raises BadPredicate."""
    match predicate:
        case Number(unit=unit):
            return ALIASES.get(unit.species, unit.species)
        case Quoted():
            return TEXT
        case Variable(name=name, column=column):
            if name not in scope.variables:
                raise BadPredicate(
                    column, _one_of("a variable of a pattern", name, scope.variables)
                )
            return NAME
        case Word():
            return _word(predicate, scope)
        case Field():
            return _field(predicate, scope)
        case Function():
            return _function(predicate, scope)
    return _operation(predicate, scope)


def check_form(expression: Expression, text: str) -> None:
    """That `*` and the functions of a relation stand where they mean something; raises BadExpression."""
    match expression:
        case Comparison(left=left, right=right) | Binary(left=left, right=right):
            check_form(left, text)
            check_form(right, text)
        case Negative(operand=operand):
            check_form(operand, text)
        case Call(function="complete", column=column):
            raise BadExpression(text, column, "an amount: complete(…) is for claims (`that:`)")
        case Call():
            for argument in expression.arguments:
                _check_argument(expression, argument, text)
        case Term() if every_of(expression) is not None:
            column = (every_of(expression) or expression).column
            raise BadExpression(text, column, "`*` only inside sum, count, min and max")


def _check_argument(call: Call, argument: Expression, text: str) -> None:
    if call.function in ("hours", "days", "years"):
        if not (isinstance(argument, Choice) and argument.name == COMMON):
            raise BadExpression(text, call.column, f"{call.function}({COMMON})")
    elif not isinstance(argument, Term):
        check_form(argument, text)
    elif call.function == "count" and every_of(argument) is None:
        raise BadExpression(text, argument.column, "a slot with `*` inside count(…)")


def every_of(term: Term) -> Choice | None:
    """The `*` of a term, if it has one."""
    choices = (term.subject, *(choice for _, choice in term.qualifiers))
    return next((choice for choice in choices if choice.kind == "every"), None)


def _word(word: Word, scope: Scope) -> str:
    if word.name in scope.options:
        default = scope.options[word.name]
        if isinstance(default, bool):
            return TRUTH
        return TEXT if isinstance(default, str) else ""
    if word.name == "as-of":
        return DATE
    if word.name in ("true", "false"):
        return TRUTH
    if word.name in scope.matched:
        raise BadPredicate(word.column, f"a field of it, such as {word.name}.value")
    return NAME


def _field(field: Field, scope: Scope) -> str:
    if field.owner == "document":
        _must_be(field.name, DOCUMENT_FIELDS, field)
        return DATE if field.name == "published" else TEXT
    if field.owner not in scope.matched:
        names = (*scope.matched, "document")
        raise BadPredicate(field.column, _one_of("a name of `match`", field.owner, names))
    _must_be(field.name, CLAIM_FIELDS, field)
    if field.name in ("when", "time"):
        return DATE
    if field.name == "subject":
        return NAME
    if field.name != "value":
        return TEXT
    term = scope.matched[field.owner]
    attribute = scope.vocabulary.attributes.get(term.attribute) if term is not None else None
    if attribute is None:
        return ANY
    dimension = attribute_dimension(attribute)
    if dimension is None:
        return {"entity": NAME, "boolean": TRUTH}.get(attribute.type.name, TEXT)
    return dimension


def _must_be(name: str, known: tuple[str, ...], field: Field) -> None:
    if name not in known:
        raise BadPredicate(field.column, _one_of("a field", f"{name}", known))


def _function(function: Function, scope: Scope) -> str:
    if function.name not in FUNCTIONS:
        raise BadPredicate(function.column, _one_of("a function", function.name, FUNCTIONS))
    if len(function.arguments) != FUNCTIONS[function.name]:
        number = FUNCTIONS[function.name]
        raise BadPredicate(
            function.column, f"{number} argument{'s' * (number > 1)} in {function.name}(…)"
        )
    kinds = [kind_of(argument, scope) for argument in function.arguments]
    if function.name == "possibly":
        return TRUTH
    if function.name == "words":
        if kinds[0] not in (TEXT, ANY):
            raise BadPredicate(function.column, "a text in words(…), such as claim.quote")
        return ""
    if function.name == "granular":
        if any(kind not in ("", ANY) for kind in kinds):
            raise BadPredicate(function.column, "a mean or share, and a count, in granular(…)")
        return TRUTH
    return kinds[0]


def _operation(operation: Operation, scope: Scope) -> str:
    kinds = [kind_of(part, scope) for part in operation.parts]
    if operation.sign in ("and", "or", "not"):
        return TRUTH
    if operation.sign in COMPARISONS:
        _comparable(operation, kinds)
        return TRUTH
    for part, kind in zip(operation.parts, kinds, strict=True):
        if kind in (NAME, TEXT, TRUTH):
            raise BadPredicate(part.column, f"an amount, not {kind}")
    if ANY in kinds:
        return ANY
    if operation.sign in "*/":
        if DATE in kinds:
            raise BadPredicate(operation.column, "amounts: dates are only subtracted")
        return multiply_dimensions(kinds[0], kinds[1], 1 if operation.sign == "*" else -1)
    if operation.sign == "-" and kinds == [DATE, DATE]:
        return "s:1"
    if DATE in kinds and "s:1" in kinds:
        return DATE
    if len(set(kinds)) > 1:
        raise BadPredicate(operation.parts[1].column, "an amount of the same kind as the first")
    return kinds[0]


def _comparable(operation: Operation, kinds: list[str]) -> None:
    left, right = kinds
    alike = {NAME, TEXT}
    if ANY in kinds or left == right or {left, right} <= alike:
        if operation.sign not in ("==", "!=") and {left, right} & {NAME, TEXT, TRUTH}:
            raise BadPredicate(operation.column, "== or != between names or texts")
        return
    wanted = {"": "a pure number", MONEY: "money", DATE: "a date", "s:1": "a length of time"}
    other = wanted.get(left, left if left in (NAME, TEXT, TRUTH) else "an amount of the same kind")
    raise BadPredicate(operation.parts[1].column, f"{other}, as on the left")


def _one_of(what: str, name: str, known: object) -> str:
    names = sorted(map(str, known))  # type: ignore[call-overload]
    near = nearest(name, names)
    return f"{what}; did you mean {near}" if near else f"{what} ({', '.join(names)})"
