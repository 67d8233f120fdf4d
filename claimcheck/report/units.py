"""Amounts as a reader says them: scales and units in words."""

import re
from functools import lru_cache
from typing import NamedTuple

from claimcheck.exact import Fraction
from claimcheck.finding import Amounts, Phrase
from claimcheck.model.currencies import currencies
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import convert
from claimcheck.model.units import Unit
from claimcheck.wording import amounts, decimal, words

_SCALES = {
    "en": ((12, "trillion"), (9, "billion"), (6, "million")),
    "fr": ((9, "milliards"), (6, "millions")),
}
_USUAL = {
    "en": {"USD": "US dollars", "GBP": "pounds", "EUR": "euros"},
    "fr": {"USD": "dollars", "GBP": "livres", "EUR": "euros"},
}
_OWN_PLURALS = {
    "krone": "kroner", "krona": "kronor", "króna": "krónur", "leu": "lei", "lev": "leva", "real": "reais",
    **{same: same for same in ("yen", "yuan", "won", "baht", "rand", "dong", "kyat", "kip", "som")},
}  # fmt: skip
# What follows these words of a French name, or is one of them, keeps its singular.
_KEEPS = re.compile(r"\b(?:de|des|du)\b.*|\bd’.*")


class Scale(NamedTuple):
    """A unit with a power of ten: what is shown divided by, and how it is called."""

    unit: Unit
    exponent: int
    name: str
    """`milliards de dollars`, `MWh`; empty for a small count."""

    def number(self, end: Fraction, language: str) -> str:
        """A number of this unit (not of its base) as it is written on a scale."""
        text = decimal(end / 10**self.exponent, 4)
        whole, point, rest = text.partition(".")
        sign, whole = ("−", whole[1:]) if whole.startswith("-") else ("", whole)
        if len(whole) > 4:
            groups = [whole[max(0, i - 3) : i] for i in range(len(whole), 0, -3)]
            whole = ("\u202f" if language == "fr" else ",").join(reversed(groups))
        return sign + whole + ("," if language == "fr" and point else point) + rest


def scale_of(largest: Fraction, unit: Unit, language: str) -> Scale:
    """The scale for numbers up to `largest`, given in `unit`."""
    name = unit_name(unit, language)
    for exponent, word in _SCALES[language]:
        if largest >= 10**exponent:
            return Scale(unit, exponent, _scaled(word, name, language))
    return Scale(unit, 0, name)


def _scaled(word: str, name: str, language: str) -> str:
    if not name or language == "en":
        return f"{word} {name}".strip()
    return f"{word} {'d’' if name[0] in 'aeiouéè' else 'de '}{name}"


def unit_name(unit: Unit, language: str) -> str:
    """What a unit is called after a number other than one."""
    code = unit.currency
    if code is None or unit.name != code:
        return unit.name
    if code in _USUAL[language]:
        return _USUAL[language][code]
    names = currencies().get(code, {})
    return _plural(names[language], language) if language in names else code


def _plural(name: str, language: str) -> str:
    if language == "en":
        head, _, last = name.rpartition(" ")
        return (
            f"{head} {_OWN_PLURALS.get(last, last if last.endswith('s') else last + 's')}".strip()
        )
    kept = _KEEPS.search(name)
    head, tail = (name[: kept.start()], kept[0]) if kept else (name, "")
    return " ".join((*(w if w[-1] in "sxz" else w + "s" for w in head.split()), *tail.split()))


@lru_cache(maxsize=4096)
def in_words(found: Amounts, language: str) -> str:
    """An interval with its unit in words, `747 à 913 milliards de dollars`; kept: findings share claims."""
    unit = found.unit
    text = amounts(found.interval, unit, language, found.digits)
    if unit.currency is None or unit.name != unit.currency or not text.endswith(" " + unit.name):
        return text
    own = convert(found.interval, unit)
    ends = [abs(end) for end in (own.low, own.high) if end is not None]
    name = scale_of(max(ends, default=Fraction(0)), unit, language).name
    number = text.removesuffix(" " + unit.name)
    scaled = next((w for _, w in _SCALES[language] if number.endswith(" " + w)), None)
    return f"{number.removesuffix(' ' + scaled) if scaled else number} {name}"


def finite(interval: Interval) -> list[Fraction]:
    """The ends of an interval that there are."""
    return [end for end in (interval.low, interval.high) if end is not None]


def told(phrase: Phrase, language: str) -> str:
    """A template with its data in words, the units of amounts among them."""
    template = phrase.text.get(language) or phrase.text.get("en", "")
    return template.format_map({key: _told(datum, language) for key, datum in phrase.data.items()})


def _told(datum: object, language: str) -> str:
    if isinstance(datum, Amounts):
        return in_words(datum, language)
    return told(datum, language) if isinstance(datum, Phrase) else words(datum, language)
