"""Where a passage may begin and end: between words, and never within a number."""

import re

# A number with its sign, its groups of digits and its decimals. An apostrophe may be a quotation mark, too.
_REST = r"(?:[.,]\d+|'\d{3}(?!\d))"
_NUMBER = re.compile(rf"(?<![\w)])-?(?:\d{{1,3}}(?: \d{{3}})+(?!\d)|\d+){_REST}*|\d+{_REST}+")
_NEAR = 40


def is_boundary(text: str, at: int) -> bool:
    """Whether a passage of a folded text may begin or end at a place."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return False
    if (after.isdigit() and before in " .,'-") or (before.isdigit() and after in " .,'"):
        return not _in_number(text, at)
    return True


def _in_number(text: str, at: int) -> bool:
    numbers = _NUMBER.finditer(text, max(0, at - _NEAR), at + _NEAR)
    return any(number.start() < at < number.end() for number in numbers)
