"""The conditions under which two claims of one slot are held against each other (DESIGN 5)."""

from collections.abc import Iterator, Sequence

from claimcheck.consistency.meeting import Apart, meeting
from claimcheck.consistency.steps import meaning
from claimcheck.consistency.values import compare
from claimcheck.finding import Amounts, Phrase, Text
from claimcheck.index import slot_name
from claimcheck.model.claim import Claim
from claimcheck.model.interval import disjoint
from claimcheck.model.quantity import Quantity
from claimcheck.why.condition import Condition

_SLOT: Text = {"en": "{claim} is about {slot}", "fr": "{claim} parle de {slot}"}
_EXPRESSION: Text = {
    "en": "{claim} is about an expression, not about one slot",
    "fr": "{claim} parle d’une expression, pas d’une seule grandeur",
}
_NO_VALUE: Text = {
    "en": "{claim} has no value that could be read",
    "fr": "{claim} n’a pas de valeur lisible",
}
_SAME: Text = {
    "en": "both are about {slot}",
    "fr": "les deux parlent de {slot}",
}
_OTHER: Text = {
    "en": "they are about different slots: {one} and {other}",
    "fr": "ils parlent de grandeurs différentes : {one} et {other}",
}
_DOCUMENTS: Text = {
    "en": 'they are in different documents, which meet only with `scope = "project"`',
    "fr": 'ils sont dans des documents différents, qui ne se rencontrent qu’avec `scope = "project"`',
}
_MEET: Text = {
    "en": "they speak of one moment: {one} and {other}",
    "fr": "ils parlent d’un même moment : {one} et {other}",
}
_APART: Text = {
    "en": "they do not meet ({reason}): {one} and {other}",
    "fr": "ils ne se rencontrent pas ({reason}) : {one} et {other}",
}
_UNCOMPARED: Text = {
    "en": "they are not compared: {reason}",
    "fr": "ils ne se comparent pas : {reason}",
}
_CLASH_WIDE: Text = {
    "en": "even read generously they share nothing: {one} and {other}",
    "fr": "même lus largement, ils n’ont rien en commun : {one} et {other}",
}
_CLASH_NARROW: Text = {
    "en": "they share something only if read generously, so one level lower: strictly {one} and {other}",
    "fr": "ils ne se rejoignent qu’au sens large (un niveau plus bas) ; au sens strict : {one} et {other}",
}
_FIT: Text = {
    "en": "their values can both hold: {one} and {other}",
    "fr": "leurs valeurs peuvent tenir ensemble : {one} et {other}",
}
_FIT_TEXT: Text = {"en": "their values are the same", "fr": "leurs valeurs sont les mêmes"}
_CLASH_TEXT: Text = {"en": "their values differ", "fr": "leurs valeurs diffèrent"}
_IF: Text = {"en": "{when} (if {scenario})", "fr": "{when} (si {scenario})"}
_NO_DATE: Text = {"en": "no date", "fr": "pas de date"}


def about_each(claims: Sequence[Claim]) -> Iterator[Condition]:
    """What each claim is about, and what its value means."""
    for claim in claims:
        if claim.subject is None or claim.attribute is None:
            yield Condition(None, Phrase(_EXPRESSION, {"claim": claim.id}))
        else:
            yield Condition(None, Phrase(_SLOT, {"claim": claim.id, "slot": _slot(claim)}))
        if claim.value is None and claim.that is None:
            yield Condition(False, Phrase(_NO_VALUE, {"claim": claim.id}))
        elif claim.value is not None:
            yield Condition(None, meaning(claim))


def about_pair(one: Claim, other: Claim) -> Iterator[Condition]:
    """Whether two claims speak of one slot, one document, one moment, and whether their values clash."""
    if _key(one) is None or _key(one) != _key(other):
        yield Condition(False, Phrase(_OTHER, {"one": _slot(one), "other": _slot(other)}))
        return
    yield Condition(True, Phrase(_SAME, {"slot": _slot(one)}))
    if one.document is not other.document and not (one.is_reference or other.is_reference):
        yield Condition(False, Phrase(_DOCUMENTS))
    met = meeting(one, other)
    whens = {"one": _when(one), "other": _when(other)}
    if isinstance(met, Apart):
        yield Condition(False, Phrase(_APART, {"reason": met.reason, **whens}))
    else:
        yield Condition(True, Phrase(_MEET, whens))
    yield from _values(one, other)


def _values(one: Claim, other: Claim) -> Iterator[Condition]:
    verdict = compare(one, other)
    if verdict.skipped:
        yield Condition(None, Phrase(_UNCOMPARED, {"reason": verdict.skipped}))
        return
    a, b = one.value, other.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.dimension != b.dimension:
        yield Condition(bool(verdict.clash), Phrase(_CLASH_TEXT if verdict.clash else _FIT_TEXT))
        return
    wide = {"one": Amounts(a.wide, a.unit), "other": Amounts(b.wide, b.unit)}
    narrow = {"one": Amounts(a.narrow, a.unit), "other": Amounts(b.narrow, b.unit)}
    if verdict.clash == "robust":
        yield Condition(True, Phrase(_CLASH_WIDE, wide))
    elif verdict.clash:
        yield Condition(True, Phrase(_CLASH_NARROW, narrow))
    else:
        yield Condition(False, Phrase(_FIT, wide if disjoint(a.narrow, b.narrow) else narrow))


def _key(claim: Claim) -> tuple[object, ...] | None:
    if claim.subject is None or claim.attribute is None:
        return None
    return claim.subject, claim.attribute.name, claim.qualifiers


def _slot(claim: Claim) -> str:
    if claim.subject is None or claim.attribute is None:
        return "–"
    subject = claim.document.vocabulary.name_of(claim.subject)
    return slot_name(claim.attribute, subject, claim.qualifiers)


def _when(claim: Claim) -> object:
    when: object = _NO_DATE if claim.when is None else claim.when.text
    return Phrase(_IF, {"when": when, "scenario": claim.scenario}) if claim.scenario else when
