"""The networks of a document: of its own world, and of each of its scenarios (DESIGN 5, 6).

In a world meet the claims of a scenario (or those without one), the references, what `that:` claims say,
and the relations that rules state, bound to names by `binding` and to times by `moments`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck.catalogue import tell
from claimcheck.consistency.binding import Binder, Binding, Plan, Slots, is_every
from claimcheck.consistency.moments import COMMON, Times, assignments, times_of
from claimcheck.consistency.network import Constraint, Instance, Network, variables_of
from claimcheck.consistency.statement import (
    Statement,
    claims_for,
    meeting_claims,
    standing_in,
    varies,
)
from claimcheck.consistency.world import Unfit, World, resolver
from claimcheck.index import Index
from claimcheck.model.claim import Claim, Document
from claimcheck.model.expression import Call, Choice, Term
from claimcheck.model.quantity import Quantity
from claimcheck.model.relation import Relation
from claimcheck.model.vocabulary import Attribute

VARIES = tell("a stock that has several values within the period")
TOO_MANY = tell("a relation is bound to more names than are looked at")

MAX_TIMES = 5_000
"""How many times, or pairs of times, one binding of a relation is looked at."""


def networks(index: Index, document: Document) -> Iterator[Network]:
    """The network of each world of a document about which a relation or a `that:` claim speaks."""
    claims = index.claims_of(document)
    related = bool(index.relations_on(document))
    speaking = {c.scenario for c in claims if related or c.that is not None}
    for scenario in sorted(speaking, key=lambda name: (name is not None, name or "")):
        network = _network(World(index, document, scenario))
        if network.constraints or network.skipped:
            yield network


def whole_networks(index: Index, document: Document) -> Iterator[Network]:
    """The network of every world of a document, with every claim that has a number, joined or not."""
    scenarios = {claim.scenario for claim in index.claims_of(document)}
    for scenario in sorted(scenarios, key=lambda name: (name is not None, name or "")):
        yield _network(World(index, document, scenario), alone=True)


def _network(world: World, *, alone: bool = False) -> Network:
    constraints: dict[tuple[int, object], Constraint] = {}
    statements = (*_claimed(world), *_bound(world), *(_single(world) if alone else ()))
    for statement in statements:
        for constraint in statement:
            constraints.setdefault((id(constraint.source), constraint.node), constraint)
    met = tuple(_met(world, tuple(constraints.values())))
    return Network(
        tuple(world.variables),
        met,
        tuple(world.skipped),
        world.scenario,
    )


def _met(world: World, constraints: Sequence[Constraint]) -> Iterator[Constraint]:
    """The constraints that share a variable with another one; a `that:` claim alone is left out."""
    touched = Counter(n for c in constraints for n in set(variables_of(c.node)))
    for constraint in constraints:
        numbers = variables_of(constraint.node)
        alone = all(touched[number] == 1 for number in numbers)
        if alone and constraint.is_relation and constraint.claim is not None and numbers:
            world.leave_out(tell("none of its slots has a claim"), constraint.claim)
        else:
            yield constraint


def _claimed(world: World) -> Iterator[tuple[Constraint, ...]]:
    """What the `that:` claims of a world say, each with the facts it brings in."""
    for claim in world.claims:
        if claim.that is None or (
            isinstance(claim.that, Call) and claim.that.function == "complete"
        ):
            continue
        statement = Statement(world, claim, {}, {(COMMON, "duration"): claim.when})
        try:
            yield (statement.constraint(), *statement.facts)
        except Unfit as error:
            world.leave_out(str(error), claim)


def _single(world: World) -> Iterator[tuple[Constraint, ...]]:
    """Each claim with a number as a fact about its slot at its time, and all that meet it there."""
    for claim in world.claims:
        if (
            claim.attribute is None
            or claim.subject is None
            or not isinstance(claim.value, Quantity)
        ):
            continue
        term = Term(
            claim.attribute.name,
            Choice("name", claim.subject, 0),
            tuple((key, Choice("name", value, 0)) for key, value in claim.qualifiers),
            None,
            0,
        )
        statement = Statement(world, claim, {}, {(COMMON, "duration"): claim.when})
        statement.node_of(term)
        yield tuple(statement.facts)


def _bound(world: World) -> Iterator[tuple[Constraint, ...]]:
    """The instances of all relations in a world, each with the facts it brings in."""
    relations = world.index.relations_on(world.document)
    if not relations:
        return
    slots = world.slots()
    for relation in relations:
        if all(world.document.vocabulary.attributes.get(t.attribute) for t in relation.terms):
            yield from _instances(world, relation, slots)


def _instances(world: World, relation: Relation, slots: Slots) -> Iterator[tuple[Constraint, ...]]:
    vocabulary = world.document.vocabulary
    plan = world.index.remember(
        ("plan", relation.name, id(vocabulary)),
        lambda: Plan(relation.terms, slots.references, resolver(vocabulary)),
        shared=True,
    )
    binder = Binder(plan, slots)
    world.know(plan.shapes)
    for binding in binder.bindings():
        names = _names(world, binding)
        for times in _times(world, relation, binding):
            instance = Instance(relation, _in_words(names, times), names)
            statement = Statement(world, instance, binding, times)
            try:
                constraint = statement.constraint()
            except Unfit as error:
                if statement.claimed > 1 and statement.own:
                    world.leave_out(str(error), rule=relation.name)
                continue
            if statement.claimed > 1 and statement.own:
                yield (constraint, *statement.facts)
    if binder.capped:
        world.leave_out(TOO_MANY, rule=relation.name)


def _times(world: World, relation: Relation, binding: Binding) -> Iterator[Times]:
    """The times at which a bound relation may hold: those of the claims it could take."""
    claimed = [
        (term, world.attribute(term.attribute).period, claims_for(world, term, binding))
        for term in relation.terms
    ]
    ready = [(t, world.attribute(t.attribute), claims) for t, _, claims in claimed if claims]
    stocks = [(term, kind == "instant") for term, kind, _ in claimed]
    for number, times in enumerate(assignments(claimed)):
        if number == MAX_TIMES:
            world.leave_out(TOO_MANY, rule=relation.name)
            return
        if not _is_ready(ready, times):
            continue
        if any(is_stock and varies(world, term, binding, times) for term, is_stock in stocks):
            world.leave_out(VARIES, rule=relation.name)
            continue
        yield times


def _is_ready(claimed: Sequence[tuple[Term, Attribute, Sequence[Claim]]], times: Times) -> bool:
    """Whether two slots have claims of these times: of two terms, or of one with `*`."""
    found, stood_in = 0, False
    for term, attribute, claims in claimed:
        whens = times_of(term, attribute.period, times)
        if not whens:
            continue
        joined = meeting_claims(claims, attribute, whens, strict=True)
        if not stood_in and (not joined or is_every(term)):
            more = standing_in(claims, whens)
            stood_in, joined = bool(more), [*joined, *more]
        found += len({(claim.subject, claim.qualifiers) for claim, _ in joined})
        if found > 1:
            return True
    return False


def _names(world: World, binding: Binding) -> tuple[tuple[str, str | None], ...]:
    """What each variable stands for, as people call it."""
    name_of = world.document.vocabulary.name_of
    return tuple((v, name and name_of(name)) for v, name in sorted(binding.items()))


def _in_words(names: tuple[tuple[str, str | None], ...], times: Times) -> str:
    """`?company=OpenAI at 2025`: tells the instances of a relation apart."""
    bound = [f"{variable}={name}" for variable, name in names if name is not None]
    moments = [when.text for _, when in sorted(times.items(), key=lambda t: t[0]) if when]
    return " ".join(bound + [f"at {', '.join(dict.fromkeys(moments))}"] * bool(moments))
