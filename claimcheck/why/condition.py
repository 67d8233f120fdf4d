"""A condition of a rule, and whether it holds."""

from typing import NamedTuple

from claimcheck.finding import Phrase


class Condition(NamedTuple):
    """What is looked at, with its values; `holds` is None where it only informs, or is not known."""

    holds: bool | None
    text: Phrase
