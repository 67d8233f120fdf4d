"""`claimcheck why`: why a rule finds something about some claims, or does not."""

import argparse
import json
import os
import sys
from datetime import date

from claimcheck.catalogue import languages, tell, template_of
from claimcheck.cli import FOUND, OK
from claimcheck.config import find_config
from claimcheck.report import visible
from claimcheck.run import Request
from claimcheck.why import Answer, why
from claimcheck.wording import fill, message

_HEADS = {
    "found": tell("{rule} finds something about {claims}:"),
    "accepted": tell("{rule} finds something about {claims}, which is accepted:"),
    "hidden": tell("{rule} finds something about {claims}, which is left out:"),
    "off": tell("{rule} does not run here; about {claims}:"),
    "nothing": tell("{rule} finds nothing about {claims}:"),
}
_SIGNS = {True: "+", False: "-", None: " "}


def main(argv: list[str]) -> int:
    """Print each condition of the rule with its values; 1 if it finds something that stands."""
    parser = argparse.ArgumentParser(
        prog="claimcheck why",
        description="Say why a rule finds something about some claims, or does not: each condition with its "
        "values (+ holds, - does not), and which option, `ignore` entry or other rule hid a finding.",
        epilog="exit status: 0 nothing stands, 1 a finding stands, 2 the question could not be answered",
    )
    parser.add_argument("rule", metavar="RULE", help="such as values/conflict")
    parser.add_argument("claims", nargs="+", metavar="CLAIM", help="an id, or file#id")
    parser.add_argument(
        "--path", action="append", metavar="PATH", help="where to look, as for check"
    )
    parser.add_argument("-f", "--format", choices=("text", "json"), default="text")
    parser.add_argument("--language", choices=languages(), help="default: as configured")
    options = parser.parse_args(argv)
    options.language = options.language or find_config(os.getcwd()).language
    request = Request(paths=tuple(options.path or ()), as_of=date.today().toordinal())
    answer = why(request, options.rule, options.claims)
    if options.format == "json":
        sys.stdout.write(json.dumps(_data(answer, options.rule, options.language), indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in _lines(answer, options)))
    return FOUND if answer.state == "found" else OK


def _lines(answer: Answer, options: argparse.Namespace) -> list[str]:
    names = ", ".join(f"{os.path.basename(c.document.path)}#{c.id}" for c in answer.claims)
    head = template_of(_HEADS[answer.state], options.language).format(
        rule=options.rule, claims=names
    )
    lines = [visible(head)]
    if answer.finding is not None:
        lines.append(f"    {visible(message(answer.finding, options.language))}")
    for condition in answer.conditions:
        text = visible(fill(condition.text, options.language))
        lines.append(f"  {_SIGNS[condition.holds]} {text}")
    return lines


def _data(answer: Answer, rule: str, language: str) -> dict[str, object]:
    return {
        "rule": rule,
        "claims": [f"{claim.document.path}#{claim.id}" for claim in answer.claims],
        "state": answer.state,
        "finding": None if answer.finding is None else message(answer.finding, language),
        "conditions": [
            {"holds": condition.holds, "text": fill(condition.text, language)}
            for condition in answer.conditions
        ],
    }
