"""A text as it reads: normalised, without its Markdown marks, each character knowing its place in the file."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import is_normalized, normalize

from claimcheck.source import LINE_BREAK

# One code point for another: how a text is typed says nothing.
_SAME = str.maketrans(
    {
        **dict.fromkeys("’ʼ′‘`", "'"),
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\u2004\u2005\u2006\u205f\u3000\t\v\f", " "),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("“”„‟«»‹›", '"'),
        "`": "`",
    }
)
_LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_GONE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"

_TYPED = rf"(?P<gone>[{_GONE}]+)|(?P<ligature>[ﬀ-ﬆ])|(?P<composed>[^\W_]?[{_MARKS}]+)"
# What Markdown adds. Every alternative ends within a bounded stretch, so that no text is slow.
_MARKDOWN = (
    r"(?P<space>[ \n\r]{2,}|[\n\r])"
    r"|(?P<emphasis>(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![0-9*])|(?<!\w)_{1,3}(?=\w)|(?<=[^\s_])_{1,3}(?!\w)|~~|`+)"
    r"|(?P<link>!?\[(?=[^\[\]\n]{0,300}\][(\[])|\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?: \"[^\"\n]{0,200}\")?\)|\]\[[^\[\]\n]{0,100}\]|\[\^[^\]\s]{1,30}\]:?)"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,300}>|<!--)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
)
_ONLY_TYPED = re.compile(_TYPED)
_BOTH = re.compile(f"{_TYPED}|{_MARKDOWN}")
_LINE_START = re.compile(r"(?:(?:#{1,6}|[-*+]|[0-9]{1,3}[.)]|>) +|>)+")
_BLOCK = re.compile(r"#{1,6} |[-*+] |[0-9]{1,3}[.)] |>|\||```|~~~")


class Plain(NamedTuple):
    """A text as it reads, and where each of its code points stands in the file."""

    source: str
    text: str
    starts: tuple[int, ...]
    """Where the pieces of `text` begin; between two of them, text and source run in step."""
    sources: tuple[int, ...]
    """Where each piece begins in the source."""
    lengths: tuple[int, ...]
    """How long each piece is in the source; -1: as long as it is in the text."""

    def at(self, index: int) -> int:
        """The place in the source of a place in the text."""
        piece = bisect_right(self.starts, index) - 1
        if self.lengths[piece] >= 0:
            return self.sources[piece]
        return self.sources[piece] + index - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that reads as text[start:end], which is not empty."""
        piece = bisect_right(self.starts, end - 1) - 1
        if self.lengths[piece] < 0:
            return self.at(start), self.sources[piece] + end - self.starts[piece]
        return self.at(start), self.sources[piece] + self.lengths[piece]

    def index(self, place: int) -> int:
        """The first place in the text that stands at a place of the source or after it."""
        piece = bisect_right(self.sources, place) - 1
        if piece < 0:
            return 0
        start, source = self.starts[piece], self.sources[piece]
        end = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if self.lengths[piece] >= 0:
            return start if place == source else end
        return min(start + place - source, end)


class _Piece(NamedTuple):
    start: int
    end: int
    text: str


def plain_of(text: str, *, markdown: bool = True) -> Plain:
    """A text normalised: typography and Unicode form, and what Markdown adds, if it is Markdown."""
    typed = text.translate(_SAME)
    composed = is_normalized("NFC", typed)
    pieces = _pieces(typed, markdown=markdown, composed=composed)
    parts: list[str] = []
    starts, sources, lengths = [], [], []
    at = done = 0
    for piece in pieces:
        if piece.start > done:
            parts.append(typed[done : piece.start])
            starts.append(at)
            sources.append(done)
            lengths.append(-1)
            at += piece.start - done
        if piece.text:
            parts.append(piece.text)
            starts.append(at)
            sources.append(piece.start)
            lengths.append(piece.end - piece.start)
            at += len(piece.text)
        done = piece.end
    if done < len(typed) or not parts:
        parts.append(typed[done:])
        starts.append(at)
        sources.append(done)
        lengths.append(-1)
    return Plain(text, "".join(parts), tuple(starts), tuple(sources), tuple(lengths))


def _pieces(text: str, *, markdown: bool, composed: bool) -> Iterator[_Piece]:
    """What is to be replaced in a text, in order."""
    done = _front_matter(text) if markdown else 0
    if markdown:
        first = _LINE_START.match(text, done)
        done = first.end() if first else done
        yield _Piece(0, done, "")
    block = markdown and _BLOCK.match(text, _line_start(text, done)) is not None
    comments = True
    for match in (_BOTH if markdown else _ONLY_TYPED).finditer(text, done):
        start, end = match.span()
        if start < done:
            continue
        kind = match.lastgroup
        new = ""
        if kind == "space":
            end, new, block = _break(text, start, end, block=block)
        elif kind == "composed":
            if composed:
                continue
            new = normalize("NFC", match.group())
        elif kind == "ligature":
            new = _LIGATURES[match.group()]
        elif kind == "entity":
            new = html.unescape(match.group()).translate(_SAME)
            if new == match.group():
                continue
        elif kind == "escape":
            new = match.group()[1]
        elif match.group() == "<!--":
            close = text.find("-->", end) if comments else -1
            comments = close >= 0
            if not comments:
                continue
            end = close + 3
        done = end
        yield _Piece(start, end, new)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _break(text: str, start: int, end: int, *, block: bool) -> tuple[int, str, bool]:
    """A run of white space: its end with the marks of the next line, what it reads as, and whether that
    line is a heading, an item or a row."""
    lines = len(LINE_BREAK.findall(text, start, end))
    if not lines:
        return end, " " if end < len(text) and start else "", block
    following = _BLOCK.match(text, end) is not None
    new = "\n\n" if lines > 1 else "\n" if block or following else " "
    mark = _LINE_START.match(text, end)
    heading = following and text[end] in "#|"
    return mark.end() if mark else end, new if end < len(text) else "", heading


def _front_matter(text: str) -> int:
    """Where the text begins after a head of YAML between two lines of ---."""
    if not text.startswith("---\n"):
        return 0
    close = text.find("\n---\n", 3)
    return close + 5 if close >= 0 else 0
