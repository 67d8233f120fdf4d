"""Relations: what a rule says must hold between slots, for every binding of its variables."""

import re
from functools import cached_property

from claimcheck.model.expression import FUNCTIONS, Comparison, Term, read_expression, terms

_CALLED = re.compile(r"([^\W\d]\w*)\s*\(")
_LISTED = re.compile(r"([^\W\d]\w*)\s*\([^()]*\*")


class Relation:
    """An identity or a law, `profit(?c) == revenue(?c) - spending(?c)`, of the rule called `name`.

    Parsed when it is first bound: a run whose documents have none of its attributes never needs it.
    """

    def __init__(self, name: str, text: str, level: str) -> None:
        self.name = name
        self.text = text
        self.level = level
        """The most serious level of what breaks it: error, warning or note."""
        self.attributes = frozenset(_CALLED.findall(text)) - frozenset(FUNCTIONS)
        """The attributes that its terms name."""
        self.listed = frozenset(_LISTED.findall(text))
        """Those of which it lists every slot (`*`)."""

        names = _CALLED.findall(text)
        self.repeated = frozenset(name for name in self.attributes if names.count(name) > 1)
        """Those that more than one of its terms names."""

    def could_bind(self, given: frozenset[str]) -> bool:
        """Whether two of its terms, or the parts of one, could have claims if these attributes do."""
        named = self.attributes & given
        return len(named) > 1 or bool(named & (self.repeated | self.listed))

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms of its expression, in order."""
        return tuple(terms(self.expression))

    def __repr__(self) -> str:
        return f"Relation({self.name}: {self.text})"

    @cached_property
    def expression(self) -> Comparison:
        """The comparison that must hold; raises BadExpression, ValueError if it is none."""
        found = read_expression(self.text)
        if not isinstance(found, Comparison):
            raise ValueError(f"{self.text} compares nothing")
        return found
