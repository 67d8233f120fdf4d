"""Anchoring: where the quote of a claim stands in its article, exactly or not at all."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from claimcheck.text.articles import ArticleText, fold
from claimcheck.text.boundaries import is_boundary
from claimcheck.text.cells import CellQuote, NoCell, cells_of
from claimcheck.text.near import Near, near

__all__ = ["Anchor", "ArticleText", "CellQuote", "Near", "Quote", "TextQuote", "anchor", "quote_of"]

Place = tuple[int, int]
Missing = Literal["text", "order", "context", "table", "row", "column"]

# […] and (…), also with three points, and as Markdown that escapes the bracket.
_ELLIPSIS = re.compile(r"\\?\[ ?(?:…|\.\.\.) ?\\?\]|\( ?(?:…|\.\.\.) ?\)")
# A quote that occurs more often is ambiguous enough.
_MOST = 100
# How often a quote of one code point is looked for; a longer one so much less, as each time takes longer.
_TRIES = 100_000_000


class TextQuote(NamedTuple):
    """Words of the article, and what stands right before and after them where they occur again."""

    exact: str
    prefix: str = ""
    suffix: str = ""


Quote = TextQuote | CellQuote


class Anchor(NamedTuple):
    """Where a quote stands in the source.

    Found: a span for each of its parts. Ambiguous: a span for each place. Not found: what is `missing`, of a
    split quote the `part` that is, and what is nearest to it: a passage, or the name of a row or column.
    """

    state: Literal["found", "ambiguous", "not-found"]
    spans: tuple[Place, ...] = ()
    near: Near | None = None
    missing: Missing | None = None
    part: str = ""
    suggestion: str | None = None


def quote_of(data: object) -> Quote | None:
    """The quote in a claim: text, {exact, prefix, suffix} or {row, column}; None if it is neither."""
    if isinstance(data, str):
        return TextQuote(data)
    if not isinstance(data, Mapping):
        return None
    texts = {key: value for key, value in data.items() if isinstance(value, str)}
    if "exact" in texts:
        return TextQuote(texts["exact"], texts.get("prefix", ""), texts.get("suffix", ""))
    if "row" in texts and "column" in texts:
        return CellQuote(texts["row"], texts["column"])
    return None


def anchor(article: ArticleText, data: object) -> Anchor:
    """Where a quote stands, given as in a claim or as `Quote`; nothing but typography may differ."""
    quote = data if isinstance(data, TextQuote | CellQuote) else quote_of(data)
    if quote is None:
        return Anchor("not-found", missing="text")
    if isinstance(quote, CellQuote):
        return _cell(article, quote)
    return _found(article, _parts(article.folded, quote.exact), quote)


def _parts(text: str, quote: str) -> tuple[str, ...]:
    """The parts of a quote that must follow each other; an ellipsis that the article has is a word of it."""
    if not _ELLIPSIS.search(quote) or _hits(text, quote):
        return (quote,)
    parts = (part.strip() for part in _ELLIPSIS.split(quote) if _says_something(part))
    return tuple(parts) or (quote,)


def _cell(article: ArticleText, quote: CellQuote) -> Anchor:
    found = cells_of(article, quote)
    if isinstance(found, NoCell):
        return Anchor("not-found", missing=found.missing, suggestion=found.suggestion)
    spans = tuple((cell.start, cell.end) for cell in found)
    return Anchor("found" if len(spans) == 1 else "ambiguous", spans)


def _found(article: ArticleText, parts: tuple[str, ...], quote: TextQuote) -> Anchor:
    """Where the parts of a quote stand, one after the other."""
    places = []
    for part in parts:
        hits = _hits(article.folded, part)
        if not hits:
            return Anchor("not-found", (), near(article, fold(part)), "text", part)
        places.append(hits)
    places[0] = [hit for hit in places[0] if _is_before(article.folded, quote.prefix, hit[0])]
    places[-1] = [hit for hit in places[-1] if _is_after(article.folded, quote.suffix, hit[1])]
    if not places[0] or not places[-1]:
        context = " ".join((quote.prefix, quote.exact, quote.suffix))
        return Anchor("not-found", (), near(article, fold(context)), "context")
    chains = _chains(places)
    if not chains:
        return Anchor("not-found", missing="order")
    if len(chains) > 1:
        return Anchor("ambiguous", tuple(article.span(c[0][0], c[-1][1]) for c in chains))
    return Anchor("found", tuple(article.span(*place) for place in chains[0]))


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))


def _hits(text: str, part: str) -> list[Place]:
    """Where a part stands in a folded text as it is; else without its own Markdown marks."""
    if not _says_something(part):
        return []
    needle = fold(part)
    hits = list(_occurrences(text, needle))
    if not hits and (unmarked := fold(part, markdown=True)) != needle and _says_something(unmarked):
        hits = list(_occurrences(text, unmarked))
    return hits


def _occurrences(text: str, needle: str) -> Iterator[Place]:
    """Where a text stands from boundary to boundary."""
    at, found = -1, 0
    for _ in range(_MOST + _TRIES // len(needle)):
        at = text.find(needle, at + 1)
        if at < 0 or found == _MOST:
            return
        end = at + len(needle)
        if is_boundary(text, at) and is_boundary(text, end):
            found += 1
            yield at, end


def _is_before(text: str, prefix: str, place: int) -> bool:
    """Whether a prefix stands right before a place."""
    befores = {fold(prefix), fold(prefix, markdown=True)}
    return any(text[max(0, place - len(b) - 1) : place].rstrip().endswith(b) for b in befores)


def _is_after(text: str, suffix: str, place: int) -> bool:
    """Whether a suffix stands right after a place."""
    afters = {fold(suffix), fold(suffix, markdown=True)}
    return any(text[place : place + len(a) + 1].lstrip().startswith(a) for a in afters)


def _chains(places: list[list[Place]]) -> list[tuple[Place, ...]]:
    """The shortest ways through the places of all parts in order; none holds another."""
    chains: list[tuple[Place, ...]] = []
    nexts = [0] * len(places)
    for first in places[0]:
        chain = [first]
        for number, hits in enumerate(places[1:], 1):
            while nexts[number] < len(hits) and hits[nexts[number]][0] < chain[-1][1]:
                nexts[number] += 1
            if nexts[number] == len(hits):
                return chains
            chain.append(hits[nexts[number]])
        if chains and len(chain) > 1 and chains[-1][-1] == chain[-1]:
            chains.pop()
        chains.append(tuple(chain))
    return chains
