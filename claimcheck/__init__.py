"""claimcheck: decides whether the claims of a news article can all be true.

How it works, from a path to a report (`run.py` reads from top to bottom):

    files      load/      YAML, JSON  ->  documents of claims, references, vocabularies, problems
    look-ups   index.py   claims by slot, references by slot, problems by kind; immutable
    rules      rules/     a folder a family, a file a rule: check(index) -> findings
               packs/     rules as YAML: relations, matches, patterns
    accepted   suppress   `ignore:` entries with a reason
    report     report/    a file a format: terminal, json, sarif, github, html (a package), …

The layers; imports point down only:

    cli            a file a command; the only place that prints, exits and reads the clock
    review         the report live in a browser, where an editor decides and encodes: guard, desk, answers
    against        only what is new since a commit: its files, read from git's objects, are checked as well
    why            why a rule finds something about some claims, or does not: its conditions with their values
    schemas        JSON Schemas of files and of the report
    run            the pipeline
    policy         what the configuration makes of findings: levels, what is left out or accepted where
    sharing        how documents come to their judgements: here, in several processes, from the cache
    workers        documents judged by several processes
    cache          judgements kept for the next run: rows (as lines), basis (what all depend on), store
                   (their file), known (which still hold)
    newsroom       one newsroom of a run, loaded when needed; judges a document at a time
    settings       what a configuration says of rules
    report         what a run found, and its formats
    explain        a rule's page, made from the rule
    testing        runs the examples of rules, ours and a plugin author's
    wording        findings in words: templates filled with amounts, dates, names. cldr writes numbers, dates
                   and lists as the CLDR has them, numbers rounds, spelling says values and expressions
    rules          the built-in rules (arithmetic, format, references, time, values); all that apply
                   to a newsroom
    packs          YAML rules -> the same Rule; match rules and patterns at work
    judging        rules at work: a verdict on each document beside the references; verdicts added up
    rule           what a rule is
    suppress       `ignore:` entries
    archive        what a newsroom said before an article, if `scope = "project"` lets documents meet
    consistency    when claims meet (meeting), where values of one slot clash (values, slots), how serious
                   it is (levels); networks of `that:` claims and relations: binding and moments say what
                   variables stand for, statement and worlds build, contraction and solving decide,
                   conflicts and minimal find the smallest sets, derivation, repairs, causes, attainability
                   and witness explain; joint makes findings of them
    finding        what a rule reports: templates and data, until a reader's language is known
    index          all claims and look-ups
    editing        changes of claim files that keep their comments and layout, and can be taken back
    load           files to claims; every key and value keeps its place
    text           the article itself. As it reads: plain (blocks, inline, offsets), tables. What it states:
                   reading, by a lexicon a language (sentences, tokens, numerals, digits, measures, parts,
                   amounts, ranges, shares, counts, days, stretches, hedges, decoys). Where quotes stand:
                   anchoring (articles, boundaries, cells, near). A document beside its article: passages,
                   agreement, encoding (a reading as a value), worded; drafting, proposing, consulting,
                   updating, importing
    model          claim, quantity, interval, units, period, vocabulary, expression, notation
    config         claimcheck.toml: found and read with what it extends (files), checked, put together with
                   the command line (asked, layers), where each setting comes from (places, origins),
                   frozen lists of rules (profiles)
    toml_places    where the keys of a configuration stand
    catalogue      texts of our own that can be told in another language; locale/ has the languages
    errors names source    errors that end a run; nearly right names; places in files
    exact          the class of exact rational numbers

Two ideas carry the rest. A value is a pair of exact intervals, narrow and wide
(`model/quantity.py`); a verdict that holds with the wide ones is robust, else fragile. And whatever
is plainly regular takes a quick way without positions (`load/reader.skim`, `load/regular.py`, the
pattern in `model/notation.py`); only the rest meets the full reader, pydantic and the grammar,
which decide and explain. Tests hold each pair to the same answers.

A rule is one file in `rules/FAMILY/`: its docstring says what is wrong, why it matters and what to
do; `LEVEL`, `MESSAGE` and `HELP` (in both languages); `BAD` and `GOOD`, claim files as text that
are its tests; and `check(index, *, option=default)`, which yields `Finding`, `Checked` and
`Skipped`. Nothing else is to be edited.

The public surface: `run` and `Request` for programs, `Index`, `Slot`, `Finding` and the rest for
rules.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as in typing, which would cost `--version` a fifth of its time

if TYPE_CHECKING:
    from claimcheck.finding import Amounts, Checked, Day, Finding, Of, Phrase, Related, Skipped
    from claimcheck.index import Index, Slot
    from claimcheck.model.claim import Claim, Document
    from claimcheck.model.interval import Interval
    from claimcheck.model.quantity import Quantity
    from claimcheck.report import Report
    from claimcheck.rule import Rule
    from claimcheck.run import Request, run

__all__ = [
    "Amounts",
    "Checked",
    "Claim",
    "Day",
    "Document",
    "Finding",
    "Index",
    "Interval",
    "Of",
    "Phrase",
    "Quantity",
    "Related",
    "Report",
    "Request",
    "Rule",
    "Skipped",
    "Slot",
    "__version__",
    "run",
]

_HOMES = {
    "claimcheck.finding": (
        "Amounts",
        "Checked",
        "Day",
        "Finding",
        "Of",
        "Phrase",
        "Related",
        "Skipped",
    ),
    "claimcheck.index": ("Index", "Slot"),
    "claimcheck.model.claim": ("Claim", "Document"),
    "claimcheck.model.interval": ("Interval",),
    "claimcheck.model.quantity": ("Quantity",),
    "claimcheck.report": ("Report",),
    "claimcheck.rule": ("Rule",),
    "claimcheck.run": ("Request", "run"),
}


def __getattr__(name: str) -> object:
    """Public names are imported when they are first used, so that `--version` loads nothing."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
