"""What the files of a lexicon may hold. Every scalar is a text, as `load_file` gives it.

A file need not have all keys: a newsroom's own holds what it adds. Those that are shipped have all of them.
"""

import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel

from claimcheck.text.tokens import tokenize


def _phrases(text: str) -> str:
    """Checks words, or alternatives parted by bars, for what would never be found in a text."""
    for phrase in text.split("|"):
        if not tokenize(phrase + "x" if phrase.endswith("'") else phrase).words:
            raise ValueError("a phrase has at least one word or sign")
        if phrase != " ".join(phrase.split(" ")).strip() or "  " in phrase:
            raise ValueError("one space between words, none around them")
        if phrase != unicodedata.normalize("NFC", phrase):
            raise ValueError("letters with accents are written as one (NFC)")
        if "’" in phrase or "\u00a0" in phrase or "\u202f" in phrase:
            raise ValueError("write ' and ordinary spaces: they stand for the others too")
    return text


def _lower(text: str) -> str:
    if text != text.lower():
        raise ValueError("words are written in lower case, and found in any")
    return _phrases(text)


Symbol = Annotated[str, AfterValidator(_phrases)]
"""As it is written, capitals too."""
Word = Annotated[str, AfterValidator(_lower)]
Words = list[Word]
Whole = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]*)$")]
Number = Annotated[str, Field(pattern=r"^[1-9][0-9]*(/[1-9][0-9]*)?$")]
Yes = Literal["true"]
Sign = Literal[".", ",", "'", " "]


class Shape(BaseModel):
    """Strict: an unknown key is an error."""

    model_config = ConfigDict(
        extra="forbid",
        populate_by_name=False,
        alias_generator=lambda name: name.strip("_").replace("_", "-"),
    )


class Joiner(Shape):
    """The word within a number: "vingt et un", "two hundred and one"."""

    word: Word
    before: list[Whole] = []
    after: list[Literal["hundred", "scale"]] = []


class Numbers(Shape):
    """How numbers are written, in digits and in words."""

    decimal: Literal[".", ","] | None = None
    groups: list[Sign] = []
    ones: dict[Word, Whole] = {}
    tens: dict[Word, Whole] = {}
    teens_after: list[Whole] = []
    hundred: Words = []
    and_: Joiner | None = None
    point: Words = []
    minus: Words = []
    half: Words = []
    alone: Words = []
    articles: Words = []
    never: Words = []


class ScaleWords(Shape):
    """A power of ten: its words, its letters beside a unit, and what else the words may mean."""

    words: Words
    value: Number
    other: Number | None = None
    short: list[Symbol] = []
    spoken: Yes | None = None


class CollectiveWords(Shape):
    """ "Une centaine": about a hundred; `exact`: just so many."""

    words: Words
    value: Number
    exact: Yes | None = None


class Fractions(Shape):
    """Parts in words: two thirds, a half, one in five."""

    numerators: dict[Word, Whole] = {}
    denominators: dict[Word, Whole] = {}
    words: dict[Word, Number] = {}
    half: Words = []
    one_of: Words = []
    not_before: Words = []
    needs: Words = []


class UnitContextWords(Shape):
    """Words beside a unit: of size, of angles, below zero; names of money that weigh what follows "of"."""

    sizes: Words = []
    angles: Words = []
    angles_before: Words = []
    inches: Words = []
    below_zero: Words = []
    weights: Words = []
    weighing: Words = []
    not_weighed: Words = []


class Points(Shape):
    """Percentage points; `bare`: the word may mean something else."""

    words: Words
    times: Number
    bare: Yes | None = None


class HedgeWords(Shape):
    """Words beside a number that limit or loosen it, at most `gap` words from it."""

    effect: Literal["upper", "lower", "about", "none"]
    side: Literal["left", "right"]
    gap: Annotated[str, Field(pattern=r"^[0-5]$")]
    words: Words
    strict: Literal["true", "false"] | None = None
    not_time: Yes | None = None
    not_after: Words = []


class Ranges(Shape):
    """Words between, before and within two ends."""

    to: Words = []
    between: Words = []
    between_and: Words = []
    from_: Words = []
    dashes: Words = []
    or_: Words = []


class CertaintyWords(Shape):
    """Words that say that something may or should be; `endings` of verbs, and words that only end so."""

    possible: Words = []
    probable: Words = []
    endings: Words = []
    except_: Words = []
    relative: Words = []


class AttributionWords(Shape):
    """Words that say whose a statement is."""

    before: Words = []
    not_after: Words = []
    saying: Words = []
    conjunctions: Words = []
    pronouns: Words = []


class FromTo(Shape):
    """Words before and between two dates."""

    from_: Words = []
    to: Words = []


Month = Annotated[str, Field(pattern=r"^([1-9]|1[0-2])$")]


class DateWords(Shape):
    """The words of dates; `order`: whether 03/04 is a day and a month, or a month and a day."""

    months: dict[Word, Month] = {}
    order: Literal["day", "month"] | None = None
    ordinals: Words = []
    years: Words = []
    strong: Words = []
    parts: dict[Word, Literal["start", "middle", "end", "whole"]] = {}
    seasons: dict[Word, Literal["3", "6", "9", "12"]] = {}
    quarters: dict[Word, Literal["1", "2", "3", "4"]] = {}
    halves: dict[Word, Literal["1", "2"]] = {}
    link: Words = []
    fiscal: Words = []
    decades: Words = []
    from_to: FromTo | None = None
    hours: Words = []


class DecoyWords(Shape):
    """Words beside numbers that count nothing."""

    before: Words = []
    ordinals: Words = []
    times_words: Words = []
    numbers_before: Words = []


class CountWords(Shape):
    """By which words a number counts things."""

    adjectives: Annotated[str, Field(pattern=r"^[0-5]$")] | None = None
    after: Words = []
    irregular: Words = []
    stop: Words = []


class SentenceWords(Shape):
    """What a point follows without ending a sentence."""

    abbreviations: Words = []


class LanguageFile(Shape):
    """A language: `fr.yaml`, `en.yaml`."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    numbers: Numbers | None = None
    scales: list[ScaleWords] = []
    collectives: list[CollectiveWords] = []
    several: Words = []
    several_scales: Words = []
    of: Words = []
    determiners: Words = []
    definite: Words = []
    per: Words = []
    fractions: Fractions | None = None
    percent: Words = []
    percent_nouns: Words = []
    points: list[Points] = []
    units: UnitContextWords | None = None
    hedges: list[HedgeWords] = []
    ranges: Ranges | None = None
    changes: Words = []
    changes_by: Words = []
    certainty: CertaintyWords | None = None
    attribution: AttributionWords | None = None
    dates: DateWords | None = None
    decoys: DecoyWords | None = None
    count: CountWords | None = None
    sentence: SentenceWords | None = None


class Cents(Shape):
    """The hundredths of a currency."""

    symbols: list[Symbol] = []
    en: list[Symbol] = []
    fr: list[Symbol] = []


class UnitWords(Shape):
    """The symbols and names of a unit; `assumed`: others share them; `risky` and the like: common words."""

    symbols: list[Symbol] = []
    assumed: list[Symbol] = []
    risky: list[Symbol] = []
    edge: list[Symbol] = []
    stuff: list[Symbol] = []
    angle: list[Symbol] = []
    plant: list[Symbol] = []
    price: Symbol | None = None
    en: list[Symbol] = []
    fr: list[Symbol] = []


class CurrencyWords(UnitWords):
    """The same of a currency, and of what it is divided into."""

    cent: Annotated[str, Field(pattern=r"^(1|5|100{1,3})$")] | None = None
    cents: Cents | None = None


class UnitsFile(RootModel[dict[str, UnitWords]]):
    """`units.yaml`: by the name that claimcheck shows."""


class CurrenciesFile(RootModel[dict[Annotated[str, Field(pattern=r"^[A-Z]{3}$")], CurrencyWords]]):
    """`currencies.yaml`: by ISO code."""
