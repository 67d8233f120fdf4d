"""The networks of a document: of its own world, and of each of its scenarios (DESIGN 5, 6).

In a world meet the claims of a scenario (or those without one), the references, what `that:` claims say,
and the relations that rules state, bound to names by `binding` and to times by `moments`.
"""

from collections.abc import Iterator

from claimcheck.consistency.binding import Binder, Binding, Slots, is_every, slot_of
from claimcheck.consistency.moments import COMMON, Times, assignments
from claimcheck.consistency.network import Constraint, Instance, Network
from claimcheck.consistency.statement import Statement, bound
from claimcheck.consistency.world import Unfit, World
from claimcheck.index import Index, SlotKey
from claimcheck.model.claim import Document
from claimcheck.model.expression import Call, Term, terms
from claimcheck.model.relation import Relation

TOO_MANY = "a relation is bound to more names than are looked at"
ONE_TERM = "a relation with fewer than two claimed terms"

MAX_TIMES = 5_000
"""How many times, or pairs of times, one binding of a relation is looked at."""


def networks(index: Index, document: Document) -> Iterator[Network]:
    """The network of each world of a document about which a relation or a `that:` claim speaks."""
    claims = index.claims_of(document)
    speaking = {c.scenario for c in claims if index.relations or c.that is not None}
    for scenario in sorted(speaking, key=lambda name: (name is not None, name or "")):
        network = _network(World(index, document, scenario))
        if network.constraints or network.skipped:
            yield network


def _network(world: World) -> Network:
    constraints: dict[tuple[int, object], Constraint] = {}
    for statement in (*_claimed(world), *_bound(world)):
        for constraint in statement:
            constraints.setdefault((id(constraint.source), constraint.node), constraint)
    return Network(
        tuple(world.variables),
        tuple(constraints.values()),
        tuple(world.skipped),
        world.scenario,
    )


def _claimed(world: World) -> Iterator[tuple[Constraint, ...]]:
    """What the `that:` claims of a world say, each with the facts it brings in."""
    for claim in world.claims:
        if claim.that is None or (
            isinstance(claim.that, Call) and claim.that.function == "complete"
        ):
            continue
        statement = Statement(world, claim, {}, {(COMMON, False): claim.when})
        try:
            constraint = statement.constraint()
            if not statement.claimed:
                raise Unfit("none of its slots has a claim")
            yield (constraint, *statement.facts)
        except Unfit as error:
            world.leave_out(str(error), claim)


def _bound(world: World) -> Iterator[tuple[Constraint, ...]]:
    """The instances of all relations in a world, each with the facts it brings in."""
    if not world.index.relations:
        return
    slots = world.slots()
    for relation in world.index.relations:
        if all(
            world.document.vocabulary.attributes.get(t.attribute)
            for t in terms(relation.expression)
        ):
            yield from _instances(world, relation, slots)


def _instances(world: World, relation: Relation, slots: Slots) -> Iterator[tuple[Constraint, ...]]:
    binder = Binder(relation.expression, slots, world.resolve)
    for binding in binder.bindings():
        for times in _times(world, relation, binding):
            instance = Instance(relation, _in_words(world, binding, times))
            statement = Statement(world, instance, binding, times)
            try:
                constraint = statement.constraint()
            except Unfit as error:
                world.leave_out(str(error), rule=relation.name)
                continue
            if statement.claimed >= 2 and statement.own:
                yield (constraint, *statement.facts)
            else:
                world.leave_out(ONE_TERM, rule=relation.name)
    if binder.capped:
        world.leave_out(TOO_MANY, rule=relation.name)


def _times(world: World, relation: Relation, binding: Binding) -> Iterator[Times]:
    """The times at which a bound relation may hold: those of the claims it could take."""
    claimed = []
    for term in dict.fromkeys(terms(relation.expression)):
        attribute = world.attribute(term.attribute)
        claims = [
            c for slot in _slots(world, term, binding) for c in world.claims_on(slot, borrow=False)
        ]
        claimed.append((term, attribute.period, claims))
    for number, times in enumerate(assignments(claimed)):
        if number == MAX_TIMES:
            world.leave_out(TOO_MANY, rule=relation.name)
            return
        yield times


def _slots(world: World, term: Term, binding: Binding) -> list[SlotKey]:
    if is_every(term):
        return world.slots_like(bound(term, binding), borrow=False)
    slot = slot_of(term, binding, world.resolve)
    return [] if slot is None else [slot]


def _in_words(world: World, binding: Binding, times: Times) -> str:
    """`?company=OpenAI at 2025`: tells the instances of a relation apart."""
    names = [
        f"{variable}={world.document.vocabulary.name_of(name)}"
        for variable, name in sorted(binding.items())
        if name is not None
    ]
    moments = [
        when.text for _, when in sorted(times.items(), key=lambda t: t[0]) if when is not None
    ]
    return " ".join(names + [f"at {', '.join(dict.fromkeys(moments))}"] * bool(moments))
