"""Trees as linear rows over variables, one more variable for each product, and choices between rows."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from tests.verifier.interval import (
    ANY,
    NEGATIVE,
    POSITIVE,
    Interval,
    add,
    divide,
    exactly,
    hull,
    intersect,
    least,
    multiply,
)
from tests.verifier.linear import Row
from tests.verifier.problem import Problem, Tree

NOT_NEGATIVE = Interval(Fraction(0), None)
IMPOSSIBLE = Row({}, exactly(1))


class Form(NamedTuple):
    """sum(weight * variable) + constant."""

    weights: dict[str, Fraction]
    constant: Fraction


def combine(one: Form, other: Form, factor: Fraction = Fraction(1)) -> Form:
    """One form and a multiple of another, without zero weights."""
    weights = dict(one.weights)
    for name, weight in other.weights.items():
        weights[name] = weights.get(name, Fraction(0)) + factor * weight
    kept = {name: weight for name, weight in weights.items() if weight}
    return Form(kept, one.constant + factor * other.constant)


def row(form: Form, interval: Interval) -> Row:
    """The form lies in the interval."""
    return Row(form.weights, add(interval, exactly(-form.constant)))


class System:
    """A problem as bounds, rows, products of two variables, and choices of which one part must hold."""

    def __init__(self, problem: Problem) -> None:
        self.bounds = dict(problem.variables)
        self.rows: list[Row] = []
        self.products: dict[str, tuple[str, str]] = {}
        self.choices: list[list[list[Row]]] = []
        self._named: dict[object, Form] = {}
        for _, tree, interval in problem.constraints:
            if tree[0] == "var":  # first: what they say narrows the products of the others
                self.bounds[tree[1]] = intersect(self.bounds[tree[1]], interval)
        for _, tree, interval in problem.constraints:
            self.rows.append(row(self._form(tree), interval))

    def _form(self, tree: Tree) -> Form:
        operation, *parts = tree
        if operation == "var":
            return Form({parts[0]: Fraction(1)}, Fraction(0))
        if operation == "lit":
            return self._literal(parts[0])
        forms = [self._form(part) for part in parts]
        if operation in ("min", "max"):
            return reduce(self._least if operation == "min" else self._greatest, forms)
        if operation == "negative":
            return combine(Form({}, Fraction(0)), forms[0], Fraction(-1))
        return reduce(self._operations()[operation], forms)

    def _operations(self) -> Mapping[str, Callable[[Form, Form], Form]]:
        return {
            "+": combine,
            "-": lambda one, other: combine(one, other, Fraction(-1)),
            "*": self._product,
            "/": self._quotient,
        }

    def _literal(self, interval: Interval) -> Form:
        if interval.low is not None and interval == exactly(interval.low):
            return Form({}, interval.low)
        return self._new(interval)

    def _new(self, interval: Interval) -> Form:
        name = f"\0{len(self.bounds)}"  # no claim is called that
        self.bounds[name] = interval
        return Form({name: Fraction(1)}, Fraction(0))

    def _range(self, form: Form) -> Interval:
        scaled = [multiply(exactly(w), self.bounds[name]) for name, w in form.weights.items()]
        return reduce(add, scaled, exactly(form.constant))

    def _product(self, one: Form, other: Form) -> Form:
        zero = Form({}, Fraction(0))
        if not one.weights:
            return combine(zero, other, one.constant)
        if not other.weights:
            return combine(zero, one, other.constant)
        (a, a_weight, a_rest), (b, b_weight, b_rest) = self._factor(one), self._factor(other)
        both = combine(zero, self._pair(a, b), a_weight * b_weight)
        both = combine(both, Form({a: a_weight}, a_rest), b_rest)
        return combine(both, Form({b: b_weight}, Fraction(0)), a_rest)

    def _factor(self, form: Form) -> tuple[str, Fraction, Fraction]:
        """A form as a multiple of one variable and a rest."""
        if len(form.weights) == 1:
            [(name, weight)] = form.weights.items()
            return name, weight, form.constant
        key = (frozenset(form.weights.items()), form.constant)
        if key not in self._named:
            self._named[key] = self._new(self._range(form))
            self.rows.append(row(combine(self._named[key], form, Fraction(-1)), exactly(0)))
        [name] = self._named[key].weights
        return name, Fraction(1), Fraction(0)

    def _pair(self, a: str, b: str) -> Form:
        a, b = sorted((a, b))
        if (a, b) not in self._named:
            range = multiply(self.bounds[a], self.bounds[b])
            self._named[a, b] = self._new(intersect(range, NOT_NEGATIVE if a == b else ANY))
            [name] = self._named[a, b].weights
            self.products[name] = (a, b)
        return self._named[a, b]

    def _quotient(self, one: Form, other: Form) -> Form:
        pieces = divide(self._range(one), self._range(other))
        if not pieces:
            self.rows.append(IMPOSSIBLE)
            return one
        if not other.weights:
            return combine(Form({}, Fraction(0)), one, 1 / other.constant)
        quotient = self._new(hull(pieces))
        equation = combine(self._product(quotient, other), one, Fraction(-1))
        self.rows.append(row(equation, exactly(0)))
        self.choices.append([[row(other, POSITIVE)], [row(other, NEGATIVE)]])
        return quotient

    def _least(self, one: Form, other: Form) -> Form:
        found = self._new(least(self._range(one), self._range(other)))
        from_one, from_other = (combine(form, found, Fraction(-1)) for form in (one, other))
        self.choices.append(
            [
                [row(from_one, exactly(0)), row(from_other, NOT_NEGATIVE)],
                [row(from_other, exactly(0)), row(from_one, NOT_NEGATIVE)],
            ]
        )
        return found

    def _greatest(self, one: Form, other: Form) -> Form:
        """The greatest is the negative of the least of the negatives."""
        zero, minus = Form({}, Fraction(0)), Fraction(-1)
        found = self._least(combine(zero, one, minus), combine(zero, other, minus))
        return combine(zero, found, minus)
