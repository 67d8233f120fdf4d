"""Examples as tests: runs the BAD and GOOD of rules, for claimcheck itself and for plugin authors."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.judging import apply
from claimcheck.load.article import article_problems
from claimcheck.load.claims import load_document
from claimcheck.load.files import decode
from claimcheck.load.places import place
from claimcheck.load.reader import data_of, read
from claimcheck.load.scalars import option_value
from claimcheck.load.vocabulary import general_vocabulary, load_vocabulary
from claimcheck.model.period import parse_period
from claimcheck.model.vocabulary import Attribute, Entity, Vocabulary
from claimcheck.rule import Rule
from claimcheck.source import Source, lines_of

AS_OF = "2026-06-30"
"""The day that counts as today in examples that do not set `as-of`."""

_EXPECTED = re.compile(r"#\s*finds:\s*([\w/, -]+?)\s*$", re.MULTILINE)


class Mismatch(NamedTuple):
    """An example that does not find what it says: expected and found, as (line, rule)."""

    example: str
    expected: frozenset[tuple[int, str]]
    found: frozenset[tuple[int, str]]

    def __str__(self) -> str:
        rows = [
            f"  line {line}: {name} {'expected' if (line, name) in self.expected else 'found'}"
            for line, name in sorted(self.expected ^ self.found)
        ]
        numbered = (f"{n:4} {line}" for n, line in enumerate(self.example.split("\n"), 1))
        return "\n".join((*rows, *numbered))


def expected_findings(text: str) -> frozenset[tuple[int, str]]:
    """The (line, rule) pairs that the `# finds:` comments of a text announce."""
    return frozenset(
        (number, name.strip())
        for number, line in enumerate(text.split("\n"), 1)
        for match in _EXPECTED.finditer(line)
        for name in match.group(1).split(",")
    )


def run_example(
    text: str, rules: Iterable[Rule], options: Mapping[str, Mapping[str, object]] | None = None
) -> tuple[Finding, ...]:
    """The findings of some rules in an example, in the order of its text."""
    rules = list(rules)
    attributes = [attribute for rule in rules for attribute in rule.attributes]
    index = example_index(text, attributes)
    applied = apply(rules, index, options or options_of(text, rules))
    if applied.crashes:
        raise AssertionError(f"rules crashed: {applied.crashes}")
    return applied.findings


def check_examples(rule: Rule, rules: Iterable[Rule] | None = None) -> list[Mismatch]:
    """The examples of a rule that find more, less or something else than they say.

    Every example is run with `rules` (by default the rule alone); of a GOOD example, the rule itself
    must find nothing.
    """
    chosen = list(rules) if rules is not None else [rule]
    mismatches = []
    for bad, examples in ((True, rule.bad), (False, rule.good)):
        for example in examples:
            expected = expected_findings(example) if bad else frozenset()
            found = frozenset(
                (finding.span.line, finding.rule)
                for finding in run_example(example, chosen)
                if bad or finding.rule == rule.name
            )
            if expected != found or (bad and not expected):
                mismatches.append(Mismatch(example, expected, found))
    return mismatches


def options_of(text: str, rules: Iterable[Rule]) -> Mapping[str, Mapping[str, object]]:
    """What an example sets: `options: {limit: 40}`, of whichever rule has them."""
    given = _extra(text).get("options")
    found: dict[str, dict[str, object]] = {}
    for key, value in given.items() if isinstance(given, dict) else ():
        for rule in rules:
            if key in rule.options or key.replace("-", "_") in rule.options:
                found.setdefault(rule.name, {})[key.replace("-", "_")] = option_value(value)
    return found


def example_index(text: str, attributes: Iterable[Attribute] = ()) -> Index:
    """An example as an index.

    It is a claim file that may also hold `references`, `entities`, `attributes`, `text` (the
    article), `options` and `as-of`. Names that it does not declare are declared for it, unless it
    has `entities`.
    """
    source, problems = decode(text.encode(), "example")
    extra = _extra(source.text)
    general = Vocabulary((), list(attributes), general_vocabulary())
    below = _with_names(general, extra)
    loaded = load_vocabulary(source, below, beside=_KEYS - {"entities", "attributes"})
    document = load_document(source, "claims", loaded.vocabulary, _KEYS - {"document", "claims"})
    document.problems += article_problems(document, lambda _: "text" in extra)
    if "text" in extra:
        document.article = _article(source)
    references = []
    if "references" in extra:
        others = _KEYS - {"references"}
        references.append(load_document(source, "references", loaded.vocabulary, others))
    as_of = parse_period(str(extra.get("as-of", AS_OF))).first
    assert as_of is not None
    found = list(problems)
    for problem in (*loaded.problems, *document.problems):
        if problem not in found:
            found.append(problem)
    document.problems = ()
    return Index([document], references, as_of=as_of, problems=found)


def _article(source: Source) -> Source:
    """The text of an example's article at the lines where it stands in the example."""
    span = place(source, ("text",))
    lines = lines_of(source.text)
    inside = range(span.line, span.end_line)
    return Source(
        source.path, "\n".join(line if n in inside else "" for n, line in enumerate(lines))
    )


_KEYS = frozenset(
    ("document", "claims", "references", "entities", "attributes", "text", "options", "as-of")
)


def _extra(text: str) -> Mapping[str, Any]:
    data = data_of(read(text).root)
    return data if isinstance(data, dict) else {}


def _with_names(below: Vocabulary, extra: Mapping[str, Any]) -> Vocabulary:
    """Declare every subject and qualifier, and every name that an expression may hold."""
    if "entities" in extra:
        return below
    names: dict[str, None] = {}
    for kind in ("claims", "references"):
        claims = extra.get(kind)
        for claim in claims if isinstance(claims, list) else ():
            names.update(dict.fromkeys(_names(claim)))
    return Vocabulary([Entity(name, name, (name,)) for name in names], (), below)


def _names(claim: Any) -> list[str]:
    if not isinstance(claim, dict):
        return []
    where = claim.get("where")
    found = [claim.get("subject"), claim.get("value")]
    found += where.values() if isinstance(where, dict) else ()
    found += re.findall(r"[(=]\s*\"?([^\W\d_][\w .&-]*)", str(claim.get("that", "")))
    return [name for name in found if type(name) is str]
