"""What is judged, and whether an assignment of numbers keeps to it."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import Any, NamedTuple, TypeAlias

from tests.verifier import interval as of
from tests.verifier.interval import Interval, exactly, intersect

# ("var", name) | ("lit", Interval) | (operation, tree, …); operations are + - * / negative min max.
# A literal is some number within its interval, another one at each place where it is written.
Tree: TypeAlias = tuple[Any, ...]


class Constraint(NamedTuple):
    """The value of a tree lies in an interval."""

    name: str
    tree: Tree
    interval: Interval


class Problem(NamedTuple):
    """Variables with their limits, and what must hold of them."""

    variables: dict[str, Interval]
    constraints: list[Constraint]


def without(problem: Problem, names: Collection[str]) -> Problem:
    """The problem less the constraints of these names."""
    return problem._replace(constraints=[c for c in problem.constraints if c.name not in names])


def violated(problem: Problem, assignment: Mapping[str, Fraction]) -> list[str]:
    """Names of the variables and constraints that do not hold; KeyError if a variable has no value.

    A constraint holds if some choice of numbers within its literals makes it true. Each place of a literal is
    a choice of its own, so that the range of a tree is exact.
    """
    outside = [name for name, limits in problem.variables.items() if assignment[name] not in limits]
    known = {name: exactly(value) for name, value in assignment.items()}
    return outside + [
        constraint.name
        for constraint in problem.constraints
        if all(
            intersect(piece, constraint.interval).empty for piece in ranges(constraint.tree, known)
        )
    ]


def ranges(tree: Tree, known: Mapping[str, Interval]) -> list[Interval]:
    """What a tree can be, as pieces without gaps; exact if no variable that is no point occurs twice."""
    if tree[0] == "var":
        return _some([known[tree[1]]])
    if tree[0] == "lit":
        return _some([tree[1]])
    parts = [ranges(part, known) for part in tree[1:]]
    return [piece for choice in product(*parts) for piece in _apply(tree[0], list(choice))]


def _some(pieces: list[Interval]) -> list[Interval]:
    return [piece for piece in pieces if not piece.empty]


def _apply(operation: str, parts: list[Interval]) -> list[Interval]:
    if operation == "negative":
        return [of.negate(parts[0])]
    if operation == "/":
        return of.divide(parts[0], parts[1])
    if operation == "-":
        return [of.add(parts[0], of.negate(parts[1]))]
    binary = {"+": of.add, "*": of.multiply, "min": of.least, "max": of.greatest}[operation]
    return [reduce(binary, parts)]
