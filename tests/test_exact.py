"""There is one class of exact numbers, and it computes what the standard library's does."""

from fractions import Fraction as Plain
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck.exact import Fraction

numbers = st.fractions(max_denominator=10**6)


def test_no_other_module_takes_the_slow_class() -> None:
    files = Path(claimcheck.__file__).parent.rglob("*.py")
    slow = [path.name for path in files if "from fractions import" in path.read_text()]
    assert slow == ["exact.py"]


@given(numbers, numbers)
def test_it_computes_what_the_standard_library_does(a: Plain, b: Plain) -> None:
    one, other = Fraction(a), Fraction(b)
    assert (one + other, one - other, one * other) == (a + b, a - b, a * b)
    assert not b or one / other == a / b
    assert (one < other, one <= other, one == other) == (a < b, a <= b, a == b)
    assert (str(one), hash(one), one.__floor__(), round(one)) == (
        str(a),
        hash(a),
        a.__floor__(),
        round(a),
    )
    assert (one.numerator, one.denominator, abs(one)) == (a.numerator, a.denominator, abs(a))
    assert Fraction(str(a)) == a
