"""The quick reader, the full one, an independent one and the models agree on what a file says and where."""

import datetime
import json
import math
import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError as RuamelError

from claimcheck.load.places import place
from claimcheck.load.reader import Irregular, Node, data_of, read, skim
from claimcheck.load.scalars import Plain
from claimcheck.source import LINE_BREAK, Source
from tests.properties import few, texts
from tests.properties.placed import Written, written

any_yaml = st.one_of(
    texts.soup,
    texts.noise,
    texts.trees.map(texts.block),
    texts.trees.map(texts.flow),
    texts.nearly("claims").map(texts.block),
    texts.slips(texts.CLAIMS),
    texts.slips(texts.VOCABULARY),
)


def exactly(data: object) -> object:
    """Data in a form that tells plain scalars from text, and keeps the order of keys."""
    if isinstance(data, dict):
        return [(key, exactly(value)) for key, value in data.items()]
    if isinstance(data, list):
        return ["list", *(exactly(value) for value in data)]
    return type(data), str(data)


@given(written())
def test_plainly_regular_files_are_read_quickly(file: Written) -> None:
    assert exactly(skim(file.text)) == exactly(file.data)


# What ruamel.yaml reads by older rules: `1_000`, `0b1`, `2026-01-30`; the core schema has text there.
_OLDER = re.compile(r"[-+.0-9a-fA-FxobeE_]*_[-+.0-9a-fA-FxobeE_]*|[-+]?0b[01]+|\d{4}-\d\d?-\d\d?.*")


def number(text: str) -> float | None:
    """The number of a plain scalar, as YAML 1.2.2, 10.3.2 has it."""
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    for prefix, base in (("0o", 8), ("0x", 16)):
        if text.startswith(prefix) and re.fullmatch(r"[0-9a-fA-F]+", text[2:]):
            return int(text[2:], base)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    infinite = re.fullmatch(r"([-+]?)\.(inf|Inf|INF)", text)
    return float(infinite[1] + "inf") if infinite else None


def agrees(ours: object, theirs: Any) -> bool:
    """Whether our data says what ruamel.yaml read."""
    if isinstance(ours, dict):
        return (
            isinstance(theirs, dict)
            and len(ours) == len(theirs)
            and all(
                any(
                    _scalar(key, k, plain=k.__class__ is not str) and agrees(value, v)
                    for k, v in theirs.items()
                )
                for key, value in ours.items()
            )
        )
    if isinstance(ours, list):
        return (
            isinstance(theirs, list) and len(ours) == len(theirs) and all(map(agrees, ours, theirs))
        )
    return _scalar(str(ours), theirs, plain=isinstance(ours, Plain))


def _scalar(text: str, theirs: object, *, plain: bool) -> bool:
    if isinstance(theirs, (datetime.date, int, float)) and _OLDER.fullmatch(text):
        return True
    if not plain:
        return theirs == text and isinstance(theirs, str)
    if theirs is None:
        return text in ("", "~", "null", "Null", "NULL")
    if isinstance(theirs, bool):
        return text in (("true", "True", "TRUE") if theirs else ("false", "False", "FALSE"))
    if isinstance(theirs, (int, float)):
        return number(text) == theirs or (math.isnan(theirs) and text in (".nan", ".NaN", ".NAN"))
    return False


def judged(text: str) -> Any:
    """What ruamel.yaml reads; the example is dropped if it reads nothing."""
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    try:
        return reader.load(text)
    except (RuamelError, ValueError, TypeError, KeyError, AttributeError, NotImplementedError):
        assume(False)


@given(any_yaml)
def test_data_is_what_an_independent_reader_gives(text: str) -> None:
    assume(not re.search("[\x85\u2028\u2029\ufeff]|!|%|[\t]", text))
    reading = read(text)
    assume(not reading.complaints)
    assert agrees(data_of(reading.root), judged(text))


@given(texts.merges())
def test_merges_and_aliases_are_expanded_as_by_an_independent_reader(text: str) -> None:
    reading = read(text)
    assert reading.complaints == []
    assert agrees(data_of(reading.root), judged(text))


@few
@given(written(breaks=("\n", "\r\n")))
def test_data_of_regular_files_is_what_an_independent_reader_gives(file: Written) -> None:
    assert agrees(data_of(read(file.text).root), judged(file.text))


@given(written())
def test_data_is_what_was_written(file: Written) -> None:
    reading = read(file.text)
    assert reading.complaints == []
    assert exactly(data_of(reading.root)) == exactly(file.data)


@given(written())
def test_every_key_and_value_has_its_place(file: Written) -> None:
    source = Source("some.claims.yaml", file.text)
    for placed in file.places:
        span = place(source, placed.path, on_key=placed.on_key)
        assert (span.line, span.column) == (placed.start.line + 1, placed.start.column + 1)
        if placed.end is not None and placed.end > placed.start:
            assert (span.end_line, span.end_column) == (placed.end.line + 1, placed.end.column + 1)
        if placed.plain is not None:
            assert source.line(span.line)[span.column - 1 : span.end_column - 1] == placed.plain


@given(st.lists(st.text(max_size=6), min_size=1, max_size=4), st.booleans())
def test_every_value_of_json_has_its_place(words: list[str], plain: bool) -> None:
    def write(data: object, indent: int | None = None) -> str:
        return json.dumps(data, ensure_ascii=plain, indent=indent)

    claims = [{"note": word, "id": f"id {number}"} for number, word in enumerate(words)]
    file = Source("some.claims.json", write({"claims": claims}, indent=1))
    lines = Source("some.claims.jsonl", "\n".join(map(write, claims)))
    for source in (file, lines):
        for number in range(len(words)):
            span = place(source, ("claims", number, "id"))
            cut = source.line(span.line)[span.column - 1 : span.end_column - 1]
            assert cut == f'"id {number}"'


@given(any_yaml)
def test_a_plain_scalar_is_the_text_at_its_place(text: str) -> None:
    lines = LINE_BREAK.split(text)
    for node in nodes(read(text).root):
        start, end = node.start, node.end
        if node.kind == "text" and node.plain and node.content and start.line == end.line:
            written = lines[start.line][start.column : end.column]
            assert written == node.content or re.match("[!&|>\"']", written)


def nodes(root: Node | None) -> list[Node]:
    """All nodes of a tree, each once."""
    found: dict[int, Node] = {}
    rest = [] if root is None else [root]
    while rest:
        node = rest.pop()
        if id(node) not in found:
            found[id(node)] = node
            rest += node.content if node.kind == "list" else ()
            rest += [n for pair in node.content for n in pair] if node.kind == "map" else ()
    return [*found.values()]


@few
@given(written(breaks=("\n", "\r\n", "\u2028")), st.data())
def test_a_second_key_is_a_complaint_at_its_place(file: Written, data: st.DataObject) -> None:
    assume(isinstance(file.data, dict))
    firsts = [p for p in file.places if p.on_key and len(p.path) == 1]
    first = data.draw(st.sampled_from(firsts))
    lines = LINE_BREAK.split(file.text)
    reading = read(f"{file.text}{first.path[0]}: again\n")
    [complaint] = reading.complaints
    assert (complaint.kind, complaint.start) == ("duplicate-key", (len(lines) - 1, len(lines[-1])))
    assert complaint.data == {"key": first.path[0], "line": first.start.line + 1}
    assert data_of(reading.root) == file.data, "the first one counts"
    with pytest.raises(Irregular):
        skim(f"{file.text}{first.path[0]}: again\n")


@given(written(), st.sampled_from("\0\x07\x1b\x7f\x9b\ufffe"), st.data())
def test_a_forbidden_character_is_a_complaint_at_its_place(
    file: Written, character: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(file.text)))
    before = LINE_BREAK.split(file.text[:at])
    reading = read(file.text[:at] + character + file.text[at:])
    places = [c.start for c in reading.complaints if c.kind == "invalid-syntax"]
    assert (len(before) - 1, len(before[-1])) in places


# Beside those of the tests of the loader.
CORE = {
    "yes": str,
    "off": str,
    "y": str,
    "0x1F": 31,
    "0b1": str,
    "190:20:30": str,
    "1e3": 1000,
    "1E+3": 1000,
    "5.": 5,
    "+1": 1,
    "-0": 0,
    "e3": str,
    ".": str,
    "+": str,
    "0o8": str,
    "0X1F": str,
    "-0x1F": str,
    ".inf": float("inf"),
    "-.INF": -float("inf"),
    "nan": str,
    "NaN": str,
    "inf": str,
    "NULL": "null",
    "nULL": str,
    "True": True,
    "tRUE": str,
    "FALSE": False,
    "2026-01": str,
    "2026": 2026,
    "=": str,
    "٣": str,
    "１": str,
}


@pytest.mark.parametrize(("text", "meaning"), CORE.items())
def test_odd_plain_scalars_mean_what_the_core_schema_says(text: str, meaning: object) -> None:
    data = skim(f"a: {text}")
    assert exactly(data) == exactly(data_of(read(f"a: {text}").root))
    assert isinstance(data, dict)
    value = data["a"]
    assert value == text
    assert isinstance(value, Plain) is (meaning is not str)
    if meaning is not str:
        found = "null" if value.null else value.boolean
        assert (found if found is not None else number(text) or 0) == meaning or meaning == "nan"
    for quoted in (f"a: '{text}'", f'a: "{text}"', f"a: !!str {text}", f"a: >-\n  {text}"):
        assert exactly(data_of(read(quoted).root)) == exactly({"a": text})


def test_a_forbidden_character_after_accents_is_found_where_it_is() -> None:
    [complaint] = read("note: été à Orléans\nid: \x07\n").complaints
    assert complaint.start == (1, 4)


def test_a_line_of_json_is_one_line_to_all() -> None:
    """JSON may hold U+2028 as it is; a message must still show the line that it speaks of."""
    source = Source("some.claims.jsonl", '{"id": "a", "note": "\u2028"}\n{"id": "b"}')
    span = place(source, ("claims", 1, "id"))
    assert source.line(span.line)[span.column - 1 : span.end_column - 1] == '"b"'
