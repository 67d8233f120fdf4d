"""Values that the desk writes in its own language, read as the article is."""

from copy import copy

from claimcheck.model.claim import Document
from claimcheck.model.quantity import Quantity
from claimcheck.model.value import BadValue, ValueType, read_quantity
from claimcheck.text.worded import in_notation

_NO_QUANTITIES = frozenset(("entity", "boolean", "text"))


def read_worded(
    text: str, wanted: ValueType, document: Document, precision: str | None, error: BadValue
) -> Quantity:
    """A value in the words of its document's language; raises BadValue: `error`, if it is none."""
    if wanted.name in _NO_QUANTITIES or document.language is None:
        raise error
    notation = in_notation(text, document.language, document.published)
    if notation is None or notation == text:
        raise error
    found = copy(read_quantity(notation, wanted, precision))
    found.text = " ".join(text.split())
    return found
