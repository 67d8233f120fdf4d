"""How serious a contradiction between two claims is (DESIGN 5)."""

from collections.abc import Sequence

from claimcheck.consistency.meeting import Meeting
from claimcheck.consistency.values import Verdict
from claimcheck.finding import Level, lower
from claimcheck.model.claim import Claim

# First words of attributions that name nobody: "some media", "people close to the talks".
_NOBODY = frozenset(
    """
    a an some several many certain various unnamed anonymous people sources source media reports
    analysts experts observers insiders officials one two three the according
    un une des de du certains certaines plusieurs divers diverses d quelques médias presse
    analystes experts observateurs proches selon les la le l on personnes
    """.split()
)


def level_of(a: Claim, b: Claim, verdict: Verdict, met: Meeting) -> Level:
    """The level of a clash of two claims: an error, lowered by every doubt."""
    sources = {_source(claim) for claim in (a, b) if not claim.is_reference}
    if met.only_note or (verdict.clash == "fragile" and verdict.rounded):
        return "note"
    if a.certainty == b.certainty == "possible" or len(sources - {None, ""}) == 2:
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
    words = claim.attribution.replace("'", " ").replace("’", " ").split()
    named = any(word[0].isupper() and word.lower() not in _NOBODY for word in words)
    return claim.attribution if named else None
