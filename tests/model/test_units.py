"""Units: exact factors as pint has them, and none of pint's readings of what news write."""

import subprocess
import sys
from fractions import Fraction as F
from typing import Any

import pint
import pytest
from currency_converter import CurrencyConverter  # type: ignore[import-untyped]
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.model.currencies import CODES, currencies
from claimcheck.model.unit_table import PREFIXES, RARE
from claimcheck.model.units import (
    MAX_EXPONENT,
    MAX_LENGTH,
    PLAIN,
    Unit,
    UnknownUnit,
    multiply_dimensions,
    parse_unit,
    unit_names,
)
from tests.model import make_unit_table

REGISTRY: Any = pint.UnitRegistry(non_int_type=F)
ENTRIES = make_unit_table.entries(make_unit_table.UNITS)
OWN = make_unit_table.entries(make_unit_table.OWN)
DENIED = sorted(" ".join(make_unit_table.DENIED.values()).split())
DEFINITIONS = {name: definition for name, definition, _ in ENTRIES}


def unknown(name: str) -> UnknownUnit:
    with pytest.raises(UnknownUnit) as caught:
        parse_unit(name)
    return caught.value


def attempt(text: str) -> Unit | UnknownUnit:
    try:
        return parse_unit(text)
    except UnknownUnit as error:
        return error


def by_pint(definition: str, number: F = F(1)) -> Any:
    """The number of such units, in base units, by pint alone."""
    unit = REGISTRY.parse_expression(definition)
    return REGISTRY.Quantity(unit.magnitude * number, unit.units).to_base_units()


# The table


def test_the_checked_in_table_is_what_pint_gives() -> None:
    assert make_unit_table.TARGET.read_text(encoding="utf-8") == make_unit_table.module()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_unit_of_the_table_is_exactly_pints(entry: make_unit_table.Entry) -> None:
    unit = parse_unit(entry.name)
    assert unit.name == entry.name
    for number in (F(0), F(1), F(-7, 3)):
        assert number * unit.factor + unit.offset == by_pint(entry.definition, number).magnitude


def test_units_of_one_dimension_convert_by_pint() -> None:
    for one in ENTRIES:
        for other in ENTRIES:
            if parse_unit(one.name).dimension == parse_unit(other.name).dimension:
                assert by_pint(one.definition).is_compatible_with(by_pint(other.definition))


def test_no_factor_hangs_on_pi() -> None:
    for definition in (*DEFINITIONS.values(), *RARE.split()):
        found = make_unit_table.in_base(definition)
        assert found == make_unit_table.in_base(definition, pi="3"), definition
    by_pi, by_three = (make_unit_table.in_base("circular_mil", pi) for pi in (None, "3"))
    assert by_pi != by_three


@pytest.mark.parametrize("entry", [*ENTRIES, *OWN], ids=lambda entry: entry.name)
def test_every_spelling_of_a_unit_is_that_unit(entry: make_unit_table.Entry) -> None:
    spellings = {entry.name, *entry.spellings}
    spellings |= {spelling.replace(" ", "_") for spelling in spellings}
    assert {parse_unit(spelling) for spelling in spellings} == {parse_unit(entry.name)}


def test_no_spelling_means_two_units() -> None:
    spellings = [s for entry in (*ENTRIES, *OWN) for s in (entry.name, *entry.spellings)]
    assert len(spellings) == len(set(spellings))
    assert CODES.isdisjoint(spellings)


PAIRS = [
    ("kWh", "J", 3_600_000),
    ("km²", "ha", 100),
    ("km/h", "m/s", F(5, 18)),
    ("t", "kg", 1000),
    ("toe", "MWh", F(1163, 100)),
    ("year", "day", F(1461, 4)),
    ("month", "year", F(1, 12)),
    ("l", "m3", F(1, 1000)),
    ("bcm", "m³", 10**9),
    ("barrel", "gallon", 42),
    ("GB", "MB", 1000),
    ("byte", "bit", 8),
    ("kcal", "cal", 1000),
    ("bp", "pp", F(1, 100)),
    ("%", "‰", 10),
    ("ppm", "ppb", 1000),
    ("PFLOPS", "FLOP/s", 10**15),
    ("l/100km", "ml/km", 10),
    ("kWh/100km", "Wh/km", 10),
    ("long_ton", "lb", 2240),
    ("troy ounce", "g", F("31.1034768")),
    ("mmHg", "Pa", F("133.322387415")),
]


@pytest.mark.parametrize(("one", "other", "ratio"), PAIRS)
def test_conversions_are_the_ones_of_the_textbooks(one: str, other: str, ratio: F) -> None:
    a, b = parse_unit(one), parse_unit(other)
    assert a.dimension == b.dimension
    assert a.factor / b.factor == ratio


@given(st.sampled_from(unit_names()), st.fractions())
def test_a_number_survives_the_way_to_base_units_and_back(name: str, number: F) -> None:
    unit = parse_unit(name)
    base = number * unit.factor + unit.offset
    assert (base - unit.offset) / unit.factor == number


# Pure numbers, points, temperatures


@pytest.mark.parametrize("name", ["%", "percent", "per cent", "pour cent"])
def test_a_percentage_is_a_pure_number(name: str) -> None:
    assert parse_unit(name) == Unit("%", PLAIN.dimension, F(1, 100), F(0))


@pytest.mark.parametrize(
    "name",
    ["pp", "point", "points", "percentage point", "percentage-points", "percentage_point"],
)
def test_a_percentage_point_is_no_percentage(name: str) -> None:
    unit = parse_unit(name)
    assert (unit.name, unit.factor) == ("percentage point", F(1, 100))
    assert unit.dimension == parse_unit("bp").dimension != parse_unit("%").dimension


def test_temperatures_have_an_offset_and_differences_none() -> None:
    assert parse_unit("°C") == parse_unit("degC") == parse_unit("℃")
    assert parse_unit("°C").offset == F("273.15")
    assert parse_unit("°F").factor * 212 + parse_unit("°F").offset == F("373.15")
    assert parse_unit("delta_degC").offset == parse_unit("delta_degF").offset == 0
    assert parse_unit("delta_degC").dimension == parse_unit("°C").dimension == "K:1"


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("°C/day", "delta_degC"), ("%/°C", "delta_degC"), ("degF^2", "delta_degF")],
)
def test_a_temperature_is_no_factor_of_a_compound(name: str, suggestion: str) -> None:
    error = unknown(name)
    assert (error.name, error.suggestion) == (name, suggestion)
    assert "difference" in (error.hint or "")
    assert parse_unit(suggestion).offset == 0


# Money


def test_money_is_a_dimension_per_currency() -> None:
    assert parse_unit("USD").currency == "USD"
    assert parse_unit("USD").dimension != parse_unit("EUR").dimension
    assert parse_unit("EUR/MWh").currency is None
    assert parse_unit("GWh").currency is None
    assert parse_unit("EUR/MWh").money == "EUR"
    assert parse_unit("MWh/EUR").money is None
    assert parse_unit("EUR/USD").money == "EUR"
    assert parse_unit("EUR/MWh").species == parse_unit("USD/kWh").species
    assert parse_unit("EUR").species != parse_unit("EUR/kWh").species


def test_prices_are_of_one_species_whatever_letters_their_currency_has() -> None:
    for unit in ("MWh", "K", "A", "FLOP", "pp", "km²", "USD"):
        found = {parse_unit(f"{code}/{unit}").species for code in ("AED", "EUR", "GBP", "ZAR")}
        assert found == {multiply_dimensions("¤:1", parse_unit(unit).dimension, -1)}


def test_a_dimension_that_is_no_product_has_no_money_in_it() -> None:
    date = Unit("", "date", F(1), F(0))
    assert (date.money, date.species) == (None, "date")


def test_every_currency_that_has_a_rate_is_known() -> None:
    assert CODES.issuperset(CurrencyConverter().currencies)


def test_every_currency_has_a_name_of_its_own_in_each_language() -> None:
    assert currencies().keys() == CODES
    for language in ("en", "fr"):
        names = [names[language] for names in currencies().values()]
        assert all(names)
        assert len(names) == len(set(names))


# Compounds


def test_compound_units_multiply_without_pint() -> None:
    price = parse_unit("EUR/MWh")
    assert (price.name, price.factor) == ("EUR/MWh", 1 / F(3_600_000_000))
    assert price.dimension == "EUR:1 kg:-1 m:-2 s:2"
    assert parse_unit("EUR/kWh").dimension == price.dimension
    assert parse_unit("EUR/kWh").factor == 1000 * price.factor
    assert parse_unit("g/km").factor == F(1, 10**6)
    assert parse_unit("MW*h").dimension == parse_unit("MWh").dimension
    assert parse_unit("km^-2").factor == F(1, 10**6)
    assert parse_unit("USD/USD").dimension == ""


SAME = [
    ("kWh/m²", "kWh/m^2", "kWh / m2", "kilowatt_hours per square metre", "kWh·m^-2*m^4/m^4"),
    ("EUR/MWh", "EUR per MWh", "EUR per megawatt-hour", "EUR/mégawattheure"),
    ("g/km", "grammes par kilomètre", "g·km⁻¹"),
    ("km/h", "kilometres per hour", "kilomètres par heure", "kph"),
    ("%/year", "per cent per year", "percent/an", "%/yr"),
    ("per year", "per_year", "/year", "1/year", "par an", "year^-1"),
    ("µg/m³", "μg/m3", "ug/m^3"),
    ("percentage point/year", "points per year", "pp/an"),
    ("m", "me\u0300tre", "mètre", "metre"),
    ("kWh", "kWh\u00a0", "\u202fkWh", "kilowatt\u00a0hours"),
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
def test_a_compound_may_be_spelled_in_many_ways(spellings: tuple[str, ...]) -> None:
    found = [parse_unit(spelling) for spelling in spellings]
    assert found[0].name == spellings[0]
    assert {(unit.dimension, unit.factor) for unit in found} == {found[0][1:3]}


FACTORS = st.tuples(
    st.sampled_from([name for name in DEFINITIONS if "/" not in name and not name.startswith("°")]),
    st.sampled_from([-2, -1, 1, 2, 3]),
)


@given(st.lists(FACTORS, min_size=1, max_size=3), st.integers(0, 3))
def test_compounds_are_what_pint_makes_of_their_parts(
    factors: list[tuple[str, int]], products: int
) -> None:
    text, judge = "", REGISTRY.Quantity(F(1))
    for number, (name, power) in enumerate(factors):
        sign = "" if number == 0 else "*" if number <= products else "/"
        # A name that ends in an exponent, such as m², takes no other one.
        power = 1 if name[-1] in "²³" else power
        text += sign + (name if power == 1 else f"{name}^{power}")
        part = by_pint(DEFINITIONS[name]) ** power
        judge = judge / part if sign == "/" else judge * part
    assume(len(text) <= MAX_LENGTH)
    unit = parse_unit(text)
    assert unit.factor == judge.to_base_units().magnitude
    shorts = {make_unit_table.BASES[str(base)]: int(n) for base, n in judge.unit_items() if n}
    assert unit.dimension == " ".join(f"{base}:{shorts[base]}" for base in sorted(shorts))
    if len(unit.name) <= MAX_LENGTH:
        assert parse_unit(unit.name) == unit


def test_what_is_shown_reads_back() -> None:
    compounds = ("EUR/Mbps", "square metre^2", "per kWh/m2", "furlong/day", "kmh*kmh")
    for name in (*unit_names(), *RARE.split(), *compounds):
        unit = parse_unit(name)
        assert parse_unit(unit.name) == unit


@pytest.mark.parametrize("name", ["W/m²·K", "USD/kW*year", "g per km*day"])
def test_a_product_after_a_quotient_is_refused(name: str) -> None:
    assert "two ways" in (unknown(name).hint or "")


@pytest.mark.parametrize("name", ["m^10", "m^-10", "m^0", "m^999999999", "m²²", "m⁰", "km/s^99"])
def test_exponents_have_limits(name: str) -> None:
    assert str(MAX_EXPONENT) in (unknown(name).hint or "")


@pytest.mark.parametrize("name", ["m^9", "m⁻⁹", "m^-9"])
def test_exponents_reach_their_limits(name: str) -> None:
    assert parse_unit(name).dimension == f"m:{'-' if name != 'm^9' else ''}9"


# Rare units, and what pint reads wrongly


@pytest.mark.parametrize("name", RARE.split())
def test_rare_units_are_pints_by_their_full_name(name: str) -> None:
    for spelling in (name, f"{name}s", name.replace("_", " ")):
        assert parse_unit(spelling).factor == by_pint(name).magnitude
        assert parse_unit(spelling).offset == 0


@pytest.mark.parametrize(
    ("name", "definition"),
    [("furlong", "201.16840233680467 m"), ("fortnights", "14 day"), ("micrograys", "1e-6 gray")],
)
def test_rare_units_have_the_usual_size(name: str, definition: str) -> None:
    ratio = parse_unit(name).factor / by_pint(definition).magnitude
    assert abs(ratio - 1) < F(1, 10**12)


@pytest.mark.parametrize("prefix", PREFIXES.split())
def test_prefixes_are_accepted_in_full(prefix: str) -> None:
    assert parse_unit(f"{prefix}gram").factor == by_pint(f"{prefix}gram").magnitude


def test_rare_units_may_be_factors() -> None:
    hubble = parse_unit("km/s/megaparsec")
    assert hubble.factor * by_pint("parsec").magnitude == F(1, 1000)


@pytest.mark.parametrize("name", DENIED)
def test_words_of_the_news_are_not_pints_units(name: str) -> None:
    # Only the table's own reading of such a word is left, as of `points` and `kilocalorie`.
    listed = {entry.name for entry in (*ENTRIES, *OWN)}
    for spelling in (name, f"{name}s", f"kilo{name}", f"mega{name}s"):
        found = attempt(spelling)
        assert isinstance(found, UnknownUnit) or found.name in listed


@pytest.mark.parametrize(
    "name",
    """
    M k Md c e R mM au pc ly Da u quarter quarters drop dozen count stone league pica dash kilopoint ton
    pound oz pint degree radian rad tesla siemens speed_of_light avogadro_number planck_length
    electron_mass arcminute turn rpm in a kilokilogram megaton kilometrs km/quarter decibel
    """.split(),
)
def test_what_pint_reads_wrongly_is_no_unit(name: str) -> None:
    unknown(name)


def test_a_barrel_is_one_of_oil() -> None:
    assert parse_unit("barrel").factor == by_pint("oil_barrel").magnitude
    assert parse_unit("barrel").factor != by_pint("barrel").magnitude
    unknown("kilobarrel")


# Advice


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("MWhr", "MWh"),
        ("mwh", "MWh"),
        ("EUR/MWhr", "MWh"),
        ("Tonnes", "tonnes"),
        ("kilometrs", "kilometres"),
        ("furlnog", "furlong"),
        ("usd", "USD"),
        ("eur/MWh", "EUR"),
        ("$", "USD"),
        ("US$", "USD"),
        ("CA$", "CAD"),
        ("$/MWh", "USD"),
        ("M€", "EUR"),
        ("euros", "EUR"),
        ("dollars", "USD"),
        ("dollars américains", "USD"),
        ("Swiss francs", "CHF"),
        ("livres sterling", "GBP"),
        ("qqqq", None),
    ],
)
def test_a_mistyped_unit_comes_with_the_nearest_one(name: str, suggestion: str | None) -> None:
    assert unknown(name).suggestion == suggestion


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("$", "write the ISO 4217 code: USD"),
        ("euros", "write the ISO 4217 code: EUR"),
        ("M", "scale words"),
        ("Md", "scale words"),
        ("quarter", "2025-Q4"),
        ("tons", "short_ton"),
        ("pounds", "lb for the weight"),
        ("degrees", "degC"),
        ("calories", "kcal"),
        ("ounce", "troy_ounce"),
        ("Gb/s", "Mbit"),
        ("inhabitants/km²", "a count has no unit"),
        ("MtCO2e", "the mass alone"),
        ("gCO2/kWh", "the mass alone"),
        ("FLOPs", "FLOPS"),
    ],
)
def test_what_is_said_otherwise_comes_with_advice(name: str, hint: str) -> None:
    assert hint in (unknown(name).hint or "")


def test_advice_is_about_the_part_that_is_unknown() -> None:
    assert unknown("EUR/MWz").name == "MWz"


@given(st.sampled_from(unit_names()), st.integers(0, 20), st.sampled_from(["", "e", "X", " "]))
def test_a_suggestion_is_a_unit(name: str, at: int, typo: str) -> None:
    found = attempt(name[:at] + typo + name[at + 1 :])
    if isinstance(found, UnknownUnit) and found.suggestion is not None:
        assert isinstance(attempt(found.suggestion), Unit)


# Any text


HOSTILE = [
    *["", *" / * ^ ² 1 1/ /m m/ m//s m^ ^2 m^^2 m^- m²³⁻ ٣ m^٣ _ - per $ ¤".split(), " ", "kg²\n"],
    *["\x00", "\x1b[31m", "m\x00", "\ud800", "\u202e", "e\u0301" * 30, "x" * 10_000, "m*" * 5_000],
    *["m^" + "9" * 50, "/" * 60, "per " * 15, "a per " * 10, "-" * 60, "deca" * 15, "meters" * 10],
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_texts_are_no_units_or_harmless_ones(text: str) -> None:
    found = attempt(text)
    if isinstance(found, UnknownUnit):
        assert len(found.name) <= MAX_LENGTH
    else:
        assert found.factor > 0


PIECES = [*"m km / ^ 2 - EUR ² * 99 °C ⁻ parsec % square_metre Mbps".split(), " ", "per "]


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_any_text_is_a_unit_or_unknown(text: str) -> None:
    found = attempt(text)
    if isinstance(found, UnknownUnit):
        assert found.suggestion is None or isinstance(attempt(found.suggestion), Unit)
        return
    assert found.factor > 0
    assert len(found.dimension) < 200
    if len(found.name) <= MAX_LENGTH:
        assert parse_unit(found.name) == found


def test_neither_known_units_nor_typos_load_pint() -> None:
    code = """
import sys
from claimcheck.model.units import UnknownUnit, parse_unit
for name in ("USD", "EUR/MWh", "kilometres per hour", "°C", "kilometre"):
    parse_unit(name)
assert "pint" not in sys.modules and "difflib" not in sys.modules
for name in ("kilometrs", "quarter", "megatons", "some words of prose"):
    try:
        parse_unit(name)
    except UnknownUnit:
        pass
assert "pint" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
