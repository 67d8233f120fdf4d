"""The names of places on the page: what is linked from where."""

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.model.claim import Claim, Document
from claimcheck.report import Report


class Sheet(NamedTuple):
    """A document of the run: where it is on the page, and the newsroom it belongs to."""

    id: str
    document: Document
    newsroom: Index

    def claim_id(self, claim: Claim) -> str:
        """The name of the place of a claim."""
        return f"{self.id}-c{claim.ordinal}"


def sheets_of(report: Report) -> list[Sheet]:
    """The documents of a run in the order in which they are shown: by path."""
    found = [(document, index) for index in report.indexes for document in index.documents]
    found.sort(key=lambda pair: pair[0].path)
    return [Sheet(f"d{number}", *pair) for number, pair in enumerate(found, 1)]


class Owners:
    """Which document a finding is shown with."""

    def __init__(self, sheets: list[Sheet]) -> None:
        self._by_document = {id(sheet.document): sheet for sheet in sheets}
        self._by_path: dict[str, list[Sheet]] = {}
        for sheet in sheets:
            paths = {sheet.document.path}
            if sheet.document.article is not None:
                paths.add(sheet.document.article.path)
            for path in paths:
                self._by_path.setdefault(path, []).append(sheet)

    @property
    def sheets(self) -> Mapping[int, Sheet]:
        """Documents by identity."""
        return self._by_document

    def place(self, sheet: Sheet | None) -> int:
        """Where a document comes on the page; other files come last."""
        return int(sheet.id[1:]) if sheet else len(self._by_document) + 1

    def of(self, finding: Finding) -> Sheet | None:
        """The document in whose file it is, else that of its first claim; None for other files."""
        if len(own := self._by_path.get(finding.span.path, [])) == 1:
            return own[0]
        for claim in finding.claims:
            if id(claim.document) in self._by_document:
                return self._by_document[id(claim.document)]
        found = self._by_path.get(finding.span.path, [])
        named = [s for s in found if s.document.path.endswith(finding.document)]
        return next(iter(named or found), None)
