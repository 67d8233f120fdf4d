"""What must not matter does not: order, names, units of the same amounts, an unrelated claim."""

import random
from typing import NamedTuple

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.judging import apply
from claimcheck.load.claims import load_document
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.vocabulary import Entity, Vocabulary
from claimcheck.rules import built_in
from claimcheck.source import Source

NAMES = ("Acme", "Beta", "Gamma", "Delta")
RULES = [rule for rule in built_in() if rule.family != "format"]
Data = dict[str, object]


class Amount(NamedTuple):
    """An amount of energy in kWh, to be written in any unit with its precision."""

    mark: str
    number: int
    precision: int


UNITS = {"kWh": 1, "J": 3_600_000, "MJ": None}


@st.composite
def claims(draw: st.DrawFn) -> list[Data]:
    found = []
    for number in range(draw(st.integers(2, 7))):
        claim: Data = {"id": f"c{number}", "subject": draw(st.sampled_from(NAMES[:2]))}
        kind = draw(
            st.sampled_from(
                ["valuation", "energy", "distributor", "exclusive_distributor", "founded"]
            )
        )
        claim["attribute"] = kind
        mark = draw(st.sampled_from(["", "about ", "up to ", "at least "]))
        if kind == "valuation":
            claim["value"] = (
                f"{mark}{draw(st.integers(1, 30))}0 million {draw(st.sampled_from(['USD', 'EUR']))}"
            )
        elif kind == "energy":
            claim["amount"] = Amount(mark, draw(st.integers(1, 40)), draw(st.integers(1, 3)))
        elif kind == "founded":
            claim["value"] = str(draw(st.integers(2018, 2028)))
        else:
            claim["value"] = draw(st.sampled_from(NAMES))
        for key, values in (
            ("when", ["2024", "2025", "2025-06", "2024/2025"]),
            ("certainty", ["probable", "possible"]),
            ("scenario", ["later"]),
            ("attribution", ["some media", "Reuters", "Beta"]),
        ):
            if draw(st.integers(0, 3)) == 0:
                claim[key] = draw(st.sampled_from(values))
        if draw(st.integers(0, 7)) == 0:
            claim["denied"] = True
        found.append(claim)
    return found


def findings(
    data: list[Data], names: dict[str, str] | None = None, unit: str = "kWh"
) -> list[Finding]:
    names = names or {}
    rows = [_row(claim, names, unit) for claim in data]
    vocabulary = Vocabulary(
        [Entity(names.get(n, n), names.get(n, n), (names.get(n, n),)) for n in NAMES],
        (),
        general_vocabulary(),
    )
    text = yaml.safe_dump(
        {"document": {"published": "2025-07-01"}, "claims": rows}, sort_keys=False
    )
    document = load_document(Source("x.claims.yaml", text), "claims", vocabulary)
    assert document.problems == ()
    applied = apply(RULES, Index([document], [], as_of=740_000))
    assert applied.crashes == {}
    return list(applied.findings)


def _row(claim: Data, names: dict[str, str], unit: str) -> Data:
    row = {
        k: names.get(v, v) if isinstance(v, str) else v for k, v in claim.items() if k != "amount"
    }
    amount = claim.get("amount")
    if isinstance(amount, Amount):
        factor = UNITS[unit] or 1
        row["value"] = f"{amount.mark}{amount.number * factor} {unit}"
        row["precision"] = f"{amount.precision * factor} {unit}"
    return row


def verdicts(found: list[Finding]) -> list[tuple[str, str, tuple[str, ...]]]:
    return sorted((f.rule, f.level, tuple(sorted(c.id for c in f.claims))) for f in found)


@settings(max_examples=80)
@given(claims(), st.integers())
def test_the_order_of_claims_changes_nothing(data: list[Data], seed: int) -> None:
    shuffled = random.Random(seed).sample(data, len(data))
    assert verdicts(findings(shuffled)) == verdicts(findings(data))


@settings(max_examples=60)
@given(claims(), st.integers())
def test_the_order_of_keys_changes_nothing(data: list[Data], seed: int) -> None:
    random_ = random.Random(seed)
    shuffled = [dict(random_.sample(list(claim.items()), len(claim))) for claim in data]
    assert verdicts(findings(shuffled)) == verdicts(findings(data))


@settings(max_examples=60)
@given(claims())
def test_renaming_entities_changes_nothing_but_names(data: list[Data]) -> None:
    names = dict(zip(NAMES, ("Zeta", "Été 2", "Omega-3", "x.y"), strict=True))
    assert verdicts(findings(data, names)) == verdicts(findings(data))


@settings(max_examples=80)
@given(claims())
def test_another_unit_with_its_precision_changes_no_verdict(data: list[Data]) -> None:
    assert verdicts(findings(data, unit="J")) == verdicts(findings(data))


@settings(max_examples=60)
@given(claims(), claims())
def test_claims_of_something_else_change_nothing(data: list[Data], more: list[Data]) -> None:
    others = [{**claim, "id": f"m{n}", "subject": "Delta"} for n, claim in enumerate(more)]
    before = {(f.rule, f.fingerprint, f.digest) for f in findings(data)}
    after = {(f.rule, f.fingerprint, f.digest) for f in findings([*others, *data])}
    assert before <= after


@settings(max_examples=60)
@given(claims())
def test_a_run_repeats_itself_to_the_byte(data: list[Data]) -> None:
    assert repr(findings(data)) == repr(findings(data))
