"""Where quotes stand: boundaries, context, parts, cells, and quotes that are none."""

import pytest

from claimcheck.source import Source
from claimcheck.text.anchoring import Anchor, ArticleText, CellQuote, TextQuote, anchor, quote_of

ARTICLE = """\
# Le port

Le port investira **60 milliards** d’euros, soit 111 % de plus ; la région, 1 200,5 millions.
Il a dit : « Nous le ferons » puis 'jamais'. Le taux passe de 20–50 à -5 %. Hors le port, rien.

En 2025, 118 385 visiteurs sont venus. En 2024, 3.2 millions. Rien... ou presque […] rien.

| Commune | Montant reçu (en millions USD) | Montant promis | Part |
|---|---|---|---|
| Brest | ~30 | 35 | 12 % |
| Brest Nord | 8 | **9** |
| Total | Lorient | 4 | 5 |

| Commune | Habitants |
|---|---|
| Brest | 139 |
| Lorient | 57 |
"""


def place(quote: object, article: str = ARTICLE) -> tuple[str, list[str]]:
    found = anchor(ArticleText(Source("a.md", article)), quote)
    return found.state, [article[start:end] for start, end in found.spans]


FOUND = [
    ("60 milliards d'euros", ["60 milliards** d’euros"]),
    ("**60 milliards** d’euros", ["60 milliards** d’euros"]),
    ("111 %", ["111 %"]),
    ("1 200,5 millions", ["1 200,5 millions"]),
    ("« Nous le ferons »", ["« Nous le ferons »"]),
    ('"Nous le ferons"', ["« Nous le ferons »"]),
    ("“nous le ferons” puis", ["« Nous le ferons » puis"]),
    ("« Nous le ferons » puis « jamais »", ["« Nous le ferons » puis 'jamais'"]),
    ("Nous le ferons", ["Nous le ferons"]),
    ("20-50", ["20–50"]),
    ("50 à -5 %", ["50 à -5 %"]),
    ("-5 %", ["-5 %"]),
    ("118 385 visiteurs", ["118 385 visiteurs"]),
    ("2025", ["2025"]),
    ("Le port Le port investira", ["Le port\n\nLe port investira"]),
    ("Rien... ou presque", ["Rien... ou presque"]),
    ("Rien… ou presque", ["Rien... ou presque"]),
    ("presque […] rien", ["presque […] rien"]),
    ("le port investira […] soit 111 %", ["Le port investira", "soit 111 %"]),
    ("[…] soit 111 % […]", ["soit 111 %"]),
    ({"exact": "le port", "prefix": "Hors"}, ["le port"]),
    ({"exact": "le port", "suffix": " investira **60 milliards**"}, ["Le port"]),
    ({"exact": "rien", "prefix": "Hors le port,", "suffix": "."}, ["rien"]),
    ({"row": "Brest", "column": "Montant reçu"}, ["~30"]),
    ({"row": "BREST", "column": "montant promis"}, ["35"]),
    ({"row": "Brest Nord", "column": "Montant promis"}, ["**9**"]),
    ({"row": "Brest", "column": "Habitants"}, ["139"]),
    ({"row": "Lorient", "column": "Part"}, ["5"]),
    ({"row": "Lorient", "column": "Habitants"}, ["57"]),
]


@pytest.mark.parametrize(("quote", "cut"), FOUND)
def test_found(quote: object, cut: list[str]) -> None:
    assert place(quote) == ("found", cut)


AMBIGUOUS = [
    ("le port", ["Le port", "Le port", "le port"]),
    ({"exact": "rien", "prefix": ""}, ["rien", "Rien", "rien"]),
    ({"row": "Brest", "column": "Montant"}, ["~30", "35"]),
    ({"row": "Brest", "column": "Commune"}, ["Brest", "Brest"]),
]


@pytest.mark.parametrize(("quote", "cut"), AMBIGUOUS)
def test_ambiguous(quote: object, cut: list[str]) -> None:
    assert place(quote) == ("ambiguous", cut)


def test_of_the_parts_of_a_quote_those_count_that_are_close() -> None:
    text = "Le nord, 5 euros. Le sud, 6 euros. Le sud, 7 francs, 8 francs."
    assert place("Le sud […] francs", text) == ("found", ["Le sud", "francs"])
    assert place("Le […] euros", text) == ("ambiguous", ["Le nord, 5 euros", "Le sud, 6 euros"])
    assert place("nord […] francs", text)[1] == ["nord", "francs"]
    assert place("Le nord […] Le sud […] 8", text)[1] == ["Le nord", "Le sud", "8"]


# What is not there, though its letters are.
CUT = [
    "11 %",
    "0 milliards",
    "milliard",
    "vestira",
    "118",
    "385 visiteurs",
    "2 millions",
    "5 millions",
]
CUT += ["5 %", "1 200", "200,5 millions", "00", "3", "12", "fero"]


@pytest.mark.parametrize("quote", CUT)
def test_no_word_and_no_number_is_cut(quote: str) -> None:
    text = ARTICLE.partition("| Commune")[0]
    assert place(quote, text) == ("not-found", [])


NOTHING = [
    "",
    " ",
    "…",
    "[…]",
    "!?",
    "« »",
    "\u200b\ufeff",
    "\x00\x01",
    "\n\n",
    "**",
    "[]()",
    "—",
    "\U0001f600",
]


@pytest.mark.parametrize("quote", NOTHING)
def test_what_says_nothing_stands_nowhere(quote: str) -> None:
    assert place(quote) == ("not-found", [])
    assert place({"exact": quote}) == ("not-found", [])
    assert place({"row": quote, "column": quote}) == ("not-found", [])


ARTICLE_TEXT = ArticleText(Source("a.md", ARTICLE))


def test_why_a_quote_is_not_found() -> None:
    parts = anchor(ARTICLE_TEXT, "le port investira […] deux millions d’euros demain")
    assert (parts.missing, parts.part) == ("text", "deux millions d’euros demain")
    assert anchor(ARTICLE_TEXT, "soit 111 % […] investira").missing == "order"
    context = anchor(ARTICLE_TEXT, {"exact": "le port", "prefix": "Dans"})
    assert (context.state, context.missing) == ("not-found", "context")


def test_names_of_rows_and_columns_are_suggested() -> None:
    row = anchor(ARTICLE_TEXT, CellQuote("Brst", "Part"))
    assert (row.missing, row.suggestion) == ("row", "Brest")
    column = anchor(ARTICLE_TEXT, CellQuote("Brest", "Habitant"))
    assert (column.missing, column.suggestion) == ("column", "Habitants")
    assert anchor(ARTICLE_TEXT, CellQuote("Brest Nord", "Part")).missing == "column"
    none = anchor(ArticleText(Source("a.md", "rien")), CellQuote("Brest", "Part"))
    assert (none.missing, none.suggestion) == ("table", None)


def test_what_is_nearest_is_said_from_four_words_on() -> None:
    changed = anchor(ARTICLE_TEXT, "Le port investira 80 milliards d'euros").near
    assert changed is not None
    assert (changed.text, changed.kind) == ("Le port investira 60 milliards d'euros", "changed")
    closest = anchor(ARTICLE_TEXT, "Le port a payé 61 milliards d'euros").near
    assert closest is not None
    assert (closest.text, closest.kind) == ("Le port investira 60 milliards d'euros", "closest")
    assert anchor(ARTICLE_TEXT, "80 milliards d").near is None
    assert (
        anchor(ARTICLE_TEXT, {"exact": "le port investira 60", "prefix": "Mais"}).near is not None
    )


def test_the_forms_of_a_quote() -> None:
    assert quote_of("x") == TextQuote("x")
    assert quote_of({"exact": "x", "suffix": "y"}) == TextQuote("x", "", "y")
    assert quote_of({"row": "x", "column": "y"}) == CellQuote("x", "y")
    for other in (None, 3, ["x"], {}, {"row": "x"}, {"exact": 3}):
        assert quote_of(other) is None
        assert anchor(ARTICLE_TEXT, other).state == "not-found"


def test_a_text_is_no_markdown() -> None:
    text = "- 5 % *net* de\nmarge"
    assert anchor(ArticleText(Source("a.txt", text)), "- 5 % *net* de marge") == Anchor(
        "found", ((0, 20),)
    )
    assert anchor(ArticleText(Source("a.md", text)), "- 5 % *net* de marge").spans == ((2, 20),)


def test_very_long_quotes() -> None:
    words = [f"mot{number} alors" for number in range(4_000)]
    text = " ".join(words)
    article = ArticleText(Source("a.md", text))
    assert anchor(article, text).spans == ((0, len(text)),)
    for size in (150, 800, 1_400):
        passage = " ".join(words[1_000 : 1_000 + size])
        near = anchor(article, passage.replace(f"mot{1_000 + size // 2} ", "")).near
        assert near is not None
        assert text[slice(*near.span)] == passage
    assert anchor(article, text + " fin").near is None


def test_a_quote_that_occurs_very_often_is_ambiguous() -> None:
    assert len(anchor(ArticleText(Source("a.md", "oui " * 50_000)), "oui").spans) == 100
    assert anchor(ArticleText(Source("a.md", "a" * 100_000)), "a" * 2_000).state == "not-found"
    numbers = "33 " * 50_000
    assert anchor(ArticleText(Source("a.md", f"{numbers} 3")), "3").spans == ((150_001, 150_002),)
    assert anchor(ArticleText(Source("a.md", "oui oui oui")), "oui oui").spans == ((0, 7), (4, 11))
