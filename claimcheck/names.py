"""Names that are nearly right: the nearest known one, for messages."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, if any is like it at all."""
    import difflib

    folded = {candidate.casefold(): candidate for candidate in known}
    found = difflib.get_close_matches(name.casefold()[:80], folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None
