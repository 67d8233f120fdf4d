"""A text in segments: sentences, headings, list items, cells of tables with the unit of their header."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.text.lexicon import Lexicon, Measure, abbreviation
from claimcheck.text.measures import COUNT, priced
from claimcheck.text.plain import Plain
from claimcheck.text.tables import Table, tables_of
from claimcheck.text.tokens import Tokens, tokenize


class Segment(NamedTuple):
    """A stretch of the normalised text; `measure`: the unit of its bare numbers."""

    start: int
    end: int
    measure: Measure | None = None


_END = re.compile(r"\n+|(?<![.!?…])[.!?…]++[\"')\]]*+ +(?=[\"'(\[]? ?[A-ZÀ-ÖØ-ÞŒ0-9–—-])")


def segments_of(plain: Plain, lex: Lexicon) -> Iterator[Segment]:
    """The segments of a text in which there may be a number, in order."""
    tables = tables_of(plain.source) if "|" in plain.source else ()
    cells = iter(_cells(plain, tables, lex))
    cell = next(cells, None)
    regions = [(plain.index(table.start), plain.index(table.end)) for table in tables]
    for segment in _sentences(plain.text, lex):
        if any(start <= segment.start < end for start, end in _near(regions, segment.start)):
            continue
        while cell is not None and cell.start < segment.start:
            yield cell
            cell = next(cells, None)
        yield segment
    while cell is not None:
        yield cell
        cell = next(cells, None)


def _near(regions: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    """The region that begins last before a place."""
    i = bisect_left(regions, (at + 1,))
    return regions[max(0, i - 1) : i]


def _sentences(text: str, lex: Lexicon) -> Iterator[Segment]:
    search = _candidate(lex)
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "." and _abbreviated(text, match.start(), start, lex):
            continue
        if search(text, start, match.start()):
            yield Segment(start, match.start() + (text[match.start()] != "\n"))
        start = match.end()
    if search(text, start):
        yield Segment(start, len(text))


_LAST_WORD = re.compile(r"[^\W\d_]+$")


def _abbreviated(text: str, at: int, start: int, lex: Lexicon) -> bool:
    """Whether the point at a place ends a word such as "Mr." and no sentence."""
    word = _LAST_WORD.search(text, max(start, at - 12), at)
    return word is not None and abbreviation(word.group(), lex.abbreviations)


@cache
def _candidate(lex: Lexicon) -> Callable[..., re.Match[str] | None]:
    """Finds what may begin a number in a stretch of text."""
    words = sorted({word for word in lex.first_words if word.isalpha()}, key=lambda w: (-len(w), w))
    pattern = re.compile(
        r"[0-9½¼¾⅓⅔]|\b(?:" + "|".join(map(re.escape, words)) + r")\b" + _measured_one(lex),
        re.IGNORECASE,
    )
    return pattern.search


def _measured_one(lex: Lexicon) -> str:
    """A pattern for an article after a hedge, which may be a one: "about a mile"; or before the only word."""
    if not lex.bare_articles:
        return ""
    lasts = {phrase[-1] for phrase in lex.hedges_left.phrases() if phrase[-1].isalpha()}
    hedges, articles = "|".join(map(re.escape, sorted(lasts))), "|".join(sorted(lex.bare_articles))
    return rf"|\b(?:{hedges}) (?:{articles}) |\A(?:{articles}) \w+\Z"


def _cells(plain: Plain, tables: tuple[Table, ...], lex: Lexicon) -> Iterator[Segment]:
    """The body cells of all tables; a bare number takes the unit that the header names."""
    for table in tables:
        for cell in table.header:
            yield Segment(plain.index(cell.start), plain.index(cell.end))
        measures = [header_measure(cell.text, lex) for cell in table.header]
        for row in table.rows:
            for number, cell in enumerate(row):
                measure = measures[number] if number < len(measures) else None
                yield Segment(plain.index(cell.start), plain.index(cell.end), measure or COUNT)


def header_measure(header: str, lex: Lexicon) -> Measure | None:
    """The unit and scale that a header names: "Montant (en milliards USD)", "Share (%)"."""
    tokens = tokenize(header)
    best: Measure | None = None
    for i in range(len(tokens.raw)):
        found = lex.symbols.at(tokens.raw, i) or lex.measures.at(tokens.words, i)
        if found is None or found[0].care == "edge":
            continue
        measure = found[0]
        best = priced(tokens, measure, found[1], lex)[0]
        best = best._replace(times=best.times * _factor(tokens, i, found[1], lex))
        break
    if best is None:
        for i in range(len(tokens.raw)):
            scale = lex.scales.at(tokens.words, i)
            if scale is not None:
                return COUNT._replace(times=scale[0].value)
    return best


def _factor(tokens: Tokens, start: int, end: int, lex: Lexicon) -> Fraction:
    """The scale beside a unit: "milliards USD", "milliards d'euros", "M€", "$ million"."""
    linked = start > 0 and tokens.word(start - 1) in lex.of
    before = lex.scales.before(tokens.words, start - linked)
    scale = before or lex.scales.at(tokens.words, end)
    if scale is not None:
        return scale[0].value
    near = (tokens.raw[start - 1] if start else "", "".join(tokens.raw[end : end + 1]))
    return next((_letters(raw, lex) for raw in near if raw in lex.short_scales), Fraction(1))


def _letters(raw: str, lex: Lexicon) -> Fraction:
    scale = lex.short_scales.get(raw)
    return scale.value if scale else Fraction(1)
