"""The last lines of a report: how much was found, what was looked at, what was not compared and why."""

from claimcheck.finding import LEVELS
from claimcheck.report import Report
from claimcheck.wording import words

_FORMS: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "note": ("note", "notes"),
        "none": ("nothing found", "nothing found"),
        "documents": ("document", "documents"),
        "claims": ("claim", "claims"),
        "references": ("reference", "references"),
        "checked": ("checked {}", "checked {}"),
        "skipped": ("comparison not made", "comparisons not made"),
        "more": ("", "{} other reasons ({}; `-f json` lists all)"),
        "crashed": ("rule crashed: {}", "rules crashed: {}"),
        "rest": ("everything else was checked", "everything else was checked"),
        "coverage": (
            "{} of {} quantities and dates of the article quoted",
            "{} of {} quantities and dates of {} articles quoted",
        ),
        "accepted": (
            "finding accepted by an `ignore` entry",
            "findings accepted by `ignore` entries",
        ),
        "since": ("against {}: {} as before, {} gone", "against {}: {} as before, {} gone"),
    },
    "fr": {
        "error": ("erreur", "erreurs"),
        "warning": ("avertissement", "avertissements"),
        "note": ("note", "notes"),
        "none": ("rien trouvé", "rien trouvé"),
        "documents": ("document", "documents"),
        "claims": ("affirmation", "affirmations"),
        "references": ("référence", "références"),
        "checked": ("vérifié : {}", "vérifié : {}"),
        "skipped": ("comparaison non faite", "comparaisons non faites"),
        "more": ("", "{} autres raisons ({} ; `-f json` les donne toutes)"),
        "crashed": ("règle a échoué : {}", "règles ont échoué : {}"),
        "rest": ("le reste a été vérifié", "le reste a été vérifié"),
        "coverage": (
            "{} des {} quantités et dates de l’article citées",
            "{} des {} quantités et dates de {} articles citées",
        ),
        "accepted": (
            "constat accepté par une entrée `ignore`",
            "constats acceptés par des entrées `ignore`",
        ),
        "since": (
            "par rapport à {} : {} comme avant, {} disparu",
            "par rapport à {} : {} comme avant, {} disparus",
        ),
    },
}


_REASONS = 3
"""So many reasons are told, those that held most comparisons back."""
_COLON = {"en": ": ", "fr": "\xa0: "}


def summary(report: Report, language: str) -> list[str]:
    """The summary, a sentence a line; one line where all is well."""
    first = _counts(report, language)
    if not (report.findings or report.accepted or report.crashes or report.since):
        covered = [] if _complete(report) else [_coverage(report, language)]
        return [" · ".join((first, *covered, *_skipped(report, language, told=False)))]
    lines = [first, *_crashed(report, language)]
    if report.coverage:
        lines.append(_coverage(report, language))
    if report.accepted:
        lines.append(_count(len(report.accepted), _FORMS[language]["accepted"]))
    lines += _skipped(report, language, told=True)
    if report.since is not None:
        what, _, unchanged, gone = report.since
        lines.append(_FORMS[language]["since"][len(gone) > 1].format(what, unchanged, len(gone)))
    return lines


def _counts(report: Report, language: str) -> str:
    """How much was found, and what was looked at."""
    forms = _FORMS[language]
    found = [_count(report.count(level), forms[level]) for level in LEVELS if report.count(level)]
    sizes = (
        ("documents", report.documents),
        ("claims", report.claims),
        ("references", report.references),
    )
    looked = ", ".join(_count(size, forms[name]) for name, size in sizes)
    return f"{', '.join(found) or forms['none'][0]} · {forms['checked'][0].format(looked)}"


def _crashed(report: Report, language: str) -> list[str]:
    forms, names = _FORMS[language], sorted(report.crashes)
    if not names:
        return []
    text = _count(len(names), forms["crashed"]).format(", ".join(names))
    return [f"{text} · {forms['rest'][0]}"]


def _complete(report: Report) -> bool:
    return all(found.quoted == found.total for found in report.coverage)


def _coverage(report: Report, language: str) -> str:
    quoted = sum(found.quoted for found in report.coverage)
    total = sum(found.total for found in report.coverage)
    number = len(report.coverage)
    return _FORMS[language]["coverage"][number > 1].format(quoted, total, number)


def _skipped(report: Report, language: str, *, told: bool) -> list[str]:
    """How many comparisons were not made and, where it is to be told, mostly why."""
    forms, reasons = _FORMS[language], skipped(report)
    if not reasons:
        return []
    text = _count(sum(reasons.values()), forms["skipped"])
    if not told:
        return [text]
    shown = list(reasons.items())
    rest = shown[_REASONS:] if len(shown) > _REASONS + 1 else []
    shown = shown[: len(shown) - len(rest)]
    listed = [f"{words(reason, language)} ({count})" for reason, count in shown]
    if rest:
        listed.append(forms["more"][1].format(len(rest), sum(count for _, count in rest)))
    return [f"{text}{_COLON[language]}{', '.join(listed)}"]


def skipped(report: Report) -> dict[str, int]:
    """Why comparisons were not made, most frequent first."""
    reasons: dict[str, int] = {}
    for tally in report.tallies.values():
        for reason, count in tally.skipped.items():
            reasons[reason] = reasons.get(reason, 0) + count
    return dict(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))


def _count(number: int, forms: tuple[str, str]) -> str:
    return f"{number} {forms[number != 1]}"
