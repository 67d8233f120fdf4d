"""Ranges and changes: 8 à 9 francs, between 3 and 5 million, from 3 to 5."""

from claimcheck.exact import Fraction
from claimcheck.text.counts import noun_after
from claimcheck.text.lexicon import Lexicon, Measure
from claimcheck.text.measures import COUNT
from claimcheck.text.parts import Amount, Part, is_weak, part_at
from claimcheck.text.tokens import Tokens


def range_at(
    tokens: Tokens, first: Part, lex: Lexicon, context: Measure | None
) -> list[Amount] | None:
    """A range, or the two ends of a change, that begin with a part."""
    link = _to(tokens, first, lex)
    if link is None:
        return None
    kind, at = link
    second = _second(tokens, at, lex)
    if second is None or second.numeral.high is not None or (second.negative and kind == "dash"):
        return None
    if kind == "spaced":
        if second.measure is None:
            return None
        second = second._replace(negative=False)
    if second.measure is None and is_weak(tokens, second, lex):
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
    if kind == "to" and _is_level(tokens, first, second, lex):
        return None
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


def _second(tokens: Tokens, at: int, lex: Lexicon) -> Part | None:
    """The second number of a range, after an article, a sign of money or another hedge: "and about 7 l"."""
    found = part_at(tokens, at, lex)
    if found is not None:
        return found
    hedge = lex.hedges_left.at(tokens.words, at)
    if hedge is not None and hedge[0].effect == "about":
        found = part_at(tokens, hedge[1], lex)
        if found is not None:
            return found._replace(numeral=found.numeral._replace(about=True))
    if tokens.word(at) in lex.determiners | lex.of:
        at += 1
        found = part_at(tokens, at, lex)
    if found is None:
        symbol = lex.symbols.at(tokens.raw, at)
        if symbol is not None and symbol[0].kind == "money":
            found = part_at(tokens, symbol[1], lex)
    return found


def _to(tokens: Tokens, first: Part, lex: Lexicon) -> tuple[str, int] | None:
    """What joins two numbers, "to", "and" or a dash, and the token after it."""
    i = first.end
    if tokens.join(i) == "-" and tokens.is_number(i):
        return "dash", i
    if tokens.word(i) in lex.dashes:
        return _dash(tokens, i, first, lex)
    if tokens.word(i) in lex.between_and and _after_between(tokens, first.start, lex):
        return "and", i + 1
    found = lex.to.at(tokens.words, i)
    return None if found is None else ("to", found[1])


def _dash(tokens: Tokens, i: int, first: Part, lex: Lexicon) -> tuple[str, int] | None:
    """A dash between two numbers: glued to both ($10-$20), or apart from both (10 - 20 euros)."""
    left, right = tokens.join(i), tokens.join(i + 1)
    if left == right == "":
        return "dash", i + 1
    if left != " ":
        return None
    if tokens.word(i) != "-" and right == " " and tokens.is_number(i + 1):
        return "dash", i + 1
    apart = right == " " or (first.measure is None and tokens.is_number(i + 1))
    return ("spaced", i + 1) if apart and first.numeral.digits else None


def _after_between(tokens: Tokens, start: int, lex: Lexicon) -> bool:
    before = start - 1
    while before >= 0 and before > start - 3 and tokens.word(before) in lex.determiners:
        before -= 1
    found = lex.hedges_left.before(tokens.words, before + 1)
    return tokens.word(before) in lex.between or (
        found is not None and tokens.word(found[1] - 1) in lex.between
    )


def _alike(one: Measure, other: Measure) -> bool:
    price = one.kind == "money" and other.unit.startswith(f"{one.unit}/")  # $70-$75 a barrel
    return price or (one.kind == other.kind and one.unit == other.unit)


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


def _is_level(tokens: Tokens, first: Part, second: Part, lex: Lexicon) -> bool:
    """Whether the second of two numbers with units is where a change led: "rose 34 cents to $71.20"."""
    if first.measure is None or second.measure is None:
        return False
    if lex.range_from.before(tokens.words, first.start):
        return False
    if first.measure.times != second.measure.times:
        return True
    return any(
        lex.changes.at(tokens.words, at) for at in range(max(0, first.start - 2), first.start)
    )


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
