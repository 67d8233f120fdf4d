"""All checks of the project, one after the other: `python -m tests` (arguments go to pytest)."""

import os
import subprocess
import sys
import sysconfig

SCRIPTS = sysconfig.get_path("scripts")


def main(arguments: list[str]) -> int:
    """Run ruff, mypy, the import contracts and pytest; stops at the first that fails."""
    commands = [
        ["ruff", "check", "."],
        ["mypy"],
        ["lint-imports", "--no-cache"],
        ["pytest", "-n", "2", *arguments],
    ]
    for command in commands:
        print("$", *command, flush=True)
        status = subprocess.call([os.path.join(SCRIPTS, command[0]), *command[1:]])
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
