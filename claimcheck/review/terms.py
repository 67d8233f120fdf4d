"""The words of the review page, beside those of the report."""

from collections.abc import Mapping

from claimcheck.catalogue import Told, tell
from claimcheck.report.html.terms import TERMS, Terms

REVIEW: Mapping[str, Told] = {
    "review": tell("Review"),
    "back": tell("Back to the article"),
    "newsroom": tell("All articles"),
    "decide": tell("Decide"),
    "reason-label": tell("Why it may stand"),
    "reason-hint": tell("for instance: two different days, see the second paragraph"),
    "by-label": tell("Your name or initials"),
    "until-label": tell("Until (the day on which to look again)"),
    "accept-save": tell("Accept the finding"),
    "accept-explain": tell(
        "It is left out from now on, as long as only these claims are involved."
    ),
    "change": tell("Correct or qualify {claim}"),
    "encode": tell("Encode"),
    "encode-this": tell("Encode this passage"),
    "encode-title": tell("A claim for this passage"),
    "encode-how": tell("Select words of the text, then choose “Encode this passage”."),
    "change-title": tell("The claim {claim}"),
    "passage": tell("The passage"),
    "passage-none": tell("This claim has no place in the text."),
    "offered": tell("What was read in it"),
    "offered-use": tell("use {value}"),
    "subject-label": tell("Who or what it is about"),
    "subject-new": tell("“{name}” is not in the vocabulary yet"),
    "subject-add": tell("Add “{name}” to the vocabulary"),
    "attribute-label": tell("What is said of it"),
    "attribute-none": tell("– choose –"),
    "attribute-used": tell("In this article so far"),
    "attribute-more": tell("All others"),
    "qualifiers": tell("More exactly"),
    "value-label": tell("Value"),
    "value-hint": tell(
        "in the words of the text (up to 30 billion dollars) or as claim files write it"
    ),
    "scale-label": tell("A billion or trillion here is meant"),
    "scale-short": tell("as in English (10⁹, 10¹²)"),
    "scale-long": tell("as in French (10¹², 10¹⁸)"),
    "scale-none": tell("– does not apply –"),
    "when-label": tell("When it holds"),
    "when-hint": tell("2026, 2026-03, 2026-03-14, 2025-Q4, 2025/2027"),
    "certainty-label": tell("How certain the text is"),
    "certain": tell("certain"),
    "scenario-label": tell("Only if (a named scenario)"),
    "attribution-label": tell("Who says so, if not the text itself"),
    "denied-label": tell("The text denies this"),
    "note-label": tell("Note for colleagues"),
    "id-label": tell("Name of the claim in the file"),
    "means": tell("Which means"),
    "means-wide": tell("read generously: {wide}"),
    "means-narrow": tell("read strictly: {narrow}"),
    "means-text": tell("“{text}”"),
    "means-nothing": tell("Fill in who, what and a value to see what it means."),
    "effect-gone": tell("Then this would no longer be found:"),
    "effect-new": tell("Then this would be found:"),
    "effect-none": tell("Nothing else would be found than now."),
    "not-saved": tell("This was not saved"),
    "look": tell("Show what it means"),
    "save": tell("Save"),
    "cancel": tell("Cancel"),
    "undo": tell("Undo"),
    "last": tell("Last decision: {label}"),
    "undone": tell("Taken back: {label}"),
    "did-accept": tell("{rule} accepted in {path}"),
    "did-change": tell("{claim} changed in {path}"),
    "did-encode": tell("{claim} added to {path}"),
    "did-nothing": tell("nothing was changed"),
    "trouble": tell(
        "The files cannot be checked just now; this is the last report that could be made."
    ),
    "stale": tell("The files changed. This page shows them as they were, since you are writing."),
    "refresh": tell("Show them as they are"),
    "needs-reason": tell("give the reason why the finding may stand"),
    "needs-day": tell("“{text}” is no day to come; write it as 2026-12-31"),
    "needs-that": tell("fill in: {names}"),
    "closed": tell("This page has lost its server. Start `claimcheck review` again to go on."),
}


class ReviewTerms(Terms):
    """The words of the report and of the review in one language."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._texts = {**TERMS, **REVIEW}
