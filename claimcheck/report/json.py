"""JSON, version 1: a contract with a schema of its own (`claimcheck schema report`)."""

from typing import Any

from claimcheck.finding import LEVELS, Finding, Related
from claimcheck.model.period import format_day
from claimcheck.report import UNSAFE, Report, Style
from claimcheck.report.summary import skipped
from claimcheck.source import Span
from claimcheck.suppress import Accepted
from claimcheck.wording import fill, help_of, message

VERSION = 1


def render(report: Report, style: Style) -> str:
    """The whole report as one JSON object."""
    return encode(as_data(report, style), indent=2)


def encode(data: object, *, indent: int | None = None) -> str:
    """Data as JSON, in which characters that a terminal obeys or UTF-8 lacks are written as escapes."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def as_data(report: Report, style: Style) -> dict[str, Any]:
    """The whole report as plain data."""
    return {
        "version": VERSION,
        "findings": [finding_data(finding, style.language) for finding in report.findings],
        "accepted": [accepted_data(accepted, style.language) for accepted in report.accepted],
        "checked": {
            name: {"bound": t.bound, "checked": t.checked, "skipped": dict(t.skipped)}
            for name, t in sorted(report.tallies.items())
        },
        "coverage": [
            {**found._asdict(), "uncovered": found.total - found.quoted}
            for found in report.coverage
        ],
        **since_data(report),
        "summary": summary_data(report),
    }


def since_data(report: Report) -> dict[str, Any]:
    """How the findings stand to an earlier state, if that was asked."""
    since = report.since
    if since is None:
        return {}
    gone = [{"rule": f.rule, "document": f.document, "about": f.about} for f in since.gone]
    states = dict(sorted(since.states.items()))
    return {
        "since": {
            "what": since.what,
            "states": states,
            "unchanged": since.unchanged,
            "gone": gone,
        }
    }


def summary_data(report: Report) -> dict[str, Any]:
    """How much was found and looked at, as plain data."""
    return {
        **{f"{level}s": report.count(level) for level in LEVELS},
        "accepted": len(report.accepted),
        "documents": report.documents,
        "claims": report.claims,
        "references": report.references,
        "skipped": skipped(report),
    }


def finding_data(finding: Finding, language: str) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "message": message(finding, language),
        "claims": [claim.id for claim in finding.claims if not claim.is_reference],
        "references": [claim.id for claim in finding.claims if claim.is_reference],
        "location": _location(finding.span),
        "related": [_related(related, language) for related in finding.related],
        "steps": [fill(step, language) for step in finding.steps],
        "repairs": [
            {"kind": r.kind, "claims": list(r.claims), "message": fill(r.text, language)}
            for r in finding.repairs
        ],
        "help": help_of(finding, language),
        "fingerprint": finding.fingerprint,
        "digest": finding.digest,
    }


def accepted_data(accepted: Accepted, language: str) -> dict[str, Any]:
    """A finding that an `ignore` entry accepts, and why."""
    finding, entry = accepted.finding, accepted.entry
    return {
        "rule": finding.rule,
        "message": message(finding, language),
        "claims": [claim.id for claim in finding.claims if not claim.is_reference],
        "references": [claim.id for claim in finding.claims if claim.is_reference],
        "location": _location(finding.span),
        "entry": accepted.where,
        "reason": entry.reason,
        "by": entry.by,
        "until": None if entry.until is None else format_day(entry.until),
        "fingerprint": finding.fingerprint,
    }


def _related(related: Related, language: str) -> dict[str, Any]:
    return {"location": _location(related.span), "message": fill(related.label, language)}


def _location(span: Span) -> dict[str, Any]:
    return span._asdict()
