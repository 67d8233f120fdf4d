"""Whose something is: "of OpenAI", « d’OpenAI »."""

import re

from claimcheck.catalogue import tell, template_of

_OF = tell("of {}")


def owned(name: str, language: str) -> str:
    """A name as the owner of what stands before it."""
    return joined(template_of(_OF, language), name, language)


def joined(template: str, name: str, language: str) -> str:
    """A name in a template; in French `de` before it loses its vowel where the name begins with one."""
    if language == "fr" and _elides(name):
        template = template.replace("de {", "d’{")
    return template.format(name)


_VOWELS = frozenset("aeiouàâäéèêëîïôöùûüœæ")
# First words of names whose h is aspirated or spelt, so that `de` stays whole.
_ASPIRATED = frozenset(
    """
    h&m hp hsbc hamas hambourg hanovre harley harris harry harvard hasbro haye hewlett hezbollah hilton
    hitachi hollande hollywood honda honduras hong hongkong hongrie houston huawei hyundai
    """.split()
)


def contracted(text: str, language: str) -> str:
    """A text whose data are filled in: in French `de` and `à` join the `le` of a date."""
    return _LE.sub(lambda m: _CONTRACTED[m[1]], text) if language == "fr" else text


_LE = re.compile(r"(?<![^\W\d_])(de|à) le (?=\d)")
_CONTRACTED = {"de": "du ", "à": "au "}


def _elides(name: str) -> bool:
    """Whether French says « d’ » before a name: before vowels and a silent h, not before Huawei and Yahoo."""
    start = name[:2].lower()
    if start[:1] == "y":
        return len(start) == 2 and start[1] not in _VOWELS
    first = name.lower().replace("-", " ").partition(" ")[0]
    return start[:1] in _VOWELS or (start[:1] == "h" and first not in _ASPIRATED)
