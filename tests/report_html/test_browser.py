"""The page in a real browser: Debian's chromium, driven by Playwright."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.report import Style
from claimcheck.report.html import render
from tests.report_html import CLAIMS, newsroom, page_of
from tests.report_html.examples import examples

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The browser; where there is none, only a continuous integration must have one."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("no /usr/bin/chromium: apt-get install chromium")
        pytest.skip("no /usr/bin/chromium: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Opened:
    """A page in the browser, with what it said and asked for."""

    def __init__(self, chromium: Any, file: Path, **context: Any) -> None:
        self.context = chromium.new_context(**context)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def shown(self) -> int:
        """How many findings can be seen."""
        return sum(f.is_visible() for f in self.page.locator(".finding").all())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    pages = {
        "funding-round": newsroom("funding-round", "fr"),
        "funding-round-en": newsroom("funding-round", "en"),
        "heat": newsroom("heat", "en"),
        "heat-fr": newsroom("heat", "fr"),
        "rules": render(examples(1), Style("fr")),
        "all": page_of(CLAIMS),
    }
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in pages}


@pytest.fixture
def opened(chromium: Any, files: dict[str, Path]) -> Iterator[Any]:
    found: list[Opened] = []

    def open_page(name: str, **context: Any) -> Opened:
        found.append(Opened(chromium, files[name], **context))
        return found[-1]

    yield open_page
    for one in found:
        one.context.close()


@pytest.mark.parametrize("name", ["funding-round", "funding-round-en", "heat", "heat-fr", "all"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("filtered", [False, True])
def test_axe_finds_nothing(
    opened: Any, name: str, scheme: str, width: int, *, filtered: bool
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # axe is put into the page by the test, which the page's own policy forbids.
    one = opened(
        name, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    one.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    if filtered:
        one.page.locator("#show-error").uncheck()
    result = Axe().run(one.page)
    assert [(v["id"], v["nodes"][0]["html"]) for v in result.response["violations"]] == []


@pytest.mark.parametrize("name", ["funding-round", "heat", "all"])
def test_no_error_and_no_request(opened: Any, name: str) -> None:
    one = opened(name)
    one.page.mouse.wheel(0, 20_000)
    assert one.said == []
    assert [url for url in one.requests if not url.startswith("file:")] == []
    assert len(one.requests) == 1


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_sideways_scrolling(opened: Any, width: int) -> None:
    for name in ("funding-round", "heat", "all", "rules"):
        one = opened(name, viewport={"width": width, "height": 900})
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_label_of_a_drawing_is_cut_off_on_a_phone(opened: Any) -> None:
    one = opened("rules", viewport={"width": 360, "height": 900}, bypass_csp=True)
    one.page.add_style_tag(content=".document { content-visibility: visible !important }")
    cut = one.page.evaluate(
        "[...document.querySelectorAll('.finding, .label, h5, .verdict, figcaption')]"
        ".filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent)"
    )
    assert cut == []


def test_texts_of_a_scale_do_not_overlap_on_a_phone(opened: Any) -> None:
    one = opened("rules", viewport={"width": 360, "height": 900})
    touching = one.page.evaluate(
        """[...document.querySelectorAll('.axis')].filter((axis) => {
          const boxes = [...axis.querySelectorAll('text')].map((t) => t.getBoundingClientRect())
            .filter((box) => box.width > 0).sort((a, b) => a.left - b.left);
          return boxes.some((box, n) => n > 0 && box.left < boxes[n - 1].right);
        }).map((axis) => axis.textContent)"""
    )
    assert touching == []


@pytest.mark.parametrize("script", [True, False])
def test_filters_work_with_and_without_script(opened: Any, script: bool) -> None:
    one = opened("heat", java_script_enabled=script)
    assert one.shown() == 8
    one.page.locator("#show-warning").uncheck()
    assert one.shown() == 3
    one.page.get_by_role("checkbox", name="Halvermoor heat network").uncheck()
    left = one.shown()
    assert 0 < left < 3
    one.page.get_by_role("checkbox", name="values/conflict").uncheck()
    assert one.shown() == left - 1


def test_the_script_counts_and_hides_what_is_empty(opened: Any) -> None:
    one = opened("heat")
    assert one.page.locator("#shown").inner_text() == "8 of 8 findings shown"
    one.page.locator("#show-warning").uncheck()
    assert one.page.locator("#shown").inner_text() == "3 of 8 findings shown"
    assert all(h.is_visible() for h in one.page.locator(".group:not([hidden]) h4").all())
    assert not one.page.get_by_role("heading", name="Mill Lane", exact=True).is_visible()


def test_a_passage_leads_to_its_finding_and_back_by_keyboard(opened: Any) -> None:
    one = opened("heat")
    reference = one.page.locator("article a.ref").first
    reference.focus()
    one.page.keyboard.press("Enter")
    target = reference.get_attribute("href")
    assert one.page.url.endswith(target)
    assert one.page.locator(target).is_visible()
    one.page.keyboard.press("Tab")
    back = one.page.evaluate("document.activeElement.getAttribute('href')")
    one.page.keyboard.press("Enter")
    assert one.page.locator(f"mark{back}").first.is_visible()
    assert one.page.url.endswith(back)


def test_the_skip_link_comes_first(opened: Any) -> None:
    one = opened("funding-round")
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.className") == "skip"
    one.page.keyboard.press("Enter")
    assert one.page.evaluate("document.activeElement.id") == "findings"


def test_a_link_to_a_hidden_finding_shows_it(opened: Any) -> None:
    one = opened("heat")
    one.page.locator("#show-error").uncheck()
    reference = one.page.locator("article a.ref.error").first
    reference.click()
    assert one.page.locator(reference.get_attribute("href")).is_visible()


def test_the_entry_is_copied(opened: Any) -> None:
    one = opened("heat")
    one.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.page.locator("details.accept > summary").first.click()
    one.page.get_by_role("button", name="Copy").first.click()
    copied = one.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("ignore:\n  - rule: ")
    assert copied.endswith("    reason: ___\n")


def test_it_prints_on_pages_without_controls(opened: Any) -> None:
    one = opened("funding-round")
    one.page.emulate_media(media="print")
    assert not one.page.locator(".filter").is_visible()
    assert one.page.locator(".finding").last.is_visible()
    assert one.page.locator("article").evaluate(
        "(e) => e.parentElement.scrollHeight <= e.parentElement.clientHeight + 1"
    )
    assert one.page.pdf()[:4] == b"%PDF"
