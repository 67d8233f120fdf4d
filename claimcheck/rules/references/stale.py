"""Nobody has looked at a reference for long, though it is said to hold until today.

A reference that is open-ended (`when: 2025-10/..`) or undated may have been overtaken. Look at its source
again, then set `checked` to that day, or give the reference an end. One whose time is past cannot go stale.
"""

from collections.abc import Iterator

from claimcheck.finding import Checked, Day, Finding, Outcome
from claimcheck.index import Index
from claimcheck.model.claim import Claim

LEVEL = "warning"
TAGS = ("dates",)
MESSAGE = {
    "en": "the reference `{id}` was last checked on {checked}, {days} days ago",
    "fr": "la référence « {id} » a été vérifiée le {checked}, il y a {days} jours",
}
NEVER = {
    "en": "the reference `{id}` is said to hold until today, but does not say when it was checked",
    "fr": "la référence « {id} » vaudrait jusqu’à aujourd’hui, mais ne dit pas quand elle a été vérifiée",
}
HELP = {
    "en": "look at the source again and set `checked`, or give `when` an end",
    "fr": "relisez la source et mettez `checked` à jour, ou donnez une fin à `when`",
}

BAD = [
    """
references:
  - id: tax
    subject: France
    attribute: population
    when: 2023-01/..
    value: 68.0 million
    citation: Insee
    checked: 2024-01-15  # finds: references/stale
as-of: 2026-01-30
""",
    """
references:
  - {id: people, subject: France, attribute: population, value: 68.0 million, citation: Insee}  # finds: references/stale
as-of: 2026-01-30
""",
]
GOOD = [
    """
references:  # checked not long ago
  - {id: people, subject: France, attribute: population, when: 2023-01/.., value: 68.0 million, citation: Insee, checked: 2025-11-15}
as-of: 2026-01-30
""",
    """
references:  # what is past stays as it was
  - {id: people, subject: France, attribute: population, when: 2023-01, value: 68.0 million, citation: Insee, checked: 2023-02-01}
  - {id: gpt, subject: GPT-5, attribute: release, value: 2025-08-07, citation: OpenAI}
as-of: 2026-01-30
""",
]


def check(index: Index, *, max_age: int = 365) -> Iterator[Outcome]:
    """One finding for each reference that still holds and was not checked for `max_age` days."""
    for reference in index.references_to_judge:
        if not _open(reference):
            continue
        age = None if reference.checked is None else index.as_of - reference.checked
        if age is None:
            yield _finding(index, reference, "id", {"id": reference.id})
        elif age > max_age and reference.checked is not None:
            data = {"id": reference.id, "checked": Day(reference.checked), "days": age}
            yield _finding(index, reference, "checked", data)
        else:
            yield Checked()


def _open(reference: Claim) -> bool:
    if reference.attribute is None or reference.attribute.period == "timeless":
        return False
    return reference.when is None or reference.when.last is None


def _finding(index: Index, reference: Claim, key: str, data: dict[str, object]) -> Finding:
    return Finding(
        about=reference.id,
        span=index.span(reference, key),
        data=data,
        claims=(reference,),
        level="warning",
        text=MESSAGE if key == "checked" else NEVER,
    )
