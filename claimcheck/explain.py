"""A rule's page, made from the rule: what it finds, why it matters, what to do, and examples that ran."""

from collections.abc import Iterable, Iterator

from claimcheck.rule import Rule
from claimcheck.testing import run_example
from claimcheck.wording import message

_WORDS = {
    "en": {
        "level": "Level: {} at most",
        "relation": "Relation: {}",
        "source": "Source: {}",
        "options": "Options",
        "bad": "Found",
        "good": "Not found",
        "found": "  → line {}: {}: {}",
    },
    "fr": {
        "level": "Niveau : {} au plus",
        "relation": "Relation : {}",
        "source": "Source : {}",
        "options": "Options",
        "bad": "Trouvé",
        "good": "Pas trouvé",
        "found": "  → ligne {} : {} : {}",
    },
}


def page(rule: Rule, language: str = "en") -> str:
    """The page of a rule as plain text; the examples are run as it is written."""
    return "\n".join(_lines(rule, language)).rstrip() + "\n"


def _lines(rule: Rule, language: str) -> Iterator[str]:
    words = _WORDS[language]
    yield from (rule.name, "=" * len(rule.name), "", rule.doc.strip(), "")
    yield words["level"].format(rule.level)
    if rule.relation is not None:
        yield words["relation"].format(rule.relation.text)
        yield words["source"].format(rule.source)
    if rule.options:
        yield from ("", words["options"])
        for name, default in rule.options.items():
            yield f"  {name.replace('_', '-')} = {default!r}"
    for title, examples in ((words["bad"], rule.bad), (words["good"], rule.good)):
        yield from ("", title, "-" * len(title))
        for example in examples:
            yield ""
            yield from (f"  {line}" for line in example.strip("\n").split("\n"))
            for finding in run_example(example, [rule]):
                if finding.rule == rule.name and examples is rule.bad:
                    text = message(finding, language)
                    yield words["found"].format(finding.span.line, finding.level, text)


def table(rules: Iterable[Rule]) -> str:
    """The rules as a Markdown table."""
    rows = (f"| `{rule.name}` | {rule.level} | {rule.summary} |" for rule in rules)
    return "\n".join(("| rule | level at most | finds that |", "|---|---|---|", *rows)) + "\n"
