"""A small newsroom with a contradiction, and runs in it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

CLAIMS = """\
claims:
  - {id: first, subject: Acme, attribute: headquarters, value: Paris}
  - {id: second, subject: Acme, attribute: headquarters, value: Lyon}
"""
VOCABULARY = "entities: {Acme: , Paris: , Lyon: }\n"


def newsroom(folder: Path, settings: str = "", *files: str) -> Path:
    """A newsroom whose files all hold the same contradiction."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocabulary.yaml").write_text(VOCABULARY)
    (folder / "claimcheck.toml").write_text(settings)
    for name in files or ("a.claims.yaml",):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(CLAIMS)
    return folder


def claimcheck(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """A command in a newsroom, which never ends in a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments],
        cwd=folder,
        input=given,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def report(folder: Path, *arguments: str) -> dict[str, Any]:
    """The report of a check as data."""
    done = claimcheck(folder, "check", "--as-of", "2026-06-01", "-f", "json", *arguments)
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def levels(folder: Path, *arguments: str) -> dict[str, str]:
    """The level of the finding in each file; one finding a file."""
    found = report(folder, *arguments)["findings"]
    return {one["location"]["path"]: f"{one['level']} {one['rule']}" for one in found}
