"""Levels: who says so counts, and people whom nobody names are no distinct sources."""

import pytest

from claimcheck.consistency.levels import level_of_set
from claimcheck.testing import example_index

NAMED = [
    "OpenAI",
    "Reuters",
    "le Figaro",
    "selon Le Monde",
    "d’après l’Insee",
    "according to the Financial Times",
    "a spokesman for Nvidia",
]
UNNAMED = [
    "some media",
    "people close to SoftBank",
    "Sources at Nvidia",
    "sources: Nvidia",
    "analysts at Goldman Sachs",
    "an official at the White House",
    "several Nvidia engineers",
    "des proches de SoftBank",
    "selon des personnes proches de l’Élysée",
    "selon des analystes de Goldman Sachs",
    "l’entourage",
]


def level(attribution: str) -> str:
    """The level of a contradiction with the document's own voice: milder beside a named source."""
    index = example_index(
        "claims:\n"
        "  - {id: a, subject: OpenAI, attribute: valuation, value: 500e9 USD}\n"
        "  - {id: b, subject: OpenAI, attribute: valuation, value: 900e9 USD,"
        f' attribution: "{attribution}"}}\n'
    )
    return level_of_set(index.claims, robust=True)


@pytest.mark.parametrize("attribution", NAMED)
def test_a_named_source_beside_the_document_lowers_the_level(attribution: str) -> None:
    assert level(attribution) == "warning"


@pytest.mark.parametrize("attribution", UNNAMED)
def test_whoever_an_unnamed_source_is_close_to_is_no_source(attribution: str) -> None:
    assert level(attribution) == "error"
