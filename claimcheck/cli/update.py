"""`claimcheck update`: what a change of the article means for its claim files."""

import argparse
import json
import os
import sys
from collections.abc import Iterable

from claimcheck.catalogue import languages, tell, template_of
from claimcheck.cli import FOUND, OK
from claimcheck.config import Config, find_config
from claimcheck.editing.journal import write_whole
from claimcheck.errors import UsageError
from claimcheck.load.files import kind_of, walk
from claimcheck.load.places import place
from claimcheck.load.project import load_project
from claimcheck.load.splicing import spliced
from claimcheck.model.claim import Document
from claimcheck.report import visible
from claimcheck.source import Source
from claimcheck.text.encoding import encoded
from claimcheck.text.updating import Change, Update, update_of

_WORDS = {
    "kept": tell("{} quotes stand as they are"),
    "changed": tell("the passage of {} changed"),
    "gone": tell("the passage of {} is gone"),
    "ambiguous": tell("the passage of {} stands in several places now"),
    "quote": tell("quoted"),
    "now": tell("now"),
    "stated": tell("said"),
    "states": tell("says"),
    "rewritten": tell("rewritten: it says the same"),
    "sure": tell("says the same: `--write` rewrites the quote"),
    "left": tell("not rewritten: a person decides"),
    "uncovered": tell("{} quantities and dates are in no claim's quote"),
    "nothing": tell("nothing to do"),
}


def main(argv: list[str]) -> int:
    """Tell what changed; with --write, rewrite the quotes that are sure."""
    parser = argparse.ArgumentParser(
        prog="claimcheck update",
        description="After an article has changed: look for every quote again, list the claims whose passage "
        "changed or went, and the quantities and dates that no claim quotes.",
    )
    parser.add_argument("article", metavar="ARTICLE", help="the article, or a claim file of it")
    parser.add_argument(
        "--write", action="store_true", help="rewrite quotes whose passage states the same"
    )
    parser.add_argument("-f", "--format", choices=("text", "json"), default="text")
    parser.add_argument("--language", choices=languages())
    options = parser.parse_args(argv)
    if not os.path.isfile(options.article):
        raise UsageError(f"{options.article}: no such file")
    config = find_config(os.path.dirname(os.path.abspath(options.article)))
    updates = [update_of(document) for document in _documents(config, options.article)]
    written = _write(updates) if options.write else set()
    if options.format == "json":
        data = {"documents": [_data(update, written) for update in updates]}
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        language = options.language or config.language
        words = {key: template_of(text, language) for key, text in _WORDS.items()}
        sys.stdout.write(
            "".join(f"{line}\n" for u in updates for line in _lines(u, words, written))
        )
    left = any(
        (update.document.path, change.claim.id) not in written
        for update in updates
        for change in update.changes
    )
    return FOUND if left or any(update.passages.uncovered for update in updates) else OK


def _documents(config: Config, path: str) -> list[Document]:
    """The documents of an article; raises UsageError if there are none, or it cannot be read."""
    wanted = os.path.realpath(path)
    files = [wanted] if kind_of(path) == "claims" else _claim_files(config)
    project = load_project(config, files, articles=True)
    found = [d for d in project.documents if d.article is not None and _is_of(d, wanted, config)]
    if not found:
        known = sorted({d.text for d in project.documents if d.text})[:5]
        hint = f"claim files here are about {', '.join(known)}" if known else None
        raise UsageError(f"{path}: no claim file is about this article", hint)
    for document in found:
        if document.article is not None and not document.article.text:
            raise UsageError(f"{document.article.path}: is not a text in UTF-8")
    return found


def _claim_files(config: Config) -> list[str]:
    return [file for file in walk(config.root) if kind_of(file) == "claims"]


def _is_of(document: Document, wanted: str, config: Config) -> bool:
    """Whether a document is in the file asked for, or is about the article asked for."""
    own = os.path.realpath(os.path.join(config.root, document.name))
    if own == wanted:
        return True
    article = os.path.join(os.path.dirname(own), document.text or "")
    return os.path.realpath(article) == wanted


# ---- rewriting


def _write(updates: Iterable[Update]) -> set[tuple[str, str]]:
    """Rewrite the quotes that are sure; which claims' were."""
    written: set[tuple[str, str]] = set()
    for update in updates:
        document = update.document
        source = document.source
        for change in update.changes:
            if not change.sure or change.near is None:
                continue
            text = spliced(source, (*change.claim.path, "quote"), change.near.text)
            if text is not None:
                source = Source(source.path, text)
                written.add((document.path, change.claim.id))
        if source is not document.source:
            _replace(document, source.text)
    return written


def _replace(document: Document, text: str) -> None:
    """Write a claim file, unless it changed since it was read."""
    with open(document.path, encoding="utf-8", newline="") as file:
        now = file.read()
    if now.removeprefix("\ufeff") != document.source.text:
        raise UsageError(f"{document.path} changed meanwhile; nothing was written", "run it again")
    write_whole(document.path, now[: len(now) - len(now.removeprefix("\ufeff"))] + text)


# ---- telling


def _lines(update: Update, words: dict[str, str], written: set[tuple[str, str]]) -> Iterable[str]:
    document, passages = update.document, update.passages
    yield f"{document.path}: {words['kept'].format(update.kept)}"
    for change in update.changes:
        span = place(document.source, (*change.claim.path, "quote"))
        yield f"  {span.line}: {words[change.kind].format(visible(change.claim.id))}"
        yield f"     {words['quote']}: {visible(change.quote)}"
        if change.near is not None:
            at = passages.place(*change.near.span)
            yield f"     {words['now']} ({at.path}:{at.line}:{at.column}): {visible(change.near.text)}"
        if change.before or change.after:
            yield f"     {words['stated']}: {visible(', '.join(change.before) or '–')}"
            yield f"     {words['states']}: {visible(', '.join(change.after) or '–')}"
        done = (document.path, change.claim.id) in written
        yield f"     {words['rewritten' if done else 'sure' if change.sure else 'left']}"
    if passages.uncovered:
        yield f"  {words['uncovered'].format(len(passages.uncovered))}"
        for reading in passages.uncovered:
            at = passages.place(reading.start, reading.end)
            said = visible(passages.said(reading.start, reading.end))
            yield f"     {at.path}:{at.line}:{at.column}: {said} ({encoded(reading)})"
    if not update.changes and not passages.uncovered:
        yield f"  {words['nothing']}"


def _data(update: Update, written: set[tuple[str, str]]) -> dict[str, object]:
    passages = update.passages
    return {
        "file": update.document.path,
        "article": passages.source.path,
        "kept": update.kept,
        "changes": [_change_data(update, change, written) for change in update.changes],
        "uncovered": [reading.data() for reading in passages.uncovered],
    }


def _change_data(
    update: Update, change: Change, written: set[tuple[str, str]]
) -> dict[str, object]:
    near = change.near
    return {
        "claim": change.claim.id,
        "kind": change.kind,
        "quote": change.quote,
        "passage": None if near is None else near.text,
        "start": None if near is None else near.span[0],
        "end": None if near is None else near.span[1],
        "before": list(change.before),
        "after": list(change.after),
        "sure": change.sure,
        "written": (update.document.path, change.claim.id) in written,
    }
