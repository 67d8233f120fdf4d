"""What lies on the desk: the report as of now, and the decisions made since the page was opened."""

import hashlib
import os
from collections.abc import Callable, Sequence
from threading import RLock
from typing import NamedTuple

from claimcheck import config
from claimcheck.editing.decisions import Edited
from claimcheck.editing.entities import with_entities
from claimcheck.editing.journal import Change, Changed, Journal, Written
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.judging import apply
from claimcheck.load import lexicons
from claimcheck.load.files import walk
from claimcheck.model.claim import Claim, Document
from claimcheck.newsroom import Asked, Newsroom
from claimcheck.report import Report
from claimcheck.rule import Rule
from claimcheck.run import Request, configurations, run


class GoneError(UsageError):
    """A document, finding or claim that is no longer there."""


class UnfitError(ClaimcheckError):
    """A decision whose file would have something wrong with it that it has not now; the findings of that."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.rule for finding in findings))
        self.findings = findings


class Effect(NamedTuple):
    """What a decision would change in the findings about its document."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]


class Desk:
    """A report that is kept up to date, and the one hand that writes; safe between threads."""

    def __init__(self, asked: Request, today: Callable[[], int]) -> None:
        self._asked = asked
        self._today = today
        self._lock = RLock()
        self._journal = Journal()
        self.version = 0
        """Goes up whenever the report may have changed."""
        self.trouble: ClaimcheckError | None = None
        """Why the last check could not be done; the report is then that of the one before."""
        self._newsrooms: dict[tuple[int, str], Newsroom] = {}
        self.by = ""
        """Who decides, as was filled in last."""
        self.report: Report = run(self._request())

    @property
    def today(self) -> int:
        """Today, as an ordinal."""
        return self._today()

    def _request(self) -> Request:
        return self._asked._replace(as_of=self._today())

    @property
    def roots(self) -> tuple[str, ...]:
        """The folders whose files count."""
        paths = self._asked.paths or (os.getcwd(),)
        folders = (path if os.path.isdir(path) else os.path.dirname(path) for path in paths)
        return tuple(
            sorted({config.find_config(os.path.abspath(folder)).root for folder in folders})
        )

    def check(self) -> None:
        """Check everything again; the version stays if nothing is different."""
        with self._lock:
            config.forget()
            lexicons.forget()
            report, trouble = self.report, None
            try:
                report = run(self._request())
            except ClaimcheckError as error:
                trouble = error
            if _looks(report, trouble) != _looks(self.report, self.trouble):
                self.report, self.trouble = report, trouble
                self.version += 1

    # ---- looking up

    @property
    def documents(self) -> list[Document]:
        """The documents of the report, by path."""
        found = [document for index in self.report.indexes for document in index.documents]
        return sorted(found, key=lambda document: document.path)

    def document(self, path: str) -> Document:
        """The document in a file; raises GoneError."""
        found = next((d for d in self.documents if d.path == path), None)
        if found is None:
            raise GoneError(f"{path} is no longer among what is checked")
        return found

    def claim(self, path: str, id: str) -> Claim:
        """A claim of a document; raises GoneError."""
        found = next((claim for claim in self.document(path).claims if claim.id == id), None)
        if found is None:
            raise GoneError(f"{path} has no claim {id} any more")
        return found

    def finding(self, fingerprint: str) -> Finding:
        """A finding by its identity; raises GoneError."""
        found = next((f for f in self.report.findings if f.fingerprint == fingerprint), None)
        if found is None:
            raise GoneError("this finding is no longer there")
        return found

    # ---- deciding

    @property
    def last(self) -> Written | None:
        """The decision that can be taken back."""
        return self._journal.last

    def decide(self, edited: Edited, seen: str, label: str, names: Sequence[str] = ()) -> None:
        """Write what an editor decided on a page that showed the file as `seen`, and check again.

        `names` become entities of the vocabulary. Raises Changed if the file is not as it was seen,
        UnfitError if it would not read, CannotEdit.
        """
        with self._lock:
            document = self.document(edited.document.path)
            if seen_as(document) != seen:
                raise Changed(
                    f"{document.path} changed meanwhile; nothing was written",
                    "look at it again, then decide",
                )
            wrong = self.wrong_with(self.knowing(edited, names))
            if wrong:
                raise UnfitError(wrong)
            changes = [Change(document.path, document.source.text, edited.text)]
            if names:
                changes.insert(0, with_entities(document, names, self._root_of(document)))
            self._journal.write(changes, label)
            self.check()

    def _root_of(self, document: Document) -> str:
        return config.find_config(os.path.dirname(os.path.abspath(document.path))).root

    @staticmethod
    def knowing(edited: Edited, names: Sequence[str]) -> Edited:
        """A change without the complaint that some names are unknown."""
        known = [
            problem
            for problem in edited.problems
            if problem.kind != "unknown-entity" or problem.data.get("name") not in names
        ]
        return edited._replace(problems=tuple(known))

    def undo(self) -> Written | None:
        """Take the last decision back; raises Changed."""
        with self._lock:
            try:
                return self._journal.undo()
            finally:
                self.check()

    def wrong_with(self, edited: Edited) -> tuple[Finding, ...]:
        """What is newly wrong with a file that would be written, as the rules of format say it."""
        if not edited.problems:
            return ()
        edited.document.problems = edited.problems
        index = Index((edited.document,), (), as_of=self._today())
        return apply(self._format_rules(), index, {}, set()).findings

    def effect_of(self, edited: Edited) -> Effect:
        """What would be found, and no longer be found, if an edited document were written."""
        newsroom = self._newsroom(edited.document)
        before, after = (
            {(f.rule, f.about): f for f in newsroom.judge(newsroom.beside(one)).findings}
            for one in (self.document(edited.document.path), edited.document)
        )
        return Effect(
            tuple(finding for key, finding in after.items() if key not in before),
            tuple(finding for key, finding in before.items() if key not in after),
        )

    def _newsroom(self, document: Document) -> Newsroom:
        """What judges a document; made anew when something changed."""
        path = os.path.abspath(document.path)
        found = configurations(self._asked)(os.path.dirname(path))
        key = (self.version, found.root)
        if key not in self._newsrooms:
            asked = Asked(self.today)
            self._newsrooms = {key: Newsroom(found, [path], list(walk(found.root)), asked)}
        return self._newsrooms[key]

    def _format_rules(self) -> list[Rule]:
        return [
            rule
            for rule in self.report.rules
            if rule.family == "format" and not rule.after_suppression
        ]


def _looks(report: Report, trouble: ClaimcheckError | None) -> object:
    """All that a page shows of a report."""
    found = [(f.fingerprint, f.digest, f.level, f.span) for f in report.findings]
    return str(trouble), report.sources, found, report.language


def seen_as(document: Document) -> str:
    """By what a page knows which state of a file it showed."""
    return hashlib.sha256(document.source.text.encode("utf-8", "replace")).hexdigest()[:16]
