"""A sentence as tokens: words, numbers and signs, with their places."""

import re
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

# Three capitals right before a number are a currency or a name: USD3.14. A word may end in the apostrophe of
# an elision (jusqu'à); a number keeps its separators.
_TOKEN = re.compile(
    r"([0-9]+(?:[.,'][0-9]+)*)|(?:[A-Z]{3}|RM|Rs)(?=[0-9])|([^\W0-9_]\w*(?:'(?=\w))?)|(?:[^\w\s]|_)"
)

# Longer rows of digits are no numbers.
LONGEST_NUMBER = 60

_Value = TypeVar("_Value")


class Tokens(NamedTuple):
    """The tokens of a stretch of text, as parallel lists; places are offsets of that text.

    `joins[i]` is what stands before token i: "" nothing, " " space, "-" a hyphen between two words or
    numbers (which is no token of its own).
    """

    words: list[str]
    """In lower case."""
    raw: list[str]
    starts: list[int]
    ends: list[int]
    numeric: list[bool]
    joins: list[str]

    def is_word(self, i: int) -> bool:
        """Whether token i is there and made of letters."""
        return 0 <= i < len(self.raw) and self.raw[i][0].isalpha()

    def is_number(self, i: int) -> bool:
        """Whether token i is there and made of digits."""
        return 0 <= i < len(self.raw) and self.numeric[i]

    def word(self, i: int) -> str:
        """Token i in lower case, or nothing."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def join(self, i: int) -> str:
        """What stands before token i."""
        return self.joins[i] if 0 <= i < len(self.joins) else " "


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of text[start:end]."""
    tokens = Tokens([], [], [], [], [], [])
    words, raw, starts, ends, numeric, joins = tokens
    before, hyphen = start, False
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        one = match.group()
        at, after = match.span()
        if (
            one == "-"
            and at == before
            and raw
            and text[after : after + 1].isalnum()
            and raw[-1][-1].isalnum()
        ):
            hyphen, before = True, after
            continue
        joins.append("-" if hyphen else "" if at == before else " ")
        hyphen = False
        raw.append(one)
        starts.append(at)
        ends.append(after)
        numeric.append(match.lastindex == 1 and after - at <= LONGEST_NUMBER)
        before = after
    words += map(str.lower, raw)
    return tokens


def _words(phrase: str, *, cased: bool) -> tuple[str, ...]:
    """The tokens of a phrase; an apostrophe at its end belongs to the word: "plus d'"."""
    elided = phrase.endswith("'")
    tokens = tokenize(phrase + "x" if elided else phrase)
    words = tokens.raw if cased else tokens.words
    return (*words[:-1], words[-1]) if not elided else tuple(words[:-1])


class Phrases(Generic[_Value]):
    """Sequences of words, looked up at a place; the longest that fits counts."""

    __slots__ = ("_backward", "_forward")

    def __init__(self, entries: Iterable[tuple[str, _Value]], *, cased: bool = False) -> None:
        self._forward: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
        self._backward: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
        for phrase, value in entries:
            words = _words(phrase, cased=cased)
            self._forward.setdefault(words[0], []).append((words, value))
            self._backward.setdefault(words[-1], []).append((words, value))
        for table in (self._forward, self._backward):
            for found in table.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[str], i: int) -> tuple[_Value, int] | None:
        """What starts with token i, and the token after it."""
        if not 0 <= i < len(words):
            return None
        found = self._forward.get(words[i])
        if found is None:
            return None
        for phrase, value in found:
            length = len(phrase)
            if length == 1 or tuple(words[i : i + length]) == phrase:
                return value, i + length
        return None

    def before(self, words: Sequence[str], i: int) -> tuple[_Value, int] | None:
        """What ends just before token i, and its first token."""
        for phrase, value in self._backward.get(words[i - 1], ()) if i > 0 else ():
            start = i - len(phrase)
            if start >= 0 and (len(phrase) == 1 or tuple(words[start:i]) == phrase):
                return value, start
        return None

    def __contains__(self, word: str) -> bool:
        return any(len(phrase) == 1 for phrase, _ in self._forward.get(word, ()))

    def phrases(self) -> Iterable[tuple[str, ...]]:
        """The phrases, as words."""
        return (phrase for found in self._forward.values() for phrase, _ in found)

    def firsts(self) -> Iterable[str]:
        """The words with which phrases begin."""
        return self._forward
