"""`claimcheck review`: the report in a browser, where an editor decides and encodes."""

import argparse
import os
import sys
from datetime import date

from claimcheck.catalogue import languages
from claimcheck.cli import OK
from claimcheck.errors import UsageError
from claimcheck.run import Request


def main(argv: list[str]) -> int:
    """Serve the page until it is interrupted."""
    parser = argparse.ArgumentParser(
        prog="claimcheck review",
        description="Show the report as a page of this machine that follows the files: accept findings with "
        "a reason, correct and qualify claims, encode passages. What is decided is written into the claim "
        "files, their comments and layout kept, and can be undone.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders, as for check")
    parser.add_argument("--port", type=int, default=0, help="default: any that is free")
    parser.add_argument("--no-open", action="store_true", help="print the address, open no browser")
    parser.add_argument(
        "--language", choices=languages(), help="of the page; default: as configured"
    )
    options = parser.parse_args(argv)
    try:
        from claimcheck.review.desk import Desk
        from claimcheck.review.serving import serve
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{error.name} is not installed", "pip install 'newsroom-claimcheck[review]'"
        ) from None
    paths = tuple(os.path.abspath(path) for path in options.paths)
    desk = Desk(Request(paths=paths), lambda: date.today().toordinal())
    serve(
        desk,
        options.language or desk.report.language,
        options.port,
        lambda address: _tell(address, opens=not options.no_open),
    )
    return OK


def _tell(address: str, *, opens: bool) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.write("The page follows the files. Stop with Ctrl-C.\n")
    sys.stdout.flush()
    if opens:
        import webbrowser

        webbrowser.open(address)
