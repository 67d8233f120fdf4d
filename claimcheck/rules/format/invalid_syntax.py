"""A file is not the YAML or JSON that it seems to be.

From such a place on nothing can be read, or not as its author meant it. Most often a bracket or a quotation mark
is not closed, a text holds `: ` or ` #` and is not quoted, a line is indented by a tab, or a value starts with
`>`, which YAML takes for the start of a folded text. Files also stay within what a person could read: forty levels,
no tags, and aliases that repeat no more than 50,000 values.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index
from claimcheck.model.claim import Problem

LEVEL = "error"
MESSAGE = {
    "en": "the file cannot be read from here on: {detail}",
    "fr": "à partir d’ici, le fichier est illisible : {detail}",
}
HELP = {
    "en": "look at this line and the one before it, and quote texts that hold signs of YAML",
    "fr": "relisez cette ligne et la précédente, et mettez entre guillemets droits les textes qui contiennent des signes de YAML",
}
# What libyaml says of the slips that people make most, and the reason that this is.
DETAILS = {
    "expected ',' or": "comma",
    "end of stream": "quotation",
    "mapping values are not allowed": "colon",
    "expected ':'": "no-colon",
    "expected key": "continuation",
    "expected '-'": "continuation",
    "sequence entries are not allowed": "continuation",
    "cannot start any token": "character",
    "control characters": "control",
}
MESSAGES = {
    "syntax": MESSAGE,
    "comma": {
        "en": "a comma or a closing bracket is missing before this place",
        "fr": "il manque avant cet endroit une virgule, un crochet ou une accolade",
    },
    "quotation": {
        "en": "a quotation mark is opened above and never closed",
        "fr": "un guillemet est ouvert plus haut et jamais refermé",
    },
    "colon": {
        "en": "a colon stands here where no key can be",
        "fr": "un deux-points se trouve là où aucune clé n’est possible",
    },
    "no-colon": {
        "en": "a key above has no colon",
        "fr": "plus haut, une clé n’est pas suivie de deux-points",
    },
    "continuation": {
        "en": "this does not continue what stands above",
        "fr": "ceci ne prolonge pas ce qui précède",
    },
    "control": {
        "en": "a control character stands here, which cannot be read",
        "fr": "un caractère de contrôle se trouve ici, qui ne se lit pas",
    },
    "character": {
        "en": "a text cannot start with this character, unless it is quoted",
        "fr": "un texte ne peut commencer par ce caractère sans guillemets",
    },
    "greater-than": {
        "en": "an unquoted `>` starts a folded text in YAML, not a limit",
        "fr": "sans guillemets, `>` ouvre en YAML un texte replié, pas une limite",
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
    "comma": {
        "en": "add what is missing, and quote texts that hold a bracket, ` #` or `: `",
        "fr": "ajoutez le signe qui manque, et mettez entre guillemets droits les textes qui contiennent un crochet, ` #` ou `: `",
    },
    "quotation": {
        "en": "close it, or use a block (`>-`) for a text that holds quotation marks",
        "fr": "refermez-le, ou prenez un bloc (`>-`) pour un texte qui contient des guillemets droits",
    },
    "colon": {
        "en": "quote the text, or start a new line for the key",
        "fr": "mettez le texte entre guillemets droits, ou passez à la ligne pour la clé",
    },
    "no-colon": {
        "en": "put `: ` after the key, or indent a text that goes on over several lines",
        "fr": "mettez `: ` après la clé, ou décalez vers la droite un texte qui court sur plusieurs lignes",
    },
    "continuation": {
        "en": "give it the indentation of what it belongs to, and put nothing after a quoted text",
        "fr": "alignez-le sur ce à quoi il appartient, et ne mettez rien après un texte entre guillemets",
    },
    "control": {
        "en": "remove the character, and save the file as UTF-8",
        "fr": "supprimez ce caractère, et enregistrez le fichier en UTF-8",
    },
    "character": {
        "en": "quote the text",
        "fr": "mettez le texte entre guillemets droits",
    },
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
    value: 500e9 USD
    note: as said: about 500 billion  # finds: format/invalid-syntax
""",
    """
claims:
  - id: worth
    subject: OpenAI
   attribute: valuation  # finds: format/invalid-syntax
    value: 500e9 USD
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
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD, quote: `about 500 billion`}  # finds: format/invalid-syntax
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
        reason = _reason(problem)
        yield at_problem(problem, text=MESSAGES[reason], help=HELPS[reason])


def _reason(problem: Problem) -> str:
    """The reason as the loader gives it, or what stands behind libyaml's words."""
    detail = str(problem.data.get("detail"))
    known = next((reason for part, reason in DETAILS.items() if part in detail), "syntax")
    return known if problem.data["reason"] == "syntax" else str(problem.data["reason"])
