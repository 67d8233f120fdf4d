"""Reports: what a run found, and a file a format, each with `render(report, style) -> str`."""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.finding import LEVELS, Finding, Level
from claimcheck.index import Index
from claimcheck.judging import Tally
from claimcheck.rule import Rule
from claimcheck.source import Source
from claimcheck.suppress import Accepted

if TYPE_CHECKING:
    from claimcheck.consistency.witness import Witness

FORMATS = (
    "terminal",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "markdown",
    "html",
)


class Found(NamedTuple):
    """A world of a document in which its claims hold."""

    path: str
    witness: "Witness"


class Coverage(NamedTuple):
    """How much of an article its document encodes: quantities and dates quoted or left out, and all."""

    document: str
    article: str
    quoted: int
    total: int


class Since(NamedTuple):
    """How findings stand to those of an earlier state: a report has only those that are new or changed."""

    what: str
    """What was compared with: a commit as it was named, or a file."""
    states: Mapping[str, str]
    """`new` or `changed`, by fingerprint."""
    unchanged: int
    """How many findings are as they were, and left out."""
    gone: tuple[Finding, ...]
    """What was found then, and is not now."""


class Report(NamedTuple):
    """What a run found, and what it looked at."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    tallies: Mapping[str, Tally]
    crashes: Mapping[str, str]
    """Rules that raised, with what they raised."""
    documents: int
    claims: int
    references: int
    sources: Mapping[str, Source]
    """The text of every file that was read, by the path that spans give."""
    fail_on: str = "warning"
    language: str = "en"
    """What the configuration wants the report to be in."""
    worlds: tuple[Found, ...] = ()
    """For each document that was asked about, a world in which its claims hold."""
    coverage: tuple[Coverage, ...] = ()
    """For each document whose article was read."""
    indexes: tuple[Index, ...] = ()
    """Where the run keeps them, for each document what it was judged by: claims, references, article."""
    paths: tuple[str, ...] = ()
    """The paths of all documents."""
    rules: tuple[Rule, ...] = ()
    """Those of all newsrooms; shipped ones may lack the texts that a run does not need."""
    home: str = ""
    """The folder from which findings name their documents."""
    since: Since | None = None
    hidden: tuple[Finding, ...] = ()
    """What `per-path` leaves out."""

    def count(self, level: Level) -> int:
        """How many findings there are of a level."""
        return sum(finding.level == level for finding in self.findings)

    @property
    def fails(self) -> bool:
        """Whether a finding is at least as serious as `fail_on` says."""
        return any(self.fails_on(level) for level in {f.level for f in self.findings})

    def fails_on(self, level: Level) -> bool:
        """Whether a finding of a level is at least as serious as `fail_on` says."""
        limits: list[str] = [*LEVELS]
        return self.fail_on != "never" and LEVELS.index(level) <= limits.index(self.fail_on)


class Style(NamedTuple):
    """How a report is to look."""

    language: str = "en"
    color: bool = False
    width: int = 80
    links: bool = False
    """Whether places in files can be opened from the report."""
    charset: str = "utf-8"
    """The encoding of what the report is shown on; what it lacks is written in other characters."""


def renderer(name: str) -> Callable[[Report, Style], str]:
    """The `render` of a format, one of FORMATS."""
    render: Callable[[Report, Style], str] = import_module(f"{__name__}.{name}").render
    return render


# Characters that would move the cursor, hide text or turn its direction; half characters and none;
# those that nobody sees and that make one name two.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """A text on one line, without control characters: they are shown, not obeyed."""
    if text.isprintable():  # then it has none of them
        return text
    text = text.replace("\t", " ").replace("\n", " ")
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
