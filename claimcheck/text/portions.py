"""Portions of a unit: half a percentage point, a quarter of a mile, 3/4 cup, quart de litre."""

from claimcheck.exact import Fraction
from claimcheck.text.digits import Numeral, slashed_at
from claimcheck.text.lexicon import Lexicon
from claimcheck.text.measures import is_time, measure_at, sure
from claimcheck.text.numerals import fraction_at
from claimcheck.text.parts import Part
from claimcheck.text.tokens import Tokens


def half_unit(tokens: Tokens, i: int, lex: Lexicon) -> Part | None:
    """Half a percentage point, un demi-point, a quarter of a mile, 3/4 cup, quart de litre."""
    found = _simple_fraction(tokens, i, lex)
    slashed = tokens.is_number(i)
    if found is None:
        return None
    value, end = found
    for skipped in range(3):
        unit = measure_at(tokens, end + skipped, lex)
        if unit is not None and (slashed or not is_time(unit[0])):
            numeral = Numeral(value, end + skipped, value, digits=slashed)
            bare = unit[0].bare and unit[0].kind != "points" and unit[0].care != "stuff"
            place = (end + skipped, unit[1])
            if bare and not sure(tokens, unit[0], numeral, place, lex, i):
                return None
            return Part(numeral, unit[0], i, unit[1])
        if tokens.word(end + skipped) not in lex.of | lex.articles:
            return None
    return None


def _simple_fraction(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Fraction, int] | None:
    """Half, a half, two thirds, 3/4, or a third part without a number before it; and the token after it."""
    if tokens.is_number(i):
        return slashed_at(tokens, i)
    found = fraction_at(tokens, i, lex)
    if found is not None:
        return found
    if tokens.word(i) in lex.half_words:
        return Fraction(1, 2), i + 1
    if tokens.word(i) in lex.articles and tokens.word(i + 1) in lex.half_words:
        return Fraction(1, 2), i + 2
    part = lex.denominators.get(tokens.word(i))
    if part is None or (i and tokens.words[i - 1] in lex.numerators):
        return None
    if tokens.word(i + 1) in lex.of or tokens.join(i + 1) == "-":
        return Fraction(1, part), i + 1
    return None
