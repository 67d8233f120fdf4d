"""Places: lines are those of editors, and JSON has its places whatever its strings hold."""

import pytest

from claimcheck.finding import at_problem
from claimcheck.load.claims import load_document
from claimcheck.load.places import place, tree
from claimcheck.load.reader import data_of, read
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.rules.format import duplicate_key, missing_key
from claimcheck.source import Source
from claimcheck.wording import help_of


@pytest.mark.parametrize("odd", ["\x85", "\u2028", "\u2029"])
def test_only_line_feeds_and_carriage_returns_end_lines(odd: str) -> None:
    text = f"claims:\n  - {{id: a, note: 'one{odd}two'}}\r\n  - {{id: b}}\r  - {{id: c}}\n"
    source = Source("some.claims.yaml", text)
    for number, name in enumerate("abc"):
        span = place(source, ("claims", number, "id"))
        assert (span.line, source.line(span.line)[span.column - 1]) == (number + 2, name)


def test_what_follows_an_odd_line_end_is_in_its_line() -> None:
    source = Source("some.claims.yaml", "note: 'a\u2028b' # \u2028id: x\n")
    span = place(source, ("id",))
    assert (span.line, source.line(1)[span.column - 1]) == (1, "x")


def test_a_second_key_after_odd_line_ends_names_the_line_of_the_first() -> None:
    (complaint,) = read("a: 1 # \u2028\nb: 2\nb: 3\n").complaints
    assert (complaint.start, complaint.data["line"]) == ((2, 0), 2)


STRINGS = {
    "an escaped pair": ('"\\ud83d\\ude00 \\uD83D\\uDE00"', "\U0001f600 \U0001f600"),
    "a pair after a backslash": ('"\\\\ud83d\\\\ude00"', "\\ud83d\\ude00"),
    "raw controls": ('"\x7f\x9b"', "\x7f\x9b"),
    "raw line ends": ('"a\u2028b\x85c"', "a\u2028b\x85c"),
}


@pytest.mark.parametrize(("written", "meant"), STRINGS.values(), ids=STRINGS.keys())
def test_a_string_of_json_is_what_it_says_and_moves_no_place(written: str, meant: str) -> None:
    text = f'{{"document": {{"title": {written}, "language": "en"}},\n "claims": [7]}}'
    source = Source("some.claims.json", text)
    reading = tree(source)
    assert reading.complaints == []
    data = data_of(reading.root)
    assert isinstance(data, dict)
    assert data["document"]["title"] == meant
    span = place(source, ("document", "language"))
    assert source.line(1)[span.column - 1 : span.end_column - 1] == '"en"'
    assert place(source, ("claims", 0))[1:3] == (2, 13)


def test_a_second_key_in_a_line_of_json_names_that_line() -> None:
    source = Source("some.claims.jsonl", '{"id": "a"}\n{"id": "b", "id": "c"}\n')
    (complaint,) = tree(source).complaints
    assert (complaint.start.line, complaint.data["line"]) == (1, 2)


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("a.claims.yaml", "claims: [{id: a, that: 1 < 2}, {attribute: b}]", "add `id:`"),
        ("a.claims.json", '{"claims": [{"attribute": "b"}]}', 'add `"id":`'),
        ("a.claims.jsonl", '{"attribute": "b"}', 'add `"id":`'),
    ],
)
def test_help_is_in_the_notation_of_the_file(name: str, text: str, advice: str) -> None:
    document = load_document(Source(name, text), "claims", general_vocabulary())
    missing = [p for p in document.problems if p.data.get("key") == "id"]
    finding = at_problem(missing[0], help=missing_key.HELP)
    assert help_of(finding, "en") == advice


def test_help_for_json_has_no_hyphens() -> None:
    source = Source("a.claims.json", '{"claims": [], "claims": []}')
    (problem,) = load_document(source, "claims", general_vocabulary()).problems
    assert "with `{`" in help_of(at_problem(problem, help=duplicate_key.HELP), "en")
