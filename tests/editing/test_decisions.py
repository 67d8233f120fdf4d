"""Decisions of an editor, written into claim files and taken back."""

import os
from pathlib import Path

import pytest

from claimcheck.editing.decisions import Acceptance, accept, encode, remove, set_key
from claimcheck.editing.journal import Change, Changed, Journal, write_whole
from claimcheck.load.claims import load_document
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.claim import Document
from claimcheck.source import Source

TEXT = """\
# What the article says.
claims:
  - id: today
    subject: Acme   # the firm
    attribute: valuation
    value: 5 billion USD
    certainty: probable

  - {id: then, subject: Acme, attribute: valuation, value: 9 billion USD}  # in the table
"""


def loaded(text: str = TEXT, path: str = "x.claims.yaml") -> Document:
    return load_document(Source(path, text), "claims", general_vocabulary())


def test_an_acceptance_is_an_entry_of_the_claim_and_a_second_one_stands_behind_it() -> None:
    document = loaded()
    first = accept(document.claims[0], Acceptance("values/conflict", ["then"], "two days"))
    assert first.problems == ()
    assert first.text == TEXT.replace(
        "    certainty: probable\n",
        "    certainty: probable\n    ignore:\n      - rule: values/conflict\n        with: [then]\n"
        "        reason: two days\n",
    )
    second = accept(
        first.document.claims[0],
        Acceptance("values/differing-bounds", [], "known: see note", "MD", "2026-12-31"),
    )
    (one, other) = second.document.claims[0].ignore
    assert (one.rule, one.others, one.reason) == ("values/conflict", ("then",), "two days")
    assert (other.reason, other.by, other.until is not None) == ("known: see note", "MD", True)


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("when", "2026-Q1", "    when: 2026-Q1"),
        ("scenario", "after the sale", "    scenario: after the sale"),
        ("attribution", "2026", '    attribution: "2026"'),
        ("note", "Jo: is it so?", '    note: "Jo: is it so?"'),
    ],
)
def test_a_qualification_is_one_more_line(key: str, value: str, line: str) -> None:
    edited = set_key(loaded().claims[0], key, value)
    assert edited.problems == ()
    assert set(edited.text.splitlines()) - set(TEXT.splitlines()) == {line}
    assert len(edited.text.splitlines()) == len(TEXT.splitlines()) + 1


def test_a_correction_within_braces_touches_only_the_value() -> None:
    edited = set_key(loaded().claims[1], "value", "up to 7 billion USD")
    assert edited.text == TEXT.replace("9 billion", "up to 7 billion")


def test_an_empty_qualification_is_taken_out() -> None:
    assert set_key(loaded().claims[0], "certainty", "").text == TEXT.replace(
        "    certainty: probable\n", ""
    )


def test_what_cannot_be_read_is_told_before_it_is_written() -> None:
    (problem,) = set_key(loaded().claims[0], "value", "5 billion").problems
    assert problem.kind == "missing-currency"
    (problem,) = set_key(loaded().claims[0], "when", "soon").problems
    assert problem.kind == "invalid-date"
    assert set_key(loaded().claims[0], "value", "5 billion USD: or 6").problems


def test_a_claim_is_encoded_behind_another_and_removed_again() -> None:
    document = loaded()
    new = {
        "id": "third",
        "subject": "Acme",
        "attribute": "stake",
        "value": "3 %",
        "quote": "3 % of it",
    }
    edited = encode(document, {**new, "where": {"in": "Beta"}, "note": ""}, document.claims[0])
    assert [claim.id for claim in edited.document.claims] == ["today", "third", "then"]
    assert edited.problems == ()
    assert edited.document.claims[1].qualifiers == (("in", "beta"),)
    assert remove(edited.document.claims[1]).text == TEXT


# ---- files


def test_a_change_can_be_taken_back_and_taken_back_again(tmp_path: Path) -> None:
    path = tmp_path / "x.claims.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    journal = Journal()
    journal.write([Change(str(path), "a: 1\r\n", "a: 2\r\n")], "first")
    new = str(tmp_path / "new.yaml")
    two = [Change(str(path), "a: 2\r\n", "a: 3\r\n"), Change(new, None, "b")]
    journal.write(two, "second")
    assert Path(new).read_text() == "b"
    assert path.read_bytes() == b"\xef\xbb\xbfa: 3\r\n"
    assert [undone.label for undone in (journal.undo(), journal.undo()) if undone] == [
        "second",
        "first",
    ]
    assert path.read_bytes() == b"\xef\xbb\xbfa: 1\r\n"
    assert journal.undo() is None
    assert os.listdir(tmp_path) == ["x.claims.yaml"]


def test_a_file_that_somebody_else_changed_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x.claims.yaml"
    path.write_text("a: 1\n")
    journal = Journal()
    journal.write([Change(str(path), "a: 1\n", "a: 2\n")], "mine")
    path.write_text("a: 9\n")
    with pytest.raises(Changed, match="changed meanwhile"):
        journal.undo()
    with pytest.raises(Changed):
        journal.write([Change(str(path), "a: 2\n", "a: 3\n")], "mine")
    assert path.read_text() == "a: 9\n"
    assert journal.last is not None
    path.unlink()
    with pytest.raises(Changed):
        journal.undo()


def test_a_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    path.write_text("old")
    path.chmod(0o600)
    link.symlink_to(path)
    write_whole(str(link), "new")
    assert link.is_symlink()
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o600)
    assert sorted(os.listdir(tmp_path)) == ["a.yaml", "b.yaml"]
