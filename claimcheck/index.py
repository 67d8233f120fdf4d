"""All claims of a run with the look-ups that rules need; built once, never changed."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from claimcheck.load.places import place
from claimcheck.model.claim import Claim, Document, Problem, Qualifiers
from claimcheck.model.relation import Relation
from claimcheck.model.vocabulary import Attribute
from claimcheck.source import Span

if TYPE_CHECKING:
    from claimcheck.text.passages import Passages

_Made = TypeVar("_Made")


class Slot(NamedTuple):
    """What several claims of one document give a value to, with the references on the same."""

    document: Document
    subject: str
    attribute: Attribute
    qualifiers: Qualifiers
    claims: tuple[Claim, ...]
    references: tuple[Claim, ...]

    @property
    def name(self) -> str:
        """`valuation(OpenAI)`, `stake(SoftBank, in=OpenAI)`: as expressions write it."""
        return slot_name(
            self.attribute, self.document.vocabulary.name_of(self.subject), self.qualifiers
        )


def slot_name(attribute: Attribute, subject: str, qualifiers: Qualifiers) -> str:
    """A slot as expressions write it."""
    more = "".join(f", {key}={value}" for key, value in qualifiers)
    return f"{attribute.name}({subject}{more})"


SlotKey = tuple[str, str, Qualifiers]


class _Clock:
    """The day that counts as today, and whether anybody asked for it."""

    __slots__ = ("day", "read")

    def __init__(self, day: int) -> None:
        self.day = day
        self.read = False


class Index:
    """Documents with their references, and what rules look up in them.

    Rules see one document at a time (`beside`), or the references alone (`of_references`).
    """

    def __init__(
        self,
        documents: Iterable[Document],
        references: Iterable[Document],
        *,
        as_of: int,
        problems: Iterable[Problem] = (),
        relations: Iterable[Relation] = (),
    ) -> None:
        self._clock = _Clock(as_of)
        self.relations = tuple(relations)
        """What the rules of this run say must hold between slots."""
        self.reference_files = tuple(references)
        self.references = tuple(
            claim for document in self.reference_files for claim in _standing(document)
        )
        """What is taken as true: rules hold the claims of documents against it."""
        self.references_to_judge = self.references
        """The references that are judged themselves; none where a document is judged beside them."""
        self._references = _by_slot(self.references)
        self._referenced = frozenset(slot[1] for slot in self._references)
        self._shared: dict[Hashable, Any] = {}
        self._elsewhere = tuple(problems)
        self._said_before: Mapping[SlotKey, Sequence[Claim]] = {}
        self.meets_others = False
        """Whether documents are held against each other, and not against references alone."""
        found = (p for document in self.reference_files for p in document.problems)
        self._take(tuple(documents), (*found, *self._elsewhere))

    def _take(self, documents: tuple[Document, ...], problems: Iterable[Problem]) -> None:
        """Be about these documents, and about these problems beside their own."""
        self.documents = documents
        self.claims = tuple(claim for document in documents for claim in _standing(document))
        """The claims that count, of all documents: those that no other claim replaces."""
        self._remembered: dict[Hashable, Any] = {}
        self._problems: dict[str, list[Problem]] = {}
        for problem in (*(p for document in documents for p in document.problems), *problems):
            self._problems.setdefault(problem.kind, []).append(problem)
        self._slots = {id(d): slots_of_claims(d) for d in documents}
        for key, claims in self._said_before.items():
            for slots in self._slots.values():
                slots.setdefault(key, []).extend(claims)
        self._contested = tuple(self._find_contested())

    @property
    def as_of(self) -> int:
        """The day, as an ordinal, that counts as today."""
        self._clock.read = True
        return self._clock.day

    @property
    def knows_the_day(self) -> bool:
        """Whether anybody asked which day it is: only then can a result change from day to day."""
        return self._clock.read

    def beside(
        self, document: Document, earlier: Mapping[SlotKey, Sequence[Claim]] | None = None
    ) -> "Index":
        """One document beside the same references: what rules see when they judge it.

        `earlier`: what other documents said before in the slots that it speaks of.
        """
        one = self._like()
        one.references_to_judge = ()
        one._said_before = earlier or {}
        one.meets_others = earlier is not None
        own = (p for p in self._elsewhere if p.span.path == document.path)
        one._take((document,), own)
        return one

    def of_references(self) -> "Index":
        """The references alone, with what is wrong in files without claims."""
        alone = self._like()
        paths = {document.path for document in self.documents}
        found = (p for document in self.reference_files for p in document.problems)
        rest = (p for p in self._elsewhere if p.span.path not in paths)
        alone._take((), (*found, *rest))
        return alone

    def _like(self) -> "Index":
        other = Index.__new__(Index)
        other.__dict__.update(self.__dict__)
        other._clock = _Clock(self._clock.day)
        return other

    def problems(self, kind: str) -> tuple[Problem, ...]:
        """What is wrong with the files, of one kind (the name of the format rule without its family)."""
        return tuple(self._problems.get(kind, ()))

    def with_problems(self, problems: Iterable[Problem]) -> "Index":
        """The same index, knowing of some more problems."""
        more = Index.__new__(Index)
        more.__dict__.update(self.__dict__)
        more._problems = {kind: list(found) for kind, found in self._problems.items()}
        for problem in problems:
            more._problems.setdefault(problem.kind, []).append(problem)
        return more

    def with_relations(self, relations: Iterable[Relation]) -> "Index":
        """The same index for a run whose rules state these relations."""
        found = tuple(relations)
        if found == self.relations:
            return self
        more = Index.__new__(Index)
        more.__dict__.update(self.__dict__)
        more.relations, more._remembered, more._shared = found, {}, {}
        return more

    def remember(self, key: Hashable, make: Callable[[], _Made], *, shared: bool = False) -> _Made:
        """What `make` gives, worked out once for each key: several rules ask for it in turn.

        `shared`: it follows from the references alone, and is kept for all documents.
        """
        known = self._shared if shared else self._remembered
        if key not in known:
            known[key] = make()
        made: _Made = known[key]
        return made

    def contested_slots(self) -> tuple[Slot, ...]:
        """Slots with at least two claims, or one and a reference: where something can disagree."""
        return self._contested

    def references_on(
        self, subject: str, attribute: str, qualifiers: Qualifiers = ()
    ) -> tuple[Claim, ...]:
        """The references that give a value to a slot."""
        return tuple(self._references.get((subject, attribute, qualifiers), ()))

    @property
    def earlier(self) -> tuple[Claim, ...]:
        """The claims of other documents that this one meets."""
        return tuple(claim for claims in self._said_before.values() for claim in claims)

    def claims_of(self, document: Document) -> tuple[Claim, ...]:
        """The claims of a document that count."""
        return _standing(document)

    def slots_of(self, document: Document) -> Mapping[SlotKey, Sequence[Claim]]:
        """The claims of a document, and of others that it meets, by slot: subject, attribute, qualifiers."""
        return self._slots[id(document)]

    def networked(self) -> tuple[Document, ...]:
        """The documents about which a relation or a `that:` claim may speak."""
        return self.remember("networked", lambda: tuple(filter(self._is_networked, self.documents)))

    def _is_networked(self, document: Document) -> bool:
        if any(claim.that is not None for claim in document.claims):
            return True
        return bool(self.relations and self.relations_on(document))

    def relations_on(self, document: Document) -> tuple[Relation, ...]:
        """The relations that could bind what a document and the references give values of."""
        given = self.attributes_of(document)
        return self.remember(
            ("relations", given),
            lambda: tuple(relation for relation in self.relations if relation.could_bind(given)),
            shared=True,
        )

    def attributes_of(self, document: Document) -> frozenset[str]:
        """The attributes of which a document or a reference gives a value."""
        return self.remember(
            ("attributes", id(document)),
            lambda: frozenset(slot[1] for slot in self.slots_of(document)) | self._referenced,
        )

    def passages(self, document: Document) -> "Passages | None":
        """The article of a document with what its claims quote; None without an article."""
        if document.article is None or not document.article.text:
            return None
        from claimcheck.text.passages import Passages

        return self.remember(("passages", id(document)), lambda: Passages(document))

    def reference_slots(self) -> Mapping[SlotKey, Sequence[Claim]]:
        """The references by slot."""
        return self._references

    def values_of(
        self, document: Document, subject: str, attribute: str, qualifiers: Qualifiers = ()
    ) -> tuple[Claim, ...]:
        """The claims of a document that give a value to a slot, and the references that do."""
        key = (subject, attribute, qualifiers)
        own = self._slots[id(document)].get(key, ())
        return (*own, *self._references.get(key, ()))

    def span(self, claim: Claim, key: str = "value") -> Span:
        """Where a claim's value (or another of its fields, or else the claim) stands in its file."""
        path = (*claim.path, key)
        return place(claim.document.source, path)

    def _find_contested(self) -> Iterator[Slot]:
        for document in self.documents:
            for key, claims in self._slots[id(document)].items():
                references = self._references.get(key, ())
                if len(claims) + len(references) > 1:
                    attribute = claims[0].attribute
                    assert attribute is not None
                    yield Slot(
                        document, key[0], attribute, key[2], tuple(claims), tuple(references)
                    )


def _standing(document: Document) -> tuple[Claim, ...]:
    """The claims that no other one of the document corrects."""
    replaced = {claim.replaces for claim in document.claims if claim.replaces is not None}
    if not replaced:
        return document.claims
    return tuple(claim for claim in document.claims if claim.id not in replaced)


def slots_of_claims(document: Document) -> dict[SlotKey, list[Claim]]:
    """The claims of a document that count, by slot."""
    return _by_slot(_standing(document))


def _by_slot(claims: Iterable[Claim]) -> dict[SlotKey, list[Claim]]:
    slots: dict[SlotKey, list[Claim]] = {}
    for claim in claims:
        if claim.attribute is not None and claim.subject is not None and claim.value is not None:
            key = (claim.subject, claim.attribute.name, claim.qualifiers)
            slots.setdefault(key, []).append(claim)
    return slots
