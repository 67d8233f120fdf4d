"""Contradictions inside one slot: which claims exclude each other, and the groups that agree.

Intervals on one line have a common point if every two have (Helly), so that pairs decide; a slot is
first looked at as a whole, which clears nearly all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from claimcheck.catalogue import tell
from claimcheck.consistency.levels import level_of
from claimcheck.consistency.meeting import OTHER_TIME, Apart, meeting
from claimcheck.consistency.values import compare
from claimcheck.exact import Fraction
from claimcheck.finding import LEVELS, Level
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Quantity

SMALL = 30
MAX_PAIRS = 50_000
TOO_MANY = tell("more pairs in one slot than are compared")


class Clash(NamedTuple):
    """Two claims that cannot both hold."""

    one: Claim
    other: Claim
    level: Level
    robust: bool


class Pairs(NamedTuple):
    """All pairs of a slot: the clashes, how many were compared, and why others were not."""

    clashes: tuple[Clash, ...]
    compared: int
    skipped: Mapping[str, int]
    alike: Mapping[int, tuple[Claim, ...]] = {}
    """Of claims that say the same, the first one by identity, with all of them."""


class Contradiction(NamedTuple):
    """Claims of one slot that clash, directly or through others, in groups that agree."""

    groups: tuple[tuple[Claim, ...], ...]
    clashes: tuple[Clash, ...]

    @property
    def level(self) -> Level:
        """The level of the most serious clash."""
        return min((clash.level for clash in self.clashes), key=LEVELS.index)

    @property
    def robust(self) -> bool:
        """Whether some clash holds with the wide intervals."""
        return any(clash.robust for clash in self.clashes)

    @property
    def moment(self) -> str:
        """The earliest time that one of its claims gives; empty if none gives one."""
        whens = [c.when for c in self.claims if c.when is not None and not c.is_reference]
        return min((when.first or 0, when.text) for when in whens)[1] if whens else ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of all groups, in the order of the file."""
        return tuple(sorted((c for group in self.groups for c in group), key=_place))


def pairs(claims: Sequence[Claim], others: Sequence[Claim] | None = None) -> Pairs:
    """Compare every two claims of a slot, or each of `claims` with each of `others`.

    In a large slot, claims that say the same count as one, and those that stand furthest apart are
    compared first.
    """
    alike = _alike(claims, others)
    ones = [c for c in claims if id(c) in alike]
    rest = None if others is None else [c for c in others if id(c) in alike]
    clashes: list[Clash] = []
    skipped: dict[str, int] = {}
    compared = possible = 0
    for one, other in candidates(ones, rest):
        number = len(alike[id(one)]) * len(alike[id(other)])
        possible += number
        met = meeting(one, other)
        if isinstance(met, Apart):
            skipped[met.reason] = skipped.get(met.reason, 0) + number
            continue
        verdict = compare(one, other)
        if verdict.skipped:
            skipped[verdict.skipped] = skipped.get(verdict.skipped, 0) + number
            continue
        compared += number
        if verdict.clash:
            level = level_of(one, other, verdict, met)
            clashes.append(Clash(one, other, level, verdict.clash == "robust"))
    for group in alike.values() if others is None else ():
        same = len(group) * (len(group) - 1) // 2
        verdict = compare(group[0], group[0])
        possible += same
        if verdict.skipped and same:
            skipped[verdict.skipped] = skipped.get(verdict.skipped, 0) + same
        else:
            compared += same
    left = _number(claims, others) - possible
    if left:
        reason = TOO_MANY if _number(ones, rest) > MAX_PAIRS else OTHER_TIME.reason
        skipped[reason] = skipped.get(reason, 0) + left
    return Pairs(tuple(clashes), compared, skipped, alike)


def _alike(claims: Sequence[Claim], others: Sequence[Claim] | None) -> dict[int, tuple[Claim, ...]]:
    """The first claim of each group that says the same, by identity, with the group."""
    every = (*claims, *(others or ()))
    if len(every) <= SMALL:
        return {id(claim): (claim,) for claim in every}
    groups: dict[object, list[Claim]] = {}
    for claim in every:
        groups.setdefault(_says(claim), []).append(claim)
    return {id(group[0]): tuple(group) for group in groups.values()}


def _says(claim: Claim) -> tuple[object, ...]:
    """All that a comparison looks at."""
    value = claim.value
    meant = (value.narrow, value.wide) if isinstance(value, Quantity) else None
    return (
        value and value.text,
        meant,
        claim.when and claim.when.text,
        claim.checked if claim.when is None else None,
        claim.is_reference,
        claim.scenario,
        claim.certainty,
        claim.attribution,
        claim.denied,
        claim.document.path,
    )


def candidates(
    claims: Sequence[Claim], others: Sequence[Claim] | None = None
) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of a slot that may meet: all of a small one, those of one time of a large one.

    At most MAX_PAIRS of them, so that a machine-made file cannot hold up a run; then those first whose
    values stand furthest apart.
    """
    found: Iterator[tuple[Claim, Claim]]
    if _number(claims, others) > MAX_PAIRS:
        found = _furthest(claims, claims if others is None else others)
    elif others is not None:
        found = ((one, other) for one in claims for other in others)
    elif len(claims) <= SMALL:
        found = ((one, other) for n, one in enumerate(claims) for other in claims[n + 1 :])
    else:
        found = _sweep(claims)
    return islice(found, MAX_PAIRS)


def _furthest(claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of the claims that reach highest with those that reach lowest, going inwards."""
    high = sorted(claims, key=_low_end, reverse=True)
    low = sorted(others, key=_high_end)
    seen: set[tuple[int, int]] = set()
    for reach in range(len(high) + len(low)):
        for n in range(max(0, reach - len(low) + 1), min(reach + 1, len(high))):
            one, other = high[n], low[reach - n]
            key = (min(id(one), id(other)), max(id(one), id(other)))
            if one is not other and key not in seen:
                seen.add(key)
                yield (other, one) if other.ordinal < one.ordinal else (one, other)


def _low_end(claim: Claim) -> tuple[bool, Fraction, int]:
    low = claim.value.narrow.low if isinstance(claim.value, Quantity) else None
    return low is not None, low or Fraction(0), -claim.ordinal


def _high_end(claim: Claim) -> tuple[bool, Fraction, int]:
    high = claim.value.narrow.high if isinstance(claim.value, Quantity) else None
    return high is None, high or Fraction(0), claim.ordinal


def _sweep(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs whose times overlap: claims in the order of their first day, beside those still running."""
    never, always = float("-inf"), float("inf")
    running: list[tuple[float, Claim]] = []
    spans = []
    for claim in claims:
        when = claim.when
        first = never if when is None or when.first is None else when.first
        last = always if when is None or when.last is None else when.last
        spans.append((first, claim.ordinal, last, claim))
    for first, _, last, claim in sorted(spans, key=lambda span: span[:2]):
        running = [(end, other) for end, other in running if end >= first]
        for _, other in running:
            yield (other, claim) if other.ordinal < claim.ordinal else (claim, other)
        running.append((last, claim))


def _number(claims: Sequence[Claim], others: Sequence[Claim] | None) -> int:
    return len(claims) * (len(claims) - 1) // 2 if others is None else len(claims) * len(others)


def contradictions(found: Pairs) -> Iterator[Contradiction]:
    """The connected parts of a slot's clashes, each with its claims grouped by agreement."""
    for scenario in dict.fromkeys(_scenario(clash) for clash in found.clashes):
        yield from _connected([c for c in found.clashes if _scenario(c) == scenario], found)


def _scenario(clash: Clash) -> str | None:
    """In which world two claims clash; a reference is in all of them."""
    return clash.other.scenario if clash.one.is_reference else clash.one.scenario


def _connected(rest: list[Clash], found: Pairs) -> Iterator[Contradiction]:
    while rest:
        members = {rest[0].one, rest[0].other}
        size = 0
        while size != len(members):
            size = len(members)
            for clash in rest:
                if clash.one in members or clash.other in members:
                    members |= {clash.one, clash.other}
        mine = tuple(clash for clash in rest if clash.one in members)
        rest = [clash for clash in rest if clash.one not in members]
        groups = _groups(sorted(members, key=_place), mine)
        every = tuple(
            tuple(same for claim in group for same in found.alike.get(id(claim), (claim,)))
            for group in groups
        )
        yield Contradiction(every, mine)


def _groups(claims: list[Claim], clashes: tuple[Clash, ...]) -> tuple[tuple[Claim, ...], ...]:
    """Put each claim into the first group with none of which it clashes."""
    excluded: dict[Claim, set[Claim]] = {}
    for clash in clashes:
        excluded.setdefault(clash.one, set()).add(clash.other)
        excluded.setdefault(clash.other, set()).add(clash.one)
    groups: list[list[Claim]] = []
    for claim in claims:
        barred = excluded.get(claim, set())
        group = next((g for g in groups if barred.isdisjoint(g)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return tuple(tuple(group) for group in groups)


def _place(claim: Claim) -> tuple[bool, str, int]:
    return claim.is_reference, claim.document.path, claim.ordinal
