"""A line of a file with marks below it: the part that fits, `^^^` and `---`, labels beside or under them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.report import Style
from claimcheck.report.cells import cut, holds, pieces, shown_line, width, wrap
from claimcheck.report.terminal.canvas import Row

NARROWEST = 40
"""Less room than this is not given to the text of a label."""


class Mark(NamedTuple):
    """A stretch of a line, in code points from 0, and what is said of it."""

    start: int
    end: int
    label: str
    color: str
    sign: str
    """`^` where the finding is, `-` for the other places."""


class Piece(NamedTuple):
    """A part of a line that fits: its text, and the columns of its marks in it."""

    text: str
    marks: tuple[Mark, ...]


def excerpts(line: str, marks: Sequence[Mark], room: int, style: Style) -> Iterator[list[Row]]:
    """A line once, or where its marks are too far apart for `room` columns, once for each group of them."""
    for group in _groups(line, sorted(marks), room):
        piece = piece_of(line, group, room, style)
        row = Row()
        row.put(0, piece.text)
        yield [row, *_mark_rows(piece.marks, room)]


def _groups(line: str, marks: list[Mark], room: int) -> list[list[Mark]]:
    """Marks that can be shown together."""
    if len(line) * 2 <= room or len(marks) == 1:
        return [marks]
    groups: list[list[Mark]] = [[]]
    for mark in marks:
        first = groups[-1][0].start if groups[-1] else mark.start
        if groups[-1] and width(shown_line(line[first : mark.end])) > room - 2:
            groups.append([])
        groups[-1].append(mark)
    return groups


def piece_of(line: str, marks: Sequence[Mark], room: int, style: Style) -> Piece:
    """What of a line is shown: all of it, or a window in which its marks begin."""
    charset = style.charset
    if len(line) <= room and line.isascii() and line.isprintable():
        return Piece(line, tuple(marks))
    more = "…" if holds(charset, "…") else "..."
    first, last = marks[0].start, max(mark.end for mark in marks)
    reach = room * 4  # characters without a width of their own may fill no column at all
    before = shown_line(line[max(0, first - reach) : first], charset)
    body = shown_line(line[first : min(last, first + reach)], charset)
    after = shown_line(line[last : last + reach], charset) if last <= first + reach else more
    left, middle = width(before), width(body)
    whole = left + middle + width(after) <= room and first <= reach and last + reach >= len(line)
    if not whole and left + middle > room - len(more) and left > room // 3:
        fits = room - len(more) * 2 - middle
        # What stands before fills what the end of the line and the label leave, but a third at least.
        ahead = max(width(after), min(width(marks[-1].label) + 1, room // 3))
        keep = min(fits, max(room // 3, fits - ahead)) if fits >= 0 else room // 4
        before = more + _end(before, keep)
        left = width(before)
    text = before + body + after
    if not whole and width(text) > room:
        text = cut(text, room - len(more)) + more
    edge = max(1, width(text))

    def column(place: int) -> int:
        return min(left + width(shown_line(line[first : min(place, first + reach)], charset)), edge)

    placed = (mark._replace(start=column(mark.start), end=column(mark.end)) for mark in marks)
    return Piece(text, tuple(placed))


def _end(text: str, room: int) -> str:
    """The last `room` columns of a text."""
    kept: list[str] = []
    for piece in reversed(pieces(text)):
        room -= width(piece)
        if room < 0:
            break
        kept.append(piece)
    return "".join(reversed(kept))


def _mark_rows(marks: Sequence[Mark], room: int) -> list[Row]:
    """The marks, a label beside the last of them if it fits, and the others below, from right to left."""
    row = Row()
    for mark in sorted(marks, key=lambda mark: mark.sign == "^"):
        row.put(mark.start, mark.sign * max(1, mark.end - mark.start), mark.color)
    labelled = [mark for mark in marks if mark.label]
    last = marks[-1]
    end = max(last.end, last.start + 1)
    beside = end >= max(mark.end for mark in marks) and end + 1 + width(last.label) <= room
    if last.label and beside:
        row.put(end + 1, last.label)
        labelled.remove(last)
    rows = [row]
    if len(marks) > 1 and labelled:
        rows.append(_bars(labelled))
    while labelled:
        mark = labelled.pop()
        rows += label_rows(mark, room, labelled)
    return rows


def label_rows(mark: Mark, room: int, others: Sequence[Mark] = ()) -> Iterator[Row]:
    """A label under its mark, with bars under the marks left of it whose labels are still to come."""
    column = mark.start
    if room - column < min(NARROWEST, width(mark.label)):
        # Far to the right: the label ends where the mark does, or at the edge.
        end = max(min(room, mark.end), min(room, NARROWEST))
        lines = wrap(mark.label, end)
        column = end - max(map(width, lines))
    else:
        lines = wrap(mark.label, room - column)
    for line in lines:
        row = _bars([other for other in others if other.start < column - 1])
        row.put(column, line)
        yield row


def _bars(marks: Sequence[Mark]) -> Row:
    row = Row()
    for mark in {mark.start: mark for mark in marks}.values():
        row.put(mark.start, "|", mark.color)
    return row
