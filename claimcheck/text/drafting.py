"""Drafting: a claim file with every quantity and date of an article, for a person to complete."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import count
from typing import NamedTuple

from claimcheck.model.claim import Document
from claimcheck.model.vocabulary import fold
from claimcheck.text.anchoring import anchor
from claimcheck.text.encoding import encoded
from claimcheck.text.passages import Passages
from claimcheck.text.proposing import Proposer
from claimcheck.text.reading import Reading, number_text
from claimcheck.text.scalars import folded_block, is_foldable, quoted, scalar
from claimcheck.text.tables import Cell, Table

GAP = "___"
# A longer sentence is quoted by the clause of its number.
_LONGEST_QUOTE = 260
_EDGE = re.compile(r"[,;:]\s|\s[–—(]|\)")
_WIDTH = 92
# What parts the numbers of one sentence from each other.
_PARTS = re.compile(r"[,;:]| (?:and|et|ou|or|but|mais) ")


class Proposed(NamedTuple):
    """One claim of a draft; None is a gap for a person to fill."""

    id: str
    subject: str | None
    attribute: str | None
    value: str
    when: str | None
    certainty: str
    attribution: str | None
    quote: str | Mapping[str, str]
    remarks: tuple[str, ...] = ()
    where: Mapping[str, str] = {}
    assumed: str = ""
    """The unit that a word is taken for which others share: dollars for US dollars."""
    scale: bool = False
    """Whether a French billion or trillion has yet to be decided."""


def draft(document: Document) -> tuple[Proposed, ...]:
    """What a claim file for a document's article may begin with: a claim for each quantity and date.

    The document has an article, a language and a vocabulary, and as yet no claims.
    """
    passages = Passages(document)
    drafter = _Drafter(passages, Proposer(document.vocabulary))
    found = [drafter.claim(reading) for reading in passages.readings if drafter.is_claim(reading)]
    return tuple(_with_ids(found))


class _Drafter:
    """Turns the readings of one article into claims."""

    def __init__(self, passages: Passages, proposer: Proposer) -> None:
        self.passages = passages
        self.proposer = proposer
        self.sentences: dict[tuple[int, int], list[Reading]] = {}
        for reading in passages.readings:
            self.sentences.setdefault(reading.sentence, []).append(reading)

    def is_claim(self, reading: Reading) -> bool:
        """Whether a reading is a claim of its own: dates that only say when another holds are not."""
        if reading.kind != "date":
            return True
        row = self.cell(reading)
        if row is not None:
            _, line, at = row
            return at > 0 or not any(
                line[0].end < r.start < line[-1].end + 1 for r in self.passages.readings
            )
        return self.time_of(reading.sentence) is not reading

    def time_of(self, sentence: tuple[int, int]) -> Reading | None:
        """The one date of a sentence that has quantities, too."""
        inside = self.sentences[sentence]
        dates = [reading for reading in inside if reading.kind == "date"]
        if len(dates) != 1 or len(inside) == 1 or dates[0].low is None:
            return None
        quote = self._text_quote(dates[0])
        others = (r for r in inside if r is not dates[0])
        return dates[0] if all(self._text_quote(r) == quote for r in others) else None

    def claim(self, reading: Reading) -> Proposed:
        cell = self.cell(reading)
        if cell is not None:
            return self.from_cell(reading, *cell)
        quote = self._text_quote(reading)
        before, after = self._around(reading)
        when = None if reading.kind == "date" else self.time_of(reading.sentence)
        return self._proposed(
            self._stated(reading, quote), before, after, quote, when and encoded(when)
        )

    def _around(self, reading: Reading) -> tuple[str, str]:
        """The words of the sentence before and after a reading; of several, those that are its own."""
        start, end = reading.sentence
        said = self.passages.said
        inside = [r for r in self.sentences[reading.sentence] if r.kind != "date"]
        if len(inside) < 2 or reading.kind == "date":
            return said(start, reading.start), said(reading.end, end)
        previous = max((r.end for r in inside if r.end <= reading.start), default=start)
        following = min((r.start for r in inside if r.start >= reading.end), default=end)
        before, after = said(previous, reading.start), said(reading.end, following)
        if previous > start:
            before = _PARTS.split(before)[-1]
        return before, _PARTS.split(after)[0] if following < end else after

    def _proposed(
        self,
        reading: Reading,
        before: str,
        after: str,
        quote: str | Mapping[str, str],
        when: str | None,
    ) -> Proposed:
        attribute = self.proposer.attribute(reading, f"{before} {after}")
        subject = self.proposer.subject(before, after)
        names = self.proposer.vocabulary.name_of
        return Proposed(
            _slug(reading),
            None if subject is None else names(subject),
            None if attribute is None else attribute.name,
            encoded(reading),
            when,
            reading.certainty,
            reading.attribution,
            quote,
            tuple(_remarks(reading)),
            assumed=reading.unit if reading.assumed else "",
            scale=reading.doubt == "scale",
        )

    def _stated(self, reading: Reading, quote: str | Mapping[str, str]) -> Reading:
        """The reading as its quote states it: certainty and attribution may stand outside of it."""
        found = anchor(self.passages.article, quote)
        return next((r for r in self.passages.stated(found) if r.start == reading.start), reading)

    # ---- quotes

    def _text_quote(self, reading: Reading) -> str | Mapping[str, str]:
        """The sentence of a reading, or its clause if that is long; told apart from its likes."""
        start, end = reading.sentence
        if end - start > _LONGEST_QUOTE:
            start, end = self._clause(reading, start, end)
        quote = self.passages.said(start, end).rstrip(" .")
        state = anchor(self.passages.article, quote).state
        if state == "found":
            return quote
        whole = self.passages.said(*reading.sentence).rstrip(" .")
        if state == "ambiguous" and whole != quote:
            found = anchor(self.passages.article, whole)
            if found.state == "found":
                return whole
        prefix = self.passages.said(max(0, start - 60), start)
        return {"exact": quote, "prefix": prefix} if prefix else quote

    def _clause(self, reading: Reading, start: int, end: int) -> tuple[int, int]:
        """From the edge before a reading's hedges to the one after it."""
        text = self.passages.source.text
        hedge = max(start, reading.start - 40)
        edges = [match.end() for match in _EDGE.finditer(text, start, hedge)]
        after = _EDGE.search(text, min(reading.tail or reading.end, end), end)
        first = edges[-1] if edges else start
        last = after.start() if after else end
        return max(first, reading.start - _LONGEST_QUOTE), min(last, reading.end + _LONGEST_QUOTE)

    # ---- tables

    def cell(self, reading: Reading) -> tuple[Table, tuple[Cell, ...], int] | None:
        """The table, row and column in which a reading stands."""
        for table in self.passages.article.tables:
            if table.start <= reading.start < table.end:
                for row in table.rows:
                    for at, cell in enumerate(row):
                        if cell.start <= reading.start < cell.end:
                            return table, row, at
        return None

    def from_cell(self, reading: Reading, table: Table, row: tuple[Cell, ...], at: int) -> Proposed:
        header = table.header[at].text if at < len(table.header) else ""
        address = {"row": row[0].text, "column": header}
        found = anchor(self.passages.article, address)
        here = any(start <= reading.start < end for start, end in found.spans)
        quote: str | Mapping[str, str] = address
        if found.state != "found" or not here:
            quote = self.passages.said(row[at].start, row[at].end)
        label = next((r for r in self.passages.readings if r.start == row[0].start), None)
        when = encoded(label) if label is not None and label.kind == "date" and at else None
        stated = self._stated(reading, quote)
        return self._proposed(stated, f"{row[0].text} : {header} ", "", quote, when)


def _slug(reading: Reading) -> str:
    """A readable id: what is said, in small letters without signs."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(reading.text)).strip("-")[:40].strip("-")
    return f"{reading.kind}-{words or 'x'}"


def new_id(text: str, taken: Collection[str]) -> str:
    """An id made of a text, with a number if it is taken."""
    base = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:50].strip("-") or "claim"
    numbered = (f"{base}-{number}" for number in count(2))
    return base if base not in taken else next(id for id in numbered if id not in taken)


def _with_ids(claims: Iterable[Proposed]) -> Iterator[Proposed]:
    """The claims with numbers behind ids that occur again."""
    seen: dict[str, int] = {}
    for claim in claims:
        number = seen[claim.id] = seen.get(claim.id, 0) + 1
        yield claim if number == 1 else claim._replace(id=f"{claim.id}-{number}")


def _remarks(reading: Reading) -> Iterator[str]:
    if reading.doubt == "separator" and reading.other is not None:
        yield f"the number may also be {number_text(reading.other)}"
    if reading.doubt == "scale" and reading.other is not None:
        yield f"the number may also be {number_text(reading.other)}: say `scale: short` or `long`"


# ---- as a file


def write_draft(document: Document, claims: Iterable[Proposed], text: str) -> str:
    """A claim file with the claims of a draft; `text`: the path of the article beside it."""
    claims = list(claims)
    lines = [
        "# A draft by claimcheck: every quantity and date of the article. Fill each ___ with what the",
        "# article says, or remove the claim; `claimcheck check` names the gaps that are left. Subjects and",
        "# attributes stand where the sentence seems to name them: check them, too.",
    ]
    if assumed := sorted({claim.assumed for claim in claims if claim.assumed}):
        lines.append(
            f"# Taken for granted where the article does not say which: {', '.join(assumed)}."
        )
    lines.append("document:")
    lines += [f"  title: {scalar(document.title)}"] if document.title else []
    lines += [f"  text: {scalar(text)}", f"  language: {document.language}"]
    if document.published is not None:
        lines.append(f"  published: {date.fromordinal(document.published).isoformat()}")
    lines.append("claims:" if claims else "claims: []")
    return "\n".join((*lines, *(line for claim in claims for line in _claim_lines(claim)), ""))


def _claim_lines(claim: Proposed) -> Iterator[str]:
    for remark in claim.remarks:
        yield f"  # {remark}"
    yield f"  - id: {claim.id}"
    yield f"    subject: {scalar(claim.subject) if claim.subject else GAP}"
    yield f"    attribute: {claim.attribute or GAP}"
    if claim.where:
        pairs = ", ".join(f"{key}: {scalar(value)}" for key, value in claim.where.items())
        yield f"    where: {{{pairs}}}"
    yield f"    value: {claim.value}"
    if claim.scale:
        yield f"    scale: {GAP}"
    if claim.when:
        yield f"    when: {claim.when}"
    if claim.certainty != "certain":
        yield f"    certainty: {claim.certainty}"
    if claim.attribution:
        yield f"    attribution: {scalar(claim.attribution)}"
    if isinstance(claim.quote, str):
        yield from _block("quote", claim.quote)
    else:
        pairs = ", ".join(f"{key}: {scalar(value)}" for key, value in claim.quote.items())
        yield f"    quote: {{{pairs}}}"
    yield ""


def _block(key: str, text: str) -> Iterator[str]:
    """A text as a folded block, where that can hold it."""
    if not is_foldable(text):
        yield f"    {key}: {quoted(text)}"
        return
    first, *rest = folded_block(text, 6, _WIDTH + 6)
    yield f"    {key}: {first}"
    yield from rest
