"""Amounts in words: rounded here, exactly, and then written as the language does."""

from claimcheck.catalogue import tell, tell_of, template_of
from claimcheck.exact import Fraction
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import convert
from claimcheck.model.units import Unit
from claimcheck.wording import cldr
from claimcheck.wording.owning import joined

_BOTH, _LOW, _HIGH = tell("{} to {}"), tell("at least {}"), tell("at most {}")
_OVER, _UNDER = tell("over {}"), tell("under {}")
_ALL, _NONE = tell("any value"), tell("no value")
_FROM, _UNTIL = tell("no earlier than {}"), tell("no later than {}")
_SCALED = tell("{scale} {}")
# As newsrooms of each language say, where the CLDR’s name is longer.
_USUAL = {
    "USD": (tell_of(1, "US dollar", "US dollars"), tell_of(2, "US dollar", "US dollars")),
    "GBP": (tell_of(1, "pound", "pounds"), tell_of(2, "pound", "pounds")),
}


def amounts(
    interval: Interval, unit: Unit, language: str, digits: int = 5, *, spelled: bool = False
) -> str:
    """An interval, given in the base unit, in words: `747 to 913 billion USD`.

    A long number has at least so many significant `digits`. Where it is `spelled`, currencies have names.
    """
    if unit.dimension == "date":
        return _dates(interval, language)
    if interval.empty:
        return template_of(_NONE, language)
    own = convert(interval, unit)
    if own.low is None and own.high is None:
        return template_of(_ALL, language)
    exponent = scale_of(max(map(abs, finite(own)), default=Fraction(0)), language)
    low, high = _distinct(own, exponent, digits)
    tail = unit_after(unit, exponent, high or low, language, spelled=spelled)
    low, high = (end and cldr.number(end, language) for end in (low, high))
    if own.low is not None and own.high is not None:
        both = template_of(_BOTH, language).format(low, high)
        return (low if low == high else both) + tail
    if own.low is not None:
        return template_of(_OVER if own.low_open else _LOW, language).format(low) + tail
    return template_of(_UNDER if own.high_open else _HIGH, language).format(high) + tail


def unit_after(
    unit: Unit, exponent: int, digits: str, language: str, *, spelled: bool = False
) -> str:
    """What follows a number: its scale and unit, with the space before them; empty without either."""
    if unit.name == "%" and not exponent:
        return cldr.percent(language)
    # A million is followed by several: « 1 million de dollars ».
    name = unit_name(unit, "2" if exponent else digits, language) if spelled else unit.name
    if not exponent:
        return f" {name}" * bool(name)
    scale = cldr.scale(exponent, digits, language)
    if spelled and unit.currency is not None and name:
        return f" {scaled(scale, name, language)}"
    return f" {scale}" + f" {name}" * bool(name)


def scaled(scale: str, name: str, language: str) -> str:
    """A unit after the word of its scale: `billion US dollars`, « milliards de dollars »."""
    template = template_of(_SCALED, language).replace("{scale}", scale)
    return joined(template, name, language)


def unit_name(unit: Unit, digits: str, language: str) -> str:
    """What a unit is called after a number."""
    code = unit.currency
    if code is None or unit.name != code:
        return unit.name
    if code in _USUAL:
        return template_of(_USUAL[code][not cldr.single(digits, language)], language)
    return cldr.currency(code, digits, language)


def scale_of(largest: Fraction, language: str) -> int:
    """The power of ten whose word keeps numbers up to `largest` readable; 0: none."""
    return next((power for power in cldr.scales(language) if largest >= 10**power), 0)


def finite(interval: Interval) -> list[Fraction]:
    """The ends of an interval that there are."""
    return [end for end in (interval.low, interval.high) if end is not None]


def decimal(number: Fraction, digits: int = 5) -> str:
    """An exact number with at most `digits` significant ones after rounding; integers in full."""
    if number.denominator == 1 and abs(number) < 10**12:
        return str(number.numerator)
    sign, size = "-" if number < 0 else "", abs(number)
    places = digits
    whole = size.__floor__()
    places = max(0, digits - (len(str(whole)) if whole else _leading_zeros(size)))
    scaled = round(size * 10**places)
    text = str(scaled).rjust(places + 1, "0")
    if places:
        text = f"{text[:-places]}.{text[-places:]}".rstrip("0").rstrip(".")
    return sign + text


def _leading_zeros(number: Fraction) -> int:
    """How many zeros follow the decimal point, as a negative count of digits."""
    zeros = 0
    while number and number * 10 < 1 and zeros < 40:
        number, zeros = number * 10, zeros + 1
    return -zeros


def _distinct(interval: Interval, exponent: int, fewest: int) -> tuple[str, str]:
    """Both ends with as many digits as tell them apart."""
    low = high = ""
    for digits in (fewest, 8, 12):
        low, high = (
            "" if end is None else decimal(end / 10**exponent, digits)
            for end in (interval.low, interval.high)
        )
        if low != high or interval.low == interval.high:
            break
    return low, high


def _dates(interval: Interval, language: str) -> str:
    low = None if interval.low is None else interval.low.__floor__() + interval.low_open
    high = None if interval.high is None else interval.high.__floor__() - interval.high_open
    if low is None and high is None:
        return template_of(_ALL, language)
    if low is None:
        return template_of(_UNTIL, language).format(cldr.day(high or 0, language))
    if high is None:
        return template_of(_FROM, language).format(cldr.day(low, language))
    return template_of(_NONE, language) if low > high else cldr.days(low, high, language)
