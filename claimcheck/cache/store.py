"""The file of the cache: a line a document, replaced as a whole; whatever is wrong with it, it is as none.

It lies in `.claimcheck_cache` beside the configuration, where tools keep theirs and CI can save it, and
brings a `.gitignore` and a `CACHEDIR.TAG` along. The file of one basis is read and written by its name, so
that runs with other settings have their own; of these the latest few are kept. A reader sees the old file
or the new one, never a part, and checks its digest. Two runs at once may lose rows of each other, no more.
"""

import contextlib
import json
import os
import shutil

from claimcheck.load.files import digest

FOLDER = ".claimcheck_cache"
KEPT = 4
"""Files of how many bases are kept beside the newest."""
MOST_BYTES = 256_000_000
"""What all files may hold together; the newest is always kept."""
_MAGIC = b"claimcheck cache 1"
_STALE = 3600.0

_TAG = (
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# This folder is a cache of claimcheck: it may be deleted. See https://bford.info/cachedir/\n"
)


class Store:
    """The lines of one basis, by the shown path of their document (empty: the references)."""

    def __init__(self, root: str, basis: str) -> None:
        self.folder = os.path.join(root, FOLDER)
        self.path = os.path.join(self.folder, f"{basis}.lines")
        self.names: list[str] | None = None
        """The rules that ran, as lines number them; None if nothing is known."""
        self._lines: dict[str, tuple[str, bytes]] = {}
        self.changed = False
        """Whether there is more than in the file."""

    def load(self) -> None:
        """Read the file; leaves the store empty if there is none that can be used."""
        try:
            with open(self.path, "rb") as file:
                head, _, rest = file.read().partition(b"\n")
            magic, said, names = head.split(b"\t")
            if magic == _MAGIC and said.decode() == digest(names + rest):
                for line in rest.split(b"\n"):
                    path, key, row = line.split(b"\t")
                    self._lines[_written(path)] = key.decode(), row
                self.names = json.loads(names)
        except (OSError, ValueError):
            self._lines = {}

    @property
    def size(self) -> int:
        """The bytes of the file; 0 if there is none."""
        try:
            return os.stat(self.path).st_size
        except OSError:
            return 0

    def get(self, path: str) -> tuple[str, bytes] | None:
        """What was kept for a document: the key and the row."""
        return self._lines.get(path)

    def put(self, path: str, key: str, row: bytes) -> None:
        """Keep the row of a document, instead of what was kept for it before."""
        self._lines[path] = key, row
        self.changed = True

    def save(self, names: list[str]) -> None:
        """Write the file and clear away old ones; silent where that is impossible."""
        lines = (
            b"%s\t%s\t%s" % (json.dumps(path).encode(), key.encode(), row)
            for path, (key, row) in self._lines.items()
        )
        rest, said = b"\n".join(lines), json.dumps(names).encode()
        head = b"\t".join((_MAGIC, digest(said + rest).encode(), said))
        temporary = f"{self.path}.{os.getpid()}.tmp"
        try:
            _make_folder(self.folder)
            with open(temporary, "wb") as file:
                file.write(head + b"\n" + rest)
            os.replace(temporary, self.path)
            _clear_away(self.folder, os.path.basename(self.path))
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _written(path: bytes) -> str:
    """A path from its JSON."""
    if b"\\" not in path:
        return path[1:-1].decode()
    found: str = json.loads(path)
    return found


def clean(root: str) -> str | None:
    """Delete the cache of a newsroom; returns its path, None if there is none. Raises OSError."""
    folder = os.path.join(root, FOLDER)
    if not os.path.isdir(folder) or os.path.islink(folder):
        return None
    shutil.rmtree(folder)
    return folder


def _make_folder(folder: str) -> None:
    if os.path.isdir(folder):
        return
    os.makedirs(folder, exist_ok=True)
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def _clear_away(folder: str, newest: str) -> None:
    """Delete files beyond the limits, the oldest first, and what killed runs left behind."""
    found: list[tuple[float, int, str]] = []
    for entry in os.scandir(folder):
        if entry.name != newest and entry.name.endswith((".lines", ".tmp")):
            stat = entry.stat()
            found.append((stat.st_mtime, stat.st_size, entry.path))
    now = os.stat(os.path.join(folder, newest))
    total, kept = now.st_size, 0
    for modified, size, path in sorted(found, reverse=True):
        if path.endswith(".tmp"):
            over = modified < now.st_mtime - _STALE
        else:
            total, kept = total + size, kept + 1
            over = kept > KEPT or total > MOST_BYTES
        if over:
            with contextlib.suppress(OSError):
                os.unlink(path)
