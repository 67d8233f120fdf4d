"""Where the check of a newsroom spends its time: cProfile of the command, in this process."""

import contextlib
import cProfile
import os
import pstats
from pathlib import Path

from tests.bench import corpus
from tests.bench.check_many import check_command

LINES = 40


def run(folder: Path, documents: int, seed: int) -> None:
    """Print the functions that take the most time themselves."""
    from claimcheck.__main__ import main

    corpus.write(folder, documents, seed)
    profile = cProfile.Profile()
    with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):
        profile.runcall(main, list(check_command(folder)))
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(LINES)
