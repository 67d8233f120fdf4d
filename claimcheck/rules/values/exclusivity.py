"""What is said to be exclusive has another holder as well.

"Exclusive" rules out everybody else: an exclusive distributor and another distributor cannot both be right
at one time. Either the word is too strong, or the two speak of different times or products. Which attribute
excludes which is said in the vocabulary (`excludes`).
"""

from collections.abc import Iterator

from claimcheck.consistency.levels import level_of
from claimcheck.consistency.meeting import Apart, Meeting, meeting
from claimcheck.consistency.steps import label, related
from claimcheck.consistency.values import Verdict
from claimcheck.finding import Checked, Finding, Of, Outcome, Skipped
from claimcheck.index import Index
from claimcheck.model.claim import Claim, Document
from claimcheck.model.value import Term

LEVEL = "error"
MESSAGE = {
    "en": "{exclusive} {subject} is {holder}, yet {other} is named as {plain}",
    "fr": "{exclusive} {subject} : {holder}, or {other} est cité comme {plain}",
}
HELP = {
    "en": "drop the word exclusive, or say of which product or time it holds",
    "fr": "retirez le mot exclusif, ou dites pour quel produit ou quel moment il vaut",
}

BAD = [
    """
claims:
  - {id: alone, subject: ChatGPT Enterprise, attribute: exclusive_distributor, value: Microsoft}  # finds: values/exclusivity
  - {id: also, subject: ChatGPT Enterprise, attribute: distributor, value: Amazon, certainty: possible}
""",
]

GOOD = [
    """
claims:  # the exclusive one is a distributor, of course
  - {id: alone, subject: ChatGPT Enterprise, attribute: exclusive_distributor, value: Microsoft}
  - {id: also, subject: ChatGPT Enterprise, attribute: distributor, value: Microsoft}
""",
    """
claims:  # another product
  - {id: alone, subject: ChatGPT Enterprise, attribute: exclusive_distributor, value: Microsoft}
  - {id: also, subject: ChatGPT Edu, attribute: distributor, value: Amazon}
""",
    """
claims:  # exclusive once, shared later
  - {id: alone, subject: ChatGPT Enterprise, attribute: exclusive_distributor, value: Microsoft, when: 2023}
  - {id: also, subject: ChatGPT Enterprise, attribute: distributor, value: Amazon, when: 2026}
""",
    """
claims:  # several distributors, none of them exclusive
  - {id: one, subject: ChatGPT Enterprise, attribute: distributor, value: Microsoft}
  - {id: two, subject: ChatGPT Enterprise, attribute: distributor, value: Amazon}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each exclusive claim or reference and other holder that meet."""
    references = index.remember(
        "exclusive references", lambda: list(filter(_is_exclusive, index.references)), shared=True
    )
    for document in index.documents:
        own = (claim for claim in index.claims_of(document) if _is_exclusive(claim))
        for exclusive in (*own, *references):
            assert exclusive.attribute is not None and isinstance(exclusive.value, Term)
            for other in _others(index, document, exclusive, exclusive.attribute.excludes or ""):
                met = meeting(exclusive, other)
                if exclusive.is_reference and other.is_reference:
                    continue
                if isinstance(met, Apart):
                    yield Skipped(met.reason, (exclusive, other))
                elif (
                    isinstance(other.value, Term) and other.value.content != exclusive.value.content
                ):
                    yield _finding(index, exclusive, other, met)
                else:
                    yield Checked()


def _is_exclusive(claim: Claim) -> bool:
    attribute = claim.attribute
    return (
        attribute is not None
        and attribute.excludes is not None
        and claim.subject is not None
        and isinstance(claim.value, Term)
        and not claim.denied
    )


def _others(index: Index, document: Document, claim: Claim, attribute: str) -> list[Claim]:
    return [
        other
        for other in index.values_of(document, claim.subject or "", attribute, claim.qualifiers)
        if not other.denied
    ]


def _finding(index: Index, exclusive: Claim, other: Claim, met: Meeting) -> Finding:
    assert exclusive.attribute is not None and other.attribute is not None
    name_of = exclusive.document.vocabulary.name_of
    assert isinstance(exclusive.value, Term) and isinstance(other.value, Term)
    first, second = (other, exclusive) if exclusive.is_reference else (exclusive, other)
    return Finding(
        about=f"{exclusive.subject} {exclusive.id} {other.id}",
        span=index.span(first),
        data={
            "holder": name_of(str(exclusive.value.content)),
            "exclusive": exclusive.attribute.labels or exclusive.attribute.name,
            "subject": Of(name_of(exclusive.subject or "")),
            "other": name_of(str(other.value.content)),
            "plain": other.attribute.labels or other.attribute.name,
        },
        claims=(exclusive, other),
        level=level_of(exclusive, other, Verdict("robust"), met),
        label=label(first),
        related=related(index, (second,)),
    )
