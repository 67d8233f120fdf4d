"""A text as it reads: typography made plain and Markdown marks dropped, every place kept."""

import re
import unicodedata
from bisect import bisect_left
from typing import NamedTuple

from claimcheck.text.blocks import Blocks, blocks_of, prepared, unbroken
from claimcheck.text.inline import inline_edits
from claimcheck.text.offsets import Edit, Offsets, edited

_SAME = (
    *((sign, "'") for sign in "‘’‛ʼ′"),
    *((sign, '"') for sign in "“”„‟«»‹›"),
    *((sign, "-") for sign in "\u2010\u2011\u2212"),
    *((chr(code), " ") for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)),
)
# Soft hyphen, zero-width, bidirectional controls, variation selectors, byte order mark.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True))

_SPACE = re.compile(r"[ \n]{2,}|\n")
_ODD = re.compile(f"[{_UNSEEN}ﬀ-ﬆ]")
_SPACE_OR_ODD = re.compile(rf"[ \n{_UNSEEN}]{{2,}}|[\n{_UNSEEN}ﬀ-ﬆ]")


class Plain(NamedTuple):
    """A text as it reads, and where each of its code points stands in the file."""

    source: str
    text: str
    offsets: Offsets | None
    """text[i] stands at source[offsets[i]]; one more for the end; None: at source[i]."""

    def at(self, index: int) -> int:
        """The place in the source of a place in the text."""
        return index if self.offsets is None else self.offsets[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of text[start:end], without marks around it."""
        if self.offsets is None:
            return start, end
        first = self.offsets[start]
        return first, self.offsets.after(end - 1) if end > start else first

    def index(self, place: int) -> int:  # type: ignore[override]
        """The first place in the text that stands at a place of the source, or after it."""
        return place if self.offsets is None else bisect_left(self.offsets, place)


def plain_of(text: str, *, markdown: bool = True) -> Plain:
    """Read a text, Markdown or plain.

    Paragraphs are parted by two newlines, and by one what else begins a line in Markdown: headings, items of
    lists, rows of tables (cells are parted by ` | `).
    """
    if not markdown:
        return _plain(text, unbroken(text), None, lines=False)
    inner = prepared(text)
    return _plain(text, *_without_marks(inner, blocks_of(inner)), lines=True)


def plain_line(text: str) -> Plain:
    """Read a piece of Markdown that is no block of its own, such as a cell of a table."""
    inner = prepared(text)
    return _plain(text, *_without_marks(inner, Blocks([], [(0, len(text))], set())), lines=False)


def _without_marks(text: str, blocks: Blocks) -> tuple[str, Offsets | None]:
    inline = inline_edits(text, blocks)
    return edited(text, sorted([*blocks.edits, *inline]) if inline else blocks.edits)


def _plain(source: str, text: str, before: Offsets | None, *, lines: bool) -> Plain:
    for old, new in _SAME:
        if old in text:
            text = text.replace(old, new)
    return Plain(source, *_normal(text, before, lines=lines))


def _normal(text: str, before: Offsets | None, *, lines: bool) -> tuple[str, Offsets | None]:
    """Compose letters, drop what is not seen, one space for many; `lines`: keep single breaks."""
    odd = _ODD.search(text) is not None
    pattern = _SPACE_OR_ODD if odd else _SPACE
    if not unicodedata.is_normalized("NFC", _seen(text) if odd else text):
        pattern = _composing(text)
    edits = []
    for match in pattern.finditer(text):
        old = match.group()
        new = _spaced(old, lines) if match.lastindex is None else _composed(old)
        if new != old:
            edits.append(Edit(match.start(), match.end(), new))
    return edited(text, edits, before)


def _spaced(run: str, lines: bool) -> str:
    """What a run of spaces, breaks and unseen signs, or a ligature, becomes."""
    breaks = run.count("\n")
    if breaks:
        return "\n\n" if breaks > 1 else "\n" if lines else " "
    return " " if " " in run else _LIGATURES.get(run, "")


def _composed(cluster: str) -> str:
    return unicodedata.normalize("NFC", _seen(cluster))


def _seen(text: str) -> str:
    return _ODD.sub(lambda match: _LIGATURES.get(match.group(), ""), text)


def _composing(text: str) -> re.Pattern[str]:
    """As `_SPACE_OR_ODD`, with a group for the letters of this text that are to be composed."""
    signs = {sign for sign in set(text) if sign > "\u02ff" and not _ODD.match(sign)}
    marks = {sign for sign in signs if unicodedata.category(sign)[0] == "M" or _is_jamo(sign)}
    single = {sign for sign in signs - marks if unicodedata.normalize("NFC", sign) != sign}
    marked = "".join(map(re.escape, sorted(marks))) or "\u0301"
    alone = "".join(map(re.escape, sorted(single | marks))) or "\u0301"
    cluster = f"[^ \\n{marked}{_UNSEEN}][{marked}{_UNSEEN}]*[{marked}]|[{alone}]"
    return re.compile(f"({cluster})|{_SPACE_OR_ODD.pattern}")


def _is_jamo(sign: str) -> bool:
    """Whether a sign is the vowel or final of a Hangul syllable, which joins what stands before it."""
    return "\u1161" <= sign <= "\u11ff"
