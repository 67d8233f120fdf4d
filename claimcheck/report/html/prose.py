"""Written values in the words of a reader: `up to 50 billion USD` as « jusqu’à 50 milliards de dollars »."""

from claimcheck.finding import Amounts
from claimcheck.model.interval import Interval
from claimcheck.model.number import Written
from claimcheck.model.quantity import End, Quantity
from claimcheck.report.units import in_words

_DIGITS = 12
_FORMS = {
    "en": {
        "about": "about {}",
        "to": "{} to {}",
        "low": "at least {}",
        "low-excluded": "over {}",
        "low-reached": "from {}",
        "high": "at most {}",
        "high-excluded": "under {}",
        "high-reached": "up to {}",
    },
    "fr": {
        "about": "environ {}",
        "to": "{} à {}",
        "low": "au moins {}",
        "low-excluded": "plus de {}",
        "low-reached": "à partir de {}",
        "high": "au plus {}",
        "high-excluded": "moins de {}",
        "high-reached": "jusqu’à {}",
    },
}


def in_prose(quantity: Quantity, language: str) -> str:
    """What a quantity says, with its marks; empty for a date and what has no plain words."""
    forms = _FORMS[language]
    if quantity.point is not None:
        return _about(quantity.point, language)
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        plain = not (low.about or high.about or low.excluded or high.excluded)
        return _amount(low, high, language) if plain else ""
    end, side = (low, "low") if low is not None else (high, "high")
    if end is None:
        return ""
    mark = "-excluded" if end.excluded else "-reached" if end.reached else ""
    text = _about(end, language)
    return forms[side + mark].format(text) if text else ""


def _about(end: End, language: str) -> str:
    text = _amount(end, end, language)
    return _FORMS[language]["about"].format(text) if end.about and text else text


def _amount(low: End, high: End, language: str) -> str:
    if not isinstance(low.number, Written) or not isinstance(high.number, Written):
        return ""
    first, last = (e.number.number * e.unit.factor + e.unit.offset for e in (low, high))  # type: ignore[union-attr]
    return in_words(Amounts(Interval(first, last), high.unit, _DIGITS), language)
