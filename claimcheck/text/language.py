"""Which language a text is in, by its commonest words."""

import re
from collections import Counter

from claimcheck.text.lexicon import LANGUAGES, lexicon

# So much of a text tells its language.
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language, of those with a lexicon, whose small words a text uses most; English if none."""
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    scores = {
        language: sum(words[word] for word in small_words(language)) for language in LANGUAGES
    }
    return max(scores, key=lambda language: (scores[language], language == "en"))


def small_words(language: str) -> frozenset[str]:
    """Articles, prepositions and the like, which make up much of any text."""
    lex = lexicon(language)
    return frozenset((*lex.determiners, *lex.of, *lex.relative, *lex.no_nouns))
