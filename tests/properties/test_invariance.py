"""What is found depends on what claims say, not on how the file is arranged or on seeds."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.consistency import slots
from tests.properties import few
from tests.properties.newsroom import (
    ENTITIES,
    News,
    applied,
    findings,
    index_of,
    newsrooms,
    yaml,
)
from tests.properties.verdicts import found, identities, ids


def test_the_newsrooms_have_something_to_find() -> None:
    """Else the properties below would hold for nothing."""
    seen: set[str] = set()

    @given(newsrooms())
    def look(news: News) -> None:
        seen.update(finding.rule for finding in findings(news))

    look()
    assert seen >= {
        "references/contradiction",
        "time/lapsed-expectation",
        "time/undated-flow",
        "values/certainty-drift",
        "values/conflict",
        "values/denied",
        "values/differing-bounds",
        "values/exclusivity",
        "arithmetic/false-comparison",
        "arithmetic/joint-conflict",
        "arithmetic/unreachable-bound",
    }


CONTRADICTIONS = (
    *("values/conflict", "values/denied", "values/exclusivity", "references/contradiction"),
    *("arithmetic/joint-conflict", "arithmetic/false-comparison", "time/outdated-expectation"),
)


_cents = st.integers(90_000, 125_000).map(lambda n: f"{n / 1000:.3f}")
_moments = st.sampled_from(("2025", "2025-06", "2025-01-15", "2025-10/2025-12"))


@given(_cents, _cents, st.permutations(("USD", "EUR", "CHF")), _moments, _moments)
def test_the_order_of_claims_in_two_currencies_changes_nothing(
    one: str, other: str, currencies: list[str], when: str, then: str
) -> None:
    both = {"subject": "Acme", "attribute": "valuation"}
    pair = (
        {"id": "a", **both, "value": f"{one} {currencies[0]}", "when": when},
        {"id": "b", **both, "value": f"{other} {currencies[1]}", "when": then},
    )
    assert found(findings(News(pair))) == found(findings(News(pair[::-1])))


@few
@given(newsrooms())
def test_the_quick_way_for_large_slots_finds_the_same(news: News) -> None:
    before = findings(news)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "SMALL", 0)
        assert found(findings(news)) == found(before)


@few
@given(newsrooms())
def test_a_rule_reports_a_set_of_claims_once(news: News) -> None:
    """But for ends out of reach, and dates that bound each other, of which one set may have two."""
    sets = Counter((finding.rule, ids(finding)) for finding in findings(news))
    twice = {rule for (rule, _), times in sets.items() if times > 1}
    assert twice <= {"arithmetic/unreachable-bound", "time/anachronism"}


@few
@given(newsrooms(), st.integers(1, 5))
def test_lines_above_change_no_identity(news: News, lines: int) -> None:
    moved = applied(index_of(news, above="# a line\n" * lines)).findings
    assert identities(moved) == identities(findings(news))


def written_newsrooms(folder: Path, number: int) -> None:
    """As many newsrooms as files, without the attributes that only these tests know."""
    (folder / "claimcheck.toml").write_text("")
    entities = "\n".join(f"  {name}:" for name in ENTITIES)
    (folder / "vocabulary.yaml").write_text(f"entities:\n{entities}\n")

    @settings(max_examples=number)
    @given(newsrooms())
    def write(news: News) -> None:
        if not {"motto", "listed"} & {claim.get("attribute") for claim in news.claims}:
            path = folder / f"n{len([*folder.iterdir()])}.claims.yaml"
            path.write_text(yaml(news.claims, "claims", news.published))

    write()


def test_the_seed_of_hashes_changes_nothing(tmp_path: Path) -> None:
    written_newsrooms(tmp_path, 80)
    command = [sys.executable, "-m", "claimcheck", "check", "--no-cache", str(tmp_path)]
    one, other = (
        subprocess.run(
            [*command, "-f", "json", "--as-of", "2026-06-30"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("1", "2")
    )
    assert len(one) > 10_000
    assert one == other
