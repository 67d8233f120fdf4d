"""Syntax errors of YAML: where they are, and their reasons in words."""

import re

from yaml.error import YAMLError

from claimcheck.load.marks import YAML_BREAK

_FOLDED_NUMBER = re.compile(r":\s*[>]=?\s*[\d~]")


def where(error: YAMLError, text: str) -> tuple[int, int]:
    """Line and column, from 0, as libyaml counts them."""
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return mark.line, mark.column
    # of a character that it does not take, libyaml gives the bytes before it
    read = text.encode()[: getattr(error, "position", 0) or 0].decode("utf-8", "ignore")
    before = YAML_BREAK.split(read)
    return len(before) - 1, len(before[-1])


def why(error: YAMLError, text: str) -> dict[str, object]:
    """The reason of a syntax error: libyaml's own words, or the ones for a known slip."""
    mark = getattr(error, "problem_mark", None)
    lines = YAML_BREAK.split(text)
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if _FOLDED_NUMBER.search(line):
        return {"reason": "greater-than", "detail": problem}
    if "\t" in line and ("tab" in problem or "token" in problem):
        return {"reason": "tab", "detail": problem}
    return {"reason": "syntax", "detail": problem}
