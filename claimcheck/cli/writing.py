"""Files that commands write: as a whole or not at all."""

import os
import tempfile

from claimcheck.errors import UsageError


def write_whole(path: str, text: str) -> None:
    """Write a file as a whole or not at all; raises UsageError."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
