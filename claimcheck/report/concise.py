"""One finding a line: path:line:column: level rule: message."""

from claimcheck.report import Report, Style, visible
from claimcheck.report.summary import summary
from claimcheck.wording import message


def render(report: Report, style: Style) -> str:
    """The findings, then the summary."""
    lines = [
        f"{f.span.path}:{f.span.line}:{f.span.column}: {f.level} {f.rule}: {message(f, style.language)}"
        for f in report.findings
    ]
    return "".join(visible(line) + "\n" for line in (*lines, *summary(report, style.language)))
