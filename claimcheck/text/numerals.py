"""Numbers as prose writes them: digits with separators, words, scales, fractions."""

from claimcheck.exact import Fraction
from claimcheck.text.counts import noun_after
from claimcheck.text.digits import MOST_DIGITS, Numeral, digits_at, with_fraction
from claimcheck.text.lexicon import Lexicon, Scale, lexicon
from claimcheck.text.tokens import Tokens, tokenize


def number_of(words: str, language: str) -> Fraction | None:
    """The number that a phrase spells, or nothing if it is none or has more to it."""
    tokens = tokenize(words)
    if not tokens.words:
        return None
    found = number_at(tokens, 0, lexicon(language))
    return found.value if found and found.end == len(tokens.words) and not found.high else None


def number_at(tokens: Tokens, i: int, lex: Lexicon, *, money: bool = False) -> Numeral | None:
    """The number that starts with token i; `money`: a currency stands before it, so M may be a million."""
    if not 0 <= i < len(tokens.words):
        return None
    if tokens.is_number(i):
        return _from_digits(tokens, i, lex, money=money)
    return _fraction(tokens, i, lex) or _collective(tokens, i, lex) or _from_words(tokens, i, lex)


# ---- digits


def _from_digits(tokens: Tokens, i: int, lex: Lexicon, *, money: bool) -> Numeral | None:
    written = digits_at(tokens, i, lex)
    if written is None:
        return None
    written = with_fraction(tokens, written, lex)
    scaled = _scaled(tokens, written, lex, money=money)
    if not scaled.scaled:
        return scaled
    return _half(tokens, _rest(tokens, scaled, lex), lex)


# ---- scales


def _scaled(tokens: Tokens, number: Numeral, lex: Lexicon, *, money: bool = False) -> Numeral:
    """The number times the scales that follow it: 2,5 millions, 10 mille milliards, 3.5m."""
    while True:
        found = lex.scales.at(tokens.words, number.end) or _short(tokens, number, lex, money=money)
        if found is None or (number.scale is not None and found[0].value <= number.scale.value):
            return number
        scale, end = found
        other = scale.other or (number.other and scale.value)
        number = number._replace(
            value=number.value * scale.value,
            end=end,
            place=number.place * scale.value,
            scaled=True,
            other=(number.other or number.value) * other if other else None,
            doubt="scale" if scale.other else number.doubt,
            scale=scale,
            linked=True,
        )


def _short(
    tokens: Tokens, number: Numeral, lex: Lexicon, *, money: bool
) -> tuple[Scale, int] | None:
    """A scale as letters right after digits: 3.5bn, 45 k€."""
    i = number.end
    if number.scaled or not number.digits or i >= len(tokens.raw) or tokens.joins[i] == "-":
        return None
    scale = lex.short_scales.get(tokens.raw[i])
    if scale is None:
        return None
    if scale.letter and not money:
        after = lex.symbols.at(tokens.raw, i + 1) or lex.measures.at(tokens.words, i + 1)
        if after is None and tokens.word(i + 1) in lex.of:
            after = lex.measures.at(tokens.words, i + 2)
        if after is not None and after[0].kind == "money":
            return scale, i + 1
        thousands = tokens.raw[i] == "k" and (
            after or noun_after(tokens, number._replace(end=i + 1), lex)
        )
        if not thousands or tokens.joins[i] != "":  # 10k runners, but "a 10k race"
            return None
    return scale, i + 1


# ---- words


# Written out before a number; more of them are no number.
_MOST_ZEROS = 3


def _from_words(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    group = _group(tokens, i, lex)
    if group is None:
        bare = _bare_scale(tokens, i, lex)
        return None if bare is None else _half(tokens, _rest(tokens, bare, lex), lex)
    value, end = group
    zeros = 0
    while value == 0 and zeros < _MOST_ZEROS and tokens.word(end) not in lex.point:  # zero eight
        more = _group(tokens, end, lex)
        if more is None:
            break
        (value, end), zeros = more, zeros + 1
    number = Numeral(value, end)
    number = _point(tokens, number, lex)
    number = _half(tokens, number, lex)
    scaled = _scaled(tokens, number, lex)
    if not scaled.scaled:
        return scaled
    return _half(tokens, _rest(tokens, scaled, lex), lex)


def _bare_scale(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """A scale without a number before it: mille, a million, le trillion."""
    word = tokens.word(i)
    start = i
    if word in lex.articles:
        i += 1
    found = lex.scales.at(tokens.words, i)
    if found is None:
        return None
    scale, end = found
    followed = scale.value == 1000 and _group(tokens, end, lex)  # mil neuf cent vingt
    if start == i and scale.value == 1000 and not (followed or word in lex.bare_scales):
        return None
    if (
        start == i
        and word not in lex.bare_scales
        and not followed
        and tokens.word(i - 1) not in lex.determiners | lex.of
    ) and tokens.word(i - 1) != "au":
        return None
    if word.endswith("s") and i == start:
        return None
    number = Numeral(
        scale.value, end, scale.value, scaled=True, other=scale.other, scale=scale, linked=True
    )
    number = number._replace(
        doubt="scale" if scale.other else "", linked=word not in lex.bare_scales
    )
    return _scaled(tokens, number, lex)


def _rest(tokens: Tokens, number: Numeral, lex: Lexicon) -> Numeral:
    """What smaller scales and groups add: un million deux cent mille, two thousand and twenty-six."""
    while number.scale is not None:
        i = number.end
        if lex.joiner == tokens.word(i) and (not lex.joined or _joins(tokens, i + 1, lex)):
            i += 1
        part = _smaller(tokens, i, number.scale.value, lex)
        if part is None or (number.digits and not part.scaled):
            return number  # "3,6 milliards un an plus tôt"
        number = number._replace(
            value=number.value + part.value,
            other=None if number.other is None else number.other + part.value,
            end=part.end,
            place=part.place,
            scale=part.scale,
            linked=part.linked,
        )
    return number


def _smaller(tokens: Tokens, i: int, below: Fraction, lex: Lexicon) -> Numeral | None:
    """A further part of a number, worth less than its last scale."""
    if tokens.is_number(i):
        digits = digits_at(tokens, i, lex)
        part = None if digits is None else _scaled(tokens, digits, lex)
        return part if part is not None and part.scaled and part.value < below else None
    group = _group(tokens, i, lex)
    if group is None:
        bare = _bare_scale(tokens, i, lex) if tokens.word(i) in lex.bare_scales else None
        return bare if bare is not None and bare.value < below else None
    part = _scaled(tokens, Numeral(group[0], group[1]), lex)
    return part if part.value < below else None


def _joins(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether "et" may join what follows: only un, une and onze."""
    found = lex.ones.at(tokens.words, i)
    return found is not None and found[0] in lex.joined


def _group(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Fraction, int] | None:
    """A number below a thousand in words, and the token after it."""
    words = tokens.words
    start = _below_hundred(tokens, i, lex)
    if start is None:
        if tokens.word(i) in lex.articles and tokens.word(i + 1) in lex.hundred:
            start = (1, i + 1)
        elif tokens.word(i) in lex.hundred and (lex.joined or _below_hundred(tokens, i + 1, lex)):
            start = (1, i)
        else:
            return None
    value, end = start
    counted = value < 20 or (
        not lex.joined and value % 10
    )  # nineteen hundred, but not "sixty hundred"
    if tokens.word(end) in lex.hundred and 0 < value < 100 and counted:
        value, end = value * 100, end + 1
        after = end + 1 if words[end : end + 1] == [lex.joiner] and not lex.joined else end
        rest = _below_hundred(tokens, after, lex)
        if rest is not None:
            return Fraction(value + rest[0]), rest[1]
    return Fraction(value), end


def _below_hundred(tokens: Tokens, i: int, lex: Lexicon) -> tuple[int, int] | None:
    ten = lex.tens.at(tokens.words, i)
    if ten is None:
        return lex.ones.at(tokens.words, i)
    value, end = ten
    at = (
        end + 1
        if tokens.word(end) == lex.joiner and lex.joined and _joins(tokens, end + 1, lex)
        else end
    )
    one = lex.ones.at(tokens.words, at)
    most = 19 if value in lex.teens_after else 9
    if one is not None and 0 < one[0] <= most:
        return value + one[0], one[1]
    return ten


def _point(tokens: Tokens, number: Numeral, lex: Lexicon) -> Numeral:
    """Decimals in words: trois virgule cinq, two point five."""
    i = number.end
    if tokens.word(i) not in lex.point:
        return number
    i += 1
    digits = ""
    while i < len(tokens.words) and len(digits) < MOST_DIGITS:
        found = _below_hundred(tokens, i, lex)
        if found is None:
            break
        digits, i = digits + str(found[0]), found[1]
    if not digits:
        return number
    place = Fraction(1, 10 ** len(digits))
    return number._replace(value=number.value + int(digits) * place, end=i, place=place)


def _half(tokens: Tokens, number: Numeral, lex: Lexicon) -> Numeral:
    """ "Et demi" adds half of the scale before it: deux millions et demi."""
    found = lex.half.at(tokens.words, number.end)
    if found is None:
        return number
    half = (number.scale.value if number.scale else Fraction(1)) / 2
    return number._replace(value=number.value + half, end=found[1], place=half)


# ---- fractions and collectives


def _fraction(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """A part: un demi-million, three quarters of a million. Shares of something are read elsewhere."""
    part = fraction_at(tokens, i, lex)
    if part is None and tokens.word(i) in lex.half_words:
        part = (Fraction(1, 2), i + 1)
    elif part is None and tokens.word(i) in lex.articles and tokens.word(i + 1) in lex.half_words:
        part = (Fraction(1, 2), i + 2)
    if part is None:
        return None
    value, end = part
    if tokens.word(end) in lex.of:
        end += 1
    if tokens.word(end) in lex.articles:
        end += 1
    if lex.scales.at(tokens.words, end) is None:
        return None
    whole = _scaled(tokens, Numeral(Fraction(1), end), lex)
    return whole._replace(value=value * whole.value, other=whole.other and value * whole.other)


def fraction_at(tokens: Tokens, i: int, lex: Lexicon) -> tuple[Fraction, int] | None:
    """Two thirds, la moitié: the fraction at a token and the token after it."""
    found = lex.fractions.at(tokens.words, i)
    if found is not None:
        return found
    top = lex.numerators.get(tokens.word(i))
    bottom = lex.denominators.get(tokens.word(i + 1))
    if top is None or bottom is None or top >= bottom:
        return None
    return Fraction(top, bottom), i + 2


def _collective(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """Une dizaine de millions: about ten million; des dizaines de: from twenty to under a hundred."""
    words = tokens.words
    start = i
    many = False
    if words[i] in lex.several or words[i] in lex.articles:
        i += 1
    elif tokens.word(i) in lex.ones or tokens.word(i) in lex.tens:
        return _times_dozen(tokens, i, lex)
    if words[start] in lex.articles and tokens.word(i) in lex.several_scales:
        return _several(tokens, i, i + 1, lex)
    found = lex.collectives.at(words, i)
    if found is None or words[start] in lex.several_scales:
        order = _several(tokens, start, i, lex)
        if order is not None or found is None:
            return order
    collective, end = found
    many = collective.plural
    if start == i and not many:
        return None
    if not many and words[start] in lex.articles and words[i] in lex.hundred:
        return None
    link = end + 1 if tokens.word(end) in lex.of else end
    whole = _scaled(tokens, Numeral(collective.value, link, collective.value, linked=True), lex)
    if not whole.scaled:
        inner = lex.collectives.at(words, link)
        factor = inner[0].value if inner and inner[0].plural else Fraction(1)
        whole = Numeral(
            collective.value * factor,
            inner[1] if inner and factor > 1 else end,
            collective.value * factor,
            linked=True,
        )
    if many:
        return whole._replace(low=2 * whole.value, high=10 * whole.value, about=True)
    return whole._replace(about=not collective.exact)


def _several(tokens: Tokens, start: int, i: int, lex: Lexicon) -> Numeral | None:
    """Plusieurs milliers, des millions, several hundred: an order of size, if no number stands before."""
    if i == start or tokens.word(start) not in lex.several_scales:
        return None
    hundred = tokens.word(i) in lex.hundred and not lex.joined
    whole = _scaled(tokens, Numeral(Fraction(100 if hundred else 1), i + hundred), lex)
    if not (hundred or whole.scaled):
        return None
    return whole._replace(
        low=2 * whole.value, high=10 * whole.value, place=whole.value, about=True, linked=True
    )


def _times_dozen(tokens: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """Two dozen, deux douzaines."""
    group = _group(tokens, i, lex)
    found = None if group is None else lex.collectives.at(tokens.words, group[1])
    if group is None or found is None or (found[0].value == 100 and not lex.joined):
        return None
    collective, end = found
    about = collective.value != 12
    return Numeral(group[0] * collective.value, end, collective.value, about=about, linked=True)
