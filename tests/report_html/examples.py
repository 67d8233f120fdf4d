"""The examples of all rules as one report: whatever a rule can find, the page has to show."""

from functools import cache

from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.judging import apply
from claimcheck.report import Report
from claimcheck.rules import standard
from claimcheck.suppress import Accepted
from claimcheck.testing import example_index, options_of


@cache
def examples(each: int = 100) -> Report:
    """What the bad examples of all rules find; of each rule at most so many."""
    rules = standard()
    attributes = [attribute for rule in rules for attribute in rule.attributes]
    indexes: list[Index] = []
    findings: list[Finding] = []
    accepted: list[Accepted] = []
    for text in (text for rule in rules for text in rule.bad[:each]):
        index = example_index(text, attributes)
        applied = apply(rules, index, options_of(text, rules))
        indexes.append(index)
        findings += applied.findings
        accepted += applied.accepted
    claims = sum(len(index.claims) for index in indexes)
    return Report(
        tuple(findings),
        tuple(accepted),
        {},
        {},
        len(indexes),
        claims,
        0,
        {},
        indexes=tuple(indexes),
        rules=rules,
    )
