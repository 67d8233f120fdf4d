"""Reading: the quantities and dates that a text states, each with its hedges and its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from claimcheck.exact import Fraction
from claimcheck.model.claim import Certainty
from claimcheck.source import LINE_BREAK
from claimcheck.text.amounts import amounts_at, one_by_article
from claimcheck.text.days import date_at
from claimcheck.text.decoys import decoy_at
from claimcheck.text.hedges import Hedges, Marks, Voice, hedges_of, voices_of
from claimcheck.text.lexicon import Lexicon, Measure, lexicon
from claimcheck.text.measures import is_time
from claimcheck.text.parts import Amount
from claimcheck.text.plain import Plain, plain_of
from claimcheck.text.sentences import Segment, segments_of
from claimcheck.text.stretches import Stretch
from claimcheck.text.tokens import Tokens, tokenize

Kind = Literal["money", "share", "points", "quantity", "count", "date"]


class Reading(NamedTuple):
    """A quantity or date that a text states.

    Numbers are in `unit`, scale words multiplied in; of a date, `low` and `high` are its first and last day
    as ordinals. The ends are as written: nothing is widened for `about` or for rounding.
    """

    kind: Kind
    unit: str
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    low_included: bool
    high_included: bool
    about: bool
    certainty: Certainty
    attribution: str | None
    start: int
    end: int
    line: int
    column: int
    text: str
    place: Fraction = Fraction(1)
    """What one unit of the last written digit is worth, in `unit`."""
    other: Fraction | None = None
    """What else the number may be."""
    doubt: str = ""
    """Why it may: `scale` (French billion, trillion) or `separator` (118.385)."""
    assumed: bool = False
    """Whether other units share the sign: `$` is read as the US dollar."""
    tail: int = 0
    """Where what is counted ends in the text."""
    sentence: tuple[int, int] = (0, 0)
    """The sentence, or the table's cell, in which it stands."""

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low is not None and self.high is not None and self.low != self.high

    def data(self) -> dict[str, object]:
        """The reading as JSON has it: numbers exact, as texts; dates as their first and last day."""
        shown = _day_text if self.kind == "date" else number_text
        data: dict[str, object] = {
            "kind": self.kind,
            "unit": self.unit,
            "value": number_text(self.value),
            "lower": shown(self.low),
            "upper": shown(self.high),
            "lower_inclusive": self.low_included,
            "upper_inclusive": self.high_included,
            "about": self.about,
            "certainty": self.certainty,
            "attribution": self.attribution,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "text": self.text,
        }
        if self.other is not None:
            data["alternative"] = number_text(self.other)
            data["doubt"] = self.doubt
        return data


def read_text(text: str, language: str, published: int | None = None) -> tuple[Reading, ...]:
    """The readings of a text, Markdown or plain, in order; raises UsageError for an unknown language.

    `published`: the day, as an ordinal, by which days without a year get theirs.
    """
    return read_plain(plain_of(text), lexicon(language), published)


def read_plain(plain: Plain, lex: Lexicon, published: int | None = None) -> tuple[Reading, ...]:
    """The readings of a text that is normalised already."""
    reader = _Reader(_without_links(plain), lex, published)
    found: list[Reading] = []
    for segment in segments_of(reader.plain, lex):
        found += reader.segment(segment)
    return tuple(found)


_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def _without_links(plain: Plain) -> Plain:
    """The text with the addresses of web pages blanked: their digits count nothing."""
    if "://" not in plain.text and "www." not in plain.text:
        return plain
    return plain._replace(text=_LINK.sub(lambda match: " " * len(match.group()), plain.text))


class _Reader:
    """Reads the segments of one text; finds the lines of what it read."""

    def __init__(self, plain: Plain, lex: Lexicon, published: int | None) -> None:
        self.plain = plain
        self.lex = lex
        self.published = published
        self.lines = [0, *(m.end() for m in LINE_BREAK.finditer(plain.source))]

    def segment(self, segment: Segment) -> Iterator[Reading]:
        tokens = tokenize(self.plain.text, segment.start, segment.end)
        found = list(_found(tokens, self.lex, self.published, segment.measure))
        if not found:
            return
        marks, voices = Marks(tokens, self.lex), voices_of(tokens, self.lex)
        for one in found:
            yield self._reading(tokens, one, marks, voices, segment)

    def _reading(
        self,
        tokens: Tokens,
        found: "Found",
        marks: Marks,
        voices: Sequence[Voice],
        segment: Segment,
    ) -> Reading:
        what, start, end = found.what, found.what.start, found.what.end
        first, last = self.plain.span(tokens.starts[start], tokens.ends[end - 1])
        line = bisect_right(self.lines, first)
        common: dict[str, object] = {
            "certainty": marks.at(start, end),
            "attribution": self._voice(voices, start),
            "start": first,
            "end": last,
            "line": line,
            "column": first - self.lines[line - 1] + 1,
            "text": self.plain.source[first:last],
            "sentence": self.plain.span(segment.start, segment.end),
        }
        if isinstance(what, Stretch):
            return _date_reading(what, found.hedges, common)
        tail = self.plain.span(tokens.starts[start], tokens.ends[max(what.tail, end) - 1])[1]
        return _amount_reading(what, found.hedges, {**common, "tail": tail})

    def _voice(self, voices: Sequence[Voice], token: int) -> str | None:
        for voice in voices:
            if voice.first <= token < voice.last:
                return self.plain.text[voice.start : voice.end]
        return None


class Found(NamedTuple):
    """An amount or a date among the tokens of a sentence, with its hedges."""

    what: Amount | Stretch
    hedges: Hedges


def _found(
    tokens: Tokens, lex: Lexicon, published: int | None, context: Measure | None
) -> Iterator[Found]:
    """What a sentence states, from left to right."""
    i, total = 0, len(tokens.words)
    before: Amount | None = None
    done = 0
    words, numeric, openers = tokens.words, tokens.numeric, lex.openers
    months = not lex.dates.month_words.isdisjoint(words)
    while i < total:
        if not numeric[i] and words[i] not in openers and words[i][:2] != "fy":
            i += 1
            continue
        stretch = _date(tokens, i, lex, published, months=months)
        if stretch is not None:
            yield Found(stretch, _date_hedges(tokens, stretch, lex))
            i = done = stretch.end
            continue
        if not tokens.numeric[i] and tokens.words[i] not in lex.first_words:
            one = tokens.words[i] in lex.bare_articles and one_by_article(tokens, i, lex)
            if one:
                yield Found(one, _amount_hedges(tokens, one, lex))
                before, done = one, one.end
            i = one.end if one else i + 1
            continue
        skipped = decoy_at(tokens, i, lex, bare=context is not None)
        if skipped > i:
            i = skipped
            continue
        amounts = _amounts(tokens, i, done, lex, context, before)
        amounts = [amount for amount in amounts if amount.start >= done]  # one sign, one sum
        for amount in amounts:
            yield Found(amount, _amount_hedges(tokens, amount, lex))
            before = amount
        i = done = amounts[-1].end if amounts else i + 1
        if amounts and amounts[-1].end <= amounts[0].start:  # never without progress
            i += 1


def _amount_hedges(tokens: Tokens, amount: Amount, lex: Lexicon) -> Hedges:
    time = amount.measure.kind == "quantity" and is_time(amount.measure)
    return hedges_of(tokens, amount.start, amount.end, amount.tail, lex, time=time)


def _date(
    tokens: Tokens, i: int, lex: Lexicon, published: int | None, *, months: bool
) -> Stretch | None:
    """The date at a token; `months`: whether the sentence names one, without which "12" is no day."""
    word = tokens.words[i]
    if tokens.numeric[i]:
        if len(word) != 4 and not (months and len(word) < 3) and not _is_dated(tokens, i):
            return None
    elif word not in lex.dates.first_words and word[:2] != "fy":
        return None
    stretch = date_at(tokens, i, lex, published)
    return stretch if stretch is not None and stretch.end > i else None


def _is_dated(tokens: Tokens, i: int) -> bool:
    """Whether digits may be a date by their signs: 30/01/2026, 30.01.2026, the '90s."""
    return tokens.word(i + 1) in ("/", "s", "'") or tokens.words[i].count(".") == 2


def _date_hedges(tokens: Tokens, stretch: Stretch, lex: Lexicon) -> Hedges:
    found = hedges_of(tokens, stretch.start, stretch.end, stretch.end, lex)
    return Hedges(about=found.about)


def _amounts(
    tokens: Tokens, i: int, done: int, lex: Lexicon, context: Measure | None, before: Amount | None
) -> list[Amount]:
    """The amounts at a token; "un million" and "une dizaine" begin a word earlier."""
    shared = _shared_unit(tokens, i, done, lex, before)
    opening = tokens.word(i - 1)
    if i > done and (
        opening in lex.articles or opening in lex.several or opening in lex.numerators
    ):
        earlier = 1 + (
            opening in lex.several and tokens.word(i - 2) in lex.articles and i - 2 >= done
        )
        for back in range(earlier, 0, -1):
            amounts = amounts_at(tokens, i - back, lex, shared or context)
            if amounts and amounts[-1].end > i:
                return amounts
    return amounts_at(tokens, i, lex, shared or context)


def _shared_unit(
    tokens: Tokens, i: int, done: int, lex: Lexicon, before: Amount | None
) -> Measure | None:
    """The unit of the amount before: "830 milliards de dollars, voire un trillion"."""
    if before is None or before.end != done or before.measure.kind == "count":
        return None
    at = i - 1 if tokens.word(i - 1) in lex.articles else i
    link = lex.or_even.before(tokens.words, at)
    if link is None or link[1] - done > 4:
        return None
    return before.measure._replace(times=Fraction(1))


# A sum above is no money of this world: a French "trillion" is then a thousand billion.
_MOST_MONEY = 10**15


def _amount_reading(amount: Amount, hedges: Hedges, common: dict[str, object]) -> Reading:
    low, high = amount.low, amount.high
    low_in = high_in = True
    value = None if amount.is_range else low
    if amount.is_range:
        high_in = not amount.high_open
    elif hedges.upper:
        low, low_in, high_in = None, False, not hedges.strict
    elif hedges.lower:
        high, high_in, low_in = None, False, not hedges.strict
    numeral, measure = amount.numeral, amount.measure
    other = None if numeral.other is None else numeral.other * measure.times
    place = numeral.place * measure.times
    if other is not None and measure.kind == "money" and numeral.value > _MOST_MONEY:
        factor = numeral.other / numeral.value if numeral.other else Fraction(1)
        other = numeral.value * measure.times
        value, low, high = (end and end * factor for end in (value, low, high))
        place *= factor
    return Reading(
        measure.kind,  # type: ignore[arg-type]
        measure.unit,
        value,
        low,
        high,
        low_in,
        high_in,
        hedges.about or numeral.about,
        place=place,
        other=other,
        doubt=numeral.doubt,
        assumed=measure.assumed,
        **common,  # type: ignore[arg-type]
    )


def _date_reading(stretch: Stretch, hedges: Hedges, common: dict[str, object]) -> Reading:
    known = stretch.first is not None and stretch.last is not None
    return Reading(
        "date",
        "",
        None,
        None if stretch.first is None else Fraction(stretch.first),
        None if stretch.last is None else Fraction(stretch.last),
        known,
        known,
        hedges.about,
        **common,  # type: ignore[arg-type]
    )


def number_text(number: Fraction | None) -> str | None:
    """A number exactly: in digits if it has an end, else as a fraction."""
    if number is None:
        return None
    bottom, twos = number.denominator, 0
    for prime in (2, 5):
        while bottom % prime == 0:
            bottom //= prime
            twos += 1
    if bottom != 1:
        return f"{number.numerator}/{number.denominator}"
    places = next(k for k in range(twos + 1) if (number * 10**k).denominator == 1)
    digits = str(abs(number.numerator * 10**places // number.denominator)).rjust(places + 1, "0")
    text = (
        f"{digits[: len(digits) - places]}.{digits[len(digits) - places :]}" if places else digits
    )
    return f"-{text}" if number < 0 else text


def _day_text(ordinal: Fraction | None) -> str | None:
    return None if ordinal is None else date.fromordinal(int(ordinal)).isoformat()
