"""`claimcheck explain`: the page of a rule, or the list of all rules."""

import argparse
import sys

from claimcheck.cli import OK
from claimcheck.errors import UsageError
from claimcheck.explain import page
from claimcheck.names import nearest
from claimcheck.rule import Rule
from claimcheck.rules import built_in


def main(argv: list[str]) -> int:
    """Print the page of each rule that is named, or a line for every rule."""
    parser = argparse.ArgumentParser(
        prog="claimcheck explain",
        description="Show a rule's page: what it finds, why it matters, what to do, examples.",
    )
    parser.add_argument(
        "rules", nargs="*", metavar="RULE", help="such as values/conflict, or a family"
    )
    parser.add_argument("--language", choices=("en", "fr"), default="en")
    options = parser.parse_args(argv)
    if not options.rules:
        sys.stdout.write("".join(f"{rule.name:30}{rule.summary}\n" for rule in built_in()))
        return OK
    chosen = [rule for name in options.rules for rule in _find(name)]
    sys.stdout.write("\n\n".join(page(rule, options.language) for rule in chosen))
    return OK


def _find(name: str) -> list[Rule]:
    found = [rule for rule in built_in() if name in (rule.name, rule.family)]
    if not found:
        near = nearest(name, [rule.name for rule in built_in()])
        hint = f"did you mean `{near}`?" if near else "`claimcheck explain` lists all rules"
        raise UsageError(f"no rule `{name}`", hint)
    return found
