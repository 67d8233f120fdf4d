"""The last lines of a report: how much was found, what was looked at, what was not compared and why."""

from claimcheck.finding import LEVELS
from claimcheck.run import Result

_FORMS = {
    "en": {
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "note": ("note", "notes"),
        "none": ("nothing found", "nothing found"),
        "documents": ("document", "documents"),
        "claims": ("claim", "claims"),
        "references": ("reference", "references"),
        "checked": "checked {}",
        "skipped": "{} comparisons not made: {}",
        "accepted": ("1 finding accepted by an `ignore` entry", "{} findings accepted by `ignore` entries"),
    },
    "fr": {
        "error": ("erreur", "erreurs"),
        "warning": ("avertissement", "avertissements"),
        "note": ("note", "notes"),
        "none": ("rien trouvé", "rien trouvé"),
        "documents": ("document", "documents"),
        "claims": ("affirmation", "affirmations"),
        "references": ("référence", "références"),
        "checked": "vérifié : {}",
        "skipped": "{} comparaisons non faites : {}",
        "accepted": ("1 constat accepté par une entrée `ignore`", "{} constats acceptés par des entrées `ignore`"),
    },
}  # fmt: skip


def summary(result: Result, language: str) -> list[str]:
    """The summary, a sentence a line."""
    forms = _FORMS[language]
    found = [_count(result.count(level), forms[level]) for level in LEVELS if result.count(level)]
    sizes = (
        ("documents", result.documents),
        ("claims", result.claims),
        ("references", result.references),
    )
    looked = ", ".join(_count(size, forms[name]) for name, size in sizes)
    lines = [f"{', '.join(found) or forms['none'][0]} · {str(forms['checked']).format(looked)}"]
    reasons = skipped(result)
    if reasons:
        listed = ", ".join(f"{reason} ({count})" for reason, count in reasons.items())
        lines.append(str(forms["skipped"]).format(sum(reasons.values()), listed))
    if result.accepted:
        one, many = forms["accepted"]
        lines.append(one if len(result.accepted) == 1 else many.format(len(result.accepted)))
    return lines


def skipped(result: Result) -> dict[str, int]:
    """Why comparisons were not made, most frequent first."""
    reasons: dict[str, int] = {}
    for tally in result.tallies.values():
        for reason, count in tally.skipped.items():
            reasons[reason] = reasons.get(reason, 0) + count
    return dict(sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])))


def _count(number: int, forms: object) -> str:
    one, many = forms  # type: ignore[misc]
    return f"{number} {one if number == 1 else many}"
