"""The constraint network of a document: slots at times as variables, claims as constraints on them.

Built for what `that:` claims say; a world is the document's own, or one of its scenarios (DESIGN 5, 6).
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from claimcheck.consistency.meeting import Apart, meeting_at
from claimcheck.consistency.values import in_currency, stated
from claimcheck.index import Index, SlotKey, slot_name
from claimcheck.model.claim import Claim, Document
from claimcheck.model.expression import (
    Amount,
    Binary,
    Call,
    Choice,
    Comparison,
    Expression,
    Negative,
    Term,
)
from claimcheck.model.interval import NOT_NEGATIVE, Interval, linear
from claimcheck.model.period import Period, parse_period
from claimcheck.model.quantity import DATE, End, Quantity
from claimcheck.model.units import PLAIN, Unit
from claimcheck.model.vocabulary import Attribute, fold

# Dates are days and lengths of time seconds; in a network both are seconds.
DAY = Fraction(86400)


class Known(NamedTuple):
    """A literal, with its two meanings."""

    narrow: Interval
    wide: Interval


class Unknown(NamedTuple):
    """A variable of the network, by its number."""

    variable: int


class Apply(NamedTuple):
    """An operation on nodes: + - * / negative min max."""

    operation: str
    parts: tuple["Node", ...]


Node = Known | Unknown | Apply


class Variable(NamedTuple):
    """A slot at a time, within the limits of its attribute."""

    name: str
    slot: SlotKey
    limits: Interval
    unit: Unit
    money: bool = False


class Constraint(NamedTuple):
    """That a node lies in an interval, because a claim says so."""

    claim: Claim
    node: Node
    narrow: Interval
    wide: Interval
    lower: int = 0
    """Levels lost because the claim stands for another time than its own."""


class Network(NamedTuple):
    """The variables and constraints of one world of a document."""

    variables: tuple[Variable, ...]
    constraints: tuple[Constraint, ...]
    skipped: tuple[tuple[str, Claim], ...]
    """Claims that could not join, and why."""
    currency: str | None = None
    """The one currency in which all its money is counted."""


def networks(index: Index, document: Document) -> Iterator[Network]:
    """The network of each world of a document in which a `that:` claim speaks."""
    worlds: dict[str | None, list[Claim]] = {}
    for claim in index.claims_of(document):
        if claim.that is not None and not claim.denied:
            worlds.setdefault(claim.scenario, []).append(claim)
    for claims in worlds.values():
        yield _World(index, document, claims).network()


class _Unfit(Exception):
    """A claim that cannot join the network; the text says why."""


class _World:
    """Gathers variables and constraints while it goes through the `that:` claims of a world."""

    def __init__(self, index: Index, document: Document, claims: Sequence[Claim]) -> None:
        self.index = index
        self.document = document
        self.claims = claims
        self.currency: str | None = None
        self.numbers: dict[object, int] = {}
        self.variables: list[Variable] = []
        self.constraints: list[Constraint] = []
        self.skipped: list[tuple[str, Claim]] = []
        self.complete = {
            _pattern(argument)
            for claim in claims
            if isinstance(claim.that, Call) and claim.that.function == "complete"
            for argument in claim.that.arguments
            if isinstance(argument, Term)
        }

    def network(self) -> Network:
        for claim in self.claims:
            if isinstance(claim.that, Call) and claim.that.function == "complete":
                continue
            statement = _Statement(self, claim)
            try:
                constraint = statement.constraint()
                self.constraints += (constraint, *statement.found)
            except _Unfit as error:
                self.skipped.append((str(error), claim))
        seen: dict[tuple[int, Node], Constraint] = {}
        for found in self.constraints:
            seen.setdefault((id(found.claim), found.node), found)
        return Network(
            tuple(self.variables), tuple(seen.values()), tuple(self.skipped), self.currency
        )

    def variable(self, slot: SlotKey, attribute: Attribute, when: Period | None) -> int:
        """The number of the variable of a slot at a time."""
        moment = None if when is None or attribute.period == "timeless" else when.members
        number = self.numbers.setdefault((slot, moment), len(self.variables))
        if number == len(self.variables):
            name = slot_name(attribute, self.document.vocabulary.name_of(slot[0]), slot[2])
            at = f" at {when.text}" if when is not None and moment is not None else ""
            limits = (
                linear(attribute.type.limits, DAY, Fraction(0))
                if _is_date(attribute)
                else attribute.type.limits
            )
            unit = DATE if _is_date(attribute) else attribute.type.unit or PLAIN
            money = attribute.type.name == "money"
            self.variables.append(Variable(name + at, slot, limits, unit, money))
        return number

    def intervals(self, claim: Claim) -> tuple[Interval, Interval]:
        """The two intervals of a claim's value, money in the one currency of this network."""
        value = stated(claim)
        if claim.value is None:
            raise _Unfit("a value that could not be read")
        if not isinstance(value, Quantity):
            raise _Unfit("what is denied adds up to nothing")
        if value.unit.dimension == "date":
            return linear(value.narrow, DAY, Fraction(0)), linear(value.wide, DAY, Fraction(0))
        if value.unit.money is None:
            return value.narrow, value.wide
        self.currency = self.currency or value.unit.money
        converted = in_currency(claim, self.currency)
        if converted is None:
            raise _Unfit("no exchange rate for the time")
        return converted


class _Statement:
    """One `that:` claim as a constraint, and the slot claims that its terms bring in."""

    def __init__(self, world: _World, claim: Claim) -> None:
        self.world = world
        self.claim = claim
        self.found: list[Constraint] = []
        self.claimed = 0
        self.stood_in = False
        self.partial = False
        """Whether it sums up parts that need not be all."""

    def constraint(self) -> Constraint:
        expression = self.claim.that
        assert expression is not None
        if isinstance(expression, Comparison):
            node, narrow, wide = self._comparison(expression)
        else:
            node = self.node(expression)
            narrow, wide = self.world.intervals(self.claim)
            if self.partial:
                narrow, wide = _ceiling(narrow), _ceiling(wide)
        if not self.claimed:
            raise _Unfit("none of its slots has a claim")
        return Constraint(self.claim, node, narrow, wide)

    def node(self, expression: Expression, *, hedged: bool = False) -> Node:
        match expression:
            case Amount():
                return self._amount(expression, hedged=hedged)
            case Term():
                return self._term(expression)
            case Negative(operand=operand):
                return Apply("negative", (self.node(operand),))
            case Binary(sign=sign, left=left, right=right):
                return Apply(sign, (self.node(left), self.node(right)))
            case Call():
                return self._call(expression)
        raise _Unfit("an expression of this form is not decided")

    def _comparison(self, expression: Comparison) -> tuple[Node, Interval, Interval]:
        """left - right against zero; a literal after `==` has both its intervals."""
        hedged = expression.sign == "==" and isinstance(expression.right, Amount)
        left = self.node(expression.left)
        partial, self.partial = self.partial, False
        right = self.node(expression.right, hedged=hedged)
        zero = Fraction(0)
        found = {
            "==": Interval(zero, zero),
            "<=": Interval(None, zero),
            "<": Interval(None, zero, False, True),
            ">=": Interval(zero, None),
            ">": Interval(zero, None, True, False),
        }[expression.sign]
        if partial and expression.sign in (">=", ">"):
            raise _Unfit("a sum of parts that need not be all is no lower limit")
        if partial and expression.sign == "==":
            found = Interval(None, zero)
        if self.partial:
            raise _Unfit("a sum of parts that need not be all may be larger")
        return Apply("-", (left, right)), found, found

    def _amount(self, amount: Amount, *, hedged: bool) -> Known:
        code = amount.unit.money
        if code is not None:
            self.world.currency = self.world.currency or code
            if code != self.world.currency:
                raise _Unfit("a literal in another currency")
        exact = amount.number.number * amount.unit.factor + amount.unit.offset
        if not hedged:
            return Known(Interval(exact, exact), Interval(exact, exact))
        quantity = Quantity("", amount.unit, point=End(amount.number, amount.unit))
        return Known(quantity.narrow, quantity.wide)

    def _term(self, term: Term) -> Node:
        if term.subject.kind != "name" or any(c.kind != "name" for _, c in term.qualifiers):
            raise _Unfit("`*` stands only inside sum, min and max")
        vocabulary = self.world.document.vocabulary
        subject = vocabulary.resolve(term.subject.name) or term.subject.name
        qualifiers = tuple(sorted((key, self._name(choice)) for key, choice in term.qualifiers))
        return self._slot((subject, term.attribute, qualifiers), self._when(term))

    def _call(self, call: Call) -> Node:
        if call.function in ("sum", "min", "max"):
            parts = [node for argument in call.arguments for node in self._each(argument)]
            if not parts:
                raise _Unfit("none of its parts has a claim")
            if call.function != "sum":
                return Apply(call.function, tuple(parts))
            total = parts[0]
            for part in parts[1:]:
                total = Apply("+", (total, part))
            return total
        raise _Unfit(f"{call.function}(…) is not decided in a claim")

    def _each(self, argument: Expression) -> list[Node]:
        """The nodes of an argument; of a term with `*`, one for every slot that has a claim."""
        if not isinstance(argument, Term) or not _has_star(argument):
            return [self.node(argument)]
        when = self._when(argument)
        slots = [
            s for s in self.world.index.slots_of(self.world.document) if self._fits(s, argument)
        ]
        nodes: list[Node] = [self._slot(slot, when) for slot in sorted(slots)]
        attribute = self.world.document.vocabulary.attributes[argument.attribute]
        if _pattern(argument) not in self.world.complete:
            if attribute.type.limits.low is None or attribute.type.limits.low < 0:
                raise _Unfit("parts that may be negative, and need not be all")
            self.partial = True
        return nodes

    def _fits(self, slot: SlotKey, pattern: Term) -> bool:
        """Whether a slot is one that a term with `*` speaks of; a qualifier it does not name is absent."""
        subject, attribute, qualifiers = slot
        wanted = dict(pattern.qualifiers)
        return (
            attribute == pattern.attribute
            and dict(qualifiers).keys() == wanted.keys()
            and (pattern.subject.kind == "every" or self._name(pattern.subject) == subject)
            and all(
                wanted[key].kind == "every" or self._name(wanted[key]) == value
                for key, value in qualifiers
            )
        )

    def _name(self, choice: Choice) -> str:
        return self.world.document.vocabulary.resolve(choice.name) or fold(choice.name)

    def _when(self, term: Term) -> Period | None:
        if term.at is None:
            return self.claim.when
        if term.at.kind != "date":
            raise _Unfit("a variable time stands only in rules")
        return parse_period(term.at.text)

    def _slot(self, slot: SlotKey, when: Period | None) -> Unknown:
        """The variable of a slot, with the claims that meet its time; an undated one may stand in once."""
        world = self.world
        attribute = world.document.vocabulary.attributes[slot[1]]
        node = Unknown(world.variable(slot, attribute, when))
        claims = [
            claim
            for claim in world.index.values_of(world.document, *slot)
            if claim.is_reference or claim.scenario in (None, self.claim.scenario)
        ]
        joined = []
        for claim in claims:
            met = meeting_at(claim, attribute, when)
            if not isinstance(met, Apart) and not met.only_note:
                joined.append((claim, met.lower))
        if not joined and when is not None and not self.stood_in:
            joined = [
                (claim, 1) for claim in claims if claim.when is None and not claim.is_reference
            ]
            self.stood_in = bool(joined)
        self.claimed += bool(joined)
        for claim, lower in joined:
            try:
                self.found.append(Constraint(claim, node, *world.intervals(claim), lower))
            except _Unfit as error:
                world.skipped.append((str(error), claim))
        return node


def _is_date(attribute: Attribute) -> bool:
    return attribute.type.name == "date"


def _ceiling(interval: Interval) -> Interval:
    """What a total allows a part of it: anything up to its high end."""
    return Interval(NOT_NEGATIVE.low, interval.high, False, interval.high_open)


def _has_star(term: Term) -> bool:
    return term.subject.kind == "every" or any(c.kind == "every" for _, c in term.qualifiers)


def _pattern(term: Term) -> object:
    """A term without its place in the text, to tell whether `complete` speaks of it."""
    return (
        term.attribute,
        term.subject[:2],
        tuple((key, choice[:2]) for key, choice in term.qualifiers),
        term.at and term.at[:2],
    )
