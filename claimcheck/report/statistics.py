"""How many findings each rule has, the most first; the summary below."""

from collections import Counter

from claimcheck.finding import LEVELS
from claimcheck.report import Report, Style, visible
from claimcheck.report.summary import summary
from claimcheck.wording import LEVEL_WORDS, words


def render(report: Report, style: Style) -> str:
    """A rule and a level a line, with the number of findings before it."""
    counts = Counter((finding.rule, finding.level) for finding in report.findings)
    found = sorted(counts.items(), key=lambda c: (-c[1], c[0][0], LEVELS.index(c[0][1])))
    levels = {level: words(text, style.language) for level, text in LEVEL_WORDS.items()}
    left = max((len(str(number)) for _, number in found), default=0)
    middle = max((len(levels[level]) for (_, level), _ in found), default=0)
    rows = [
        f"{number:>{left}}  {levels[level]:{middle}}  {visible(rule)}"
        for (rule, level), number in found
    ]
    return "".join(f"{line}\n" for line in (*rows, *summary(report, style.language)))
