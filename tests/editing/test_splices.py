"""A change of a claim file says what was meant, and leaves every other line as it is."""

import json
from difflib import SequenceMatcher
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimcheck.editing.decisions import KEYS
from claimcheck.editing.splices import CannotEdit, with_item, with_key, without
from claimcheck.editing.written import Notation, entry, item, one_line
from claimcheck.load.reader import data_of, read
from claimcheck.source import Source


def read_by_another(text: str) -> Any:
    """The data as ruamel.yaml reads them, all scalars as text."""
    return _texts(YAML(typ="rt").load(StringIO(text)))


def _texts(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_texts(value) for value in data]
    return str(data)


words = st.text("abcé '’:#-,{}[]\"\\|>&*!%@`?\t\u202e0123456789~.", min_size=1, max_size=90)
keys = st.sampled_from(["subject", "attribution", "note", "scenario", "value", "quote"])
claims = st.dictionaries(keys, words, max_size=4).map(lambda rest: {"id": "x", **rest})
files = st.lists(claims, min_size=1, max_size=4)


@st.composite
def yaml_files(draw: st.DrawFn) -> str:
    """A file of claims as people lay it out: blocks or braces, comments, empty lines, either line break."""
    lines = ["# A file.", "document: {title: t}", "", "claims:  # all of them"]
    for number, claim in enumerate(draw(files)):
        lines += draw(st.sampled_from([[], [""], ["  # a remark"], ["", "  # a remark", ""]]))
        if draw(st.booleans()):
            lines.append(f"  - {one_line(claim)}" + draw(st.sampled_from(["", "  # flows"])))
        else:
            first, *rest = item(claim, 2)
            lines += [first, *rest]
            lines += draw(st.sampled_from([[], ["    # about the last key"]]))
        assert number < 9
    lines += draw(st.sampled_from([[], [""], ["# The end."], ["", "other: 1  # the end"]]))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))


def removed_lines(old: str, new: str) -> list[str]:
    """The lines of a text that another does not have in the same order."""
    before, after = old.splitlines(), new.splitlines()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        line
        for tag, first, last, _, _ in matcher.get_opcodes()
        for line in before[first:last]
        if tag != "equal"
    ]


def comments(text: str) -> list[str]:
    """The comments of the files above."""
    known = ("# A file", "# a remark", "# flows", "# about", "# all", "# The end", "# the end")
    return [mark for line in text.splitlines() for mark in known if mark in line]


@given(yaml_files(), st.data(), keys, words)
def test_a_key_that_is_set_is_read_back_and_nothing_else_changes(
    text: str, data: st.DataObject, key: str, value: str
) -> None:
    source = Source("x.claims.yaml", text)
    before = data_of(read(text).root)
    number = data.draw(st.integers(0, len(before["claims"]) - 1))  # type: ignore[index]
    new = with_key(source, ("claims", number), key, value, KEYS)
    expected = _texts(before)
    expected["claims"][number][key] = value
    assert read_by_another(new) == expected
    assert comments(new) == comments(text)
    for line in removed_lines(text, new):
        assert "id: x" not in line or "{" in line, "only lines of the key itself may change"


@given(yaml_files(), st.data(), claims)
def test_an_item_is_put_behind_the_one_that_is_named(
    text: str, data: st.DataObject, claim: dict[str, str]
) -> None:
    source = Source("x.claims.yaml", text)
    before = _texts(data_of(read(text).root))
    after = data.draw(st.none() | st.integers(0, len(before["claims"]) - 1))
    new = with_item(source, ("claims",), claim, after)
    place = len(before["claims"]) if after is None else after + 1
    before["claims"].insert(place, claim)
    assert read_by_another(new) == before
    assert removed_lines(text, new) == [] or not text.endswith(("\n", "\r\n"))


@given(yaml_files(), st.data())
def test_a_key_that_is_removed_takes_its_own_lines_only(text: str, data: st.DataObject) -> None:
    source = Source("x.claims.yaml", text)
    before = _texts(data_of(read(text).root))
    number = data.draw(st.integers(0, len(before["claims"]) - 1))
    others = [key for key in before["claims"][number] if key != "id"]
    if not others:
        return
    key = data.draw(st.sampled_from(others))
    new = without(source, ("claims", number, key))
    del before["claims"][number][key]
    assert read_by_another(new) == before
    assert comments(new) == comments(text)


@given(files, st.data(), words, st.sampled_from([None, 2]))
def test_json_stays_json(
    data: list[dict[str, str]], draw: st.DataObject, value: str, indent: int | None
) -> None:
    text = json.dumps({"document": {}, "claims": data}, indent=indent, ensure_ascii=False)
    number = draw.draw(st.integers(0, len(data) - 1))
    source = Source("x.claims.json", text)
    assert json.loads(with_key(source, ("claims", number), "note", value, KEYS)) == {
        "document": {},
        "claims": [{**c, "note": value} if n == number else c for n, c in enumerate(data)],
    }
    added = with_item(source, ("claims",), {"id": "new", "note": value}, number)
    assert json.loads(added)["claims"] == [
        *data[: number + 1], {"id": "new", "note": value}, *data[number + 1 :]
    ]  # fmt: skip
    assert (
        json.loads(without(source, ("claims", number)))["claims"]
        == (data[:number] + data[number + 1 :])
        or len(data) == 1
    )


@given(files, st.data(), words)
def test_one_claim_a_line_stays_one_claim_a_line(
    data: list[dict[str, str]], draw: st.DataObject, value: str
) -> None:
    text = "".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in data)
    number = draw.draw(st.integers(0, len(data) - 1))
    source = Source("x.claims.jsonl", text)
    changed = with_key(source, ("claims", number), "note", value, KEYS).split("\n")
    assert json.loads(changed[number]) == {**data[number], "note": value}
    lines = text.split("\n")
    assert changed[:number] + changed[number + 1 :] == lines[:number] + lines[number + 1 :]
    more = with_item(source, ("claims",), {"id": "new", "note": value}, number).split("\n")
    assert json.loads(more.pop(number + 1)) == {"id": "new", "note": value}
    assert more == text.split("\n")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("claims:\n  - &a {id: a, value: 1}\n  - *a\n", 0),
        ("claims:\n  - &a {id: a, value: 1}\n  - *a\n", 1),
        ("claims:\n  - &a {id: a, value: 1}\n  - {<<: *a, id: b}\n", 0),
        ("claims:\n  - id: a\n    value: *nothing\n", 0),
        ("claims: [\n", 0),
        ("claims:\n  - {id: a}\n", 1),
        ("claims: {id: a}\n", 0),
    ],
)
def test_what_stands_behind_an_alias_or_in_a_broken_file_is_refused(text: str, number: int) -> None:
    with pytest.raises(CannotEdit):
        with_key(Source("x.claims.yaml", text), ("claims", number), "value", Notation("2"))


def test_a_claim_that_merges_another_gets_a_value_of_its_own() -> None:
    text = "claims:\n  - &a {id: a, value: 1}\n  - {<<: *a, id: b}\n"
    changed = with_key(Source("x.claims.yaml", text), ("claims", 1), "value", Notation("2"))
    assert changed == "claims:\n  - &a {id: a, value: 1}\n  - {<<: *a, id: b, value: 2}\n"


def test_a_value_keeps_the_comment_behind_it() -> None:
    text = "claims:\n  - id: a\n    value: 3  # as in the table\n    note: b\n"
    assert with_key(Source("x.claims.yaml", text), ("claims", 0), "value", Notation("4 %")) == (
        "claims:\n  - id: a\n    value: 4 %  # as in the table\n    note: b\n"
    )


def test_a_new_key_goes_where_people_expect_it() -> None:
    text = "claims:\n  - id: a\n    value: 3\n    quote: >-\n      some words\n      of it\n    # mark\n"
    changed = with_key(Source("x.claims.yaml", text), ("claims", 0), "when", Notation("2026"), KEYS)
    assert changed == text.replace("value: 3\n", "value: 3\n    when: 2026\n")
    changed = with_key(Source("x.claims.yaml", text), ("claims", 0), "note", "ask", KEYS)
    assert changed == text.replace("of it\n", "of it\n    note: ask\n")


def test_the_first_claim_of_a_file_and_the_last_entry_of_a_list() -> None:
    assert with_item(Source("x.claims.yaml", "claims: []  # none\n"), ("claims",), {"id": "a"}) == (
        "claims:  # none\n  - id: a\n"
    )
    text = "claims:\n  - id: a\n    ignore:\n      - {rule: r/a, reason: b}\n    note: c\n"
    removed = without(Source("x.claims.yaml", text), ("claims", 0, "ignore", 0))
    assert removed == "claims:\n  - id: a\n    note: c\n"


def test_long_texts_are_folded_and_quotes_always() -> None:
    assert entry("quote", "a: b # c", 4) == ["    quote: >-", "      a: b # c"]
    assert entry("note", "word " * 30 + "end", 0)[0] == "note: >-"
    assert entry("where", {"in": "A, B", "deal": "x"}, 0) == ['where: {in: "A, B", deal: x}']
