"""A conflict as steps that a person can follow by hand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.consistency.conflicts import Conflict, place_of
from claimcheck.consistency.contraction import Contraction, Step, contract, value_of
from claimcheck.consistency.network import (
    DAY,
    Apply,
    Constraint,
    Instance,
    Known,
    Node,
    Part,
    Unknown,
    variables_of,
)
from claimcheck.consistency.steps import FRAGILE, meaning, said
from claimcheck.finding import Amounts, Formula, Names, Phrase
from claimcheck.model.claim import CERTAINTIES, Claim
from claimcheck.model.dimension import MONEY
from claimcheck.model.expression import Comparison, Expression
from claimcheck.model.interval import Interval, intersect, linear
from claimcheck.model.quantity import DATE, Quantity
from claimcheck.model.units import PLAIN, Unit, multiply_dimensions, parse_unit

_REACHED = {
    "en": "{claim} says {value}, so that {end} can be reached",
    "fr": "{claim} dit {value}, donc {end} peut être atteint",
}
_FOLLOWS = {
    "en": "by {claim}, {slot} is then {interval}",
    "fr": "par {claim}, {slot} vaut alors {interval}",
}
_LAW = {
    "en": "{rule} expects {expression}",
    "fr": "{rule} attend {expression}",
}
_SO = {"en": "so {slot} is {interval}", "fr": "donc {slot} vaut {interval}"}
_TOTAL = {"en": "then {expression} is {interval}", "fr": "alors {expression} vaut {interval}"}
_BUT = {"en": "but {claim} says {value}: {interval}", "fr": "mais {claim} dit {value} : {interval}"}
_COMPARED = {"en": "but {claim} says {expression}", "fr": "mais {claim} dit {expression}"}
_BROKEN = {
    "en": "no values within these fit all of this at once",
    "fr": "aucune valeur de ces intervalles ne satisfait tout cela à la fois",
}


_EQUALS = {"en": "{left} = {right}", "fr": "{left} = {right}"}


class Argument(NamedTuple):
    """What the others of a conflict leave for one of its claims, where that and its own value part."""

    target: Constraint
    proof: Contraction
    implied: Interval


def argue(part: Part, conflict: Conflict, end: Constraint | None = None) -> Argument | None:
    """The claim to hold against all others: an expression before a slot, the least sure one, the last.

    None if no one claim can be singled out. `end` is the constraint that stands for an end being reached.
    """
    claimed = [c for c in conflict.constraints if c.claim is not None and c is not end]
    claimed.sort(key=_suspicion, reverse=True)
    for target in claimed:
        others = [c for c in conflict.constraints if c is not target]
        proof = contract(part.variables, others, wide=conflict.robust)
        if proof.empty:
            continue
        implied = value_of(target.node, _domains(part, target, proof), wide=conflict.robust)
        if intersect(implied, target.interval(wide=conflict.robust)).empty:
            return Argument(target, proof, implied)
    return None


def _suspicion(constraint: Constraint) -> tuple[object, ...]:
    claim = constraint.claim
    assert claim is not None
    doubt = CERTAINTIES.index(claim.certainty) + bool(claim.attribution)
    return (
        not claim.is_reference,
        constraint.is_relation,
        constraint.lower,
        doubt,
        place_of(claim),
    )


def derivation(
    part: Part, conflict: Conflict, argument: Argument | None, end: Constraint | None = None
) -> tuple[Phrase, ...]:
    """The steps of a conflict: what the claims mean, what follows, and where it breaks."""
    return tuple(_steps(part, conflict, argument, end))


def _steps(
    part: Part, conflict: Conflict, argument: Argument | None, end: Constraint | None
) -> Iterator[Phrase]:
    target = None if argument is None else argument.target
    for fact in conflict.constraints:
        if not fact.is_relation and fact is not target and fact.claim is not None:
            yield _reached(part, fact, conflict) if fact is end else meaning(fact.claim)
    for constraint in conflict.constraints:
        if isinstance(constraint.source, Instance):
            yield Phrase(_LAW, _law(constraint, conflict.claims[0]))
    if argument is None:
        for constraint in conflict.constraints:
            if constraint.claim is not None and constraint.claim.that is not None:
                yield Phrase(_COMPARED, _compared(constraint.claim))
        yield Phrase(_BROKEN)
    else:
        yield from _between(part, argument)
        yield from _break(part, argument, wide=conflict.robust)
    if not conflict.robust:
        yield Phrase(FRAGILE)


def _law(constraint: Constraint, claim: Claim) -> dict[str, object]:
    """A rule's relation, with what it is bound to."""
    assert isinstance(constraint.source, Instance)
    statement = constraint.source.statement
    name = constraint.source.relation.name
    return {"rule": name, "expression": _formula(statement, claim), "statement": statement}


def _between(part: Part, argument: Argument) -> Iterator[Phrase]:
    """What follows for slots on the way to the target: the last word on each."""
    target = argument.target
    wanted = set(variables_of(target.node))
    direct = wanted if not target.is_relation else set()
    needed: list[Step] = []
    for step in reversed(argument.proof.steps):
        if step.variable in wanted and step.constraint.is_relation:
            if all(step.variable != other.variable for other in needed):
                needed.append(step)
            wanted.update(variables_of(step.constraint.node))
    for step in reversed(needed):
        if step.variable is None or step.variable in direct:
            continue
        amounts = _amounts(step.interval, unit_of(part, Unknown(step.variable)))
        data = {"slot": part.variables[step.variable].name, "interval": amounts}
        claim = step.constraint.claim
        yield Phrase(_SO, data) if claim is None else Phrase(_FOLLOWS, {**data, "claim": claim.id})


def _break(part: Part, argument: Argument, *, wide: bool) -> Iterator[Phrase]:
    """The last step: what the others make of the statement, and what it says itself."""
    target = argument.target
    claim = target.claim
    assert claim is not None
    if isinstance(claim.that, Comparison) and isinstance(target.node, Apply):
        domains = _domains(part, target, argument.proof)
        for side, node in zip((claim.that.left, claim.that.right), target.node.parts, strict=True):
            if isinstance(node, Known):
                continue
            interval = _amounts(value_of(node, domains, wide=wide), unit_of(part, node))
            yield Phrase(_TOTAL, {"expression": _formula(side, claim), "interval": interval})
        yield Phrase(_COMPARED, _compared(claim))
        return
    unit = unit_for(part, target)
    if claim.that is not None:
        shown = _amounts(argument.implied, unit)
        yield Phrase(_TOTAL, {"expression": _formula(claim.that, claim), "interval": shown})
    else:
        name = part.variables[variables_of(target.node)[0]].name
        yield Phrase(_SO, {"slot": name, "interval": _amounts(argument.implied, unit)})
    says = {"claim": claim.id, "value": said(claim)}
    yield Phrase(_BUT, {**says, "interval": _amounts(target.interval(wide=wide), unit)})


def _compared(claim: Claim) -> dict[str, object]:
    assert claim.that is not None
    formula: object = _formula(claim.that, claim)
    if claim.value is not None:
        formula = Phrase(_EQUALS, {"left": formula, "right": said(claim)})
    return {"claim": claim.id, "expression": formula}


def _formula(expression: Expression, claim: Claim) -> Formula:
    return Formula(expression, claim.document.vocabulary)


def _reached(part: Part, fact: Constraint, conflict: Conflict) -> Phrase:
    assert fact.claim is not None
    unit = unit_of(part, fact.node)
    end = _amounts(fact.interval(wide=conflict.robust), unit)
    return Phrase(_REACHED, {"claim": fact.claim.id, "value": said(fact.claim), "end": end})


def _domains(part: Part, target: Constraint, proof: Contraction) -> Mapping[int, Interval]:
    return {n: proof.domains.get(n, part.variables[n].limits) for n in variables_of(target.node)}


def unit_for(part: Part, constraint: Constraint) -> Unit:
    """The unit of a claim's node; of a ratio or product the one in which the claim gives it."""
    value = constraint.claim.value if constraint.claim is not None else None
    if not constraint.is_relation or not isinstance(value, Quantity) or value.unit.money:
        return unit_of(part, constraint.node)
    return DATE if value.unit.dimension == "date" else value.unit


def unit_of(part: Part, node: Node) -> Unit:
    """The unit to show a node in: of its first slot where all it does is to add up, else of its dimension."""
    if isinstance(node, Unknown):
        variable = part.variables[node.variable]
        return parse_unit(part.currency) if variable.money and part.currency else variable.unit
    if isinstance(node, Apply) and node.operation in ("+", "-", "negative", "min", "max"):
        return unit_of(part, node.parts[0])
    if part.currency is not None and _dimension(part, node) == MONEY:
        return parse_unit(part.currency)
    return PLAIN


def _dimension(part: Part, node: Node) -> str:
    """The key of a node's dimension, with `¤` for money."""
    if isinstance(node, Known):
        return "" if node.money is None else MONEY
    if isinstance(node, Unknown):
        variable = part.variables[node.variable]
        return MONEY if variable.money else variable.unit.species
    found = _dimension(part, node.parts[0])
    if node.operation in "*/":
        power = 1 if node.operation == "*" else -1
        for other in node.parts[1:]:
            found = multiply_dimensions(found, _dimension(part, other), power)
    return found


def in_words(part: Part, constraint: Constraint, interval: Interval) -> Amounts:
    """An interval of a constraint's node, to be shown."""
    return _amounts(interval, unit_for(part, constraint))


def _amounts(interval: Interval, unit: Unit) -> Amounts:
    if unit is DATE:
        interval = linear(interval, 1 / DAY, 0 * DAY)
    return Amounts(interval, unit)


def names(claims: Sequence[Claim]) -> Names:
    """Some claims by their ids, each once."""
    return Names(list(dict.fromkeys(claim.id for claim in claims)))
