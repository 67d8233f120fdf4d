"""Dates in a sentence: days, months, quarters, years, decades and stretches of them."""

from datetime import date

from claimcheck.exact import Fraction
from claimcheck.text.counts import noun_after
from claimcheck.text.digits import Numeral
from claimcheck.text.lexicon import Dates, Lexicon
from claimcheck.text.stretches import (
    FIRST_YEAR,
    LAST_YEAR,
    Stretch,
    days_of,
    months_of,
    part_of_month,
    stretch_of,
)
from claimcheck.text.tokens import Tokens


def date_at(tokens: Tokens, i: int, lex: Lexicon, published: int | None) -> Stretch | None:
    """The date whose first word or number is token i; None if there is none."""
    words = lex.dates
    return (
        _numeric(tokens, i, words)
        or _span_of_days(tokens, i, words, published)
        or _to_day(tokens, i, lex, published)
        or _months(tokens, i, words)
        or _named(tokens, i, words)
        or _decade(tokens, i, words)
        or _years(tokens, i, lex)
    )


# ---- digits only


def _numeric(tokens: Tokens, i: int, words: Dates) -> Stretch | None:
    """2026-01-30, 30/01/2026, 30.01.2026."""
    raw = tokens.raw
    if not tokens.is_number(i):
        return None
    pieces = raw[i].split(".")
    if len(pieces) == 3 and len(pieces[2]) == 4:
        return stretch_of(days_of(pieces[2], pieces[1], pieces[0]), i, i + 1)
    if (
        len(raw[i]) == 4
        and tokens.join(i + 1) == "-"
        and tokens.join(i + 2) == "-"
        and tokens.is_number(i + 2)
    ):
        return stretch_of(days_of(raw[i], raw[i + 1], raw[i + 2]), i, i + 3)
    if raw[i + 1 : i + 2] == ["/"] and raw[i + 3 : i + 4] == ["/"] and tokens.is_number(i + 4):
        first, second, year = raw[i], raw[i + 2], raw[i + 4]
        if len(year) == 4 and first.isdigit() and second.isdigit():
            swapped = not words.day_first and int(first) <= 12
            day, month = (second, first) if swapped else (first, second)
            return stretch_of(days_of(year, month, day), i, i + 5)
    return None


# ---- days and months


def _span_of_days(tokens: Tokens, i: int, words: Dates, published: int | None) -> Stretch | None:
    """Du 3 au 7 septembre 2026, from 3 to 7 September 2026, September 3-7, 2026."""
    first, at = _day_number(tokens, i, words)
    if first is None:
        month = words.months.at(tokens.words, i)
        if month is None or words.day_first:
            return None
        first, at = _day_number(tokens, month[1], words)
        last, end = _after_to(tokens, at, words) if first else (None, 0)
        if first is None or last is None or words.months.at(tokens.words, end):
            return None
        year, stop = _year_at(tokens, end + (tokens.word(end) == ","))
        return _from_to(
            (year, month[0], first), (year, month[0], last), i, stop if year else end, published
        )
    last, end = _after_to(tokens, at, words)
    month = words.months.at(tokens.words, end) if last is not None else None
    if last is None or month is None:
        return None
    year, stop = _year_at(tokens, month[1])
    return _from_to(
        (year, month[0], first), (year, month[0], last), i, stop if year else month[1], published
    )


def _after_to(tokens: Tokens, i: int, words: Dates) -> tuple[int | None, int]:
    """The second day of a stretch of days."""
    if tokens.join(i) == "-":
        return _day_number(tokens, i, words)
    link = words.range_to.at(tokens.words, i)
    return (None, i) if link is None else _day_number(tokens, link[1], words)


def _day_number(tokens: Tokens, i: int, words: Dates) -> tuple[int | None, int]:
    if not tokens.is_number(i) or not tokens.raw[i].isdigit() or not 1 <= int(tokens.raw[i]) <= 31:
        return None, i
    end = i + 1
    if tokens.word(end) in words.ordinals and tokens.joins[end] == "":
        end += 1
    return int(tokens.raw[i]), end


def _from_to(
    one: tuple[int | None, int, int],
    other: tuple[int | None, int, int],
    start: int,
    end: int,
    published: int | None,
) -> Stretch | None:
    first, last = _day_of(*one, published), _day_of(*other, published)
    if first is None and last is None and one[0] is None and published is None:
        return Stretch(None, None, start, end)
    if first is None or last is None or first > last:
        return None
    return Stretch(first, last, start, end)


def _day_of(year: int | None, month: int, day: int, published: int | None) -> int | None:
    """A day as an ordinal; without a year, the one nearest to the day of publication."""
    if year is None and published is None:
        return None
    years = (
        [year]
        if year is not None
        else [date.fromordinal(published or 1).year + k for k in (-1, 0, 1)]
    )
    days = []
    for one in years:
        try:
            days.append(date(one, month, day).toordinal())
        except ValueError:
            continue
    return min(days, key=lambda ordinal: abs(ordinal - (published or ordinal)), default=None)


def _day(tokens: Tokens, i: int, words: Dates, published: int | None) -> Stretch | None:
    """30 janvier 2026, 30th of January 2026, January 30, 2026, Jan. 30."""
    day, at = _day_number(tokens, i, words)
    if day is not None:
        if tokens.word(at) == "of":
            at += 1
        month = words.months.at(tokens.words, at)
        if month is None or tokens.join(at) == "-":
            return None
        at = month[1]
    else:
        month = None if words.day_first else words.months.at(tokens.words, i)
        if month is None or not tokens.raw[i][0].isupper():
            return None
        day, at = _day_number(tokens, month[1], words)
        if day is None or tokens.join(month[1]) == "":
            return None
    comma = tokens.word(at) == ","
    year, end = _year_at(tokens, at + comma)
    if year is None:
        end = at
    return _from_to((year, month[0], day), (year, month[0], day), i, end, published)


def _to_day(tokens: Tokens, i: int, lex: Lexicon, published: int | None) -> Stretch | None:
    """A day, or the days from one to another: entre le 15 septembre 2025 et le 28 février 2026."""
    words = lex.dates
    first = _day(tokens, i, words, published)
    if first is None or first.first is None:
        return first
    before = i
    while before > 0 and tokens.word(before - 1) in lex.determiners - {"du", "de", "d'"}:
        before -= 1
    link = words.range_to.at(tokens.words, first.end)
    if link is None or words.range_from.before(tokens.words, before) is None:
        return first
    at = link[1] + (tokens.word(link[1]) in lex.determiners)
    last = _day(tokens, at, words, published)
    if last is None or last.last is None or last.last <= first.first:
        return first
    return first._replace(last=last.last, end=last.end)


def _year_at(tokens: Tokens, i: int) -> tuple[int | None, int]:
    """A year in four digits."""
    if not tokens.is_number(i) or len(tokens.raw[i]) != 4 or not tokens.raw[i].isdigit():
        return None, i
    year = int(tokens.raw[i])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None, i
    after = tokens.raw[i + 1 : i + 2]
    if after in (["%"], ["€"], ["°"]) or (tokens.join(i + 1) == "" and tokens.is_word(i + 1)):
        return None, i
    return year, i + 1


def _linked_year(tokens: Tokens, i: int, words: Dates) -> tuple[int | None, int]:
    """A year after "de", "of" or nothing."""
    year, end = _year_at(tokens, i)
    if year is not None:
        return year, end
    link = words.link.at(tokens.words, i)
    return _year_at(tokens, link[1]) if link is not None else (None, i)


def _months(tokens: Tokens, i: int, words: Dates) -> Stretch | None:
    """Janvier 2026, from January to June 2026, fin janvier 2026."""
    part = words.parts.at(tokens.words, i)
    month = words.months.at(tokens.words, part[1] if part else i)
    if month is None or (part is None and not words.day_first and tokens.raw[i][0].islower()):
        return None
    start, (first, at) = i, month
    if part is not None:
        year, end = _linked_year(tokens, at, words)
        return stretch_of(None if year is None else part_of_month(part[0], year, first), start, end)
    link = words.range_to.at(tokens.words, at)
    other = words.months.at(tokens.words, link[1]) if link else None
    if other is None and tokens.join(at) == "-":
        other = words.months.at(tokens.words, at)
    if other is not None:
        year, end = _linked_year(tokens, other[1], words)
        if year is not None and first <= other[0]:
            return Stretch(months_of(year, first)[0], months_of(year, other[0])[1], start, end)
        return None
    year, end = _linked_year(tokens, at, words)
    if year is None:
        return None
    whole = Stretch(*months_of(year, first), start, end)
    link = words.range_to.at(tokens.words, end)
    later = (
        _months(tokens, link[1], words)
        if link and words.range_from.before(tokens.words, start)
        else None
    )
    if (
        later is not None
        and later.last is not None
        and later.first is not None
        and whole.first is not None
        and later.first > whole.first
    ):
        return whole._replace(last=later.last, end=later.end)
    return whole


# ---- parts of years


_PARTS = {"start": (1, 3), "middle": (5, 4), "end": (10, 3), "whole": (1, 12)}


def _named(tokens: Tokens, i: int, words: Dates) -> Stretch | None:
    """Fin 2025, the first quarter of 2026, H1 2026, été 2025."""
    for phrases, length in ((words.quarters, 3), (words.halves, 6), (words.seasons, 3)):
        found = phrases.at(tokens.words, i)
        if found is None:
            continue
        number, at = found
        year, end = _linked_year(tokens, at, words)
        if year is None:
            return None
        first = number if phrases is words.seasons else (number - 1) * length + 1
        stretch = Stretch(*months_of(year, first, length), i, end)
        return _later(tokens, stretch, phrases, length) if first == number == 12 else stretch
    part = words.parts.at(tokens.words, i)
    if part is None:
        return None
    year, end = _linked_year(tokens, part[1], words)
    if year is None:
        return None
    stretch = Stretch(*months_of(year, *_PARTS[part[0]]), i, end)
    if tokens.join(end) == "-" and tokens.is_number(end):
        return None
    return stretch


def _later(tokens: Tokens, stretch: Stretch, phrases: object, length: int) -> Stretch:
    """Hiver 2024-2025 begins in December of the first year."""
    if tokens.join(stretch.end) == "-" and tokens.is_number(stretch.end):
        return stretch._replace(end=stretch.end + 1)
    return stretch


def _decade(tokens: Tokens, i: int, words: Dates) -> Stretch | None:
    """Les années 90, the 1990s, the '90s."""
    word = tokens.word(i)
    if word in words.decades and tokens.is_number(i + 1) and words.day_first:
        text, end = tokens.raw[i + 1], i + 2
        if tokens.join(end) == "-" and tokens.is_number(end):
            return None
    elif tokens.is_number(i) and tokens.word(i + 1) == "s" and tokens.join(i + 1) == "":
        text, end = tokens.raw[i], i + 2
    elif tokens.is_number(i) and tokens.word(i + 1) == "'" and tokens.word(i + 2) == "s":
        text, end = tokens.raw[i], i + 3
    else:
        return None
    if not text.isdigit() or len(text) not in (2, 4) or not text.endswith("0"):
        return None
    year = int(text) if len(text) == 4 else (2000 if int(text) < 30 else 1900) + int(text)
    if not FIRST_YEAR <= year < LAST_YEAR:
        return None
    return Stretch(date(year, 1, 1).toordinal(), date(year + 9, 12, 31).toordinal(), i, end)


# ---- years


def _years(tokens: Tokens, i: int, lex: Lexicon) -> Stretch | None:
    """2026, 2024-2025, 2024-25, entre 2019 et 2023."""
    words = lex.dates
    glued = tokens.word(i)
    if glued.startswith("fy") and glued[2:].isdigit() and len(glued) == 6:
        return Stretch(*months_of(int(glued[2:]), 1, 12), i, i + 1)
    if words.fiscal.at(tokens.words, i) and not tokens.is_number(i):
        at = words.fiscal.at(tokens.words, i)
        if at is None or tokens.join(at[1]) != "" or not tokens.is_number(at[1]):
            return None
        i = at[1]
    year, end = _year_at(tokens, i)
    if year is None or not _is_year(tokens, i, year, lex):
        return None
    last, stop = _second_year(tokens, end, year, lex)
    if last is None:
        last, stop = year, end
    return Stretch(months_of(year, 1)[0], months_of(last, 12)[1], i, stop)


def _second_year(tokens: Tokens, i: int, year: int, lex: Lexicon) -> tuple[int | None, int]:
    """The end of a stretch of years: 2024-2025, 2024-25, 2019 to 2023, "entre 2019 et 2023"."""
    words = lex.dates
    raw = tokens.raw
    at = i
    if tokens.join(i) == "-" and tokens.is_number(i):
        pass
    elif tokens.word(i) in ("–", "/") and tokens.joins[i] == "" and tokens.join(i + 1) == "":
        at = i + 1
        tokens.joins[at] = "-"
    else:
        link = words.range_to.at(tokens.words, i)
        opened = words.range_from.before(tokens.words, i - 1)
        if link is None or opened is None:
            return None, i
        between = tokens.word(opened[1]) in lex.between
        if (tokens.word(i) in lex.between_and) != between:
            return None, i
        at = link[1]
    if not tokens.is_number(at) or not raw[at].isdigit():
        return None, i
    if len(raw[at]) == 2 and tokens.joins[at] in ("-", ""):
        last = year // 100 * 100 + int(raw[at])
    elif len(raw[at]) == 4:
        last = int(raw[at])
    else:
        return None, i
    return (last, at + 1) if year < last <= LAST_YEAR else (None, i)


def _is_year(tokens: Tokens, i: int, year: int, lex: Lexicon) -> bool:
    """Whether four digits are a year: by what stands before and after them."""
    words = lex.dates
    after = i + 1
    before = tokens.word(i - 1)
    if tokens.join(i) == "-" and not tokens.is_number(i - 1):
        return before in ("mi", "mid", "post", "pre", "pré", "ante")
    if tokens.join(i) == "" and i > 0 and before not in ('"', "(", "[", "'", "–", "—", "/", "fy"):
        return False
    if words.strong.before(tokens.words, i) or words.parts.before(tokens.words, i):
        return True
    symbol = lex.symbols.before(tokens.raw, i)
    if (symbol and symbol[0].kind == "money") or lex.decoys.before(tokens.words, i):
        return False
    if lex.hedges_left.before(tokens.words, i) and not words.years.before(tokens.words, i):
        return False
    if tokens.is_number(after) and tokens.joins[after] == " ":
        return False
    if _counts_something(tokens, after, lex):
        return False
    return year >= 1500


def _counts_something(tokens: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether a unit, a scale or a plural noun follows, so that the digits are a number of it."""
    if lex.scales.at(tokens.words, i) or lex.symbols.at(tokens.raw, i):
        return True
    if lex.measures.at(tokens.words, i):
        return True
    return noun_after(tokens, Numeral(Fraction(0), i), lex) is not None
