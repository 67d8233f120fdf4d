"""Links to places in files, for terminals that open them (OSC 8)."""

import os
from urllib.parse import quote

from claimcheck.report import Style


def linked(text: str, path: str, line: int, style: Style) -> str:
    """A text that opens a line of a file, where the report may have links."""
    if not style.links:
        return text
    # The line as a fragment is what kitty, iTerm2 and the terminal of VS Code understand; others pass it on.
    place = quote(os.path.abspath(path).encode("utf-8", "surrogateescape"))
    return f"\x1b]8;;file://{place}#{line}\x1b\\{text}\x1b]8;;\x1b\\"
