"""Match rules about the article itself: its quantities and dates, joined by unit, sentence or paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.catalogue import tell
from claimcheck.finding import Checked, Finding, Level, Outcome, Skipped
from claimcheck.index import Index
from claimcheck.model.claim import Claim, Document
from claimcheck.model.predicate import Predicate, read_predicate
from claimcheck.model.value import BadValue, ValueType, read_quantity
from claimcheck.names import nearest
from claimcheck.packs.evaluating import Case, truth
from claimcheck.packs.matching import MAX_CASES, Template, fill
from claimcheck.packs.meaning import Scope
from claimcheck.rule import Rule
from claimcheck.source import Path
from claimcheck.text.encoding import encoded
from claimcheck.text.passages import Passages
from claimcheck.text.reading import Reading

if TYPE_CHECKING:
    from claimcheck.packs.loading import Loader

KEYS = ("kind", "unit", "sentence", "paragraph")
KINDS = ("money", "share", "points", "quantity", "count", "date")
_PATTERN = re.compile(r"reading\(([^()]*)\)")
_PAIR = re.compile(r"\s*([\w-]+)\s*=\s*([^\s,=]+)\s*")
_PARAGRAPH = re.compile(r"\n[ \t]*\r?\n")


class BadReading(ValueError):
    """A pattern of readings that cannot be: what is expected, and the column."""

    def __init__(self, expected: str, column: int) -> None:
        super().__init__(expected)
        self.expected = expected
        self.column = column


class ReadingRule(NamedTuple):
    """What a match rule says of readings: by name what each key must be, conditions, message."""

    name: str
    level: Level
    patterns: Mapping[str, Mapping[str, str]]
    without: Mapping[str, Mapping[str, str]]
    condition: Predicate | None
    verdict: Predicate
    forbids: bool
    message: Template


def is_reading(entry: Mapping[str, Any]) -> bool:
    """Whether a match is about readings of the article."""
    return any(str(text).startswith("reading(") for text in entry["match"].values())


def parse(text: str) -> dict[str, str]:
    """`reading(kind=money, unit=?u)` as a mapping; raises BadReading."""
    whole = _PATTERN.fullmatch(text.strip())
    if whole is None:
        raise BadReading("reading(kind=money, unit=?u, sentence=?s, paragraph=?p)", 0)
    found: dict[str, str] = {}
    at = text.index("(") + 1
    for part in whole[1].split(",") if whole[1].strip() else ():
        pair = _PAIR.fullmatch(part)
        if pair is None:
            raise BadReading("key=value, such as kind=money or unit=?u", at)
        key, value = pair.groups()
        if key not in KEYS:
            near = nearest(key, KEYS)
            raise BadReading(f"{', '.join(KEYS)}" + (f"; did you mean {near}" if near else ""), at)
        if key == "kind" and not value.startswith("?") and value not in KINDS:
            raise BadReading(f"a kind: {', '.join(KINDS)}", at)
        if key in ("sentence", "paragraph") and not value.startswith("?"):
            raise BadReading(f"a variable: {key}=?{key[0]}", at)
        found[key] = value
        at += len(part) + 1
    return found


def reading_rule(loader: "Loader", base: Rule, path: Path, entry: Mapping[str, Any]) -> Rule:
    """A match rule about readings, from its entry in a pack."""
    patterns = _patterns(loader, (*path, "match"), entry["match"])
    without = _patterns(loader, (*path, "without"), entry.get("without") or {})
    verdicts = [key for key in ("forbid", "require") if key in entry]
    if len(verdicts) > 1 or (not verdicts and not without):
        loader.fail(path, "a match has one of `forbid` and `require`", on_key=True)
    variables = {v for pattern in patterns.values() for v in pattern.values() if v[0] == "?"}
    scope = Scope(dict.fromkeys(patterns), frozenset(variables), base.options, loader.vocabulary)
    condition = loader.predicate((*path, "if"), entry["if"], scope) if "if" in entry else None
    verdict = read_predicate("true")
    if verdicts:
        verdict = loader.predicate((*path, verdicts[0]), entry[verdicts[0]], scope)
    message = loader.template(base, path, scope)
    rule = ReadingRule(
        base.name,
        base.level,
        patterns,
        without,
        condition,
        verdict,
        verdicts != ["require"],
        message,
    )
    check_ = partial(_check, rule, dict(base.options))
    return base._replace(message=message.text, check=check_, reads_article=True)


def _patterns(
    loader: "Loader", path: Path, written: Mapping[str, Any]
) -> dict[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = {}
    for name, text in written.items():
        if not str(text).startswith("reading("):
            loader.fail((*path, name), "claims and readings are not matched together")
        try:
            found[name] = parse(str(text))
        except BadReading as error:
            loader.fail((*path, name), f"expected {error.expected}", at=(str(text), error.column))
    return found


# ---- at work


def _check(
    rule: ReadingRule, defaults: Mapping[str, object], index: Index, **options: object
) -> Iterator[Outcome]:
    named = {key.replace("_", "-"): value for key, value in options.items()}
    every = {**defaults, **named, **options}
    for document in index.documents:
        passages = index.passages(document)
        if passages is None or not passages.readable:
            if document.text is not None:
                yield Skipped(tell("an article that could not be read"))
            continue
        yield from _Readings(rule, index, document, passages, every).outcomes()


class _Readings:
    """A rule at work on the readings of one article."""

    def __init__(
        self,
        rule: ReadingRule,
        index: Index,
        document: Document,
        passages: Passages,
        options: Mapping[str, object],
    ) -> None:
        self.rule = rule
        self.index = index
        self.document = document
        self.passages = passages
        self.options = options
        breaks = [match.end() for match in _PARAGRAPH.finditer(passages.source.text)]
        self.known = [_keys(reading, breaks) for reading in passages.readings]
        self.claims = [as_claim(document, reading) for reading in passages.readings]

    def outcomes(self) -> Iterator[Outcome]:
        cases = self.cases(list(self.rule.patterns.items()), {}, {})
        for chosen, binding in islice(cases, MAX_CASES):
            found = self.judge(chosen, binding)
            if found is not None:
                yield found
        if next(cases, None) is not None:
            yield Skipped(tell("a rule matches more sets of claims than it looks at"))

    def cases(
        self,
        patterns: list[tuple[str, Mapping[str, str]]],
        chosen: dict[str, int],
        binding: dict[str, str],
    ) -> Iterator[tuple[dict[str, int], dict[str, str]]]:
        """Each set of different readings that fits the patterns, with its variables."""
        if not patterns:
            yield chosen, binding
            return
        (name, pattern), *rest = patterns
        for number, keys in enumerate(self.known):
            if number in chosen.values():
                continue
            bound = _bound(pattern, keys, binding)
            if bound is not None:
                yield from self.cases(rest, {**chosen, name: number}, bound)

    def judge(self, chosen: Mapping[str, int], binding: Mapping[str, str]) -> Outcome | None:
        rule = self.rule
        claims = {name: self.claims[number] for name, number in chosen.items()}
        case = Case(self.document, claims, binding, self.options, self.index)
        if rule.condition is not None and truth(rule.condition, case).wide != "yes":
            return None
        if any(self.is_there(pattern, chosen, binding) for pattern in rule.without.values()):
            return Checked()
        verdict = truth(rule.verdict, case)
        if "unknown" in (verdict.wide, verdict.narrow):
            return Skipped(verdict.why)
        if verdict.wide != ("yes" if rule.forbids else "no"):
            return Checked()
        return self.finding(chosen, case)

    def is_there(
        self, pattern: Mapping[str, str], chosen: Mapping[str, int], binding: Mapping[str, str]
    ) -> bool:
        """Whether a reading is there that the rule asks to be there."""
        return any(
            number not in chosen.values() and _bound(pattern, keys, binding) is not None
            for number, keys in enumerate(self.known)
        )

    def finding(self, chosen: Mapping[str, int], case: Case) -> Finding:
        first = self.passages.readings[next(iter(chosen.values()))]
        return Finding(
            about=" ".join(self.passages.readings[number].text for number in chosen.values()),
            span=self.passages.place(first.start, first.end),
            data=fill(self.rule.message, case),
            level=self.rule.level,
            text=self.rule.message.text,
            document=self.document.path,
        )


def _keys(reading: Reading, breaks: list[int]) -> dict[str, str]:
    """What the keys of a pattern are for one reading."""
    return {
        "kind": reading.kind,
        "unit": reading.unit,
        "sentence": str(reading.sentence[0]),
        "paragraph": str(bisect_right(breaks, reading.start)),
    }


def _bound(
    pattern: Mapping[str, str], keys: Mapping[str, str], binding: Mapping[str, str]
) -> dict[str, str] | None:
    """The variables with those of one reading more; None if it does not fit."""
    bound = dict(binding)
    for key, wanted in pattern.items():
        if wanted[0] != "?":
            if keys[key] != wanted:
                return None
        elif bound.setdefault(wanted, keys[key]) != keys[key]:
            return None
    return bound


def as_claim(document: Document, reading: Reading) -> Claim:
    """A reading with the fields of a claim, so that conditions can speak of it."""
    claim = Claim()
    claim.document, claim.ordinal, claim.id = document, -1, " ".join(reading.text.split())
    claim.subject = claim.attribute = claim.when = claim.scenario = claim.note = None
    claim.scale = claim.replaces = claim.that = claim.citation = claim.checked = None
    claim.qualifiers, claim.ignore, claim.denied = (), (), False
    claim.certainty, claim.attribution = reading.certainty, reading.attribution
    claim.quote = claim.id
    try:
        wanted = ValueType("date" if reading.kind == "date" else "number")
        claim.value = read_quantity(encoded(reading), wanted)
    except BadValue:
        claim.value = None
    return claim
