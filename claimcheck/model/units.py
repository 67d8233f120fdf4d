"""Units by an allow-list: each name's exact factor and dimension; pint is asked only for rare ones.

pint reads `M` as molar, `k` as Boltzmann's constant and `quarter` as 12.7 kg, so that it never sees a
symbol, nor a word that news use otherwise.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from claimcheck.catalogue import tell
from claimcheck.exact import Fraction
from claimcheck.model.currencies import CODES, currencies
from claimcheck.model.unit_table import BASES, PREFIXES, RARE, TABLE
from claimcheck.names import nearest

MAX_LENGTH = 60
MAX_EXPONENT = 9


class Unit(NamedTuple):
    """A unit: value in base units = number * factor + offset; equal dimensions compare."""

    name: str
    """How it is shown; `parse_unit` reads it back."""
    dimension: str
    """Base units with exponents, `kg:1 m:2 s:-2`; a currency's code; empty for a pure number."""
    factor: Fraction
    offset: Fraction
    """Not 0 for degrees Celsius and Fahrenheit, which are points of a scale."""

    @property
    def currency(self) -> str | None:
        """The ISO code, if this is money and nothing else."""
        return self.dimension if self.dimension in CODES else None

    @property
    def money(self) -> str | None:
        """The ISO code of the one currency in it, as in EUR or EUR/MWh."""
        found = [base for base, power in _exponents(self.dimension) if base in CODES and power == 1]
        return found[0] if len(found) == 1 else None

    @property
    def species(self) -> str:
        """The dimension, with `¤` for whatever currency: equal for EUR/MWh and USD/kWh."""
        code = self.money
        if code is None:
            return self.dimension
        return _key({"¤" if b == code else b: power for b, power in _exponents(self.dimension)})


PLAIN = Unit("", "", Fraction(1), Fraction(0))


class UnknownUnit(ValueError):
    """A text that is no unit: the part that is none, the nearest known unit, a word of advice."""

    def __init__(self, name: str, suggestion: str | None = None, hint: str | None = None) -> None:
        super().__init__(f"unknown unit {name!r}")
        self.name = name
        self.suggestion = suggestion
        self.hint = hint


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit:
    """The unit of a name, symbol or code, or of a product or quotient of such (`EUR/MWh`).

    Spaces, `_` and the hyphen between words are alike; `per` is `/`. Raises UnknownUnit.
    """
    if len(text) > MAX_LENGTH:
        raise UnknownUnit(
            text[:MAX_LENGTH], None, tell("a unit has at most {} characters", MAX_LENGTH)
        )
    name = _tidy(text)
    unit = _single(name)
    if unit is not None:
        return unit
    quotient = re.sub(_PER, "/", name)
    if re.search(_SIGN, quotient):
        return _compound(quotient)
    raise _unknown(name)


@cache
def unit_names() -> tuple[str, ...]:
    """Every name that is accepted as it is and without pint, for completion."""
    return (*_table(), *sorted(CODES))


def multiply_dimensions(one: str, other: str, power: int) -> str:
    """The key of one dimension times another one to a power; `¤` stands for any currency."""
    found = dict(_exponents(one))
    for base, exponent in _exponents(other):
        found[base] = found.get(base, 0) + exponent * power
    return _key(found)


# Patterns stay text: compiling them costs more than all else that this module does at import.
_PER = r"(?:^|[\s_]+)(?:per|par)[\s_]+(?!cent\b|mille\b)"
_SIGN = r"[/*·^⁻⁰¹²³⁴⁵⁶⁷⁸⁹]|[23]$"
_FACTOR = r"(.*?[^\s^⁻⁰¹²³⁴⁵⁶⁷⁸⁹])(?:\^(-?[0-9]+)|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|([23]))?"
_DIGITS, _RAISED = "-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
_LIKE = str.maketrans({"μ": "µ", "⋅": "·", "−": "-", "℃": "°C", "℉": "°F"})


def _tidy(text: str) -> str:
    """The text with plain spaces, and one code point for each letter and sign."""
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFC", text).translate(_LIKE)
    return " ".join(text.split())


@cache
def _table() -> dict[str, str]:
    """Every spelling of the table with its row."""
    found: dict[str, str] = {}
    for row in TABLE.splitlines():
        name, _, rest = row.partition("|")
        spellings = rest.rpartition("|")[2]
        found |= dict.fromkeys((name, *spellings.split(",")) if spellings else (name,), row)
    return found


def _single(name: str) -> Unit | None:
    """A currency, a unit of the table or a rare one."""
    if name in CODES:
        return Unit(name, name, Fraction(1), Fraction(0))
    spelling = name.replace("_", " ")
    row = _table().get(spelling)
    if row is None:
        spelling = re.sub(r"(?<=[^\W\d])-(?=[^\W\d])", " ", spelling)
        row = _table().get(spelling)
    if row is None:
        return _rare(spelling)
    shown, factor, offset, dimension, _ = row.split("|")
    return Unit(shown, dimension, Fraction(factor), Fraction(offset))


def _compound(name: str) -> Unit:
    """`g/km`, `kWh/m²`, `km^-2`, `/year`: factors multiplied, exponents added up."""
    parts = re.split(r"\s*([/*·])\s*", name)
    parts = parts[1:] if parts[0] in ("", "1") and parts[1:2] == ["/"] else ["", *parts]
    signs, texts = parts[::2], parts[1::2]
    if "/" in signs and not {"*", "·"}.isdisjoint(signs[signs.index("/") :]):
        hint = tell("a product after `/` is read in two ways: W/m²/K is W/(m²·K)")
        raise UnknownUnit(name, None, hint)
    shown, dimension, number = "", "", Fraction(1)
    for sign, text in zip(signs, texts, strict=True):
        factor, power = _factor(text, name)
        shown += ("·" if sign == "*" else sign) + factor.name
        power = -power if sign == "/" else power
        number *= factor.factor**power
        dimension = multiply_dimensions(dimension, factor.dimension, power)
    return Unit(re.sub("^/", "per ", shown), dimension, number, Fraction(0))


def _factor(text: str, whole: str) -> tuple[Unit, int]:
    """A factor of a compound, with the name by which that shows it, and its power."""
    match = re.fullmatch(_FACTOR, text)
    unit = _single(match[1]) if match else None
    if match is None:
        raise _unknown(text or whole)
    name, caret, raised, digit = match.groups()
    if unit is None:
        raise _unknown(text if digit else name)
    power = int(caret or (raised or digit or "1").translate(_LOWERED))
    if not 1 <= abs(power) <= MAX_EXPONENT:
        raise UnknownUnit(
            whole, None, tell("exponents go from -{} to {}, without 0", MAX_EXPONENT, MAX_EXPONENT)
        )
    if unit.offset:
        difference = f"delta_deg{unit.name[-1]}"
        hint = tell("a degree is a point of a scale; the difference is {}", difference)
        raise UnknownUnit(whole, difference, hint)
    # What is shown must read back: `Mbit/s` and `m²` would lend a compound their sign or exponent.
    if not ("/" in unit.name or (power != 1 and re.search(_SIGN, unit.name))):
        name = unit.name
    return unit._replace(name=name + _superscript(power)), power


def _exponents(dimension: str) -> list[tuple[str, int]]:
    """The inverse of `_key`; what has no exponent has 1."""
    parts = (part.partition(":") for part in dimension.split())
    return [(base, int(exponent or 1)) for base, _, exponent in parts]


def _key(exponents: dict[str, int]) -> str:
    """A dimension as text: its base units in the order of their letters; a lone currency's code."""
    parts = [(base, exponent) for base, exponent in sorted(exponents.items()) if exponent]
    if len(parts) == 1 and parts[0][1] == 1 and parts[0][0] in CODES:
        return parts[0][0]
    return " ".join(f"{base}:{exponent}" for base, exponent in parts)


def _superscript(power: int) -> str:
    return "" if power == 1 else str(power).translate(_LIFTED)


_LIFTED = str.maketrans(_DIGITS, _RAISED)
_LOWERED = str.maketrans(_RAISED, _DIGITS)


@lru_cache(maxsize=1024)
def _rare(name: str) -> Unit | None:
    """A unit that pint knows by its full name (`furlong`, `megaparsec`); never by a symbol."""
    singular = next(filter(_may_be_asked, (name, name.removesuffix("s"))), None)
    if singular is None:
        return None
    registry = _registry()
    try:
        one = registry.Quantity(Fraction(1), singular.replace(" ", "_")).to_base_units()
    except AttributeError:  # pint's error for a unit that this version of it does not have
        return None
    bases = dict(pair.split("=") for pair in BASES.split())
    exponents = {bases[str(base)]: int(power) for base, power in one.unit_items()}
    return Unit(singular, _key(exponents), Fraction(one.magnitude), Fraction(0))


def _may_be_asked(name: str) -> bool:
    """Whether it is a full name, or a full prefix before one; `_` may stand for the spaces."""
    name, roots = name.replace(" ", "_"), RARE.split()
    return name in roots or any(
        name.startswith(prefix) and name[len(prefix) :] in roots for prefix in PREFIXES.split()
    )


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Fraction)


def _unknown(name: str) -> UnknownUnit:
    return UnknownUnit(name, *_advice(name))


@lru_cache(maxsize=1024)
def _advice(name: str) -> tuple[str | None, str | None]:
    """What an unknown name may have meant, and what to do about it."""
    word = name.replace("_", " ").casefold()
    for key in (word, word.removesuffix("s")):
        if key in _MEANT:
            return None, _MEANT[key]
    code = _money(name, word)
    if code is not None:
        return code, tell("write the ISO 4217 code: {}", code)
    if "CO2" in name or "CO₂" in name:
        return None, tell(
            "write the mass alone (t, g/km); of which gas it is belongs to the attribute"
        )
    names = (*unit_names(), *(rare.replace("_", " ") for rare in RARE.split()))
    same = next((known for known in names if known.casefold() == word), None)
    return same or nearest(name, names), None


def _money(name: str, word: str) -> str | None:
    """The currency of a symbol, a code in small letters or a name."""
    if name.upper() in CODES:
        return name.upper()
    for symbol, code in _SYMBOLS.items():
        if symbol in name:
            return code
    singulars = {word, word.removesuffix("s"), " ".join(w.removesuffix("s") for w in word.split())}
    for code, names in currencies().items():
        if not singulars.isdisjoint(text.casefold() for text in names.values()):
            return code
    return next((code for noun, code in _NOUNS.items() if noun in singulars), None)


# The longer ones first, since they end in the shorter ones.
_SYMBOLS = {
    "US$": "USD", "CA$": "CAD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "A$": "AUD", "C$": "CAD",
    "R$": "BRL", "S$": "SGD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS",
}  # fmt: skip
# Names that several currencies share, and the one that is meant where no other is named.
_NOUNS = {"dollar": "USD", "franc": "CHF", "rouble": "RUB", "ruble": "RUB", "renminbi": "CNY"}

_SCALE = tell(
    "scale words stand before the unit, in full: {}", "thousand, million, billion, trillion"
)
_BITS = tell("write MB for bytes, Mbit for bits")
_COUNT = tell("a count has no unit")
_SIZES = tell("it has several sizes: write litres (l) or kilograms (kg)")
# Words that stand beside numbers in the news and are no units, or several; in lower case.
_MEANT = {
    **dict.fromkeys("thousand million billion trillion milliard bn mn mrd md k m".split(), _SCALE),
    **dict.fromkeys("kb mb gb tb".split(), _BITS),
    **dict.fromkeys("people person personne habitant inhabitant household ménage".split(), _COUNT),
    **dict.fromkeys("pint quart cup bushel hundredweight gill".split(), _SIZES),
    **dict.fromkeys(("dozen", "douzaine"), tell("write the number: a dozen is 12")),
    **dict.fromkeys(
        "cent centime penny pence".split(), tell("write a part of the currency: {}", "0.05 EUR")
    ),
    **dict.fromkeys(("pound", "livre"), tell("write lb for the weight, GBP for the money")),
    **dict.fromkeys(
        ("ounce", "once", "oz"), tell("write troy_ounce for metals, else avoirdupois_ounce")
    ),
    **dict.fromkeys(
        ("degree", "degré", "°"), tell("write degC or degF; a difference is delta_degC")
    ),
    "quarter": tell("a quarter of a year is written as its date (2025-Q4) or as 3 months"),
    "ton": tell("write t for 1000 kg, short_ton for 907 kg, long_ton for 1016 kg"),
    "calorie": tell("write kcal for the calorie of food, cal for 4.184 J"),
    "carat": tell("write g for gems (0.2 g each); the fineness of gold is a share"),
    "flop": tell("write FLOP for operations, FLOPS for operations per second"),
    "mbtu": tell("write MMBtu for a million Btu"),
}
