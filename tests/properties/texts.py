"""Texts for the loader: scraps of YAML syntax, nearly right files, and slips in right ones."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

CLAIMS = """\
# yaml-language-server: $schema=claims.json
document:
  title: Four investors, one round
  text: article.md
  language: fr
  published: 2026-01-30
  url: https://example.org/round
  not-encoded: [{quote: "vingt ans", reason: "no claim"}]
claims:
  - &first
    id: worth
    subject: OpenAI
    attribute: valuation
    value: about 830 billion USD
    when: 2026
    certainty: probable
    scenario: round
    attribution: people close to the talks
    quote: >-
      aux alentours de 830 milliards
      de dollars
    note: |
      to be checked
    ignore: [{rule: values/conflict, with: [now], reason: post-money, by: MD, until: 2026-12-31}]
  - {id: now, subject: openai, attribute: valuation, value: 500e9 USD, quote: {exact: cinq, prefix: "de "}}
  - {id: also, subject: OpenAI, attribute: valuation, value: 830e9 USD, attribution: Amazon}
  - {id: offer, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: 20 to 50 billion USD}
  - {id: offered, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: up to 50e9 USD}
  - {id: plant, subject: Amazon, attribute: power, value: "< 30 MW", precision: exact, when: 2025-10/..}
  - {id: shut, subject: Amazon, attribute: power, value: 30 MW, denied: true, when: 2025-10/..}
  - {id: head, subject: Amazon, attribute: headquarters, value: Seattle, quote: {row: a, column: Siège}}
  - {id: then, subject: Amazon, attribute: headquarters, value: Amazon, replaces: head}
  - {id: launch, subject: GPT-5, attribute: release, value: 2027, certainty: possible, scale: long}
  - id: trio
    that: investment(Amazon, in=OpenAI) + investment(Seattle, in=OpenAI)
    value: up to 60 billion USD
  - {id: short, that: "revenue(OpenAI) < spending(OpenAI)"}
"""

REFERENCES = """\
references:
  - id: sale
    subject: OpenAI
    attribute: valuation
    value: 500e9 USD
    when: 2025-10/..
    citation: "Reuters, 2 October 2025"
    checked: 2026-01-15
  - {id: gpt, subject: GPT-5, attribute: release, value: 2025-08-07, citation: OpenAI}
  - {id: town, subject: Amazon, attribute: headquarters, value: OpenAI, checked: 2024-01-15}
"""

VOCABULARY = """\
entities:
  OpenAI: {name: OpenAI, aliases: [Open AI, openai], wikidata: Q21708200}
  Amazon: {aliases: [Amazon.com]}
  round:
  Seattle: {}
  GPT-5: {name: GPT-5}
attributes:
  relies_on: {type: entity, period: instant, single: false, label: {en: relies on, fr: dépend de}}
  wingspan: {type: m, at-least: 0, at-most: 200, qualifiers: [of], doc: from tip to tip}
  approval: {type: share, period: instant, at-least: 0 %, at-most: 100 %, wikidata: P5188}
  main_supplier: {type: entity, period: instant, excludes: relies_on}
  born_on: {type: date, bounds: start, after: release}
"""

FILES = {"claims": CLAIMS, "references": REFERENCES, "vocabulary": VOCABULARY}

# Scalars as they stand in a file, many of them with a meaning of their own.
SCALARS = (
    *("", "~", "null", "Null", "true", "FALSE", "no", "on", "yes", "=", "<<", "___", "x ___"),
    *("0", "-1", "012", "0o14", "0x1F", "0b1", "1_000", "1e3", "830e9", "1e999999999", ".inf"),
    *(".nan", "NaN", "-.5", "5.", "1:30", "2026-01-30", "2026-02-30", "2025-10/..", "170000-01"),
    *(
        "OpenAI",
        "openai",
        "Amazon",
        "Seattle",
        "nobody",
        "round",
        "worth",
        "now",
        "values/conflict",
    ),
    *("money", "share", "count", "date", "entity", "text", "m", "km^-99", "furlong", "decibel"),
    *("valuation", "release", "headquarters", "revenue", "power", "stake", "born_on", "employees"),
    *("5 million EUR", "about 20 to 50 USD", "up to 5 %", "5 MWz", "'> 5 MW'", "50 to 20 USD"),
    *("certain", "possible", "short", "long", "exact", "instant", "duration", "start", "fr"),
    *("https://example.org", "../x", "/etc/passwd", '"a\\0b"', '"\\x1b[31m"', '"\\n"', "'it''s'"),
    *('"\\ud83d\\ude00"', '"\\ud800"', "é", "日本", "\U0001f600", "\u2066x", "!!str 5", "!!int x"),
    *("!!null x", "! 5", "!mine x", "!!binary aGk=", "&a x", "&b {in: OpenAI}", "*a", "*b", "*c"),
    *("revenue(OpenAI) < 5 USD", "complete(investment(*, in=OpenAI))", "f(x)", "((((1))))"),
)
SYNTAX = (
    *("\n", "\n", "\n  ", "\n    ", "\n\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\t", " "),
    *("- ", "- ", ": ", ": ", ":", "? ", ", ", "[", "]", "{", "}", "[]", "{}", "'", '"', "\\", "#"),
    *(
        " # no\n",
        "|\n",
        ">-\n",
        "|2\n",
        ">+\n",
        "|-",
        "&a ",
        "&b ",
        "*a ",
        "*b",
        "<<: ",
        "<<: *a\n",
    ),
    *("<<: [*a, *b]\n", "!!map ", "!!seq ", "!!str ", "!x ", "! ", "%YAML 1.2\n", "%TAG ! x\n"),
    *("---\n", "--- ", "...\n", "\ufeff", "\0", "\x07", "\x1b[31m", "@", "`", "%", "&", "*", "!"),
    *("a: ", "b: ", "a: &a {x: 1}\n", "claims:\n", "claims: ", "references:\n", "document:\n"),
    *(
        "  - id: a\n",
        "    value: ",
        "entities:\n",
        "attributes:\n",
        "{str: 1}",
        "{id: a, value: 1}",
    ),
)
_KEYS = (
    *("document", "claims", "references", "entities", "attributes", "title", "text", "language"),
    *("published", "url", "not-encoded", "id", "subject", "attribute", "where", "that", "value"),
    *("when", "certainty", "scenario", "attribution", "quote", "note", "denied", "precision"),
    *(
        "scale",
        "replaces",
        "ignore",
        "citation",
        "checked",
        "rule",
        "with",
        "reason",
        "by",
        "until",
    ),
    *("exact", "prefix", "suffix", "row", "column", "in", "deal", "of", "name", "aliases"),
    *("wikidata", "type", "period", "at-least", "at-most", "single", "qualifiers", "label", "doc"),
    *("excludes", "bounds", "after", "en", "fr", "OpenAI", "str", "int", "QuoteText", "0", "", "é"),
)

keys = st.sampled_from(_KEYS)
scalars = st.sampled_from(SCALARS)
soup = st.lists(st.sampled_from((*SYNTAX, *SCALARS)), max_size=25).map("".join)
noise = st.text(max_size=80)

# Trees of scalars as written: text, lists and mappings.
Tree = Any
trees: st.SearchStrategy[Tree] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=8,
)
values: st.SearchStrategy[object] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | scalars
    | st.text(max_size=6)
    | st.text(st.characters(categories=["Cs", "Cc", "Lu"]), max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=25,
)
"""Data that JSON can write: also what is no number, and text with lone surrogates."""


@st.composite
def merges(draw: st.DrawFn) -> str:
    """Mappings with anchors, each made of scalars, aliases and merges of those before it."""
    lines = []
    for number in range(draw(st.integers(1, 5))):
        before = st.integers(0, number - 1).map("*m{}".format) if number else st.just("{c: 1}")
        several = st.lists(before, max_size=3).map(lambda names: f"[{', '.join(names)}]")
        entries = [
            f"{key}: {draw(before) if draw(st.integers(0, 5)) == 0 else number}"
            for key in draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=3))
        ]
        if draw(st.booleans()):
            at = draw(st.integers(0, len(entries)))
            entries.insert(at, f"<<: {draw(before | several)}")
        lines.append(f"m{number}: &m{number} {{{', '.join(entries)}}}\n")
    return "".join(lines)


def flow(tree: Tree) -> str:
    """A tree on one line."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(flow(item) for item in tree) + "]"
    return str(tree)


def block(tree: Tree, indent: str = "") -> str:
    """A tree over many lines; what is in a list is on one."""
    if isinstance(tree, dict) and tree:
        return "".join(
            f"{indent}{key}:\n{block(value, indent + '  ')}"
            if isinstance(value, (dict, list)) and value
            else f"{indent}{key}: {flow(value)}\n"
            for key, value in tree.items()
        )
    if isinstance(tree, list) and tree:
        return "".join(f"{indent}- {flow(item)}\n" for item in tree)
    return f"{indent}{flow(tree)}\n"


_GOOD: dict[str, tuple[Tree, ...]] = {
    "id": ("a", "b", "c", "d", "e", "f", "g", "worth"),
    "subject": ("OpenAI", "Amazon"),
    "attribute": ("valuation", "power", "headquarters", "release", "employees", "stake"),
    "value": ("5 million USD", "about 5 MW", "Seattle", "2027", "12", "up to 5 %", "over 5 EUR"),
    "when": ("2025", "2026-01", "2025-10/.."),
    "certainty": ("certain", "probable", "possible"),
    "scenario": ("round", "later"),
    "attribution": ("Amazon", "some media"),
    "quote": ("cinq", {"exact": "cinq"}, {"row": "a", "column": "b"}),
    "note": ("to do",),
    "precision": ("exact", "1", "0.5 MW"),
    "denied": ("true", "false"),
    "scale": ("short", "long"),
    "replaces": ("a", "b"),
    "where": ({"in": "OpenAI"}, {"deal": "round", "in": "OpenAI"}, {}),
    "ignore": ([{"rule": "values/conflict", "reason": "known"}], []),
    "that": ("revenue(OpenAI) < spending(OpenAI)", "investment(Amazon) + 5 USD"),
    "citation": ("Reuters",),
    "checked": ("2026-01-15",),
    "title": ("A round",),
    "text": ("article.md",),
    "language": ("fr", "en"),
    "published": ("2026-01-30",),
    "url": ("https://example.org",),
    "not-encoded": ([{"quote": "vingt", "reason": "none"}], []),
    "name": ("Open AI",),
    "aliases": (["Open", "Opened"], []),
    "type": ("money", "share", "entity", "date", "count", "text", "boolean", "MW"),
    "period": ("instant", "duration"),
    "at-least": ("0", "0 %"),
    "at-most": ("100", "-5"),
    "single": ("true", "false"),
    "qualifiers": (["in"], []),
    "label": ({"en": "worth", "fr": "valeur"}, {"en": "worth"}),
    "doc": ("what it is",),
    "excludes": ("valuation", "relies_on"),
    "bounds": ("start", "end"),
    "after": ("release",),
}
_SLOTS = {
    "valuation": ("5 million USD", "about 7e6 USD", "over 5 EUR", "4e6 EUR", "2 to 3 million USD"),
    "power": ("5 MW", "about 7 MW", "up to 3 GW", "< 1 kW", "1 MWh"),
    "headquarters": ("Seattle", "Amazon", "nowhere"),
    "release": ("2027", "2025-08-07", "before 2026", "about 2027"),
    "employees": ("12", "over 1000", "900 to 1100", "1.5"),
}
_CLAIM = (
    *("certainty", "scenario", "attribution", "quote", "note", "precision", "denied", "scale"),
    *("when", "replaces", "where", "ignore"),
)
_DOCUMENT = ("title", "text", "language", "published", "url", "not-encoded")
_ATTRIBUTE = ("period", "at-least", "at-most", "single", "qualifiers", "label", "doc", "excludes")


@st.composite
def nearly(draw: st.DrawFn, kind: str) -> Tree:
    """The tree of a claims, references or vocabulary file, in which a few things may be odd."""
    oddness = draw(st.sampled_from((0, 8, 30)))
    extra = ("citation", "checked") if kind == "references" else ()

    def odd() -> bool:
        return oddness > 0 and draw(st.integers(1, oddness)) == 1

    def mapping(needed: Sequence[str], optional: Sequence[str], **given: Tree) -> Tree:
        chosen = draw(st.lists(st.sampled_from(optional), unique=True, max_size=4))
        names = [draw(keys) if odd() else key for key in (*given, *needed, *chosen)]
        return {
            key: draw(trees)
            if odd() or key not in _GOOD
            else given.get(key) or draw(st.sampled_from(_GOOD[key]))
            for key in names
        }

    def claim() -> Tree:
        if draw(st.integers(0, 5)) == 0:
            return mapping(("id", "that"), _CLAIM[:-3])
        attribute = draw(st.sampled_from([*_SLOTS]))
        value = draw(st.sampled_from(_SLOTS[attribute]))
        return mapping(("id", "subject", *extra), _CLAIM, attribute=attribute, value=value)

    def several(make: Callable[[], Tree], most: int) -> list[Tree]:
        return [draw(trees) if odd() else make() for _ in range(draw(st.integers(0, most)))]

    if kind == "vocabulary":
        entities = several(lambda: mapping((), ("name", "aliases")), 3)
        attributes = several(lambda: mapping(("type",), (*_ATTRIBUTE, "bounds", "after")), 3)
        names = ("OpenAI", "Amazon", "Seattle"), ("relies_on", "power", "valuation")
        return {
            "entities": dict(zip(names[0], entities, strict=False)),
            "attributes": dict(zip(names[1], attributes, strict=False)),
        }
    file: dict[str, Tree] = {kind: draw(trees) if odd() else several(claim, 5)}
    if kind == "claims" and draw(st.booleans()):
        file["document"] = draw(trees) if odd() else mapping((), _DOCUMENT)
    if odd():
        file[draw(keys)] = draw(trees)
    return file


_WORD = re.compile(r"[\w./-]+|\S")


@st.composite
def slips(draw: st.DrawFn, text: str) -> str:
    """A text in which a few lines, words or characters are gone, doubled, moved or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        slip = draw(st.sampled_from((_line_slip, _word_slip, _character_slip)))
        text = slip(draw, text)
    return text


def _line_slip(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    other = draw(st.integers(0, len(lines) - 1))
    kind = draw(st.sampled_from(("delete", "double", "swap", "indent", "outdent", "soup", "end")))
    replaced = {
        "delete": [],
        "double": [lines[at]] * 2,
        "swap": [lines[other]],
        "indent": ["  " + lines[at]],
        "outdent": [lines[at][2:]],
        "soup": [draw(soup)],
        "end": [lines[at]],
    }[kind]
    rest = [] if kind == "end" else lines[at + 1 :]
    return "\n".join((*lines[:at], *replaced, *rest))


def _word_slip(draw: st.DrawFn, text: str) -> str:
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word, other = draw(st.sampled_from(words)), draw(st.sampled_from(words))
    new = draw(st.sampled_from((other[0], "", word[0] * 2)) | scalars | trees.map(flow))
    return text[: word.start()] + new + text[word.end() :]


def _character_slip(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    gone = draw(st.integers(0, 2))
    new = draw(st.sampled_from(("", *SYNTAX)) | st.characters(codec="utf-8"))
    return text[:at] + new + text[at + gone :]
