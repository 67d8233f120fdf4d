"""`claimcheck check`: from paths to reports and an exit status."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.catalogue import languages
from claimcheck.cli import FAILED, FOUND, OK
from claimcheck.cli.screen import style
from claimcheck.cli.watching import Bar, Timer, is_watched
from claimcheck.errors import UsageError
from claimcheck.report import FORMATS, Report, Style, renderer
from claimcheck.run import Request, run
from claimcheck.sharing import Watch

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Options(NamedTuple):
    """What the command line asks for."""

    paths: Sequence[str] = ()
    format: Sequence[str] | None = None
    select: str | None = None
    ignore: str | None = None
    fail_on: str | None = None
    witness: bool = False
    as_of: str | None = None
    language: str | None = None
    color: str = "auto"
    hyperlinks: str = "auto"
    jobs: int | None = None
    no_cache: bool = False
    statistics: bool = False
    timings: bool = False
    against: str | None = None
    extend_select: str | None = None
    config: Sequence[str] | None = None
    isolated: bool = False
    exit_zero: bool = False


def main(argv: list[str]) -> int:
    """Check, report, and say by the status how it went."""
    # Nearly all that a run makes lives until its end: looking for garbage often finds none.
    gc.set_threshold(100_000, 20, 100)
    options = _options(argv)
    reports = [_report(text) for text in options.format or ["terminal"]]
    request = Request(
        paths=tuple(options.paths),
        as_of=_day(options.as_of),
        select=_names(options.select),
        ignore=_names(options.ignore),
        extend_select=_names(options.extend_select),
        fail_on=options.fail_on,
        settings=tuple(options.config or ()),
        isolated=options.isolated,
        witness=options.witness,
        keep=any(name == "html" for name, _ in reports),
        cache=not options.no_cache,
        jobs=options.jobs,
        documented=any(name == "sarif" for name, _ in reports),
    )
    bar = Bar() if is_watched() else None
    timer = Timer(bar or Watch()) if options.timings else None
    try:
        report = _run(request, options.against, timer or bar)
    finally:
        if bar is not None:
            bar.end()
    if timer is not None:
        timer.gathered()
    language = options.language or report.language
    for name, target in reports:
        shown = "statistics" if options.statistics and not target else name
        _write(shown, target, report, language, options)
    if timer is not None:
        timer.reported()
        sys.stderr.writelines(f"{line}\n" for line in timer.lines())
    if options.witness:
        from claimcheck.report.witness import render

        sys.stdout.write(render(report, Style(language=language)))
    if report.crashes:
        return FAILED
    return FOUND if report.fails and not options.exit_zero else OK


def _run(request: Request, ref: str | None, watch: Watch | None) -> Report:
    if ref is None:
        return run(request, watch)
    from claimcheck.against import run_against

    return run_against(request, ref)


def _options(argv: list[str]) -> Options:
    """The options; where there are only paths, without the parser, which costs a tenth of a small run."""
    if not any(argument.startswith("-") for argument in argv):
        return Options(paths=argv)
    return Options(**vars(_parser().parse_args(argv)))


def _parser() -> "ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(
        prog="claimcheck check",
        description="Check claim files: can all of their claims be true?",
        epilog="exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not run properly; "
        "`claimcheck config --origins` shows the settings that apply",
    )
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files or folders; default: the configured paths")
    add(
        "-f",
        "--format",
        action="append",
        metavar="FORMAT[:FILE]",
        help=f"{', '.join(FORMATS)}; into FILE or, without it, to the terminal; may be repeated",
    )
    add(
        "--select", metavar="RULES", help="run only these rules, families or tags (comma-separated)"
    )
    add("--extend-select", metavar="RULES", help="run these rules, families or tags as well")
    add("--ignore", metavar="RULES", help="do not run these rules, families or tags")
    add(
        "--config",
        action="append",
        metavar="KEY=VALUE",
        help='a setting, such as fail-on=error or rules."references/stale".max-age=30; may be repeated',
    )
    add("--isolated", action="store_true", help="read no configuration file")
    add(
        "--witness",
        action="store_true",
        help="also print, for each document, one world in which all of its claims hold",
    )
    add(
        "--fail-on",
        choices=("error", "warning", "note", "never"),
        help="default: as configured, or warning",
    )
    add("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    add(
        "--against",
        metavar="REF",
        help="report only what is new or changed since this commit, branch or tag",
    )
    add("--as-of", metavar="DATE", help="the day that counts as today (2026-01-30); default: today")
    add("--language", choices=languages(), help="of the report; default: as configured, or en")
    add(
        "--jobs",
        type=_number,
        metavar="N",
        help="processes that judge documents; default: as many as help, from 1,000 files on",
    )
    add("--statistics", action="store_true", help="show how many findings each rule has, no more")
    add(
        "--timings",
        action="store_true",
        help="also say, on the standard error, how long phases and rules took",
    )
    add("--no-cache", action="store_true", help="neither use nor keep what earlier runs found out")
    when = ("auto", "always", "never")
    add("--color", choices=when, default="auto", help="default: auto")
    add(
        "--hyperlinks",
        choices=when,
        default="auto",
        help="whether places can be clicked; default: auto, on terminals known to open links",
    )
    return parser


def _report(text: str) -> tuple[str, str]:
    name, _, target = text.partition(":")
    if name not in FORMATS:
        raise UsageError(f"no format `{name}`", f"formats are {', '.join(FORMATS)}")
    return name, target


def _number(text: str) -> int:
    """A number of processes, as argparse reads it."""
    number = int(text)
    if not 1 <= number <= _MOST_JOBS:
        raise ValueError
    return number


_MOST_JOBS = 64


def _names(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(n.strip() for n in text.split(",") if n.strip())


def _day(text: str | None) -> int:
    """The day that counts as today: the only place that reads the clock."""
    if text is None:
        from datetime import date

        return date.today().toordinal()
    from claimcheck.model.period import BadDate, parse_period

    try:
        period = parse_period(text)
    except BadDate as error:
        raise UsageError(f"--as-of {text}: {error.expected}") from None
    if period.precision != "day" or period.first is None:
        raise UsageError(f"--as-of {text}: expected a single day such as 2026-01-30")
    return period.first


def _write(name: str, target: str, report: Report, language: str, options: Options) -> None:
    """Render a report and put it where it is wanted; a file is replaced as a whole."""
    if target:
        _replace(target, renderer(name)(report, Style(language)))
        return
    look = style(language, options.color, options.hyperlinks)
    plain = name in _FOR_PEOPLE and not look.charset.lower().startswith("utf")
    if not plain:
        look = look._replace(charset="utf-8")
    text = renderer(name)(report, look)
    sys.stdout.buffer.write(text.encode(look.charset, "replace"))


_FOR_PEOPLE = ("terminal", "concise")
"""Formats in the encoding of the terminal; those for machines are always UTF-8."""


def _replace(target: str, text: str) -> None:
    temporary = f"{target}.{os.getpid()}.tmp"
    try:
        with open(temporary, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(temporary, target)
    except OSError as error:
        raise UsageError(f"cannot write {target}: {error.strerror}") from None
