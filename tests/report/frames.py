"""Findings on a few lines of a file, with marks where a test wants them."""

from collections.abc import Sequence

from claimcheck.finding import Finding, Phrase, Related
from claimcheck.report import Report, Style, renderer
from claimcheck.source import Source, Span

# A place: line, first column, end column (or end line and end column), and its label.
Place = tuple[tuple[int, ...], str]


def phrase(text: str) -> Phrase:
    """A text that says the same in every language."""
    return Phrase({"en": text.replace("{", "{{").replace("}", "}}")})


def finding(places: Sequence[Place], path: str = "a.yaml", message: str = "two claims") -> Finding:
    """A finding whose first place is the primary one."""
    (own, label), *others = places
    return Finding(
        "x",
        _span(own, path),
        label=phrase(label) if label else None,
        related=tuple(Related(_span(span, path), phrase(text)) for span, text in others),
        text=phrase(message).text,
        rule="values/conflict",
        document=path,
    )


def _span(numbers: tuple[int, ...], path: str) -> Span:
    line, column, *end = numbers
    return Span(path, line, column, *(end if len(end) == 2 else (line, *end)))


def report(*findings: Finding, **texts: str) -> Report:
    """A report of some findings on files; `a` is the text of a.yaml."""
    sources = {f"{name}.yaml": Source(f"{name}.yaml", text) for name, text in texts.items()}
    return Report(findings, (), {}, {}, 1, 2, 0, sources)


def frame(text: str, *places: Place, width: int = 60, **style: str | bool) -> str:
    """What the terminal shows of a finding: the frame below its message."""
    shown = renderer("terminal")(
        report(finding(places), a=text),
        Style(width=width, **style),  # type: ignore[arg-type]
    )
    return "\n" + shown.partition("\n")[2].rpartition("\n\n")[0] + "\n"
