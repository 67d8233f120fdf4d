"""Exact rational numbers: `Fraction` with the meaning of the standard library's, computed in C."""

TYPE_CHECKING = False

if TYPE_CHECKING:
    from fractions import Fraction
else:
    from quicktions import Fraction

__all__ = ["Fraction"]
