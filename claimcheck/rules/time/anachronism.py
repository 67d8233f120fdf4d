"""Something is said of a time at which its subject did not exist yet, or no longer.

A company has no revenue before it was founded, a person no post after death, a product no users before its
release. One of the dates is wrong, or another entity is meant. Which dates begin or end a subject is said in
the vocabulary (`bounds`), and which attributes have no value before which date (`after`).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimcheck.consistency.levels import level_of
from claimcheck.consistency.meeting import SURE
from claimcheck.consistency.steps import label, related, said
from claimcheck.consistency.values import Verdict
from claimcheck.finding import Checked, Finding, Of, Outcome, When
from claimcheck.index import Index
from claimcheck.model.claim import CERTAINTIES, Claim
from claimcheck.model.quantity import Quantity

LEVEL = "error"
TAGS = ("dates",)
SUPERSEDES = ("references/contradiction",)
MESSAGE = {
    "en": "{attribute} {subject} is dated {when}, before its {limit} ({date})",
    "fr": "{attribute} {subject} : daté de {when}, avant sa date de {limit} ({date})",
}
AFTER = {
    "en": "{attribute} {subject} is dated {when}, after its {limit} ({date})",
    "fr": "{attribute} {subject} : daté de {when}, après sa date de {limit} ({date})",
}
HELP = {
    "en": "one of the two dates is wrong, or another entity is meant",
    "fr": "l’une des deux dates est fausse, ou il s’agit d’une autre entité",
}

BAD = [
    """
claims:
  - {id: start, subject: OpenAI, attribute: founded, value: 2015-12-11}
  - {id: sales, subject: OpenAI, attribute: revenue, when: 2014, value: 3 million USD}  # finds: time/anachronism
""",
    """
claims:
  - {id: head, subject: Acme, attribute: founded, value: 1990}
  - {id: late, subject: Acme, attribute: employees, when: 2025, value: 1200}  # finds: time/anachronism
references:
  - {id: end, subject: Acme, attribute: dissolved, value: 2019-05, citation: Commercial register}
""",
]
GOOD = [
    """
claims:  # in the year of the foundation there may be a first revenue
  - {id: start, subject: OpenAI, attribute: founded, value: 2015-12-11}
  - {id: sales, subject: OpenAI, attribute: revenue, when: 2015, value: 3 million USD}
""",
    """
claims:  # somebody else's
  - {id: start, subject: OpenAI, attribute: founded, value: 2015-12-11}
  - {id: sales, subject: Microsoft, attribute: revenue, when: 2014, value: 86 billion USD}
""",
    """
claims:  # a supposition about another course of things
  - {id: start, subject: OpenAI, attribute: founded, value: 2015-12-11}
  - {id: sales, subject: OpenAI, attribute: revenue, when: 2014, value: 3 million USD, scenario: what-if}
""",
]


class _Limit(NamedTuple):
    """A day before (or after) which a claim's attribute has no value, and the claim that says so."""

    claim: Claim
    day: int
    ends: bool


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each dated claim that lies wholly before the start, or after the end."""
    known = index.remember("days that bound", lambda: _limits(index.references), shared=True)
    own = _limits(index.claims)
    checked = 0
    for claim in index.claims if known or own else ():
        if claim.when is None or claim.subject is None or claim.value is None or claim.denied:
            continue
        limits = (*known.get(claim.subject, ()), *own.get(claim.subject, ()))
        for limit in sorted(limits, key=_sureness):
            if not _applies(claim, limit):
                continue
            checked += 1
            if _outside(claim, limit):
                yield _finding(index, claim, limit)
                break
    yield Checked(checked)


def _limits(claims: Iterable[Claim]) -> dict[str, list[_Limit]]:
    """For each entity the days that bound it, by claims or references."""
    found: dict[str, list[_Limit]] = {}
    for claim in claims:
        attribute, value = claim.attribute, claim.value
        if attribute is None or attribute.type.name != "date" or not isinstance(value, Quantity):
            continue
        if claim.subject is None or claim.denied or claim.scenario:
            continue
        ends = attribute.bounds == "end"
        limit = value.wide.high if ends else value.wide.low
        if limit is not None:
            found.setdefault(claim.subject, []).append(_Limit(claim, int(limit), ends))
    return found


def _sureness(limit: _Limit) -> tuple[bool, int, str]:
    """The surest bounds first, so that the order of claims does not matter."""
    claim = limit.claim
    return not claim.is_reference, CERTAINTIES.index(claim.certainty), claim.id


def _applies(claim: Claim, limit: _Limit) -> bool:
    """Whether a bound of the subject bounds this claim: same document and world, right attribute."""
    bound = limit.claim
    if bound is claim or bound.attribute is None or claim.attribute is None:
        return False
    if not bound.is_reference and bound.document is not claim.document:
        return False
    if claim.scenario != bound.scenario and not bound.is_reference:
        return False
    return bound.attribute.bounds is not None or claim.attribute.after == bound.attribute.name


def _outside(claim: Claim, limit: _Limit) -> bool:
    assert claim.when is not None
    first, last = claim.when.wide_first, claim.when.wide_last
    if limit.ends:
        return first is not None and first > limit.day
    return last is not None and last < limit.day


def _finding(index: Index, claim: Claim, limit: _Limit) -> Finding:
    bound = limit.claim
    assert claim.attribute is not None and bound.attribute is not None and claim.when is not None
    name = claim.document.vocabulary.name_of(claim.subject or "")
    return Finding(
        about=f"{claim.id} {bound.attribute.name}",
        span=index.span(claim, "when"),
        data={
            "attribute": claim.attribute.labels or claim.attribute.name,
            "subject": Of(name),
            "when": When(claim.when),
            "limit": bound.attribute.labels or bound.attribute.name,
            "date": said(bound),
        },
        claims=(claim, bound),
        level=level_of(claim, bound, Verdict("robust"), SURE),
        label=label(claim),
        related=related(index, (bound,)),
        text=AFTER if limit.ends else MESSAGE,
    )
