"""Frames show the places of a finding in their lines, marked to the column."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.finding import Related
from claimcheck.report import Style, renderer
from claimcheck.report.cells import pieces, width, wrap
from claimcheck.source import Span
from tests.properties import few
from tests.report.frames import Place, finding, frame, phrase, report


def test_a_label_stands_beside_its_mark() -> None:
    assert (
        frame("- value: 5 USD", ((1, 10, 15), "acme"))
        == """
 --> a.yaml:1:10
  |
1 | - value: 5 USD
  |          ^^^^^ acme
  |
"""
    )


def test_both_sides_stand_in_one_frame_and_dots_where_lines_are_left_out() -> None:
    text = "- value: 5\n- x\n- value: 7\n- x\n- x\n- value: 9"
    places: list[Place] = [((3, 10, 11), "b"), ((1, 10, 11), "a"), ((6, 10, 11), "c")]
    assert (
        frame(text, *places)
        == """
 --> a.yaml:3:10
  |
1 | - value: 5
  |          - a
2 | - x
3 | - value: 7
  |          ^ b
...
6 | - value: 9
  |          - c
  |
"""
    )


def test_another_file_has_a_frame_of_its_own() -> None:
    own = finding([((9, 1, 2), "here")])
    other = Related(Span("b.yaml", 112, 8, 112, 9), phrase("there"))
    texts = {"a": "\n" * 8 + "x", "b": "\n" * 111 + "value: 7"}
    shown = renderer("terminal")(report(own._replace(related=(other,)), **texts), Style(width=60))
    assert (
        shown
        == """\
error[values/conflict]: two claims
   --> a.yaml:9:1
    |
  9 | x
    | ^ here
   ::: b.yaml:112:8
    |
112 | value: 7
    |        - there
    |

1 error · checked 1 document, 2 claims, 0 references
"""
    )


def test_several_labels_on_one_line_hang_from_bars() -> None:
    line = "  - {id: a, value: 5 USD, when: 2025, where: {in: Acme}}"
    places: list[Place] = [
        ((1, 33, 37), "the other side"),
        ((1, 20, 25), "a says so"),
        ((1, 13, 25), "all of it"),
    ]
    assert (
        frame(line, *places, width=70)
        == """
 --> a.yaml:1:33
  |
1 |   - {id: a, value: 5 USD, when: 2025, where: {in: Acme}}
  |             ------------        ^^^^ the other side
  |             |      |
  |             |      a says so
  |             all of it
  |
"""
    )


def test_a_mark_covers_the_marks_of_the_other_side() -> None:
    assert (
        frame("abcdefgh", ((1, 3, 5), "in"), ((1, 1, 9), "out"))
        == """
 --> a.yaml:1:3
  |
1 | abcdefgh
  | --^^----
  | | |
  | | in
  | out
  |
"""
    )


def test_a_place_that_is_named_twice_is_marked_once() -> None:
    assert frame("abc", ((1, 1, 4), "x"), ((1, 1, 4), "x")).count("x") == 1


def test_a_span_of_several_lines_has_a_rail() -> None:
    text = "  quote: >-\n    aux alentours\n    de 830\n  value: 3"
    assert (
        frame(text, ((1, 10, 3, 11), "quote"), ((4, 10, 11), "value"))
        == """
 --> a.yaml:1:10
  |
1 |     quote: >-
  |  __________^
2 | |     aux alentours
3 | |     de 830
  | |__________^ quote
4 |     value: 3
  |            - value
  |
"""
    )


def test_a_span_of_many_lines_is_shown_by_its_first_and_last() -> None:
    text = "\n".join(("  quote:", *(f"    line {n}" for n in range(2, 9)), "  value: 3"))
    assert (
        frame(text, ((9, 10, 11), "value"), ((2, 5, 9, 1), "quote"))
        == """
 --> a.yaml:9:10
  |
2 | /     line 2
3 | |     line 3
... |
8 | |     line 8
  | |__________- quote
9 |     value: 3
  |            ^ value
  |
"""
    )


def test_two_spans_of_several_lines_have_two_rails() -> None:
    text = "a: one\n  two\n  three\nb"
    assert (
        frame(text, ((1, 4, 3, 4), "first"), ((2, 3, 4, 2), "second"))
        == """
 --> a.yaml:1:4
  |
1 |     a: one
  |  ______^
2 | | /   two
3 | | |   three
  | |_|___^ first
4 |   | b
  |   |_- second
  |
"""
    )


def test_wide_characters_marks_and_tabs_move_the_carets() -> None:
    line = "\tvalue: 日本語 5 e\u0301te\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467 x"
    places: list[Place] = [((1, 9, 12), "wide"), ((1, 15, 20), "marks"), ((1, 27, 28), "x")]
    assert (
        frame(line, *places)
        == f"""
 --> a.yaml:1:9
  |
1 | {line.expandtabs(4)}
  |            ^^^^^^   ---    - x
  |            |        |
  |            |        marks
  |            wide
  |
"""
    )


def test_a_long_line_is_shown_around_its_mark() -> None:
    line = "x: " + "ab cd " * 30 + "HERE" + " ef gh" * 30
    assert (
        frame(line, ((1, 184, 188), "this"), width=44)
        == """
 --> a.yaml:1:184
  |
1 | … ab cd ab cd HERE ef gh ef gh ef gh ef…
  |               ^^^^ this
  |
"""
    )


def test_marks_that_are_far_apart_show_their_line_twice() -> None:
    line = "x: ONE" + " ab cd" * 30 + " TWO"
    assert (
        frame(line, ((1, 4, 7), "one"), ((1, 188, 191), "two"), width=44)
        == """
 --> a.yaml:1:4
  |
1 | x: ONE ab cd ab cd ab cd ab cd ab cd ab…
  |    ^^^ one
1 | … ab cd ab cd ab cd ab cd ab cd TWO
  |                                 --- two
  |
"""
    )


def test_a_long_label_wraps_under_its_mark_and_far_to_the_right_ends_there() -> None:
    label = "Annual report of 2025 on the heat network, page 12"
    assert (
        frame("- value: 5", ((1, 10, 11), label), width=58)
        == """
 --> a.yaml:1:10
  |
1 | - value: 5
  |          ^
  |          Annual report of 2025 on the heat network,
  |          page 12
  |
"""
    )
    assert (
        frame("-" * 40 + "5", ((1, 41, 42), label), width=58)
        == """
 --> a.yaml:1:41
  |
1 | ----------------------------------------5
  |                                         ^
  |         Annual report of 2025 on the heat
  |         network, page 12
  |
"""
    )


def test_hidden_and_turning_characters_are_shown_as_codes() -> None:
    line = "a: 5\u200b0 \u202eDSU \x1b[31m x"
    assert (
        frame(line, ((1, 19, 20), "x\u2066y"))
        == """
 --> a.yaml:1:19
  |
1 | a: 5\\u200b0 \\u202eDSU \\u001b[31m x
  |                                  ^ x\\u2066y
  |
"""
    )


def test_ascii_has_no_other_characters_and_carets_still_stand_under_theirs() -> None:
    line = "a: été « x » 日"
    shown = frame(line, ((1, 10, 11), "à l’été…"), charset="ascii")
    assert (
        shown
        == """
 --> a.yaml:1:10
  |
1 | a: ete << x >> \\u65e5
  |           ^ a l'ete...
  |
"""
    )


def test_a_file_that_could_not_be_kept_still_has_its_labels() -> None:
    shown = renderer("terminal")(report(finding([((3, 1, 2), "what it says")])), Style())
    assert " --> a.yaml:3:1\n  |\n  | what it says\n  |\n" in shown


# Properties.

_CHARACTERS = "ab: é日本\u0301\uff21ñ한\u202f\t,-ß\U0001f600Ω"
lines = st.text(st.sampled_from(_CHARACTERS), min_size=1, max_size=30).filter(
    lambda text: not unicodedata.combining(text[0])
)


def columns(text: str) -> int:
    """How many columns a text fills, by the tables of Python alone."""
    text = text.replace("\t", "    ")
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) == "Mn" for c in text)


@given(line=lines, data=st.data())
def test_carets_stand_under_the_characters_of_the_span(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    source, marks = frame(line, ((1, start + 1, end + 1), ""), width=200).splitlines()[3:5]
    assert source == f"1 | {line}".replace("\t", "    ").rstrip()
    first, length = columns(line[:start]), columns(line[start:end])
    assert marks == "  | " + " " * first + "^" * max(1, length)


texts = st.lists(st.text(st.sampled_from(_CHARACTERS), max_size=90), min_size=1, max_size=9)


@few
@given(texts=texts, data=st.data(), room=st.integers(40, 200))
def test_no_line_of_a_frame_is_wider_than_the_terminal(
    texts: list[str], data: st.DataObject, room: int
) -> None:
    places = []
    for _ in range(data.draw(st.integers(1, 4))):
        first = data.draw(st.integers(1, len(texts)))
        last = data.draw(st.integers(first, len(texts)))
        start = data.draw(st.integers(1, len(texts[first - 1]) + 1))
        least = start if first == last else 1
        end = data.draw(st.integers(least, max(least, len(texts[last - 1]) + 1)))
        label = data.draw(st.text(st.sampled_from("abc 日é"), max_size=120))
        places.append(((first, start, last, end), label))
    shown = frame("\n".join(texts), *places, width=room)
    assert shown == frame("\n".join(texts), *places, width=room)
    for line in shown.splitlines():
        assert columns(line) <= room
    for label in {label for _, label in places}:
        seen = re.sub(r"[\s|]+", "", "".join(line[4:] for line in shown.splitlines()))
        assert re.sub(r"\s+", "", label) in seen or len(places) > 1


@given(st.text(st.sampled_from(_CHARACTERS.replace("\t", ""))))
def test_widths_are_those_of_unicode(text: str) -> None:
    assert width(text) == columns(text) or unicodedata.combining(text[0])
    assert "".join(pieces(text)) == text


def test_letters_of_one_column_need_no_tables() -> None:
    from wcwidth import wcwidth

    from claimcheck.report.cells import _OTHER

    plain = [chr(n) for n in range(0x3000) if _OTHER.match(chr(n)) is None]
    assert len(plain) > 1400
    assert {wcwidth(char) for char in plain} == {1}


@given(st.text(st.sampled_from("abcdefg \u202f日")), st.integers(8, 30))
def test_wrapped_text_loses_no_word_and_fits(text: str, room: int) -> None:
    wrapped = wrap(text, room, "= ", "  ")
    assert "".join(wrapped)[2:].replace(" ", "") == text.replace(" ", "")
    assert all(columns(line) <= room for line in wrapped)
    assert all(line.startswith("  ") for line in wrapped[1:])
    for word in text.split(" "):
        if columns(word) <= room - 2:
            assert any(word in line for line in wrapped)


@pytest.mark.parametrize("charset", ["ascii", "latin-1", "cp1252"])
@given(text=st.text(st.characters(exclude_characters="\0")))
def test_every_text_can_be_written_in_every_encoding(charset: str, text: str) -> None:
    from claimcheck.report.cells import shown

    shown(text, charset).encode(charset)


def test_a_message_that_finds_no_room_beside_its_rule_begins_below() -> None:
    found = finding([((1, 1, 2), "")])._replace(rule="finance/valuation-not-implied")
    longer = renderer("terminal")(report(found._replace(level="warning"), a="x"), Style(width=40))
    assert longer.startswith("warning[finance/valuation-not-implied]:\n  two claims\n --> ")
