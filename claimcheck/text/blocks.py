"""The blocks of a Markdown text: marks at the beginnings of lines, and which lines belong together."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.text.offsets import Edit
from claimcheck.text.pipes import Grid, Place, Row, grids_of

# Stands for what is no text, one for each code point; it has no width and is dropped later.
MASK = "\u200b"

_BLANKS = (
    ("\r\n", " \n"),
    *((sign, "\n") for sign in "\r\x85\u2028\u2029"),
    *((sign, " ") for sign in "\t\v\f\x1c\x1d\x1e\x1f"),
)
_FRONT = re.compile(
    r"\A\ufeff?---[ ]*\n(?=[\w\"'-]+[ ]*:|\#)(?:(?!---|\.\.\.)[^\n]*\n)*+(?:---|\.\.\.)[ ]*(?=\n|\Z)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

_LINE = re.compile(
    r"""
    (?P<blank> [ \u200b]*+$ )
    | (?P<fence> [ ]{0,3}(?: (?P<ticks>`{3,}+)[^`\n]*+ | (?P<waves>~{3,}+)[^\n]*+ )$ )
    | (?P<rule> [ >]*+(?: (?:-[ ]*+){2,}+ | (?:\*[ ]*+){3,}+ | (?:_[ ]*+){3,}+ | ={2,}+[ ]*+ )$ )
    | [ ]{0,3}\[(?!\^)(?P<label>[^\[\]\n]{1,999})\]:[ ]*+(?=[^\s]*[/.\#])\S++
        (?:[ ]++(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ ]*+$
    """,
    re.MULTILINE | re.VERBOSE,
)
_MARK = re.compile(
    r"""
    [ ]*+(?:
      (?P<quote> >[ ]? )
    | (?P<heading> \#{1,6}(?=[ \n]|\Z)[ ]*+ )
    | (?P<bullet> [-+*](?:[ ]++(?=(?P<digit>[0-9])?)|(?=\n|\Z)) )
    | (?P<number> (?P<count>[0-9]{1,3})[.)][ ]++(?=[^\s]) )
    | (?P<task> \[[ xX]\][ ]++ )
    | (?P<note> \[\^[^\s\[\]]{1,99}\]:[ ]*+ )
    )""",
    re.VERBOSE,
)
_HEADING_END = re.compile(r"(?<![ ])[ ]++\#++[ ]*+$", re.MULTILINE)


class Blocks(NamedTuple):
    """What the lines of a text are: edits in order, the stretches with inline marks, and link labels."""

    edits: list[Edit]
    stretches: list[Place]
    labels: set[str]


def unbroken(text: str) -> str:
    """A text whose lines end in a newline and whose blanks are spaces; every code point keeps its place."""
    for old, new in _BLANKS:
        if old in text:
            text = text.replace(old, new)
    return text


def prepared(text: str) -> str:
    """A Markdown text, `unbroken`, with front matter and comments masked."""
    text = unbroken(text)
    front = _FRONT.match(text)
    if front:
        text = MASK * front.end() + text[front.end() :]
    last = text.rfind("-->") + 3 if "<!--" in text else 0
    if last > 2:
        text = _COMMENT.sub(lambda m: MASK * len(m.group()), text[:last]) + text[last:]
    return text


def blocks_of(text: str) -> Blocks:
    """The blocks of a prepared text."""
    blocks = Blocks([], [], set())
    grids = grids_of(text)
    grid = next(grids, None)
    at, before = 0, "blank"
    while at < len(text):
        while grid is not None and grid.header.start < at:
            grid = next(grids, None)
        if grid is not None and grid.header.start == at:
            _table(text, grid, blocks)
            at, before = grid.end + 1, "table"
            continue
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        at, before = _line(text, at, end, before, blocks)
    return blocks


def _line(text: str, at: int, end: int, before: str, blocks: Blocks) -> tuple[int, str]:
    """Take a line; where the next one begins, and what this one was."""
    line = _LINE.match(text, at, end)
    if line is None:
        return end + 1, _prose(text, at, end, before, blocks)
    kind = line.lastgroup or ""
    if kind == "blank":
        return end + 1, "blank"
    if kind == "fence":
        return _fenced(text, at, end, line["ticks"] or line["waves"], blocks), "blank"
    if kind == "label":
        blocks.labels.add(line["label"].strip().casefold())
    blocks.edits.append(Edit(at, end))
    return end + 1, "blank"


def _fenced(text: str, at: int, end: int, fence: str, blocks: Blocks) -> int:
    """Take a block of code: its lines stay as they are, the fences go."""
    blocks.edits.append(Edit(at, end))
    closing = re.compile(rf"^[ >]{{0,6}}{fence[0]}{{{len(fence)},}}[ ]*$", re.MULTILINE)
    close = closing.search(text, end)
    if close is None:
        return len(text)
    blocks.edits.append(Edit(*close.span()))
    return close.end() + 1


def _prose(text: str, at: int, end: int, before: str, blocks: Blocks) -> str:
    """Take a line with text: drop its marks, join it to the line before where both are one paragraph."""
    marks, kind = at, "text"
    for mark in _marks(text, at, end, before):
        marks, kind = mark.end(), _kind(kind, mark.lastgroup or "")
    if marks > at:
        blocks.edits.append(Edit(at, marks))
    joined = (kind == "text" and before in ("text", "item", "quote")) or kind == before == "quote"
    if joined:
        # The break stands before the marks that were just dropped.
        blocks.edits.insert(len(blocks.edits) - (marks > at), Edit(at - 1, at, " "))
        blocks.stretches[-1] = (blocks.stretches[-1][0], end)
        return before
    if kind == "heading":
        tail = _HEADING_END.search(text, marks, end)
        if tail:
            blocks.edits.append(Edit(tail.start(), end))
            end = tail.start()
    blocks.stretches.append((marks, end))
    return kind


def _kind(kind: str, mark: str) -> str:
    if mark == "quote":
        return "quote" if kind == "text" else kind
    return "heading" if mark == "heading" else "item"


def _marks(text: str, at: int, end: int, before: str) -> Iterator[re.Match[str]]:
    """The marks at the beginning of a line; within a paragraph, a number that ends a sentence is none."""
    inside = before in ("text", "quote")
    while mark := _MARK.match(text, at, end):
        if inside and mark["digit"] and mark["bullet"][0] != "*":
            return
        if inside and mark["number"] and mark["count"] != "1":
            return
        if mark["task"] and text[at - 1 : at] != " ":
            return
        yield mark
        at = mark.end()


def _table(text: str, grid: Grid, blocks: Blocks) -> None:
    _cells(text, grid.header, blocks)
    blocks.edits.append(Edit(grid.delimiter[0] - 1, grid.delimiter[1]))
    for row in grid.rows:
        _cells(text, row, blocks)


def _cells(text: str, row: Row, blocks: Blocks) -> None:
    done, new = row.start, ""
    for start, end in row.cells:
        if new or start > done:
            blocks.edits.append(Edit(done, start, new))
        blocks.stretches.append((start, end))
        done, new = end, " | "
    if done < row.end:
        blocks.edits.append(Edit(done, row.end))
