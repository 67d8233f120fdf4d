"""Quotes taken from the newsroom's articles, and the ways in which they are miscopied."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

CLAIMS = Path(__file__).parents[2] / "claims"
ARTICLES = {path.name: path.read_text("utf-8") for path in sorted(CLAIMS.glob("*/*.md"))}

_SENTENCE = re.compile(r"(?:^|(?<=[.:;] )|(?<=[.:;]\n))[^.:;#|*]{40,180}(?=[.:;,])")


class Quoted(NamedTuple):
    """A passage as it stands in an article's source, with its line breaks."""

    article: str
    raw: str

    @property
    def source(self) -> str:
        """The text of the article."""
        return ARTICLES[self.article]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands; it occurs once."""
        start = self.source.index(self.raw)
        return start, start + len(self.raw)

    @property
    def text(self) -> str:
        """The passage as a person copies it."""
        return " ".join(self.raw.split())


def _quotes(name: str, source: str) -> list[Quoted]:
    passages = [
        match.group().strip()
        for paragraph in source.split("\n\n")
        if paragraph[0] not in "#|*"
        for match in _SENTENCE.finditer(paragraph)
    ]
    return [
        Quoted(name, raw) for raw in passages if source.count(raw) == 1 and len(raw.split()) >= 7
    ]


QUOTES = [quote for name, source in ARTICLES.items() for quote in _quotes(name, source)]

Change = Callable[[str], str]


def _on_word(change: Change, text: str) -> str:
    """Change the longest word."""
    word = max(re.findall(r"[^\W\d_]+", text) or [text], key=len)
    start = text.index(word)
    return text[:start] + change(word) + text[start + len(word) :]


def _middle(text: str, change: Callable[[list[str]], list[str]]) -> str:
    words = re.split(r"(?<=\s)", text)
    half = len(words) // 2
    return "".join([*words[:half], *change(words[half : half + 1]), *words[half + 1 :]])


def _marked(before: str, after: str) -> Change:
    """Put marks around a word in the middle."""

    def change(text: str) -> str:
        return _middle(text, lambda words: [re.sub(r"\S+", rf"{before}\g<0>{after}", words[0])])

    return change


def _digit(text: str) -> str:
    return re.sub(r"\d", lambda match: str((int(match.group()) + 3) % 10), text, count=1)


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _swapped(word: str) -> str:
    i = len(word) // 2
    return f"{word[: i - 1]}{word[i]}{word[i - 1]}{word[i + 1 :]}"


# What says the same: in the quote, or in the article.
SAME: dict[str, Change] = {
    "as it is": str,
    "Unicode form": lambda text: unicodedata.normalize("NFD", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow no-break spaces": lambda text: text.replace(" ", "\u202f"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "reflow": lambda text: re.sub(r"(\S+\s\S+\s\S+)\s", r"\1\n", text),
    "reflow with carriage returns": lambda text: re.sub(r"(\S+\s\S+\s\S+)\s", "\\1\r\n", text),
    "straight apostrophes": lambda text: text.replace("’", "'"),
    "typographic apostrophes": lambda text: text.replace("'", "’"),
    "soft hyphen": lambda text: _on_word(lambda word: f"{word[:3]}\u00ad{word[3:]}", text),
    "zero-width space": lambda text: _on_word(lambda word: f"{word[:3]}\u200b{word[3:]}", text),
    "right-to-left mark": lambda text: _on_word(lambda word: f"{word[:3]}\u200f{word[3:]}", text),
    "ligature": lambda text: text.replace("fi", "ﬁ").replace("ff", "ﬀ"),
    "emphasis": _marked("**", "**"),
    "emphasis of one sign": _marked("_", "_"),
    "link": _marked("[", "](https://example.org/a_b_(c))"),
    "code": _marked("`", "`"),
    "struck out": _marked("~~", "~~"),
}
SAME_IN_QUOTE: dict[str, Change] = {
    "upper case": str.upper,
    "lower case": str.lower,
}
SAME_IN_ARTICLE: dict[str, Change] = {
    "comment": _marked("<!-- a comment -->", ""),
    "tag": _marked('<em class="x">', "</em>"),
    "footnote": _marked("", "[^1]"),
    "no-break space as an entity": lambda text: text.replace(" ", "&nbsp;", 1),
    "letters as entities": lambda text: text.replace("é", "&eacute;").replace("'", "&#39;"),
    "link by reference": _marked("[", "][ref]"),
    "block quote": lambda text: re.sub(r"(\S+\s\S+\s\S+)\s", r"\1\n> ", text),
}
# What says something else; the passage is still to be suggested, from its first to its last letter.
OTHER: dict[str, Change] = {
    "dropped word": lambda text: _middle(text, lambda words: []),
    "added word": lambda text: _middle(text, lambda words: ["sans ", *words]),
    "typo": lambda text: _on_word(_swapped, text),
    "accents removed": _without_accents,
    "changed number": _digit,
}
