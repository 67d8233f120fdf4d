"""That the cases are what their first lines say, judged without any code of claimcheck."""

from itertools import combinations
from pathlib import Path

import pytest

from tests.localisation.reading import HERE, Case, lightness, problem, read, undone
from tests.verifier import Problem, satisfiable, without

CASES = {path.name.partition(".")[0]: path for path in sorted(HERE.glob("*.claims.yaml"))}
each_case = pytest.mark.parametrize("path", CASES.values(), ids=CASES)


def repairs(case: Case, given: Problem, size: int) -> list[frozenset[str]]:
    """The sets of so many fields without which all edits hold."""
    sets = map(frozenset, combinations(case.fields, size))
    return [each for each in sets if satisfiable(without(given, each))]


def lightest(case: Case, given: Problem) -> set[frozenset[str]]:
    """The fewest fields to change; of as many, those that are most readily doubted."""
    found = repairs(case, given, 1) or repairs(case, given, 2)
    weights = {each: sum(lightness(case.fields[name]) for name in each) for each in found}
    return {each for each in found if weights[each] == min(weights.values())}


@each_case
@pytest.mark.parametrize("wide", [False, True], ids=["narrow", "wide"])
def test_the_lightest_repair_is_the_field_that_is_known_to_be_wrong(path: Path, wide: bool) -> None:
    case = read(path)
    given = problem(case, wide=wide)
    assert not satisfiable(given)
    assert lightest(case, given) == case.repairs


@pytest.mark.parametrize("name", [name for name in CASES if read(CASES[name]).cause != "none"])
def test_undoing_the_known_cause_makes_everything_hold(name: str) -> None:
    case = read(CASES[name])
    [[wrong]] = case.repairs
    given = problem(case, wide=False)
    rest = without(given, [wrong])
    [constraint] = [c for c in given.constraints if c.name == wrong]
    assert any(
        satisfiable(
            rest._replace(constraints=[*rest.constraints, constraint._replace(interval=each)])
        )
        for each in undone(case.fields[wrong], case.cause)
    )


@each_case
def test_without_weights_a_wrong_field_breaks_two_edits(path: Path) -> None:
    case = read(path)
    given = problem(case, wide=True)
    edits = [claim["id"] for claim in case.claims if "that" in claim]
    broken = [e for e in edits if not satisfiable(without(given, [o for o in edits if o != e]))]
    assert len(broken) >= (1 if weighed(case) else 2)


def weighed(case: Case) -> bool:
    """Whether some fields are doubted more readily than others."""
    return len({lightness(claim) for claim in case.fields.values()}) > 1


def test_there_are_cases_of_every_kind() -> None:
    cases = [read(path) for path in CASES.values()]
    single = [case for case in cases if min(map(len, case.repairs)) == 1]
    assert len([case for case in single if not weighed(case)]) >= 15
    assert len([case for case in single if weighed(case)]) >= 2
    assert len(cases) - len(single) >= 3
    assert {case.cause for case in cases} == {"thousand", "million", "transposed", "sign", "none"}
