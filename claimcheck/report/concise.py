"""One finding a line: path:line:column: level rule: message."""

from claimcheck.finding import Finding
from claimcheck.report import Report, Style
from claimcheck.report.cells import shown
from claimcheck.report.links import linked
from claimcheck.report.summary import summary
from claimcheck.wording import fill, message


def render(report: Report, style: Style) -> str:
    """The findings, then the summary."""
    lines = [_line(finding, style) for finding in report.findings]
    rest = [shown(line, style.charset) for line in summary(report, style.language)]
    return "".join(f"{line}\n" for line in (*lines, *rest))


def _line(finding: Finding, style: Style) -> str:
    span, language = finding.span, style.language
    place = shown(f"{span.path}:{span.line}:{span.column}", style.charset)
    elsewhere = f" ({fill(finding.steps[0], language)})" if "times" in finding.data else ""
    text = f": {finding.level} {finding.rule}: {message(finding, language)}{elsewhere}"
    return linked(place, span.path, span.line, style) + shown(text, style.charset)
