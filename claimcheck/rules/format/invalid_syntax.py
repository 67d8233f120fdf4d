"""A file is not the YAML or JSON that it seems to be.

From such a place on nothing can be read, or not as its author meant it. Most often a bracket or a quotation mark
is not closed, a text holds `: ` or ` #` and is not quoted, a line is indented by a tab, or a value starts with
`>`, which YAML takes for the start of a folded text. Files also stay within what a person could read: forty levels,
no tags, and aliases that repeat no more than 50,000 values.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "the file cannot be read from here on: {detail}",
    "fr": "à partir d’ici, le fichier est illisible : {detail}",
}
HELP = {
    "en": "close what was opened before, and quote texts that hold `: ` or ` #`",
    "fr": "fermez ce qui a été ouvert plus haut, et mettez entre guillemets droits les textes qui contiennent `: ` ou ` #`",
}
MESSAGES = {
    "syntax": MESSAGE,
    "greater-than": {
        "en": "an unquoted `>` starts a folded text in YAML, and no limit",
        "fr": "sans guillemets, `>` ouvre en YAML un texte replié, et non une limite",
    },
    "tab": {
        "en": "this line has a tab where YAML takes spaces only",
        "fr": "cette ligne contient une tabulation là où YAML n’admet que des espaces",
    },
    "too-deep": {
        "en": "lists and mappings are nested more than {limit} levels deep",
        "fr": "des listes et des blocs de clés s’imbriquent sur plus de {limit} niveaux",
    },
    "aliases": {
        "en": "the aliases of this file repeat more than {limit} values",
        "fr": "les alias de ce fichier répètent plus de {limit} valeurs",
    },
    "alias": {
        "en": "no complete value is marked `&{name}` before the alias `*{name}`",
        "fr": "aucune valeur complète ne porte l’ancre `&{name}` avant l’alias `*{name}`",
    },
    "tag": {
        "en": "the tag `{tag}` has no meaning here",
        "fr": "l’étiquette `{tag}` n’a pas de sens ici",
    },
    "key": {
        "en": "a list or a mapping stands where a key must be",
        "fr": "une liste ou un bloc de clés occupe la place d’une clé",
    },
    "merge": {
        "en": "`<<` takes in the keys of a mapping, and this is none",
        "fr": "`<<` reprend les clés d’un bloc, et ceci n’en est pas un",
    },
    "second-document": {
        "en": "a second YAML document starts here, and a file holds one",
        "fr": "un second document YAML commence ici, or un fichier n’en contient qu’un",
    },
}
HELPS = {
    "syntax": HELP,
    "greater-than": {
        "en": "write `over`, or `at least` for `>=`; or quote the value",
        "fr": "écrivez `over`, ou `at least` pour `>=` ; ou mettez la valeur entre guillemets droits",
    },
    "tab": {"en": "replace the tab by spaces", "fr": "remplacez la tabulation par des espaces"},
    "too-deep": {"en": "write the data out flat", "fr": "mettez les données à plat"},
    "aliases": {
        "en": "write out what the aliases stand for",
        "fr": "écrivez en toutes lettres ce que les alias répètent",
    },
    "alias": {
        "en": "put the anchor before a value above, or quote the text if its asterisk is meant",
        "fr": "placez l’ancre devant une valeur plus haut, ou mettez le texte entre guillemets droits s’il commence par un astérisque",
    },
    "tag": {
        "en": "remove the tag, or quote the text if its exclamation mark is meant",
        "fr": "supprimez l’étiquette, ou mettez le texte entre guillemets droits s’il commence par un point d’exclamation",
    },
    "key": {
        "en": "quote the key if its brackets are meant",
        "fr": "mettez la clé entre guillemets droits si ses crochets sont voulus",
    },
    "merge": {
        "en": "name the alias of a mapping after `<<:`",
        "fr": "donnez après `<<:` l’alias d’un bloc de clés",
    },
    "second-document": {
        "en": "move what follows into a file of its own",
        "fr": "déplacez la suite dans un autre fichier",
    },
}

BAD = [
    """
claims:  # a bracket is never closed
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD
  - {id: next, subject: Acme, attribute: valuation, value: 2e9 USD}  # finds: format/invalid-syntax
""",
    """
claims:
  - id: worth
    subject: OpenAI
    attribute: valuation
    value: > 30e9 USD  # finds: format/invalid-syntax
""",
    """
claims:
  - id: worth
\tsubject: OpenAI  # finds: format/invalid-syntax
""",
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, note: *round}  # finds: format/invalid-syntax
""",
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: !money 500e9 USD}  # finds: format/invalid-syntax
""",
    """
claims: []
entities: {[OpenAI, Nvidia]: {name: The partners}}  # finds: format/invalid-syntax
""",
    """
claims:
  - {<<: OpenAI, id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD}  # finds: format/invalid-syntax
""",
    """
claims:
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD}
---  # finds: format/invalid-syntax
claims: []
""",
]
GOOD = [
    """
claims:  # quoted, a limit is a limit
  - {id: worth, subject: OpenAI, attribute: valuation, value: "> 30e9 USD"}
""",
    """
---
claims:  # anchors and merges save typing
  - &first {id: last-year, subject: OpenAI, attribute: revenue, when: 2024, value: 3.7 billion USD}
  - {<<: *first, id: this-year, when: 2025, value: 13 billion USD}
""",
    """
claims:  # a folded text, where one is meant
  - id: worth
    subject: OpenAI
    attribute: valuation
    value: 500e9 USD
    note: >-
      as said: about 500, see #3
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each place where a file cannot be read as YAML."""
    for problem in index.problems("invalid-syntax"):
        reason = str(problem.data["reason"])
        yield at_problem(problem, text=MESSAGES[reason], help=HELPS[reason])
