"""Values: what each written form means, narrowly and widely, as the table of the design has it."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.interval import EVERYTHING, Interval, within
from claimcheck.model.quantity import Quantity
from claimcheck.model.units import PLAIN
from claimcheck.model.value import BadValue, Term, ValueType, read_quantity, read_value

MONEY = ValueType("money")
COUNT = ValueType("count", PLAIN)
SHARE = ValueType("share", PLAIN)
NUMBER = ValueType("number", PLAIN)
DATE = ValueType("date")
ANY = ValueType("any")
STAKE = ValueType("share", PLAIN, Interval(F(0), F(1)))


def closed(low: object, high: object) -> Interval:
    ends = [None if end is None else F(str(end)) for end in (low, high)]
    return Interval(ends[0], ends[1])


TABLE = [
    # written, narrow, wide
    (MONEY, "41e9 USD", ("40.5e9", "41.5e9"), ("40.5e9", "41.5e9")),
    (MONEY, "500e9 USD", ("499.5e9", "500.5e9"), ("450e9", "550e9")),
    (MONEY, "500 billion USD", ("499.5e9", "500.5e9"), ("450e9", "550e9")),
    (MONEY, "5e11 USD", ("4.5e11", "5.5e11"), ("4.5e11", "5.5e11")),
    (MONEY, "830_000_000_000 USD", ("829999999999.5", "830000000000.5"), ("825e9", "835e9")),
    (MONEY, "~830e9 USD", ("825e9", "835e9"), ("747e9", "913e9")),
    (MONEY, "about 830 billion USD", ("825e9", "835e9"), ("747e9", "913e9")),
    (MONEY, "about 500 billion USD", ("450e9", "550e9"), ("450e9", "550e9")),
    (MONEY, "41.50e9 USD", ("41.495e9", "41.505e9"), ("41.495e9", "41.505e9")),
    (MONEY, "20 to 50 billion USD", ("20e9", "50e9"), ("18e9", "55e9")),
    (MONEY, "20e9 .. 50e9 USD", ("20e9", "50e9"), ("18e9", "55e9")),
    (MONEY, "10 million to 15 billion EUR", ("10e6", "15e9"), ("9e6", "15.5e9")),
    (SHARE, "11 %", ("0.105", "0.115"), ("0.105", "0.115")),
    (SHARE, "0.11", ("0.105", "0.115"), ("0.105", "0.115")),
    (SHARE, "about 11 %", ("0.105", "0.115"), ("0.099", "0.121")),
    (SHARE, "-5 %", ("-0.055", "-0.045"), ("-0.055", "-0.045")),
    (COUNT, "97", (97, 97), (97, 97)),
    (COUNT, "90", (90, 90), (90, 90)),
    (COUNT, "1234", (1234, 1234), (1234, 1234)),
    (COUNT, "12 thousand", (11500, 12500), (11500, 12500)),
    (COUNT, "1200", (1200, 1200), (1150, 1250)),
    (COUNT, "about 1200", (1150, 1250), (1080, 1320)),
    (COUNT, "about 41", (41, 41), (37, 45)),
    (NUMBER, "0", ("-0.5", "0.5"), ("-0.5", "0.5")),
    (DATE, "2027", (739982, 740346), (739982, 740346)),
    (DATE, "2025-08-07", (739470, 739470), (739470, 739470)),
    (DATE, "about 2027", (739982, 740346), (739617, 740712)),
    (DATE, "2025-08~", (739464, 739494), (739433, 739524)),
]


@pytest.mark.parametrize(("kind", "text", "narrow", "wide"), TABLE, ids=lambda v: str(v)[:30])
def test_a_written_value_means_these_two_intervals(
    kind: ValueType, text: str, narrow: tuple[str, str], wide: tuple[str, str]
) -> None:
    quantity = read_quantity(text, kind)
    assert (quantity.narrow, quantity.wide) == (closed(*narrow), closed(*wide))


LIMITS = [
    (MONEY, "under 10e9 USD", Interval(None, F(10**10), False, True)),
    (MONEY, "< 10e9 USD", Interval(None, F(10**10), False, True)),
    (MONEY, "at most 10e9 USD", closed(None, "10e9")),
    (MONEY, "<= 10e9 USD", closed(None, "10e9")),
    (MONEY, "over 1 trillion USD", Interval(F(10**12), None, True, False)),
    (MONEY, "> 1e12 USD", Interval(F(10**12), None, True, False)),
    (MONEY, "at least 5 USD", closed(5, None)),
    (COUNT, "under 10", closed(None, 9)),
    (COUNT, "over 10", closed(11, None)),
    (DATE, "before 2027", Interval(None, F(739982), False, True)),
    (DATE, "after 2027", Interval(F(740346), None, True, False)),
    (DATE, "by 2027", closed(None, 740346)),
]


@pytest.mark.parametrize(("kind", "text", "limit"), LIMITS, ids=lambda v: str(v)[:30])
def test_a_limit_means_what_it_states_and_nothing_wider(
    kind: ValueType, text: str, limit: Interval
) -> None:
    quantity = read_quantity(text, kind)
    assert (quantity.narrow, quantity.wide) == (limit, limit)


def test_up_to_reaches_its_end_and_from_its_start() -> None:
    most, least = read_quantity("up to 50e9 USD", MONEY), read_quantity("from 20e9 USD", MONEY)
    assert most.high is not None
    assert most.high.reached
    assert (most.narrow, most.wide) == (closed(None, "50e9"), closed(None, "55e9"))
    assert least.low is not None
    assert least.low.reached
    assert least.narrow == closed("20e9", None)
    assert read_quantity(".. 50e9 USD", MONEY).wide == most.wide
    assert read_quantity("20e9 USD ..", MONEY).wide == least.wide


def test_a_limit_does_not_reach_its_end() -> None:
    assert not read_quantity("at most 50e9 USD", MONEY).high.reached  # type: ignore[union-attr]
    assert not read_quantity("under 50e9 USD", MONEY).high.reached  # type: ignore[union-attr]


def test_marks_combine() -> None:
    energy = read_quantity("200 to under 1000 MWh", ANY)
    mwh = F(3_600_000_000) / energy.unit.factor * energy.unit.factor
    assert energy.narrow == Interval(200 * mwh, 1000 * mwh, False, True)
    about = read_quantity("up to about 50 USD", MONEY)
    assert (about.narrow, about.wide) == (closed(None, 55), closed(None, 55))


def test_precision_overrides_what_the_digits_say() -> None:
    exact = read_quantity("500e9 USD", MONEY, "exact")
    assert exact.narrow == exact.wide == closed("500e9", "500e9")
    stated = read_quantity("500e9 USD", MONEY, "10e9 USD")
    assert stated.narrow == stated.wide == closed("495e9", "505e9")
    assert read_quantity("500 billion USD", MONEY, "10 billion").wide == stated.wide


def test_degrees_have_no_meaningful_tenth() -> None:
    plain, about = read_quantity("20 °C", ANY), read_quantity("about 20 °C", ANY)
    assert plain.narrow == plain.wide == closed("292.65", "293.65")
    assert about.narrow == about.wide == closed("292.15", "294.15")


def test_limits_of_the_attribute_are_part_of_every_interval() -> None:
    part = read_quantity("about 100 %", STAKE)
    assert part.wide == closed("0.9", 1)
    assert part.unlimited(wide=True) == closed("0.9", "1.1")


def test_points_are_not_percent() -> None:
    with pytest.raises(BadValue) as caught:
        read_quantity("3 points", SHARE)
    assert caught.value.problem == "wrong-unit"


BAD = [
    (MONEY, "1e999999999 USD", "invalid-value"),
    (MONEY, "NaN", "invalid-value"),
    (MONEY, "41", "missing-currency"),
    (MONEY, "41e9 USX", "unknown-unit"),
    (MONEY, "41 MWh", "wrong-unit"),
    (MONEY, "50 to 20 USD", "reversed-range"),
    (MONEY, "20 USD to 50 EUR", "wrong-unit"),
    (MONEY, "$41", "invalid-value"),
    (MONEY, "41,5 USD", "invalid-value"),
    (MONEY, "", "invalid-value"),
    (MONEY, "about", "invalid-value"),
    (MONEY, "up to 3 to 5 USD", "invalid-value"),
    (MONEY, "9" * 5000 + " USD", "invalid-value"),
    (COUNT, "1.5", "invalid-value"),
    (COUNT, "5 MWh", "wrong-unit"),
    (STAKE, "120 %", "out-of-range"),
    (STAKE, "up to 120 %", "out-of-range"),
    (STAKE, "50 to 120 %", "out-of-range"),
    (STAKE, "-20 to 50 %", "out-of-range"),
    (STAKE, "44", "invalid-value"),
    (SHARE, "20 to 44", "invalid-value"),
    (SHARE, "5 % to 10", "invalid-value"),
    (MONEY, "5 USD to 10", "invalid-value"),
    (SHARE, "6 points", "wrong-unit"),
    (DATE, "2026-02-30", "invalid-date"),
    (DATE, "30/01/2026", "invalid-date"),
    (DATE, "soon", "invalid-date"),
]


@pytest.mark.parametrize(("kind", "text", "problem"), BAD, ids=lambda v: str(v)[:30])
def test_a_value_that_cannot_be_read_names_its_problem(
    kind: ValueType, text: str, problem: str
) -> None:
    with pytest.raises(BadValue) as caught:
        read_quantity(text, kind)
    assert caught.value.problem == problem


HINTS = [
    (SHARE, "5 % to 10", "write the unit after both numbers: 5 % to 10 %"),
    (ANY, "5 MWh .. 10", "write the unit after both numbers: 5 MWh to 10 MWh"),
    (MONEY, "5 USD to 10 million", "5 USD to 10 million USD"),
    (STAKE, "44", "write 44 %, or 4400 % for 44 times the whole"),
    (SHARE, "1.13", "write 1.13 %, or 113 % for 1.13 times the whole"),
    (SHARE, "about 20 to 44", "write about 20 to 44 %"),
    (STAKE, "6 points", "write % for a share"),
]


@pytest.mark.parametrize(("kind", "text", "hint"), HINTS, ids=lambda v: str(v)[:30])
def test_a_doubtful_unit_comes_with_what_to_write(kind: ValueType, text: str, hint: str) -> None:
    with pytest.raises(BadValue) as caught:
        read_quantity(text, kind)
    assert hint in str(caught.value.data["hint"])


@pytest.mark.parametrize("text", ["100 %", "1", "0.44", "up to 100 %", "at most 120 %", "0 to 1"])
def test_a_share_within_the_whole_is_read(text: str) -> None:
    assert read_quantity(text, STAKE).text == text


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("September 2027", "write 2027-09"),
        ("septembre 2027", "write 2027-09"),
        ("by September 2027", "write by 2027-09"),
        ("about 30 janvier 2026", "write about 2026-01-30"),
    ],
)
def test_a_date_in_words_comes_with_what_to_write(text: str, write: str) -> None:
    with pytest.raises(BadValue, match="invalid-date") as caught:
        read_quantity(text, DATE)
    assert str(caught.value.data["expected"]).endswith(write)


def test_a_value_that_does_not_parse_shows_where_and_what_was_expected() -> None:
    with pytest.raises(BadValue) as caught:
        read_quantity("about billion USD", MONEY)
    assert caught.value.column == 6
    assert "a number" in str(caught.value.data["expected"])


def test_entities_booleans_and_texts_are_terms() -> None:
    def resolve(name: str) -> str | None:
        return "microsoft" if name == "Microsoft" else None

    assert read_value("Microsoft", ValueType("entity"), resolve=resolve) == Term(
        "entity", "microsoft", "Microsoft"
    )
    assert read_value("true", ValueType("boolean"), resolve=resolve) == Term(
        "boolean", True, "true"
    )
    with pytest.raises(BadValue, match="unknown-entity"):
        read_value("Nobody", ValueType("entity"), resolve=resolve)
    with pytest.raises(BadValue, match="true or false"):
        read_value("yes", ValueType("boolean"), resolve=resolve)


NUMBERS = st.one_of(
    st.integers(1, 10**9).map(str),
    st.decimals("0.001", "99999", places=3).map(lambda d: format(d, "f")),
    st.builds("{}e{}".format, st.integers(1, 999), st.integers(-3, 12)),
)


@given(number=NUMBERS)
def test_a_mark_never_narrows(number: str) -> None:
    bare, about = read_quantity(number, NUMBER), read_quantity(f"about {number}", NUMBER)
    assert within(bare.narrow, about.narrow)
    assert within(bare.wide, about.wide)
    assert within(bare.narrow, bare.wide)
    assert within(about.narrow, about.wide)
    for limit in ("up to", "at most"):
        assert within(about.narrow, read_quantity(f"{limit} about {number}", NUMBER).narrow)
        assert read_quantity(f"{limit} {number}", NUMBER).narrow.low is None


@given(
    number=NUMBERS,
    mark=st.sampled_from(["", "about ", "up to ", "under ", "from ", "up to about "]),
)
def test_marks_commute_with_a_change_of_unit(number: str, mark: str) -> None:
    """1 MWh is 1,000 kWh: the same digits with another exponent mean the same interval."""
    mantissa, _, exponent = number.partition("e")
    in_mwh = read_quantity(f"{mark}{number} MWh", ANY)
    in_kwh = read_quantity(f"{mark}{mantissa}e{int(exponent or 0) + 3} kWh", ANY)
    assert (in_mwh.narrow, in_mwh.wide) == (in_kwh.narrow, in_kwh.wide)


@given(
    number=st.integers(1, 10**6),
    mark=st.sampled_from(["", "about ", "up to ", "at least "]),
    precision=st.integers(1, 1000),
)
def test_precision_travels_with_a_change_of_unit(number: int, mark: str, precision: int) -> None:
    """1 kWh is 3,600,000 J, which no exponent says; the stated precision is converted too."""
    in_kwh = read_quantity(f"{mark}{number} kWh", ANY, f"{precision} kWh")
    in_joule = read_quantity(f"{mark}{number * 3600000} J", ANY, f"{precision * 3600000} J")
    assert (in_kwh.narrow, in_kwh.wide) == (in_joule.narrow, in_joule.wide)


TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            "about ~ up to under < <= over at least from .. 5 41e9 -3 billion USD % MWh 2027 , $".split()
        ),
        max_size=7,
    ).map(" ".join),
)


@given(text=TEXTS, kind=st.sampled_from([MONEY, COUNT, SHARE, NUMBER, DATE, ANY]))
def test_any_text_is_read_or_refused(text: str, kind: ValueType) -> None:
    try:
        quantity = read_quantity(text, kind)
    except BadValue as error:
        assert 0 <= error.column <= max(len(text), 1)  # noqa: PT017
        return
    assert isinstance(quantity, Quantity)
    assert within(quantity.narrow, quantity.wide) or kind is DATE
    assert quantity.limits is EVERYTHING
