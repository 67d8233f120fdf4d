"""Amounts in a sentence: numbers with their units, ranges of them, fractions, counts of things."""

from fractions import Fraction
from typing import NamedTuple

from claimcheck.model.units import UnknownUnit, parse_unit
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


def amounts_at(
    tokens: Tokens, i: int, lex: Lexicon, context: Measure | None = None
) -> list[Amount]:
    """What stands at token i: nothing, an amount, or the two ends of a change.

    `context` is the unit of a bare number, as a table's header gives it.
    """
    first = _half_unit(tokens, i, lex) or part_at(tokens, i, lex)
    share = _share(tokens, i, lex)
    if share is not None and (first is None or first.end <= share.tail):
        return [_between_shares(tokens, share, lex)]
    if first is None:
        return []
    if first.numeral.high is not None:
        return _order(tokens, first, lex)
    ranged = _range(tokens, first, lex, context)
    if ranged is not None:
        return ranged
    one = _one_of(tokens, first, lex) or _single(tokens, first, lex, context)
    return [] if one is None else [one]


# ---- one number with its unit


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
    found = _measure_at(tokens, i, lex)
    if found is None and tokens.word(i) in lex.of and (numeral.linked or numeral.scaled):
        found = _measure_at(tokens, i + 1, lex)
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


def _measure_at(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Measure, int] | None:
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
    other = _measure_at(tokens, link[1], lex)
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
    found = _measure_at(tokens, more.end, lex)
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


# ---- ranges


def _range(
    tokens: Tokens, first: Part, lex: Lexicon, context: Measure | None
) -> list[Amount] | None:
    """A range, or the two ends of a change, that begin with a part."""
    link = _to(tokens, first, lex)
    if link is None:
        return None
    kind, at = link
    second = part_at(tokens, at, lex)
    if second is None and tokens.word(at) in lex.determiners | lex.of:
        at += 1
        second = part_at(tokens, at, lex)
    if second is None:
        at += 1
        symbol = lex.symbols.at(tokens.raw, at - 1)
        second = part_at(tokens, symbol[1], lex) if symbol and symbol[0].kind == "money" else None
    if second is None or second.numeral.high is not None or (second.negative and kind == "dash"):
        return None
    if second.measure is None and _weak(tokens, second, lex):
        return None
    measure = second.measure or first.measure
    if (
        first.measure is not None
        and second.measure is not None
        and not _alike(first.measure, second.measure)
    ):
        return None
    if measure is None:
        counted = noun_after(tokens, second.numeral, lex)
        evident = kind != "dash" or first.numeral.scaled or second.numeral.grouped
        if context is None and counted is None and not (second.numeral.scaled and evident):
            return None
        measure = context if context is not None else COUNT
    low, high = _ends(first, second)
    low, high = low * (first.measure or measure).times, high * (second.measure or measure).times
    if kind == "to" and (low > high or _is_change(tokens, first.start, measure, lex)):
        return _change(tokens, first, second, measure, low, high, lex)
    if low >= high and kind != "to":
        return None
    tail = noun_after(tokens, second.numeral, lex) if measure.kind == "count" else None
    return [
        Amount(
            measure,
            low,
            high,
            first.start,
            second.end,
            second.numeral,
            is_range=True,
            tail=tail or second.end,
        )
    ]


def _change(
    tokens: Tokens,
    first: Part,
    second: Part,
    measure: Measure,
    low: Fraction,
    high: Fraction,
    lex: Lexicon,
) -> list[Amount]:
    """From one value to another: two amounts."""
    return [
        Amount(measure, low, low, first.start, first.end, first.numeral, tail=first.end),
        Amount(measure, high, high, second.start, second.end, second.numeral, tail=second.end),
    ]


def _to(tokens: Tokens, first: Part, lex: Lexicon) -> tuple[str, int] | None:
    """What joins two numbers, "to", "and" or a dash, and the token after it."""
    i = first.end
    if tokens.join(i) == "-" and tokens.is_number(i):
        return "dash", i
    if tokens.word(i) in lex.dashes and tokens.join(i) == "" and tokens.join(i + 1) == "":
        return "dash", i + 1
    if (
        tokens.word(i) in lex.dashes
        and tokens.join(i) == " "
        and tokens.word(i) != "-"
        and tokens.is_number(i + 1)
    ):
        return "dash", i + 1
    if tokens.word(i) in lex.between_and and _after_between(tokens, first.start, lex):
        return "and", i + 1
    found = lex.to.at(tokens.words, i)
    return None if found is None else ("to", found[1])


def _after_between(tokens: Tokens, start: int, lex: Lexicon) -> bool:
    before = start - 1
    while before >= 0 and before > start - 3 and tokens.word(before) in lex.determiners:
        before -= 1
    found = lex.hedges_left.before(tokens.words, before + 1)
    return tokens.word(before) in lex.between or (
        found is not None and tokens.word(found[1] - 1) in lex.between
    )


def _alike(one: Measure, other: Measure) -> bool:
    return one.kind == other.kind and one.unit == other.unit


def _ends(first: Part, second: Part) -> tuple[Fraction, Fraction]:
    """The two numbers; the first shares the scale of the second if it has none and stays below."""
    low, high = first.numeral.value, second.numeral.value
    scale = second.numeral.scale
    open_end = (
        first.measure is None or first.end == first.numeral.end
    )  # its currency stands before it
    if (
        not first.numeral.scaled
        and scale is not None
        and open_end
        and (low * scale.value <= high or low < 1000)
    ):
        low *= scale.value
    elif (
        not second.numeral.scaled
        and first.numeral.scale is not None
        and second.measure is None
        and high < 1000
    ):
        high *= first.numeral.scale.value
    return low * first.sign, high * second.sign


def _is_change(tokens: Tokens, start: int, measure: Measure, lex: Lexicon) -> bool:
    """Whether "from 3 to 5" tells of a change: a verb of change stands close before it."""
    i = start - 1
    found = lex.range_from.before(tokens.words, start)
    if found is None:
        return False
    i = found[1]
    for back in range(1, 9):
        if i - back < 0 or tokens.is_number(i - back) or tokens.raw[i - back] in ".;:":
            return False
        if lex.changes.at(tokens.words, i - back):
            return True
        if measure.kind not in ("share", "points") and lex.changes_by.at(tokens.words, i - back):
            return True
    return False


# ---- single numbers


def _order(tokens: Tokens, part: Part, lex: Lexicon) -> list[Amount]:
    """Hundreds of something: from 200 to under 1000."""
    numeral = part.numeral
    assert numeral.low is not None and numeral.high is not None
    measure = part.measure or COUNT
    if (
        part.measure is None
        and noun_after(tokens, numeral, lex) is None
        and tokens.word(part.end) not in lex.of
    ):
        return []
    low, high = numeral.low * measure.times, numeral.high * measure.times
    tail = noun_after(tokens, numeral, lex) or part.end
    return [
        Amount(
            measure,
            low,
            high,
            part.start,
            part.end,
            numeral,
            high_open=True,
            is_range=True,
            tail=tail,
        )
    ]


def _single(tokens: Tokens, part: Part, lex: Lexicon, context: Measure | None) -> Amount | None:
    numeral, measure = part.numeral, part.measure
    tail = part.end
    if measure is None:
        noun = noun_after(tokens, numeral, lex) or _noun_after_hedge(tokens, numeral, lex)
        if context is not None and noun is None:
            measure = context
        elif _counts(tokens, part, lex, noun):
            measure, tail = COUNT, noun or part.end
        else:
            return None
    elif _weak(tokens, part, lex) and measure.kind in ("quantity", "count"):
        if is_time(measure):
            return None
    elif measure.kind == "points" and measure.bare and tokens.word(part.start) in lex.never:
        return None
    value = numeral.value * measure.times * part.sign
    return Amount(measure, value, value, part.start, part.end, numeral, tail=tail)


def _weak(tokens: Tokens, part: Part, lex: Lexicon) -> bool:
    """Whether the number is a lone "un" or "one", which may be an article."""
    return part.numeral.end == part.start + 1 and tokens.word(part.start) in lex.never


def _counts(tokens: Tokens, part: Part, lex: Lexicon, noun: int | None) -> bool:
    """Whether a bare number counts something."""
    numeral = part.numeral
    if tokens.word(numeral.end) in lex.times_words or (
        numeral.place < 1 and not numeral.scaled and not noun
    ):
        return False
    if _weak(tokens, part, lex):
        return False
    if numeral.scaled or numeral.grouped or numeral.linked:
        return (
            noun is not None
            or numeral.scaled
            or numeral.grouped
            or tokens.word(numeral.end) in lex.of
        )
    if tokens.word(part.start - 1) in lex.definite and numeral.value <= 10:
        return False
    if noun is not None:
        return True
    if (
        numeral.digits
        and lex.hedges_left.before(tokens.words, part.start)
        and tokens.word(numeral.end) != ":"
    ):
        return True
    return (
        (numeral.digits or numeral.value > 10)
        and numeral.value >= 2
        and lex.counted_after.at(tokens.words, numeral.end) is not None
    )


def noun_after(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> int | None:
    """The token after the plural noun that a number counts, if one follows it."""
    i = numeral.end
    if tokens.word(i) in lex.of and (numeral.linked or numeral.scaled or numeral.about):
        i += 1
    for step in range(lex.adjectives + 1):
        at = i + step
        if at >= len(tokens.raw) or not tokens.raw[at].isalpha():
            return None
        word = tokens.words[at]
        if not tokens.raw[at].islower() and not _people(tokens, at, step, numeral, lex):
            return None
        if word in lex.no_nouns or word in lex.times_words or tokens.joins[at] == "":
            return None
        if word in lex.irregular_plurals or _is_plural(word, lex) or numeral.place < 1:
            return at + 1
    return None


def _noun_after_hedge(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> int | None:
    """The noun in "30 or so islanders"."""
    hedge = lex.hedges_right.at(tokens.words, numeral.end)
    return None if hedge is None else noun_after(tokens, numeral._replace(end=hedge[1]), lex)


def _people(tokens: Tokens, at: int, step: int, numeral: Numeral, lex: Lexicon) -> bool:
    """Whether a word in capitals is what is counted: 51 Republicans; not in a heading or a postal code."""
    if step or numeral.end < 2 or (numeral.digits and not numeral.grouped and numeral.value > 999):
        return False
    return not tokens.raw[at].isupper()


def _is_plural(word: str, lex: Lexicon) -> bool:
    if len(word) < 3:
        return False
    if lex.decimal == ",":
        return word[-1] in "sxz"
    return word[-1] == "s" and word[-2:] not in ("ss", "us", "is")


# ---- shares


def _share(tokens: Tokens, i: int, lex: Lexicon) -> Amount | None:
    """Deux tiers des, half of: a share without a unit."""
    found = fraction_at(tokens, i, lex)
    if found is None:
        return None
    value, end = found
    inside = tokens.word(end - 1) in lex.after_fraction
    if tokens.word(end) in lex.not_after_fraction:
        return None
    if not (
        inside
        or tokens.word(end) in lex.after_fraction
        or _evident(tokens, i, lex)
        or _and_share(tokens, end, i, lex)
    ):
        return None
    if lex.decimal == "," and tokens.word(end + 1) in lex.not_after_fraction:
        return None
    unit = _measure_at(tokens, end, lex)
    if unit is not None and unit[0].kind == "share":
        return None
    numeral = Numeral(value, end)
    stop = end - 1 if inside and tokens.word(end - 1) in lex.of | lex.determiners else end
    return Amount(FRACTION, value, value, i, stop, numeral, tail=end)


def _evident(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether two words can be nothing but a fraction: two-thirds, trois quarts."""
    plural = bool(lex.joined) and lex.numerators.get(tokens.word(i), 0) > 1
    return plural or tokens.join(i + 1) == "-"


def _and_share(tokens: Tokens, end: int, start: int, lex: Lexicon) -> bool:
    """Whether "between a third" goes on with another share."""
    return tokens.word(end) in lex.between_and and tokens.word(start - 1) in lex.between


def _between_shares(tokens: Tokens, first: Amount, lex: Lexicon) -> Amount:
    """Entre un tiers et la moitié: the range, if it is one."""
    if not _and_share(tokens, first.end, first.start, lex):
        return first
    second = _share(tokens, first.end + 1, lex)
    if (
        second is None
        and tokens.word(first.end + 1) in lex.articles
        and tokens.word(first.end + 2) in lex.half_words
    ):
        end = first.end + 3
        second = first._replace(low=Fraction(1, 2), high=Fraction(1, 2), end=end, tail=end)
    if second is None or second.low is None or first.low is None or second.low <= first.low:
        return first
    return first._replace(high=second.high, end=second.end, tail=second.tail, is_range=True)


def _half_unit(tokens: Tokens, i: int, lex: Lexicon) -> Part | None:
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
        unit = _measure_at(tokens, end + skipped, lex)
        if unit is not None and not is_time(unit[0]):
            numeral = Numeral(value, end + skipped, value)
            return Part(numeral, unit[0], i, unit[1])
        if tokens.word(end + skipped) not in lex.of | lex.articles:
            return None
    return None


# Seven in ten: what shares are counted by.
_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000))


def _one_of(tokens: Tokens, first: Part, lex: Lexicon) -> Amount | None:
    """Un Français sur cinq, one in five: a share."""
    if first.measure is not None or first.numeral.place != 1:
        return None
    for at in range(first.end, min(first.end + 3, len(tokens.words))):
        if not tokens.raw[at][0].isalpha():
            return None
        link = lex.one_of.at(tokens.words, at)
        if link is None:
            continue
        whole = number_at(tokens, link[1], lex)
        if whole is None or whole.value not in _WHOLES or not first.numeral.value < whole.value:
            return None
        if unit_after(tokens, whole, lex)[0] is not None and at == first.end:
            return None
        value = first.numeral.value / whole.value
        return Amount(FRACTION, value, value, first.start, whole.end, whole, tail=whole.end)
    return None


def is_name_before(tokens: Tokens, i: int) -> bool:
    """Whether a name in capitals stands right before a number: Boeing 737, Windows 11."""
    before = i - 1
    return before >= 1 and tokens.is_word(before) and tokens.raw[before][0].isupper()
