"""`python -m claimcheck` and the console script; answers `--version` before anything is loaded."""

import sys

from claimcheck import __version__


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit status (0 clean, 1 findings, 2 could not run properly)."""
    argv = sys.argv[1:] if argv is None else argv
    if argv in (["--version"], ["-V"]):
        sys.stdout.write(f"claimcheck {__version__}\n")
        return 0
    from claimcheck.cli import run_command

    return run_command(argv)


if __name__ == "__main__":
    sys.exit(main())
