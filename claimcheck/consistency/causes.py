"""Causes worth checking: slips that would explain a conflict, offered only where undoing them repairs it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from claimcheck.consistency.conflicts import Conflict, Decided, left_for, prover
from claimcheck.consistency.network import (
    Apply,
    Constraint,
    Known,
    Money,
    Node,
    Part,
    Unknown,
    exchange,
)
from claimcheck.consistency.slots import Contradiction
from claimcheck.consistency.values import compare, rate_days
from claimcheck.exact import Fraction
from claimcheck.finding import Amounts, Phrase, Repair, Text
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.number import Written
from claimcheck.model.quantity import End, Quantity
from claimcheck.model.units import Unit, parse_unit

_TEXTS: dict[str, Text] = {
    "thousand": {
        "en": "as {value}, {claim} would fit: check for a factor of a thousand (million for billion)",
        "fr": "{claim} irait avec {value} : vérifiez un facteur mille (million pour milliard)",
    },
    "million": {
        "en": "as {value}, {claim} would fit: check for a factor of a million",
        "fr": "{claim} irait avec {value} : vérifiez un facteur un million",
    },
    "long-scale": {
        "en": "as {value}, {claim} would fit: a French billion is 10¹², an English one 10⁹",
        "fr": "{claim} irait avec {value} : un billion français vaut 10¹², un billion anglais 10⁹",
    },
    "transposed": {
        "en": "as {value}, {claim} would fit: check for transposed digits",
        "fr": "{claim} irait avec {value} : vérifiez une interversion de chiffres",
    },
    "sign": {
        "en": "as {value}, {claim} would fit: check the sign",
        "fr": "{claim} irait avec {value} : vérifiez le signe",
    },
    "currency": {
        "en": "as {value}, {claim} would fit: check the currency",
        "fr": "{claim} irait avec {value} : vérifiez la devise",
    },
    "points": {
        "en": "read as a relative change, {claim} would fit: percent or percentage points?",
        "fr": "lue comme une variation relative, {claim} irait : pour cent ou points ?",
    },
    "percent": {
        "en": "read in percentage points, {claim} would fit: percent or percentage points?",
        "fr": "lue en points de pourcentage, {claim} irait : pour cent ou points ?",
    },
    "period": {
        "en": "{claim} agrees with {other}, of another time: check its period",
        "fr": "{claim} s’accorde avec {other}, d’un autre moment : vérifiez sa période",
    },
}

MAX_CLAIMS = 12
"""Of larger conflicts no causes are looked for."""
MAX_CONSTRAINTS = 300
"""Nor in larger parts, all of which each cause is tried on."""


class Cause(NamedTuple):
    """A slip that would explain a claim: its name, and the value without it."""

    name: str
    value: Quantity


def candidates(claim: Claim, currencies: Sequence[str] = ()) -> Iterator[Cause]:
    """What a claim may have meant: its value without each slip that its digits and unit allow."""
    value = claim.value
    if not isinstance(value, Quantity) or value.unit.dimension == "date":
        return
    for power in (3, -3):
        long = claim.document.language == "fr" and "illion" in value.text
        yield Cause("long-scale" if long else "thousand", _scaled(value, power))
    for power in (6, -6):
        yield Cause("million", _scaled(value, power))
    written = _single(value)
    if written is not None:
        for integer in _transpositions(written):
            yield Cause("transposed", _with(value, partial(_of_digits, integer)))
        if claim.attribute is None or claim.attribute.type.limits.low is None:
            yield Cause("sign", _with(value, lambda w: w._replace(integer=-w.integer)))
    if value.unit.currency is not None:
        for code in currencies:
            if code != value.unit.currency:
                yield Cause("currency", _in(value, parse_unit(code)))


def _of_digits(integer: int, written: Written) -> Written:
    return written._replace(integer=integer)


def _scaled(value: Quantity, power: int) -> Quantity:
    return _with(value, lambda written: written._replace(place=written.place + power))


def _with(value: Quantity, change: Callable[[Written], Written]) -> Quantity:
    """A quantity with each of its numbers changed, its marks kept."""

    def changed(end: End | None) -> End | None:
        if end is None or not isinstance(end.number, Written):
            return end
        return end._replace(number=change(end.number))

    ends = {"point": changed(value.point), "low": changed(value.low), "high": changed(value.high)}
    return _like(value, value.unit, ends)


def _in(value: Quantity, unit: Unit) -> Quantity:
    ends = {
        "point": value.point and value.point._replace(unit=unit),
        "low": value.low and value.low._replace(unit=unit),
        "high": value.high and value.high._replace(unit=unit),
    }
    return _like(value, unit, ends)


def _like(value: Quantity, unit: Unit, ends: Mapping[str, End | None]) -> Quantity:
    return Quantity(
        value.text,
        unit,
        point=ends["point"],
        low=ends["low"],
        high=ends["high"],
        precision=None,
        counted=value.counted,
        limits=value.limits,
        about_width=value.about_width,
    )


def _single(value: Quantity) -> Written | None:
    ends = [end for end in (value.point, value.low, value.high) if end is not None]
    number = ends[0].number if len(ends) == 1 else None
    return number if isinstance(number, Written) else None


def _transpositions(written: Written) -> Iterator[int]:
    """The number with two neighbouring digits exchanged, each way there is."""
    digits = str(abs(written.integer))
    sign = -1 if written.integer < 0 else 1
    for n in range(len(digits) - 1):
        if digits[n] != digits[n + 1]:
            swapped = digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :]
            yield sign * int(swapped)


def shown(value: Quantity) -> Amounts:
    """The number that a cause supposes, to be shown."""
    ends = [end for end in (value.point, value.low, value.high) if end is not None]
    numbers = [
        end.number.number * value.unit.factor + value.unit.offset
        for end in ends
        if isinstance(end.number, Written)
    ]
    return Amounts(Interval(min(numbers), max(numbers)), value.unit, 15)


def cause_repairs(
    decided: Decided, conflict: Conflict, claims: Sequence[Claim]
) -> Iterator[Repair]:
    """The causes in some claims of a conflict that repair it, without breaking what held before.

    Only where the others leave a claim so little room that to fit is telling.
    """
    part = decided.part
    if len(conflict.claims) > MAX_CLAIMS or len(part.constraints) > MAX_CONSTRAINTS:
        return
    kept = _concerned(decided, conflict)
    prove = prover(part, wide=False)
    currencies = _currencies(part)
    for claim in claims:
        own = [c for c in conflict.constraints if c.claim is claim]
        telling = all(_is_telling(left_for(part, conflict, c)) for c in own)
        if claim.is_reference or claim.denied or not telling:
            continue
        for cause in candidates(claim, currencies):
            changed = [_changed(part, c, cause.value) if c.claim is claim else c for c in kept]
            if prove([c for c in changed if c is not None]) is None:
                yield _repair(claim, cause)
        yield from _reread(kept, claim, prove)
        yield from _other_period(decided, conflict, claim)


def _is_telling(room: Interval) -> bool:
    """Whether hitting some room by chance is unlikely: it spans less than a factor of four."""
    low, high = room.low, room.high
    if low is None or high is None or low * high <= 0:
        return False
    return max(abs(low), abs(high)) <= 4 * min(abs(low), abs(high))


def _repair(claim: Claim, cause: Cause) -> Repair:
    data = {"claim": claim.id, "value": shown(cause.value)}
    return Repair("cause", (claim.id,), Phrase(_TEXTS[cause.name], data), {claim.id: data["value"]})  # type: ignore[dict-item]


def _concerned(decided: Decided, conflict: Conflict) -> list[Constraint]:
    """The constraints of the conflict and of all claims that are in no conflict."""
    members = {id(claim) for claim in conflict.claims}
    disputed = {id(c) for other in decided.decision.conflicts for c in other.claims} - members
    return [c for c in decided.part.constraints if c.claim is None or id(c.claim) not in disputed]


def _currencies(part: Part) -> list[str]:
    codes = {c.money.code for c in part.constraints if c.money is not None}
    return sorted(codes | {"EUR", "USD"}) if codes else []


def _changed(part: Part, constraint: Constraint, value: Quantity) -> Constraint | None:
    """A constraint as if its claim had another value."""
    assert constraint.claim is not None
    code = value.unit.money
    money = None if code is None else Money(code, *rate_days(constraint.claim))
    narrow = exchange(value.narrow, money, part.currency)
    wide = exchange(value.wide, money, part.currency)
    if narrow is None or wide is None:
        # Without a rate nothing can be said: leave the claim as it is, which repairs nothing.
        return constraint
    return constraint._replace(narrow=narrow, wide=wide, money=money)


def _reread(
    kept: Sequence[Constraint], claim: Claim, prove: Callable[[list[Constraint]], object]
) -> Iterator[Repair]:
    """A difference of shares read as a relative change, and the other way round."""
    for constraint in kept:
        if constraint.claim is not claim or claim.that is None or claim.value is None:
            continue
        for name, node in _other_reading(constraint.node):
            changed = [c._replace(node=node) if c is constraint else c for c in kept]
            if prove(changed) is None:
                yield Repair("cause", (claim.id,), Phrase(_TEXTS[name], {"claim": claim.id}))


_ONE = Known(Interval(Fraction(1), Fraction(1)), Interval(Fraction(1), Fraction(1)))


def _other_reading(node: Node) -> Iterator[tuple[str, Node]]:
    """a - b as (a - b) / b, and a / b - 1 or (a - b) / b as a - b."""
    match node:
        case Apply("-", (Apply("/", (a, b)), Known() as one)) if one.narrow == _ONE.narrow:
            yield "percent", Apply("-", (a, b))
        case Apply("-", (Unknown() as a, Unknown() as b)):
            yield "points", Apply("-", (Apply("/", (a, b)), _ONE))
        case Apply("/", (Apply("-", (a, b)), c)) if b == c:
            yield "percent", Apply("-", (a, b))


def _other_period(decided: Decided, conflict: Conflict, claim: Claim) -> Iterator[Repair]:
    """Whether a claim would agree with what is said of its slot at another time of the part."""
    part = decided.part
    mine = [c for c in conflict.constraints if c.claim is claim and isinstance(c.node, Unknown)]
    for constraint in mine:
        assert isinstance(constraint.node, Unknown)
        slot = part.variables[constraint.node.variable].slot
        for other in part.constraints:
            if not isinstance(other.node, Unknown) or other.node == constraint.node:
                continue
            same = part.variables[other.node.variable].slot == slot and slot is not None
            if same and other.claim is not None and not compare(claim, other.claim).clash:
                text = Phrase(_TEXTS["period"], {"claim": claim.id, "other": other.claim.id})
                yield Repair("cause", (claim.id,), text)
                return


def slot_causes(contradiction: Contradiction) -> Iterator[Repair]:
    """The causes that would let all claims of one slot agree."""
    claims = contradiction.claims
    if len(claims) > MAX_CLAIMS:
        return
    codes = sorted(
        {
            claim.value.unit.currency
            for claim in claims
            if isinstance(claim.value, Quantity) and claim.value.unit.currency
        }
        | {"EUR", "USD"}
    )
    for claim in claims:
        if claim.is_reference or claim.denied:
            continue
        others = [
            c.value.narrow for c in claims if c is not claim and isinstance(c.value, Quantity)
        ]
        if not all(map(_is_telling, others)):
            continue
        for cause in candidates(claim, codes):
            changed = with_value(claim, cause.value)
            if all(not compare(changed, other).clash for other in claims if other is not claim):
                yield _repair(claim, cause)


def with_value(claim: Claim, value: Quantity) -> Claim:
    """A copy of a claim that gives another value."""
    found = Claim()
    for name in Claim.__slots__:
        if hasattr(claim, name):
            setattr(found, name, getattr(claim, name))
    found.value = value
    return found
