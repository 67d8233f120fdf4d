"""Mutants of the rules of a pack: each condition dropped, flipped or unjoined in turn.

Examples that do not notice a mutant do not exercise the condition that it lacks (DeMillo, Lipton and Sayward,
Hints on test data selection, 1978).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from claimcheck.model.vocabulary import Vocabulary
from claimcheck.packs.loading import Loader, PackError
from claimcheck.rule import Rule
from claimcheck.source import Source

_FLIPPED = {
    "==": ("<=", ">="),
    "!=": ("==",),
    "<=": (">=",),
    ">=": ("<=",),
    "<": (">",),
    ">": ("<",),
}
_SIGN = re.compile(r"==|!=|<=|>=|<|>")
_VARIABLE = re.compile(r"\?[^\W\d]\w*")
_CONDITIONS = ("if", "forbid", "require")


class Mutant(NamedTuple):
    """A rule without one of its conditions, and what was done to it."""

    rule: Rule
    change: str


def mutants(source: Source, below: Vocabulary, name: str) -> Iterator[Mutant]:
    """The mutants of a rule of a pack, those that can be loaded; raises PackError if the pack cannot."""
    loader = Loader(source, below)
    pack = loader.pack()
    entries: Mapping[str, Mapping[str, Any]] = loader.data()["rules"]
    for rule in (rule for rule in pack.rules if rule.name == name):
        problem = rule.name.partition("/")[2]
        for change, entry in _changed(entries[problem]):
            try:
                mutant = loader.rule(pack.name, problem, entry)
            except PackError:
                continue  # what is not a rule any more needs no example
            yield Mutant(mutant._replace(attributes=rule.attributes), change)


def _changed(entry: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if "relation" in entry:
        for change, text in _of_text(entry["relation"], "relation", joins=True):
            yield change, {**entry, "relation": text}
    if "match" in entry:
        for name, pattern in entry["match"].items():
            every = " ".join(entry["match"].values())
            for change, text in _unjoined(pattern, name, every):
                yield change, {**entry, "match": {**entry["match"], name: text}}
        for key in _CONDITIONS:
            if key in entry:
                for change, text in (*_of_text(entry[key], key), *_shortened(entry[key], key)):
                    yield change, {**entry, key: text}
        for key in ("if", "without"):
            if key in entry:
                yield f"without `{key}`", {k: v for k, v in entry.items() if k != key}


def _of_text(text: str, where: str, *, joins: bool = False) -> Iterator[tuple[str, str]]:
    """A text with each comparison flipped, and each variable unjoined at one place."""
    for match in _SIGN.finditer(text):
        for sign in _FLIPPED[match.group()]:
            changed = text[: match.start()] + sign + text[match.end() :]
            yield f"`{match.group()}` as `{sign}` in `{where}`", changed
    if joins:
        yield from _unjoined(text, where, text)


def _unjoined(text: str, where: str, every: str) -> Iterator[tuple[str, str]]:
    for match in _VARIABLE.finditer(text):
        if len(re.findall(re.escape(match.group()) + r"\b", every)) > 1:
            changed = text[: match.end()] + "_other" + text[match.end() :]
            place = text[max(0, text.rfind("(", 0, match.start()) - 20) : match.end()].strip()
            yield f"`{match.group()}` not joined at `{place}` in `{where}`", changed


def _shortened(text: str, where: str) -> Iterator[tuple[str, str]]:
    """A condition without each of its parts."""
    for word in (" and ", " or "):
        parts = text.split(word)
        for number in range(len(parts)) if len(parts) > 1 else ():
            rest = word.join(part for n, part in enumerate(parts) if n != number)
            yield f"without `{parts[number].strip()}` in `{where}`", rest
