"""The steps of a derivation that several rules share: what a value means, where two part."""

from collections.abc import Mapping

from claimcheck.consistency.slots import Contradiction
from claimcheck.consistency.values import in_currency, in_order
from claimcheck.finding import Amounts, Aside, Day, Of, Phrase, Related, Stated, When
from claimcheck.index import Index, Slot
from claimcheck.model.claim import Claim
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Quantity

_SAYS = {"en": "{claim} says {value}", "fr": "{claim} dit {value}"}
_MEANS = {
    "en": "{claim} says {value}: {wide}",
    "fr": "{claim} dit {value} : {wide}",
}
_MEANS_BOTH = {
    "en": "{claim} says {value}: {wide}, strictly {narrow}",
    "fr": "{claim} dit {value} : {wide}, au sens strict {narrow}",
}
_RATE = {
    "en": "in {currency}, by the lowest and highest ECB rate of the time, {claim} is {wide}",
    "fr": "en {currency}, aux taux BCE le plus bas et le plus haut du moment, {claim} vaut {wide}",
}
_APART = {
    "en": "no value lies in both {one} and {other}",
    "fr": "aucune valeur n’est à la fois dans {one} et dans {other}",
}
_TWINS = {
    "en": "{one} and {other} are rounded alike, so that equal values would be written alike",
    "fr": "{one} et {other} ont le même arrondi : des valeurs égales s’écriraient de même",
}
FRAGILE = {
    "en": "this hangs on the digits as written: rounded generously, both could hold",
    "fr": "cela tient aux chiffres tels qu’écrits : arrondis largement, les deux tiendraient",
}
_LABEL = {"en": "{claim} ({asides})", "fr": "{claim} ({asides})"}
_DENIED = {"en": "denied", "fr": "démenti"}
_CERTAINTY = {
    "probable": {"en": "probable", "fr": "probable"},
    "possible": {"en": "possible", "fr": "possible"},
}
_SLOT = {"en": "{attribute} {subject}", "fr": "{attribute} {subject}"}
_QUALIFIED = {"en": "{attribute} {subject} ({more})", "fr": "{attribute} {subject} ({more})"}


def slot_phrase(slot: Slot) -> Phrase:
    """`valuation of OpenAI`, « valorisation d’OpenAI », with qualifiers in brackets."""
    name_of = slot.document.vocabulary.name_of
    data: dict[str, object] = {
        "attribute": slot.attribute.labels or slot.attribute.name,
        "subject": Of(name_of(slot.subject)),
    }
    if not slot.qualifiers:
        return Phrase(_SLOT, data)
    more = ", ".join(f"{key}: {name_of(value)}" for key, value in slot.qualifiers)
    return Phrase(_QUALIFIED, {**data, "more": more})


def meaning(claim: Claim) -> Phrase:
    """What a claim's value stands for, as one step."""
    data = {"claim": claim.id, "value": said(claim)}
    value = claim.value
    if not isinstance(value, Quantity) or (value.wide.low and value.wide.low == value.wide.high):
        return Phrase(_SAYS, data)
    wide, narrow = Amounts(value.wide, value.unit), Amounts(value.narrow, value.unit)
    return Phrase(
        _MEANS if wide == narrow else _MEANS_BOTH, {**data, "wide": wide, "narrow": narrow}
    )


def said(claim: Claim) -> Stated | str:
    """A claim's value, to be shown in its own words or in those of a reader."""
    return Stated(claim.value) if claim.value is not None else "?"


def label(claim: Claim) -> Phrase:
    """What stands beside a claim's value in a report: which claim, of when, how sure, by whom."""
    asides: list[str | Mapping[str, str] | When] = []
    if claim.when is not None:
        asides.append(When(claim.when))
    if claim.certainty != "certain":
        asides.append(_CERTAINTY[claim.certainty])
    asides += [text for text in (claim.scenario, claim.attribution, claim.citation) if text]
    asides += [_DENIED] if claim.denied else []
    if not asides:
        return Phrase({"en": "{claim}", "fr": "{claim}"}, {"claim": claim.id})
    return Phrase(_LABEL, {"claim": claim.id, "asides": Aside(asides)})


def related(index: Index, claims: tuple[Claim, ...]) -> tuple[Related, ...]:
    """The values of some claims as related places."""
    return tuple(Related(index.span(claim), label(claim)) for claim in claims)


def apart(contradiction: Contradiction) -> tuple[Phrase, ...]:
    """Why the most serious clash is one, as steps: the two meanings, then the arithmetic."""
    clash = min(contradiction.clashes, key=lambda c: not c.robust)
    one, other = clash.one, clash.other
    steps = [meaning(one), meaning(other)]
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return tuple(steps)
    if one.value.dimension != other.value.dimension:
        one, other = in_order(one, other)
    unit = one.value.unit  # type: ignore[union-attr]
    left, right = _intervals(one, other, wide=clash.robust)
    if left is not None and right is not None:
        if one.value.dimension != other.value.dimension:  # type: ignore[union-attr]
            data = {"currency": unit.name, "claim": other.id}
            steps.append(Phrase(_RATE, {**data, "wide": Amounts(right, unit)}))
        touching = left.high == right.low or right.high == left.low
        twins = {"one": said(one), "other": said(other)}
        ends = {"one": Amounts(left, unit), "other": Amounts(right, unit)}
        steps.append(Phrase(_TWINS, twins) if touching else Phrase(_APART, ends))
    if not contradiction.robust:
        steps.append(Phrase(FRAGILE))
    return tuple(steps)


def day(ordinal: int | None) -> Day | str:
    """A day to be shown, or a dash."""
    return "–" if ordinal is None else Day(ordinal)


def _intervals(one: Claim, other: Claim, *, wide: bool) -> tuple[Interval | None, Interval | None]:
    a, b = one.value, other.value
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    left = a.wide if wide else a.narrow
    if a.dimension == b.dimension:
        return left, b.wide if wide else b.narrow
    converted = in_currency(other, a.unit.money, one)
    return (left, converted[wide]) if converted is not None else (None, None)
