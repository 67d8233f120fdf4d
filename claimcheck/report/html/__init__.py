"""One HTML file for an editor: articles with their claims marked in place, the findings beside them.

`terms` has the words of the page, `article` and `marks` the text, `cards` and `claims` the findings, `axis`,
`lines` and `stack` the drawings, `pages` puts them together; what is shown how is in templates/. Everything
that comes from a file passes through `_shown` and jinja2's escaping; only markupsafe's own `Markup` does not.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from claimcheck.report import Report, Style, visible
from claimcheck.report.html.pages import Page, page_of
from claimcheck.report.html.terms import Terms


def render(report: Report, style: Style) -> str:
    """The page, with all that it needs inside."""
    terms = Terms(style.language)
    page = page_of(report, terms)
    css = _file("style.css") + "".join(_filter_rules(page))
    script = _file("script.js")
    return _environment().get_template("page.html").render(
        page=page,
        t=terms,
        css=Markup(css),
        script=Markup(script),
        policy=_policy(css, script),
    )


def _filter_rules(page: Page) -> list[str]:
    """The style rules by which check boxes hide what they name: filters need no script."""
    return [
        f":root:has(#show-{choice.name}:not(:checked)) .is-{choice.name}{{display:none}}\n"
        for _, choices in page.filters
        for choice in choices
    ]


def _policy(css: str, script: str) -> str:
    """What a browser may do with the page: run this style and this script, and fetch nothing."""
    return (
        f"default-src 'none'; style-src '{_digest(css)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _file(name: str) -> str:
    return (files(__name__) / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__name__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["codes"] = _codes
    return environment


def _shown(value: Any) -> Any:
    """What a template prints: control characters and those that turn the direction of text as codes."""
    return value if isinstance(value, Markup) else visible(str(value))


def _codes(text: str) -> Markup:
    """A text with what stands between backticks as code."""
    parts = visible(text).split("`")
    if len(parts) % 2 == 0:
        return escape(visible(text))
    return Markup().join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )
