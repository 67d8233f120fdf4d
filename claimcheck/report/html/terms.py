"""The words of the page itself, in English; the catalogues have them in other languages."""

from collections.abc import Mapping

from claimcheck.catalogue import Told, tell, template_of

TERMS: Mapping[str, Told] = {
    "report": tell("Can all of this be true?"),
    "skip": tell("Skip to the findings"),
    "checked": tell("What was checked"),
    "documents": tell("Articles"),
    "document": tell("Article"),
    "error": tell("Error"),
    "warning": tell("Warning"),
    "note": tell("Note"),
    "errors": tell("Errors"),
    "warnings": tell("Warnings"),
    "notes": tell("Notes"),
    "nothing": tell("Nothing found."),
    "filter": tell("Show only"),
    "level": tell("Level"),
    "entity": tell("About"),
    "rule": tell("Rule"),
    "state": tell("State"),
    "open": tell("Open"),
    "accepted": tell("Accepted"),
    "since": tell("Since the last time"),
    "new": tell("New"),
    "changed": tell("Changed"),
    "unchanged": tell("Unchanged"),
    "gone": tell("Gone"),
    "rest": tell("Everything else"),
    "text": tell("The text"),
    "findings": tell("Findings"),
    "claims": tell("Claims"),
    "claim": tell("Claim"),
    "reference": tell("Reference"),
    "unplaced": tell("Claims without a place in the text"),
    "uncovered": tell("not covered by a claim"),
    "coverage": tell("{quoted} of {total} quantities and dates are covered by a claim"),
    "uncovered-count": tell("{count} marked like this are not"),
    "coverage-short": tell("Covered"),
    "key": tell("Marks in the text"),
    "mark-none": tell("a claim without findings"),
    "in-text": tell("in the text"),
    "no-text": tell("There is no text of this article; these are its claims."),
    "says": tell("encoded as"),
    "strictly": tell("strictly {narrow}"),
    "probable": tell("probable"),
    "possible": tell("possible"),
    "denied": tell("denied"),
    "when": tell("for {when}"),
    "scenario": tell("if {scenario}"),
    "attribution": tell("according to {who}"),
    "source": tell("source: {source}"),
    "steps": tell("Step by step"),
    "repairs": tell("What would resolve it"),
    "advice": tell("What to do"),
    "accept": tell("Accept it with a reason"),
    "accept-how": tell(
        "If it is meant so, put this below the claim {claim} in {file} and fill in the reason:"
    ),
    "copy": tell("Copy"),
    "copied": tell("Copied"),
    "accepted-by": tell("Accepted: {reason}"),
    "by": tell("by {who}"),
    "until": tell("until {day}"),
    "line": tell("Number line: {what}"),
    "time": tell("Time line: {what}"),
    "stack": tell("Parts and total: {what}"),
    "leave": tell("the others leave for {claim}"),
    "cause": tell("{claim} would fit as"),
    "published": tell("published"),
    "parts-least": tell("the parts, at least"),
    "parts-most": tell("the parts, at most"),
    "if-reached": tell("{parts}, if {claim} reaches its end"),
    "sum-least": tell(
        "The parts come to at least {parts}: {apart} more than the total allows ({total})"
    ),
    "sum-reached": tell("If {claim} reaches its end, {verdict}"),
    "sum-strictly": tell("{verdict}, read strictly"),
    "sum-most": tell("The parts come to at most {parts}: {apart} short of the total ({total})"),
    "sum-open": tell("The parts come to {parts}; the total is {total}"),
    "no-figure": tell("no figure here: {what}"),
    "all-parts": tell("the list of parts is said to be complete"),
    "total": tell("the total"),
    "too-much": tell("too much"),
    "lacking": tell("missing"),
    "in-unit": tell("in {unit}"),
    "legend-wide": tell("read generously"),
    "legend-narrow": tell("read strictly"),
    "legend-left": tell("what the others leave"),
    "unchecked": tell("What was not checked, and why"),
    "unchecked-none": tell("Every comparison was made."),
    "reason": tell("Reason"),
    "times": tell("How often"),
    "rules": tell("Rules"),
    "file": tell("The files"),
    "elsewhere": tell("Other files"),
    "place": tell("line {line} of {path}"),
    "places": tell("Places"),
    "shown": tell("{count} of {total} findings shown"),
    "all": tell("all"),
    "table": tell("table"),
    "picture": tell("picture: {text}"),
    "colon": tell(": "),
    "top": tell("Back to the top"),
    "article": tell("article"),
}


class Terms:
    """The words of one language: `terms("when", when="2026")`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = TERMS

    def __call__(self, name: str, /, **data: object) -> str:
        text = template_of(self._texts[name], self.language)
        return text.format_map(data) if data else text
