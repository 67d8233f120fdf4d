"""The pages of the review: the newsroom, an article with its findings, a claim to fill in."""

from collections import Counter
from collections.abc import Iterable, Sequence
from secrets import token_urlsafe
from typing import Any, NamedTuple
from urllib.parse import urlencode

from claimcheck.editing.decisions import Edited
from claimcheck.errors import ClaimcheckError
from claimcheck.finding import LEVELS, Finding
from claimcheck.model.claim import Claim, Document
from claimcheck.report import Report
from claimcheck.report.html import dressed, fill, parts
from claimcheck.report.html.claims import Said, said
from claimcheck.report.html.names import Owners, sheets_of
from claimcheck.report.summary import summary
from claimcheck.review.desk import Desk, Effect, UnfitError, seen_as
from claimcheck.review.encoding import (
    Filled,
    Passage,
    attributes_of,
    entities_of,
    qualifiers_of,
    scenarios_of,
)
from claimcheck.review.looks import ALLOWED, environment, script, style
from claimcheck.review.terms import ReviewTerms
from claimcheck.wording import help_of, message

Told = tuple[tuple[str, str], ...]
"""What is wrong, each with what to do about it."""


class Weighed(NamedTuple):
    """What a filled in claim would mean, and what stands against it."""

    meaning: Claim | None = None
    problems: Told = ()
    unknown: tuple[str, ...] = ()
    """Names that the vocabulary does not have."""
    whole: Edited | None = None
    """The document with it."""
    effect: Effect | None = None
    """What would be found otherwise than now."""


class Row(NamedTuple):
    """A document in the table of all."""

    title: str
    address: str
    counts: tuple[int, ...]
    """How many findings there are of each level."""
    coverage: str


class Pages:
    """Shows what lies on a desk, in one language."""

    def __init__(self, desk: Desk, language: str) -> None:
        self.desk = desk
        self.t = ReviewTerms(language)
        self.token = token_urlsafe(16)
        """What the forms of these pages carry."""

    def told(self, error: ClaimcheckError) -> Told:
        """An error, or the findings of one, in words."""
        if isinstance(error, UnfitError):
            language = self.t.language
            return tuple((message(f, language), help_of(f, language)) for f in error.findings)
        return ((str(error), error.help or ""),)

    def newsroom(self) -> str:
        """All articles, with what belongs to none of them."""
        report = self.desk.report
        sheets = sheets_of(report)
        owners = Owners(sheets)
        found = [(owners.of(finding), finding) for finding in report.findings]
        covered = {one.document: f"{one.quoted} / {one.total}" for one in report.coverage}
        rows = [
            Row(
                sheet.document.title or sheet.document.path,
                address("/document", file=sheet.document.path),
                _counts(f for owner, f in found if owner is sheet),
                covered.get(sheet.document.path, "–"),
            )
            for sheet in sheets
        ]
        others = [
            (f"{f.span.path}:{f.span.line}", message(f, self.t.language))
            for owner, f in found
            if owner is None
        ]
        lines = summary(report, self.t.language)
        return self._render(
            "review_newsroom.html", rows=rows, summary=lines, elsewhere=others, here="/?all="
        )

    def document(self, document: Document) -> str:
        """An article with its findings, and what can be decided about them."""
        report = _about(self.desk.report, document)
        documents = self.desk.documents
        return fill(
            parts(report, self.t.language, split=True),
            self.t.language,
            environment().get_template("review_document.html"),
            css=style(),
            script=script(),
            allow=ALLOWED,
            t=self.t,
            desk=self.desk,
            token=self.token,
            address=address,
            several=len(documents) > 1,
            seen={one.path: seen_as(one) for one in documents},
            here=address("/document", file=document.path),
        )

    def refusal(self, error: ClaimcheckError, back: str) -> str:
        """That something was not done, and why."""
        return self._render("review_message.html", problems=self.told(error), back=back, here=back)

    def encode(self, document: Document, passage: Passage, filled: Filled, weighed: Weighed) -> str:
        """The form for a passage."""
        known = document.vocabulary.attributes
        attribute = known.get(filled.attribute)
        return self._render(
            "review_claim.html",
            heading=self.t("encode-title"),
            action="/encode",
            passage=passage.text,
            about="",
            offered=self._offered(document, passage),
            editing=False,
            comparison=False,
            attributes=attributes_of(document, self.t.language),
            qualifiers=qualifiers_of(document, filled.attribute),
            names_value=attribute is not None and attribute.type.name == "entity",
            **self._common(document, filled, weighed),
        )

    def change(self, claim: Claim, filled: Filled, weighed: Weighed) -> str:
        """The form for a claim that is there."""
        shown = self.said(claim)
        return self._render(
            "review_claim.html",
            heading=self.t("change-title", claim=claim.id),
            action="/claim",
            passage=shown.quote,
            about=shown.about,
            offered=(),
            editing=True,
            comparison=claim.that is not None and not filled.value,
            attributes=((), ()),
            qualifiers=(),
            names_value=claim.attribute is not None and claim.attribute.type.name == "entity",
            **self._common(claim.document, filled, weighed),
        )

    def said(self, claim: Claim) -> Said:
        """A claim in words."""
        return said(claim, {}, self.t)

    def _common(self, document: Document, filled: Filled, weighed: Weighed) -> dict[str, Any]:
        meaning = weighed.meaning
        return {
            "document": document,
            "filled": filled,
            "seen": seen_as(document),
            "problems": weighed.problems,
            "unknown": weighed.unknown,
            "meaning": None if meaning is None else self.said(meaning),
            "effect": [(key, self._messages(found)) for key, found in _sides(weighed.effect)],
            "entities": entities_of(document),
            "scenarios": scenarios_of(document),
            "scales": document.language == "fr",
            "back": address("/document", file=document.path),
            "here": address("/document", file=document.path),
        }

    def _messages(self, findings: Iterable[Finding]) -> list[tuple[str, str]]:
        return [(finding.level, message(finding, self.t.language)) for finding in findings]

    def _offered(self, document: Document, passage: Passage) -> Sequence[tuple[str, str, str]]:
        return [
            (
                one.text,
                one.value,
                address("/encode", file=document.path, at=str(one.start), **passage.quote),
            )
            for one in passage.offered
        ]

    def _render(self, name: str, **data: Any) -> str:
        template = environment().get_template(name)
        own = {"t": self.t, "desk": self.desk, "token": self.token}
        return dressed(template, style(), script(), ALLOWED, **own, **data)


def _about(report: Report, document: Document) -> Report:
    """A report of one document: what else was found is left out."""
    sheets = sheets_of(report)
    if len(sheets) == 1:
        return report
    owners = Owners(sheets)
    own = next(sheet for sheet in sheets if sheet.document is document)
    return report._replace(
        findings=tuple(f for f in report.findings if owners.of(f) is own),
        accepted=tuple(one for one in report.accepted if owners.of(one.finding) is own),
        coverage=tuple(one for one in report.coverage if one.document == document.path),
        indexes=(own.newsroom.beside(document),),
        documents=1,
        claims=len(document.claims),
    )


def _sides(effect: Effect | None) -> list[tuple[str, tuple[Finding, ...]]]:
    """What a form tells of an effect, by the names of its headings."""
    if effect is None:
        return []
    sides = [("effect-gone", effect.gone), ("effect-new", effect.new)]
    return [(key, found) for key, found in sides if found] or [("effect-none", ())]


def _counts(findings: Iterable[Finding]) -> tuple[int, ...]:
    counts = Counter(finding.level for finding in findings)
    return tuple(counts[level] for level in LEVELS)


def address(path: str, **query: object) -> str:
    """An address of this server."""
    return f"{path}?{urlencode(query)}" if query else path
