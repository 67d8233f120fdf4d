"""Drafting with a language model: it proposes what the grammar left open, and every proposal is checked."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.errors import UsageError
from claimcheck.model.claim import Claim, Document
from claimcheck.model.period import BadDate, Period, parse_period
from claimcheck.model.quantity import Quantity
from claimcheck.model.value import BadValue, read_value
from claimcheck.text.agreement import match, time_disagrees
from claimcheck.text.anchoring import anchor
from claimcheck.text.drafting import Proposed, new_id
from claimcheck.text.passages import Passages
from claimcheck.text.quoting import GAP, Quote
from claimcheck.text.reading import Reading

INSTALL = "pip install 'newsroom-claimcheck[llm]'"
ROUNDS = 3
"""How often a model is asked, each time told what was wrong with its proposals."""

_TASK = """\
You encode what a news article says as typed claims. A draft has gaps: claims without a subject or an
attribute. Fill them from the article, and add claims that the draft lacks. Use only the entities and
attributes listed.
A quote is copied from the article word for word, and the value is what the quote says, hedges included. Leave
out what the article does not tell: a gap is better than a guess."""


class Shape(BaseModel):
    """Strict: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid")


class Filled(Shape):
    """What fills a claim of the draft."""

    id: str
    subject: str | None = None
    attribute: str | None = None
    where: dict[str, str] = {}
    when: str | None = Field(None, description="EDTF, such as 2026 or 2025-Q4")


class Added(Shape):
    """A claim that the draft lacks."""

    subject: str
    attribute: str
    where: dict[str, str] = {}
    value: str
    when: str | None = None
    quote: str


class Answer(Shape):
    """What a model proposes."""

    filled: list[Filled] = []
    added: list[Added] = []


class Consulted(NamedTuple):
    """The claims with what a model proposed, and what of its proposals was refused."""

    claims: tuple[Proposed, ...]
    refused: tuple[str, ...]


def consult(document: Document, claims: Iterable[Proposed], model: Any, name: str) -> Consulted:
    """Let a model fill the gaps of a draft; `model` is one of pydantic-ai's, or its name.

    A proposal that names nothing known, or whose quote is not in the article or says another value, is
    refused, and the model is asked again. Raises UsageError where the extra is missing or the model cannot
    be asked.
    """
    agent = _agent(model)
    claims = tuple(claims)
    judge = _Judge(document, claims)
    prompt = _prompt(document, claims)
    history = None
    good, refused = Answer(), list[str]()
    for _ in range(ROUNDS):
        answer, history = _ask(agent, prompt, history)
        good, refused = judge.sorted(answer, good)
        if not refused:
            break
        prompt = "These proposals were refused; correct or leave them out:\n" + "\n".join(refused)
    return Consulted(_merged(claims, good, judge, name), tuple(refused))


def _agent(model: Any) -> Any:
    try:
        from pydantic_ai import Agent
    except ImportError:
        raise UsageError("pydantic-ai is not installed", INSTALL) from None
    if model == "test":
        from pydantic_ai.models.test import TestModel

        model = TestModel(custom_output_args=Answer().model_dump())
    try:
        return Agent(model, output_type=Answer, instructions=_TASK)
    except Exception as error:  # whatever a provider raises for a name or a key
        raise UsageError(f"the model cannot be used: {error}") from None


def _ask(agent: Any, prompt: str, history: Any) -> tuple[Answer, Any]:
    try:
        result = agent.run_sync(prompt, message_history=history)
    except Exception as error:  # of the network, the provider or the model
        raise UsageError(f"the model did not answer: {error}") from None
    answer: Answer = result.output
    return answer, result.all_messages()


def _prompt(document: Document, claims: Iterable[Proposed]) -> str:
    """The article, the vocabulary and the draft."""
    vocabulary = document.vocabulary
    entities = "\n".join(f"- {', '.join(e.names)}" for e in vocabulary.entities.values())
    attributes = "\n".join(
        f"- {name} ({a.type.name}; qualifiers: {', '.join(a.qualifiers) or 'none'}): {a.doc}"
        for name, a in ((name, vocabulary.attributes[name]) for name in vocabulary.attributes)
    )
    drafted = "\n".join(
        f"- {c.id}: subject {c.subject or '?'}, attribute {c.attribute or '?'}, value {c.value}, "
        f"quote {c.quote}"
        for c in claims
    )
    text = document.article.text if document.article else ""
    return f"Article:\n{text}\n\nEntities:\n{entities}\n\nAttributes:\n{attributes}\n\nDraft:\n{drafted}"


class _Judge:
    """Tells good proposals from those to refuse."""

    def __init__(self, document: Document, claims: Iterable[Proposed]) -> None:
        self.document = document
        self.passages = Passages(document)
        self.claims = {claim.id: claim for claim in claims}

    def sorted(self, answer: Answer, before: Answer) -> tuple[Answer, list[str]]:
        """What is good of an answer, with what was good before, and why the rest is refused."""
        filled = {one.id: one for one in before.filled}
        added = {(one.quote, one.attribute, one.subject): one for one in before.added}
        refused = []
        for one in answer.filled:
            reason = self.filled(one)
            if reason is None:
                filled[one.id] = one
            else:
                refused.append(f"{one.id}: {reason}")
        for new in answer.added:
            reason = self.added(new)
            if reason is None:
                added[new.quote, new.attribute, new.subject] = new
            else:
                refused.append(f"“{new.quote}”: {reason}")
        return Answer(filled=list(filled.values()), added=list(added.values())), refused

    def filled(self, one: Filled) -> str | None:
        """Why what fills a claim is refused."""
        claim = self.claims.get(one.id)
        if claim is None:
            return "there is no such claim in the draft"
        attribute = claim.attribute or one.attribute
        reason = self._names(claim.subject or one.subject, attribute, one.where, one.when)
        if reason is not None or attribute is None or claim.value == GAP:
            return reason
        when = claim.when if claim.when and claim.when != GAP else one.when
        return self._disagrees(attribute, claim.value, when, claim.quote, scale=bool(claim.scales))

    def added(self, new: Added) -> str | None:
        """Why a further claim is refused."""
        reason = self._names(new.subject, new.attribute, new.where, new.when)
        return reason or self._disagrees(new.attribute, new.value, new.when, new.quote)

    def reading_of(self, new: Added) -> Reading | None:
        """What the quote of a good claim states, with its doubts and who says so."""
        value, _ = self._value(new.attribute, new.value)
        held = match(self._claim(value, new.when), self._stated(new.quote))
        return None if held is None else held.reading

    def _names(
        self, subject: str | None, attribute: str | None, where: Mapping[str, str], when: str | None
    ) -> str | None:
        vocabulary = self.document.vocabulary
        if subject is not None and vocabulary.resolve(subject) is None:
            return f"there is no entity `{subject}`"
        if attribute is not None and attribute not in vocabulary.attributes:
            return f"there is no attribute `{attribute}`"
        known = vocabulary.attributes[attribute].qualifiers if attribute is not None else ()
        for key, name in where.items():
            if key not in known:
                return f"`{attribute}` has no qualifier `{key}`"
            if not self._is_known(name):
                return f"`{name}` is neither an entity nor in the article"
        return None if when is None or _period(when) else f"`{when}` is no date in EDTF"

    def _is_known(self, name: str) -> bool:
        if self.document.vocabulary.resolve(name) is not None:
            return True
        if not name.strip() or self.document.vocabulary.nearly(name) is not None:
            return False
        return anchor(self.passages.article, name).state != "not-found"

    def _disagrees(
        self, attribute: str, value: str, when: str | None, quote: Quote, *, scale: bool = False
    ) -> str | None:
        """How a claim says something else than its quote."""
        if anchor(self.passages.article, quote).state != "found":
            return "the quote is not in the article, or more than once"
        read, reason = self._value(attribute, value)
        if reason is not None:
            return reason
        stated = self._stated(quote)
        claim = self._claim(read, when)
        held = match(claim, stated)
        if isinstance(read, Quantity) and held is None:
            return f"the quote states no {attribute}"
        if held is not None and (held.fault or held.dropped or (held.other and not scale)):
            return f"the quote does not say {value}"
        if time_disagrees(claim, stated) is not None:
            return f"the quote speaks of another time than {when}"
        return None

    def _stated(self, quote: Quote) -> list[Reading]:
        return list(self.passages.stated(anchor(self.passages.article, quote)))

    def _claim(self, value: Any, when: str | None) -> Claim:
        claim = Claim()
        claim.value, claim.document = value, self.document
        claim.when = _period(when) if when else None
        return claim

    def _value(self, attribute: str, text: str) -> tuple[Any, str | None]:
        vocabulary = self.document.vocabulary
        try:
            wanted = vocabulary.attributes[attribute].type
            return read_value(text, wanted, resolve=vocabulary.resolve), None
        except BadValue as error:
            return None, f"`{text}` is no value of `{attribute}` ({error.problem})"


def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except BadDate:
        return None


def _merged(
    claims: Iterable[Proposed], good: Answer, judge: _Judge, name: str
) -> tuple[Proposed, ...]:
    """The draft with what is good of the proposals, each marked with who proposed it."""
    remark = f"proposed by {' '.join(name.split())}"
    filled = {one.id: one for one in good.filled}
    merged = [_filled(claim, filled.get(claim.id), remark) for claim in claims]
    taken = {claim.id for claim in merged}
    for added in good.added:
        id = new_id(f"{added.attribute}-{added.subject}", taken)
        taken.add(id)
        merged.append(_added(added, judge.reading_of(added), id, remark))
    return tuple(merged)


def _filled(claim: Proposed, one: Filled | None, remark: str) -> Proposed:
    if one is None:
        return claim
    new = claim._replace(
        subject=claim.subject or one.subject,
        attribute=claim.attribute or one.attribute,
        where=claim.where or one.where,
        when=one.when if claim.when in (None, GAP) and one.when else claim.when,
    )
    keys = ("subject", "attribute", "where", "when")
    parts = [key for key in keys if getattr(new, key) != getattr(claim, key)]
    return new._replace(proposed=f"{', '.join(parts)} {remark}") if parts else claim


def _added(added: Added, reading: Reading | None, id: str, remark: str) -> Proposed:
    """A further claim, as certain and attributed as its quote is."""
    claim = Proposed(
        id, added.subject, added.attribute, added.value, added.quote, added.when,
        where=added.where, proposed=remark,
    )  # fmt: skip
    if reading is None:
        return claim
    return claim._replace(certainty=reading.certainty, attribution=reading.attribution)
