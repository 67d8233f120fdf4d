"""Drafting with a language model: it proposes what the grammar left open, and every proposal is checked."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.errors import UsageError
from claimcheck.model.claim import Claim, Document
from claimcheck.model.period import BadDate, parse_period
from claimcheck.model.value import BadValue, read_value
from claimcheck.text.agreement import match
from claimcheck.text.anchoring import anchor
from claimcheck.text.drafting import Proposed, new_id
from claimcheck.text.passages import Passages

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
    return Consulted(_merged(claims, good, name), tuple(refused))


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
        claim = self.claims.get(one.id)
        if claim is None:
            return "there is no such claim in the draft"
        attribute = claim.attribute or one.attribute
        return self._names(claim.subject or one.subject, attribute, one.where, one.when) or (
            None if attribute is None else self._value(attribute, claim.value)[1]
        )

    def added(self, new: Added) -> str | None:
        reason = self._names(new.subject, new.attribute, new.where, new.when)
        if reason is not None:
            return reason
        found = anchor(self.passages.article, new.quote)
        if found.state != "found":
            return "the quote is not in the article, or more than once"
        value, reason = self._value(new.attribute, new.value)
        if reason is not None:
            return reason
        claim = Claim()
        claim.value, claim.document = value, self.document
        held = match(claim, list(self.passages.stated(found)))
        if held is not None and (held.fault is not None or held.dropped is not None):
            return f"the quote does not say {new.value}"
        return None

    def _names(
        self, subject: str | None, attribute: str | None, where: Mapping[str, str], when: str | None
    ) -> str | None:
        vocabulary = self.document.vocabulary
        if subject is not None and vocabulary.resolve(subject) is None:
            return f"there is no entity `{subject}`"
        if attribute is not None and attribute not in vocabulary.attributes:
            return f"there is no attribute `{attribute}`"
        known = vocabulary.attributes[attribute].qualifiers if attribute is not None else ()
        for key in where:
            if key not in known:
                return f"`{attribute}` has no qualifier `{key}`"
        if when is not None:
            try:
                parse_period(when)
            except BadDate:
                return f"`{when}` is no date in EDTF"
        return None

    def _value(self, attribute: str, text: str) -> tuple[Any, str | None]:
        vocabulary = self.document.vocabulary
        try:
            wanted = vocabulary.attributes[attribute].type
            return read_value(text, wanted, resolve=vocabulary.resolve), None
        except BadValue as error:
            return None, f"`{text}` is no value of `{attribute}` ({error.problem})"


def _merged(claims: Iterable[Proposed], good: Answer, name: str) -> tuple[Proposed, ...]:
    """The draft with what is good of the proposals, each marked with who proposed it."""
    remark = f"proposed by {' '.join(name.split())}"
    filled = {one.id: one for one in good.filled}
    merged = []
    for claim in claims:
        one = filled.get(claim.id)
        if one is None:
            merged.append(claim)
            continue
        new = claim._replace(
            subject=claim.subject or one.subject,
            attribute=claim.attribute or one.attribute,
            where=claim.where or one.where,
            when=claim.when or one.when,
        )
        parts = [
            key
            for key in ("subject", "attribute", "where", "when")
            if getattr(new, key) != getattr(claim, key)
        ]
        remarks = (*claim.remarks, f"{', '.join(parts)}: {remark}") if parts else claim.remarks
        merged.append(new._replace(remarks=remarks))
    taken = {claim.id for claim in merged}
    for added in good.added:
        id = new_id(f"{added.attribute}-{added.subject}", taken)
        taken.add(id)
        merged.append(
            Proposed(
                id, added.subject, added.attribute, added.value, added.when, "certain", None, added.quote,
                (remark,), where=added.where,
            )
        )  # fmt: skip
    return tuple(merged)
