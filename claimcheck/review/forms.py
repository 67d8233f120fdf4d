"""What an editor filled in, and the changes of claim files that it asks for."""

from collections.abc import Mapping
from datetime import date

from claimcheck.editing.decisions import Acceptance, Edited, set_key
from claimcheck.errors import UsageError
from claimcheck.finding import Finding
from claimcheck.model.claim import Claim
from claimcheck.review.encoding import QUOTE_KEYS, Filled
from claimcheck.review.terms import ReviewTerms
from claimcheck.suppress import named

Fields = Mapping[str, str]

CHANGEABLE = ("value", "scale", "when", "certainty", "scenario", "attribution", "note")
"""What of a claim that is there can be corrected or qualified."""


def acceptance(
    finding: Finding, claim: Claim, fields: Fields, terms: ReviewTerms, today: int
) -> Acceptance:
    """The acceptance that a form states; raises UsageError without a reason or with a day gone by."""
    if not fields.get("reason"):
        raise UsageError(terms("needs-reason"))
    until = fields.get("until", "")
    if until and not _is_to_come(until, today):
        raise UsageError(terms("needs-day", text=until))
    others = [named(other, claim) for other in finding.claims if other is not claim]
    return Acceptance(
        finding.rule, list(dict.fromkeys(others)), fields["reason"], fields.get("by", ""), until
    )


def _is_to_come(text: str, today: int) -> bool:
    try:
        return date.fromisoformat(text).toordinal() >= today
    except ValueError:
        return False


def filled(fields: Fields) -> Filled:
    """The claim that a form states."""
    return Filled(
        {key: fields[f"quote-{key}"] for key in QUOTE_KEYS if fields.get(f"quote-{key}")},
        fields.get("id", ""),
        fields.get("subject", ""),
        fields.get("attribute", ""),
        {key[6:]: text for key, text in fields.items() if key.startswith("where-") and text},
        fields.get("value", ""),
        fields.get("scale", ""),
        fields.get("when", ""),
        fields.get("certainty", "certain"),
        fields.get("scenario", ""),
        fields.get("attribution", ""),
        "denied" in fields,
        fields.get("note", ""),
    )


def missing(claim: Filled, terms: ReviewTerms) -> list[str]:
    """What has to be filled in before a claim says anything, by its labels."""
    return [
        terms(f"{key}-label").lower()
        for key in ("subject", "attribute", "value", "id")
        if not getattr(claim, key)
    ]


def as_filled(claim: Claim, quote: Mapping[str, str]) -> Filled:
    """The form for a claim that is there."""
    name_of = claim.document.vocabulary.name_of
    return Filled(
        quote,
        claim.id,
        "" if claim.subject is None else name_of(claim.subject),
        "" if claim.attribute is None else claim.attribute.name,
        {key: name_of(value) for key, value in claim.qualifiers},
        claim.value.text if claim.value is not None else "",
        claim.scale or "",
        claim.when.text if claim.when is not None else "",
        claim.certainty,
        claim.scenario or "",
        claim.attribution or "",
        claim.denied,
        claim.note or "",
    )


def changes(claim: Claim, wanted: Filled) -> dict[str, str]:
    """The keys of a claim that a form gives another text; an empty one is taken out."""
    now = as_filled(claim, {})
    found = {
        key: str(getattr(wanted, key))
        for key in CHANGEABLE
        if getattr(wanted, key) != getattr(now, key)
    }
    if found.get("certainty") == "certain":
        found["certainty"] = ""
    return found


def changed(claim: Claim, wanted: Mapping[str, str]) -> Edited:
    """A document with some keys of a claim changed; raises CannotEdit."""
    ordinal = claim.ordinal
    done: Edited | None = None
    for key, text in wanted.items():
        current = claim if done is None else _at(done, ordinal)
        step = set_key(current, key, text)
        done = step if done is None else step._replace(problems=done.problems + step.problems)
    assert done is not None
    return done


def _at(edited: Edited, ordinal: int) -> Claim:
    found = next((c for c in edited.document.claims if c.ordinal == ordinal), None)
    if found is None:
        raise UsageError("the claim could not be read after its first change")
    return found
