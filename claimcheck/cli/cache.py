"""`claimcheck cache`: where verdicts are kept from run to run, how much that is, and an end to it."""

import argparse
import os
import sys

from claimcheck.cache.store import FOLDER, clean
from claimcheck.cli import OK
from claimcheck.config import find_config
from claimcheck.errors import UsageError
from claimcheck.load.files import shown_path


def main(argv: list[str]) -> int:
    """Say where the cache of a newsroom is, or delete it."""
    parser = argparse.ArgumentParser(
        prog="claimcheck cache",
        description="Verdicts on files that did not change are used again. They are kept beside the"
        " configuration of a newsroom; what a check finds does not depend on them.",
    )
    parser.add_argument("action", choices=("where", "clean"), help="say where it is, or delete it")
    parser.add_argument("path", nargs="?", default=".", help="a folder of the newsroom; default: .")
    options = parser.parse_args(argv)
    if not os.path.isdir(options.path):
        raise UsageError(f"{options.path}: no such folder")
    root = find_config(os.path.abspath(options.path)).root
    sys.stdout.write(_cleaned(root) if options.action == "clean" else _where(root))
    return OK


def _cleaned(root: str) -> str:
    try:
        found = clean(root)
    except OSError as error:
        raise UsageError(f"cannot delete {error.filename or root}: {error.strerror}") from None
    return (
        f"deleted {shown_path(found)}\n" if found else f"nothing is kept for {shown_path(root)}\n"
    )


def _where(root: str) -> str:
    folder = os.path.join(root, FOLDER)
    if not os.path.isdir(folder):
        return f"{shown_path(folder)} (nothing is kept yet)\n"
    size = sum(entry.stat().st_size for entry in os.scandir(folder))
    return f"{shown_path(folder)} ({size / 1e6:.1f} MB)\n"
