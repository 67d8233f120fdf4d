"""The built-in rules: a folder a family, a file a rule."""

import os
from functools import cache
from importlib import import_module

from claimcheck.rule import Rule, rule_of


@cache
def built_in() -> tuple[Rule, ...]:
    """All rules of this package, by name; a file that is no rule is an error."""
    found = []
    root = __path__[0]
    for family in sorted(os.listdir(root)):
        folder = os.path.join(root, family)
        if not os.path.isdir(folder) or family.startswith("_"):
            continue
        for file in sorted(os.listdir(folder)):
            stem, ending = os.path.splitext(file)
            if ending == ".py" and not stem.startswith("_"):
                module = import_module(f"{__name__}.{family}.{stem}")
                found.append(rule_of(module, f"{family}/{stem}".replace("_", "-")))
    return tuple(found)
