"""Match rules: claims joined by their variables and times, and what a predicate says of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice, product
from typing import NamedTuple

from claimcheck.catalogue import tell
from claimcheck.consistency.binding import Binder, Binding, Plan, match
from claimcheck.consistency.levels import level_of_set
from claimcheck.consistency.meeting import Apart, meeting
from claimcheck.consistency.moments import Times, assignments, times_of
from claimcheck.consistency.network import DAY
from claimcheck.consistency.statement import (
    claims_for,
    meeting_claims,
    standing_in,
    varies,
)
from claimcheck.consistency.steps import label, meaning, related
from claimcheck.consistency.world import World, resolver
from claimcheck.finding import (
    LEVELS,
    Amounts,
    Checked,
    Finding,
    Level,
    Names,
    Outcome,
    Skipped,
    Text,
    lower,
    mildest,
)
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.model.expression import Term
from claimcheck.model.interval import linear
from claimcheck.model.predicate import Field, Predicate, parts_of
from claimcheck.model.quantity import DATE
from claimcheck.model.vocabulary import PeriodType
from claimcheck.packs.evaluating import Case, Reading, Truth, Unknown, evaluate, truth

MAX_CASES = 20_000
"""How many sets of claims one rule looks at in one world."""

ANYTHING = ("claim", "reference")


class Template(NamedTuple):
    """A message whose places are expressions, numbered in the texts."""

    text: Text
    places: tuple[Predicate, ...]


class MatchRule(NamedTuple):
    """What a match rule says: its patterns by name, its conditions, and its message."""

    name: str
    level: Level
    patterns: Mapping[str, Term | str]
    """A slot pattern, or `claim` or `reference` for any."""
    without: Mapping[str, Term | str]
    condition: Predicate | None
    verdict: Predicate
    forbids: bool
    """Whether `verdict` is what must not hold, or what must."""
    message: Template


class _Found(NamedTuple):
    claims: Mapping[str, Claim]
    level: Level
    robust: bool
    case: Case


def check(rule: MatchRule, index: Index, options: Mapping[str, object]) -> Iterator[Outcome]:
    """A finding for each set of slots, or single claim, about which the rule finds something."""
    for world in _worlds(rule, index):
        yield from _World(rule, world, options).outcomes()


def _worlds(rule: MatchRule, index: Index) -> Iterator[World]:
    """The worlds of all documents that have the attributes of a rule."""
    wanted = {p.attribute for p in rule.patterns.values() if isinstance(p, Term)}
    for document in index.documents:
        if not wanted <= index.attributes_of(document):
            continue
        scenarios = {claim.scenario for claim in index.claims_of(document)}
        for scenario in sorted(scenarios, key=lambda name: (name is not None, name or "")):
            yield index.remember(
                ("matching", id(document), scenario), partial(World, index, document, scenario)
            )


class Weighed(NamedTuple):
    """How a match rule came out for some claims: its condition, if it has one, and its verdict."""

    claims: tuple[Claim, ...]
    applies: Truth | None
    answered: bool
    """Whether there is what the rule wants to be without."""
    verdict: Truth


def weighed(rule: MatchRule, index: Index, options: Mapping[str, object]) -> Iterator[Weighed]:
    """Every set of claims of a document that the patterns match, whatever comes of it."""
    for world in _worlds(rule, index):
        work = _World(rule, world, options)
        for binding, claims, _ in islice(work.cases(), MAX_CASES):
            case = Case(world.document, claims, binding, options, world.index)
            applies = None if rule.condition is None else truth(rule.condition, case)
            answered = work.is_answered(case)
            yield Weighed(tuple(claims.values()), applies, answered, truth(rule.verdict, case))


class _World:
    """A match rule at work in one world of a document."""

    def __init__(self, rule: MatchRule, world: World, options: Mapping[str, object]) -> None:
        self.rule = rule
        self.world = world
        self.options = options
        self.terms = {name: p for name, p in rule.patterns.items() if isinstance(p, Term)}
        self.slots = world.slots()
        self.capped = False
        """Whether there were more bindings than are looked at."""

    def outcomes(self) -> Iterator[Outcome]:
        found: dict[tuple[str, ...], list[_Found]] = {}
        cases = self.cases()
        for binding, claims, lowered in islice(cases, MAX_CASES):
            case = Case(self.world.document, claims, binding, self.options, self.world.index)
            outcome = self.judge(case, lowered)
            if isinstance(outcome, _Found):
                found.setdefault(self.about(claims), []).append(outcome)
                yield Checked()
            elif outcome is not None:
                yield outcome
        if next(cases, None) is not None or self.capped:
            yield Skipped(tell("a rule matches more sets of claims than it looks at"))
        for about, same in found.items():
            yield self.finding(about, same)

    def cases(self) -> Iterator[tuple[Binding, Mapping[str, Claim], int]]:
        """Each set of claims that the patterns match, once, in which the document has a part."""
        seen: set[tuple[int, ...]] = set()
        free = {n: self._any(str(p)) for n, p in self.rule.patterns.items() if n not in self.terms}
        for binding, joined in self._joined():
            choices = [*joined.values(), *([(claim, 0) for claim in c] for c in free.values())]
            for chosen in product(*choices):
                claims = dict(zip((*joined, *free), (claim for claim, _ in chosen), strict=True))
                key = tuple(id(claim) for claim in claims.values())
                if key in seen or all(claim.is_reference for claim in claims.values()):
                    continue
                if len(set(key)) < len(key):
                    continue  # one claim under two names compares with itself
                seen.add(key)
                yield binding, claims, max(down for _, down in chosen)

    def _any(self, kind: str) -> Sequence[Claim]:
        return self.world.claims if kind == "claim" else self.world.index.references

    def _joined(self) -> Iterator[tuple[Binding, Mapping[str, list[tuple[Claim, int]]]]]:
        if not self.terms:
            yield {}, {}
            return
        world = self.world
        plan = world.index.remember(
            ("plan", self.rule.name, id(world.document.vocabulary)),
            lambda: Plan(
                list(self.terms.values()),
                self.slots.references,
                resolver(world.document.vocabulary),
            ),
            shared=True,
        )
        binder = Binder(plan, self.slots, len(self.terms))
        for binding in binder.bindings():
            claimed = [
                (term, self._period(term), claims_for(self.world, term, binding))
                for term in self.terms.values()
            ]
            if all(claims for _, _, claims in claimed):
                for times in assignments(claimed):
                    if any(
                        kind == "instant" and varies(self.world, term, binding, times)
                        for term, kind, _ in claimed
                    ):
                        continue
                    joined = self._meeting(binding, times)
                    if all(joined.values()):
                        yield binding, joined
        self.capped = self.capped or binder.capped

    def _period(self, term: Term) -> PeriodType:
        return self.world.attribute(term.attribute).period

    def _meeting(self, binding: Binding, times: Times) -> dict[str, list[tuple[Claim, int]]]:
        """The claims of each name that meet the times; an undated one may stand in for one name."""
        joined: dict[str, list[tuple[Claim, int]]] = {}
        stood_in = False
        for name, term in self.terms.items():
            attribute = self.world.attribute(term.attribute)
            whens = times_of(term, attribute.period, times)
            claims = claims_for(self.world, term, binding)
            joined[name] = meeting_claims(claims, attribute, whens, strict=True) if whens else []
            if not joined[name] and whens and not stood_in:
                joined[name] = standing_in(claims, whens)
                stood_in = bool(joined[name])
        return joined

    def judge(self, case: Case, lowered: int) -> _Found | Outcome | None:
        """Whether the rule finds something in a case; None where its conditions do not apply."""
        rule = self.rule
        applies = Truth("yes", "yes") if rule.condition is None else truth(rule.condition, case)
        if applies.narrow == "no":
            return None
        if self.is_answered(case):
            return None
        verdict = truth(rule.verdict, case)
        wanted: Reading = "yes" if rule.forbids else "no"
        wide = applies.wide == "yes" and verdict.wide == wanted
        narrow = applies.narrow == "yes" and verdict.narrow == wanted
        claims = tuple(case.claims.values())
        if "unknown" in (applies.narrow, verdict.narrow):
            return Skipped(applies.why or verdict.why, claims)
        if not wide and not narrow:
            return Checked()
        level = mildest(level_of_set(claims, robust=wide), rule.level)
        return _Found(case.claims, lower(level, lowered), wide, case)

    def is_answered(self, case: Case) -> bool:
        """Whether something is there that the rule asks to be there: then it finds nothing."""
        for pattern in self.rule.without.values():
            for claim in (*self.world.claims, *self.world.index.references):
                if claim in case.claims.values() or not self._fits(pattern, claim, case):
                    continue
                return True
        return False

    def _fits(self, pattern: Term | str, claim: Claim, case: Case) -> bool:
        if isinstance(pattern, str):
            return (pattern == "reference") == claim.is_reference
        if claim.attribute is None or claim.subject is None:
            return False
        slot = (claim.subject, claim.attribute.name, claim.qualifiers)
        bound = match(pattern, slot, self.world.resolve)
        if bound is None or any(case.binding.get(k, v) != v for k, v in bound.items()):
            return False
        others = [c for c in case.claims.values() if c.attribute is not None]
        return not others or any(not isinstance(meeting(claim, o), Apart) for o in others)

    def about(self, claims: Mapping[str, Claim]) -> tuple[str, ...]:
        """The slots that a finding is about; of a claim of any slot, the claim."""
        names = []
        for name, claim in claims.items():
            if name in self.terms and claim.attribute is not None and claim.subject is not None:
                qualifiers = "".join(f", {key}={value}" for key, value in claim.qualifiers)
                when = f" at {claim.when.text}" if claim.when is not None else ""
                names.append(f"{claim.attribute.name}({claim.subject}{qualifiers}){when}")
            else:
                names.append(claim.id)
        return (*names, *((self.world.scenario,) if self.world.scenario else ()))

    def finding(self, about: tuple[str, ...], same: list[_Found]) -> Finding:
        """One finding for all sets of claims about the same slots, shown on the most serious one."""
        same.sort(key=lambda found: (LEVELS.index(found.level), not found.robust))
        main = same[0]
        own = [claim for claim in main.claims.values() if not claim.is_reference]
        first = max(own, key=lambda claim: claim.ordinal)
        every = {id(c): c for found in same for c in found.claims.values()}
        others = tuple(claim for claim in every.values() if claim is not first)
        return Finding(
            about=" ".join(about),
            span=self.world.index.span(first, self._key()),
            data=fill(self.rule.message, main.case),
            claims=(first, *others),
            level=main.level,
            label=label(first),
            related=related(self.world.index, others),
            steps=tuple(meaning(c) for c in main.claims.values() if c.value is not None),
            text=self.rule.message.text,
        )

    def _key(self) -> str:
        """Which key of the claim the rule is about."""
        named = {p.name for p in parts_of(self.rule.verdict) if isinstance(p, Field)}
        return next(iter(named), "value") if len(named) == 1 and "time" not in named else "value"


def fill(message: Template, case: Case) -> dict[str, object]:
    """What fills the places of a message."""
    data: dict[str, object] = {
        f"e{number}": _shown(place, case) for number, place in enumerate(message.places)
    }
    return {**data, "claims": Names([claim.id for claim in case.claims.values()])}


def _shown(place: Predicate, case: Case) -> object:
    found = evaluate(place, case)
    if isinstance(found, Unknown):
        return "–"
    if isinstance(found, Truth):
        return found.wide
    if isinstance(found, str):
        return case.document.vocabulary.name_of(found)
    if found.said:
        return found.said
    if found.unit is DATE:
        return Amounts(linear(found.narrow, 1 / DAY, 0 * DAY), DATE)
    return Amounts(found.narrow, found.unit)
