"""The reading of plain lines gives what the reader of YAML gives, or nothing."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml.error import YAMLError

from claimcheck.load.lines import skim_lines
from claimcheck.load.reader import Irregular, skim
from tests.bench import corpus
from tests.bench.world import make_world

WORLD = make_world(3)
TEXTS = [corpus.text_of(WORLD, number) for number in range(60)]


def typed(data: object) -> object:
    """Data with the classes and the order of all that is in it."""
    if isinstance(data, dict):
        return [(typed(key), typed(value)) for key, value in data.items()]
    if isinstance(data, list):
        return [*map(typed, data), "list"]
    return data.__class__, data


def agrees(text: str) -> bool:
    """Whether both read a text alike; True too where the quick one leaves it alone."""
    found = skim_lines(text)
    if found is None:
        return True
    try:
        return typed(found) == typed(skim(text))
    except (Irregular, YAMLError):
        return False


def test_what_newsrooms_write_is_read() -> None:
    read = [text for text in TEXTS if skim_lines(text) is not None]
    assert len(read) > 55
    assert all(map(agrees, TEXTS))


VALUES = (
    *("12", "012", "0x1f", "1.5e9", "true", "no", "null", "~5", "~", "<5", "<<", "a: b", "a:b"),
    *("a :b", "a #b", "a#b", "a:", "a ", " a", "'a'", "'it''s'", '"a"', '"a\\n"', '"a'),
    *("- a", "-a", "a - b", "[a, b]", "{a: b}", "{a: b, c: 1}", "{a: b,c: d}", "{a: b, a: c}"),
    *("{a:b}", "{ a: b }", "{a: }", "{true: 1}", "&a b", "*a", "!t a", "|", ">", ">-"),
    *(">-\n      a", ">-\n      a\n      b: c", ">-\n      a \n      b", ">-\n       a"),
    *(">-\n\n      a", ">-\n      a\n       b", ">-\n      # a", ">-\n     a", "a\n      b", ""),
    *("% a", "@a", "\xe9", "\u2028", "a\u2028b", "a\xa0", "\xa0a", "a\tb", "a\x85b", "a\ufeffb"),
    *("a\x07b", "2025-01", "5 %", "x" * 1100, "?", "? a", "a ?"),
)
KEYS = (
    "id",
    "value",
    "not-encoded",
    "null",
    "true",
    "Id",
    "a b",
    "<<",
    "quote",
    "x" * 1100,
    "n",
    "1",
)
HEADS = (
    "claims:\n",
    "document:\n",
    "references:\n",
    "claims: []\n",
    "claims:\n\n",
    "other:\n",
    "---\n",
    "# a\n",
)
LEADS = ("  - ", "    ", "  ", "   ", "- ", "      ", "", "    - ", "\t")
lines = st.one_of(
    st.builds(
        "{}{}: {}\n".format, st.sampled_from(LEADS), st.sampled_from(KEYS), st.sampled_from(VALUES)
    ),
    st.sampled_from((*HEADS, "\n", "  - \n", "    x\n", "...\n", "  # a\n")),
)


@given(st.lists(lines, max_size=8).map("".join))
def test_any_lines(text: str) -> None:
    assert agrees(text)
    assert agrees("claims:\n  - id: a\n" + text)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("lead", ["  - ", "    "])
@pytest.mark.parametrize("after", ["", "    note: a\n", "\n  - id: b\n", "document:\n  title: a\n"])
def test_any_value_in_its_place(value: str, lead: str, after: str) -> None:
    assert agrees(f"claims:\n  - id: a\n{lead}value: {value}\n{after}")
    assert agrees(f"document:\n  value: {value}\nclaims:\n  - id: a\n{after}")


SIGNS = " \n\t:#-,{}[]\"'>|&*!%@~<?=\\ab1é\u2028\ufeff\x85\xa0"


def test_texts_with_slips_anywhere() -> None:
    dice = random.Random(0)
    read = 0
    for _ in range(6000):
        text = dice.choice(TEXTS[:20])
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(text))
            text = (
                text[:at] + dice.choice(("", dice.choice(SIGNS))) + text[at + dice.randint(0, 1) :]
            )
        assert agrees(text), text
        read += skim_lines(text) is not None
    assert read > 2000


def test_the_example_newsroom(request: pytest.FixtureRequest) -> None:
    files = [*Path(request.config.rootpath).glob("claims/**/*.yaml")]
    assert files
    assert all(agrees(path.read_text(encoding="utf-8")) for path in files)
