"""Whole processes timed in turn, and their ratios beside the bars that they are to keep."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent


class Command(NamedTuple):
    """A process to be timed, under the name by which a ratio speaks of it."""

    name: str
    argv: tuple[str, ...]
    statuses: tuple[int, ...] = (0,)
    """Exit statuses of a run that did its work; any other ends the benchmark."""
    rounds: int | None = None
    """At most so many rounds, for what takes many seconds."""
    inner: str | None = None
    """The process prints CPU and wall seconds of its own choice, which are kept under this name."""

    @property
    def missing(self) -> bool:
        """Whether the program is not installed."""
        return not os.path.exists(self.argv[0])


class Ratio(NamedTuple):
    """What is divided by what; the bar is the most (or, `at_least`, the least) that it may be."""

    measure: str
    above: str
    below: str
    bar: float | None = None
    at_least: bool = False


class Used(NamedTuple):
    """Seconds of one process: CPU (user and system, with its children) and wall; its largest memory."""

    cpu: float
    wall: float
    memory: float = 0
    """In bytes, of it or of the largest process that it started."""


class BenchmarkError(Exception):
    """A process did not do the work that was to be timed."""


def python(*arguments: str) -> tuple[str, ...]:
    """The command line of this interpreter with arguments."""
    return (sys.executable, *arguments)


def script(name: str, *arguments: str) -> tuple[str, ...]:
    """The command line of a console script that is installed beside this interpreter."""
    return (str(SCRIPTS / name), *arguments)


def pin_to_one_core() -> str:
    """Keep this process and all that it starts on one core, where the system can; says what it did."""
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned: this system cannot"
    core = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"pinned to core {core}"


def time_in_turn(commands: Sequence[Command], rounds: int) -> dict[str, list[Used]]:
    """Seconds of each command in each round (A B C, A B C, …), after one round that does not count.

    What is not installed gets no entry. Raises BenchmarkError.
    """
    present = [command for command in commands if not command.missing]
    times: dict[str, list[Used]] = {}
    for command in present:
        _run(command)
    for number in range(rounds):
        for command in present:
            if command.rounds is None or number < command.rounds:
                for name, used in _run(command).items():
                    times.setdefault(name, []).append(used)
    return times


def print_table(title: str, ratios: Sequence[Ratio], times: Mapping[str, list[Used]]) -> bool:
    """Print a row for each ratio; whether all bars are met (one that was not measured is not)."""
    print(f"\n{title}")
    print(f"  {'measure':50} {'ratio':>6}  {'from to':13} {'wall':>6}  {'seconds':>7}  bar")
    verdicts = [_print_row(ratio, times) for ratio in ratios]
    return all(verdicts)


def _print_row(ratio: Ratio, times: Mapping[str, list[Used]]) -> bool:
    if ratio.above not in times or ratio.below not in times:
        print(f"  {ratio.measure:50} not measured: not installed (pip install -e '.[bench]')")
        return ratio.bar is None
    pairs = list(zip(times[ratio.above], times[ratio.below], strict=False))
    found = sorted(above.cpu / below.cpu for above, below in pairs)
    middle = statistics.median(found)
    wall = statistics.median(above.wall / below.wall for above, below in pairs)
    seconds = statistics.median(above.cpu for above, _ in pairs)
    met = ratio.bar is None or (middle >= ratio.bar if ratio.at_least else middle <= ratio.bar)
    spread = f"{found[0]:.2f} {found[-1]:.2f}"
    verdict = _verdict(ratio, met)
    print(f"  {ratio.measure:50} {middle:6.2f}  {spread:13} {wall:6.2f}  {seconds:7.3f}  {verdict}")
    return met


def _verdict(ratio: Ratio, met: bool) -> str:
    if ratio.bar is None:
        return "none"
    return f"{'≥' if ratio.at_least else '≤'} {ratio.bar:g}: {'met' if met else 'MISSED'}"


def once(command: Command) -> Used:
    """What one run of a command took; raises BenchmarkError if it did not do its work."""
    return _run(command)[command.name]


def _run(command: Command) -> dict[str, Used]:
    """The seconds of one run, by name; raises BenchmarkError if the status is not one of success.

    Byte code is cached as on a user's machine, whatever this process was told about it.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.argv,
            cwd=ROOT,
            env=environment,
            stdout=output if command.inner else subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in command.statuses:
            raise BenchmarkError(_complaint(command, process.returncode, _content(errors)))
        memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        times = {command.name: Used(usage.ru_utime + usage.ru_stime, wall, memory)}
        if command.inner:
            times[command.inner] = Used(*map(float, _content(output).split()))
    return times


def _content(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def _complaint(command: Command, status: int, errors: str) -> str:
    last = errors.strip().rpartition("\n")[2]
    return f"`{' '.join(command.argv)}` ended with status {status}: {last or 'no message'}"
