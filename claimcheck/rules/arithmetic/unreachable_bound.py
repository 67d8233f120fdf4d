"""An end that a claim says can be reached cannot be, beside what the other claims say.

"Up to 50" says that 50 can happen. If another gets about 30 and both together get 60 at most, it cannot. The
ceiling, the part or the other parts are wrong, or "up to" is meant for each alone and not for all at once.
"""

from collections.abc import Iterator

from claimcheck.consistency.attainability import (
    MAX_ENDS,
    Unreachable,
    reached_ends,
    unreachable,
)
from claimcheck.consistency.conflicts import worlds
from claimcheck.consistency.derivation import argue, derivation, names
from claimcheck.consistency.joint import level_of
from claimcheck.consistency.network import Network, Node, Part, variables_of
from claimcheck.consistency.steps import label, related, said
from claimcheck.finding import Checked, Finding, Outcome, Skipped
from claimcheck.index import Index

LEVEL = "warning"
MESSAGE = {
    "en": "{claim} says {value}, but that end cannot be reached beside {others}",
    "fr": "{claim} dit {value}, mais cette borne est hors d’atteinte au vu de {others}",
}
HELP = {
    "en": "check the ceiling against its parts, or say that the end holds for a case of its own (`scenario`)",
    "fr": "vérifiez le plafond et ses parts, ou dites que la borne vaut pour un cas à part (`scenario`)",
}

BAD = [
    """
claims:
  - {id: amazon, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: up to 50 billion USD}  # finds: arithmetic/unreachable-bound
  - {id: nvidia, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: about 30 billion USD}
  - id: both
    that: investment(Nvidia, in=OpenAI) + investment(Amazon, in=OpenAI)
    value: up to 60 billion USD
""",
]
GOOD = [
    """
claims:  # there is room for both ends
  - {id: amazon, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: up to 30 billion USD}
  - {id: nvidia, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: about 30 billion USD}
  - id: both
    that: investment(Nvidia, in=OpenAI) + investment(Amazon, in=OpenAI)
    value: up to 60 billion USD
""",
    """
claims:  # at most 50 does not say that 50 can happen
  - {id: amazon, subject: Amazon, attribute: investment, where: {in: OpenAI}, value: at most 50 billion USD}
  - {id: nvidia, subject: Nvidia, attribute: investment, where: {in: OpenAI}, value: about 30 billion USD}
  - id: both
    that: investment(Nvidia, in=OpenAI) + investment(Amazon, in=OpenAI)
    value: up to 60 billion USD
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each slot of which a claimed end is out of reach."""
    for document in index.documents:
        for network, parts in worlds(index, document):
            for part, _ in parts:
                number = len(reached_ends(part.constraints))
                yield Checked(min(number, MAX_ENDS))
                if number > MAX_ENDS:
                    yield Skipped("more ends than are tested", number=number - MAX_ENDS)
                ends: dict[Node, list[Unreachable]] = {}
                for found in unreachable(part):
                    ends.setdefault(found.constraint.node, []).append(found)
                for same in ends.values():
                    yield _finding(index, network, part, same)


def _finding(index: Index, network: Network, part: Part, found: list[Unreachable]) -> Finding:
    """On the first claim of a slot whose end is out of reach, the slot's others beside it."""
    constraint, end, conflict = found[0]
    claim = constraint.claim
    assert claim is not None
    others = tuple(other for other in conflict.claims if other is not claim)
    same = tuple(one.constraint.claim for one in found[1:] if one.constraint.claim is not None)
    beside = tuple(other for other in dict.fromkeys((*same, *others)) if other is not claim)
    slot = part.variables[variables_of(constraint.node)[0]].name
    return Finding(
        about=" ".join(filter(None, (slot, network.scenario))),
        span=index.span(claim),
        data={"claim": claim.id, "value": said(claim), "others": names(others)},
        claims=(claim, *beside),
        level=level_of(conflict),
        label=label(claim),
        related=related(index, beside),
        steps=derivation(part, conflict, argue(part, conflict, end), end),
    )
