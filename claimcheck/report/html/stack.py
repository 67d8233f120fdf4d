"""Parts and their total, drawn: a bar of the parts, the total below it, and what is too much or missing."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from claimcheck.exact import Fraction
from claimcheck.finding import Amounts, Finding
from claimcheck.model.expression import Term
from claimcheck.model.interval import Interval
from claimcheck.model.units import Unit
from claimcheck.report.html.axis import Axis, axis_of, percent
from claimcheck.report.html.shapes import AFTER, behind, foot, strips
from claimcheck.report.html.sums import Piece, Sum, Verdict, added, sums_of, verdict_of
from claimcheck.report.html.telling import Teller
from claimcheck.report.html.terms import Terms
from claimcheck.report.units import in_words

SHADES = 6


class Bar(NamedTuple):
    """A bar of parts, and what of it is too much or is missing (a stretch, of no part)."""

    label: str
    text: str
    drawn: Markup
    kind: str
    """`over` if a stretch is too much, `under` if one is missing; else empty."""


class Named(NamedTuple):
    """A part in words."""

    shade: int
    letter: str
    name: str
    text: str


class Stack(NamedTuple):
    """The drawing of a sum."""

    title: str
    verdict: str
    unit: str
    behind: Markup
    bars: tuple[Bar, ...]
    total: Markup
    total_name: str
    total_text: str
    foot: Markup
    parts: tuple[Named, ...]
    missing: str
    complete: bool


def stacks_of(finding: Finding, teller: Teller, terms: Terms) -> Iterator[Stack]:
    """A drawing for each sum of a finding."""
    for found in sums_of(finding):
        stack = _Drawing(found, verdict_of(found, finding), teller, terms).stack()
        if stack is not None:
            yield stack


class _Drawing:
    def __init__(self, found: Sum, verdict: Verdict | None, teller: Teller, terms: Terms) -> None:
        self.sum = found
        self.verdict = verdict
        self.teller = teller
        self.terms = terms
        self.wide = verdict is None or verdict.wide
        self.pieces = found.parts if verdict is None else verdict.pieces
        self.total = added(found.totals, wide=self.wide) if verdict is None else verdict.total
        if found.sign in ("<=", "<"):
            self.total = Interval(None, self.total.high)
        elif found.sign in (">=", ">"):
            self.total = Interval(self.total.low, None)

    def stack(self) -> Stack | None:
        sums = added(self.pieces, wide=self.wide)
        ends = [end for end in (sums.low, sums.high) if end is not None]
        axis = axis_of(
            [self.total, Interval(Fraction(0), max(ends))], self.sum.unit, self.terms.language
        )
        if axis is None:
            return None
        total_name, total_text = self._total()
        return Stack(
            self.terms("stack", what=", ".join((*map(self._name, self.pieces), total_name))),
            self._said(sums),
            axis.unit,
            behind(axis, limits=self._limits(axis)),
            tuple(self._bars(axis)),
            strips(axis.span(self.total)),
            total_name,
            total_text,
            foot(axis),
            tuple(self._named()),
            ", ".join(map(self._missing, self.sum.missing)),
            self.sum.complete,
        )

    def _bars(self, axis: Axis) -> Iterator[Bar]:
        kinds = ("least", "most") if self.verdict is None else (self.verdict.kind,)
        for kind in kinds:
            sizes = [_end(piece, kind, wide=self.wide) for piece in self.pieces]
            whole = sum(sizes, Fraction(0))
            unknown = bool(self.sum.missing) or any(p.wide.high is None for p in self.pieces)
            more = kind == "most" and unknown
            label = self.terms("parts-" + kind)
            if self.verdict is not None and self.verdict.reached is not None:
                label = self.terms("if-reached", parts=label, claim=self._reached(self.verdict))
            text = self._words(Interval(whole, None if kind == "least" or more else whole))
            yield Bar(label, text, self._drawn(sizes, axis, more=more), self._kind())

    def _reached(self, verdict: Verdict) -> str:
        assert verdict.reached is not None
        return self.teller.letter(verdict.reached.id)

    def _kind(self) -> str:
        return "" if self.verdict is None else "over" if self.verdict.kind == "least" else "under"

    def _drawn(self, sizes: Sequence[Fraction], axis: Axis, *, more: bool) -> Markup:
        """The parts one after the other, and the stretch between their end and the total's."""
        places = [axis.place(sum(sizes[:n], Fraction(0))) for n in range(len(sizes) + 1)]
        shapes = [
            _stretch(f"part s{n % SHADES}", start, end, 0)
            for n, (start, end) in enumerate(pairwise(places))
        ]
        if self._kind() == "over":
            shapes.append(
                _stretch("over", axis.place(self.total.high or Fraction(0)), places[-1], 1)
            )
        elif self._kind() == "under":
            shapes.append(
                _stretch("under", places[-1], axis.place(self.total.low or Fraction(0)), 1)
            )
        inner = "".join(shapes) + AFTER * more
        return Markup(f'<svg class="bar" aria-hidden="true">{inner}</svg>')

    def _limits(self, axis: Axis) -> Iterator[str]:
        kind = "least" if self.verdict is None else self.verdict.kind
        end = self.total.high if kind == "least" else self.total.low
        if end is not None:
            yield percent(axis.place(end))

    def _total(self) -> tuple[str, str]:
        names = [self._name(piece) for piece in self.sum.totals if piece.claim is not None]
        text = self._words(self.total)
        return " + ".join(names), text

    def _said(self, sums: Interval) -> str:
        if self.verdict is None:
            return self.terms("sum-open", parts=self._words(sums), total=self._words(self.total))
        least = self.verdict.kind == "least"
        said = self.terms(
            f"sum-{self.verdict.kind}",
            parts=self._exactly(self.verdict.parts.low if least else self.verdict.parts.high),
            total=self._exactly(self.total.high if least else self.total.low),
            apart=self._exactly(self.verdict.apart),
        )
        if self.verdict.reached is not None:
            said = self.terms(
                "sum-reached", claim=self._reached(self.verdict), verdict=_lower(said)
            )
        return said if self.wide else self.terms("sum-strictly", verdict=said)

    def _named(self) -> Iterator[Named]:
        for number, piece in enumerate(self.pieces):
            meant = piece.wide if self.wide else piece.narrow
            letter = self.teller.letter(piece.claim.id) if piece.claim is not None else ""
            yield Named(number % SHADES, letter, self._name(piece), self._words(meant))

    def _name(self, piece: Piece) -> str:
        claim = piece.claim
        if claim is None:
            return self._words(piece.wide)
        if claim.subject is None:
            return self.teller.letter(claim.id)
        subjects = {p.claim.subject for p in self.pieces if p.claim is not None}
        attributes = {p.claim.attribute and p.claim.attribute.name for p in self.pieces if p.claim}
        if piece in self.pieces and len(subjects) > 1 and len(attributes) == 1:
            return claim.document.vocabulary.name_of(claim.subject)
        return self.teller.about(claim.id)

    def _missing(self, slot: Term) -> str:
        return self.teller.slot(slot)

    def _exactly(self, number: Fraction | None) -> str:
        return "" if number is None else self._words(Interval(number, number))

    def _words(self, own: Interval) -> str:
        unit: Unit = self.sum.unit
        low, high = (None if e is None else e * unit.factor for e in (own.low, own.high))
        return in_words(Amounts(Interval(low, high), unit), self.terms.language)


def _lower(text: str) -> str:
    """A sentence that goes on after a comma."""
    return text[:1].lower() + text[1:]


def _end(piece: Piece, kind: str, *, wide: bool) -> Fraction:
    meant = piece.wide if wide else piece.narrow
    low = meant.low or Fraction(0)
    return low if kind == "least" or meant.high is None else meant.high


def _stretch(name: str, start: int, end: int, inset: int) -> str:
    width = percent(max(end - start, 50 if inset else 0))
    y = f' y="{inset}"' if inset else ""
    return (
        f'<rect class="{name}" x="{percent(start)}" width="{width}"{y} height="{12 - 2 * inset}"/>'
    )
