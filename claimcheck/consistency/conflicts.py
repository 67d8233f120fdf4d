"""Minimal sets of claims that cannot all hold, and ends that the other claims keep from being reached."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from claimcheck.consistency.contraction import Contraction, acyclic, contract, variables_of
from claimcheck.consistency.network import Constraint, Network, Unknown
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity

_Item = TypeVar("_Item")

MAX_NODES = 2000
MAX_SETS = 20
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


def components(network: Network) -> list[tuple[Constraint, ...]]:
    """The constraints of a network in parts that share no variable."""
    parts: list[tuple[set[int], list[Constraint]]] = []
    for constraint in network.constraints:
        touching = [p for p in parts if p[0] & set(variables_of(constraint.node))]
        rest = [p for p in parts if p not in touching]
        numbers = set(variables_of(constraint.node)).union(*(p[0] for p in touching))
        merged = [c for p in touching for c in p[1]]
        parts = [*rest, (numbers, [*merged, constraint])]
    return [tuple(constraints) for _, constraints in parts]


def decide(network: Network, constraints: Sequence[Constraint]) -> Decision:
    """The minimal conflicts of a component: with wide intervals, then what narrow ones add."""
    robust = _conflicts(network, constraints, wide=True)
    narrow = _conflicts(network, constraints, wide=False)
    claims = [set(map(id, conflict.claims)) for conflict in robust]
    fragile = [c for c in narrow if not any(ids <= set(map(id, c.claims)) for ids in claims)]
    found = (*robust, *fragile)
    whole = contract(network.variables, constraints, wide=False)
    decided = bool(found) or (whole.settled and acyclic(_relations(constraints)))
    return Decision(found, decided, len(robust) >= MAX_SETS or len(narrow) >= MAX_SETS)


def unreachable(
    network: Network, constraints: Sequence[Constraint]
) -> Iterator[tuple[Constraint, Conflict]]:
    """Ends that a claim says can occur, each with the minimal set of other slots' claims against it."""
    for constraint in constraints:
        value = constraint.claim.value
        if not isinstance(constraint.node, Unknown) or not isinstance(value, Quantity):
            continue
        for side in ("high", "low"):
            end = getattr(value, side)
            if end is None or not end.reached:
                continue
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
            unsatisfiable = _prover(network, wide=wide)
            rest = _shrink(list(others), lambda part: unsatisfiable([end, *part]))  # noqa: B023
            proof = contract(network.variables, [*rest, end], wide=wide)
            return Conflict((end, *rest), wide, proof)
    return None


def _conflicts(
    network: Network, constraints: Sequence[Constraint], *, wide: bool
) -> list[Conflict]:
    sets = minimal_sets(list(constraints), _prover(network, wide=wide), MAX_SETS)
    return [
        Conflict(tuple(found), wide, contract(network.variables, found, wide=wide))
        for found in sets
    ]


def _prover(network: Network, *, wide: bool) -> Callable[[Sequence[Constraint]], bool]:
    return lambda part: contract(network.variables, part, wide=wide).empty


def minimal_sets(
    items: list[_Item], contradictory: Callable[[list[_Item]], bool], cap: int
) -> list[list[_Item]]:
    """Every minimal contradictory subset of `items`, at most `cap`, in an order that items alone decide.

    Reiter's hitting-set tree (A theory of diagnosis from first principles, 1987).
    """
    found: list[frozenset[int]] = []
    queue: deque[frozenset[int]] = deque([frozenset()])
    seen = {frozenset[int]()}
    while queue and len(found) < cap:
        removed = queue.popleft()
        known = next((one for one in found if not one & removed), None)
        if known is None:
            rest = [n for n in range(len(items)) if n not in removed]
            if not contradictory([items[n] for n in rest]):
                continue
            shrunk = _shrink(rest, lambda part: contradictory([items[n] for n in part]))
            known = frozenset(shrunk)
            found.append(known)
        for number in sorted(known):
            more = removed | {number}
            if more not in seen and len(seen) < MAX_NODES:
                seen.add(more)
                queue.append(more)
    return [[items[n] for n in sorted(one)] for one in found]


def _shrink(items: list[_Item], contradictory: Callable[[list[_Item]], bool]) -> list[_Item]:
    """A minimal subset that is still contradictory: what can be left out is."""
    kept = list(items)
    for item in items:
        without = [other for other in kept if other is not item]
        if contradictory(without):
            kept = without
    return kept


def _relations(constraints: Sequence[Constraint]) -> list[Constraint]:
    """Constraints on more than one variable; those on one are only its domain."""
    return [c for c in constraints if not isinstance(c.node, Unknown)]
