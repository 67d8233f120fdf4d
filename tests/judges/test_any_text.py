"""Any text whatever is read without an error, and every reading is a part of it."""

from numbers import Rational

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.text.lexicon import LANGUAGES, lexicon
from claimcheck.text.reading import read_text

SIGNS = tuple("0159 .,:;/-–—'\"()[]%$€£°^~<>+|#*\n½²")
WORDS = {
    language: sorted(
        {
            *lexicon(language).first_words,
            *lexicon(language).number_words,
            *lexicon(language).of,
            *lexicon(language).articles,
            *lexicon(language).determiners,
            *(word for phrase in lexicon(language).hedge_phrases for word in phrase.split()),
            *(word for phrase in lexicon(language).measures.phrases() for word in phrase[:1]),
            *(word for phrase in lexicon(language).symbols.phrases() for word in phrase[:1]),
        }
    )
    for language in LANGUAGES
}


def texts(language: str) -> st.SearchStrategy[str]:
    """Words of the lexicon, numbers and signs in any order, with and without spaces."""
    number = st.integers(0, 10**9).map(str)
    part = st.one_of(
        st.sampled_from(WORDS[language]), number, st.sampled_from(SIGNS), st.text(max_size=3)
    )
    return st.lists(part, max_size=14).flatmap(
        lambda parts: st.sampled_from(("", " ", "\u202f")).map(lambda between: between.join(parts))
    )


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=600)
@given(st.data())
def test_any_text_is_read(language: str, data: st.DataObject) -> None:
    text = data.draw(st.one_of(texts(language), st.text()))
    for each in read_text(text, language):
        assert text[each.start : each.end] == each.text
        assert each.text
        if each.is_range:
            assert each.low is not None and each.high is not None and each.low <= each.high
        assert isinstance(each.value, Rational | None)
        each.data()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "word", ["zero", "zéro", "cent", "million", "1 km 1 m", "$1-", '5"', "1/2", "a"]
)
def test_a_word_over_and_over_is_read(language: str, word: str) -> None:
    read_text(f"{word} " * 3_000, language)
