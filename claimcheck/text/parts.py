"""A number with the unit that belongs to it: $5, 3 km, 15 dollars 50, 50 euros par MWh."""

from fractions import Fraction
from typing import NamedTuple

from claimcheck.model.units import UnknownUnit, parse_unit
from claimcheck.text.counts import noun_after
from claimcheck.text.lexicon import Lexicon, Measure
from claimcheck.text.numerals import Numeral, fraction_at, number_at
from claimcheck.text.tokens import Tokens


class Part(NamedTuple):
    """A number with the unit that belongs to it, at some tokens."""

    numeral: Numeral
    measure: Measure | None
    start: int
    end: int
    negative: bool = False

    @property
    def sign(self) -> int:
        """-1 if it is written as negative."""
        return -1 if self.negative else 1


class Amount(NamedTuple):
    """What is said at tokens start to end: one number, or the low and the high end of a range."""

    measure: Measure
    low: Fraction | None
    high: Fraction | None
    start: int
    end: int
    numeral: Numeral
    high_open: bool = False
    is_range: bool = False
    tail: int = 0
    """The token after all that belongs to it: the noun that is counted, too."""


def is_time(measure: Measure) -> bool:
    """Whether it is a unit of time."""
    return measure.kind == "quantity" and parse_unit(measure.unit).dimension == "s:1"


COUNT = Measure("count", "")


FRACTION = Measure("share", "")


def part_at(tokens: Tokens, i: int, lex: Lexicon) -> Part | None:
    """The number that begins with token i, with a currency before it or a unit after it."""
    before = lex.symbols.before(tokens.raw, i)
    if before is not None and (
        before[0].kind != "money" or tokens.joins[i] == "-" or not tokens.is_number(i)
    ):
        before = None
    if before is not None and _belongs_to_number_before(tokens, before[1], lex):
        before = None
    numeral = number_at(tokens, i, lex, money=before is not None)
    if numeral is None:
        return None
    start = i if before is None else before[1]
    negative, start = _sign(tokens, start, lex)
    if before is not None:
        measure, end = priced(tokens, before[0], numeral.end, lex)
    else:
        measure, end = unit_after(tokens, numeral, lex)
    if before is None and measure is None and negative and not tokens.is_number(i):
        negative = False
    part = Part(numeral, measure, start, end, negative)
    half = lex.half.at(tokens.words, end) if measure is not None and not numeral.scaled else None
    if half is not None:  # deux heures et demie
        more = numeral._replace(value=numeral.value + Fraction(1, 2), place=Fraction(1, 2))
        return part._replace(numeral=more, end=half[1])
    return _with_cents(tokens, part, lex)


def _belongs_to_number_before(tokens: Tokens, start: int, lex: Lexicon) -> bool:
    """Whether a currency's sign follows the number before it: `5 $ 30 %`."""
    if start == 0 or tokens.raw[start].isalpha():
        return False
    return tokens.is_number(start - 1) and lex.decimal == "," and tokens.joins[start + 1] != ""


def _sign(tokens: Tokens, start: int, lex: Lexicon) -> tuple[bool, int]:
    """Whether a minus stands before a number, and the first token with it."""
    sign, before = tokens.word(start - 1), tokens.join(start - 1)
    if sign == "-" and tokens.joins[start] == "":
        glued = start > 1 and before == "" and tokens.raw[start - 2][-1].isalnum()
        return (False, start) if glued else (True, start - 1)
    if sign == "+" and tokens.joins[start] == "":
        return False, start - 1
    if sign in lex.minus and lex.hedges_left.before(tokens.words, start) is None:
        plain = start < 2 or not (
            tokens.is_number(start - 2) or tokens.word(start - 2) in lex.determiners
        )
        return plain, start - 1 if plain else start
    return False, start


def unit_after(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> tuple[Measure | None, int]:
    """The unit that follows a number, and the token after it."""
    i = numeral.end
    found = measure_at(tokens, i, lex)
    if found is None and tokens.word(i) in lex.of and (numeral.linked or numeral.scaled):
        found = measure_at(tokens, i + 1, lex)
    if found is None:
        return None, i
    measure, end = found
    if measure.bare and not _sure(tokens, measure, numeral, i, end, spaced=lex.decimal == ","):
        return None, i
    return priced(tokens, measure, end, lex)


def _sure(
    tokens: Tokens, measure: Measure, numeral: Numeral, i: int, end: int, *, spaced: bool
) -> bool:
    """Whether a word that may mean something else is a unit here: "12 won", "1990s", "3.5m"."""
    if measure.kind == "points":
        return True
    if measure.kind == "money":
        return numeral.scaled
    if end == i + 1 and len(tokens.raw[i]) == 1:
        glued = tokens.joins[i] == "" or spaced or (tokens.raw[i] == "m" and numeral.grouped)
        return numeral.digits and (numeral.place < 1 if tokens.raw[i] == "s" else glued)
    return numeral.digits or numeral.scaled or is_time(measure)


def measure_at(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Measure, int] | None:
    if i >= len(tokens.raw):
        return None
    symbol, name = lex.symbols.at(tokens.raw, i), lex.measures.at(tokens.words, i)
    if symbol is None or (name is not None and name[1] > symbol[1]):
        return name
    after = tokens.join(symbol[1])
    if after == "" and tokens.is_word(symbol[1]) and tokens.raw[symbol[1] - 1].isalpha():
        return name
    # a sign that belongs to the next number: "3 à $5"
    if (
        symbol[0].kind == "money"
        and tokens.joins[i] != ""
        and after == ""
        and tokens.is_number(symbol[1])
    ):
        return name
    return symbol


def priced(tokens: Tokens, measure: Measure, end: int, lex: Lexicon) -> tuple[Measure, int]:
    """A price by the unit: euros par MWh. A rate by the year leaves the year out."""
    link = lex.per.at(tokens.words, end)
    if link is None:
        return measure, end
    other = measure_at(tokens, link[1], lex)
    articled = tokens.word(end) in lex.determiners or tokens.word(end) in lex.articles
    if other is None or other[0].kind != "quantity" or measure.kind not in ("money", "quantity"):
        return measure, end
    if measure.kind == "quantity" and articled:  # "7 mm le baril"
        return measure, end
    name = f"{measure.unit}/{other[0].unit}"
    try:
        if is_time(other[0]):
            return measure, end
        parse_unit(name)
    except UnknownUnit:
        return measure, end
    return Measure("quantity", name, measure.times), other[1]


def _with_cents(tokens: Tokens, part: Part, lex: Lexicon) -> Part:
    """15 dollars 50, 3 euros et 20 centimes."""
    measure, i = part.measure, part.end
    if measure is None or measure.kind != "money" or part.numeral.scaled or measure.times != 1:
        return part
    if tokens.word(i) in (lex.joiner, ","):
        i += 1
    more = number_at(tokens, i, lex) if i < len(tokens.raw) else None
    if (
        more is None
        or more.scaled
        or more.value >= 100
        or part.numeral.place < 1
        or more.place != 1
    ):
        return part
    found = measure_at(tokens, more.end, lex)
    if found is not None and found[0].kind == "money" and found[0].times < 1:
        cents, end = more.value * found[0].times, found[1]
    elif found is None and i == part.end and _bare_cents(tokens, i, more, lex):
        cents, end = more.value / 100, more.end
    else:
        return part
    numeral = part.numeral._replace(value=part.numeral.value + cents, place=Fraction(1, 100))
    return part._replace(numeral=numeral, end=end)


def _bare_cents(tokens: Tokens, i: int, cents: Numeral, lex: Lexicon) -> bool:
    """Whether two digits after a currency are cents: not in "3 euros 50 places"."""
    return (
        tokens.raw[i].isdigit()
        and len(tokens.raw[i]) == 2
        and tokens.joins[i] in (" ", "")
        and lex.decimal == ","
        and noun_after(tokens, cents, lex) is None
    )


def half_unit(tokens: Tokens, i: int, lex: Lexicon) -> Part | None:
    """Half a percentage point, un demi-point, a quarter of a mile."""
    found = fraction_at(tokens, i, lex)
    if found is None and tokens.word(i) in lex.half_words:
        found = (Fraction(1, 2), i + 1)
    elif found is None and tokens.word(i) in lex.articles and tokens.word(i + 1) in lex.half_words:
        found = (Fraction(1, 2), i + 2)
    if found is None:
        return None
    value, end = found
    for skipped in range(3):
        unit = measure_at(tokens, end + skipped, lex)
        if unit is not None and not is_time(unit[0]):
            numeral = Numeral(value, end + skipped, value)
            return Part(numeral, unit[0], i, unit[1])
        if tokens.word(end + skipped) not in lex.of | lex.articles:
            return None
    return None


def is_weak(tokens: Tokens, part: Part, lex: Lexicon) -> bool:
    """Whether the number is a lone "un" or "one", which may be an article."""
    return part.numeral.end == part.start + 1 and tokens.word(part.start) in lex.never
