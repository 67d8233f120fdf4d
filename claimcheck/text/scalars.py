"""Texts as YAML scalars: plain, in quotation marks, or folded, so that they read back as they are."""

import re
import textwrap

_PLAIN = re.compile(r"[^\W\d_](?:[\w'’ -]*\w)?")
_NO_TEXT = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))


def scalar(text: str) -> str:
    """A text as a scalar: plain where nothing in it means something, else in quotation marks."""
    plain = _PLAIN.fullmatch(text) and text.isprintable() and "  " not in text
    return text if plain and text.lower() not in _NO_TEXT else quoted(text)


def quoted(text: str) -> str:
    """A text in quotation marks, which nothing in it can end."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return "\\" + sign
    if sign.isprintable():
        return sign
    code = ord(sign)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )


def is_foldable(text: str) -> bool:
    """Whether a folded block can hold a text: one line of words with single spaces."""
    return bool(text) and text.isprintable() and "  " not in text and text[0] not in " \t"


def folded_block(text: str, indent: int, width: int = 92) -> list[str]:
    """The lines of a text as a folded block, without those of its key: `>-` and the indented words."""
    lines = textwrap.wrap(
        text, max(width - indent, 20), break_long_words=False, break_on_hyphens=False
    )
    return [">-", *(" " * indent + line for line in lines)]
