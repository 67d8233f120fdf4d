"""What git keeps of a project, read from its objects: work tree, index and HEAD are never touched."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimcheck.errors import UsageError
from claimcheck.load.files import MAX_BYTES
from claimcheck.names import nearest

# No locks, not even to note in the index that a file was looked at; no questions; names as they are.
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_ENDS = (".yaml", ".yml", ".json", ".jsonl", ".md", ".txt", ".toml")
_REGULAR = ("100644", "100755")


class Entry(NamedTuple):
    """A file of a commit: its path from the top of the repository, and the name of its content."""

    path: str
    content: str


class Repository:
    """A git repository, which is only read."""

    def __init__(self, folder: str) -> None:
        """The repository around a folder; raises UsageError if there is none, or no git."""
        self._folder = folder
        found = self._run("rev-parse", "--show-toplevel")
        if found is None:
            raise UsageError(
                f"{folder} is in no git repository", "--against compares with a commit"
            )
        self.top = os.path.realpath(found.decode("utf-8", "surrogateescape").rstrip("\n"))

    def commit(self, ref: str) -> str:
        """The commit that a name stands for; raises UsageError with the nearest name, or what to fetch."""
        found = self._name(ref)
        if found is not None:
            return found
        if self._is_shallow():
            raise UsageError(
                f"`{ref}` is not in this shallow clone",
                f"fetch it first: `git fetch --depth=1 origin {ref}`, then compare with FETCH_HEAD",
            )
        near = nearest(ref, self._names())
        raise UsageError(f"no commit, branch or tag `{ref}`", near and f"did you mean `{near}`?")

    def base(self, commit: str) -> str:
        """Where HEAD left the line of a commit; the commit itself if that is not known here."""
        found = self._run("merge-base", commit, "HEAD")
        return commit if found is None else found.decode().strip()

    def files(self, commit: str) -> Iterator[Entry]:
        """The files of a commit that a newsroom may be made of."""
        for line in self._known("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
            about, _, name = line.partition(b"\t")
            path = name.decode("utf-8", "surrogateescape")
            if path.endswith(_ENDS):
                mode, _, content = about.decode().split()
                if mode in _REGULAR:
                    yield Entry(path, content)

    def lay_out(self, commit: str, folder: str) -> None:
        """Write the files of a commit into an empty folder, as they were."""
        entries = list(self.files(commit))
        contents = self._contents([entry.content for entry in entries])
        for entry, data in zip(entries, contents, strict=True):
            path = os.path.join(folder, *entry.path.split("/"))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(data)

    def _contents(self, names: list[str]) -> Iterator[bytes]:
        """The contents of some names, in their order; of what is too large to be read, the beginning."""
        asked = "".join(f"{name}\n" for name in names).encode()
        data = self._known("cat-file", "--batch", given=asked)
        at = 0
        for _ in names:
            end = data.index(b"\n", at)
            size = int(data[at:end].split()[2])
            yield data[end + 1 : end + 1 + min(size, MAX_BYTES + 1)]
            at = end + size + 2

    def renames(self, commit: str) -> Mapping[str, str]:
        """What files of the commit are called in the work tree, where they were renamed."""
        found = self._run("diff", "--name-status", "-z", "-M", "--diff-filter=R", commit, "--")
        parts = (found or b"").decode("utf-8", "surrogateescape").split("\0")
        return dict(zip(parts[1::3], parts[2::3], strict=False))

    def _name(self, ref: str) -> str | None:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        found = self._run(*asked)
        return None if found is None else found.decode().strip()

    def _names(self) -> list[str]:
        found = self._run("for-each-ref", "--format=%(refname:short)") or b""
        return found.decode("utf-8", "replace").split()

    def _is_shallow(self) -> bool:
        return (self._run("rev-parse", "--is-shallow-repository") or b"").strip() == b"true"

    def _known(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git says; raises UsageError if it fails."""
        found = self._run(*arguments, given=given)
        if found is None:
            raise UsageError(
                f"git {arguments[0]} failed", "is the repository whole? `git fsck` tells"
            )
        return found

    def _run(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git says; None if it fails. Raises UsageError without git."""
        try:
            done = subprocess.run(
                ["git", "-C", self._folder, "-c", "core.quotepath=off", *arguments],
                input=given,
                capture_output=True,
                check=False,
                env={**os.environ, **_ENVIRONMENT},
            )
        except FileNotFoundError:
            raise UsageError("git is not installed", "--against needs it") from None
        return done.stdout if done.returncode == 0 else None
