"""`claimcheck attributes`: what claims may assert here, and in which units, for someone who encodes."""

import argparse
import os
import sys
import textwrap
from collections.abc import Iterator
from math import log10

from claimcheck.catalogue import languages
from claimcheck.cli import OK, width
from claimcheck.config import find_config
from claimcheck.errors import UsageError
from claimcheck.exact import Fraction
from claimcheck.load.project import nearest_vocabulary
from claimcheck.load.unknown import unknown_attribute
from claimcheck.model.units import Unit, UnknownUnit, parse_unit, unit_names
from claimcheck.model.value import ValueType
from claimcheck.model.vocabulary import Attribute, fold
from claimcheck.rules import rules_for

MOST_UNITS = 6


def main(argv: list[str]) -> int:
    """Print the attributes that have all of some words in their name, label or description."""
    parser = argparse.ArgumentParser(
        prog="claimcheck attributes",
        description="List the attributes that claims may have here, with their types and units:"
        " the general ones, those of rule packs, and of the nearest vocabulary.yaml.",
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="WORD",
        help="only those with this in their name, label or description, or measured in this unit",
    )
    parser.add_argument("--language", choices=languages(), help="of labels; default: as configured")
    options = parser.parse_args(argv)
    config = find_config(os.getcwd())
    below = rules_for(config.root, config.about_width).vocabulary
    loaded = nearest_vocabulary(config, os.getcwd(), below)
    attributes = loaded.vocabulary.attributes
    found = [a for a in attributes.values() if all(_has(a, word) for word in options.words)]
    if not found:
        wanted = " ".join(options.words)
        near = unknown_attribute(wanted, loaded.vocabulary)["suggestion"]
        hint = f"did you mean `{near}`?" if near else "`claimcheck attributes` lists all of them"
        raise UsageError(f"no attribute has to do with `{wanted}`", hint)
    language = options.language or config.language
    sys.stdout.write("\n".join(_entry(a, language, max(width(), 40)) for a in found))
    if loaded.problems:
        path = loaded.problems[0].span.path
        sys.stderr.write(f"note: {path} has problems: `claimcheck check {path}` tells them\n")
    return OK


def _has(attribute: Attribute, word: str) -> bool:
    texts = (attribute.name.replace("_", " "), *attribute.labels.values(), attribute.doc)
    if any(fold(word.replace("_", " ")) in fold(text) for text in texts):
        return True
    try:
        unit = parse_unit(word)
    except UnknownUnit:
        return False
    if attribute.type.name == "money":
        return unit.currency is not None
    own = attribute.type.unit
    return bool(unit.dimension) and own is not None and own.species == unit.species


def _entry(attribute: Attribute, language: str, columns: int) -> str:
    label = attribute.labels.get(language) or next(iter(attribute.labels.values()), "")
    lines = [attribute.name + (f" ({label})" if fold(label) != fold(attribute.name) else "")]
    for text in (" · ".join(_facts(attribute)), attribute.doc):
        lines += textwrap.wrap(text, columns, initial_indent="  ", subsequent_indent="  ")
    return "\n".join(lines) + "\n"


def _facts(attribute: Attribute) -> Iterator[str]:
    kind = attribute.type
    units = _units(kind)
    yield f"type: {kind.name}" + (f" ({units})" if units else "")
    if attribute.period != "timeless":
        yield f"period: {attribute.period}"
    if attribute.qualifiers:
        yield f"where: {', '.join(attribute.qualifiers)}"
    if not attribute.single:
        yield "single: false"


def _units(kind: ValueType) -> str:
    """What a value of a type is written in."""
    if kind.name == "money":
        return "EUR, USD, …"
    if kind.name == "share":
        return "44 % or 0.44"
    if kind.unit is None or not kind.unit.dimension:
        return ""
    return ", ".join(_sizes(kind.unit)) + ", …"


def _sizes(unit: Unit) -> list[str]:
    """Units of one dimension nearest in size to a unit, each by its shortest name, smallest first."""
    by_size: dict[Fraction, str] = {}
    for name in unit_names():
        other = parse_unit(name)
        alike = other.species == unit.species and (unit.offset or not other.offset)
        if name.isascii() and alike:
            known = by_size.get(other.factor)
            by_size[other.factor] = name if known is None else min(name, known, key=len)
    own = log10(abs(unit.factor))
    nearest = sorted(by_size, key=lambda size: abs(log10(abs(size)) - own))[:MOST_UNITS]
    return [by_size[size] for size in sorted(nearest)]
