"""What the values of claims exclude: two quantities without a common number, two holders of one post."""

from typing import Literal, NamedTuple

from claimcheck.catalogue import tell
from claimcheck.exact import Fraction
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval, disjoint, multiply, within
from claimcheck.model.number import Written
from claimcheck.model.quantity import Quantity
from claimcheck.model.value import Term, Value


class Verdict(NamedTuple):
    """How two values stand to each other.

    A robust clash holds with the wide intervals, a fragile one only with the narrow ones; `skipped`
    says why nothing could be decided.
    """

    clash: Literal["", "robust", "fragile"] = ""
    skipped: str = ""
    rounded: bool = False
    """Whether, in a fragile clash, one number is the other one rounded."""


AGREE = Verdict()


def compare(a: Claim, b: Claim) -> Verdict:
    """Whether the values of two claims that meet exclude each other."""
    left, right = stated(a), stated(b)
    if left is None or right is None:
        return AGREE
    if isinstance(left, Term) or isinstance(right, Term):
        return _compare_terms(left, right, a)
    if left.dimension == right.dimension:
        return _compare_quantities(left, right, right.narrow, right.wide)
    return _compare_currencies(a, left, b, right)


def stated(claim: Claim) -> Value | None:
    """The value a claim holds to be true: of a denied bound the opposite, of a denied value none."""
    if not claim.denied or claim.value is None:
        return claim.value
    return opposite(claim.value) if isinstance(claim.value, Quantity) else None


def opposite(quantity: Quantity) -> Quantity | None:
    """What is left if a bound is denied: not over 30 is at most 30; None for anything but a bound."""
    if quantity.point is not None or (quantity.low and quantity.high):
        return None
    end = quantity.low or quantity.high
    assert end is not None
    flipped = end._replace(excluded=not end.excluded, reached=False)
    return Quantity(
        quantity.text,
        quantity.unit,
        low=flipped if quantity.high else None,
        high=flipped if quantity.low else None,
        precision=quantity.precision,
        counted=quantity.counted,
        limits=quantity.limits,
        about_width=quantity.about_width,
    )


def same_number(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities of one dimension are given by the same number, marks aside."""
    return _center(a) is not None and _center(a) == _center(b)


def lies_within(inner: Quantity, outer: Quantity) -> bool:
    """Whether the narrow interval of one lies in that of the other."""
    return within(inner.narrow, outer.narrow)


def in_currency(
    claim: Claim, wanted: str | None, other: Claim | None = None
) -> tuple[Interval, Interval] | None:
    """The narrow and wide interval of `claim` in a currency, by the rates of its time and of `other`'s.

    None without a rate.
    """
    value = stated(claim)
    if not isinstance(value, Quantity):
        return None
    source = value.unit.money
    if source == wanted:
        return value.narrow, value.wide
    first, last = rate_days(*((claim,) if other is None else (claim, other)))
    if source is None or wanted is None or first is None:
        return None
    from claimcheck.model.rates import rate

    found = rate(source, wanted, first, last)
    if found is None:
        return None
    return multiply(value.narrow, *found[:2]), multiply(value.wide, *found[:2])


def rate_days(*claims: Claim) -> tuple[int | None, int | None]:
    """The days whose rates count: those that the times of all claims share, else the month of publication."""
    spans = [(claim.when.first, claim.when.last) for claim in claims if claim.when is not None]
    if spans:
        starts = [first for first, _ in spans if first is not None]
        ends = [last for _, last in spans if last is not None]
        return max(starts, default=None), min(ends, default=None)
    dates = [claim.document.published for claim in claims if claim.document.published]
    if not dates:
        return None, None
    from claimcheck.model.period import civil, day_ordinal

    year, month, _ = civil(min(dates))
    after = day_ordinal(year + month // 12, month % 12 + 1, 1)
    return day_ordinal(year, month, 1), after - 1


def _compare_terms(left: Value, right: Value, claim: Claim) -> Verdict:
    if not isinstance(left, Term) or not isinstance(right, Term) or left.kind == "text":
        return Verdict(skipped=tell("texts are not compared"))
    single = claim.attribute is not None and claim.attribute.single
    return Verdict("robust") if single and left.content != right.content else AGREE


def _compare_quantities(a: Quantity, b: Quantity, narrow: Interval, wide: Interval) -> Verdict:
    if disjoint(a.wide, wide) or _unequal_twins(a, b, wide=True):
        return Verdict("robust")
    if disjoint(a.narrow, narrow) or _unequal_twins(a, b, wide=False):
        return Verdict("fragile", rounded=_rounded(a, b))
    return AGREE


def _compare_currencies(a: Claim, left: Quantity, b: Claim, right: Quantity) -> Verdict:
    if left.unit.money is None or left.unit.species != right.unit.species:
        return Verdict(skipped=tell("units of different dimensions"))
    fixed, moved = in_order(a, b)
    value = stated(fixed)
    assert isinstance(value, Quantity)
    converted = in_currency(moved, value.unit.money, fixed)
    if converted is None:
        return Verdict(skipped=tell("no exchange rate for the time"))
    narrow, wide = converted
    if disjoint(value.wide, wide):
        return Verdict("robust")
    return Verdict("fragile") if disjoint(value.narrow, narrow) else AGREE


def in_order(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Two claims in different currencies: the one that keeps its own, and the one that is converted.

    By the names of the currencies, so that no verdict hangs on the order of claims.
    """

    def code(claim: Claim) -> str:
        value = claim.value
        return (value.unit.money or "") if isinstance(value, Quantity) else ""

    return (b, a) if code(a) < code(b) else (a, b)


def _unequal_twins(a: Quantity, b: Quantity, *, wide: bool) -> bool:
    """Two plain values rounded alike must be equal, even where their intervals touch.

    SEC EDGAR Filer Manual, 6.5.12: duplicate facts of equal precision have equal values.
    """
    if a.plain is None or b.plain is None or (a.plain == b.plain and a.unit == b.unit):
        return False
    left, right = a.unlimited(wide=wide), b.unlimited(wide=wide)
    return left.width == right.width and left != right


def _center(quantity: Quantity) -> Fraction | None:
    ends = [e for e in (quantity.point, quantity.low, quantity.high) if e is not None]
    if len(ends) != 1 or not isinstance(ends[0].number, Written):
        return None
    return ends[0].number.number * ends[0].unit.factor + ends[0].unit.offset


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Whether one number is the other one, rounded to the rounder one's last non-zero digit."""
    x, y = _center(a), _center(b)
    if x is None or y is None:
        return False
    return any(
        abs(x - y) * 2 <= end.number.last_nonzero * abs(end.unit.factor)
        for end in (a.point, b.point)
        if end is not None and isinstance(end.number, Written)
    )
