"""Findings: what a rule reports, as templates and data until a reader's language is known."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from claimcheck.model.claim import Claim, Problem
from claimcheck.model.interval import Interval
from claimcheck.model.period import Period
from claimcheck.model.units import Unit
from claimcheck.model.value import Value
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.source import Span

if TYPE_CHECKING:
    from claimcheck.model.expression import Expression

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")

# A template in each language, `{"en": "…{name}…", "fr": "…{name}…"}`.
Text = Mapping[str, str]


class Phrase(NamedTuple):
    """A template and what fills it."""

    text: Text
    data: Mapping[str, object] = {}


class Amounts(NamedTuple):
    """An interval in the base unit, to be shown in `unit`."""

    interval: Interval
    unit: Unit
    digits: int = 5
    """How many significant digits of a long number are shown."""


class Day(NamedTuple):
    """A day, to be shown as a date."""

    ordinal: int


class Whole(NamedTuple):
    """How many, to be shown as a number."""

    number: int


class Names(NamedTuple):
    """Several names, to be listed."""

    names: Sequence[str]


class AnyOf(NamedTuple):
    """Several things of which one is enough, to be listed."""

    choices: Sequence[str]


class Stated(NamedTuple):
    """A claim's value: in the notation of its file, or in words for whoever does not write such files."""

    value: Value

    @property
    def text(self) -> str:
        """As its file has it."""
        return self.value.text


class When(NamedTuple):
    """A time as a claim gives it: in the notation of its file, or in words."""

    period: Period

    @property
    def text(self) -> str:
        """As its file has it."""
        return self.period.text


class Formula(NamedTuple):
    """An expression over slots: in the notation of files, or with labels and names."""

    expression: "Expression"
    vocabulary: Vocabulary

    @property
    def text(self) -> str:
        """As files have it."""
        from claimcheck.model.expression import show

        return show(self.expression)


class Of(NamedTuple):
    """Whose something is: "of OpenAI", « d’OpenAI »."""

    name: str


class Aside(NamedTuple):
    """Some remarks in a row, separated by commas; each a text or a template without data."""

    remarks: Sequence[str | Text | When]


class Related(NamedTuple):
    """Another place that a finding is about, and what stands there."""

    span: Span
    label: Phrase


class Repair(NamedTuple):
    """Something that would let the claims of a finding hold.

    A value that the others leave for a claim, a lightest set of claims to change, or a cause worth checking
    with the value it would mean.
    """

    kind: Literal["value", "set", "cause"]
    claims: tuple[str, ...]
    """The ids of the claims to change."""
    text: Phrase
    values: Mapping[str, Amounts] = {}
    """What they would have to be, by id."""


class Finding(NamedTuple):
    """What is wrong with a set of claims.

    A rule fills in what it knows; `rule`, and `text` and `help` where it leaves them out, come from the
    rule's file. `about` names what the finding is about within its document (a slot, a claim, a key),
    never a line, so that the finding keeps its identity when the file changes around it.
    """

    about: str
    span: Span
    data: Mapping[str, object] = {}
    claims: tuple[Claim, ...] = ()
    level: Level = "error"
    label: Phrase | None = None
    related: tuple[Related, ...] = ()
    steps: tuple[Phrase, ...] = ()
    repairs: tuple[Repair, ...] = ()
    text: Text | None = None
    help: Text | None = None
    rule: str = ""
    document: str = ""

    @property
    def order(self) -> tuple[object, ...]:
        """Findings are reported file by file, from top to bottom."""
        return (self.span, self.rule, self.about)

    @property
    def fingerprint(self) -> str:
        """Its identity: rule, document and what it is about."""
        return _hash(self.rule, self.document, self.about)

    def turned(self, place: int) -> "Finding":
        """The same finding with its related place of that number as the first one."""
        other = self.related[place]
        own = Related(self.span, self.label or Phrase({"en": "", "fr": ""}))
        related = (*self.related[:place], own, *self.related[place + 1 :])
        return self._replace(span=other.span, label=other.label, related=related)

    @property
    def digest(self) -> str:
        """What the claims involved say; changes when one of their values does."""
        return _hash(*sorted(f"{claim.id} {_says(claim)}" for claim in self.claims), self.about)


class Checked(NamedTuple):
    """How many things a rule looked at and could decide."""

    number: int = 1


class Skipped(NamedTuple):
    """Something that a rule could not decide, and why."""

    reason: str
    claims: tuple[Claim, ...] = ()
    number: int = 1


Outcome = Finding | Checked | Skipped


def lower(level: Level, steps: int = 1) -> Level:
    """A level some steps further down; nothing is below a note."""
    return LEVELS[min(LEVELS.index(level) + steps, len(LEVELS) - 1)]


def mildest(*levels: Level) -> Level:
    """The least serious of several levels."""
    return max(levels, key=LEVELS.index)


def _says(claim: Claim) -> str:
    value = claim.value.text if claim.value is not None else "-"
    return f"{value} {claim.when.text if claim.when else '-'} {claim.certainty} {claim.denied}"


def _hash(*parts: str) -> str:
    from hashlib import sha256

    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


DID_YOU_MEAN: Text = {
    "en": "did you mean `{suggestion}`?",
    "fr": "vouliez-vous dire « {suggestion} » ?",
}


# What names the thing that a problem is about, of all that it knows.
_NAMING = ("key", "name", "id", "text", "unit", "rule", "one", "other")

DID_YOU_MEAN_AND: Text = {
    "en": "did you mean `{suggestion}`? {hint}",
    "fr": "vouliez-vous dire « {suggestion} » ? {hint}",
}


HINT: Text = {"en": "{hint}", "fr": "{hint}"}


def at_problem(
    problem: Problem, *, level: Level = "error", text: Text | None = None, help: Text | None = None
) -> Finding:
    """The finding for a problem of a file; a nearly right name or what to write instead is its help."""
    if problem.data.get("suggestion"):
        help = DID_YOU_MEAN_AND if problem.data.get("hint") else DID_YOU_MEAN
    elif problem.data.get("hint"):
        help = help or HINT
    words = (str(problem.data[key]) for key in _NAMING if key in problem.data)
    about = " ".join((problem.claim or "", *words))
    found = Finding(about, problem.span, problem.data, level=level, text=text, help=help)
    return found._replace(**_elsewhere(problem)) if "elsewhere" in problem.data else found


_AGAIN: Text = {"en": "here too", "fr": "ici aussi"}
_TIMES: tuple[Text, Text] = (
    {"en": "and in 1 other place of this file", "fr": "et à 1 autre endroit de ce fichier"},
    {
        "en": "and in {times} other places of this file",
        "fr": "et à {times} autres endroits de ce fichier",
    },
)


def _elsewhere(problem: Problem) -> dict[str, Any]:
    """The other places of a problem that is told once: how many they are, and the first few."""
    times: Any = problem.data["times"]
    places: Any = problem.data["elsewhere"]
    return {
        "related": tuple(Related(span, Phrase(_AGAIN)) for span in places),
        "steps": (Phrase(_TIMES[times > 1], {"times": times}),),
    }
