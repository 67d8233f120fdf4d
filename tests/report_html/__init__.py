"""The HTML report: its structure, hostile content, and how it works in a browser."""

from functools import cache
from pathlib import Path
from typing import Any

import html5lib

from claimcheck.report import Style, renderer
from claimcheck.run import Request, run

CLAIMS = Path(__file__).parents[2] / "claims"
AS_OF = 739_921
NEWSROOMS = (("funding-round", "fr"), ("heat", "en"))


def page_of(*paths: Path | str, language: str = "en") -> str:
    """The page about some claim files."""
    report = run(Request(paths=tuple(str(path) for path in paths), as_of=AS_OF))
    return renderer("html")(report, Style(language))


@cache
def newsroom(name: str, language: str) -> str:
    """The page of an example newsroom."""
    return page_of(CLAIMS / name, language=language)


def parsed(page: str) -> Any:
    """The tree of a page; a mistake in it, of which no browser tells, is an error."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(page)
    assert parser.errors == []
    return tree


def written(folder: Path, claims: str, article: str = "", vocabulary: str = "") -> Path:
    """A small newsroom on the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "claimcheck.toml").write_text('paths = ["."]\n')
    if article:
        (folder / "a.md").write_text(article, encoding="utf-8", newline="\n")
    if vocabulary:
        (folder / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    (folder / "a.claims.yaml").write_text(claims, encoding="utf-8")
    return folder
