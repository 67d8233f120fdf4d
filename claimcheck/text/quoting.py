"""Quoting: which passage of an article is quoted for its readings, and how, so that it stands there once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from claimcheck.text.anchoring import anchor
from claimcheck.text.passages import Passages
from claimcheck.text.reading import Reading
from claimcheck.text.tables import Cell, Table

Quote = str | Mapping[str, str]

# A longer sentence is quoted by the clauses of its numbers.
_LONGEST = 260
_NEAR = 120
# What parts clauses, the strong marks first.
_EDGES = (re.compile(r"[;:]\s+"), re.compile(r",\s+|\s[–—]\s"), re.compile(r"\s(?=[(«])"))
_ENDS = " .,;:–—"
# How much of what stands around a quote may tell it from its likes.
_CONTEXTS = (40, 80, 160, 320, 640, 1280)
_GAPS = re.compile(r"_{3,}")


class Place(NamedTuple):
    """A cell of a table; `at`: the number of its column."""

    table: Table
    row: tuple[Cell, ...]
    at: int

    @property
    def header(self) -> Cell | None:
        """The head of its column."""
        return self.table.header[self.at] if self.at < len(self.table.header) else None


class Passage(NamedTuple):
    """A sentence, a clause of it or a cell, with what it states and how a claim quotes it."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    quote: Quote
    cell: Place | None = None


class Quoter:
    """Finds the passages of one article that a draft quotes."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self.tables = passages.article.tables
        self._starts = [table.start for table in self.tables]
        self._rows = [[row[0].start for row in table.rows] for table in self.tables]

    def passages_of(self) -> Iterator[Passage]:
        """The passages that state anything, in the order of the article."""
        for sentence, group in groupby(self.passages.readings, lambda reading: reading.sentence):
            readings = tuple(group)
            cell = self.cell(readings[0].start)
            if cell is not None:
                start, end = cell.row[cell.at].start, cell.row[cell.at].end
                yield Passage(start, end, readings, self._cell_quote(cell, readings), cell)
                continue
            for start, end, inside in self._clauses(sentence, readings):
                yield Passage(start, end, inside, self._text_quote(start, end, inside))

    def head(self, start: int) -> Table | None:
        """The table in whose heads a place is."""
        found = self._table(start)
        table = None if found is None else self.tables[found]
        return table if table and table.header and start < table.header[-1].end else None

    def cell(self, start: int) -> Place | None:
        """The cell below the heads of a table in which a place is."""
        number = self._table(start)
        if number is None:
            return None
        table = self.tables[number]
        found = bisect_right(self._rows[number], start) - 1
        row = table.rows[found] if found >= 0 else ()
        at = next((i for i, cell in enumerate(row) if cell.start <= start < cell.end), None)
        return None if at is None else Place(table, row, at)

    def _table(self, start: int) -> int | None:
        found = bisect_right(self._starts, start) - 1
        return found if found >= 0 and start < self.tables[found].end else None

    # ---- clauses

    def _clauses(
        self, sentence: tuple[int, int], readings: tuple[Reading, ...]
    ) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
        """A sentence as a whole; in clauses if it is long, or has several dates."""
        start, end = sentence
        pieces = [readings]
        dates = sum(reading.kind == "date" for reading in readings)
        if end - start > _LONGEST or dates > 1:
            pieces = list(_joined(self._chunks(readings)))
        edges = [self._edge(one[-1], two[0]) for one, two in pairwise(pieces)]
        for number, inside in enumerate(pieces):
            first = edges[number - 1] if number else start
            last = edges[number] if number < len(edges) else end
            yield (*self._trimmed(first or start, last or end, inside), inside)

    def _chunks(self, readings: Sequence[Reading]) -> Iterator[tuple[Reading, ...]]:
        """The readings that no edge of a clause parts."""
        chunk = [readings[0]]
        for reading in readings[1:]:
            if self._edge(chunk[-1], reading) is not None:
                yield tuple(chunk)
                chunk = []
            chunk.append(reading)
        yield tuple(chunk)

    def _edge(self, before: Reading, after: Reading) -> int | None:
        """Where a clause ends between two readings."""
        start = max(before.end, min(before.tail, after.start))
        for edge in _EDGES:
            found = edge.search(self.passages.source.text, start, after.start)
            if found is not None:
                return found.end()
        return None

    def _trimmed(self, start: int, end: int, inside: Sequence[Reading]) -> tuple[int, int]:
        """A passage that is too long, without what stands far from its readings."""
        if end - start <= _LONGEST:
            return start, end
        text = self.passages.source.text
        first, last = inside[0].start, max(inside[-1].end, inside[-1].tail)
        edges = [m.end() for edge in _EDGES[:2] for m in edge.finditer(text, start, first)]
        earlier = [at for at in edges if at <= first - _NEAR // 2] or [start]
        later = [m.start() for edge in _EDGES[:2] for m in edge.finditer(text, last, end)] or [end]
        start, end = max(earlier), min(later)
        if first - start > _LONGEST and (space := text.find(" ", first - _NEAR, first)) >= 0:
            start = space + 1
        if end - last > _LONGEST and (space := text.rfind(" ", last, last + _NEAR)) >= 0:
            end = space
        return start, end

    # ---- quotes

    def exact(self, start: int, end: int) -> str:
        """A stretch of the article in its own letters, on one line and without Markdown."""
        said = self.passages.said(start, end)
        own = " ".join(self.passages.source.text[start:end].split())
        return own if len(own) == len(said) and own.isprintable() else said

    def _text_quote(self, start: int, end: int, inside: Sequence[Reading]) -> Quote:
        """The shortest of passage, sentence and passage with context that stands there once."""
        sentence = inside[0].sentence
        wordings = dict.fromkeys((self._words(start, end), self._words(*sentence)))
        for words in wordings:
            if self._stands(words, inside):
                return words
        return self._with_context(next(iter(wordings)), start, end, inside)

    def _words(self, start: int, end: int) -> str:
        return _GAPS.sub("[…]", self.exact(start, end).strip(" ").rstrip(_ENDS))

    def _stands(self, quote: Quote, inside: Iterable[Reading]) -> bool:
        """Whether a quote is found, and holds the readings."""
        if not quote:
            return False
        found = anchor(self.passages.article, quote)
        return found.state == "found" and all(
            any(start < r.end and r.start < end for start, end in found.spans) for r in inside
        )

    def _with_context(
        self, words: str, start: int, end: int, inside: Sequence[Reading]
    ) -> dict[str, str]:
        """A quote with as much of what stands around it as tells it from its likes."""
        quote = {"exact": words or self.passages.said(inside[0].start, inside[-1].end) or "…"}
        hits = anchor(self.passages.article, quote).spans
        start, end = next((hit for hit in hits if hit[0] <= inside[0].start < hit[1]), (start, end))
        length = len(self.passages.source.text)
        for width in _CONTEXTS:
            before = _GAPS.split(self.passages.said(max(0, start - width), start))[-1]
            after = _GAPS.split(self.passages.said(end, min(length, end + width)))[0]
            before, after = before.partition(" ")[2] or before, after.rpartition(" ")[0] or after
            for context in (
                {"prefix": before},
                {"suffix": after},
                {"prefix": before, "suffix": after},
            ):
                told = {**quote, **{key: text for key, text in context.items() if text.strip()}}
                if self._stands(told, inside):
                    return told
        return quote

    def _cell_quote(self, place: Place, inside: Sequence[Reading]) -> Quote:
        cell = place.row[place.at]
        address = {"row": place.row[0].text, "column": place.header.text if place.header else ""}
        found = anchor(self.passages.article, address) if all(address.values()) else None
        if found and found.state == "found" and found.spans == ((cell.start, cell.end),):
            return address
        return self._text_quote(cell.start, cell.end, inside)


def _joined(chunks: Iterable[tuple[Reading, ...]]) -> Iterator[tuple[Reading, ...]]:
    """The readings of clauses: a date without a number goes with the number beside it."""
    piece: tuple[Reading, ...] = ()
    for chunk in chunks:
        whole = _has_number(piece) and (_has_date(piece) or _has_number(chunk))
        if piece and (whole or (_has_date(piece) and _has_date(chunk))):
            yield piece
            piece = ()
        piece += chunk
    yield piece


def _has_date(readings: Iterable[Reading]) -> bool:
    return any(reading.kind == "date" for reading in readings)


def _has_number(readings: Iterable[Reading]) -> bool:
    return any(reading.kind != "date" for reading in readings)
