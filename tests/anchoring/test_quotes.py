"""Quotes of the newsroom's articles, miscopied in every way: found at their place, or only suggested."""

from collections import Counter

import pytest

from claimcheck.source import Source
from claimcheck.text.anchoring import Anchor, ArticleText, anchor
from tests.anchoring.quotes import (
    ARTICLES,
    OTHER,
    QUOTES,
    SAME,
    SAME_IN_ARTICLE,
    SAME_IN_QUOTE,
    Change,
    Quoted,
)

TEXTS = {name: ArticleText(Source(name, text)) for name, text in ARTICLES.items()}
REFERENCE = "\n\n[ref]: https://example.org\n"

UNRELATED = [
    "The committee will publish its minutes on the first Monday of each month",
    "Three cyclists crossed the desert with nothing but a tent and a map",
    "Her second novel sold 40,000 copies in a single week of the summer",
    "Le musée rouvrira ses portes au printemps après deux ans de travaux",
    "La recette demande trois œufs, du beurre et une pincée de sel",
    "Les hirondelles sont revenues plus tôt que l’an dernier dans la vallée",
]


def test_there_are_quotes_enough() -> None:
    assert len(QUOTES) >= 50


@pytest.mark.parametrize("change", {**SAME, **SAME_IN_QUOTE}.items(), ids=lambda change: change[0])
def test_a_quote_that_says_the_same_is_found(change: tuple[str, Change]) -> None:
    for quote in QUOTES:
        assert anchor(TEXTS[quote.article], change[1](quote.text)) == Anchor("found", (quote.span,))


@pytest.mark.parametrize(
    "change", {**SAME, **SAME_IN_ARTICLE}.items(), ids=lambda change: change[0]
)
def test_a_quote_is_found_in_an_article_that_says_the_same(change: tuple[str, Change]) -> None:
    for quote in QUOTES:
        raw = change[1](quote.text)
        start, end = quote.span
        source = quote.source[:start] + raw + quote.source[end:] + REFERENCE
        found = anchor(ArticleText(Source("a.md", source)), quote.text)
        assert found == Anchor("found", ((start, start + len(raw)),))


@pytest.mark.parametrize("ellipsis", [" […] ", " [...] ", "[ … ]", " (…) ", " (...) ", " \\[…\\] "])
def test_a_quote_with_an_ellipsis_is_found_in_parts(ellipsis: str) -> None:
    for quote in QUOTES:
        half = len(quote.raw.split()) // 2
        words = quote.text.split()
        parts = " ".join(words[: half - 1]), " ".join(words[half + 1 :])
        found = anchor(TEXTS[quote.article], ellipsis.join(parts))
        cut = tuple(" ".join(quote.source[slice(*span)].split()) for span in found.spans)
        assert (found.state, cut) == ("found", parts)
        assert (found.spans[0][0], found.spans[1][1]) == quote.span


@pytest.mark.parametrize("change", OTHER.items(), ids=lambda change: change[0])
def test_a_quote_that_says_something_else_is_only_suggested(change: tuple[str, Change]) -> None:
    changed = [(quote, text) for quote in QUOTES if (text := change[1](quote.text)) != quote.text]
    assert changed
    for quote, text in changed:
        found = anchor(TEXTS[quote.article], text)
        assert found.state == "not-found"
        assert found.near is not None
        assert (found.near.span, found.near.text) == (quote.span, _plain(quote))
        assert found.near.kind == ("changed" if found.near.score >= 90 else "closest")


def _plain(quote: Quoted) -> str:
    return quote.text.replace("’", "'").replace("\u00a0", " ")


@pytest.mark.parametrize("article", TEXTS)
def test_nothing_is_suggested_for_what_is_unrelated(article: str) -> None:
    others = [q.text for q in QUOTES if q.article.split(".")[1] != article.split(".")[1]]
    states = Counter(
        (anchor(TEXTS[article], text).state, anchor(TEXTS[article], text).near)
        for text in [*UNRELATED, *others]
    )
    assert set(states) == {("not-found", None)}
