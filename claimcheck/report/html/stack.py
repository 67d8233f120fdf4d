"""Parts and their total: what the parts come to, at least and at most, beside the total and its ceiling."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from claimcheck.finding import Amounts, Finding
from claimcheck.model.claim import Claim
from claimcheck.model.expression import Binary, Call, Comparison, Expression, Term
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity, convert
from claimcheck.model.units import Unit
from claimcheck.report.html.axis import Axis, Span, Tick, axis_of, percent
from claimcheck.report.html.terms import Terms
from claimcheck.report.units import in_words


class Segment(NamedTuple):
    """A part in a bar."""

    x: str
    width: str
    shade: int
    name: str
    text: str


class Stack(NamedTuple):
    """The drawing of a sum: a bar of the least of its parts, one of the most, and the total."""

    id: str
    title: str
    unit: str
    ticks: tuple[Tick, ...]
    least: tuple[Segment, ...]
    most: tuple[Segment, ...]
    total: Span
    total_name: str
    total_text: str
    ceiling: str
    """Where the total ends, in per cent; empty if it does not."""


def stacks_of(finding: Finding, id: str, terms: Terms) -> Iterator[Stack]:
    """A drawing for each sum among the claims of a finding of which two parts have a value in it."""
    for number, claim in enumerate(finding.claims, 1):
        if claim.that is None:
            continue
        total, parts = _sum(claim, finding)
        if total is not None and len(parts) > 1:
            stack = _stack(total, parts, f"{id}-s{number}", terms)
            if stack is not None:
                yield stack


def _sum(claim: Claim, finding: Finding) -> tuple[Claim | None, list[Claim]]:
    """The claim that gives the total, and those that give the parts."""
    expression, total = claim.that, claim
    if isinstance(expression, Comparison):
        if expression.sign != "==" or not isinstance(expression.right, Term):
            return None, []
        whole = _on(expression.right, claim, finding)
        if not whole:
            return None, []
        expression, total = expression.left, whole[0]
    slots = list(_added(expression)) if expression is not None else []
    parts = [part for slot in slots for part in _on(slot, claim, finding)]
    return total, parts


def _added(expression: Expression) -> Iterator[Term]:
    """The slots that an expression adds up; none if it does anything else."""
    match expression:
        case Term():
            yield expression
        case Binary(sign="+", left=left, right=right):
            yield from _added(left)
            yield from _added(right)
        case Call(function="sum", arguments=arguments):
            for argument in arguments:
                yield from _added(argument)


def _on(slot: Term, claim: Claim, finding: Finding) -> list[Claim]:
    """The claims of a finding on a slot: the narrowest for each subject."""
    resolve = claim.document.vocabulary.resolve
    wanted = None if slot.subject.kind == "every" else resolve(slot.subject.name)
    places = {
        key: resolve(choice.name) or choice.name
        for key, choice in slot.qualifiers
        if choice.kind == "name"
    }
    found: dict[str, Claim] = {}
    for other in finding.claims:
        if other.attribute is None or other.attribute.name != slot.attribute or not other.subject:
            continue
        if (
            wanted not in (None, other.subject)
            or not places.items() <= dict(other.qualifiers).items()
        ):
            continue
        key = f"{other.subject} {other.qualifiers}"
        usable = isinstance(other.value, Quantity) and not other.denied
        if usable and (key not in found or _width(other) < _width(found[key])):
            found[key] = other
    return list(found.values())


def _width(claim: Claim) -> Fraction:
    assert isinstance(claim.value, Quantity)
    width = claim.value.wide.width
    return Fraction(10**40) if width is None else width


def _stack(total: Claim, parts: list[Claim], id: str, terms: Terms) -> Stack | None:
    if not isinstance(total.value, Quantity):
        return None
    unit = total.value.unit
    values = [part.value for part in parts if isinstance(part.value, Quantity)]
    if any(value.dimension != unit.dimension or (value.wide.low or 0) < 0 for value in values):
        return None
    own = convert(total.value.wide, unit)
    ends = [convert(value.wide, unit) for value in values]
    sums = (
        sum((end.low or Fraction(0) for end in ends), Fraction(0)),
        sum((end.high or end.low or Fraction(0) for end in ends), Fraction(0)),
    )
    axis = axis_of([own, Interval(Fraction(0), max(sums))], unit, terms.language)
    if axis is None:
        return None
    least = [(part, end.low or Fraction(0)) for part, end in zip(parts, ends, strict=True)]
    most = [(p, e.high or e.low or Fraction(0)) for p, e in zip(parts, ends, strict=True)]
    return Stack(
        id,
        terms("stack", what=", ".join((*(part.id for part in parts), total.id))),
        axis.unit,
        axis.ticks,
        _bar(least, axis, unit, terms),
        _bar(most, axis, unit, terms),
        axis.span(own),
        total.id,
        in_words(Amounts(total.value.wide, unit), terms.language),
        "" if own.high is None else percent(axis.place(own.high)),
    )


def _bar(
    parts: list[tuple[Claim, Fraction]], axis: Axis, unit: Unit, terms: Terms
) -> tuple[Segment, ...]:
    done, segments = Fraction(0), []
    for number, (claim, size) in enumerate(parts):
        start, end = axis.place(done), axis.place(done + size)
        base = size * unit.factor
        text = in_words(Amounts(Interval(base, base), unit), terms.language)
        name = claim.document.vocabulary.name_of(claim.subject or claim.id)
        segments.append(Segment(percent(start), percent(end - start), number % 4, name, text))
        done += size
    return tuple(segments)
