"""Makes a frozen profile of the rules of today: `python -m tests.profile 2026.2`."""

import hashlib
import sys
from pathlib import Path

from claimcheck.config.profiles import profile_path
from claimcheck.rules import standard


def text(name: str) -> str:
    """The profile of the shipped rules as they are, a level and a rule a line."""
    lines = (f"{rule.level:8}{rule.name}\n" for rule in sorted(standard(), key=lambda r: r.name))
    return f"# claimcheck profile {name}: frozen, see profiles.py\n{''.join(lines)}"


def main(name: str) -> int:
    """Write the profile, unless there is one of that name, and print its digest."""
    path = Path(profile_path(name))
    if path.exists():
        sys.stderr.write(f"{path.name} is there already, and a profile never changes\n")
        return 2
    path.write_text(text(name), encoding="utf-8")
    print(hashlib.sha256(path.read_bytes()).hexdigest())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
