"""Minimal sets of claims that cannot all hold, and ends that the other claims keep from being reached."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence, Set
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from claimcheck.consistency.contraction import Contraction, acyclic, contract, core, variables_of
from claimcheck.consistency.network import Constraint, Network, Unknown, networks
from claimcheck.index import Index
from claimcheck.model.claim import Claim, Document
from claimcheck.model.interval import Interval

_Item = TypeVar("_Item")

Prover = Callable[[Sequence[Constraint]], list[Constraint]]

MAX_NODES = 500
"""How many places of the search for them are visited."""
MAX_ENDS = 200
"""How many ends of a component are tested."""
MAX_SETS = 50
"""How many minimal sets of one component are looked for."""


class Conflict(NamedTuple):
    """A minimal set of constraints that cannot all hold: robust with the wide intervals."""

    constraints: tuple[Constraint, ...]
    robust: bool
    proof: Contraction

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the set, each once, in the order of the file."""
        found = {id(c.claim): c.claim for c in self.constraints}
        return tuple(sorted(found.values(), key=lambda c: (c.is_reference, c.ordinal)))


class Decision(NamedTuple):
    """What was found in a component, and whether it could be decided at all."""

    conflicts: tuple[Conflict, ...]
    decided: bool
    capped: bool


class Part(NamedTuple):
    """A component of a world's network, and what was decided of it."""

    network: Network
    constraints: tuple[Constraint, ...]
    decision: Decision


class World(NamedTuple):
    """The network of a world, part by part."""

    network: Network
    parts: tuple[Part, ...]


@lru_cache(maxsize=4)
def worlds(index: Index, document: Document) -> tuple[World, ...]:
    """What is decided of each world of a document; kept, since several rules ask for it in turn."""
    found = []
    for network in networks(index, document):
        parts = tuple(Part(network, part, decide(network, part)) for part in components(network))
        found.append(World(network, parts))
    return tuple(found)


def components(network: Network) -> list[tuple[Constraint, ...]]:
    """The constraints of a network in parts that share no variable."""
    parts: dict[int, list[Constraint]] = {}
    home: dict[int, int] = {}
    for constraint in network.constraints:
        numbers = variables_of(constraint.node)
        homes = sorted({home[number] for number in numbers if number in home})
        first = homes[0] if homes else len(parts) + len(home)
        mine = parts.setdefault(first, [])
        for other in homes[1:]:
            mine += parts.pop(other)
        mine.append(constraint)
        moved = [n for n, place in home.items() if place in homes[1:]]
        home.update(dict.fromkeys((*numbers, *moved), first))
    order = {id(constraint): place for place, constraint in enumerate(network.constraints)}
    return [tuple(sorted(part, key=lambda c: order[id(c)])) for part in parts.values()]


def decide(network: Network, constraints: Sequence[Constraint]) -> Decision:
    """The minimal conflicts of a component: with wide intervals, then what narrow ones add."""
    robust, all_robust = _conflicts(network, constraints, wide=True)
    narrow, all_narrow = _conflicts(network, constraints, wide=False)
    claims = [set(map(id, conflict.claims)) for conflict in robust]
    fragile = [c for c in narrow if not any(ids <= set(map(id, c.claims)) for ids in claims)]
    found = (*robust, *fragile)
    whole = contract(network.variables, constraints, wide=False)
    decided = bool(found) or (whole.settled and acyclic(_relations(constraints)))
    return Decision(found, decided, not (all_robust and all_narrow))


def reached_ends(constraints: Sequence[Constraint]) -> list[tuple[Constraint, str]]:
    """The ends, low or high, that claims of a component say can occur."""
    return [
        (constraint, side)
        for constraint in constraints
        if isinstance(constraint.node, Unknown)
        for side in ("high", "low")
        if (end := getattr(constraint.claim.value, side, None)) is not None and end.reached
    ]


def unreachable(
    network: Network, constraints: Sequence[Constraint]
) -> Iterator[tuple[Constraint, Conflict]]:
    """Ends that a claim says can occur, each with the minimal set of other slots' claims against it.

    At most MAX_ENDS of a component are tested.
    """
    for constraint, side in reached_ends(constraints)[:MAX_ENDS]:
        others = [c for c in constraints if c.node != constraint.node]
        conflict = _against(network, _at_end(constraint, side), others)
        if conflict is not None:
            yield constraint, conflict


def _at_end(constraint: Constraint, side: str) -> Constraint:
    """A claim as if its end had occurred: exactly, or as widely as the end itself is meant."""
    wide, narrow = constraint.wide, constraint.narrow
    exact = getattr(narrow, side)
    spread = getattr(wide, side)
    other = 2 * exact - spread
    low, high = min(other, spread), max(other, spread)
    return constraint._replace(narrow=Interval(exact, exact), wide=Interval(low, high))


def _against(network: Network, end: Constraint, others: Sequence[Constraint]) -> Conflict | None:
    """The minimal set of others that rules an end out, if the end has a part in it."""
    for wide in (True, False):
        if contract(network.variables, others, wide=wide).empty:
            continue
        if contract(network.variables, [end, *others], wide=wide).empty:
            rest = _shrink(list(others), _beside(network, end, wide=wide))
            proof = contract(network.variables, [*rest, end], wide=wide)
            return Conflict((end, *rest), wide, proof)
    return None


def _beside(network: Network, end: Constraint, *, wide: bool) -> Prover:
    """The prover for what contradicts an end: the end itself is no part of the answer."""
    prove = _prover(network, wide=wide)
    return lambda part: [c for c in prove([end, *part]) if c is not end]


def _conflicts(
    network: Network, constraints: Sequence[Constraint], *, wide: bool
) -> tuple[list[Conflict], bool]:
    """The minimal conflicts in one reading, and whether they are all."""
    sets = minimal_sets(list(constraints), _prover(network, wide=wide))
    conflicts = [
        Conflict(tuple(found), wide, contract(network.variables, found, wide=wide))
        for found in sets.sets
    ]
    return conflicts, sets.all


def _prover(network: Network, *, wide: bool) -> Prover:
    """Says of some constraints which of them contradict each other; none, if they do not."""

    def prove(part: Sequence[Constraint]) -> list[Constraint]:
        found = contract(network.variables, part, wide=wide)
        return core(found.steps) if found.empty else []

    return prove


class MinimalSets(NamedTuple, Generic[_Item]):
    """Minimal contradictory sets, and whether they are all there are."""

    sets: list[list[_Item]]
    all: bool


def minimal_sets(
    items: list[_Item], prove: Callable[[list[_Item]], list[_Item]], cap: int = MAX_SETS
) -> MinimalSets[_Item]:
    """The minimal contradictory subsets of `items`, at most `cap`, in an order that items alone decide.

    `prove` gives some contradictory items among those it is asked about, or none. Sets without a common
    item are looked for first, then the rest by Reiter's hitting-set tree (A theory of diagnosis from first
    principles, 1987), in which at most MAX_NODES places are visited.
    """
    places = {id(item): place for place, item in enumerate(items)}

    def smallest(removed: Set[int]) -> frozenset[int]:
        proof = prove([item for place, item in enumerate(items) if place not in removed])
        return (
            frozenset(places[id(item)] for item in _shrink(proof, prove)) if proof else frozenset()
        )

    found: list[frozenset[int]] = []
    taken: set[int] = set()
    while len(found) < cap and (one := smallest(taken)):
        found.append(one)
        taken |= one
    queue: deque[frozenset[int]] = deque([frozenset()])
    seen = {frozenset[int]()}
    while queue and len(found) < cap and len(seen) < MAX_NODES:
        removed = queue.popleft()
        known = next((one for one in found if not one & removed), None)
        if known is None:
            known = smallest(removed)
            found += [known] if known else []
        for number in sorted(known):
            if (more := removed | {number}) not in seen:
                seen.add(more)
                queue.append(more)
    sets = [[items[n] for n in sorted(one)] for one in sorted(found, key=sorted)]
    return MinimalSets(sets, not queue)


def _shrink(items: list[_Item], prove: Callable[[list[_Item]], list[_Item]]) -> list[_Item]:
    """A minimal subset that is still contradictory: what can be left out is."""
    kept = list(items)
    for item in items:
        if any(other is item for other in kept):
            proof = prove([other for other in kept if other is not item])
            kept = proof or kept
    return kept


def _relations(constraints: Sequence[Constraint]) -> list[Constraint]:
    """Constraints on more than one variable; those on one are only its domain."""
    return [c for c in constraints if not isinstance(c.node, Unknown)]
