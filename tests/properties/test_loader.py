"""Whatever a file holds, loading it ends in claims and problems whose places are inside the file."""

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.judging import apply
from claimcheck.load.claims import Kind, load_document
from claimcheck.load.files import decode
from claimcheck.load.vocabulary import general_vocabulary, load_vocabulary
from claimcheck.model.claim import Document
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.rules import built_in
from claimcheck.source import LINE_BREAK, Source, Span
from claimcheck.wording import fill, help_of, message
from tests.properties import few, texts

AS_OF = 740_000
KINDS: tuple[Kind, ...] = get_args(Kind)
kinds = st.sampled_from(KINDS)
endings = st.sampled_from(("yaml", "json", "jsonl"))


def _vocabulary() -> Vocabulary:
    loaded = load_vocabulary(Source("vocabulary.yaml", texts.VOCABULARY), general_vocabulary())
    assert loaded.problems == ()
    return loaded.vocabulary


NAMES = _vocabulary()
REFERENCES = load_document(Source("true.references.yaml", texts.REFERENCES), "references", NAMES)


def check_span(span: Span, source: Source) -> None:
    """Inside of the file: on one of its lines or just after them, and no further right than its text."""
    lines = len(LINE_BREAK.split(source.text))
    for line, column in ((span.line, span.column), (span.end_line, span.end_column)):
        assert 1 <= line <= lines + 1
        assert column >= 1
        assert column <= len(source.line(line)) + 2 or source.path.endswith(".jsonl")
    assert (span.line, span.column) <= (span.end_line, span.end_column)


def check_document(document: Document) -> None:
    """No rule crashes on the claims; every problem and finding has its place, and findings their words."""
    source = document.source
    for problem in document.problems:
        check_span(problem.span, source)
    is_reference = document.kind == "references"
    index = Index(
        [] if is_reference else [document],
        [document] if is_reference else [REFERENCES],
        as_of=AS_OF,
    )
    applied = apply(built_in(), index)
    assert applied.crashes == {}
    for finding in applied.findings:
        if finding.span.path == document.path:
            check_span(finding.span, source)
        check_words(finding)


def check_words(finding: Finding) -> None:
    """A finding has an identity, and can be said in both languages."""
    assert finding.fingerprint
    assert finding.digest
    for language in ("en", "fr"):
        assert message(finding, language)
        help_of(finding, language)
        for related in finding.related:
            fill(related.label, language)
        for step in finding.steps:
            fill(step, language)


def check_claims(text: str, kind: Kind, ending: str = "yaml") -> None:
    """Load a file of claims or references from its text."""
    check_document(load_document(Source(f"some.{kind}.{ending}", text), kind, NAMES))


def check_vocabulary(text: str) -> None:
    """Load a vocabulary, then claims that use what is left of it."""
    source = Source("vocabulary.yaml", text)
    loaded = load_vocabulary(source, general_vocabulary())
    for problem in loaded.problems:
        check_span(problem.span, source)
    applied = apply(built_in(), Index([], [], as_of=AS_OF, problems=loaded.problems))
    assert applied.crashes == {}
    check_document(
        load_document(Source("some.claims.yaml", texts.CLAIMS), "claims", loaded.vocabulary)
    )


def check_any(text: str, kind: str) -> None:
    """Load a file of any kind from its text."""
    if kind == "vocabulary":
        check_vocabulary(text)
    else:
        check_claims(text, "references" if kind == "references" else "claims")


def written(data: object, plain: bool, indent: int | None = None) -> str:
    """JSON in ASCII, or as a file in UTF-8 holds it, which has no lone surrogates."""
    text = json.dumps(data, ensure_ascii=plain, indent=indent)
    return text.encode("utf-8", "replace").decode()


def test_the_right_files_are_right() -> None:
    """So that slips are made in something that has meaning."""
    claims = load_document(Source("some.claims.yaml", texts.CLAIMS), "claims", NAMES)
    assert claims.problems == REFERENCES.problems == ()
    found = apply(built_in(), Index([claims], [REFERENCES], as_of=AS_OF)).findings
    assert {finding.rule.partition("/")[0] for finding in found} >= {"values", "time", "references"}


@given(st.binary(max_size=40), st.data())
def test_a_file_with_a_few_wrong_bytes_is_loaded(wrong: bytes, data: st.DataObject) -> None:
    text = texts.CLAIMS.encode()
    at = data.draw(st.integers(0, len(text)))
    source, problems = decode(text[:at] + wrong + text[at:], "some.claims.yaml")
    assert all(problem.kind == "unreadable-file" for problem in problems)
    check_claims(source.text, "claims")


@pytest.mark.parametrize("kind", texts.FILES)
@few
@given(st.data())
def test_a_nearly_right_file_is_loaded(kind: str, data: st.DataObject) -> None:
    check_any(texts.block(data.draw(texts.nearly(kind))), kind)


@pytest.mark.parametrize("kind", texts.FILES)
@few
@given(st.data())
def test_a_right_file_with_slips_is_loaded(kind: str, data: st.DataObject) -> None:
    check_any(data.draw(texts.slips(texts.FILES[kind])), kind)


@few
@given(texts.values, kinds, st.booleans(), st.booleans())
def test_any_json_is_loaded(value: object, kind: Kind, named: bool, plain: bool) -> None:
    data = {kind: [value, {"id": "a", "subject": value}]} if named else value
    check_claims(written(data, plain, indent=1), kind, "json")


_CLAIM = {"id": "a", "subject": "OpenAI", "attribute": "valuation", "value": "5 million USD"}


@few
@given(st.lists(st.tuples(texts.keys, texts.values), max_size=3), kinds, st.booleans())
def test_a_claim_in_json_with_odd_values_is_loaded(
    odd: list[tuple[str, object]], kind: Kind, plain: bool
) -> None:
    data = {kind: [{**_CLAIM, **dict(odd)}, {**_CLAIM, "id": "b", "value": "7 million USD"}]}
    check_claims(written(data, plain), kind, "json")


@few
@given(st.lists(st.one_of(texts.values, st.just(_CLAIM)), max_size=4), st.booleans(), texts.soup)
def test_any_lines_of_json_are_loaded(lines: list[object], plain: bool, last: str) -> None:
    text = "\n".join((*(written(line, plain) for line in lines), last))
    check_claims(text, "claims", "jsonl")


# What these properties have found, each as small as it gets.

ODD = {
    "a value under the name of a type": (
        "claims: [{id: a, subject: Amazon, attribute: power, value: {str: 1}}]"
    ),
    "a qualifier under the name of a type": (
        "claims: [{id: a, subject: Amazon, attribute: power, value: 5 MW, where: {in: {str: 1}}}]"
    ),
    "nothing in words": "document: null\nclaims: ~\n",
    "a unit that is none": "claims: [{id: a, subject: Amazon, attribute: power, value: 5 kilodecibel}]",
    "an unreachable end that is denied": """\
claims:
  - {id: a, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: up to 1 USD, denied: true}
  - {id: b, that: "investment(Amazon, in=OpenAI) + investment(Seattle, in=OpenAI)", value: 1 USD}
""",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_claims_are_loaded(text: str) -> None:
    check_claims(text, "claims")


def test_odd_numbers_of_json_are_loaded() -> None:
    check_claims('{"claims": [{"id": "a", "value": NaN, "note": Infinity}]}', "claims", "json")


def test_a_wrong_byte_is_on_the_line_that_people_see() -> None:
    _, [problem] = decode(b"a: 1\rb: 2\rc: \xff", "some.claims.yaml")
    assert (problem.span.line, problem.span.column) == (3, 4)
