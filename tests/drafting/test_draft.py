"""`claimcheck draft`: what it writes loads, covers its article and agrees with it, but for gaps."""

import re
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
from claimcheck.report import Report
from claimcheck.run import Request, run
from claimcheck.source import Source
from claimcheck.text.draft_file import write_draft
from claimcheck.text.drafting import Proposed, draft
from claimcheck.text.passages import Passages

ROOT = Path(__file__).parent.parent.parent
ARTICLES = sorted((ROOT / "claims").rglob("*.md"))
AS_OF = 740_000
PUBLISHED = 739_600
VOCABULARY = Vocabulary(
    [
        Entity("acme", "Acme", ("acme", "Acme", "Acme SA")),
        Entity("beta", "Beta", ("beta", "Beta")),
        Entity("grand-acme", "Grand Acme", ("grand-acme", "Grand Acme")),
    ],
    (),
    general_vocabulary(),
)


def article(text: str, language: str, vocabulary: Vocabulary = VOCABULARY) -> Document:
    document = Document(Source("a.claims.yaml", ""), "claims", vocabulary)
    document.article, document.language = Source("article.md", text), language
    document.published = PUBLISHED
    return document


def proposed(text: str, language: str = "en") -> tuple[Proposed, ...]:
    return draft(article(text, language)).claims


def drafted(text: str, language: str, vocabulary: Vocabulary = VOCABULARY) -> Document:
    """The draft of an article, loaded."""
    document = article(text, language, vocabulary)
    content = write_draft(document, draft(document), "article.md")
    loaded = load_document(Source("a.claims.yaml", content), "claims", vocabulary)
    loaded.article = document.article
    return loaded


def checked(folder: Path, text: str, *options: str) -> Report:
    """The report on the draft of an article in a folder of its own."""
    (folder / "claimcheck.toml").touch()
    (folder / "article.md").write_text(text, encoding="utf-8")
    assert main(["draft", str(folder / "article.md"), "--force", *options]) == 0
    return run(Request((str(folder),), AS_OF))


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


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_a_draft_beside_its_article_names_it_and_counts_its_gaps(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(article, tmp_path)
    assert main(["draft", str(tmp_path / article.name), "--published", "2026-01-30"]) == 0
    (target,) = tmp_path.glob("*.claims.yaml")
    content = target.read_text()
    data = yaml.safe_load(content)
    assert data["document"]["text"] == article.name
    assert str(data["document"]["published"]) == "2026-01-30"
    said = re.search(r"(\d+) claims, (\d+) gaps", capsys.readouterr().out)
    assert said is not None
    body = content[content.index("document:") :]
    assert (len(data["claims"]), body.count(": ___")) == tuple(map(int, said.groups()))


def test_the_filled_gaps_of_an_example_load() -> None:
    from claimcheck.config import find_config
    from claimcheck.load.files import kind_of, walk
    from claimcheck.load.project import load_project

    config = find_config(str(ROOT / "claims"))
    files = [file for file in walk(config.root) if kind_of(file) == "claims"]
    for known in load_project(config, files, articles=True).documents:
        passages = Passages(known)
        matches = ((claim, passages.match(claim)) for claim in known.claims)
        encoded = {m.reading.start: claim for claim, m in matches if m and claim.attribute}
        assert known.article is not None
        document = article(known.article.text, str(known.language), known.vocabulary)
        whole = draft(document)
        filled = []
        for claim in whole.claims:
            own = encoded.get(claim.start)
            if own is not None and own.attribute is not None:
                new = claim._replace(subject=own.subject, attribute=own.attribute.name)
                when = own.when.text if own.when else "2026"
                filled.append(new._replace(when=when, scales="", denied=False))
        assert len(filled) > 10
        content = write_draft(document, whole._replace(claims=tuple(filled)), "article.md")
        loaded = load_document(Source("a.claims.yaml", content), "claims", known.vocabulary)
        assert loaded.problems == ()


def test_an_article_without_a_vocabulary_has_gaps_for_subjects(tmp_path: Path) -> None:
    report = checked(tmp_path, "# Title\n\nAcme has 300 workers and raised 5 million euros.\n")
    assert {finding.rule for finding in report.findings} == {"format/gap"}


BOTH = [
    "Heat cost 91.40 euros per MWh in 2024, and 98 euros per MWh in 2025.",
    "Sales grew from 5 million euros in 2024 to 7 million euros in 2025.",
    "La chaleur coûtait 91,40 euros par MWh en 2024, et 98 euros par MWh en 2025.",
]


@pytest.mark.parametrize("text", BOTH)
def test_each_quantity_gets_its_own_date(text: str) -> None:
    language = "fr" if "chaleur" in text else "en"
    assert [claim.when for claim in proposed(text, language)] == ["2024", "2025"]


def test_a_date_that_is_nobodys_time_is_a_claim_of_its_own() -> None:
    (claim,) = proposed("Acme was founded in 2019.")
    assert (claim.value, claim.when, claim.subject) == ("2019", None, "Acme")


def test_a_day_without_a_year_is_a_gap() -> None:
    document = article("On 3 May Acme had 300 workers.", "en")
    document.published = None
    (claim,) = draft(document).claims
    assert (claim.value, claim.when) == ("300", "___")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Acme raised 5 million euros.", "Acme"),
        ("ACME SA raised 5 million euros.", "Acme"),
        ("Grand Acme raised 5 million euros.", "Grand Acme"),
        ("Beta grew, and Acme raised 5 million euros.", "Acme"),
        ("Acme and Beta raised 5 million euros.", None),
        ("According to Acme, Beta raised 5 million euros.", "Beta"),
        ("Acme says that the town raised 5 million euros.", None),
        ("A grant of 5 million euros from Acme pays for it.", None),
        ("Acmeville raised 5 million euros.", None),
        ("Some 5 million euros went to nobody.", None),
    ],
)
def test_a_subject_is_proposed_where_nobody_else_is_meant(text: str, subject: str | None) -> None:
    assert proposed(text)[0].subject == subject


@pytest.mark.parametrize(
    ("text", "language", "attribute"),
    [
        ("Acme’s revenue was 5 million euros.", "en", "revenue"),
        ("La valorisation d’Acme est de 5 millions d’euros.", "fr", "valuation"),
        ("Acme’s revenue was 5 tonnes.", "en", None),  # not of that unit
        ("Acme’s revenue and debt are 5 million euros.", "en", None),
        ("Acme got 5 million euros.", "en", None),
    ],
)
def test_an_attribute_is_proposed_where_its_words_and_its_unit_fit(
    text: str, language: str, attribute: str | None
) -> None:
    assert proposed(text, language)[0].attribute == attribute


def test_a_qualifier_is_proposed_where_the_sentence_names_it() -> None:
    (claim,) = proposed("Acme made an investment of 5 million euros in Beta.")
    assert (claim.subject, claim.attribute, claim.where) == ("Acme", "investment", {"in": "Beta"})


def test_a_denial_is_left_to_a_person() -> None:
    text = "The Energy Board denies that Acme owes 5 million euros."
    assert proposed(text)[0].denied
    kinds = [(p.kind, p.data["key"]) for p in drafted(text, "en").problems]
    assert ("gap", "denied") in kinds


def test_doubts_stand_beside_the_value() -> None:
    document = article("Acme a payé 118.385 euros et 30 dollars.", "fr")
    content = write_draft(document, draft(document), "article.md")
    assert "# may also be 118.385 EUR" in content
    assert "30 USD  # USD assumed" in content


def test_heads_of_columns_say_when(tmp_path: Path) -> None:
    text = "| Company | 2024 | 2025 |\n|---|---|---|\n| Acme | 300 | 320 |\n| Beta | 70 | 90 |\n"
    assert [(c.value, c.when) for c in proposed(text)] == [
        ("300", "2024"), ("320", "2025"), ("70", "2024"), ("90", "2025"),
    ]  # fmt: skip
    report = checked(tmp_path, text)
    assert {finding.rule for finding in report.findings} == {"format/gap"}


REPEATED = "They paid 5 million euros. Then came rain. They paid 5 million euros. It was late."


@pytest.mark.parametrize(
    "text",
    [
        REPEATED,
        "| A | B |\n|---|---|\n| x | 5 % |\n| x | 6 % |\n\nThe **bold *50*%** of 30 tonnes’ worth.",
        "It cost ___ or 5 million euros, ____ said.",
        "He "
        + "walked far and " * 60
        + "paid 5 million euros "
        + "and slept well " * 60
        + "at last.",
        "x" * 3000 + " 5 million euros " + "y" * 3000,
        "Prices rose 5 % in 2023, 6 % in 2024; 7 % in 2025, and some 2 million people left in May 2026.",
        "5 % of it.\n\n| A | B |\n|---|---|\n| ",
        "| A | B |\n|---|---|\n| ___ | 5 % |\n| ___ | 7 % |\n",
        "- 5 million euros\n- 5 million euros\n- 5 million euros\n",
        "On 31 December 2025, " + "as everyone knows, " * 30 + "they had 40 to 50 tonnes, or 3 %.",
    ],
)
def test_a_draft_of_odd_sentences_covers_and_agrees(text: str, tmp_path: Path) -> None:
    report = checked(tmp_path, text, "--language", "en")
    assert {finding.rule for finding in report.findings} <= {"format/gap"}


@pytest.mark.parametrize(
    "text",
    [
        "La dette fédérale dépasse 36 trillions de dollars.",
        "Le nombre de visiteurs est passé entre 800 000 et 1,2 million de visiteurs.",
        "« Nous avons payé 5 millions d’euros », dit-on : c’est beaucoup, et 3 fois trop.",
    ],
)
def test_a_draft_of_odd_french_covers_and_agrees(text: str, tmp_path: Path) -> None:
    report = checked(tmp_path, text, "--language", "fr")
    assert {finding.rule for finding in report.findings} <= {"format/gap"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They sold 20 to 50 billion euros of it.", "20 to 50 billion EUR"),
        ("It drew 800,000 to 1.2 million visitors.", "800_000 to 1_200_000"),
    ],
)
def test_a_range_has_the_scales_of_its_ends(text: str, value: str) -> None:
    assert proposed(text)[0].value == value


def test_a_long_table_is_no_trouble() -> None:
    rows = "".join(f"| row {i} | {i} | {i * 7} |\n" for i in range(300))
    claims = proposed(f"| Name | A | B |\n|---|---|---|\n{rows}")
    assert len({claim.id for claim in claims}) == len(claims) >= 600


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
        "# ___\n\nIt cost 5 million euros.",
        "# null\n\n1e5 or 5 million euros; 0x1F - & * ! | > % @ `",
    ],
)
def test_odd_articles_draft_into_files_that_load(text: str) -> None:
    assert {problem.kind for problem in drafted(text, "en").problems} <= {"gap"}


@given(st.text(max_size=300), st.sampled_from(["en", "fr"]))
def test_any_text_drafts_into_a_file_that_loads(text: str, language: str) -> None:
    kinds = {problem.kind for problem in drafted(f"{text} 30 % {text}", language).problems}
    assert kinds <= {"gap"}


GRAMMAR = (
    "Acme Beta paid earned denies may about over under between to and in of the , ; : . | - # ( )"
)
STATED = ["5 million euros", "2025", "3 May 2026", "$30", "11 %", "7 GWh", "300 workers", "a dozen"]
WORDS = st.sampled_from([*GRAMMAR.split(), *STATED, "\n\n", "“", "”"])


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_whatever_an_article_states_is_quoted_and_agrees(text: str) -> None:
    loaded = drafted(text, "en")
    assert {problem.kind for problem in loaded.problems} <= {"gap"}
    passages = Passages(loaded)
    assert all(passages.anchors[claim.ordinal].state == "found" for claim in loaded.claims)
    assert passages.uncovered == ()


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


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("v1.en.md", "v1.claims.yaml"),
        ("a b: #c.fr.txt", "a b: #c.claims.yaml"),
        ("null.md", "null.claims.yaml"),
        ("plain", "plain.claims.yaml"),
    ],
)
def test_the_draft_is_named_after_its_article(name: str, target: str, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").touch()
    (tmp_path / name).write_bytes(
        "\ufeffÀ Paris, 5 millions d’euros.\r\n\r\nPuis 3 %.\r\n".encode()
    )
    assert main(["draft", str(tmp_path / name), "--language", "fr"]) == 0
    assert (tmp_path / target).exists()
    report = run(Request((str(tmp_path),), AS_OF))
    assert {finding.rule for finding in report.findings} == {"format/gap"}
    assert report.coverage[0].quoted == report.coverage[0].total == 2


def test_the_path_of_the_article_is_that_from_the_draft(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").touch()
    for folder in ("texts", "claims"):
        (tmp_path / folder).mkdir()
    (tmp_path / "claims" / "vocabulary.yaml").write_text("entities: {zeta: {name: Zeta}}\n")
    (tmp_path / "texts" / "a.md").write_text("Zeta owes 2 million euros.")
    target = tmp_path / "claims" / "a.claims.yaml"
    assert main(["draft", str(tmp_path / "texts" / "a.md"), "-o", str(target)]) == 0
    data = yaml.safe_load(target.read_text())
    assert data["document"]["text"] == "../texts/a.md"
    assert data["claims"][0]["subject"] == "Zeta"  # of the vocabulary beside the draft
    report = run(Request((str(tmp_path),), AS_OF))
    assert {finding.rule for finding in report.findings} == {"format/gap"}


def test_a_draft_can_be_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# A *title*\n\nAcme owes 2 million euros.")
    assert main(["draft", str(tmp_path / "a.md"), "-o", "-"]) == 0
    printed = capsys.readouterr()
    assert yaml.safe_load(printed.out)["document"]["title"] == "A title"
    assert "1 claim, 3 gaps" in printed.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_an_article_that_counts_nothing_makes_an_empty_file_that_loads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = checked(tmp_path, "# Nothing\n\nto count.", "--published", "2026-01-30")
    assert report.findings == ()
    assert "no quantity or date" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--language", "de"], "no lexicon for `de`"),
        (["--published", "2026"], "a single day"),
        (["--published", "soon"], "--published soon"),
        (["-o", "draft.yaml"], "claim files are called *.claims.yaml"),
        (["-o", "/"], "claim files are called"),
    ],
)
def test_what_cannot_be_is_told(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("Acme owes 2 million euros.")
    assert main(["draft", str(tmp_path / "a.md"), *options]) == 2
    assert said in capsys.readouterr().err


def test_an_article_of_another_newsroom_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "claimcheck.toml").touch()
    (tmp_path / "one" / "a.md").write_text("Acme owes 2 million euros.")
    target = tmp_path / "two" / "a.claims.yaml"
    assert main(["draft", str(tmp_path / "one" / "a.md"), "-o", str(target)]) == 2
    assert "outside of the claim file's newsroom" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", None])
def test_what_is_no_article_is_an_error(
    tmp_path: Path, data: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if data is not None:
        (tmp_path / "a.md").write_bytes(data)
    assert main(["draft", str(tmp_path / "a.md")]) == 2
    assert "Traceback" not in capsys.readouterr().err
