"""Units: exact factors as pint has them, and none of pint's readings of what news write."""

from fractions import Fraction as F
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import unit_table
from claimcheck.model.units import MAX_EXPONENT, PLAIN, UnknownUnit, parse_unit, unit_names
from tests.model import make_unit_table

REGISTRY: Any = pint.UnitRegistry(non_int_type=F)


def test_the_checked_in_table_is_what_pint_gives() -> None:
    assert make_unit_table.rows() == unit_table.TABLE


@pytest.mark.parametrize("name", make_unit_table.UNITS)
def test_every_spelling_of_a_unit_is_that_unit(name: str) -> None:
    _, *spellings = make_unit_table.UNITS[name]
    assert {parse_unit(spelling) for spelling in (name, *spellings)} == {parse_unit(name)}


def test_no_spelling_means_two_units() -> None:
    spellings = [s for name, (_, *more) in make_unit_table.UNITS.items() for s in {name, *more}]
    assert len(spellings) == len(set(spellings))


PAIRS = [
    ("kWh", "J"),
    ("km²", "ha"),
    ("km/h", "m/s"),
    ("t", "kg"),
    ("toe", "MWh"),
    ("year", "day"),
    ("l", "m3"),
    ("GB", "MB"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_conversions_are_exact_and_agree_with_pint(one: str, other: str) -> None:
    names = {"km²": "km**2", "m3": "m**3", "toe": "tonne_of_oil_equivalent", "t": "metric_ton"}
    a, b = parse_unit(one), parse_unit(other)
    assert a.dimension == b.dimension
    judge = REGISTRY.Quantity(F(1), names.get(one, one)).to(names.get(other, other)).magnitude
    assert a.factor / b.factor == judge


def test_compound_units_multiply_without_pint() -> None:
    price = parse_unit("EUR/MWh")
    assert (price.name, price.factor) == ("EUR/MWh", 1 / F(3_600_000_000))
    assert parse_unit("EUR/kWh").dimension == price.dimension
    assert parse_unit("EUR/kWh").factor == 1000 * price.factor
    assert parse_unit("g/km").factor == F(1, 10**6)
    assert parse_unit("kWh/m²") == parse_unit("kWh/m^2")._replace(name="kWh/m²")
    assert parse_unit("MW*h").dimension == parse_unit("MWh").dimension
    assert parse_unit("km^-2").factor == F(1, 10**6)
    assert parse_unit("USD/USD").dimension == ""


def test_percent_and_points_are_different_things() -> None:
    assert parse_unit("%").dimension == PLAIN.dimension
    assert parse_unit("points") == parse_unit("pp") == parse_unit("percentage points")
    assert parse_unit("points").dimension != PLAIN.dimension
    assert parse_unit("bp").dimension == parse_unit("pp").dimension


def test_money_is_a_dimension_per_currency() -> None:
    assert parse_unit("USD").currency == "USD"
    assert parse_unit("USD").dimension != parse_unit("EUR").dimension
    assert parse_unit("EUR/MWh").currency is None
    assert parse_unit("GWh").currency is None
    assert parse_unit("EUR/MWh").money == "EUR"
    assert parse_unit("EUR/MWh").species == parse_unit("USD/kWh").species
    assert parse_unit("EUR").species != parse_unit("EUR/kWh").species


def test_temperatures_have_an_offset_and_differences_none() -> None:
    assert parse_unit("°C").offset == F("273.15")
    assert parse_unit("delta_degC").offset == 0
    with pytest.raises(UnknownUnit, match="°C/day"):
        parse_unit("°C/day")


@pytest.mark.parametrize("name", ["furlong", "furlongs", "fortnight", "megaparsec", "light year"])
def test_rare_units_are_pints_by_their_full_name(name: str) -> None:
    unit = parse_unit(name)
    judge = REGISTRY.Quantity(F(1), name.replace(" ", "_")).to_base_units().magnitude
    assert unit.factor == judge


@pytest.mark.parametrize(
    "name",
    [
        "M",
        "k",
        "Md",
        "quarter",
        "quarters",
        "point of view",
        "c",
        "drop",
        "pc",
        "au",
        "R",
        "mM",
        "e",
        "dozen",
    ],
)
def test_what_pint_reads_wrongly_is_no_unit(name: str) -> None:
    with pytest.raises(UnknownUnit):
        parse_unit(name)


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("MWhr", "MWh"),
        ("mwh", "MWh"),
        ("usd", "USD"),
        ("$", "USD"),
        ("euros", "EUR"),
        ("kilometers", None),
    ],
)
def test_a_mistyped_unit_comes_with_the_nearest_one(name: str, suggestion: str | None) -> None:
    if suggestion is None:
        assert parse_unit(name).name == "km"
        return
    with pytest.raises(UnknownUnit) as caught:
        parse_unit(name)
    assert caught.value.suggestion == suggestion


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(["m", "km", "/", "^", "2", "-", "EUR", "²", "*", "99", " "])).map(
            "".join
        ),
    )
)
def test_any_text_is_a_unit_or_unknown(text: str) -> None:
    try:
        unit = parse_unit(text)
    except UnknownUnit:
        return
    assert unit.factor > 0
    assert all(
        abs(int(part.rpartition(":")[2])) <= 60 * MAX_EXPONENT
        for part in unit.dimension.split()
        if ":" in part
    )


@given(st.sampled_from(unit_names()), st.fractions())
def test_a_number_survives_the_way_to_base_units_and_back(name: str, number: F) -> None:
    unit = parse_unit(name)
    base = number * unit.factor + unit.offset
    assert (base - unit.offset) / unit.factor == number
