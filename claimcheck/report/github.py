"""Annotations of a GitHub workflow: a command a line, the most serious findings first.

GitHub shows the first ten errors, warnings and notices of a step; the rest stays in its log.
"""

from collections.abc import Iterator, Mapping

from claimcheck.catalogue import tell, template_of
from claimcheck.finding import LEVELS, Finding
from claimcheck.report import Report, Style, visible
from claimcheck.report.parts import advice, place, said, sides, worst_first

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_SHOWN = 10
_HIDDEN = tell(
    "{} more in the log: GitHub shows ten errors, ten warnings and ten notices of a step"
)


def render(report: Report, style: Style) -> str:
    """A command for each finding, and one for how many are not shown."""
    findings = worst_first(report)
    commands = [_annotation(finding, style.language) for finding in findings]
    hidden = _hidden(report)
    if hidden:  # before the notes, of which it takes a place
        text = template_of(_HIDDEN, style.language).format(hidden)
        first_note = len(findings) - report.count("note")
        commands.insert(first_note, command("notice", {"title": "claimcheck"}, text))
    return "".join(f"{command}\n" for command in commands)


def command(name: str, properties: Mapping[str, object], text: str) -> str:
    """A workflow command, in which no text can end a property, the properties or the line."""
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _hidden(report: Report) -> int:
    """How many findings GitHub leaves out; saying so takes the place of a note."""
    counts = [report.count(level) for level in LEVELS]
    if max(counts) <= _SHOWN:
        return 0
    return sum(max(0, count - _SHOWN) for count in counts) + (counts[-1] >= _SHOWN)


def _annotation(finding: Finding, language: str) -> str:
    span = finding.span
    where = {"file": visible(span.path), "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # GitHub takes columns of one line only
        where |= {"col": span.column, "endColumn": span.end_column}
    return command(
        _COMMANDS[finding.level],
        {**where, "title": visible(finding.rule)},
        "\n".join(_lines(finding, language)),
    )


def _lines(finding: Finding, language: str) -> Iterator[str]:
    yield said(finding, language)
    for span, text in sides(finding, language)[1:]:
        yield f"{place(span)}: {text}"
    yield from advice(finding, language)
