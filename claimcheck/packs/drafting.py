"""A new rule to begin with: a text for each kind that loads and whose examples pass."""

import re

from claimcheck.errors import UsageError

KINDS = ("relation", "match", "pattern")

_NAME = re.compile(r"([^\W\d]\w*)/([^\W_]+(?:-[^\W_]+)*)")

_RELATION = """\
  {problem}:
    doc: |
      The profit is not what is left of the revenue.
      Say here why it matters to a reader, and what to check.
    level: error
    source: where the relation comes from (a title or URL)
    relation: profit(?company) == revenue(?company) - spending(?company)
    bad:
      - |
        claims:
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 80 million EUR}}
          - {{id: out, subject: Acme, attribute: spending, when: 2025, value: 65 million EUR}}
          - {{id: rest, subject: Acme, attribute: profit, when: 2025, value: 25 million EUR}}  # finds: {name}
      - |
        claims:
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 80 million EUR}}
          - {{id: out, subject: Acme, attribute: spending, when: 2025, value: 65 million EUR}}
          - {{id: rest, subject: Acme, attribute: profit, when: 2025, value: 5 million EUR}}  # finds: {name}
    good:
      - |
        claims:  # it fits
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 80 million EUR}}
          - {{id: out, subject: Acme, attribute: spending, when: 2025, value: 65 million EUR}}
          - {{id: rest, subject: Acme, attribute: profit, when: 2025, value: 15 million EUR}}
      - |
        claims:  # another year
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 80 million EUR}}
          - {{id: out, subject: Acme, attribute: spending, when: 2024, value: 65 million EUR}}
          - {{id: rest, subject: Acme, attribute: profit, when: 2025, value: 25 million EUR}}
      - |
        claims:  # another company
          - {{id: in, subject: Beta, attribute: revenue, when: 2025, value: 80 million EUR}}
          - {{id: out, subject: Acme, attribute: spending, when: 2025, value: 65 million EUR}}
          - {{id: rest, subject: Acme, attribute: profit, when: 2025, value: 25 million EUR}}
      - |
        claims:  # another company
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 80 million EUR}}
          - {{id: out, subject: Beta, attribute: spending, when: 2025, value: 65 million EUR}}
          - {{id: rest, subject: Acme, attribute: profit, when: 2025, value: 25 million EUR}}
      - |
        claims:  # another company
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 80 million EUR}}
          - {{id: out, subject: Acme, attribute: spending, when: 2025, value: 65 million EUR}}
          - {{id: rest, subject: Beta, attribute: profit, when: 2025, value: 25 million EUR}}
"""

_MATCH = """\
  {problem}:
    doc: |
      More was spent than came in.
      Say here why it matters to a reader, and what to check.
    level: warning
    message:
      en: "{{?company}} spends {{spent.value}} but earns {{earned.value}}"
      fr: "{{?company}} dépense {{spent.value}} mais encaisse {{earned.value}}"
    match:
      earned: revenue(?company)
      spent: spending(?company)
    forbid: spent.value > earned.value
    bad:
      - |
        claims:
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 60 million EUR}}
          - {{id: out, subject: Acme, attribute: spending, when: 2025, value: 85e6 EUR}}  # finds: {name}
    good:
      - |
        claims:  # less was spent
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 80 million EUR}}
          - {{id: out, subject: Acme, attribute: spending, when: 2025, value: 65 million EUR}}
      - |
        claims:  # another company
          - {{id: in, subject: Acme, attribute: revenue, when: 2025, value: 60 million EUR}}
          - {{id: out, subject: Beta, attribute: spending, when: 2025, value: 85e6 EUR}}
"""

_PATTERN = """\
  {problem}:
    doc: |
      The article uses a word that the desk avoids.
      Say here why it matters to a reader, and what to write instead.
    level: note
    message:
      en: "“{{match}}” says nothing: give the number"
      fr: "« {{match}} » ne dit rien : donnez le chiffre"
    pattern: (?i)\\b(sky-?high|eye-?watering)\\b
    over: article
    bad:
      - |
        claims: []
        text: |
          The company reported eye-watering losses.  # finds: {name}
    good:
      - |
        claims: []
        text: |
          The company reported losses of 5 million euros.
"""

_TEXTS = {"relation": _RELATION, "match": _MATCH, "pattern": _PATTERN}


def draft(name: str, kind: str, before: str = "") -> str:
    """The text of a pack with a new rule at its end; raises UsageError for a name that cannot be one.

    `before` is the text of the pack so far, whose `rules:` stand last.
    """
    match = _NAME.fullmatch(name)
    if match is None or match.group(2) != match.group(2).lower():
        raise UsageError(
            f"`{name}` is no name of a rule", "write PACK/PROBLEM: desk/parts-exceed-total"
        )
    pack, problem = match.groups()
    if name in _taken(pack, before):
        raise UsageError(
            f"there is a rule {name} already", "choose another name, or change that rule"
        )
    if before and not re.search(rf"^pack:\s*[\"']?{pack}\b", before, re.MULTILINE):
        raise UsageError(
            f"rules/{pack}.yaml is no pack called {pack}", "name its pack in its first line"
        )
    text = _TEXTS[kind].format(problem=problem, name=name)
    if before:
        return f"{before.rstrip()}\n\n{text}"
    return f"pack: {pack}\nrules:\n{text}"


def _taken(pack: str, before: str) -> set[str]:
    """The names of the rules in the text of a pack, and of those that are shipped."""
    from claimcheck.packs import shipped_rules

    _, _, rules = f"\n{before}".partition("\nrules:")
    own = re.findall(r"^  ['\"]?([\w-]+)['\"]?:", rules, re.MULTILINE)
    return {*(f"{pack}/{problem}" for problem in own), *(rule.name for rule in shipped_rules())}
