"""Agreement of claims with their quotes: what counts as the same, and what is called how."""

import pytest

from claimcheck.rules import built_in
from claimcheck.testing import run_example

RULES = [rule for rule in built_in() if rule.family == "text"]
FRENCH = {
    "upper": "Il paiera jusqu’à 30 milliards de dollars.",
    "under": "Il paiera moins de 30 milliards de dollars.",
    "over": "Il paiera plus de 30 milliards de dollars.",
    "about": "Il a payé environ 30 milliards de dollars.",
    "plain": "Il a payé 30 milliards de dollars.",
    "range": "Il paiera entre 20 et 30 milliards de dollars.",
    "order": "Il a payé des centaines de millions de dollars.",
    "possible": "Il pourrait payer 30 milliards de dollars.",
    "voice": "Selon la banque, il a payé 30 milliards de dollars.",
    "trillion": "Il a payé un trillion de dollars.",
}
D, H, S = "text/quote-disagrees", "text/dropped-hedge", "text/scale-word"


def found(sentence: str, value: str, *, attribute: str = "raised", more: str = "") -> set[str]:
    """The rules that speak when a sentence is encoded as a value."""
    example = (
        "document: {text: a.md, language: fr}\n"
        "claims:\n"
        f"  - {{id: a, subject: Acme, attribute: {attribute}, value: {value!r}{more},"
        f' quote: "{sentence}"}}\n'
        f"text: |\n  {sentence}\n"
    )
    return {finding.rule for finding in run_example(example, RULES)}


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        # as it is written
        ("upper", "up to 30 billion USD", set()),
        ("upper", "at most 30 billion USD", set()),
        ("under", "under 30 billion USD", set()),
        ("over", "over 30e9 USD", set()),
        ("about", "about 30 billion USD", set()),
        ("about", "27 to 33 billion USD", set()),
        ("plain", "30_000 million USD", set()),
        ("range", "20 billion to 30 billion USD", set()),
        ("order", "200 million to under 1 billion USD", set()),
        # within the precision of the quote
        ("plain", "30.2 billion USD", set()),
        ("about", "about 31 billion USD", set()),
        # another number, unit, direction, kind of limit
        ("plain", "31 billion USD", {D}),
        ("plain", "30 million USD", {D}),
        ("plain", "30 billion EUR", {D}),
        ("upper", "up to 40 billion USD", {D}),
        ("upper", "over 30 billion USD", {D}),
        ("under", "over 30 billion USD", {D}),
        ("under", "up to 30 billion USD", {D}),
        ("over", "at least 30 billion USD", {D}),
        ("plain", "up to 30 billion USD", {D}),
        ("range", "25 billion USD", {D}),
        # a hedge that is left out
        ("upper", "30 billion USD", {H}),
        ("under", "30 billion USD", {H}),
        ("over", "30 billion USD", {H}),
        ("about", "30 billion USD", {H}),
        ("range", "30 billion USD", {H}),
        ("possible", "30 billion USD", {H}),
        ("voice", "30 billion USD", {H}),
        # a scale word with two readings
        ("trillion", "1 trillion USD", {S}),
        ("trillion", "1_000_000 trillion USD", {S}),
        ("trillion", "1 billion USD", {D, S}),
    ],
)
def test_a_claim_says_what_its_quote_says_or_a_rule_says_how_not(
    sentence: str, value: str, expected: set[str]
) -> None:
    assert found(FRENCH[sentence], value) == expected


@pytest.mark.parametrize(
    ("sentence", "more"),
    [
        ("possible", ", certainty: possible"),
        ("possible", ", certainty: probable"),
        ("possible", ", scenario: deal"),
        ("voice", ", attribution: the bank"),
        ("trillion", ", scale: short"),
    ],
)
def test_what_the_claim_says_beside_its_value_counts(sentence: str, more: str) -> None:
    value = "1 trillion USD" if sentence == "trillion" else "30 billion USD"
    assert found(FRENCH[sentence], value, more=more) == set()


def test_a_wrong_scale_is_an_error() -> None:
    assert found(FRENCH["trillion"], "1 trillion USD", more=", scale: long") == {S}


@pytest.mark.parametrize(
    ("sentence", "value", "attribute", "expected"),
    [
        ("Le parti a gagné 3 points.", "3 %", "vote_share", {D}),
        ("Le parti a obtenu 3 %.", "3 %", "vote_share", set()),
        ("Les deux tiers des voix.", "66.7 %", "vote_share", set()),
        ("Les deux tiers des voix.", "60 %", "vote_share", {D}),
        ("La sortie est prévue en 2027.", "2027", "release", {H}),
        ("La sortie est prévue en 2027.", "2028", "release", {D}),
        ("Sorti en août 2025.", "2025-08-07", "release", set()),
        ("Sorti en août 2025.", "2025", "release", set()),
        ("Sorti fin 2025.", "2025-Q4", "release", set()),
        ("Une usine de 30 MW.", "30_000 kW", "power", set()),
        ("Une usine de 30 MW.", "30 kW", "power", {D}),
    ],
)
def test_shares_dates_and_quantities_agree_in_their_own_ways(
    sentence: str, value: str, attribute: str, expected: set[str]
) -> None:
    assert found(sentence, value, attribute=attribute) == expected
