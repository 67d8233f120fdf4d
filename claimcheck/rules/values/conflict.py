"""Claims give one slot values that cannot all hold.

A reader who adds up the article finds two figures for one thing. Either one of them is wrong, or they
speak of different things: another moment (`when`), another deal (`where`), a supposition (`scenario`), or
somebody else's estimate (`attribution`). Correct the wrong one, or say what sets them apart; if the
article itself leaves it open, accept the finding with the reason (`ignore`).
"""

from collections.abc import Iterator

from claimcheck.consistency.slots import Contradiction, contradictions, pairs
from claimcheck.consistency.steps import apart, label, related, said, slot_phrase
from claimcheck.finding import Checked, Finding, Outcome, Skipped
from claimcheck.index import Index, Slot

LEVEL = "error"
MESSAGE = {
    "en": "{slot} is given as {one} and as {other}, which cannot both hold",
    "fr": "{slot} : {one} et {other} ne peuvent tenir ensemble",
}
HELP = {
    "en": "correct one of them, or say what sets them apart with `when`, `where`, `scenario` or `attribution`",
    "fr": "corrigez l’une, ou dites ce qui les distingue par `when`, `where`, `scenario` ou `attribution`",
}

BAD = [
    """
claims:
  - {id: at-round, subject: OpenAI, attribute: valuation, value: about 830 billion USD}  # finds: values/conflict
  - {id: now, subject: OpenAI, attribute: valuation, value: about 500 billion USD}
""",
    """
claims:  # touching intervals, but rounded alike: equal values would be written alike
  - {id: one, subject: Paris, attribute: population, value: 2.1 million}  # finds: values/conflict
  - {id: two, subject: Paris, attribute: population, value: 2.2 million}
""",
    """
claims:  # currencies meet through the ECB's rates of the time
  - {id: dollars, subject: OpenAI, attribute: valuation, value: 500e9 USD, when: 2025-10}  # finds: values/conflict
  - {id: euros, subject: OpenAI, attribute: valuation, value: 300e9 EUR, when: 2025-10}
""",
    """
claims:  # so do prices
  - {id: dollars, subject: Spain, attribute: electricity_price, value: 60 USD/MWh, when: 2025-10}  # finds: values/conflict
  - {id: euros, subject: Spain, attribute: electricity_price, value: 80 EUR/MWh, when: 2025-10}
""",
    """
claims:
  - {id: first, subject: Acme, attribute: headquarters, value: Paris}  # finds: values/conflict
  - {id: second, subject: Acme, attribute: headquarters, value: Lyon}
""",
]

GOOD = [
    """
claims:  # one number written twice, once rounded
  - {id: round, subject: OpenAI, attribute: valuation, value: about 500 billion USD}
  - {id: exact, subject: OpenAI, attribute: valuation, value: 501.3e9 USD}
""",
    """
claims:  # two years, two values
  - {id: before, subject: OpenAI, attribute: valuation, value: 157e9 USD, when: 2024-10}
  - {id: after, subject: OpenAI, attribute: valuation, value: 500e9 USD, when: 2025-10}
""",
    """
claims:  # a supposition is not a fact
  - {id: now, subject: OpenAI, attribute: valuation, value: 500e9 USD}
  - {id: listed, subject: OpenAI, attribute: valuation, value: 1 trillion USD, scenario: after-ipo}
""",
    """
claims:  # two deals
  - {id: one, subject: SoftBank, attribute: investment, where: {in: OpenAI, deal: a}, value: 41e9 USD}
  - {id: two, subject: SoftBank, attribute: investment, where: {in: OpenAI, deal: b}, value: 30e9 USD}
""",
    """
claims:  # a correction replaces what it corrects
  - {id: wrong, subject: OpenAI, attribute: valuation, value: 830e9 USD}
  - {id: right, subject: OpenAI, attribute: valuation, value: 500e9 USD, replaces: wrong}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each set of claims of a slot that clash, directly or through others."""
    compared = 0
    for slot in index.contested_slots():
        if len(slot.claims) < 2:
            continue
        found = pairs(slot.claims)
        compared += found.compared
        for reason, number in found.skipped.items():
            yield Skipped(reason, slot.claims, number)
        for contradiction in contradictions(found):
            yield _finding(index, slot, contradiction)
    yield Checked(compared)


def _finding(index: Index, slot: Slot, contradiction: Contradiction) -> Finding:
    from claimcheck.consistency.causes import slot_causes

    first, second = contradiction.groups[0][0], contradiction.groups[1][0]
    claims = contradiction.claims
    return Finding(
        about=" ".join(filter(None, (slot.name, first.scenario, contradiction.moment))),
        span=index.span(first),
        data={"slot": slot_phrase(slot), "one": said(first), "other": said(second)},
        claims=claims,
        level=contradiction.level,
        label=label(first),
        related=related(index, tuple(claim for claim in claims if claim is not first)),
        steps=apart(contradiction),
        repairs=tuple(slot_causes(contradiction)),
    )
