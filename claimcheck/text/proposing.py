"""What a sentence seems to be about: the entities that it names, and the attribute that it fits."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from claimcheck.model.vocabulary import Attribute, Vocabulary, fold
from claimcheck.text.agreement import unit_of
from claimcheck.text.reading import Reading
from claimcheck.text.tokens import Phrases, Tokens, tokenize

# Words are compared by their beginnings: valorise, valorisation.
_STEM = 6
_SHORTEST = 4
_CLAUSES = frozenset((",", ";", ":", "(", ")", "–", "—"))


class Proposer:
    """Looks up a vocabulary's names and labels in sentences."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    @cached_property
    def _names(self) -> Phrases[str]:
        return Phrases(
            (" ".join(name.lower().split()), entity.id)
            for entity in self.vocabulary.entities.values()
            for name in entity.names
            if tokenize(name).words
        )

    def subject(self, before: str, after: str) -> str | None:
        """The entity that a number is about, by the text before and after it in its sentence.

        The only one of the sentence, or the only one of the number's own clause; else nobody.
        """
        earlier, later = tokenize(before), tokenize(after)
        first = list(self._entities(earlier))
        named = dict.fromkeys(entity for _, entity in (*first, *self._entities(later)))
        if len(named) == 1:
            return next(iter(named))
        start = max((i for i, word in enumerate(earlier.words) if word in _CLAUSES), default=-1)
        near = dict.fromkeys(entity for at, entity in first if at > start)
        return next(iter(near)) if len(near) == 1 else None

    def _entities(self, tokens: Tokens) -> Iterator[tuple[int, str]]:
        """The entities that are named, each with its first token."""
        i = 0
        while i < len(tokens.words):
            found = self._names.at(tokens.words, i)
            if found is None:
                i += 1
                continue
            yield i, found[0]
            i = found[1]

    def attribute(self, reading: Reading, words: str) -> Attribute | None:
        """The attribute whose unit fits a reading and whose label or name the words have, if only one."""
        stems = {_stem(word) for word in tokenize(fold(words)).words}
        scores: dict[str, int] = {}
        for attribute in self._fitting(reading):
            score = max((_score(label, stems) for label in _labels(attribute)), default=0)
            if score:
                scores[attribute.name] = score
        best = [name for name, score in scores.items() if score == max(scores.values())]
        return self.vocabulary.attributes[best[0]] if len(best) == 1 else None

    def _fitting(self, reading: Reading) -> Iterable[Attribute]:
        for name in self.vocabulary.attributes:
            attribute = self.vocabulary.attributes[name]
            if _fits(attribute, reading):
                yield attribute


def _fits(attribute: Attribute, reading: Reading) -> bool:
    """Whether an attribute's values can be what was read."""
    kind, unit = attribute.type.name, attribute.type.unit
    if reading.kind in ("money", "share", "count", "date"):
        return kind == reading.kind
    return unit is not None and unit.dimension == unit_of(reading).dimension and bool(unit.name)


def _labels(attribute: Attribute) -> Iterator[str]:
    yield attribute.name.replace("_", " ")
    yield from attribute.labels.values()


def _score(label: str, stems: set[str]) -> int:
    """How many words of a label are there, if all are."""
    wanted = {_stem(word) for word in tokenize(fold(label)).words if len(word) >= _SHORTEST}
    return len(wanted) if wanted and wanted <= stems else 0


def _stem(word: str) -> str:
    return word[:_STEM]
