"""A conflict as steps that a person can follow by hand."""

from collections.abc import Iterator

from claimcheck.consistency.conflicts import Conflict
from claimcheck.consistency.contraction import contract, value_of, variables_of
from claimcheck.consistency.network import DAY, Apply, Constraint, Network, Node, Unknown
from claimcheck.consistency.steps import FRAGILE, meaning, said
from claimcheck.finding import Amounts, Phrase
from claimcheck.model.expression import Comparison, show
from claimcheck.model.interval import EVERYTHING, NOT_NEGATIVE, Interval, linear
from claimcheck.model.quantity import DATE, Quantity
from claimcheck.model.units import PLAIN, Unit, parse_unit

_REACHED = {
    "en": "{claim} says {value}, so that {end} can be reached",
    "fr": "{claim} dit {value}, donc {end} peut être atteint",
}
_FOLLOWS = {
    "en": "by {claim}, {slot} is then {interval}",
    "fr": "par {claim}, {slot} vaut alors {interval}",
}
_TOTAL = {"en": "then {expression} is {interval}", "fr": "alors {expression} vaut {interval}"}
_BUT = {"en": "but {claim} says {value}: {interval}", "fr": "mais {claim} dit {value} : {interval}"}
_COMPARED = {"en": "but {claim} says {expression}", "fr": "mais {claim} dit {expression}"}
_FITS = {
    "en": "the others leave {interval} for {claim}",
    "fr": "les autres laissent {interval} à {claim}",
}
_LEFT = {"en": "{slot} is {interval}", "fr": "{slot} vaut {interval}"}


def derivation(
    network: Network, conflict: Conflict, end: Constraint | None = None
) -> tuple[Phrase, ...]:
    """The steps of a conflict: what the claims mean, what follows, and where it breaks.

    `end` is the constraint that stands for an end being reached, if it is about one.
    """
    return tuple(_steps(network, conflict, end))


def _steps(network: Network, conflict: Conflict, end: Constraint | None) -> Iterator[Phrase]:
    facts = [c for c in conflict.constraints if isinstance(c.node, Unknown)]
    relations = [c for c in conflict.constraints if not isinstance(c.node, Unknown)]
    wide = conflict.robust
    for fact in facts:
        yield _reached(network, fact, wide=wide) if fact is end else meaning(fact.claim)
    proof = contract(network.variables, [*facts, *relations], wide=wide)
    domains = {
        n: network.variables[n].limits for c in conflict.constraints for n in variables_of(c.node)
    }
    *before, last = proof.steps
    for step in before:
        if step.variable is None:
            continue
        domains[step.variable] = step.interval
        if step.constraint in relations and len(relations) > 1:
            yield _follows(network, step.constraint, step.variable, step.interval)
    yield from _break(network, last.constraint, domains, wide=wide)
    if not wide:
        yield Phrase(FRAGILE)
    yield from _repairs(network, conflict)


def _repairs(network: Network, conflict: Conflict) -> Iterator[Phrase]:
    """For each claim with a value, what it would have to be for the others to hold, strictly read."""
    for constraint in conflict.constraints:
        others = [c for c in conflict.constraints if c is not constraint]
        rest = contract(network.variables, others, wide=False)
        numbers = variables_of(constraint.node)
        domains = {n: rest.domains.get(n, network.variables[n].limits) for n in numbers}
        fits = value_of(constraint.node, domains, wide=False)
        bare = isinstance(constraint.claim.that, Comparison)
        if not bare and not fits.empty and fits not in (EVERYTHING, NOT_NEGATIVE):
            interval = _amounts(fits, _unit(network, constraint))
            yield Phrase(_FITS, {"interval": interval, "claim": constraint.claim.id})


def _reached(network: Network, fact: Constraint, *, wide: bool) -> Phrase:
    assert isinstance(fact.node, Unknown)
    interval = fact.wide if wide else fact.narrow
    unit = unit_of(network, fact.node)
    data = {"claim": fact.claim.id, "value": said(fact.claim), "end": _amounts(interval, unit)}
    return Phrase(_REACHED, data)


def _follows(network: Network, relation: Constraint, number: int, interval: Interval) -> Phrase:
    unit = unit_of(network, Unknown(number))
    slot = network.variables[number].name
    return Phrase(
        _FOLLOWS, {"claim": relation.claim.id, "slot": slot, "interval": _amounts(interval, unit)}
    )


def _break(
    network: Network, last: Constraint, domains: dict[int, Interval], *, wide: bool
) -> Iterator[Phrase]:
    """The last step: what the others make of the statement, and what it says itself."""
    that, node = last.claim.that, last.node
    if that is None or not isinstance(node, Apply):
        slot = network.variables[variables_of(node)[0]].name
        left = domains[variables_of(node)[0]]
        yield Phrase(_LEFT, {"slot": slot, "interval": _amounts(left, unit_of(network, node))})
        yield Phrase(_BUT, _says(network, last, wide=wide))
    elif isinstance(that, Comparison):
        for side, part in zip((that.left, that.right), node.parts, strict=True):
            interval = _amounts(value_of(part, domains, wide=wide), unit_of(network, part))
            yield Phrase(_TOTAL, {"expression": show(side), "interval": interval})
        yield Phrase(_COMPARED, {"claim": last.claim.id, "expression": show(that)})
    else:
        interval = _amounts(value_of(node, domains, wide=wide), _unit(network, last))
        yield Phrase(_TOTAL, {"expression": show(that), "interval": interval})
        yield Phrase(_BUT, _says(network, last, wide=wide))


def _says(network: Network, constraint: Constraint, *, wide: bool) -> dict[str, object]:
    interval = constraint.wide if wide else constraint.narrow
    return {
        "claim": constraint.claim.id,
        "value": said(constraint.claim),
        "interval": _amounts(interval, _unit(network, constraint)),
    }


def _unit(network: Network, constraint: Constraint) -> Unit:
    """The unit of a claim's node; of a ratio or product the one in which the claim gives it."""
    value = constraint.claim.value
    if isinstance(constraint.node, Unknown) or not isinstance(value, Quantity) or value.unit.money:
        return unit_of(network, constraint.node)
    return DATE if value.unit.dimension == "date" else value.unit


def unit_of(network: Network, node: Node) -> Unit:
    """The unit to show a node in: of its first slot, where all it does is to add up."""
    if isinstance(node, Unknown):
        variable = network.variables[node.variable]
        return (
            parse_unit(network.currency) if variable.money and network.currency else variable.unit
        )
    if isinstance(node, Apply) and node.operation in ("+", "-", "negative", "min", "max"):
        return unit_of(network, node.parts[0])
    return PLAIN


def _amounts(interval: Interval, unit: Unit) -> Amounts:
    if unit is DATE:
        interval = linear(interval, 1 / DAY, 0 * DAY)
    return Amounts(interval, unit)
