"""A newsroom's own words, on top of the shipped lexicons; or a language that is not shipped."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from claimcheck.text.lexicon import (
    LANGUAGES,
    Lexicon,
    Measure,
    entry_words,
    lexicon,
    load_file,
    shared_words,
)

SHARED = ("currencies", "units")


class OwnWords(NamedTuple):
    """The lexicon files of a newsroom as data, by the names of the files without `.yaml`."""

    home: str
    files: Mapping[str, Mapping[str, Any]]

    def __hash__(self) -> int:
        return hash(self.home)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that can be read with these files."""
        own = (name for name in self.files if name not in SHARED)
        return tuple(dict.fromkeys((*LANGUAGES, *own)))


def languages_with(own: OwnWords | None) -> tuple[str, ...]:
    """The languages that there are lexicons for."""
    return LANGUAGES if own is None else own.languages


def lexicon_with(language: str, own: OwnWords | None) -> Lexicon:
    """The lexicon of a language with a newsroom's own words; raises UsageError if there is none."""
    if own is None or not {language, *SHARED} & own.files.keys():
        return lexicon(language)
    return _extended(language, own)


@cache
def _extended(language: str, own: OwnWords) -> Lexicon:
    data = dict(own.files.get(language, {}))
    if language in LANGUAGES:
        data = merged(load_file(f"{language}.yaml"), data)
    shared = [*shared_words(language), *_own_units(language, own)]
    return Lexicon({**data, "language": language}, shared)


def _own_units(language: str, own: OwnWords) -> Iterator[tuple[str, Measure, bool]]:
    for name, kind in (("currencies", "money"), ("units", "quantity")):
        for unit, entry in own.files.get(name, {}).items():
            yield from entry_words(Measure(kind, unit), entry, language)


def merged(base: Any, own: Any) -> Any:
    """One file on top of another: lists go on, keys are added, a single value replaces."""
    if isinstance(base, dict) and isinstance(own, dict):
        return {
            key: merged(base[key], own[key]) if key in base and key in own else {**base, **own}[key]
            for key in (*base, *(key for key in own if key not in base))
        }
    if isinstance(base, list) and isinstance(own, list):
        return [*base, *own]
    return own
