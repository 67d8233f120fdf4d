"""What is wrong with a file, collected while it is loaded and placed in its text at the end."""

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.load.places import place, span
from claimcheck.load.reader import Complaint
from claimcheck.model.claim import Problem
from claimcheck.source import Path, Source, Span


class Trouble(NamedTuple):
    """Something wrong at a path of the file's data; `kind` names the format rule that reports it."""

    kind: str
    path: Path
    data: Mapping[str, object]
    on_key: bool = False
    column: int = 0
    claim: str | None = None


# Kinds of which one finding tells of all places with the same name.
_BY_NAME = frozenset(("unknown-entity", "unknown-attribute"))
MOST_PLACES = 5


def placed(
    source: Source, complaints: list[Complaint], troubles: list[Trouble]
) -> tuple[Problem, ...]:
    """Complaints about form and troubles with content as problems, in the order of the file."""
    problems = [Problem(c.kind, span(source, c.start, c.end), c.data) for c in complaints]
    named: dict[tuple[str, object], list[Trouble]] = {}
    for t in troubles:
        if t.kind in _BY_NAME:
            named.setdefault((t.kind, t.data["name"]), []).append(t)
        else:
            problems.append(Problem(t.kind, _span(source, t), t.data, t.claim))
    problems += [_with_others(source, *alike) for alike in named.values()]
    return tuple(sorted(problems, key=lambda p: (p.span, p.kind)))


def _with_others(source: Source, first: Trouble, *others: Trouble) -> Problem:
    """One problem of several places; its identity is the name, whichever claims give it."""
    data = first.data
    if others:
        elsewhere = tuple(_span(source, other) for other in others[:MOST_PLACES])
        data = {**data, "elsewhere": elsewhere, "times": len(others)}
    return Problem(first.kind, _span(source, first), data)


def _span(source: Source, trouble: Trouble) -> Span:
    return place(source, trouble.path, on_key=trouble.on_key, column=trouble.column)
