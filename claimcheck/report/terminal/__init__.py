"""Frames for people: the lines in question, both sides marked, the derivation, what to do."""

from collections.abc import Iterator

from claimcheck.catalogue import tell, template_of
from claimcheck.finding import Finding, Phrase
from claimcheck.report import Report, Style
from claimcheck.report.cells import shown, width, wrap
from claimcheck.report.summary import summary
from claimcheck.report.terminal.canvas import paint, painted
from claimcheck.report.terminal.drawing import drawing_of
from claimcheck.report.terminal.frame import places_of, snippets
from claimcheck.wording import LEVEL_WORDS, fill, help_of, message, words

_HELP = tell("help: {}")
NARROWEST = 40
"""What is narrower is treated as if it had so many columns."""
WIDEST = 120
"""How long lines of prose may be to be read; lines of files may be longer."""


def render(report: Report, style: Style) -> str:
    """Every finding as a frame, then the summary."""
    style = style._replace(width=max(NARROWEST, style.width))
    frames = ["\n".join(_frame(finding, report, style)) + "\n" for finding in report.findings]
    lines = [
        line
        for text in summary(report, style.language)
        for line in _wrapped(shown(text, style.charset), "", "  ", style)
    ]
    return "\n".join((*frames, "\n".join(lines) + "\n"))


def _frame(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    yield from _head(finding, style)
    gutter = len(str(max(place.span.end_line for place in places_of(finding, style))))
    yield from snippets(finding, report, style, gutter)
    yield from _drawn(finding, gutter, style)
    for step in _steps(finding):
        yield from _noted("= ", fill(step, style.language), gutter, style)
    for repair in finding.repairs:
        yield from _noted("+ ", fill(repair.text, style.language), gutter, style)
    advice = help_of(finding, style.language)
    if advice:
        text = template_of(_HELP, style.language).format(advice)
        yield from _noted("= ", text, gutter, style)


def _head(finding: Finding, style: Style) -> Iterator[str]:
    """The level, the rule and the message."""
    head = f"{words(LEVEL_WORDS[finding.level], style.language)}[{finding.rule}]"
    text = shown(message(finding, style.language), style.charset)
    if len(head) + 2 + width(text.partition(" ")[0]) <= style.width:
        first, *rest = _wrapped(text, f"{head}: ", "  ", style)
    else:
        first, *rest = f"{head}:", *_wrapped(text, "  ", "  ", style)
    yield paint(head, finding.level, style) + paint(first.removeprefix(head), "bold", style)
    yield from (paint(line, "bold", style) for line in rest)


def _steps(finding: Finding) -> list[Phrase]:
    """The steps that the labels beside the lines do not say already."""
    labels = [finding.label, *(related.label for related in finding.related)]
    return [step for step in finding.steps if step not in labels]


def _drawn(finding: Finding, gutter: int, style: Style) -> Iterator[str]:
    """What the claims say on a number line, where there is something to see."""
    lead = " " * (gutter + 3)
    drawing = drawing_of(finding, style.width - len(lead), style)
    if drawing is not None:
        yield from _noted("= ", drawing.heading, gutter, style)
        yield from (lead + painted(row, style) for row in drawing.rows)


def _noted(sign: str, text: str, gutter: int, style: Style) -> list[str]:
    lead = " " * (gutter + 1)
    first, *rest = _wrapped(shown(text, style.charset), lead + sign, lead + "  ", style)
    return [lead + paint(sign.strip(), "frame", style) + first[len(lead) + 1 :], *rest]


def _wrapped(text: str, first: str, rest: str, style: Style) -> list[str]:
    return wrap(text, min(WIDEST, style.width), first, rest)
