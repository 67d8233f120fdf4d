"""Random calculations in the sense of XBRL: a total, its weighted items, and duplicates of either.

All amounts are whole thousandths, so that half a unit of the finest precision is one too. No value has digits
beyond its precision: Arelle stops at those. Every item is reported: XBRL adds up those that are, while to
claimcheck one that is not may have any value.
"""

import hashlib
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

NUMBER = 1_200
TOTAL = 0
FINEST = 2
COARSEST = -9


class Fact(NamedTuple):
    """A reported value of the total (slot 0) or of an item, rounded to some decimals; None: exact."""

    slot: int
    thousandths: int
    decimals: int | None

    @property
    def text(self) -> str:
        """The value as a plain decimal number."""
        whole, rest = divmod(abs(self.thousandths), 1000)
        sign = "-" if self.thousandths < 0 else ""
        return f"{sign}{whole}" + f".{rest:03}".rstrip("0").rstrip(".")

    @property
    def ends(self) -> tuple[int, int]:
        """The numbers that are rounded to it, in thousandths."""
        half = 0 if self.decimals is None else _unit(self.decimals) // 2
        return self.thousandths - half, self.thousandths + half


class Case(NamedTuple):
    """A calculation: the weights of its items, 1 or -1, and the facts in the order of the report."""

    number: int
    weights: tuple[int, ...]
    facts: tuple[Fact, ...]

    @property
    def text(self) -> str:
        """All of it in a line."""
        facts = (
            f"{f.slot}={f.text}@{'INF' if f.decimals is None else f.decimals}" for f in self.facts
        )
        return f"{self.number}: {' '.join(map(str, self.weights))}; {' '.join(facts)}"


def cases() -> tuple[Case, ...]:
    """The same cases in every run."""
    return tuple(_Maker(number).case() for number in range(1, NUMBER + 1))


def digest(some: tuple[Case, ...]) -> str:
    """What tells whether recorded verdicts are about these cases."""
    return hashlib.sha256("\n".join(case.text for case in some).encode()).hexdigest()


def _unit(decimals: int) -> int:
    return int(10 ** (3 - decimals))


def _rounded(amount: int, decimals: int | None) -> int:
    if decimals is None:
        return amount
    unit = _unit(decimals)
    return (amount + unit // 2) // unit * unit


class _Maker:
    """Makes one case, at random but always the same."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.random = Random(number)
        self.base = self.within(COARSEST, FINEST)
        self.spread = self.one_of(1, 2, 4, 11)

    def within(self, low: int, high: int) -> int:
        return self.random.randrange(low, high + 1)

    def one_of(self, *choices: int) -> int:
        return choices[self.random.randrange(len(choices))]

    def likely(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def decimals(self) -> int | None:
        if self.likely(10):
            return None
        found = self.base + self.within(-self.spread, self.spread)
        return min(max(found, COARSEST), FINEST)

    def case(self) -> Case:
        weights = tuple(self.one_of(1, 1, -1) for _ in range(self.within(2, 6)))
        true = [0]
        for _ in weights:
            limit = _unit(self.base) * self.one_of(10, 100, 1000)
            true.append(self.within(-limit, limit))
        true[TOTAL] = sum(w * amount for w, amount in zip(weights, true[1:], strict=True))
        repeated = {self.within(0, len(weights)) for _ in range(self.one_of(0, 0, 1, 1, 2))}
        items = []
        low = high = 0
        for slot, weight in enumerate(weights, 1):
            decimals = self.decimals()
            facts = [Fact(slot, _rounded(true[slot], decimals), decimals)]
            if slot in repeated:
                self.repeat(facts, true[slot])
            ends = sorted(weight * end for end in _common(facts))
            low, high = low + ends[0], high + ends[1]
            items += facts
        total = [self.total(true[TOTAL], low, high)]
        if TOTAL in repeated:
            self.repeat(total, total[0].thousandths)
        every = total + items
        return Case(self.number, weights, tuple(every[::-1] if self.likely(30) else every))

    def repeat(self, facts: list[Fact], true: int) -> None:
        """Add one or two duplicates; some only touch, lie apart, or differ though rounded alike."""
        slot, amount, own = facts[0]
        for _ in range(self.one_of(1, 1, 2)):
            kind = self.within(0, 99)
            decimals = self.decimals()
            if kind < 60:
                facts.append(Fact(slot, _rounded(true, decimals), decimals))
            elif kind < 70:
                facts.append(facts[0])
            elif kind < 77:
                step = self.one_of(-2, -1, 1, 2) * (1 if own is None else _unit(own))
                facts.append(Fact(slot, amount + step, own))
            else:
                facts.append(self.beside(slot, *_common(facts), kind < 91, facts))

    def total(self, true: int, low: int, high: int) -> Fact:
        """The total: the true one, one that is off, or one that just reaches its items, or just fails to."""
        kind = self.within(0, 99)
        decimals = self.decimals()
        if kind < 50:
            off = self.one_of(-3, -2, -1, 1, 2, 3) if kind < 15 else 0
            step = 1 if decimals is None else _unit(decimals)
            return Fact(TOTAL, _rounded(true, decimals) + off * step, decimals)
        return self.beside(TOTAL, low, high, kind < 75)

    def beside(
        self, slot: int, low: int, high: int, touching: bool, others: Sequence[Fact] = ()
    ) -> Fact:
        """A value whose interval touches another one, or lies as near as it can without.

        It is rounded unlike `others`, if that is possible.
        """
        above = self.likely(50)
        end = high if above else -low
        some = [
            d
            for d in range(COARSEST, FINEST + 1)
            if abs(d - self.base) <= self.spread
            and d not in [fact.decimals for fact in others]
            and (not touching or (end + _unit(d) // 2) % _unit(d) == 0)
        ]
        decimals = some[self.random.randrange(len(some))] if some and self.likely(90) else None
        unit = 1 if decimals is None else _unit(decimals)
        half = 0 if decimals is None else unit // 2
        amount = (end + half) // unit * unit + (0 if touching else unit)
        return Fact(slot, amount if above else -amount, decimals)


def _common(facts: list[Fact]) -> tuple[int, int]:
    """What the intervals of duplicates have in common; of the first one, if they have nothing."""
    low = max(fact.ends[0] for fact in facts)
    high = min(fact.ends[1] for fact in facts)
    return (low, high) if low <= high else facts[0].ends
