"""Texts for properties of the reader: those of the cases, ways to write them differently, and noise."""

import re
import unicodedata
from typing import NamedTuple

from hypothesis import strategies as st

from claimcheck.text.lexicon import LANGUAGES
from claimcheck.text.reading import Reading
from tests.reading.test_cases import ALL

languages = st.sampled_from(LANGUAGES)
CASES = [case for cases in ALL.values() for case in cases]
cases = st.sampled_from(CASES)

# One line of prose, without signs that mean something in Markdown.
LINES = [
    case
    for case in CASES
    if not re.search(r"[\n|*_`~\[\]<>&\\#]|^ *(?:[-+]|[0-9]+[.)]) ", case.text)
]
lines = st.sampled_from(LINES)

_FRAGMENTS = (
    *("60 milliards de dollars", "$3.5m", "5 %", "12 000", "3,5 M€", "fin 2025", "30/01/2026"),
    *("10 to 15 billion", "two-thirds", "deux tiers", "Q1 2026", "des centaines de", "jusqu'à "),
    *(
        "up to ",
        "between ",
        "and ",
        "entre ",
        "et ",
        "à ",
        "to ",
        "from ",
        "de ",
        "pourrait ",
        "may ",
    ),
    *(
        "selon ",
        "un ",
        "a ",
        "million ",
        "cent ",
        "**",
        "*",
        "_",
        "__",
        "~~",
        "`",
        "```\n",
        "[",
        "](",
        ")",
    ),
    *(
        "(",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "&nbsp;",
        "&",
        "&#",
        "\\",
        "| ",
        "|---|\n",
        "|---|---|\n",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "- ",
        "1. ",
        "# ",
        "> ",
        "---\n",
        "  ",
        "    ",
        "\t",
        ".",
        ",",
        ";",
        ":",
    ),
    *(
        "-",
        "–",
        "—",
        "…",
        "'",
        "’",
        '"',
        "«\u00a0",
        "°",
        "€",
        "$",
        "%",
        "‰",
        "\u00a0",
        "\u202f",
        "\u2009",
    ),
    *(
        "\u00ad",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\u2028",
        "\u0085",
        "\u000b",
        "\u001c",
        "\u202e",
        "\u0301",
    ),
    *(
        "\u0000",
        "🙂",
        "ﬁ",
        "½",
        "²",
        "٣",
        "１２",
        "İ",
        "ß",
        "ᾳ",
        "\u1161",
        "1",
        "2",
        "007",
        "1e9",
        "0",
    ),
    *(
        "99999999999999999999",
        "2026",
        "1.5",
        "1,5",
        "118.385",
        "+",
        "=",
        "/",
        "x",
        "32 January 2026",
    ),
    *("31/02/2026", "0000-00-00", "9999", "10000-01-01", "30 février", "Q5 2026", "1/0", "0/0"),
)
_parts = st.sampled_from(_FRAGMENTS)
soup = st.lists(_parts, max_size=25).map("".join)
mixed = st.lists(_parts | st.text(max_size=3), max_size=20).map("".join)
noise = st.one_of(soup, mixed, st.text(max_size=60))


class Said(NamedTuple):
    """A reading without its place, and its words without typography and marks."""

    words: str
    meaning: tuple[object, ...]
    attribution: str | None


def said(one: Reading) -> Said:
    """What a reading says, wherever and however it is written."""
    meaning = (
        *(one.kind, one.unit, one.value, one.low, one.high, one.low_included, one.high_included),
        *(one.about, one.certainty, one.place, one.other, one.doubt, one.assumed),
    )
    return Said(bare(one.text), meaning, one.attribution and bare(one.attribution))


_UNSEEN = dict.fromkeys(map(ord, "*_\u00ad"), None)


def bare(text: str) -> str:
    """Words without marks and soft hyphens, composed, with plain apostrophes and single spaces."""
    text = text.translate(_UNSEEN).replace("\n> ", " ").replace("’", "'")
    return " ".join(unicodedata.normalize("NFC", text).split())


@st.composite
def respaced(draw: st.DrawFn, text: str, signs: str) -> str:
    """The text with other signs for some of its spaces."""
    return "".join(draw(st.sampled_from(signs + " ")) if sign == " " else sign for sign in text)


@st.composite
def emphasised(draw: st.DrawFn, text: str) -> str:
    """The text with Markdown emphasis around a stretch of its words."""
    words = text.split(" ")
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    mark = draw(st.sampled_from(("*", "**", "***", "_", "__")))
    words[first] = mark + words[first]
    words[last] += mark
    return " ".join(words)


# What would begin a list, a quote, a heading or a rule at the beginning of a line.
_BEGINS = re.compile(r"[-+*=>#|~]|1[.)]")


@st.composite
def wrapped(draw: st.DrawFn, text: str) -> str:
    """The text with line breaks for some of its spaces."""
    words = text.split(" ")
    found = words[0]
    for word in words[1:]:
        may = word and not _BEGINS.match(word)
        found += (draw(st.sampled_from((" ", " ", "\n", "\n  "))) if may else " ") + word
    return found
