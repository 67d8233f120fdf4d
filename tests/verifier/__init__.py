"""An independent judge of claimcheck's verdicts: exact rationals, no propagation, nothing of claimcheck.

- `violated(problem, assignment)` names the constraints and variables that an assignment breaks.
- `satisfiable(problem)` decides whether any assignment breaks none; `Undecided` is raised, never guessed.
- `solution(problem)` is such an assignment, or None.
- `without(problem, names)` leaves constraints out: a conflict is minimal if leaving out any one of it helps.

The parts: `interval` (ranges), `problem` (what is judged), `linear` (a simplex that checks its every answer
against a certificate), `flat` (trees to rows, products and choices), `decide` (branching over boxes).
"""

from tests.verifier.decide import Undecided, satisfiable, solution
from tests.verifier.interval import ANY, Interval, exactly
from tests.verifier.problem import Constraint, Problem, Tree, ranges, violated, without

__all__ = [
    "ANY",
    "Constraint",
    "Interval",
    "Problem",
    "Tree",
    "Undecided",
    "exactly",
    "ranges",
    "satisfiable",
    "solution",
    "violated",
    "without",
]
