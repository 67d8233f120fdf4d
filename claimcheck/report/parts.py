"""What several formats say of a finding, a text a line, without control characters."""

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.catalogue import tell, template_of
from claimcheck.finding import LEVELS, Finding
from claimcheck.report import Report, visible
from claimcheck.source import Span
from claimcheck.wording import fill, help_of, message

COLON = tell(": ")
_HELP = tell("help: {}")


class Side(NamedTuple):
    """A place that a finding is about, and what stands there."""

    span: Span
    text: str


def worst_first(report: Report) -> list[Finding]:
    """The findings, the most serious first, else in their order."""
    return sorted(report.findings, key=lambda finding: LEVELS.index(finding.level))


def said(finding: Finding, language: str) -> str:
    """The message of a finding."""
    return visible(message(finding, language))


def sides(finding: Finding, language: str) -> tuple[Side, ...]:
    """All places of a finding, its own first."""
    own = visible(fill(finding.label, language)) if finding.label else ""
    others = ((related.span, visible(fill(related.label, language))) for related in finding.related)
    return (Side(finding.span, own), *(Side(span, text) for span, text in others))


def details(finding: Finding, language: str) -> Iterator[str]:
    """The derivation (`=`), what would let the claims hold (`+`), and what to do."""
    for step in finding.steps:
        yield f"= {visible(fill(step, language))}"
    yield from advice(finding, language)


def advice(finding: Finding, language: str) -> Iterator[str]:
    """What would let the claims hold (`+`), and what to do."""
    for repair in finding.repairs:
        yield f"+ {visible(fill(repair.text, language))}"
    help = visible(help_of(finding, language))
    if help:
        yield template_of(_HELP, language).format(help)


def place(span: Span) -> str:
    """Where something stands: path:line:column."""
    return f"{visible(span.path)}:{span.line}:{span.column}"
