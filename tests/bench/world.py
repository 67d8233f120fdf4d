"""What is true in the invented world of the corpus: entities, and facts that all agree with each other.

Every fact follows from the seed and from what it is about, so that any two claims drawn from the world can
both hold. Shares, rounds and valuations fit together, and so do halves and quarters with their year.
"""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

NEWEST = 2026
"""The year in which all documents of the corpus are published."""


class Entity(NamedTuple):
    """Something to write about; `kind` decides which attributes it has."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str


class Fact(NamedTuple):
    """One true value; `unit` is a currency, `%`, `MW`, `MWh`, `date` or empty for a count."""

    subject: Entity
    attribute: str
    value: Decimal | str
    unit: str
    when: str | None = None
    where: tuple[tuple[str, str], ...] = ()

    @property
    def slot(self) -> tuple[object, ...]:
        """What this is a value of, time included."""
        return (self.subject.id, self.attribute, self.where, self.when)


class World(NamedTuple):
    """A seed and the entities that all facts are about."""

    seed: int
    entities: tuple[Entity, ...]

    def of_kind(self, kind: str) -> list[Entity]:
        """All entities of one kind, in order."""
        return [entity for entity in self.entities if entity.kind == kind]

    def dice(self, *about: object) -> random.Random:
        """Random numbers that depend on the seed and on `about` only."""
        return random.Random("/".join(map(str, (self.seed, *about))))


def make_world(seed: int) -> World:
    """A world of 200 entities."""
    stems = [first + last for last in _LASTS for first in _FIRSTS]
    kinds = [kind for kind, number in _KINDS.items() for _ in range(number)]
    return World(seed, tuple(map(_entity, stems, kinds)))


def some_fact(world: World, dice: random.Random, attribute: str) -> Fact:
    """A fact of one attribute, about a subject and a time of the dice's choice."""
    return FACTS[attribute](world, dice)


def founding(world: World, company: Entity) -> Fact:
    """The year in which a company was founded, before anything else that is told of it."""
    year = world.dice("founded", company.id).randint(1950, 2009)
    return Fact(company, "founded", str(year), "date")


def valuation(world: World, company: Entity, year: int) -> Decimal:
    """What a company is worth during a year, from 10 million to 999 billion of its currency."""
    size = world.dice("size", company.id).randint(5, 9)
    return _three_digits(world, size, "valuation", company.id, year)


def currency(world: World, company: Entity) -> str:
    """The currency in which everyone writes about a company."""
    return world.dice("currency", company.id).choices(list(_CURRENCIES), [*_CURRENCIES.values()])[0]


def _three_digits(world: World, exponent: int, *about: object) -> Decimal:
    number = world.dice(*about).randint(100, 999)
    return Decimal((0, tuple(map(int, str(number))), exponent))


def _entity(stem: str, kind: str) -> Entity:
    ending, other = _NAMES[kind]
    name = f"{stem}{ending}"
    return Entity(name.lower().replace(" ", "-"), name, (f"{stem}{other}",), kind)


def _valuation(world: World, dice: random.Random) -> Fact:
    company = dice.choice(world.of_kind("company"))
    year = dice.randint(2019, NEWEST)
    when = dice.choice([str(year), str(year), f"{year}-{dice.randint(1, 12):02}"])
    undated = year == NEWEST and dice.random() < 0.7
    value = valuation(world, company, year)
    return Fact(company, "valuation", value, currency(world, company), None if undated else when)


def _deal(world: World, dice: random.Random) -> tuple[Entity, Entity, Entity, int, int]:
    """A round, its company, an investor, the year, and the investor's share in per cent."""
    round_ = dice.choice(world.of_kind("round"))
    companies = world.of_kind("company")
    own = world.dice("deal", round_.id)
    company, year = own.choice(companies), own.randint(2019, NEWEST)
    investor = own.sample([one for one in companies if one != company], 3)[dice.randrange(3)]
    share = world.dice("share", round_.id, investor.id).randint(1, 9)
    return round_, company, investor, year, share


def _investment(world: World, dice: random.Random) -> Fact:
    round_, company, investor, year, share = _deal(world, dice)
    value = valuation(world, company, year) * share / 100
    where = (("in", company.name), ("deal", round_.id))
    return Fact(investor, "investment", value, currency(world, company), None, where)


def _stake(world: World, dice: random.Random) -> Fact:
    round_, company, investor, year, share = _deal(world, dice)
    where = (("in", company.name), ("deal", round_.id))
    return Fact(investor, "stake", Decimal(share), "%", str(year), where)


def _raised(world: World, dice: random.Random) -> Fact:
    round_, company, _, year, _ = _deal(world, dice)
    value = valuation(world, company, year) * 30 / 100
    return Fact(company, "raised", value, currency(world, company), None, (("deal", round_.id),))


def _flow(attribute: str) -> Callable[[World, random.Random], Fact]:
    """Money of a year, of a half or of a quarter; the parts add up to the whole."""

    def fact(world: World, dice: random.Random) -> Fact:
        company = dice.choice(world.of_kind("company"))
        year, part = dice.randint(2018, NEWEST - 1), dice.choice([*_PARTS, "", "", "", ""])
        size = world.dice("size", company.id).randint(5, 8)
        whole = _three_digits(world, size, attribute, company.id, year)
        value = whole * _PARTS.get(part, 100) / 100
        return Fact(company, attribute, value, currency(world, company), f"{year}{part}")

    return fact


def _release(world: World, dice: random.Random) -> Fact:
    product = dice.choice(world.of_kind("product"))
    own = world.dice("release", product.id)
    day = f"{own.randint(2012, 2025)}-{own.randint(1, 12):02}-{own.randint(1, 28):02}"
    return Fact(product, "release", day, "date")


def _population(world: World, dice: random.Random) -> Fact:
    city = dice.choice(world.of_kind("city"))
    year = dice.randint(2018, NEWEST - 1)
    size = world.dice("size", city.id).randint(1, 4)
    value = _three_digits(world, size, "people", city.id, year)
    return Fact(city, "population", value, "", str(year))


def _output(world: World, plant: Entity) -> Decimal:
    size = world.dice("size", plant.id).randint(-1, 1)
    return _three_digits(world, size, "power", plant.id)


def _power(world: World, dice: random.Random) -> Fact:
    plant = dice.choice(world.of_kind("plant"))
    return Fact(plant, "power", _output(world, plant), "MW")


def _energy(world: World, dice: random.Random) -> Fact:
    plant = dice.choice(world.of_kind("plant"))
    year = dice.randint(2018, NEWEST - 1)
    hours = 100 * world.dice("hours", plant.id, year).randint(15, 60)
    return Fact(plant, "energy", _output(world, plant) * hours, "MWh", str(year))


def _turnout(world: World, dice: random.Random) -> Fact:
    election = dice.choice(world.of_kind("election"))
    return Fact(election, "turnout", _three_digits(world, -1, "t", election.id) * 6 / 10, "%")


FACTS: dict[str, Callable[[World, random.Random], Fact]] = {
    "valuation": _valuation,
    "investment": _investment,
    "stake": _stake,
    "raised": _raised,
    "revenue": _flow("revenue"),
    "spending": _flow("spending"),
    "release": _release,
    "population": _population,
    "power": _power,
    "energy": _energy,
    "turnout": _turnout,
}

_PARTS = {"-Q1": 22, "-Q2": 24, "-Q3": 26, "-Q4": 28, "-H1": 46, "-H2": 54}
_CURRENCIES = {"USD": 50, "EUR": 35, "GBP": 5, "JPY": 4, "CHF": 3, "SEK": 3}
_KINDS = {"company": 90, "round": 30, "product": 25, "city": 25, "plant": 20, "election": 10}
_NAMES = {
    "company": ("", " Group"),
    "round": (" round", " deal"),
    "product": (" One", " 1"),
    "city": ("ford", "ford City"),
    "plant": (" plant", " power station"),
    "election": (" election", " council election"),
}
_FIRSTS = "Bel Cor Dan Fen Gal Har Jun Kel Lor Mar Nor Pel Quen Ros Sol Tam Ul Ver Wen Zan".split()
_LASTS = "ado amir enta ever ima ister ola onde uri yss".split()
