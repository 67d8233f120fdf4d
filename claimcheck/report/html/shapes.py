"""The shapes of drawings as SVG; written here and not in templates, since a page has thousands of them."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from claimcheck.report import visible
from claimcheck.report.html.axis import Axis, Span, Tick

_BEFORE = '<path d="M9 1 2 6l7 5z"/>'
AFTER = '<svg x="100%" overflow="visible"><path d="m-9 1 7 5-7 5z"/></svg>'
"""What goes on beyond the right end of a drawing."""


def behind(axis: Axis, moment: Tick | None = None, limits: Iterable[str] = ()) -> Markup:
    """What lies behind the rows: a line for each tick, one for a moment, those of limits."""
    lines = [_upright(tick.x) for tick in axis.ticks]
    if moment is not None:
        lines.append(_upright(moment.x, "moment"))
    lines += [_upright(x, "limit") for x in limits]
    return Markup(f'<svg class="back" aria-hidden="true">{"".join(lines)}</svg>')


def _upright(x: str, name: str = "") -> str:
    named = f' class="{name}"' if name else ""
    return f'<line{named} x1="{x}" x2="{x}" y2="100%"/>'


def foot(axis: Axis) -> Markup:
    """The scale below the rows."""
    texts = "".join(
        f'<text x="{tick.x}" y="15"{_anchored(tick)}>{escape(visible(tick.text))}</text>'
        for tick in axis.ticks
    )
    return Markup(f'<svg class="axis" aria-hidden="true"><line x2="100%"/>{texts}</svg>')


def _anchored(tick: Tick) -> str:
    return f' text-anchor="{tick.anchor}"' if tick.anchor else ""


def strips(wide: Span, narrow: Span | None = None) -> Markup:
    """A bar of what is meant, with what is meant strictly in its midst."""
    arrows = _BEFORE * wide.before + AFTER * wide.after
    inner = "" if narrow is None else _strip(narrow, "n", 3, 6)
    shapes = f"{_strip(wide, 'w', 0, 12)}{inner}{arrows}"
    return Markup(f'<svg class="bar" aria-hidden="true">{shapes}</svg>')


def _strip(span: Span, name: str, y: int, height: int) -> str:
    top = f' y="{y}"' if y else ""
    if span.point:
        first = f' y1="{y}"' if y else ""
        return f'<line class="{name}" x1="{span.x}" x2="{span.x}"{first} y2="{y + height}"/>'
    start = "" if span.x == "0%" else f' x="{span.x}"'
    return f'<rect class="{name}"{start}{top} width="{span.width}" height="{height}" rx="2"/>'
