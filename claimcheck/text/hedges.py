"""What surrounds a number in its sentence: hedges, how certain it is, who says so."""

from typing import NamedTuple

from claimcheck.model.claim import Certainty
from claimcheck.text.lexicon import Hedge, Lexicon
from claimcheck.text.tokens import Tokens


class Hedges(NamedTuple):
    """What the hedges of a number say of it."""

    upper: bool = False
    lower: bool = False
    strict: bool = False
    about: bool = False

    def and_also(self, hedge: Hedge) -> "Hedges":
        """With one hedge more; of a limit and another one, the one nearer to the number counts."""
        if hedge.effect == "none":
            return self
        if hedge.effect == "about":
            return self._replace(about=True)
        if self.upper or self.lower:
            return self
        return self._replace(
            upper=hedge.effect == "upper", lower=hedge.effect == "lower", strict=hedge.strict
        )


MOST_GAP = 5


def hedges_of(
    tokens: Tokens, start: int, end: int, tail: int, lex: Lexicon, *, time: bool = False
) -> Hedges:
    """The hedges left and right of the tokens start to end; `tail`: after the noun that is counted.

    `time`: whether they are a duration.
    """
    found = Hedges()
    at = start
    for _ in range(3):
        hedge = _left(tokens, at, lex)
        if hedge is None or (time and hedge[0].not_time):
            break
        found, at = found.and_also(hedge[0]), hedge[1]
    for place in dict.fromkeys((end, tail, end + 1, end + 2, end + 3)):
        right = lex.hedges_right.at(tokens.words, place)
        if place > tail and (right is None or right[0].gap < place - tail):
            continue
        if right is not None and not _opens(tokens, right[1], lex):
            found = found.and_also(right[0])
            break
    return found


def _left(tokens: Tokens, start: int, lex: Lexicon) -> tuple[Hedge, int] | None:
    """The nearest hedge that ends before a token, and where it begins."""
    article = False
    for gap in range(MOST_GAP + 1):
        at = start - gap
        found = lex.hedges_left.before(tokens.words, at)
        if found is not None and found[0].gap >= gap and (found[0].gap > 2 or not article):
            near = tokens.words[max(0, found[1] - 3) : found[1]]
            return None if found[0].not_after and found[0].not_after & set(near) else found
        article = article or tokens.word(at - 1) in lex.articles
        if not _may_stand_between(tokens, at - 1, lex):
            return None
    return None


def _may_stand_between(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether a token may stand between a hedge and its number."""
    word = tokens.word(i)
    return tokens.is_word(i) and not (
        word in lex.relative or word in lex.bars or word in lex.number_words
    )


def _opens(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether what looks like a hedge after a number is one before the next: "5 %, au moins 3"."""
    return tokens.is_number(i)


# ---- certainty


class Mark(NamedTuple):
    """A word that makes a sentence less than certain, at token `at`, for tokens up to `until`."""

    level: Certainty
    at: int
    until: int


# A sentence without an end: marks further away say nothing.
FURTHEST = 60
_BREAKS = frozenset((";",))


def marks_of(tokens: Tokens, lex: Lexicon) -> list[Mark]:
    """The marks of uncertainty in a sentence, in order."""
    found: list[Mark] = []
    i = 0
    while i < len(tokens.words):
        level = _level(tokens, i, lex)
        if level is not None:
            found.append(Mark(level, i, _scope(tokens, i, lex)))
        i += 1
    return found


def _level(tokens: Tokens, i: int, lex: Lexicon) -> Certainty | None:
    word = tokens.words[i]
    found = lex.certainty.at(tokens.words, i)
    if found is not None:
        if tokens.raw[i][0].isupper() and tokens.is_number(i + 1):
            return None  # the month of May
        return "possible" if found[0] == "possible" else "probable"
    if lex.endings and len(word) > 4 and word.endswith(lex.endings) and word not in lex.not_endings:
        return "possible"  # the French press says so what it has not seen itself
    return None


def _scope(tokens: Tokens, i: int, lex: Lexicon) -> int:
    """Up to where a mark counts: to the end of its relative clause or of the sentence."""
    start = i
    while start > 0 and i - start < FURTHEST and tokens.words[start - 1] != ",":
        start -= 1
        if tokens.words[start] in lex.relative:
            return _next(tokens, i, (",", *_BREAKS))
    return _next(tokens, i, tuple(_BREAKS))


def _next(tokens: Tokens, i: int, stops: tuple[str, ...]) -> int:
    for at in range(i, min(len(tokens.words), i + FURTHEST)):
        if tokens.words[at] in stops:
            return at
    return min(len(tokens.words), i + FURTHEST)


class Marks:
    """The marks of a sentence, asked for from left to right."""

    def __init__(self, tokens: Tokens, lex: Lexicon) -> None:
        self.tokens = tokens
        self.marks = marks_of(tokens, lex)
        self.lex = lex
        self._next = 0

    def at(self, start: int, end: int) -> Certainty:
        """How certain what stands at tokens start to end is."""
        marks = self.marks
        while self._next < len(marks) and marks[self._next].at < start:
            self._next += 1
        levels: list[Certainty] = []
        for mark in reversed(marks[max(0, self._next - 4) : self._next]):
            if mark.until >= start:
                levels.append(mark.level)
                break
        if self._next < len(marks) and self._follows(end, marks[self._next].at):
            levels.append(marks[self._next].level)
        return "possible" if "possible" in levels else "probable" if levels else "certain"

    def _is_copula(self, mark: int) -> bool:
        """Whether a mark is "are to" and the like: 3,200 m that are to be paid are certain metres."""
        found = self.lex.certainty.at(self.tokens.words, mark)
        several = found is not None and found[1] > mark + 1
        return several and self.tokens.words[mark] in self.lex.no_nouns

    def _follows(self, end: int, mark: int) -> bool:
        """Whether a mark stands in the clause of the number before it, with no other number between."""
        if mark - end > 8 or self._is_copula(mark):
            return False
        return not any(
            self.tokens.words[i] in ",;:()" or self.tokens.numeric[i] for i in range(end, mark)
        )


# ---- attribution


class Voice(NamedTuple):
    """Who says what stands in tokens `first` to `last` of a sentence: a stretch of the text."""

    start: int
    end: int
    first: int
    last: int


_STOPS = frozenset((",", ";", ":", "(", ")", ".", "—", "–", "|", "!", "?"))
LONGEST_NAME = 12


def voices_of(tokens: Tokens, lex: Lexicon) -> list[Voice]:
    """Who speaks in a sentence, as it says itself; places are those of the text."""
    found: list[Voice] = []
    total = len(tokens.words)
    for i, word in enumerate(tokens.words):
        if word not in lex.voice_words:
            continue
        source = lex.sources.at(tokens.words, i)
        if source is not None:
            end = _name_end(tokens, source[1])
            if end > source[1] and lex.no_sources.isdisjoint(
                tokens.words[source[1] : source[1] + 2]
            ):
                found.append(Voice(tokens.starts[source[1]], tokens.ends[end - 1], 0, total))
            continue
        saying = lex.saying.at(tokens.words, i)
        name = None if saying is None else _speaker(tokens, i, saying[1], lex)
        if name is not None:
            found.append(Voice(tokens.starts[name[0]], tokens.ends[name[1] - 1], 0, total))
    return found


def _name_end(tokens: Tokens, i: int) -> int:
    end = i
    while end < len(tokens.words) and end - i < LONGEST_NAME:
        if tokens.words[end] in _STOPS or tokens.numeric[end]:
            break
        end += 1
    return end


def _speaker(tokens: Tokens, verb: int, after: int, lex: Lexicon) -> tuple[int, int] | None:
    """The tokens of the subject of a verb of saying, before it or (after a comma) behind it."""
    start = verb
    while (
        start > 0 and verb - start < LONGEST_NAME and tokens.words[start - 1] not in _STOPS | {'"'}
    ):
        start -= 1
    at_end = after >= len(tokens.words) or tokens.words[after] == "."
    if at_end and 0 < verb - start <= 4 and start and tokens.words[start - 1] == ",":
        return start, verb
    if start == verb:
        end = _name_end(tokens, after)
        opened = verb > 0 and tokens.words[verb - 1] in (",", '"')
        return (
            (after, end)
            if opened and end > after and tokens.words[after] not in lex.pronouns
            else None
        )
    conjunction = lex.conjunctions.at(tokens.words, start)
    if conjunction is not None and conjunction[1] < verb:
        start = conjunction[1]
    if tokens.words[start] in lex.pronouns or any(tokens.numeric[start:verb]):
        return None
    if tokens.words[verb - 1] in lex.no_nouns | lex.determiners | lex.articles:
        return None
    opened = start > 0 and tokens.words[start - 1] == ":"
    named = opened or tokens.raw[start][0].isupper() or tokens.words[start] in lex.determiners
    return (start, verb) if named and verb - start <= 8 else None
