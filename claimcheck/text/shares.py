"""Shares in words: deux tiers des, half of, one in five."""

from claimcheck.exact import Fraction
from claimcheck.text.digits import Numeral, slashed_at
from claimcheck.text.lexicon import Lexicon, Measure
from claimcheck.text.measures import FRACTION, measure_at, unit_after
from claimcheck.text.numerals import fraction_at, number_at
from claimcheck.text.parts import Amount, Part
from claimcheck.text.tokens import Tokens


def share_at(tokens: Tokens, i: int, lex: Lexicon) -> Amount | None:
    """Deux tiers des, half of: a share without a unit."""
    found = slashed_at(tokens, i) if tokens.is_number(i) else fraction_at(tokens, i, lex)
    if found is None:
        return None
    value, end = found
    inside = tokens.word(end - 1) in lex.after_fraction
    if tokens.word(end) in lex.not_after_fraction:
        return None
    if lex.dates.months.at(tokens.words, end + 1) and tokens.raw[end + 1][0].isupper():
        return None  # the fourth of July
    if not (
        inside
        or tokens.word(end) in lex.after_fraction
        or _evident(tokens, i, lex)
        or _and_share(tokens, end, i, lex)
    ):
        return None
    if lex.decimal == "," and tokens.word(end + 1) in lex.not_after_fraction:
        return None
    unit = measure_at(tokens, end, lex)
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


def between_shares(tokens: Tokens, first: Amount, lex: Lexicon) -> Amount:
    """Entre un tiers et la moitié: the range, if it is one."""
    if not _and_share(tokens, first.end, first.start, lex):
        return first
    second = share_at(tokens, first.end + 1, lex)
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


def percentage_of(tokens: Tokens, i: int, lex: Lexicon) -> Amount | None:
    """Un pourcentage de 20: the number after the word, if it counts nothing and none stands before."""
    if tokens.word(i - 1) not in lex.of - _DEFINITE:
        return None
    found = lex.percentages.before(tokens.words, i - 1)
    if (
        found is None
        or tokens.is_number(found[1] - 1)
        or tokens.word(found[1] - 1) in lex.number_words | lex.hundred
    ):
        return None
    numeral = number_at(tokens, i, lex)
    if numeral is None or (
        tokens.is_word(numeral.end) and tokens.words[numeral.end] not in lex.no_nouns
    ):
        return None
    if measure_at(tokens, numeral.end, lex) is not None:
        return None
    return Amount(_PERCENT, numeral.value, numeral.value, i, numeral.end, numeral, tail=numeral.end)


_PERCENT = Measure("share", "%")
# With an article it is a share of so many: "pour cent des 305".
_DEFINITE = frozenset(("des", "du"))

# Seven in ten: what shares are counted by.
_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000))


def one_of(tokens: Tokens, first: Part, lex: Lexicon) -> Amount | None:
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
