"""Names that are nearly known: one letter is a slip, another word or number is not."""

import pytest

from claimcheck.model.vocabulary import Entity, Vocabulary, a_letter_apart


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("openai", "opanai", True),
        ("openai", "opena", True),
        ("openai", "openaai", True),
        ("openai", "opneai", True),
        ("spring round", "sprng round", True),
        ("openai", "openai", False),
        ("openai", "oponoi", False),
        ("round-2025", "round-2026", False),
        ("series a", "series b", False),
        ("iran", "iraq", False),
        ("toyota", "tayoto", False),
        ("", "a", False),
    ],
)
def test_a_letter_apart(one: str, other: str, slip: bool) -> None:
    assert a_letter_apart(one, other) is a_letter_apart(other, one) is slip


def test_the_entity_that_is_nearly_named_is_found_by_any_of_its_names() -> None:
    names = ("edf", "Électricité de France", "EDF")
    vocabulary = Vocabulary([Entity("edf", names[1], names)], (), None)
    assert vocabulary.nearly("Electricte de France") == "Électricité de France"
    assert vocabulary.nearly("ELF") is None
