"""Words for findings: templates filled in a language, amounts and dates as people write them."""

import re
from collections.abc import Mapping, Sequence

from claimcheck.exact import Fraction
from claimcheck.finding import Amounts, Aside, Day, Finding, Names, Of, Phrase
from claimcheck.model.interval import Interval
from claimcheck.model.period import format_day
from claimcheck.model.quantity import convert
from claimcheck.model.units import Unit
from claimcheck.phrases import french

_LONGEST = 200

_AND = {"en": " and ", "fr": " et "}
_OF = {"en": "of {}", "fr": "de {}"}
_ELIDED = "d’{}"
_SCALES = {
    "en": ((12, "trillion"), (9, "billion"), (6, "million")),
    "fr": ((9, "milliards"), (6, "millions")),
}
_RANGES = {
    "en": {"both": "{} to {}", "low": "at least {}", "high": "at most {}", "over": "over {}",
           "under": "under {}", "all": "any value", "none": "no value"},
    "fr": {"both": "{} à {}", "low": "au moins {}", "high": "au plus {}", "over": "plus de {}",
           "under": "moins de {}", "all": "toute valeur", "none": "aucune valeur"},
}  # fmt: skip


def message(finding: Finding, language: str) -> str:
    """A finding's message, one line."""
    return fill(Phrase(finding.text or {}, finding.data), language)


def help_of(finding: Finding, language: str) -> str:
    """What to do about a finding, in the notation of its file; empty where its rule does not say."""
    text = fill(Phrase(finding.help, finding.data), language) if finding.help else ""
    return _in_json(text) if finding.span.path.endswith((".json", ".jsonl")) else text


_YAML = re.compile(r"`([\w-]+:(?: [^`]*)?|-)`")
_WORD = re.compile(r"[^\W\d][\w-]*")


def _in_json(text: str) -> str:
    """A help whose pieces of YAML are written as JSON: `key:` as `"key":`."""
    return _YAML.sub(
        lambda m: "`{`" if m[1] == "-" else "`" + _WORD.sub(r'"\g<0>"', m[1]) + "`", text
    )


def fill(phrase: Phrase, language: str) -> str:
    """A template in a language, with its data in words."""
    template = phrase.text.get(language) or phrase.text["en"]
    return template.format_map({k: words(v, language) for k, v in phrase.data.items()})


def words(datum: object, language: str) -> str:
    """Anything that fills a template, as text."""
    match datum:
        case Phrase():
            return fill(datum, language)
        case Amounts(interval, unit, digits):
            return amounts(interval, unit, language, digits)
        case Day(ordinal):
            return format_day(ordinal)
        case Of(name):
            elided = language == "fr" and _elides(name)
            return (_ELIDED if elided else _OF[language]).format(name)
        case Names(names):
            return listed(names, language)
        case Aside(remarks):
            return ", ".join(words(remark, language) for remark in remarks)
        case Mapping():
            return str(datum.get(language) or next(iter(datum.values()), ""))
        case list() | tuple():
            return listed([words(item, language) for item in datum], language)
    text = " ".join(str(datum).split())
    if language == "fr":
        text = french(text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


_VOWELS = frozenset("aeiouàâäéèêëîïôöùûüœæ")
# First words of names whose h is aspirated or spelt, so that `de` stays whole.
_ASPIRATED = frozenset(
    """
    h&m hp hsbc hamas hambourg hanovre harley harris harry harvard hasbro haye hewlett hezbollah hilton
    hitachi hollande hollywood honda honduras hong hongkong hongrie houston huawei hyundai
    """.split()
)


def _elides(name: str) -> bool:
    """Whether French says « d’ » before a name: before vowels and a silent h, not before Huawei and Yahoo."""
    start = name[:2].lower()
    if start[:1] == "y":
        return len(start) == 2 and start[1] not in _VOWELS
    first = name.lower().replace("-", " ").partition(" ")[0]
    return start[:1] in _VOWELS or (start[:1] == "h" and first not in _ASPIRATED)


def listed(names: Sequence[str], language: str) -> str:
    """a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + _AND[language] + names[-1]


def amounts(interval: Interval, unit: Unit, language: str, digits: int = 5) -> str:
    """An interval, given in the base unit, in words: `747 to 913 billion USD`."""
    forms = _RANGES[language]
    if unit.dimension == "date":
        return _dates(interval, forms)
    if interval.empty:
        return forms["none"]
    own = convert(interval, unit)
    exponent, scale = _scale(own, language)
    low, high = _distinct(own, exponent, language, digits)
    tail = f" {scale}" * bool(scale) + f" {unit.name}" * bool(unit.name)
    if own.low is not None and own.high is not None:
        return (low if low == high else forms["both"].format(low, high)) + tail
    if own.low is not None:
        return forms["over" if own.low_open else "low"].format(low) + tail
    if own.high is not None:
        return forms["under" if own.high_open else "high"].format(high) + tail
    return forms["all"]


def decimal(number: Fraction, digits: int = 5) -> str:
    """An exact number with at most `digits` significant ones after rounding; integers in full."""
    if number.denominator == 1 and abs(number) < 10**12:
        return str(number.numerator)
    sign, size = "-" if number < 0 else "", abs(number)
    places = digits
    whole = size.__floor__()
    places = max(0, digits - (len(str(whole)) if whole else _leading_zeros(size)))
    scaled = round(size * 10**places)
    text = str(scaled).rjust(places + 1, "0")
    if places:
        text = f"{text[:-places]}.{text[-places:]}".rstrip("0").rstrip(".")
    return sign + text


def _leading_zeros(number: Fraction) -> int:
    """How many zeros follow the decimal point, as a negative count of digits."""
    zeros = 0
    while number and number * 10 < 1 and zeros < 40:
        number, zeros = number * 10, zeros + 1
    return -zeros


def _distinct(interval: Interval, exponent: int, language: str, fewest: int) -> tuple[str, str]:
    """Both ends with as many digits as tell them apart."""
    low = high = ""
    for digits in (fewest, 8, 12):
        low, high = (_number(e, exponent, language, digits) for e in (interval.low, interval.high))
        if low != high or interval.low == interval.high:
            break
    return low, high


def _number(end: Fraction | None, exponent: int, language: str, digits: int) -> str:
    if end is None:
        return ""
    text = decimal(end / 10**exponent, digits)
    whole, point, rest = text.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if len(whole) > 4:  # thin groups of three, as both languages have them
        groups = [whole[max(0, i - 3) : i] for i in range(len(whole), 0, -3)]
        whole = ("\u202f" if language == "fr" else ",").join(reversed(groups))
    return sign + whole + ("," if language == "fr" and point else point) + rest


def _scale(interval: Interval, language: str) -> tuple[int, str]:
    """The scale word that keeps both ends readable."""
    sizes = [abs(end) for end in (interval.low, interval.high) if end]
    largest = max(sizes, default=Fraction(0))
    for exponent, word in _SCALES[language]:
        if largest >= 10**exponent:
            return exponent, word
    return 0, ""


def _dates(interval: Interval, forms: Mapping[str, str]) -> str:
    low = None if interval.low is None else interval.low.__floor__() + interval.low_open
    high = None if interval.high is None else interval.high.__floor__() - interval.high_open
    if low is None and high is None:
        return forms["all"]
    if low is None:
        return forms["high"].format(format_day(high or 0))
    if high is None:
        return forms["low"].format(format_day(low))
    if low > high:
        return forms["none"]
    return (
        format_day(low) if low == high else forms["both"].format(format_day(low), format_day(high))
    )
