"""The outline of a trusted pack: its rules' names and what they need, without reading it all.

A run needs the shipped packs only where its documents have their attributes; the rest is read then.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from claimcheck.finding import Finding, Level, Outcome, mildest
from claimcheck.index import Index
from claimcheck.model.relation import Relation
from claimcheck.rule import Rule
from claimcheck.source import Source

if TYPE_CHECKING:
    from claimcheck.packs.loading import Pack

_PACK = re.compile(r"^pack: (\w+)", re.MULTILINE)
_RULE = re.compile(r"^  ([a-z0-9-]+):\n", re.MULTILINE)
_LEVEL = re.compile(r"^    level: (\w+)", re.MULTILINE)
_SAYS = re.compile(r"^    (relation|match):(.*?)(?=^    \w)", re.MULTILINE | re.DOTALL)
_TAGS = re.compile(r"^    tags: \[(.*)\]", re.MULTILINE)
_ATTRIBUTE = re.compile(r":\s*([^\W\d]\w*)\(")


def outline(source: Source, load: Callable[[], "Pack"]) -> tuple[Rule, ...] | None:
    """The rules of a pack with what a run needs to know; `load` reads the pack when one is needed.

    None for a pack whose rules have options or patterns, which must be read at once.
    """
    _, _, text = source.text.partition("\nrules:\n")
    pack = _PACK.search(source.text)
    pieces = _RULE.split(text)[1:]
    if pack is None or re.search(r"^    (?:options|pattern):", text, re.MULTILINE):
        return None
    whole = cache(load)
    rules = []
    for problem, entry in zip(pieces[::2], pieces[1::2], strict=True):
        says = _SAYS.search(entry)
        if says is None:
            return None
        rules.append(_rule(f"{pack.group(1)}/{problem}", entry, says, whole, source.path))
    return tuple(rules)


def _rule(
    name: str, entry: str, says: re.Match[str], whole: Callable[[], "Pack"], home: str
) -> Rule:
    found = _LEVEL.search(entry)
    level: Level = found.group(1) if found else "error"  # type: ignore[assignment]
    relation = None
    wanted = frozenset(_ATTRIBUTE.findall(says.group(2)))
    if says.group(1) == "relation":
        text = " ".join(says.group(2).replace(">-", " ").split())
        relation = Relation(name, text, level)
    needs = wanted if relation is None else frozenset[str]()
    check = partial(_check, name, whole, relation, wanted)
    tagged = _TAGS.search(entry)
    tags = tuple(tag.strip() for tag in tagged.group(1).split(",")) if tagged else ()
    rule = Rule(name, level, {}, None, "", (), (), check, {}, relation=relation, home=home)
    return rule._replace(wanted=needs, tags=tags)


def _check(
    name: str,
    whole: Callable[[], "Pack"],
    relation: Relation | None,
    wanted: frozenset[str],
    index: Index,
) -> Iterator[Outcome]:
    """What the rule itself says, with its level and texts, where documents have what it needs."""
    given = {index.attributes_of(document) for document in index.documents}
    if relation is None:
        needed = any(wanted <= attributes for attributes in given)
    else:
        needed = any(relation.could_bind(attributes) for attributes in given)
    if not needed:
        return
    for outcome in _found(name, whole, relation, index):
        if isinstance(outcome, Finding):
            rule = _named(name, whole())
            yield outcome._replace(
                level=mildest(outcome.level, rule.level),
                text=outcome.text or rule.message,
                help=outcome.help or rule.help,
            )
        else:
            yield outcome


def _found(
    name: str, whole: Callable[[], "Pack"], relation: Relation | None, index: Index
) -> Iterable[Outcome]:
    """What comes of the rule; for a relation that is known without its pack."""
    if relation is None:
        return _named(name, whole()).check(index)
    from claimcheck.consistency.joint import outcomes

    return outcomes(index, name)


def _named(name: str, pack: "Pack") -> Rule:
    return next(rule for rule in pack.rules if rule.name == name)
