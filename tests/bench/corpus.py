"""A newsroom of claim files, the same bytes for the same seed: `write(folder, documents, seed)`.

Documents hold 11.6 claims and 2.9 KB on average. Of each hundred, three hold a contradiction and one is cut
off in the middle; everything else agrees, with the references too (see `world`).
"""

import random
import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from tests.bench.world import NEWEST, Entity, Fact, World, founding, make_world, some_fact
from tests.bench.written import Written, write_value

T = TypeVar("T")

REFERENCES = 200
AS_OF = f"{NEWEST}-07-01"
"""The day on which the corpus is to be checked, so that a result does not depend on the calendar."""

SIZES = (8, 8, 9, 9, *[10] * 3, *[11] * 5, *[12] * 5, *[13] * 3, *[14] * 3, 15, 15)
ATTRIBUTES = {
    **{"valuation": 14, "investment": 16, "stake": 8, "raised": 6, "revenue": 16, "spending": 10},
    **{"release": 7, "population": 7, "power": 5, "energy": 7, "turnout": 4},
}
"""How often claims speak of what."""
CONTRADICTED = ("spending", "investment", "power", "turnout")
"""Attributes of planned contradictions; no reference speaks of them."""


def write(folder: Path, documents: int, seed: int = 1) -> None:
    """Write a newsroom with `documents` claim files into `folder`, a hundred to a subfolder."""
    world = make_world(seed)
    write_frame(folder, world)
    for number in range(documents):
        desk = folder / f"desk-{number // 100:03}"
        desk.mkdir(exist_ok=True)
        _put(desk / f"{number:06}.claims.yaml", text_of(world, number))


def write_frame(folder: Path, world: World, references: bool = True) -> None:
    """Write what every document is checked with: configuration, vocabulary and (some) references."""
    folder.mkdir(parents=True, exist_ok=True)
    _put(folder / "claimcheck.toml", 'paths = ["."]\n')
    _put(folder / "vocabulary.yaml", _vocabulary(world.entities))
    if references:
        _put(folder / "facts.references.yaml", _references(world))


def text_of(world: World, number: int) -> str:
    """The text of one document: good, contradictory or malformed, as its place in its hundred says."""
    hundred, place = divmod(number, 100)
    *contradictory, malformed = world.dice("faults", hundred).sample(range(100), 4)
    sizes = world.dice("sizes", number // len(SIZES)).sample(SIZES, len(SIZES))
    size = sizes[number % len(SIZES)]
    if place == malformed:
        return _cut_off(document(world, number, size), world.dice("cut", number))
    return document(world, number, size, contradiction=place in contradictory)


def document(world: World, number: int, size: int, contradiction: bool = False) -> str:
    """One claim file of `size` claims; with a contradiction, the last two cannot both hold."""
    dice = world.dice("document", number)
    language = dice.choice(("en", "fr"))
    claims = _Claims(world, dice, language)
    while len(claims.texts) < size - 2 * contradiction:
        claims.add_some()
    if contradiction:
        claims.add_contradiction()
    subject = dice.choice(world.of_kind("company")).name
    title = {"en": "what its figures say", "fr": "ce que disent les chiffres"}[language]
    day = f"{NEWEST}-{dice.randint(1, 6):02}-{dice.randint(1, 28):02}"
    head = f'document:\n  title: "{subject}: {title}"\n  language: {language}\n  published: {day}\n'
    url = f"  url: https://news.example/{day.replace('-', '/')}/{number:06}\n"
    return f"{head}{url}\nclaims:\n" + "\n".join(claims.texts)


class _Manner(NamedTuple):
    """How something is said, apart from its value."""

    certainty: str | None
    attribution: str | None


class _Claims:
    """The claims of a document while it is written."""

    def __init__(self, world: World, dice: random.Random, language: str) -> None:
        self.texts: list[str] = []
        self._world, self._dice, self._language = world, dice, language
        self._said: dict[tuple[object, ...], tuple[Fact, _Manner, bool]] = {}
        self._ids: set[str] = set()

    def add_some(self) -> None:
        """Add a claim on something new or, now and then, say a plain one again in another form."""
        dice = self._dice
        again = [(fact, manner) for fact, manner, plain in self._said.values() if plain]
        if again and dice.random() < 0.1:
            fact, manner = dice.choice(again)
            return self._add(fact, manner, write_value(fact, dice, plain=True))
        fact = some_fact(self._world, dice, _pick(dice, ATTRIBUTES))
        if fact.slot in self._said:
            return None
        plain = dice.random() < 0.4
        manner = _manner(fact, dice)
        self._said[fact.slot] = fact, manner, plain
        return self._add(fact, manner, write_value(fact, dice, plain))

    def add_contradiction(self) -> None:
        """Add two claims of one slot that no reading of their digits reconciles."""
        fact = some_fact(self._world, self._dice, self._dice.choice(CONTRADICTED))
        while fact.slot in self._said:
            fact = some_fact(self._world, self._dice, fact.attribute)
        assert not isinstance(fact.value, str)
        for one in (fact, fact._replace(value=fact.value * 8 / 5)):
            self._add(one, _Manner(None, None), write_value(one, self._dice, plain=True))

    def _add(self, fact: Fact, manner: _Manner, written: Written) -> None:
        dice = self._dice
        lines = [
            f"id: {self._new_id(fact)}",
            f"subject: {_called(fact.subject, dice)}",
            f"attribute: {fact.attribute}",
        ]
        if fact.where:
            lines.append(f"where: {{{', '.join(f'{key}: {of}' for key, of in fact.where)}}}")
        lines.append(f"value: {written.yaml}")
        fields = {"when": fact.when, **manner._asdict()}
        lines += [f"{key}: {value}" for key, value in fields.items() if value]
        lines += ["quote: >-", *_quote(fact, written, dice, self._language)]
        if dice.random() < 0.1:
            lines.append(f"note: {dice.choice(_NOTES)}")
        self.texts.append("  - " + "\n    ".join(lines) + "\n")

    def _new_id(self, fact: Fact) -> str:
        stem = "-".join(filter(None, (fact.subject.id, fact.attribute, fact.when))).lower()
        name, count = stem, 1
        while name in self._ids:
            count += 1
            name = f"{stem}-{count}"
        self._ids.add(name)
        return name


def _pick(dice: random.Random, weights: Mapping[T, int]) -> T:
    return dice.choices(list(weights), list(weights.values()))[0]


def _manner(fact: Fact, dice: random.Random) -> _Manner:
    """Certainty and attribution; what is past and dated to the day is not merely expected."""
    certainty = None if fact.unit == "date" else _pick(dice, _CERTAINTIES)
    return _Manner(certainty, dice.choice(_SOURCES) if dice.random() < 0.3 else None)


def _called(entity: Entity, dice: random.Random) -> str:
    return dice.choice((*[entity.name] * 8, *entity.aliases, entity.id))


def _quote(fact: Fact, written: Written, dice: random.Random, language: str) -> list[str]:
    """A sentence with the amount in it, or a part of one; no line of the file passes 80 characters."""
    parts = [fact.subject.name, _SAID[fact.attribute][language]]
    parts.append(written.fr if language == "fr" else written.en)
    if dice.random() < 0.3:
        parts.insert(0, dice.choice(_OPENINGS[language]))
    if dice.random() < 0.3:
        parts.append(dice.choice(_ENDINGS[language]))
    sentence = " ".join(parts)
    if language == "fr":
        sentence = re.sub(r"\bde (?=[ae])", "d’", sentence)
    return ["  " + line for line in textwrap.wrap(sentence, 74, break_long_words=False)]


def _cut_off(text: str, dice: random.Random) -> str:
    """A document that some accident left unreadable from its middle on."""
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if line.startswith("    value: ")]
    at = places[len(places) // 2]
    lines[at] = dice.choice(('    value: "', "    value: {", "\tvalue: 1", "    value: [a, b"))
    return "\n".join(lines[: at + 1] if lines[at].endswith('"') else lines)


def _vocabulary(entities: Sequence[Entity]) -> str:
    rows = (
        f"  {entity.id}: {{name: {entity.name}, aliases: [{', '.join(entity.aliases)}]}}\n"
        for entity in entities
    )
    return "entities:\n" + "".join(rows)


def _references(world: World) -> str:
    """Facts with a citation, one for a slot: first the founding of a few, then what claims speak of."""
    dice = world.dice("references")
    founded = [founding(world, company) for company in world.of_kind("company")[:40]]
    facts = {fact.slot: fact for fact in founded}
    while len(facts) < REFERENCES:
        fact = some_fact(world, dice, dice.choice(_REFERENCED))
        if fact.when or fact.unit == "date":
            facts.setdefault(fact.slot, fact)
    rows = (_reference(number, fact, dice) for number, fact in enumerate(facts.values()))
    return "references:\n" + "\n".join(rows)


def _reference(number: int, fact: Fact, dice: random.Random) -> str:
    lines = [
        f"id: fact-{number}",
        f"subject: {fact.subject.name}",
        f"attribute: {fact.attribute}",
        f"value: {write_value(fact, dice, plain=True).yaml}",
        *([f"when: {fact.when}"] if fact.when else []),
        f"citation: Register of {fact.attribute}, entry {number}",
        f"checked: {NEWEST}-{dice.randint(3, 6):02}-{dice.randint(1, 28):02}",
    ]
    return "  - " + "\n    ".join(lines) + "\n"


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


_REFERENCED = ("valuation", "revenue", "revenue", "population", "energy", "release")
_CERTAINTIES = {None: 66, "certain": 3, "probable": 22, "possible": 9}
_SOURCES = (
    "the company",
    "the finance director",
    "people close to the talks",
    "the regulator",
    "the national statistics office",
    "an internal report",
)
_NOTES = (
    "checked against the annual report",
    "the figure was given orally",
    "ask the press office once more before printing",
    "same number in last year's piece",
)
_SAID = {
    "valuation": {"en": "is worth", "fr": "est valorisé"},
    "investment": {"en": "puts in", "fr": "apporte"},
    "stake": {"en": "gets a share of", "fr": "obtient une part de"},
    "raised": {"en": "has raised", "fr": "a levé"},
    "revenue": {"en": "had sales of", "fr": "a réalisé des ventes de"},
    "spending": {"en": "spent", "fr": "a dépensé"},
    "release": {"en": "came out", "fr": "est sorti"},
    "population": {"en": "has a population of", "fr": "compte une population de"},
    "power": {"en": "has an output of", "fr": "a une puissance de"},
    "energy": {"en": "produced", "fr": "a produit"},
    "turnout": {"en": "saw a turnout of", "fr": "a connu une participation de"},
}
_OPENINGS = {
    "en": (
        "By now it is an open secret that",
        "The papers that this newsroom has seen say that",
        "Asked twice, a spokeswoman confirmed that",
        "According to the accounts,",
        "Everyone at the meeting knew:",
    ),
    "fr": (
        "Ce n’est plus un secret :",
        "Les documents que la rédaction a pu lire montrent que",
        "Interrogée deux fois, une porte-parole confirme :",
        "D’après les comptes,",
        "Dans la salle, tous le savaient :",
    ),
}
_ENDINGS = {
    "en": (
        "and nobody there expects that to change soon",
        "which is more than the plan of two years ago had foreseen",
        "# a figure that will be discussed",
        "as the tables in the annex show",
        "a number that its rivals: all of them: doubt",
    ),
    "fr": (
        "et personne sur place ne s’attend à un changement rapide",
        "soit davantage que ne le prévoyait le plan d’il y a deux ans",
        "comme le montrent les tableaux en annexe",
        "un chiffre : les concurrents en doutent",
        "ce que le conseil commentera à la rentrée",
    ),
}
