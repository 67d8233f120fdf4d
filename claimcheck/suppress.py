"""Suppressions: `ignore:` entries that accept findings with a reason, and what is wrong with them."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from claimcheck.catalogue import tell
from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.load.places import place
from claimcheck.model.claim import Claim, Problem, Suppression
from claimcheck.model.period import format_day
from claimcheck.names import nearest


class Accepted(NamedTuple):
    """A finding that an entry of a claim accepts, or one of the configuration."""

    finding: Finding
    claim: Claim | None
    entry: Suppression
    elsewhere: str = ""
    """Where the entry stands if it is no claim's: path and line."""

    @property
    def where(self) -> str:
        """The claim that has the entry, or the place in the configuration."""
        if self.claim is None:
            return self.elsewhere
        return f"{self.claim.document.name}#{self.claim.id}"


Entry = tuple[str, str, int, int]
"""An entry: the path and kind of its file, the number of its claim, its own number."""


class Suppressed(NamedTuple):
    """Findings that stand, those that were accepted, and entries that are wrong or of no use."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    problems: tuple[Problem, ...] = ()
    perhaps: tuple[tuple[Entry, str, Problem], ...] = ()
    """Entries that may be of no use, with the rule they name: those that others may need."""
    used: frozenset[Entry] = frozenset()
    """The entries of references and of other documents that accepted something."""


def suppress(
    findings: Iterable[Finding], index: Index, *, ran: Collection[str], known: Collection[str]
) -> Suppressed:
    """Leave out what `ignore:` entries accept; only entries whose rule ran are judged unused.

    An entry accepts a finding of its rule that its claim takes part in, if all others in the finding are
    named in `with` (or nobody is named there). It counts from either side.
    """
    suppressing = (*index.claims, *_suppressing(index), *index.earlier)
    entries = [(claim, entry) for claim in suppressing for entry in claim.ignore]
    if not entries:
        return Suppressed(tuple(findings))
    live = [e for e in entries if e[1].until is None or e[1].until >= index.as_of]
    kept: list[Finding] = []
    accepted: list[Accepted] = []
    used: set[Entry] = set()
    for finding in findings:
        matching = [e for e in live if _accepts(*e, finding)]
        used.update(_key(*e) for e in matching)
        if matching:
            accepted.append(Accepted(finding, *matching[0]))
        else:
            kept.append(finding)
    problems: list[Problem] = []
    perhaps: list[tuple[Entry, str, Problem]] = []
    judged = {id(claim) for claim in (*index.claims, *index.references_to_judge)}
    for claim, entry in entries:
        if id(claim) in judged and (found := _judge(claim, entry, index, used, ran, known)):
            by_others = claim.is_reference or index.meets_others
            if found.kind == _UNUSED and by_others and found.data["hint"] is None:
                perhaps.append((_key(claim, entry), entry.rule, found))
            else:
                problems.append(found)
    of_others = {_key(c, entry) for c, entry in entries if c.is_reference or id(c) not in judged}
    return Suppressed(
        tuple(kept), tuple(accepted), tuple(problems), tuple(perhaps), frozenset(of_others & used)
    )


def _suppressing(index: Index) -> list[Claim]:
    """The references with entries."""
    return index.remember(
        "references with entries", lambda: [c for c in index.references if c.ignore], shared=True
    )


def _key(claim: Claim, entry: Suppression) -> Entry:
    return claim.document.path, claim.document.kind, claim.ordinal, entry.number


def _accepts(claim: Claim, entry: Suppression, finding: Finding) -> bool:
    if finding.rule != entry.rule or claim not in finding.claims:
        return False
    others = [other for other in finding.claims if other is not claim]
    return not entry.others or all(_named(other, entry.others) for other in others)


def named(other: Claim, claim: Claim) -> str:
    """What the `with` of an entry of `claim` calls another claim."""
    return other.id if other.document is claim.document else f"{other.document.name}#{other.id}"


def _named(claim: Claim, names: tuple[str, ...]) -> bool:
    return claim.id in names or f"{claim.document.name}#{claim.id}" in names


# What is wrong with a file is no statement of two claims that somebody could mean.
_FORMAT = tell(
    "format findings are not accepted claim by claim: list the rule in `ignore` of claimcheck.toml"
)


_UNUSED = "unused-suppression"


def _judge(
    claim: Claim,
    entry: Suppression,
    index: Index,
    used: Collection[Entry],
    ran: Collection[str],
    known: Collection[str],
) -> Problem | None:
    source, path = claim.document.source, (*claim.path, "ignore", entry.number)
    if entry.rule not in known:
        near = nearest(entry.rule, known)
        found = {"name": entry.rule, "suggestion": near}
        return Problem("unknown-rule", place(source, (*path, "rule")), found, claim.id)
    if entry.until is not None and entry.until < index.as_of:
        found = {"rule": entry.rule, "until": format_day(entry.until), "reason": entry.reason}
        return Problem("expired-suppression", place(source, (*path, "until")), found, claim.id)
    in_vain = entry.rule.startswith("format/")
    if in_vain or (entry.rule in ran and _key(claim, entry) not in used):
        hint = _FORMAT if in_vain else None
        found = {"rule": entry.rule, "reason": entry.reason, "hint": hint}
        return Problem(_UNUSED, place(source, (*path, "rule")), found, claim.id)
    return None
