"""An end that a claim says can be reached cannot be, beside what the other claims say.

"Up to 50" says that 50 can happen. If another gets about 30 and both together get 60 at most, it cannot. The
ceiling, the part or the other parts are wrong, or "up to" is meant for each alone and not for all at once.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome
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
    if index.networked():
        from claimcheck.consistency.attainability import outcomes

        yield from outcomes(index)
