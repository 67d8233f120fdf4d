"""Contradictions inside one slot: which claims exclude each other, and the groups that agree.

Intervals on one line have a common point if every two have (Helly), so that pairs decide; a slot is
first looked at as a whole, which clears nearly all of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from claimcheck.consistency.levels import level_of
from claimcheck.consistency.meeting import OTHER_TIME, Apart, meeting
from claimcheck.consistency.values import compare
from claimcheck.finding import LEVELS, Level
from claimcheck.model.claim import Claim

SMALL = 30
MAX_PAIRS = 50_000
TOO_MANY = "more pairs in one slot than are compared"


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
    def claims(self) -> tuple[Claim, ...]:
        """All claims of all groups, in the order of the file."""
        return tuple(sorted((c for group in self.groups for c in group), key=_place))


def pairs(claims: Sequence[Claim], others: Sequence[Claim] | None = None) -> Pairs:
    """Compare every two claims of a slot, or each of `claims` with each of `others`."""
    clashes: list[Clash] = []
    skipped: dict[str, int] = {}
    compared = possible = 0
    for one, other in candidates(claims, others):
        possible += 1
        met = meeting(one, other)
        if isinstance(met, Apart):
            skipped[met.reason] = skipped.get(met.reason, 0) + 1
            continue
        verdict = compare(one, other)
        if verdict.skipped:
            skipped[verdict.skipped] = skipped.get(verdict.skipped, 0) + 1
            continue
        compared += 1
        if verdict.clash:
            level = level_of(one, other, verdict, met)
            clashes.append(Clash(one, other, level, verdict.clash == "robust"))
    rest = _number(claims, others) - possible
    if rest:
        reason = TOO_MANY if possible == MAX_PAIRS else OTHER_TIME.reason
        skipped[reason] = skipped.get(reason, 0) + rest
    return Pairs(tuple(clashes), compared, skipped)


def candidates(
    claims: Sequence[Claim], others: Sequence[Claim] | None = None
) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of a slot that may meet: all of a small one, those of one time of a large one.

    At most MAX_PAIRS of them, so that a machine-made file cannot hold up a run.
    """
    found: Iterator[tuple[Claim, Claim]]
    if others is not None:
        found = ((one, other) for one in claims for other in others)
    elif len(claims) <= SMALL:
        found = ((one, other) for n, one in enumerate(claims) for other in claims[n + 1 :])
    else:
        found = _sweep(claims)
    return islice(found, MAX_PAIRS)


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


def contradictions(clashes: Iterable[Clash]) -> Iterator[Contradiction]:
    """The connected parts of a slot's clashes, each with its claims grouped by agreement."""
    rest = list(clashes)
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
        yield Contradiction(_groups(sorted(members, key=_place), mine), mine)


def _groups(claims: list[Claim], clashes: tuple[Clash, ...]) -> tuple[tuple[Claim, ...], ...]:
    """Put each claim into the first group with none of which it clashes."""
    excluded = {(c.one, c.other) for c in clashes} | {(c.other, c.one) for c in clashes}
    groups: list[list[Claim]] = []
    for claim in claims:
        for group in groups:
            if not any((claim, member) in excluded for member in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return tuple(tuple(group) for group in groups)


def _place(claim: Claim) -> tuple[bool, str, int]:
    return claim.is_reference, claim.document.path, claim.ordinal
