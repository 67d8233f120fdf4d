"""Numbers as written: their value and the precision that their digits claim."""

import re
from functools import cache
from typing import NamedTuple

from claimcheck.exact import Fraction

# Longer numbers than these are no news; the limits keep `1e999999999` from filling the memory.
MAX_DIGITS = 60
MAX_EXPONENT = 60

SCALES = {
    "": 0,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}

_NUMBER = re.compile(r"(-?)(\d[\d_]*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?", re.ASCII)


class Written(NamedTuple):
    """A number as written, `integer` * 10 ** `place`, with `zeros` insignificant zeros at its end."""

    integer: int
    place: int
    zeros: int

    @property
    def number(self) -> Fraction:
        """What it says."""
        return _scaled(self.integer, 1, self.place)

    @property
    def last(self) -> Fraction:
        """u: the unit of the last written digit."""
        return power_of_ten(self.place)

    @property
    def last_nonzero(self) -> Fraction:
        """z: the unit of the last digit that is not an insignificant zero."""
        return power_of_ten(self.place + self.zeros)

    @property
    def rounding(self) -> Fraction:
        """Half of the last written digit's unit: what rounding may have hidden."""
        return _scaled(1, 2, self.place)

    @property
    def doubt(self) -> Fraction:
        """h = max(u/2, min(z/2, |x|/10)): what a round number may have hidden ."""
        twentieths = max(10, min(10 * 10**self.zeros, 2 * abs(self.integer)))
        return _scaled(twentieths, 20, self.place)

    @property
    def whole(self) -> bool:
        """Whether it is an integer."""
        return self.place >= 0 or self.integer % 10**-self.place == 0


class BadNumber(ValueError):
    """A text that is no number of the notation."""


def read_number(text: str, scale: str = "") -> Written:
    """Read `-41.50e9` and a scale word; zeros after a decimal point count as significant.

    Raises BadNumber for anything else and for numbers of absurd size.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise BadNumber(text)
    sign, whole, decimals, exponent = match.groups()
    digits = whole.replace("_", "") + (decimals or "")
    if len(digits) > MAX_DIGITS or (exponent and len(exponent) > 4):
        raise BadNumber(text)
    place = (int(exponent) if exponent else 0) - len(decimals or "")
    if abs(place) > MAX_EXPONENT:
        raise BadNumber(text)
    integer = int(digits)
    zeros = 0 if decimals or not integer else len(digits) - len(digits.rstrip("0"))
    return Written(-integer if sign else integer, place + SCALES[scale], zeros)


def _scaled(numerator: int, denominator: int, place: int) -> Fraction:
    """numerator / denominator * 10 ** place, in one step: fractions are costly to multiply."""
    if place >= 0:
        return Fraction(numerator * 10**place, denominator)
    return Fraction(numerator, denominator * 10**-place)


@cache
def power_of_ten(exponent: int) -> Fraction:
    """10 ** exponent, exact."""
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)
