"""`claimcheck init`: a small newsroom to start from, with something to find in it."""

import argparse
import os
import sys

from claimcheck.cli import OK
from claimcheck.errors import UsageError

_FILES = {
    "claimcheck.toml": """\
# The configuration of this newsroom; its references and vocabulary lie below this folder.
profile = "2026.1"  # rules and levels stay as they are when claimcheck is upgraded
paths = ["."]
""",
    "vocabulary.yaml": """\
# The entities that articles speak of. The general attributes (valuation, revenue, population, …) ship
# with claimcheck; more can be declared here.
entities:
  Lumen: {aliases: [Lumen SA]}
  Halden: {aliases: [Halden Capital]}
""",
    "lumen/article.en.md": """\
# Lumen raises money

Halden Capital pays 12 million euros for about 10 % of Lumen. The round, of up to 25 million euros,
closes in March 2026. The start-up, valued at about 240 million euros, was founded in 2019.

Lumen is worth some 125 million euros, its head said on Monday. Its revenue came to 9 million euros in 2025.
""",
    "lumen/lumen.claims.yaml": """\
# What the article says, claim by claim. `claimcheck check` finds that two of them cannot both hold.
document:
  title: Lumen raises money
  text: article.en.md
  language: en
  published: 2026-02-10
  not-encoded:
    - {quote: closes in March 2026, reason: a plan of the round that nothing is held against}
claims:
  - id: halden-pays
    subject: Halden
    attribute: investment
    where: {in: Lumen, deal: round-2026}
    value: 12 million EUR
    quote: >-
      pays 12 million euros

  - id: halden-share
    subject: Halden
    attribute: stake
    where: {in: Lumen, deal: round-2026}
    value: about 10 %
    quote: >-
      for about 10 % of Lumen

  - id: round
    subject: Lumen
    attribute: raised
    where: {deal: round-2026}
    value: up to 25 million EUR
    quote: >-
      of up to 25 million euros

  - id: valuation-lead
    subject: Lumen
    attribute: valuation
    value: about 240 million EUR
    quote: >-
      valued at about 240 million euros

  - id: valuation-end
    subject: Lumen
    attribute: valuation
    value: about 125 million EUR
    quote: >-
      is worth some 125 million euros

  - id: lumen-began
    subject: Lumen
    attribute: founded
    value: 2019
    quote: >-
      was founded in 2019

  - id: revenue-2025
    subject: Lumen
    attribute: revenue
    when: 2025
    value: 9 million EUR
    quote: >-
      came to 9 million euros in 2025
""",
    "lumen/lumen.references.yaml": """\
# What is taken as true, each with its source.
references:
  - id: lumen-founded
    subject: Lumen
    attribute: founded
    value: 2019
    citation: Commercial register
    checked: 2026-02-01
""",
}


def main(argv: list[str]) -> int:
    """Write the files of a small newsroom; never over what is there."""
    parser = argparse.ArgumentParser(
        prog="claimcheck init", description="Make a small working newsroom to start from."
    )
    parser.add_argument("folder", nargs="?", default=".", help="where; default: here")
    folder = parser.parse_args(argv).folder
    there = [name for name in _FILES if os.path.exists(os.path.join(folder, name))]
    if there:
        raise UsageError(f"{folder}: {', '.join(there)} is there already", "choose another folder")
    for name, text in _FILES.items():
        path = os.path.join(folder, name)
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror}") from None
        sys.stdout.write(f"wrote {path}\n")
    sys.stdout.write(f"now run: claimcheck check {folder}\n")
    return OK
