"""The written form of values: text to parts, by a quick pattern or, for the rest, the grammar."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.catalogue import either, tell

if TYPE_CHECKING:
    from lark import Lark

# A longer text is no value; parsing it would only be slow.
MAX_LENGTH = 300


class Part(NamedTuple):
    """One end of a value as written: `up to`, about, `50`, `billion`, `USD`."""

    limit: str
    about: bool
    number: str
    scale: str = ""
    unit: str = ""


class Notation(NamedTuple):
    """A value as written: one part, or the two ends of a range, either of which may be open."""

    first: Part | None
    second: Part | None
    is_range: bool


class NotationError(ValueError):
    """A text that is not in the notation: where it stopped making sense, and what could stand there."""

    def __init__(self, text: str, column: int, expected: str) -> None:
        super().__init__(f"{text!r}: expected {expected} at {column}")
        self.text = text
        self.column = column
        self.expected = expected


_LIMITS = {
    "up to": "up to",
    "..": "up to",
    "under": "under",
    "<": "under",
    "before": "under",
    "at most": "at most",
    "<=": "at most",
    "≤": "at most",
    "by": "at most",
    "over": "over",
    ">": "over",
    "after": "over",
    "at least": "at least",
    ">=": "at least",
    "≥": "at least",
    "since": "at least",
    "from": "from",
}

_WORD_LIMIT = r"(?:up to|under|at most|over|at least|from)\s|<=|>=|[<>≤≥]|\.\."
_AMOUNT = (
    rf"(?:({_WORD_LIMIT})\s*)?(?:(about\s|~)\s*)?(-?[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
    r"(?:\s*(thousand|million|billion|trillion)\b)?"
    r"(?:\s*([^\W\d_][^\s()<>=~,*+.]*|[%‰](?:/[^\W\d_]+)?|°[CF]))?"
)
_QUICK = re.compile(rf"{_AMOUNT}(?:(?:\s+to\s+|\s*\.\.\s*){_AMOUNT})?")


def read_notation(text: str) -> Notation:
    """Split a written number, amount or range into its parts; raises NotationError."""
    match = _QUICK.fullmatch(text)
    if match is None:
        return _parse(text, "value")
    limit, about, number, scale, unit, limit2, about2, number2, scale2, unit2 = match.groups()
    first = Part(_limit(limit), about is not None, number, scale or "", unit or "")
    if number2 is None:
        return Notation(first, None, False)
    return _range(
        first, Part(_limit(limit2), about2 is not None, number2, scale2 or "", unit2 or "")
    )


def write_notation(notation: Notation) -> str:
    """A value as text, such that reading it gives the same parts again."""
    first = _written(notation.first) if notation.first else ""
    if not notation.is_range:
        return first
    return f"{first} to {_written(notation.second)}" if notation.second else f"{first} .."


def _written(part: Part) -> str:
    about = "about" if part.about else ""
    return " ".join(w for w in (part.limit, about, part.number, part.scale, part.unit) if w)


def read_date_notation(text: str) -> Notation:
    """The same for a date: each number is an EDTF text."""
    if " " not in text and text[:1].isdigit():
        return Notation(Part("", False, text), None, False)
    return _parse(text, "date")


def _limit(text: str | None) -> str:
    return _LIMITS[" ".join(text.lower().split())] if text else ""


def _range(first: Part, second: Part) -> Notation:
    """The first end takes scale and unit of the second where it has none of its own."""
    if not first.unit:
        bare = not first.scale and "e" not in first.number.lower()
        first = first._replace(unit=second.unit, scale=second.scale if bare else first.scale)
    if first.about and not second.about and not second.limit:
        second = second._replace(about=True)
    return Notation(first, second, True)


@cache
def parser(start: str) -> "Lark":
    """The LALR parser of `grammar.lark` for a start symbol (value, date, expression)."""
    from lark import Lark

    return Lark.open(
        "grammar.lark", rel_to=__file__, start=start, parser="lalr", propagate_positions=True
    )


def parse_tree(text: str, start: str) -> Any:
    """The tree of `text`; raises NotationError with the column and what was expected there."""
    from lark.exceptions import UnexpectedInput

    if len(text) > MAX_LENGTH and start != "expression":
        raise NotationError(text[:40] + "…", MAX_LENGTH, tell("a shorter value"))
    try:
        return parser(start).parse(text)
    except UnexpectedInput as error:
        raise NotationError(text, *_stop(error, text)) from None


@lru_cache(4096)
def _parse(text: str, start: str) -> Notation:
    tree = parse_tree(text, start)
    ends = [_part(end) for end in tree.find_pred(lambda t: t.data in ("end", "date_end"))]
    ends = sorted(ends, key=lambda pair: pair[0])
    kinds = {node.data for node in tree.iter_subtrees()}
    first = ends[0][1]
    if kinds & {"open_range", "date_open"}:
        return Notation(first, None, True)
    if len(ends) == 1:
        return Notation(first, None, False)
    return _range(first, ends[1][1])


def _part(end: Any) -> tuple[int, Part]:
    tokens = {t.type: str(t) for t in end.scan_values(lambda _: True)}
    number = tokens.get("NUMBER") or tokens["EDTF"]
    limit, scale = _limit(tokens.get("LIMIT")), tokens.get("SCALE", "").lower()
    unit = " ".join(tokens.get("UNIT", "").split())
    return end.meta.start_pos, Part(limit, "ABOUT" in tokens, number, scale, unit)


_NAMES = {
    "NUMBER": tell("a number such as 41 or 41.5e9"),
    "POSITIVE": tell("a number"),
    "LIMIT": "up to, from, under, at most, over, at least",
    "ABOUT": "about",
    "SCALE": "thousand, million, billion, trillion",
    "UNIT": tell("a unit (MWh, EUR)"),
    "_TO": "to",
    "_DOTS": "..",
    "EDTF": tell("a date such as 2026-01-30"),
    "NAME": tell("a name"),
    "LPAR": "(",
    "RPAR": ")",
    "COMMA": tell("a comma"),
    "SUM_SIGN": "+ or -",
    "PRODUCT_SIGN": "* or /",
    "COMPARISON": tell("a comparison (== <= >= < >)"),
    "$END": tell("the end"),
}


def _stop(error: Any, text: str) -> tuple[int, str]:
    """Column of the error and what was expected there, in words."""
    allowed = set(getattr(error, "allowed", None) or getattr(error, "expected", None) or ())
    column = getattr(error, "pos_in_stream", None)
    at_end = column is None or column < 0 or getattr(error, "token", None) == ""
    words = [words for name, words in _NAMES.items() if name in allowed]
    return (len(text) if at_end or column is None else column), (
        either(words) or tell("something else")
    )
