"""What propagation leaves open, decided by Z3: exact nonlinear real arithmetic.

Its work is limited by `rlimit`, which counts steps and not time, so that results do not hang on the machine
(de Moura and Bjørner, Z3: an efficient SMT solver, 2008; Jovanović and de Moura, Solving non-linear
arithmetic, 2012).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import z3

from claimcheck.consistency.network import (
    Constraint,
    Known,
    Node,
    Unknown,
    Variable,
    variables_of,
)
from claimcheck.exact import Fraction
from claimcheck.model.interval import Interval

LIMIT = 2_000_000
"""Z3's steps for one question; simple ones take a few thousand."""


def satisfiable(
    variables: Sequence[Variable], constraints: Sequence[Constraint], *, wide: bool
) -> bool | None:
    """Whether some world fits all constraints; None if the limit was reached."""
    verdict = _check(variables, constraints, wide=wide)[0]
    return None if verdict == z3.unknown else bool(verdict == z3.sat)


def model(
    variables: Sequence[Variable], constraints: Sequence[Constraint], *, wide: bool
) -> Mapping[int, Fraction] | None:
    """A world that fits, exactly; None if there is none, it is not rational, or the limit was reached."""
    verdict, solver, numbers = _check(variables, constraints, wide=wide)
    if verdict != z3.sat:
        return None
    found = solver.model()
    values = {n: found.eval(variable, model_completion=True) for n, variable in numbers.items()}
    if not all(z3.is_rational_value(value) for value in values.values()):
        return None
    return {
        n: Fraction(value.numerator_as_long(), value.denominator_as_long())
        for n, value in values.items()
    }


def _check(
    variables: Sequence[Variable], constraints: Sequence[Constraint], *, wide: bool
) -> tuple[Any, Any, dict[int, Any]]:
    solver = z3.SolverFor("QF_NRA")
    solver.set("rlimit", LIMIT)
    writer = _Writer(wide=wide)
    for constraint in constraints:
        for number in variables_of(constraint.node):
            if number not in writer.numbers:
                writer.numbers[number] = z3.Real(f"v{number}")
                writer.bound(writer.numbers[number], variables[number].limits)
        writer.bound(writer.write(constraint.node), constraint.interval(wide=wide))
    solver.add(*writer.assertions)
    return solver.check(), solver, writer.numbers


class _Writer:
    """Writes nodes as Z3's terms, with what else must hold of them."""

    def __init__(self, *, wide: bool) -> None:
        self.wide = wide
        self.numbers: dict[int, Any] = {}
        self.assertions: list[Any] = []
        self._fresh = 0

    def bound(self, term: Any, interval: Interval) -> None:
        """That a term lies in an interval."""
        low, high = interval.low, interval.high
        if low is not None and low == high:
            self.assertions.append(term == _number(low))
            return
        if low is not None:
            number = _number(low)
            self.assertions.append(term > number if interval.low_open else term >= number)
        if high is not None:
            number = _number(high)
            self.assertions.append(term < number if interval.high_open else term <= number)

    def write(self, node: Node) -> Any:
        """A node as a term; a quotient is a number of its own that times the divisor gives the dividend."""
        if isinstance(node, Unknown):
            return self.numbers[node.variable]
        if isinstance(node, Known):
            return self._literal(node.wide if self.wide else node.narrow)
        parts = [self.write(part) for part in node.parts]
        match node.operation, parts:
            case "+", _:
                return z3.Sum(parts)
            case "-", [a, b]:
                return a - b
            case "negative", [a]:
                return -a
            case "*", [a, b]:
                return a * b
            case "/", [a, b]:
                quotient = self._new()
                self.assertions += [b != 0, quotient * b == a]
                return quotient
        return self._extreme(parts, lowest=node.operation == "min")

    def _extreme(self, parts: list[Any], *, lowest: bool) -> Any:
        found = parts[0]
        for part in parts[1:]:
            found = z3.If((part < found) if lowest else (part > found), part, found)
        return found

    def _literal(self, interval: Interval) -> Any:
        if interval.low is not None and interval.low == interval.high:
            return _number(interval.low)
        term = self._new()
        self.bound(term, interval)
        return term

    def _new(self) -> Any:
        self._fresh += 1
        return z3.Real(f"f{self._fresh}")


def _number(number: Fraction) -> Any:
    return z3.Q(number.numerator, number.denominator)
