"""Match rules about readings of the article: joined by unit, sentence and paragraph."""

from pathlib import Path

import pytest

from claimcheck.errors import RuleError
from claimcheck.model.quantity import ABOUT_WIDTH
from claimcheck.packs.readings import BadReading, parse
from claimcheck.rules import rules_for
from claimcheck.testing import check_examples

PACK = """
pack: desk
rules:
  no-euro-equivalent:
    level: warning
    doc: |
      An amount in another currency has no amount in euros beside it.
      Readers think in euros; say in the same paragraph what it comes to at the rate of the day.
    message:
      en: "{amount.id} has no equivalent in euros in its paragraph ({?unit})"
      fr: "{amount.id} est sans équivalent en euros dans son paragraphe ({?unit})"
    match:
      amount: reading(kind=money, unit=?unit, paragraph=?p)
    if: ?unit != EUR and document.language == "fr"
    without:
      euro: reading(kind=money, unit=EUR, paragraph=?p)
    bad:
      - |
        document: {text: a.md, language: fr}
        text: |
          Le groupe a payé 3 millions de dollars.  # finds: desk/no-euro-equivalent

          Il vaut 5 millions d'euros.
    good:
      - |
        document: {text: a.md, language: fr}
        text: |
          Le groupe a payé 3 millions de dollars, soit 2,8 millions d'euros.
      - |
        document: {text: a.md, language: en}
        text: |
          The group paid 3 million dollars.
  two-currencies:
    level: note
    doc: |
      One sentence has sums in two currencies.
      Readers cannot compare them; convert one, or say at which rate the other is meant.
    match:
      one: reading(kind=money, unit=?a, sentence=?s)
      other: reading(kind=money, unit=?b, sentence=?s)
    forbid: ?a != ?b
    bad:
      - |
        document: {text: a.md, language: en}
        text: |
          It paid 3 million dollars for what had cost 200,000 euros.  # finds: desk/two-currencies
    good:
      - |
        document: {text: a.md, language: en}
        text: |
          It paid 3 million dollars. It had cost 200,000 euros.
"""


def _rules(folder: Path, text: str = PACK) -> dict[str, object]:
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / "desk.yaml").write_text(text)
    book = rules_for(str(folder), ABOUT_WIDTH, documented=True)
    return {rule.name: rule for rule in book.rules if rule.family == "desk"}


def test_rules_about_readings_find_what_their_examples_say(tmp_path: Path) -> None:
    rules = _rules(tmp_path)
    assert rules.keys() == {"desk/no-euro-equivalent", "desk/two-currencies"}
    assert [str(m) for rule in rules.values() for m in check_examples(rule)] == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reading(kind=price)", "a kind"),
        ("reading(sort=money)", "kind, unit, sentence, paragraph"),
        ("reading(sentence=3)", "a variable"),
        ("reading(kind)", "key=value"),
        ("reading(kind=money", "reading(kind=money, unit=?u"),
    ],
)
def test_a_wrong_pattern_says_what_is_expected(text: str, expected: str) -> None:
    with pytest.raises(BadReading) as caught:
        parse(text)
    assert expected in caught.value.expected


def test_a_pack_that_mixes_readings_with_claims_is_refused_at_its_line(tmp_path: Path) -> None:
    mixed = PACK.replace("other: reading(kind=money, unit=?b, sentence=?s)", "other: valuation(?x)")
    with pytest.raises(RuleError, match=r"desk.yaml:\d+:\d+: claims and readings"):
        _rules(tmp_path, mixed)
