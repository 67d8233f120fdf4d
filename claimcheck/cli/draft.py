"""`claimcheck draft`: a claim file with every quantity and date of an article, for a person to complete."""

import argparse
import os
import re
import sys

from claimcheck.cli import OK
from claimcheck.cli.read import day_of, text_of
from claimcheck.config import Config, find_config
from claimcheck.editing.journal import write_whole
from claimcheck.errors import UsageError
from claimcheck.load.lexicons import own_words
from claimcheck.load.project import nearest_vocabulary
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.claim import Document
from claimcheck.model.period import parse_period
from claimcheck.report import visible
from claimcheck.source import Source
from claimcheck.text.draft_file import gaps_of, write_draft
from claimcheck.text.drafting import Drafted, draft
from claimcheck.text.language import language_of
from claimcheck.text.lexicon.own import languages_with
from claimcheck.text.plain import plain_line

_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^(\S.*)\n[=-]{3,}[ \t]*$", re.MULTILINE
)
_SUFFIXES = re.compile(r"(\.[a-z]{2})?\.(md|markdown|txt)$", re.IGNORECASE)
_WRITABLE = (".claims.yaml", ".claims.yml")


def main(argv: list[str]) -> int:
    """Write the draft beside the article, or print it."""
    options = _parser().parse_args(argv)
    if options.article == "-":
        raise UsageError("the article must be a file", "its claim file names it as `text:`")
    article = options.article
    target = _target(article, options.output, force=options.force)
    place = target or _beside(article)
    config = find_config(os.path.dirname(os.path.abspath(place)))
    _check_inside(article, config)
    document = _document(article, place, config, options.language)
    document.published = _published(options.published)
    drafted = draft(document)
    if options.model:
        drafted = _consulted(document, drafted, options.model)
    folder = os.path.dirname(os.path.abspath(place))
    text = os.path.relpath(os.path.abspath(article), folder).replace(os.sep, "/")
    content = write_draft(document, drafted, text)
    if target is None:
        sys.stdout.write(content)
    else:
        write_whole(target, content)
    _tell(target, drafted, gaps_of(drafted, document))
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="claimcheck draft",
        description="Write a claim file with every quantity and date of an article: value, hedge, certainty, "
        "attribution and quote; what it cannot tell is a gap (___) for a person to fill.",
        epilog="`claimcheck update` follows an article that has changed since.",
    )
    parser.add_argument("article", metavar="ARTICLE", help="the article, Markdown or plain text")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="by default beside the article; - prints"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="of the article; by default, what its words tell"
    )
    parser.add_argument("--published", metavar="DATE", help="the day of the article: 2026-01-30")
    parser.add_argument(
        "--model",
        metavar="NAME",
        help="let a language model propose what is left open, such as openai:gpt-5; test asks none. "
        "Needs the extra `llm`; the article is sent to the model's provider",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    return parser


# ---- paths


def _beside(article: str) -> str:
    return _SUFFIXES.sub("", article) + ".claims.yaml"


def _target(article: str, output: str | None, *, force: bool) -> str | None:
    """The file to write, None to print; raises UsageError where it must not be written."""
    if output == "-":
        return None
    target = output or _beside(article)
    if not target.endswith(_WRITABLE):
        raise UsageError(f"-o {target}: claim files are called *.claims.yaml")
    if os.path.isdir(target):
        raise UsageError(f"{target} is a folder")
    if os.path.lexists(target) and not force:
        hint = "`claimcheck update` follows an article that has changed; --force writes over"
        raise UsageError(f"{target} is there already", hint)
    return target


def _check_inside(article: str, config: Config) -> None:
    """Raises UsageError for an article of which the claim file could not speak."""
    root, path = os.path.realpath(config.root), os.path.realpath(article)
    if os.path.commonpath((root, path)) != root:
        hint = "put the claim file beside the article, or a claimcheck.toml above both"
        raise UsageError(f"{article} is outside of the claim file's newsroom, {root}", hint)


# ---- the article


def _document(path: str, place: str, config: Config, language: str | None) -> Document:
    """An article as a document without claims, for a claim file at a place."""
    source = text_of(path)
    general = general_vocabulary(config.about_width)
    folder = os.path.dirname(os.path.abspath(place))
    vocabulary = nearest_vocabulary(config, folder, general).vocabulary
    document = Document(Source(place, ""), "claims", vocabulary)
    document.article = source
    document.lexicons = own = own_words(config)
    document.language = language or language_of(source.text)
    if document.language not in languages_with(own):
        known = ", ".join(languages_with(own))
        raise UsageError(f"there is no lexicon for `{document.language}`", f"there are {known}")
    document.title = None if path.lower().endswith(".txt") else _title(source.text)
    return document


def _published(text: str | None) -> int | None:
    """The day of publication, as an ordinal; raises UsageError for anything but a day."""
    day = day_of(text)
    if text is not None and (day is None or parse_period(text).precision != "day" or day < 1):
        raise UsageError(f"--published {text}: expected a single day such as 2026-01-30")
    return day


def _title(text: str) -> str | None:
    """The first heading, as it reads."""
    heading = _HEADING.search(text)
    return plain_line(heading[1] or heading[2]).text.strip() or None if heading else None


def _consulted(document: Document, drafted: Drafted, model: str) -> Drafted:
    from claimcheck.text.consulting import consult

    consulted = consult(document, drafted.claims, model, model)
    for reason in consulted.refused:
        sys.stderr.write(f"refused: {visible(reason)}\n")
    return drafted._replace(claims=consulted.claims)


def _tell(target: str | None, drafted: Drafted, gaps: int) -> None:
    """What was made, and what comes next."""
    claims = len(drafted.claims)
    made = f"{claims} claim{'s' * (claims != 1)}, {gaps} gap{'s' * (gaps != 1)} to fill"
    if not claims:
        made = "no quantity or date was found in the article"
    if target is None:
        sys.stderr.write(f"{made}\n")
    else:
        name = visible(target)
        sys.stdout.write(f"wrote {name}: {made}; next: claimcheck check {name}\n")
