"""Quantities or dates of the article are in no claim's quote.

What nobody encoded, nobody checks. Encode them (`claimcheck draft` proposes how), or say under `not-encoded` why they
are left out. Counts up to ten in words ("three men") are not asked for.
"""

from collections.abc import Iterator

from claimcheck.catalogue import tell
from claimcheck.finding import Checked, Finding, Outcome, Phrase, Related, Skipped
from claimcheck.index import Index
from claimcheck.model.claim import Document
from claimcheck.source import Span
from claimcheck.text.encoding import encoded
from claimcheck.text.passages import Passages

LEVEL = "note"
READS_ARTICLE = True
MESSAGE = {
    "en": "{missing} of {total} quantities and dates of {article} are in no claim's quote",
    "fr": "{missing} des {total} quantités et dates de {article} ne sont citées par aucune affirmation",
}
HELP = {
    "en": "encode them, or list them under `not-encoded` with the reason",
    "fr": "encodez-les, ou énumérez-les sous `not-encoded` avec la raison",
}
_ONE = {
    "en": "1 of {total} quantities and dates of {article} is in no claim's quote",
    "fr": "1 des {total} quantités et dates de {article} n’est citée par aucune affirmation",
}
_HERE = {"en": "{encoded}", "fr": "{encoded}"}

BAD = [
    """
document: {text: article.md, language: en}
claims:
  - {id: staff, subject: Acme, attribute: employees, value: 300, quote: Acme has 300 workers}
text: |
  Acme has 300 workers. In 2025 it sold for 41 million euros.  # finds: text/uncovered
""",
]
GOOD = [
    """
document:
  text: article.md
  language: en
  not-encoded: [{quote: "In 2025", reason: the year is that of the sales}]
claims:
  - {id: staff, subject: Acme, attribute: employees, value: 300, quote: Acme has 300 workers}
  - {id: sales, subject: Acme, attribute: revenue, when: 2025, value: 41 million EUR, quote: it sold for 41 million euros}
text: |
  Acme has 300 workers in three plants. In 2025 it sold for 41 million euros.
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each article with all that no claim quotes."""
    for document in index.documents:
        passages = index.passages(document)
        if passages is None:
            continue
        if not passages.readable:
            yield Skipped(tell("an article in a language without a lexicon"))
            continue
        yield Checked(passages.coverage[1])
        if passages.uncovered and document.claims:
            yield _finding(document, passages)


def _finding(document: Document, passages: Passages) -> Finding:
    missing = passages.uncovered
    places = [
        Related(passages.place(r.start, r.end), Phrase(_HERE, {"encoded": encoded(r)}))
        for r in missing
    ]
    span: Span = places[0].span
    return Finding(
        about="uncovered",
        span=span,
        data={
            "missing": len(missing),
            "total": passages.coverage[1],
            "article": passages.source.path,
        },
        level="note",
        label=places[0].label,
        related=tuple(places[1:]),
        text=_ONE if len(missing) == 1 else None,
        document=document.path,
    )
