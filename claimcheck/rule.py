"""What a rule is, and how rules are applied: a name, a text, examples and a function over the index."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import ModuleType
from typing import NamedTuple

from claimcheck.errors import RuleError
from claimcheck.finding import LEVELS, Checked, Finding, Level, Outcome, Skipped, Text, mildest
from claimcheck.index import Index
from claimcheck.model.relation import Relation
from claimcheck.model.vocabulary import Attribute
from claimcheck.suppress import Accepted, suppress

LANGUAGES = ("en", "fr")

EVERY_RELATION = "relation"
"""In `supersedes`: every rule that states a relation."""


class Rule(NamedTuple):
    """One rule, from its file."""

    name: str
    """`family/problem`, kebab-case."""
    level: Level
    """The most serious level of its findings."""
    message: Text
    help: Text | None
    doc: str
    bad: tuple[str, ...]
    """Claim files as text, each with `# finds: NAME` on every line that is reported."""
    good: tuple[str, ...]
    check: Callable[..., Iterable[Outcome]]
    options: Mapping[str, object]
    """The options with their defaults: the keyword-only parameters of `check`."""
    supersedes: tuple[str, ...] = ()
    """Rules whose findings on the same claims are left out, since this one is more specific."""
    after_suppression: bool = False
    """Whether it judges the suppressions, and so runs when they have been applied."""
    relation: Relation | None = None
    """What it says must hold between slots; joins the network of every document."""
    source: str = ""
    """Where its relation comes from."""
    home: str = ""
    """The pack file that it comes from."""
    reads_article: bool = False
    """Whether it looks at the text of articles."""
    attributes: tuple[Attribute, ...] = ()
    """The vocabulary that it brings along."""

    @property
    def family(self) -> str:
        """The part of the name before the slash."""
        return self.name.partition("/")[0]

    @property
    def summary(self) -> str:
        """The problem in a sentence."""
        return self.doc.partition("\n")[0]


class Tally(NamedTuple):
    """What a rule did: how much it met, decided and left out, and why."""

    bound: int
    checked: int
    skipped: Mapping[str, int]

    def plus(self, other: "Tally") -> "Tally":
        """What two runs of a rule did together."""
        reasons = sorted({*self.skipped, *other.skipped})
        skipped = {r: self.skipped.get(r, 0) + other.skipped.get(r, 0) for r in reasons}
        return Tally(self.bound + other.bound, self.checked + other.checked, skipped)


class Applied(NamedTuple):
    """The findings of all rules, and what each rule did."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    """Findings that an `ignore:` entry accepts."""
    tallies: Mapping[str, Tally]
    crashes: Mapping[str, str]
    """Rules that raised, with what they raised."""


def rule_of(module: ModuleType, name: str) -> Rule:
    """The rule that a module is; raises RuleError if something is missing."""
    missing = [a for a in ("LEVEL", "MESSAGE", "BAD", "GOOD", "check") if not hasattr(module, a)]
    if missing or not module.__doc__:
        raise RuleError(f"rule {name}: no {', '.join(missing) or 'docstring'}")
    if not (module.BAD and module.GOOD):
        raise RuleError(f"rule {name}: needs at least one example in BAD and in GOOD")
    if module.LEVEL not in LEVELS or any(language not in module.MESSAGE for language in LANGUAGES):
        raise RuleError(f"rule {name}: LEVEL or MESSAGE is incomplete")
    check = module.check
    names = check.__code__.co_varnames
    first = check.__code__.co_argcount
    options = {
        key: (check.__kwdefaults__ or {}).get(key)
        for key in names[first:][: check.__code__.co_kwonlyargcount]
    }
    return Rule(
        name,
        module.LEVEL,
        module.MESSAGE,
        getattr(module, "HELP", None),
        module.__doc__,
        tuple(module.BAD),
        tuple(module.GOOD),
        check,
        options,
        tuple(getattr(module, "SUPERSEDES", ())),
        getattr(module, "AFTER_SUPPRESSION", False),
        reads_article=getattr(module, "READS_ARTICLE", False),
    )


def apply(
    rules: Iterable[Rule],
    index: Index,
    options: Mapping[str, Mapping[str, object]] | None = None,
    known: Collection[str] = (),
) -> Applied:
    """Run rules over the index, leave out what is suppressed, then judge the suppressions.

    `known` are the names of all rules there are, run or not. A rule that raises is noted in `crashes`,
    and the others go on.
    """
    rules = list(rules)
    index = index.with_relations(rule.relation for rule in rules if rule.relation is not None)
    run = _Run(index, options or {})
    early = [rule for rule in rules if not rule.after_suppression]
    found = _most_specific([f for rule in early for f in run.findings(rule)], rules)
    names = {rule.name for rule in rules}
    result = suppress(found, index, ran=names - run.crashes.keys(), known=names | set(known))
    judging = _Run(index.with_problems(result.problems), options or {})
    late = [f for rule in rules if rule.after_suppression for f in judging.findings(rule)]
    return Applied(
        tuple(_told_apart(sorted((*result.findings, *late), key=lambda finding: finding.order))),
        result.accepted,
        {**run.tallies, **judging.tallies},
        {**run.crashes, **judging.crashes},
    )


def _told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of which several are about the same get a number, so that each has an identity.

    Numbered by the ids of their claims, since no order of claims may change an identity.
    """
    every = list(findings)
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in every:
        groups.setdefault((finding.rule, finding.document, finding.about), []).append(finding)
    numbers = {
        id(finding): number
        for group in groups.values()
        for number, finding in enumerate(sorted(group, key=_named_by), 1)
    }
    for finding in every:
        number = numbers[id(finding)]
        yield finding if number == 1 else finding._replace(about=f"{finding.about} ({number})")


def _named_by(finding: Finding) -> tuple[list[str], object]:
    return sorted(claim.id for claim in finding.claims), finding.span


class _Run:
    """Rules at work on one index: what each did, and which ones raised."""

    def __init__(self, index: Index, options: Mapping[str, Mapping[str, object]]) -> None:
        self.index = index
        self.options = options
        self.tallies: dict[str, Tally] = {}
        self.crashes: dict[str, str] = {}

    def findings(self, rule: Rule) -> list[Finding]:
        try:
            outcomes = list(rule.check(self.index, **self.options.get(rule.name, {})))
        except Exception as error:  # a rule may be a plugin's: it must not take the run with it
            self.crashes[rule.name] = f"{type(error).__name__}: {error}"
            return []
        found = [_complete(o, rule) for o in outcomes if isinstance(o, Finding)]
        self.tallies[rule.name] = _tally(outcomes, len(found))
        return found


def _complete(finding: Finding, rule: Rule) -> Finding:
    return finding._replace(
        rule=rule.name,
        level=mildest(finding.level, rule.level),
        text=finding.text or rule.message,
        help=finding.help or rule.help,
        document=finding.document or finding.span.path,
    )


def _tally(outcomes: Iterable[Outcome], found: int) -> Tally:
    checked, skipped = 0, dict[str, int]()
    for outcome in outcomes:
        if isinstance(outcome, Checked):
            checked += outcome.number
        elif isinstance(outcome, Skipped):
            skipped[outcome.reason] = skipped.get(outcome.reason, 0) + outcome.number
    checked = max(checked, found)
    return Tally(checked + sum(skipped.values()), checked, dict(sorted(skipped.items())))


def _most_specific(findings: list[Finding], rules: Iterable[Rule]) -> Iterator[Finding]:
    """One set of claims is reported once, by the most specific rule."""
    superseded: dict[str, list[frozenset[int]]] = {}
    by_name = {rule.name: rule for rule in rules}
    for finding in findings:
        members = frozenset(id(claim) for claim in finding.claims)
        for name in by_name[finding.rule].supersedes:
            superseded.setdefault(name, []).append(members)
    for finding in findings:
        members = frozenset(id(claim) for claim in finding.claims)
        above = list(superseded.get(finding.rule, ()))
        if by_name[finding.rule].relation is not None:
            above += superseded.get(EVERY_RELATION, ())
        if not any(members <= others for others in above):
            yield finding
