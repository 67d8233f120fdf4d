"""Hostile text in claims reaches no format as markup, as a command or as it is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.index import Index
from claimcheck.load.claims import load_document
from claimcheck.source import Source
from tests.properties import few, texts
from tests.properties.newsroom import report
from tests.properties.test_output import _NAMES, Case, cases, hostile, report_on, with_surrogates
from tests.report import LANGUAGES, rendered, report_of
from tests.report.checks import CHECKS, check
from tests.report_html.test_hostile import NASTY, hostile_newsroom

MORE = (
    "\n::error file=a,line=1::x\r\n##[error]x",
    "%0A%250A%3A%2C%,a=b::",
    "]]></failure><![CDATA[\ufffe\uffff",
    "[a](1) [b](http://e.org) ![c](x) {0} \\",
    "**b** _i_ ~~s~~ `c` ``` <b>&amp; | a | # x",
    "@root #1 GH-2 !3 ~bug $x^2$ %v1 &4 :smile: www.e.org https://e.org a@e.org",
    "\n\n- x\n> [!NOTE]\n\n| a | b |\n|---|---|\n/close\n```\n",
)
formats = pytest.mark.parametrize("name", CHECKS)


@formats
@pytest.mark.parametrize("text", [*NASTY, *MORE], ids=range(len(NASTY) + len(MORE)))
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_in_every_field(tmp_path: Path, name: str, text: str, language: str) -> None:
    found = report_of(hostile_newsroom(tmp_path, text))
    assert len(found.findings) > 3
    check(name, rendered(name, found, language), found)


words = st.lists(st.sampled_from((*MORE, *NASTY)) | hostile, min_size=1, max_size=2).map("".join)


@formats
@few
@given(case=cases(words | with_surrogates), language=st.sampled_from(LANGUAGES))
def test_hostile_claims(name: str, case: Case, language: str) -> None:
    found = report_on(case)
    check(name, rendered(name, found, language), found)


@formats
@pytest.mark.parametrize("file", [*MORE, "\udcff", "a b:c", "é\\x"], ids=ascii)
def test_hostile_names_of_files(name: str, file: str) -> None:
    document = load_document(Source(f"{file}.claims.yaml", texts.CLAIMS), "claims", _NAMES)
    found = report(Index([document], [], as_of=739_800))
    check(name, rendered(name, found), found)


@pytest.mark.parametrize("path", ["/tmp/a b.claims.yaml", "é/[x].claims.yaml"])
@formats
def test_names_of_files_that_addresses_cannot_hold(name: str, path: str) -> None:
    document = load_document(Source(path, texts.CLAIMS), "claims", _NAMES)
    found = report(Index([document], [], as_of=739_800))
    check(name, rendered(name, found), found)
