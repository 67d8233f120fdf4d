"""There is one class of exact numbers, and it leaves the interpreter as it was."""

from pathlib import Path

import claimcheck
from claimcheck.exact import Fraction


def test_every_module_takes_exact_numbers_from_one_place() -> None:
    files = Path(claimcheck.__file__).parent.rglob("*.py")
    own = [path.name for path in files if "from fractions import" in path.read_text("utf-8")]
    assert own == ["exact.py"]


def test_reading_a_number_of_one_digit_changes_no_constant() -> None:
    """quicktions 1.24, twice as fast, writes into the constant of the byte zero."""
    assert [Fraction(str(digit)) for digit in range(10)] == [*range(10)]
    assert [bytes([n]) for n in range(256)] == [n.to_bytes(1, "big") for n in range(256)]
    assert bytearray(b"\0")[0] == 0
