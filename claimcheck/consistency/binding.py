"""What the variables of a relation stand for: names joined over the slots that have claims, by an index.

Rules of LANGUAGE.md, "Binding": a variable joins wherever it stands; a qualifier named with a variable may be
absent, and absent meets only absent; a qualifier that a term does not name must be absent.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from claimcheck.index import SlotKey
from claimcheck.model.expression import Choice, Term

MAX_BINDINGS = 20_000
"""How often one relation is bound in one world; more are counted as skipped."""

Binding = Mapping[str, str | None]
Resolve = Callable[[str], str]
ByAttribute = dict[str, dict[SlotKey, None]]


class Slots:
    """The slots of a world that have claims, by attribute: the document's own, and those of references."""

    def __init__(self, own: Iterable[SlotKey], references: ByAttribute) -> None:
        self.own = by_attribute(own)
        self.references = references


def by_attribute(slots: Iterable[SlotKey]) -> ByAttribute:
    """Slots by what they are about, each once."""
    found: dict[str, dict[SlotKey, None]] = {}
    for slot in slots:
        found.setdefault(slot[1], {})[slot] = None
    return found


Table = dict[tuple[str | None, ...], list[Binding]]


class Plan:
    """What binding some terms needs that no document changes: their variables, the order in which they are
    joined, and what the references bind them to."""

    def __init__(self, terms: Sequence[Term], references: ByAttribute, resolve: Resolve) -> None:
        self.terms = terms
        self.resolve = resolve
        self.variables = [variables_in(term) for term in terms]
        self.orders = [self._order(number) for number in range(len(terms))]
        self._references = references
        self._tables: dict[tuple[int, tuple[str, ...]], Table] = {}

    def _order(self, first: int) -> list[int]:
        """The other terms, each sharing variables with those before it as far as possible."""
        known = set(self.variables[first])
        rest = [number for number in range(len(self.terms)) if number != first]
        order = []
        while rest:
            following = max(rest, key=lambda n: len(known & set(self.variables[n])))
            rest.remove(following)
            order.append(following)
            known |= set(self.variables[following])
        return order

    def of_references(self, number: int, shared: tuple[str, ...]) -> Table:
        """What the references bind a term to, by the values of the variables that it shares."""
        if (number, shared) not in self._tables:
            slots = self._references.get(self.terms[number].attribute, ())
            self._tables[number, shared] = self.table(number, shared, slots)
        return self._tables[number, shared]

    def table(self, number: int, shared: tuple[str, ...], slots: Iterable[SlotKey]) -> Table:
        """What some slots bind a term to, by the values of the variables that it shares."""
        found: dict[tuple[str | None, ...], dict[frozenset[object], Binding]] = {}
        term = self.terms[number]
        for slot in slots:
            binding = match(term, slot, self.resolve)
            if binding is not None:
                key = tuple(binding[variable] for variable in shared)
                found.setdefault(key, {})[frozenset(binding.items())] = binding
        return {key: list(bindings.values()) for key, bindings in found.items()}


class Binder:
    """Binds terms, of one relation or one match, to the slots of a world."""

    def __init__(self, plan: Plan, slots: Slots, least: int = 2) -> None:
        self.plan = plan
        self.least = least
        """How many terms must have a claim; one with `*` may stand for as many."""
        self.slots = slots
        self.capped = False
        """Whether there were more than MAX_BINDINGS."""
        self._tables: dict[tuple[int, tuple[str, ...]], Table] = {}

    def bindings(self) -> Iterator[Binding]:
        """Each way to bind the variables in which the document's own claims have a part, once."""
        seen: set[frozenset[tuple[str, str | None]]] = set()
        for number, binding in enumerate(self._all()):
            if number == MAX_BINDINGS:
                self.capped = True
                return
            key = frozenset(binding.items())
            if key not in seen:
                seen.add(key)
                yield binding

    def _all(self) -> Iterator[Binding]:
        for number, term in enumerate(self.plan.terms):
            for slot in self.slots.own.get(term.attribute, ()):
                binding = match(term, slot, self.plan.resolve)
                if binding is not None:
                    matched = self.least if is_every(term) else 1
                    yield from self._extended(binding, self.plan.orders[number], matched)

    def _extended(self, binding: Binding, others: Sequence[int], matched: int) -> Iterator[Binding]:
        """The binding with what other terms add; a term without a claimed slot adds nothing."""
        if matched + len(others) < self.least:
            return
        if not others:
            yield binding
            return
        number = others[0]
        shared = tuple(v for v in self.plan.variables[number] if v in binding)
        key = tuple(binding[variable] for variable in shared)
        found = self._own(number, shared).get(key, [])
        found = found + self.plan.of_references(number, shared).get(key, [])
        if not found:
            yield from self._extended(binding, others[1:], matched)
            return
        matched = self.least if is_every(self.plan.terms[number]) else matched + 1
        for more in found:
            yield from self._extended({**binding, **more}, others[1:], matched)

    def _own(self, number: int, shared: tuple[str, ...]) -> Table:
        if (number, shared) not in self._tables:
            slots = self.slots.own.get(self.plan.terms[number].attribute, ())
            self._tables[number, shared] = self.plan.table(number, shared, slots)
        return self._tables[number, shared]


def match(term: Term, slot: SlotKey, resolve: Resolve) -> dict[str, str | None] | None:
    """What the variables of a term are, if it speaks of this slot; None if it does not."""
    subject, attribute, qualifiers = slot
    wanted = dict(term.qualifiers)
    given = dict(qualifiers)
    if attribute != term.attribute or not given.keys() <= wanted.keys():
        return None
    binding: dict[str, str | None] = {}
    places: list[tuple[Choice, str | None]] = [(term.subject, subject)]
    places += [(choice, given.get(key)) for key, choice in term.qualifiers]
    for choice, value in places:
        if choice.kind == "variable":
            if binding.setdefault(choice.name, value) != value:
                return None
        elif value is None or (choice.kind == "name" and resolve(choice.name) != value):
            return None
    return binding


def variables_in(term: Term) -> tuple[str, ...]:
    """The variables for names in a term, each once."""
    choices = (term.subject, *(choice for _, choice in term.qualifiers))
    return tuple(dict.fromkeys(c.name for c in choices if c.kind == "variable"))


def slot_of(term: Term, binding: Binding, resolve: Resolve) -> SlotKey | None:
    """The slot that a term without `*` means; None while one of its variables is not bound."""

    def name(choice: Choice) -> str | None:
        return binding[choice.name] if choice.kind == "variable" else resolve(choice.name)

    if any(variable not in binding for variable in variables_in(term)):
        return None
    subject = name(term.subject)
    if subject is None:
        return None
    pairs = [(key, name(choice)) for key, choice in term.qualifiers]
    return subject, term.attribute, tuple(sorted((k, v) for k, v in pairs if v is not None))


def is_every(term: Term) -> bool:
    """Whether a term speaks of every slot of its kind: it has a `*`."""
    return term.subject.kind == "every" or any(c.kind == "every" for _, c in term.qualifiers)
