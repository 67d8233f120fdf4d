"""Rules at work: each document is judged by itself beside the references, then all verdicts are gathered.

No rule sees two documents at once. So documents may be judged in any order, in several processes or on
several days, and the result is the same.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from time import perf_counter
from typing import NamedTuple

from claimcheck.finding import Checked, Finding, Outcome, Skipped, mildest
from claimcheck.index import Index, SlotKey
from claimcheck.model.claim import Claim, Document, Problem
from claimcheck.rule import EVERY_RELATION, Rule
from claimcheck.suppress import Accepted, Entry, suppress

Options = Mapping[str, Mapping[str, object]]


class Count(NamedTuple):
    """What a rule did in one document: how much it decided, found, and left out for which reasons."""

    checked: int
    found: int
    skipped: Mapping[str, int]


class Tally(NamedTuple):
    """What a rule did: how much it met, decided and left out, and why."""

    bound: int
    checked: int
    skipped: Mapping[str, int]


class Pending(NamedTuple):
    """What is to be said of an entry of a reference, unless a finding of some document needs it."""

    entry: Entry
    rule: str
    """The rule that the entry names."""
    findings: tuple[Finding, ...]
    counts: Mapping[str, Count]


class Verdict(NamedTuple):
    """What rules made of one document, or of the references."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...] = ()
    counts: Mapping[str, Count] = {}
    """Of the rules that did anything."""
    crashes: Mapping[str, str] = {}
    """Rules that raised, with what they raised."""
    used: frozenset[Entry] = frozenset()
    """Entries of references that accepted a finding."""
    pending: tuple[Pending, ...] = ()
    day: bool = False
    """Whether it may be another one on another day."""


NOTHING = Verdict(())
"""The verdict where there is nothing to judge, or no more."""


class Applied(NamedTuple):
    """The findings of all rules, and what each rule did."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    """Findings that an `ignore:` entry accepts."""
    tallies: Mapping[str, Tally]
    crashes: Mapping[str, str]
    """Rules that raised, with what they raised."""


def apply(
    rules: Iterable[Rule], index: Index, options: Options | None = None, known: Collection[str] = ()
) -> Applied:
    """Run rules over every document of an index and over its references.

    `known` are the names of all rules there are, run or not. A rule that raises is noted in `crashes`,
    and the others go on.
    """
    rules = list(rules)
    judge = Judge(rules, index, options, known)
    sums = Sums(rule.name for rule in rules)
    for verdict in (judge.of_references, *(judge(judge.beside(d)) for d in index.documents)):
        sums.add(verdict)
    return sums.applied(complete=lambda: True)


class Judge:
    """Rules with what they hold documents against."""

    def __init__(
        self,
        rules: Iterable[Rule],
        index: Index,
        options: Options | None = None,
        known: Collection[str] = (),
        seconds: dict[str, float] | None = None,
    ) -> None:
        self.rules = list(rules)
        self.known = {rule.name for rule in self.rules} | set(known)
        self.index = index.with_relations(r.relation for r in self.rules if r.relation is not None)
        self.seconds = seconds
        """Where to add how long each rule took, if anybody wants to know."""
        given = options or {}
        self._early = [(r, given.get(r.name, {})) for r in self.rules if not r.after_suppression]
        self._late = [(r, given.get(r.name, {})) for r in self.rules if r.after_suppression]
        self._names = {rule.name for rule in self.rules}
        self._relational = {rule.name for rule in self.rules if rule.relation is not None}
        self._supersedes = {rule.name: rule.supersedes for rule in self.rules if rule.supersedes}
        self._superseded: dict[str, list[frozenset[int]]] = {}
        self._by_attributes: dict[frozenset[str], list[tuple[Rule, Mapping[str, object]]]] = {}
        self.of_references = self(self.index.of_references())
        """The verdict on the references alone, and on files without claims."""

    def beside(
        self, document: Document, earlier: Mapping[SlotKey, Sequence[Claim]] | None = None
    ) -> Index:
        """What rules see of one document; `earlier`: what others said before in its slots."""
        return self.index.beside(document, earlier)

    def outcomes(self, rule: Rule, index: Index) -> list[Outcome]:
        """All that one rule says by itself, before anything is left out; what it raises is raised."""
        options = next((o for r, o in (*self._early, *self._late) if r.name == rule.name), {})
        return list(rule.check(index, **options))

    def __call__(self, index: Index) -> Verdict:
        """The verdict on what is in an index."""
        work = _Work(index, self.seconds)
        rules = self._applying(index)
        every = [finding for rule, options in rules for finding in work.run(rule, options)]
        if index.earlier:
            every = [own for finding in every if (own := _own(finding, index.documents[0]))]
        standing = self._most_specific(every, keep=not index.documents) if every else []
        result = suppress(standing, index, ran=self._names - work.crashes.keys(), known=self.known)
        late = self._judge_entries(result.problems, index, work) if result.problems else []
        pending = []
        for entry, rule, problem in result.perhaps:
            alone = _Work(index, None)
            found = self._judge_entries((problem,), index, alone)
            pending.append(Pending(entry, rule, tuple(found), alone.counts))
        return Verdict(
            (*result.findings, *late),
            result.accepted,
            work.counts,
            work.crashes,
            result.used,
            tuple(pending),
            index.knows_the_day,
        )

    def _applying(self, index: Index) -> list[tuple[Rule, Mapping[str, object]]]:
        """The rules that may have something to say, going by the attributes of a document."""
        if not index.documents:
            return self._early
        given = index.attributes_of(index.documents[0])
        found = self._by_attributes.get(given)
        if found is None:
            found = self._by_attributes[given] = [
                (rule, options)
                for rule, options in self._early
                if rule.wanted <= given
                and (rule.relation is None or rule.relation.could_bind(given))
            ]
        return found

    def _judge_entries(
        self, problems: tuple[Problem, ...], index: Index, work: "_Work"
    ) -> list[Finding]:
        """What the rules say that judge suppressions."""
        work.index = index.with_problems(problems)
        return [finding for rule, options in self._late for finding in work.run(rule, options)]

    def _most_specific(self, findings: list[Finding], *, keep: bool) -> list[Finding]:
        """One set of claims is reported once, by the most specific rule.

        `keep`: what these findings supersede counts for every document to come.
        """
        superseded = {name: list(sets) for name, sets in self._superseded.items()}
        for finding in findings:
            for name in self._supersedes.get(finding.rule, ()):
                superseded.setdefault(name, []).append(_members(finding))
        if keep:
            self._superseded = superseded
        if not superseded:
            return findings
        of_relations = superseded.get(EVERY_RELATION, [])
        kept = []
        for finding in findings:
            above = superseded.get(finding.rule, [])
            above = [*above, *of_relations] if finding.rule in self._relational else above
            if not above or not any(_members(finding) <= others for others in above):
                kept.append(finding)
        return kept


def _own(finding: Finding, document: Document) -> Finding | None:
    """A finding from the side of a document; None if it is about the claims of others alone."""
    if finding.claims and all(claim.document is not document for claim in finding.claims):
        return None
    if finding.span.path == document.path:
        return finding
    places = (n for n, r in enumerate(finding.related) if r.span.path == document.path)
    place = next(places, None)
    own = finding if place is None else finding.turned(place)
    return own._replace(document=document.path)


def _members(finding: Finding) -> frozenset[int]:
    return frozenset(id(claim) for claim in finding.claims)


class _Work:
    """Rules at work on one index: what each did, and which ones raised."""

    def __init__(self, index: Index, seconds: dict[str, float] | None) -> None:
        self.index = index
        self.counts: dict[str, Count] = {}
        self.crashes: dict[str, str] = {}
        self.seconds = seconds

    def run(self, rule: Rule, options: Mapping[str, object]) -> Iterable[Finding]:
        start = perf_counter() if self.seconds is not None else 0.0
        try:
            outcomes = list(rule.check(self.index, **options))
        except Exception as error:  # a rule may be a plugin's: it must not take the run with it
            self.crashes[rule.name] = f"{type(error).__name__}: {error}"
            return ()
        if self.seconds is not None:
            spent = perf_counter() - start
            self.seconds[rule.name] = self.seconds.get(rule.name, 0.0) + spent
        return self._noted(rule, outcomes) if outcomes else ()

    def _noted(self, rule: Rule, outcomes: list[Outcome]) -> list[Finding]:
        found: list[Finding] = []
        checked, skipped = 0, dict[str, int]()
        for outcome in outcomes:
            if isinstance(outcome, Checked):
                checked += outcome.number
            elif isinstance(outcome, Skipped):
                skipped[outcome.reason] = skipped.get(outcome.reason, 0) + outcome.number
            else:
                found.append(complete_finding(outcome, rule))
        if checked or found or skipped:
            self.counts[rule.name] = Count(checked, len(found), skipped)
        return found


def complete_finding(finding: Finding, rule: Rule) -> Finding:
    """A finding with what its rule knows: name, level at most, texts."""
    return finding._replace(
        rule=rule.name,
        level=mildest(finding.level, rule.level),
        text=finding.text or rule.message,
        help=finding.help or rule.help,
        document=finding.document or finding.span.path,
    )


class Sums:
    """Verdicts on the references and on documents, added up; `names` are the rules that ran."""

    def __init__(self, names: Iterable[str]) -> None:
        self.findings: list[Finding] = []
        self.accepted: list[Accepted] = []
        self.crashes: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {name: [0, 0] for name in names}
        self._skipped: dict[str, dict[str, int]] = {}
        self._used: set[Entry] = set()
        self._pending: list[Pending] = []

    def add(self, verdict: Verdict) -> None:
        """Take in one more verdict; the first crash of a rule counts."""
        self.findings += verdict.findings
        self.accepted += verdict.accepted
        self._used |= verdict.used
        self._pending += verdict.pending
        for name, text in verdict.crashes.items():
            self.crashes.setdefault(name, text)
        self._add_counts(verdict.counts)

    def _add_counts(self, counts: Mapping[str, Count]) -> None:
        for name, (checked, found, skipped) in counts.items():
            total = self._counts.setdefault(name, [0, 0])
            total[0] += checked
            total[1] += found
            if skipped:
                reasons = self._skipped.setdefault(name, {})
                for reason, number in skipped.items():
                    reasons[reason] = reasons.get(reason, 0) + number

    def applied(self, *, complete: Callable[[], bool]) -> Applied:
        """All of it, in the order of the files.

        `complete` tells whether all documents were checked that an entry of a reference may be about, so
        that it can be called unused; it is asked only if there are such entries.
        """
        judged = bool(self._pending) and complete()
        for entry, rule, findings, counts in self._pending:
            if judged and entry not in self._used and rule not in self.crashes:
                self.findings += findings
                self._add_counts(counts)
        tallies = {
            name: _tally(max(numbers), self._skipped.get(name, {}))
            for name, numbers in self._counts.items()
            if name not in self.crashes
        }
        return Applied(
            tuple(_told_apart(sorted(self.findings, key=lambda finding: finding.order))),
            tuple(sorted(self.accepted, key=lambda accepted: accepted.finding.order)),
            tallies,
            self.crashes,
        )


def _tally(checked: int, skipped: Mapping[str, int]) -> Tally:
    return Tally(checked + sum(skipped.values()), checked, dict(sorted(skipped.items())))


def _told_apart(findings: list[Finding]) -> Iterator[Finding]:
    """Findings of which several are about the same get a number, so that each has an identity.

    Numbered by the ids of their claims, since no order of claims may change an identity.
    """
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.document, finding.about), []).append(finding)
    numbers = {
        id(finding): number
        for group in groups.values()
        for number, finding in enumerate(sorted(group, key=_named_by), 1)
    }
    for finding in findings:
        number = numbers[id(finding)]
        yield finding if number == 1 else finding._replace(about=f"{finding.about} ({number})")


def _named_by(finding: Finding) -> tuple[list[str], object]:
    return sorted(claim.id for claim in finding.claims), finding.span
