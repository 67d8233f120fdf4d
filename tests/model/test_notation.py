"""The notation: the quick pattern and the grammar read every text alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import notation
from claimcheck.model.notation import (
    Notation,
    NotationError,
    read_notation,
    write_notation,
)

PARTS = (
    "about ~ up to under at most from over at least < <= > >= .. to"
    " 5 41e9 0.5 -3 1_000 billion million USD EUR/MWh %"
).split()
TEXTS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map(" ".join)


def by_grammar(text: str) -> Notation | None:
    try:
        return notation._parse(text, "value")
    except NotationError:
        return None


@given(text=TEXTS)
def test_what_the_quick_pattern_reads_the_grammar_reads_alike(text: str) -> None:
    if notation._QUICK.fullmatch(text) is None:
        return
    assert by_grammar(text) == read_notation(text)


@pytest.mark.parametrize(
    "text",
    [
        "41e9 USD",
        "about 830 billion USD",
        "~830e9USD",
        "20 to 50 billion USD",
        "up to about 5 %",
        ".. 5",
        "5 .. 8 km",
    ],
)
def test_common_values_need_no_grammar(text: str) -> None:
    assert notation._QUICK.fullmatch(text) is not None
    assert by_grammar(text) == read_notation(text)


def test_the_first_end_of_a_range_takes_scale_and_unit_of_the_second() -> None:
    first = read_notation("20 to 50 billion USD").first
    assert first is not None
    assert (first.scale, first.unit) == ("billion", "USD")
    own = read_notation("10 million to 15 billion EUR").first
    assert own is not None
    assert (own.scale, own.unit) == ("million", "EUR")


def test_about_before_a_range_is_about_both_ends() -> None:
    found = read_notation("about 20 to 50 USD")
    assert found.first is not None
    assert found.second is not None
    assert found.first.about
    assert found.second.about


@given(text=TEXTS)
def test_reading_what_was_written_gives_the_same_value(text: str) -> None:
    try:
        notation_ = read_notation(text)
    except NotationError:
        return
    assert read_notation(write_notation(notation_)) == notation_
