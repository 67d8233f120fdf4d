"""The times of a relation: which its claims offer, and what `previous`, `start` and `end` make of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from claimcheck.consistency.meeting import day_period
from claimcheck.model.claim import Claim
from claimcheck.model.expression import Term
from claimcheck.model.period import (
    Period,
    civil,
    day_ordinal,
    format_day,
    overlap,
    parse_period,
)
from claimcheck.model.vocabulary import PeriodType

# A variable for a time, and the period type of the attributes that have it: a relation between a stock and a
# flow holds at a moment of the one within the period of the other.
TimeKey = tuple[str, PeriodType]
Times = Mapping[TimeKey, Period | None]

KINDS: tuple[PeriodType, ...] = ("instant", "duration", "timeless")

COMMON = "?t"
"""The time that terms share unless they say otherwise."""


def variable_of(term: Term) -> str | None:
    """The time variable of a term; None if it names a date."""
    if term.at is None:
        return COMMON
    return None if term.at.kind == "date" else term.at.text


def assignments(
    claimed: Sequence[tuple[Term, PeriodType, Sequence[Claim]]],
) -> Iterator[Times]:
    """The times that claims offer: of each term, its period type and the claims it could take.

    Where instants and durations share a variable, the instants keep a time of their own, which lies in
    the durations' or meets it; and so do facts without a period, if somebody dates them.
    """
    offered: dict[TimeKey, dict[object, Period | None]] = {}
    for term, kind, claims in claimed:
        variable = variable_of(term)
        direct = term.at is None or term.at.kind == "variable"
        if variable is None or not direct:
            continue
        for claim in claims:
            when = _time_of(claim)
            key = None if when is None else when.members
            offered.setdefault((variable, kind), {}).setdefault(key, when)
    if len(offered) == 1:
        ((only, whens),) = offered.items()
        for when in whens.values():
            yield {only: when}
        return
    keys = sorted(offered)
    for chosen in product(*(offered[key].values() for key in keys)):
        times = dict(zip(keys, chosen, strict=True))
        if all(_fit(times, key) for key in keys):
            yield times


def _time_of(claim: Claim) -> Period | None:
    if claim.when is None and claim.is_reference and claim.checked is not None:
        return day_period(claim.checked)
    return claim.when


def _fit(times: Times, key: TimeKey) -> bool:
    """Whether a time lies in, or meets, those of the same variable beside it."""
    variable, kind = key
    own = times[key]
    others = (times.get((variable, other)) for other in KINDS if other != kind)
    return own is None or all(other is None or overlap(own, other) for other in others)


def times_of(term: Term, kind: PeriodType, times: Times) -> tuple[Period | None, ...]:
    """The time of a term, and others as good: the end of a year is also the next year's first day."""
    if term.at is not None and term.at.kind == "date":
        return (parse_period(term.at.text),)
    variable = variable_of(term) or COMMON
    whole = times.get((variable, "duration")) or times.get((variable, "instant"))
    if term.at is None or term.at.kind == "variable":
        return (times.get((variable, kind)) or whole,)
    if whole is None or whole.first is None or whole.last is None:
        return ()
    if term.at.kind == "previous":
        before = previous(whole)
        return () if before is None else (before,)
    edge = (
        (whole.first, whole.first - 1) if term.at.kind == "start" else (whole.last, whole.last + 1)
    )
    return tuple(day_period(day) for day in edge)


_FORMS = (
    (re.compile(r"(\d{4})"), 1, "{:04}"),
    (re.compile(r"(\d{4})-[HS]([12])"), 2, "{:04}-H{}"),
    (re.compile(r"(\d{4})-Q([1-4])"), 4, "{:04}-Q{}"),
    (re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), 12, "{:04}-{:02}"),
)


def previous(period: Period) -> Period | None:
    """The period of the same length just before: 2024-Q4 for 2025-Q1; None where that is not clear."""
    for pattern, parts, form in _FORMS:
        found = pattern.fullmatch(period.text)
        if found:
            year, *part = map(int, found.groups())
            number = year * parts + (part[0] - 1 if part else 0) - 1
            return parse_period(form.format(number // parts, number % parts + 1))
    first, last = period.first, period.last
    if first is None or last is None or len(period.members) != 1:
        return None
    if first == last:
        return day_period(first - 1)
    months = _months(first, last)
    start = _months_before(first, months) if months else 2 * first - last - 1
    return parse_period(f"{format_day(start)}/{format_day(first - 1)}")


def _months(first: int, last: int) -> int:
    """How many calendar months a span is, if it is some; else 0."""
    (year, month, day), (after_year, after_month, after_day) = civil(first), civil(last + 1)
    return (after_year - year) * 12 + after_month - month if day == after_day == 1 else 0


def _months_before(first: int, months: int) -> int:
    year, month, _ = civil(first)
    number = year * 12 + month - 1 - months
    return day_ordinal(number // 12, number % 12 + 1, 1)
