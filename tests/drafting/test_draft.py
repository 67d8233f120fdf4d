"""`claimcheck draft`: what it writes loads, covers its article and agrees with it, but for gaps."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.__main__ import main
from claimcheck.load.claims import load_document
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.claim import Document
from claimcheck.model.vocabulary import Entity, Vocabulary
from claimcheck.run import Request, run
from claimcheck.source import Source
from claimcheck.text.drafting import draft, write_draft

ROOT = Path(__file__).parent.parent.parent
ARTICLES = sorted((ROOT / "claims").rglob("*.md"))
AS_OF = 740_000
VOCABULARY = Vocabulary(
    [Entity("acme", "Acme", ("acme", "Acme", "Acme SA")), Entity("beta", "Beta", ("beta", "Beta"))],
    (),
    general_vocabulary(),
)


def drafted(text: str, language: str, vocabulary: Vocabulary = VOCABULARY) -> Document:
    """The draft of an article, loaded."""
    document = Document(Source("a.claims.yaml", ""), "claims", vocabulary)
    document.article, document.language = Source("article.md", text), language
    content = write_draft(document, draft(document), "article.md")
    return load_document(Source("a.claims.yaml", content), "claims", vocabulary)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_the_draft_of_an_example_leaves_nothing_but_gaps(article: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "claims" / "vocabulary.yaml", tmp_path)
    (tmp_path / "claimcheck.toml").touch()
    shutil.copy(article, tmp_path)
    target = tmp_path / "draft.claims.yaml"
    assert main(["draft", str(tmp_path / article.name), "-o", str(target)]) == 0
    report = run(Request((str(tmp_path),), AS_OF))
    assert {finding.rule for finding in report.findings} == {"format/gap"}
    (coverage,) = report.coverage
    assert coverage.quoted == coverage.total > 15


def test_a_sentence_that_names_entity_and_attribute_proposes_both() -> None:
    document = drafted("La valorisation d’Acme dépasse 30 millions d’euros en 2026.", "fr")
    (claim,) = document.claims
    assert (claim.subject, claim.attribute and claim.attribute.name) == ("acme", "valuation")
    assert claim.value is not None
    assert claim.value.text == "over 30 million EUR"
    assert claim.when is not None
    assert claim.when.text == "2026"
    assert document.problems == ()


def test_two_entities_leave_a_gap() -> None:
    document = drafted("Acme et Beta valent 30 millions d’euros.", "fr")
    assert {problem.kind for problem in document.problems} == {"gap"}
    assert document.claims[0].subject is None


def test_hedges_certainty_and_attribution_come_along() -> None:
    text = "Selon la presse, Acme pourrait lever jusqu’à environ 5 millions d’euros."
    (claim,) = drafted(text, "fr").claims
    assert (claim.certainty, claim.attribution) == ("possible", "la presse")


def test_a_billion_with_two_readings_asks_for_its_scale() -> None:
    kinds = [
        (p.kind, p.data["key"]) for p in drafted("Acme doit 2 billions d’euros.", "fr").problems
    ]
    assert ("gap", "scale") in kinds


def test_cells_are_quoted_by_row_and_column() -> None:
    text = "| Société | Salariés |\n|---|---|\n| Acme | 1 200 |\n| Beta | ~300 |\n"
    document = drafted(text, "fr")
    assert [claim.quote for claim in document.claims] == [
        {"row": "Acme", "column": "Salariés"},
        {"row": "Beta", "column": "Salariés"},
    ]
    assert [claim.subject for claim in document.claims] == ["acme", "beta"]


@pytest.mark.parametrize(
    "text",
    [
        '# A: title #1 "quoted" - {x}\n\nIt cost 5 million euros: a lot # of money.',
        "It cost 5 million euros, said Jean « Yes: no » Dupont.",
        "\u202eIt cost\u202c 5 million euros \U0001f600 in " + "x" * 300 + ".",
        "It cost ___ or 5 million euros.",
        "5 million euros. 5 million euros. 5 million euros.",
        "It cost\ta\x07 lot: 5 million euros",
        "",
        "Nothing is counted here.",
    ],
)
def test_odd_articles_draft_into_files_that_load(text: str) -> None:
    assert {problem.kind for problem in drafted(text, "en").problems} <= {"gap"}


@given(st.text(max_size=300), st.sampled_from(["en", "fr"]))
def test_any_text_drafts_into_a_file_that_loads(text: str, language: str) -> None:
    kinds = {problem.kind for problem in drafted(f"{text} 30 % {text}", language).problems}
    assert kinds <= {"gap"}


def test_a_file_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.fr.md").write_text("Acme doit 2 millions d’euros.")
    assert main(["draft", str(tmp_path / "a.fr.md")]) == 0
    written = tmp_path / "a.claims.yaml"
    first = written.read_text()
    assert yaml.safe_load(first)["document"]["text"] == "a.fr.md"
    capsys.readouterr()
    assert main(["draft", str(tmp_path / "a.fr.md")]) == 2
    assert "claimcheck update" in capsys.readouterr().err
    assert main(["draft", str(tmp_path / "a.fr.md"), "--force"]) == 0
    assert written.read_text() == first


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", None])
def test_what_is_no_article_is_an_error(
    tmp_path: Path, data: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (tmp_path / "a.md").write_bytes(data)
    assert main(["draft", str(tmp_path / "a.md")]) == 2
    assert "Traceback" not in capsys.readouterr().err
