"""A reading in the notation of claim files: `up to 30 billion USD`, `2025-Q4`."""

from datetime import date, timedelta

from claimcheck.exact import Fraction
from claimcheck.text.reading import Reading, number_text

_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
# How many digits of a number without an end are written.
_DIGITS = 4


def encoded(reading: Reading) -> str:
    """The value that a claim quoting this reading would have; `___` for a day without a year."""
    if reading.kind == "date":
        return _period(reading)
    low, high = reading.low, reading.high
    if reading.is_range:
        under = "" if reading.high_included else "under "
        first, last = _number(reading, low), _number(reading, high)
        if first.partition(" ")[2] == last.partition(" ")[2]:
            first = first.partition(" ")[0]  # 20 to 50 billion
        elif " " not in first and high is not None:  # a scale at the end would be that of both
            last = _digits(high, reading.place)
        return f"{first} to {under}{last}{_unit(reading)}"
    about = "about " if reading.about else ""
    if low is None:
        mark = "up to " if reading.high_included else "under "
    elif high is None:
        mark = "at least " if reading.low_included else "over "
    else:
        mark = ""
    return f"{mark}{about}{_number(reading, high if low is None else low)}{_unit(reading)}"


def _unit(reading: Reading) -> str:
    """The unit after a number; percentage points are written in full by a claim."""
    return f" {reading.unit}" if reading.unit else ""


def _number(reading: Reading, number: Fraction | None) -> str:
    """A number with the digits that the text gives it, large ones with a scale word."""
    assert number is not None
    for word, scale in _SCALES:
        if abs(number) >= scale and reading.place >= Fraction(scale, 1000):
            return f"{_digits(number / scale, reading.place / scale)} {word}"
    return _digits(number, reading.place)


def _digits(number: Fraction, place: Fraction) -> str:
    """Decimals down to the last written digit, thousands set apart; 2/3 as 0.6667."""
    exact = number_text(number)
    assert exact is not None
    if "/" in exact:
        return str(round(float(number), _DIGITS))
    decimals = 0
    while place < 1 and decimals < 12:
        place *= 10
        decimals += 1
    whole, _, rest = exact.partition(".")
    rest = rest.ljust(decimals, "0")
    sign, whole = ("-", whole[1:]) if whole[0] == "-" else ("", whole)
    grouped = f"{int(whole):_}" if len(whole) > 4 else whole
    return f"{sign}{grouped}.{rest}" if rest else f"{sign}{grouped}"


def _period(reading: Reading) -> str:
    """Days as EDTF: a day, a month, a quarter, a half, a year, or from one to another."""
    if reading.low is None or reading.high is None:
        return "___"
    first, last = date.fromordinal(int(reading.low)), date.fromordinal(int(reading.high))
    if first == last:
        return first.isoformat()
    after = last + timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return f"{first.isoformat()}/{last.isoformat()}"
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 12 and first.month == 1:
        return str(first.year)
    if months == 3 and first.month % 3 == 1:
        return f"{first.year}-Q{first.month // 3 + 1}"
    if months == 6 and first.month in (1, 7):
        return f"{first.year}-H{1 + first.month // 7}"
    if months == 1:
        return f"{first:%Y-%m}"
    if first.month == 1 and last.month == 12:
        return f"{first.year}/{last.year}"
    return f"{first:%Y-%m}/{last:%Y-%m}"
