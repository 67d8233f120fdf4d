"""The command line: a file a command; the only place that prints and exits."""

import os
import sys
from importlib import import_module
from keyword import iskeyword

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError
from claimcheck.names import nearest

COMMANDS = {
    "check": "check claim files and report what cannot stand together (the default)",
    "review": "show the report in a browser, decide and encode there",
    "read": "read the quantities and dates of a text, with their hedges",
    "draft": "write a claim file with every quantity of an article, for a person to complete",
    "update": "say what a change of an article means for its claim files",
    "import": "turn a saved web page into the Markdown of its article",
    "attributes": "list what claims may assert here, with types and units",
    "explain": "show a rule's page: what it finds, why it matters, what to do, examples",
    "why": "say why a rule finds something about some claims, or does not",
    "rules": "list the rules, begin a new one, run their examples",
    "cache": "say where verdicts are kept from run to run, or delete them",
    "config": "show the configuration that applies, and where each setting comes from",
    "schema": "print the JSON Schema of a kind of file or of the JSON report",
    "init": "make a small working newsroom to start from",
}

OK, FOUND, FAILED = 0, 1, 2


def run_command(argv: list[str]) -> int:
    """Run the command that `argv` begins with; returns the exit status."""
    if argv and argv[0] in ("-h", "--help", "help"):
        sys.stdout.write(_usage())
        return OK
    name, rest = _command(argv)
    if name is None:
        near = nearest(argv[0], COMMANDS)
        sys.stderr.write(f"error: no command or path `{argv[0]}`\n")
        sys.stderr.write(
            f"help: did you mean `{near}`?\n" if near else "help: see claimcheck --help\n"
        )
        return FAILED
    try:
        module = f"{name}_" if iskeyword(name) else name
        status: int = import_module(f"{__name__}.{module}").main(rest)
        sys.stdout.flush()
        return status
    except ClaimcheckError as error:
        sys.stdout.flush()
        # Of several errors each is on a line of its own; lines of a file below them are indented.
        for line in str(error).split("\n"):
            sys.stderr.write(f"{line}\n" if line.startswith(" ") else f"error: {line}\n")
        sys.stderr.write(f"help: {error.help}\n" if error.help else "")
        return FAILED
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing more can be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130


def width() -> int:
    """The columns to fill with prose: those of the terminal, as far as lines stay readable."""
    return min(columns(), 120)


def columns() -> int:
    """The columns that there are; 100 in a pipe."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdigit():
        return int(stated)
    terminal = sys.stdout.isatty()
    return os.get_terminal_size(sys.stdout.fileno()).columns or 80 if terminal else 100


def _command(argv: list[str]) -> tuple[str | None, list[str]]:
    """The command and its arguments; paths or options alone mean `check`."""
    if argv and argv[0] in COMMANDS:
        return argv[0], argv[1:]
    if (
        not argv
        or argv[0].startswith("-")
        or os.path.exists(argv[0])
        or os.sep in argv[0]
        or "." in argv[0]
    ):
        return "check", argv
    return None, argv


def _usage() -> str:
    from textwrap import fill

    room = max(40, width())
    rows = "".join(
        f"{fill(text, room, initial_indent=f'  {name:12}', subsequent_indent=' ' * 14)}\n"
        for name, text in COMMANDS.items()
    )
    does = f"claimcheck {__version__}: decides whether the claims of a news article can all be true"
    status = "exit status: 0 nothing at or above fail-on, 1 findings, 2 could not run properly"
    return (
        f"{fill(does, room)}\n\nusage: claimcheck [COMMAND] [OPTIONS]\n\ncommands:\n{rows}\n"
        f"claimcheck COMMAND --help tells more\n\n{fill(status, room)}\n"
    )
