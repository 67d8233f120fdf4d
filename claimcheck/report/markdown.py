"""A comment for a pull request: what was found, the most serious first, with both sides of each conflict.

Nothing from a file is markup there: marks are escaped, and whatever GitHub or GitLab would link
(people, issues, addresses) is broken by a space of no width.
"""

import re
from collections.abc import Iterator

from claimcheck.catalogue import Told, tell
from claimcheck.finding import Finding, Whole
from claimcheck.report import Report, Style, visible
from claimcheck.report.parts import COLON, details, place, said, sides, worst_first
from claimcheck.report.summary import summary
from claimcheck.wording import LEVEL_WORDS, words

_DETAILS = tell("derivation and help")
_LONGEST = 60_000
"""Of a comment, in characters; GitHub takes 65,536."""


def render(report: Report, style: Style) -> str:
    """A heading with the counts, what was looked at, and the findings as far as a comment goes."""
    language = style.language
    counts, *rest = (escaped(line) for line in summary(report, language))
    found, _, looked = counts.partition(" · ")
    parts = [f"## claimcheck: {found}\n", "\\\n".join((looked, *rest)) + "\n"]
    findings = worst_first(report)
    room = _LONGEST - sum(map(len, parts))
    for number, finding in enumerate(findings):
        part = "".join(f"{line}\n" for line in _lines(finding, language))
        room -= len(part) + 1
        if room < 0:
            parts.append(f"{words(_more(len(findings) - number), language)}\n")
            break
        parts.append(part)
    return "\n".join(parts)


def _more(number: int) -> Told:
    return tell("{} more: see the whole report", Whole(number))


def _lines(finding: Finding, language: str) -> Iterator[str]:
    """A finding as an item of a list: its places, and the rest folded away."""
    level = words(LEVEL_WORDS[finding.level], language)
    colon = words(COLON, language)
    yield f"- **{level}** {code(finding.rule)}{colon}{escaped(said(finding, language))}"
    yield ""
    for span, text in sides(finding, language):
        yield f"  - {code(place(span))}{colon + escaped(text) if text else ''}"
    more = list(details(finding, language))
    if not more:
        return
    fence = "`" * max(3, _longest_run("\n".join(more)) + 1)
    yield from ("", f"  <details><summary>{words(_DETAILS, language)}</summary>", "")
    yield from (f"  {line}" for line in (f"{fence}text", *more, fence))
    yield from ("", "  </details>")


_MARKS = re.compile(r"[\\`*_\[\]~|&<>$]")
_INSTEAD = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "<span>$</span>"}
# What GitHub and GitLab link or replace in the text that is shown, with no mark of Markdown in it.
_LINKED = re.compile(r"[@#!~$%^&](?=[\w\"])|:(?=//|[A-Za-z_+-])|\bwww(?=\.)|\bGH-(?=\d)", re.I)
_BREAK = "&#8203;"


def escaped(text: str) -> str:
    """A text within a line in which nothing is markup or becomes a link."""
    pieces, start = [], 0
    text = visible(text)
    for match in _LINKED.finditer(text):
        pieces.append(text[start : match.end()])
        start = match.end()
    return _BREAK.join(_MARKS.sub(_marked, piece) for piece in (*pieces, text[start:]))


def _marked(match: re.Match[str]) -> str:
    return _INSTEAD.get(match[0], f"\\{match[0]}")


def code(text: str) -> str:
    """A text as code, in which nothing is markup either."""
    text = visible(text)
    fence = "`" * (_longest_run(text) + 1)
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
