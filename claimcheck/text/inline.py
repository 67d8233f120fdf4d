"""Marks within the lines of a Markdown text: emphasis, code, links, tags, entities, escapes."""

import re
from bisect import bisect_left
from collections.abc import Callable

from claimcheck.text.blocks import Blocks
from claimcheck.text.offsets import Edit

_SPOT = re.compile(r"[\\&`*_~\[\]<]")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~\n]")
_ENTITY = re.compile(r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_NOTE = re.compile(r"\[\^[^\s\[\]]{1,99}\]")
_TARGET = re.compile(
    r"""\(\s*+
    (?: <[^<>\n]*+> | (?:[^\s()\\<]|\\.|\((?:[^\s()\\]|\\.)*+\))*+ )
    (?: \s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)) )?\s*+\)""",
    re.VERBOSE,
)
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[^\s<>@]++@[^\s<>@]++)>")
_TAG = re.compile(
    r"""</?([A-Za-z][A-Za-z0-9-]*+)
    (?: \s++[A-Za-z_:][\w.:-]*+ (?: \s*+=\s*+ (?:[^\s"'=<>`]++|'[^'<]*+'|"[^"<]*+") )? )*+
    \s*+/?>""",
    re.VERBOSE,
)
_APART = frozenset("br hr p div li ul ol td th tr table h1 h2 h3 h4 h5 h6 blockquote".split())


class _Marks:
    """The marks of one text, while its stretches are gone through."""

    __slots__ = ("brackets", "edits", "end", "labels", "openers", "start", "text", "ticks")

    def __init__(self, text: str, labels: set[str]) -> None:
        self.text, self.labels = text, labels
        self.start = self.end = 0
        self.edits: list[Edit] = []
        self.brackets: list[tuple[int, int]] = []
        self.openers: dict[str, list[tuple[int, int]]] = {}
        self.ticks: dict[int, list[int]] | None = None


def inline_edits(text: str, blocks: Blocks) -> list[Edit]:
    """The edits that drop all marks within the stretches of a text, in no order."""
    marks = _Marks(text, blocks.labels)
    search = _SPOT.search
    for start, end in blocks.stretches:
        at = start
        while spot := search(text, at, end):
            if at == start:
                marks.start, marks.end = start, end
                marks.brackets.clear()
                marks.openers.clear()
            at = _HANDLERS[spot.group()](marks, spot.start())
    return marks.edits


def _escape(marks: _Marks, at: int) -> int:
    if not _ESCAPE.match(marks.text, at, marks.end):
        return at + 1
    marks.edits.append(Edit(at, at + 1))
    return at + 2


def _entity(marks: _Marks, at: int) -> int:
    from html import unescape

    found = _ENTITY.match(marks.text, at, marks.end)
    new = unescape(found.group()) if found else "&"
    if not found or new == found.group():
        return at + 1
    marks.edits.append(Edit(at, found.end(), new))
    return found.end()


def _code(marks: _Marks, at: int) -> int:
    """Backticks: with the next run that is as long they hold code, in which nothing is a mark."""
    if marks.ticks is None:
        marks.ticks = {}
        for run in re.finditer("`+", marks.text):
            marks.ticks.setdefault(len(run.group()), []).append(run.start())
    size = _run(marks, at, "`")
    places = marks.ticks.get(size, [])
    i = bisect_left(places, at + size)
    if i == len(places) or places[i] >= marks.end:
        return at + size
    close = places[i]
    marks.edits += Edit(at, at + size), Edit(close, close + size)
    return close + size


def _run(marks: _Marks, at: int, sign: str) -> int:
    text, end = marks.text, at + 1
    while end < marks.end and text[end] == sign:
        end += 1
    return end - at


def _emphasis(marks: _Marks, at: int) -> int:
    """A run of * _ or ~~: it closes the runs before it that are still open, or opens."""
    sign = marks.text[at]
    size = _run(marks, at, sign)
    before = marks.text[at - 1] if at > marks.start else " "
    after = marks.text[at + size] if at + size < marks.end else " "
    opens, closes = _flanks(sign, size, before, after)
    openers = marks.openers.setdefault(sign, [])
    place, left = at, size
    while closes and left and openers:
        start, length = openers.pop()
        both = min(left, length)
        marks.edits += Edit(start + length - both, start + length), Edit(place, place + both)
        place, left = place + both, left - both
        if length > both:
            openers.append((start, length - both))
    if opens and left:
        openers.append((place, left))
    return at + size


def _flanks(sign: str, size: int, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run can open and close emphasis; `5*3*2` and snake_case hold none."""
    opens, closes = not after.isspace(), not before.isspace()
    if sign == "~":
        return opens and size == 2, closes and size == 2
    if sign == "*":
        product = before.isdigit() and after.isdigit()
        return opens and not product, closes and not product
    return opens and not before.isalnum(), closes and not after.isalnum()


def _open(marks: _Marks, at: int) -> int:
    note = _NOTE.match(marks.text, at, marks.end)
    if note:
        marks.edits.append(Edit(at, note.end()))
        return note.end()
    marks.brackets.append((at, len(marks.edits)))
    return at + 1


def _close(marks: _Marks, at: int) -> int:
    if not marks.brackets:
        return at + 1
    start, _ = marks.brackets.pop()
    end = _target(marks, start, at)
    if end is None:
        return at + 1
    image = start > marks.start and marks.text[start - 1] == "!"
    marks.edits += Edit(start - image, start + 1), Edit(at, end)
    return end


def _target(marks: _Marks, start: int, at: int) -> int | None:
    """The end of the link whose text stands in the brackets, if it is one."""
    text, end = marks.text, marks.end
    target = _TARGET.match(text, at + 1, end)
    if target:
        return target.end()
    if not marks.labels:
        return None
    label = _LABEL.match(text, at + 1, end)
    own = _LABEL.match(text, start, at + 1)
    if label and label[1]:
        return label.end() if label[1].strip().casefold() in marks.labels else None
    if own and own.end() == at + 1 and own[1].strip().casefold() in marks.labels:
        return label.end() if label else at + 1
    return None


def _angle(marks: _Marks, at: int) -> int:
    link = _AUTOLINK.match(marks.text, at, marks.end)
    if link:
        marks.edits += Edit(at, at + 1), Edit(link.end() - 1, link.end())
        return link.end()
    tag = _TAG.match(marks.text, at, marks.end)
    if tag is None:
        return at + 1
    marks.edits.append(Edit(at, tag.end(), " " if tag[1].lower() in _APART else ""))
    return tag.end()


_HANDLERS: dict[str, Callable[[_Marks, int], int]] = {
    "\\": _escape,
    "&": _entity,
    "`": _code,
    "*": _emphasis,
    "_": _emphasis,
    "~": _emphasis,
    "[": _open,
    "]": _close,
    "<": _angle,
}
