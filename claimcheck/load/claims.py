"""Claims and references from a file's data: names looked up, values read, ids checked."""

from collections.abc import Collection, Mapping
from typing import Any, Literal, cast

from yaml.error import YAMLError

from claimcheck.catalogue import tell
from claimcheck.load.lines import skim_lines
from claimcheck.load.places import tree
from claimcheck.load.reader import Complaint, Irregular, data_of, skim
from claimcheck.load.regular import regular
from claimcheck.load.trouble import Trouble, placed
from claimcheck.model.claim import Claim, Document, Suppression
from claimcheck.model.period import BadDate, Period, parse_period
from claimcheck.model.value import BadValue, ValueType, read_value
from claimcheck.model.vocabulary import Vocabulary, a_letter_apart, fold
from claimcheck.names import nearest
from claimcheck.source import Path, Source

Kind = Literal["claims", "references"]
GAP = "___"
# With more values of one qualifier, which are then a list, none of them is held against all others.
MOST_VALUES = 100


def load_document(
    source: Source, kind: Kind, vocabulary: Vocabulary, beside: Collection[str] = ()
) -> Document:
    """The claims of a file and all problems that it has; never raises.

    `beside` are keys that may stand beside `document` and `claims`, and are somebody else's.
    """
    document = Document(source, kind, vocabulary)
    data, complaints, troubles = _well_shaped(source, kind, beside)
    reader = _ClaimReader(document, troubles)
    head = data.get("document")
    reader.read_head(head if isinstance(head, dict) else {})
    claims = [
        reader.read(claim, ordinal)
        for ordinal, claim in enumerate(data.get(kind) or [])
        if claim is not None and "id" in claim
    ]
    document.claims = tuple(claims)
    _leave_out_unsure(claims, troubles)
    reader.check_ids()
    if complaints or troubles:
        document.problems = placed(source, complaints, troubles)
    return document


# What words of a language look like to the notation of values.
_WORDED = frozenset(
    ("invalid-value", "unknown-unit", "invalid-date", "missing-currency", "wrong-unit")
)
# Without one of these, a claim would speak of another time, world or thing than it does.
_SET_APART = frozenset(("when", "denied", "scenario", "where", "precision"))


def _leave_out_unsure(claims: list[Claim], troubles: list[Trouble]) -> None:
    """A claim of which something is unreadable that sets it apart must not meet others."""
    unsure = {
        t.path[1]
        for t in troubles
        if len(t.path) > 2 and t.path[2] in _SET_APART and t.kind != "doubtful-qualifier"
    }
    for claim in claims if unsure else ():
        if claim.ordinal in unsure:
            claim.value = claim.that = None


def _well_shaped(
    source: Source, kind: Kind, beside: Collection[str]
) -> tuple[dict[str, Any], list[Complaint], list[Trouble]]:
    """The file's data as far as its shape is right, and what is wrong with the rest."""
    complaints: list[Complaint] = []
    troubles: list[Trouble] = []
    try:
        data = _quick_data(source)
    except (Irregular, YAMLError, ValueError, RecursionError):
        reading = tree(source)
        data, complaints = data_of(reading.root), list(reading.complaints)
        if reading.broken:
            data = _before_the_break(data, kind)
    if beside and isinstance(data, dict):
        data = {kind: [], **{key: value for key, value in data.items() if key not in beside}}
    if GAP in source.text:
        troubles += _take_gaps(data, ())
    if regular(data, kind):
        return cast(dict[str, Any], data), complaints, troubles
    from claimcheck.load.unusual import check_shape

    data, wrong = check_shape(data, kind)
    gaps = {trouble.path for trouble in troubles}
    troubles += [
        t for t in wrong if (*t.path, t.data.get("key")) not in gaps and t.path not in gaps
    ]
    return data, complaints, troubles


def _before_the_break(data: object, kind: Kind) -> dict[str, object]:
    """What stands before a syntax error: all but the claim in which it is, and no complaint of what lacks."""
    whole = data if isinstance(data, dict) else {}
    claims = whole.get(kind)
    return {**whole, kind: claims[:-1] if isinstance(claims, list) else []}


def _quick_data(source: Source) -> object:
    if not source.path.endswith((".json", ".jsonl")):
        found = skim_lines(source.text)
        return skim(source.text) if found is None else found
    from claimcheck.load.quick_json import quick_json, quick_lines

    return (quick_lines if source.path.endswith("l") else quick_json)(source.text)


def _take_gaps(data: Any, path: Path) -> list[Trouble]:
    """Remove every value that holds a gap, and say where they were."""
    troubles: list[Trouble] = []
    steps = list(data.items()) if isinstance(data, dict) else list(enumerate(data))
    for key, value in steps if isinstance(data, (dict, list)) else ():
        if isinstance(value, (dict, list)):
            troubles += _take_gaps(value, (*path, key))
        elif GAP in value:
            troubles.append(Trouble("gap", (*path, key), {"key": str(key)}))
            if isinstance(data, dict):
                del data[key]
    return troubles


class _ClaimReader:
    """Reads the claims of one document; what is wrong goes into `troubles`."""

    def __init__(self, document: Document, troubles: list[Trouble]) -> None:
        self.document = document
        self.vocabulary = document.vocabulary
        self.troubles = troubles
        self.ids: dict[str, int] = {}
        self.qualifiers: dict[str, dict[str, None]] = {}
        """The values of each qualifier that are no entities, in the order of the file."""

    def read_head(self, head: Mapping[str, Any]) -> None:
        document = self.document
        document.title = head.get("title")
        document.language = head.get("language")
        document.text = head.get("text")
        document.url = head.get("url")
        entries = head.get("not-encoded") or ()
        document.not_encoded = tuple(
            (e["quote"], e["reason"]) for e in entries if e and len(e) == 2
        )
        if "published" in head:
            document.published = self._day(head["published"], ("document", "published"))

    def read(self, data: Mapping[str, Any], ordinal: int) -> Claim:
        claim = Claim()
        get = data.get
        claim.document = self.document
        claim.ordinal = ordinal
        claim.id = get("id")  # type: ignore[assignment]
        claim.certainty = get("certainty", "certain")
        claim.scenario = get("scenario")
        claim.attribution = get("attribution")
        claim.quote = get("quote")
        claim.note = get("note")
        claim.denied = get("denied") == "true" or get("denied") in ("True", "TRUE")
        claim.scale = get("scale")
        claim.replaces = get("replaces")
        claim.citation = get("citation")
        claim.checked = None
        if "checked" in data:
            claim.checked = self._day(data["checked"], (*claim.path, "checked"))
        claim.when = self._when(claim, data["when"]) if "when" in data else None
        claim.ignore = self._ignore(claim, data["ignore"]) if "ignore" in data else ()
        claim.subject = claim.attribute = claim.value = claim.that = None
        claim.qualifiers = ()
        if "that" in data:
            self._read_that(claim, data)
        else:
            self._read_slot(claim, data)
        return claim

    def check_ids(self) -> None:
        """Two claims with one id, and corrections of claims that are not there."""
        for claim in self.document.claims:
            first = self.ids.setdefault(claim.id, claim.ordinal)
            if first != claim.ordinal:
                other = (self.document.kind, first, "id")
                self._trouble("duplicate-id", claim, "id", id=claim.id, other=other)
        for claim in self.document.claims:
            if claim.replaces is not None and claim.replaces not in self.ids:
                near = nearest(claim.replaces, self.ids)
                self._trouble("unknown-id", claim, "replaces", id=claim.replaces, suggestion=near)

    def _read_slot(self, claim: Claim, data: Mapping[str, Any]) -> None:
        subject, name = data.get("subject"), data.get("attribute")
        if subject is not None:
            claim.subject = self.vocabulary.resolve(subject)
            if claim.subject is None:
                self._unknown_entity(claim, "subject", subject)
        if name is not None:
            claim.attribute = self.vocabulary.attributes.get(name)
            if claim.attribute is None:
                from claimcheck.load.unknown import unknown_attribute

                found = unknown_attribute(name, self.vocabulary)
                self._trouble("unknown-attribute", claim, "attribute", **found)
        if "where" in data:
            claim.qualifiers = self._qualifiers(claim, data["where"])
        if "value" in data and claim.attribute is not None:
            claim.value = self._value(claim, claim.attribute.type, data)

    def _read_that(self, claim: Claim, data: Mapping[str, Any]) -> None:
        from claimcheck.load.that import read_that

        claim.that, dimension, slips = read_that(data["that"], self.vocabulary, "value" in data)
        for slip in slips:
            self._trouble(slip.kind, claim, "that", slip.column, **slip.data)
        if claim.that is not None and "value" in data:
            from claimcheck.model.dimension import value_type

            claim.value = self._value(claim, value_type(dimension, claim.that), data)

    def _value(self, claim: Claim, wanted: ValueType, data: Mapping[str, Any]) -> Any:
        text, precision = data["value"], data.get("precision")
        resolve = self.vocabulary.resolve
        try:
            try:
                return read_value(text, wanted, resolve=resolve, precision=precision)
            except BadValue as error:
                if error.problem not in _WORDED or self.document.language is None:
                    raise
                from claimcheck.load.worded import read_worded

                return read_worded(text, wanted, self.document, precision, error)
        except BadValue as error:
            if error.problem == "unknown-entity":
                self._unknown_entity(claim, "value", data["value"])
            else:
                type_name = claim.attribute.name if claim.attribute else "that"
                found = {"attribute": type_name, **error.data}
                key = str(found.pop("key", "value"))
                self._trouble(error.problem, claim, key, error.column, **found)
            return None

    def _qualifiers(self, claim: Claim, where: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Sorted pairs; a value is an entity's id where it names one, else its folded text."""
        pairs = []
        for key, value in where.items():
            if claim.attribute is not None and key not in claim.attribute.qualifiers:
                from claimcheck.load.unknown import unknown_qualifier

                found = unknown_qualifier(key, claim.attribute.name, self.vocabulary)
                path = (*claim.path, "where", key)
                self.troubles.append(
                    Trouble("unknown-qualifier", path, found, on_key=True, claim=claim.id)
                )
            entity = self.vocabulary.resolve(value)
            if entity is None:
                self._doubt(claim, key, value)
            pairs.append((key, entity or fold(value)))
        return tuple(sorted(pairs))

    def _doubt(self, claim: Claim, key: str, value: str) -> None:
        """Note a qualifier's value that is nearly an entity, or what a claim before it has there."""
        near = self.vocabulary.nearly(value)
        seen = self.qualifiers.setdefault(key, {})
        if near is None and value not in seen and len(seen) < MOST_VALUES:
            near = next((other for other in seen if a_letter_apart(fold(value), fold(other))), None)
        if near is None:
            seen[value] = None
        else:
            path, found = (*claim.path, "where", key), {"text": value, "suggestion": near}
            self.troubles.append(Trouble("doubtful-qualifier", path, found, claim=claim.id))

    def _when(self, claim: Claim, text: str) -> Period | None:
        try:
            return parse_period(text)
        except BadDate as error:
            found = {"text": error.text, "expected": error.expected, "hint": None}
            self._trouble("invalid-date", claim, "when", error.column, **found)
            return None

    def _day(self, text: str, path: Path) -> int | None:
        """The first day of a date; `published`, `checked` and `until` are single days."""
        try:
            period = parse_period(text)
        except BadDate as error:
            found = {"text": error.text, "expected": error.expected, "hint": None}
            self.troubles.append(Trouble("invalid-date", path, found, column=error.column))
            return None
        if period.precision != "day":
            expected = tell("expected {}", tell("a single day such as 2026-01-30"))
            found = {"text": text, "expected": expected, "hint": None}
            self.troubles.append(Trouble("invalid-date", path, found))
            return None
        return period.first

    def _ignore(self, claim: Claim, entries: list[Any]) -> tuple[Suppression, ...]:
        found = []
        for number, entry in enumerate(entries):
            if not entry or "rule" not in entry or "reason" not in entry:
                continue
            others = entry.get("with") or ()
            until = None
            if "until" in entry:
                until = self._day(entry["until"], (*claim.path, "ignore", number, "until"))
                if until is None:
                    continue  # without the end that was meant it would count for ever
            others = (others,) if isinstance(others, str) else tuple(o for o in others if o)
            reason, by = entry["reason"], entry.get("by")
            found.append(Suppression(number, entry["rule"], others, reason, by, until))
        return tuple(found)

    def _unknown_entity(self, claim: Claim, key: str, name: str) -> None:
        from claimcheck.load.unknown import unknown_entity

        self._trouble("unknown-entity", claim, key, **unknown_entity(name, self.vocabulary))

    def _trouble(
        self, kind: str, claim: Claim, key: str, column: int = 0, /, **data: object
    ) -> None:
        path = (*claim.path, key)
        self.troubles.append(Trouble(kind, path, data, column=column, claim=claim.id))
