"""How a newsroom's documents come to their judgements: here, in several processes, or from the cache."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimcheck.cache import rows
from claimcheck.cache.known import Known
from claimcheck.newsroom import Judged, Newsroom

REFERENCES = ""
"""The path under which the judgement on references and vocabularies comes, before all documents."""


_MANY = 100
"""Documents from which on it pays to set apart what lives as long as the run."""


class Judgements(NamedTuple):
    """The rules that ran, and the judgements by path, in its order."""

    names: list[str]
    found: Iterable[tuple[str, Judged]]


class Watch:
    """Is told how far a run is; this one does not look."""

    def begin(self, newsroom: Newsroom) -> None:
        """The files of a newsroom are found."""

    def known(self, number: int) -> None:
        """So many of its documents were judged by an earlier run."""

    def judged(self, number: int) -> None:
        """So many more of them are judged."""


def judge_here(newsroom: Newsroom, watch: Watch) -> Judgements:
    """Judge all documents in this process, and keep their claims."""
    return Judgements([rule.name for rule in newsroom.rules], _here(newsroom, watch))


def _here(newsroom: Newsroom, watch: Watch) -> Iterator[tuple[str, Judged]]:
    yield REFERENCES, newsroom.of_references()
    for path in newsroom.documents:
        yield path, newsroom.of_document(path, keep=True)
        watch.judged(1)


def judge_lines(newsroom: Newsroom, watch: Watch, *, cache: bool, jobs: int | None) -> Judgements:
    """Judge the documents that the cache does not know, in some processes; claims are not kept."""
    known = Known(newsroom) if cache and newsroom.config.file is not None else None
    lines: dict[str, bytes] = {}
    names = known.names if known is not None else None
    references = None
    if known is not None and names is not None:
        references = known.references()
        found = ((path, known.document(path)) for path in newsroom.documents)
        lines = {path: line for path, line in found if line is not None}
        watch.known(len(lines))
    left = [path for path in newsroom.documents if path not in lines]
    if names is None or references is None or left:
        names, references = _judge_rest(newsroom, watch, known, left, lines, jobs)
    every = [references, *(lines[path] for path in newsroom.documents)]
    paths = (REFERENCES, *newsroom.documents)
    return Judgements(names, zip(paths, rows.read(every, names), strict=True))


def _judge_rest(
    newsroom: Newsroom,
    watch: Watch,
    known: Known | None,
    left: Sequence[str],
    lines: dict[str, bytes],
    jobs: int | None,
) -> tuple[list[str], bytes]:
    """Judge what is left into `lines`, and keep it; returns the rules and the line of the references."""
    from claimcheck.workers import judge_rows, processes

    names = [rule.name for rule in newsroom.rules]
    _ = newsroom.judge
    if len(left) > _MANY:  # what is loaded now stays: the collector need not look at it again
        gc.collect()
        gc.freeze()
    references = rows.write(REFERENCES, newsroom.of_references(), names, newsroom.asked.as_of)
    for piece in judge_rows(newsroom, left, processes(len(left), jobs)):
        for row in piece:
            lines[row.path] = row.line
            if known is not None:
                known.put(row)
        watch.judged(len(piece))
    if known is not None:
        known.put_references(references)
        known.save(names)
    return names, references.line
