"""Numbers that are no quantities: times of day, names, ordinals, telephone numbers, references."""

from claimcheck.text.counts import is_name_before
from claimcheck.text.lexicon import Lexicon
from claimcheck.text.measures import unit_after
from claimcheck.text.numerals import number_at
from claimcheck.text.tokens import Tokens


def decoy_at(tokens: Tokens, i: int, lex: Lexicon, *, bare: bool) -> int:
    """The token after what stands at token i and is no quantity; i if it may be one.

    `bare`: whether a number alone is a quantity here, as in a table.
    """
    if tokens.is_number(i):
        return _digits(tokens, i, lex, bare=bare)
    return _words(tokens, i, lex)


def _digits(tokens: Tokens, i: int, lex: Lexicon, *, bare: bool) -> int:
    after = i + 1
    glued = tokens.join(after) == ""
    if glued and tokens.word(after) in lex.ordinals:
        return after + 1
    if _clock(tokens, i, lex):
        return _clock(tokens, i, lex)
    if tokens.word(i + 2) in ("sur", "out of") and tokens.raw[i + 3 : i + 4] == [tokens.raw[i]]:
        return i + 4  # 24 heures sur 24
    if _telephone(tokens, i) > i:
        return _telephone(tokens, i)
    if tokens.join(i) == "-" and tokens.word(i - 1) != "sub" and not _currency(tokens, i, lex):
        return after
    if (
        tokens.word(i - 1) == "/"
        and tokens.join(i) == tokens.join(i - 1) == ""
        and tokens.is_number(i - 2)
    ):
        return after
    if tokens.word(i - 1) == "^" and tokens.join(i) == "":
        return after
    if tokens.word(i - 1) == "." and tokens.join(i) == tokens.join(i - 1) == "" and i > 1:
        return after
    raw = tokens.raw[i]
    if len(raw) > 1 and raw[0] == "0" and raw.isdigit():
        return after
    if (
        i
        and tokens.join(i) == ""
        and (tokens.raw[i - 1][-1].isalpha() and not _currency(tokens, i, lex))
    ):
        return after
    if bare or not _named(tokens, i, lex):
        return i
    numeral = number_at(tokens, i, lex)
    return after if numeral is None else numeral.end


def _currency(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    found = lex.symbols.before(tokens.raw, i)
    return found is not None and found[0].kind == "money"


def _named(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Page 12, article 49.3, Boeing 737: a name's number, unless a unit makes it a quantity."""
    if not (lex.decoys.before(tokens.words, i) or is_name_before(tokens, i)):
        return False
    if _currency(tokens, i, lex):
        return False
    numeral = number_at(tokens, i, lex)
    if numeral is None:
        return True
    if numeral.scaled or numeral.grouped:
        acronym = tokens.raw[i - 1].isupper() and len(tokens.raw[i - 1]) > 2
        return acronym and not numeral.scaled and unit_after(tokens, numeral, lex)[0] is None
    measure = unit_after(tokens, numeral, lex)[0]
    return measure is None and not (
        is_name_before(tokens, i)
        and lex.decoys.before(tokens.words, i) is None
        and _lower_noun(tokens, numeral.end)
    )


def _lower_noun(tokens: Tokens, i: int) -> bool:
    """Whether a plural noun in small letters follows: "Nvidia 300 salariés"."""
    return tokens.is_word(i) and tokens.raw[i].islower() and tokens.raw[i][-1] in "sx"


def _clock(tokens: Tokens, i: int, lex: Lexicon) -> int:
    """15h30, 15 h, 3:30 pm, 15:30: the token after a time of day, or 0."""
    raw, after = tokens.raw[i], i + 1
    pieces = raw.split(".")
    if not all(piece.isdigit() for piece in pieces) or int(pieces[0]) > 24 or len(pieces) > 2:
        return 0
    word = tokens.word(after)
    if (
        len(pieces) == 1
        and word == ":"
        and tokens.joins[after] == ""
        and tokens.is_number(after + 1)
    ):
        end = after + 2
        hours = lex.dates.hours.at(tokens.words, end)
        return hours[1] if hours else end
    if word[:1] == "h" and word[1:].isdigit() and tokens.joins[after] == "":
        return after + 1
    hours = lex.dates.hours.at(tokens.words, after)
    if hours is None or (word == "heures" and not _at_the_hour(tokens, i)) or word == "heure":
        return 0
    end = hours[1]
    minutes = tokens.is_number(end) and len(tokens.raw[end]) == 2 and tokens.raw[end].isdigit()
    if word == "h" and not minutes and not _at_the_hour(tokens, i):
        return 0
    return end + 1 if minutes and word == "h" else end


def _at_the_hour(tokens: Tokens, i: int) -> bool:
    """Whether an hour is a time of day: "à 15 heures", "dès 8 h"."""
    return tokens.word(i - 1) in (
        "à",
        "dès",
        "vers",
        "avant",
        "après",
        "jusqu'à",
        "de",
        "entre",
        "et",
    )


# A longer row of groups of digits is told by its first ones.
_MOST_GROUPS = 16


def _telephone(tokens: Tokens, i: int) -> int:
    """06 12 34 56 78, 555-123-4567: the token after four groups of digits or more, or i."""
    end = i + 1
    while (
        tokens.is_number(end)
        and end - i < _MOST_GROUPS
        and tokens.joins[end] in (" ", "-")
        and tokens.starts[end] == tokens.ends[end - 1] + 1
    ):
        end += 1
    groups = [len(tokens.raw[k]) for k in range(i, end)]
    thousands = groups[0] <= 3 and all(length == 3 for length in groups[1:])
    hyphens = sum(tokens.joins[k] == "-" for k in range(i + 1, end))
    if (len(groups) >= 4 and not thousands) or (len(groups) >= 3 and hyphens >= 2):
        return end
    return i


def _words(tokens: Tokens, i: int, lex: Lexicon) -> int:
    """Vingt-Quatre Heures du Mans: a name in capitals."""
    if not tokens.raw[i][0].isupper() or i == 0 or tokens.raw[i].isupper():
        return i
    numeral = number_at(tokens, i, lex)
    if numeral is None or numeral.end >= len(tokens.raw):
        return i
    follows = tokens.raw[numeral.end]
    return numeral.end + 1 if follows[0].isupper() and not follows.isupper() else i
