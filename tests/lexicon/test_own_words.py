"""A newsroom's own lexicon files: merged on top of the shipped ones, refused at their place."""

import subprocess
import sys
from pathlib import Path

import pytest

HEDGE = "hedges:\n  - {effect: about, side: left, gap: 1, words: [dans les eaux de]}\n"


def _claimcheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "claimcheck.toml").touch()
    command = [sys.executable, "-m", "claimcheck", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _own(folder: Path, **files: str) -> None:
    (folder / "lexicon").mkdir()
    for name, text in files.items():
        (folder / "lexicon" / f"{name}.yaml").write_text(text)


def test_a_newsroom_teaches_a_hedge_that_the_shipped_lexicon_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Le prix est dans les eaux de 30 millions d’euros.")
    assert "about" not in _claimcheck(tmp_path, "read", "a.md").stdout
    _own(tmp_path, fr=HEDGE)
    assert "about 30 million EUR" in _claimcheck(tmp_path, "read", "a.md").stdout


def test_the_rules_about_the_article_use_it_too(tmp_path: Path) -> None:
    _own(tmp_path, fr=HEDGE)
    (tmp_path / "a.md").write_text("Le prix est dans les eaux de 30 millions d’euros.")
    (tmp_path / "vocabulary.yaml").write_text("entities: {Acme: {}}\n")
    (tmp_path / "a.claims.yaml").write_text(
        "document: {text: a.md, language: fr}\nclaims:\n  - {id: a, subject: Acme, attribute: raised, "
        "value: 30 million EUR, quote: dans les eaux de 30 millions d’euros}\n"
    )
    assert "text/dropped-hedge" in _claimcheck(tmp_path, "check", ".").stdout


def test_a_newsroom_gives_a_unit_another_name(tmp_path: Path) -> None:
    _own(tmp_path, units="barrel: {fr: [tonneau|tonneaux]}\n")
    (tmp_path / "a.md").write_text("Il y a 30 tonneaux.")
    assert "30 barrel" in _claimcheck(tmp_path, "read", "a.md", "--language", "fr").stdout


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("hedgez: []\n", ":1:1:", "unknown key `hedgez`"),
        ("changes: [A]\n", ":1:11:", "lower case"),
        ("hedges:\n  - {effect: abot, side: left, gap: 1, words: [a]}\n", ":2:14:", "'upper'"),
        ("hedges: [\n", ":2:1:", "invalid syntax"),
    ],
)
def test_what_is_wrong_in_it_is_an_error_at_its_place(
    tmp_path: Path, text: str, place: str, reason: str
) -> None:
    _own(tmp_path, fr=text)
    (tmp_path / "a.md").write_text("30 %")
    done = _claimcheck(tmp_path, "read", "a.md")
    assert done.returncode == 2
    assert f"lexicon/fr.yaml{place}" in done.stderr
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_a_new_language_must_be_complete(tmp_path: Path) -> None:
    _own(tmp_path, de="language: de\n")
    (tmp_path / "a.md").write_text("30 %")
    done = _claimcheck(tmp_path, "read", "a.md")
    assert done.returncode == 2
    assert "a new language has no `" in done.stderr


def test_words_of_a_newsroom_are_never_patterns(tmp_path: Path) -> None:
    """What would be a slow regular expression is a row of signs here."""
    _own(tmp_path, fr='changes: ["(a+)+$"]\n')
    (tmp_path / "a.md").write_text("a" * 100_000 + "! de 3 à 5 millions d’euros")
    assert _claimcheck(tmp_path, "read", "a.md").returncode == 0
