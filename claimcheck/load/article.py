"""The article of a document: whether `text:` names a file of the newsroom."""

import os
from collections.abc import Callable

from claimcheck.load.places import place
from claimcheck.model.claim import Document, Problem


def article_problems(document: Document, exists: Callable[[str], bool]) -> tuple[Problem, ...]:
    """What is wrong with the path of a document's article; `exists` looks for it beside the file."""
    text = document.text
    if text is None:
        return ()
    steps = os.path.normpath(text).split(os.sep)
    if os.path.isabs(text) or "\0" in text:
        reason = "outside"
    elif not exists(text):
        reason = "outside" if steps[0] == ".." else "missing"
    else:
        return ()
    span = place(document.source, ("document", "text"))
    return (Problem("invalid-path", span, {"text": text, "reason": reason}),)
