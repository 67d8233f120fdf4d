"""What makes a number uncertain may stand after it."""

import pytest

from claimcheck.text.reading import read_text


@pytest.mark.parametrize(
    ("language", "text", "certainty"),
    [
        ("fr", "450 postes pourraient disparaître.", "possible"),
        ("fr", "450 postes disparaissent.", "certain"),
        ("en", "450 homes are expected.", "probable"),
        ("en", "The 3,200 m are to be paid from reserves.", "certain"),
        *(("en", f"450 jobs {mark} go.", "possible") for mark in ("could", "may", "might")),
    ],
)
def test_a_mark_after_a_number_counts(language: str, text: str, certainty: str) -> None:
    assert [one.certainty for one in read_text(text, language)] == [certainty]
