"""A pack file to rules: its shape, then each rule's expressions, names and units; errors with their place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple, NoReturn

from yaml.error import YAMLError

from claimcheck.consistency.joint import CANNOT_ALL_HOLD, outcomes
from claimcheck.errors import RuleError
from claimcheck.finding import Outcome, Text
from claimcheck.index import Index
from claimcheck.load.places import place, tree
from claimcheck.load.reader import Irregular, data_of, skim
from claimcheck.load.scalars import option_value
from claimcheck.load.unusual import check_shape
from claimcheck.load.vocabulary import LoadedVocabulary, load_vocabulary
from claimcheck.model.dimension import dimension_of
from claimcheck.model.expression import (
    BadExpression,
    Choice,
    Term,
    read_expression,
    terms,
)
from claimcheck.model.predicate import BadPredicate, Predicate, read_predicate
from claimcheck.model.relation import Relation
from claimcheck.model.vocabulary import Attribute, Vocabulary
from claimcheck.names import nearest
from claimcheck.packs.matching import ANYTHING, MatchRule, Template, check
from claimcheck.packs.meaning import Scope, check_form, kind_of
from claimcheck.packs.patterns import BadPattern, PatternRule, compiled, find
from claimcheck.packs.readings import is_reading, reading_rule
from claimcheck.packs.refusing import clash, in_words, within
from claimcheck.rule import Rule
from claimcheck.source import Path, Source

_ATTRIBUTE = re.compile(r"^([^\W\d]\w*)\s*\(")
_KINDS = ("relation", "match", "pattern")
_MATCHING = ("if", "without", "forbid", "require")

RELATION_HELP: Text = {
    "en": "correct one of them, or say what sets them apart with `when`, `where` or `scenario`",
    "fr": "corrigez l’une d’elles, ou dites ce qui les distingue par `when`, `where` ou `scenario`",
}
HELP: Text = {
    "en": "correct one of them, or accept the finding with its reason (`ignore`)",
    "fr": "corrigez l’une d’elles, ou acceptez le constat en disant pourquoi (`ignore`)",
}


class PackError(RuleError):
    """A pack that cannot be used; the text starts with path:line:column."""


class Pack(NamedTuple):
    """The rules of one file, and the attributes that they bring along."""

    name: str
    path: str
    rules: tuple[Rule, ...]
    attributes: tuple[Attribute, ...]


def load_pack(source: Source, below: Vocabulary, *, trusted: bool = False) -> Pack:
    """The pack in a file, on top of the vocabulary `below`; raises PackError at the first thing wrong.

    A `trusted` pack is one that was loaded with all checks before, as the shipped ones are by the tests:
    its relations are then read when they are first bound.
    """
    return Loader(source, below, trusted=trusted).pack()


class Loader:
    """Loads one pack; what is wrong with it is raised at its place."""

    def __init__(self, source: Source, below: Vocabulary, *, trusted: bool = False) -> None:
        self.source = source
        self.below = below
        self.trusted = trusted
        self.vocabulary = below

    def pack(self) -> Pack:
        data = self.data()
        name = data["pack"]
        if not name.isidentifier():
            self.fail(("pack",), "the name of a pack is an identifier, such as finance")
        attributes = self.attributes(data)
        rules = tuple(self.rule(name, key, entry) for key, entry in data["rules"].items())
        rules = tuple(rule._replace(attributes=attributes) for rule in rules)
        return Pack(name, self.source.path, rules, attributes)

    def data(self) -> Any:
        try:
            data: Any = skim(self.source.text)
        except (Irregular, YAMLError):
            reading = tree(self.source)
            for complaint in reading.complaints:
                line, column = complaint.start
                text = in_words(complaint.kind, complaint.data)
                raise PackError(f"{self.source.path}:{line + 1}:{column + 1}: {text}") from None
            data = data_of(reading.root)
        if self.trusted:
            return data
        data, troubles = check_shape(data, "pack")
        for trouble in troubles:
            on_key = trouble.on_key or trouble.kind == "missing-key"
            self.fail(trouble.path, in_words(trouble.kind, trouble.data), on_key=on_key)
        return data

    def attributes(self, data: Mapping[str, Any]) -> tuple[Attribute, ...]:
        """The pack's attributes; those that the vocabulary has already must be the same."""
        if self.trusted:
            return ()
        loaded: LoadedVocabulary = load_vocabulary(
            self.source, self.below, beside=frozenset(("pack", "rules"))
        )
        for problem in loaded.problems:
            place_ = f"{problem.span.path}:{problem.span.line}:{problem.span.column}"
            raise PackError(f"{place_}: {in_words(problem.kind, problem.data)}")
        self.vocabulary = loaded.vocabulary
        found = []
        for name in data.get("attributes") or {}:
            own = self.vocabulary.attributes[name]
            known = self.below.attributes.get(name)
            if known is not None:
                if reason := clash(known, own):
                    self.fail(("attributes", name), reason, on_key=True)
                qualifiers = dict.fromkeys((*known.qualifiers, *own.qualifiers))
                own = own._replace(qualifiers=tuple(qualifiers))
            found.append(own)
        return tuple(found)

    def rule(self, pack: str, problem: str, entry: Mapping[str, Any]) -> Rule:
        path: Path = ("rules", problem)
        if not all(part.isalnum() for part in problem.split("-")) or problem != problem.lower():
            self.fail(path, "the name of a rule is in kebab-case: parts-exceed-total", on_key=True)
        kinds = [kind for kind in _KINDS if kind in entry]
        if len(kinds) != 1:
            self.fail(path, "a rule has exactly one of relation, match and pattern", on_key=True)
        stray = [key for key in _MATCHING if key in entry and kinds != ["match"]]
        if stray:
            self.fail((*path, stray[0]), f"`{stray[0]}` stands only beside `match`", on_key=True)
        name = f"{pack}/{problem}"
        options = {
            key: self.option((*path, "options", key), value)
            for key, value in (entry.get("options") or {}).items()
        }
        base = Rule(
            name,
            entry.get("level", "error"),
            entry.get("message") or {},
            entry.get("help"),
            entry["doc"].strip() + "\n",
            tuple(entry["bad"]),
            tuple(entry["good"]),
            _nothing,
            options,
            source=entry.get("source", ""),
            home=self.source.path,
            tags=tuple(entry.get("tags", ())),
        )
        build = {"relation": self.relation, "match": self.match, "pattern": self.pattern}
        return build[kinds[0]](base, path, entry)

    def option(self, path: Path, value: Any) -> object:
        """The default of an option: a truth, a number or a text."""
        try:
            return option_value(value)
        except ValueError:
            self.fail(path, "a default is true, false, a number or a text")

    def relation(self, base: Rule, path: Path, entry: Mapping[str, Any]) -> Rule:
        text = " ".join(entry["relation"].split())
        relation = Relation(base.name, text, base.level)
        if not self.trusted:
            if not entry.get("source"):
                self.fail(
                    path, "a relation says where it comes from: source: title or URL", on_key=True
                )
            self.check_relation(relation, (*path, "relation"))
        message = base.message or CANNOT_ALL_HOLD
        return base._replace(
            relation=relation,
            message=message,
            help=base.help or RELATION_HELP,
            check=partial(_outcomes, base.name),
        )

    def check_relation(self, relation: Relation, path: Path) -> None:
        """Names, units and types of a relation."""
        try:
            expression = relation.expression
            self.check_terms(terms(expression), path, relation.text)
            check_form(expression, relation.text)
            dimension_of(expression, self.vocabulary.attributes.get, relation.text)
        except BadExpression as error:
            self.fail(path, f"expected {error.expected}", at=(relation.text, error.column))
        except ValueError:
            self.fail(path, "a relation is a comparison with == <= >= < or >")

    def check_terms(self, found: Iterable[Term], path: Path, text: str) -> None:
        for term in found:
            attribute = self.vocabulary.attributes.get(term.attribute)
            if attribute is None:
                near = nearest(term.attribute, self.vocabulary.attributes)
                own = "; declare it under `attributes` of this pack"
                hint = f"; did you mean `{near}`?" if near else own
                self.fail(path, f"no attribute `{term.attribute}`{hint}", at=(text, term.column))
            for key, choice in term.qualifiers:
                if key not in attribute.qualifiers:
                    near = nearest(key, attribute.qualifiers)
                    known = ", ".join(attribute.qualifiers) or "none"
                    hint = f"; did you mean `{near}`?" if near else f"; it has {known}"
                    reason = f"`{attribute.name}` has no qualifier `{key}`{hint}"
                    self.fail(path, reason, at=(text, choice.column))

    def match(self, base: Rule, path: Path, entry: Mapping[str, Any]) -> Rule:
        """A match rule; of a trusted pack read when some document has all its attributes."""
        if is_reading(entry):
            rule = reading_rule(self, base, path, entry)
            return rule._replace(help=rule.help or HELP)
        build = cache(partial(self.match_rule, base, path, entry))
        message = base.message or self.summary(base)
        if not self.trusted:
            message = build().message.text
        wanted = frozenset(
            name for text in entry["match"].values() for name in _ATTRIBUTE.findall(str(text))
        )
        check = partial(_matches, build, wanted, dict(base.options))
        return base._replace(message=message, help=base.help or HELP, check=check)

    def match_rule(self, base: Rule, path: Path, entry: Mapping[str, Any]) -> MatchRule:
        patterns = self.slot_patterns((*path, "match"), entry["match"])
        if not patterns:
            self.fail((*path, "match"), "a match names at least one claim: paid: investment(?who)")
        absent = self.slot_patterns((*path, "without"), entry.get("without") or {})
        verdicts = [key for key in ("forbid", "require") if key in entry]
        if len(verdicts) > 1 or (not verdicts and not absent):
            self.fail(path, "a match has one of `forbid` and `require`", on_key=True)
        scope = self.scope(base, patterns)
        condition = self.predicate((*path, "if"), entry["if"], scope) if "if" in entry else None
        verdict = read_predicate("true")
        if verdicts:
            verdict = self.predicate((*path, verdicts[0]), entry[verdicts[0]], scope)
        message = self.template(base, path, scope)
        return MatchRule(
            base.name,
            base.level,
            patterns,
            absent,
            condition,
            verdict,
            verdicts != ["require"],
            message,
        )

    def slot_patterns(self, path: Path, written: Mapping[str, Any]) -> dict[str, Term | str]:
        """What each name of a match stands for."""
        return {name: self.slot_pattern((*path, name), text) for name, text in written.items()}

    def scope(self, base: Rule, patterns: Mapping[str, Term | str]) -> Scope:
        matched = {name: p if isinstance(p, Term) else None for name, p in patterns.items()}
        variables = frozenset(
            choice.name
            for pattern in patterns.values()
            if isinstance(pattern, Term)
            for choice in _choices(pattern)
            if choice.kind == "variable"
        )
        return Scope(matched, variables, base.options, self.vocabulary)

    def slot_pattern(self, path: Path, text: Any) -> Term | str:
        """A slot with variables, or `claim` or `reference`."""
        if not isinstance(text, str):
            self.fail(path, "a pattern such as investment(?who, in=?company)")
        if text in ANYTHING:
            return text
        try:
            found = read_expression(text)
        except BadExpression as error:
            self.fail(path, f"expected {error.expected}", at=(text, error.column))
        if not isinstance(found, Term) or any(c.kind == "every" for c in _choices(found)):
            self.fail(path, "a pattern such as investment(?who, in=?company), claim or reference")
        if not self.trusted:
            self.check_terms([found], path, text)
        return found

    def predicate(self, path: Path, text: Any, scope: Scope, before: str = "") -> Predicate:
        """A condition or verdict, whose kinds fit; `before` is what stands before it in a message."""
        if not isinstance(text, str):
            self.fail(path, "a comparison such as part.value > 50 %")
        try:
            found = read_predicate(text)
            if not self.trusted:
                kind_of(found, scope)
        except BadPredicate as error:
            at = (before + text, len(before) + error.column)
            self.fail(path, f"expected {error.expected}", at=at)
        return found

    def summary(self, base: Rule) -> Text:
        """What a rule without a message says: the first line of its documentation."""
        plain = base.summary.rstrip(".").replace("{", "{{").replace("}", "}}")
        return {"en": plain + " ({claims})", "fr": plain + " ({claims})"}

    def template(self, base: Rule, path: Path, scope: Scope) -> Template:
        """The message with its places numbered; without one, what the documentation says."""
        if not base.message:
            return Template(self.summary(base), ())
        places: list[Predicate] = []
        known: dict[str, int] = {}
        texts = {}
        for language, text in base.message.items():
            texts[language] = ""
            where = (*path, "message", language)
            for literal, place_, before in _places(text):
                texts[language] += literal.replace("{", "{{").replace("}", "}}")
                if place_ is None:
                    continue
                if place_ not in known:
                    known[place_] = len(places)
                    places.append(self.predicate(where, place_, scope, before))
                texts[language] += f"{{e{known[place_]}}}"
        return Template(texts, tuple(places))

    def pattern(self, base: Rule, path: Path, entry: Mapping[str, Any]) -> Rule:
        try:
            expression = compiled(entry["pattern"])
        except BadPattern as error:
            self.fail((*path, "pattern"), f"not a regular expression: {error}")
        summary = base.summary.rstrip(".").replace("{", "{{").replace("}", "}}")
        message = base.message or {"en": summary + " (“{match}”)", "fr": summary + " (« {match} »)"}
        for language, text in message.items():
            for _, place_, before in _places(text):
                if place_ not in (None, "match"):
                    reason = f"the message of a pattern knows {{match}} only, not {{{place_}}}"
                    self.fail((*path, "message", language), reason, at=(text, len(before)))
        rule = PatternRule(
            base.name, base.level, expression, entry.get("over", "article"), entry.get("language")
        )
        return base._replace(
            message=message,
            help=base.help or HELP,
            check=partial(find, rule),
            reads_article=rule.over == "article",
        )

    def fail(
        self, path: Path, reason: str, *, on_key: bool = False, at: tuple[str, int] = ("", 0)
    ) -> NoReturn:
        """Refuse the pack for what is at a path, or at a column (`at`) of the text there."""
        span = place(self.source, path, on_key=on_key)
        if span.line < span.end_line and at[0]:
            span = within(self.source, span, *at)
        else:
            span = place(self.source, path, on_key=on_key, column=at[1])
        line = self.source.line(span.line).strip()
        where = f"{span.path}:{span.line}:{span.column}"
        raise PackError(f"{where}: {reason}", f"the line is `{line[:100]}`" if line else None)


def _outcomes(rule: str, index: Index) -> Iterator[Outcome]:
    yield from outcomes(index, rule)


def _matches(
    build: Callable[[], MatchRule],
    wanted: frozenset[str],
    defaults: Mapping[str, object],
    index: Index,
    **options: object,
) -> Iterator[Outcome]:
    if not any(wanted <= index.attributes_of(document) for document in index.documents):
        return
    named = {key.replace("_", "-"): value for key, value in options.items()}
    yield from check(build(), index, {**defaults, **named, **options})


def match_rule_of(rule: Rule) -> tuple[MatchRule, Mapping[str, object]] | None:
    """What a match rule about claims says, and its own options; None for any other rule."""
    check = rule.check
    if not isinstance(check, partial) or check.func is not _matches:
        return None
    build, _, defaults = check.args
    return build(), defaults


def _nothing(index: Index) -> Iterator[Outcome]:
    yield from ()


def _choices(term: Term) -> tuple[Choice, ...]:
    return (term.subject, *(choice for _, choice in term.qualifiers))


def _places(template: str) -> Iterator[tuple[str, str | None, str]]:
    """The literal stretches of a message, each with the expression after it and what stands before that."""
    rest = template
    while rest:
        literal, brace, rest = rest.partition("{")
        before = template[: len(template) - len(rest)]
        inside, _, rest = rest.partition("}") if brace else ("", "", rest)
        spaces = inside[: len(inside) - len(inside.lstrip())]
        yield literal, inside.strip() if brace else None, before + spaces
