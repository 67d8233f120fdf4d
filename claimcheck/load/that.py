"""Expressions of claims (`that:`): read, their names looked up, their dimensions checked."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimcheck.catalogue import Told, tell
from claimcheck.load.unknown import unknown_attribute, unknown_entity, unknown_qualifier
from claimcheck.model.dimension import SENTENCE, dimension_of
from claimcheck.model.expression import (
    BadExpression,
    Expression,
    Term,
    read_expression,
    slip,
    terms,
)
from claimcheck.model.period import BadDate, parse_period
from claimcheck.model.vocabulary import Vocabulary


class Slip(NamedTuple):
    """Something wrong with an expression; `kind` names the format rule that reports it."""

    kind: str
    column: int
    data: Mapping[str, object]


def read_that(
    text: str, vocabulary: Vocabulary, with_value: bool
) -> tuple[Expression | None, str, list[Slip]]:
    """An expression with its dimension, or None and what is wrong with it."""
    try:
        that = read_expression(text)
        slips = [found for term in terms(that) for found in _unknown(term, vocabulary, text)]
        if slips:
            return None, "", slips
        dimension = dimension_of(that, vocabulary.attributes.get, text)
    except BadExpression as error:
        data = {"text": text, "expected": error.expected, "hint": slip(text)}
        return None, "", [Slip("invalid-expression", error.column, data)]
    if dimension is None:  # only for unknown attributes, of which it was told
        return None, "", []
    if (dimension == SENTENCE) == with_value:
        expected = tell("no `value`") if with_value else tell("a `value`, or a comparison")
        return None, "", [Slip("invalid-expression", 0, {"text": text, "expected": expected})]
    return that, dimension, []


def _unknown(term: Term, vocabulary: Vocabulary, text: str) -> Iterator[Slip]:
    """What a slot names that the vocabulary does not know; raises BadExpression."""
    _check_moment(term, text)
    attribute = vocabulary.attributes.get(term.attribute)
    if attribute is None:
        data = unknown_attribute(term.attribute, vocabulary)
        yield Slip("unknown-attribute", term.column, data)
    subject = term.subject
    if subject.kind == "name" and vocabulary.resolve(subject.name) is None:
        data = unknown_entity(subject.name, vocabulary)
        yield Slip("unknown-entity", subject.column, data)
    for key, choice in term.qualifiers:
        if attribute is not None and key not in attribute.qualifiers:
            data = unknown_qualifier(key, attribute.name, vocabulary)
            yield Slip("unknown-qualifier", choice.column, data)


def _check_moment(term: Term, text: str) -> None:
    """A claim speaks of dates; variables are for rules."""
    for choice in (term.subject, *(choice for _, choice in term.qualifiers)):
        if choice.kind == "variable":
            raise BadExpression(text, choice.column, tell("a name: variables stand only in rules"))
    if term.at is None:
        return
    if term.at.kind != "date":
        raise BadExpression(text, term.at.column, tell("a date: variables stand only in rules"))
    try:
        parse_period(term.at.text)
    except BadDate as error:
        expected = str(
            error.expected.values[0] if isinstance(error.expected, Told) else error.expected
        )
        raise BadExpression(text, term.at.column, expected) from None
