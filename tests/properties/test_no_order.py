"""What no order of claims and references may change: findings, levels, identities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.consistency import slots
from tests.properties.newsroom import News, applied, findings, index_of, newsrooms
from tests.properties.test_both_ways import ACME, claims_of
from tests.properties.verdicts import found, identities


@given(newsrooms(), st.data())
def test_the_order_of_claims_and_references_changes_nothing(
    news: News, data: st.DataObject
) -> None:
    claims, references = (data.draw(st.permutations(part)) for part in news[:2])
    moved = findings(news._replace(claims=tuple(claims), references=tuple(references)))
    assert found(moved) == found(findings(news))
    assert identities(moved) == identities(findings(news))


OTHER_WAY = {
    "drifts at two times": f"""
- {{id: a, {ACME} valuation, value: 5 USD, when: 2024, certainty: probable}}
- {{id: b, {ACME} valuation, value: 5 USD, when: 2024, certainty: possible}}
- {{id: c, {ACME} valuation, value: 5 USD, when: 2025, certainty: certain}}
- {{id: d, {ACME} valuation, value: 5 USD, when: 2025, certainty: probable}}
""",
    "two foundations": f"""
- {{id: a, {ACME} founded, value: 2024}}
- {{id: b, {ACME} founded, value: 2024, certainty: possible}}
- {{id: c, {ACME} valuation, value: 5 USD, when: 2020}}
""",
    "an end that two claims put out of reach": f"""
- {{id: a, {ACME} investment, where: {{in: OpenAI}}, value: over 1 USD}}
- {{id: b, {ACME} investment, where: {{in: OpenAI}}, value: over 1 USD, certainty: possible}}
- {{id: c, subject: Beta, attribute: investment, where: {{in: OpenAI}}, value: up to 1 USD}}
- id: d
  that: investment(Acme, in=OpenAI) + investment(Beta, in=OpenAI)
  value: 1.5 USD
  precision: exact
""",
    "a founding and a correction of it": f"""
- {{id: a, {ACME} founded, value: 2027}}
- {{id: b, {ACME} founded, value: 2027}}
- {{id: c, {ACME} revenue, value: 5 USD, when: ../2025}}
""",
    "conflicts in two currencies": f"""
- {{id: c2, {ACME} revenue, value: over 1.5 JPY}}
- {{id: c3, {ACME} revenue, value: 1 JPY}}
- {{id: c4, {ACME} revenue, value: 10.4 USD}}
- {{id: c5, {ACME} revenue, value: 1.5 USD}}
""",
}


@pytest.mark.parametrize("text", OTHER_WAY.values(), ids=OTHER_WAY.keys())
def test_the_other_way_round_the_same_is_found(text: str) -> None:
    claims = claims_of(text)
    one, other = findings(News(claims)), findings(News(claims[::-1]))
    assert found(one) == found(other)
    assert identities(one) == identities(other)


REFERENCES_OTHER_WAY = {
    "an expectation that two references overtake": (
        f"""
- {{id: a, {ACME} founded, value: after 2027}}
""",
        f"""
- {{id: r, {ACME} founded, value: 2026-01-15, citation: a register}}
- {{id: s, {ACME} founded, value: 2026-01-15, citation: a register}}
""",
    ),
}


@pytest.mark.parametrize(
    ("text", "true"), REFERENCES_OTHER_WAY.values(), ids=REFERENCES_OTHER_WAY.keys()
)
def test_the_order_of_references_is_no_part_of_an_identity(text: str, true: str) -> None:
    one, other = (
        News(claims_of(text), order, "2025-06-15")
        for order in (claims_of(true), claims_of(true)[::-1])
    )
    assert identities(findings(one)) == identities(findings(other))


def test_claims_in_and_out_of_a_scenario_are_no_part_of_the_order() -> None:
    claims = claims_of(f"""
- {{id: a, {ACME} valuation, value: 10 USD, when: 2026-01-30, scenario: listing}}
- {{id: b, {ACME} valuation, value: 10 USD, when: 2026-01-30}}
""")
    true = claims_of(f"- {{id: r, {ACME} valuation, value: 20 USD, when: 2026-01-30, citation: x}}")
    one, other = News(claims, true), News(claims[::-1], true)
    assert identities(findings(one)) == identities(findings(other))


def test_what_is_dated_apart_does_not_meet_in_comparisons_either() -> None:
    claims = claims_of("""
- {id: a, subject: GPT-5, attribute: parameters, value: 10, when: 2024}
- {id: b, subject: GPT-5, attribute: parameters, value: 99, when: 2025}
- {id: c, that: parameters(GPT-5) <= 10, when: 2024}
- {id: d, that: parameters(GPT-5) >= 99, when: 2025}
""")
    assert findings(News(claims)) == ()


@pytest.mark.parametrize("value", ["before about 2026", "after about 2024"])
def test_about_makes_a_limit_no_stricter(value: str) -> None:
    claims = claims_of(f"""
- {{id: a, subject: GPT-5, attribute: release, value: {value}}}
- {{id: b, subject: GPT-5, attribute: release, value: 2025}}
""")
    assert findings(News(claims)) == ()


@given(newsrooms())
def test_the_quick_way_for_large_slots_finds_and_counts_the_same(news: News) -> None:
    before = applied(index_of(news))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "SMALL", 0)
        after = applied(index_of(news))
    assert found(after.findings) == found(before.findings)
    for rule in ("values/conflict", "references/contradiction"):
        assert after.tallies[rule][:2] == before.tallies[rule][:2]


# Claims about expressions of which no slot has a claim of its own.
EXCLUDING = {
    "two totals": """
- {id: a, that: "revenue(Acme) + revenue(Beta)", value: 1 USD, when: 2025}
- {id: b, that: "revenue(Acme) + revenue(Beta)", value: 9 USD, when: 2025}
""",
    "two equations": """
- {id: a, that: revenue(Acme) == 1 USD, when: 2025}
- {id: b, that: revenue(Acme) == 9 USD, when: 2025}
""",
    "two comparisons": """
- {id: a, that: revenue(Acme) < 1 USD, when: 2025}
- {id: b, that: revenue(Acme) > 9 USD, when: 2025}
""",
}


@pytest.mark.parametrize("text", EXCLUDING.values(), ids=EXCLUDING.keys())
def test_statements_exclude_each_other_without_a_plain_claim(text: str) -> None:
    assert len(findings(News(claims_of(text)))) == 1
