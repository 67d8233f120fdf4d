"""`claimcheck import`: what of a saved page becomes the article, and what is wrong with pages."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimcheck.errors import UsageError
from claimcheck.text.importing import head_of, import_page
from claimcheck.text.reading import read_text
from claimcheck.text.tables import tables_of

PAGE = """<!doctype html><html lang="fr"><head><title>La région investit | Le Journal</title>
<meta property="article:published_time" content="2026-01-30T08:00:00+01:00">
<link rel="canonical" href="https://journal.example/region"><script>var prix = "99 euros";</script>
<style>p { width: 77 px }</style></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/eco">Économie</a></li></ul></nav>
<div class="cookie-banner">Nous utilisons 45 cookies</div>
<article><h1>La région investit</h1>
<p>La région versera jusqu’à <strong>30&nbsp;millions d’euros</strong> à la filière d’ici 2030. Ce texte est
assez long pour être pris pour un article, avec plusieurs phrases qui se suivent.</p>
<p>Environ 11&#8239;% du bud&shy;get y passera,
contre 8&#8239;% en <a href="/2024/01/02">2024</a>, a dit la présidente.</p>
<table><thead><tr><th>Ville</th><th>Aide (en M€)</th></tr></thead>
<tbody><tr><td>Lyon</td><td>~4,5</td></tr><tr><td>Nice</td><td>&lt;3</td></tr></tbody></table>
<ul><li>une chaudière de 12 MW</li><li>deux pompes</li></ul></article>
<aside><h2>À lire aussi</h2><a href="x">Un autre article de 1999</a></aside>
<footer>© 2026, 12 rue X</footer></body></html>
"""


def test_the_article_comes_with_all_its_quantities_and_nothing_around_it() -> None:
    page = import_page(PAGE.encode())
    said = [reading.text for reading in read_text(page.markdown, "fr")]
    assert [" ".join(text.replace("**", "").split()) for text in said] == [
        "30 millions d’euros", "2030", "11 %", "8 %", "2024", "4,5", "3", "12 MW", "deux",
    ]  # fmt: skip
    for stray in ("cookies", "99 euros", "width", "Accueil", "À lire aussi"):
        assert stray not in page.markdown


def test_tables_keep_their_cells_and_their_header() -> None:
    (table,) = tables_of(import_page(PAGE.encode()).markdown)
    assert [cell.text for cell in table.header] == ["Ville", "Aide (en M€)"]
    assert [[cell.text for cell in row] for row in table.rows] == [["Lyon", "~4,5"], ["Nice", "<3"]]


def test_the_page_says_its_title_day_address_and_language() -> None:
    page = import_page(PAGE.encode())
    head = yaml.safe_load(head_of(page, "region.md"))["document"]
    assert head["title"] == "La région investit"
    assert str(head["published"]) == "2026-01-30"
    assert (head["url"], head["language"]) == ("https://journal.example/region", "fr")
    assert page.markdown.startswith("# La région investit\n")


def test_the_declared_encoding_counts() -> None:
    latin = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">')
    latin = latin.replace("’", "'").replace("€", "EUR")
    assert "présidente" in import_page(latin.encode("latin-1")).markdown


@pytest.mark.parametrize("data", [b"", b"   ", b"<html><body></body></html>", b"<p>x"])
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError):
        import_page(data)


def _import(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimcheck", "import", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_command_writes_beside_the_page_and_never_over_a_file(tmp_path: Path) -> None:
    (tmp_path / "region.html").write_text(PAGE, encoding="utf-8")
    done = _import(tmp_path, "region.html")
    assert done.returncode == 0
    assert yaml.safe_load(done.stdout)["document"]["text"] == "region.md"
    first = (tmp_path / "region.md").read_bytes()
    again = _import(tmp_path, "region.html")
    assert again.returncode == 2
    assert "--force" in again.stderr
    assert _import(tmp_path, "region.html", "--force").returncode == 0
    assert (tmp_path / "region.md").read_bytes() == first
    assert sorted(os.listdir(tmp_path)) == ["region.html", "region.md"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("page.pdf", b"%PDF-1.7", "only pages of HTML"),
        ("page.html", b"\0\1\2" * 100, "not a page of HTML"),
        ("none.html", None, "No such file"),
        ("page.html", b"<script>alert(1)</script>", "no article"),
    ],
)
def test_what_cannot_be_imported_is_said(
    tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = _import(tmp_path, name)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_without_the_extra_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UsageError) as caught:
        import_page(b"<p>x</p>")
    assert caught.value.help == "pip install 'newsroom-claimcheck[import]'"


def test_a_page_of_nested_boxes_ends(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<div>" * 50_000 + "x" + "</div>" * 50_000)
    assert _import(tmp_path, "deep.html").returncode in (0, 2)
