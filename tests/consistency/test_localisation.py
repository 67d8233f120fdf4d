"""Cases in which it is known what is wrong: the lightest repairs and causes are the known ones."""

from pathlib import Path

import pytest

from claimcheck.consistency.causes import _TEXTS
from claimcheck.consistency.conflicts import Decided
from claimcheck.consistency.repairs import Lightest, lightest, repairs
from claimcheck.finding import Repair
from tests.consistency.parts import LOCALISATION, decided_of, loaded
from tests.localisation.reading import Case, read

CASES = sorted(LOCALISATION.glob("*.claims.yaml"))
each_case = pytest.mark.parametrize(
    "path", CASES, ids=[path.name.partition(".")[0] for path in CASES]
)


def judged(path: Path) -> tuple[Case, Decided, Lightest]:
    """What is known of a case, the part with all its conflicts, and the lightest repairs of that."""
    every = [place.decided for place in decided_of(path.name, loaded(LOCALISATION, path))]
    [decided] = [one for one in every if one.decision.conflicts]
    return read(path), decided, lightest(decided)


def offered(decided: Decided, best: Lightest) -> list[Repair]:
    """All repairs of all conflicts."""
    return [r for c in decided.decision.conflicts for r in repairs(decided, c, best)]


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 24


@each_case
def test_the_lightest_repair_is_the_known_one(path: Path) -> None:
    case, _, best = judged(path)
    assert best.complete
    assert {frozenset(claim.id for claim in claims) for claims in best.sets} == case.repairs


@each_case
def test_no_single_change_is_offered_where_none_suffices(path: Path) -> None:
    case, decided, best = judged(path)
    for repair in offered(decided, best):
        if repair.kind == "set":
            single = len(best.sets[0]) == 1
            assert set(repair.claims) == {name for names in case.repairs for name in names}
            assert ("{claims} alone" in repair.text.text["en"]) == (single and len(best.sets) == 1)
            assert ("no single" in repair.text.text["en"]) == (not single)
        if repair.kind == "cause":
            assert frozenset(repair.claims) in case.repairs


# Inequalities alone leave the staff 97 to 1427, wider than what causes count as telling.
TOO_ROOMY = {"ratios-only"}


@each_case
def test_the_known_cause_is_offered(path: Path, request: pytest.FixtureRequest) -> None:
    if path.name.partition(".")[0] in TOO_ROOMY:
        request.applymarker(pytest.mark.xfail(reason="causes are offered in narrow room only"))
    case, decided, best = judged(path)
    causes = {
        name
        for repair in offered(decided, best)
        for name, text in _TEXTS.items()
        if repair.kind == "cause" and repair.text.text is text
    }
    if case.cause != "none":
        assert case.cause in causes
