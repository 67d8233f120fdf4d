"""The words of a language by which quantities are read: data files, compiled once.

A language is a YAML file of this folder (`fr.yaml`, `en.yaml`), with `currencies.yaml` and `units.yaml` for
all of them. They hold words only, no patterns, so that nothing in them can make reading slow.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple

from claimcheck.errors import UsageError
from claimcheck.exact import Fraction
from claimcheck.text.tokens import Phrases, tokenize

FOLDER = os.path.dirname(__file__)
LANGUAGES = ("en", "fr")


class Measure(NamedTuple):
    """What a unit word says: how claimcheck calls the unit, and how many of them one is."""

    kind: str
    """money, share, points or quantity."""
    unit: str
    times: Fraction = Fraction(1)
    assumed: bool = False
    """Whether others share the word: `$` is taken for the US dollar."""
    bare: bool = False
    """Whether it may mean something else: "points"."""
    care: "Care" = ""
    """What else such a word may be, by which `parts` tells them apart."""
    priced: str = ""
    """The unit that a price by it means."""


class Scale(NamedTuple):
    """A word or letter that multiplies: its value, and what else it may stand for."""

    value: Fraction
    other: Fraction | None = None
    letter: bool = False
    """One letter, which counts beside a currency only."""


class Hedge(NamedTuple):
    """What a hedge says of its number: upper, lower or about; `gap` words may stand between them."""

    effect: str
    strict: bool
    gap: int
    not_time: bool = False
    """Whether it says something else before a duration: "over five years"."""
    not_after: frozenset[str] = frozenset()
    """Words that make it another one: "il ne reste plus que"."""


class Lexicon:
    """One language's words, ready for look-ups."""

    def __init__(
        self, data: Mapping[str, Any], shared: Iterable[tuple[str, Measure, bool]]
    ) -> None:
        self.language: str = data["language"]
        self._numbers(data)
        self._relations(data)
        self._surroundings(data)
        self.percentages = _phrases((*data["percent"], *data["percent-nouns"]))
        self.context = UnitContext(data["units"])
        self.measures, self.symbols = _measures(data, shared)
        self.first_words = self._first_words()
        self.openers = self.first_words | self.dates.first_words | self.bare_articles
        self.voice_words = frozenset((*self.sources.firsts(), *self.saying.firsts()))
        self.number_words = frozenset((*self.ones.firsts(), *self.tens.firsts())) - self.articles

    def _numbers(self, data: Mapping[str, Any]) -> None:
        numbers = data["numbers"]
        self.decimal: str = numbers["decimal"]
        self.groups = frozenset(numbers["groups"])
        self.ones = Phrases((word, int(value)) for word, value in numbers["ones"].items())
        self.tens = Phrases((word, int(value)) for word, value in numbers["tens"].items())
        self.teens_after = frozenset(int(ten) for ten in numbers["teens-after"])
        self.hundred = frozenset(numbers["hundred"])
        joiner = numbers["and"]
        self.joiner: str = joiner["word"]
        self.joined = frozenset(int(n) for n in joiner.get("before", ()))
        self.minus = frozenset(numbers["minus"])
        self.point = frozenset(numbers["point"])
        self.half = _phrases(numbers["half"])
        self.articles = frozenset(numbers["articles"])
        self.never = frozenset(numbers["never"])
        self.bare_articles = frozenset(word for word in self.articles if word not in self.ones)
        self.scales = Phrases(_scales(data["scales"]))
        self.short_scales = dict(_short_scales(data["scales"]))
        thousand = next(scale for scale in data["scales"] if scale["value"] == "1000")
        self.bare_scales = frozenset(thousand["words"][:1])
        self.collectives = Phrases(_collectives(data["collectives"]))

    def _relations(self, data: Mapping[str, Any]) -> None:
        self.several = frozenset(data["several"])
        self.several_scales = frozenset(data["several-scales"])
        self.of = frozenset(data["of"])
        self.determiners = frozenset(data["determiners"])
        self.definite = frozenset(data["definite"])
        self.per = _phrases(data["per"])
        parts = data["fractions"]
        self.numerators = {word: int(value) for word, value in parts["numerators"].items()}
        self.denominators = {word: int(value) for word, value in parts["denominators"].items()}
        self.fractions = Phrases((word, Fraction(value)) for word, value in parts["words"].items())
        self.half_words = frozenset(parts["half"])
        self.one_of = _phrases(parts["one-of"])
        self.not_after_fraction = frozenset(parts["not-before"])
        self.after_fraction = frozenset(parts["needs"])
        self.hedges_left = Phrases(_hedges(data["hedges"], "left"))
        self.hedges_right = Phrases(_hedges(data["hedges"], "right"))
        self.hedge_phrases = tuple(
            part
            for entry in data["hedges"]
            for phrase in entry["words"]
            for part in phrase.split("|")
        )
        ranges = data["ranges"]
        self.to = _phrases(ranges["to"])
        self.bars = frozenset(word for word in ranges["to"] if " " not in word)
        self.between = frozenset(ranges["between"])
        self.between_and = frozenset(ranges["between-and"])
        self.range_from = _phrases(ranges["from"])
        self.dashes = frozenset(ranges["dashes"])
        self.or_even = _phrases(ranges["or"])
        self.changes = _phrases(data["changes"])
        self.changes_by = _phrases(data["changes-by"])

    def _surroundings(self, data: Mapping[str, Any]) -> None:
        certainty = data["certainty"]
        self.certainty = Phrases(
            (word, level) for level in ("possible", "probable") for word in certainty[level]
        )
        self.endings = tuple(certainty["endings"])
        self.not_endings = frozenset(certainty["except"])
        self.relative = frozenset(certainty["relative"])
        self.sources = _phrases(data["attribution"]["before"])
        self.no_sources = frozenset(data["attribution"]["not-after"])
        self.conjunctions = _phrases(data["attribution"]["conjunctions"])
        self.saying = _phrases(data["attribution"]["saying"])
        self.pronouns = frozenset(data["attribution"]["pronouns"])
        self.dates = Dates(data["dates"])
        decoys = data["decoys"]
        self.decoys = _phrases(decoys["before"])
        self.ordinals = frozenset(decoys["ordinals"])
        self.times_words = frozenset(decoys["times-words"])
        count = data["count"]
        self.adjectives = int(count["adjectives"])
        self.counted_after = _phrases(count["after"])
        self.irregular_plurals = frozenset(count["irregular"])
        self.no_nouns = frozenset(count["stop"])
        self.abbreviations = frozenset(data["sentence"]["abbreviations"])

    def _first_words(self) -> frozenset[str]:
        """The words with which a number may begin, articles apart."""
        words = {*self.ones.firsts(), *self.tens.firsts(), *self.hundred, *self.scales.firsts()}
        words |= {*self.collectives.firsts(), *self.denominators, *self.fractions.firsts()}
        return frozenset(words | self.half_words)


class UnitContext:
    """The words beside a unit by which it is one, or another."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.sizes = _phrases(data["sizes"])
        self.angles = _phrases(data["angles"])
        self.angles_before = frozenset(data["angles-before"])
        self.inches = frozenset(data["inches"])
        self.below_zero = _phrases(data["below-zero"])
        self.weights = frozenset(data["weights"])
        self.weighing = frozenset(data["weighing"])
        self.not_weighed = frozenset(data["not-weighed"])


class Dates:
    """The words of dates."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.months = Phrases((w, int(v)) for k, v in data["months"].items() for w in k.split("|"))
        self.day_first = data["order"] == "day"
        self.ordinals = frozenset(data["ordinals"])
        self.years = _phrases(data["years"])
        self.strong = _phrases(data["strong"])
        self.parts = Phrases(data["parts"].items())
        self.seasons = Phrases((word, int(month)) for word, month in data["seasons"].items())
        self.quarters = Phrases(
            (w, int(v)) for k, v in data["quarters"].items() for w in k.split("|")
        )
        self.halves = Phrases((w, int(v)) for k, v in data["halves"].items() for w in k.split("|"))
        self.link = _phrases(data["link"])
        self.fiscal = _phrases(data["fiscal"])
        self.decades = frozenset(data["decades"])
        self.range_from = _phrases(data["from-to"]["from"])
        self.range_to = _phrases(data["from-to"]["to"])
        self.hours = _phrases(data["hours"])
        tables = (self.months, self.parts, self.seasons, self.quarters, self.halves, self.fiscal)
        parts = {w for table in (self.quarters, self.halves) for p in table.phrases() for w in p}
        self.month_words = frozenset(parts.union(self.months.firsts()))
        self.first_words = self.decades.union(*(table.firsts() for table in tables))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; raises UsageError if there is none."""
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError(f"no lexicon for the language `{language}`", f"there are {known}")
    return Lexicon(load_file(f"{language}.yaml"), tuple(shared_words(language)))


def load_file(name: str) -> dict[str, Any]:
    """A data file of this folder; every scalar is a text."""
    import yaml

    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        data: dict[str, Any] = yaml.load(file, Loader=yaml.CBaseLoader)
    return data


def _phrases(words: Iterable[str]) -> Phrases[bool]:
    return Phrases((word, True) for alternatives in words for word in alternatives.split("|"))


def _scales(data: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Scale]]:
    for entry in data:
        other = Fraction(entry["other"]) if "other" in entry else None
        for word in entry["words"]:
            yield word, Scale(Fraction(entry["value"]), other)


def _short_scales(data: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Scale]]:
    for entry in data:
        for letters in entry.get("short", ()):
            yield letters, Scale(Fraction(entry["value"]), letter=len(letters) == 1)


class Collective(NamedTuple):
    """ "Une dizaine": a number of things, and whether it is exact, as a dozen is."""

    value: Fraction
    exact: bool
    plural: bool


def _collectives(data: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Collective]]:
    for entry in data:
        for word in entry["words"]:
            plural = word.endswith("s") or word == "score"
            yield (
                word,
                Collective(Fraction(entry["value"]), "exact" in entry and not plural, plural),
            )


def _hedges(data: Iterable[Mapping[str, Any]], side: str) -> Iterator[tuple[str, Hedge]]:
    for entry in data:
        if entry["side"] == side:
            hedge = Hedge(
                entry["effect"],
                entry.get("strict") == "true",
                int(entry["gap"]),
                "not-time" in entry,
                frozenset(entry.get("not-after", ())),
            )
            for phrase in entry["words"]:
                for alternative in phrase.split("|"):
                    yield alternative, hedge


def _measures(
    data: Mapping[str, Any], shared: Iterable[tuple[str, Measure, bool]]
) -> tuple[Phrases[Measure], Phrases[Measure]]:
    """Units by their names, in any case, and by their symbols."""
    names: list[tuple[str, Measure]] = []
    symbols: list[tuple[str, Measure]] = []
    names += [(word, Measure("share", "%")) for word in data["percent"]]
    names += [(word, Measure("share", "%", bare=True)) for word in data["percent-nouns"]]
    for entry in data["points"]:
        measure = Measure(
            "points", "percentage point", Fraction(entry["times"]), bare="bare" in entry
        )
        names += [(word, measure) for word in entry["words"]]
    for word, measure, is_symbol in shared:
        (symbols if is_symbol else names).append((word, measure))
    names += _without_accents(names)
    names += _in_one_word(names)
    symbols += _in_small_letters(symbols)
    return Phrases(names), Phrases(symbols, cased=True)


def plain(word: str) -> str:
    """A word without accents."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _without_accents(names: Iterable[tuple[str, Measure]]) -> list[tuple[str, Measure]]:
    """The names as those write them who leave accents out, where that is no other name."""
    known = {word.lower() for word, _ in names}
    return [
        (plain(word), measure)
        for word, measure in names
        if not word.isascii() and len(word) > 3 and plain(word).lower() not in known
    ]


def _has_letters(symbol: str) -> bool:
    """Whether a sign has letters, after it or two before it: $HK, HK$; but "a $5 note" has no A$."""
    return "$" in symbol and len(symbol) < 5 and not (len(symbol) == 2 and symbol[1] == "$")


def _in_one_word(names: Iterable[tuple[str, Measure]]) -> list[tuple[str, Measure]]:
    """The names of currencies of two words without the space, as tags and bad copies have them."""
    known = {word.lower() for word, _ in names}
    return [
        (word.replace(" ", ""), measure)
        for word, measure in names
        if measure.kind == "money"
        and word.count(" ") == 1
        and word.replace(" ", "").isalpha()
        and word.replace(" ", "").lower() not in known
    ]


def _in_small_letters(symbols: Iterable[tuple[str, Measure]]) -> list[tuple[str, Measure]]:
    """The signs of currencies with letters that some write small: "$ hk"."""
    known = {symbol for symbol, _ in symbols}
    return [
        (symbol.lower(), measure)
        for symbol, measure in symbols
        if _has_letters(symbol) and symbol.lower() not in known
    ]


def shared_words(language: str) -> Iterator[tuple[str, Measure, bool]]:
    """The words of currencies and units in a language, and whether each is a symbol."""
    for code, entry in load_file("currencies.yaml").items():
        yield code, Measure("money", code), True
        yield from entry_words(Measure("money", code), entry, language)
        cent = Measure("money", code, Fraction(1, int(entry.get("cent", 100))))
        yield from entry_words(
            cent, {**(entry.get("cents") or {}), "assumed": entry.get("assumed", ())}, language
        )
    for unit, entry in load_file("units.yaml").items():
        yield from entry_words(Measure("quantity", unit), entry, language)


Care = Literal["", "edge", "stuff", "angle", "plant"]
_CARES: tuple[Care, ...] = ("edge", "stuff", "angle", "plant")


def entry_words(
    measure: Measure, entry: Mapping[str, Any], language: str
) -> Iterator[tuple[str, Measure, bool]]:
    """The symbols and names of one unit; assumed and risky ones are marked."""
    assumed, risky = frozenset(entry.get("assumed", ())), frozenset(entry.get("risky", ()))
    careful: dict[str, Care] = {word: kind for kind in _CARES for word in entry.get(kind, ())}
    price = entry.get("price", "")

    def marked(word: str) -> Measure:
        one = measure._replace(assumed=word in assumed, bare=word in risky or word in careful)
        return one._replace(care=careful.get(word, ""), priced=price if one.assumed else "")

    for symbol in entry.get("symbols", ()):
        yield symbol, marked(symbol), True
    for names in entry.get(language, ()):
        first = names.split("|")[0]
        for name in names.split("|") if "|" in names else (names, plural(names, language)):
            yield name, marked(first), False


def plural(name: str, language: str) -> str:
    """A name in the plural: in English its last word, in French each before `de`."""
    words = name.split(" ")
    if language != "fr":
        return _with_s(" ".join(words))
    links = [i for i, word in enumerate(words) if word in ("de", "des", "du") or word[:2] == "d'"]
    end = links[0] if links else len(words)
    return " ".join([*map(_with_s, words[:end]), *words[end:]])


def _with_s(word: str) -> str:
    return word if word[-1] in "sxz" or word.isupper() else word + "s"


def abbreviation(text: str, known: frozenset[str]) -> bool:
    """Whether a point after this word ends no sentence."""
    return text.lower() in known or (len(text) == 1 and text.isupper())


def words_of(text: str) -> list[str]:
    """The words of a phrase, as the tables hold them."""
    return tokenize(text).words
