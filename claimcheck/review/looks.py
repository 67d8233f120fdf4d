"""How the pages look: the templates, styles and script of the review beside those of the report."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader

from claimcheck.report.html import environment as environment_of

ALLOWED = "form-action 'self'; connect-src 'self'"
"""What the pages may do besides what the report may: send forms, and hear of changes."""


@cache
def environment() -> Environment:
    """The templates; those of the report are found as well."""
    return environment_of(PackageLoader("claimcheck.review"))


def style() -> str:
    """The styles that the review adds to those of the report."""
    return _file("review.css")


def script() -> str:
    """The script that the review adds to that of the report."""
    return _file("review.js")


@cache
def _file(name: str) -> str:
    return (files("claimcheck.review") / "templates" / name).read_text(encoding="utf-8")
