"""Drafting: a claim for every quantity and date of an article, as far as its grammar goes."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import count
from typing import NamedTuple

from claimcheck.model.claim import CERTAINTIES, Certainty, Document
from claimcheck.model.vocabulary import Attribute, fold
from claimcheck.text.encoding import encoded
from claimcheck.text.passages import Passages
from claimcheck.text.proposing import Proposer
from claimcheck.text.quoting import GAP, Passage, Quote, Quoter
from claimcheck.text.reading import Reading
from claimcheck.text.tokens import tokenize

# What parts the numbers of one sentence from each other.
_PARTS = re.compile(r"[,;:] | (?:and|et|ou|or|but|mais) ")
# The reader knows who speaks, and not yet that it is to deny something.
_DENIALS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dément\w*|ni(?:e|ent|ait|aient)|contest\w+)\b", re.I
)
_LONGEST_ID = 48
# What an id that was cut does not end in: "10-milliards-de".
_DANGLING = re.compile(r"(?:-[a-z]{1,2})+$")


class Proposed(NamedTuple):
    """One claim of a draft; None, and `___`, is a gap for a person to fill."""

    id: str
    subject: str | None
    attribute: str | None
    value: str
    quote: Quote
    when: str | None = None
    certainty: Certainty = "certain"
    attribution: str | None = None
    where: Mapping[str, str] = {}
    remark: str = ""
    """What is not sure of the value: a currency that is assumed, another way to read the number."""
    scales: str = ""
    """What a French billion or trillion may be, where that has yet to be decided."""
    denied: bool = False
    """Whether the sentence denies something: perhaps this."""
    proposed: str = ""
    """What of the claim a language model proposed."""
    start: int = -1
    """Where the quantity or date stands in the article."""


class Drafted(NamedTuple):
    """The claims of a draft, and the passages that it leaves out, each with the reason."""

    claims: tuple[Proposed, ...]
    not_encoded: tuple[tuple[Quote, str], ...] = ()


def draft(document: Document) -> Drafted:
    """What a claim file for a document's article may begin with.

    The document has an article, a language and a vocabulary, and as yet no claims.
    """
    drafter = _Drafter(Passages(document))
    claims = [claim for passage in drafter.quoted for claim in drafter.claims(passage)]
    return Drafted(tuple(_with_ids(claims)), tuple(drafter.heads()))


class _Drafter:
    """Turns the passages of one article into claims."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self.proposer = Proposer(passages.document.vocabulary, passages.lexicon)
        self.quoter = Quoter(passages)
        self.quoted = tuple(self.quoter.passages_of())
        self.dates: dict[tuple[int, int], list[Reading]] = {}
        for reading in passages.readings:
            if reading.kind == "date":
                self.dates.setdefault(reading.sentence, []).append(reading)
        self.cells = {p.start: p.readings[0] for p in self.quoted if p.cell is not None}

    def claims(self, passage: Passage) -> Iterator[Proposed]:
        """A claim for each quantity of a passage, and for the dates that are not their time."""
        if self.quoter.head(passage.start) is not None and passage.readings[0].kind == "date":
            return
        times = self._times(passage)
        used = {date.start for date in times.values()}
        stated = self._stated(passage)
        for reading in passage.readings:
            if reading.start in used or self._is_row_name(passage, reading):
                continue
            date = times.get(reading.start) or self._time_of_cell(passage, reading)
            yield self._claim(passage, _combined(reading, stated.get(reading.start)), date)

    def heads(self) -> Iterator[tuple[Quote, str]]:
        """The heads of columns that are dates: they say when, and nothing of their own."""
        seen = set()
        for passage in self.quoted:
            table = self.quoter.head(passage.start)
            if table is None or passage.readings[0].kind != "date" or table.start in seen:
                continue
            seen.add(table.start)
            yield self.quoter.exact(table.header[0].start, table.header[-1].end), "heads of columns"

    def _stated(self, passage: Passage) -> dict[int, Reading]:
        """The readings as the quote alone states them."""
        return {reading.start: reading for reading in self.passages.stated(passage.found)}

    # ---- times

    def _times(self, passage: Passage) -> dict[int, Reading]:
        """The date of each quantity: right behind it, or the only one of its sentence or clause."""
        inside = [reading for reading in passage.readings if reading.kind == "date"]
        whole = self.dates.get(passage.readings[0].sentence, [])
        only = whole if len(whole) == 1 else inside
        times = {}
        for number, reading in enumerate(passage.readings):
            if reading.kind == "date":
                continue
            following = passage.readings[number + 1 : number + 2]
            if following and following[0].kind == "date" and self._beside(reading, following[0]):
                times[reading.start] = following[0]
            elif len(only) == 1:
                times[reading.start] = only[0]
        return times

    def _beside(self, reading: Reading, date: Reading) -> bool:
        """Whether nothing but a preposition stands between a quantity and a date: `5 % in 2025`."""
        between = tokenize(self.passages.said(max(reading.end, reading.tail), date.start)).words
        lex = self.passages.lexicon
        return len(between) < 3 and all(word in lex.no_nouns | lex.of for word in between)

    def _is_row_name(self, passage: Passage, reading: Reading) -> bool:
        """Whether a date begins a row whose other cells say something of that time."""
        if passage.cell is None or passage.cell.at or reading.kind != "date":
            return False
        return any(cell.start in self.cells for cell in passage.cell.row[1:])

    def _time_of_cell(self, passage: Passage, reading: Reading) -> Reading | None:
        """The date that names the row or the column of a cell."""
        place = passage.cell
        if place is None or not place.at or reading.kind == "date":
            return None
        row, head = self.cells.get(place.row[0].start), self._head_date(passage)
        dates = [date for date in (row, head) if date is not None and date.kind == "date"]
        return dates[0] if len(dates) == 1 else None

    def _head_date(self, passage: Passage) -> Reading | None:
        head = passage.cell.header if passage.cell else None
        return None if head is None else self._heads.get(head.start)

    @cached_property
    def _heads(self) -> dict[int, Reading]:
        return {
            p.start: p.readings[0] for p in self.quoted if self.quoter.head(p.start) is not None
        }

    # ---- claims

    def _claim(self, passage: Passage, reading: Reading, date: Reading | None) -> Proposed:
        before, after = self._around(passage, reading)
        proposer = self.proposer
        attribute = None  # with one, the value would be judged before its scale is decided
        if reading.doubt != "scale":
            attribute = proposer.attribute(reading, f"{before} {after}")
        subject = proposer.subject(before, after, reading.attribution)
        where = proposer.where(attribute, subject, after) if attribute and subject else {}
        return Proposed(
            self._slug(passage, reading, after),
            None if subject is None else proposer.vocabulary.name_of(subject),
            None if attribute is None else attribute.name,
            encoded(reading),
            passage.quote,
            _when(date, attribute),
            reading.certainty,
            reading.attribution,
            where,
            _remark(reading),
            _scales(reading),
            _DENIALS.search(before) is not None,
            start=reading.start,
        )

    def _around(self, passage: Passage, reading: Reading) -> tuple[str, str]:
        """The words before and after a reading that are about it: of several, each has its own."""
        said = self.passages.said
        if passage.cell is not None:
            names = [cell.text for cell in (passage.cell.row[0], passage.cell.header) if cell]
            return " / ".join(names[not passage.cell.at :]), ""
        start, end = passage.start, passage.end
        others = [r for r in passage.readings if r.kind != "date" or reading.kind == "date"]
        previous = max((r.end for r in others if r.end <= reading.start), default=start)
        following = min((r.start for r in others if r.start >= reading.end), default=end)
        before, after = said(previous, reading.start), said(reading.end, following)
        if previous > start:
            before = _PARTS.split(f"{before} ")[-1]
        return before, _PARTS.split(f" {after} ")[0] if following < end else after

    def _slug(self, passage: Passage, reading: Reading, after: str) -> str:
        """A readable id: the words before a number, and the number; of a cell, its column and row."""
        if passage.cell is not None:
            place = passage.cell
            head = re.sub(r"\(.*?\)", "", place.header.text) if place.header else ""
            return _id_of(f"{head} {place.row[0].text if place.at else reading.text}")
        text = self.passages.said(reading.start, max(reading.end, reading.tail))
        earlier = (r.end for r in passage.readings if r.end <= reading.start)
        before = self.passages.said(max(earlier, default=passage.start), reading.start)
        words = [*self._telling(before)[-3:], text]
        return _id_of(" ".join(words if len(words) > 1 else [text, *self._telling(after)[:3]]))

    def _telling(self, text: str) -> list[str]:
        """The words that are more than grammar and hedges."""
        words = (word for word in tokenize(text).words if len(word) > 2 and word.isalpha())
        return [word for word in words if word not in self._untelling]

    @cached_property
    def _untelling(self) -> frozenset[str]:
        lex = self.passages.lexicon
        hedging = (word for phrase in lex.hedge_phrases for word in phrase.split())
        unsure = (word for phrase in lex.certainty.phrases() for word in phrase)
        return frozenset((*hedging, *unsure)) | lex.no_nouns | lex.determiners | lex.relative


def _combined(reading: Reading, alone: Reading | None) -> Reading:
    """A reading with all doubts that the sentence or the quote alone has."""
    if alone is None:
        return reading
    return reading._replace(
        certainty=max(reading.certainty, alone.certainty, key=CERTAINTIES.index),
        attribution=reading.attribution or alone.attribution,
    )


def _when(date: Reading | None, attribute: Attribute | None) -> str | None:
    """When a claim holds; what runs over a time needs one."""
    if date is not None:
        return encoded(date)
    return GAP if attribute is not None and attribute.period == "duration" else None


def _remark(reading: Reading) -> str:
    parts = [f"{reading.unit} assumed"] if reading.assumed else []
    if reading.doubt == "separator" and reading.other is not None:
        parts.append(f"may also be {_other(reading)}")
    return ", ".join(parts)


def _scales(reading: Reading) -> str:
    if reading.doubt != "scale" or reading.other is None:
        return ""
    return f"short: as it is; long: the value is {_other(reading)}"


def _other(reading: Reading) -> str:
    """What else the number may be, in claim notation."""
    other = reading.other
    return encoded(reading._replace(value=other, low=other, high=other, about=False))


# ---- ids


def _id_of(text: str) -> str:
    """A text as an id: small letters and digits, with hyphens; cut between words."""
    whole = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    cut = whole[:_LONGEST_ID]
    if cut != whole and whole[_LONGEST_ID] != "-" and "-" in cut:
        cut = cut[: cut.rindex("-")]
    cut = (cut if cut == whole else _DANGLING.sub("", cut)).strip("-")
    return cut if re.search("[a-z]{2}", cut) else f"claim-{cut}".strip("-")


def new_id(text: str, taken: Collection[str]) -> str:
    """An id made of a text, with a number if it is taken."""
    base = _id_of(text)
    numbered = (f"{base}-{number}" for number in count(2))
    return base if base not in taken else next(id for id in numbered if id not in taken)


def _with_ids(claims: Iterable[Proposed]) -> Iterator[Proposed]:
    """The claims with numbers behind ids that occur again."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for claim in claims:
        id = claim.id
        while id in taken:
            counts[claim.id] = counts.get(claim.id, 1) + 1
            id = f"{claim.id}-{counts[claim.id]}"
        taken.add(id)
        yield claim._replace(id=id)
