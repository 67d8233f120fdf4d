"""Findings as an editor reads them, each with all that helps to decide."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup

from claimcheck.finding import LEVELS, Finding, Phrase
from claimcheck.model.claim import Claim, Suppression
from claimcheck.model.expression import terms as slots
from claimcheck.report.html.claims import Said, said
from claimcheck.report.html.lines import Line, lines_of
from claimcheck.report.html.names import Sheet
from claimcheck.report.html.stack import Stack, stacks_of
from claimcheck.report.html.telling import Teller
from claimcheck.report.html.terms import Terms
from claimcheck.source import Span
from claimcheck.suppress import named
from claimcheck.wording import cldr, fill, help_of

_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:[-_/][a-z0-9]+)*")
_YAML_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "inf", "nan"}


class Place(NamedTuple):
    """A place of a finding that is no claim: what is there, and a link to it if it is marked."""

    href: str
    text: str
    where: str


class Card(NamedTuple):
    """A finding on the page."""

    id: str
    number: int
    level: str
    rule: str
    entity: str
    states: tuple[str, ...]
    """`open` or `accepted`, and how it stands to an earlier run, if that is known."""
    message: str
    heading: Markup
    """The message with links to the claims that it names."""
    advice: str
    claims: tuple[Said, ...]
    places: tuple[Place, ...]
    lines: tuple[Line, ...]
    stacks: tuple[Stack, ...]
    steps: tuple[Markup, ...]
    repairs: tuple[Markup, ...]
    ignore: str
    ignored_claim: str
    file: str
    reason: str
    finding: Finding
    shown_by: tuple[str, ...] = ()
    """The choices of the filter that it needs."""


def card(
    finding: Finding,
    number: int,
    sheet: Sheet | None,
    sheets: Mapping[int, Sheet],
    terms: Terms,
    accepted: Suppression | None = None,
) -> Card:
    """A finding as it is shown."""
    language = terms.language
    hrefs = _places_of(finding.claims, sheets)
    teller = Teller(finding, hrefs, language)
    text = Phrase(finding.text or {}, finding.data)
    target = next((c for c in _first_to_last(finding, sheet) if not c.is_reference), None)
    entry = "" if target is None or accepted else ignore_entry(finding, target)
    return Card(
        f"f{number}",
        number,
        finding.level,
        finding.rule,
        entity_of(finding, terms),
        ("accepted" if accepted else "open",),
        teller.plain(text),
        teller.marked(text),
        help_of(finding, language),
        tuple(
            said(claim, sheets, terms)._replace(letter=named.letter)
            for claim, named in zip(finding.claims, teller.claims, strict=True)
        ),
        _places(finding, sheet, terms) if not finding.claims else (),
        tuple(lines_of(finding, teller, terms)),
        tuple(stacks_of(finding, teller, terms)),
        tuple(teller.marked(step) for step in finding.steps),
        tuple(teller.marked(repair.text) for repair in finding.repairs),
        entry,
        target.id if target else "",
        target.document.path if target else "",
        _reason(accepted, terms) if accepted else "",
        finding,
    )


def _places_of(claims: Iterable[Claim], sheets: Mapping[int, Sheet]) -> dict[int, str]:
    """The names of the places of claims, by identity."""
    found = ((claim, sheets.get(id(claim.document))) for claim in claims)
    return {id(claim): sheet.claim_id(claim) for claim, sheet in found if sheet is not None}


def worst(levels: list[str]) -> str:
    """The most serious of some levels; empty without any."""
    return min(levels, key=[*LEVELS].index, default="")  # type: ignore[arg-type]


def entity_of(finding: Finding, terms: Terms) -> str:
    """Whom or what a finding is about: the subject of its first claim, of an expression its first slot."""
    for claim in sorted(finding.claims, key=lambda c: c.is_reference):
        subject = claim.subject
        if subject is None and claim.that is not None:
            subject = next((slot.subject.name for slot in slots(claim.that)), None)
        if subject is not None:
            vocabulary = claim.document.vocabulary
            return vocabulary.name_of(vocabulary.resolve(subject) or subject)
    return terms("text" if finding.rule.startswith("text/") else "file")


def ignore_entry(finding: Finding, claim: Claim) -> str:
    """The entry of a claim file that accepts a finding; the reason is left for a person."""
    others_named = (named(other, claim) for other in finding.claims if other is not claim)
    others = list(dict.fromkeys(others_named))
    if claim.document.path.endswith((".json", ".jsonl")):
        accepted = {"rule": finding.rule, "with": others, "reason": "___"}
        kept = {key: value for key, value in accepted.items() if value}
        return f'"ignore": {json.dumps([kept])}'
    lines = ["ignore:", f"  - rule: {_scalar(finding.rule)}"]
    if others:
        lines.append(f"    with: [{', '.join(map(_scalar, others))}]")
    return "\n".join((*lines, "    reason: ___"))


def _first_to_last(finding: Finding, sheet: Sheet | None) -> list[Claim]:
    """Claims of the document itself first."""
    own = sheet.document if sheet else None
    return sorted(finding.claims, key=lambda claim: claim.document is not own)


def _scalar(text: str) -> str:
    """A text as YAML: plain where that is safe, else between quotation marks."""
    if _PLAIN.fullmatch(text) and text not in _YAML_WORDS:
        return text
    return json.dumps(text, ensure_ascii=True)


def _reason(entry: Suppression, terms: Terms) -> str:
    parts = [terms("accepted-by", reason=entry.reason)]
    if entry.by:
        parts.append(terms("by", who=entry.by))
    if entry.until is not None:
        parts.append(terms("until", day=cldr.day(entry.until, terms.language)))
    return ", ".join(parts)


def _places(finding: Finding, sheet: Sheet | None, terms: Terms) -> tuple[Place, ...]:
    """The places of a finding that is about no claim, such as what nobody encoded."""
    found = [(finding.span, finding.label)]
    found += [(related.span, related.label) for related in finding.related]
    return tuple(
        Place(
            _marked(sheet, span),
            fill(label, terms.language, spelled=True) if label else "",
            terms("place", line=span.line, path=span.path),
        )
        for span, label in found
    )


def _marked(sheet: Sheet | None, span: Span) -> str:
    """The name of the mark of what is not covered, if a place is one."""
    article = sheet.document.article if sheet else None
    if sheet is None or article is None or article.path != span.path:
        return ""
    passages = sheet.newsroom.passages(sheet.document)
    for number, reading in enumerate(passages.uncovered if passages else ()):
        if passages and passages.place(reading.start, reading.end) == span:
            return f"{sheet.id}-u{number}"
    return ""
