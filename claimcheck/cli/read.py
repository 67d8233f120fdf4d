"""`claimcheck read`: every quantity and date that a text states, with its hedges and its place."""

import argparse
import json
import os
import sys
from collections.abc import Iterable

from claimcheck.cli import OK
from claimcheck.config import find_config
from claimcheck.errors import UsageError
from claimcheck.load.files import MAX_BYTES, decode, read_source
from claimcheck.load.lexicons import own_words
from claimcheck.model.period import BadDate, parse_period
from claimcheck.source import Source
from claimcheck.text.encoding import encoded
from claimcheck.text.language import language_of
from claimcheck.text.lexicon.own import languages_with, lexicon_with
from claimcheck.text.plain import plain_of
from claimcheck.text.reading import Reading, read_plain


def main(argv: list[str]) -> int:
    """Print the readings of a text, as a table or as JSON."""
    parser = argparse.ArgumentParser(
        prog="claimcheck read",
        description="Read the quantities and dates of a text, Markdown or plain, with their hedges.",
    )
    parser.add_argument("file", metavar="FILE", help="the text; - reads standard input")
    parser.add_argument(
        "--language", metavar="CODE", help="of the text; by default, what its words tell"
    )
    parser.add_argument(
        "--published", metavar="DATE", help="the day that days without a year are near to"
    )
    parser.add_argument("-f", "--format", choices=("text", "json"), default="text")
    options = parser.parse_args(argv)
    text = text_of(options.file).text
    language = options.language or language_of(text)
    folder = "." if options.file == "-" else os.path.dirname(os.path.abspath(options.file))
    own = own_words(find_config(folder))
    if language not in languages_with(own):
        known = ", ".join(languages_with(own))
        raise UsageError(f"--language {language}: there is no lexicon", f"there are {known}")
    readings = read_plain(plain_of(text), lexicon_with(language, own), day_of(options.published))
    if options.format == "json":
        data = {"language": language, "readings": [reading.data() for reading in readings]}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_table(readings))
    return OK


def text_of(path: str) -> Source:
    """The text of a file, or of standard input; raises UsageError with what is wrong."""
    if path == "-":
        source, problems = decode(sys.stdin.buffer.read(MAX_BYTES + 1)[:MAX_BYTES], "<stdin>")
    else:
        source, problems = read_source(path, path)
    for problem in problems:
        if not source.text:
            raise UsageError(f"{path}: {_reason(problem.data)}")
    return source


def _reason(data: object) -> str:
    known = data if isinstance(data, dict) else {}
    match known.get("reason"):
        case "os":
            return str(known.get("detail", "cannot be read"))
        case "too-large":
            return f"is larger than {known.get('limit')} MB"
        case _:
            return "is not a text in UTF-8"


def day_of(text: str | None) -> int | None:
    """The day that an option gives, as an ordinal; raises UsageError."""
    if text is None:
        return None
    try:
        return parse_period(text).first
    except BadDate as error:
        raise UsageError(f"--published {text}: {error.expected}") from None


def _table(readings: Iterable[Reading]) -> str:
    """A line for each reading: where, of what kind, as a claim would have it, the words."""
    rows = [
        (f"{r.line}:{r.column}", r.kind, encoded(r), " ".join(r.text.split()), _asides(r))
        for r in readings
    ]
    if not rows:
        return "no quantity or date found\n"
    widths = [max(len(row[k]) for row in rows) for k in range(3)]
    return "".join(
        f"{place:{widths[0]}}  {kind:{widths[1]}}  {value:{widths[2]}}  {_visible(text)}{asides}\n"
        for place, kind, value, text, asides in rows
    )


def _asides(reading: Reading) -> str:
    """How certain, by whom, and what else the number may be."""
    notes: list[str] = [] if reading.certainty == "certain" else [reading.certainty]
    if reading.attribution:
        notes.append(f"says {_visible(reading.attribution)}")
    if reading.other is not None:
        other = encoded(
            reading._replace(value=reading.other, low=reading.other, high=reading.other)
        )
        notes.append(f"or {other}")
    return f"  ({', '.join(notes)})" if notes else ""


def _visible(text: str) -> str:
    """Without control characters, which a terminal would obey."""
    return "".join(c if c.isprintable() else "·" for c in text)
