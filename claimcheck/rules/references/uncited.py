"""A reference does not say where it comes from.

What is taken as true must be open to anyone's check: give the title or the URL of the source in `citation`.
"""

from collections.abc import Iterator

from claimcheck.finding import Checked, Finding, Outcome
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "the reference `{id}` has no citation",
    "fr": "la référence « {id} » n’a pas de source (`citation`)",
}
HELP = {
    "en": "add `citation:` with the title or URL of the source",
    "fr": "ajoutez `citation:` avec le titre ou l’URL de la source",
}

BAD = [
    """
references:
  - {id: sale, subject: OpenAI, attribute: valuation, when: 2025-10, value: 500e9 USD}  # finds: references/uncited
""",
]
GOOD = [
    """
references:
  - {id: sale, subject: OpenAI, attribute: valuation, when: 2025-10, value: 500e9 USD, citation: "Reuters, 2 October 2025"}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each reference without a citation."""
    for reference in index.references_to_judge:
        if not reference.citation:
            yield Finding(
                about=reference.id,
                span=index.span(reference, "id"),
                data={"id": reference.id},
                claims=(reference,),
            )
    yield Checked(len(index.references_to_judge))
