"""Minimal contradictory sets: what cannot all hold, though it could without any one of it.

Works on anything for which a prover can say whether some of it is contradictory.
"""

from collections import deque
from collections.abc import Callable, Sequence, Set
from typing import Generic, NamedTuple, TypeVar

_Item = TypeVar("_Item")

MAX_NODES = 500
"""How many places of the search for them are visited."""
MAX_SETS = 50
"""How many minimal sets of one component are looked for."""


class MinimalSets(NamedTuple, Generic[_Item]):
    """Minimal contradictory sets, and whether they are all there are."""

    sets: list[list[_Item]]
    all: bool


def minimal_sets(
    items: list[_Item], prove: Callable[[list[_Item]], list[_Item] | None], cap: int = MAX_SETS
) -> MinimalSets[_Item]:
    """The minimal contradictory subsets of `items`, at most `cap`, in an order that items alone decide.

    `prove` gives some contradictory items among those it is asked about, or None. Sets without a common
    item are looked for first, then the rest by Reiter's hitting-set tree (A theory of diagnosis from first
    principles, 1987), in which at most MAX_NODES places are visited.
    """
    places = {id(item): place for place, item in enumerate(items)}

    def smallest(removed: Set[int]) -> frozenset[int] | None:
        proof = prove([item for place, item in enumerate(items) if place not in removed])
        if proof is None:
            return None
        return frozenset(places[id(item)] for item in shrink(proof, prove))

    found: list[frozenset[int]] = []
    taken: set[int] = set()
    while len(found) < cap and (one := smallest(taken)) is not None:
        found.append(one)
        if not one:
            return MinimalSets([[]], True)
        taken |= one
    queue: deque[frozenset[int]] = deque([frozenset()] if found else [])
    seen = {frozenset[int]()}
    while queue and len(found) < cap and len(seen) < MAX_NODES:
        removed = queue.popleft()
        known = next((one for one in found if not one & removed), None)
        if known is None:
            known = smallest(removed)
            if known is None:
                continue
            found.append(known)
        for number in sorted(known):
            if (more := removed | {number}) not in seen:
                seen.add(more)
                queue.append(more)
    sets = [[items[n] for n in sorted(one)] for one in sorted(found, key=sorted)]
    return MinimalSets(sets, not queue)


def shrink(
    items: Sequence[_Item], prove: Callable[[list[_Item]], list[_Item] | None]
) -> list[_Item]:
    """A minimal subset that is still contradictory: what can be left out is, the first first."""
    kept = list(items)
    for item in items:
        if any(other is item for other in kept):
            proof = prove([other for other in kept if other is not item])
            kept = kept if proof is None else proof
    return kept
