"""The same amounts in other units, hedged amounts, and further claims: what may and may not be found."""

from collections.abc import Callable
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties import few
from tests.properties.newsroom import Fields, News, findings, newsrooms
from tests.properties.verdicts import CONFLICTS, conflicting, found, ids

# Units by dimension, each with its exact size in the first of them.
UNITS = {
    "power": {"MW": "1", "kW": "1/1000", "GW": "1000", "W": "1/1000000", "TW": "1000000"},
    "energy_capacity": {"MWh": "1", "kWh": "1/1000", "GWh": "1000", "GJ": "5/18", "TJ": "2500/9"},
    "length": {
        "km": "1",
        "m": "1/1000",
        "mile": "201168/125000",
        "ft": "381/1250000",
        "cm": "1/100000",
    },
    "full_load_hours": {"h": "1", "min": "1/60", "day": "24"},
}


def decimal(number: Fraction) -> str | None:
    """An exact number in digits, if it has any end."""
    places = next((p for p in range(40) if (number * 10**p).denominator == 1), None)
    if places is None:
        return None
    text = str(int(number * 10**places)).rjust(places + 1, "0")
    return f"{text[:-places]}.{text[-places:]}" if places else text


class Amount:
    """A value of a physical unit, as template and exact numbers, with its precision."""

    def __init__(
        self, attribute: str, template: str, numbers: tuple[str, ...], precision: str
    ) -> None:
        self.attribute = attribute
        self.template = template
        self.numbers = numbers
        self.precision = precision

    def __repr__(self) -> str:
        return f"{self.attribute} {self.template} {self.numbers} ±{self.precision}"

    def fields(self, id: str, unit: str) -> Fields:
        """As a claim, in this unit if digits can say it, else in the first one."""
        size = Fraction(UNITS[self.attribute][unit])
        numbers = (*self.numbers, self.precision or "1")
        written = [decimal(Fraction(number) / size) for number in numbers]
        if None in written:
            return self.fields(id, next(iter(UNITS[self.attribute])))
        precision = f"{written[-1]} {unit}" if self.precision else "exact"
        value = self.template.format(*(f"{number} {unit}" for number in written))
        return {
            **{"id": id, "subject": "Acme", "attribute": self.attribute, "when": "2025"},
            **{"value": value, "precision": precision},
        }


@st.composite
def measured(draw: st.DrawFn, decimal_only: bool) -> list[Amount]:
    """Values of one or two physical attributes."""
    attributes = draw(
        st.lists(st.sampled_from([*UNITS][: 1 if decimal_only else None]), min_size=1, max_size=2)
    )
    marks = ("{0}", "about {0}", "under {0}", "at least {0}", "up to {0}", "up to about {0}")
    return [
        Amount(
            draw(st.sampled_from(attributes)),
            draw(st.sampled_from((*marks, "{0} to {1}", "about {0} to {1}", "{0} to under {1}"))),
            (
                draw(st.sampled_from(("9", "9.5", "18", "30"))),
                draw(st.sampled_from(("36", "40", "99.9"))),
            ),
            draw(st.sampled_from(("", "0.1", "1", "10"))),
        )
        for _ in range(draw(st.integers(2, 5)))
    ]


def in_units(amounts: list[Amount], unit_of: Callable[[Amount], str]) -> News:
    """The values as a document, each in the unit chosen for it."""
    return News(tuple(a.fields(f"c{n}", unit_of(a)) for n, a in enumerate(amounts)))


@few
@given(measured(decimal_only=False), st.data())
def test_another_unit_changes_no_verdict(amounts: list[Amount], data: st.DataObject) -> None:
    before = findings(in_units(amounts, lambda a: next(iter(UNITS[a.attribute]))))
    after = findings(in_units(amounts, lambda a: data.draw(st.sampled_from([*UNITS[a.attribute]]))))
    assert {(f.rule, ids(f)) for f in after} == {(f.rule, ids(f)) for f in before}


@few
@given(measured(decimal_only=True), st.data())
def test_another_power_of_ten_changes_no_level(amounts: list[Amount], data: st.DataObject) -> None:
    before = findings(in_units(amounts, lambda a: next(iter(UNITS[a.attribute]))))
    after = findings(in_units(amounts, lambda a: data.draw(st.sampled_from([*UNITS[a.attribute]]))))
    assert found(after) == found(before)


@few
@given(newsrooms(least=3), st.integers(0, 7))
def test_a_further_claim_takes_no_conflict_away(news: News, left_out: int) -> None:
    fewer = (
        news.claims[: left_out % len(news.claims)] + news.claims[left_out % len(news.claims) + 1 :]
    )
    before = conflicting(findings(news._replace(claims=fewer)), ["values/conflict"])
    assert before <= conflicting(findings(news), CONFLICTS)


MARKS = (
    "under ",
    "at most ",
    "over ",
    "at least ",
    "up to ",
    "from ",
    "before ",
    "after ",
    "by ",
    "since ",
)


def hedged(claim: Fields) -> str | None:
    """The value of a claim with "about", if it is an amount or a date without it."""
    value = str(claim.get("value", ""))
    has_digit = any(character.isdigit() for character in value)
    if not has_digit or any(mark in value for mark in ("about", "~", "<", "..")):
        return None
    mark = next((mark for mark in MARKS if value.startswith(mark)), "")
    return f"{mark}about {value[len(mark) :]}"


@few
@given(newsrooms(), st.data())
def test_a_hedge_makes_no_conflict(news: News, data: st.DataObject) -> None:
    plain = [n for n, claim in enumerate(news.claims) if hedged(claim)]
    assume(plain)
    chosen = data.draw(st.sets(st.sampled_from(plain), min_size=1))
    wider = [
        {**claim, "value": hedged(claim)} if n in chosen else claim
        for n, claim in enumerate(news.claims)
    ]
    after = conflicting(findings(news._replace(claims=tuple(wider))), ["values/conflict"])
    assert after <= conflicting(findings(news), CONFLICTS)
