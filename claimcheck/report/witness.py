"""Witnesses: for each document one world in which all of its claims hold."""

from collections.abc import Iterator

from claimcheck.consistency.network import DAY
from claimcheck.consistency.witness import Assigned
from claimcheck.finding import Amounts
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import DATE
from claimcheck.report import Found, Report, Style, visible
from claimcheck.wording import words

_WORDS = {
    "en": {
        "world": "{path}: a world in which all its numbers hold",
        "scenario": "{path}, scenario {scenario}: a world in which all its numbers hold",
        "missing": "  none was found for {number} groups of claims: see the findings",
        "none": "  no claim gives a number",
    },
    "fr": {
        "world": "{path} : un monde où tous ses chiffres tiennent",
        "scenario": "{path}, scénario {scenario} : un monde où tous ses chiffres tiennent",
        "missing": "  aucun n’a été trouvé pour {number} groupes d’affirmations : voir les constats",
        "none": "  aucune affirmation ne donne de chiffre",
    },
}


def render(report: Report, style: Style) -> str:
    """The worlds of a report, value by value."""
    return "".join(f"{line}\n" for found in report.worlds for line in _lines(found, style))


def _lines(found: Found, style: Style) -> Iterator[str]:
    texts = _WORDS[style.language]
    scenario = found.witness.scenario
    head = texts["world" if scenario is None else "scenario"]
    yield visible(head.format(path=found.path, scenario=scenario))
    for assigned in found.witness.values:
        yield visible(f"  {assigned.name} = {_shown(assigned, style.language)}")
    if found.witness.missing:
        yield texts["missing"].format(number=found.witness.missing)
    elif not found.witness.values:
        yield texts["none"]


def _shown(assigned: Assigned, language: str) -> str:
    value = assigned.value / DAY if assigned.unit is DATE else assigned.value
    return words(Amounts(Interval(value, value), assigned.unit), language)
