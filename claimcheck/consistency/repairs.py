"""What would have to change for the claims of a conflict to hold."""

from collections.abc import Iterator

from claimcheck.consistency.conflicts import Conflict
from claimcheck.consistency.contraction import contract, value_of
from claimcheck.consistency.derivation import in_words
from claimcheck.consistency.network import Constraint, Part, variables_of
from claimcheck.finding import Phrase
from claimcheck.model.expression import Comparison
from claimcheck.model.interval import EVERYTHING, NOT_NEGATIVE, Interval

_FITS = {
    "en": "the others leave {interval} for {claim}",
    "fr": "les autres laissent {interval} à {claim}",
}


def left_for(part: Part, conflict: Conflict, constraint: Constraint) -> Interval:
    """What the others of a conflict leave for one of its claims, strictly read."""
    others = [c for c in conflict.constraints if c is not constraint]
    rest = contract(part.variables, others, wide=False)
    numbers = variables_of(constraint.node)
    domains = {n: rest.domains.get(n, part.variables[n].limits) for n in numbers}
    return value_of(constraint.node, domains, wide=False)


def repair_steps(part: Part, conflict: Conflict) -> Iterator[Phrase]:
    """For each claim with a value, what it would have to be for the others to hold, strictly read."""
    for constraint in conflict.constraints:
        claim = constraint.claim
        if claim is None or claim.is_reference or isinstance(claim.that, Comparison):
            continue
        fits = left_for(part, conflict, constraint)
        if not fits.empty and fits not in (EVERYTHING, NOT_NEGATIVE):
            yield Phrase(_FITS, {"interval": in_words(part, constraint, fits), "claim": claim.id})
