"""What the place can show that output goes to: colours, links, which characters."""

import os
import sys
from collections.abc import Mapping

from claimcheck.cli import columns
from claimcheck.report import Style

# Terminals that open links, by what they say of themselves (as the supports-hyperlinks packages know them).
_PROGRAMS = {
    "hyper",
    "iterm.app",
    "terminology",
    "wezterm",
    "vscode",
    "ghostty",
    "zed",
    "tabby",
    "rio",
}
_TERMS = ("xterm-kitty", "xterm-ghostty", "ghostty", "foot", "foot-extra", "contour", "alacritty")
_MARKS = ("WT_SESSION", "DOMTERM", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID")
_FIRST_VTE = 5000
"""GNOME's terminal and its kin, since 0.50; of 0.50.0 itself links crashed some."""


def style(language: str, color: str, hyperlinks: str) -> Style:
    """The style for standard output; both choices are auto, always or never."""
    terminal, environment = sys.stdout.isatty(), os.environ
    return Style(
        language,
        color == "always" or (color == "auto" and colors(environment, terminal=terminal)),
        columns(),
        hyperlinks == "always" or (hyperlinks == "auto" and links(environment, terminal=terminal)),
        sys.stdout.encoding or "utf-8",
    )


def colors(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to use colours: on a terminal that has them, unless `NO_COLOR` says no (no-color.org)."""
    return terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def links(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to write links: on a terminal that is known to open them; `FORCE_HYPERLINK` decides if set."""
    forced = environment.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced.strip() not in ("", "0", "false")
    if not colors(environment, terminal=terminal) or environment.get("CI"):
        return False
    version = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM", "").lower() in _PROGRAMS
        or environment.get("TERM", "") in _TERMS
        or any(environment.get(mark) for mark in _MARKS)
        or (version.isdecimal() and int(version) > _FIRST_VTE)
    )
