"""A qualifier's value is a letter away from a known name.

What a claim is about includes its qualifiers: with a slip in one it is about something else, and meets nothing that
is said of what was meant. Correct the value; if it is right as it stands, declare it as an entity.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "note"
MESSAGE = {
    "en": "`{text}` is a letter away from `{suggestion}`, which stands elsewhere",
    "fr": "« {text} » est à une lettre de « {suggestion} », qui figure ailleurs",
}
HELP = {
    "en": "did you mean `{suggestion}`?",
    "fr": "vouliez-vous dire « {suggestion} » ?",
}

BAD = [
    """
claims:  # the name of an entity
  - {id: part, subject: SoftBank, attribute: stake, where: {in: OpanAI}, value: 11 %}  # finds: format/doubtful-qualifier
entities: {OpenAI: , SoftBank: }
""",
    """
claims:  # what other claims have in this place
  - {id: one, subject: SoftBank, attribute: investment, where: {in: OpenAI, deal: spring round}, value: 41e9 USD}
  - {id: two, subject: Nvidia, attribute: investment, where: {in: OpenAI, deal: spring round}, value: 30e9 USD}
  - {id: all, subject: OpenAI, attribute: raised, where: {deal: srping round}, value: 71e9 USD}  # finds: format/doubtful-qualifier
entities: {OpenAI: , SoftBank: , Nvidia: }
""",
]
GOOD = [
    """
claims:  # numbers and short words tell things apart
  - {id: one, subject: Nvidia, attribute: investment, where: {in: OpenAI, deal: round-2025}, value: 41e9 USD}
  - {id: two, subject: Nvidia, attribute: investment, where: {in: OpenAI, deal: round-2026}, value: 30e9 USD}
  - {id: three, subject: Nvidia, attribute: investment, where: {in: OpenAI, deal: series A}, value: 5e9 USD}
  - {id: four, subject: Nvidia, attribute: investment, where: {in: OpenAI, deal: series B}, value: 6e9 USD}
entities: {OpenAI: , Nvidia: }
""",
    """
claims:  # names that are known, however alike, and other words
  - {id: one, subject: Nvidia, attribute: stake, where: {in: Toyota}, value: 1 %}
  - {id: two, subject: Nvidia, attribute: stake, where: {in: Toyoda}, value: 2 %}
  - {id: three, subject: Nvidia, attribute: stake, where: {in: Tokyo Gas}, value: 2 %}
entities: {Toyota: , Toyoda: , Nvidia: }
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each value of a qualifier that is nearly another one."""
    for problem in index.problems("doubtful-qualifier"):
        yield at_problem(problem, level="note")
