"""Random networks: small ones, of sums, products and quotients, extremes, or all of them."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from hypothesis import strategies as st

from claimcheck.consistency.network import (
    Apply,
    Constraint,
    Instance,
    Known,
    Money,
    Node,
    Part,
    Unknown,
    Variable,
)
from claimcheck.model.claim import Claim
from claimcheck.model.interval import EVERYTHING, NOT_NEGATIVE, Interval
from claimcheck.model.relation import Relation
from claimcheck.model.units import PLAIN
from claimcheck.testing import example_index

DOCUMENT = example_index("claims: []\n").documents[0]
ZERO = Fraction(0)
AMOUNTS = [Fraction(n) for n in range(-6, 7)] + [Fraction(n, 3) for n in (-4, -1, 1, 2, 5)]
FACTORS = [Fraction(n, 2) for n in (-4, -1, 1, 2, 3, 6)]
MONEY, RATIO = 1, 0
# What may stand in a network: how many variables and constraints, and which operations.
KINDS = {"linear": "+-~c", "extremes": "+-mn", "bilinear": "-*/", "mixed": "+-~c*/mn"}


def claim(number: int) -> Claim:
    """A claim that only has a name and a place."""
    found = Claim()
    found.document, found.ordinal, found.id, found.that = DOCUMENT, number, str(number), None
    found.value, found.denied, found.when = None, False, None
    found.certainty, found.attribution = "certain", None
    return found


def law(number: int) -> Instance:
    """A relation of a rule, of which only the name counts."""
    return Instance(Relation(f"some/law-{number}", "a(?x) == b(?x)", "error"), "")


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(st.sampled_from(AMOUNTS)), draw(st.sampled_from(AMOUNTS))))
    form = draw(st.sampled_from(["point", "both", "both", "low", "high", "open", "half", "full"]))
    match form:
        case "point":
            return Interval(low, low)
        case "low":
            return Interval(low, None, draw(st.booleans()))
        case "high":
            return Interval(None, high, False, draw(st.booleans()))
        case "open":
            return Interval(low, high, low < high, low < high)
        case "half":
            return Interval(low, high, low < high, False)
        case "full":
            return draw(st.sampled_from([EVERYTHING, NOT_NEGATIVE]))
    return Interval(low, high)


def _grown(interval: Interval, by: Fraction) -> Interval:
    low, high, low_open, high_open = interval
    return Interval(
        None if low is None else low - by, None if high is None else high + by, low_open, high_open
    )


class _Grower:
    """Grows a node of money or of ratios, so that sums add up like to like."""

    def __init__(self, draw: st.DrawFn, kinds: Sequence[int], operations: str) -> None:
        self.draw, self.kinds, self.operations = draw, kinds, operations

    def leaf(self, kind: int) -> Node:
        fitting = [Unknown(n) for n, own in enumerate(self.kinds) if own == kind]
        if fitting and self.draw(st.integers(0, 6)) > 0:
            return self.draw(st.sampled_from(fitting))
        money = Money("EUR", None, None) if kind == MONEY else None
        exact = self.draw(st.booleans()) or "c" not in self.operations
        narrow = _point(self.draw(st.sampled_from(AMOUNTS)))
        return Known(narrow, narrow if exact else _grown(narrow, Fraction(1, 2)), money)

    def node(self, kind: int, depth: int) -> Node:
        operation = self.draw(st.sampled_from(self.operations)) if depth else ""
        match operation:
            case "+" | "m" | "n":
                number = self.draw(st.integers(2, 4 if operation == "+" else 3))
                parts = tuple(self.node(kind, depth - 1) for _ in range(number))
                return Apply({"+": "+", "m": "max", "n": "min"}[operation], parts)
            case "-":
                return Apply("-", (self.node(kind, depth - 1), self.node(kind, depth - 1)))
            case "~":
                return Apply("negative", (self.node(kind, depth - 1),))
            case "c":
                factor = _point(self.draw(st.sampled_from(FACTORS)))
                return Apply("*", (Known(factor, factor), self.node(kind, depth - 1)))
            case "*":
                return Apply("*", (self.node(RATIO, depth - 1), self.node(kind, depth - 1)))
            case "/":
                below = self.draw(st.sampled_from([RATIO, MONEY])) if kind == RATIO else RATIO
                above = MONEY if MONEY in (kind, below) else RATIO
                return Apply("/", (self.node(above, depth - 1), self.node(below, depth - 1)))
        return self.leaf(kind)


def _point(number: Fraction) -> Interval:
    return Interval(number, number)


@st.composite
def parts(draw: st.DrawFn, kind: str = "mixed", most: int = 6) -> Part:
    """Facts and relations on up to five variables; some claims say two things, some laws are a rule's."""
    size = draw(st.integers(2, 5 if kind != "bilinear" else 4))
    known = [MONEY, RATIO] if "*" in KINDS[kind] else [MONEY]
    money = [draw(st.sampled_from(known)) for _ in range(size)]
    limits = st.sampled_from([EVERYTHING, NOT_NEGATIVE, NOT_NEGATIVE]) | intervals()
    variables = [
        Variable(str(n), ("", "", ()), draw(limits), PLAIN, money[n] == MONEY) for n in range(size)
    ]
    grower = _Grower(draw, money, KINDS[kind])
    number = draw(st.integers(2, most))
    relations = draw(st.integers(1, min(3, number - 1)))
    constraints: list[Constraint] = []
    for place in range(number):
        node: Node = Unknown(draw(st.integers(0, size - 1)))
        if place < relations:
            node = grower.node(draw(st.sampled_from(sorted(set(money)))), draw(st.integers(1, 2)))
        source: Claim | Instance = claim(place)
        if place < relations and not draw(st.integers(0, 2)):
            source = law(place)
        elif constraints and constraints[-1].claim and not draw(st.integers(0, 7)):
            source = constraints[-1].source
        narrow = draw(intervals())
        wide = _grown(narrow, draw(st.sampled_from([ZERO, ZERO, Fraction(1, 2), Fraction(2)])))
        if all((node, narrow, wide) != (c.node, c.narrow, c.wide) for c in constraints):
            constraints.append(Constraint(source, node, narrow, wide))
    return Part(variables, tuple(constraints))


def scaled(part: Part, factor: Fraction) -> Part:
    """A part with all money, wherever it stands, counted in a unit so many times as small."""

    def kind_of(node: Node) -> int | None:
        """MONEY or RATIO; None for a literal, that fits in with either."""
        match node:
            case Unknown(variable):
                return int(part.variables[variable].money)
            case Known(money=money):
                return int(money is not None)
            case Apply("*", (_, right)):
                return kind_of(right)
            case Apply("/", (above, below)):
                return (kind_of(above) or 0) - (kind_of(below) or 0)
            case Apply(_, some):
                return kind_of(some[0])
        return None

    def times(interval: Interval) -> Interval:
        low, high, low_open, high_open = interval
        return Interval(
            None if low is None else low * factor,
            None if high is None else high * factor,
            low_open,
            high_open,
        )

    def node_of(node: Node) -> Node:
        match node:
            case Known(narrow, wide, money) if money is not None:
                return Known(times(narrow), times(wide), money)
            case Apply(operation, some):
                return Apply(operation, tuple(map(node_of, some)))
        return node

    return Part(
        [v._replace(limits=times(v.limits)) if v.money else v for v in part.variables],
        tuple(
            c._replace(node=node_of(c.node), narrow=times(c.narrow), wide=times(c.wide))
            if kind_of(c.node) == MONEY
            else c
            for c in part.constraints
        ),
    )


def edges(part: Part, change: Callable[[Interval], Interval]) -> Part:
    """A part with every interval of its constraints changed."""
    return part._replace(
        constraints=tuple(
            c._replace(narrow=change(c.narrow), wide=change(c.wide)) for c in part.constraints
        )
    )


def grown(part: Part, by: Fraction) -> Part:
    """A part with every interval of its constraints wider."""
    return edges(part, lambda interval: _grown(interval, by))


def shuffled(part: Part) -> Iterator[Part]:
    """A part with its constraints in other orders."""
    yield part._replace(constraints=part.constraints[::-1])
    yield part._replace(constraints=(*part.constraints[2:], *part.constraints[:2]))
