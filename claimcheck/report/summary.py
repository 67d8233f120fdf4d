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
        "skipped": ("{} comparison not made: {}", "{} comparisons not made: {}"),
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
        "skipped": ("{} comparaison non faite : {}", "{} comparaisons non faites : {}"),
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


def summary(report: Report, language: str) -> list[str]:
    """The summary, a sentence a line."""
    forms = _FORMS[language]
    found = [_count(report.count(level), forms[level]) for level in LEVELS if report.count(level)]
    sizes = (
        ("documents", report.documents),
        ("claims", report.claims),
        ("references", report.references),
    )
    looked = ", ".join(_count(size, forms[name]) for name, size in sizes)
    lines = [f"{', '.join(found) or forms['none'][0]} · {forms['checked'][0].format(looked)}"]
    if report.coverage:
        quoted = sum(found.quoted for found in report.coverage)
        total = sum(found.total for found in report.coverage)
        several = len(report.coverage) > 1
        lines.append(forms["coverage"][several].format(quoted, total, len(report.coverage)))
    reasons = skipped(report)
    if reasons:
        listed = ", ".join(
            f"{words(reason, language)} ({count})" for reason, count in reasons.items()
        )
        total = sum(reasons.values())
        lines.append(forms["skipped"][total != 1].format(total, listed))
    if report.accepted:
        lines.append(_count(len(report.accepted), forms["accepted"]))
    if report.since is not None:
        what, _, unchanged, gone = report.since
        lines.append(forms["since"][len(gone) > 1].format(what, unchanged, len(gone)))
    return lines


def skipped(report: Report) -> dict[str, int]:
    """Why comparisons were not made, most frequent first."""
    reasons: dict[str, int] = {}
    for tally in report.tallies.values():
        for reason, count in tally.skipped.items():
            reasons[reason] = reasons.get(reason, 0) + count
    return dict(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))


def _count(number: int, forms: tuple[str, str]) -> str:
    return f"{number} {forms[number != 1]}"
