"""The conditions of the rules of packs: which slots a relation has claims on, and how a match went."""

from collections.abc import Iterator, Mapping, Sequence

from claimcheck.consistency.binding import match
from claimcheck.consistency.world import World
from claimcheck.finding import Phrase, Text
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.model.expression import show, terms
from claimcheck.model.predicate import read_predicate
from claimcheck.packs.evaluating import Truth
from claimcheck.packs.loading import match_rule_of
from claimcheck.packs.matching import weighed
from claimcheck.rule import Rule
from claimcheck.why.condition import Condition

_RELATION: Text = {"en": "the rule says {relation}", "fr": "la règle dit {relation}"}
_FILLED: Text = {
    "en": "{term} has claims here: {claims}",
    "fr": "{term} a des affirmations ici : {claims}",
}
_EMPTY: Text = {
    "en": "{term} has no claim here",
    "fr": "{term} n’a pas d’affirmation ici",
}
_UNMATCHED: Text = {
    "en": "the patterns of the rule do not match these claims together, or not at one time",
    "fr": "les motifs de la règle ne lient pas ces affirmations ensemble, ou pas au même moment",
}
_CONDITION: Text = {
    "en": "its condition (`if`) is {wide} read generously, {narrow} read strictly",
    "fr": "sa condition (`if`) est {wide} au sens large, {narrow} au sens strict",
}
_FORBIDS: Text = {
    "en": "what it forbids is {wide} read generously, {narrow} read strictly",
    "fr": "ce qu’elle interdit est {wide} au sens large, {narrow} au sens strict",
}
_REQUIRES: Text = {
    "en": "what it requires is {wide} read generously, {narrow} read strictly",
    "fr": "ce qu’elle exige est {wide} au sens large, {narrow} au sens strict",
}
_ANSWERED: Text = {
    "en": "there is what would answer it: {names}",
    "fr": "ce qui y répondrait est là : {names}",
}
_UNANSWERED: Text = {
    "en": "nothing here would answer it: {names}",
    "fr": "rien ici n’y répondrait : {names}",
}
_READINGS: Mapping[str, Text] = {
    "yes": {"en": "true", "fr": "vrai"},
    "no": {"en": "false", "fr": "faux"},
    "maybe": {"en": "open", "fr": "ouvert"},
    "unknown": {"en": "not known", "fr": "inconnu"},
}


def about_relation(rule: Rule, index: Index, claims: Sequence[Claim]) -> Iterator[Condition]:
    """Which terms of a relation have claims in the document."""
    assert rule.relation is not None
    yield Condition(None, Phrase(_RELATION, {"relation": rule.relation.text}))
    document = index.documents[0]
    scenario = next((c.scenario for c in claims if c.document is document), None)
    world = World(index, document, scenario)
    for term in terms(rule.relation.expression):
        found = [
            claim.id
            for slot, said in index.slots_of(document).items()
            if match(term, slot, world.resolve) is not None
            for claim in said
        ]
        data = {"term": show(term), "claims": found}
        yield Condition(bool(found), Phrase(_FILLED if found else _EMPTY, data))


def about_match(
    rule: Rule, index: Index, claims: Sequence[Claim], options: Mapping[str, object]
) -> Iterator[Condition]:
    """How the condition and the verdict of a match rule come out for the claims."""
    known = match_rule_of(rule)
    if known is None:
        return
    stated, defaults = known
    wanted = {id(claim) for claim in claims}
    every = weighed(stated, index, {**defaults, **options})
    cases = [case for case in every if wanted <= {id(claim) for claim in case.claims}]
    for case in cases[:_MOST]:
        if case.applies is not None:
            yield Condition(case.applies.wide == "yes", Phrase(_CONDITION, _readings(case.applies)))
        if stated.without:
            text = _ANSWERED if case.answered else _UNANSWERED
            names = {"names": sorted(stated.without)}
            yield Condition(not case.answered, Phrase(text, names))
        if stated.verdict == read_predicate("true"):
            continue
        text, broken = (_FORBIDS, "yes") if stated.forbids else (_REQUIRES, "no")
        yield Condition(case.verdict.wide == broken, Phrase(text, _readings(case.verdict)))
    if not cases:
        yield Condition(False, Phrase(_UNMATCHED))


_MOST = 5
"""So many sets of claims are told of."""


def _readings(truth: Truth) -> Mapping[str, Text]:
    return {side: _READINGS[getattr(truth, side)] for side in ("wide", "narrow")}
