"""Hostile text in claims and articles is shown, and never obeyed."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from claimcheck.report.html.article import Mark, article
from claimcheck.report.html.terms import Terms
from tests.properties.test_output import BIDI, is_control
from tests.report_html import newsroom, page_of, parsed

MARK = (Markup("<mark>"), Markup("<mark>"), Markup("</mark>"))
NASTY = (
    "<script>alert(1)</script>",
    "</style></script></title><img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\u202eevil\u2066\x1b[31m\x00\x07\x85",
    "&lt;b&gt; &#60;i&#62; <!-- --> ]]> `code` \\",
    "it's: [yaml, 'x'] # \n  - rule: y",
)


def tags_and_attributes(tree: Any) -> set[tuple[str, str]]:
    return {(str(e.tag), key) for e in tree.iter() for key in (*e.keys(), "")}


@pytest.fixture(scope="module")
def harmless() -> set[tuple[str, str]]:
    """The elements and attributes of pages without hostile text."""
    known = {
        pair
        for name in ("funding-round", "heat")
        for pair in tags_and_attributes(parsed(newsroom(name, "en")))
    }
    more = {
        ("pre", ""),
        ("ol", ""),
        ("blockquote", ""),
        ("s", ""),
        ("hr", ""),
        ("br", ""),
        ("span", "title"),
        ("p", "class"),
        ("li", "id"),
        ("span", "id"),
    }
    return known | more | {(tag, "") for tag in ("em", "strong", "code", "h6", "ul", "li")}


def check_harmless(page: str, harmless: set[tuple[str, str]]) -> Any:
    tree = parsed(page)
    strange = tags_and_attributes(tree) - harmless
    assert strange == set()
    assert [sign for sign in page if is_control(sign)] == []
    assert all(a.get("href").startswith("#") for a in tree.iter("a"))
    assert len(list(tree.iter("script"))) == len(list(tree.iter("style"))) == 1
    page.encode()
    return tree


def hostile_newsroom(folder: Path, text: str) -> Path:
    """A newsroom with a text in every field that takes any."""
    (folder / "claimcheck.toml").write_text('paths = ["."]\n')
    vocabulary = {
        "entities": {
            "acme": {"name": "Acme " + text, "aliases": [text]},
            "b": {"name": text + " b"},
        },
        "attributes": {
            "worth": {
                "type": "money",
                "label": {"en": text, "fr": text},
                "qualifiers": ["in"],
                "doc": text,
            }
        },
    }

    def claim(id: str, value: str, **more: object) -> dict[str, object]:
        own = {
            "id": id,
            "subject": "acme",
            "attribute": "worth",
            "where": {"in": "b"},
            "value": value,
        }
        return own | {"quote": f"cost {value}", "attribution": text, "note": text} | more

    claims = [
        claim(f"one {text}", "5 million USD", certainty="probable"),
        claim(f"two {text}", "7 million USD"),
        claim("three", "9 million EUR", scenario=text),
        claim("four", text),
        claim("five", "5 USD", quote={"row": text, "column": text}),
        {
            "id": f"sum {text}",
            "that": "worth(acme, in=b) + worth(b, in=b)",
            "value": "4 million USD",
        },
        {"id": "odd", "subject": text, "attribute": text, "value": text, text: text},
        claim(
            "accepted",
            "11 million USD",
            ignore=[{"rule": "values/conflict", "reason": text, "by": text}],
        ),
    ]
    references = [
        {"id": f"ref {text}", "subject": "acme", "attribute": "worth", "where": {"in": "b"},
         "value": "20 million USD", "citation": text, "checked": "2026-01-01"}
    ]  # fmt: skip
    head = {"title": text, "text": "a.md", "language": "en", "url": text, "published": "2026-01-30"}
    files = {
        "a.claims.json": {"document": head, "claims": claims},
        "a.references.json": {"references": references},
        "vocabulary.yaml": vocabulary,
    }
    for name, data in files.items():
        (folder / name).write_text(json.dumps(data), encoding="utf-8")
    body = (
        f"# {text}\n\nIt cost 5 million USD, then cost 7 million USD.\n\n{text}\n\n"
        f"| {text} | b |\n|---|---|\n| cost 9 million EUR | {text} |\n\n"
        f"[x]({text}) [y](javascript:alert(1)) ![{text}](http://e.org/x.png) <img src=x onerror=alert(1)>\n"
    )
    (folder / "a.md").write_text(body, encoding="utf-8", newline="\n")
    return folder


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_hostile_text_in_every_field_is_shown(
    tmp_path: Path, text: str, language: str, harmless: set[tuple[str, str]]
) -> None:
    page = page_of(hostile_newsroom(tmp_path, text), language=language)
    tree = check_harmless(page, harmless)
    assert len([e for e in tree.iter("section") if "finding" in (e.get("class") or "").split()]) > 3
    assert len([e for e in tree.iter("mark") if e.get("id")]) >= 2


_PIECES = (
    *("\n\n", "](http://e.org)", "<img onerror=x>", "](javascript:x)", "&lt;", "```\n", "> ", "- "),
    *(
        "| a | b |\n|---|---|\n",
        "\ufdd0\ufdda",
        "\ufdd3",
        "---\n",
        "\u202e",
        "\x00",
        "e\u0301",
        "\t",
    ),
)
signs = st.sampled_from((*"*_`[]()<>!|\\&#-+~:\"'=1aé \n", *_PIECES))
markdown = st.lists(signs, max_size=40).map("".join)


@given(text=markdown, cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=5))
def test_any_article_with_any_marks_is_well_formed(text: str, cuts: list[tuple[int, int]]) -> None:
    marks = [
        Mark(start, min(len(text), start + length), *MARK)
        for start, length in cuts
        if start < len(text)
    ]
    html = "".join(piece.html for piece in article(text, marks, Terms("en")))
    tree = parsed(f"<!doctype html><title>x</title><body>{html}</body>")
    allowed = (
        "html head title body p h4 h5 h6 em strong s code pre ul ol li blockquote hr br mark span "
        "div table thead tbody tr th td"
    )
    assert {str(e.tag) for e in tree.iter()} <= set(allowed.split())
    assert not BIDI & set(html)
    assert not any("\ufdd0" <= sign <= "\ufdef" for sign in html)
    assert not [s for s in html if unicodedata.category(s) == "Cc" and s != "\n"]


@given(
    words=st.lists(
        st.sampled_from("one two **three** *four* `five` six".split()), min_size=3, max_size=12
    ),
    data=st.data(),
)
def test_what_is_marked_is_what_was_asked_for(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    bare = [word.strip("*`") for word in words]
    number = data.draw(st.integers(0, len(words) - 1))
    start = sum(len(word) + 1 for word in words[:number])
    start += len(words[number]) - len(words[number].lstrip("*`"))
    mark = Mark(start, start + len(bare[number]), *MARK)
    (piece,) = article(text, [mark], Terms("en"))
    tree = parsed(f"<!doctype html><title>x</title>{piece.html}")
    assert ["".join(e.itertext()) for e in tree.iter("mark")] == [bare[number]]
    assert "".join(tree.find("body").itertext()).split() == bare
