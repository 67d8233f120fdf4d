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

_NONE: dict[str, str] = {}


class Shape:
    """A term made ready to be bound often: as `match` and `slot_of` have it, with its names resolved once."""

    __slots__ = ("_keys", "_subject", "attribute", "every", "term", "variables")

    def __init__(self, term: Term, resolve: Resolve) -> None:
        self.term = term
        self.attribute = term.attribute
        self.variables = variables_in(term)
        self.every = is_every(term)
        self._subject = _place(term.subject, resolve)
        self._keys = {key: _place(choice, resolve) for key, choice in term.qualifiers}

    def match(self, slot: SlotKey) -> dict[str, str | None] | None:
        """What the variables are, if the term speaks of this slot of its attribute; else None."""
        variable, name = self._subject
        if variable is not None:
            binding: dict[str, str | None] = {variable: slot[0]}
        elif name is not None and name != slot[0]:
            return None
        else:
            binding = {}
        if not self._keys:
            return None if slot[2] else binding
        given = dict(slot[2]) if slot[2] else _NONE
        if not given.keys() <= self._keys.keys():
            return None
        for key, (shared, name) in self._keys.items():
            value = given.get(key)
            if shared is not None:
                if binding.setdefault(shared, value) != value:
                    return None
            elif value is None or (name is not None and name != value):
                return None
        return binding

    def slot(self, binding: Binding) -> SlotKey | None:
        """The slot that a term without `*` means; None while one of its variables is not bound."""
        for wanted in self.variables:
            if wanted not in binding:
                return None
        variable, named = self._subject
        subject = binding[variable] if variable is not None else named
        if subject is None:
            return None
        if not self._keys:
            return subject, self.attribute, ()
        pairs = []
        for key, (shared, name) in self._keys.items():
            bound = binding[shared] if shared is not None else name
            if bound is not None:
                pairs.append((key, bound))
        return subject, self.attribute, tuple(sorted(pairs))


def _place(choice: Choice, resolve: Resolve) -> tuple[str | None, str | None]:
    """The variable that stands in a place, or the name, or (of `*`) neither."""
    if choice.kind == "variable":
        return choice.name, None
    return None, resolve(choice.name) if choice.kind == "name" else None


class Plan:
    """What binding some terms needs that no document changes: their variables, the order in which they are
    joined, and what the references bind them to."""

    def __init__(self, terms: Sequence[Term], references: ByAttribute, resolve: Resolve) -> None:
        self.terms = terms
        self.shapes = [Shape(term, resolve) for term in terms]
        self.variables = [shape.variables for shape in self.shapes]
        self.orders = [self._order(number) for number in range(len(terms))]
        self.of_claims = [bool(references.get(shape.attribute)) for shape in self.shapes]
        """Whether references have claims on the attribute of a term."""
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
        bind = self.shapes[number].match
        for slot in slots:
            binding = bind(slot)
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
        plan, own = self.plan, self.slots.own
        may = [known or shape.attribute in own for known, shape in _each(plan)]
        for number, shape in enumerate(plan.shapes):
            slots = own.get(shape.attribute)
            if not slots:
                continue
            matched = self.least if shape.every else 1
            others = [other for other in plan.orders[number] if may[other]]
            if matched + len(others) < self.least:
                continue
            for slot in slots:
                binding = shape.match(slot)
                if binding is not None:
                    yield from self._extended(binding, others, matched)

    def _extended(self, binding: Binding, others: Sequence[int], matched: int) -> Iterator[Binding]:
        """The binding with what other terms add; a term without a claimed slot adds nothing."""
        if not others:
            if matched >= self.least:
                yield binding
            return
        if matched + len(others) < self.least:
            return
        number = others[0]
        shared = tuple(v for v in self.plan.variables[number] if v in binding)
        key = tuple(binding[variable] for variable in shared)
        found = self._own(number, shared).get(key, [])
        if self.plan.of_claims[number]:
            found = found + self.plan.of_references(number, shared).get(key, [])
        if not found:
            yield from self._extended(binding, others[1:], matched)
            return
        matched = self.least if self.plan.shapes[number].every else matched + 1
        for more in found:
            yield from self._extended({**binding, **more}, others[1:], matched)

    def _own(self, number: int, shared: tuple[str, ...]) -> Table:
        if (number, shared) not in self._tables:
            slots = self.slots.own.get(self.plan.shapes[number].attribute, ())
            self._tables[number, shared] = self.plan.table(number, shared, slots)
        return self._tables[number, shared]


def _each(plan: Plan) -> Iterator[tuple[bool, Shape]]:
    return zip(plan.of_claims, plan.shapes, strict=True)


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
