"""Number lines and time lines as data: what claims say of one kind of quantity, and what the others leave."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from claimcheck.consistency.values import in_currency
from claimcheck.exact import Fraction
from claimcheck.finding import Amounts, Finding
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import DATE, Quantity
from claimcheck.model.units import Unit

Kind = Literal["claim", "reference", "denied", "leave", "cause"]

_VISIBLE = 1_000

# What a repair would have a claim be: its id, why, and the interval.
Left = tuple[str, Kind, Amounts]


class Row(NamedTuple):
    """A claim, or what the others leave for it; intervals in the base unit."""

    kind: Kind
    claim: str
    """Its id."""
    text: str
    """What it says, as its file has it; empty for what the others leave."""
    wide: Interval
    narrow: Interval


class Line(NamedTuple):
    """What stands on one line: its rows, their common unit, and the day of publication of a time line."""

    claims: tuple[str, ...]
    unit: Unit
    rows: tuple[Row, ...]
    published: Fraction | None = None


def lines_of(finding: Finding) -> Iterator[Line]:
    """The lines of a finding: one for each kind of quantity, if there is something to compare."""
    groups: dict[str, list[Claim]] = {}
    for claim in finding.claims:
        if isinstance(claim.value, Quantity):
            groups.setdefault(claim.value.unit.species, []).append(claim)
    for species, claims in [(key, part) for key, group in groups.items() for part in _alike(group)]:
        line = _time_line(finding) if species == "date" else _number_line(claims, _left(finding))
        if line is not None:
            yield line


def _alike(claims: list[Claim]) -> list[list[Claim]]:
    """Claims of one kind of quantity; by attribute where one is too small to be seen beside another."""
    sizes = [abs(end) for c in claims for end in _ends(c) if end]
    if not sizes or max(sizes) < _VISIBLE * min(sizes):
        return [claims]
    parts: dict[str, list[Claim]] = {}
    for claim in claims:
        parts.setdefault(claim.attribute.name if claim.attribute else "", []).append(claim)
    return list(parts.values())


def _ends(claim: Claim) -> tuple[Fraction | None, Fraction | None]:
    assert isinstance(claim.value, Quantity)
    return claim.value.wide.low, claim.value.wide.high


def _left(finding: Finding) -> list[Left]:
    return [
        (name, "cause" if repair.kind == "cause" else "leave", found)
        for repair in finding.repairs
        for name, found in repair.values.items()
    ]


def _number_line(claims: Sequence[Claim], left: Sequence[Left]) -> Line | None:
    first = claims[0]
    assert isinstance(first.value, Quantity)
    rows = [row for claim in claims for row in _rows(claim, first, left)]
    if len(rows) < 2:
        return None
    return Line(tuple(claim.id for claim in claims), first.value.unit, tuple(rows))


def _rows(claim: Claim, first: Claim, left: Sequence[Left]) -> Iterator[Row]:
    value, unit, found = claim.value, first.value.unit, beside(claim, first)  # type: ignore[union-attr]
    if found is None or value is None:
        return
    narrow, wide = found
    kind: Kind = "reference" if claim.is_reference else "denied" if claim.denied else "claim"
    yield Row(kind, claim.id, value.text, wide, narrow)
    for name, why, fits in dict.fromkeys(left):
        if name == claim.id and fits.unit.dimension == unit.dimension:
            yield Row(why, name, "", fits.interval, fits.interval)


def beside(claim: Claim, first: Claim) -> tuple[Interval, Interval] | None:
    """A claim's narrow and wide interval in the base of the unit of `first`; None if they do not compare."""
    value, unit = claim.value, first.value.unit  # type: ignore[union-attr]
    if not isinstance(value, Quantity):
        return None
    if value.dimension == unit.dimension:
        return value.narrow, value.wide
    if value.unit.money is None or unit.money is None:
        return None
    return in_currency(claim, unit.money, first)


def _time_line(finding: Finding) -> Line | None:
    """The dates that claims give, and where the rule is about time, when the others hold."""
    rows = []
    for claim in finding.claims:
        found = _days(claim, timely=finding.rule.startswith("time/"))
        if found is not None:
            kind: Kind = "reference" if claim.is_reference else "claim"
            text = claim.value.text if _is_date(claim) and claim.value else ""
            text = text or (claim.when.text if claim.when else "")
            rows.append(Row(kind, claim.id, text, found[1], found[0]))
    published = next((c.document.published for c in finding.claims if c.document.published), None)
    if not rows:
        return None
    day = None if published is None else Fraction(published)
    return Line(tuple(claim.id for claim in finding.claims), DATE, tuple(rows), day)


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
