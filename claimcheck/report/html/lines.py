"""Number lines and time lines as they are drawn: rows one below the other on a common scale."""

from typing import NamedTuple

from markupsafe import Markup

from claimcheck.finding import Amounts, Finding
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import DATE, convert
from claimcheck.model.units import Unit
from claimcheck.report import lines
from claimcheck.report.html.axis import Axis, Tick, axis_of, percent, time_axis
from claimcheck.report.html.shapes import behind, foot, strips
from claimcheck.report.html.telling import Teller
from claimcheck.report.html.terms import Terms
from claimcheck.report.units import in_words
from claimcheck.wording import cldr


class Row(NamedTuple):
    """A claim, or what the others leave for it: in words, and the stretches to draw."""

    kind: str
    letter: str
    label: str
    text: str
    bar: Markup
    two: bool
    """Whether its two readings differ."""


class Line(NamedTuple):
    """A drawing: its scale, its rows, and a moment to mark on it."""

    title: str
    unit: str
    behind: Markup
    rows: tuple[Row, ...]
    foot: Markup
    moment: str

    @property
    def kinds(self) -> set[str]:
        """What its key explains: rows of two readings, what the others leave, causes."""
        return {row.kind for row in self.rows} | {"two" for row in self.rows if row.two}


def lines_of(finding: Finding, teller: Teller, terms: Terms) -> list[Line]:
    """The drawings of a finding: one for each kind of quantity, if there is something to compare."""
    drawings = (_drawing(line, teller, terms) for line in lines.lines_of(finding))
    return [drawing for drawing in drawings if drawing is not None]


def _drawing(line: lines.Line, teller: Teller, terms: Terms) -> Line | None:
    timely = line.unit is DATE
    own = [(convert(row.wide, line.unit), convert(row.narrow, line.unit)) for row in line.rows]
    shown = [found for both in own for found in both]
    if line.published is not None:
        shown.append(Interval(line.published, line.published))
    if len(shown) < 3:
        return None
    axis = time_axis(shown, terms.language) if timely else axis_of(shown, line.unit, terms.language)
    if axis is None:
        return None
    letters = dict.fromkeys(map(teller.letter, line.claims))
    title = terms("time" if timely else "line", what=", ".join(letters))
    rows = tuple(
        _row(row, both, line.unit, axis, teller, terms)
        for row, both in zip(line.rows, own, strict=True)
    )
    moment = _moment(line, axis, terms)
    told = moment.text if moment else ""
    return Line(title, axis.unit, behind(axis, moment), rows, foot(axis), told)


def _row(
    row: lines.Row,
    own: tuple[Interval, Interval],
    unit: Unit,
    axis: Axis,
    teller: Teller,
    terms: Terms,
) -> Row:
    wide = axis.span(own[0])
    narrow = wide if own[1] == own[0] else axis.span(own[1])
    text = in_words(Amounts(row.wide, unit), terms.language)
    letter = teller.letter(row.claim)
    if row.kind in ("leave", "cause"):
        return Row("left", "", terms(row.kind, claim=letter), text, strips(wide), two=False)
    label = _label(row, teller, terms)
    return Row(row.kind, letter, label, text, strips(wide, narrow), own[0] != own[1])


def _label(row: lines.Row, teller: Teller, terms: Terms) -> str:
    """What stands above a row; colours say nothing that this does not."""
    kind = f" ({terms(row.kind).lower()})" if row.kind in ("reference", "denied") else ""
    return teller.about(row.claim) + kind


def _moment(line: lines.Line, axis: Axis, terms: Terms) -> Tick | None:
    if line.published is None:
        return None
    day = f"{terms('published')} {cldr.day(int(line.published), terms.language)}"
    return Tick(percent(axis.place(line.published)), day, "")
