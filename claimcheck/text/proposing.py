"""What a sentence seems to be about: the entities that it names, and the attribute that it fits."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from claimcheck.model.vocabulary import Attribute, Vocabulary, fold
from claimcheck.text.agreement import unit_of
from claimcheck.text.lexicon import Lexicon
from claimcheck.text.reading import Reading
from claimcheck.text.tokens import Phrases, Tokens, tokenize

# Words are compared by their beginnings: valorise, valorisation.
_STEM = 6
_SHORTEST = 3
_CLAUSES = frozenset((",", ";", ":", "(", ")", "–", "—", "|"))
# A verb may stand so many words after who it speaks of: "the utility now expects".
_TO_VERB = 2


class Named(NamedTuple):
    """An entity that a sentence names; `at`, `after`: its first token, and the one behind its name."""

    entity: str
    at: int
    after: int


class Proposer:
    """Looks up a vocabulary's names and labels in sentences."""

    def __init__(self, vocabulary: Vocabulary, lex: Lexicon) -> None:
        self.vocabulary = vocabulary
        self.lex = lex

    @cached_property
    def _names(self) -> Phrases[str]:
        return Phrases(
            (" ".join(_plain(name).split()), entity.id)
            for entity in self.vocabulary.entities.values()
            for name in entity.names
            if tokenize(_plain(name)).words
        )

    @cached_property
    def _labels(self) -> dict[str, tuple[frozenset[str], ...]]:
        """The words of what each attribute is called in the language of the article."""
        attributes = (self.vocabulary.attributes[name] for name in self.vocabulary.attributes)
        return {attribute.name: tuple(self._words_of(attribute)) for attribute in attributes}

    def _words_of(self, attribute: Attribute) -> Iterator[frozenset[str]]:
        own, name = attribute.labels.get(self.lex.language), attribute.name.replace("_", " ")
        names = (own, name) if own and self.lex.language == "en" else (own or name,)
        for called in names:
            words = frozenset(tokenize(fold(called)).words) - self._small
            if words:
                yield words

    @cached_property
    def _small(self) -> frozenset[str]:
        lex = self.lex
        return lex.of | lex.determiners | lex.definite | lex.articles | {"'"}

    # ---- subjects

    def subject(self, before: str, after: str, speaker: str | None = None) -> str | None:
        """The entity that a number is about, by the text before and after it in its sentence.

        The only one before the number in its clause; else the only one before it; else the only one of the
        sentence, if it is not linked to something else ("from the city"). Who only says so is not meant.
        """
        earlier, later = tokenize(_plain(before)), tokenize(_plain(after))
        speaking = frozenset(n.entity for n in self.named(tokenize(_plain(speaker or ""))))
        first = [
            n
            for n in self.named(earlier)
            if n.entity not in speaking and not self._says(earlier, n.after)
        ]
        start = max((i for i, word in enumerate(earlier.words) if word in _CLAUSES), default=-1)
        near = {n.entity for n in first if n.at > start}
        everyone = near or {n.entity for n in first}
        if not first:
            behind = [named for named in self.named(later) if named.entity not in speaking]
            everyone = {named.entity for named in behind}
            if any(self._linked(later, named.at) for named in behind):
                return None
        return next(iter(everyone)) if len(everyone) == 1 else None

    def named(self, tokens: Tokens) -> Iterator[Named]:
        """The entities that are named, the longest names first."""
        i = 0
        while i < len(tokens.words):
            found = self._names.at(tokens.words, i)
            if found is None:
                i += 1
                continue
            yield Named(found[0], i, found[1])
            i = found[1]

    def _says(self, tokens: Tokens, after: int) -> bool:
        """Whether a verb of saying stands behind a name: "the Energy Board, which …, denies"."""
        if tokens.word(after) in _CLAUSES:
            closing = next(
                (i for i in range(after + 1, len(tokens.words)) if tokens.words[i] in _CLAUSES),
                after,
            )
            after = closing + 1
        places = range(after, after + _TO_VERB)
        return any(self.lex.saying.at(tokens.words, i) for i in places)

    def _linked(self, tokens: Tokens, at: int) -> bool:
        """Whether a name stands behind a preposition, an article aside."""
        articles = self.lex.determiners | self.lex.articles
        at -= tokens.word(at - 1) in articles
        return tokens.word(at - 1) in self.lex.no_nouns | self.lex.of

    # ---- attributes

    def attribute(self, reading: Reading, words: str) -> Attribute | None:
        """The attribute whose unit fits a reading and whose label or name the words have, if only one."""
        said = frozenset(tokenize(fold(words)).words) - self._small
        scores: dict[str, int] = {}
        for name, labels in self._labels.items():
            score = max((_score(label, said) for label in labels), default=0)
            if score and _fits(self.vocabulary.attributes[name], reading):
                scores[name] = score
        best = [name for name, score in scores.items() if score == max(scores.values())]
        return self.vocabulary.attributes[best[0]] if len(best) == 1 else None

    # ---- qualifiers

    def where(self, attribute: Attribute, subject: str, words: str) -> dict[str, str]:
        """The one qualifier that a sentence fills in so many words: `from the Clean Heat Fund`."""
        tokens = tokenize(_plain(words))
        found = {}
        for named in self.named(tokens):
            at = named.at - (tokens.word(named.at - 1) in self.lex.determiners | self.lex.articles)
            key = tokens.word(at - 1)
            if named.entity != subject and key in attribute.qualifiers:
                found[key] = self.vocabulary.name_of(named.entity)
        return found if len(found) == 1 else {}


def _plain(text: str) -> str:
    """In small letters, with one kind of apostrophe."""
    return text.lower().replace("’", "'")


def _fits(attribute: Attribute, reading: Reading) -> bool:
    """Whether an attribute's values can be what was read."""
    kind, unit = attribute.type.name, attribute.type.unit
    if reading.kind in ("money", "share", "count", "date"):
        return kind == reading.kind
    return unit is not None and unit.dimension == unit_of(reading).dimension and bool(unit.name)


def _score(label: Iterable[str], said: frozenset[str]) -> int:
    """How many words of a label are said, if all are."""
    wanted = list(label)
    return len(wanted) if all(any(_alike(word, other) for other in said) for word in wanted) else 0


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one: they begin alike, and differ in an ending."""
    if one == other:
        return True
    if min(len(one), len(other)) >= _STEM:
        return one[:_STEM] == other[:_STEM]
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.startswith(short) and len(long) - len(short) <= 2
