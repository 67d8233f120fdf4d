"""Claim files of the plainest form, line by line: what is read here, `skim` reads alike; the rest is not."""

import re
from typing import Any

from claimcheck.load.scalars import SUSPECT, resolve_plain

# What is a line break, a tab, or no character to libyaml, and what needs a closer look.
_ODD = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_LINE = re.compile(
    r"(  - |    |  )([a-z]{1,40}(?:-[a-z]{1,40})?): (?:"
    r"([~<]?\w[^\n]*)"  # plain
    r'|"([^"\\\n]*)"'
    r"|>-((?:\n {6}[^ \n][^\n]*)+)"
    r"""|\{(\w[^\n{}\[\]"'#]*)\}"""
    r")\n|\n|(document|claims|references):\n"
)


def skim_lines(text: str) -> dict[str, Any] | None:
    """The data of a text in which every line has the usual form; None for any other."""
    if not text.endswith("\n") or _ODD.search(text):
        return None
    found: dict[str, Any] = {}
    section: Any = None
    claim: dict[str, Any] | None = None
    match, place, end = _LINE.match, 0, len(text)
    while place < end:
        line = match(text, place)
        if line is None:
            return None
        place = line.end()
        lead, key, plain, quoted, folded, pairs, name = line.groups()
        if key is None:
            if name is None:
                continue  # an empty line
            if name in found or (section is not None and not section):
                return None
            claim, section = None, {} if name == "document" else []
            found[name] = section
            continue
        if lead == "    ":
            target = claim
        elif lead == "  - " and section.__class__ is list:
            target = claim = {}
            section.append(claim)
        else:
            target = section if lead == "  " and section.__class__ is dict else None
        if target is None or key in target:
            return None
        if plain is not None:
            if ": " in plain or " #" in plain or plain[-1] in ": ":
                return None
            target[key] = resolve_plain(plain) if plain[0] in SUSPECT else plain
        elif quoted is not None:
            target[key] = quoted
        elif lead == "  ":
            return None  # the block of a shallower key may be indented less
        elif folded is not None:
            if " \n" in folded or folded[-1] == " ":
                return None
            target[key] = folded[7:].replace("\n      ", " ")
        elif (mapped := _pairs(pairs)) is not None:
            target[key] = mapped
        else:
            return None
        if key[0] in SUSPECT and resolve_plain(key) is not key:
            return None
    return found if section else None


_PAIR = re.compile(r"(\w(?:[^:,]{0,99}[^:, ])?): (\w(?:[^:,]*[^:, ])?)")


def _pairs(text: str) -> dict[str, str] | None:
    """A mapping between braces; None if it is not of the usual form."""
    found: dict[str, str] = {}
    for pair in text.split(", "):
        parts = _PAIR.fullmatch(pair)
        if parts is None:
            return None
        key, value = parts.groups()
        if key in found:
            return None
        found[resolve_plain(key)] = resolve_plain(value)
    return found
