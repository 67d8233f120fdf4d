"""SARIF 2.1.0, for code scanning: rules with their pages, findings with all places and the derivation.

Accepted findings are left out, since GitHub shows what is marked as suppressed; so are fixes, since no
value is changed by itself.
"""

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any, NamedTuple
from urllib.parse import quote

from claimcheck.catalogue import tell, template_of
from claimcheck.explain import markdown, paragraphs, summary
from claimcheck.finding import Finding, Phrase
from claimcheck.report import Report, Since, Style, visible
from claimcheck.report.json import encode
from claimcheck.report.parts import Side, advice, said, sides
from claimcheck.rule import Rule
from claimcheck.rules import standard
from claimcheck.source import Span
from claimcheck.wording import fill

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_ROOT_IS = tell("the folder in which claimcheck ran")
# As GitHub calls the levels of rules that are not about security.
_SEVERITIES = {"error": "error", "warning": "warning", "note": "recommendation"}
_CRASH = "internal-error"


class _Log(NamedTuple):
    """What results refer to: the language, and the numbers of rules and files."""

    language: str
    rules: Mapping[str, int]
    files: Mapping[str, int]
    since: Since | None


def render(report: Report, style: Style) -> str:
    """One run with all findings that stand."""
    return encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, style)]}, indent=2)


def _run(report: Report, style: Style) -> dict[str, Any]:
    findings = [finding for finding in report.findings if finding.rule != _CRASH]
    names = sorted({*report.tallies, *report.crashes, *(finding.rule for finding in findings)})
    paths = sorted({*report.sources, *(span.path for f in findings for span in _spans(f))})
    log = _Log(style.language, _numbered(names), _numbered(paths), report.since)
    return {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": import_module("claimcheck").__version__,
                "rules": _descriptors(names, report, style.language),
            }
        },
        "language": style.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": template_of(_ROOT_IS, style.language)}}
        },
        "invocations": [_invocation(report, log)],
        "artifacts": [{"location": _file(path), "encoding": "UTF-8"} for path in paths],
        "results": [_result(finding, log) for finding in findings],
    }


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _spans(finding: Finding) -> list[Span]:
    return [finding.span, *(related.span for related in finding.related)]


def _descriptors(names: Iterable[str], report: Report, language: str) -> list[dict[str, Any]]:
    """The rules with their texts, which a run does not read of the shipped packs."""
    known = {rule.name: rule for rule in standard()}
    known |= {rule.name: rule for rule in report.rules if rule.doc}
    return [
        _descriptor(known[name], language) if name in known else {"id": visible(name)}
        for name in names
    ]


def _descriptor(rule: Rule, language: str) -> dict[str, Any]:
    shown = [visible(text) for text in paragraphs(rule.doc, language)]
    brief = visible(summary(rule, language))
    rest = shown[0].removeprefix(brief).strip()
    full = "\n\n".join(filter(None, (rest, *shown[1:])))
    return {
        "id": visible(rule.name),
        "shortDescription": {"text": brief},
        "fullDescription": {"text": full or brief},
        "help": {
            "text": "\n\n".join(shown),
            "markdown": "\n".join(map(visible, markdown(rule, language).split("\n"))),
        },
        "defaultConfiguration": {"level": rule.level},
        "properties": {
            "tags": [visible(rule.family)],
            "problem.severity": _SEVERITIES[rule.level],
        },
    }


def _invocation(report: Report, log: _Log) -> dict[str, Any]:
    return {
        "executionSuccessful": not report.crashes,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": _escaped(visible(f"{name}: {error}"))},
                "associatedRule": {"id": visible(name), "index": log.rules[name]},
            }
            for name, error in sorted(report.crashes.items())
        ],
    }


def _result(finding: Finding, log: _Log) -> dict[str, Any]:
    """One finding; `baselineState` belongs here once a run knows what was found before."""
    own, *others = sides(finding, log.language)
    result = {
        "ruleId": visible(finding.rule),
        "ruleIndex": log.rules[finding.rule],
        "level": finding.level,
        "message": {"text": _text(finding, others, log.language)},
        "locations": [_location(own, log)],
        "relatedLocations": [
            {"id": number} | _location(side, log) for number, side in enumerate(others, 1)
        ],
        "codeFlows": _flows(finding, log),
        "partialFingerprints": {
            # The only one that GitHub compares; its name is GitHub's.
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "claimcheckFinding/v1": finding.fingerprint,
            "claimcheckValues/v1": finding.digest,
        },
        **_state(finding, log),
        "properties": {
            "claims": [visible(claim.id) for claim in finding.claims if not claim.is_reference],
            "references": [visible(claim.id) for claim in finding.claims if claim.is_reference],
        },
    }
    return {key: value for key, value in result.items() if value != []}


def _text(finding: Finding, others: Iterable[Side], language: str) -> str:
    """The message, links to the other places, what would help; a line each."""
    lines = [_escaped(said(finding, language))]
    lines += [
        f"[{_escaped(side.text or visible(side.span.path))}]({number})"
        for number, side in enumerate(others, 1)
    ]
    lines += [_escaped(line) for line in advice(finding, language)]
    return "\n".join(lines)


def _state(finding: Finding, log: _Log) -> dict[str, str]:
    """How a result stands to an earlier run, if that is known."""
    state = log.since and log.since.states.get(finding.fingerprint)
    return {"baselineState": {"changed": "updated"}.get(state, state)} if state else {}


def _flows(finding: Finding, log: _Log) -> list[dict[str, Any]]:
    """The derivation; a step stands where its claim does, or else where the finding is."""
    labels = [(finding.span, finding.label or Phrase({})), *finding.related]
    places = {label.data["claim"]: span for span, label in labels if "claim" in label.data}
    steps = [
        Side(places.get(step.data.get("claim"), finding.span), visible(fill(step, log.language)))
        for step in finding.steps
    ]
    locations = [{"location": _location(step, log)} for step in steps]
    return [{"threadFlows": [{"locations": locations}]}] if locations else []


def _location(side: Side, log: _Log) -> dict[str, Any]:
    span = side.span
    place = {
        "physicalLocation": {
            "artifactLocation": _file(span.path) | {"index": log.files[span.path]},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            },
        }
    }
    return place | ({"message": {"text": _escaped(side.text)}} if side.text else {})


def _file(path: str) -> dict[str, Any]:
    """Where a file is: from the folder of the run, or, outside of it, on this machine."""
    uri = quote(path.encode("utf-8", "surrogatepass"))
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


_MARKS = re.compile(r"[\\\[\]]")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def _escaped(text: str) -> str:
    """A text in which nothing is a link or a placeholder of SARIF."""
    return _PLACEHOLDER.sub(r"{{\1}}", _MARKS.sub(r"\\\g<0>", text))
