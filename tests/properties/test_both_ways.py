"""Small documents whose findings once hung on the order of claims, or on what else was said."""

import pytest
import yaml

from tests.properties.newsroom import Fields, News, findings
from tests.properties.verdicts import found, identities

ACME = "subject: Acme, attribute:"
OTHER_WAY = {
    "rates there and back": f"""
- {{id: a, {ACME} valuation, value: 90.000 EUR, when: 2025}}
- {{id: b, {ACME} valuation, value: 90.864 USD, when: 2025}}
""",
    "rates of a month and of its year": f"""
- {{id: a, {ACME} valuation, value: 100.00 EUR, when: 2025}}
- {{id: b, {ACME} valuation, value: 105.00 USD, when: 2025-06}}
""",
    "a comparison with two currencies": f"""
- {{id: a, {ACME} revenue, value: 1 USD}}
- {{id: b, {ACME} revenue, value: 1 EUR}}
- {{id: c, that: revenue(Acme) == 10 USD}}
""",
}


def claims_of(text: str) -> tuple[Fields, ...]:
    """Claims as written; every scalar stays the text that it is."""
    return tuple(yaml.load(text, yaml.BaseLoader))


@pytest.mark.parametrize("text", OTHER_WAY.values(), ids=OTHER_WAY.keys())
def test_the_other_way_round_the_same_is_found(text: str) -> None:
    claims = claims_of(text)
    one, other = findings(News(claims)), findings(News(claims[::-1]))
    assert found(one) == found(other)
    assert identities(one) == identities(other)


def test_the_order_of_references_is_no_part_of_a_contradiction() -> None:
    (claim, *both) = claims_of(f"""
- {{id: a, {ACME} valuation, value: 10 USD}}
- {{id: r, {ACME} valuation, value: 20 USD, citation: a register}}
- {{id: s, {ACME} valuation, value: 20 USD, citation: a register}}
""")
    one, other = (News((claim,), (*order,)) for order in (both, both[::-1]))
    assert identities(findings(one)) == identities(findings(other))


@pytest.mark.parametrize("after", [True, False], ids=["after", "before"])
def test_a_conflict_of_one_time_is_no_other_beside_that_of_another(after: bool) -> None:
    claims = claims_of(f"""
- {{id: a, {ACME} valuation, value: 10 USD, when: 2025}}
- {{id: b, {ACME} valuation, value: 20 USD, when: 2025-01/2025-12}}
- {{id: c, {ACME} valuation, value: 10 USD, when: 2024}}
- {{id: d, {ACME} valuation, value: 20 USD, when: 2024-01/2024-12}}
""")
    both = claims if after else (*claims[2:], *claims[:2])
    assert identities(findings(News(claims[:2]))) <= identities(findings(News(both)))


def test_a_claim_that_agrees_in_other_words_leaves_a_conflict_what_it_is() -> None:
    claims = claims_of(f"""
- {{id: a, {ACME} valuation, value: 10 USD, when: 2025}}
- {{id: b, {ACME} valuation, value: 20 USD, when: 2025}}
- {{id: c, {ACME} valuation, value: 20 USD, when: 2025-01/2025-12}}
""")
    [before] = findings(News(claims[:2]))
    [after] = findings(News(claims))
    assert after.fingerprint == before.fingerprint


def test_two_comparisons_that_exclude_each_other_are_one_finding() -> None:
    claims = claims_of(f"""
- {{id: a, {ACME} revenue, value: over 1 USD, when: 2025}}
- {{id: b, that: revenue(Acme) < 10 USD, when: 2025}}
- {{id: c, that: revenue(Acme) > 20 USD, when: 2025}}
""")
    assert len(findings(News(claims))) == 1
