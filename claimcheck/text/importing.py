"""Import: a saved web page as the Markdown of its article, once, so that places never cross formats."""

import re
from typing import NamedTuple

from claimcheck.errors import UsageError
from claimcheck.text.language import language_of
from claimcheck.text.scalars import quoted

SUFFIXES = (".html", ".htm", ".xhtml")
MISSING = "trafilatura is not installed"
INSTALL = "pip install 'newsroom-claimcheck[import]'"


class Imported(NamedTuple):
    """The article of a page: its Markdown, and what the page says of itself."""

    markdown: str
    title: str | None
    published: str | None
    """YYYY-MM-DD."""
    url: str | None
    language: str


def import_page(data: bytes) -> Imported:
    """The article of a page of HTML, in whatever encoding the page declares.

    Tables are kept, the texts of links too; menus, notices and comments are left out. Raises UsageError where
    the extra is not installed and where there is no article.
    """
    try:
        import trafilatura
    except ImportError:
        raise UsageError(MISSING, INSTALL) from None
    if not data.strip():
        raise UsageError("the page is empty", "save the page of the article as HTML")
    found = trafilatura.extract_metadata(data)
    text = trafilatura.extract(
        data,
        output_format="markdown",
        include_comments=False,
        include_tables=True,
        include_formatting=True,
    )
    if not text or found is None:
        raise UsageError("no article was found in the page", "save the page of one article as HTML")
    title = _line(found.title)
    return Imported(
        _tidy(text, title), title, _day(found.date), _line(found.url), language_of(text)
    )


def head_of(page: Imported, text: str) -> str:
    """The head of a claim file for the article, as YAML."""
    lines = ["document:"]
    lines += [f"  title: {quoted(page.title)}"] if page.title else []
    lines += [f"  text: {quoted(text)}", f"  language: {page.language}"]
    lines += [f"  published: {page.published}"] if page.published else []
    lines += [f"  url: {quoted(page.url)}"] if page.url else []
    return "\n".join((*lines, "claims: []", ""))


_ROW = re.compile(r"^\|.*\|[ \t]*$", re.MULTILINE)
_BLANK = re.compile(r"\n{3,}")


def _tidy(text: str, title: str | None) -> str:
    """One title at the top, rows without spaces at their end, single blank lines."""
    text = _ROW.sub(lambda match: match.group().rstrip(), text.replace("\r\n", "\n")).strip()
    if title and not text.startswith("# "):
        text = f"# {title}\n\n{text}"
    return _BLANK.sub("\n\n", text) + "\n"


def _line(text: object) -> str | None:
    """A text on one line, without control characters; None if nothing is left."""
    if not isinstance(text, str):
        return None
    return " ".join("".join(c if c.isprintable() else " " for c in text).split()) or None


def _day(text: object) -> str | None:
    day = str(text or "")[:10]
    return day if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day) else None
