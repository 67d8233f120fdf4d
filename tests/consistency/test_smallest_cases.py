"""The smallest networks on which something once went wrong."""

from fractions import Fraction

from claimcheck.consistency.conflicts import decide, worlds
from claimcheck.consistency.contraction import contract
from claimcheck.consistency.network import Apply, Constraint, Known, Node, Part, Unknown, Variable
from claimcheck.consistency.repairs import lightest, repairs
from claimcheck.consistency.witness import world_of
from claimcheck.model.interval import NOT_NEGATIVE, Interval
from claimcheck.model.units import PLAIN
from claimcheck.testing import example_index
from tests.consistency.judged import broken, satisfiable
from tests.consistency.networks import claim

X, Y, Z, W = map(Unknown, range(4))


def between(low: int | None, high: int | None) -> Interval:
    return Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )


def known(number: Fraction) -> Known:
    return Known(Interval(number, number), Interval(number, number))


def part(*rows: tuple[Node, Interval], limits: Interval = NOT_NEGATIVE) -> Part:
    variables = [Variable(str(n), ("", "", ()), limits, PLAIN) for n in range(4)]
    constraints = [Constraint(claim(n), node, i, i) for n, (node, i) in enumerate(rows)]
    return Part(variables, tuple(constraints))


def test_two_parts_of_a_minimum_that_may_be_the_same_are_told_apart() -> None:
    """The limits of two slots are one object: each was once taken for the only one that is left."""
    given = part(
        (Apply("min", (X, Y, Z)), between(0, 2)),
        (Z, between(3, 6)),
        (Apply("-", (X, known(Fraction(5)))), between(0, None)),
    )
    assert satisfiable(given.variables, given.constraints, wide=False)
    assert decide(given).conflicts == ()


def test_a_divisor_that_must_be_zero_is_a_conflict() -> None:
    """One of two divisors must be zero, though neither must be."""
    given = part(
        (Apply("*", (X, Y)), between(0, 0)),
        (Apply("/", (Z, X)), between(1, 2)),
        (Apply("/", (W, Y)), between(1, 2)),
    )
    assert satisfiable(given.variables, given.constraints, wide=False) is False
    (conflict,) = decide(given).conflicts
    assert len(conflict.claims) == 3
    assert world_of(given) is None


def test_a_witness_divides_by_no_zero() -> None:
    given = part((Apply("/", (X, Y)), between(0, 2)), (Apply("-", (Z, Y)), between(0, 0)))
    found = world_of(given)
    assert found is not None
    assert broken(given, found) == []


def test_digits_that_double_with_every_round_are_given_up() -> None:
    """x = x * x + 1/5 narrows for ever, by numbers twice as long each time."""
    square = Apply("+", (Apply("*", (X, X)), known(Fraction(1, 5))))
    given = part(
        (Apply("-", (X, square)), between(0, 0)),
        (Apply("-", (known(Fraction(1, 2)), X)), between(0, None)),
    )
    assert contract(given.variables, given.constraints, wide=False).settled is False
    assert decide(given) == ((), True, False)


def test_no_cause_is_offered_for_what_a_claim_denies() -> None:
    """Denied, "over 52 thousand" is at most 52 thousand; a thousand times that would not be denied."""
    index = example_index(
        """
claims:
  - {id: not-more, subject: A, attribute: population, value: over 52 thousand, denied: true, when: 2025}
  - {id: other, subject: B, attribute: population, value: 10 million, when: 2025}
  - {id: same, that: "population(A) == 5.3 * population(B)", when: 2025}
"""
    )
    ((world,)) = worlds(index, index.documents[0])
    (decided,) = world.parts
    (conflict,) = decided.decision.conflicts
    found = repairs(decided, conflict, lightest(decided))
    assert not [r for r in found if r.kind == "cause" and r.claims == ("not-more",)]
