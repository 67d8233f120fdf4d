"""The review page in a browser: an editor decides and encodes, and the file differs in just those lines."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.review import ARTICLE, CLAIMS, Server, serving, written

Open = Callable[..., Any]


class Seen:
    """What pages said and asked for while they were looked at."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []

    def hear(self, message: str) -> None:
        """Note what is said, but not that an answer was a refusal."""
        if not re.search("status of (409|422)", message):
            self.said.append(message)


@pytest.fixture
def seen(server: Server) -> Iterator[Seen]:
    """Whatever a page does: it logs no error and asks nobody but its server."""
    found = Seen()
    yield found
    assert found.said == []
    assert [url for url in found.asked if not url.startswith(f"http://{server.host}/")] == []


@pytest.fixture
def opened(chromium: Any, server: Server, seen: Seen) -> Iterator[Open]:
    """Opens the article's page in a browser of its own."""
    contexts = []

    def open_page(**options: Any) -> Any:
        contexts.append(chromium.new_context(viewport={"width": 1280, "height": 900}, **options))
        page = contexts[-1].new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: seen.hear(message.text))
        page.on("pageerror", lambda error: seen.hear(str(error)))
        page.on("request", lambda request: seen.asked.append(request.url))
        page.goto(server.address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def added(before: str, after: str) -> list[str]:
    """The lines that a text has more; none of the others may have changed."""
    lines = iter(after.split("\n"))
    more = []
    for line in before.split("\n"):
        for found in lines:
            if found == line:
                break
            more.append(found)
        else:
            pytest.fail(f"a line is gone: {line}")
    return [*more, *lines]


def waited_for(claims: Path, text: str) -> str:
    """The claim file, once it holds a text."""
    for _ in range(400):
        found = claims.read_text("utf-8")
        if text in found:
            return found
        time.sleep(0.05)
    pytest.fail(f"{text} was not written")


def select(page: Any, words: str) -> None:
    """Select words of the article, as a mouse does."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector("article"), 4);
          const nodes = [];
          let text = "";
          while (walker.nextNode()) {
            nodes.push([walker.currentNode, text.length]);
            text += walker.currentNode.data;
          }
          const start = text.indexOf(words);
          if (start < 0) throw new Error("no such words: " + text);
          const at = (place) => {
            const [node, from] = nodes.filter(([, from]) => from <= place).pop();
            return [node, place - from];
          };
          const range = document.createRange();
          range.setStart(...at(start));
          range.setEnd(...at(start + words.length));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


@pytest.mark.parametrize("scripted", [True, False])
def test_accepting_and_undoing(opened: Open, claims: Path, scripted: bool) -> None:
    page = opened(java_script_enabled=scripted)
    page.locator("details.decide summary").click()
    page.get_by_label("Pourquoi cela peut rester").fill("deux budgets différents")
    page.get_by_label("Votre nom").fill("MD")
    page.get_by_role("button", name="Accepter le constat").click()
    page.get_by_text("Accepté : deux budgets différents").first.wait_for()
    assert added(CLAIMS, claims.read_text("utf-8")) == [
        "    ignore:",
        "      - rule: values/conflict",
        "        with: [autre]",
        "        reason: deux budgets différents",
        "        by: MD",
    ]
    page.get_by_role("button", name="Revenir en arrière").click()
    page.locator("details.decide").wait_for()
    assert claims.read_text("utf-8") == CLAIMS


def test_a_reason_is_asked_for_before_anything_is_sent(opened: Open, claims: Path) -> None:
    page = opened()
    page.locator("details.decide summary").click()
    page.get_by_role("button", name="Accepter le constat").click()
    assert page.evaluate("document.activeElement.name") == "reason"
    assert claims.read_text("utf-8") == CLAIMS


def test_correcting_shows_what_the_value_means_while_it_is_typed(
    opened: Open, claims: Path
) -> None:
    page = opened()
    page.get_by_role("link", name="Corriger ou préciser autre").first.click()
    page.get_by_label("Valeur").fill("environ 20 millions d’euros")
    page.get_by_text("au sens large : 18 à 22 millions d’euros").wait_for()
    assert page.evaluate("document.activeElement.id") == "value"
    page.get_by_label("Valeur").fill("20 millions de")
    page.get_by_role("alert").wait_for()
    page.get_by_label("Valeur").fill("jusqu’à 20 millions d’euros")
    page.get_by_label("Seulement si").fill("après le vote")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Dernière décision").wait_for()
    assert claims.read_text("utf-8") == CLAIMS.replace(
        "value: 15 million EUR   # le second\n    when: 2025\n",
        'value: "jusqu’à 20 millions d’euros"   # le second\n    when: 2025\n'
        "    scenario: après le vote\n",
    )
    page.get_by_role("button", name="Revenir en arrière").click()
    page.locator("details.decide").wait_for()
    assert claims.read_text("utf-8") == CLAIMS


def test_a_note_is_left_for_a_colleague(opened: Open, claims: Path) -> None:
    page = opened()
    page.get_by_role("link", name="Corriger ou préciser budget").first.click()
    page.get_by_label("Note pour les collègues").fill("Jo : à vérifier au conseil")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Dernière décision").wait_for()
    assert added(CLAIMS, claims.read_text("utf-8")) == ['    note: "Jo : à vérifier au conseil"']


def test_words_that_are_selected_are_encoded(opened: Open, claims: Path) -> None:
    page = opened()
    assert page.locator("article span.u").count() == 2
    select(page, "La dette serait d’environ 4 millions d’euros")
    page.get_by_role("button", name="Encoder ce passage").click()
    page.get_by_label("De qui ou de quoi il s’agit").fill("Valmont")
    page.get_by_label("Ce qui en est dit").select_option("debt")
    page.get_by_label("Valeur").fill("environ 4 millions d’euros")
    page.get_by_text("au sens large : 3,5 à 4,5 millions d’euros").wait_for()
    page.get_by_label("Quand cela vaut").fill("2026-01-30")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Dernière décision").wait_for()
    lines = [line for line in added(CLAIMS, claims.read_text("utf-8")) if line]
    assert lines[0].startswith("  - id: ")
    assert lines[1:4] == [
        "    subject: Valmont",
        "    attribute: debt",
        '    value: "environ 4 millions d’euros"',
    ]
    assert "      La dette serait d’environ 4 millions d’euros" in lines
    assert page.locator("article span.u").count() == 1, "the passage is covered now"


@pytest.mark.parametrize("scripted", [True, False])
def test_what_nobody_encoded_is_one_click_away(opened: Open, claims: Path, scripted: bool) -> None:
    page = opened(java_script_enabled=scripted)
    page.get_by_role("link", name="Encoder", exact=True).nth(1).click()
    assert page.get_by_label("Valeur").input_value() == "2027"
    page.get_by_label("De qui ou de quoi il s’agit").fill("l’école")
    page.get_by_label("Ce qui en est dit").select_option("founded")
    if not scripted:
        page.get_by_role("button", name="Voir ce que cela veut dire").click()
    page.get_by_label("Ajouter « l’école » au vocabulaire").check()
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("Dernière décision").wait_for()
    assert "  - id: " in waited_for(claims, "subject: l’école")
    assert "l-ecole: {name: l’école}" in (claims.parent / "vocabulary.yaml").read_text("utf-8")


def test_qualifiers_come_with_the_attribute(opened: Open) -> None:
    page = opened()
    page.get_by_role("link", name="Encoder", exact=True).first.click()
    page.get_by_label("De qui ou de quoi il s’agit").fill("l’opposition")
    assert page.locator("#where-in").count() == 0
    page.get_by_label("Ce qui en est dit").select_option("investment")
    page.locator("#where-in").fill("Valmont")
    page.get_by_text("l’opposition : investissement (in: Valmont)", exact=False).wait_for()


def test_the_page_follows_the_file(opened: Open, claims: Path) -> None:
    page = opened()
    page.locator("details.decide").wait_for()
    claims.write_text(CLAIMS.partition("\n  - id: autre")[0], "utf-8")
    page.locator("details.decide").wait_for(state="detached")
    assert page.locator("article span.u").count() == 3


def test_the_page_waits_while_somebody_writes(opened: Open, claims: Path) -> None:
    page = opened()
    page.locator("details.decide summary").click()
    page.get_by_label("Pourquoi cela peut rester").fill("une longue raison")
    claims.write_text(CLAIMS.replace("id: autre", "id: second"), "utf-8")
    page.get_by_text("Les fichiers ont changé").wait_for()
    assert page.get_by_label("Pourquoi cela peut rester").input_value() == "une longue raison"
    page.get_by_role("button", name="Accepter le constat").click()
    page.get_by_text("changed meanwhile").wait_for()
    assert "ignore" not in claims.read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(opened: Open, server: Server, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(color_scheme=scheme, bypass_csp=True)
    page.set_viewport_size({"width": width, "height": 900})
    file = "file=a.claims.yaml"
    for path in (
        "/?all=", f"/document?{file}", f"/claim?{file}&id=autre", f"/encode?{file}&start=178",
        f"/encode?{file}&exact=nowhere",
    ):  # fmt: skip
        page.goto(f"http://{server.host}{path}")
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        result = Axe().run(page)
        found = [(v["id"], v["nodes"][0]["html"]) for v in result.response["violations"]]
        assert found == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


HOSTILE = '"><script>alert(1)</script>&lt;\u202e${7*7}{{7*7}}'


def test_hostile_words_do_nothing_on_any_page(chromium: Any, tmp_path: Path) -> None:
    claims = CLAIMS.replace("subject: Valmont", f"subject: '{HOSTILE}'").replace(
        "value: 12 million EUR",
        f"value: 12 million EUR\n    note: '{HOSTILE}'\n    attribution: '{HOSTILE}'",
    )
    written(tmp_path, claims.replace("id: autre", f"id: '{HOSTILE}'"), ARTICLE + HOSTILE)
    with serving(tmp_path, "--language", "en") as server:
        context = chromium.new_context()
        page = context.new_page()
        said: list[str] = []
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("console", lambda message: said.append(message.text))
        page.goto(server.address)
        links = page.eval_on_selector_all("a[href^='/']", "all => all.map((a) => a.href)")
        for link in dict.fromkeys(links):
            page.goto(link)
            assert page.locator("script").count() == 1
            assert "\u202e" not in re.sub(
                r"<script>.*?</script>", "", page.content(), flags=re.DOTALL
            )
        assert said == []
        context.close()
