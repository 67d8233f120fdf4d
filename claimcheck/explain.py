"""A rule's page, made from the rule: what it finds, why it matters, what to do, and examples that ran."""

import textwrap
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


def page(rule: Rule, language: str = "en", width: int = 120) -> str:
    """The page of a rule as plain text; the examples are run as it is written.

    Lines of prose are at most `width` long; those of examples are files, which stay as they are.
    """
    return "\n".join(_lines(rule, language, max(width, _NARROWEST))).rstrip() + "\n"


_NARROWEST = 40


def _lines(rule: Rule, language: str, width: int) -> Iterator[str]:
    words = _WORDS[language]
    yield from (rule.name, "=" * len(rule.name), "")
    for paragraph in rule.doc.strip().split("\n\n"):
        yield from (*textwrap.wrap(" ".join(paragraph.split()), width), "")
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
                    found = words["found"].format(finding.span.line, finding.level, text)
                    yield textwrap.fill(found, width, subsequent_indent="    ")


def markdown(rule: Rule, language: str = "en") -> str:
    """A rule's page as Markdown, with an example of each kind, which is not run."""
    words = _WORDS[language]
    facts = [words["level"].format(rule.level)]
    if rule.relation is not None:
        facts += [words["relation"].format(f"`{rule.relation.text}`")]
        facts += [words["source"].format(rule.source)]
    facts += [f"`{name.replace('_', '-')} = {value!r}`" for name, value in rule.options.items()]
    blocks = [rule.doc.strip(), "\n".join(f"- {fact}" for fact in facts)]
    for title, examples in ((words["bad"], rule.bad), (words["good"], rule.good)):
        blocks += [f"### {title}\n\n{_fenced(example)}" for example in examples[:1]]
    return "\n\n".join(blocks) + "\n"


def _fenced(example: str) -> str:
    fence = "`" * 3
    while fence in example:
        fence += "`"
    return f"{fence}yaml\n{example.strip()}\n{fence}"


def table(rules: Iterable[Rule]) -> str:
    """The rules as a Markdown table."""
    rows = (f"| `{rule.name}` | {rule.level} | {rule.summary} |" for rule in rules)
    return "\n".join(("| rule | level at most | finds that |", "|---|---|---|", *rows)) + "\n"
