"""How a language writes numbers, dates, lists and names of currencies: the Unicode CLDR, read by Babel.

What a number is rounded to is decided before; here its digits are written. Babel is imported when the first
of these is asked for, and what it finds slowly is kept.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Context, Decimal, localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcheck.model.period import civil, format_day

if TYPE_CHECKING:
    from babel import Locale

# The word for 10¹² is one only in English: elsewhere it is that for the English 10⁹, the very slip that
# text/scale-word is about, so that readers get thousands of the next smaller one.
_SCALES = {"en": (12, 9, 6)}
_OTHER_SCALES = (9, 6)
_EXACT = Context(prec=400)
_GROUPED = 4
"""From how many digits on a whole number may have groups; a shorter one is written as it is."""


@lru_cache(maxsize=65536)
def number(digits: str, language: str) -> str:
    """A decimal number, given as `-1234.5`, with the signs and groups of a language; no digit is lost."""
    if digits.isdigit() and len(digits) < _GROUPED:
        return digits
    signs = _signs(language)
    if signs is None:
        return _by_babel(digits, language)
    minus, group, point = signs
    whole, dot, rest = digits.removeprefix("-").partition(".")
    first = len(whole) % 3 or 3
    groups = [whole[:first], *(whole[n : n + 3] for n in range(first, len(whole), 3))]
    return (minus if digits[0] == "-" else "") + group.join(groups) + (dot and point) + rest


@cache
def _signs(language: str) -> tuple[str, str, str] | None:
    """Minus, group and decimal sign; None where a language has other groups than of three digits.

    Babel writes a number in 9 µs, which a report with thousands of findings would feel.
    """
    locale = _locale(language)
    signs = locale.number_symbols["latn"]
    if locale.decimal_formats[None].grouping != (3, 3):
        return None
    return signs["minusSign"], signs["group"], signs["decimal"]


def _by_babel(digits: str, language: str) -> str:
    from babel.numbers import format_decimal

    with localcontext(_EXACT):
        return format_decimal(Decimal(digits), locale=_locale(language), decimal_quantization=False)


@cache
def percent(language: str) -> str:
    """What follows a number in per cent: `%`, after a space that does not break in French."""
    pattern: str = _locale(language).percent_formats[None].pattern
    return pattern.rpartition("0")[2]


@lru_cache(maxsize=65536)
def day(ordinal: int, language: str) -> str:
    """A day as people write it, `January 30, 2026`; in ISO form beyond the years 1 to 9999."""
    from babel.dates import format_date

    found = _date(ordinal)
    if found is None:
        return format_day(ordinal)
    return _first(format_date(found, "long", _locale(language)), found, language)


@lru_cache(maxsize=4096)
def days(first: int, last: int, language: str) -> str:
    """A stretch of days, from one to another, as the language writes such: `January 1 – March 31, 2026`."""
    from babel.dates import format_date

    start, end = _date(first), _date(last)
    if start is None or end is None:
        return f"{format_day(first)} – {format_day(last)}"
    if start == end:
        return day(first, language)
    locale = _locale(language)
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    # With names in full, as in a date by itself.
    one, other = (part.replace("MMM", "MMMM") for part in locale.interval_formats["yMMMd"][differs])
    left, right = format_date(start, one, locale), format_date(end, other, locale)
    return _first(left, start, language) + _first(right, end, language)


def _first(text: str, found: date, language: str) -> str:
    """French counts the first day of a month, which CLDR’s long date does not: 1er janvier."""
    return f"1er{text[1:]}" if language == "fr" and found.day == 1 else text


@lru_cache(maxsize=4096)
def month(ordinal: int, language: str) -> str:
    """The month of a day: `January 2026`."""
    return _skeleton(ordinal, "yMMMM", language)


@lru_cache(maxsize=4096)
def short_month(ordinal: int, language: str) -> str:
    """The month of a day where there is little room: `Jan 2026`."""
    return _skeleton(ordinal, "yMMM", language)


@lru_cache(maxsize=4096)
def quarter(ordinal: int, language: str) -> str:
    """The quarter of a day: `1st quarter 2026`."""
    return _skeleton(ordinal, "yQQQQ", language)


def _skeleton(ordinal: int, fields: str, language: str) -> str:
    from babel.dates import format_skeleton

    found = _date(ordinal)
    if found is None:
        return format_day(ordinal)
    return format_skeleton(fields, found, locale=_locale(language))


def _date(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if 1 <= civil(ordinal)[0] <= 9999 else None


def listed(items: Sequence[str], language: str, *, either: bool = False) -> str:
    """a, b, and c; or, with `either`: a, b, or c."""
    if len(items) < 2:
        return "".join(items)
    from babel.lists import format_list

    return format_list(items, "or" if either else "standard", _locale(language))


def scales(language: str) -> tuple[int, ...]:
    """The powers of ten from a million on that a language has a word for, the largest first."""
    return _SCALES.get(language, _OTHER_SCALES)


@lru_cache(maxsize=4096)
def scale(exponent: int, digits: str, language: str) -> str:
    """The word for a power of ten beside a number: `milliard` after 1, `milliards` after 2."""
    locale = _locale(language)
    forms = locale.compact_decimal_formats["long"]
    form = forms.get(_plural(digits, language)) or {}
    pattern = form.get(str(10**exponent)) or forms["other"][str(10**exponent)]
    return str(pattern.pattern).strip("0").strip()


@lru_cache(maxsize=4096)
def currency(code: str, digits: str, language: str) -> str:
    """What a currency is called beside a number: `US dollars`; its code, if it has no name."""
    from babel.numbers import get_currency_name

    return get_currency_name(code, Decimal(digits), _locale(language))


def single(digits: str, language: str) -> bool:
    """Whether a noun after a number is in the singular: after 1, and in French after 1,5."""
    return _plural(digits, language) == "one"


def _plural(digits: str, language: str) -> str:
    form: str = _locale(language).plural_form(abs(Decimal(digits)))
    return form


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale

    return Locale(language)
