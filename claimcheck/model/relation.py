"""Relations: what a rule says must hold between slots, for every binding of its variables."""

from typing import NamedTuple

from claimcheck.model.expression import Comparison


class Relation(NamedTuple):
    """An identity or a law, `profit(?c) == revenue(?c) - spending(?c)`, of the rule called `name`."""

    name: str
    expression: Comparison
    level: str
    """The most serious level of what breaks it: error, warning or note."""
