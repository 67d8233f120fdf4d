"""One world of a document while its network is being built: its claims by slot, and its variables."""

from collections.abc import Callable, Hashable, Iterable

from claimcheck.catalogue import tell
from claimcheck.consistency.binding import Shape, Slots, by_attribute, is_every
from claimcheck.consistency.network import DAY, Constraint, LeftOut, Money, Unknown, Variable
from claimcheck.consistency.values import rate_days, stated
from claimcheck.exact import Fraction
from claimcheck.index import Index, SlotKey, slot_name
from claimcheck.model.claim import Claim, Document
from claimcheck.model.expression import Call, Choice, Term, show
from claimcheck.model.interval import EVERYTHING, NOT_NEGATIVE, Interval, linear
from claimcheck.model.period import Period
from claimcheck.model.quantity import DATE, Quantity
from claimcheck.model.units import PLAIN, Unit, parse_unit
from claimcheck.model.vocabulary import Attribute, Vocabulary, fold


class Unfit(Exception):
    """A claim or relation that cannot join the network; the text says why."""


def resolver(vocabulary: Vocabulary) -> Callable[[str], str]:
    """What finds the id of an entity, or else gives the name as qualifiers have it."""
    return lambda name: vocabulary.resolve(name) or fold(name)


class World:
    """The claims of a document in a scenario (None: its own world), and the references."""

    def __init__(self, index: Index, document: Document, scenario: str | None) -> None:
        self.index = index
        self.document = document
        self.scenario = scenario
        self.claims = tuple(c for c in index.claims_of(document) if c.scenario == scenario)
        self.variables: list[Variable] = []
        self._slots: Slots | None = None
        self._shapes: dict[int, Shape] = {}
        """By the identity of their terms, which they hold."""
        self.skipped: list[LeftOut] = []
        self._numbers: dict[Hashable, int] = {}
        self._own: dict[SlotKey, list[Claim]] = {}
        for slot, claims in index.slots_of(document).items():
            own = [claim for claim in claims if claim.scenario == scenario]
            if own:
                self._own[slot] = own
        self._alike: dict[Hashable, dict[Hashable, list[SlotKey]]] = {}
        self._complete = [
            (pattern_of(term, self.resolve), term.at.text if term.at else _text(claim.when))
            for claim in self.claims
            if isinstance(claim.that, Call) and claim.that.function == "complete"
            for term in claim.that.arguments
            if isinstance(term, Term) and is_every(term) and not claim.denied
        ]

    def slots(self) -> Slots:
        """The slots of this world that have claims."""
        if self._slots is None:
            references = self.index.remember(
                "reference slots", lambda: by_attribute(self.index.reference_slots()), shared=True
            )
            self._slots = Slots(self._own, references)
        return self._slots

    def resolve(self, name: str) -> str:
        """The id of an entity, or else the name as qualifiers have it."""
        return self.document.vocabulary.resolve(name) or fold(name)

    def know(self, shapes: Iterable[Shape]) -> None:
        """Take in terms that are ready to be bound."""
        self._shapes.update((id(shape.term), shape) for shape in shapes)

    def shape(self, term: Term) -> Shape:
        """A term ready to be bound, which it becomes when it is first asked for."""
        found = self._shapes.get(id(term))
        if found is None:
            found = self._shapes[id(term)] = Shape(term, self.resolve)
        return found

    def attribute(self, name: str) -> Attribute:
        """An attribute that a checked expression names."""
        found: Attribute | None = self.document.vocabulary.attributes.get(name)
        if found is None:
            raise Unfit(tell("an attribute that the vocabulary does not have"))
        return found

    def claims_on(self, slot: SlotKey) -> list[Claim]:
        """The claims of this world on a slot, and the references."""
        return [*self._own.get(slot, ()), *self.index.references_on(*slot)]

    def borrowed(self, slot: SlotKey) -> list[Claim]:
        """What the document says of a slot outside of every scenario: its scenarios may go by that."""
        if self.scenario is None:
            return []
        every = self.index.slots_of(self.document).get(slot, ())
        return [claim for claim in every if claim.scenario is None]

    def slots_like(self, term: Term, *, borrow: bool) -> list[SlotKey]:
        """The slots with claims that a term without variables speaks of, its `*` standing for anything."""
        keys = tuple(key for key, _ in term.qualifiers)
        choices = (term.subject, *(choice for _, choice in term.qualifiers))
        fixed = tuple(choice.kind == "name" for choice in choices)
        shape = (term.attribute, keys, fixed, borrow)
        if shape not in self._alike:
            table: dict[Hashable, list[SlotKey]] = {}
            own = self.index.slots_of(self.document) if borrow else self._own
            about = {slot for slot in own if slot[1] == term.attribute}
            about.update(self.slots().references.get(term.attribute, ()))
            for slot in sorted(about):
                if tuple(key for key, _ in slot[2]) == keys:
                    places = (slot[0], *(value for _, value in slot[2]))
                    wanted = tuple(p for p, is_name in zip(places, fixed, strict=True) if is_name)
                    table.setdefault(wanted, []).append(slot)
            self._alike[shape] = table
        names = tuple(self.resolve(choice.name) for choice in choices if choice.kind == "name")
        return self._alike[shape].get(names, [])

    def variable(self, slot: SlotKey, attribute: Attribute, when: Period | None) -> int:
        """The number of the variable of a slot at a time."""
        moment = None if when is None or self._is_undated(slot, attribute) else when.members
        key = (slot, moment)
        if key not in self._numbers:
            name = slot_name(attribute, self.document.vocabulary.name_of(slot[0]), slot[2])
            at = f" at {when.text}" if when is not None and moment is not None else ""
            self._numbers[key] = self._add(name + at, slot, attribute, limits_of(attribute))
        return self._numbers[key]

    def _is_undated(self, slot: SlotKey, attribute: Attribute) -> bool:
        """Whether a slot has one value for good: a fact without a period that nobody dates."""
        if attribute.period != "timeless":
            return False
        return all(claim.when is None for claim in (*self.claims_on(slot), *self.borrowed(slot)))

    def unnamed(self, term: Term, when: Period | None, key: Hashable) -> int:
        """The variable of a term that is bound to no slot, free within the limits of its attribute."""
        attribute = self.attribute(term.attribute)
        if key not in self._numbers:
            at = f" at {when.text}" if when is not None and term.at is None else ""
            name = show(term) + at
            self._numbers[key] = self._add(name, None, attribute, limits_of(attribute))
        return self._numbers[key]

    def rest(self, term: Term, attribute: Attribute, key: Hashable, limits: Interval) -> int:
        """The variable of what a list of parts may leave out."""
        if key not in self._numbers:
            name = f"the rest of {show(term)}"
            self._numbers[key] = self._add(name, None, attribute, limits)
        return self._numbers[key]

    def more(self, term: Term) -> int:
        """The variable of how many more there are than are listed."""
        key = ("more", term)
        if key not in self._numbers:
            self._numbers[key] = len(self.variables)
            found = Variable(f"more of {show(term)}", None, NOT_NEGATIVE, PLAIN, whole=True)
            self.variables.append(found)
        return self._numbers[key]

    def fact(self, claim: Claim, number: int, lower: int) -> Constraint:
        """What a claim says of a variable; raises Unfit."""
        narrow, wide, money = meanings(claim)
        return Constraint(claim, Unknown(number), narrow, wide, lower, money)

    def leave_out(self, reason: str, claim: Claim | None = None, rule: str | None = None) -> None:
        """Note that a claim, or an instance of a rule's relation, could not join."""
        self.skipped.append(LeftOut(reason, claim, rule))

    def is_complete(self, pattern: Hashable, when: Period | None) -> bool:
        """Whether the document claims that it lists every part; undated, at any time."""
        return any(
            known == pattern and (not text or text == _text(when)) for known, text in self._complete
        )

    def _add(self, name: str, slot: SlotKey | None, attribute: Attribute, limits: Interval) -> int:
        kind = attribute.type
        unit: Unit = DATE if kind.name == "date" else kind.unit or PLAIN
        if kind.name == "share":
            unit = parse_unit("%")
        whole = kind.name == "count"
        self.variables.append(
            Variable(name, slot, limits, unit, unit is PLAIN and kind.name == "money", whole)
        )
        return len(self.variables) - 1


def meanings(claim: Claim) -> tuple[Interval, Interval, Money | None]:
    """The two intervals of a claim's value, in the unit of the network, with its currency; raises Unfit."""
    value = stated(claim)
    if claim.value is None:
        raise Unfit(tell("a value that could not be read"))
    if not isinstance(value, Quantity):
        raise Unfit(tell("what is denied adds up to nothing"))
    if value.unit.dimension == "date":
        zero = Fraction(0)
        return linear(value.narrow, DAY, zero), linear(value.wide, DAY, zero), None
    code = value.unit.money
    return value.narrow, value.wide, None if code is None else Money(code, *rate_days(claim))


def limits_of(attribute: Attribute) -> Interval:
    """The limits of an attribute, in the unit of the network."""
    limits = attribute.type.limits
    return linear(limits, DAY, Fraction(0)) if attribute.type.name == "date" else limits


def rest_limits(attribute: Attribute) -> Interval:
    """What the unlisted parts of a sum may be."""
    low = limits_of(attribute).low
    return NOT_NEGATIVE if low is not None and low >= 0 else EVERYTHING


def pattern_of(term: Term, resolve: Callable[[str], str]) -> Hashable:
    """A term with `*` without its place in the text, to tell whether `complete` speaks of it."""

    def name(choice: Choice) -> str:
        return "*" if choice.kind == "every" else resolve(choice.name)

    places = tuple((key, name(choice)) for key, choice in term.qualifiers)
    return term.attribute, name(term.subject), places


def _text(when: Period | None) -> str:
    return when.text if when is not None else ""
