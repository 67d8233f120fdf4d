"""What the page is made of: links that lead somewhere, names that are one, nothing from elsewhere."""

import itertools
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.report_html import CLAIMS, NEWSROOMS, newsroom, page_of, parsed, written

PAGES = [(name, language) for name, _ in NEWSROOMS for language in ("en", "fr")]


@pytest.fixture(params=PAGES, ids=" ".join, scope="module")
def tree(request: pytest.FixtureRequest) -> Any:
    return parsed(newsroom(*request.param))


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def classed_in(tree: Any, name: str) -> Iterator[Any]:
    return (e for e in tree.iter() if name in (e.get("class") or "").split())


def classed(tree: Any, tag: str, name: str) -> list[Any]:
    return [e for e in tree.iter(tag) if name in (e.get("class") or "").split()]


def test_every_name_is_one(tree: Any) -> None:
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_every_link_leads_somewhere_on_the_page(tree: Any) -> None:
    ids = {element.get("id") for element in tree.iter()}
    targets = [link.get("href") for link in tree.iter("a")]
    assert targets
    assert all(target.startswith("#") and target[1:] in ids for target in targets)


def test_labels_name_elements_that_are_there(tree: Any) -> None:
    ids = {element.get("id") for element in tree.iter()}
    for element in tree.iter():
        assert set((element.get("aria-labelledby") or "").split()) <= ids


def test_nothing_is_fetched(tree: Any) -> None:
    for element in tree.iter():
        assert not {"src", "srcset", "action", "style", "data", "poster"} & set(element.keys())
        assert element.tag not in ("img", "iframe", "object", "embed", "link", "base", "form")
        assert not any(key.startswith("on") for key in element.keys())  # noqa: SIM118
    style = next(tree.iter("style")).text
    assert "url(" not in style
    assert "@import" not in style


def test_only_the_style_and_script_of_the_page_may_run(tree: Any) -> None:
    policies = [m for m in tree.iter("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    (policy,) = (meta.get("content") for meta in policies)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (block,) = tree.iter(tag)
        digest = b64encode(sha256(block.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_headings_leave_no_level_out(tree: Any) -> None:
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_findings_and_passages_are_linked_both_ways(tree: Any) -> None:
    findings = {e.get("id"): e for e in classed(tree, "section", "finding")}
    marks = {e.get("id") for e in tree.iter("mark")} - {None}
    assert len(findings) > 5
    for id, finding in findings.items():
        to_text = [a.get("href")[1:] for a in finding.iter("a")]
        assert set(to_text) & marks
        assert any(a.get("href") == f"#{id}" for a in classed(tree, "a", "ref"))


def test_a_drawing_says_in_words_what_it_draws(tree: Any) -> None:
    figures = list(tree.iter("figure"))
    assert len(figures) > 4
    for figure in figures:
        assert figure.get("aria-label")
        drawings = [e for e in figure.iter() if str(e.tag).endswith("svg")]
        outer = [e for e in drawings if not any(e in other for other in drawings)]
        assert all(e.get("aria-hidden") == "true" for e in outer)
        for row in classed(figure, "svg", "bar"):
            (item,) = (li for li in figure.iter("li") if row in li)
            assert text_of(next(classed_in(item, "label")))
            assert text_of(next(item.iter("strong")))


def test_the_worst_finding_decides_the_mark() -> None:
    tree = parsed(newsroom("heat", "en"))
    marked = {text_of(mark): mark.get("class") for mark in classed(tree, "mark", "m")}
    assert marked["through 162 km of pipes"] == "m error"
    assert marked["burn 190 GWh of gas"] == "m warning"
    assert marked["The plant will have a heat output of 32 MW"] == "m none"


def test_amounts_are_in_words_of_the_reader() -> None:
    french, english = (newsroom("funding-round", language) for language in ("fr", "en"))
    assert "747 à 913 milliards de dollars" in french
    assert "en milliards de dollars" in french
    assert "747 to 913 billion US dollars" in english
    assert not re.search(r"\b[0-9]+e[0-9]", french[french.index("<main") : french.index("<script")])


def test_a_sum_is_drawn_against_its_ceiling() -> None:
    tree = parsed(newsroom("funding-round", "en"))
    assert list(classed_in(tree, "limit"))
    assert list(classed_in(tree, "over"))
    assert any("7 billion US dollars more than" in text_of(e) for e in classed_in(tree, "verdict"))
    assert any(e.get("aria-label").startswith("Parts and total") for e in tree.iter("figure"))


def test_dates_have_a_time_line() -> None:
    titles = [figure.get("aria-label") for figure in parsed(newsroom("heat", "en")).iter("figure")]
    assert sum(title.startswith("Time line") for title in titles) >= 2


def test_what_was_not_checked_is_told() -> None:
    page = newsroom("funding-round", "fr")
    assert "un autre scénario" in page[page.index('id="unchecked"') :]


def test_an_entry_that_accepts_a_finding_is_ready_to_copy(tmp_path: Path) -> None:
    claims = (
        "claims:\n"
        "  - {id: one, subject: Acme, attribute: employees, value: 300}\n"
        "  - {id: two, subject: Acme, attribute: employees, value: 450}\n"
    )
    entities = "entities:\n  acme: {name: Acme}\n"
    tree = parsed(page_of(written(tmp_path / "a", claims, vocabulary=entities)))
    (code,) = (e.find("code") for e in tree.iter("pre") if e.get("data-copy"))
    entry = "".join(code.itertext()).replace("___", "two sites")
    indented = "\n".join("      " + line for line in entry.rstrip().splitlines())
    accepting = (
        "claims:\n  - id: one\n    subject: Acme\n    attribute: employees\n    value: 300\n"
        + indented.replace("      ", "    ", 1).replace("\n      ", "\n    ")
        + "\n  - {id: two, subject: Acme, attribute: employees, value: 450}\n"
    )
    page = page_of(written(tmp_path / "b", accepting, vocabulary=entities))
    assert "Accepted: two sites" in page
    assert "is-accepted" in page


def test_claims_without_an_article_are_a_list(tmp_path: Path) -> None:
    claims = "claims:\n  - {id: one, subject: Acme, attribute: employees, value: 300}\n"
    tree = parsed(
        page_of(written(tmp_path, claims, vocabulary="entities:\n  acme: {name: Acme}\n"))
    )
    assert not list(tree.iter("article"))
    (listed,) = (e for e in tree.iter("li") if e.get("id") == "d1-c0")
    assert "Acme: employees" in text_of(listed)


def test_what_nobody_encoded_is_marked(tmp_path: Path) -> None:
    claims = (
        "document: {text: a.md, language: en, title: T}\n"
        "claims:\n  - {id: one, subject: Acme, attribute: employees, value: 300, quote: has 300 workers}\n"
    )
    text = "Acme has 300 workers. In 2025 it sold for 41 million euros.\n"
    tree = parsed(
        page_of(written(tmp_path, claims, text, vocabulary="entities:\n  acme: {name: Acme}\n"))
    )
    marked = [e for e in classed(tree, "span", "u") if e.get("id")]
    assert [text_of(e) for e in marked] == ["2025", "41 million euros"]
    links = {a.get("href") for a in tree.iter("a")}
    assert {f"#{e.get('id')}" for e in marked} <= links


def test_several_documents_have_a_table() -> None:
    tree = parsed(page_of(CLAIMS))
    (table,) = classed(tree, "table", "index")
    assert len(list(table.iter("tr"))) == 4


def test_an_article_reads_as_written(tmp_path: Path) -> None:
    text = (
        "---\ntitle: x\n---\n### Deep\n\nSome *big* `code` and [a link](https://e.org/x).\n\n> said\n\n"
        "1. one\n\n| a | b |\n|---|---|\n| 1 | **2** |\n"
    )
    claims = "document: {text: a.md, language: en}\nclaims: []\n"
    (article,) = parsed(page_of(written(tmp_path, claims, text))).iter("article")
    assert text_of(article) == "Deep Some big code and a link. said one a b 1 2"
    assert {"h4", "em", "code", "blockquote", "ol", "table", "strong"} <= {
        e.tag for e in article.iter()
    }
    assert not list(article.iter("a"))


def test_the_page_is_the_same_every_time(tmp_path: Path) -> None:
    pages = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.html"
        command = [
            "-m",
            "claimcheck",
            "check",
            "claims",
            "--as-of",
            "2026-11-01",
            "-f",
            f"html:{target}",
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, *command], cwd=CLAIMS.parent, env=environment, check=False)
        pages.append(target.read_bytes())
    assert pages[0] == pages[1]


def test_jinja_is_loaded_only_for_the_page() -> None:
    heavy = "sys.exit(bool({'jinja2', 'markdown_it'} & set(sys.modules)))"
    code = f"import sys, claimcheck.cli.check; {heavy}"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
