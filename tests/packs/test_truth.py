"""What the predicates of match rules come to (LANGUAGE, "Truth"), through small packs."""

import pytest

from claimcheck.testing import run_example
from tests.packs.small import Seen, document, found, judge, rule, say

PAIR = "match:\n  a: earned(?c)\n  b: spent(?c)\n"
MORE = f"{PAIR}forbid: a.value > b.value"


def pair(earned: str, spent: str, body: str = MORE) -> Seen:
    """What a rule says of two amounts of one period."""
    return judge(body, document(say("earned(A)", earned, 2025), say("spent(A)", spent, 2025)))


# 7. For every value, and for some


def test_forbid_finds_what_holds_for_every_value_of_both_readings() -> None:
    assert pair("120 EUR", "100 EUR").levels == ["error"]


def test_forbid_finds_one_level_lower_what_holds_in_the_narrow_reading_only() -> None:
    assert pair("104 EUR", "100 EUR").levels == ["warning"]


@pytest.mark.parametrize("spent", ["104 EUR", "109 EUR", "at most 200 EUR", "90 to 110 EUR"])
def test_forbid_is_silent_where_it_holds_for_some_values_only(spent: str) -> None:
    seen = pair("about 100 EUR", spent)
    assert not seen.findings
    assert (seen.tally.checked, seen.tally.skipped) == (1, {})


@pytest.mark.parametrize(
    ("earned", "levels"),
    [("80 EUR", ["error"]), ("96 EUR", ["warning"]), ("120 EUR", []), ("at least 80 EUR", [])],
)
def test_require_finds_what_fails_for_every_value(earned: str, levels: list[str]) -> None:
    assert pair(earned, "100 EUR", f"{PAIR}require: a.value >= b.value").levels == levels


def test_possibly_turns_every_value_into_some() -> None:
    body = f"{PAIR}forbid: possibly(a.value > b.value)"
    assert pair("about 100 EUR", "104 EUR", body).levels == ["error"]
    assert pair("about 100 EUR", "140 EUR", body).levels == []


def test_not_possibly_is_certainly_not() -> None:
    body = f"{PAIR}forbid: not possibly(a.value > b.value)"
    assert pair("about 100 EUR", "104 EUR", body).levels == []
    assert pair("about 100 EUR", "140 EUR", body).levels == ["error"]


@pytest.mark.parametrize(
    ("condition", "applies"),
    [
        ("a.value > 50 EUR", True),
        ("a.value > 500 EUR", False),
        ("possibly(a.value > 100 EUR)", True),
        ("a.value > 100 EUR", False),
        ("not a.value > 500 EUR", True),
        ("a.value > 500 EUR or b.value < 90 EUR", True),
        ("a.value > 50 EUR and b.value > 90 EUR", False),
        ("a.value - b.value > 5 EUR", True),
        ("a.value * 2 > 150 EUR", True),
        ("a.value / b.value > 3", False),
        ("-a.value < 0 EUR", True),
        ("abs(b.value - a.value) > 5 EUR", True),
        ('"true"', True),
        ('"false"', False),
    ],
)
def test_a_rule_speaks_where_its_condition_holds_for_every_value(
    condition: str, applies: bool
) -> None:
    seen = pair("about 100 EUR", "60 EUR", f"{PAIR}if: {condition}\nforbid: a.value > b.value")
    assert bool(seen.findings) == applies


def test_the_level_is_at_most_that_of_the_rule() -> None:
    assert pair("120 EUR", "100 EUR", f"level: note\n{MORE}").levels == ["note"]
    assert pair("104 EUR", "100 EUR", f"level: warning\n{MORE}").levels == ["warning"]


def test_a_claim_that_is_not_certain_lowers_the_level() -> None:
    claims = (say("earned(A)", "9 EUR", 2025, certainty="probable"), say("spent(A)", "5 EUR", 2025))
    assert judge(MORE, document(*claims)).levels == ["warning"]


# Unknown


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        ("claim.time > document.published", "the document has no date"),
        ("claim.time > as-of", "no time"),
        ("words(claim.quote) > 5", "no quote"),
        ('document.title == "x"', "the document has no title"),
        ("claim.value > 5", "things of different kinds"),
        ("claim.scenario == plan", "no scenario"),
    ],
)
def test_what_is_not_known_is_skipped_and_counted_with_its_reason(
    verdict: str, reason: str
) -> None:
    claim = say("head(A)", "Ann", None if reason == "no time" else 2025)
    seen = judge(f"match: {{claim: claim}}\nforbid: {verdict}", document(claim))
    assert not seen.findings
    assert seen.tally.skipped == {reason: 1}


def test_what_is_not_known_does_not_matter_beside_what_decides() -> None:
    body = "match: {claim: claim}\nforbid: claim.time > as-of or claim.id == head"
    assert found(body, say("head(A)", "Ann"))


# 8. Fields


@pytest.mark.parametrize(
    ("verdict", "holds"),
    [
        ("a.id == earned", True),
        ("a.id == spent", False),
        ("a.subject == A", True),
        ("a.subject == B", False),
        ('a.attribute == "earned"', True),
        ("a.attribute == spent", False),
        ("a.value > 50 EUR", True),
        ("a.when < as-of", True),
        ("a.time < as-of", True),
        ("as-of - a.when > 100 days", True),
        ("as-of - a.when > 300 days", False),
        ("a.certainty == probable", True),
        ("a.certainty == certain", False),
        ("a.attribution", True),
        ('a.attribution == "the bank"', True),
        ("not a.scenario", True),
        ('a.quote == "earned one hundred"', True),
        ("words(a.quote) == 3", True),
        ('document.language == "en"', True),
        ('document.language == "fr"', False),
        ('document.title == "A year"', True),
        ("document.published > a.when", True),
        ("?c == A", True),
        ("?c != A", False),
        ("?x", False),
        ("not ?x", True),
    ],
)
def test_a_predicate_reads_the_fields_of_claims_and_the_document(verdict: str, holds: bool) -> None:
    claim = say(
        "earned(A)", "100 EUR", 2025, certainty="probable", attribution="the bank",
        quote="earned one hundred",
    )  # fmt: skip
    top = "document: {title: A year, language: en, published: 2026-02-03}\nas-of: 2026-06-30"
    seen = judge(f"match: {{a: 'earned(?c, of=?x)'}}\nforbid: {verdict}", document(claim, top=top))
    assert bool(seen.findings) == holds


def test_the_time_of_a_date_is_the_date() -> None:
    body = "match: {a: begun(?c)}\nforbid: a.time > as-of"
    assert found(body, say("begun(A)", "2031"))
    assert not found(body, say("begun(A)", "2021"))


def test_the_scenario_is_a_field() -> None:
    body = 'match: {a: earned(?c)}\nforbid: a.scenario == "plan"'
    assert found(body, say("earned(A)", "5 EUR", 2025, scenario="plan"))
    assert not found(body, say("earned(A)", "5 EUR", 2025, scenario="dream"))


def test_attribution_is_absent_unless_written() -> None:
    body = "match: {claim: claim}\nrequire: claim.attribution"
    assert found(body, say("earned(A)", "5 EUR", 2025))
    assert not found(body, say("earned(A)", "5 EUR", 2025, attribution="the bank"))


def test_names_are_compared_as_the_vocabulary_has_them() -> None:
    body = "match:\n  a: head(?c)\n  b: head(?c) at ?u\nforbid: a.value != b.value"
    top = "entities:\n  ann: {name: Ann Lee, aliases: [A. Lee]}\n  bob: {name: Bob}\n  c: {name: C}"
    ann = say("head(C)", "Ann Lee", 2024, id="a")
    same = document(ann, say("head(C)", "A. Lee", 2025, id="b"), top=top)
    other = document(ann, say("head(C)", "Bob", 2025, id="b"), top=top)
    assert not judge(body, same).findings
    assert judge(body, other).findings


def test_truths_are_compared_with_truths() -> None:
    body = "match: {a: open(?c)}\nforbid: a.value == false"
    assert found(body, say("open(A)", False))
    assert not found(body, say("open(A)", True))


def test_a_truth_is_a_condition_of_its_own() -> None:
    body = "match: {a: open(?c)}\nforbid: not a.value"
    assert found(body, say("open(A)", False))
    assert not found(body, say("open(A)", True))


@pytest.mark.parametrize(
    ("quote", "words"),
    [("one two three", 3), ("one – two", 2), ("l’an 2025", 2), ("three-year plan", 2)],
)
def test_words_are_what_spaces_part_if_they_have_a_letter_or_digit(quote: str, words: int) -> None:
    body = f"match: {{claim: claim}}\nforbid: words(claim.quote) == {words}"
    assert found(body, say("earned(A)", "5 EUR", 2025, quote=quote))


# Options


QUOTE = (
    "options: {limit: 4, word-limit: 9}\nmatch: {claim: claim}\nforbid: words(claim.quote) > limit"
)
QUOTED = say("earned(A)", "5 EUR", 2025, quote="one two three four five")


def test_an_option_has_its_default() -> None:
    assert found(QUOTE, QUOTED)
    assert not found(QUOTE.replace("4", "5"), QUOTED)


def test_an_option_is_set_by_the_configuration() -> None:
    assert not judge(QUOTE, document(QUOTED), {"limit": 5}).findings
    assert judge(QUOTE, document(QUOTED), {"limit": 3}).findings


def test_an_option_is_set_by_an_example() -> None:
    made = [rule(QUOTE)]
    assert not run_example(document(QUOTED, top="options: {limit: 5}"), made)
    assert run_example(document(QUOTED, top="options: {limit: 3}"), made)


def test_an_option_with_a_hyphen_is_set_like_any_other() -> None:
    body = QUOTE.replace("> limit", "> word-limit")
    assert not found(body, QUOTED)
    assert run_example(document(QUOTED, top="options: {word-limit: 4}"), [rule(body)])
    assert judge(body, document(QUOTED), {"word_limit": 4}).findings


def test_options_are_truths_and_texts_too() -> None:
    body = (
        "options: {strict: true, house: the bank}\nmatch: {claim: claim}\n"
        "forbid: strict and claim.attribution == house"
    )
    claim = say("earned(A)", "5 EUR", 2025, attribution="the bank")
    assert found(body, claim)
    assert not judge(body, document(claim), {"strict": False}).findings
    assert not judge(body, document(claim), {"house": "the fund"}).findings


# Without


WITHOUT = f"{PAIR}without:\n  rest: left(?c)\nforbid: a.value > b.value"
BOTH = (say("earned(A)", "9 EUR", 2025), say("spent(A)", "5 EUR", 2025))


def test_without_silences_where_the_claim_is_there() -> None:
    assert found(WITHOUT, *BOTH)
    assert not found(WITHOUT, *BOTH, say("left(A)", "4 EUR", 2025))


@pytest.mark.parametrize(
    "other",
    [
        say("left(B)", "4 EUR", 2025),
        say("left(A)", "4 EUR", 2024),
        say("left(A)", "4 EUR", 2025, scenario="plan"),
    ],
)
def test_without_means_a_claim_that_joins(other: str) -> None:
    assert found(WITHOUT, *BOTH, other)


def test_without_may_be_answered_by_a_reference() -> None:
    rest = say("left(A)", "4 EUR", 2025)
    assert not judge(WITHOUT, document(*BOTH, references=(rest,))).findings


def test_without_alone_asks_for_a_claim() -> None:
    body = "match: {a: earned(?c)}\nwithout: {b: spent(?c)}"
    assert found(body, BOTH[0])
    assert not found(body, *BOTH)


def test_without_a_reference_asks_for_one() -> None:
    body = "match: {a: earned(?c)}\nwithout: {b: reference}"
    assert found(body, BOTH[0])
    assert not judge(body, document(BOTH[0], references=(BOTH[0],))).findings


# What is matched


def test_a_claim_is_never_held_against_itself() -> None:
    body = "match:\n  a: earned(?c)\n  b: earned(?c)\nforbid: a.value <= b.value"
    assert not found(body, BOTH[0])


def test_claim_means_any_claim_and_reference_any_reference() -> None:
    body = "match:\n  a: claim\n  b: reference\nforbid: a.value != b.value and a.attribute == b.attribute"
    assert judge(body, document(BOTH[0], references=(say("earned(B)", "3 EUR", 2020),))).findings
    assert not judge(body, document(*BOTH)).findings


def test_claims_of_one_slot_make_one_finding() -> None:
    again = say("spent(A)", "4 EUR", 2025, id="again")
    assert judge(MORE, document(*BOTH, again)).claims == [{"earned", "spent", "again"}]


def test_a_message_says_what_the_claims_said() -> None:
    message = "message: {en: '{?c}: {a.value} {b.value} {a.value - b.value}', fr: x}\n"
    (finding,) = judge(message + MORE, document(*BOTH)).findings
    assert finding.text is not None
    assert finding.text["en"] == "{e0}: {e1} {e2} {e3}"
    assert [finding.data[f"e{n}"] for n in range(3)] == ["A", "9 EUR", "5 EUR"]


def test_a_message_may_hold_braces_in_the_words_of_the_document() -> None:
    message = "message: {en: 'said {a.quote}', fr: x}\n"
    quoted = say("earned(A)", "9 EUR", 2025, quote="{x} {e0}")
    (finding,) = judge(message + MORE, document(quoted, BOTH[1])).findings
    assert finding.data["e0"] == "{x} {e0}"


# Patterns


ARTICLE = "claims: []\ntext: |\n  A sky-high price,\n  and a skyhigh one. Sky-high, sky-high!\n"
WORD = "message: {en: '{match}', fr: '{match}'}\npattern: (?i)\\bsky-?high\\b\n"


def test_a_pattern_finds_each_passage_of_the_article() -> None:
    seen = judge(WORD, ARTICLE)
    assert [(f.span.line, f.span.column, f.data["match"]) for f in seen.findings] == [
        (3, 5, "sky-high"), (4, 9, "skyhigh"), (4, 22, "Sky-high"), (4, 32, "sky-high"),
    ]  # fmt: skip


def test_a_pattern_over_quotes_finds_the_claims() -> None:
    body = WORD + "over: quotes"
    quoted = say("earned(A)", "9 EUR", 2025, quote="a sky-high profit")
    assert found(body, quoted)
    assert not found(body, BOTH[0])
    assert not judge(body, ARTICLE).findings


def test_a_pattern_of_one_language_leaves_other_articles_alone() -> None:
    french = "document: {language: fr}\n" + ARTICLE
    assert not judge(WORD + "language: en", french).findings
    assert len(judge(WORD + "language: fr", french).findings) == 4


def test_a_pattern_that_matches_nothing_finds_nothing() -> None:
    assert not judge("pattern: x*", ARTICLE).findings
