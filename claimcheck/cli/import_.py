"""`claimcheck import`: a saved web page as the Markdown of its article."""

import argparse
import os
import sys

from claimcheck.cli import OK
from claimcheck.editing.journal import write_whole
from claimcheck.errors import UsageError
from claimcheck.load.files import MAX_BYTES
from claimcheck.names import nearest
from claimcheck.text.importing import SUFFIXES, head_of, import_page


def main(argv: list[str]) -> int:
    """Write the article beside the page, and print the head that a claim file for it has."""
    parser = argparse.ArgumentParser(
        prog="claimcheck import",
        description="Turn a saved web page into the Markdown of its article, tables kept. "
        "Needs the extra `import`: pip install 'newsroom-claimcheck[import]'.",
    )
    parser.add_argument("page", metavar="PAGE", help="a page saved as HTML")
    parser.add_argument("-o", "--output", metavar="FILE", help="by default PAGE with .md")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    options = parser.parse_args(argv)
    target = options.output or os.path.splitext(options.page)[0] + ".md"
    data = _bytes(options.page)
    if os.path.exists(target) and not options.force:
        raise UsageError(f"{target} is there already", "-o names another file, --force writes over")
    page = import_page(data)
    write_whole(target, page.markdown)
    sys.stdout.write(head_of(page, os.path.basename(target)))
    sys.stderr.write(f"wrote {target}; above is the head of its claim file\n")
    return OK


def _bytes(path: str) -> bytes:
    """The page; raises UsageError with what is wrong with it."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in SUFFIXES:
        near = nearest(ending, SUFFIXES) or SUFFIXES[0]
        raise UsageError(f"{path}: only pages of HTML are imported", f"its name ends in {near}")
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    if len(data) > MAX_BYTES:
        raise UsageError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB")
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UsageError(f"{path} is not a page of HTML")
    return data
