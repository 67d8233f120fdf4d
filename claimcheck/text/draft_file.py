"""A draft as a claim file: YAML with a comment wherever a person has to decide."""

import re
from collections.abc import Iterator
from datetime import date

from claimcheck.model.claim import Document
from claimcheck.text.drafting import Drafted, Proposed
from claimcheck.text.quoting import GAP, Quote
from claimcheck.text.scalars import folded_block, is_foldable, quoted, scalar

_WIDTH = 98
# What a value or a date may be without quotation marks.
_SAFE = re.compile(r"[A-Za-z0-9~](?:[\w ./°%~²³^*-]*[\w%°²³~.?/])?")
_PATH = re.compile(r"[A-Za-z](?:[\w./-]*\w)?\.(?:md|txt)")
_HEAD = """\
# Drafted by claimcheck: a claim for every quantity and date that the article states. Fill each ___
# with what the article says, correct what is wrong, and remove the claims that say nothing of use;
# `claimcheck check` names the gaps that are left. Subjects, attributes and times that are there
# already are what the sentence seems to name.
"""


def write_draft(document: Document, drafted: Drafted, text: str) -> str:
    """A claim file with the claims of a draft; `text`: the path of the article beside it."""
    lines = ["document:"]
    lines += [f"  title: {scalar(document.title)}"] if document.title else []
    lines.append(f"  text: {text if _PATH.fullmatch(text) else scalar(text)}")
    lines.append(f"  language: {scalar(document.language or GAP)}")
    published = document.published
    lines.append(f"  published: {date.fromordinal(published) if published else GAP}")
    if drafted.not_encoded:
        lines.append("  not-encoded:")
        for quote, reason in drafted.not_encoded:
            lines.append(f"    - reason: {scalar(reason)}")
            lines += _quote(quote, 6)
    lines += ["", "claims:" if drafted.claims else "claims: []"]
    for claim in drafted.claims:
        lines += [*_claim(claim), ""]
    return _HEAD + "\n" + "\n".join(lines).rstrip("\n") + "\n"


def gaps_of(drafted: Drafted, document: Document) -> int:
    """How many gaps the file of a draft has."""
    return write_draft(document, drafted, "").count(f": {GAP}\n") + sum(
        bool(claim.scales) + claim.denied for claim in drafted.claims
    )


def _claim(claim: Proposed) -> Iterator[str]:
    if claim.proposed:
        yield f"  # {_comment(claim.proposed)}"
    yield f"  - id: {claim.id}"
    yield f"    subject: {scalar(claim.subject) if claim.subject else GAP}"
    yield f"    attribute: {claim.attribute or GAP}"
    if claim.where:
        yield f"    where: {_pairs(claim.where)}"
    yield f"    value: {_value(claim.value)}" + (f"  # {claim.remark}" if claim.remark else "")
    if claim.scales:
        yield f"    scale: {GAP}  # {claim.scales}"
    if claim.denied:
        yield f"    denied: {GAP}  # true if this is what is denied, else remove the line"
    if claim.when:
        yield f"    when: {_value(claim.when)}"
    if claim.certainty != "certain":
        yield f"    certainty: {claim.certainty}"
    if claim.attribution:
        yield f"    attribution: {scalar(claim.attribution)}"
    yield from _quote(claim.quote, 4)


def _quote(quote: Quote, indent: int) -> Iterator[str]:
    """A quote: text as a block, a cell on one line, text with its context as blocks."""
    if isinstance(quote, str):
        yield from _block("quote", quote, indent)
    elif "row" in quote:
        yield f"{' ' * indent}quote: {_pairs(quote)}"
    else:
        yield f"{' ' * indent}quote:"
        for key, text in quote.items():
            yield from _block(key, text, indent + 2)


def _block(key: str, text: str, indent: int) -> Iterator[str]:
    """A text as a folded block, where that can hold it."""
    if not is_foldable(text):
        yield f"{' ' * indent}{key}: {quoted(text)}"
        return
    first, *rest = folded_block(text, indent + 2, _WIDTH)
    yield f"{' ' * indent}{key}: {first}"
    yield from rest


def _pairs(pairs: Quote) -> str:
    assert not isinstance(pairs, str)
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in pairs.items()) + "}"


def _value(text: str) -> str:
    """A value or a date as it is, where nothing in it means something to YAML."""
    return text if text == GAP or _SAFE.fullmatch(text) else quoted(text)


def _comment(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
