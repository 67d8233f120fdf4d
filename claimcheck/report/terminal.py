"""Frames for people: the lines in question, both sides marked, the derivation, what to do."""

import textwrap
from collections.abc import Iterator

from claimcheck.finding import Finding, Phrase
from claimcheck.report import Report, Style, visible
from claimcheck.report.summary import summary
from claimcheck.source import Source, Span
from claimcheck.wording import fill, help_of, message

_COLORS = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "frame": "34",
    "bold": "1",
    "help": "1;32",
}
_LEVELS = {
    "en": {"error": "error", "warning": "warning", "note": "note", "help": "help"},
    "fr": {"error": "erreur", "warning": "avertissement", "note": "note", "help": "aide"},
}
_NARROWEST = 40


def render(report: Report, style: Style) -> str:
    """Every finding as a frame, then the summary."""
    frames = ["\n".join(_frame(finding, report, style)) + "\n" for finding in report.findings]
    lines = [
        line for text in summary(report, style.language) for line in _wrap(text, "", "  ", style)
    ]
    return "\n".join((*frames, "\n".join(lines) + "\n"))


def paint(text: str, color: str, style: Style) -> str:
    """Text in a colour of this report, where it has colours."""
    return f"\x1b[{_COLORS[color]}m{text}\x1b[0m" if style.color else text


def _frame(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    terms = _LEVELS[style.language]
    colon = " :" if style.language == "fr" else ":"
    head = f"{terms[finding.level]}[{finding.rule}]"
    lines = _wrap(f"{head}: {visible(message(finding, style.language))}", "", "  ", style)
    first = lines[0].removeprefix(head)
    yield paint(head, finding.level, style) + paint(first, "bold", style)
    yield from (paint(line, "bold", style) for line in lines[1:])
    gutter = len(str(max(place.line for place, _, _ in _places(finding))))
    yield from _snippets(finding, report, style, gutter)
    for step in _steps(finding):
        text = visible(fill(step, style.language))
        yield from _noted("= ", text, gutter, style)
    for repair in finding.repairs:
        yield from _noted("+ ", visible(fill(repair.text, style.language)), gutter, style)
    advice = visible(help_of(finding, style.language))
    if advice:
        yield from _noted("= ", f"{terms['help']}{colon} {advice}", gutter, style)


def _places(finding: Finding) -> list[tuple[Span, Phrase | None, bool]]:
    related = [(related.span, related.label, False) for related in finding.related]
    return [(finding.span, finding.label, True), *related]


def _steps(finding: Finding) -> list[Phrase]:
    """The steps that the labels beside the lines do not say already."""
    labels = [finding.label, *(related.label for related in finding.related)]
    return [step for step in finding.steps if step not in labels]


def _snippets(finding: Finding, report: Report, style: Style, gutter: int) -> Iterator[str]:
    """The marked lines, file by file, in the order of each file."""
    by_file: dict[str, list[tuple[Span, Phrase | None, bool]]] = {}
    for place in _places(finding):
        by_file.setdefault(place[0].path, []).append(place)
    arrow = "-->"
    for path, places in by_file.items():
        start = places[0][0]
        yield _edge(arrow, f"{visible(path)}:{start.line}:{start.column}", gutter - 1, style)
        yield _edge("|", "", gutter, style)
        last = None
        for span, label, primary in sorted(places, key=lambda place: place[0]):
            if last is not None and span.line > last + 1:
                yield paint("." * 3, "frame", style)
            source = report.sources.get(path)
            yield from _marked(source, span, label, primary, finding.level, gutter, style)
            last = span.line
        arrow = ":::"
    yield _edge("|", "", gutter, style)


def _edge(sign: str, text: str, gutter: int, style: Style) -> str:
    return f"{' ' * (gutter + 1)}{paint(sign, 'frame', style)}{' ' + text if text else ''}"


def _marked(
    source: Source | None,
    span: Span,
    label: Phrase | None,
    primary: bool,
    level: str,
    gutter: int,
    style: Style,
) -> Iterator[str]:
    """A line of the file and under it the mark, with its label beside or below."""
    if source is None or not source.text:
        return
    text = source.line(span.line)
    column, end = (len(visible(text[: c - 1])) for c in (span.column, span.end_column))
    room = max(_NARROWEST, style.width) - gutter - 3
    line, start = _crop(visible(text), column, room)
    number = str(span.line).rjust(gutter)
    yield f"{paint(f'{number} |', 'frame', style)} {line}".rstrip()
    end = end if span.end_line == span.line else len(line)
    length = max(1, min(end - column + start, len(line)) - start)
    mark = paint(("^" if primary else "-") * length, level if primary else "frame", style)
    text = visible(fill(label, style.language)) if label else ""
    edge = f"{' ' * gutter} {paint('|', 'frame', style)} "
    if start + length + 1 + len(text) <= room:
        yield f"{edge}{' ' * start}{mark} {text}".rstrip()
        return
    yield f"{edge}{' ' * start}{mark}"
    if start <= room - _NARROWEST:
        yield from (f"{edge}{' ' * start}{piece}" for piece in textwrap.wrap(text, room - start))
        return
    end = start + length  # far to the right: the label ends where the mark does
    yield from (f"{edge}{piece.rjust(end)}" for piece in textwrap.wrap(text, end))


def _crop(line: str, column: int, room: int) -> tuple[str, int]:
    """As much of a long line as fits, with the column in it; and the column's new place."""
    if len(line) <= room:
        return line, min(column, len(line))
    if column < room * 2 // 3:
        return line[: room - 1] + "…", column
    start = max(0, min(column - room // 3, len(line) - room + 2))
    piece = line[start : start + room - 2]
    return "…" + piece + ("…" if start + room - 2 < len(line) else ""), column - start + 1


def _noted(sign: str, text: str, gutter: int, style: Style) -> list[str]:
    lead = " " * (gutter + 1)
    lines = _wrap(text, lead + sign, lead + "  ", style)
    return [lead + paint(sign.strip(), "frame", style) + lines[0][len(lead) + 1 :], *lines[1:]]


def _wrap(text: str, first: str, rest: str, style: Style) -> list[str]:
    width = max(_NARROWEST, style.width)
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [first]
