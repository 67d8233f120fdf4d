"""Pattern rules: a regular expression over the article or over the quotes of its claims.

Matched by RE2, whose time is linear in the text whatever the expression is.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from claimcheck.catalogue import tell
from claimcheck.finding import Checked, Finding, Level, Outcome, Skipped
from claimcheck.index import Index
from claimcheck.model.claim import Document
from claimcheck.source import Span, lines_of


class BadPattern(ValueError):
    """A text that RE2 does not take as a regular expression."""


class PatternRule(NamedTuple):
    """What a pattern rule looks for, and where."""

    name: str
    level: Level
    expression: Any
    over: Literal["article", "quotes"]
    language: str | None


def compiled(text: str) -> Any:
    """A regular expression of RE2; raises BadPattern."""
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(text, options=options)
    except re2.error as error:
        reason = error.args[0] if error.args else error
        raise BadPattern(reason.decode() if isinstance(reason, bytes) else str(reason)) from None


def find(rule: PatternRule, index: Index) -> Iterator[Outcome]:
    """A finding for each passage that the expression matches."""
    for document in index.documents:
        if rule.language is not None and document.language not in (None, rule.language):
            continue
        yield from (
            _quotes(rule, index, document) if rule.over == "quotes" else _article(rule, document)
        )


def _quotes(rule: PatternRule, index: Index, document: Document) -> Iterator[Outcome]:
    for claim in index.claims_of(document):
        if not isinstance(claim.quote, str):
            continue
        yield Checked()
        match = rule.expression.search(claim.quote)
        if match is not None:
            yield Finding(
                about=f"{claim.id} {match.group()}",
                span=index.span(claim, "quote"),
                data={"match": match.group()},
                claims=(claim,),
                level=rule.level,
            )


def _article(rule: PatternRule, document: Document) -> Iterator[Outcome]:
    article = document.article
    if article is None:
        if document.text is not None:
            yield Skipped(tell("an article that could not be read"))
        return
    yield Checked()
    for number, line in enumerate(lines_of(article.text), 1):
        for match in rule.expression.finditer(line):
            start, end = match.span()
            if start < end:
                span = Span(article.path, number, start + 1, number, end + 1)
                yield Finding(
                    about=f"{match.group()}",
                    span=span,
                    data={"match": match.group()},
                    level=rule.level,
                    document=document.path,
                )
