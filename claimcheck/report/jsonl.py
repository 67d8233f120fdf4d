"""JSON Lines: a finding a line as the JSON report has it, and the summary on the last."""

from claimcheck.report import Report, Style
from claimcheck.report.json import VERSION, encode, finding_data, summary_data


def render(report: Report, style: Style) -> str:
    """The findings, a JSON object a line; the last line has the version and the summary."""
    findings = (finding_data(finding, style.language) for finding in report.findings)
    last = {"version": VERSION, "summary": summary_data(report)}
    return "".join(encode(data) for data in (*findings, last))
