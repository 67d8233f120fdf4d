"""Witnesses: for each document one world in which all of its claims hold."""

from collections.abc import Iterator

from claimcheck.catalogue import tell, tell_of
from claimcheck.consistency.network import DAY
from claimcheck.consistency.witness import Assigned
from claimcheck.finding import Amounts
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import DATE
from claimcheck.report import Found, Report, Style, visible
from claimcheck.wording import words


def render(report: Report, style: Style) -> str:
    """The worlds of a report, value by value."""
    return "".join(f"{line}\n" for found in report.worlds for line in _lines(found, style))


def _lines(found: Found, style: Style) -> Iterator[str]:
    language, path, scenario = style.language, found.path, found.witness.scenario
    head = tell("{}: a world in which all its numbers hold", path)
    if scenario is not None:
        head = tell("{}, scenario {}: a world in which all its numbers hold", path, scenario)
    yield visible(words(head, language))
    for assigned in found.witness.values:
        yield visible(f"  {assigned.name} = {_shown(assigned, style.language)}")
    if found.witness.missing:
        number = found.witness.missing
        missing = tell_of(
            number,
            "none was found for {} group of claims: see the findings",
            "none was found for {} groups of claims: see the findings",
        )
        yield f"  {words(missing, language)}"
    elif not found.witness.values:
        yield f"  {words(tell('no claim gives a number'), language)}"


def _shown(assigned: Assigned, language: str) -> str:
    value = assigned.value / DAY if assigned.unit is DATE else assigned.value
    return words(Amounts(Interval(value, value), assigned.unit), language)
