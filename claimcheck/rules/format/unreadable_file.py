"""A file cannot be read as text.

Nothing in it is checked until it can be: a file that is not there or not yours to read, one of more than twenty
megabytes, or one in an old encoding, in which `é` is not what it seems. Save it as UTF-8, without the byte order
mark that some editors put first; the mark alone is only noted, and the file is read.
"""

from collections.abc import Iterator

from claimcheck.finding import Level, Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "the file cannot be opened: {detail}",
    "fr": "le fichier ne s’ouvre pas : {detail}",
}
HELP = {
    "en": "check that the file is there and that you may read it",
    "fr": "vérifiez que le fichier existe et que vous avez le droit de le lire",
}
MESSAGES = {
    "os": MESSAGE,
    "too-large": {
        "en": "the file is larger than {limit} MB",
        "fr": "le fichier dépasse {limit} Mo",
    },
    "not-utf-8": {
        "en": "the file is not in UTF-8: the byte {byte} stands for no character here",
        "fr": "le fichier n’est pas en UTF-8 : ici, l’octet {byte} ne code aucun caractère",
    },
    "byte-order-mark": {
        "en": "the file starts with an invisible byte order mark (U+FEFF)",
        "fr": "le fichier commence par une marque d’ordre des octets invisible (U+FEFF)",
    },
}
HELPS = {
    "os": HELP,
    "too-large": {"en": "split the file", "fr": "divisez le fichier"},
    "not-utf-8": {"en": "save the file as UTF-8", "fr": "enregistrez le fichier en UTF-8"},
    "byte-order-mark": {
        "en": "save the file as UTF-8 without BOM",
        "fr": "enregistrez le fichier en UTF-8 sans BOM",
    },
}

BAD = [
    """\ufeffclaims:  # finds: format/unreadable-file
  - {id: worth, subject: OpenAI, attribute: valuation, value: 500e9 USD}
""",
]
GOOD = [
    """
claims:  # any character may stand in a text
  - {id: price, subject: Électricité de France, attribute: electricity_price, when: 2025, value: 60 EUR/MWh, note: "prix moyen, en €\u00a0: « à peu près »"}
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each file that cannot be read; a note where it can, but for a byte order mark."""
    for problem in index.problems("unreadable-file"):
        reason = str(problem.data["reason"])
        level: Level = "note" if reason == "byte-order-mark" else "error"
        yield at_problem(problem, level=level, text=MESSAGES[reason], help=HELPS[reason])
