"""What is wrong with a file, collected while it is loaded and placed in its text at the end."""

from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.load.places import place, span
from claimcheck.load.reader import Complaint
from claimcheck.model.claim import Problem
from claimcheck.source import Path, Source


class Trouble(NamedTuple):
    """Something wrong at a path of the file's data; `kind` names the format rule that reports it."""

    kind: str
    path: Path
    data: Mapping[str, object]
    on_key: bool = False
    column: int = 0
    claim: str | None = None


def placed(
    source: Source, complaints: list[Complaint], troubles: list[Trouble]
) -> tuple[Problem, ...]:
    """Complaints about form and troubles with content as problems, in the order of the file."""
    problems = [Problem(c.kind, span(source, c.start, c.end), c.data) for c in complaints]
    problems += [
        Problem(t.kind, place(source, t.path, on_key=t.on_key, column=t.column), t.data, t.claim)
        for t in troubles
    ]
    return tuple(sorted(problems, key=lambda p: (p.span, p.kind)))
