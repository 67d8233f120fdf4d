"""Documents judged by several processes: each takes some paths at a time and sends rows back."""

import gc
import multiprocessing
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from claimcheck.cache.rows import Row, write
from claimcheck.newsroom import Newsroom

FROM = 1000
"""From how many documents on a second process saves more time than its start costs."""
_AT_ONCE = 64
"""How many documents a process takes; few enough that all end at about the same time."""


def processes(documents: int, wanted: int | None) -> int:
    """How many processes are to judge so many documents: as wanted, else what helps on this machine."""
    if wanted is not None:
        return max(1, min(wanted, documents))
    return max(1, min(_cores(), 2 * documents // FROM))


def _cores() -> int:
    """On how many processors this process may run."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def judge_rows(newsroom: Newsroom, paths: Sequence[str], jobs: int) -> Iterator[list[Row]]:
    """The rows of all documents, some at a time and in any order.

    Processes that end before their work does leave the rest to this one.
    """
    pieces = [paths[start : start + _AT_ONCE] for start in range(0, len(paths), _AT_ONCE)]
    if jobs == 1:
        for piece in pieces:
            yield _rows(newsroom, piece)
        return
    left = dict.fromkeys(range(len(pieces)))
    try:
        for number, found in _in_processes(newsroom, pieces, jobs):
            del left[number]
            rows, seconds = found
            newsroom.took(seconds or {})
            yield rows
    except (BrokenProcessPool, OSError):
        for number in left:
            yield _rows(newsroom, pieces[number])


def _in_processes(
    newsroom: Newsroom, pieces: Sequence[Sequence[str]], jobs: int
) -> Iterator[tuple[int, "Piece"]]:
    forks = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    given = (newsroom,) if forks else (newsroom.again(),)
    with ProcessPoolExecutor(jobs, context, _begin, given) as pool:
        rest = iter(enumerate(pieces))
        running: dict[Future[Piece], int] = {}
        try:
            while True:
                for number, piece in islice(rest, max(0, 2 * jobs + 2 - len(running))):
                    running[pool.submit(_work, piece)] = number
                if not running:
                    return
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(done), done.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


Piece = tuple[list[Row], Mapping[str, float] | None]
"""Rows, and how long each rule took, if anybody wants to know."""

_begun: list[Newsroom] = []
"""What a process judges by, once it has begun."""


def _begin(newsroom: Newsroom) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it and ends the others
    gc.set_threshold(50_000, 20, 100)
    _begun[:] = [newsroom]


def _work(paths: Sequence[str]) -> Piece:
    newsroom = _begun[0]
    if newsroom.seconds is not None:
        newsroom.seconds.clear()
    return _rows(newsroom, paths), newsroom.seconds


def _rows(newsroom: Newsroom, paths: Sequence[str]) -> list[Row]:
    names = [rule.name for rule in newsroom.rules]
    as_of = newsroom.asked.as_of
    return [write(path, newsroom.of_document(path), names, as_of) for path in paths]
