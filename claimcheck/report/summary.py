"""The last lines of a report: how much was found, what was looked at, what was not compared and why."""

from collections.abc import Iterator

from claimcheck.catalogue import Told, tell, tell_of
from claimcheck.finding import LEVELS, Aside, Level, Whole
from claimcheck.report import Report
from claimcheck.wording import words

_REASONS = 3
"""So many reasons are told, those that held most comparisons back."""


def summary(report: Report, language: str) -> list[str]:
    """The summary, a sentence a line; one line where all is well."""
    if report.findings or report.accepted or report.crashes or report.since:
        return [words(line, language) for line in _lines(report)]
    parts = [_counts(report)]
    parts += [] if _complete(report) else [_coverage(report)]
    parts += _skipped(report, told=False)
    return [" · ".join(words(part, language) for part in parts)]


def _lines(report: Report) -> Iterator[Told]:
    yield _counts(report)
    yield from _crashed(report)
    if report.coverage:
        yield _coverage(report)
    if report.accepted:
        number = len(report.accepted)
        yield tell_of(
            number,
            "{} finding accepted by an `ignore` entry",
            "{} findings accepted by `ignore` entries",
            Whole(number),
        )
    yield from _skipped(report, told=True)
    if report.since is not None:
        what, _, unchanged, gone = report.since
        yield tell_of(
            len(gone),
            "against {}: {} as before, {} gone",
            "against {}: {} as before, {} gone",
            what,
            Whole(unchanged),
            Whole(len(gone)),
        )


def _counts(report: Report) -> Told:
    """How much was found, and what was looked at."""
    found = [_found(level, report.count(level)) for level in LEVELS if report.count(level)]
    looked = (
        tell_of(report.documents, "{} document", "{} documents", Whole(report.documents)),
        tell_of(report.claims, "{} claim", "{} claims", Whole(report.claims)),
        tell_of(report.references, "{} reference", "{} references", Whole(report.references)),
    )
    nothing = tell("nothing found")
    return tell("{} · checked {}", Aside(found) if found else nothing, Aside(looked))


def _found(level: Level, number: int) -> Told:
    if level == "error":
        return tell_of(number, "{} error", "{} errors", Whole(number))
    if level == "warning":
        return tell_of(number, "{} warning", "{} warnings", Whole(number))
    return tell_of(number, "{} note", "{} notes", Whole(number))


def _crashed(report: Report) -> Iterator[Told]:
    names = sorted(report.crashes)
    if names:
        yield tell_of(
            len(names),
            "{} rule crashed: {} · everything else was checked",
            "{} rules crashed: {} · everything else was checked",
            Whole(len(names)),
            Aside(names),
        )


def _complete(report: Report) -> bool:
    return all(found.quoted == found.total for found in report.coverage)


def _coverage(report: Report) -> Told:
    quoted = sum(found.quoted for found in report.coverage)
    total = sum(found.total for found in report.coverage)
    return tell_of(
        len(report.coverage),
        "{} of {} quantities and dates of the article quoted",
        "{} of {} quantities and dates of {} articles quoted",
        Whole(quoted),
        Whole(total),
        Whole(len(report.coverage)),
    )


def _skipped(report: Report, *, told: bool) -> Iterator[Told]:
    """How many comparisons were not made and, where it is to be told, mostly why."""
    reasons = skipped(report)
    total = sum(reasons.values())
    if not reasons:
        return
    if not told:
        yield tell_of(total, "{} comparison not made", "{} comparisons not made", Whole(total))
        return
    shown = list(reasons.items())
    rest = shown[_REASONS:] if len(shown) > _REASONS + 1 else []
    listed = [tell("{} ({})", why, Whole(n)) for why, n in shown[: len(shown) - len(rest)]]
    if rest:
        others = Whole(sum(n for _, n in rest))
        listed.append(tell("{} other reasons ({}; `-f json` lists all)", Whole(len(rest)), others))
    yield tell_of(
        total,
        "{} comparison not made: {}",
        "{} comparisons not made: {}",
        Whole(total),
        Aside(listed),
    )


def skipped(report: Report) -> dict[str, int]:
    """Why comparisons were not made, most frequent first."""
    reasons: dict[str, int] = {}
    for tally in report.tallies.values():
        for reason, count in tally.skipped.items():
            reasons[reason] = reasons.get(reason, 0) + count
    return dict(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))
