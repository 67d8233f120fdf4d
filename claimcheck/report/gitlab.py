"""The Code Quality report of GitLab: a JSON list of findings, each with its identity."""

from typing import Any

from claimcheck.finding import Finding
from claimcheck.report import Report, Style, visible
from claimcheck.report.json import encode
from claimcheck.report.parts import said, worst_first

# Of the levels that GitLab has: info, minor, major, critical, blocker.
_SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}


def render(report: Report, style: Style) -> str:
    """The findings, the most serious first."""
    return encode([_issue(finding, style.language) for finding in worst_first(report)], indent=2)


def _issue(finding: Finding, language: str) -> dict[str, Any]:
    span = finding.span
    return {
        "description": said(finding, language),
        "check_name": visible(finding.rule),
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {
            "path": visible(span.path),
            "lines": {"begin": span.line, "end": span.end_line},
        },
    }
