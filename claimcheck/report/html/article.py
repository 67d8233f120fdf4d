"""An article as it reads, with stretches of its source marked in place.

markdown-it-py decides what the Markdown means but tells no offsets within a line. So the ends of marks go
into the source as runs of characters that no text may have (noncharacters of Unicode), come out again in
the texts of its tokens, and switch marks on and off there. A run that gets lost, say in an address, costs
no more than the stretch up to the next one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from claimcheck.model.claim import Claim
from claimcheck.report import visible
from claimcheck.report.html.terms import Terms
from claimcheck.text.reading import Reading

_FIRST = 0xFDD0
_END = "\ufdda"
_RESERVED = re.compile("[\ufdd0-\ufdef]")
_RUN = re.compile("([\ufdd0-\ufdd9]+)\ufdda")
_LOST = re.compile("[\ufdd0-\ufdda]+")
_FRONT = re.compile(r"\A\ufeff?---[ ]*\n(?:(?!---|\.\.\.)[^\n]*\n)*+(?:---|\.\.\.)[ ]*(?=\n|\Z)")
_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)


class Mark(NamedTuple):
    """A stretch of the source to be marked; what opens and closes it, and what follows."""

    start: int
    end: int
    opening: Markup
    """What opens its first piece."""
    again: Markup
    """What opens the others."""
    closing: Markup
    after: Markup = Markup()
    """What follows the last piece: references to findings."""
    claim: Claim | None = None
    """Whose passage ends here."""
    missing: Reading | None = None
    """What ends here and is covered by no claim."""


class Piece(NamedTuple):
    """A part of an article as HTML, and the passage that ends with it, if one does."""

    html: Markup
    claim: Claim | None = None
    missing: Reading | None = None


def article(
    text: str, marks: Sequence[Mark], terms: Terms, *, markdown: bool = True, split: bool = False
) -> tuple[Piece, ...]:
    """The article as HTML; nothing of it but text, and the marks, reaches the page.

    One piece, or with `split` one for each passage, ending where the passage does (which may be within a
    paragraph), and what is left.
    """
    ends = sorted({end for mark in marks for end in (mark.start, mark.end)})
    source = _with_ends(_RESERVED.sub("\ufffd", text), ends, markdown=markdown)
    writer = _Writer(marks, ends, terms)
    if markdown:
        writer.blocks(_parser().parse(source))
    else:
        for block in re.split(r"\n[ \t]*\n", source):
            writer.paragraph(block)
    pieces = writer.done()
    return pieces if split else (Piece(Markup("".join(piece.html for piece in pieces))),)


def _with_ends(text: str, ends: Sequence[int], *, markdown: bool) -> str:
    front = _FRONT.match(text) if markdown else None
    done = front.end() if front else 0
    parts: list[str] = []
    for number, end in enumerate(ends):
        if end >= done:
            parts += text[done:end], _run(number)
            done = end
    return "".join((*parts, text[done:]))


def _run(number: int) -> str:
    return "".join(chr(_FIRST + int(digit)) for digit in str(number)) + _END


def _number(run: str) -> int:
    return int("".join(str(ord(sign) - _FIRST) for sign in run))


_PARSERS: list[MarkdownIt] = []


def _parser() -> MarkdownIt:
    """CommonMark and tables; HTML in the text is text, and addresses are not made links."""
    if not _PARSERS:
        _PARSERS.append(
            MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
        )
    return _PARSERS[0]


# Tokens that become an element of the same name, without attributes.
_PLAIN = {
    "blockquote", "bullet_list", "ordered_list", "list_item", "paragraph", "em", "strong", "s",
    "thead", "tbody", "tr",
}  # fmt: skip
_INLINE = ("em", "strong", "s")
_NAMES = {
    "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "paragraph": "p",
}  # fmt: skip


class _Writer:
    """Takes tokens one by one; knows which marks are open and how deep the headings are."""

    def __init__(self, marks: Sequence[Mark], ends: Sequence[int], terms: Terms) -> None:
        self._terms = terms
        self._open_at = [tuple(m for m in marks if m.start <= end < m.end) for end in ends]
        self._over_at = [tuple(m for m in marks if m.end == end) for end in ends]
        self._open: tuple[Mark, ...] = ()
        self._begun: set[int] = set()
        self._told: set[int] = set()
        self._out: list[str] = []
        self._pieces: list[Piece] = []
        self._headings: list[int] = []

    def done(self) -> tuple[Piece, ...]:
        """All that was written."""
        self._cut(None, None)
        return tuple(self._pieces)

    def _cut(self, claim: Claim | None, missing: Reading | None) -> None:
        self._pieces.append(Piece(Markup("".join(self._out)), claim, missing))
        self._out.clear()

    def paragraph(self, text: str) -> None:
        """A paragraph of plain text."""
        if _LOST.sub("", text).strip():
            self._put("<p class=plain>")
            self._text(text.strip("\n"))
            self._put("</p>")

    def blocks(self, tokens: Iterable[Token]) -> None:
        """Blocks and all that is in them."""
        for token in tokens:
            self._token(token)

    def _put(self, html: str) -> None:
        self._out.append(html)

    def _token(self, token: Token) -> None:
        kind, _, side = token.type.rpartition("_")
        if token.type == "inline":
            self.blocks(token.children or ())
        elif kind == "heading":
            self._heading(int(token.tag[1]), side)
        elif kind in _PLAIN:
            if not token.hidden:
                name = _NAMES.get(kind, kind)
                self._put(f"<{name}>" if side == "open" else f"</{name}>")
                self._put("" if kind in _INLINE or side == "open" else "\n")
        elif kind == "table":
            self._table(side)
        elif kind in ("th", "td"):
            scope = " scope=col" if kind == "th" and side == "open" else ""
            self._put(f"<{kind}{scope}>" if side == "open" else f"</{kind}>\n")
        elif kind == "link":
            self._link(token, side)
        else:
            self._leaf(token)

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "softbreak":
                self._piece("\n")
            case "hardbreak":
                self._put("<br>")
            case "hr":
                self._put("<hr>")
            case "code_inline":
                self._put("<code>")
                self._text(token.content)
                self._put("</code>")
            case "fence" | "code_block":
                self._put("<pre tabindex=0><code>")
                self._text(token.content)
                self._put("</code></pre>")
            case "image":
                self._text(self._terms("picture", text=token.content))
            case _:
                self._text(token.content)

    def _heading(self, level: int, side: str) -> None:
        """Headings go below those of the page and leave no level out."""
        if side == "open":
            while self._headings and self._headings[-1] >= level:
                self._headings.pop()
            self._headings.append(level)
        tag = f"h{min(6, 3 + len(self._headings))}"
        self._put(f"<{tag}>" if side == "open" else f"</{tag}>\n")

    def _table(self, side: str) -> None:
        if side == "open":
            label = escape(self._terms("table"))
            self._put(f'<div class=wide role=group tabindex=0 aria-label="{label}"><table>')
        else:
            self._put("</table></div>")

    def _link(self, token: Token, side: str) -> None:
        """A link is shown as its text; where it leads is told, and not followed."""
        if side == "close":
            self._put("</span>")
            return
        address = _LOST.sub("", str(token.attrGet("href") or ""))
        title = (
            Markup(' title="{}"').format(visible(address)) if _ADDRESS.fullmatch(address) else ""
        )
        self._put(f"<span class=link{title}>")

    def _text(self, text: str) -> None:
        for number, piece in enumerate(_RUN.split(text)):
            if number % 2:
                self._switch(_number(piece))
            elif piece:
                self._piece(_LOST.sub("", piece))

    def _switch(self, number: int) -> None:
        """At the end of a mark comes what follows it."""
        if number >= len(self._open_at):
            return
        self._open = self._open_at[number]
        for mark in self._over_at[number]:
            if id(mark) in self._begun and id(mark) not in self._told:
                self._told.add(id(mark))
                self._out.append(mark.after)
                if mark.claim is not None or mark.missing is not None:
                    self._cut(mark.claim, mark.missing)

    def _piece(self, text: str) -> None:
        if not text.isprintable():
            text = "\n".join(visible(line) for line in text.split("\n"))
        shown = escape(text)
        for mark in self._opened():
            self._out.append(mark.again if id(mark) in self._begun else mark.opening)
            self._begun.add(id(mark))
        self._out.append(shown)
        self._out.extend(mark.closing for mark in reversed(self._open))

    def _opened(self) -> Iterator[Mark]:
        yield from self._open
