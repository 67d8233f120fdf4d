"""One HTML file for an editor: articles with their claims marked in place, the findings beside them.

`terms` has the words of the page, `article` and `marks` the text, `cards` and `claims` the findings, `axis`,
`lines` and `stack` the drawings, `pages` puts them together; what is shown how is in templates/. Everything
that comes from a file passes through `_shown` and jinja2's escaping; only markupsafe's own `Markup` does not.

A page that shows more than the report is made of the same parts:

    page = parts(report, "fr", split=True)                # a `pages.Page`: sheets, groups, cards, articles
    template = environment(loader).get_template("own.html")    # {% extends "page.html" %}
    text = fill(page, "fr", template, css=…, script=…, allow="form-action 'self'", own=…)

Blocks that page.html leaves empty, and the names that a template has there besides `page`, `t` (the words)
and what `fill` was given:

    head                end of <head>
    header              below the summary of the run
    before_document     sheet: below the title of a document
    beside_passage      sheet, piece: after a passage of `piece.claim`; within a paragraph, so only what may
                        stand in one (a button, a link), and only with `split`
    beside_uncovered    sheet, piece: after what no claim covers, `piece.missing`; likewise
    after_article       sheet: below the text
    beside_listed       sheet, listed: in the list of claims without a place in the text
    beside_claim        sheet, card, said: after a claim of a finding (`said.claim`)
    after_card          sheet, card: at the end of a finding (`card.finding`)
    end                 end of <body>, after the script

`title`, `main`, `card` (sheet, group, card) and `acceptance` (the same: how to accept a finding) are blocks
with the report's own content.
"""

from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from claimcheck.finding import Finding
from claimcheck.report import Report, Style, visible
from claimcheck.report.html.pages import Page, page_of
from claimcheck.report.html.terms import Terms


def render(report: Report, style: Style) -> str:
    """The page, with all that it needs inside."""
    return fill(parts(report, style.language, states=_states_of(report)), style.language)


def _states_of(report: Report) -> Callable[[Finding], Sequence[str]]:
    """What is known of how findings stand to an earlier state."""
    known = report.since.states if report.since is not None else {}
    return lambda finding: (known[finding.fingerprint],) if finding.fingerprint in known else ()


def parts(
    report: Report,
    language: str,
    *,
    split: bool = False,
    states: Callable[[Finding], Sequence[str]] | None = None,
) -> Page:
    """What the page shows, as data; articles in pieces that end with a passage if `split`."""
    return page_of(report, Terms(language), split=split, states=states)


def fill(
    page: Page,
    language: str,
    template: Template | None = None,
    *,
    css: str = "",
    script: str = "",
    allow: str = "form-action 'none'",
    **data: object,
) -> str:
    """The page as text; style and script join the report's own, `allow` its policy, `data` its names."""
    chosen = template or _environment().get_template("page.html")
    rules = "".join(_filter_rules(page))
    return dressed(
        chosen, rules + css, script, allow, **{"t": Terms(language), "page": page, **data}
    )


def dressed(template: Template, css: str, script: str, allow: str, **data: object) -> str:
    """A template with the report's styles and script, more of them, and what it may do, all in one file."""
    css, script = _file("style.css") + css, _file("script.js") + script
    policy = f"{_policy(css, script)}; {allow}"
    return template.render(css=Markup(css), script=Markup(script), policy=policy, **data)


def environment(*loaders: BaseLoader) -> Environment:
    """Where the page's templates are found, after those of `loaders`; escapes whatever is no `Markup`."""
    found = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader(__name__)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    found.filters["codes"] = _codes
    return found


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
        "base-uri 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _file(name: str) -> str:
    return (files(__name__) / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return environment()


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
