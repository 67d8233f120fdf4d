"""The packs that come with claimcheck: complete, documented, silent where they must be."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from claimcheck.load.reader import data_of, read
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.expression import terms
from claimcheck.model.vocabulary import Attribute
from claimcheck.packs import pack_files, shipped_folder, shipped_rules
from claimcheck.packs.loading import Pack, load_pack
from claimcheck.rule import Rule
from claimcheck.rules import built_in, standard
from claimcheck.testing import check_examples, run_example

PACKS = [load_pack(source, general_vocabulary()) for source in pack_files(shipped_folder())]
RULES = [rule for pack in PACKS for rule in pack.rules]
RELATIONS = [rule for rule in RULES if rule.relation is not None]

for_each_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
for_each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
for_each_relation = pytest.mark.parametrize("rule", RELATIONS, ids=lambda rule: rule.name)


@cache
def everything() -> tuple[Rule, ...]:
    """All standard rules, those of packs with all checks."""
    return (*built_in(), *RULES)


def test_there_are_packs_and_each_has_the_name_of_its_file() -> None:
    assert len(PACKS) >= 6
    assert [pack.path.rpartition("/")[2] for pack in PACKS] == [f"{p.name}.yaml" for p in PACKS]


def test_no_two_packs_have_a_rule_of_the_same_name() -> None:
    names = [rule.name for rule in (*built_in(), *RULES)]
    assert len(names) == len(set(names))


@for_each_pack
def test_the_attributes_of_a_pack_are_those_of_the_general_vocabulary(pack: Pack) -> None:
    """So that every newsroom has them, with the pack or without it."""
    general = general_vocabulary().attributes
    assert pack.attributes
    for attribute in pack.attributes:
        assert _told(attribute) == _told(general[attribute.name])


def _told(attribute: Attribute) -> tuple[object, ...]:
    kind = attribute.type
    return (attribute.name, *attribute[2:], kind.name, kind.unit, kind.limits, kind.about_width)


@for_each_pack
def test_a_pack_declares_every_attribute_that_its_rules_name(pack: Pack) -> None:
    declared = {attribute.name for attribute in pack.attributes}
    named = {
        term.attribute
        for rule in pack.rules
        if rule.relation is not None
        for term in terms(rule.relation.expression)
    }
    assert named <= declared


def test_a_run_knows_the_same_rules_as_the_full_packs() -> None:
    assert [_outlined(rule) for rule in shipped_rules()] == [_outlined(rule) for rule in RULES]


def _outlined(rule: Rule) -> tuple[object, ...]:
    found = rule.relation
    if found is None:
        return (rule.name, rule.level, os.path.basename(rule.home))
    return (
        *(rule.name, rule.level, os.path.basename(rule.home)),
        *(found.name, found.text, found.level),
        *(found.attributes, found.listed, found.repeated),
    )


@for_each_rule
def test_a_run_finds_what_the_full_rule_finds_with_its_level_and_words(rule: Rule) -> None:
    outlined = [found for found in shipped_rules() if found.name == rule.name]
    for example in (*rule.bad, *rule.good):
        expected = [(f.span, f.level, f.text, f.help, f.data) for f in run_example(example, [rule])]
        found = [(f.span, f.level, f.text, f.help, f.data) for f in run_example(example, outlined)]
        assert [row[:4] for row in found] == [row[:4] for row in expected]
        assert [str(row[4]) for row in found] == [str(row[4]) for row in expected]


def test_the_documented_rules_are_those_that_a_run_has() -> None:
    documented = {rule.name: rule.level for rule in standard()}
    assert documented == {rule.name: rule.level for rule in (*built_in(), *shipped_rules())}


@for_each_rule
def test_the_examples_of_a_rule_find_what_they_say(rule: Rule) -> None:
    assert [str(mismatch) for mismatch in check_examples(rule)] == []


@for_each_rule
def test_each_bad_example_finds_only_itself_among_all_rules(rule: Rule) -> None:
    for example in rule.bad:
        found = [f for f in run_example(example, everything()) if f.level != "note"]
        assert {f.rule for f in found} <= {rule.name}, example


@for_each_rule
def test_each_good_example_stays_silent_above_a_note_with_all_rules(rule: Rule) -> None:
    for example in rule.good:
        found = [f for f in run_example(example, everything()) if f.level != "note"]
        assert {f.rule for f in found} == set(), example


@for_each_rule
def test_the_documentation_has_a_sentence_and_then_reasons(rule: Rule) -> None:
    first, _, rest = rule.doc.partition("\n")
    assert first.endswith(".")
    assert ". " not in first
    assert len(first) <= 110
    assert len(rest.split()) >= 12, "why it matters and what to do"


@for_each_relation
def test_a_relation_says_where_it_comes_from(rule: Rule) -> None:
    assert len(rule.source.split()) >= 3


@for_each_relation
def test_a_near_miss_of_a_relation_is_of_another_time(rule: Rule) -> None:
    """What has no period, such as an election, is told apart by what it is: the election of 2020."""
    if _is_dated(rule):
        assert any(len(_values(e, "when") - {"None"}) > 1 for e in rule.good)
    else:
        assert any("another year's" in e or "last year's" in e for e in rule.good)


@for_each_relation
def test_a_near_miss_of_a_relation_has_another_qualifier_or_subject(rule: Rule) -> None:
    joined = [_names(example) for example in rule.bad]
    attributes = [[name for name, *_ in claims] for claims in joined]
    others = [_names(example) for example in rule.good]
    assert any(
        claims not in joined and [name for name, *_ in claims] in attributes for claims in others
    )


@for_each_relation
def test_a_near_miss_of_a_relation_is_a_supposition(rule: Rule) -> None:
    assert any(len(_values(example, "scenario")) > 1 for example in rule.good)


def _is_dated(rule: Rule) -> bool:
    assert rule.relation is not None
    known = general_vocabulary().attributes
    return any(known[t.attribute].period != "timeless" for t in terms(rule.relation.expression))


def _claims(example: str) -> Iterator[Mapping[str, Any]]:
    data: Any = data_of(read(example).root)
    yield from data["claims"]


def _values(example: str, key: str) -> set[str]:
    """What the claims of an example say under a key, None among it."""
    return {str(claim.get(key)) for claim in _claims(example)}


def _names(example: str) -> list[tuple[str, ...]]:
    """The slots of an example with a number for each name, so that only what is joined counts."""
    numbers: dict[str, str] = {}
    found = []
    claims = [claim for claim in _claims(example) if "attribute" in claim]
    for claim in sorted(claims, key=lambda claim: str(claim["attribute"])):
        names = [claim["subject"], *(claim.get("where") or {}).values()]
        keys = ("subject", *(claim.get("where") or {}))
        joined = [numbers.setdefault(name, str(len(numbers))) for name in names]
        found.append((claim["attribute"], *keys, *joined))
    return found
