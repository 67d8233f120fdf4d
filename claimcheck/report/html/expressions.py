"""Expressions as a reader says them: `investment of Nvidia + investment of Amazon ≤ …`."""

from claimcheck.wording.spelling import expression_in_words as in_reading

__all__ = ["in_reading"]
