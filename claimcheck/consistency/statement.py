"""From an expression to a constraint: its terms become variables, with the claims that meet their time."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

from claimcheck.catalogue import tell
from claimcheck.consistency.binding import Binding, is_every
from claimcheck.consistency.meeting import Apart, meeting_at
from claimcheck.consistency.moments import COMMON, Times, times_of, variable_of
from claimcheck.consistency.network import (
    DAY,
    Apply,
    Constraint,
    Instance,
    Known,
    Money,
    Node,
    Unknown,
)
from claimcheck.consistency.values import rate_days
from claimcheck.consistency.world import Unfit, World, limits_of, meanings, pattern_of, rest_limits
from claimcheck.exact import Fraction
from claimcheck.index import SlotKey
from claimcheck.model.claim import Claim
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
from claimcheck.model.interval import EVERYTHING, Interval
from claimcheck.model.period import Period, contains, meet, overlap
from claimcheck.model.quantity import End, Quantity
from claimcheck.model.vocabulary import Attribute

ZERO = Fraction(0)

_SIGNS = {
    "==": Interval(ZERO, ZERO),
    "<=": Interval(None, ZERO),
    "<": Interval(None, ZERO, False, True),
    ">=": Interval(ZERO, None),
    ">": Interval(ZERO, None, True, False),
}
_DENIED = {"<=": ">", "<": ">=", ">=": "<", ">": "<="}


class Statement:
    """A `that:` claim, or a relation bound to names and times, as a constraint with the facts it brings in.

    A scenario's own statements may borrow what the document says; relations may not.
    """

    def __init__(
        self, world: World, source: Claim | Instance, binding: Binding, times: Times
    ) -> None:
        self.world = world
        self.source = source
        self.binding = binding
        self.times = times
        self.facts: list[Constraint] = []
        self.claimed = 0
        """How many of its terms have a claim."""
        self.own = isinstance(source, Claim)
        """Whether a claim of the document has a part in it."""
        self._stood_in = False
        self._joined: dict[int, bool] = {}

    def constraint(self) -> Constraint:
        """The statement as a constraint; raises Unfit."""
        if isinstance(self.source, Instance):
            return self._comparison(self.source.relation.expression)
        expression = self.source.that
        assert expression is not None
        if isinstance(expression, Comparison):
            return self._comparison(expression)
        node = self._node(expression)
        narrow, wide, money = meanings(self.source)
        return Constraint(self.source, node, narrow, wide, money=money)

    def node_of(self, term: Term) -> Node:
        """The variable of one slot; the facts on it are then in `facts`."""
        return self._term(term)

    def _comparison(self, comparison: Comparison) -> Constraint:
        """left - right against zero; a literal after `==` in a claim has both its intervals."""
        claim = self.source if isinstance(self.source, Claim) else None
        sign = comparison.sign
        hedged = claim is not None and sign == "==" and isinstance(comparison.right, Amount)
        left = self._node(comparison.left)
        right = self._node(comparison.right, hedged=hedged)
        if claim is not None and claim.denied:
            if sign not in _DENIED:
                raise Unfit(tell("a denied equation leaves everything else open"))
            sign = _DENIED[sign]
        found = _SIGNS[sign]
        return Constraint(self.source, Apply("-", (left, right)), found, found)

    def _node(self, expression: Expression, *, hedged: bool = False) -> Node:
        match expression:
            case Amount():
                return self._amount(expression, hedged=hedged)
            case Term():
                return self._term(expression)
            case Negative(operand=operand):
                return Apply("negative", (self._node(operand),))
            case Binary(sign="+"):
                return Apply("+", tuple(self._node(part) for part in summands(expression)))
            case Binary(sign=sign, left=left, right=right):
                return Apply(sign, (self._node(left), self._node(right)))
            case Call():
                return self._call(expression)
        raise Unfit(tell("an expression of this form is not decided"))

    def _amount(self, amount: Amount, *, hedged: bool) -> Known:
        money = None if amount.unit.money is None else Money(amount.unit.money, *self._days())
        exact = amount.number.number * amount.unit.factor + amount.unit.offset
        if not hedged:
            return Known(Interval(exact, exact), Interval(exact, exact), money)
        quantity = Quantity("", amount.unit, point=End(amount.number, amount.unit))
        return Known(quantity.narrow, quantity.wide, money)

    def _days(self) -> tuple[int | None, int | None]:
        """The days whose exchange rates count for literals."""
        if isinstance(self.source, Claim):
            return rate_days(self.source)
        when = self.times.get((COMMON, "instant")) or self.times.get((COMMON, "duration"))
        return (None, None) if when is None else (when.first, when.last)

    def _call(self, call: Call) -> Node:
        if call.function in ("hours", "days", "years"):
            return self._length()
        if call.function == "count":
            return self._count(call)
        if call.function not in ("sum", "min", "max"):
            raise Unfit(tell("{} stands alone", f"{call.function}(…)"))
        parts = [node for a in call.arguments for node in self._each(a, call.function)]
        if not parts:
            raise Unfit(tell("none of its parts has a claim"))
        if len(parts) == 1:
            return parts[0]
        return Apply("+" if call.function == "sum" else call.function, tuple(parts))

    def _length(self) -> Known:
        when = self.times.get((COMMON, "duration")) or self.times.get((COMMON, "instant"))
        if when is None or when.first is None or when.last is None:
            raise Unfit(tell("a time whose length is not known"))
        seconds = (when.last - when.first + 1) * DAY
        return Known(Interval(seconds, seconds), Interval(seconds, seconds))

    def _count(self, call: Call) -> Node:
        """How many slots have a claim; unless the list is complete there may be more."""
        parts: list[Node] = []
        for argument in call.arguments:
            if not isinstance(argument, Term) or not is_every(argument):
                raise Unfit(tell("count(…) counts a slot with `*`"))
            number = Fraction(len(self._slots(argument)))
            self.claimed += int(number)
            parts.append(Known(Interval(number, number), Interval(number, number)))
            if not self._is_complete(argument):
                parts.append(Unknown(self.world.more(argument)))
        return Apply("+", tuple(parts)) if len(parts) > 1 else parts[0]

    def _each(self, argument: Expression, function: str) -> list[Node]:
        """The nodes of an argument; of a term with `*`, one for each slot, and one for what is not listed."""
        if not isinstance(argument, Term) or not is_every(argument):
            return [self._node(argument)]
        world, attribute = self.world, self.world.attribute(argument.attribute)
        nodes: list[Node] = [
            self._slot(argument, slot, attribute) for slot in self._slots(argument)
        ]
        if self._is_complete(argument):
            return nodes
        limits = rest_limits(attribute) if function == "sum" else limits_of(attribute)
        if function == "sum" and limits == EVERYTHING:
            raise Unfit(tell("parts that may be negative, and need not be all"))
        if not nodes:
            return nodes
        when = self._whens(argument, attribute)
        key = (function == "sum", self._pattern(argument), when[0] and when[0].members)
        return [*nodes, Unknown(world.rest(argument, attribute, key, limits))]

    def _slots(self, term: Term) -> list[SlotKey]:
        """The slots with claims that a term with `*` speaks of."""
        borrow = isinstance(self.source, Claim)
        return self.world.slots_like(bound(term, self.binding), borrow=borrow)

    def _resolve(self, name: str) -> str:
        return self.world.resolve(name)

    def _pattern(self, term: Term) -> Hashable:
        return pattern_of(bound(term, self.binding), self._resolve)

    def _is_complete(self, term: Term) -> bool:
        when = self._whens(term, self.world.attribute(term.attribute))[0]
        return self.world.is_complete(self._pattern(term), when)

    def _whens(self, term: Term, attribute: Attribute) -> tuple[Period | None, ...]:
        found = times_of(term, attribute.period, self.times)
        if not found:
            raise Unfit(tell("a time before or at an end that is not known"))
        return found

    def _term(self, term: Term) -> Node:
        shape = self.world.shape(term)
        if shape.every:
            raise Unfit(tell("`*` stands only inside sum, count, min and max"))
        attribute = self.world.attribute(term.attribute)
        slot = shape.slot(self.binding)
        if slot is None:
            when = self._whens(term, attribute)[0]
            key = (id(self), term)
            return Unknown(self.world.unnamed(term, when, key))
        return self._slot(term, slot, attribute)

    def _slot(self, term: Term, slot: SlotKey, attribute: Attribute) -> Unknown:
        """The variable of a slot, with the claims that meet its time; an undated one may stand in once."""
        world = self.world
        whens = self._whens(term, attribute)
        number = world.variable(slot, attribute, whens[0])
        if number not in self._joined:
            self._joined[number] = self._join(slot, attribute, number, whens)
            self.claimed += self._joined[number]
        return Unknown(number)

    def _join(
        self, slot: SlotKey, attribute: Attribute, number: int, whens: tuple[Period | None, ...]
    ) -> bool:
        claimed = isinstance(self.source, Claim)
        claims = self.world.claims_on(slot)
        joined = meeting_claims(claims, attribute, whens, strict=not claimed)
        if not joined and claimed:
            claims = self.world.borrowed(slot)
            joined = meeting_claims(claims, attribute, whens)
        if not joined and not self._stood_in:
            joined = standing_in(claims, whens)
            self._stood_in = bool(joined)
        for claim, lower in joined:
            try:
                self.facts.append(self.world.fact(claim, number, lower))
                self.own = self.own or not claim.is_reference
            except Unfit as error:
                self.world.leave_out(str(error), claim)
        return bool(joined)


def meeting_claims(
    claims: Sequence[Claim],
    attribute: Attribute,
    whens: tuple[Period | None, ...],
    *,
    strict: bool = False,
) -> list[tuple[Claim, int]]:
    """The claims that speak of one of some times, each with the levels it loses by that.

    `strict`: a claim about a part of the time does not count, so that of two parts never both do.
    """
    if attribute.period == "timeless" and whens[0] is None:
        claims = _undated(claims)
    joined = []
    for claim in claims:
        for when in whens:
            met = meeting_at(claim, attribute, when)
            if isinstance(met, Apart) or met.only_note or (strict and _is_part(claim, when)):
                continue
            joined.append((claim, met.lower))
            break
    return joined


def _is_part(claim: Claim, when: Period | None) -> bool:
    """Whether a claim speaks of a part of a time only."""
    return when is not None and claim.when is not None and not contains(claim.when, when)


def _undated(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Of facts without a period, those that nobody dates; all, if their dates do not tell them apart."""
    dated = [claim.when for claim in claims if claim.when is not None]
    if all(overlap(one, other) for one, other in combinations(dated, 2)):
        return claims
    return [claim for claim in claims if claim.when is None]


def standing_in(
    claims: Sequence[Claim], whens: tuple[Period | None, ...]
) -> list[tuple[Claim, int]]:
    """The undated claims that may stand in where no claim speaks of the time, one level lower."""
    if whens[0] is None:
        return []
    return [(claim, 1) for claim in claims if claim.when is None and not claim.is_reference]


def varies(world: World, term: Term, binding: Binding, times: Times) -> bool:
    """Whether a stock has other values, of other moments, within the period of the flows beside it."""
    variable = variable_of(term)
    moment = times.get((variable, "instant")) if variable else None
    period = times.get((variable, "duration")) if variable else None
    if moment is None or period is None:
        return False
    whens = [claim.when for claim in claims_for(world, term, binding) if claim.when is not None]
    return any(overlap(when, period) and meet(when, moment) != "yes" for when in whens)


def claims_for(world: World, term: Term, binding: Binding) -> list[Claim]:
    """The claims, of whatever time, on the slots that a bound term speaks of."""
    shape = world.shape(term)
    if shape.every:
        slots = world.slots_like(bound(term, binding), borrow=False)
        return [claim for slot in slots for claim in world.claims_on(slot)]
    slot = shape.slot(binding)
    return [] if slot is None else world.claims_on(slot)


def summands(expression: Expression) -> list[Expression]:
    """The parts of a chain of sums, in order."""
    parts: list[Expression] = []
    while isinstance(expression, Binary) and expression.sign == "+":
        parts.append(expression.right)
        expression = expression.left
    return [expression, *reversed(parts)]


def bound(term: Term, binding: Mapping[str, str | None]) -> Term:
    """A term with the names that its variables stand for; those bound to nothing are left out."""

    def fill(choice: Choice) -> Choice | None:
        if choice.kind != "variable" or choice.name not in binding:
            return choice if choice.kind != "variable" else Choice("every", "*", choice.column)
        value = binding[choice.name]
        return None if value is None else Choice("name", value, choice.column)

    subject = fill(term.subject)
    assert subject is not None
    places = [(key, fill(choice)) for key, choice in term.qualifiers]
    return term._replace(subject=subject, qualifiers=tuple((k, c) for k, c in places if c))
