"""The verifier: cases to check by hand, and random ones whose answer is known or found in another way."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.verifier import (
    ANY,
    Constraint,
    Interval,
    Problem,
    Tree,
    Undecided,
    exactly,
    ranges,
    satisfiable,
    solution,
    violated,
    without,
)
from tests.verifier.elimination import feasible
from tests.verifier.linear import Row, solve

X, Y, Z = ("var", "x"), ("var", "y"), ("var", "z")
POINTS = [Fraction(n, 2) for n in range(-4, 5)]


def between(text: str) -> Interval:
    """An interval from the way it is written: `[1, 2)`, `(, 3]`."""
    low, high = (Fraction(end) if end.strip() else None for end in text[1:-1].split(","))
    return Interval(
        low, high, text[0] == "(" and low is not None, text[-1] == ")" and high is not None
    )


def problem(*constraints: tuple[Tree, str], **limits: str) -> Problem:
    """A problem whose constraints are numbered, over x, y and z with these limits."""
    variables = {name: between(limits.get(name, "(,)")) for name in "xyz"}
    listed = [
        Constraint(f"c{n}", tree, between(text)) for n, (tree, text) in enumerate(constraints)
    ]
    return Problem(variables, listed)


def product_is(a: Tree, b: Tree, c: Tree) -> tuple[Tree, str]:
    return ("-", ("*", a, b), c), "[0, 0]"


SATISFIABLE = {
    "a sum": problem((("+", X, Y, Z), "[6, 6]"), x="[1, 2]", y="[1, 2]", z="[1, 2]"),
    "an open end that is approached": problem((("-", X, Y), "(0, )"), x="[0, 1]", y="(0, 1)"),
    "a range of which some number will do": problem(
        (("-", X, ("lit", between("[1, 2]"))), "[0, 0]")
    ),
    "a stake and a price": problem(
        product_is(X, Y, Z), x="[0.105, 0.115]", y="[350, 360]", z="[40, 41]"
    ),
    "a product and a sum with whole roots": problem(
        (("*", X, Y), "[1000, 1000]"), (("+", X, Y), "[65, 65]")
    ),
    "a square between squares": problem((("*", X, X), "[2, 2.1]")),
    "a negative divisor": problem((("/", X, Y), "[2, 3]"), (("max", X, Y), "[, -1]")),
    "a quotient of ranges": problem(
        (("/", X, ("lit", between("[-1, 2]"))), "[5, 5]"), x="[10, 11]"
    ),
    "the least of three": problem((("min", X, Y, Z), "[3, 3]"), (("max", X, Y, Z), "[9, 9]")),
    "a product of three": problem(
        (("*", X, Y, Z), "[24, 24.1]"), x="[2, 2]", y="[3, 5]", z="[, 4]"
    ),
    "a product of sums": problem(
        (("*", ("+", X, Y), ("+", Y, Z)), "[35, 36]"), x="[2, 2]", z="[4, 4]"
    ),
    "orders of magnitude": problem(product_is(X, Y, Z), x="[1e11, 2e11]", z="[3, 4]"),
}
UNSATISFIABLE = {
    "a sum that is too large": problem((("+", X, Y), "[5, )"), x="[1, 2]", y="[1, 2]"),
    "a sum that is not reached": problem((("+", X, Y), "[4, )"), x="[1, 2]", y="[1, 2)"),
    "a circle of smaller ones": problem(
        (("-", Y, X), "(0, )"), (("-", Z, Y), "(0, )"), (("-", X, Z), "[0, )")
    ),
    "an equation that never settles": problem(
        (("-", Y, X), "[0, 0]"),
        (("-", Y, ("*", ("lit", exactly(Fraction("0.99"))), X)), "[0, 0]"),
        x="[1, )",
    ),
    "a stake and a price": problem(
        product_is(X, Y, Z), x="[0.105, 0.115]", y="[495, 505]", z="[40.5, 41.5]"
    ),
    "a negative square": problem((("*", X, X), "(, 0)")),
    "a product of numbers that are not zero": problem((("*", X, Y), "[, 0]"), x="(0, )", y="(0, )"),
    "a product that its sum does not allow": problem(
        (("*", X, Y), "[6.3, )"), (("+", X, Y), "[5, 5]"), x="[0, )"
    ),
    "a division by zero": problem((("/", X, Y), "(,)"), y="[0, 0]"),
    "a division by a literal zero": problem((("/", X, ("lit", exactly(0))), "(,)")),
    "a quotient between the branches": problem((("/", X, Y), "[-1, 1]"), x="[3, 4]", y="[-2, 2]"),
    "the least above the largest": problem((("min", X, Y), "[3, )"), (("max", X, Y), "[, 2]")),
    "the least of two products": problem(
        (("min", ("*", X, Y), ("*", X, Z)), "[7, )"), x="[1, 2]", y="[2, 3]", z="[5, 9]"
    ),
    "empty limits": problem(x="(1, 1]"),
    "a growth that doubles twice": problem(
        (("/", Y, X), "[1.9, 2.1]"),
        (("/", Z, Y), "[1.9, 2.1]"),
        (("/", Z, X), "[4.5, )"),
        x="[1, )",
    ),
}


@pytest.mark.parametrize("name", SATISFIABLE)
def test_a_satisfiable_problem_gets_a_solution_that_violates_nothing(name: str) -> None:
    found = solution(SATISFIABLE[name])
    assert found is not None
    assert violated(SATISFIABLE[name], found) == []


@pytest.mark.parametrize("name", UNSATISFIABLE)
def test_an_unsatisfiable_problem_gets_none(name: str) -> None:
    assert not satisfiable(UNSATISFIABLE[name])


def test_violated_names_constraints_and_variables() -> None:
    given = problem((("/", X, Y), "(,)"), (("+", X, Y), "[1, 1]"), z="[1, 2]")
    assert violated(given, {"x": Fraction(1), "y": Fraction(0), "z": Fraction(3)}) == ["z", "c0"]
    with pytest.raises(KeyError):
        violated(given, {"x": Fraction(1), "y": Fraction(0)})


def test_a_literal_range_is_another_number_at_each_place() -> None:
    some: Tree = ("lit", between("[1, 2]"))
    apart = problem((("-", some, some), "[1, 1]"))
    assert violated(apart, {"x": Fraction(0), "y": Fraction(0), "z": Fraction(0)}) == []
    assert satisfiable(apart)


def test_a_minimal_conflict_is_satisfiable_without_any_part_of_it() -> None:
    given = problem((X, "[3, )"), (("-", Y, X), "[0, )"), (Y, "[, 2]"), (Z, "[0, 1]"))
    assert not satisfiable(given)
    assert [satisfiable(without(given, [f"c{n}"])) for n in range(4)] == [True, True, True, False]


def test_what_is_neither_found_nor_refuted_is_undecided() -> None:
    with pytest.raises(Undecided):
        satisfiable(problem((("*", X, X), "[2, 2]")), limit=20)


small = st.sampled_from(POINTS)
leaves: st.SearchStrategy[Tree] = st.sampled_from([X, Y, Z]) | small.map(
    lambda n: ("lit", exactly(n))
)
trees: st.SearchStrategy[Tree] = st.recursive(
    leaves,
    lambda parts: (
        st.tuples(st.sampled_from(["+", "-", "*", "/", "min", "max"]), parts, parts)
        | st.tuples(st.just("negative"), parts)
    ),
    max_leaves=4,
)
linear_trees: st.SearchStrategy[Tree] = st.recursive(
    leaves,
    lambda parts: (
        st.tuples(st.sampled_from(["+", "-"]), parts, parts)
        | st.tuples(st.just("*"), small.map(lambda n: ("lit", exactly(n))), parts)
    ),
    max_leaves=4,
)
weights = st.dictionaries(st.sampled_from("xyz"), small.filter(bool), min_size=1)


@st.composite
def intervals(draw: Any) -> Interval:
    low, high = draw(st.none() | small), draw(st.none() | small)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(
        low, high, low is not None and draw(st.booleans()), high is not None and draw(st.booleans())
    )


@given(
    st.fixed_dictionaries(dict.fromkeys("xyz", intervals())),
    st.lists(st.builds(Row, weights, intervals()), max_size=4),
)
def test_the_simplex_agrees_with_elimination(bounds: dict[str, Interval], rows: list[Row]) -> None:
    assert (solve(bounds, rows) is not None) == feasible(bounds, rows)


@given(st.lists(st.tuples(trees, small, small), min_size=1, max_size=3), small, small, small)
def test_a_problem_around_a_known_solution_is_satisfiable(
    parts: list[tuple[Tree, Fraction, Fraction]], x: Fraction, y: Fraction, z: Fraction
) -> None:
    known = {"x": x, "y": y, "z": z}
    constraints = []
    for n, (tree, below, above) in enumerate(parts):
        values = ranges(tree, {name: exactly(value) for name, value in known.items()})
        assume(values)
        [(low, high, *_)] = values
        assert low is not None and high is not None
        around = Interval(low - abs(below), high + abs(above))
        constraints.append(Constraint(f"c{n}", tree, around))
    given = Problem(dict.fromkeys("xyz", between("[-2, 2]")), constraints)
    assert violated(given, known) == []
    assert satisfiable(given)


@given(st.lists(st.tuples(trees, intervals()), min_size=1, max_size=2))
def test_what_a_grid_satisfies_is_never_refuted(parts: list[tuple[Tree, Interval]]) -> None:
    given = Problem(
        dict.fromkeys("xyz", between("[-2, 2]")),
        [Constraint(f"c{n}", tree, interval) for n, (tree, interval) in enumerate(parts)],
    )
    on_grid = any(
        not violated(given, dict(zip("xyz", point, strict=True)))
        for point in product(POINTS[::2], repeat=3)
    )
    try:
        found = solution(given, limit=30)
    except Undecided:
        return
    assert found is not None or not on_grid
    assert found is None or violated(given, found) == []


@given(trees, small, small)
def test_a_value_beyond_the_range_of_a_tree_is_refuted(
    tree: Tree, low: Fraction, width: Fraction
) -> None:
    box = dict.fromkeys("xyz", Interval(low, low + abs(width)))
    highest = [piece.high for piece in ranges(tree, box)]
    beyond = max((high for high in highest if high is not None), default=Fraction(0))
    assume(None not in highest)
    assert not satisfiable(Problem(box, [Constraint("c", tree, Interval(beyond, None, True))]))


@given(st.lists(st.tuples(linear_trees, intervals()), min_size=2, max_size=4))
def test_a_linear_problem_is_always_decided(parts: list[tuple[Tree, Interval]]) -> None:
    constraints = [Constraint(f"c{n}", tree, interval) for n, (tree, interval) in enumerate(parts)]
    found = solution(Problem(dict.fromkeys("xyz", ANY), constraints), limit=1)
    assert found is None or violated(Problem({}, constraints), found) == []
