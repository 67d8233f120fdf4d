"""The constraint network: slots at times as variables, claims and relations as constraints (DESIGN 6)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.catalogue import tell
from claimcheck.exact import Fraction
from claimcheck.index import SlotKey
from claimcheck.model.claim import Claim
from claimcheck.model.expression import Expression, substitute
from claimcheck.model.interval import Interval, multiply
from claimcheck.model.relation import Relation
from claimcheck.model.units import Unit

# Dates are days and lengths of time seconds; in a network both are seconds.
DAY = Fraction(86400)


class Money(NamedTuple):
    """In which currency an amount is counted, and the days whose rates lead to another."""

    code: str
    first: int | None
    last: int | None


class Known(NamedTuple):
    """A literal, with its two meanings."""

    narrow: Interval
    wide: Interval
    money: Money | None = None


class Unknown(NamedTuple):
    """A variable of the network, by its number."""

    variable: int


class Apply(NamedTuple):
    """An operation on nodes: + (of any number) - * / negative min max."""

    operation: str
    parts: tuple["Node", ...]


Node = Known | Unknown | Apply


class Variable(NamedTuple):
    """A slot at a time, within the limits of its attribute; `slot` is None for what nobody names."""

    name: str
    slot: SlotKey | None
    limits: Interval
    unit: Unit
    money: bool = False
    whole: bool = False


class Instance(NamedTuple):
    """A relation of a rule, with the names that its variables stand for."""

    relation: Relation
    bound: str
    """What it is bound to, in words: `?company=OpenAI at 2025`."""
    names: tuple[tuple[str, str | None], ...] = ()
    """What each variable stands for, as people call it; None: nothing."""

    @property
    def statement(self) -> Expression:
        """The relation with its variables filled in."""
        return substitute(self.relation.expression, dict(self.names))


class Constraint(NamedTuple):
    """That a node lies in an interval: because a claim says so, or because a rule's relation must hold."""

    source: Claim | Instance
    node: Node
    narrow: Interval
    wide: Interval
    lower: int = 0
    """Levels lost because a claim stands for another time than its own."""
    money: Money | None = None

    @property
    def claim(self) -> Claim | None:
        """The claim that says so; None for a rule's relation."""
        return self.source if isinstance(self.source, Claim) else None

    @property
    def is_relation(self) -> bool:
        """Whether it is about more than one variable's value: not a plain fact."""
        return not isinstance(self.node, Unknown)

    def interval(self, *, wide: bool) -> Interval:
        """Its interval in one of the two readings."""
        return self.wide if wide else self.narrow


class LeftOut(NamedTuple):
    """What could not join a network, and why: a claim, or an instance of the relation of a rule."""

    reason: str
    claim: Claim | None = None
    rule: str | None = None


class Part(NamedTuple):
    """A connected part of a network: constraints that share variables, money in one currency."""

    variables: Sequence[Variable]
    constraints: tuple[Constraint, ...]
    currency: str | None = None
    skipped: tuple[LeftOut, ...] = ()
    """What fell out for want of an exchange rate."""


class Network(NamedTuple):
    """The variables and constraints of one world of a document."""

    variables: tuple[Variable, ...]
    constraints: tuple[Constraint, ...]
    skipped: tuple[LeftOut, ...]
    scenario: str | None = None


def variables_of(node: Node) -> list[int]:
    """The variables of a node, as often as they stand in it."""
    if node.__class__ is Unknown:
        return [node[0]]
    found: list[int] = []
    rest: list[Node] = [node]
    while rest:
        one = rest.pop()
        if one.__class__ is Unknown:
            found.append(one[0])
        elif one.__class__ is Apply:
            rest += reversed(one[1])
    return found


def parts_of(network: Network) -> list[Part]:
    """The connected parts of a network, each counted in one currency."""
    return [_in_one_currency(network.variables, part) for part in _connected(network.constraints)]


def _connected(constraints: Sequence[Constraint]) -> list[tuple[Constraint, ...]]:
    """Constraints in groups that share no variable (union-find), in the order of their first members."""
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while parent.setdefault(number, number) != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    touched = [variables_of(constraint.node) for constraint in constraints]
    for numbers in touched:
        for number in numbers[1:]:
            parent[root(number)] = root(numbers[0])
    groups: dict[int, list[Constraint]] = {}
    for constraint, numbers in zip(constraints, touched, strict=True):
        groups.setdefault(root(numbers[0]) if numbers else -1, []).append(constraint)
    return [tuple(group) for group in groups.values()]


def _in_one_currency(variables: Sequence[Variable], part: tuple[Constraint, ...]) -> Part:
    """The part with all money in the currency that most of it is in; the first by name of several."""
    codes = [money.code for constraint in part for money in _moneys(constraint)]
    if not codes:
        return Part(variables, part)
    counted = {code: codes.count(code) for code in sorted(codes)}
    currency = max(counted, key=lambda code: counted[code])
    if len(counted) == 1:
        return Part(variables, part, currency)
    kept, skipped = [], []
    for constraint in part:
        converted = _converted(constraint, currency)
        if converted is not None:
            kept.append(converted)
        else:
            skipped.append(LeftOut(tell("no exchange rate for the time"), constraint.claim))
    return Part(variables, tuple(kept), currency, tuple(skipped))


def _moneys(constraint: Constraint) -> Iterator[Money]:
    if constraint.money is not None:
        yield constraint.money
    stack = [constraint.node]
    while stack:
        node = stack.pop()
        if isinstance(node, Known) and node.money is not None:
            yield node.money
        elif isinstance(node, Apply):
            stack += node.parts


def _converted(constraint: Constraint, currency: str) -> Constraint | None:
    """A constraint with its money in a currency; None without a rate."""
    narrow = exchange(constraint.narrow, constraint.money, currency)
    wide = exchange(constraint.wide, constraint.money, currency)
    node = _node_in(constraint.node, currency)
    if narrow is None or wide is None or node is None:
        return None
    return constraint._replace(node=node, narrow=narrow, wide=wide)


def _node_in(node: Node, currency: str) -> Node | None:
    if isinstance(node, Known):
        narrow = exchange(node.narrow, node.money, currency)
        wide = exchange(node.wide, node.money, currency)
        return None if narrow is None or wide is None else Known(narrow, wide)
    if isinstance(node, Apply):
        parts = [_node_in(part, currency) for part in node.parts]
        known = [part for part in parts if part is not None]
        return Apply(node.operation, tuple(known)) if len(known) == len(parts) else None
    return node


def exchange(interval: Interval, money: Money | None, currency: str | None) -> Interval | None:
    """An amount in another currency, by the lowest and the highest rate of its days; None without one."""
    if money is None or currency is None or money.code == currency:
        return interval
    if money.first is None:
        return None
    from claimcheck.model.rates import rate

    found = rate(money.code, currency, money.first, money.last)
    return None if found is None else multiply(interval, found.low, found.high)
