"""Small newsrooms: documents of a few claims over a few slots, all of them valid."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.judging import Applied, apply
from claimcheck.load.claims import Kind, load_document
from claimcheck.load.vocabulary import general_vocabulary, load_vocabulary
from claimcheck.model.claim import Document
from claimcheck.model.vocabulary import Entity, Vocabulary
from claimcheck.report import Report
from claimcheck.rules import built_in
from claimcheck.source import Source

AS_OF = 739_800  # 2026-07-02
ENTITIES = ("OpenAI", "Acme", "Beta", "Lyon", "Paris", "GPT-5")
OTHER_NAMES = ("Énergie du Sud", "zeta", "ONZE", "Xylo 3", "Quay & Co", "Université d’Oz")

# A claim or reference as its file has it: key to text or to qualifiers.
Fields = Mapping[str, object]


class News(NamedTuple):
    """A document and the references that apply to it."""

    claims: tuple[Fields, ...]
    references: tuple[Fields, ...] = ()
    published: str | None = None


_ATTRIBUTES = """
attributes:
  listed: {type: boolean, period: instant}
  motto: {type: text}
"""


def vocabulary(names: Iterable[str]) -> Vocabulary:
    """A vocabulary that knows these entities."""
    loaded = load_vocabulary(Source("vocabulary.yaml", _ATTRIBUTES), general_vocabulary())
    return Vocabulary([Entity(name, name, (name,)) for name in names], (), loaded.vocabulary)


KNOWN = vocabulary((*ENTITIES, *OTHER_NAMES))

_numbers = ("1", "1.5", "2", "9", "10", "10.4", "12", "95", "100", "120", "1000", "1050")


@st.composite
def amounts(draw: st.DrawFn, unit: str, numbers: tuple[str, ...] = _numbers) -> str:
    """A value with any marks in a unit."""
    low, high = sorted(draw(st.lists(st.integers(0, len(numbers) - 1), min_size=2, max_size=2)))
    template = draw(st.sampled_from(_TEMPLATES))
    if low == high and "{1}" in template:
        template = "{0}"
    return template.format(f"{numbers[low]} {unit}".strip(), f"{numbers[high]} {unit}".strip())


_TEMPLATES = (
    *("{0}", "{0}", "{0}", "about {0}", "~{0}", "under {0}", "at most {0}", "over {0}", "< {0}"),
    *("at least {0}", "up to {0}", "from {0}", "up to about {0}", "at least about {0}", "{0} .."),
    *("{0} to {1}", "about {0} to {1}", "{0} to under {1}", "over {0} to {1}", ".. {0}"),
)
_DATES = (
    *("2024", "2025", "2025-08", "2025-08-07", "2026-01-15", "2027", "about 2025", "2025-08~"),
    *(
        "before 2026",
        "after 2025-06",
        "by 2025",
        "since 2024",
        "2025 to 2027",
        "2025-Q3",
        "after 2027",
    ),
)
_entities = st.sampled_from(ENTITIES[:5])
_dates = st.sampled_from(_DATES)

Make = Callable[[st.DrawFn], dict[str, object]]


def _slot(subject: str, attribute: str, values: st.SearchStrategy[str], **where: str) -> Make:
    def make(draw: st.DrawFn) -> dict[str, object]:
        fields: dict[str, object] = {"subject": subject, "attribute": attribute}
        if where:
            fields["where"] = {"in": where["in_"]}
        return {**fields, "value": draw(values)}

    return make


def _that(text: str, values: st.SearchStrategy[str] | None = None) -> Make:
    def make(draw: st.DrawFn) -> dict[str, object]:
        return {"that": text} if values is None else {"that": text, "value": draw(values)}

    return make


_money = st.sampled_from(("USD", "USD", "million USD", "EUR", "JPY")).flatmap(amounts)
SLOTS = (
    _slot("OpenAI", "valuation", _money),
    _slot("Acme", "revenue", _money),
    _slot("Acme", "investment", _money, in_="OpenAI"),
    _slot("Acme", "stake", amounts("%", ("1", "9", "10", "10.4", "11", "12", "40")), in_="OpenAI"),
    _slot("Beta", "power", st.sampled_from(("MW", "kW", "GW")).flatmap(amounts)),
    _slot("Beta", "temperature", amounts("degC") | amounts("degF")),
    _slot("Lyon", "population", amounts("", ("9", "41", "100", "1200", "1234", "2000000"))),
    _slot("GPT-5", "release", _dates),
    _slot("Acme", "founded", _dates),
    _slot("Acme", "headquarters", _entities),
    _slot("GPT-5", "exclusive_distributor", _entities),
    _slot("GPT-5", "distributor", _entities),
    _slot("Acme", "listed", st.sampled_from(("true", "false"))),
    _slot("Acme", "motto", st.sampled_from(("do it", "do  it", "undo"))),
)
# Statements about several slots, some with a value.
_dollars = amounts("USD")
THAT = (
    _that("investment(Acme, in=OpenAI) + investment(Beta, in=OpenAI)", _dollars),
    _that("valuation(OpenAI) - revenue(Acme)", _dollars),
    _that("stake(Acme, in=OpenAI) * valuation(OpenAI)", _dollars),
    _that("valuation(OpenAI) < 2 * revenue(Acme)"),
    _that("revenue(Acme) == 10 USD"),
    _that("sum(investment(*, in=OpenAI)) < valuation(OpenAI)"),
    _that("complete(investment(*, in=OpenAI))"),
)
_invested = (*(_slot(who, "investment", _dollars, in_="OpenAI") for who in ("Acme", "Beta")),)
# Slots whose claims some rule holds against each other.
_TOGETHER = (
    (SLOTS[8], SLOTS[1], SLOTS[2]),
    SLOTS[10:12],
    (*_invested, THAT[0]),
    (*_invested, SLOTS[0], *THAT[5:]),
    (SLOTS[0], SLOTS[1], SLOTS[3], *THAT[1:5]),
    (_slot("OpenAI", "valuation", _dollars), _slot("Acme", "revenue", _dollars), *THAT[1:4]),
)
_some = st.lists(st.sampled_from(SLOTS), min_size=1, max_size=3).map(tuple)
_WHEN = (
    *("2025", "2026", "2025-06", "2026-01", "2026-01-30", "2025/2026", "2025-10/..", "2025~"),
    *("2025-Q4", "[2025,2026]", "{2025-01,2025-03}", "../2025", "2025?", "2025-06/2025-06"),
)
Options = Mapping[str, Sequence[str]]
_OPTIONAL: Options = {
    "when": _WHEN,
    "certainty": ("certain", "probable", "possible"),
    "scenario": ("listing", "merger"),
    "attribution": ("Acme", "OpenAI", "some media", "Jane Doe", "people close to the talks"),
    "denied": ("true", "false"),
    "precision": ("exact", "1", "0.1"),
}


@st.composite
def claims(draw: st.DrawFn, slots: Sequence[Make], id: str, options: Options = _OPTIONAL) -> Fields:
    """A claim on one of some slots, with some of the optional keys."""
    fields = {"id": id, **draw(st.sampled_from(slots))(draw)}
    for key in draw(st.lists(st.sampled_from([*options, "when"]), max_size=3)):
        if key != "precision" or fields.get("attribute") in ("population", "stake", "power"):
            fields[key] = draw(st.sampled_from(options[key]))
    return fields


@st.composite
def newsrooms(draw: st.DrawFn, *, least: int = 2) -> News:
    """A document of 2 to 8 claims over a few slots, with up to 3 references.

    Some of them repeat themselves: few values, few times, so that claims often agree.
    """
    few: Sequence[Make] = draw(_some | st.sampled_from(_TOGETHER))
    options: Options = _OPTIONAL
    if draw(st.booleans()):
        few = [_given(make(draw)) for make in few for _ in range(draw(st.integers(1, 2)))]
        options = {key: draw(_few(values)) for key, values in _OPTIONAL.items()}
    written = [draw(claims(few, f"c{n}", options)) for n in range(draw(st.integers(least, 8)))]
    references = []
    for number in range(draw(st.integers(0, 3))):
        fields = dict(draw(claims(few, f"r{number}", options)))
        for key in ("scenario", "attribution", "denied"):
            fields.pop(key, None)
        if "that" in fields:
            continue
        if draw(st.booleans()):
            fields["checked"] = draw(st.sampled_from(("2024-01-15", "2026-01-30", "2026-06-01")))
        references.append({**fields, "citation": "a register"})
    published = draw(st.sampled_from((None, "2025-06-15", "2026-01-30")))
    return News(tuple(written), tuple(references), published)


def _given(fields: dict[str, object]) -> Make:
    return lambda _: fields


def _few(values: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=1, max_size=3)


_SAFE = re.compile(r"[\w.][\w .%/-]*")


def _scalar(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(item)}" for key, item in value.items()) + "}"
    text = str(value)
    return (
        text if _SAFE.fullmatch(text) and ".." not in text else json.dumps(text, ensure_ascii=False)
    )


def yaml(claims: Iterable[Fields], kind: Kind = "claims", published: str | None = None) -> str:
    """A file of claims or references, one of them a line."""
    head = f"document: {{published: {published}}}\n" if published else ""
    lines = [
        "  - {" + ", ".join(f"{key}: {_scalar(value)}" for key, value in claim.items()) + "}\n"
        for claim in claims
    ]
    return f"{head}{kind}:{' []' * (not lines)}\n{''.join(lines)}"


def loaded(text: str, kind: Kind = "claims", known: Vocabulary = KNOWN) -> Document:
    """A file, which must be a valid one."""
    document = load_document(Source(f"news.{kind}.yaml", text), kind, known)
    assert document.problems == (), text
    return document


def index_of(news: News, known: Vocabulary = KNOWN, above: str = "") -> Index:
    """A newsroom as an index; `above` are lines on top of its document."""
    document = loaded(above + yaml(news.claims, "claims", news.published), "claims", known)
    references = loaded(yaml(news.references, "references"), "references", known)
    return Index([document], [references], as_of=AS_OF)


def applied(index: Index) -> Applied:
    """What all rules find, none of them crashing."""
    found = apply(built_in(), index)
    assert found.crashes == {}
    return found


def findings(news: News) -> tuple[Finding, ...]:
    """What all rules find in a newsroom."""
    return applied(index_of(news)).findings


def report(index: Index) -> Report:
    """The report on an index."""
    found = applied(index)
    files = (*index.documents, *index.reference_files)
    return Report(
        findings=found.findings,
        accepted=found.accepted,
        tallies=found.tallies,
        crashes=found.crashes,
        documents=len(index.documents),
        claims=sum(len(document.claims) for document in index.documents),
        references=sum(len(document.claims) for document in index.reference_files),
        sources={document.path: document.source for document in files},
    )
