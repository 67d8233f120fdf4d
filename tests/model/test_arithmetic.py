"""Interval arithmetic: every result holds what it should, and its ends are taken or approached."""

from collections.abc import Callable
from fractions import Fraction as F

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.model.arithmetic import add, highest, lowest, negative, product, quotient, subtract
from claimcheck.model.interval import EVERYTHING, Interval, intersect, whole_numbers, within

ENDS = st.one_of(st.none(), st.integers(-4, 4).map(F))


NUMBERS = st.integers(-4, 4).map(F)


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[F | None] = ENDS) -> Interval:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    found = Interval(
        low, high, low is not None and draw(st.booleans()), high is not None and draw(st.booleans())
    )
    assume(not found.empty)
    return found


@st.composite
def members(draw: st.DrawFn, interval: Interval) -> F:
    """A number of the interval, its closed ends and near ends often."""
    low = interval.low if interval.low is not None else (interval.high or F(0)) - 9
    high = interval.high if interval.high is not None else low + 18
    share = draw(st.sampled_from([F(0), F(1, 1000), F(1, 3), F(1, 2), F(999, 1000), F(1)]))
    number = low + (high - low) * share
    assume(number in interval)
    return number


Operation = Callable[[F, F], F]
OPERATIONS: list[tuple[Callable[[Interval, Interval], Interval], Operation]] = [
    (add, lambda x, y: x + y),
    (subtract, lambda x, y: x - y),
    (product, lambda x, y: x * y),
    (quotient, lambda x, y: x / y),
    (lambda a, b: lowest([a, b]), min),
    (lambda a, b: highest([a, b]), max),
]


@pytest.mark.parametrize(("operation", "exact"), OPERATIONS, ids="+ - * / min max".split())
@given(data=st.data(), a=intervals(), b=intervals())
def test_a_result_holds_every_result_of_members(
    operation: Callable[[Interval, Interval], Interval],
    exact: Operation,
    data: st.DataObject,
    a: Interval,
    b: Interval,
) -> None:
    x, y = data.draw(members(a)), data.draw(members(b))
    assume(exact is not OPERATIONS[3][1] or y != 0)
    assert exact(x, y) in operation(a, b)


@pytest.mark.parametrize(("operation", "exact"), OPERATIONS, ids="+ - * / min max".split())
@given(a=intervals(NUMBERS), b=intervals(NUMBERS))
def test_a_result_is_no_wider_than_it_must_be(
    operation: Callable[[Interval, Interval], Interval], exact: Operation, a: Interval, b: Interval
) -> None:
    """A closed end of the result is the result of two members (brute force over a fine grid)."""
    if exact is OPERATIONS[3][1]:
        b = add(b, Interval(F(5), F(5)))  # away from zero
    found = operation(a, b)
    results = {exact(x, y) for x in _grid(a) for y in _grid(b)}
    for end, is_open in ((found.low, found.low_open), (found.high, found.high_open)):
        assert end is not None
        assert (end in results) is not is_open
        assert min(abs(end - result) for result in results) <= F(1, 5)


def _grid(interval: Interval) -> list[F]:
    assert interval.low is not None
    assert interval.high is not None
    steps = [interval.low + (interval.high - interval.low) * F(n, 512) for n in range(513)]
    edge = [steps[0], steps[1], *steps[1:-1:32], steps[-2], steps[-1]]
    return [number for number in edge if number in interval]


def test_zero_times_the_unbounded_is_zero() -> None:
    assert product(Interval(F(0), F(0)), EVERYTHING) == Interval(F(0), F(0))
    assert product(Interval(F(0), F(2)), Interval(F(0), None)) == Interval(F(0), None)


def test_division_by_an_interval_around_zero_says_nothing() -> None:
    assert quotient(Interval(F(1), F(2)), Interval(F(-1), F(1))) == EVERYTHING
    assert quotient(Interval(F(1), F(1)), Interval(F(0), F(2))) == Interval(F(1, 2), None)
    assert quotient(Interval(F(1), F(1)), Interval(F(0), F(0))) == EVERYTHING


@given(a=intervals(), b=intervals())
def test_intersections_are_exact(a: Interval, b: Interval) -> None:
    common = intersect(a, b)
    for number in (F(n, 4) for n in range(-20, 21)):
        assert (number in common) == (number in a and number in b)
    assert within(common, a)
    assert within(common, b)
    assert negative(negative(a)) == a


@given(a=intervals())
def test_whole_numbers_are_the_integers_inside(a: Interval) -> None:
    whole = whole_numbers(a)
    for number in range(-6, 7):
        assert (F(number) in whole) == (F(number) in a)
