"""Contradictions inside one slot: which claims exclude each other, and the groups that agree.

Intervals on one line have a common point if every two have (Helly), so that pairs decide; a slot is
first looked at as a whole, which clears nearly all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.consistency.levels import level_of
from claimcheck.consistency.meeting import Apart, meeting
from claimcheck.consistency.values import compare
from claimcheck.finding import LEVELS, Level
from claimcheck.model.claim import Claim


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
    skipped: tuple[tuple[str, Claim, Claim], ...]


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
    skipped: list[tuple[str, Claim, Claim]] = []
    compared = 0
    for one, other in _pairs(claims, others):
        met = meeting(one, other)
        if isinstance(met, Apart):
            skipped.append((met.reason, one, other))
            continue
        verdict = compare(one, other)
        if verdict.skipped:
            skipped.append((verdict.skipped, one, other))
            continue
        compared += 1
        if verdict.clash:
            level = level_of(one, other, verdict, met)
            clashes.append(Clash(one, other, level, verdict.clash == "robust"))
    return Pairs(tuple(clashes), compared, tuple(skipped))


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


def _pairs(
    claims: Sequence[Claim], others: Sequence[Claim] | None
) -> Iterator[tuple[Claim, Claim]]:
    for number, one in enumerate(claims):
        for other in claims[number + 1 :] if others is None else others:
            yield one, other


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
