"""Whatever is fed to the loader, it returns claims and problems, and the rules go through."""

import random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.index import Index
from claimcheck.judging import apply
from claimcheck.load.claims import load_document
from claimcheck.load.files import decode
from claimcheck.load.reader import Irregular, data_of, read, skim
from claimcheck.load.regular import regular, regular_vocabulary
from claimcheck.load.scalars import Plain
from claimcheck.load.unusual import check_shape
from claimcheck.load.vocabulary import general_vocabulary, load_vocabulary
from claimcheck.model.vocabulary import Entity, Vocabulary
from claimcheck.rules import built_in
from claimcheck.source import LINE_BREAK, Source

NAMES = ("Acme", "Beta", "OpenAI", "Nvidia")
VOCABULARY = Vocabulary([Entity(n, n, (n,)) for n in NAMES], (), general_vocabulary())
VALID = """\
document: {title: T, language: fr, published: 2026-01-30}
claims:
  - id: worth
    subject: OpenAI
    attribute: valuation
    value: about 830 billion USD
    when: 2026
    certainty: probable
    attribution: people close to the talks
    ignore: [{rule: values/conflict, with: [now], reason: said, until: 2026-12-31}]
    quote: >-
      around 830 billion
  - {id: now, subject: OpenAI, attribute: valuation, value: 500e9 USD, when: 2026}
  - {id: part, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: up to 30e9 USD}
  - {id: next, subject: Beta, attribute: release, value: 2027, scenario: later, denied: true}
  - id: sum
    that: investment(Nvidia, in=OpenAI) + revenue(Beta) < 60 billion USD
  - {id: fixed, subject: Acme, attribute: revenue, when: 2025, value: 5 EUR, replaces: now}
references:
  - {id: fact, subject: Beta, attribute: release, value: 2025-08-07, citation: C, checked: 2026-01-01}
"""
VOCABULARY_FILE = """\
entities:
  Acme: {name: Acme SA, aliases: [ACME], wikidata: Q1}
  Beta:
attributes:
  reach: {type: count, period: instant, at-least: 0, label: {en: reach, fr: portée}, doc: who}
  load: {type: MW, single: false, qualifiers: [in], excludes: reach, after: release}
"""
TOKENS = st.sampled_from(
    ["- ", ": ", "\n", "  ", "a", "claims", "id", "{", "}", "[", "]", ",", "&x ", "*x", "<<: ", "!t ",
     "'", '"', "|\n", ">-\n", "#", "\t", "\r\n", "\x85", "\u2028", "? ", "~", "null", "1e9", "---\n", "%"]
)  # fmt: skip


def survives(text: str, kind: str = "claims") -> None:
    source = Source("x.claims.yaml", text)
    loaded = load_vocabulary(source, VOCABULARY) if kind == "vocabulary" else None
    beside = () if kind == "vocabulary" else ("references",)
    document = load_document(source, "claims", VOCABULARY, beside)
    references = load_document(source, "references", VOCABULARY, ("document", "claims"))
    lines = len(LINE_BREAK.split(text))
    problems = (*document.problems, *references.problems, *(loaded.problems if loaded else ()))
    for problem in problems:
        assert 1 <= problem.span.line <= lines + 1
        assert problem.span.column >= 1
    applied = apply(built_in(), Index([document], [references], as_of=740_000, problems=problems))
    assert applied.crashes == {}
    assert len({(f.rule, f.about) for f in applied.findings}) == len(applied.findings)


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    survives(text)


@settings(max_examples=150)
@given(st.lists(TOKENS, max_size=40).map("".join))
def test_any_soup_of_yaml(text: str) -> None:
    survives(text)
    survives("claims:\n  - id: a\n    value: " + text)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    source, _ = decode(data, "x.claims.yaml")
    survives(source.text)


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["id", "subject", "value", "when", "where", "that", "ignore", "quote", "x"]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(st.lists(VALUES, max_size=4), VALUES)
def test_any_data(claims: list[object], document: object) -> None:
    survives(yaml.safe_dump({"claims": claims, "document": document, "references": claims}))


@settings(max_examples=200)
@given(st.integers(), st.sampled_from([VALID, VOCABULARY_FILE]), st.integers(1, 6))
def test_any_mutation_of_a_valid_file(seed: int, text: str, changes: int) -> None:
    random_ = random.Random(seed)
    for _ in range(changes):
        text = _mutate(text, random_)
    survives(text, "vocabulary" if "attributes:" in text else "claims")


def _mutate(text: str, random_: random.Random) -> str:
    lines = text.split("\n")
    number = random_.randrange(len(lines))
    match random_.randrange(5):
        case 0:
            del lines[number]
        case 1:
            lines.insert(number, random_.choice(lines))
        case 2:
            words = lines[number].split(" ")
            words[random_.randrange(len(words))] = random_.choice(
                [
                    "___",
                    "null",
                    "[x]",
                    "{a: b}",
                    "12",
                    "''",
                    "true",
                    "*a",
                    "> 5",
                    "2026-13",
                    "5 %",
                    "-",
                ]
            )
            lines[number] = " ".join(words)
        case 3:
            at = random_.randrange(len(lines[number]) + 1)
            lines[number] = (
                lines[number][:at] + random_.choice(":{}[],'\"#\t\x07\u202e- ") + lines[number][at:]
            )
        case _:
            lines[number] = lines[number][: random_.randrange(len(lines[number]) + 1)]
    return "\n".join(lines)


@settings(max_examples=200)
@given(st.one_of(st.lists(TOKENS, max_size=30).map("".join), VALUES.map(yaml.safe_dump)))
def test_the_quick_pass_reads_what_the_full_one_reads(text: str) -> None:
    try:
        quick = skim(text)
    except (Irregular, yaml.YAMLError):
        return
    assert quick == data_of(read(text).root)


@settings(max_examples=150)
@given(st.integers(), st.integers(0, 5))
def test_what_is_quickly_called_regular_is_what_the_models_accept(seed: int, changes: int) -> None:
    random_ = random.Random(seed)
    for kind, text in (
        ("claims", VALID.partition("references:")[0]),
        ("vocabulary", VOCABULARY_FILE),
    ):
        for _ in range(changes):
            text = _mutate(text, random_)
        data = data_of(read(text).root)
        plain = regular_vocabulary(data) if kind == "vocabulary" else regular(data, kind)
        if plain:
            assert check_shape(data, kind)[1] == []


def test_the_valid_files_are_regular() -> None:
    assert regular(skim(VALID.partition("references:")[0]), "claims")
    assert regular_vocabulary(skim(VOCABULARY_FILE))


@pytest.mark.parametrize(
    ("text", "null", "boolean", "plain"),
    [
        ("~", True, None, True),
        ("null", True, None, True),
        ("true", False, True, True),
        ("False", False, False, True),
        ("012", False, None, True),
        ("0o14", False, None, True),
        ("830e9", False, None, True),
        (".5", False, None, True),
        (".nan", False, None, True),
        ("no", False, None, False),
        ("on", False, None, False),
        ("1_000", False, None, False),
        ("2026-01-30", False, None, False),
        ("1:30", False, None, False),
    ],
)
def test_plain_scalars_mean_what_the_core_schema_says(
    text: str, null: bool, boolean: bool | None, plain: bool
) -> None:
    data = skim(f"key: {text}\n")
    assert isinstance(data, dict)
    assert isinstance(data["key"], Plain) is plain
    if plain:
        assert (data["key"].null, data["key"].boolean) == (null, boolean)
    assert data["key"] == text
