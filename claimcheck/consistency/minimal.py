"""Minimal contradictory sets: what cannot all hold, though it could without any one of it.

Works on anything for which a prover can say whether some of it is contradictory.
"""

from collections import deque
from collections.abc import Callable, Sequence, Set
from contextlib import suppress
from typing import Generic, NamedTuple, TypeVar

_Item = TypeVar("_Item")

MAX_NODES = 500
"""How many places of the search for them are visited."""
MAX_SETS = 50
"""How many minimal sets of one component are looked for."""


class Exhausted(Exception):
    """Raised by a prover that has done all the work it may do."""


Prove = Callable[[list[_Item]], list[_Item] | None]
"""Some contradictory items among those it is asked about, or None."""


class MinimalSets(NamedTuple, Generic[_Item]):
    """Minimal contradictory sets, and whether they are all there are."""

    sets: list[list[_Item]]
    all: bool


def minimal_sets(
    items: list[_Item], prove: Prove[_Item], cap: int = MAX_SETS
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
    complete = False
    with suppress(Exhausted):
        complete = _search(found, smallest, cap)
    if found and not found[0]:
        return MinimalSets([[]], True)
    sets = [[items[n] for n in sorted(one)] for one in sorted(found, key=sorted)]
    return MinimalSets(sets, complete)


def _search(
    found: list[frozenset[int]],
    smallest: Callable[[Set[int]], frozenset[int] | None],
    cap: int,
) -> bool:
    """Add minimal sets to `found`, first ones without a common item; whether they are all."""
    taken: set[int] = set()
    while len(found) < cap and (one := smallest(taken)) is not None:
        found.append(one)
        if not one:
            return True
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
    return not queue


def shrink(items: Sequence[_Item], prove: Prove[_Item]) -> list[_Item]:
    """A minimal subset that is still contradictory; where `prove` is exhausted, as small as it got.

    Of two choices what stands first is left out. Large sets lose whole stretches before single items
    (after Junker, QuickXplain, 2004).
    """
    kept = list(items)
    size = max(1, len(kept) // 2)
    try:
        while size:
            start = 0
            while start < len(kept):
                less = kept[:start] + kept[start + size :]
                proof = prove(less)
                if proof is None:
                    start += size
                else:
                    kept = _among(kept, proof)
            size //= 2
    except Exhausted:
        return kept
    return kept


def _among(kept: list[_Item], proof: list[_Item]) -> list[_Item]:
    """What a proof needs, in the order in which it was kept."""
    needed = {id(item) for item in proof}
    return [item for item in kept if id(item) in needed]
