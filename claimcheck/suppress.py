"""Suppressions: `ignore:` entries that accept findings with a reason, and what is wrong with them."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.load.places import place
from claimcheck.model.claim import Claim, Problem, Suppression
from claimcheck.model.period import format_day
from claimcheck.names import nearest


class Accepted(NamedTuple):
    """A finding that an entry of a claim accepts."""

    finding: Finding
    claim: Claim
    entry: Suppression


class Suppressed(NamedTuple):
    """Findings that stand, those that were accepted, and entries that are wrong or of no use."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    problems: tuple[Problem, ...]


def suppress(
    findings: Iterable[Finding], index: Index, *, ran: Collection[str], known: Collection[str]
) -> Suppressed:
    """Leave out what `ignore:` entries accept; only entries whose rule ran are judged unused.

    Those of references are judged only where all documents are checked that they may be about.
    An entry accepts a finding of its rule that its claim takes part in, if all others in the finding are
    named in `with` (or nobody is named there). It counts from either side.
    """
    entries = [
        (claim, entry.number, entry)
        for claim in (*index.claims, *index.references)
        for entry in claim.ignore
    ]
    if not entries:
        return Suppressed(tuple(findings), (), ())
    live = [e for e in entries if e[2].until is None or e[2].until >= index.as_of]
    kept: list[Finding] = []
    accepted: list[Accepted] = []
    used: set[tuple[int, int]] = set()
    for finding in findings:
        matching = [e for e in live if _accepts(e[0], e[2], finding)]
        used |= {(id(claim), number) for claim, number, _ in matching}
        if matching:
            accepted.append(Accepted(finding, matching[0][0], matching[0][2]))
        else:
            kept.append(finding)
    problems = [
        problem
        for claim, number, entry in entries
        if (problem := _judge(claim, number, entry, (id(claim), number) in used, index, ran, known))
    ]
    return Suppressed(tuple(kept), tuple(accepted), tuple(problems))


def _accepts(claim: Claim, entry: Suppression, finding: Finding) -> bool:
    if finding.rule != entry.rule or claim not in finding.claims:
        return False
    others = [other for other in finding.claims if other is not claim]
    return not entry.others or all(_named(other, entry.others) for other in others)


def _named(claim: Claim, names: tuple[str, ...]) -> bool:
    return claim.id in names or f"{claim.document.name}#{claim.id}" in names


# What is wrong with a file is no statement of two claims that somebody could mean.
_FORMAT = (
    "format findings are not accepted claim by claim: list the rule in `ignore` of claimcheck.toml"
)


def _judge(
    claim: Claim,
    number: int,
    entry: Suppression,
    used: bool,
    index: Index,
    ran: Collection[str],
    known: Collection[str],
) -> Problem | None:
    source, path = claim.document.source, (*claim.path, "ignore", number)
    if entry.rule not in known:
        near = nearest(entry.rule, known)
        found = {"name": entry.rule, "suggestion": near}
        return Problem("unknown-rule", place(source, (*path, "rule")), found, claim.id)
    if entry.until is not None and entry.until < index.as_of:
        found = {"rule": entry.rule, "until": format_day(entry.until), "reason": entry.reason}
        return Problem("expired-suppression", place(source, (*path, "until")), found, claim.id)
    in_vain = entry.rule.startswith("format/")
    if in_vain or (entry.rule in ran and not used and claim.document.all_checked):
        hint = _FORMAT if in_vain else None
        found = {"rule": entry.rule, "reason": entry.reason, "hint": hint}
        return Problem("unused-suppression", place(source, (*path, "rule")), found, claim.id)
    return None
