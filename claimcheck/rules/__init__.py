"""The rules of a run: built-in ones, a folder a family, a file a rule; shipped packs; a newsroom's own."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.errors import RuleError
from claimcheck.exact import Fraction
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.value import ValueType
from claimcheck.model.vocabulary import Attribute, Vocabulary
from claimcheck.packs import load_packs, shipped, shipped_folder, shipped_rules
from claimcheck.rule import Rule, rule_of

if TYPE_CHECKING:
    from claimcheck.packs.loading import Pack


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


@cache
def standard() -> tuple[Rule, ...]:
    """The built-in rules and those of the shipped packs, by name."""
    packed = [rule for pack in shipped() for rule in pack.rules]
    return (*built_in(), *sorted(packed, key=lambda rule: rule.name))


class Rulebook(NamedTuple):
    """The rules that apply to a newsroom, and the vocabulary that its own is built on."""

    rules: tuple[Rule, ...]
    vocabulary: Vocabulary


FOLDER = "rules"


def rules_for(root: str, about_width: Fraction, *, documented: bool = False) -> Rulebook:
    """The standard rules and the packs in a newsroom's `rules` folder; raises RuleError.

    `documented`: with their texts and examples, which a run does not need of the shipped packs.
    """
    general = general_vocabulary(about_width)
    usual = standard() if documented else (*built_in(), *shipped_rules())
    folder = os.path.join(root, FOLDER)
    if not os.path.isdir(folder) or os.path.realpath(folder) == os.path.realpath(shipped_folder()):
        return Rulebook(usual, general)
    packs = load_packs(folder, general)
    rules = list(usual)
    homes = {rule.name: "claimcheck itself" for rule in rules}
    for pack in packs:
        for rule in pack.rules:
            if rule.name in homes:
                raise RuleError(f"{pack.path}: rule {rule.name} is already in {homes[rule.name]}")
            homes[rule.name] = pack.path
            rules.append(rule._replace(own=True))
    attributes = list(_attributes(packs))
    return Rulebook(tuple(rules), Vocabulary((), attributes, general) if attributes else general)


def _attributes(packs: Iterable["Pack"]) -> Iterator[Attribute]:
    """The attributes of some packs; two packs may declare one alike."""
    known: dict[str, tuple[str, ValueType]] = {}
    for pack in packs:
        for attribute in pack.attributes:
            home, kind = known.setdefault(attribute.name, (pack.path, attribute.type))
            if (kind.name, kind.unit) != (attribute.type.name, attribute.type.unit):
                reason = f"`{attribute.name}` is of type {attribute.type.name}, and {kind.name} in {home}"
                raise RuleError(f"{pack.path}: {reason}")
            yield attribute
