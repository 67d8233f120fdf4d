"""Files written as a whole or not at all, only as they were read, and taken back in turn."""

import os
import tempfile
from typing import NamedTuple

from claimcheck.errors import UsageError
from claimcheck.source import Source


class Changed(UsageError):
    """A file that is not as it was read: somebody else changed it."""


class Written(NamedTuple):
    """One change of a file: its texts before and after, and what it was for."""

    path: str
    before: str
    after: str
    label: str


class Journal:
    """The changes made by one sitting, the last of which can be taken back."""

    def __init__(self) -> None:
        self._written: list[Written] = []

    @property
    def last(self) -> Written | None:
        """The change that `undo` would take back."""
        return self._written[-1] if self._written else None

    def write(self, source: Source, text: str, label: str) -> None:
        """Write a file that was read as `source`; raises Changed if it is not that any more."""
        rewrite(source, text)
        self._written.append(Written(source.path, source.text, text, label))

    def undo(self) -> Written | None:
        """Take the last change back; None if there is none. Raises Changed, and then keeps it."""
        last = self.last
        if last is not None:
            rewrite(Source(last.path, last.after), last.before)
            self._written.pop()
        return last


def rewrite(source: Source, text: str) -> None:
    """Replace a file that was read as `source`, its byte order mark kept; raises Changed or UsageError."""
    try:
        with open(source.path, encoding="utf-8", newline="") as file:
            now = file.read()
    except (OSError, UnicodeDecodeError):
        now = None
    if now is None or now.removeprefix("\ufeff") != source.text:
        raise Changed(
            f"{source.path} changed meanwhile; nothing was written", "look at it again, then decide"
        )
    write_whole(source.path, now[: len(now) - len(source.text)] + text)


def write_whole(path: str, text: str) -> None:
    """Write a file as a whole or not at all, through links and with the rights it has; raises UsageError."""
    path = os.path.realpath(path)
    try:
        mode = os.stat(path).st_mode & 0o777 if os.path.exists(path) else 0o644
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(temporary, mode)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
