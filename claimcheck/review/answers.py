"""What the review page answers: a page, or a decision written and where to look next."""

from collections.abc import Callable
from secrets import compare_digest
from typing import NamedTuple

from claimcheck.editing.decisions import Edited, accept
from claimcheck.editing.journal import Changed
from claimcheck.errors import ClaimcheckError
from claimcheck.model.claim import Claim, Document
from claimcheck.review.desk import Desk, GoneError, UnfitError
from claimcheck.review.encoding import (
    QUOTE_KEYS,
    Filled,
    Passage,
    edited,
    passage_of,
    proposed,
    uncovered_quote,
)
from claimcheck.review.forms import Fields, acceptance, as_filled, changed, changes, filled, missing
from claimcheck.review.pages import Pages, Weighed, address

WELL, GONE, CHANGED, UNFIT, FORBIDDEN = 200, 404, 409, 422, 403


class Reply(NamedTuple):
    """A page, or with a `location` where to go instead."""

    body: str = ""
    status: int = WELL
    location: str = ""


class Answers:
    """Answers what was asked or filled in; all that is wrong with it is told on a page."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk = desk
        self._pages = pages

    # ---- showing

    def home(self, query: Fields) -> Reply:
        """All articles; of a single one its page."""
        documents = self._desk.documents
        if len(documents) == 1 and "all" not in query:
            return Reply(location=address("/document", file=documents[0].path))
        return Reply(self._pages.newsroom())

    def document(self, query: Fields) -> Reply:
        """An article with its findings."""
        return self._telling(
            lambda: Reply(self._pages.document(self._desk.document(query.get("file", "")))),
            "/?all=",
        )

    def encode(self, query: Fields) -> Reply:
        """The form for a passage that was selected, or for the uncovered one at `start`."""

        def page() -> Reply:
            document = self._desk.document(query.get("file", ""))
            quote = {key: query[key] for key in QUOTE_KEYS if query.get(key)}
            if query.get("start", "").isdigit():
                quote = dict(uncovered_quote(document, int(query["start"])))
            passage = passage_of(document, quote)
            form = proposed(document, passage, _number(query.get("at", "")))
            return Reply(
                self._pages.encode(document, passage, form, self._weighed(document, passage, form))
            )

        return self._telling(page, address("/document", file=query.get("file", "")))

    def claim(self, query: Fields) -> Reply:
        """The form for a claim that is there."""

        def page() -> Reply:
            claim = self._desk.claim(query.get("file", ""), query.get("id", ""))
            return Reply(self._pages.change(claim, as_filled(claim, {}), Weighed(claim)))

        return self._telling(page, address("/document", file=query.get("file", "")))

    # ---- deciding

    def accept(self, fields: Fields) -> Reply:
        """Accept a finding from the side of one of its claims."""

        def decide() -> Reply:
            finding = self._desk.finding(fields.get("finding", ""))
            claim = self._desk.claim(fields.get("file", ""), fields.get("id", ""))
            stated = acceptance(finding, claim, fields, self._pages.t, self._desk.today)
            path = claim.document.path
            self._desk.by = stated.by
            label = self._pages.t("did-accept", rule=finding.rule, path=path)
            self._desk.decide(accept(claim, stated), fields.get("seen", ""), label)
            return Reply(location=address("/document", file=path))

        return self._deciding(decide, fields)

    def change(self, fields: Fields) -> Reply:
        """Show what a changed claim would mean, or save it."""

        def decide() -> Reply:
            claim = self._desk.claim(fields.get("file", ""), fields.get("id", ""))
            form = filled(fields)
            wanted = changes(claim, form)
            whole = changed(claim, wanted) if wanted else None
            wrong = self._desk.wrong_with(whole) if whole else ()
            if fields.get("do") != "save" or wrong:
                problems = self._pages.told(UnfitError(wrong)) if wrong else ()
                meant = claim if whole is None else _claim_of(whole, claim.id)
                effect = self._desk.effect_of(whole) if whole and not wrong else None
                page = self._pages.change(claim, form, Weighed(meant, problems, effect=effect))
                return Reply(page, UNFIT if fields.get("do") == "save" else WELL)
            if whole is not None:
                label = self._pages.t("did-change", claim=claim.id, path=claim.document.path)
                self._desk.decide(whole, fields.get("seen", ""), label)
            return Reply(location=address("/document", file=claim.document.path))

        return self._deciding(decide, fields)

    def add(self, fields: Fields) -> Reply:
        """Show what a claim for a passage would mean, or save it."""

        def decide() -> Reply:
            document = self._desk.document(fields.get("file", ""))
            form = filled(fields)
            passage = passage_of(document, form.quote)
            names = tuple(filter(None, fields.get("add", "").split("\n")))
            weighed = self._weighed(document, passage, form, names)
            if fields.get("do") != "save" or weighed.problems or weighed.whole is None:
                if fields.get("do") == "save" and not weighed.problems:
                    need = self._pages.t(
                        "needs-that", names=", ".join(missing(form, self._pages.t))
                    )
                    weighed = weighed._replace(problems=((need, ""),))
                page = self._pages.encode(document, passage, form, weighed)
                return Reply(page, UNFIT if fields.get("do") == "save" else WELL)
            label = self._pages.t("did-encode", claim=form.id, path=document.path)
            self._desk.decide(weighed.whole, fields.get("seen", ""), label, names)
            return Reply(location=address("/document", file=document.path))

        return self._deciding(decide, fields)

    def undo(self, fields: Fields) -> Reply:
        """Take the last decision back."""

        def decide() -> Reply:
            self._desk.undo()
            return Reply(location=_own(fields.get("back", "")))

        return self._deciding(decide, fields)

    # ---- what both need

    def _weighed(
        self, document: Document, passage: Passage, form: Filled, names: tuple[str, ...] = ()
    ) -> Weighed:
        """What a form would mean, as far as it is filled in; `names` are to be new entities."""
        if missing(form, self._pages.t):
            return Weighed()
        whole, claim = edited(document, form, passage.start)
        unknown = tuple(
            str(problem.data["name"])
            for problem in whole.problems
            if problem.kind == "unknown-entity" and "name" in problem.data
        )
        whole = self._desk.knowing(whole, names)
        wrong = self._desk.wrong_with(whole)
        problems = self._pages.told(UnfitError(wrong)) if wrong else ()
        effect = None if wrong or unknown else self._desk.effect_of(whole)
        return Weighed(claim, problems, unknown, whole, effect)

    def _telling(self, page: Callable[[], Reply], back: str) -> Reply:
        """A page, or what stands against it."""
        try:
            return page()
        except ClaimcheckError as error:
            return Reply(self._pages.refusal(error, back), _status(error))

    def _deciding(self, decide: Callable[[], Reply], fields: Fields) -> Reply:
        """What a form of our own pages asks for."""
        if not compare_digest(fields.get("token", "").encode(), self._pages.token.encode()):
            return Reply("", FORBIDDEN)
        file = fields.get("file", "")
        return self._telling(decide, address("/document", file=file) if file else "/")


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def _own(address: str) -> str:
    """An address of this server; the first page for any other."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"


def _status(error: ClaimcheckError) -> int:
    if isinstance(error, GoneError):
        return GONE
    return CHANGED if isinstance(error, Changed) else UNFIT


def _claim_of(edited: Edited, id: str) -> Claim | None:
    return next((claim for claim in edited.document.claims if claim.id == id), None)
