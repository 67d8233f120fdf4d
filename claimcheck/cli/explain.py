"""`claimcheck explain`: the page of a rule, or the list of all rules."""

import argparse
import os
import sys

from claimcheck.catalogue import languages
from claimcheck.cli import OK, width
from claimcheck.config import find_config
from claimcheck.errors import UsageError
from claimcheck.explain import page, summary
from claimcheck.names import nearest
from claimcheck.rule import Rule
from claimcheck.rules import rules_for


def main(argv: list[str]) -> int:
    """Print the page of each rule that is named, or a line for every rule."""
    parser = argparse.ArgumentParser(
        prog="claimcheck explain",
        description="Show a rule's page: what it finds, why it matters, what to do, examples.",
    )
    parser.add_argument(
        "rules", nargs="*", metavar="RULE", help="such as values/conflict, or a family"
    )
    parser.add_argument("--language", choices=languages(), help="default: as configured")
    options = parser.parse_args(argv)
    language = options.language or find_config(os.getcwd()).language
    if not options.rules:
        rows = (f"{rule.name:40}{summary(rule, language)}\n" for rule in _rules())
        sys.stdout.write("".join(rows))
        return OK
    chosen = [rule for name in options.rules for rule in _find(name)]
    sys.stdout.write("\n\n".join(page(rule, language, width()) for rule in chosen))
    return OK


def _rules() -> tuple[Rule, ...]:
    """The rules that apply in the working directory."""
    config = find_config(os.getcwd())
    return rules_for(config.root, config.about_width, documented=True).rules


def _find(name: str) -> list[Rule]:
    found = [rule for rule in _rules() if name in (rule.name, rule.family)]
    if not found:
        near = nearest(name, [rule.name for rule in _rules()])
        hint = f"did you mean `{near}`?" if near else "`claimcheck explain` lists all rules"
        raise UsageError(f"no rule `{name}`", hint)
    return found
