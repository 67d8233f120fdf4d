"""Values in the words of a language: `jusqu'à 30 milliards de dollars` as `up to 30 billion USD`."""

from functools import cache

from claimcheck.catalogue import tell
from claimcheck.model.value import BadValue
from claimcheck.text.encoding import encoded
from claimcheck.text.lexicon import LANGUAGES, lexicon
from claimcheck.text.plain import plain_of
from claimcheck.text.reading import Reading, read_text
from claimcheck.text.tokens import tokenize

# A longer text is a sentence, no value.
_LONGEST = 120


def in_notation(text: str, language: str, published: int | None = None) -> str | None:
    """What a value in words is in the notation of claims; None if it is not one quantity or date.

    Raises BadValue for a number with two readings.
    """
    if language not in LANGUAGES or len(text) > _LONGEST:
        return None
    readings = read_text(text, language, published)
    if len(readings) != 1:
        return None
    reading = readings[0]
    if not _is_all(text, reading, language):
        return None
    if reading.other is not None:
        raise BadValue(
            "invalid-value", text=text, expected=tell("one reading"), hint=_hint(reading)
        )
    return encoded(reading)


def _hint(reading: Reading) -> str:
    other = encoded(
        reading._replace(value=reading.other, low=reading.other, high=reading.other, doubt="")
    )
    return f"it may be {encoded(reading)} or {other}: write the one that is meant"


def _is_all(text: str, reading: Reading, language: str) -> bool:
    """Whether beside the quantity a text has nothing but its hedges."""
    end = max(reading.end, reading.tail)
    around = (plain_of(part, markdown=False).text for part in (text[: reading.start], text[end:]))
    rest = [word for part in around for word in tokenize(part).words]
    if not rest:
        return True
    hedged = reading.about or reading.low is None or reading.high is None or reading.is_range
    return hedged and _hedge_words(language).issuperset(rest)


@cache
def _hedge_words(language: str) -> frozenset[str]:
    """All words of which hedges are made, and the small ones between them and the number."""
    lex = lexicon(language)
    words = {word for phrase in lex.hedge_phrases for word in tokenize(phrase + " x").words[:-1]}
    return frozenset((*words, *lex.determiners, *lex.of, *lex.between, *lex.range_from.firsts()))
