"""Sums that a finding is about: their parts, their total, and how far the two are apart.

A sum comes from a `that:` claim (`a + b` with a value, `a + b == c`) or from the relation of a rule, as the
steps of the finding state it. What is taken away on one side is added on the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.finding import Finding
from claimcheck.model.claim import Claim
from claimcheck.model.expression import (
    Amount,
    Binary,
    Call,
    Comparison,
    Expression,
    Negative,
    Term,
)
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity, convert
from claimcheck.model.units import Unit
from claimcheck.report.lines import beside

REACHED = "arithmetic/unreachable-bound"
_TURNED = {"==": "==", "<=": ">=", "<": ">", ">=": "<=", ">": "<"}


class Piece(NamedTuple):
    """A part of a sum or its total: a claim or a literal, with its meanings in the unit of the drawing."""

    claim: Claim | None
    text: str
    narrow: Interval
    wide: Interval


class Sum(NamedTuple):
    """Parts that a total is equal to, at least, or at most."""

    parts: tuple[Piece, ...]
    totals: tuple[Piece, ...]
    missing: tuple[Term, ...]
    """Parts of which no claim of the finding says how much they are."""
    sign: str
    unit: Unit
    complete: bool
    """Whether a claim says that these are all parts."""


class Verdict(NamedTuple):
    """How parts and total part: the parts read as `kind` says are more than the total, or less."""

    kind: str
    """`least`: even the least of the parts is more than the total; `most`: even the most is less."""
    wide: bool
    reached: Claim | None
    """The claim whose end is thought to have occurred."""
    parts: Interval
    total: Interval
    pieces: tuple[Piece, ...]
    """The parts, that of `reached` at its end."""

    @property
    def apart(self) -> Fraction:
        """How much too much or too little the parts are."""
        if self.kind == "least":
            return (self.parts.low or Fraction(0)) - (self.total.high or Fraction(0))
        return (self.total.low or Fraction(0)) - (self.parts.high or Fraction(0))


def sums_of(finding: Finding) -> Iterator[Sum]:
    """The sums of a finding of which the total and two parts have values, or a part and what is missing."""
    seen = set[str]()
    for statement, value in _statements(finding):
        found = _sum(statement, value, finding)
        if found is not None and str(found.parts) not in seen:
            seen.add(str(found.parts))
            yield found


def _statements(finding: Finding) -> Iterator[tuple[Expression, Claim | None]]:
    for claim in finding.claims:
        if claim.that is not None and not claim.denied:
            yield claim.that, claim if claim.value is not None else None
    for step in finding.steps:
        statement = step.data.get("statement")
        if isinstance(statement, Comparison):
            yield statement, None


def _sum(statement: Expression, value: Claim | None, finding: Finding) -> Sum | None:
    if isinstance(statement, Comparison):
        sign, left, right = statement.sign, statement.left, statement.right
        more = [*_added(left), *((part, -way) for part, way in _added(right))]
    else:
        sign, more = "==", list(_added(statement))
    first = next((c for c in finding.claims if isinstance(c.value, Quantity)), None)
    if first is None or not more or any(part is None for part, _ in more):
        return None
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    missing: tuple[list[Term], list[Term]] = ([], [])
    if value is not None:
        piece = _piece(value, value)
        if piece is None:
            return None
        first = value
        sides[1].append(piece)
    else:
        first = next((c for p, _ in more if isinstance(p, Term) for c in _on(p, finding)), first)
    for part, way in more:
        side = 0 if way > 0 else 1
        if isinstance(part, Amount):
            sides[side].append(_literal(part, first))
        elif isinstance(part, Term):
            found = [_piece(claim, first) for claim in _on(part, finding)]
            sides[side].extend(piece for piece in found if piece is not None)
            if not found and part.subject.kind != "every":
                missing[side].append(part)
    if len(sides[0]) < len(sides[1]):
        sides, missing, sign = sides[::-1], missing[::-1], _TURNED[sign]
    parts, totals = sides
    if not totals or missing[1] or len(parts) + len(missing[0]) < 2:
        return None
    if any((piece.wide.low or 0) < 0 for piece in (*parts, *totals)):
        return None
    unit = first.value.unit  # type: ignore[union-attr]
    if any(_dimension(piece) not in ("", unit.dimension) for piece in parts):
        return None
    return Sum(tuple(parts), tuple(totals), tuple(missing[0]), sign, unit, _complete(parts))


def _dimension(piece: Piece) -> str:
    value = piece.claim.value if piece.claim is not None else None
    return value.unit.dimension if isinstance(value, Quantity) and not value.unit.money else ""


def _complete(parts: Sequence[Piece]) -> bool:
    """Whether the document of the parts says that they are all."""
    named = {p.claim.attribute.name for p in parts if p.claim and p.claim.attribute}
    claims = next((p.claim.document.claims for p in parts if p.claim), ())
    lists = (c.that for c in claims if isinstance(c.that, Call) and c.that.function == "complete")
    return any(isinstance(t, Term) and t.attribute in named for one in lists for t in one.arguments)


def _added(expression: Expression, way: int = 1) -> Iterator[tuple[Term | Amount | None, int]]:
    """What an expression adds up (1) and takes away (-1); None for what is neither slot nor amount."""
    match expression:
        case Term() | Amount():
            yield expression, way
        case Negative(operand=operand):
            yield from _added(operand, -way)
        case Binary(sign=("+" | "-") as sign, left=left, right=right):
            yield from _added(left, way)
            yield from _added(right, way if sign == "+" else -way)
        case Call(function="sum", arguments=arguments):
            for argument in arguments:
                yield from _added(argument, way)
        case _:
            yield None, way


def _literal(amount: Amount, first: Claim) -> Piece:
    number = amount.number.number * amount.unit.factor
    base = Interval(number, number)
    own = convert(base, first.value.unit)  # type: ignore[union-attr]
    return Piece(None, "", own, own)


def _piece(claim: Claim, first: Claim) -> Piece | None:
    found = beside(claim, first)
    if found is None:
        return None
    narrow, wide = (convert(interval, first.value.unit) for interval in found)  # type: ignore[union-attr]
    return Piece(claim, claim.id, narrow, wide)


def _on(slot: Term, finding: Finding) -> list[Claim]:
    """The claims of a finding on a slot: for each subject the first of a tested end, else the narrowest."""
    found: dict[str, Claim] = {}
    for other in finding.claims:
        if not isinstance(other.value, Quantity) or other.denied or not _is_on(other, slot):
            continue
        key = f"{other.subject} {other.qualifiers}"
        tested = finding.rule == REACHED and found.get(key) is finding.claims[0]
        if key not in found or (not tested and _width(other) < _width(found[key])):
            found[key] = other
    return list(found.values())


def _is_on(claim: Claim, slot: Term) -> bool:
    if claim.attribute is None or claim.attribute.name != slot.attribute or not claim.subject:
        return False
    resolve = claim.document.vocabulary.resolve
    name = slot.subject.name
    if slot.subject.kind == "name" and (resolve(name) or name) != claim.subject:
        return False
    given = dict(claim.qualifiers)
    for key, choice in slot.qualifiers:
        if choice.kind == "name" and given.get(key) not in (resolve(choice.name), choice.name):
            return False
    if slot.at is None or claim.when is None:
        return True
    return slot.at.kind == "date" and slot.at.text == claim.when.text


def _width(claim: Claim) -> Fraction:
    assert isinstance(claim.value, Quantity)
    width = claim.value.wide.width
    return Fraction(10**40) if width is None else width


def verdict_of(found: Sum, finding: Finding) -> Verdict | None:
    """Where the parts and the total part, generously read if they do so then."""
    for wide in (True, False):
        for reached, parts, totals in _cases(found, finding, wide=wide):
            own = added(parts, wide=wide)
            total = added(totals, wide=wide)
            if found.missing or not own.high:
                own = Interval(own.low, None)
            over = found.sign in ("==", "<=", "<") and total.high is not None
            under = found.sign in ("==", ">=", ">") and own.high is not None
            if over and (own.low or 0) > (total.high or 0):
                return Verdict("least", wide, reached, own, total, tuple(parts))
            if under and (total.low or 0) > (own.high or 0):
                return Verdict("most", wide, reached, own, total, tuple(parts))
    return None


def added(pieces: Iterable[Piece], *, wide: bool) -> Interval:
    """What some pieces come to."""
    ends = [piece.wide if wide else piece.narrow for piece in pieces]
    low = sum((end.low or Fraction(0) for end in ends), Fraction(0))
    if any(end.high is None for end in ends):
        return Interval(low, None)
    return Interval(low, sum((end.high or Fraction(0) for end in ends), Fraction(0)))


def _cases(
    found: Sum, finding: Finding, *, wide: bool
) -> Iterator[tuple[Claim | None, Sequence[Piece], Sequence[Piece]]]:
    """The sum as it is; where an end is tested, with its claim at each of its ends."""
    if finding.rule != REACHED:
        yield None, found.parts, found.totals
        return
    tested = finding.claims[0]
    for side in ("high", "low"):
        yield (
            tested,
            [_at_end(piece, side) if piece.claim is tested else piece for piece in found.parts],
            [_at_end(piece, side) if piece.claim is tested else piece for piece in found.totals],
        )


def _at_end(piece: Piece, side: str) -> Piece:
    """A claim as if its end had occurred, as widely as the end is meant."""
    exact, spread = getattr(piece.narrow, side), getattr(piece.wide, side)
    if exact is None or spread is None:
        return piece
    other = 2 * exact - spread
    wide = Interval(min(other, spread), max(other, spread))
    return piece._replace(narrow=Interval(exact, exact), wide=wide)
