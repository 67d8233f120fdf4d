"""Sums of rounded values: claimcheck, Arelle (XBRL Calculations 1.1) and interval arithmetic agree."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from claimcheck.run import Request, run
from tests.judges.xbrl_cases import TOTAL, Case, Fact, cases, digest

CASES = cases()
VERDICTS = Path(__file__).parent / "xbrl_verdicts.csv"

# Where Arelle's check of calculations is wrong: of facts of one concept with equal decimals it takes the
# first, whatever the others say. `consistentFactValueInterval` in its ValidateXbrlCalcs.py notes that they
# differ, and then overwrites the note. Duplicates with equal decimals are consistent only if they are equal
# (Open Information Model 1.0; SEC EDGAR Filer Manual 6.5.12), and Arelle's own check of duplicate facts
# says so of all these cases. All its ends are closed when it rounds to nearest, so that nothing depends on
# how it keeps account of open ones.
TWO_FACTS = (
    "the second of two facts has the decimals of the first and another value, and is ignored"
)
THREE_FACTS = "one of three facts has the decimals of another and another value, and is ignored"
# fmt: off
WRONG_CALCULATIONS: Mapping[str, tuple[int, ...]] = {
    TWO_FACTS: (
        80, 99, 171, 176, 348, 363, 413, 444, 502, 516, 573, 630, 680, 703, 723, 787, 885,
        945, 972, 976, 1015, 1052, 1174, 1176,
    ),
    THREE_FACTS: (
        179, 193, 196, 199, 206, 336, 337, 378, 389, 451, 479, 498, 554, 577, 692, 729, 756,
        822, 848, 878, 883, 892, 970, 1017, 1059, 1073, 1085, 1087, 1124, 1141,
    ),
}
# fmt: on

# Where claimcheck finds less in the total as the value of a sum than in the total as a claim of its own.
TOUCHING_TOTALS = (
    "only values of a slot must be equal if they are rounded alike; those of a sum may touch"
)
MISSED_SUMS: Mapping[str, tuple[int, ...]] = {TOUCHING_TOTALS: (336,)}
SUMS = 350
"""How many of the cases are also written as sums."""

Interval = tuple[Fraction, Fraction]
Form = Literal["equation", "sum"]


class Verdict(NamedTuple):
    """Whether facts that repeat one another are consistent, and whether the sum of all is."""

    duplicates: bool
    calculation: bool

    @property
    def consistent(self) -> bool:
        return self.duplicates and self.calculation


def arelle() -> dict[int, Verdict]:
    lines = VERDICTS.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    word = {"consistent": True, "inconsistent": False}
    return {
        int(row["case"]): Verdict(word[row["duplicates"]], word[row["calculation"]]) for row in rows
    }


ARELLE = arelle()


def interval(fact: Fact) -> Interval:
    half = 0 if fact.decimals is None else Fraction(10) ** -fact.decimals / 2
    return Fraction(fact.text) - half, Fraction(fact.text) + half


def common(intervals: Iterable[Interval]) -> Interval:
    """What closed intervals share; its ends are reversed if that is nothing."""
    lows, highs = zip(*intervals, strict=True)
    return max(lows), min(highs)


def by_slot(facts: Iterable[Fact]) -> dict[int, list[Fact]]:
    slots: dict[int, list[Fact]] = {}
    for fact in facts:
        slots.setdefault(fact.slot, []).append(fact)
    return slots


def unequal_twins(facts: Iterable[Fact]) -> bool:
    """Whether two facts of one slot have equal decimals and different values."""
    values = defaultdict(set)
    for fact in facts:
        values[fact.slot, fact.decimals].add(fact.text)
    return any(len(some) > 1 for some in values.values())


def shared(facts: Iterable[Fact]) -> list[Interval]:
    """What the facts of each slot leave for it, the total first."""
    return [common(map(interval, some)) for _, some in sorted(by_slot(facts).items())]


def reach(case: Case) -> Interval:
    """What the total and the sum of the items share, if no duplicates contradict each other."""
    total, *items = shared(case.facts)
    low = high = Fraction(0)
    for weight, ends in zip(case.weights, items, strict=True):
        first, last = sorted(weight * end for end in ends)
        low, high = low + first, high + last
    return common([total, (low, high)])


def truth(case: Case) -> Verdict:
    """By exact interval arithmetic; duplicates that contradict each other leave no sum to be consistent."""
    if unequal_twins(case.facts) or any(low > high for low, high in shared(case.facts)):
        return Verdict(duplicates=False, calculation=False)
    low, high = reach(case)
    return Verdict(duplicates=True, calculation=low <= high)


TRUTH = {case.number: truth(case) for case in CASES}

NAMES = ("total", "a", "b", "c", "d", "e", "f")
VOCABULARY = f"""
entities: {{{", ".join(f"{name}: {{name: {name}}}" for name in NAMES)}}}
attributes:
  amount: {{type: number, label: {{en: amount, fr: montant}}, doc: a number of any sign}}
"""


def claim_file(case: Case, form: Form) -> str:
    """Facts as claims of slots, and the calculation as an equation; or the total as what a sum comes to."""
    terms = "".join(
        f" {'+' if weight > 0 else '-'} amount({name})"
        for name, weight in zip(NAMES[1:], case.weights, strict=False)
    ).removeprefix(" + ")
    lines = ["claims:"]
    for place, fact in enumerate(case.facts):
        precision = "exact" if fact.decimals is None else f"{Decimal(1).scaleb(-fact.decimals):f}"
        about = f"subject: {NAMES[fact.slot]}, attribute: amount"
        if form == "sum" and fact.slot == TOTAL:
            about = f'that: "{terms}"'
        lines.append(f"  - {{id: f{place}, {about}, value: {fact.text}, precision: {precision}}}")
    if form == "equation":
        lines.append(f'  - {{id: calculation, that: "amount(total) == {terms}"}}')
    return "\n".join(lines) + "\n"


def found(folder: Path, some: Sequence[Case], form: Form) -> dict[int, set[str]]:
    """The rules with a finding in each case, after a run of the whole tool that left nothing out."""
    (folder / "vocabulary.yaml").write_text(VOCABULARY, encoding="utf-8")
    for case in some:
        path = folder / f"{case.number}.claims.yaml"
        path.write_text(claim_file(case, form), encoding="utf-8")
    report = run(Request((str(folder),)))
    assert report.documents == len(some)
    assert not report.crashes
    assert not any(tally.skipped for tally in report.tallies.values())
    rules: dict[int, set[str]] = {case.number: set() for case in some}
    for finding in report.findings:
        assert finding.level == "error", "a precision is stated, so that no digits are in doubt"
        rules[int(finding.document.removesuffix(".claims.yaml"))].add(finding.rule)
    return rules


def listed(table: Mapping[str, tuple[int, ...]]) -> set[int]:
    return {number for numbers in table.values() for number in numbers}


def test_the_verdicts_are_about_these_cases() -> None:
    assert f"# cases {digest(CASES)}" in VERDICTS.read_text(encoding="utf-8").splitlines()
    assert [case.number for case in CASES] == list(ARELLE)
    assert len(CASES) >= 1000


def test_the_cases_can_fail_both_ways() -> None:
    consistent = sum(verdict.consistent for verdict in ARELLE.values())
    assert 0.3 <= consistent / len(CASES) <= 0.7


def test_the_cases_mix_precisions_signs_and_duplicates() -> None:
    counts: Counter[str] = Counter()
    for case in CASES:
        slots = Counter(fact.slot for fact in case.facts)
        counts["three precisions"] += len({fact.decimals for fact in case.facts}) >= 3
        counts["an exact value"] += any(fact.decimals is None for fact in case.facts)
        counts["a negative weight"] += -1 in case.weights
        counts["a negative value"] += any(fact.text.startswith("-") for fact in case.facts)
        counts["duplicates"] += max(slots.values()) > 1
        counts["three duplicates"] += max(slots.values()) > 2
        low, high = reach(case)
        counts["touching ends"] += TRUTH[case.number].duplicates and low == high
    assert min(counts.values()) >= len(CASES) / 6, counts
    assert counts["three precisions"] >= len(CASES) / 2
    decimals = {fact.decimals for case in CASES for fact in case.facts}
    assert decimals == {None, *range(-9, 3)}
    assert {len(case.weights) for case in CASES} == {2, 3, 4, 5, 6}


def test_claimcheck_agrees_with_arelle_and_with_interval_arithmetic_on_every_case(
    tmp_path: Path,
) -> None:
    rules = found(tmp_path, CASES, "equation")
    wrong = listed(WRONG_CALCULATIONS)
    for case in CASES:
        here, judge = rules[case.number], ARELLE[case.number]
        assert here <= {"values/conflict", "arithmetic/false-comparison"}, case.text
        assert (not here) == TRUTH[case.number].consistent, case.text
        assert (not here) == (judge.calculation and case.number not in wrong), case.text
        assert ("values/conflict" not in here) == judge.duplicates, case.text


def test_a_total_as_the_value_of_a_sum_gives_the_same_verdicts(tmp_path: Path) -> None:
    rules = found(tmp_path, CASES[:SUMS], "sum")
    missed = {number for number, here in rules.items() if not here} - {
        number for number, verdict in TRUTH.items() if verdict.consistent
    }
    assert missed == listed(MISSED_SUMS)
    for number, here in rules.items():
        assert here <= {"values/conflict", "arithmetic/joint-conflict"}
        assert not (here and TRUTH[number].consistent)


def test_the_sums_that_claimcheck_misses_have_totals_that_only_touch() -> None:
    for number in MISSED_SUMS[TOUCHING_TOTALS]:
        case = CASES[number - 1]
        assert unequal_twins(fact for fact in case.facts if fact.slot == TOTAL)
        assert not unequal_twins(fact for fact in case.facts if fact.slot != TOTAL)
        low, high = reach(case)
        assert low == high


def test_arelle_is_wrong_about_calculations_only_where_it_is_listed() -> None:
    wrong = {n for n, verdict in ARELLE.items() if verdict.calculation != TRUTH[n].calculation}
    assert wrong == listed(WRONG_CALCULATIONS)


def test_arelle_is_never_wrong_about_duplicates() -> None:
    assert all(verdict.duplicates == TRUTH[n].duplicates for n, verdict in ARELLE.items())


@pytest.mark.parametrize("reason", WRONG_CALCULATIONS)
def test_arelle_is_wrong_for_the_reason_that_is_listed(reason: str) -> None:
    for number in WRONG_CALCULATIONS[reason]:
        case = CASES[number - 1]
        assert not TRUTH[number].consistent
        assert truth(case._replace(facts=first_of_equal_decimals(case.facts))).consistent
        twins = {slot for slot, facts in by_slot(case.facts).items() if unequal_twins(facts)}
        sizes = {len(by_slot(case.facts)[slot]) for slot in twins}
        assert (sizes == {2}) == (reason == TWO_FACTS)


def first_of_equal_decimals(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that Arelle's check of calculations looks at."""
    first: dict[tuple[int, int | None], Fact] = {}
    for fact in facts:
        first.setdefault((fact.slot, fact.decimals), fact)
    return tuple(first.values())
