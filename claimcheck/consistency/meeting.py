"""When two claims of a slot speak of the same moment and the same world (DESIGN 5)."""

from typing import NamedTuple

from claimcheck.catalogue import tell
from claimcheck.model.claim import Claim
from claimcheck.model.period import Period, format_day, meet, overlap, parse_period, same
from claimcheck.model.vocabulary import Attribute


class Meeting(NamedTuple):
    """That two claims meet, and how surely: `lower` levels down, or at most a note."""

    lower: int = 0
    only_note: bool = False


class Apart(NamedTuple):
    """That two claims do not meet, and why."""

    reason: str


SURE = Meeting()

OTHER_SCENARIO = Apart(tell("another scenario"))
OTHER_TIME = Apart(tell("another time"))
NO_PERIOD = Apart(tell("one has no period"))


def meeting(a: Claim, b: Claim) -> Meeting | Apart:
    """Whether two claims of one slot speak of one thing; both have an attribute."""
    if a.scenario != b.scenario and not (a.is_reference or b.is_reference):
        return OTHER_SCENARIO
    assert a.attribute is not None
    if a.attribute.period == "timeless":
        return _timeless(a.when, b.when)
    if a.attribute.period == "duration":
        return _same_period(a.when, b.when)
    return _instants(a, b)


def meeting_at(claim: Claim, attribute: Attribute, when: Period | None) -> Meeting | Apart:
    """Whether a claim speaks of a moment that another statement of its document is about.

    Scenarios aside: they are the caller's.
    """
    if attribute.period == "timeless":
        return _timeless(claim.when, when)
    if attribute.period == "duration":
        return _same_period(claim.when, when)
    return _moments(_dated(claim), when, claim.document.published)


def _timeless(a: Period | None, b: Period | None) -> Meeting | Apart:
    """Facts without a period always meet, unless somebody dates them and says two different times."""
    if a is not None and b is not None and not overlap(a, b):
        return OTHER_TIME
    return SURE


def _same_period(a: Period | None, b: Period | None) -> Meeting | Apart:
    """Flows meet for identical periods only."""
    if a is None and b is None:
        return SURE
    if a is None or b is None:
        return NO_PERIOD
    return SURE if same(a, b) else OTHER_TIME


def _instants(a: Claim, b: Claim) -> Meeting | Apart:
    when_a, when_b = _dated(a), _dated(b)
    undated = a if when_a is None else b
    return _moments(when_a, when_b, undated.document.published)


def _moments(a: Period | None, b: Period | None, published: int | None) -> Meeting | Apart:
    """The table of DESIGN 5; `published` dates the one without a date."""
    if a is None and b is None:
        return SURE
    if a is not None and b is not None:
        found = meet(a, b)
        if found == "no":
            return OTHER_TIME
        return SURE if found == "yes" else Meeting(only_note=True)
    dated = a or b
    if published is None or dated is None or not _covers(dated, published):
        return OTHER_TIME
    return Meeting(lower=1)


def _dated(claim: Claim) -> Period | None:
    """When a claim holds: its `when`; for an undated reference the day it was looked up."""
    if claim.when is None and claim.is_reference and claim.checked is not None:
        return day_period(claim.checked)
    return claim.when


def day_period(day: int) -> Period:
    """The period of a single day."""
    return parse_period(format_day(day))


def _covers(period: Period, day: int) -> bool:
    return any(
        (first is None or first <= day) and (last is None or day <= last)
        for first, last in period.members
    )
