"""Edits of a text, and where each code point of the edited text stood before."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, overload


class Edit(NamedTuple):
    """A stretch that is replaced; what stands in its place belongs to the whole of it."""

    start: int
    end: int
    new: str = ""


class Offsets(Sequence[int]):
    """For each code point of an edited text, and for its end, the place in the text before.

    Kept as pieces: unchanged stretches, and replacements (those with an end). `before` holds the offsets of
    an earlier edit, through which places are led on.
    """

    __slots__ = ("_before", "_ends", "_length", "_places", "_starts")

    def __init__(
        self,
        starts: list[int],
        places: list[int],
        ends: list[int],
        length: int,
        before: "Offsets | None",
    ) -> None:
        self._starts, self._places, self._ends = starts, places, ends
        self._length, self._before = length, before

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._length))]
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError(index)
        piece = bisect_right(self._starts, index) - 1
        place = self._places[piece]
        if not self._ends[piece]:
            place += index - self._starts[piece]
        return place if self._before is None else self._before[place]

    def after(self, index: int) -> int:
        """The place just behind code point `index`."""
        piece = bisect_right(self._starts, index) - 1
        end = self._ends[piece] or self._places[piece] + index - self._starts[piece] + 1
        return end if self._before is None else self._before.after(end - 1)


def edited(
    text: str, edits: Iterable[Edit], before: Offsets | None = None
) -> tuple[str, Offsets | None]:
    """A text with edits made, which come in order; one that begins inside another is left out."""
    parts: list[str] = []
    starts, places, ends = [0], [0], [0]
    done = size = 0
    moved = False
    for start, end, new in edits:
        if start < done:
            continue
        parts += text[done:start], new
        size += start - done
        done = end
        if end - start == len(new) == 1:
            size += 1
            continue
        moved = True
        if new:
            _piece(starts, places, ends, (size, start, end))
            size += len(new)
        _piece(starts, places, ends, (size, end, 0))
    if not done:
        return text, before
    parts.append(text[done:])
    whole = "".join(parts)
    if not moved:
        return whole, before
    return whole, Offsets(starts, places, ends, len(whole) + 1, before)


def _piece(
    starts: list[int], places: list[int], ends: list[int], piece: tuple[int, int, int]
) -> None:
    if starts[-1] == piece[0]:
        starts[-1], places[-1], ends[-1] = piece
        return
    starts.append(piece[0])
    places.append(piece[1])
    ends.append(piece[2])
