"""How fast quantities are read from prose, beside a floor: finding every word and sign by one pattern.

The prose is that of the example newsrooms, repeated to a million code points, as it stands and in one line.
"""

import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from claimcheck.text.reading import read_text

CLAIMS = Path(__file__).parents[2] / "claims"
SIZE = 1_000_000
MOST = 60.0
"""What reading may cost, in times of the floor."""
MOST_FOR_TWICE = 2.5
_FLOOR = re.compile(r"\w+|\S")


def run(rounds: int) -> bool:
    """Measure and print; whether all bars are met."""
    print("\nreading prose (floor: the words and signs of the same text, by one pattern)")
    print(f"  {'text':34} {'MB/s':>6} {'ratio':>7}  {'from to':13} {'2 MB / 1 MB':>11}  bars")
    met = True
    for language in ("fr", "en"):
        for lines in (True, False):
            met &= _row(language, rounds, lines=lines)
    return met


def prose(language: str, size: int, *, lines: bool) -> str:
    """The articles of a language, one after another, up to a size."""
    articles = sorted(CLAIMS.glob(f"**/*.{language}.md"))
    text = "\n\n".join(article.read_text(encoding="utf-8") for article in articles) + "\n\n"
    if not lines:
        # A table is none in one line: its bars are only signs.
        text = " ".join(text.split()) + " "
    return (text * (size // len(text) + 1))[:size]


def _row(language: str, rounds: int, *, lines: bool) -> bool:
    once = prose(language, SIZE, lines=lines)
    twice = prose(language, 2 * SIZE, lines=lines)
    read_text(once[:10_000], language)

    def work(text: str) -> Callable[[], object]:
        return lambda: read_text(text, language)

    ratios, growth, seconds = [], [], []
    for _ in range(rounds):
        floor, one, two = (
            _seconds(task) for task in (lambda: _FLOOR.findall(once), work(once), work(twice))
        )
        ratios.append(one / floor)
        growth.append(two / one)
        seconds.append(one)
    ratio, grown = statistics.median(ratios), statistics.median(growth)
    speed = len(once.encode()) / 1e6 / statistics.median(seconds)
    name = f"{language}, {'as it stands' if lines else 'in one line'}"
    met = ratio <= MOST and grown <= MOST_FOR_TWICE
    verdict = f"≤ {MOST:g}, ≤ {MOST_FOR_TWICE:g}: {'met' if met else 'MISSED'}"
    spread = f"{min(ratios):.1f} {max(ratios):.1f}"
    print(f"  {name:34} {speed:6.2f} {ratio:7.1f}  {spread:13} {grown:11.2f}  {verdict}")
    return met


def _seconds(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start
