"""A rule's page, made from the rule: what it finds, why it matters, what to do, and examples that ran."""

import textwrap
from collections.abc import Iterable, Iterator

from claimcheck.catalogue import Told, tell, translated
from claimcheck.rule import Rule
from claimcheck.testing import run_example
from claimcheck.wording import LEVEL_WORDS, message, words


def page(rule: Rule, language: str = "en", width: int = 120) -> str:
    """The page of a rule as plain text; the examples are run as it is written.

    Lines of prose are at most `width` long; those of examples are files, which stay as they are.
    """
    return "\n".join(_lines(rule, language, max(width, _NARROWEST))).rstrip() + "\n"


_NARROWEST = 40
_OPTIONS, _BAD, _GOOD = tell("Options"), tell("Found"), tell("Not found")


def _lines(rule: Rule, language: str, width: int) -> Iterator[str]:
    yield from (rule.name, "=" * len(rule.name), "")
    for paragraph in paragraphs(rule.doc, language):
        yield from (*textwrap.wrap(paragraph, width), "")
    yield from (words(fact, language) for fact in _facts(rule, language))
    if rule.options:
        yield from ("", words(_OPTIONS, language))
        for name, default in rule.options.items():
            yield f"  {name.replace('_', '-')} = {default!r}"
    for heading, examples in ((_BAD, rule.bad), (_GOOD, rule.good)):
        title = words(heading, language)
        yield from ("", title, "-" * len(title))
        for example in examples:
            yield ""
            yield from (f"  {line}" for line in example.strip("\n").split("\n"))
            for finding in run_example(example, [rule]):
                if finding.rule == rule.name and examples is rule.bad:
                    level = words(LEVEL_WORDS[finding.level], language)
                    text = message(finding, language)
                    found = tell("line {}: {}: {}", finding.span.line, level, text)
                    arrow = f"  → {words(found, language)}"
                    yield textwrap.fill(arrow, width, subsequent_indent="    ")


def passages(doc: str) -> list[list[str]]:
    """The paragraphs of a rule's text as messages; the problem, its first line, is one of its own."""
    head, *others = doc.strip().split("\n\n")
    summary, _, more = head.partition("\n")
    parts = [[summary, more], *([part] for part in others)]
    return [[" ".join(text.split()) for text in part if text] for part in parts]


def paragraphs(doc: str, language: str) -> list[str]:
    """A rule's text in a language, paragraph by paragraph."""
    return [" ".join(translated(text, language) for text in part) for part in passages(doc)]


def summary(rule: Rule, language: str) -> str:
    """The problem in a sentence."""
    return translated(rule.summary, language)


def _facts(rule: Rule, language: str, quote: str = "") -> Iterator[Told]:
    yield tell("Level: {} at most", words(LEVEL_WORDS[rule.level], language))
    if rule.relation is not None:
        yield tell("Relation: {}", f"{quote}{rule.relation.text}{quote}")
        yield tell("Source: {}", rule.source)


def markdown(rule: Rule, language: str = "en") -> str:
    """A rule's page as Markdown, with an example of each kind, which is not run."""
    facts = [words(fact, language) for fact in _facts(rule, language, quote="`")]
    facts += [f"`{name.replace('_', '-')} = {value!r}`" for name, value in rule.options.items()]
    blocks = [*paragraphs(rule.doc, language), "\n".join(f"- {fact}" for fact in facts)]
    for heading, examples in ((_BAD, rule.bad), (_GOOD, rule.good)):
        title = words(heading, language)
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
