"""Frozen profiles: lists of rules with their levels that never change once they are released.

With `profile = "2026.1"` an upgrade of claimcheck adds no findings: shipped rules that the profile does not
list stay out, and those that it lists keep their level, whatever becomes of them later. A newsroom's own
rules are no part of it. `select` and `extend-select` bring in what is newer.

A profile is a file in `released/`, a level and a rule a line, by name, and its digest in PROFILES. To make
one, at a release: `python -m tests.profile 2026.2` writes the rules of the day with their levels and prints
the digest to enter here. A released one is never edited; the tests hold each file to its digest.
"""

import os
from collections.abc import Mapping
from functools import cache

PROFILES: Mapping[str, str] = {
    "2026.1": "f7c936a26557ff178e48d92dd3dcf610369f5ee21f9bdaeab61cfb5407d41247",
}
"""The digests (SHA-256) of all released profiles, by name."""


@cache
def profile(name: str) -> Mapping[str, str]:
    """The levels of the rules of a profile, one of PROFILES, by rule."""
    with open(profile_path(name), encoding="utf-8") as file:
        pairs = (line.split() for line in file if not line.startswith("#"))
        return {rule: level for level, rule in pairs}


def profile_path(name: str) -> str:
    """The file of a profile."""
    return os.path.join(os.path.dirname(__file__), "released", f"{name}.txt")
