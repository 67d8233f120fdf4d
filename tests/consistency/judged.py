"""Parts of claimcheck's networks as problems for the independent verifier."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from claimcheck.consistency.network import (
    Constraint,
    Known,
    Node,
    Part,
    Unknown,
    Variable,
    variables_of,
)
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from tests import verifier
from tests.verifier import Problem, Tree, Undecided, violated

BOXES = 60
"""How many boxes the verifier looks at before a random problem is left undecided."""


def judged_interval(interval: Interval) -> verifier.Interval:
    """The same interval; an end that does not exist is not open."""
    low, high, low_open, high_open = interval
    return verifier.Interval(
        low, high, low_open and low is not None, high_open and high is not None
    )


def judged_tree(node: Node, *, wide: bool) -> Tree:
    """A node as a tree of the verifier, with its literals in one of their readings."""
    if isinstance(node, Unknown):
        return ("var", f"v{node.variable}")
    if isinstance(node, Known):
        return ("lit", judged_interval(node.wide if wide else node.narrow))
    return (node.operation, *(judged_tree(part, wide=wide) for part in node.parts))


def problem_of(
    variables: Sequence[Variable], constraints: Iterable[Constraint], *, wide: bool
) -> Problem:
    """Some constraints, numbered `c0`, `c1` and so on, and the limits of their variables."""
    constraints = list(constraints)
    numbers = sorted({n for c in constraints for n in variables_of(c.node)})
    return Problem(
        {f"v{n}": judged_interval(variables[n].limits) for n in numbers},
        [
            verifier.Constraint(
                f"c{place}",
                judged_tree(c.node, wide=wide),
                judged_interval(c.wide if wide else c.narrow),
            )
            for place, c in enumerate(constraints)
        ],
    )


def satisfiable(
    variables: Sequence[Variable],
    constraints: Iterable[Constraint],
    *,
    wide: bool,
    limit: int = BOXES,
) -> bool | None:
    """What the verifier says of some constraints; None if it does not decide."""
    try:
        return verifier.satisfiable(problem_of(variables, constraints, wide=wide), limit)
    except Undecided:
        return None


def broken(part: Part, values: Mapping[int, Fraction]) -> list[str]:
    """What of a part, strictly read, an assignment breaks."""
    named = {f"v{number}": value for number, value in values.items()}
    return violated(problem_of(part.variables, part.constraints, wide=False), named)


def of_claims(part: Part, claims: Iterable[Claim]) -> list[Constraint]:
    """What some claims of a part say, and the relations of its rules."""
    wanted = {id(claim) for claim in claims}
    return [c for c in part.constraints if c.claim is None or id(c.claim) in wanted]


def claims_of(part: Part) -> list[Claim]:
    """The claims of a part, each once."""
    return list({id(c.claim): c.claim for c in part.constraints if c.claim is not None}.values())
