"""A document beside its article: where each quote stands, what it states, what nobody encoded."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from claimcheck.model.claim import Claim, Document
from claimcheck.source import LINE_BREAK, Source, Span
from claimcheck.text.agreement import Match, match
from claimcheck.text.anchoring import Anchor, TextQuote, anchor, quote_of
from claimcheck.text.articles import ArticleText
from claimcheck.text.language import language_of
from claimcheck.text.lexicon import Lexicon
from claimcheck.text.lexicon.own import OwnWords, languages_with, lexicon_with
from claimcheck.text.plain import plain_of
from claimcheck.text.reading import Reading, read_plain

# How much of the sentence is told before a hedged number.
_HEDGE, _HEDGE_WORDS = 40, 3
_DIGITS = re.compile(r"[0-9]+")


class Passages:
    """The article of a document with all that its claims quote; worked out when it is asked for."""

    def __init__(self, document: Document) -> None:
        assert document.article is not None
        self.document = document
        self.article = ArticleText(document.article)

    @cached_property
    def language(self) -> str:
        """The language of the article, as the document says or its words do."""
        return self.document.language or language_of(self.source.text)

    @property
    def readable(self) -> bool:
        """Whether there is a lexicon for the article's language."""
        return self.language in languages_with(self._own)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The quantities and dates of the article; none in a language without a lexicon."""
        if not self.readable:
            return ()
        return read_plain(self.article.plain, self.lexicon, self.document.published)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the article's language, with the newsroom's own."""
        return lexicon_with(self.language, self._own)

    @property
    def _own(self) -> OwnWords | None:
        own = self.document.lexicons
        return own if isinstance(own, OwnWords) else None

    def read(self, text: str) -> tuple[Reading, ...]:
        return read_plain(plain_of(text), self.lexicon, self.document.published)

    @cached_property
    def _starts(self) -> list[int]:
        return [reading.start for reading in self.readings]

    @cached_property
    def anchors(self) -> dict[int, Anchor]:
        """Where the quotes stand, by the ordinal of the claim."""
        quotes = ((claim.ordinal, quote_of(claim.quote)) for claim in self.document.claims)
        return {
            number: anchor(self.article, quote) for number, quote in quotes if quote is not None
        }

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in LINE_BREAK.finditer(self.source.text))]

    @property
    def source(self) -> Source:
        """The file of the article."""
        assert self.document.article is not None
        return self.document.article

    def place(self, start: int, end: int) -> Span:
        """A stretch of the article by lines and columns."""
        first, last = (bisect_right(self._lines, at) for at in (start, max(start, end - 1)))
        columns = start - self._lines[first - 1] + 1, end - self._lines[last - 1] + 1
        return Span(self.source.path, first, columns[0], last, columns[1])

    def said(self, start: int, end: int) -> str:
        """A stretch of the article as it reads, on one line."""
        plain = self.article.plain
        return " ".join(plain.text[plain.index(start) : plain.index(end)].split())

    def hedged(self, reading: Reading) -> str:
        """What a reading says, with a hedge that stands right before it."""
        text = self.said(reading.start, reading.end)
        plain = reading.low is not None and reading.high is not None and not reading.about
        if plain or reading.kind == "date":
            return text
        start = max(reading.sentence[0], reading.start - _HEDGE)
        words = self.said(start, reading.end).split(" ")
        if start > reading.sentence[0]:
            words = words[1:]  # it may be cut
        return " ".join(words[-len(text.split(" ")) - _HEDGE_WORDS :])

    def quoted(self, claim: Claim) -> Iterator[Reading]:
        """What the quote of a claim states, as certain and attributed as the quote itself says."""
        found = self.anchors.get(claim.ordinal)
        if found is not None:
            yield from self.stated(found)

    def stated(self, found: Anchor) -> Iterator[Reading]:
        """What the passages of a quote that is found state."""
        if found.state != "found" or not self.readable:
            return
        for start, end in found.spans:
            inside = list(self._between(start, end))
            if not inside:
                continue
            alone = {reading.start + start: reading for reading in self._alone(start, end)}
            for reading in inside:
                own = alone.get(reading.start)
                yield reading._replace(
                    certainty=own.certainty if own else "certain",
                    attribution=own.attribution if own else None,
                )

    def match(self, claim: Claim) -> Match | None:
        """The reading of its quote that a claim's value is held against."""
        if claim.ordinal not in self._matches:
            self._matches[claim.ordinal] = match(claim, list(self.quoted(claim)))
        return self._matches[claim.ordinal]

    @cached_property
    def _matches(self) -> dict[int, Match | None]:
        return {}

    def misquoted(self, claim: Claim) -> tuple[list[str], list[str]] | None:
        """The numbers of a quote that is nowhere, and those of the passage nearest to it, if they differ."""
        found = self.anchors.get(claim.ordinal)
        if found is None or found.state != "not-found" or found.near is None:
            return None
        quote = quote_of(claim.quote)
        part = found.part or (quote.exact if isinstance(quote, TextQuote) else "")
        own, there = (self._numbers(text) for text in (part, self.said(*found.near.span)))
        if own.keys() == there.keys():
            return None
        return (
            [text for key, text in own.items() if key not in there],
            [text for key, text in there.items() if key not in own],
        )

    def _numbers(self, text: str) -> dict[object, str]:
        """The quantities and dates of a text by what they say, and its other digits."""
        read = self.read(text) if self.readable else ()
        telling = [reading for reading in read if not self._slight(reading)]
        found: dict[object, str] = {(r.kind, r.unit, r.low, r.high): r.text for r in telling}
        rest = text
        for reading in reversed(read):
            rest = rest[: reading.start] + rest[reading.end :]
        return found | {digits: digits for digits in _DIGITS.findall(rest)}

    def _between(self, start: int, end: int) -> Iterator[Reading]:
        """The readings that begin in a stretch of the article, or reach into it."""
        first = max(0, bisect_left(self._starts, start) - 1)
        for reading in self.readings[first:]:
            if reading.start >= end:
                return
            if reading.end > start:
                yield reading

    def _alone(self, start: int, end: int) -> tuple[Reading, ...]:
        text = self.source.text[start:end]
        return self.read(text)

    @cached_property
    def uncovered(self) -> tuple[Reading, ...]:
        """The readings that no quote holds and that are not declared as not encoded."""
        taken = sorted(self._taken())
        left, at, reach = [], 0, 0
        for reading in self.readings:
            while at < len(taken) and taken[at][0] < reading.end:
                reach = max(reach, taken[at][1])
                at += 1
            if reach <= reading.start and not self._slight(reading):
                left.append(reading)
        return tuple(left)

    @property
    def coverage(self) -> tuple[int, int]:
        """How many of the quantities and dates are quoted or declared, and how many there are."""
        total = sum(not self._slight(reading) for reading in self.readings)
        return total - len(self.uncovered), total

    def _taken(self) -> Iterator[tuple[int, int]]:
        """The stretches of the article that claims quote or the document leaves out."""
        for found in self.anchors.values():
            yield from found.spans
        yield from self._row_names()
        for quote, _ in self.document.not_encoded:
            yield from anchor(self.article, quote).spans

    def _row_names(self) -> Iterator[tuple[int, int]]:
        """The first cells of the rows of which a cell is quoted: they say what the cell is about."""
        quoted = {span for found in self.anchors.values() for span in found.spans}
        for table in self.article.tables if quoted else ():
            for row in table.rows:
                if any((cell.start, cell.end) in quoted for cell in row):
                    yield row[0].start, row[0].end

    def _slight(self, reading: Reading) -> bool:
        """Whether it is a small count in words, "three men": too small a thing to miss."""
        if reading.kind != "count" or reading.value is None or reading.value > 10:
            return False
        return not any(c.isdigit() for c in reading.text)
