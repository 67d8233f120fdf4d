"""The passage of an article that is nearest to a quote that is not in it."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from claimcheck.text.articles import ArticleText, bare
from claimcheck.text.boundaries import is_boundary

CHANGED, CLOSEST = 90, 75
FEWEST_WORDS = 4
LONGEST = 20_000
"""Longer quotes are not compared: it would take seconds."""

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\S+")
# How many words of a quote are looked for, and how many of their places are followed.
_SEEDS, _PLACES = 24, 2_000
# A longer quote is refined at its two ends only, by so many code points of it.
_END = 400


class Near(NamedTuple):
    """A passage that is nearly a quote: its place in the source, how it reads, how near (0 to 100)."""

    span: tuple[int, int]
    text: str
    score: float
    kind: Literal["changed", "closest"]


class _Passage(NamedTuple):
    start: int
    end: int
    score: float


def near(article: ArticleText, quote: str) -> Near | None:
    """The passage nearest to a folded quote, if one is near enough."""
    if len(quote) > LONGEST or sum(1 for _ in _WORD.finditer(quote)) < FEWEST_WORDS:
        return None
    best = max(_passages(article, quote), key=lambda found: found.score, default=None)
    if best is None or best.score < CLOSEST:
        return None
    span = article.span(best.start, best.end)
    kind: Literal["changed", "closest"] = "changed" if best.score >= CHANGED else "closest"
    return Near(span, article.text(best.start, best.end), best.score, kind)


def _passages(article: ArticleText, quote: str) -> Iterator[_Passage]:
    """The best passages about the places where the quote may stand."""
    from rapidfuzz.fuzz import ratio

    text, plain = article.bare, bare(quote)
    size = len(quote)
    places = _places(text, plain)
    # Comparing takes time with the square of the length.
    most = min(1_000, max(3, 400_000_000 // (size * size)))
    scored = [(-ratio(plain, text[max(0, at) : at + size]), at) for at in places[:most]]
    for _, at in sorted(scored)[:5]:
        yield _refined(article.folded, quote, max(0, at))


def _places(text: str, quote: str) -> list[int]:
    """Where the quote may begin, by its rarest words: the places with most of them first."""
    guesses = sorted(_guesses(text, quote))
    slack = max(16, len(quote) // 5)
    places: list[tuple[int, int]] = []
    first = 0
    while first < len(guesses):
        last, words = first, set()
        while last < len(guesses) and guesses[last][0] <= guesses[first][0] + slack:
            words.add(guesses[last][1])
            last += 1
        places.append((-len(words), guesses[(first + last - 1) // 2][0]))
        first = last
    return [place for _, place in sorted(places)]


def _guesses(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """For the rarest words of a quote: where the quote would begin, and where in it the word stands."""
    words = {match.group(): match.start() for match in _WORD.finditer(quote)}
    longest = sorted(words, key=lambda word: (-len(word), word))[:_SEEDS]
    counts = sorted((count, word) for word in longest if (count := text.count(word)))
    left = _PLACES
    for count, word in counts:
        if left <= 0:
            return
        left -= count
        at = text.find(word)
        for _ in range(min(count, _PLACES)):
            yield at - words[word], words[word]
            at = text.find(word, at + len(word))


def _refined(text: str, quote: str, at: int) -> _Passage:
    """The best passage near a place, from word to word."""
    from rapidfuzz.fuzz import ratio

    slack = max(32, min(len(quote) // 3, 600))
    if len(quote) <= 2 * _END:
        return _best(text, quote, at - slack, at + len(quote) + slack)
    start = _best(text, quote[:_END], at - slack, at + _END + slack).start
    behind = at + len(quote)
    end = _best(text, quote[-_END:], behind - _END - 2 * slack, behind + 2 * slack).end
    return _Passage(start, end, ratio(quote, text[start:end]))


def _best(text: str, quote: str, low: int, high: int) -> _Passage:
    """The best passage of text[low:high]: a rough one of the quote's length, then end and start in turn."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    low = max(0, low)
    rough = partial_ratio_alignment(quote, text[low:high])
    assert rough is not None
    start, end = low + rough.dest_start, low + rough.dest_end
    starts, ends = _edges(text, low, high)
    best = _Passage(start, end, 0)
    for _ in range(4):
        before = best
        best = _top(text, quote, [(best.start, e) for e in ends if e > best.start], best)
        best = _top(text, quote, [(s, best.end) for s in starts if s < best.end], best)
        if best == before:
            break
    return best


def _top(text: str, quote: str, spans: Iterable[tuple[int, int]], default: _Passage) -> _Passage:
    """The nearest passage; of several, the shortest."""
    from rapidfuzz.fuzz import ratio

    passages = (_Passage(*span, ratio(quote, text[slice(*span)])) for span in spans)
    return max(passages, key=lambda one: (one.score, one.start - one.end), default=default)


def _edges(text: str, low: int, high: int) -> tuple[list[int], list[int]]:
    """Where passages of text[low:high] may begin and end: at words, with or without the signs beside them."""
    starts, ends = set(), set()
    for pattern in (_WORD, _TOKEN):
        for match in pattern.finditer(text, low, high):
            starts.add(match.start())
            ends.add(match.end())
    return (
        [place for place in sorted(starts) if is_boundary(text, place)],
        [place for place in sorted(ends) if is_boundary(text, place)],
    )
