"""What a configuration makes of findings: their levels, what is left out where, what is accepted for all."""

import os
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from claimcheck.config import Acceptance, Config, PerPath
from claimcheck.config.places import setting_place
from claimcheck.config.profiles import profile
from claimcheck.finding import LEVELS, Finding, Level, mildest
from claimcheck.index import Index
from claimcheck.judging import Applied, complete_finding
from claimcheck.load.files import shown_path
from claimcheck.load.project import matches
from claimcheck.model.claim import Problem, Suppression
from claimcheck.model.period import format_day
from claimcheck.newsroom import Newsroom
from claimcheck.rule import Rule
from claimcheck.settings import level_set
from claimcheck.source import Span
from claimcheck.suppress import Accepted


class Hidden(NamedTuple):
    """A finding that is left out where it stands, and the setting that says so."""

    finding: Finding
    entry: PerPath


class Settled(NamedTuple):
    """Findings as the configuration wants them."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    hidden: tuple[Hidden, ...] = ()


def settle(applied: Applied, newsroom: Newsroom, complete: Callable[[], bool]) -> Settled:
    """Findings at the levels that are set, without those that are left out or accepted by the configuration.

    `complete` tells whether the whole newsroom was checked, so that an entry of no use can be judged;
    raises ConfigError if a setting names a rule that does not exist.
    """
    config = newsroom.config
    if not (config.level or config.per_path or config.accept or config.profile):
        return Settled(applied.findings, applied.accepted)
    work = _Settling(newsroom)
    every = [*applied.findings]
    work.take(every)
    judged = _Judged(newsroom, applied, work.used)
    work.take(judged.findings(complete))
    accepted = sorted((*applied.accepted, *work.accepted), key=lambda one: one.finding.order)
    return Settled(tuple(work.kept), tuple(accepted), tuple(work.hidden))


class _Settling:
    """Findings on their way through the settings."""

    def __init__(self, newsroom: Newsroom) -> None:
        self.config = config = newsroom.config
        if config.level or config.per_path or config.accept:
            _ = newsroom.book  # raises ConfigError
        self.rules = _Rules(newsroom)
        self.live = [e for e in config.accept if e.until is None or e.until >= newsroom.asked.as_of]
        self.kept: list[Finding] = []
        self.accepted: list[Accepted] = []
        self.hidden: list[Hidden] = []
        self.used: set[Acceptance] = set()

    def take(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            path = os.path.abspath(finding.span.path)
            rule = self.rules[finding.rule]
            finding = finding._replace(level=level_of(finding, rule, path, self.config))
            left_out = left_out_by(rule, path, self.config)
            matching = [e for e in self.live if accepts(e, finding, path, self.config.root)]
            self.used.update(matching)
            if matching:
                self.accepted.append(_accepted(finding, matching[0]))
            elif left_out is not None:
                self.hidden.append(Hidden(finding, left_out))
            else:
                self.kept.append(finding)


class _Rules(dict[str, Rule]):
    """The rules of a newsroom by name, loaded when one is asked for."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def __missing__(self, name: str) -> Rule:
        self.update((rule.name, rule) for rule in self._newsroom.book.rules)
        return self[name]


def level_of(finding: Finding, rule: Rule, path: str, config: Config) -> Level:
    """The level of a finding in a file: a milder one that is set is the most serious that it may have,
    a more serious one raises it by as many steps as it is above the rule's own."""
    wanted = level_at(rule, path, config)
    if wanted is None:
        return finding.level
    own, new = LEVELS.index(rule.level), [*map(str, LEVELS)].index(wanted)
    if new >= own:
        return mildest(finding.level, LEVELS[new])
    return LEVELS[max(0, LEVELS.index(finding.level) - (own - new))]


def level_at(rule: Rule, path: str, config: Config) -> str | None:
    """The level that is set for a rule in a file; None: its own."""
    level = config.level
    for entry in config.per_path:
        if entry.level and matches(path, entry.paths, config.root):
            level = {**level, **entry.level}
    wanted = level_set(rule, level)
    if wanted is None and config.profile is not None and not rule.own:
        wanted = profile(config.profile).get(rule.name)
    return wanted


def left_out_by(rule: Rule, path: str, config: Config) -> PerPath | None:
    """The setting that leaves a rule's findings in a file out, if any does."""
    names = {rule.name, rule.family, *rule.tags}
    for entry in config.per_path:
        if names & set(entry.ignore) and matches(path, entry.paths, config.root):
            return entry
    return None


def accepts(entry: Acceptance, finding: Finding, path: str, root: str) -> bool:
    """Whether an entry of the configuration accepts a finding of a file."""
    return (
        entry.rule == finding.rule
        and (not entry.documents or matches(path, entry.documents, root))
        and (not entry.claims or _all_named(finding, entry.claims))
    )


def _all_named(finding: Finding, names: Collection[str]) -> bool:
    return bool(finding.claims) and all(
        claim.id in names or f"{claim.document.name}#{claim.id}" in names
        for claim in finding.claims
    )


def place_of(entry: Acceptance | PerPath, key: str | None = None) -> Span:
    """Where an entry of the configuration stands, or one of its keys."""
    keys = entry.keys if key is None else (*entry.keys, key)
    if not os.path.isfile(entry.source):
        return Span(entry.source, 1, 1, 1, 2)
    line, column = setting_place(entry.source, keys)
    return Span(
        shown_path(os.path.abspath(entry.source)), line, column, line, column + len(key or "x")
    )


def _accepted(finding: Finding, entry: Acceptance) -> Accepted:
    number = entry.keys[-1]
    as_entry = Suppression(
        number if isinstance(number, int) else 0,
        entry.rule,
        entry.claims,
        entry.reason,
        entry.by,
        entry.until,
    )
    span = place_of(entry)
    return Accepted(finding, None, as_entry, f"{span.path}:{span.line}")


class _Judged:
    """What is to be said of the entries of a configuration: expired, or of no use."""

    def __init__(self, newsroom: Newsroom, applied: Applied, used: Collection[Acceptance]) -> None:
        self._newsroom = newsroom
        self._applied = applied
        self._used = used

    def findings(self, complete: Callable[[], bool]) -> list[Finding]:
        """As the rules say it that judge suppressions; entries of extended files may serve others."""
        config = self._newsroom.config
        own = [entry for entry in config.accept if entry.source == config.file]
        problems = [found for entry in own if (found := self._problem(entry, complete)) is not None]
        if not problems:
            return []
        index = Index((), (), as_of=self._newsroom.asked.as_of, problems=problems)
        return [
            complete_finding(outcome, rule)
            for rule in self._newsroom.rules
            if rule.after_suppression
            for outcome in rule.check(index)
            if isinstance(outcome, Finding)
        ]

    def _problem(self, entry: Acceptance, complete: Callable[[], bool]) -> Problem | None:
        named = " ".join((*entry.claims, *entry.documents))
        about = {"rule": entry.rule, "reason": entry.reason, "one": named}
        if entry.until is not None and entry.until < self._newsroom.asked.as_of:
            found = {**about, "until": format_day(entry.until)}
            return Problem("expired-suppression", place_of(entry, "until"), found)
        if entry in self._used or entry.rule not in self._applied.tallies or not complete():
            return None
        return Problem("unused-suppression", place_of(entry, "rule"), {**about, "hint": None})
