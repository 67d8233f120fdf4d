"""The article that a document names is not there.

Without the article no quote can be looked up, and the claims are checked against each other only. The path is relative
to the claim file, and stays inside of the project.
"""

from collections.abc import Iterator

from claimcheck.finding import Outcome, at_problem
from claimcheck.index import Index

LEVEL = "error"
MESSAGE = {
    "en": "there is no file `{text}` beside this one",
    "fr": "il n’y a pas de fichier « {text} » à côté de celui-ci",
}
OUTSIDE = {
    "en": "the path `{text}` leads out of the project",
    "fr": "le chemin « {text} » mène hors du projet",
}
HELP = {
    "en": "correct the path, or leave `text` out",
    "fr": "corrigez le chemin, ou supprimez `text`",
}
HELP_OUTSIDE = {
    "en": "copy the article into the project, and name it relative to this file",
    "fr": "copiez l’article dans le projet, et donnez son chemin à partir de ce fichier",
}

BAD = [
    """
document: {text: artcile.md}  # finds: format/invalid-path
claims: []
""",
    """
document: {text: ../../private/article.md}  # finds: format/invalid-path
claims: []
""",
    """
document: {text: /etc/passwd}  # finds: format/invalid-path
claims: []
""",
]
GOOD = [
    """
document: {text: article.md}
claims: []
text: Nothing is claimed here.
""",
    """
claims: []  # a document need not have its article
""",
]


def check(index: Index) -> Iterator[Outcome]:
    """One finding for each document whose article cannot be used."""
    for problem in index.problems("invalid-path"):
        if problem.data["reason"] == "outside":
            yield at_problem(problem, text=OUTSIDE, help=HELP_OUTSIDE)
        else:
            yield at_problem(problem)
