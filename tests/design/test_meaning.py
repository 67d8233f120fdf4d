"""What a written value means: a second, plain reading of the design's table against the real one."""

from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.model.interval import EVERYTHING, Interval
from claimcheck.model.units import PLAIN, parse_unit
from claimcheck.model.value import ValueType, read_quantity

SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
TENTH = Fraction(1, 10)


class Written(NamedTuple):
    """A number as it stands on the page."""

    mantissa: str
    """Digits with an optional sign and point: `-41.50`."""
    exponent: int = 0
    scale: str = ""

    @property
    def text(self) -> str:
        power = f"e{self.exponent}" if self.exponent else ""
        return f"{self.mantissa}{power} {self.scale}".strip()

    @property
    def _ten(self) -> Fraction:
        power = self.exponent + SCALES[self.scale]
        return Fraction(10**power) if power >= 0 else Fraction(1, 10**-power)

    @property
    def x(self) -> Fraction:
        return Fraction(self.mantissa.replace("_", "")) * self._ten

    @property
    def u(self) -> Fraction:
        """The unit of the last written digit."""
        decimals = len(self.mantissa.partition(".")[2])
        return self._ten / int("1" + "0" * decimals)

    @property
    def z(self) -> Fraction:
        """The unit of the last digit that is not zero; zeros after a decimal point are significant."""
        if "." in self.mantissa:
            return self.u
        digits = self.mantissa.replace("_", "").lstrip("-")
        zeros = len(digits) - len(digits.rstrip("0"))
        return self.u * int("1" + "0" * zeros)

    @property
    def h(self) -> Fraction:
        return max(self.u / 2, min(self.z / 2, abs(self.x) / 10))


class Kind(NamedTuple):
    """A type of value: how wide its readings are follows from it."""

    name: str
    unit: str
    is_count: bool = False
    is_point_of_scale: bool = False
    """Degrees Celsius and Fahrenheit, whose zero is a convention."""


MONEY = Kind("money", "USD")
COUNT = Kind("count", "", is_count=True)
PART = Kind("share", "")
KINDS = (
    MONEY,
    Kind("money", "EUR"),
    Kind("share", "%"),
    PART,
    Kind("number", ""),
    COUNT,
    Kind("MWh", "GWh"),
    Kind("MW", "kW"),
    Kind("km", "m"),
    Kind("km/h", "m/s"),
    Kind("t", "kg"),
    Kind("EUR/MWh", "EUR/kWh"),
    Kind("percentage_point", "percentage_point"),
    Kind("delta_degC", "delta_degC"),
    Kind("degC", "degC", is_point_of_scale=True),
    Kind("degC", "degF", is_point_of_scale=True),
)
MEASURED = tuple(kind for kind in KINDS if not kind.is_count)
PLAIN_TYPES = {"count", "share", "number"}


def type_of(kind: Kind, limits: Interval = EVERYTHING, about: Fraction = TENTH) -> ValueType:
    if kind.name == "money":
        return ValueType("money", None, limits, about)
    unit = PLAIN if kind.name in PLAIN_TYPES else parse_unit(kind.name)
    return ValueType(kind.name, unit, limits, about)


def text_of(mark: str, number: Written, kind: Kind) -> str:
    return f"{mark}{number.text} {kind.unit}".strip()


class Spread(NamedTuple):
    """How far a number reaches to either side, in the two readings."""

    narrow: Fraction
    wide: Fraction


def plain_spread(kind: Kind, n: Written) -> Spread:
    """± u/2 and ± h; counts and points of a scale have rows of their own."""
    if kind.is_point_of_scale:
        return Spread(n.u / 2, n.u / 2)
    if kind.is_count:
        exact = n.x < 100 or n.x % 10 != 0
        return Spread(Fraction(0), Fraction(0) if exact else n.h)
    return Spread(n.u / 2, n.h)


def about_spread(kind: Kind, n: Written, width: Fraction = TENTH) -> Spread:
    """± h and ± max(h, about-width · x); for points of a scale ± u."""
    if kind.is_point_of_scale:
        return Spread(n.u, n.u)
    return Spread(n.h, max(n.h, width * abs(n.x)))


def end_spread(kind: Kind, n: Written) -> Spread:
    """Ends of ranges stand as they are, and widely ± their h."""
    return Spread(Fraction(0), n.u / 2 if kind.is_point_of_scale else n.h)


def whole(low: Fraction | None, high: Fraction | None, is_open: bool = False) -> Interval:
    """The integers between two ends."""
    if low is not None:
        low = Fraction(low.__floor__() + 1 if is_open else low.__ceil__())
    if high is not None:
        high = Fraction(high.__ceil__() - 1 if is_open else high.__floor__())
    return Interval(low, high)


def between(
    kind: Kind, low: Fraction | None, high: Fraction | None, is_open: bool = False
) -> Interval:
    """From `low` to `high`, in the base unit; counts are integers."""
    if kind.is_count:
        return whole(low, high, is_open)
    unit = parse_unit(kind.unit) if kind.unit else PLAIN
    low = None if low is None else low * unit.factor + unit.offset
    high = None if high is None else high * unit.factor + unit.offset
    return Interval(low, high, is_open and low is not None, is_open and high is not None)


def meanings(text: str, wanted: ValueType, precision: str | None = None) -> list[Interval]:
    quantity = read_quantity(text, wanted, precision)
    return [quantity.narrow, quantity.wide]


def around(kind: Kind, x: Fraction, spread: Spread) -> list[Interval]:
    return [between(kind, x - reach, x + reach) for reach in spread]


@st.composite
def written(draw: st.DrawFn, *, is_count: bool = False) -> Written:
    digits = str(draw(st.integers(1, 9999))) + "0" * draw(st.integers(0, 4))
    if is_count:
        return Written(digits)
    exponent, scale = draw(st.sampled_from([(0, ""), (0, ""), (3, ""), (9, ""), (11, "")]))
    if not exponent:
        scale = draw(st.sampled_from(sorted(SCALES)))
    decimals = draw(st.integers(0, 3))
    if decimals:
        digits = f"{digits}.{draw(st.integers(0, 10**decimals - 1)):0{decimals}}"
    if not exponent and not scale:
        exponent = draw(st.sampled_from([0, 0, -2]))
    return Written(digits, exponent, scale)


def part_of_whole() -> st.SearchStrategy[Written]:
    """A share without a unit, which may be at most the whole."""
    return st.integers(0, 999).map(lambda n: Written(f"0.{n:03}"))


@st.composite
def values(draw: st.DrawFn, kinds: tuple[Kind, ...] = KINDS) -> tuple[Kind, Written]:
    kind = draw(st.sampled_from(kinds))
    number = draw(written(is_count=kind.is_count) if kind != PART else part_of_whole())
    signed = kind.name in ("number", "degC", "delta_degC", "money", "share")
    if signed and draw(st.booleans()):
        number = number._replace(mantissa=f"-{number.mantissa}")
    return kind, number


few = settings(max_examples=80)


@few
@given(values())
def test_a_plain_value_reaches_half_its_last_digit_and_widely_h(v: tuple[Kind, Written]) -> None:
    kind, n = v
    assert meanings(text_of("", n, kind), type_of(kind)) == around(kind, n.x, plain_spread(kind, n))


@few
@given(values(), st.sampled_from(["about ", "~"]), st.sampled_from([TENTH, Fraction(1, 4)]))
def test_about_reaches_h_and_widely_the_about_width(
    v: tuple[Kind, Written], mark: str, width: Fraction
) -> None:
    kind, n = v
    wanted = type_of(kind, about=width)
    assert meanings(text_of(mark, n, kind), wanted) == around(
        kind, n.x, about_spread(kind, n, width)
    )


UPPER = {"under ": True, "<": True, "at most ": False, "<=": False}
LOWER = {"over ": True, ">": True, "at least ": False, ">=": False}


@few
@given(values(), st.sampled_from(sorted((UPPER | LOWER).items())))
def test_a_limit_is_as_stated_in_both_readings(
    v: tuple[Kind, Written], mark: tuple[str, bool]
) -> None:
    (kind, n), (sign, is_open) = v, mark
    low, high = (None, n.x) if sign in UPPER else (n.x, None)
    stated = between(kind, low, high, is_open)
    assert meanings(text_of(sign, n, kind), type_of(kind)) == [stated, stated]


@few
@given(values(MEASURED), st.sampled_from(["up to ", ".. "]))
def test_up_to_ends_as_written_and_widely_h_above(v: tuple[Kind, Written], mark: str) -> None:
    kind, n = v
    assert meanings(text_of(mark, n, kind), type_of(kind)) == [
        between(kind, None, n.x + reach) for reach in end_spread(kind, n)
    ]


@few
@given(values(MEASURED), st.booleans())
def test_from_begins_as_written_and_widely_h_below(v: tuple[Kind, Written], words: bool) -> None:
    kind, n = v
    text = text_of("from ", n, kind) if words else f"{text_of('', n, kind)} .."
    assert meanings(text, type_of(kind)) == [
        between(kind, n.x - reach, None) for reach in end_spread(kind, n)
    ]


@few
@given(values(MEASURED), st.data(), st.sampled_from([" to ", " .. "]))
def test_a_range_has_its_ends_and_widely_each_with_its_h(
    v: tuple[Kind, Written], data: st.DataObject, word: str
) -> None:
    kind, a = v
    b = data.draw(written() if kind != PART else part_of_whole())
    assume(a.x < b.x)
    text = text_of("", a, kind) + word + text_of("", b, kind)
    assert meanings(text, type_of(kind)) == [
        between(kind, a.x - before, b.x + after)
        for before, after in zip(end_spread(kind, a), end_spread(kind, b), strict=True)
    ]


@few
@given(values(MEASURED), st.data())
def test_marks_combine_at_the_ends_of_a_range(v: tuple[Kind, Written], data: st.DataObject) -> None:
    kind, a = v
    b = data.draw(written() if kind != PART else part_of_whole())
    assume(a.x < b.x)
    narrow, wide = (
        between(kind, a.x - reach, b.x)._replace(high_open=True) for reach in end_spread(kind, a)
    )
    text = f"{text_of('', a, kind)} to under {text_of('', b, kind)}"
    assert meanings(text, type_of(kind)) == [narrow, wide]


@few
@given(values(MEASURED))
def test_up_to_about_ends_where_about_ends(v: tuple[Kind, Written]) -> None:
    kind, n = v
    assert meanings(text_of("up to about ", n, kind), type_of(kind)) == [
        between(kind, None, n.x + reach) for reach in about_spread(kind, n)
    ]


@few
@given(values())
def test_exact_is_the_number_itself_in_both_readings(v: tuple[Kind, Written]) -> None:
    kind, n = v
    point = between(kind, n.x, n.x)
    assert meanings(text_of("", n, kind), type_of(kind), "exact") == [point, point]


@few
@given(values(MEASURED), st.sampled_from(["1", "5", "0.5", "20"]))
def test_a_stated_precision_reaches_half_of_it_in_both_readings(
    v: tuple[Kind, Written], precision: str
) -> None:
    kind, n = v
    reach = Fraction(precision) / 2
    stated = between(kind, n.x - reach, n.x + reach)
    found = meanings(text_of("", n, kind), type_of(kind), f"{precision} {kind.unit}".strip())
    assert found == [stated, stated]


@few
@given(written(), st.sampled_from(["", "about ", "up to ", "under ", "at least ", "from "]))
def test_the_limits_of_an_attribute_are_part_of_every_interval(n: Written, mark: str) -> None:
    share = Kind("share", "%")
    assume(n.x <= 100 or mark == "under ")  # "up to" also says that its end can occur
    free = meanings(text_of(mark, n, share), type_of(share))
    limits = Interval(Fraction(0), Fraction(1))
    bound = meanings(text_of(mark, n, share), type_of(share, limits))
    for one, other in zip(bound, free, strict=True):
        assert one.low == max(Fraction(0), other.low or Fraction(0))
        assert one.high == min(Fraction(1), other.high if other.high is not None else Fraction(1))


def ends(low: str | None, high: str | None) -> Interval:
    return Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


def below(low: str, high: str) -> Interval:
    return ends(low, high)._replace(high_open=True)


EXAMPLES = (
    # kind, written, narrow, wide: what the table says of zeros, counts and combined marks
    ("money", "up to 60 billion USD", ends(None, "60e9"), ends(None, "65e9")),
    ("number", "200 to under 1000", below("200", "1000"), below("180", "1000")),
    ("number", "4.0", ends("3.95", "4.05"), ends("3.95", "4.05")),
    ("number", "40", ends("39.5", "40.5"), ends("36", "44")),
    ("number", "10", ends("9.5", "10.5"), ends("9", "11")),
    ("count", "83", ends("83", "83"), ends("83", "83")),
    ("count", "100", ends("100", "100"), ends("90", "110")),
    ("count", "about 1230", ends("1225", "1235"), ends("1107", "1353")),
    ("count", "about 45", ends("45", "45"), ends("41", "49")),
    ("count", "under 100", ends(None, "99"), ends(None, "99")),
    ("count", "over 100", ends("101", None), ends("101", None)),
)


@pytest.mark.parametrize(("kind", "written", "narrow", "wide"), EXAMPLES)
def test_the_examples_of_the_table(
    kind: str, written: str, narrow: Interval, wide: Interval
) -> None:
    assert meanings(written, type_of(Kind(kind, ""))) == [narrow, wide]
