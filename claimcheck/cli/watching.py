"""What a person sees of a long run while it lasts, and where its time went when it is over."""

import os
import sys
from collections.abc import Iterator, Mapping
from time import perf_counter
from typing import TYPE_CHECKING

from claimcheck.newsroom import Newsroom
from claimcheck.sharing import Watch

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0
"""Seconds after which a person wonders whether anything happens."""
_RULES = 15
"""How many rules are listed; the rest is summed up."""


class Bar(Watch):
    """A progress bar on the terminal, for a run that takes longer than a moment."""

    def __init__(self) -> None:
        self._start = perf_counter()
        self._done = self._total = 0
        self._shown: tuple[Progress, TaskID] | None = None

    def begin(self, newsroom: Newsroom) -> None:
        """Count the documents of a newsroom."""
        self._total += len(newsroom.documents)

    def known(self, number: int) -> None:
        """Count what is known as done."""
        self.judged(number)

    def judged(self, number: int) -> None:
        """Show how far the run is."""
        self._done += number
        if self._shown is None and perf_counter() - self._start > _PATIENCE:
            self._shown = self._appear()
        if self._shown is not None:
            progress, task = self._shown
            progress.update(task, completed=self._done, total=self._total)

    def end(self) -> None:
        """Take the bar off the terminal."""
        if self._shown is not None:
            self._shown[0].stop()
            self._shown = None

    def _appear(self) -> "tuple[Progress, TaskID]":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        task = progress.add_task("documents", total=self._total, completed=self._done)
        progress.start()
        return progress, task


def is_watched() -> bool:
    """Whether a person sits before the terminal: no pipe, no CI."""
    dumb = os.environ.get("TERM") == "dumb" or os.environ.get("CI", "").lower() in ("1", "true")
    return sys.stderr.isatty() and not dumb


class Timer(Watch):
    """Notes how long each phase of a run takes, and each rule."""

    def __init__(self, inner: Watch) -> None:
        self._inner = inner
        self._last = perf_counter()
        self._spent: dict[str, float] = {}
        self._known = self._judged = 0
        self._rules: list[dict[str, float]] = []

    def begin(self, newsroom: Newsroom) -> None:
        """From now on this newsroom is judged."""
        self._note("finding files")
        newsroom.seconds = {}
        self._rules.append(newsroom.seconds)
        self._inner.begin(newsroom)

    def known(self, number: int) -> None:
        """What earlier runs know is looked up."""
        self._note("looking up known verdicts")
        self._known += number
        self._inner.known(number)

    def judged(self, number: int) -> None:
        """Some more are judged."""
        self._note("reading and judging")
        self._judged += number
        self._inner.judged(number)

    def gathered(self) -> None:
        """All verdicts are added up."""
        self._note("gathering")

    def reported(self) -> None:
        """All reports are written."""
        self._note("reporting")

    def _note(self, phase: str) -> None:
        now = perf_counter()
        self._spent[phase] = self._spent.get(phase, 0.0) + now - self._last
        self._last = now

    def lines(self) -> Iterator[str]:
        """The phases by the clock, then the rules, in the time of all processes together."""
        yield f"{sum(self._spent.values()):9.3f} s  in all"
        for phase, seconds in self._spent.items():
            yield f"{seconds:9.3f} s  {phase}{self._note_of(phase)}"
        rules: dict[str, float] = {}
        for seconds_of in self._rules:
            for name, seconds in seconds_of.items():
                rules[name] = rules.get(name, 0.0) + seconds
        if rules:
            yield from ("", "rules, in the time of all processes together")
            yield from _ranked(rules)

    def _note_of(self, phase: str) -> str:
        if phase == "looking up known verdicts":
            return f" ({self._known} documents known)"
        return f" ({self._judged} documents)" if phase == "reading and judging" else ""


def _ranked(rules: Mapping[str, float]) -> Iterator[str]:
    """The rules that take longest, and the rest as one."""
    ranked = sorted(rules.items(), key=lambda rule: (-rule[1], rule[0]))
    for name, seconds in ranked[:_RULES]:
        yield f"{seconds:9.3f} s  {name}"
    if rest := ranked[_RULES:]:
        yield f"{sum(seconds for _, seconds in rest):9.3f} s  {len(rest)} other rules"
