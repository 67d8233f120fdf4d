"""Files written as a whole or not at all, only as they were read, and taken back in turn."""

import os
import tempfile
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.errors import UsageError
from claimcheck.source import Source


class Changed(UsageError):
    """A file that is not as it was read: somebody else changed it."""


class Change(NamedTuple):
    """A file that was read, None if there is none of that name yet, and its new text."""

    path: str
    before: str | None
    after: str | None


class Written(NamedTuple):
    """What was changed at once, and what for."""

    changes: tuple[Change, ...]
    label: str


class Journal:
    """The changes made by one sitting, the last of which can be taken back."""

    def __init__(self) -> None:
        self._written: list[Written] = []

    @property
    def last(self) -> Written | None:
        """The change that `undo` would take back."""
        return self._written[-1] if self._written else None

    def write(self, changes: Sequence[Change], label: str) -> None:
        """Write files; raises Changed, and writes none, if one is not as it was read."""
        _apply(changes)
        self._written.append(Written(tuple(changes), label))

    def undo(self) -> Written | None:
        """Take the last change back; None if there is none. Raises Changed, and then keeps it."""
        last = self.last
        if last is not None:
            _apply([Change(one.path, one.after, one.before) for one in reversed(last.changes)])
            self._written.pop()
        return last


def _apply(changes: Sequence[Change]) -> None:
    for change in changes:
        if _text_now(change.path) != change.before:
            raise _changed(change.path)
    for change in changes:
        if change.after is None:
            os.unlink(change.path)
        elif change.before is None:
            write_whole(change.path, change.after)
        else:
            rewrite(Source(change.path, change.before), change.after)


def _text_now(path: str) -> str | None:
    """What a file holds but for its byte order mark; None if it cannot be read."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read().removeprefix("\ufeff")
    except (OSError, UnicodeDecodeError):
        return None


def _changed(path: str) -> Changed:
    return Changed(
        f"{path} changed meanwhile; nothing was written", "look at it again, then decide"
    )


def rewrite(source: Source, text: str) -> None:
    """Replace a file that was read as `source`, its byte order mark kept; raises Changed or UsageError."""
    if _text_now(source.path) != source.text:
        raise _changed(source.path)
    with open(source.path, "rb") as file:
        mark = "\ufeff" if file.read(3) == b"\xef\xbb\xbf" else ""
    write_whole(source.path, mark + text)


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
