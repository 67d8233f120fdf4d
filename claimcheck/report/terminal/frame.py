"""The lines that a finding is about, file by file, with marks under both sides of a conflict."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.finding import Finding, Phrase
from claimcheck.report import Report, Style
from claimcheck.report.cells import shown, width, wrap
from claimcheck.report.links import linked
from claimcheck.report.terminal.canvas import Row, paint, painted
from claimcheck.report.terminal.excerpt import Mark, excerpts, label_rows, piece_of
from claimcheck.source import Source, Span
from claimcheck.wording import fill

_SHORT = 4
"""A span of so many lines is shown whole; of a longer one, its first two lines and its last."""


class Place(NamedTuple):
    """A span of a finding with its label; the primary one is where the finding is."""

    span: Span
    label: str
    primary: bool


class Frame(NamedTuple):
    """What is alike for all lines of a frame."""

    source: Source | None
    gutter: int
    room: int
    level: str
    style: Style


def snippets(finding: Finding, report: Report, style: Style, gutter: int) -> Iterator[str]:
    """The marked lines, file by file, in the order of each file."""
    by_file: dict[str, list[Place]] = {}
    for place in places_of(finding, style):
        by_file.setdefault(place.span.path, []).append(place)
    arrow = "-->"
    for path, places in by_file.items():
        start = places[0].span
        text = f"{shown(path, style.charset)}:{start.line}:{start.column}"
        yield f"{' ' * gutter}{paint(arrow, 'frame', style)} {linked(text, path, start.line, style)}"
        yield edge(gutter, style)
        frame = Frame(
            report.sources.get(path), gutter, style.width - gutter - 3, finding.level, style
        )
        yield from _lines(frame, places)
        arrow = ":::"
    yield edge(gutter, style)


def places_of(finding: Finding, style: Style) -> list[Place]:
    """All places of a finding, its own first, each once."""
    places = [Place(finding.span, _text(finding.label, style), True)]
    for related in finding.related:
        place = Place(related.span, _text(related.label, style), False)
        if place not in places and place._replace(primary=True) != places[0]:
            places.append(place)
    return places


def _text(label: Phrase | None, style: Style) -> str:
    return shown(fill(label, style.language), style.charset) if label else ""


def edge(gutter: int, style: Style) -> str:
    """A line of the frame with nothing in it."""
    return f"{' ' * (gutter + 1)}{paint('|', 'frame', style)}"


class Stretch(NamedTuple):
    """A span of several lines; `rail` is the column of the line that runs along it."""

    first: int
    last: int
    start: int
    """Where it starts and ends in its first and last line, in code points from 0."""
    end: int
    place: Place
    rail: int


def _lines(frame: Frame, places: Sequence[Place]) -> Iterator[str]:
    source = frame.source
    if source is None or not source.text:
        for place in places:
            lead = edge(frame.gutter, frame.style) + " "
            lines = wrap(place.label, frame.room) if place.label else ()
            yield from (lead + line for line in lines)
        return
    marks: dict[int, list[Mark]] = {}
    stretches: list[Stretch] = []
    for place in places:
        stretch = _stretch(place, source, len(stretches) * 2)
        if stretch is not None:
            stretches.append(stretch)
        else:
            marks.setdefault(place.span.line, []).append(_mark(place, frame))
    numbers = sorted({*marks, *(n for s in stretches for n in _shown_of(s))})
    last = None
    for number in numbers:
        if last is not None and number == last + 2:
            yield from _line(frame, last + 1, (), stretches)
        elif last is not None and number > last + 2:
            yield _gap(frame, last, stretches)
        yield from _line(frame, number, marks.get(number, ()), stretches)
        last = number


def _mark(place: Place, frame: Frame) -> Mark:
    span = place.span
    color, sign = (frame.level, "^") if place.primary else ("frame", "-")
    return Mark(span.column - 1, max(span.column, span.end_column - 1), place.label, color, sign)


def _stretch(place: Place, source: Source, rail: int) -> Stretch | None:
    span = place.span
    last, end = span.end_line, span.end_column - 1
    if last > span.line and end <= 0:  # up to the end of the line before
        last, end = last - 1, len(source.line(last - 1))
    if last <= span.line:
        return None
    return Stretch(span.line, last, span.column - 1, max(1, end), place, rail)


def _shown_of(stretch: Stretch) -> Sequence[int]:
    first, last = stretch.first, stretch.last
    return range(first, last + 1) if last - first < _SHORT else (first, first + 1, last)


def _gap(frame: Frame, last: int, stretches: Sequence[Stretch]) -> str:
    """Dots where lines are left out; the rails go on."""
    rails = Row()
    for stretch in stretches:
        if stretch.first <= last < stretch.last:
            rails.put(stretch.rail, "|", _color(stretch, frame))
    dots = paint("...", "frame", frame.style)
    text = painted(rails.parts(), frame.style)
    return f"{dots}{' ' * frame.gutter}{text}" if text else dots


def _color(stretch: Stretch, frame: Frame) -> str:
    return frame.level if stretch.place.primary else "frame"


def _line(
    frame: Frame, number: int, marks: Sequence[Mark], stretches: Sequence[Stretch]
) -> Iterator[str]:
    """A line of the file with all that is marked in it."""
    assert frame.source is not None
    text, style = frame.source.line(number), frame.style
    indent = len(stretches) * 2
    room = max(1, frame.room - indent)
    for rows in excerpts(text, marks or [_NOTHING], room, style):
        first, *below = rows if marks else rows[:1]
        yield _numbered(frame, number, _railed(frame, first, number, text, stretches))
        for row in below:
            yield _numbered(frame, None, _railed(frame, row, number, text, stretches, below=True))
    for stretch in stretches:
        if number == stretch.first and not _begins(stretch, text):
            yield _numbered(frame, None, _corner(frame, stretch, text, stretches, number))
        if number == stretch.last:
            ends = _end(frame, stretch, text, stretches)
            yield from (_numbered(frame, None, row) for row in ends)


_NOTHING = Mark(0, 0, "", "", "")


def _begins(stretch: Stretch, text: str) -> bool:
    """Whether nothing stands before a stretch in its first line."""
    return not text[: stretch.start].strip()


def _railed(
    frame: Frame,
    row: Row,
    number: int,
    text: str,
    stretches: Sequence[Stretch],
    *,
    below: bool = False,
) -> Row:
    """A row of a line, behind the rails of the stretches that it lies in."""
    if not stretches:
        return row
    shifted = Row()
    for stretch in stretches:
        begins = number == stretch.first and _begins(stretch, text)
        if stretch.first < number <= stretch.last or (begins and below):
            shifted.put(stretch.rail, "|", _color(stretch, frame))
        elif begins:
            shifted.put(stretch.rail, "/", _color(stretch, frame))
    shifted.put_row(len(stretches) * 2, row)
    return shifted


def _corner(
    frame: Frame, stretch: Stretch, text: str, stretches: Sequence[Stretch], number: int
) -> Row:
    """The way from a rail to where its stretch starts."""
    row = Row()
    column = _column(frame, text, stretch.start, stretches)
    color = _color(stretch, frame)
    row.put(stretch.rail + 1, "_" * (column - stretch.rail - 1), color)
    row.put(column, "^" if stretch.place.primary else "-", color)
    _go_on(frame, row, stretch, stretches, number)
    return row


def _end(frame: Frame, stretch: Stretch, text: str, stretches: Sequence[Stretch]) -> Iterator[Row]:
    """The way from a rail to where its stretch ends, and the label."""
    row = Row()
    column = max(stretch.rail + 1, _column(frame, text, max(0, stretch.end - 1), stretches))
    color, label = _color(stretch, frame), stretch.place.label
    sign = "^" if stretch.place.primary else "-"
    row.put(stretch.rail, "|" + "_" * (column - stretch.rail - 1) + sign, color)
    _go_on(frame, row, stretch, stretches, stretch.last)
    beside = column + 2 + width(label) <= frame.room
    if beside:
        row.put(column + 2, label)
    yield row
    if label and not beside:
        for below in label_rows(Mark(column, column + 1, label, color, sign), frame.room):
            _go_on(frame, below, stretch, stretches, stretch.last)
            yield below


def _go_on(frame: Frame, row: Row, own: Stretch, stretches: Sequence[Stretch], number: int) -> None:
    """Put the rails that go on below a line, apart from one."""
    for stretch in stretches:
        if stretch is not own and stretch.first <= number < stretch.last:
            row.put(stretch.rail, "|", _color(stretch, frame))


def _column(frame: Frame, text: str, place: int, stretches: Sequence[Stretch]) -> int:
    """The column of a place of a line whose beginning is shown, or the last one."""
    indent = len(stretches) * 2
    mark = _NOTHING._replace(start=place, end=place)
    piece = piece_of(text, [_NOTHING, mark], max(1, frame.room - indent), frame.style)
    return min(indent + piece.marks[1].start, frame.room - 1)


def _numbered(frame: Frame, number: int | None, row: Row) -> str:
    """A row behind the number of its line."""
    digits = str(number or "").rjust(frame.gutter)
    style = frame.style
    return f"{paint(f'{digits} |', 'frame', style)} {painted(row.parts(), style)}".rstrip()
