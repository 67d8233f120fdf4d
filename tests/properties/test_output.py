"""Hostile text in claims is shown, and never obeyed, by any report."""

import json
import re
import unicodedata
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimcheck.index import Index
from claimcheck.load.claims import load_document
from claimcheck.load.vocabulary import general_vocabulary, load_vocabulary
from claimcheck.model.vocabulary import Entity, Vocabulary
from claimcheck.report import Report, Style, renderer
from claimcheck.report.summary import summary
from claimcheck.schemas import schema
from claimcheck.source import Source
from tests.properties import few, texts
from tests.properties.newsroom import report
from tests.report_html import parsed

LANGUAGES = ("en", "fr")
VALIDATOR = Draft202012Validator(schema("report"))

# The marks that turn the direction of text, which a reader then takes for something else.
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HOSTILE = (
    *("\0", "\x07", "\x08", "\x1b[31m", "\x1b]8;;http://x\x07", "\x7f", "\x9b31m", "\x85"),
    *("\n", "\r", "\r\n", "\t", "\x0b", "\x0c", "\x1c", "\u2028", "\u2029", "\n::error::x", "\n\n"),
    *(*sorted(BIDI), "\u200b", "\ufeff", "\U000e0041", "e\u0301" * 20),
    *("{x}", "{0}", "{}", "{claim}", "{claim.__class__}", "{{", "}", "%s", "%(x)s", "%", "$x"),
    *("</script>", "<!--", "]]>", "&lt;", "<b onclick='x'>", "\\", '"', "'", "`", "\\u202e", "|"),
    *("x" * 3000, "long words " * 200, "é", "日本", "\U0001f600", "-", "a", "b", " "),
)
hostile = st.lists(st.sampled_from(_HOSTILE), min_size=1, max_size=4).map("".join)
with_surrogates = st.one_of(hostile, st.just("\ud800"), st.just("a\udfffb"))
styles = st.builds(
    Style,
    st.sampled_from(LANGUAGES),
    st.just(False),
    st.sampled_from((1, 40, 80, 200)),
    st.just(False),
    st.sampled_from(("utf-8", "ascii", "cp1252")),
)


def is_control(character: str) -> bool:
    """Whether a character moves the cursor, colours, rings, or turns the direction of text."""
    return character in BIDI or (unicodedata.category(character) == "Cc" and character != "\n")


def check_plain(output: str) -> None:
    """Nothing in an output that a terminal would obey, or could not print."""
    assert [character for character in output if is_control(character)] == []
    output.encode()


def check_report(found: Report, style: Style) -> None:
    """All formats show a report, each in its form."""
    check_plain(renderer("terminal")(found, style))
    concise = renderer("concise")(found, style)
    check_plain(concise)
    assert concise.endswith("\n")
    lines = concise[:-1].split("\n")
    assert len(lines) == len(found.findings) + len(summary(found, style.language))
    written = renderer("json")(found, style)
    check_plain(written)
    data = json.loads(written)
    VALIDATOR.validate(data)
    page = renderer("html")(found, style)
    check_plain(page)
    parsed(page)
    assert len(data["findings"]) == len(found.findings)


class Case(NamedTuple):
    """Claims and references with hostile text, and the names of the entities that they are about."""

    names: list[str]
    claims: list[dict[str, Any]]
    references: list[dict[str, Any]]
    head: dict[str, Any]


def report_on(case: Case) -> Report:
    """The report on claims in JSON, which can hold any text."""
    names, claims, references, head = case
    names = [name.encode("utf-8", "replace").decode() for name in names]
    labels = json.dumps({"en": names[0], "fr": names[-1]})
    below = load_vocabulary(
        Source(
            "vocabulary.yaml",
            f"attributes:\n  worth: {{type: money, period: instant, label: {labels}}}\n",
        ),
        general_vocabulary(),
    ).vocabulary
    known = Vocabulary(
        [Entity(f"e{n}", name, (f"e{n}", name)) for n, name in enumerate(names)], (), below
    )
    document = load_document(
        Source("h.claims.json", json.dumps({"document": head, "claims": claims})), "claims", known
    )
    truths = load_document(
        Source("h.references.json", json.dumps({"references": references})), "references", known
    )
    return report(Index([document], [truths], as_of=739_800))


# A place in a claim for each hostile text, over pairs that some rule holds against each other.
_PAIRS: tuple[tuple[dict[str, Any], ...], ...] = (
    (
        {"attribute": "worth", "value": "5\nmillion USD"},
        {"attribute": "worth", "value": "about\t7 EUR"},
    ),
    ({"attribute": "worth", "value": "5 USD"}, {"attribute": "worth", "value": "up to 5 USD"}),
    ({"attribute": "headquarters", "value": "e0"}, {"attribute": "headquarters", "value": "e1"}),
    (
        {"attribute": "worth", "value": "5 USD"},
        {"attribute": "worth", "value": "5 USD", "denied": True},
    ),
    ({"attribute": "release", "value": "2024"}, {"attribute": "release", "value": "2027"}),
    (
        {"attribute": "revenue", "value": "1 USD"},
        {"attribute": "revenue", "value": "1 USD", "certainty": "possible"},
    ),
    (
        {"attribute": "exclusive_distributor", "value": "e0"},
        {"attribute": "distributor", "value": "e1"},
    ),
    (
        {"attribute": "founded", "value": "2030"},
        {"attribute": "worth", "value": "5 USD", "when": "2020"},
    ),
)
_TEXTS = ("scenario", "attribution", "quote", "note")
_WRONG = (
    *_TEXTS,
    "subject",
    "attribute",
    "value",
    "when",
    "that",
    "precision",
    "certainty",
    "replaces",
)


@st.composite
def cases(draw: st.DrawFn, words: st.SearchStrategy[str]) -> Case:
    """A few pairs of claims that disagree, with hostile text in every place."""
    some = draw(st.lists(words, min_size=2, max_size=4))
    word = st.sampled_from(some)
    claims, references = [], []
    for number, pair in enumerate(draw(st.lists(st.sampled_from(_PAIRS), min_size=1, max_size=3))):
        shared = {key: draw(word) for key in draw(st.lists(st.sampled_from(_TEXTS), max_size=3))}
        ends = draw(st.sampled_from(("claims", "claim and reference")))
        for side, fields in enumerate(pair):
            claim = {"id": f"{number}{side}{draw(word)}", "subject": "e0", **fields, **shared}
            if draw(st.integers(0, 3)) == 0:
                claim[draw(st.sampled_from(_WRONG))] = draw(word)
            if draw(st.integers(0, 5)) == 0:
                claim[draw(word)] = draw(word)
            if draw(st.integers(0, 5)) == 0:
                claim["ignore"] = [
                    {"rule": draw(word | st.just("values/conflict")), "reason": draw(word)}
                ]
            if side and ends != "claims":
                references.append({**claim, "citation": draw(word)})
            else:
                claims.append(claim)
    head = {
        key: draw(word)
        for key in draw(st.lists(st.sampled_from(("title", "language", "url", "text"))))
    }
    return Case(some, claims, references, {**head, "published": "2026-01-30"})


@few
@given(cases(hostile), styles)
def test_hostile_text_is_shown_and_not_obeyed(case: Case, style: Style) -> None:
    check_report(report_on(case), style)


@few
@given(cases(with_surrogates), styles)
def test_text_that_utf_8_cannot_hold_is_shown(case: Case, style: Style) -> None:
    check_report(report_on(case), style)


@few
@given(
    st.lists(st.sampled_from((*_HOSTILE, *texts.SYNTAX)), max_size=6).map("".join),
    st.integers(0, 6),
    styles,
)
def test_hostile_files_are_shown_and_not_obeyed(scrap: str, line: int, style: Style) -> None:
    """Also characters that YAML forbids: the file is unreadable, and its lines are still shown."""
    lines = texts.CLAIMS.split("\n")
    text = "\n".join((*lines[: line * 4], scrap, *lines[line * 4 :]))
    document = load_document(Source("h.claims.yaml", text), "claims", general_vocabulary())
    check_report(report(Index([document], [], as_of=739_800)), style)


@few
@given(hostile, styles)
def test_hostile_names_of_files_are_shown_and_not_obeyed(name: str, style: Style) -> None:
    document = load_document(Source(f"{name}.claims.yaml", texts.CLAIMS), "claims", _NAMES)
    check_report(report(Index([document], [], as_of=739_800)), style)


_NAMES = load_vocabulary(
    Source("vocabulary.yaml", texts.VOCABULARY), general_vocabulary()
).vocabulary


@few
@given(cases(hostile), st.sampled_from(LANGUAGES), st.sampled_from((40, 120)))
def test_colours_are_the_only_escapes(case: Case, language: str, width: int) -> None:
    found = report_on(case)
    colored = renderer("terminal")(found, Style(language, True, width))
    plain = renderer("terminal")(found, Style(language, False, width))
    assert re.sub(r"\x1b\[(?:0|1|34|1;3[1-6])m", "", colored) == plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_reports_of_nothing_are_complete(language: str) -> None:
    check_report(report(Index([], [], as_of=739_800)), Style(language))


# What these properties have found, each as small as it gets.


def _in_scenario(text: str, value: str = "5 USD") -> Report:
    pair = ({"attribute": "worth", "value": value}, {"attribute": "worth", "value": "7 USD"})
    claims = [
        {"id": str(n), "subject": "e0", **fields, "scenario": text} for n, fields in enumerate(pair)
    ]
    return report_on(Case(["Acme", "Beta"], claims, [], {"published": "2026-01-30"}))


@pytest.mark.parametrize("name", ["terminal", "concise", "json"])
@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x9b", "\u202e", "\u061c"], ids=ascii)
def test_a_control_character_is_not_written(name: str, character: str) -> None:
    case = Case([f"A{character}B", "C"], [], [], {})
    pair = [
        {"id": f"{n}{character}", "subject": "e0", "attribute": "worth", "value": f"{n} USD"}
        for n in (5, 7)
    ]
    check_plain(renderer(name)(report_on(case._replace(claims=pair)), Style()))


def test_a_line_break_in_a_value_is_none_in_the_concise_report() -> None:
    check_report(_in_scenario("now", "5\nmillion USD"), Style())


def test_a_line_break_in_the_name_of_a_file_is_none_in_the_concise_report() -> None:
    document = load_document(Source("a\nb.claims.yaml", texts.CLAIMS), "claims", _NAMES)
    check_report(report(Index([document], [], as_of=739_800)), Style())


def test_half_a_character_can_be_written() -> None:
    check_report(_in_scenario("\ud800"), Style())
