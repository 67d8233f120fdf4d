"""The articles of the example newsrooms: all that is read in them, as a person wrote it down.

A line is: the text; kind and unit; the ends, as written, where `<` excludes one; what hedges say, and what
else the number may be. Numbers are in thousands (e3), millions (e6) and thousand millions (e9).

What a mark of doubt covers is its clause: in "Sa mise, pouvant atteindre 30 milliards, en ferait un associé"
the sum is not in doubt.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from claimcheck.text.reading import Reading, number_text, read_text

CLAIMS = Path(__file__).parents[2] / "claims"
FUNDING_FILE = "funding-round/article.fr.md"

FUNDING = """
60 milliards de dollars | money USD | ..60e9 | possible
30 milliards de dollars | money USD | ..30e9 |
2026 | date | 2026-01-01..2026-12-31 |
2027 | date | 2027-01-01..2027-12-31 | probable
10 milliards de dollars | money USD | ..<10e9 | probable
2026 | date | 2026-01-01..2026-12-31 |
50 milliards de dollars | money USD | ..50e9 | possible
2026 | date | 2026-01-01..2026-12-31 |
des centaines de mégawatts-heures | quantity MWh | 200..<1e3 | about possible
100 milliards de dollars | money USD | ..100e9 |
830 milliards de dollars | money USD | 830e9 | about
trillion de dollars | money USD | ..1000e9 | possible or 1000000000e9
30 | money USD | 30e9 | about
10 | money USD | ..<10e9 |
20 à 50 | money USD | 20e9..50e9 |
30 | money USD | ..30e9 |
30 milliards de dollars | money USD | ..30e9 | possible
fin 2025 | date | 2025-10-01..2025-12-31 |
41 milliards de dollars | money USD | 41e9 |
11 % | share % | 11 | about
500 milliards de dollars | money USD | 500e9 | about probable
trillion de dollars | money USD | 1000e9<.. | or 1000000000e9
10 milliards de dollars | money USD | 10e9 | probable
830 milliards de dollars | money USD | 830e9 | possible
un trillion | money USD | 1000e9 | possible or 1000000000e9
"""

# Kroner are taken for Norwegian ones: that the lender is Danish is beyond a reader of quantities.
HEAT = """
32 MW | quantity MW | 32 |
41 million euros | money EUR | 41e6 |
306 million kroner | money NOK | 306e6 |
40 to 42 million euros | money EUR | 40e6..42e6 |
60 million euros | money EUR | 60e6 |
24 million euros | money EUR | 24e6 |
12 million euros | money EUR | 12e6 |
5 million euros | money EUR | 5e6 |
31 December 2025 | date | 2025-12-31 |
18,400 | count | 18400 | about
162 km | quantity km | 162 |
2030 | date | 2030-01-01..2030-12-31 | probable
21,000 | count | 21e3 | probable
2025 | date | 2025-01-01..2025-12-31 |
61,000 tonnes of CO2 | quantity t | 61e3 | about
2023 | date | 2023-01-01..2023-12-31 |
231 | quantity GWh | 231 |
31 | share % | 31 |
66,300 | quantity t | 66300 |
2024 | date | 2024-01-01..2024-12-31 |
218 | quantity GWh | 218 |
34 | share % | 34 |
62,100 | quantity t | 62100 |
2025 | date | 2025-01-01..2025-12-31 |
224 | quantity GWh | 224 |
38 | share % | 38 |
57,400 | quantity t | 57400 |
2023 to 2025 | date | 2023-01-01..2025-12-31 |
7 percentage points | points percentage point | 7 |
85 MW | quantity MW | 85 |
190 GWh | quantity GWh | 190 |
2026 | date | 2026-01-01..2026-12-31 | probable
226 GWh | quantity GWh | 226 | probable
251 GWh | quantity GWh | 251 | probable
91.40 euros per MWh | quantity EUR/MWh | 91.4 |
2024 | date | 2024-01-01..2024-12-31 |
98 euros per MWh | quantity EUR/MWh | 98 |
2025 | date | 2025-01-01..2025-12-31 |
98 euros per MWh | quantity EUR/MWh | 98 |
2025 | date | 2025-01-01..2025-12-31 |
January 2026 | date | 2026-01-01..2026-01-31 |
4 °C | quantity °C | 4 |
3 °C | quantity °C | 3 |
75 °C | quantity °C | 75 |
November 2024 | date | 2024-11-01..2024-11-30 |
2025 | date | 2025-01-01..2025-12-31 |
4.6 GWh | quantity GWh | 4.6 |
1.2 GWh | quantity GWh | 1.2 |
4,160 MWh | quantity MWh | 4160 |
2025 | date | 2025-01-01..2025-12-31 |
1,150 MWh | quantity MWh | 1150 |
9 GWh | quantity GWh | 9 |
2023 | date | 2023-01-01..2023-12-31 |
November 2025 | date | 2025-11-01..2025-11-30 | probable
June 2026 | date | 2026-06-01..2026-06-30 | probable
last quarter of 2029 | date | 2029-10-01..2029-12-31 | probable
24 million euros | money EUR | 24e6 | possible
18 March 2026 | date | 2026-03-18 |
23 MW | quantity MW | 23 |
"""

FOLLOWUP = """
last quarter of 2029 | date | 2029-10-01..2029-12-31 | probable
41.3 million euros | money EUR | 41300e3 |
30 June 2026 | date | 2026-06-30 |
18,950 | count | 18950 |
19,000 | count | 19e3 | about
first half of 2026 | date | 2026-01-01..2026-06-30 |
121 GWh | quantity GWh | 121 |
78 GWh | quantity GWh | 78 |
first quarter of 2026 | date | 2026-01-01..2026-03-31 |
41 % | share % | 41 |
first half of 2026 | date | 2026-01-01..2026-06-30 |
26,400 tonnes of CO2 | quantity t | 26400 |
January to June 2026 | date | 2026-01-01..2026-06-30 |
26,000 to 27,000 tonnes | quantity t | 26e3..27e3 | probable
7 September 2026 | date | 2026-09-07 |
3.2 km | quantity km | 3.2 |
3,200 m | quantity m | 3200 |
January to June 2026 | date | 2026-01-01..2026-06-30 |
2.4 GWh | quantity GWh | 2.4 |
2,380 MWh | quantity MWh | 2380 |
August 2026 | date | 2026-08-01..2026-08-31 |
17.5 °C | quantity °C | 17.5 |
105 euros per MWh | quantity EUR/MWh | 105<.. |
2027 | date | 2027-01-01..2027-12-31 |
102 euros per MWh | quantity EUR/MWh | 102 | about probable
2027 | date | 2027-01-01..2027-12-31 | probable
"""


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (FUNDING_FILE, FUNDING),
        ("heat/article.en.md", HEAT),
        ("heat/followup.en.md", FOLLOWUP),
    ],
)
def test_exactly_what_a_person_reads_is_read(name: str, written: str) -> None:
    assert [shown(one) for one in readings(name)] == written.strip().split("\n")


@pytest.mark.parametrize(
    ("name", "text", "who"),
    [
        (
            FUNDING_FILE,
            "60 milliards de dollars",
            "plusieurs sources au plus près des négociations",
        ),
        (FUNDING_FILE, "50 milliards de dollars", "certains médias"),
        (FUNDING_FILE, "41 milliards de dollars", None),
        ("heat/article.en.md", "60 million euros", "the utility"),
        ("heat/article.en.md", "162 km", None),
        ("heat/followup.en.md", "105 euros per MWh", "The Energy Board"),
        ("heat/followup.en.md", "102 euros per MWh", "The utility"),
    ],
)
def test_who_says_so(name: str, text: str, who: str | None) -> None:
    said = {" ".join(one.text.split()): one.attribution for one in readings(name)}
    assert said[text] == who


def readings(name: str) -> tuple[Reading, ...]:
    """What is read in an article; its name says its language."""
    return read_text((CLAIMS / name).read_text(encoding="utf-8"), name.split(".")[1])


def shown(one: Reading) -> str:
    """A reading as a line of the lists above."""
    unit = f"{one.kind} {one.unit}".strip()
    marks = [*["about"] * one.about, *[one.certainty] * (one.certainty != "certain")]
    if one.other is not None:
        marks.append(f"or {_number(one.other)}")
    line = (" ".join(one.text.split()), unit, _ends(one), " ".join(marks))
    return " | ".join(line).rstrip()


def _ends(one: Reading) -> str:
    write = _day if one.kind == "date" else _number
    if one.low == one.high is not None:
        return write(one.high)
    low = "" if one.low is None else write(one.low) + "<" * (not one.low_included)
    high = "" if one.high is None else "<" * (not one.high_included) + write(one.high)
    return f"{low}..{high}"


def _day(ordinal: Fraction) -> str:
    return date.fromordinal(int(ordinal)).isoformat()


def _number(number: Fraction) -> str:
    for power in (9, 6, 3):
        if number and number % 10**power == 0:
            return f"{number_text(number / 10**power)}e{power}"
    return str(number_text(number))
