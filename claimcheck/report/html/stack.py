"""Parts and their total, drawn: a bar of the parts, the total below it, and what is too much or missing."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from claimcheck.finding import Amounts, Finding
from claimcheck.model.expression import Term
from claimcheck.model.interval import Interval
from claimcheck.model.units import Unit
from claimcheck.report.html.axis import Axis, Span, Tick, axis_of, percent
from claimcheck.report.html.sums import Piece, Sum, Verdict, added, sums_of, verdict_of
from claimcheck.report.html.telling import Teller
from claimcheck.report.html.terms import Terms
from claimcheck.report.units import in_words

SHADES = 6


class Segment(NamedTuple):
    """A part in a bar: its left end and width in per cent."""

    x: str
    width: str
    shade: int


class Bar(NamedTuple):
    """A bar of parts, and what of it is too much or is missing (a stretch, of no part)."""

    label: str
    text: str
    segments: tuple[Segment, ...]
    over: Segment | None
    under: Segment | None
    open: bool
    """Whether it may well be longer."""


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
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    total: Span
    total_name: str
    total_text: str
    limits: tuple[str, ...]
    """Where the total begins or ends, in per cent, if the parts go past it."""
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
            axis.ticks,
            tuple(self._bars(axis)),
            axis.span(self.total),
            total_name,
            total_text,
            tuple(self._limits(axis)),
            tuple(self._named()),
            ", ".join(map(self._missing, self.sum.missing)),
            self.sum.complete,
        )

    def _bars(self, axis: Axis) -> Iterator[Bar]:
        kinds = ("least", "most") if self.verdict is None else (self.verdict.kind,)
        for kind in kinds:
            sizes = [_end(piece, kind, wide=self.wide) for piece in self.pieces]
            whole = sum(sizes, Fraction(0))
            over, under = self._apart(axis, whole)
            unknown = bool(self.sum.missing) or any(p.wide.high is None for p in self.pieces)
            more = kind == "most" and unknown
            label = self.terms("parts-" + kind)
            if self.verdict is not None and self.verdict.reached is not None:
                label = self.terms("if-reached", parts=label, claim=self._reached(self.verdict))
            text = self._words(Interval(whole, None if kind == "least" or more else whole))
            yield Bar(label, text, tuple(_segments(sizes, axis)), over, under, more)

    def _reached(self, verdict: Verdict) -> str:
        assert verdict.reached is not None
        return self.teller.letter(verdict.reached.id)

    def _apart(self, axis: Axis, whole: Fraction) -> tuple[Segment | None, Segment | None]:
        if self.verdict is None:
            return None, None
        if self.verdict.kind == "least":
            return _stretch(axis, self.total.high or Fraction(0), whole), None
        return None, _stretch(axis, whole, self.total.low or Fraction(0))

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


def _segments(sizes: Sequence[Fraction], axis: Axis) -> Iterator[Segment]:
    done = Fraction(0)
    for number, size in enumerate(sizes):
        start, end = axis.place(done), axis.place(done + size)
        yield Segment(percent(start), percent(end - start), number % SHADES)
        done += size


def _stretch(axis: Axis, start: Fraction, end: Fraction) -> Segment:
    x, to = axis.place(start), axis.place(end)
    return Segment(percent(x), percent(max(to - x, Fraction(1, 2))), 0)
