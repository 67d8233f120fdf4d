"""How fast quantities are read from prose, beside a floor: finding every word and sign by one pattern.

The prose is that of the example newsrooms, repeated to a million code points: as it stands, in one line,
and thinned to two quantities a kilobyte, which is what news articles have (theirs have four to fourteen).
"""

import re
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import cycle
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
        for name, text in _texts(language):
            met &= _row(f"{language}, {name}", language, rounds, text)
    return met


def _texts(language: str) -> Iterator[tuple[str, str]]:
    """A million code points twice over, of each kind."""
    yield "as it stands", prose(language, 2 * SIZE, lines=True)
    yield "in one line", prose(language, 2 * SIZE, lines=False)
    yield "two quantities a kB", thinned(language, 2 * SIZE)


def thinned(language: str, size: int) -> str:
    """The articles with sentences without numbers between the others: one reading in 500 code points."""
    sentences = prose(language, 20_000, lines=False).split(". ")
    idle = cycle(sentence for sentence in sentences if not read_text(sentence, language))
    text: list[str] = []
    for sentence in sentences:
        text.append(sentence)
        wanted = 500 * len(read_text(sentence, language)) - len(sentence)
        while wanted > 0:
            text.append(next(idle))
            wanted -= len(text[-1])
    whole = ". ".join(text) + ". "
    return (whole * (size // len(whole) + 1))[:size]


def prose(language: str, size: int, *, lines: bool) -> str:
    """The articles of a language, one after another, up to a size."""
    articles = sorted(CLAIMS.glob(f"**/*.{language}.md"))
    text = "\n\n".join(article.read_text(encoding="utf-8") for article in articles) + "\n\n"
    if not lines:
        # A table is none in one line: its bars are only signs.
        text = " ".join(text.split()) + " "
    return (text * (size // len(text) + 1))[:size]


def _row(name: str, language: str, rounds: int, twice: str) -> bool:
    once = twice[:SIZE]
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
    met = ratio <= MOST and grown <= MOST_FOR_TWICE
    verdict = f"≤ {MOST:g}, ≤ {MOST_FOR_TWICE:g}: {'met' if met else 'MISSED'}"
    spread = f"{min(ratios):.1f} {max(ratios):.1f}"
    print(f"  {name:34} {speed:6.2f} {ratio:7.1f}  {spread:13} {grown:11.2f}  {verdict}")
    return met


def _seconds(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start
