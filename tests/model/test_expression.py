"""Expressions as text again: numbers in full or with a scale word, exactly as large as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.expression import Amount, read_expression, show

NUMBERS = st.one_of(
    st.integers(0, 10**17).map(str),
    st.decimals("0.0001", "9999999", places=4).map(lambda d: format(d, "f")),
    st.builds("{}e{}".format, st.integers(1, 9999), st.integers(-40, 40)),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("-7e10", "-70 billion"),
        ("-70 billion USD", "-70 billion USD"),
        ("1_234_567 EUR", "1.234567 million EUR"),
        ("0.050", "0.05"),
        ("100000", "100000"),
        ("2.5e12 + 0", "2.5 trillion + 0"),
        ("7e40", "7e40"),
        ("0.00000000001", "1e-11"),
        ("revenue(Acme) > 1e6 EUR", "revenue(Acme) > 1 million EUR"),
    ],
)
def test_numbers_are_shown_as_people_write_them(text: str, shown: str) -> None:
    assert show(read_expression(text)) == shown


@given(NUMBERS)
def test_a_number_that_is_shown_is_the_same(text: str) -> None:
    written, again = read_expression(text), read_expression(show(read_expression(text)))
    assert isinstance(written, Amount)
    assert isinstance(again, Amount)
    assert again.number.number == written.number.number
