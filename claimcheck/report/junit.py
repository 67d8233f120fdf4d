"""JUnit XML: a suite a file, a case a rule; a case fails where its findings fail the run."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimcheck.finding import Finding
from claimcheck.report import Report, Style, visible
from claimcheck.report.parts import COLON, details, place, said, sides, worst_first
from claimcheck.wording import LEVEL_WORDS, words

_CRASH = "internal-error"


def render(report: Report, style: Style) -> str:
    """All files that were checked or have findings, each with all rules that ran."""
    by_file: dict[str, dict[str, list[Finding]]] = {path: {} for path in report.paths}
    for finding in worst_first(report):
        rules = by_file.setdefault(finding.span.path, {})
        rules.setdefault(finding.rule, []).append(finding)
    root = Element("testsuites", name="claimcheck")
    for path, found in sorted(by_file.items()):
        root.append(_suite(path, found, report, style.language))
    _count(root)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(path: str, found: dict[str, list[Finding]], report: Report, language: str) -> Element:
    suite = Element("testsuite", name=visible(path))
    for rule in sorted({*report.tallies, *found}):
        case = SubElement(suite, "testcase", classname=visible(path), name=visible(rule), time="0")
        if rule in found:
            case.append(_outcome(found[rule], report, language))
    _count(suite)
    return suite


def _outcome(findings: list[Finding], report: Report, language: str) -> Element:
    """What one rule found in one file: an error if it crashed, else a failure or mere output."""
    worst = findings[0]
    text = "\n".join(line for finding in findings for line in _lines(finding, language))
    if worst.rule != _CRASH and not report.fails_on(worst.level):
        output = Element("system-out")
        output.text = text
        return output
    others = f" (+{len(findings) - 1})" if len(findings) > 1 else ""
    outcome = Element("error" if worst.rule == _CRASH else "failure")
    outcome.set("message", said(worst, language) + others)
    outcome.set("type", worst.level)
    outcome.text = text
    return outcome


def _lines(finding: Finding, language: str) -> Iterator[str]:
    level = words(LEVEL_WORDS[finding.level], language)
    yield f"{place(finding.span)}: {level}{words(COLON, language)}{said(finding, language)}"
    for span, text in sides(finding, language)[1:]:
        yield f"  {place(span)}: {text}"
    yield from (f"  {line}" for line in details(finding, language))


def _count(element: Element) -> None:
    """Note how many cases there are below an element, and how they went."""
    cases = list(element.iter("testcase"))
    for name, kind in (("tests", None), ("failures", "failure"), ("errors", "error")):
        number = sum(kind is None or case.find(kind) is not None for case in cases)
        element.set(name, str(number))
    element.set("skipped", "0")
    element.set("time", "0")
