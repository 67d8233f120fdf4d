"""Packs that cannot be used: each is refused at its place, in words, whatever is written in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.packs.loading import Pack, PackError, load_pack
from claimcheck.source import Source
from tests.packs.bad_packs import CASES, FORBID, GOOD, RELATION, Bad


def load(text: str) -> Pack:
    return load_pack(Source("rules/desk.yaml", text), general_vocabulary())


def refusal(text: str) -> tuple[int, int, str]:
    """Line, column and words of the error with which a pack is refused."""
    with pytest.raises(PackError) as caught:
        load(text)
    found = re.fullmatch(r"rules/desk\.yaml:(\d+):(\d+): (.+)", str(caught.value), re.DOTALL)
    assert found is not None, str(caught.value)
    return int(found[1]), int(found[2]), found[3]


def test_the_pack_that_the_cases_change_is_good() -> None:
    pack = load(GOOD)
    assert [rule.name.partition("/")[2] for rule in pack.rules] == [
        "spent-above-earned",
        "profit-not-left",
        "empty-word",
    ]
    assert [attribute.name for attribute in pack.attributes] == ["quota"]


@pytest.mark.parametrize("bad", CASES, ids=lambda bad: bad.case.replace(" ", "-"))
def test_a_pack_that_cannot_be_used_is_refused_at_its_place(bad: Bad) -> None:
    assert GOOD.count(bad.old) >= 1
    text = GOOD.replace(bad.old, bad.new, 1)
    line, column, words = refusal(text)
    lines = text.split("\n")
    assert 1 <= line <= len(lines)
    assert bad.line in lines[line - 1]
    assert 1 <= column <= len(lines[line - 1]) + 1
    assert bad.says in words
    assert len(words) < 400


def test_the_place_of_an_unknown_name_is_its_own_column() -> None:
    text = GOOD.replace("- costs(", "- cots(")
    line, column, _ = refusal(text)
    assert text.split("\n")[line - 1][column - 1 :].startswith("cots(")


def test_the_place_of_an_unknown_place_of_a_message_is_its_own_column() -> None:
    text = GOOD.replace("dépense {spent.value}", "dépense {spnt.value}")
    line, column, _ = refusal(text)
    assert text.split("\n")[line - 1][column - 1 :].startswith("spnt.value")


def test_the_line_of_a_fault_in_a_folded_relation_is_its_own() -> None:
    folded = ">-\n      profit(?company)\n      == revenue(?company) - cots(?company)"
    text = GOOD.replace(RELATION, folded)
    line, column, words = refusal(text)
    assert "did you mean `costs`" in words
    assert text.split("\n")[line - 1][column - 1 :].startswith("cots(")


def test_an_attribute_keeps_the_qualifiers_of_the_vocabulary() -> None:
    """A pack that needs fewer does not take them from the newsroom's claims."""
    own = "  stake: {type: share, period: instant, qualifiers: [of], doc: a part}\n  quota:"
    stake = load(GOOD.replace("  quota:", own)).attributes[0]
    assert stake.qualifiers == (*general_vocabulary().attributes["stake"].qualifiers, "of")


def test_a_refusal_shows_the_line() -> None:
    with pytest.raises(PackError) as caught:
        load(GOOD.replace("- costs(", "- cots("))
    assert caught.value.help is not None
    assert "cots(?company)" in caught.value.help


@given(st.text(max_size=300))
def test_any_text_is_a_pack_or_is_refused(text: str) -> None:
    _loads_or_is_refused(text)


PIECES = sorted(
    {*re.findall(r"[\w?-]+|[^\w\s]+|\n +", GOOD), "*", "1e9", "sum(", "at start(?t)", "null"}
)
PLACES = st.integers(0, len(GOOD) - 1)


@given(PLACES, st.integers(0, 12), st.sampled_from(PIECES) | st.text(max_size=4))
def test_any_change_of_a_good_pack_leaves_a_pack_or_is_refused(
    place: int, length: int, piece: str
) -> None:
    _loads_or_is_refused(GOOD[:place] + piece + GOOD[place + length :])


LINES = GOOD.splitlines(keepends=True)


@given(st.lists(st.sampled_from(range(len(LINES))), min_size=1, max_size=4), st.data())
def test_any_lines_left_out_or_moved_leave_a_pack_or_are_refused(
    chosen: list[int], data: st.DataObject
) -> None:
    lines = [line for number, line in enumerate(LINES) if number not in chosen]
    for number in chosen:
        if data.draw(st.booleans()):
            lines.insert(data.draw(st.integers(0, len(lines))), LINES[number])
    _loads_or_is_refused("".join(lines))


EXPRESSIONS = st.lists(
    st.sampled_from(
        "profit(?company) revenue(?c) costs(*) sum( ) ( , == <= + - * / 5 5 % 1e9 EUR at previous(?t) "
        "hours(?t) and or not possibly( granular( words( spent.value spent.quote earned.when ?company "
        "document.published document.language as-of limit strict 'x' true Acme founded(?company)".split(
            " "
        )
    ),
    max_size=12,
).map(" ".join)


@given(EXPRESSIONS, st.sampled_from((RELATION, FORBID.partition(" ")[2], "revenue(?company)")))
def test_any_expression_is_read_or_refused(expression: str, old: str) -> None:
    quoted = '"' + expression + '"'
    _loads_or_is_refused(GOOD.replace(old, quoted))


def _loads_or_is_refused(text: str) -> None:
    try:
        load(text)
    except PackError as error:
        refused = str(error)
    else:
        return
    found = re.match(r"rules/desk\.yaml:(\d+):(\d+): .", refused, re.DOTALL)
    assert found is not None, refused
    assert 1 <= int(found[1]) <= text.count("\n") + text.count("\r") + 2
