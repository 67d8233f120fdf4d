"""Why a rule finds something about some claims, or does not: its conditions, and what hid a finding.

`conditions` has those of two claims on one slot, `passages` those of a quote, `packs` those of the rules of
packs. What a rule alone knows is told by what it skipped.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from claimcheck.errors import UsageError
from claimcheck.finding import Finding, Phrase, Skipped, Text
from claimcheck.index import Index
from claimcheck.model.claim import Claim
from claimcheck.names import nearest
from claimcheck.newsroom import Newsroom
from claimcheck.rule import Rule
from claimcheck.rules import rules_for
from claimcheck.run import Request, newsrooms
from claimcheck.why.condition import Condition
from claimcheck.why.conditions import about_each, about_pair
from claimcheck.why.packs import about_match, about_relation
from claimcheck.why.passages import about_quote

State = Literal["found", "accepted", "hidden", "off", "nothing"]


class Answer(NamedTuple):
    """Whether a rule finds something about some claims, what it looks at, and what hid it."""

    state: State
    claims: tuple[Claim, ...]
    finding: Finding | None
    conditions: tuple[Condition, ...]


_OFF: Text = {
    "en": "{rule} does not run: `select` or `ignore` of {file} or of the command line leaves it out",
    "fr": "{rule} n’est pas appliquée : `select` ou `ignore` de {file} ou de la commande l’écarte",
}
_ACCEPTED: Text = {
    "en": "accepted by the `ignore` entry of {claim}: {reason}",
    "fr": "accepté par l’entrée `ignore` de {claim} : {reason}",
}
_SUPERSEDED: Text = {
    "en": "left out, since {rule} says more of the same claims",
    "fr": "écarté, puisque {rule} en dit plus sur les mêmes affirmations",
}
_SKIPPED: Text = {
    "en": "not decided: {reason}",
    "fr": "pas tranché : {reason}",
}
_DEFAULTS: Text = {"en": "the defaults", "fr": "la configuration par défaut"}


def why(request: Request, name: str, names: Sequence[str]) -> Answer:
    """The answer for a rule and one or more claims, by id or as `file#id`; raises UsageError."""
    every = newsrooms(request)
    for newsroom in every:
        rules = {rule.name: rule for rule in newsroom.book.rules}
        found = _claims(newsroom, names)
        if found is None:
            continue
        if name not in rules:
            near = nearest(name, rules)
            raise UsageError(f"no rule `{name}`", near and f"did you mean `{near}`?")
        return _answer(request, newsroom, rules[name], *found)
    raise _unknown(every, names)


def _claims(newsroom: Newsroom, names: Sequence[str]) -> tuple[Index, tuple[Claim, ...]] | None:
    """The document in which all the claims are that are named, or beside which they stand."""
    for path in newsroom.documents:
        index = newsroom.beside(newsroom.loader.document(path, "claims"))
        known = (*index.documents[0].claims, *index.references, *index.earlier)
        found = tuple(c for name in names for c in known if _is_called(c, name))
        if len(found) >= len(names) and any(c.document is index.documents[0] for c in found):
            return index, found[: len(names)] if len(found) > len(names) else found
    return None


def _is_called(claim: Claim, name: str) -> bool:
    file, mark, id = name.rpartition("#")
    return claim.id == id and (not mark or claim.document.name.endswith(file))


def _unknown(every: Sequence[Newsroom], names: Sequence[str]) -> UsageError:
    """That no document has these claims, and the nearest names."""
    known = {
        claim.id
        for newsroom in every
        for path in newsroom.documents
        for claim in newsroom.loader.document(path, "claims").claims
    }
    lost = [name for name in names if name.rpartition("#")[2] not in known]
    if not lost:
        return UsageError(f"no document has all of {', '.join(names)}", "name one as `file#id`")
    near = nearest(lost[0], known)
    return UsageError(f"no claim `{lost[0]}`", near and f"did you mean `{near}`?")


def _answer(
    request: Request, newsroom: Newsroom, rule: Rule, index: Index, claims: tuple[Claim, ...]
) -> Answer:
    if rule not in newsroom.rules:
        where = newsroom.config.file or _DEFAULTS
        hidden = Condition(False, Phrase(_OFF, {"rule": rule.name, "file": where}))
        return Answer("off", claims, None, (hidden, *_conditions(newsroom, rule, index, claims)))
    verdict = newsroom.judge(index)
    found = next((f for f in verdict.findings if _is_about(f, rule, claims)), None)
    if found is not None:
        return Answer("found", claims, found, tuple(_conditions(newsroom, rule, index, claims)))
    for accepted in verdict.accepted:
        if _is_about(accepted.finding, rule, claims):
            by = accepted.claim.id if accepted.claim is not None else accepted.where
            data = {"claim": by, "reason": accepted.entry.reason}
            hidden = Condition(False, Phrase(_ACCEPTED, data))
            more = _conditions(newsroom, rule, index, claims)
            return Answer("accepted", claims, accepted.finding, (hidden, *more))
    raw, skipped = _raw(newsroom, rule, index, claims)
    conditions = [*_conditions(newsroom, rule, index, claims), *skipped]
    if raw is not None:
        others = [f for f in verdict.findings if set(map(id, raw.claims)) <= set(map(id, f.claims))]
        above = others[0].rule if others else "–"
        conditions.insert(0, Condition(False, Phrase(_SUPERSEDED, {"rule": above})))
        return Answer("hidden", claims, raw, tuple(conditions))
    return Answer("nothing", claims, None, tuple(conditions))


def _is_about(finding: Finding, rule: Rule, claims: Sequence[Claim]) -> bool:
    """Whether a finding is the rule's, and about all of the claims."""
    ids = {(claim.document.path, claim.ordinal) for claim in finding.claims}
    wanted = {(claim.document.path, claim.ordinal) for claim in claims}
    return finding.rule == rule.name and wanted <= ids


def _raw(
    newsroom: Newsroom, rule: Rule, index: Index, claims: Sequence[Claim]
) -> tuple[Finding | None, list[Condition]]:
    """What the rule itself says of the claims, before anything is left out."""
    found, skipped = None, list[Condition]()
    for outcome in newsroom.judge.outcomes(rule, index):
        if isinstance(outcome, Finding):
            named = outcome._replace(rule=rule.name, text=outcome.text or rule.message)
            if found is None and _is_about(named, rule, claims):
                found = named
        elif isinstance(outcome, Skipped) and all(c in outcome.claims for c in claims):
            skipped.append(Condition(None, Phrase(_SKIPPED, {"reason": outcome.reason})))
    return found, skipped


def _conditions(
    newsroom: Newsroom, rule: Rule, index: Index, claims: Sequence[Claim]
) -> Iterator[Condition]:
    yield from about_each(claims)
    if rule.relation is not None:
        yield from about_relation(rule, index, claims)
    elif rule.home:
        config = newsroom.config
        every = rules_for(config.root, config.about_width, documented=True).rules
        whole = next(one for one in every if one.name == rule.name)
        yield from about_match(whole, index, claims, newsroom.options.get(rule.name, {}))
    elif rule.reads_article:
        for claim in claims:
            yield from about_quote(index, claim)
    elif len(claims) == 2:
        yield from about_pair(*claims)


__all__ = ["Answer", "Condition", "State", "why"]
