"""Claims and documents: what an article says, encoded."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.model.value import Value
from claimcheck.model.vocabulary import Attribute, Vocabulary
from claimcheck.source import Path, Source, Span

if TYPE_CHECKING:
    from claimcheck.model.expression import Expression
    from claimcheck.model.period import Period

Certainty = Literal["certain", "probable", "possible"]
CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible")

Qualifiers = tuple[tuple[str, str], ...]


class Suppression(NamedTuple):
    """An `ignore:` entry: one rule's findings, of this claim with those in `others`, are accepted."""

    number: int
    """Its place in the list, from 0."""
    rule: str
    others: tuple[str, ...]
    reason: str
    by: str | None
    until: int | None
    """The last day it counts, as an ordinal; None: no end."""


class Claim:
    """One typed assertion of a document, or a reference (DESIGN 2).

    `subject` and `attribute` are None for a claim about an expression (`that`) and where the file
    names something unknown; `value` is None for comparisons and where it could not be read.
    """

    __slots__ = (
        "attribute",
        "attribution",
        "certainty",
        "checked",
        "citation",
        "denied",
        "document",
        "id",
        "ignore",
        "note",
        "ordinal",
        "qualifiers",
        "quote",
        "replaces",
        "scale",
        "scenario",
        "subject",
        "that",
        "value",
        "when",
    )

    document: "Document"
    ordinal: int
    id: str
    subject: str | None
    attribute: Attribute | None
    qualifiers: Qualifiers
    value: Value | None
    when: "Period | None"
    certainty: Certainty
    scenario: str | None
    attribution: str | None
    quote: object
    note: str | None
    denied: bool
    scale: str | None
    replaces: str | None
    ignore: tuple[Suppression, ...]
    that: "Expression | None"
    citation: str | None
    checked: int | None

    def __repr__(self) -> str:
        return f"Claim({self.document.path}#{self.id})"

    @property
    def is_reference(self) -> bool:
        """Whether it is taken as true."""
        return self.document.kind == "references"

    @property
    def path(self) -> Path:
        """Where it stands in its file, for `Document.source`."""
        return (self.document.kind, self.ordinal)


class Problem(NamedTuple):
    """Something wrong with a file: the format rule that reports it, where, and what it needs to know."""

    kind: str
    span: Span
    data: Mapping[str, object]
    claim: str | None = None


class Document:
    """An article's claims, or a file of references, with all that was wrong in the file."""

    __slots__ = (
        "article",
        "claims",
        "kind",
        "language",
        "lexicons",
        "name",
        "not_encoded",
        "path",
        "problems",
        "published",
        "source",
        "text",
        "title",
        "url",
        "vocabulary",
    )

    def __init__(
        self, source: Source, kind: Literal["claims", "references"], vocabulary: Vocabulary
    ) -> None:
        self.source = source
        self.path = source.path
        self.name = source.path
        """Its path from the root of its newsroom, as `ignore` entries give it."""
        self.kind = kind
        self.vocabulary = vocabulary
        self.title: str | None = None
        self.language: str | None = None
        self.published: int | None = None
        self.text: str | None = None
        self.article: Source | None = None
        """The text of the article, where it could be read."""
        self.lexicons: object = None
        """The newsroom's own lexicon files (text/lexicon/own.py), if it has any."""
        self.url: str | None = None
        self.not_encoded: tuple[tuple[str, str], ...] = ()
        """Passages that coverage leaves out, each with the reason."""
        self.claims: tuple[Claim, ...] = ()
        self.problems: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"Document({self.path!r})"
