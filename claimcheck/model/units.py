"""Units by an allow-list: each name's exact factor and dimension; pint is asked only for rare ones.

pint reads `M` as molar, `k` as Boltzmann's constant and `quarter` as 12.7 kg, so that it never sees a
symbol, nor a word that news use otherwise.
"""

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, NamedTuple

from claimcheck.model.currencies import CODES
from claimcheck.model.unit_table import TABLE
from claimcheck.names import nearest


class Unit(NamedTuple):
    """A unit: value in base units = number * factor + offset; equal dimensions compare."""

    name: str
    """How it is shown."""
    dimension: str
    """Base units with exponents, `kg:1 m:2 s:-2`; a currency's code; empty for a pure number."""
    factor: Fraction
    offset: Fraction

    @property
    def currency(self) -> str | None:
        """The ISO code, if this is money and nothing else."""
        return self.dimension if self.dimension in CODES else None

    @property
    def money(self) -> str | None:
        """The ISO code of the one currency in it, as in EUR or EUR/MWh."""
        if self.dimension in CODES:
            return self.dimension
        codes = [part[:3] for part in self.dimension.split() if part[3:] == ":1"]
        found = [code for code in codes if code in CODES]
        return found[0] if len(found) == 1 else None

    @property
    def species(self) -> str:
        """The dimension, whatever the currency: equal for EUR/MWh and USD/kWh."""
        code = self.money
        return self.dimension.replace(code, "¤") if code else self.dimension


PLAIN = Unit("", "", Fraction(1), Fraction(0))

MAX_LENGTH = 60
MAX_EXPONENT = 9


class UnknownUnit(ValueError):
    """A text that is no unit; `suggestion` is the nearest known name, `hint` a sentence."""

    def __init__(self, name: str, suggestion: str | None = None, hint: str | None = None) -> None:
        super().__init__(f"unknown unit {name!r}")
        self.name = name
        self.suggestion = suggestion
        self.hint = hint


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit:
    """The unit of a name, symbol or code, or of a product or quotient of such (`EUR/MWh`).

    Raises UnknownUnit.
    """
    name = " ".join(text.replace("_", " ").split())
    if not name or len(text) > MAX_LENGTH:
        raise UnknownUnit(text[:MAX_LENGTH])
    unit = _known(name)
    if unit is not None:
        return unit
    if _COMPOUND.search(name):
        return _compound(name)
    unit = _ask_pint(name)
    if unit is not None:
        return unit
    raise _unknown(name)


def unit_names() -> tuple[str, ...]:
    """Every unit name that is accepted as it is, for completion."""
    return (*_table(), *sorted(CODES))


@cache
def _table() -> dict[str, str]:
    """Every spelling of the table with its row."""
    found: dict[str, str] = {}
    for row in TABLE.splitlines():
        name, _, rest = row.partition("|")
        found[name] = row
        for spelling in rest.rpartition("|")[2].split(","):
            if spelling:
                found[spelling.replace("_", " ")] = row
    return found


def _known(name: str) -> Unit | None:
    if name in CODES:
        return Unit(name, name, Fraction(1), Fraction(0))
    row = _table().get(name)
    if row is None:
        return None
    shown, factor, offset, dimension, _ = row.split("|")
    return Unit(shown, dimension, Fraction(factor), Fraction(offset))


_COMPOUND = re.compile(r"[/*·^²³]|-?\d$")
_FACTOR = re.compile(r"([^/*·^²³\d]+?)\s*(?:\^?(-?\d+)|([²³]))?")
_POWERS = {"²": 2, "³": 3}


def _compound(name: str) -> Unit:
    """`g/km`, `kWh/m²`, `km^-2`: factors multiplied, dimensions added up."""
    factor = Fraction(1)
    dimension: dict[str, int] = {}
    sign = 1
    for part in re.split(r"\s*([/*·])\s*", name):
        if part in ("/", "*", "·"):
            sign = -1 if part == "/" else 1
            continue
        match = _FACTOR.fullmatch(part)
        unit = _known(match.group(1)) if match else None
        if match is None or unit is None:
            raise _unknown(match.group(1) if match else part)
        if unit.offset:
            raise UnknownUnit(name, None, f"{unit.name} is no factor; a difference is `delta_degC`")
        power = sign * int(match.group(2) or _POWERS.get(match.group(3), 1))
        if abs(power) > MAX_EXPONENT or not power:
            raise UnknownUnit(name, None, f"exponents go from 1 to {MAX_EXPONENT}")
        factor *= unit.factor**power
        for base, exponent in _exponents(unit.dimension):
            dimension[base] = dimension.get(base, 0) + exponent * power
    parts = [f"{base}:{exponent}" for base, exponent in sorted(dimension.items()) if exponent]
    shown = re.sub(r"\s*([/*·])\s*", r"\1", name)
    return Unit(shown, _key(parts), factor, Fraction(0))


def multiply_dimensions(one: str, other: str, power: int) -> str:
    """The key of one dimension times another one to a power; `¤` stands for any currency."""
    found = dict(_exponents(one))
    for base, exponent in _exponents(other):
        found[base] = found.get(base, 0) + exponent * power
    return _key([f"{base}:{exponent}" for base, exponent in sorted(found.items()) if exponent])


def _exponents(dimension: str) -> list[tuple[str, int]]:
    if dimension in CODES:
        return [(dimension, 1)]
    pairs = (part.split(":") for part in dimension.split())
    return [(base, int(exponent)) for base, exponent in pairs]


def _key(parts: list[str]) -> str:
    """The dimension's key; a lone currency has its code."""
    if len(parts) == 1 and parts[0].endswith(":1") and parts[0][:-2] in CODES:
        return parts[0][:-2]
    return " ".join(parts)


# Names that pint defines and that mean something else, or several things, in the news.
_NOT_UNITS = frozenset(
    """
    quarter point dash drop pica stone league count counts dozen score gross pound ounce ton tons ream sheet
    turn circle cycle revolution degree radian step stick cup pinch hand hands palm finger span nail line
    lines link links chain rod pole perch cable rope barn shed slug grain scruple peck bushel firkin hogshead
    billion million thousand percent permille speed case cases bit jig shot pony magnum number unity
    number_of_electrons particle molar candela lumen census decade century millennium
    """.split()
)
_FULL_NAME = re.compile(r"[a-z]{4,}(?: [a-z]+)*")


def _ask_pint(name: str) -> Unit | None:
    """A unit that pint knows by its full name (`furlong`, `megaparsec`); never by a symbol."""
    if not _FULL_NAME.fullmatch(name) or not _NOT_UNITS.isdisjoint((name, name.removesuffix("s"))):
        return None
    pint_name = name.replace(" ", "_")
    registry = _registry()
    roots = [prefix + root for prefix, root, _ in registry.parse_unit_name(pint_name)]
    if pint_name not in (*roots, *(f"{root}s" for root in roots)):
        return None
    zero, one = (registry.Quantity(Fraction(n), pint_name).to_base_units() for n in (0, 1))
    if zero.magnitude or not isinstance(one.magnitude, (int, Fraction)):
        return None  # an offset, or a factor with pi in it
    parts = [f"{_SHORT.get(str(unit), str(unit))}:{int(n)}" for unit, n in one.unit_items() if n]
    return Unit(name, " ".join(sorted(parts)), Fraction(one.magnitude), Fraction(0))


_SHORT = {
    "kilogram": "kg",
    "meter": "m",
    "second": "s",
    "kelvin": "K",
    "ampere": "A",
    "mole": "mol",
}


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Fraction)


_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "US$": "USD", "k€": "EUR", "M€": "EUR"}
_WORDS = {
    **dict.fromkeys(("dollar", "dollars"), "USD"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("people", "persons", "personnes", "habitants", "inhabitants"), ""),
}


def _unknown(name: str) -> UnknownUnit:
    """The error for a name, with the nearest known one or a word of advice."""
    if name in _SYMBOLS:
        return UnknownUnit(name, _SYMBOLS[name], "write the ISO 4217 code after the number")
    word = _WORDS.get(name.lower())
    if word is not None:
        return UnknownUnit(name, word or None, None if word else "a count has no unit")
    if name.upper() in CODES:
        return UnknownUnit(name, name.upper())
    folded = {known.casefold(): known for known in unit_names()}
    return UnknownUnit(name, folded.get(name.casefold()) or nearest(name, unit_names()))
