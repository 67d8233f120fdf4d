"""Number lines and time lines: what claims say of one kind of quantity, one below the other."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from claimcheck.consistency.values import in_currency
from claimcheck.finding import Amounts, Finding
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import DATE, Quantity, convert
from claimcheck.model.units import Unit
from claimcheck.report.html.axis import Axis, Span, Tick, axis_of, percent, time_axis
from claimcheck.report.html.terms import Terms
from claimcheck.report.html.units import in_words

MAX_LABEL = 90
ROW = 40
"""The height of a row, with its label."""


# What a repair would have a claim be: its id, why, and the interval.
Left = tuple[str, str, Amounts]


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


class Given(NamedTuple):
    """A row before there is a scale: intervals in the unit of the drawing."""

    kind: str
    label: str
    wide: Interval
    narrow: Interval
    wide_text: str
    narrow_text: str


def lines_of(finding: Finding, id: str, terms: Terms) -> list[Line]:
    """The drawings of a finding: one for each kind of quantity, if there is something to compare."""
    groups: dict[str, list[Claim]] = {}
    for claim in finding.claims:
        if isinstance(claim.value, Quantity):
            groups.setdefault(claim.value.unit.species, []).append(claim)
    left = [
        (name, "cause" if repair.kind == "cause" else "leave", found)
        for repair in finding.repairs
        for name, found in repair.values.items()
    ]
    lines = []
    for number, (species, claims) in enumerate(groups.items(), 1):
        name = f"{id}-l{number}"
        if species == "date":
            line = time_line(finding, name, terms)
        else:
            line = _number_line(claims, left, name, terms)
        if line is not None:
            lines.append(line)
    return lines


def _number_line(
    claims: Sequence[Claim], left: Sequence[Left], id: str, terms: Terms
) -> Line | None:
    first = claims[0]
    assert isinstance(first.value, Quantity)
    unit = first.value.unit
    rows = [row for claim in claims for row in _rows(claim, first, left, terms)]
    if len(rows) < 2:
        return None
    axis = axis_of([i for row in rows for i in (row.wide, row.narrow)], unit, terms.language)
    return None if axis is None else _line(axis, rows, (), id, _title("line", claims, terms))


def _title(kind: str, claims: Sequence[Claim], terms: Terms) -> str:
    return terms(kind, what=", ".join(claim.id for claim in claims))


def _rows(claim: Claim, first: Claim, left: Sequence[Left], terms: Terms) -> Iterator[Given]:
    value, unit = claim.value, first.value.unit  # type: ignore[union-attr]
    assert isinstance(value, Quantity)
    found = (value.narrow, value.wide)
    if value.dimension != unit.dimension:
        exchanged = in_currency(claim, unit.money, first)
        if exchanged is None:
            return
        found = exchanged
    kind = "reference" if claim.is_reference else "denied" if claim.denied else "claim"
    yield _given(kind, _label(claim, value.text, terms), found, unit, terms.language)
    for name, why, fits in dict.fromkeys(left):
        if name == claim.id and fits.unit.dimension == unit.dimension:
            both = (fits.interval, fits.interval)
            yield _given("left", terms(why, claim=name), both, unit, terms.language)


def _label(claim: Claim, text: str, terms: Terms) -> str:
    """What stands above a row; colours say nothing that this does not."""
    kinds = [terms("reference").lower()] * claim.is_reference + [terms("denied")] * claim.denied
    label = " ".join((f"{claim.id} · {text}", *(f"({kind})" for kind in kinds)))
    return label if len(label) <= MAX_LABEL else label[: MAX_LABEL - 1] + "…"


def _given(
    kind: str, label: str, found: tuple[Interval, Interval], unit: Unit, language: str
) -> Given:
    narrow, wide = (convert(interval, unit) for interval in found)
    narrow_text, wide_text = (in_words(Amounts(interval, unit), language) for interval in found)
    return Given(kind, label, wide, narrow, wide_text, narrow_text)


def _line(axis: Axis, rows: Sequence[Given], moments: Sequence[Tick], id: str, title: str) -> Line:
    drawn = tuple(
        Row(
            row.kind, row.label, n * ROW, axis.span(row.wide), axis.span(row.narrow),
            row.wide_text, row.narrow_text,
        )
        for n, row in enumerate(rows)
    )  # fmt: skip
    return Line(id, title, axis.unit, axis.ticks, drawn, tuple(moments), len(rows) * ROW)


def time_line(finding: Finding, id: str, terms: Terms) -> Line | None:
    """The dates that claims give, and where the rule is about time, when the others hold."""
    rows = []
    for claim in finding.claims:
        found = _days(claim, timely=finding.rule.startswith("time/"))
        if found is not None:
            kind = "reference" if claim.is_reference else "claim"
            what = claim.value.text if _is_date(claim) and claim.value else ""
            label = _label(claim, what or (claim.when.text if claim.when else ""), terms)
            rows.append(_given(kind, label, found, DATE, terms.language))
    published = next((c.document.published for c in finding.claims if c.document.published), None)
    shown = [interval for row in rows for interval in (row.wide, row.narrow)]
    if published is not None and rows:
        shown.append(Interval(Fraction(published), Fraction(published)))
    axis = time_axis(shown, terms.language)
    if axis is None or len(shown) < 3:
        return None
    moments = []
    if published is not None:
        place = axis.place(Fraction(published))
        anchor = "end" if place > 60 else "start"
        moments.append(Tick(percent(place), terms("published"), anchor))
    return _line(axis, rows, moments, id, _title("time", finding.claims, terms))


def _is_date(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.unit.dimension == "date"


def _days(claim: Claim, *, timely: bool) -> tuple[Interval, Interval] | None:
    """The narrow and wide days of a claim, up to the end of the last one."""
    if isinstance(claim.value, Quantity) and _is_date(claim):
        return claim.value.narrow, claim.value.wide
    when = claim.when
    if not timely or when is None:
        return None
    first, last = (None if day is None else Fraction(day) for day in (when.first, when.last))
    days = Interval(first, last)
    return days, days
