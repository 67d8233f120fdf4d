"""Number lines in text: every claim on one scale, the same in every width and encoding."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.finding import Finding
from claimcheck.report import Report, Style, renderer
from claimcheck.report.cells import width
from claimcheck.report.terminal.drawing import drawing_of
from tests.properties import few
from tests.report import newsroom, report_of

HEAD = "document: {published: 2026-01-30}\nclaims:\n"


def findings(tmp_path: Path, *claims: str, references: str = "") -> tuple[Finding, ...]:
    """What is found in claims on Acme."""
    (tmp_path / "vocabulary.yaml").write_text("entities: {acme: {name: Acme}}\n")
    lines = "".join(f"  - {{subject: Acme, {claim}}}\n" for claim in claims)
    (tmp_path / "a.claims.yaml").write_text(HEAD + lines, encoding="utf-8")
    if references:
        (tmp_path / "a.references.yaml").write_text(references, encoding="utf-8")
    return report_of(tmp_path).findings


def drawn(finding: Finding, room: int = 60, **style: str) -> str:
    """The drawing of a finding as text; empty if there is none."""
    drawing = drawing_of(finding, room, Style(**style))  # type: ignore[arg-type]
    if drawing is None:
        return ""
    rows = ("".join(part.text for part in row).rstrip() for row in drawing.rows)
    return "\n" + "\n".join((drawing.heading, *rows)) + "\n"


A = "id: a, attribute: valuation, value: about 830 billion USD"
B = "id: other, attribute: valuation, value: about 500 billion USD"


def test_claims_stand_below_each_other_on_one_scale(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, A, B)
    expected = """
billion US dollars: ─ read generously, █ strictly
a                                    ───────██───────
other     ██████████
       ─────────────────┬─────────────────┬─────────────
                       600               800
"""
    assert drawn(finding, room=56) == expected
    french = expected.replace("read generously", "au sens large").replace(
        "strictly", "au sens strict"
    )
    french = french.replace("billion US dollars:", "milliards de dollars\xa0:")
    assert drawn(finding, room=56, language="fr") == french


def test_in_ascii_the_signs_are_others(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, A, B)
    shown = drawn(finding, room=56, charset="ascii")
    unicode = drawn(finding, room=56)
    assert shown == unicode.translate(str.maketrans("─█┬", "-#+"))


def test_ends_that_are_open_are_arrows(tmp_path: Path) -> None:
    low = "id: a, attribute: profit, when: 2025, value: at most -5 million EUR"
    high = "id: b, attribute: profit, when: 2025, value: over 5 million EUR"
    (finding,) = findings(tmp_path, low, high)
    rows = drawn(finding, room=43).splitlines()[2:4]
    assert rows[0] == "a  ◄██"
    assert rows[1].endswith(" ██►")
    assert len(rows[1]) == 43


def test_what_would_fit_stands_below_its_claim(tmp_path: Path) -> None:
    claims = (
        f"id: {i}, attribute: valuation, value: {n} billion USD" for i, n in (("a", 41), ("b", 14))
    )
    (finding,) = findings(tmp_path, *claims)
    assert (
        drawn(finding, room=48)
        == """
billion US dollars
a                                           ██
  would fit as           ░
b                        ██
  would fit as                               ░
                ┬─────────────┬─────────────┬───
                0            20            40
"""
    )


def test_dates_stand_on_a_time_line_with_the_day_of_publication(tmp_path: Path) -> None:
    truth = "{id: r, subject: Acme, attribute: release, value: 2025-08-07, citation: x, checked: 2026-01-01}"
    (finding,) = findings(
        tmp_path,
        "id: a, attribute: release, value: 2027",
        references=f"references:\n  - {truth}\n",
    )
    assert (
        drawn(finding, room=56)
        == """
dates
a                                     ████████████████
r (reference)    █
published               │
               ─┬──────────────┬─────────────┬──────────
               Jul 2025    Jul 2026      Jul 2027
"""
    )


def test_many_claims_are_counted_and_the_drawing_stays_small(tmp_path: Path) -> None:
    claims = (f"id: c{n}, attribute: valuation, value: {n}00 billion USD" for n in range(1, 10))
    (finding,) = findings(tmp_path, *claims)
    shown = drawn(finding).strip("\n").splitlines()
    assert len(shown) == 8
    assert shown[5] == "5 more"


def test_the_same_number_twice_is_not_drawn(tmp_path: Path) -> None:
    claim = "attribute: revenue, when: 2025, value: 98 EUR"
    (finding,) = findings(tmp_path, f"id: a, {claim}", f"id: b, {claim}, denied: true")
    assert finding.rule == "values/denied"
    assert drawn(finding) == ""


def test_where_there_is_no_room_nothing_is_drawn(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, A, B)
    assert drawn(finding, room=26) == ""


def test_long_names_leave_room_for_the_scale(tmp_path: Path) -> None:
    (finding,) = findings(
        tmp_path, A.replace("id: a", f"id: {'a' * 60}"), B.replace("other", "b日本")
    )
    first, second = drawn(finding, room=60).splitlines()[2:4]
    assert first.startswith("a" * 29 + "…  ")
    assert second.startswith("b日本" + " " * 27)


@pytest.mark.parametrize("which", ["funding-round", "heat"])
@pytest.mark.parametrize("room", [36, 56, 76, 196])
def test_drawings_of_the_newsrooms_fit(which: str, room: int) -> None:
    report = newsroom(which)
    shown = [text for finding in report.findings if (text := drawn(finding, room))]
    assert len(shown) > 3
    for text in shown:
        heading, *rows = text.strip("\n").splitlines()
        assert len(rows) <= 7
        assert max(map(width, rows)) <= room
        assert len(heading) < 80


values = st.integers(1, 999)
_POWERS = {"million": 6, "billion": 9, "trillion": 12}


@few
@given(one=values, two=values, unit=st.sampled_from(("billion USD", "EUR", "million EUR")))
def test_bars_lie_where_the_numbers_of_the_scale_say(
    tmp_path_factory: pytest.TempPathFactory, one: int, two: int, unit: str
) -> None:
    """Read off the drawing as a reader would, by its ticks alone."""
    folder = tmp_path_factory.mktemp("drawn")
    claims = (
        f"id: c{n}, attribute: valuation, value: {v} {unit}" for n, v in enumerate((one, two))
    )
    for finding in findings(folder, *claims):
        if finding.rule != "values/conflict" or not (text := drawn(finding, 70)):
            continue
        heading, *rows, rule, numbers = text.strip("\n").splitlines()
        ticks = [match.start() for match in re.finditer("┬", rule)]
        read = [float(number.replace(",", "").replace("−", "-")) for number in numbers.split()]
        assert len(ticks) == len(read) >= 2
        wanted = _POWERS.get(unit.split(maxsplit=1)[0], 0) - _POWERS.get(heading.split()[0], 0)
        step = (read[-1] - read[0]) / (ticks[-1] - ticks[0])
        for row, value in zip(
            [row for row in rows if row.startswith("c")], (one, two), strict=True
        ):
            first, last = row.index("█"), row.rindex("█")
            assert read[0] + (first - 1.6 - ticks[0]) * step <= value * 10**wanted
            assert value * 10**wanted <= read[0] + (last + 1.6 - ticks[0]) * step


def test_a_report_from_the_cache_is_drawn_alike() -> None:
    from claimcheck.cache.rows import read, write
    from claimcheck.judging import Verdict
    from claimcheck.newsroom import Judged

    report: Report = newsroom("funding-round")
    names = [*report.tallies]
    line = write("a", Judged(Verdict(report.findings), 1, None, None, None), names, 0).line
    (again,) = read([line], names)
    assert again.verdict.findings != report.findings
    for style in (Style(), Style("fr", True, 100)):
        render = renderer("terminal")
        assert render(report._replace(findings=again.verdict.findings), style) == render(
            report, style
        )
