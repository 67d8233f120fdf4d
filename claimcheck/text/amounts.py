"""Amounts in a sentence: numbers with their units, ranges of them, shares, counts of things."""

from claimcheck.exact import Fraction
from claimcheck.text.counts import noun_after, noun_after_hedge
from claimcheck.text.digits import Numeral
from claimcheck.text.lexicon import Lexicon, Measure
from claimcheck.text.measures import COUNT, is_time, measure_at
from claimcheck.text.parts import Amount, Part, is_weak, part_at, with_cents
from claimcheck.text.portions import half_unit
from claimcheck.text.ranges import range_at
from claimcheck.text.shares import between_shares, one_of, percentage_of, share_at
from claimcheck.text.tokens import Tokens


def amounts_at(
    tokens: Tokens, i: int, lex: Lexicon, context: Measure | None = None
) -> list[Amount]:
    """What stands at token i: nothing, an amount, or the two ends of a change.

    `context` is the unit of a bare number, as a table's header gives it.
    """
    first = half_unit(tokens, i, lex) or part_at(tokens, i, lex)
    share = share_at(tokens, i, lex)
    if share is not None and (first is None or first.end <= share.tail):
        return [between_shares(tokens, share, lex)]
    if first is None:
        return []
    if first.numeral.high is not None:
        return _order(tokens, first, lex)
    ranged = range_at(tokens, first, lex, context)
    if ranged is not None:
        return ranged
    one = (
        one_of(tokens, first, lex)
        or percentage_of(tokens, i, lex)
        or _single(tokens, first, lex, context)
    )
    return [] if one is None else [one]


def one_by_article(tokens: Tokens, i: int, lex: Lexicon) -> Amount | None:
    """One of a unit by its article, where hedges measure it, "about a mile", or it is all there is."""
    found = measure_at(tokens, i + 1, lex)
    if found is None or found[0].bare or found[0].kind not in ("money", "quantity"):
        return None
    measure, end = found
    alone = i == 0 and end >= len(tokens.words)
    if is_time(measure) or not (alone or lex.hedges_left.before(tokens.words, i)):
        return None
    part = with_cents(tokens, Part(Numeral(Fraction(1), i + 1), measure, i, end), lex)
    end, value = part.end, part.numeral.value * measure.times
    after = tokens.word(end)
    if (
        tokens.is_word(end)
        and after not in lex.no_nouns
        and not lex.context.sizes.at(tokens.words, end)
    ):
        return None
    return Amount(measure, value, value, i, end, part.numeral, tail=end)


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
        noun = noun_after(tokens, numeral, lex) or noun_after_hedge(tokens, numeral, lex)
        if context is not None and noun is None:
            measure = context
        elif _counts(tokens, part, lex, noun):
            measure, tail = COUNT, noun or part.end
        else:
            return None
    elif is_weak(tokens, part, lex) and measure.kind in ("quantity", "count"):
        if is_time(measure):
            return None
    elif measure.kind == "points" and measure.bare and tokens.word(part.start) in lex.never:
        return None
    value = numeral.value * measure.times * part.sign
    return Amount(measure, value, value, part.start, part.end, numeral, tail=tail)


def _counts(tokens: Tokens, part: Part, lex: Lexicon, noun: int | None) -> bool:
    """Whether a bare number counts something."""
    numeral = part.numeral
    if tokens.word(numeral.end) in lex.times_words or (
        numeral.place < 1 and not numeral.scaled and not noun
    ):
        return False
    if is_weak(tokens, part, lex) or (numeral.value == 0 and not numeral.digits):
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
