"""What two runs are compared by."""

import itertools
from collections import Counter
from collections.abc import Iterable

from claimcheck.finding import Finding

Found = Counter[tuple[str, str, frozenset[str]]]
CONFLICTS = ("values/conflict", "references/contradiction", "time/outdated-expectation")


def ids(finding: Finding) -> frozenset[str]:
    """The claims and references that a finding is about."""
    return frozenset(claim.id for claim in finding.claims)


def found(findings: Iterable[Finding]) -> Found:
    """Findings without their words and places."""
    return Counter((finding.rule, finding.level, ids(finding)) for finding in findings)


def identities(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """What baselines know findings by."""
    return Counter((finding.fingerprint, finding.digest) for finding in findings)


def conflicting(findings: Iterable[Finding], rules: Iterable[str]) -> set[tuple[str, str]]:
    """Every two claims that some finding of these rules has in common."""
    return {
        pair
        for finding in findings
        if finding.rule in rules
        for pair in itertools.combinations(sorted(ids(finding)), 2)
    }
