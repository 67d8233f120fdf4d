"""`claimcheck draft`: a claim file with every quantity and date of an article, for a person to complete."""

import argparse
import os
import re
import sys

from claimcheck.cli import OK
from claimcheck.cli.read import day_of, text_of
from claimcheck.cli.writing import write_whole
from claimcheck.config import find_config
from claimcheck.errors import UsageError
from claimcheck.load.lexicons import own_words
from claimcheck.load.project import nearest_vocabulary
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.claim import Document
from claimcheck.report import visible
from claimcheck.source import Source
from claimcheck.text.drafting import GAP, draft, write_draft
from claimcheck.text.language import language_of
from claimcheck.text.lexicon.own import languages_with

_HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)
_SUFFIXES = re.compile(r"(\.[a-z]{2})?\.(md|markdown|txt)$", re.IGNORECASE)


def main(argv: list[str]) -> int:
    """Write the draft beside the article, or print it."""
    parser = argparse.ArgumentParser(
        prog="claimcheck draft",
        description="Write a claim file with every quantity and date of an article: value, hedge, certainty, "
        "attribution and quote; what it cannot tell is a gap (___) for a person to fill.",
    )
    parser.add_argument("article", metavar="ARTICLE", help="the article, Markdown or plain text")
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="by default beside the article; - prints"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="of the article; by default, what its words tell"
    )
    parser.add_argument("--published", metavar="DATE", help="the day of the article")
    parser.add_argument(
        "--model",
        metavar="NAME",
        help="let a language model propose what is left open, such as openai:gpt-5; test asks none. "
        "Needs the extra `llm`; the article is sent to the model's provider",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    options = parser.parse_args(argv)
    if options.article == "-":
        raise UsageError("the article must be a file", "its claim file names it as `text:`")
    target = options.output or _SUFFIXES.sub("", options.article) + ".claims.yaml"
    if target != "-" and os.path.exists(target) and not options.force:
        hint = "`claimcheck update` follows an article that has changed; --force writes over"
        raise UsageError(f"{target} is there already", hint)
    document = _document(options.article, options.language, day_of(options.published))
    claims = draft(document)
    refused: tuple[str, ...] = ()
    if options.model:
        from claimcheck.text.consulting import consult

        claims, refused = consult(document, claims, options.model, options.model)
    folder = os.path.dirname(os.path.abspath(target)) if target != "-" else os.getcwd()
    text = os.path.relpath(os.path.abspath(options.article), folder).replace(os.sep, "/")
    for reason in refused:
        sys.stderr.write(f"refused: {visible(reason)}\n")
    content = write_draft(document, claims, text)
    if target == "-":
        sys.stdout.write(content)
        return OK
    write_whole(target, content)
    gaps = sum(line.endswith(f": {GAP}") for line in content.split("\n"))
    sys.stdout.write(
        f"wrote {target}: {len(claims)} claims, {gaps} gaps to fill; then: claimcheck check {target}\n"
    )
    return OK


def _document(path: str, language: str | None, published: int | None) -> Document:
    """An article as a document without claims."""
    source = text_of(path)
    folder = os.path.dirname(os.path.abspath(path))
    config = find_config(folder)
    vocabulary = nearest_vocabulary(
        config, folder, general_vocabulary(config.about_width)
    ).vocabulary
    document = Document(Source(path, ""), "claims", vocabulary)
    document.article = source
    document.lexicons = own = own_words(config)
    document.language = language or language_of(source.text)
    if document.language not in languages_with(own):
        known = ", ".join(languages_with(own))
        raise UsageError(f"there is no lexicon for `{document.language}`", f"there are {known}")
    document.published = published
    heading = _HEADING.search(source.text)
    document.title = heading.group(1) if heading else None
    return document
