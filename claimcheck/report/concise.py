"""One finding a line: path:line:column: level rule: message."""

from claimcheck.finding import Finding
from claimcheck.report import Report, Style, visible
from claimcheck.report.summary import summary
from claimcheck.wording import fill, message


def render(report: Report, style: Style) -> str:
    """The findings, then the summary."""
    lines = [_line(finding, style.language) for finding in report.findings]
    return "".join(visible(line) + "\n" for line in (*lines, *summary(report, style.language)))


def _line(finding: Finding, language: str) -> str:
    span = finding.span
    place = f"{span.path}:{span.line}:{span.column}"
    elsewhere = f" ({fill(finding.steps[0], language)})" if "times" in finding.data else ""
    return f"{place}: {finding.level} {finding.rule}: {message(finding, language)}{elsewhere}"
