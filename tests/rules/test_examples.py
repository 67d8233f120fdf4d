"""Every rule's examples find exactly what they say, and its page is complete."""

import re
import string

import pytest

from claimcheck.explain import page
from claimcheck.finding import Text
from claimcheck.rule import Rule
from claimcheck.rules import built_in
from claimcheck.testing import check_examples, expected_findings, run_example

RULES = built_in()
FAMILIES = {"arithmetic", "format", "references", "text", "time", "values"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_examples_of_a_rule_find_what_they_say(rule: Rule) -> None:
    assert [str(mismatch) for mismatch in check_examples(rule)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_other_rule_speaks_in_a_good_example_above_a_note(rule: Rule) -> None:
    """Near misses are documents that a careful newsroom could write."""
    others = [other for other in RULES if other.family != "format" and other.name != rule.name]
    for example in rule.good if rule.family != "format" else ():
        found = [f for f in run_example(example, others) if f.level != "note"]
        allowed = {"time/lapsed-expectation", "references/stale", "references/uncited"}
        assert {f.rule for f in found} <= allowed, example


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_complete_page(rule: Rule) -> None:
    first, _, rest = rule.doc.partition("\n")
    assert first.endswith(".")
    assert len(first) <= 110
    assert len(rest.split()) >= 12, "why it matters and what to do"
    assert rule.family in FAMILIES
    assert rule.help is not None
    text = page(rule, "fr")
    assert "→ ligne" in text
    assert "{" not in "".join(re.findall("→.*", text))


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_messages_say_the_same_in_both_languages(rule: Rule) -> None:
    module = __import__(rule.check.__module__, fromlist=["x"])
    texts = [
        value
        for value in vars(module).values()
        if isinstance(value, dict) and value.keys() == {"en", "fr"}
    ]
    texts += [
        value
        for group in vars(module).values()
        if isinstance(group, dict)
        for value in group.values()
        if isinstance(value, dict) and value.keys() == {"en", "fr"}
    ]
    assert texts
    for text in texts:
        _same_fields(text)
        assert not text["en"].endswith(".")
        assert "\n" not in text["en"] + text["fr"]


def _same_fields(text: Text) -> None:
    assert _fields(text["en"]) == _fields(text["fr"])


def test_an_example_that_announces_nothing_is_a_mismatch() -> None:
    rule = next(rule for rule in RULES if rule.name == "values/conflict")
    silent = rule._replace(bad=("claims: []\n",))
    assert len(check_examples(silent)) == 1


def test_a_finding_on_another_line_is_a_mismatch() -> None:
    rule = next(rule for rule in RULES if rule.name == "values/conflict")
    moved = rule._replace(bad=(rule.bad[0].replace("claims:", "claims:\n"),))
    assert check_examples(moved) == []
    wrong = rule._replace(
        bad=(rule.bad[0].replace("  # finds: values/conflict", "", 1) + "# finds: values/conflict",)
    )
    assert len(check_examples(wrong)) == 1
    assert "expected" in str(check_examples(wrong)[0])


def test_expected_findings_are_read_from_comments() -> None:
    assert expected_findings("a\nb  # finds: x/y, z/w\n") == {(2, "x/y"), (2, "z/w")}
