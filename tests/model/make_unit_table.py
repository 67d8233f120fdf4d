"""Writes `claimcheck/model/unit_table.py` from pint: `python tests/model/make_unit_table.py`.

The list of units is kept by hand here; factors, offsets and dimensions come from pint, exactly.
"""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pint

TARGET = Path(__file__).parents[2] / "claimcheck" / "model" / "unit_table.py"

# Display name: pint's name, then every other accepted spelling.
UNITS: dict[str, tuple[str, ...]] = {
    "%": ("percent", "percent", "per cent"),
    "‰": ("permille", "per mille", "per mil"),
    "ppm": ("ppm",),
    "mm": ("millimeter", "millimetre", "millimetres", "millimeter", "millimeters", "millimètres"),
    "cm": ("centimeter", "centimetre", "centimetres", "centimeter", "centimeters", "centimètres"),
    "m": ("meter", "metre", "metres", "meter", "meters", "mètre", "mètres"),
    "km": ("kilometer", "kilometre", "kilometres", "kilometer", "kilometers", "kilomètres"),
    "in": ("inch", "inch", "inches"),
    "ft": ("foot", "foot", "feet"),
    "mile": ("mile", "miles"),
    "nmi": ("nautical_mile", "nautical mile", "nautical miles"),
    "ha": ("hectare", "hectare", "hectares"),
    "acre": ("acre", "acres"),
    "m²": ("meter**2", "m2", "square metre", "square metres", "square meter", "square meters"),
    "km²": ("kilometer**2", "km2", "square kilometre", "square kilometres", "square kilometers"),
    "m³": ("meter**3", "m3", "cubic metre", "cubic metres", "cubic meter", "cubic meters"),
    "sq ft": ("foot**2", "square foot", "square feet"),
    "l": ("liter", "L", "litre", "litres", "liter", "liters"),
    "ml": ("milliliter", "mL"),
    "hl": ("hectoliter", "hL", "hectolitre", "hectolitres"),
    "barrel": ("oil_barrel", "barrels", "bbl"),
    "gallon": ("gallon", "gallons"),
    "µg": ("microgram", "μg", "ug", "microgram", "micrograms"),
    "mg": ("milligram", "milligram", "milligrams"),
    "g": ("gram", "gram", "grams", "gramme", "grammes"),
    "kg": ("kilogram", "kilogram", "kilograms", "kilogramme", "kilogrammes"),
    "t": ("metric_ton", "tonne", "tonnes"),
    "kt": ("kilometric_ton", "kilotonne", "kilotonnes"),
    "Mt": ("megametric_ton", "megatonne", "megatonnes"),
    "Gt": ("gigametric_ton", "gigatonne", "gigatonnes"),
    "lb": ("pound", "lbs"),
    "oz": ("ounce", "ounce", "ounces"),
    "J": ("joule", "joule", "joules"),
    "kJ": ("kilojoule",),
    "MJ": ("megajoule",),
    "GJ": ("gigajoule",),
    "TJ": ("terajoule",),
    "PJ": ("petajoule",),
    "EJ": ("exajoule",),
    "Wh": ("watt_hour", "watt hour", "watt hours"),
    "kWh": ("kilowatt_hour", "kilowatt hour", "kilowatt hours"),
    "MWh": ("megawatt_hour", "megawatt hour", "megawatt hours"),
    "GWh": ("gigawatt_hour", "gigawatt hour", "gigawatt hours"),
    "TWh": ("terawatt_hour", "terawatt hour", "terawatt hours"),
    "kcal": ("kilocalorie", "kilocalorie", "kilocalories"),
    "toe": ("tonne_of_oil_equivalent", "tep"),
    "Mtoe": ("megatonne_of_oil_equivalent", "Mtep"),
    "Btu": ("british_thermal_unit", "BTU"),
    "MMBtu": ("megabritish_thermal_unit", "MMBTU"),
    "W": ("watt", "watt", "watts"),
    "kW": ("kilowatt", "kilowatt", "kilowatts"),
    "MW": ("megawatt", "megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatt", "gigawatts"),
    "TW": ("terawatt", "terawatt", "terawatts"),
    "hp": ("horsepower", "horsepower"),
    "ms": ("millisecond", "millisecond", "milliseconds"),
    "s": ("second", "second", "seconds", "seconde", "secondes"),
    "min": ("minute", "minute", "minutes"),
    "h": ("hour", "hour", "hours", "heure", "heures"),
    "day": ("day", "days", "d", "jour", "jours"),
    "week": ("week", "weeks", "semaine", "semaines"),
    "month": ("month", "months", "mois"),
    "year": ("year", "years", "yr", "an", "ans", "année", "années"),
    "km/h": ("kilometer/hour", "kph", "kmh"),
    "m/s": ("meter/second",),
    "mph": ("mile/hour",),
    "knot": ("knot", "knots", "kn"),
    "bit": ("bit", "bits"),
    "byte": ("byte", "B", "bytes", "octet", "octets"),
    "kB": ("kilobyte", "ko"),
    "MB": ("megabyte", "Mo"),
    "GB": ("gigabyte", "Go"),
    "TB": ("terabyte", "To"),
    "PB": ("petabyte", "Po"),
    "Mbit/s": ("megabit/second", "Mbps"),
    "Gbit/s": ("gigabit/second", "Gbps"),
    "K": ("kelvin", "kelvin"),
    "°C": ("degC", "degC", "degree Celsius", "degrees Celsius"),
    "°F": ("degF", "degF", "degree Fahrenheit", "degrees Fahrenheit"),
    "delta °C": ("delta_degC", "delta degC", "delta_degC"),
    "delta °F": ("delta_degF", "delta degF", "delta_degF"),
    "Pa": ("pascal", "pascal"),
    "hPa": ("hectopascal", "hectopascal"),
    "bar": ("bar",),
    "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz",),
    "MHz": ("megahertz",),
    "GHz": ("gigahertz",),
    "V": ("volt", "volt", "volts"),
    "kV": ("kilovolt", "kilovolt", "kilovolts"),
    "A": ("ampere", "ampere", "amperes"),
    "mA": ("milliampere",),
    "Sv": ("sievert", "sievert", "sieverts"),
    "mSv": ("millisievert", "millisievert", "millisieverts"),
    "Bq": ("becquerel", "becquerel", "becquerels"),
    "mol": ("mole",),
    "mmol": ("millimole",),
}

# Dimensions that pint has not: percentage points are no percentages, operations no pure numbers.
OWN = """\
percentage point|1/100|0|percentage_point:1|pp,point,points,percentage points,percentage_point
basis point|1/10000|0|percentage_point:1|bp,bps,basis points
ppb|1/1000000000|0||
FLOP|1|0|FLOP:1|
FLOPS|1|0|FLOP:1 s:-1|FLOP/s
"""

SHORT = {
    "kilogram": "kg", "meter": "m", "second": "s", "kelvin": "K", "ampere": "A", "mole": "mol",
    "bit": "bit", "count": "count",
}  # fmt: skip


def rows() -> str:
    """The table: display name, factor, offset, base units with exponents, spellings."""
    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    lines = [row(registry, name, *spellings) for name, spellings in UNITS.items()]
    return "\n".join(lines) + "\n" + OWN


def row(registry: Any, name: str, pint_name: str, *spellings: str) -> str:
    """One unit, by pint's exact arithmetic; refuses anything inexact."""
    zero = registry.Quantity(Fraction(0), pint_name).to_base_units()
    one = registry.Quantity(Fraction(1), pint_name).to_base_units()
    factor, offset = one.magnitude - zero.magnitude, zero.magnitude
    assert isinstance(factor, (int, Fraction)), name
    assert isinstance(offset, (int, Fraction)), name
    # pint's own root is the dimension of a unit; it does not tell Sv from Gy, and neither do we.
    parts = {SHORT[str(unit)]: int(power) for unit, power in one.unit_items() if power}
    dimension = " ".join(f"{unit}:{parts[unit]}" for unit in sorted(parts))
    others = dict.fromkeys(s for s in spellings if s != name)
    return f"{name}|{Fraction(factor)}|{Fraction(offset)}|{dimension}|{','.join(others)}"


def module() -> str:
    """The text of the generated module."""
    return (
        '"""Exact factors of the units that news desks meet; written by tests/model/make_unit_table.py.\n\n'
        "Each line: display name | factor | offset | base units with exponents | other spellings.\n"
        f'"""\n\nTABLE = """\\\n{rows()}"""\n'
    )


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
    print(f"wrote {TARGET}")
