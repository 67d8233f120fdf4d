"""How values are written: as a claim file encodes them, and as an article would say them.

A value is always written so that the truth lies in what it claims: rounded to the nearest, bounded from the
right side. What a claim encodes and what its quote says are two forms of one choice.
"""

import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import NamedTuple

from tests.bench.world import Fact


class Written(NamedTuple):
    """One way of writing a value: as YAML, and in the words of either language."""

    yaml: str
    en: str
    fr: str


class _Mark(NamedTuple):
    """What stands before a number; `end` tells on which side of the truth the number lies."""

    yaml: str
    en: str
    fr: str
    end: str = ""


class _Number(NamedTuple):
    """Digits with the power of ten and the unit that follow them."""

    digits: str
    scale: int
    unit: str


def write_value(fact: Fact, dice: random.Random, plain: bool = False) -> Written:
    """One way of writing the value of a fact; `plain` leaves it without bounds and ranges."""
    if isinstance(fact.value, str):
        return _date(fact.value, dice, plain)
    if not plain and dice.random() < 0.09:
        return _range(fact.value, fact.unit, dice)
    mark = dice.choice(_MARKS) if not plain and dice.random() < 0.4 else _PLAIN
    return _marked(mark, fact.value, fact.unit, dice)


def _marked(mark: _Mark, value: Decimal, unit: str, dice: random.Random) -> Written:
    notation = dice.choice(_NOTATIONS)
    if mark.end == "low":
        number = _significant(value * Decimal("0.93"), 2, ROUND_DOWN)
    elif mark.end == "high":
        number = _significant(value * Decimal("1.07"), 2, ROUND_UP)
    elif mark is not _PLAIN:
        number = _significant(value, 2)
    else:
        number = _rounded(value, unit, notation, dice)
    shown = _number(number, unit)
    text = mark.yaml + _encode(number, shown, notation)
    return Written(f'"{text}"' if text[0] in "<>" else text, *_prose(mark, shown.digits, shown))


def _range(value: Decimal, unit: str, dice: random.Random) -> Written:
    """Two ends of one scale around the truth: `20 to 50 billion USD`."""
    low = _significant(value * Decimal("0.9"), 2, ROUND_DOWN)
    high = _significant(value * Decimal("1.1"), 2, ROUND_UP)
    top = _number(high, unit)
    first = _plain_digits(low.scaleb(-top.scale))
    between = dice.choice((" to ", " to ", " to ", " .. "))
    en, fr = _prose(_PLAIN, f"{first} to {top.digits}", top)
    written = f"{first}{between}{top.digits}{_SCALES[top.scale] if top.unit == unit else ''}"
    return Written(_with_unit(written, top.unit), en, fr.replace(" to ", " à "))


def _rounded(value: Decimal, unit: str, notation: str, dice: random.Random) -> Decimal:
    """The value with some or all of its digits, never rounded beyond its last written one.

    A count has no rounding at all, and whatever writes zeros down claims them.
    """
    whole = len(value.normalize().as_tuple().digits)
    if unit == "" or notation in ("digits", "underscores"):
        return value
    short = value.adjusted() - _scale(value) + 1
    return _significant(value, max(short, dice.choice((2, 3, whole))))


def _significant(value: Decimal, digits: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    return value.quantize(Decimal((0, (1,), value.adjusted() - digits + 1)), rounding)


def _scale(value: Decimal) -> int:
    return max(0, min(12, value.adjusted() // 3 * 3))


def _number(value: Decimal, unit: str) -> _Number:
    """The number as people write it: with a scale word, or with a larger unit (GWh for MWh)."""
    scale = 0 if unit == "%" or (unit == "" and value.adjusted() < 6) else _scale(value)
    if unit in _LARGER:
        scale = min(scale, 3 * (len(_LARGER[unit]) - 1))
        return _Number(_plain_digits(value.scaleb(-scale)), scale, _LARGER[unit][scale // 3])
    return _Number(_plain_digits(value.scaleb(-scale)), scale, unit)


def _encode(value: Decimal, shown: _Number, notation: str) -> str:
    if shown.unit in _PREFIXED or shown.unit == "%" or notation == "words":
        word = "" if shown.unit in _PREFIXED else _SCALES[shown.scale]
        return _with_unit(shown.digits + word, shown.unit)
    if shown.scale == 0 or notation in ("digits", "underscores"):
        whole = value == value.to_integral_value()
        grouped = f"{int(value):_}" if whole and notation == "underscores" else _plain_digits(value)
        return _with_unit(grouped, shown.unit)
    if notation == "scientific":
        head = value.scaleb(-value.adjusted())
        return _with_unit(f"{_plain_digits(head)}e{value.adjusted()}", shown.unit)
    return _with_unit(f"{shown.digits}e{shown.scale}", shown.unit)


def _plain_digits(value: Decimal) -> str:
    return f"{value:f}"


def _with_unit(text: str, unit: str) -> str:
    return f"{text} {unit}" if unit else text


def _prose(mark: _Mark, digits: str, number: _Number) -> tuple[str, str]:
    """The amount in English and in French: `about 4.2 billion euros`, `environ 4,2 milliards d’euros`."""
    word = "" if number.unit in _PREFIXED else _SCALES[number.scale]
    singular, plural = _UNIT_WORDS.get(number.unit, (number.unit, number.unit))
    en = _with_unit(f"{mark.en}{digits}{word}", singular)
    french = _SCALES_FR[word]
    joined = f"{french} de" if french and french != " mille" and plural else french
    return en, _with_unit(f"{mark.fr}{digits.replace('.', ',')}{joined}", plural)


def _date(day: str, dice: random.Random, plain: bool) -> Written:
    """A date to the day, the month, the quarter or the year."""
    year, month = day[:4], day[5:7]
    if plain or len(day) == 4:
        return Written(day, day, day)
    quarter = (int(month) + 2) // 3
    return dice.choice(
        (
            Written(day, f"on {day}", f"le {day}"),
            Written(f"{year}-{month}", f"in {year}-{month}", f"en {month}/{year}"),
            Written(f"{year}-Q{quarter}", f"in Q{quarter} {year}", f"au T{quarter} {year}"),
            Written(year, f"in {year}", f"en {year}"),
        )
    )


_PLAIN = _Mark("", "", "")
_MARKS = (
    _Mark("about ", "about ", "environ "),
    _Mark("about ", "around ", "autour de "),
    _Mark("~", "roughly ", "quelque "),
    _Mark("over ", "more than ", "plus de ", "low"),
    _Mark("at least ", "at least ", "au moins ", "low"),
    _Mark("from ", "upwards of ", "à partir de ", "low"),
    _Mark("> ", "more than ", "plus de ", "low"),
    _Mark("under ", "less than ", "moins de ", "high"),
    _Mark("up to ", "up to ", "jusqu’à ", "high"),
    _Mark("at most ", "at most ", "au plus ", "high"),
    _Mark("<= ", "no more than ", "pas plus de ", "high"),
)
_NOTATIONS = (*["words"] * 6, "engineering", "engineering", "scientific", "digits", "underscores")
_SCALES = {0: "", 3: " thousand", 6: " million", 9: " billion", 12: " trillion"}
_SCALES_FR = {
    "": "",
    " thousand": " mille",
    " million": " millions",
    " billion": " milliards",
    " trillion": " mille milliards",
}
_LARGER = {"MWh": ("MWh", "GWh", "TWh"), "MW": ("MW", "GW")}
_PREFIXED = frozenset(unit for units in _LARGER.values() for unit in units)
_UNIT_WORDS = {
    "USD": ("dollars", "dollars"),
    "EUR": ("euros", "euros"),
    "GBP": ("pounds", "livres"),
    "JPY": ("yen", "yens"),
    "CHF": ("Swiss francs", "francs suisses"),
    "SEK": ("Swedish kronor", "couronnes suédoises"),
}
