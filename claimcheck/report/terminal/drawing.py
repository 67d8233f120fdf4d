"""A number line in text: for each claim what it may mean and what its digits say, on one scale."""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.finding import Finding
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import convert
from claimcheck.report import Style
from claimcheck.report.axis import Axis, axis_of, time_axis
from claimcheck.report.cells import holds, shortened, shown, width
from claimcheck.report.lines import Line, Row, lines_of
from claimcheck.report.terminal.canvas import Part

_MOST = 5
"""So many rows are drawn of a line: with its heading, scale and numbers, eight lines."""
_NARROWEST, _WIDEST = 20, 60
"""Columns of the scale: with fewer nothing can be seen, and more tell nothing new."""
_TICK = 10
"""A tick in about so many columns."""

_WORDS = {
    "en": {
        "reference": "reference", "denied": "denied", "leave": "others leave", "cause": "would fit as",
        "published": "published", "wide": "read generously", "narrow": "strictly",
        "left": "left by the others", "time": "dates", "number": "number", "more": "{} more",
    },
    "fr": {
        "reference": "référence", "denied": "démenti", "leave": "les autres laissent",
        "cause": "tiendrait à", "published": "parution", "wide": "au sens large",
        "narrow": "au sens strict", "left": "laissé par les autres", "time": "dates",
        "number": "nombre", "more": "{} de plus",
    },
}  # fmt: skip


class Signs(NamedTuple):
    """What a drawing is made of."""

    wide: str
    narrow: str
    left: str
    before: str
    after: str
    rule: str
    tick: str
    moment: str
    more: str


_SIGNS = Signs("─", "█", "░", "◄", "►", "─", "┬", "│", "…")
_ASCII = Signs("-", "#", "~", "<", ">", "-", "+", "|", "...")


class Drawing(NamedTuple):
    """What a drawing says of itself, and its rows."""

    heading: str
    rows: tuple[list[Part], ...]


def drawing_of(finding: Finding, room: int, style: Style) -> Drawing | None:
    """The first line of a finding on which there is something to see, `room` columns wide."""
    drawn = (_drawing(line, room, style) for line in lines_of(finding))
    return next((drawing for drawing in drawn if drawing is not None), None)


def _drawing(line: Line, room: int, style: Style) -> Drawing | None:
    signs = _SIGNS if holds(style.charset, "".join(_SIGNS)) else _ASCII
    rows = [_converted(row, line) for row in line.rows if not row.wide.empty]
    kept = _kept(rows, _MOST - (line.published is not None))
    labels = [_label(row, min(room // 2, room - _NARROWEST - 2), signs, style) for row in kept]
    if line.published is not None:
        labels.append(_WORDS[style.language]["published"])
    names = max(map(width, labels), default=0)
    columns = min(_WIDEST, room - names - 2)
    axis = _axis(line, kept, columns, style.language) if columns >= _NARROWEST else None
    if axis is None:
        return None
    grid = _grid(axis, columns)
    bars = [_bar(row, grid, signs) for row in kept]
    if len(set(bars)) < 2:
        return None
    if line.published is not None:
        bars.append(" " * grid.cell(line.published) + signs.moment)
    drawn = [_row(label, names, bar) for label, bar in zip(labels, bars, strict=True)]
    if len(rows) > len(kept):
        drawn.append(_row(_WORDS[style.language]["more"].format(len(rows) - len(kept)), names, ""))
    drawn += [_row("", names, text, "frame") for text in _scale(axis, grid, signs, style)]
    return Drawing(_heading(line, kept, axis, bars, signs, style), tuple(drawn))


def _converted(row: Row, line: Line) -> Row:
    wide = convert(row.wide, line.unit)
    narrow = wide if row.wide == row.narrow else convert(row.narrow, line.unit)
    return row._replace(wide=wide, narrow=narrow)


def _kept(rows: list[Row], most: int) -> list[Row]:
    """The rows that are drawn, claims rather than what is left for them; one less where some are not."""
    if len(rows) <= most:
        return rows
    first = sorted(range(len(rows)), key=lambda n: (not rows[n].text, n))[: most - 1]
    return [rows[n] for n in sorted(first)]


def _label(row: Row, room: int, signs: Signs, style: Style) -> str:
    words = _WORDS[style.language]
    if row.kind in ("leave", "cause"):
        return shortened(f"  {shown(words[row.kind], style.charset)}", max(8, room), signs.more)
    kind = "" if row.kind == "claim" else shown(f" ({words[row.kind]})", style.charset)
    if room - width(kind) < 8:
        kind = ""
    return shortened(shown(row.claim, style.charset), max(8, room - width(kind)), signs.more) + kind


def _axis(line: Line, rows: Sequence[Row], columns: int, language: str) -> Axis | None:
    drawn = [
        found
        for row in rows
        for found in (row.wide, row.narrow)[: 1 + (row.wide is not row.narrow)]
    ]
    if line.published is not None:
        drawn.append(Interval(line.published, line.published))
    if line.unit.dimension == "date":
        return time_axis(drawn, language)
    return axis_of(drawn, line.unit, language, max(4, columns // _TICK))


class _Grid(NamedTuple):
    """The columns of a scale; in whole numbers, since fractions would take most of the time of a report."""

    low: tuple[int, int]
    span: tuple[int, int]
    columns: int

    def cell(self, number: Fraction) -> int:
        """The column that a number lies in, within the drawing."""
        above, below = self._place(number)
        return min(self.columns - 1, max(0, above // below))

    def last(self, number: Fraction) -> int:
        """The last column of what ends with a number, within the drawing."""
        above, below = self._place(number)
        return min(self.columns, -(-above // below)) - 1

    def _place(self, number: Fraction) -> tuple[int, int]:
        (low, of), (span, parts) = self.low, self.span
        above = number.numerator * of - low * number.denominator
        return above * parts * self.columns, number.denominator * of * span


def _grid(axis: Axis, columns: int) -> _Grid:
    span = axis.high - axis.low
    return _Grid(axis.low.as_integer_ratio(), span.as_integer_ratio(), columns)


def _bar(row: Row, grid: _Grid, signs: Signs) -> str:
    """A row on the scale: light where it reaches generously, strong where strictly."""
    cells = [" "] * grid.columns
    left = row.kind in ("leave", "cause")
    for found, sign in ((row.wide, signs.wide), (row.narrow, signs.narrow)):
        first = 0 if found.low is None else grid.cell(found.low)
        last = grid.columns - 1 if found.high is None else max(first, grid.last(found.high))
        cells[first : last + 1] = (signs.left if left else sign) * (last + 1 - first)
    if row.wide.low is None:
        cells[0] = signs.before
    if row.wide.high is None:
        cells[-1] = signs.after
    return "".join(cells).rstrip()


def _row(label: str, names: int, text: str, color: str = "") -> list[Part]:
    return [Part(label + " " * (names - width(label) + 2)), Part(text, color)]


def _scale(axis: Axis, grid: _Grid, signs: Signs, style: Style) -> tuple[str, str]:
    """The scale with its ticks, and their numbers below: as many as stand apart, at equal steps."""
    texts = [(grid.cell(tick.at), shown(tick.text, style.charset)) for tick in axis.ticks]
    for step in range(1, len(texts) + 1):
        numbers = _numbers(texts[::step], grid.columns)
        if numbers is not None:
            break
    rule = [signs.rule] * grid.columns
    for cell, _ in texts[::step]:
        rule[cell] = signs.tick
    return "".join(rule), numbers or ""


def _numbers(texts: Sequence[tuple[int, str]], columns: int) -> str | None:
    """Numbers below their ticks; None where two of them would meet."""
    numbers = ""
    for cell, text in texts:
        start = max(0, min(cell - len(text) // 2, columns - len(text)))
        if numbers and start < len(numbers) + 2:
            return None
        numbers += " " * (start - len(numbers)) + text
    return numbers


def _heading(
    line: Line, rows: Sequence[Row], axis: Axis, bars: Sequence[str], signs: Signs, style: Style
) -> str:
    """The unit, and what the signs mean."""
    words = _WORDS[style.language]
    drawn = "".join(bars)
    light = [("wide", signs.wide)] if signs.wide in drawn else []
    strict = [("narrow", signs.narrow)] if light else []
    left = [("left", signs.left)] if any(row.kind == "leave" for row in rows) else []
    unit = words["time"] if line.unit.dimension == "date" else axis.unit or words["number"]
    legend = ", ".join(f"{sign} {words[name]}" for name, sign in (*light, *strict, *left))
    colon = {"en": ": ", "fr": "\xa0: "}[style.language]
    return unit + (colon + legend if legend else "")
