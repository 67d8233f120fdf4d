"""Number lines and time lines as they are drawn: rows one below the other on a common scale."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from claimcheck.finding import Amounts, Finding
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import DATE, convert
from claimcheck.report import lines
from claimcheck.report.html.axis import Axis, Span, Tick, axis_of, percent, time_axis
from claimcheck.report.html.terms import Terms
from claimcheck.report.units import in_words

MAX_LABEL = 90
ROW = 40
"""The height of a row, with its label."""


class Row(NamedTuple):
    """A claim, or what the others leave for it: the stretches to draw and the same in words."""

    kind: str
    label: str
    y: int
    wide: Span
    narrow: Span
    wide_text: str
    narrow_text: str


class Line(NamedTuple):
    """A drawing: its scale, its rows, and moments to mark on it."""

    id: str
    title: str
    unit: str
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    moments: tuple[Tick, ...]
    height: int


def lines_of(finding: Finding, id: str, terms: Terms) -> list[Line]:
    """The drawings of a finding: one for each kind of quantity, if there is something to compare."""
    found = enumerate(lines.lines_of(finding), 1)
    drawings = (_drawing(line, f"{id}-l{number}", terms) for number, line in found)
    return [drawing for drawing in drawings if drawing is not None]


def _drawing(line: lines.Line, id: str, terms: Terms) -> Line | None:
    timely = line.unit is DATE
    shown = [convert(found, line.unit) for row in line.rows for found in (row.wide, row.narrow)]
    if line.published is not None:
        shown.append(Interval(line.published, line.published))
    if len(shown) < 3:
        return None
    axis = time_axis(shown, terms.language) if timely else axis_of(shown, line.unit, terms.language)
    if axis is None:
        return None
    title = terms("time" if timely else "line", what=", ".join(line.claims))
    rows = tuple(_row(row, n, line, axis, terms) for n, row in enumerate(line.rows))
    moments = _moments(line, axis, terms)
    return Line(id, title, axis.unit, axis.ticks, rows, tuple(moments), len(rows) * ROW)


def _row(row: lines.Row, number: int, line: lines.Line, axis: Axis, terms: Terms) -> Row:
    wide, narrow = (axis.span(convert(found, line.unit)) for found in (row.wide, row.narrow))
    texts = (in_words(Amounts(i, line.unit), terms.language) for i in (row.wide, row.narrow))
    left = row.kind in ("leave", "cause")
    label = terms(row.kind, claim=row.claim) if left else _label(row, terms)
    return Row("left" if left else row.kind, label, number * ROW, wide, narrow, *texts)


def _label(row: lines.Row, terms: Terms) -> str:
    """What stands above a row; colours say nothing that this does not."""
    kind = f" ({terms(row.kind).lower()})" if row.kind in ("reference", "denied") else ""
    label = f"{row.claim} · {row.text}{kind}"
    return label if len(label) <= MAX_LABEL else label[: MAX_LABEL - 1] + "…"


def _moments(line: lines.Line, axis: Axis, terms: Terms) -> Sequence[Tick]:
    if line.published is None:
        return ()
    place = axis.place(Fraction(line.published))
    return (Tick(percent(place), terms("published"), "end" if place > 60 else "start"),)
