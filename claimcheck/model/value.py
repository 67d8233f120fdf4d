"""Values: a claim's written value, read for the type of its attribute."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from claimcheck.catalogue import Told, tell
from claimcheck.exact import Fraction
from claimcheck.model.interval import EVERYTHING, Interval, disjoint
from claimcheck.model.notation import (
    Notation,
    NotationError,
    Part,
    read_date_notation,
    read_notation,
    write_notation,
)
from claimcheck.model.number import BadNumber, read_number
from claimcheck.model.period import BadDate, Period, parse_period
from claimcheck.model.quantity import ABOUT_WIDTH, DATE, End, Quantity
from claimcheck.model.units import PLAIN, Unit, UnknownUnit, parse_unit, unit_names


class Term(NamedTuple):
    """A value that is no quantity: an entity's id, a boolean or a text."""

    kind: Literal["entity", "boolean", "text"]
    content: str | bool
    text: str


Value = Quantity | Term


class ValueType:
    """What an attribute's values are: the name of the type, its dimension and limits.

    Compared by identity, so that it is cheap as a key of what was read before.
    """

    __slots__ = ("about_width", "limits", "name", "unit")

    def __init__(
        self,
        name: str,
        unit: Unit | None = None,
        limits: Interval = EVERYTHING,
        about_width: Fraction = ABOUT_WIDTH,
    ) -> None:
        self.name = name
        self.unit = unit
        self.limits = limits
        self.about_width = about_width


class BadValue(ValueError):
    """A value that cannot be read; `problem` is the name of the format rule that reports it."""

    def __init__(self, problem: str, column: int = 0, **data: object) -> None:
        super().__init__(f"{problem}: {data}")
        self.problem = problem
        self.column = column
        self.data = data


_BOOLEANS = {"true": True, "false": False}


def read_value(
    text: str,
    wanted: ValueType,
    *,
    resolve: Callable[[str], str | None],
    precision: str | None = None,
) -> Value:
    """Read `text` for an attribute of type `wanted`; `resolve` finds an entity's id by any name.

    Raises BadValue.
    """
    kind = wanted.name
    if kind == "entity":
        found = resolve(text)
        if found is None:
            raise BadValue("unknown-entity", name=text)
        return Term("entity", found, text)
    if kind == "boolean":
        if text.lower() not in _BOOLEANS:
            raise BadValue("invalid-value", text=text, expected=tell("true or false"))
        return Term("boolean", _BOOLEANS[text.lower()], text)
    if kind == "text":
        return Term("text", " ".join(text.split()), text)
    return read_quantity(text, wanted, precision)


@lru_cache(maxsize=65536)
def read_quantity(text: str, wanted: ValueType, precision: str | None = None) -> Quantity:
    """Read a number, amount, date or range; raises BadValue.

    `precision` is `exact` or an amount: the unit to which the value is rounded.
    """
    notation = _notation(text, wanted)
    _check_units(text, notation, wanted)
    ends = [_end(part, wanted) for part in (notation.first, notation.second) if part]
    unit = ends[-1].unit
    if len(ends) == 2 and ends[0].unit.dimension != unit.dimension:
        raise BadValue("wrong-unit", unit=ends[0].unit.name, wanted=unit.name)
    stated = None if precision is None else _precision(precision, unit)
    quantity = _assemble(text, notation, ends, wanted, stated)
    if quantity.low and quantity.high and quantity.unlimited(wide=False).empty:
        raise BadValue("reversed-range", text=text)
    if _may_exceed(ends, wanted.limits) and _outside(quantity, wanted.limits):
        raise BadValue("out-of-range", text=text, limits=wanted.limits)
    return quantity


def _outside(quantity: Quantity, limits: Interval) -> bool:
    """Whether no number that is meant, or an end that is said to occur, lies within the limits."""
    reached = [end for end in (quantity.low, quantity.high) if end is not None and end.reached]
    return disjoint(quantity.unlimited(wide=True), limits) or any(
        disjoint(quantity.around(end), limits) for end in reached
    )


def _may_exceed(ends: list[End], limits: Interval) -> bool:
    """Whether limits need a look; the common ones, none and at-least 0, are decided by the sign."""
    if limits is EVERYTHING:
        return False
    if limits.high is None and limits.low == 0:
        return any(isinstance(end.number, Period) or end.number.integer <= 0 for end in ends)
    return True


def _notation(text: str, wanted: ValueType) -> Notation:
    read = read_date_notation if wanted.name == "date" else read_notation
    try:
        return read(text)
    except NotationError as error:
        if wanted.name == "date":
            raise _bad_date(text, error) from None
        hint = _hint(text)
        raise BadValue(
            "invalid-value", error.column, text=text, expected=error.expected, hint=hint
        ) from None


def _check_units(text: str, notation: Notation, wanted: ValueType) -> None:
    """Refuse a missing unit where it makes a hundredfold difference: `5 % to 10`, a share of `44`."""
    first, second = notation.first, notation.second
    if first and second and first.unit and not second.unit:
        whole = Notation(first, second._replace(unit=first.unit), True)
        hint = tell("write the unit after both numbers: {}", write_notation(whole))
    elif wanted.name == "share" and any(map(_over_the_whole, (first, second))):
        hint = _percent(text, first)
    else:
        return
    expected = tell("a unit (%)") if wanted.name == "share" else tell("a unit (MWh, EUR)")
    raise BadValue("invalid-value", text=text, expected=expected, hint=hint)


def _percent(text: str, part: Part | None) -> Told:
    """What to write for a share that is more than the whole: 44 for 44 %, 1.13 for 113 %."""
    if part is None or part.number != text:
        return tell("write {} %; without a unit, 1 is the whole", text)
    hundred = read_number(text).number * 100
    times = str(hundred) if hundred.denominator == 1 else f"{text}e2"
    return tell("write {} %, or {} % for {} times the whole", text, times, text)


def _over_the_whole(part: Part | None) -> bool:
    if part is None or part.unit:
        return False
    try:
        return abs(read_number(part.number, part.scale).number) > 1
    except BadNumber:
        return False


_MARKED = r"((?:(?:about|before|after|by|since|from|until|up to|at most|at least)\s+)*)(.+)"


def _bad_date(text: str, error: NotationError) -> BadValue:
    """What to write instead, if the whole is a known slip; else what the notation wanted."""
    match = re.fullmatch(_MARKED, text, re.IGNORECASE | re.DOTALL)
    marks, date = match.groups() if match else ("", text)
    try:
        parse_period(date)
    except BadDate as slip:
        if isinstance(slip.expected, Told) and len(slip.expected.values) == 2:
            reason, instead = slip.expected.values
            expected = tell("{}: write {}", reason, f"{marks}{instead}")
            return BadValue("invalid-date", 0, text=text, expected=expected, hint=None)
    expected = tell("expected {}", error.expected)
    return BadValue("invalid-date", error.column, text=text, expected=expected, hint=None)


def _assemble(
    text: str,
    notation: Notation,
    ends: list[End],
    wanted: ValueType,
    precision: Fraction | None,
) -> Quantity:
    """Which of the written parts is the point, the low end, the high end (DESIGN 4)."""
    point = low = high = None
    limit = notation.first.limit if notation.first else ""
    if notation.is_range:
        low = ends[0] if limit else ends[0]._replace(reached=True)
        if len(ends) == 2:
            second = notation.second
            high = ends[1] if second and second.limit else ends[1]._replace(reached=True)
        if limit in _UPPER or (notation.second and notation.second.limit in _LOWER):
            raise BadValue("invalid-value", text=text, expected=tell("the lower end first"))
    elif not limit:
        point = ends[0]
    elif limit in _UPPER:
        high = ends[0]
    else:
        low = ends[0]
    return Quantity(
        text,
        ends[-1].unit,
        point=point,
        low=low,
        high=high,
        precision=precision,
        counted=wanted.name == "count",
        limits=wanted.limits,
        about_width=wanted.about_width,
    )


_UPPER = frozenset(("up to", "under", "at most"))
_LOWER = frozenset(("from", "over", "at least"))
_REACHED = frozenset(("up to", "from"))
_EXCLUDED = frozenset(("under", "over"))


def _end(part: Part, wanted: ValueType) -> End:
    """A written part as an end: its number read, its unit checked against the type."""
    reached, excluded = part.limit in _REACHED, part.limit in _EXCLUDED
    if wanted.name == "date":
        try:
            period = parse_period(part.number + "~" if part.about else part.number)
        except BadDate as error:
            raise BadValue(
                "invalid-date", error.column, text=error.text, expected=error.expected, hint=None
            ) from None
        return End(period, DATE, part.about, excluded, reached)
    try:
        number = read_number(part.number, part.scale)
    except BadNumber:
        raise BadValue(
            "invalid-value", text=part.number[:40], expected=tell("a number of a sensible size")
        ) from None
    if wanted.name == "count" and not number.whole:
        raise BadValue("invalid-value", text=part.number, expected=tell("a whole number"))
    return End(
        number,
        _unit(part.unit, wanted, f"{part.number}{part.scale} {part.unit}"),
        part.about,
        excluded,
        reached,
    )


def _unit(text: str, wanted: ValueType, whole: str) -> Unit:
    try:
        unit = parse_unit(text) if text else PLAIN
    except UnknownUnit as error:
        slip = _hint(whole)
        near = None if slip else error.suggestion
        raise BadValue(
            "unknown-unit", name=error.name, suggestion=near, hint=slip or error.hint
        ) from None
    if wanted.name == "money":
        if not text:
            raise BadValue("missing-currency")
        if unit.currency is None:
            raise BadValue("wrong-unit", unit=unit.name, wanted=tell("a currency such as USD"))
    elif wanted.name == "count" and unit is not PLAIN:
        raise BadValue(
            "wrong-unit", unit=unit.name, wanted=tell("a bare number, since it is a count")
        )
    elif wanted.name == "difference" and unit.dimension == "percentage_point:1":
        return unit
    elif wanted.unit is not None and unit.species != wanted.unit.species:
        name = wanted.unit.name or _example(wanted.unit.dimension)
        hint = (
            _POINTS if wanted.name == "share" and unit.dimension == "percentage_point:1" else None
        )
        raise BadValue("wrong-unit", unit=unit.name or tell("no unit"), wanted=name, hint=hint)
    return unit


_POINTS = tell(
    "write % for a share; points lie between two shares, as in {}",
    "stake(A) at 2025 - stake(A) at 2024",
)


def _example(dimension: str) -> str:
    """A unit of a dimension that has none of its own to be named by."""
    if not dimension:
        return tell("a bare number or %")
    usual = ("day", "MWh", "MW", "km", "km²", "m³", "t", "°C", "percentage point")
    names = (*usual, *unit_names())
    return next((n for n in names if parse_unit(n).species == dimension), dimension)


def _precision(text: str, unit: Unit) -> Fraction:
    """The unit of rounding, in the base unit; 0 for exact."""
    if text == "exact":
        return Fraction(0)
    try:
        notation = read_notation(text)
        part = notation.first
        if part is None or notation.is_range or part.limit or part.about:
            raise _bad_precision(text)
        written = read_number(part.number, part.scale)
        own = parse_unit(part.unit) if part.unit else unit
    except (NotationError, BadNumber, UnknownUnit):
        raise _bad_precision(text) from None
    if own.dimension != unit.dimension:
        raise BadValue(
            "wrong-unit", key="precision", unit=own.name or tell("no unit"), wanted=unit.name
        )
    if written.number <= 0:
        raise _bad_precision(text)
    return written.number * own.factor


def _bad_precision(text: str) -> BadValue:
    return BadValue(
        "invalid-value", key="precision", text=text, expected=tell("exact or one amount")
    )


# What people write instead of the notation, and what to write; the first that fits counts.
_SLIPS = (
    (r"\bmillions\b", tell("write {}, as in {}", "`million`", "7.2 million EUR")),
    (r"\bmilliards?\b", tell("a milliard is a `billion`, as in {}", "7 billion EUR")),
    (r"\d\s*m\s?€", tell("write {}, as in {}", "`million EUR`", "3 million EUR")),
    (r"\d\s*k\s?€", tell("write {}, as in {}", "`thousand EUR`", "900 thousand EUR")),
    (r"\dm\b|\d m [a-z]{3}$", tell("write {}, as in {}", "`million`", "7.2 million EUR")),
    (r"\dk\b|\d k [a-z]{3}$", tell("write {}, as in {}", "`thousand`", "900 thousand EUR")),
    (r"[$]", tell("write the ISO 4217 code after the number: {}", "41e9 USD")),
    (r"€", tell("write the ISO 4217 code after the number: {}", "41e9 EUR")),
    (r"£", tell("write the ISO 4217 code after the number: {}", "41e9 GBP")),
    (r"^[a-z]{3} ?[\d~]", tell("write the ISO 4217 code after the number: {}", "41e9 USD")),
    (r"\b(less|fewer) than\b|\bmoins de\b", tell("write `{}`", "under")),
    (r"\bmore than\b|\bplus de\b", tell("write `{}`", "over")),
    (r"\bjusqu", tell("write `{}`", "up to")),
    (
        r"\b(around|approximately|roughly|nearly|some|environ|près de|quelque)\b",
        tell("write `{}`", "about"),
    ),
    (r"\b(between|entre)\b|\d\s?[-–]\s?\d", tell("write `{}`", "20 to 50")),
    (r"^nan$|^\?+$|^todo$|^tbd$", tell("leave the claim out, or write `___` for a gap to fill")),
    (
        r",|\d[ '’\u00a0\u202f.]\d{3}\b",
        tell("write a decimal point, and no separator between thousands (or `_`)"),
    ),
)


def _hint(text: str) -> str | None:
    lower = text.strip().lower()
    return next((hint for slip, hint in _SLIPS if re.search(slip, lower)), None)
