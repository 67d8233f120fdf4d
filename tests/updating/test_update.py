"""`claimcheck update`: what an edit of the article means, and which lines of the claim file it rewrites."""

import difflib
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.__main__ import main
from claimcheck.load.reader import data_of, read
from claimcheck.load.splicing import spliced
from claimcheck.source import Source

CLAIMS = Path(__file__).parent.parent.parent / "claims"
ARTICLE, FILE = "funding-round/article.fr.md", "funding-round/round.claims.yaml"


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    shutil.copytree(CLAIMS, tmp_path / "claims")
    return tmp_path / "claims"


def edited(newsroom: Path, old: str, new: str) -> None:
    path = newsroom / ARTICLE
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def updated(newsroom: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, object]:
    """The update of the article as data, with its exit status."""
    status = main(["update", str(newsroom / ARTICLE), "-f", "json", *more])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    return {**document, "status": status}


def changes(data: dict[str, object]) -> list[tuple[str, str, bool, list[str], list[str]]]:
    found = data["changes"]
    assert isinstance(found, list)
    return [(c["claim"], c["kind"], c["sure"], c["before"], c["after"]) for c in found]


def test_an_article_that_is_as_it_was_leaves_nothing_to_do(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = updated(newsroom, capsys)
    assert (data["status"], data["changes"], data["uncovered"]) == (0, [], [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Sa mise, pouvant",
            "Sa mise totale, pouvant",
            ("nvidia-offer", "changed", True, [], []),
        ),
        (
            "est inférieure à 10 milliards",
            "est inférieure à 12 milliards",
            (
                "microsoft-offer",
                "changed",
                False,
                ["under 10 billion USD (probable)"],
                ["under 12 billion USD (probable)"],
            ),
        ),
        (
            "qui dépassent maintenant le trillion",
            "qui avoisinent le trillion",
            ("spending-total", "changed", False, ["over 1 trillion USD"], ["about 1 trillion USD"]),
        ),
        (
            "Elle vient de signer avec Cerebras, rival de Nvidia, un\n"
            "contrat de calcul évalué à 10 milliards de dollars.",
            "Tout reste à faire.",
            ("cerebras-contract", "gone", False, [], []),
        ),
    ],
)
def test_an_edit_is_told_with_what_it_changes_in_what_is_stated(
    newsroom: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    expected: tuple[str, str, bool, list[str], list[str]],
) -> None:
    edited(newsroom, old, new)
    data = updated(newsroom, capsys)
    assert data["status"] == 1
    assert changes(data) == [expected]


def test_a_sentence_that_stands_twice_is_ambiguous(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = "Sa mise, pouvant atteindre 30 milliards de dollars."
    edited(newsroom, "## Des recettes à la traîne", f"{again}\n\n## Des recettes à la traîne")
    assert changes(updated(newsroom, capsys)) == [("nvidia-offer", "ambiguous", False, [], [])]


def test_a_new_quantity_is_listed(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(newsroom, "## Des recettes", "Il emploie 300 personnes.\n\n## Des recettes")
    data = updated(newsroom, capsys)
    found = data["uncovered"]
    assert isinstance(found, list)
    assert [(new["kind"], new["value"]) for new in found] == [("count", "300")]


def test_writing_touches_the_lines_of_sure_quotes_and_no_others(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (newsroom / FILE).read_text(encoding="utf-8")
    edited(newsroom, "Sa mise, pouvant", "Sa mise totale, pouvant")
    edited(newsroom, "est inférieure à 10 milliards", "est inférieure à 12 milliards")
    data = updated(newsroom, capsys, "--write")
    assert data["status"] == 1, "the other one is left to a person"
    after = (newsroom / FILE).read_text(encoding="utf-8")
    changed = [
        line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"
    ]
    assert changed == [
        "-       Sa mise, pouvant atteindre 30 milliards de dollars",
        "+       Sa mise totale, pouvant atteindre 30 milliards de dollars",
    ]
    assert [c[0] for c in changes(updated(newsroom, capsys))] == ["microsoft-offer"]


def test_without_write_nothing_is_written(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (newsroom / FILE).read_bytes()
    edited(newsroom, "Sa mise, pouvant", "Sa mise totale, pouvant")
    updated(newsroom, capsys)
    assert (newsroom / FILE).read_bytes() == before


def test_an_article_of_nobody_is_an_error(
    newsroom: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (newsroom / "other.md").write_text("3 %")
    assert main(["update", str(newsroom / "other.md")]) == 2
    assert "no claim file is about this article" in capsys.readouterr().err


def test_the_report_comes_in_french(newsroom: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(newsroom, "Sa mise, pouvant", "Sa mise totale, pouvant")
    main(["update", str(newsroom / ARTICLE), "--language", "fr"])
    out = capsys.readouterr().out
    assert "le passage de nvidia-offer a changé" in out
    assert "disait" not in out


YAML = """\
# a comment
claims:
  - id: one   # beside it
    value: 3 EUR
    quote: >-
      some words
      on two lines

  - {id: two, value: 4 EUR, quote: "in braces", note: x}
  - id: three
    quote: plain words   # a comment that stays
    note: |
      text
"""


@given(st.text(max_size=200), st.sampled_from([0, 1, 2]))
def test_splicing_changes_one_value_and_nothing_else(text: str, number: int) -> None:
    source = Source("a.claims.yaml", YAML)
    found = spliced(source, ("claims", number, "quote"), text)
    if found is None:
        return
    old, new = data_of(read(YAML).root), data_of(read(found).root)
    assert isinstance(old, dict)
    assert isinstance(new, dict)
    assert new["claims"][number].pop("quote") == text
    old["claims"][number].pop("quote")
    assert new == old
    kept = [line for line in YAML.splitlines() if "#" in line]
    assert all(line.split("#")[1] in found for line in kept)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_ordinary_words_can_be_spliced_everywhere(number: int) -> None:
    source = Source("a.claims.yaml", YAML)
    text = "Il a dit : « jusqu’à 30 % » # environ"
    assert spliced(source, ("claims", number, "quote"), text) is not None


def test_values_behind_an_anchor_are_left_alone() -> None:
    source = Source("a.claims.yaml", "claims:\n  - id: a\n    quote: &q some words\n    note: *q\n")
    assert spliced(source, ("claims", 0, "quote"), "other words") is None
