"""Number lines and time lines as they are drawn: rows one below the other on a common scale."""

from typing import NamedTuple

from claimcheck.finding import Amounts, Finding
from claimcheck.model.interval import Interval
from claimcheck.model.period import format_day
from claimcheck.model.quantity import DATE, convert
from claimcheck.report import lines
from claimcheck.report.html.axis import Axis, Span, Tick, axis_of, percent, time_axis
from claimcheck.report.html.telling import Teller
from claimcheck.report.html.terms import Terms
from claimcheck.report.units import in_words


class Row(NamedTuple):
    """A claim, or what the others leave for it: in words, and the stretches to draw."""

    kind: str
    letter: str
    label: str
    text: str
    wide: Span
    narrow: Span


class Line(NamedTuple):
    """A drawing: its scale, its rows, and a moment to mark on it."""

    title: str
    unit: str
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    moment: Tick | None

    @property
    def kinds(self) -> set[str]:
        """What its key explains: rows of two readings, what the others leave, causes."""
        two = {"two" for row in self.rows if row.narrow != row.wide}
        return two | {row.kind for row in self.rows}


def lines_of(finding: Finding, teller: Teller, terms: Terms) -> list[Line]:
    """The drawings of a finding: one for each kind of quantity, if there is something to compare."""
    drawings = (_drawing(line, teller, terms) for line in lines.lines_of(finding))
    return [drawing for drawing in drawings if drawing is not None]


def _drawing(line: lines.Line, teller: Teller, terms: Terms) -> Line | None:
    timely = line.unit is DATE
    shown = [convert(found, line.unit) for row in line.rows for found in (row.wide, row.narrow)]
    if line.published is not None:
        shown.append(Interval(line.published, line.published))
    if len(shown) < 3:
        return None
    axis = time_axis(shown, terms.language) if timely else axis_of(shown, line.unit, terms.language)
    if axis is None:
        return None
    letters = dict.fromkeys(map(teller.letter, line.claims))
    title = terms("time" if timely else "line", what=", ".join(letters))
    rows = tuple(_row(row, line, axis, teller, terms) for row in line.rows)
    return Line(title, axis.unit, axis.ticks, rows, _moment(line, axis, terms))


def _row(row: lines.Row, line: lines.Line, axis: Axis, teller: Teller, terms: Terms) -> Row:
    wide, narrow = (axis.span(convert(found, line.unit)) for found in (row.wide, row.narrow))
    text = in_words(Amounts(row.wide, line.unit), terms.language)
    letter = teller.letter(row.claim)
    if row.kind in ("leave", "cause"):
        return Row("left", "", terms(row.kind, claim=letter), text, wide, narrow)
    return Row(row.kind, letter, _label(row, teller, terms), text, wide, narrow)


def _label(row: lines.Row, teller: Teller, terms: Terms) -> str:
    """What stands above a row; colours say nothing that this does not."""
    kind = f" ({terms(row.kind).lower()})" if row.kind in ("reference", "denied") else ""
    return teller.about(row.claim) + kind


def _moment(line: lines.Line, axis: Axis, terms: Terms) -> Tick | None:
    if line.published is None:
        return None
    day = f"{terms('published')} {format_day(int(line.published))}"
    return Tick(percent(axis.place(line.published)), day, "")
