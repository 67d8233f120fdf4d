"""Reports: a file a format, each with `render(result, style) -> str`."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from claimcheck.run import Result

FORMATS = ("terminal", "concise", "json")


class Style(NamedTuple):
    """How a report is to look."""

    language: str = "en"
    color: bool = False
    width: int = 80


def renderer(name: str) -> Callable[[Result, Style], str]:
    """The `render` of a format, one of FORMATS."""
    render: Callable[[Result, Style], str] = import_module(f"{__name__}.{name}").render
    return render
