"""The archive: what a newsroom said before an article, so that the article can be held against it."""

from collections.abc import Iterable, Mapping
from copy import copy

from claimcheck.consistency.meeting import day_period
from claimcheck.index import SlotKey, slots_of_claims
from claimcheck.model.claim import Claim, Document
from claimcheck.model.expression import terms
from claimcheck.model.vocabulary import fold


class Archive:
    """The claims of all documents by slot, in the order in which they were published."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._slots: dict[SlotKey, list[tuple[tuple[int, str], Claim]]] = {}
        self.paths: list[str] = []
        """The files, as they are shown."""
        for document in documents:
            self.paths.append(document.path)
            place = _place(document)
            for key, claims in slots_of_claims(document).items():
                said = ((place, _dated(claim)) for claim in claims)
                self._slots.setdefault(key, []).extend(said)
        for found in self._slots.values():
            found.sort(key=lambda pair: (*pair[0], pair[1].ordinal))

    def before(self, document: Document) -> Mapping[SlotKey, tuple[Claim, ...]]:
        """What was said earlier in the slots that a document speaks of.

        Of documents of one day, and of those without a date, which come last, the path decides.
        """
        place = _place(document)
        found = {}
        for key in sorted({*slots_of_claims(document), *_named(document)}):
            earlier = tuple(
                claim
                for at, claim in self._slots.get(key, ())
                if at < place and claim.document.path != document.path
            )
            if earlier:
                found[key] = earlier
        return found


_UNDATED = 10**9


def _place(document: Document) -> tuple[int, str]:
    return (_UNDATED if document.published is None else document.published, document.name)


def _dated(claim: Claim) -> Claim:
    """A claim as a later article meets it: what it says of its day, it says of the day of publication."""
    published, attribute = claim.document.published, claim.attribute
    if claim.when is not None or published is None or attribute is None:
        return claim
    if attribute.period != "instant":
        return claim
    dated = copy(claim)
    dated.when = day_period(published)
    return dated


def _named(document: Document) -> Iterable[SlotKey]:
    """The slots that the expressions of a document name."""
    resolve = document.vocabulary.resolve
    for claim in document.claims:
        for term in terms(claim.that) if claim.that is not None else ():
            qualifiers = tuple(
                (key, resolve(choice.name) or fold(choice.name)) for key, choice in term.qualifiers
            )
            yield (
                resolve(term.subject.name) or fold(term.subject.name),
                term.attribute,
                qualifiers,
            )
