"""The HTML report of a newsroom with articles: what it adds to a check that prints a line a finding."""

import shutil
from pathlib import Path
from statistics import median

from tests.bench import corpus, measure
from tests.bench.measure import ROOT, Command, Ratio, python

DOCUMENTS = 200


def run(folder: Path, rounds: int) -> bool:
    """Measure and print; whether all bars are met. Raises BenchmarkError."""
    write(folder, DOCUMENTS)
    check = ("-m", "claimcheck", "check", "--no-cache", "--as-of", corpus.AS_OF, str(folder))
    commands = [
        Command("check", python(*check, "-f", "concise"), (1,)),
        Command("page", python(*check, "-f", f"html:{folder}/report.html"), (1,)),
    ]
    times = measure.time_in_turn(commands, rounds)
    met = measure.print_table(f"html, {DOCUMENTS} documents with articles", _RATIOS, times)
    added = min(p.cpu - c.cpu for p, c in zip(times["page"], times["check"], strict=True))
    size = (folder / "report.html").stat().st_size / 1e6
    print(f"  the page adds {added:.2f} s for {size:.1f} MB (the bar on this kind of machine: 2 s)")
    return met & _opened(folder / "report.html", rounds)


def _opened(page: Path, rounds: int) -> bool:
    """How long a browser takes to open the page, beside as many bytes of plain paragraphs."""
    if not CHROMIUM.exists():
        print(f"  no {CHROMIUM}: how fast the page opens was not measured")
        return True
    from playwright.sync_api import sync_playwright

    floor = page.with_name("floor.html")
    floor.write_text(_HEAD + _PARAGRAPH * (page.stat().st_size // len(_PARAGRAPH)))
    found: list[list[float]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for _ in range(rounds + 1):
            found.append([])
            for file in (page, floor):
                tab = browser.new_page(viewport={"width": 1400, "height": 900})
                tab.goto(file.as_uri(), wait_until="load")
                tab.wait_for_timeout(200)
                found[-1] += tab.evaluate(_TIMES)
                tab.close()
        browser.close()
    loads = [load / plain for _, load, _, plain in found[1:]]
    paint, load = (median(times[n] for times in found[1:]) for n in (0, 1))
    ratio = median(loads)
    print(
        f"  Chromium: first paint after {paint / 1e3:.2f} s, loaded after {load / 1e3:.2f} s; "
        f"{ratio:.2f} times as long as {page.stat().st_size / 1e6:.1f} MB of paragraphs (bar: 2)"
    )
    return ratio <= 2


CHROMIUM = Path("/usr/bin/chromium")
_HEAD = "<!doctype html><meta charset=utf-8><title>floor</title>"
_PARAGRAPH = "<p>" + "plain words of no meaning " * 4 + "</p>\n"
_TIMES = """[
  performance.getEntriesByName("first-contentful-paint")[0].startTime,
  performance.getEntriesByType("navigation")[0].loadEventEnd,
]"""


def write(folder: Path, documents: int) -> None:
    """The example newsroom over and over, article by article, until there are so many documents."""
    shutil.copytree(ROOT / "claims", folder, dirs_exist_ok=True)
    files = sorted(folder.glob("*/*.claims.yaml"))
    for number in range(documents - len(files)):
        original = files[number % len(files)]
        copy = original.with_name(f"{number:03}-{original.name}")
        copy.write_bytes(original.read_bytes())


_RATIOS = (Ratio("check -f html / check -f concise", "page", "check", 2),)
