"""Texts of claimcheck's own in a reader's language: English is in the code, the others are catalogues.

`locale/LANGUAGE/LC_MESSAGES/claimcheck.po` is what a translator edits, with the English text as its msgid;
`claimcheck.mo` beside it is the same, compiled, and what is read here. Both are kept in the repository and
are part of the wheel, so that nothing has to be compiled where claimcheck is installed; a test holds
each `.mo` equal to its `.po`, and `python -m tests.catalogue` writes both anew.
"""

import os
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations

SOURCE = "en"
"""The language of the texts in the code."""
DOMAIN = "claimcheck"
FOLDER = os.path.join(os.path.dirname(__file__), "locale")


class Told(str):
    """An English text that knows its template and what fills it, and so can be told in another language.

    It is made by `tell`. Whatever is no `Told` is somebody else's text, and shown as it is.
    """

    __slots__ = ("many", "named", "number", "template", "values")

    template: str
    values: tuple[object, ...]
    named: Mapping[str, object]
    many: str
    """The template for several, where the text depends on a number."""
    number: int

    def __str__(self) -> str:
        """Itself: an exception made of it gives it back whole."""
        return self


def tell(template: str, /, *values: object, **named: object) -> Told:
    """A text of claimcheck's own: a template, whose places are `{}` or `{name}`, and what fills them."""
    return _made(template, "", 1, values, named)


def tell_of(number: int, one: str, many: str, /, *values: object, **named: object) -> Told:
    """A text that is another one for several; `{}` or `{number}` in it is the number."""
    return _made(one, many, number, values or (number,), {"number": number, **named})


def either(texts: list[str]) -> str:
    """`a or b or c`, of texts each of which may be told in another language."""
    if len(texts) < 2:
        return "".join(texts) if not texts else texts[0]
    return tell("{} or {}", either(texts[:-1]), texts[-1])


def _made(
    one: str, many: str, number: int, values: tuple[object, ...], named: Mapping[str, object]
) -> Told:
    template = many if many and number != 1 else one
    made = Told(template.format(*values, **named) if values or named else template)
    made.template, made.many, made.number = one, many, number
    made.values, made.named = values, named
    return made


def template_of(told: Told, language: str) -> str:
    """The template of a text in a language."""
    if language == SOURCE:
        return told.many if told.many and told.number != 1 else told.template
    found = _catalogue(language)
    if told.many:
        return _spaced(found.ngettext(told.template, told.many, told.number), language)
    return _spaced(found.gettext(told.template), language)


def translated(text: str, language: str) -> str:
    """An English text in a language; as it is where the catalogue does not have it."""
    if language == SOURCE or not text:
        return text
    return _spaced(_catalogue(language).gettext(text), language)


def in_language(texts: Mapping[str, str], language: str) -> str:
    """What a table of languages says in one; what it lacks is looked up by its English text."""
    if language in texts:
        return _spaced(texts[language], language)
    return translated(texts.get(SOURCE, ""), language)


@lru_cache(maxsize=4096)
def _spaced(text: str, language: str) -> str:
    """French with spaces that do not break where its typography has them; what stands as code is kept."""
    if language != "fr":
        return text
    pieces = text.split("`")
    for n in range(0, len(pieces), 2):
        for sign, spaced in _SPACES:
            pieces[n] = pieces[n].replace(sign, spaced)
    return "`".join(pieces)


# Before the high signs a narrow space, before the colon and within quotation marks a full one.
_SPACES = (
    *((f" {sign}", f"\u202f{sign}") for sign in ";?!"),
    (" :", "\u00a0:"),
    ("« ", "«\u00a0"),
    (" »", "\u00a0»"),
    (" %", "\u00a0%"),
)


@cache
def languages() -> tuple[str, ...]:
    """The languages that there are: English, and those with a catalogue."""
    return (SOURCE, *sorted(name for name in os.listdir(FOLDER) if "." not in name))


@cache
def _catalogue(language: str) -> "GNUTranslations":
    from gettext import GNUTranslations

    path = os.path.join(FOLDER, language, "LC_MESSAGES", f"{DOMAIN}.mo")
    with open(path, "rb") as file:
        return GNUTranslations(file)
