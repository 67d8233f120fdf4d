"""The unit that belongs to a number: which words are one, and of which kind."""

from claimcheck.model.units import UnknownUnit, parse_unit
from claimcheck.text.digits import Numeral
from claimcheck.text.lexicon import Lexicon, Measure, plain
from claimcheck.text.tokens import Tokens

COUNT = Measure("count", "")
FRACTION = Measure("share", "")


def is_time(measure: Measure) -> bool:
    """Whether it is a unit of time."""
    return measure.kind == "quantity" and parse_unit(measure.unit).dimension == "s:1"


def unit_after(
    tokens: Tokens, numeral: Numeral, lex: Lexicon, start: int | None = None
) -> tuple[Measure | None, int]:
    """The unit that follows a number, and the token after it; `start`: where the number begins."""
    i = numeral.end
    found = measure_at(tokens, i, lex)
    if found is None and tokens.word(i) in lex.of and (numeral.linked or numeral.scaled):
        found = measure_at(tokens, i + 1, lex)
    if found is None:
        found = _bracketed(tokens, i, lex)
    if found is None:
        return None, i
    measure, end = found
    if measure.bare and not sure(tokens, measure, numeral, (i, end), lex, start):
        return None, i
    if _weighs(tokens, measure, numeral, end, lex, i if start is None else start):
        return _POUND, end
    return priced(tokens, measure, end, lex)


_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def _bracketed(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Measure, int] | None:
    """A unit in brackets: 20 (kg)."""
    close = _BRACKETS.get(tokens.word(i))
    found = None if close is None else measure_at(tokens, i + 1, lex)
    if found is None or found[0].bare or tokens.word(found[1]) != close:
        return None
    return found[0], found[1] + 1


_POUND = Measure("quantity", "lb")
_OUNCE = "avoirdupois ounce"


def _weighs(
    tokens: Tokens, measure: Measure, numeral: Numeral, end: int, lex: Lexicon, start: int
) -> bool:
    """Whether pounds are a weight, "two pounds of meat", and no money, "a million pounds of debt"."""
    if measure.kind != "money" or tokens.word(end - 1) not in lex.context.weights:
        return False
    if tokens.is_number(end):  # 6 pounds 4 ounces
        lesser = measure_at(tokens, end + 1, lex)
        return lesser is not None and lesser[0].unit == _OUNCE
    beside = {*tokens.words[max(0, start - 4) : start], tokens.word(end)}
    if not lex.context.weighing.isdisjoint(beside):
        return True
    if tokens.word(end) not in lex.of or not tokens.is_word(end + 1):
        return False
    large = numeral.scale is not None and numeral.scale.value > 1000
    return not large and tokens.word(end + 1) not in lex.context.not_weighed


def sure(
    tokens: Tokens,
    measure: Measure,
    numeral: Numeral,
    place: tuple[int, int],
    lex: Lexicon,
    start: int | None,
) -> bool:
    """Whether a word that may mean something else is a unit here: "12 won", "1990s", "3.5m"."""
    i, end = place
    if measure.kind == "points":
        return True
    if measure.care:
        return _sure_by_context(tokens, measure, numeral, place, lex, start)
    if measure.kind == "share":
        return numeral.digits or numeral.value > 10
    if measure.kind == "money":
        return numeral.scaled
    if lex.context.sizes.at(tokens.words, end):
        return True
    if end == i + 1 and len(tokens.raw[i]) == 1:
        spaced = lex.decimal == ","
        glued = tokens.joins[i] == "" or spaced or tokens.raw[i] == "m"
        return numeral.digits and (numeral.place < 1 if tokens.raw[i] == "s" else glued)
    return numeral.digits or numeral.scaled or is_time(measure)


def _sure_by_context(
    tokens: Tokens,
    measure: Measure,
    numeral: Numeral,
    place: tuple[int, int],
    lex: Lexicon,
    start: int | None,
) -> bool:
    """The same of inches, cups and degrees, by what stands beside them."""
    i, end = place
    after = tokens.word(end)
    if measure.care == "stuff":
        hedged = start is not None and lex.hedges_left.before(tokens.words, start) is not None
        return numeral.place < 1 or after in lex.of or hedged
    if measure.care == "edge":
        closed = end >= len(tokens.raw) or after in _CLOSING
        return numeral.digits and (closed or lex.context.sizes.at(tokens.words, end) is not None)
    if measure.care == "plant":
        known = start is not None and tokens.word(start - 1) in lex.definite
        planted = after in lex.of and tokens.word(end + 1) not in lex.determiners
        other = known or planted or (numeral.value == 1 and not numeral.digits)
        return lex.context.sizes.at(tokens.words, end) is not None or not other
    if not numeral.digits or tokens.joins[i] == "-" or lex.context.angles.at(tokens.words, end):
        return False
    begin = numeral.end - 1 if start is None else start
    if not lex.context.angles_before.isdisjoint(tokens.words[max(0, begin - 4) : begin]):
        return False
    if tokens.raw[i] not in _DEGREES:
        return True
    single = numeral.value < 10 and numeral.place == 1 and tokens.word(start or 0) != "-"
    return not single and not tokens.is_number(end) and after not in ("'", '"')


_CLOSING = frozenset((".", ",", ";", ":", ")", "]", "!", "?", "…"))


_DEGREES = frozenset(("°", "º"))


def measure_at(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Measure, int] | None:
    if i >= len(tokens.raw):
        return None
    symbol, name = lex.symbols.at(tokens.raw, i), lex.measures.at(tokens.words, i)
    if symbol is None and name is None:
        return _unusual(tokens, i, lex)
    if symbol is None or (name is not None and name[1] > symbol[1]):
        return name
    after = tokens.join(symbol[1])
    if after == "-" and tokens.is_number(symbol[1]) and symbol[0].kind != "money":
        return name  # L-202 is a name
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


def _unusual(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Measure, int] | None:
    """A unit whose accents are wrong, or inches as a sign: 5", 5''."""
    word = tokens.words[i]
    if not word.isascii() and word[0].isalpha():
        found = lex.measures.at([plain(each) for each in tokens.words[i : i + 4]], 0)
        return None if found is None else (found[0], i + found[1])
    if word not in lex.context.inches or tokens.joins[i] != "" or not tokens.is_number(i - 1):
        return None
    end = i + 1
    if word == "'":
        if tokens.word(end) != "'" or tokens.joins[end] != "":
            return None
        end += 1
    glued = tokens.join(end) == "" and tokens.is_word(end)
    opened = tokens.words[max(0, i - _QUOTED) : i].count('"') % 2
    return None if glued or opened else (_INCH, end)


_INCH = Measure("quantity", "inch")
# A quotation that is longer has its mark further away than one looks.
_QUOTED = 200


def priced(tokens: Tokens, measure: Measure, end: int, lex: Lexicon) -> tuple[Measure, int]:
    """A price by the unit: euros par MWh. A rate by the year leaves the year out."""
    link = lex.per.at(tokens.words, end)
    if link is None:
        return measure, end
    other = measure_at(tokens, link[1], lex)
    articled = tokens.word(end) in lex.determiners or tokens.word(end) in lex.articles
    if other is None or other[0].kind != "quantity" or measure.kind not in ("money", "quantity"):
        return measure, end
    if measure.kind == "money" and other[0].priced:
        other = Measure("quantity", other[0].priced), other[1]
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
