"""What a bare number counts: the plural noun after it, and names whose numbers count nothing."""

from claimcheck.text.digits import Numeral
from claimcheck.text.lexicon import Lexicon
from claimcheck.text.tokens import Tokens


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


def noun_after_hedge(tokens: Tokens, numeral: Numeral, lex: Lexicon) -> int | None:
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


def is_name_before(tokens: Tokens, i: int) -> bool:
    """Whether a name in capitals stands right before a number: Boeing 737, Windows 11."""
    before = i - 1
    return before >= 1 and tokens.is_word(before) and tokens.raw[before][0].isupper()
