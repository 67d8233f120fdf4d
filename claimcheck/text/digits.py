"""Numbers in digits: separators of thousands and decimals, spaces between groups, fractions."""

import re
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.text.lexicon import Lexicon, Scale
from claimcheck.text.tokens import Tokens


class Numeral(NamedTuple):
    """A number read at some token."""

    value: Fraction
    end: int
    """The token after it."""
    place: Fraction = Fraction(1)
    """What one unit of the last written digit is worth."""
    digits: bool = False
    """Whether it was written in digits."""
    scaled: bool = False
    """Whether a scale word multiplies it."""
    grouped: bool = False
    """Whether its thousands were set apart."""
    other: Fraction | None = None
    """What else it may be."""
    doubt: str = ""
    """Why: scale or separator."""
    low: Fraction | None = None
    """"Hundreds of": from this to under `high`."""
    high: Fraction | None = None
    about: bool = False
    scale: Scale | None = None
    """The last scale, which the first number of a range may share."""
    linked: bool = False
    """Whether `of` may stand before what is counted."""


# Longer numbers are no quantities; reading them exactly would only be slow.
MOST_DIGITS = 40


_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,'])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")


def digits_at(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """A number in digits; None if its separators make no sense."""
    text, end = _joined(tokens, i)
    spaced = end > i + 1
    if len(text) > MOST_DIGITS:
        return None
    marks = [c for c in text if not c.isdigit()]
    if not marks:
        return Numeral(Fraction(int(text)), end, digits=True, grouped=spaced)
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        group, decimal = marks[0], marks[-1]
        if _GROUPED.fullmatch(text) and not (spaced and group != "'"):
            return _decimal(text.replace(group, ""), decimal, end, grouped=True)
        if _INDIAN.fullmatch(text):
            return _decimal(text.replace(",", ""), ".", end, grouped=True)
        return None
    if len(set(marks)) > 1:
        return None
    mark = marks[0]
    if len(marks) > 1:
        fits = _GROUPED.fullmatch(text) or _INDIAN.fullmatch(text)
        return (
            Numeral(Fraction(int(text.replace(mark, ""))), end, digits=True, grouped=True)
            if fits
            else None
        )
    return _one_mark(text, mark, end, lex, spaced=spaced)


def _one_mark(text: str, mark: str, end: int, lex: Lexicon, *, spaced: bool) -> Numeral | None:
    """A number with one separator, which may stand before decimals or before thousands."""
    whole, rest = text.split(mark)
    decimal = _decimal(text, mark, end, grouped=spaced)
    if mark == "'":
        return (
            Numeral(Fraction(int(whole + rest)), end, digits=True, grouped=True)
            if len(rest) == 3
            else None
        )
    groups = len(rest) == 3 and 0 < len(whole) <= 3 and whole[0] != "0" and not spaced
    if mark == lex.decimal or not groups or mark not in lex.groups:
        return decimal
    other = decimal.value if lex.decimal == "," else None
    value = Fraction(int(whole + rest))
    return Numeral(
        value, end, digits=True, grouped=True, other=other, doubt="separator" if other else ""
    )


def _decimal(text: str, mark: str, end: int, *, grouped: bool) -> Numeral:
    whole, _, rest = text.partition(mark)
    place = Fraction(1, 10 ** len(rest))
    return Numeral(Fraction(int(whole + rest)) * place, end, place, digits=True, grouped=grouped)


def _joined(tokens: Tokens, i: int) -> tuple[str, int]:
    """Digits with the groups of three that follow after a space: 1 234 567,8."""
    text, end = tokens.raw[i], i + 1
    if len(text) > 3 or not text.isdigit() or text[0] == "0":
        return text, end
    while (
        tokens.is_number(end)
        and len(text) <= MOST_DIGITS
        and tokens.joins[end] == " "
        and tokens.starts[end] == tokens.ends[end - 1] + 1
    ):
        more = tokens.raw[end]
        if not more[:3].isdigit() or len(more) < 3 or (len(more) > 3 and more[3].isdigit()):
            break
        last = len(more) > 3
        if last and len([c for c in more if not c.isdigit()]) > 1:
            break
        text, end = text + more, end + 1
        if last:
            break
    return text, end


_VULGAR = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}


def with_fraction(tokens: Tokens, number: Numeral, lex: Lexicon) -> Numeral:
    """What a fraction adds to a whole number: 1½, 2 1/2, 2 et demi."""
    i = number.end
    if number.place != 1 or number.grouped:
        return number
    part = _VULGAR.get(tokens.word(i))
    if part is not None:
        return number._replace(value=number.value + part, end=i + 1, place=Fraction(1, 2))
    three = tokens.raw[i : i + 3]
    if len(three) == 3 and three[1] == "/" and tokens.is_number(i) and tokens.is_number(i + 2):
        glued = tokens.joins[i : i + 3] in ([" ", "", ""], ["-", "", ""])
        if (
            glued
            and three[0].isdigit()
            and three[2].isdigit()
            and 0 < int(three[0]) < int(three[2]) <= 16
        ):
            value = number.value + Fraction(int(three[0]), int(three[2]))
            return number._replace(value=value, end=i + 3, place=Fraction(1, 2))
    half = lex.half.at(tokens.words, i)
    if half is not None:
        return number._replace(
            value=number.value + Fraction(1, 2), end=half[1], place=Fraction(1, 2)
        )
    return number


def slashed_at(tokens: Tokens, i: int) -> tuple[Fraction, int] | None:
    """1/4, unless it is a part of something longer such as a date."""
    raw = tokens.raw
    if raw[i + 1 : i + 2] != ["/"] or not tokens.is_number(i + 2):
        return None
    if not (raw[i].isdigit() and raw[i + 2].isdigit()) or len(raw[i]) + len(raw[i + 2]) > 9:
        return None
    glued = tokens.joins[i + 1] == tokens.joins[i + 2] == ""
    longer = (i and raw[i - 1] == "/") or raw[i + 3 : i + 4] == ["/"]
    if not glued or longer or not 0 < int(raw[i]) < int(raw[i + 2]):
        return None
    return Fraction(int(raw[i]), int(raw[i + 2])), i + 3
