"""Long and hostile texts in one line are read in time that grows with their length.

The limit is only there to end what hangs: reading a megabyte takes seconds, or hours if it is quadratic.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMIT = 120

_PROSE = (
    "L’entrée en Bourse pourrait hisser la société jusqu’à 830 milliards de dollars, voire un trillion, "
    "selon des sources. En 2026, le groupe avait environ 11 % du capital et des centaines de "
    "mégawatts-heures. "
)

# What is repeated, and to how many thousands of code points.
WORDS = {
    "prose": (_PROSE, 1000),
    "prose without a point": (_PROSE.replace(".", ","), 200),
    "words": ("le maire affirme que la ville selon qui ", 500),
    "a word": ("a", 1000),
    "hyphens": ("a-", 200),
    "apostrophes": ("d'", 200),
    "points": (". ", 500),
    "abbreviations": ("M. ", 200),
    "spaces": (" ", 1000),
    "unseen": ("\u200b", 1000),
    "marks on letters": ("e\u0301", 200),
    "one letter, many marks": ("\u0301", 1000),
    "quotation marks": ("« ", 200),
    "links to pages": ("http://", 200),
    "lines": ("\n", 1000),
    "line and carriage": ("\r\n", 200),
}
NUMBERS = {
    "digits in few groups": ("1 234 ", 100),
    "digits with points": ("1.", 100),
    "digits with commas": ("1,234", 100),
    "numbers": ("1 ", 100),
    "years": ("2026-", 50),
    "days": ("30/01/2026 ", 100),
    "number words": ("cent mille ", 50),
    "ranges": ("de 1 à ", 50),
    "from and to": ("from 1 to ", 50),
    "between": ("entre 1 et ", 50),
    "hedges": ("environ plus de ", 100),
    "hedged": ("jusqu’à au moins 5 % ", 50),
    "or even": ("5 %, voire ", 50),
    "money": ("$1 ", 25),
    "units": ("5 km/h/", 50),
    "dashes": ("1-", 100),
    "lines of numbers": ("1 %\n", 50),
}
# These do not end yet in good time.
DIGITS = {"digits": ("7", 1000)}
DIGIT_GROUPS = {"digits in groups": ("123 ", 50)}
MARKS = {
    "stars": ("**", 1000),
    "open stars": ("**a ", 500),
    "underscores": ("_a ", 200),
    "tildes": ("~~a ", 200),
    "backticks": ("`a", 200),
    "ticks of many lengths": ("` `` ``` ```` ", 200),
    "brackets": ("[", 1000),
    "links": ("[a](", 500),
    "link targets": ("](", 1000),
    "labels": ("[a][b]", 200),
    "notes": ("[^", 200),
    "parentheses": ("((", 1000),
    "links with parentheses": ("[a]((", 200),
    "comments": ("<!--", 1000),
    "ends of comments": ("<!-- -->", 200),
    "tags": ("<a ", 200),
    "attributes": ("<a b='", 200),
    "entities": ("&", 1000),
    "numbered entities": ("&#1", 100),
    "escapes": ("\\", 500),
    "bars": ("|", 1000),
    "cells": ("| 1 ", 100),
    "quotes": ("> ", 200),
    "lists": ("- ", 200),
    "rules": ("- - ", 200),
    "headings": ("# ", 200),
}
BLOCKS = {
    "lines of quotes": ("> a\n", 200),
    "lines of bars": ("|\n", 200),
    "lines of rows": ("| 1 | 2 |\n", 100),
    "lines of delimiters": ("|---|\n", 100),
    "tables": ("| a |\n|---|\n| 1 |\n\n", 100),
    "fences": ("```\n", 200),
    "fences of two kinds": ("```\n~~~\n", 200),
    "front matter": ("---\na: b\n", 200),
    "definitions": ("[a]: b.c\n", 200),
}
GROUPS = {
    "words": WORDS,
    "numbers": NUMBERS,
    "marks": MARKS,
    "blocks": BLOCKS,
    "digits": DIGITS,
    "digit groups": DIGIT_GROUPS,
}

_READ = """
import sys
from claimcheck.text.reading import read_text
from tests.reading.test_linear import GROUPS
for name, (part, thousands) in GROUPS[sys.argv[1]].items():
    print(name, flush=True)
    times = thousands * 1000 // len(part)
    read_text(part * times, sys.argv[2])
print("all read")
"""


@pytest.mark.parametrize("group", ["words", "numbers", "marks", "blocks"])
def test_long_texts_are_read(group: str) -> None:
    check(group, "fr")


def test_long_texts_are_read_in_english() -> None:
    check("numbers", "en")


def test_digits_without_end_are_read() -> None:
    check("digits", "en")


def test_digits_in_groups_without_end_are_read() -> None:
    check("digit groups", "fr", 4)


def check(group: str, language: str, limit: int = LIMIT) -> None:
    """A process of its own reads all texts of a group."""
    command = (sys.executable, "-c", _READ, group, language)
    try:
        run = subprocess.run(
            command, cwd=ROOT, timeout=limit, check=False, capture_output=True, text=True
        )
    except subprocess.TimeoutExpired as error:
        last = (error.stdout or b"").decode().split("\n")[-2:]
        pytest.fail(f"takes too long: {last}")
    assert run.stdout.strip().split("\n")[-1] == "all read", run.stderr[-500:]
