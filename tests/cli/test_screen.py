"""What output may hold depends on where it goes: links and colours, never in a pipe."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.cli.screen import colors, links
from claimcheck.report import Style
from claimcheck.report.links import linked

NEWSROOM = Path(__file__).parents[2] / "claims"
LINK = re.compile(r"\x1b\]8;;([^\x1b]*)\x1b\\")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "vscode"}, True),
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "7600"}, True),
        ({"VTE_VERSION": "4205"}, False),
        ({"VTE_VERSION": "5000"}, False),
        ({"VTE_VERSION": "x"}, False),
        ({"WT_SESSION": "1"}, True),
        ({"KONSOLE_VERSION": "230400"}, True),
        ({"TERM_PROGRAM": "vscode", "NO_COLOR": "1"}, False),
        ({"TERM_PROGRAM": "vscode", "NO_COLOR": ""}, True),
        ({"TERM_PROGRAM": "vscode", "TERM": "dumb"}, False),
        ({"TERM_PROGRAM": "vscode", "CI": "true"}, False),
        ({"FORCE_HYPERLINK": "1", "CI": "true", "NO_COLOR": "1"}, True),
        ({"FORCE_HYPERLINK": "0", "TERM_PROGRAM": "vscode"}, False),
    ],
)
def test_links_are_written_where_they_are_known_to_open(
    environment: dict[str, str], expected: bool
) -> None:
    assert links(environment, terminal=True) is expected
    assert links(environment, terminal=False) is (environment.get("FORCE_HYPERLINK") == "1")


def test_no_color_counts_unless_it_is_empty() -> None:
    assert colors({"NO_COLOR": ""}, terminal=True)
    assert not colors({"NO_COLOR": "0"}, terminal=True)
    assert not colors({"TERM": "dumb"}, terminal=True)
    assert not colors({}, terminal=False)


def test_a_link_holds_the_whole_path_and_the_line() -> None:
    text = linked("a b", "/news/a b;é\x1b\x07.yaml", 7, Style(links=True))
    assert text == "\x1b]8;;file:///news/a%20b%3B%C3%A9%1B%07.yaml#7\x1b\\a b\x1b]8;;\x1b\\"
    assert linked("a", "a", 7, Style()) == "a"


def command(*options: str, **environment: str) -> tuple[list[str], dict[str, str]]:
    """A check of the example newsroom in a plain environment."""
    here = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "HOME")}
    words = [sys.executable, "-m", "claimcheck", "check", str(NEWSROOM), "--no-cache", *options]
    return words, {**here, "PYTHONIOENCODING": "utf-8", **environment}


def piped(*options: str, **environment: str) -> str:
    """What a pipe gets."""
    words, env = command(*options, **environment)
    return subprocess.run(words, env=env, capture_output=True, check=False).stdout.decode()


def on_terminal(*options: str, **environment: str) -> str:
    """What a terminal gets."""
    words, env = command(*options, **environment)
    master, slave = pty.openpty()
    with subprocess.Popen(words, env=env, stdout=slave, stderr=subprocess.DEVNULL) as process:
        os.close(slave)
        pieces = []
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # so ends a terminal whose other side is closed
                break
            if not piece:
                break
            pieces.append(piece)
        process.wait()
    os.close(master)
    return b"".join(pieces).decode().replace("\r\n", "\n")


@pytest.mark.parametrize("format", ["terminal", "concise"])
def test_a_pipe_gets_no_escapes_whatever_the_terminal_is(format: str) -> None:
    shown = piped("-f", format, TERM="xterm-kitty", TERM_PROGRAM="vscode", COLORTERM="truecolor")
    assert "\x1b" not in shown
    assert shown == piped("-f", format)


def test_a_terminal_gets_links_to_every_place_and_else_the_same() -> None:
    shown = on_terminal("--color", "never", TERM="xterm-kitty", COLUMNS="90")
    targets = [target for target in LINK.findall(shown) if target]
    heads = re.findall(r"^ *(?:-->|:::) ", shown, re.M)
    assert len(targets) == len(heads) > 20
    for target in targets:
        path, _, line = target.removeprefix("file://").partition("#")
        assert Path(path).is_file()
        assert int(line) <= Path(path).read_text(encoding="utf-8").count("\n")
    assert LINK.sub("", shown) == piped(COLUMNS="90")
    assert LINK.sub("", shown) == on_terminal("--hyperlinks", "never", NO_COLOR="1", COLUMNS="90")


def test_links_can_be_asked_for_and_refused() -> None:
    assert LINK.search(piped("--hyperlinks", "always"))
    assert not LINK.search(on_terminal("--hyperlinks", "never", TERM="xterm-kitty"))


def test_what_the_encoding_lacks_is_written_in_ascii() -> None:
    words, env = command("--language", "fr", PYTHONIOENCODING="ascii", COLUMNS="80")
    shown = subprocess.run(words, env=env, capture_output=True, check=False).stdout.decode("ascii")
    assert "#" in shown
    assert shown.count("?") == piped("--language", "fr", COLUMNS="80").count("?")
    assert "verifie : 3 documents" in shown
    assert max(map(len, shown.splitlines())) <= 80
    words, env = command("-f", "json", PYTHONIOENCODING="ascii")
    assert subprocess.run(words, env=env, capture_output=True, check=False).stdout.decode("utf-8")


@pytest.mark.parametrize("columns", ["40", "80", "200"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_newsroom_fits_every_terminal(columns: str, language: str) -> None:
    lines = piped("--language", language, COLUMNS=columns).splitlines()
    heads = ("-->", ":::")
    wide = [line for line in lines if len(line) > int(columns)]
    # Only what must stay whole sticks out: the place of a file, and the name of a rule.
    assert all(line.lstrip().startswith(heads) or line.endswith("]:") for line in wide)
    prose = [line for line in lines if line.lstrip().startswith(("= ", "+ "))]
    assert max(map(len, prose)) <= 120


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_help_wraps_with_its_indent(columns: int) -> None:
    words, env = command(COLUMNS=str(columns))
    shown = subprocess.run(
        [*words[:3], "--help"], env=env, capture_output=True, text=True, check=True
    ).stdout
    rows = shown.partition("commands:\n")[2].partition("\n\n")[0].splitlines()
    assert max(map(len, shown.splitlines())) <= columns
    assert all(row.startswith(" " * 14) or re.match(r"  \w+ +", row) for row in rows)
    assert any(row.startswith(" " * 14) for row in rows) is (columns < 100)
