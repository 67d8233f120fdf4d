"""Amounts as a reader says them: scales and units in words."""

from functools import lru_cache
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.finding import Amounts
from claimcheck.model.units import Unit
from claimcheck.wording import cldr, words
from claimcheck.wording.numbers import decimal, finite, unit_after
from claimcheck.wording.numbers import scale_of as power_of

__all__ = ["Scale", "finite", "in_words", "scale_of"]


class Scale(NamedTuple):
    """A unit with a power of ten: what is shown divided by, and how it is called."""

    unit: Unit
    exponent: int
    name: str
    """`milliards de dollars`, `MWh`; empty for a small count."""

    def number(self, end: Fraction, language: str) -> str:
        """A number of this unit (not of its base) as it is written on a scale."""
        return cldr.number(decimal(end / 10**self.exponent, 4), language)


def scale_of(largest: Fraction, unit: Unit, language: str) -> Scale:
    """The scale for numbers up to `largest`, given in `unit`."""
    exponent = power_of(largest, language)
    name = unit_after(unit, exponent, "10", language, spelled=True).strip()
    return Scale(unit, exponent, name)


@lru_cache(maxsize=4096)
def in_words(found: Amounts, language: str) -> str:
    """An interval with its unit in words, `747 à 913 milliards de dollars`; kept: findings share claims."""
    return words(found, language, spelled=True)
