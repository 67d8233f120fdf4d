"""Writes the generated parts of the README: `python -m tests.readme`."""

import os
import sys
from pathlib import Path

from claimcheck.explain import table
from claimcheck.model.period import day_ordinal
from claimcheck.report import Style
from claimcheck.report.terminal import render
from claimcheck.rules import built_in, standard
from claimcheck.run import Request, run

README = Path(__file__).parent.parent / "README.md"
AS_OF = day_ordinal(2026, 11, 1)


def generated(text: str) -> str:
    """The README with its generated parts made anew."""
    text = replace(text, "finding", f"```text\n{finding('time/outdated-expectation')}```\n")
    text = replace(text, "joint", f"```text\n{finding('finance/valuation-not-implied')}```\n")
    packed = [rule for rule in standard() if rule.relation is not None or rule.home]
    text = replace(text, "packs", table(packed))
    return replace(text, "rules", table(built_in()))


def finding(rule: str) -> str:
    """A finding in the example newsroom, as it is printed from the project's folder."""
    os.chdir(README.parent)
    report = run(Request(("claims/funding-round",), AS_OF))
    shown = [f for f in report.findings if f.rule == rule]
    printed = render(report._replace(findings=tuple(shown)), Style(width=100))
    return printed.rpartition("\n\n")[0] + "\n"


def replace(text: str, name: str, content: str) -> str:
    """The text with what stands between the marks of `name` replaced."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, _, rest = text.partition(begin)
    return before + begin + content + end + rest.partition(end)[2]


def main() -> int:
    """Rewrite the README in place."""
    README.write_text(generated(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
