"""Quoting: which passage of an article is quoted for its readings, and how, so that it stands there once."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from claimcheck.text.anchoring import Anchor, anchor
from claimcheck.text.articles import fold
from claimcheck.text.passages import Passages
from claimcheck.text.reading import Reading
from claimcheck.text.tables import Cell, Table

Quote = str | Mapping[str, str]

# A longer sentence is quoted by the clauses of its numbers.
_LONGEST = 260
_NEAR = 120
# What parts clauses, the strong marks first.
_EDGES = (re.compile(r"[;:]\s+"), re.compile(r",\s+|\s[–—]\s"), re.compile(r"\s(?=[(«])"))
# What joins a clause to the one before it, and means nothing in a quote.
_JOINT = re.compile(r"(?:and|but|while|et|mais)\s+", re.IGNORECASE)
_ENDS = " .,;:–—"
# How much of what stands around a quote may tell it from its likes.
_CONTEXTS = (40, 80, 160, 320, 640, 1280)
GAP = "___"
"""What a person has to fill; a quote must not look like one."""
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
    found: Anchor
    """Where the quote stands."""
    cell: Place | None = None


class Quoter:
    """Finds the passages of one article that a draft quotes."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self.tables = passages.article.tables
        self._starts = [table.start for table in self.tables]
        self._rows = [[row for row in table.rows if row] for table in self.tables]
        self._row_starts = [[row[0].start for row in rows] for rows in self._rows]

    def passages_of(self) -> Iterator[Passage]:
        """The passages that state anything, in the order of the article."""
        for sentence, group in groupby(self.passages.readings, lambda reading: reading.sentence):
            readings = tuple(group)
            cell = self.cell(readings[0].start)
            if cell is not None:
                start, end = cell.row[cell.at].start, cell.row[cell.at].end
                yield Passage(start, end, readings, *self._cell_quote(cell, readings), cell)
                continue
            for start, end, inside in self._clauses(sentence, readings):
                yield Passage(start, end, inside, *self._text_quote(start, end, inside))

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
        found = bisect_right(self._row_starts[number], start) - 1
        row = self._rows[number][found] if found >= 0 else ()
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
            if number and first and (joint := _JOINT.match(self.passages.source.text, first)):
                first = joint.end()
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

    def _text_quote(self, start: int, end: int, inside: Sequence[Reading]) -> tuple[Quote, Anchor]:
        """The shortest of passage, sentence and passage with context that stands there once."""
        wordings = dict.fromkeys((self._words(start, end), self._words(*inside[0].sentence)))
        for words in wordings:
            found = self._anchored(words, inside)
            if found is not None:
                return words, found
        words = next(iter(wordings)) or self.passages.said(inside[0].start, inside[-1].end) or "…"
        return self._with_context(words, inside)

    def _words(self, start: int, end: int) -> str:
        return _GAPS.sub("[…]", self.exact(start, end).strip(" ").rstrip(_ENDS))

    def _anchored(self, quote: Quote, inside: Iterable[Reading]) -> Anchor | None:
        """Where a quote stands, if it does once and holds the readings."""
        found = anchor(self.passages.article, quote) if quote else None
        if found is None or found.state != "found":
            return None
        holds = all(any(a < r.end and r.start < b for a, b in found.spans) for r in inside)
        return found if holds else None

    def _with_context(self, words: str, inside: Sequence[Reading]) -> tuple[Quote, Anchor]:
        """A quote with as much of what stands around it as tells it from its likes."""
        found = anchor(self.passages.article, words)
        own = next((hit for hit in found.spans if hit[0] <= inside[0].start < hit[1]), None)
        for width in _CONTEXTS if own else ():
            assert own is not None
            mine = self._around(own, width)
            others = [self._around(hit, width) for hit in found.spans if hit != own]
            for keys in ((0,), (1,), (0, 1)):
                if any(all(other[key] == mine[key] for key in keys) for other in others):
                    continue
                told = _told(words, mine, keys)
                anchored = self._anchored(told, inside)
                if anchored is not None:
                    return told, anchored
        return {"exact": words}, found

    def _around(self, hit: tuple[int, int], width: int) -> tuple[str, str]:
        said, length = self.passages.said, len(self.passages.source.text)
        before = said(max(0, hit[0] - width), hit[0])
        return before, said(hit[1], min(length, hit[1] + width))

    def _cell_quote(self, place: Place, inside: Sequence[Reading]) -> tuple[Quote, Anchor]:
        cell = place.row[place.at]
        spans = ((cell.start, cell.end),)
        address = {"row": place.row[0].text, "column": place.header.text if place.header else ""}
        if all(address.values()) and GAP not in "".join(address.values()):
            if self._is_plain(place):
                return address, Anchor("found", spans)
            found = anchor(self.passages.article, address)
            if found.state == "found" and found.spans == spans:
                return address, found
        return self._text_quote(cell.start, cell.end, inside)

    def _is_plain(self, place: Place) -> bool:
        """Whether names of row and column are the only ones of the only table: no need to look."""
        assert place.header is not None
        row, head = fold(place.row[0].text), fold(place.header.text)
        return len(self.tables) == 1 and self._names[0][row] == self._names[1][head] == 1

    @cached_property
    def _names(self) -> tuple[Counter[str], Counter[str]]:
        """How often a row and a column of the first table has a name."""
        rows = Counter(fold(row[0].text) for row in self._rows[0])
        return rows, Counter(fold(cell.text) for cell in self.tables[0].header)


def _told(words: str, around: tuple[str, str], keys: Iterable[int]) -> dict[str, str]:
    """A quote with what stands before or after it, in whole words and without gaps."""
    before, after = _GAPS.split(around[0])[-1], _GAPS.split(around[1])[0]
    before, after = before.partition(" ")[2] or before, after.rpartition(" ")[0] or after
    context = (("prefix", before.strip()), ("suffix", after.strip()))
    return {"exact": words, **{context[key][0]: context[key][1] for key in keys if context[key][1]}}


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
