"""The formats for machines: each is held to its own schema or reader, whatever claim files say."""

from functools import cache
from pathlib import Path

from claimcheck.report import Report, Style, renderer
from claimcheck.run import Request, run

CLAIMS = Path(__file__).parents[2] / "claims"
AS_OF = 739_921
LANGUAGES = ("en", "fr")
NEWSROOMS = ("funding-round", "heat")


def report_of(*paths: Path | str) -> Report:
    """What a run finds in some claim files."""
    return run(Request(paths=tuple(str(path) for path in paths), as_of=AS_OF))


@cache
def newsroom(name: str) -> Report:
    """What a run finds in an example newsroom."""
    return report_of(CLAIMS / name)


def rendered(name: str, report: Report, language: str = "en") -> str:
    """A report in a format."""
    return renderer(name)(report, Style(language))
