"""How serious a contradiction between two claims is (DESIGN 5)."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from claimcheck.consistency.meeting import Meeting
from claimcheck.consistency.values import Verdict
from claimcheck.finding import Level, lower
from claimcheck.model.claim import Claim

# What may stand before the name of a source: "according to Reuters", « selon le Figaro ».
_BEFORE = frozenset(
    "according to as per by the selon d après l le la les un une a an de du".split()
)
# First words of attributions that name nobody, whoever is named later: "people close to SoftBank".
_NOBODY = frozenset(
    """
    some several many certain various most other unnamed anonymous one two three those someone
    person people source sources media press report reports analyst analysts expert experts observer
    observers insider insiders official officials investors employees
    des certains certaines plusieurs divers diverses quelques autres ceux deux trois
    médias presse rumeurs analyste analystes expert experts observateurs proche proches personne
    personnes responsables investisseurs salariés employés
    """.split()
)


def level_of(a: Claim, b: Claim, verdict: Verdict, met: Meeting) -> Level:
    """The level of a clash of two claims: an error, lowered by every doubt."""
    sources = {_source(claim) for claim in (a, b) if not claim.is_reference}
    if met.only_note or (verdict.clash == "fragile" and verdict.rounded):
        return "note"
    possible = all(c.certainty == "possible" and not c.is_reference for c in (a, b))
    if possible or len(sources - {None, ""}) == 2:
        return "note"
    doubts = met.lower + (verdict.clash == "fragile")
    doubts += any(claim.certainty != "certain" and not claim.is_reference for claim in (a, b))
    doubts += "" in sources and len(sources - {None, ""}) == 1
    return lower("error", doubts)


def level_of_set(claims: Sequence[Claim], *, robust: bool, lowered: int = 0) -> Level:
    """The level of a contradiction among several claims, by the same doubts."""
    own = [claim for claim in claims if not claim.is_reference]
    sources = {_source(claim) for claim in own}
    named = sources - {None, ""}
    if len(named) > 1 or (len(own) > 1 and all(claim.certainty == "possible" for claim in own)):
        return "note"
    doubts = lowered + (not robust) + any(claim.certainty != "certain" for claim in own)
    return lower("error", doubts + ("" in sources and len(named) == 1))


def _source(claim: Claim) -> str | None:
    """Who says so: a named source, "" for the document's own voice, None for an unnamed one."""
    if not claim.attribution:
        return ""
    entity = claim.document.vocabulary.resolve(claim.attribution)
    if entity is not None:
        return entity
    words = [word.strip('.,:;«»“”"()') for word in re.split(r"['’\s]", claim.attribution)]
    first, *rest = [*dropwhile(lambda word: word.lower() in _BEFORE, words)] or [""]
    named = first.lower() not in _NOBODY and any(word[:1].isupper() for word in (first, *rest))
    return claim.attribution if named else None
