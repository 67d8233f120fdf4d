"""Writes `claimcheck/model/unit_table.py` from pint: `python tests/model/make_unit_table.py`.

The names are kept by hand here; factors, offsets and dimensions come from pint, exactly.
"""

import re
import textwrap
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pint

TARGET = Path(__file__).parents[2] / "claimcheck" / "model" / "unit_table.py"

# What is shown = pint's name; other accepted spellings, "(s)" for singular and plural. A month and a
# year are pint's: a year is 365.25 days, a month a twelfth of it. A barrel is one of oil, a gallon
# one of the US, a calorie 4.184 J, hp the mechanical and ch the metric horsepower. By convention a barrel
# of oil equivalent has 5.8 million Btu, a tonne of coal equivalent 7 Gcal.
UNITS = """
% = percent; percent, per cent, pour cent, pourcent
‰ = permille; per mille, pour mille
ppm = ppm;
ppb = ppm / 1000;

nm = nanometer; nanometre(s), nanometer(s), nanomètre(s)
µm = micrometer; um, micrometre(s), micrometer(s), micromètre(s)
mm = millimeter; millimetre(s), millimeter(s), millimètre(s)
cm = centimeter; centimetre(s), centimeter(s), centimètre(s)
dm = decimeter; decimetre(s), decimeter(s), décimètre(s)
m = meter; metre(s), meter(s), mètre(s)
hm = hectometer; hectometre(s), hectometer(s), hectomètre(s)
km = kilometer; kilometre(s), kilometer(s), kilomètre(s)
inch = inch; inches
ft = foot; foot, feet
yd = yard; yard(s)
mile = mile; miles, mi
nmi = nautical_mile; nautical mile(s)
astronomical unit = astronomical_unit; astronomical units, unité(s) astronomique(s)
light year = light_year; light years, année(s) lumière(s), années lumière
parsec = parsec; parsecs

m² = meter ** 2; m2, square metre(s), square meter(s), mètre(s) carré(s)
km² = kilometer ** 2; km2, square kilometre(s), square kilometer(s), kilomètre(s) carré(s)
ha = hectare; hectare(s)
acre = acre; acres
sq ft = square_foot; sqft, square foot, square feet
sq mi = square_mile; square mile(s)

ml = milliliter; mL, millilitre(s), milliliter(s)
cl = centiliter; cL, centilitre(s), centiliter(s)
dl = deciliter; dL, décilitre(s), decilitre(s), deciliter(s)
l = liter; L, litre(s), liter(s)
hl = hectoliter; hL, hectolitre(s), hectoliter(s)
m³ = meter ** 3; m3, cubic metre(s), cubic meter(s), mètre(s) cube(s)
bcm = 1000000000 * meter ** 3; billion cubic metres, billion cubic meters
hm³ = hectometer ** 3; hm3, cubic hectometre(s), cubic hectometer(s), hectomètre(s) cube(s)
bcf = 1000000000 * cubic_foot; Bcf, billion cubic feet
tcf = 1000000000000 * cubic_foot; Tcf, trillion cubic feet
acre foot = acre_foot; acre feet
barrel = oil_barrel; barrels, bbl, oil barrel(s), baril(s)
gallon = gallon; gallons, US gallon(s)
imperial gallon = imperial_gallon; imperial gallons
cup = cup; cups
tablespoon = tablespoon; tablespoons
teaspoon = teaspoon; teaspoons

ng = nanogram; nanogram(s), nanogramme(s)
µg = microgram; ug, microgram(s), microgramme(s)
mg = milligram; milligram(s), milligramme(s)
g = gram; gram(s), gramme(s)
kg = kilogram; kilogram(s), kilogramme(s)
quintal = 100 * kilogram; quintals, quintaux
t = metric_ton; tonne(s), metric ton(s)
kt = 1000 * metric_ton; kilotonne(s)
Mt = 1000000 * metric_ton; megatonne(s), mégatonne(s)
Gt = 1000000000 * metric_ton; gigatonne(s)
lb = pound; lbs
short ton = short_ton; short tons
long ton = long_ton; long tons
avoirdupois ounce = avoirdupois_ounce; avoirdupois ounces
troy ounce = troy_ounce; troy ounces, ozt

J = joule; joule(s)
kJ = kilojoule; kilojoule(s)
MJ = megajoule; megajoule(s), mégajoule(s)
GJ = gigajoule; gigajoule(s)
TJ = terajoule; terajoule(s), térajoule(s)
PJ = petajoule; petajoule(s), pétajoule(s)
EJ = exajoule; exajoule(s)
Wh = watt_hour; watt hour(s), wattheure(s)
kWh = kilowatt_hour; kilowatt hour(s), kilowattheure(s)
MWh = megawatt_hour; megawatt hour(s), mégawattheure(s)
GWh = gigawatt_hour; gigawatt hour(s), gigawattheure(s)
TWh = terawatt_hour; terawatt hour(s), térawattheure(s)
PWh = petawatt_hour; petawatt hour(s), pétawattheure(s)
cal = calorie;
kcal = kilocalorie; kilocalorie(s)
toe = tonne_of_oil_equivalent; tep, tonne(s) of oil equivalent
ktoe = 1000 * tonne_of_oil_equivalent; ktep
Mtoe = 1000000 * tonne_of_oil_equivalent; Mtep
boe = 5800000 * british_thermal_unit; bep, barrel(s) of oil equivalent, baril(s) équivalent pétrole
tce = 7000000000 * international_calorie; tec, tonne(s) of coal equivalent, tonne(s) équivalent charbon
Mtce = 7000000000000000 * international_calorie; Mtec
Btu = british_thermal_unit; BTU, British thermal unit(s)
MMBtu = 1000000 * british_thermal_unit; MMBTU
therm = therm; therms
keV = kiloelectron_volt; kiloelectronvolt(s), kiloélectronvolt(s)
MeV = megaelectron_volt; megaelectronvolt(s), mégaélectronvolt(s)
GeV = gigaelectron_volt; gigaelectronvolt(s), gigaélectronvolt(s)
TeV = teraelectron_volt; teraelectronvolt(s), téraélectronvolt(s)

W = watt; watt(s)
kW = kilowatt; kilowatt(s)
MW = megawatt; megawatt(s), mégawatt(s)
GW = gigawatt; gigawatt(s)
TW = terawatt; terawatt(s), térawatt(s)
hp = horsepower; horsepower
ch = metric_horsepower; metric horsepower, cheval-vapeur, chevaux

ns = nanosecond; nanosecond(s), nanoseconde(s)
µs = microsecond; microsecond(s), microseconde(s)
ms = millisecond; millisecond(s), milliseconde(s)
s = second; sec, second(s), seconde(s)
min = minute; minute(s)
h = hour; hr, hour(s), heure(s)
day = day; d, days, jour(s)
week = week; weeks, semaine(s)
month = month; months, mois
year = year; yr, years, an(s), année(s)
decade = 10 * year; decades, décennie(s)
century = century; centuries, siècle(s)
millennium = millennium; millennia, millenniums, millénaire(s)

km/h = kilometer / hour; kph, kmh
mph = mile / hour;
knot = knot; knots, kn, nœud(s)

Hz = hertz; hertz
kHz = kilohertz; kilohertz
MHz = megahertz; megahertz, mégahertz
GHz = gigahertz; gigahertz
THz = terahertz; terahertz, térahertz

bit = bit; bits
kbit = kilobit; kilobit(s)
Mbit = megabit; megabit(s), mégabit(s)
Gbit = gigabit; gigabit(s)
Tbit = terabit; terabit(s), térabit(s)
byte = byte; B, bytes, octet(s)
kB = kilobyte; ko, kilobyte(s), kilooctet(s)
MB = megabyte; Mo, megabyte(s), mégaoctet(s)
GB = gigabyte; Go, gigabyte(s), gigaoctet(s)
TB = terabyte; To, terabyte(s), téraoctet(s)
PB = petabyte; Po, petabyte(s), pétaoctet(s)
EB = exabyte; Eo, exabyte(s), exaoctet(s)
ZB = zettabyte; Zo, zettabyte(s), zettaoctet(s)
KiB = kibibyte; kibibyte(s)
MiB = mebibyte; mebibyte(s)
GiB = gibibyte; gibibyte(s)
TiB = tebibyte; tebibyte(s)
kbit/s = kilobit / second; kbps
Mbit/s = megabit / second; Mbps
Gbit/s = gigabit / second; Gbps
Tbit/s = terabit / second; Tbps

K = kelvin; kelvin(s)
°C = degree_Celsius; degC, Celsius, degree(s) Celsius, degré(s) Celsius
°F = degree_Fahrenheit; degF, Fahrenheit, degree(s) Fahrenheit, degré(s) Fahrenheit
delta °C = delta_degree_Celsius; delta degC
delta °F = delta_degree_Fahrenheit; delta degF

Pa = pascal; pascal(s)
hPa = hectopascal; hectopascal(s)
kPa = kilopascal; kilopascal(s)
MPa = megapascal; megapascal(s), mégapascal(s)
GPa = gigapascal; gigapascal(s)
mbar = millibar; millibar(s)
bar = bar; bars
psi = pound_force_per_square_inch;
mmHg = millimeter_Hg; mm Hg

N = newton; newton(s)
kN = kilonewton; kilonewton(s)
MN = meganewton; meganewton(s), méganewton(s)
Nm = newton * meter; newton metre(s), newton meter(s)

mV = millivolt; millivolt(s)
V = volt; volt(s)
kV = kilovolt; kilovolt(s)
mA = milliampere; milliampere(s), milliampère(s)
A = ampere; ampere(s), ampère(s), amp(s)
kA = kiloampere; kiloampere(s), kiloampère(s)
mAh = milliampere_hour; milliampere hour(s)
Ah = ampere_hour; ampere hour(s)
Ω = ohm; ohm(s)

mol = mole; mole(s)
mmol = millimole; millimole(s)
µmol = micromole; umol, micromole(s)

nSv = nanosievert; nanosievert(s)
µSv = microsievert; uSv, microsievert(s)
mSv = millisievert; millisievert(s)
Sv = sievert; sievert(s)
mGy = milligray; milligray(s)
Gy = gray; gray(s)
Bq = becquerel; becquerel(s)
kBq = kilobecquerel; kilobecquerel(s)
MBq = megabecquerel; megabecquerel(s), mégabecquerel(s)
GBq = gigabecquerel; gigabecquerel(s)
TBq = terabecquerel; terabecquerel(s), térabecquerel(s)
PBq = petabecquerel; petabecquerel(s), pétabecquerel(s)

l/100km = liter / (100 * kilometer); L/100km, l/100 km, L/100 km
kWh/100km = kilowatt_hour / (100 * kilometer); kWh/100 km
"""

# What pint does not have: percentage points, which are no percentages, and operations of computers.
# What is shown = factor, dimension; other accepted spellings.
OWN = """
percentage point = 1/100 percentage_point:1; pp, point(s), percentage points, point(s) de pourcentage
basis point = 1/10000 percentage_point:1; bp, bps, basis points, point(s) de base
FLOP = 1 FLOP:1;
FLOPS = 1 FLOP:1 s:-1; FLOP/s
GFLOPS = 1000000000 FLOP:1 s:-1; gigaFLOPS, gigaflops, GFLOP/s
TFLOPS = 1000000000000 FLOP:1 s:-1; teraFLOPS, teraflops, téraflops, TFLOP/s
PFLOPS = 1000000000000000 FLOP:1 s:-1; petaFLOPS, petaflops, pétaflops, PFLOP/s
EFLOPS = 1000000000000000000 FLOP:1 s:-1; exaFLOPS, exaflops, EFLOP/s
"""

# Names that pint has and that are no units here, nor with a prefix, by the reason for it.
DENIED = {
    # In prose these are hardly ever the unit: a third quarter, 40 points, a gold league, five shots.
    "said of other things": """
        barn chain count cup dash dot drop fifth gamma grade grain hand lambda league line link minim
        particle peck perch pica pixel point poise pole quarter rod score section shake shot slug step
        stick stone strain turn zeta
    """,
    # "Deliveries of 422,000 Teslas"; the unit after a person or a town is rare beside its namesake.
    "people, firms and towns": """
        aberdeen biot bohr clausius curie dalton darcy debye faraday fermi franklin galileo gauss gilbert
        hartree henry lambert langley maxwell oersted rutherford rydberg siemens stokes svedberg tesla
        torr townsend weber
    """,
    # One name, several sizes: short, long and metric tons, ounces of gold and of flour, pounds of
    # weight and sterling, US and British pints, the food calorie of 4,184 J; pint's plain barrel
    # is not the barrel of oil. A baud is pint's bit a second, but a symbol may carry more bits.
    "several sizes": """
        barrel baud bushel calorie carat degree dram gill hogshead hundredweight jute ounce pint pound
        pounds quart radian ton
    """,
    # pint takes apparent power, in volt-amperes, for power; the others are of one trade, or ratios.
    "of no news": """
        absorbance_unit ampere_turn angstrom_star biot_turn bits_per_pixel cicero css_pixel decitex denier
        didot dtex gamma_mass number_english number_meter percent permille pixels_per_centimeter
        pixels_per_inch rads refractive_index_unit scaled_point scruple sound_pressure_level
        standard_liter_per_minute tansec thou unit_pole volt_ampere
    """,
}
_DENIED = frozenset(" ".join(DENIED.values()).split())
_DENIED_FAMILIES = re.compile(
    r"(ab|stat|tex_|planck_|atomic_|mean_international_|number_)\w+|\w+_(constant|mass|number)"
)

PREFIXES = (
    "quecto ronto yocto zepto atto femto pico nano micro milli centi deci deca hecto kilo mega giga tera "
    "peta exa zetta yotta ronna quetta kibi mebi gibi tebi pebi exbi zebi yobi"
)

# pint's base units, and what a dimension calls them.
BASES = {
    "kilogram": "kg", "meter": "m", "second": "s", "kelvin": "K", "ampere": "A", "mole": "mol",
    "candela": "cd", "bit": "bit", "count": "count",
}  # fmt: skip


class Entry(NamedTuple):
    """A line of UNITS or OWN: what is shown, its definition, the other spellings."""

    name: str
    definition: str
    spellings: tuple[str, ...]


def entries(text: str) -> list[Entry]:
    """The lines of UNITS or OWN."""
    return [_entry(line) for line in text.splitlines() if line]


def _entry(line: str) -> Entry:
    name, rest = line.split(" = ")
    definition, _, spellings = rest.partition(";")
    texts = [text.strip() for text in spellings.split(",") if text.strip()]
    both = [text.replace("(s)", ending) for text in texts for ending in ("", "s")]
    return Entry(name, definition, tuple(dict.fromkeys(s for s in both if s != name)))


@cache
def registry(pi: str | None = None) -> Any:
    """pint's units in exact fractions; with another `pi`, to see what hangs on it."""
    if pi is None:
        return pint.UnitRegistry(non_int_type=Fraction)
    changed: Any = pint.UnitRegistry(non_int_type=Fraction, on_redefinition="ignore")
    changed.define(f"pi = {pi} = π")
    return changed


def in_base(definition: str, pi: str | None = None) -> tuple[Fraction, Fraction, str]:
    """Factor, offset and dimension of a unit by pint; raises ValueError for anything inexact."""
    unit = registry(pi).parse_expression(definition)
    zero, one = (_to_base(unit, number) for number in (0, 1))
    factor, offset = one.magnitude - zero.magnitude, zero.magnitude
    if not isinstance(factor, (int, Fraction)) or not isinstance(offset, (int, Fraction)):
        raise ValueError(f"{definition}: not exact")
    exponents = {str(unit): Fraction(power) for unit, power in one.unit_items() if power}
    if exponents.keys() - BASES.keys() or any(p.denominator > 1 for p in exponents.values()):
        raise ValueError(f"{definition}: no plain dimension")
    parts = sorted((BASES[unit], int(power)) for unit, power in exponents.items())
    dimension = " ".join(f"{base}:{power}" for base, power in parts)
    return Fraction(factor), Fraction(offset), dimension


def _to_base(unit: Any, number: int) -> Any:
    return type(unit)(unit.magnitude * number, unit.units).to_base_units()


def rows() -> str:
    """The table: what is shown, factor, offset, dimension, spellings."""
    lines = []
    for name, definition, spellings in entries(UNITS):
        factor, offset, dimension = in_base(definition)
        lines.append(f"{name}|{factor}|{offset}|{dimension}|{','.join(spellings)}")
    for name, definition, spellings in entries(OWN):
        factor_text, _, dimension = definition.partition(" ")
        lines.append(f"{name}|{factor_text}|0|{dimension}|{','.join(spellings)}")
    return "\n".join(lines) + "\n"


def rare() -> list[str]:
    """The full names for which pint may be asked."""
    constants = _constants()
    return [
        name
        for name in registry()
        if re.fullmatch(r"[a-z_]{4,}", name)
        and name not in _DENIED | constants
        and not _DENIED_FAMILIES.fullmatch(name)
        and _is_root(name)
        and _is_plain(name)
    ]


def _constants() -> frozenset[str]:
    """Constants of nature, which pint has among its units."""
    text = (Path(pint.__file__).parent / "constants_en.txt").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^(\w+) *=", text, re.MULTILINE))


def _is_root(name: str) -> bool:
    """Whether it is the unit's own name, without a prefix, not an alias."""
    readings = registry().parse_unit_name(name)
    prefixed = any(name.startswith(p) and name[len(p) :] in registry() for p in PREFIXES.split())
    return ("", name, "") in readings and not prefixed


def _is_plain(name: str) -> bool:
    """Whether it is an exact multiple of base units that does not hang on pi."""
    try:
        found, changed = in_base(name), in_base(name, pi="3")
    except ValueError:
        return False
    return found == changed and found[0] > 0 and found[1] == 0


def module() -> str:
    """The text of the generated module."""
    return f'''"""Units and their exact factors, as `tests/model/make_unit_table.py` writes and explains them.

A line of TABLE: what is shown | factor | offset | dimension | other spellings.
"""

TABLE = """\\
{rows()}"""

# Full names of pint, and prefixes that may stand before them, for which pint itself is asked.
RARE = """\\
{_wrapped(rare())}
"""

PREFIXES = """\\
{_wrapped(PREFIXES.split())}
"""

# The base units of pint, and what a dimension calls them.
BASES = """\\
{_wrapped([f"{long}={short}" for long, short in BASES.items()])}
"""
'''


def _wrapped(words: list[str]) -> str:
    return textwrap.fill(" ".join(words), 98, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
    print(f"wrote {TARGET}")
