"""Exact rational numbers: the one place that says which class they are of."""

from fractions import Fraction

__all__ = ["Fraction"]
