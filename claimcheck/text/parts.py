"""A number with the unit that belongs to it: $5, 3 km, 15 dollars 50, 50 euros par MWh."""

from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.model.units import parse_unit
from claimcheck.text.counts import noun_after
from claimcheck.text.digits import Numeral
from claimcheck.text.lexicon import Lexicon, Measure
from claimcheck.text.measures import is_time, measure_at, priced, unit_after
from claimcheck.text.numerals import number_at
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


def part_at(tokens: Tokens, i: int, lex: Lexicon) -> Part | None:
    """The number that begins with token i, with a currency before it or a unit after it."""
    before = _currency_before(tokens, i, lex)
    numeral = number_at(tokens, i, lex, money=before is not None)
    if numeral is None:
        return None
    start = i if before is None else before[1]
    if before is None and _is_decimals(tokens, i, lex):
        digits = 10 ** len(tokens.raw[i])
        numeral = numeral._replace(value=numeral.value / digits, place=numeral.place / digits)
        start = i - 1
    negative, start = _sign(tokens, start, lex)
    measure: Measure | None
    if before is not None:
        measure, end = priced(tokens, before[0], numeral.end, lex)
    else:
        measure, end = unit_after(tokens, numeral, lex, start)
    if before is None and measure is None and negative and not tokens.is_number(i):
        negative = False
    part = _below_zero(tokens, Part(numeral, measure, start, end, negative), lex)
    measure, end = part.measure, part.end
    if measure is not None and _cold(tokens, start, measure):
        part = part._replace(negative=True, start=start - 1)
    half = lex.half.at(tokens.words, end) if measure is not None and not numeral.scaled else None
    if half is not None:  # deux heures et demie
        more = numeral._replace(value=numeral.value + Fraction(1, 2), place=Fraction(1, 2))
        return part._replace(numeral=more, end=half[1])
    return with_lesser(tokens, with_cents(tokens, part, lex), lex)


def _currency_before(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Measure, int] | None:
    """The currency whose sign, code or name stands before a number in digits, and its first token."""
    if not tokens.is_number(i) or tokens.joins[i] == "-":
        return None
    found = lex.symbols.before(tokens.raw, i)
    if found is None or found[0].kind != "money":
        return _name_before(tokens, i, lex)
    return None if _belongs_to_number_before(tokens, found[1], lex) else found


def _name_before(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Measure, int] | None:
    """The name of a currency right before its number, where nothing else is likely: ringgit 42 million."""
    if i == 0 or tokens.joins[i] != " " or not tokens.is_word(i - 1):
        return None
    found = lex.measures.before(tokens.words, i)
    if found is None or found[0].kind != "money" or found[0].bare or found[0].times != 1:
        return None
    start = found[1]
    open_before = (
        start == 0 or not tokens.is_word(start - 1) or tokens.words[start - 1] in lex.no_nouns
    )
    if not open_before or tokens.words[start - 1 if start else 0] in lex.determiners - lex.of:
        return None
    numeral = number_at(tokens, i, lex, money=True)
    if numeral is None or (numeral.value == int(numeral.value) and 1000 <= numeral.value < 2200):
        return None
    closed = numeral.end >= len(tokens.raw) or not (
        tokens.is_word(numeral.end) and tokens.words[numeral.end] not in lex.no_nouns
    )
    return found if closed and measure_at(tokens, numeral.end, lex) is None else None


def _is_decimals(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether a point right before digits makes them decimals: .75 cups."""
    if lex.decimal != "." or i == 0 or tokens.raw[i - 1] != "." or tokens.joins[i] != "":
        return False
    return tokens.raw[i].isdigit() and (i == 1 or tokens.joins[i - 1] == " ")


def _below_zero(tokens: Tokens, part: Part, lex: Lexicon) -> Part:
    """Two degrees below zero."""
    found = lex.context.below_zero.at(tokens.words, part.end)
    if found is None or not (part.measure or part.numeral.digits):
        return part
    measure = part.measure or Measure("quantity", "°C", assumed=True)
    if measure.kind != "quantity" or parse_unit(measure.unit).dimension != "K:1":
        return part
    return part._replace(measure=measure, end=found[1], negative=True)


def _cold(tokens: Tokens, start: int, measure: Measure) -> bool:
    """Whether a hyphen apart from a number of degrees is a minus; at the beginning it opens a list."""
    if measure.kind != "quantity" or start < 2 or tokens.raw[start - 1] not in ("-", "–"):
        return False
    apart = tokens.joins[start] == tokens.joins[start - 1] == " " and tokens.is_word(start - 2)
    return apart and parse_unit(measure.unit).dimension == "K:1"


def _belongs_to_number_before(tokens: Tokens, start: int, lex: Lexicon) -> bool:
    """Whether a currency belongs to a number before it: `5 $`, "1 USD 23 cents", but "in 2024 USD 23m"."""
    if start == 0 or not tokens.is_number(start - 1) or tokens.join(start + 1) == "":
        return False
    if not tokens.raw[start].isalpha():
        return lex.decimal == ","
    return not (len(tokens.raw[start - 1]) == 4 and tokens.raw[start - 1].isdigit())


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


def with_cents(tokens: Tokens, part: Part, lex: Lexicon) -> Part:
    """15 dollars 50, 3 euros et 20 centimes, $20 and 43c."""
    measure, i = part.measure, part.end
    if measure is None or measure.kind != "money" or part.numeral.scaled or measure.times != 1:
        return part
    joined = tokens.word(i) in (lex.joiner, ",")
    more = number_at(tokens, i + joined, lex) if i + joined < len(tokens.raw) else None
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
    elif tokens.word(more.end) in ("c", "¢") and tokens.join(more.end) == "":
        cents, end = more.value / 100, more.end + 1
    elif found is None and _bare_cents(tokens, i, more, lex) and not (joined and more.value < 20):
        cents, end = more.value / 100, more.end
    else:
        return part
    numeral = part.numeral._replace(value=part.numeral.value + cents, place=Fraction(1, 100))
    return part._replace(numeral=numeral, end=end)


def _bare_cents(tokens: Tokens, i: int, cents: Numeral, lex: Lexicon) -> bool:
    """Whether two digits after a currency are cents: not in "3 euros 50 places", "$20 and 43 more"."""
    at = cents.end - 1
    if not cents.digits:  # twelve dollars thirty-five
        last = cents.end >= len(tokens.raw) or tokens.raw[cents.end] in ".,;:!?)"
        return cents.value >= 10 and last and tokens.is_word(i)
    closed = cents.end >= len(tokens.raw) or not tokens.is_word(cents.end)
    return (
        at >= i
        and tokens.raw[at].isdigit()
        and len(tokens.raw[at]) == 2
        and tokens.joins[at] in (" ", "")
        and (at == i or (closed and tokens.raw[i] != ","))
        and (lex.decimal == "," or closed or tokens.words[cents.end] in lex.no_nouns)
        and tokens.word(cents.end) not in _MARKS
        and noun_after(tokens, cents, lex) is None
    )


_MARKS = frozenset(("%", "-", "–", "/", "$", "€", "£", "°"))


def with_lesser(tokens: Tokens, part: Part, lex: Lexicon) -> Part:
    """7 feet 10 inches, 2 km and 1 metre: one quantity, in the last unit.

    A comma joins only units that are no decimal parts of each other: "5 km, 800 m" are two.
    """
    while True:
        measure, i = part.measure, part.end
        if measure is None or measure.kind != "quantity" or part.negative:
            return part
        if part.numeral.place != 1 or part.numeral.about or part.numeral.value == 0:
            return part
        comma = tokens.word(i) == ","
        i += comma
        i += tokens.word(i) == lex.joiner
        more = number_at(tokens, i, lex) if i < len(tokens.raw) else None
        if more is None or more.scaled or more.about:
            return part
        other, end = unit_after(tokens, more, lex)
        if other is None or other.kind != "quantity" or other.unit == measure.unit:
            return part
        whole, lesser = parse_unit(measure.unit), parse_unit(other.unit)
        if whole.dimension != lesser.dimension or whole.offset or lesser.offset:
            return part
        ratio = whole.factor / lesser.factor
        decimal = str(ratio).strip("0") == "1"
        loose = i == part.end or not (decimal or is_time(measure))  # 2 yards and 7 feet
        if (
            ratio.denominator != 1
            or ratio <= 1
            or (more.value >= ratio and not loose)
            or (comma and decimal)
        ):
            return part
        value = part.numeral.value * ratio + more.value
        part = Part(more._replace(value=value), other, part.start, end)


def is_weak(tokens: Tokens, part: Part, lex: Lexicon) -> bool:
    """Whether the number is a lone "un" or "one", which may be an article."""
    return part.numeral.end == part.start + 1 and tokens.word(part.start) in lex.never
