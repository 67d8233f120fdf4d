"""How many columns of a terminal texts fill, and lines of texts that fit into them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.report import visible

# Characters that fill one column wherever they stand: most texts have no others, and need no tables.
_ONE = (
    " -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u038a\u0391-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u2010-\u2015\u2018-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u259f"
)
_OTHER = re.compile(f"[^{_ONE}]")
_TAB = " " * 4

# What stands for typographic characters where there is only ASCII.
_PLAIN = {
    **dict.fromkeys("’‘‚", "'"), **dict.fromkeys("“”„", '"'), **dict.fromkeys("\xa0\u202f\u2009", " "),
    **dict.fromkeys("–—−‐‑", "-"), "…": "...", "·": "-", "«": "<<", "»": ">>", "×": "x", "œ": "oe",
    "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "≥": ">=", "≤": "<=", "→": "->",
}  # fmt: skip


def shown(text: str, charset: str = "utf-8") -> str:
    """A text on one line as it can be written: no control characters, none that `charset` lacks."""
    return _within(visible(text), charset)


def shown_line(text: str, charset: str = "utf-8") -> str:
    """A piece of a line of a file as it can be written; tabs are four columns wide."""
    return shown(text.replace("\t", _TAB), charset)


def holds(charset: str, text: str) -> bool:
    """Whether an encoding has all characters of a text."""
    try:
        text.encode(charset)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _within(text: str, charset: str) -> str:
    if text.isascii() or charset == "utf-8" or holds(charset, text):
        return text
    return "".join(char if holds(charset, char) else _instead(char) for char in text)


@lru_cache(maxsize=4096)
def _instead(char: str) -> str:
    """A character in ASCII: as it is typed without its accents, or its code."""
    if char in _PLAIN:
        return _PLAIN[char]
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    if bare.isascii():
        return bare
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def width(text: str) -> int:
    """How many columns a text without control characters fills."""
    if _OTHER.search(text) is None:
        return len(text)
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def pieces(text: str) -> Sequence[str]:
    """A text in what a reader takes for characters: a letter with its marks, an emoji with its skin."""
    if _OTHER.search(text) is None:
        return text
    from wcwidth import iter_graphemes

    return list(iter_graphemes(text))


def cut(text: str, room: int) -> str:
    """As much of a text as fits into `room` columns."""
    if _OTHER.search(text) is None:
        return text[:room]
    kept, used = [], 0
    for piece in pieces(text):
        used += width(piece)
        if used > room:
            break
        kept.append(piece)
    return "".join(kept)


def shortened(text: str, room: int, more: str = "…") -> str:
    """A text that fits into `room` columns; where it was longer it ends in `more`."""
    return text if width(text) <= room else cut(text, room - len(more)) + more


def wrap(text: str, room: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `room` columns, broken at spaces, only within a word that is longer than a line."""
    lines: list[str] = []
    line, used, lead = first, width(first), len(first)
    for word in filter(None, text.split(" ")):
        size = len(word) if word.isascii() else width(word)
        gap = len(line) > lead
        if used + gap + size <= room:
            line += " " * gap + word
            used += gap + size
            continue
        if gap:
            lines.append(line)
            line, used, lead = rest, len(rest), len(rest)
        for part in _parts(word, max(2, room - used), max(2, room - len(rest))):
            if len(line) > lead:
                lines.append(line)
                line, used, lead = rest, len(rest), len(rest)
            line += part
            used += width(part)
    return [*lines, line] if len(line) > lead or not lines else lines


def _parts(word: str, first: int, room: int) -> Iterator[str]:
    """A word in parts that fit; nearly always one."""
    while width(word) > first:
        part = cut(word, first)
        yield part
        word, first = word[len(part) :], room
    if word:
        yield word
