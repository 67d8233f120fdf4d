"""`claimcheck schema`: JSON Schemas of the files that are read and of the JSON report."""

import argparse
import json
import sys

from claimcheck.cli import OK
from claimcheck.schemas import KINDS, schema


def main(argv: list[str]) -> int:
    """Print one schema."""
    parser = argparse.ArgumentParser(
        prog="claimcheck schema",
        description="Print the JSON Schema (draft 2020-12) of a kind of file or of the JSON report.",
        epilog="an editor checks a claim file as you type if it begins with"
        " `# yaml-language-server: $schema=FILE`",
    )
    parser.add_argument("kind", choices=KINDS)
    options = parser.parse_args(argv)
    text = json.dumps(schema(options.kind), indent=2, ensure_ascii=False)
    sys.stdout.buffer.write((text + "\n").encode())
    return OK
