"""A claim as an editor reads it: the words of the article, what they were taken to mean, who says it."""

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.finding import Amounts
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Quantity
from claimcheck.report.html.expressions import in_reading
from claimcheck.report.html.names import Sheet
from claimcheck.report.html.terms import Terms
from claimcheck.report.parts import COLON
from claimcheck.report.units import in_words
from claimcheck.wording import words
from claimcheck.wording.spelling import label_of, period_in_words, value_in_words


class Said(NamedTuple):
    """A claim or reference with all that is told about it."""

    id: str
    """Its id in its file."""
    href: str
    """The name of its place on the page; empty for what has none."""
    about: str
    quote: str
    language: str
    """Of the quote."""
    says: str
    """As its file has it."""
    said: str
    """The same in words; empty for what has none."""
    wide: str
    narrow: str
    """Empty where it is the same as `wide`."""
    tags: tuple[str, ...]
    reference: bool
    claim: Claim
    letter: str = ""
    """What the texts of a finding call it."""


def said(claim: Claim, sheets: Mapping[int, Sheet], terms: Terms) -> Said:
    """What is told about a claim."""
    sheet = sheets.get(id(claim.document))
    wide, narrow = means(claim, terms.language)
    return Said(
        claim.id,
        sheet.claim_id(claim) if sheet else "",
        about(claim, terms.language),
        quote_text(claim.quote),
        claim.document.language or "",
        _says(claim),
        value_in_words(claim.value, terms.language) if isinstance(claim.value, Quantity) else "",
        wide,
        "" if narrow == wide else narrow,
        tuple(_tags(claim, terms)),
        claim.is_reference,
        claim,
    )


def about(claim: Claim, language: str) -> str:
    """What a claim gives a value to: `Nvidia: investment (in: OpenAI)`."""
    if claim.that is not None:
        return in_reading(claim.that, claim.document.vocabulary, language)
    if claim.subject is None or claim.attribute is None:
        return ""
    name_of = claim.document.vocabulary.name_of
    label = label_of(claim.attribute, language)
    more = ", ".join(f"{key}: {name_of(value)}" for key, value in claim.qualifiers)
    colon = words(COLON, language)
    return f"{name_of(claim.subject)}{colon}{label}{f' ({more})' if more else ''}"


def means(claim: Claim, language: str) -> tuple[str, str]:
    """The wide and the narrow meaning of a claim's value in words; empty if it is no quantity."""
    value = claim.value
    if not isinstance(value, Quantity):
        return "", ""
    return (
        in_words(Amounts(value.wide, value.unit), language),
        in_words(Amounts(value.narrow, value.unit), language),
    )


def quote_text(quote: object) -> str:
    """The words of a quote, or of the row and column of a cell."""
    if isinstance(quote, str):
        return quote
    if isinstance(quote, Mapping):
        texts = {key: value for key, value in quote.items() if isinstance(value, str)}
        if "exact" in texts:
            return texts["exact"]
        if "row" in texts and "column" in texts:
            return f"{texts['row']} / {texts['column']}"
    return ""


def _says(claim: Claim) -> str:
    return claim.value.text if claim.value is not None else ""


def _tags(claim: Claim, terms: Terms) -> list[str]:
    tags = []
    if claim.denied:
        tags.append(terms("denied"))
    if claim.certainty != "certain":
        tags.append(terms(claim.certainty))
    if claim.when is not None:
        tags.append(terms("when", when=period_in_words(claim.when, terms.language)))
    if claim.scenario:
        tags.append(terms("scenario", scenario=claim.scenario))
    if claim.attribution:
        tags.append(terms("attribution", who=claim.attribution))
    if claim.citation:
        tags.append(terms("source", source=claim.citation))
    return tags
