"""What must hold of a report in each format, judged by the format's own schema or reader."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html5lib
import junitparser
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from claimcheck.report import Report, visible
from claimcheck.schemas import schema
from tests.properties.test_output import check_plain, is_control

CRASH = "internal-error"


def check(name: str, text: str, report: Report) -> None:
    """Hold a report in a format to all that must be true of it."""
    check_plain(text)
    CHECKS[name](text, report)


def strings(data: Any) -> Iterator[str]:
    """All texts of some JSON."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for pair in data.items() for item in pair for text in strings(item))
    elif isinstance(data, list):
        yield from (text for item in data for text in strings(item))


def check_strings(data: Any) -> None:
    """No text has characters that a terminal or browser would obey, even when it is decoded."""
    for text in strings(data):
        assert [sign for sign in text if is_control(sign)] == []
        text.encode()


@cache
def sarif_schema() -> Draft202012Validator:
    """The schema of SARIF 2.1.0, as published."""
    file = Path(__file__).parent / "sarif" / "sarif-2.1.0.json"
    return Draft202012Validator(json.loads(file.read_text(encoding="utf-8-sig")))


def check_sarif(text: str, report: Report) -> None:
    """Valid; numbers lead to what they name, and links of messages to related places."""
    data = json.loads(text)
    sarif_schema().validate(data)
    check_strings(data)
    (run,) = data["runs"]
    assert len(run["results"]) == sum(finding.rule != CRASH for finding in report.findings)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        related = result.get("relatedLocations", [])
        assert links(result["message"]["text"]) == [str(place["id"]) for place in related]
        for place in (*result["locations"], *related):
            check_place(place, run["artifacts"])
        for flow in result.get("codeFlows", ()):
            for step in flow["threadFlows"][0]["locations"]:
                check_place(step["location"], run["artifacts"])
                assert links(step["location"]["message"]["text"]) == []


def check_place(place: dict[str, Any], artifacts: list[dict[str, Any]]) -> None:
    """A place is in a file of the list, its address has only signs of addresses, and its end is no start."""
    file, region = (
        place["physicalLocation"]["artifactLocation"],
        place["physicalLocation"]["region"],
    )
    assert artifacts[file["index"]]["location"]["uri"] == file["uri"]
    assert re.fullmatch(r"[\w.~/%-]+|file:///[\w.~/%-]+", file["uri"], re.ASCII)
    assert ("uriBaseId" in file) == (urlsplit(file["uri"]).scheme == "")
    start = (region["startLine"], region["startColumn"])
    assert start <= (region["endLine"], region["endColumn"])
    assert links(place.get("message", {}).get("text", "")) == []


def links(text: str) -> list[str]:
    """Where the links of a message lead, as SARIF 2.1.0 (3.11.6) reads them; no other bracket stands bare."""
    bare = re.sub(r"\\[\\\[\]]", "", text)
    found = re.findall(r"\[[^\[\]]*\]\((\d+)\)", bare)
    assert len(found) == bare.count("[") == bare.count("]")
    assert not re.search(r"(?<!\{)\{\d+\}(?!\})", text)
    return found


_COMMAND = re.compile(r"::(error|warning|notice) (\w+=[^,:]*(?:,\w+=[^,:]*)*)::([^\r\n]*)")
_ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def unescaped(text: str) -> str:
    """What the runner of GitHub makes of a property or message."""
    return re.sub("%(?:25|0D|0A|3A|2C)", lambda match: _ESCAPES[match[0]], text)


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands that the runner of GitHub finds: name, properties, message."""
    found = []
    for line in text.split("\n")[:-1]:
        match = _COMMAND.fullmatch(line)
        assert match is not None
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        given = {key: unescaped(value) for key, value in properties.items()}
        found.append((match[1], given, unescaped(match[3])))
    return found


def check_github(text: str, report: Report) -> None:
    """A command a finding, the worst first, at its place."""
    found = [command for command in commands(text) if "file" in command[1]]
    assert len(found) == len(report.findings)
    names = [name for name, _, _ in found]
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    given = [(properties["file"], properties["line"]) for _, properties, _ in found]
    expected = [(visible(f.span.path), str(f.span.line)) for f in report.findings]
    assert sorted(given) == sorted(expected)


# From the documentation of GitLab, "Code Quality report format".
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string", "minLength": 1, "pattern": "^[^\\n]*$"},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "minLength": 1, "pattern": "^[^\\\\]|\\\\u"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def check_gitlab(text: str, report: Report) -> None:
    """Of the documented shape, each finding with an identity of its own."""
    data = json.loads(text)
    GITLAB.validate(data)
    check_strings(data)
    assert len({issue["fingerprint"] for issue in data}) == len(data) == len(report.findings)


def check_junit(text: str, report: Report) -> None:
    """Read alike by an XML reader and by junitparser; the counts are true."""
    root = ET.fromstring(text.encode())
    check_strings([part for e in root.iter() for part in (e.text or "", *e.attrib.values())])
    suites = junitparser.JUnitXml.fromstring(text.encode())
    counts = (suites.tests, suites.failures, suites.errors)
    suites.update_statistics()  # type: ignore[no-untyped-call]
    assert (suites.tests, suites.failures, suites.errors) == counts
    rules = {(f.span.path, f.rule) for f in report.findings if f.rule != CRASH}
    failing = {(f.span.path, f.rule) for f in report.findings if report.fails_on(f.level)}
    assert counts[1] == len({pair for pair in failing if pair[1] != CRASH})
    shown = [e for e in root.iter() if e.tag in ("failure", "system-out")]
    assert len(shown) == len(rules)
    assert {str(e.tag) for e in root.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "error", "system-out"
    }  # fmt: skip


_GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_TAGS = set("html head body h2 p br ul li strong code details summary pre span".split())
_LINKED = re.compile(r"[@#!~$%^&][\w\"]|://|www\.|\bGH-\d|:[a-z_+-]+:", re.I)


def check_markdown(text: str, report: Report) -> None:
    """Read as CommonMark with tables and strike-through, only our own markup is left, and nothing to link."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(f"<!doctype html><title>x</title><body>{_GFM.render(text)}</body>")
    assert parser.errors == []
    body = tree.find("body")
    assert {str(e.tag) for e in body.iter()} <= _TAGS
    assert all(set(e.keys()) <= {"class"} for e in body.iter())
    assert len(list(body.iter("strong"))) == len(report.findings)
    assert [piece for piece in prose(body) if _LINKED.search(piece)] == []


def prose(element: Any) -> Iterator[str]:
    """The text of a page that is no code, as sites look through it for what they link."""
    if element.tag not in ("code", "pre"):
        yield element.text or ""
        for child in element:
            yield from prose(child)
            yield child.tail or ""


def check_jsonl(text: str, report: Report) -> None:
    """Each line is a finding of the JSON report, and the last its summary."""
    lines = [json.loads(line) for line in text.split("\n")[:-1]]
    whole = schema("report")
    for name, data in (("FindingShape", lines[:-1]), ("Summary", [lines[-1]["summary"]])):
        judge = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": whole["$defs"]})
        for datum in data:
            judge.validate(datum)
    assert len(lines) == len(report.findings) + 1


CHECKS: dict[str, Callable[[str, Report], None]] = {
    "sarif": check_sarif,
    "github": check_github,
    "gitlab": check_gitlab,
    "junit": check_junit,
    "markdown": check_markdown,
    "jsonl": check_jsonl,
}
