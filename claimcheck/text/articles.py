"""An article made ready for anchoring: folded, so that what says the same reads the same."""

import re
import unicodedata
from functools import cached_property

from claimcheck.source import Source
from claimcheck.text.offsets import Edit, Offsets, edited
from claimcheck.text.plain import Plain, plain_of
from claimcheck.text.tables import Table, tables_of

# Quotation marks and dashes of all kinds count as one; lower case keeps the length of everything else.
_SAME = (("İ", "i"), ('"', "'"), ("–", "-"), ("—", "-"), ("―", "-"), ("ς", "σ"))
_SPACED = re.compile(r"[ \n]*'[ \n]*|\n\n?|\.\.\.")


def folded(text: str) -> tuple[str, Offsets | None]:
    """A plain text in lower case, with one mark for all quotation marks and no space beside it."""
    for old, new in _SAME[:1]:
        text = text.replace(old, new)
    text = text.lower()
    for old, new in _SAME[1:]:
        if old in text:
            text = text.replace(old, new)
    edits = []
    for match in _SPACED.finditer(text):
        old = match.group()
        start, end = match.span()
        if "'" in old:
            mark = start + old.index("'")
            edits += [
                Edit(*place) for place in ((start, mark), (mark + 1, end)) if place[0] < place[1]
            ]
        else:
            edits.append(Edit(start, end, "…" if old == "..." else " "))
    return edited(text, edits)


def fold(text: str, *, markdown: bool = False) -> str:
    """A piece of text, such as a quote, as it is looked for in an article."""
    return folded(plain_of(text, markdown=markdown).text)[0].strip()


def bare(text: str) -> str:
    """A text without accents; every code point keeps its place."""
    for sign in {sign for sign in set(text) if sign > "\x7f"}:
        base = unicodedata.normalize("NFD", sign)[0]
        if base != sign:
            text = text.replace(sign, base)
    return text


class ArticleText:
    """An article: as it reads, folded, and its tables; each made once. All but `.txt` is Markdown."""

    def __init__(self, source: Source) -> None:
        self.plain: Plain = plain_of(source.text, markdown=not source.path.endswith(".txt"))
        self.folded, self._offsets = folded(self.plain.text)

    @cached_property
    def bare(self) -> str:
        """The folded text without accents, in which near passages are looked for."""
        return bare(self.folded)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables in the source."""
        return tables_of(self.plain.source)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of folded[start:end]."""
        return self.plain.span(*self._plain_span(start, end))

    def text(self, start: int, end: int) -> str:
        """folded[start:end] as it reads."""
        first, last = self._plain_span(start, end)
        return " ".join(self.plain.text[first:last].split())

    def _plain_span(self, start: int, end: int) -> tuple[int, int]:
        if self._offsets is None or start >= end:
            return start, end
        return self._offsets[start], self._offsets.after(end - 1)
