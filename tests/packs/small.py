"""Small packs and documents, written in a line, and what comes of them."""

import json
from collections.abc import Mapping
from functools import cache
from textwrap import indent
from typing import NamedTuple

from claimcheck.finding import Finding
from claimcheck.judging import Tally, apply
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.packs.loading import load_pack
from claimcheck.rule import Rule
from claimcheck.source import Source
from claimcheck.testing import example_index

ATTRIBUTES = """\
attributes:
  earned: {type: money, period: duration, at-least: 0, qualifiers: [of], doc: what comes in}
  spent: {type: money, period: duration, at-least: 0, qualifiers: [of], doc: what goes out}
  left: {type: money, period: duration, doc: what is left}
  held: {type: money, period: instant, at-least: 0, qualifiers: [in], doc: what somebody has}
  piece: {type: money, period: instant, at-least: 0, qualifiers: [in], doc: a part of a total}
  total: {type: money, period: instant, at-least: 0, doc: a total}
  members: {type: count, period: instant, at-least: 0, doc: how many there are}
  ratio: {type: share, doc: a share}
  strength: {type: MW, period: instant, at-least: 0, doc: power}
  output: {type: MWh, period: duration, at-least: 0, doc: energy}
  begun: {type: date, doc: the first day}
  ended: {type: date, doc: the last day}
  head: {type: entity, period: instant, doc: who leads}
  open: {type: boolean, doc: whether it is open}
"""

NAME = "t/r"


class Seen(NamedTuple):
    """What a rule found and did."""

    findings: tuple[Finding, ...]
    tally: Tally

    @property
    def levels(self) -> list[str]:
        return [finding.level for finding in self.findings]

    @property
    def claims(self) -> list[set[str]]:
        """The claims of each finding."""
        return [{claim.id for claim in finding.claims} for finding in self.findings]


@cache
def rule(body: str) -> Rule:
    """The rule with these lines beside its documentation, source and examples."""
    text = (
        f"pack: t\n{ATTRIBUTES}rules:\n  r:\n    doc: |\n      Something is wrong.\n      Why.\n"
        f"    source: a book\n{indent(body.rstrip(), '    ')}\n    bad: [x]\n    good: [x]\n"
    )
    (found,) = load_pack(Source("rules/t.yaml", text), general_vocabulary()).rules
    return found


def say(slot: str, value: object, when: object = None, **more: object) -> str:
    """A claim on a line: `say("earned(Acme, of=toys)", "5 EUR", 2025)`; its id is its attribute."""
    attribute, _, inside = slot.rstrip(")").partition("(")
    subject, *qualifiers = [part.strip() for part in inside.split(",")]
    claim = {"id": attribute, "subject": subject, "attribute": attribute, "value": value, **more}
    if qualifiers:
        claim["where"] = dict(qualifier.split("=") for qualifier in qualifiers)
    if when is not None:
        claim["when"] = when
    return f"  - {json.dumps(claim)}"


def document(*claims: str, top: str = "", references: tuple[str, ...] = ()) -> str:
    """Claims as an example; `top` are other keys of it."""
    cited = [
        line[:-1] + ', "citation": "a register", "checked": "2026-06-01"}' for line in references
    ]
    lines = ["claims:", *claims] if claims else ["claims: []"]
    lines += ["references:", *cited] if cited else []
    return "\n".join((*lines, top)) + "\n"


def judge(body: str, text: str, options: Mapping[str, object] | None = None) -> Seen:
    """What a rule finds in an example, and what it did."""
    made = rule(body)
    index = example_index(text, made.attributes)
    assert not index._problems, index._problems
    applied = apply([made], index, {NAME: options} if options else {})
    assert not applied.crashes
    return Seen(applied.findings, applied.tallies[NAME])


def found(body: str, *claims: str) -> bool:
    """Whether a rule finds exactly one thing in a document, or nothing."""
    number = len(judge(body, document(*claims)).findings)
    assert number <= 1
    return number == 1
