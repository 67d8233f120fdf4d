"""Rows of characters with colours: text is put at columns, and read off as a line."""

from typing import NamedTuple

from claimcheck.report import Style
from claimcheck.report.cells import pieces, width

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "frame": "34",
    "bold": "1",
    "help": "1;32",
}


class Part(NamedTuple):
    """A stretch of a row in one colour; empty for that of the terminal."""

    text: str
    color: str = ""


class Row:
    """A row of columns, of which a wide character fills two; what is put later covers what was there."""

    def __init__(self) -> None:
        self._put: list[tuple[int, str, str]] = []

    def put(self, column: int, text: str, color: str = "") -> None:
        """Put a text, from `column` on."""
        self._put.append((column, text, color))

    def put_row(self, column: int, row: "Row") -> None:
        """Put all of another row, from `column` on."""
        self._put += ((column + own, text, color) for own, text, color in row._put)

    def parts(self) -> list[Part]:
        """The row from its first column, in stretches of one colour, blanks without any."""
        parts: list[Part] = []
        end = 0
        for column, text, color in sorted(self._put, key=lambda put: put[0]):
            if column < end:
                return self._covered()
            parts += (Part(" " * (column - end)), Part(text, color))
            end = column + width(text)
        return parts

    def _covered(self) -> list[Part]:
        """The row where some text covers other text: character by character."""
        cells: dict[int, Part] = {}
        for column, text, color in self._put:
            for piece in pieces(text):
                size = width(piece)
                cells.update((column + n, Part("", color)) for n in range(1, size))
                if size:
                    cells[column] = Part(piece, color)
                column += size
        parts: list[Part] = []
        for column in range(max(cells, default=-1) + 1):
            text, color = cells.get(column, Part(" "))
            if parts and parts[-1].color == color:
                parts[-1] = Part(parts[-1].text + text, color)
            else:
                parts.append(Part(text, color))
        return parts


def painted(parts: list[Part], style: Style) -> str:
    """Parts as a line without blanks at its end, in colours where there are any."""
    if not style.color:
        return "".join(part.text for part in parts).rstrip()
    while parts and not parts[-1].text.strip():
        parts = parts[:-1]
    if not parts:
        return ""
    last = Part(parts[-1].text.rstrip(), parts[-1].color)
    return "".join(paint(part.text, part.color, style) for part in (*parts[:-1], last))


def paint(text: str, color: str, style: Style) -> str:
    """A text in a colour of this report, where it has colours."""
    return f"\x1b[{_CODES[color]}m{text}\x1b[0m" if style.color and color and text else text
