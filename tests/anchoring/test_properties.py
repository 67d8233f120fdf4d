"""Whatever the text: places are kept, and every passage is found where it stands."""

import unicodedata

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from claimcheck.source import Source
from claimcheck.text.anchoring import ArticleText, anchor
from claimcheck.text.boundaries import is_boundary
from claimcheck.text.plain import plain_line, plain_of
from tests.anchoring.quotes import SAME, Change

MARKS = "*_`~[](){}<>!#|\\&;:-+.,'\"«»“”’…–— \n\t\r\u00a0\u202f\u00ad\u200b\u0301\u202e\x00"
LETTERS = "abéÀßİΣσﬁœ한가\u1112\u1161\u11ab0123459"
TEXTS = st.text(st.sampled_from(MARKS + LETTERS * 3), max_size=80) | st.text(max_size=40)
SIGNS = "un deux 60 3,5 l’été ** * _ ` [ ]( ) ](x) [^1] <b> </b> <!-- --> &nbsp; &amp; \\* | e\u0301 ﬁn « »"
STARTS = ("\n", "\n\n", "\n- ", "\n2. ", "\n> ", "\n# ", "\n|-|\n", "\n```\n")
PIECES = st.lists(st.sampled_from([*SIGNS.split(), *STARTS, " ", " ", " "]), max_size=30).map(
    "".join
)
WORDS = st.lists(
    st.from_regex(r"[a-zéèôç]{1,7}(?:['’][a-z]{2,5})?|[1-9][0-9]{0,4}", fullmatch=True),
    min_size=2,
    max_size=30,
    unique_by=str.casefold,
)


@given(TEXTS | PIECES, st.booleans())
def test_every_code_point_has_its_place(source: str, markdown: bool) -> None:
    plain = plain_of(source, markdown=markdown)
    places = [plain.at(index) for index in range(len(plain.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(source)
    for index, sign in enumerate(plain.text):
        start, end = plain.span(index, index + 1)
        assert start < end
        assert plain.index(start) <= index
        if sign.isalnum():
            assert sign in unicodedata.normalize("NFC", plain_line(source[start:end]).text)


@given(TEXTS | PIECES)
@example("e\u00ad\u0301 \u0301")
@example(" \u200b\n")
@example("ﬁ\u0301")
def test_a_plain_text_is_plain(source: str) -> None:
    text = plain_of(source, markdown=False).text
    assert plain_of(text, markdown=False).text == text
    read = plain_of(source).text
    assert (
        plain_of(read, markdown=False).text
        == plain_of(read.replace("\n", " \n"), markdown=False).text
    )


@given(TEXTS | PIECES, st.data())
def test_a_passage_of_what_is_read_is_found_in_the_source(source: str, data: st.DataObject) -> None:
    article = ArticleText(Source("a.md", source))
    folded = article.folded
    edges = [at for at in range(len(folded) + 1) if is_boundary(folded, at)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    passage = folded[start:end]
    assume(any(map(str.isalnum, passage)) and passage == passage.strip())
    found = anchor(article, article.text(start, end))
    assert found.state != "not-found"
    if found.state == "found":
        assert found.spans == (article.span(start, end),)


@given(WORDS, st.data())
@settings(max_examples=200)
def test_a_passage_that_occurs_once_is_found_however_it_is_typed(
    words: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    before, quote = "".join(word + ", " for word in words[:start]), " ".join(words[start:end])
    after = "".join("; " + word for word in words[end:])
    name = data.draw(st.sampled_from([*SAME]))
    typed: Change = str if name in ("link", "code", "emphasis of one sign") else SAME[name]
    article = ArticleText(Source("a.md", f"Voici : {before}{quote}{after}."))
    found = anchor(article, typed(quote) if data.draw(st.booleans()) else quote.upper())
    place = (len(f"Voici : {before}"), len(f"Voici : {before}{quote}"))
    assert found.state in ("found", "ambiguous")
    assert place in found.spans or found.state == "ambiguous"


@given(TEXTS | PIECES, TEXTS | PIECES)
def test_spans_stand_in_the_source(source: str, quote: str) -> None:
    for data in (quote, {"exact": quote, "prefix": "a"}, {"row": quote, "column": quote}):
        found = anchor(ArticleText(Source("a.md", source)), data)
        assert all(0 <= start <= end <= len(source) for start, end in found.spans)
        assert list(found.spans) == sorted(found.spans)
        assert (found.state == "not-found") == (not found.spans)
