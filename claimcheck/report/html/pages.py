"""The page as data: documents with their articles and findings, filters, and what was not checked."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from claimcheck.finding import LEVELS, Finding
from claimcheck.model.claim import Claim, Document, Suppression
from claimcheck.model.vocabulary import fold
from claimcheck.report import Report
from claimcheck.report.html.article import Piece, article
from claimcheck.report.html.cards import Card, card, entity_of
from claimcheck.report.html.claims import Said, said
from claimcheck.report.html.marks import marks_of
from claimcheck.report.html.names import Owners, Sheet, sheets_of
from claimcheck.report.html.terms import Terms
from claimcheck.report.summary import skipped, summary
from claimcheck.wording import cldr, words

STATES = {"state": ("open", "accepted"), "since": ("new", "changed", "unchanged", "gone")}
"""What a finding can be, by the name of the filter."""
MAX_CHOICES = 60
"""So many entities have a filter of their own; those with the fewest findings share one."""


class Group(NamedTuple):
    """The findings about one entity, worst first."""

    id: str
    name: str
    choice: str
    cards: tuple[Card, ...]


class Listed(NamedTuple):
    """A claim in a list: the name of its place, and the findings about it."""

    id: str
    said: Said
    cards: tuple[Card, ...]


class Sheeted(NamedTuple):
    """A document on the page; what belongs to other files is one without a path."""

    id: str
    title: str
    path: str
    published: str
    language: str
    article: tuple[Piece, ...]
    """Empty where there is no text to read."""
    coverage: tuple[int, int] | None
    claims: tuple[Listed, ...]
    """Claims that have no place in the article."""
    groups: tuple[Group, ...]
    counts: tuple[int, ...]
    """How many open findings there are of each level."""
    document: Document | None


class Choice(NamedTuple):
    """A check box of the filter; `name` is also the class of what it shows."""

    name: str
    text: str
    number: int


class Page(NamedTuple):
    """All that the template shows."""

    sheets: tuple[Sheeted, ...]
    """The documents, and last what belongs to other files, if there is any."""
    documents: tuple[Sheeted, ...]
    """The documents alone."""
    filters: tuple[tuple[str, tuple[Choice, ...]], ...]
    summary: tuple[str, ...]
    skipped: tuple[tuple[str, int, str], ...]
    total: int


class Dealt(NamedTuple):
    """A finding with the document that it is shown with, and its card."""

    sheet: Sheet | None
    finding: Finding
    card: Card


def page_of(
    report: Report,
    terms: Terms,
    *,
    split: bool = False,
    states: Callable[[Finding], Sequence[str]] | None = None,
) -> Page:
    """The page of a report.

    With `split`, articles come in pieces that end where a passage does. `states` gives more states of a
    finding than `open` and `accepted`; without it, those of the state that the run was compared with.
    """
    sheets = sheets_of(report)
    owners = Owners(sheets)
    dealt = list(_dealt(report, owners, terms, states or partial(_since, report)))
    by_sheet: dict[str, list[Dealt]] = {}
    for one in dealt:
        by_sheet.setdefault(one.sheet.id if one.sheet else "d0", []).append(one)
    entities = _entities(one.card.entity for one in dealt)
    rules = _counted("r", sorted(Counter(one.card.rule for one in dealt).items()))
    classes = _Classes(entities, rules)
    shown = tuple(_sheet(s, by_sheet.get(s.id, []), classes, owners, terms, split) for s in sheets)
    return Page(
        (*shown, *_elsewhere(by_sheet.get("d0", []), classes, terms)),
        shown,
        (
            ("level", _fixed(LEVELS, Counter(one.card.level for one in dealt), terms)),
            *((name, _fixed(every, _states(dealt), terms)) for name, every in STATES.items()),
            ("entity", entities if len(entities) > 1 else ()),
            ("rule", rules if len(rules) > 1 else ()),
        ),
        tuple(summary(report, terms.language)),
        tuple(_skipped(report, terms.language)),
        len(dealt),
    )


def _since(report: Report, finding: Finding) -> Sequence[str]:
    state = report.since.states.get(finding.fingerprint) if report.since else None
    return () if state is None else (state,)


def _states(dealt: Iterable[Dealt]) -> Counter[str]:
    return Counter(state for one in dealt for state in one.card.states)


def _dealt(
    report: Report, owners: Owners, terms: Terms, states: Callable[[Finding], Sequence[str]]
) -> Iterator[Dealt]:
    """All findings in the order of the page, with cards that are numbered so."""
    every: list[tuple[Finding, Suppression | None]] = [(f, None) for f in report.findings]
    every += [(accepted.finding, accepted.entry) for accepted in report.accepted]
    over = len(every)
    every += [(finding, None) for finding in (report.since.gone if report.since else ())]
    placed = [(owners.of(f), f, entry, entity_of(f, terms)) for f, entry in every]
    best: dict[tuple[str, str], tuple[bool, int, int]] = {}
    for number, (sheet, finding, entry, entity) in enumerate(placed):
        key = (sheet.id if sheet else "", entity)
        rank = (entry is not None or number >= over, LEVELS.index(finding.level), number)
        best[key] = min(best.get(key, rank), rank)

    def order(at: int) -> tuple[object, ...]:
        sheet, finding, entry, entity = placed[at]
        own = (entry is not None or at >= over, LEVELS.index(finding.level), at)
        return owners.place(sheet), best[(sheet.id if sheet else "", entity)], own

    for number, at in enumerate(sorted(range(len(placed)), key=order), 1):
        sheet, finding, entry, entity = placed[at]
        shown = card(finding, number, sheet, owners.sheets, terms, entry)
        if at >= over:
            yield Dealt(sheet, finding, shown._replace(states=("gone",), ignore=""))
        else:
            yield Dealt(sheet, finding, shown._replace(states=(*shown.states, *states(finding))))


def _entities(names: Iterable[str]) -> tuple[Choice, ...]:
    """The entities with most findings, the rest under one name."""
    counts = sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))
    kept = counts if len(counts) <= MAX_CHOICES else counts[: MAX_CHOICES - 1]
    choices = _counted("e", sorted(kept, key=lambda pair: fold(pair[0])))
    rest = sum(count for _, count in counts[len(kept) :])
    return (*choices, Choice("e0", "", rest)) if rest else choices


def _counted(letter: str, counts: Iterable[tuple[str, int]]) -> tuple[Choice, ...]:
    return tuple(Choice(f"{letter}{n}", text, count) for n, (text, count) in enumerate(counts, 1))


def _fixed(names: Iterable[str], counts: Counter[str], terms: Terms) -> tuple[Choice, ...]:
    return tuple(Choice(name, terms(name), counts[name]) for name in names if counts[name])


class _Classes:
    """The classes by which findings and their groups are filtered."""

    def __init__(self, entities: Iterable[Choice], rules: Iterable[Choice]) -> None:
        self._entities = {choice.text: choice.name for choice in entities}
        self.rules = {choice.text: choice.name for choice in rules}

    def groups(self, dealt: Iterable[Dealt], name: str) -> tuple[Group, ...]:
        """The findings of a document by entity; they come in order."""
        found: dict[str, list[Card]] = {}
        for one in dealt:
            found.setdefault(one.card.entity, []).append(one.card)
        return tuple(
            Group(
                f"{name}-g{number}",
                entity,
                self._entities.get(entity, "e0"),
                tuple(self._shown(card) for card in cards),
            )
            for number, (entity, cards) in enumerate(found.items(), 1)
        )

    def _shown(self, card: Card) -> Card:
        return card._replace(shown_by=(card.level, *card.states, self.rules[card.rule]))


def _elsewhere(dealt: Sequence[Dealt], classes: _Classes, terms: Terms) -> Iterator[Sheeted]:
    if dealt:
        groups = classes.groups(dealt, "d0")
        yield Sheeted(
            "d0", terms("elsewhere"), "", "", "", (), None, (), groups, _counts(dealt), None
        )


def _counts(dealt: Sequence[Dealt]) -> tuple[int, ...]:
    open_ones = Counter(one.card.level for one in dealt if "open" in one.card.states)
    return tuple(open_ones[level] for level in LEVELS)


def _sheet(
    sheet: Sheet,
    dealt: Sequence[Dealt],
    classes: _Classes,
    owners: Owners,
    terms: Terms,
    split: bool,
) -> Sheeted:
    document = sheet.document
    by_claim: dict[int, list[Card]] = {}
    for one in dealt:
        for claim in one.finding.claims:
            if claim.document is document:
                by_claim.setdefault(claim.ordinal, []).append(one.card)
    passages = sheet.newsroom.passages(document)
    shown: tuple[Piece, ...] = ()
    placed = set[int]()
    if passages is not None:
        marks, placed = marks_of(sheet, passages, by_claim, terms)
        markdown = not passages.source.path.endswith(".txt")
        shown = article(passages.source.text, marks, terms, markdown=markdown, split=split)
    return Sheeted(
        sheet.id,
        document.title or document.path,
        document.path,
        cldr.day(document.published, terms.language) if document.published else "",
        (passages.language if passages else document.language) or "",
        shown,
        passages.coverage if passages is not None and passages.readable else None,
        tuple(
            Listed(
                sheet.claim_id(claim), said(claim, owners.sheets, terms), _links(by_claim, claim)
            )
            for claim in document.claims
            if claim.ordinal not in placed
        ),
        classes.groups(dealt, sheet.id),
        _counts(dealt),
        document,
    )


def _links(by_claim: Mapping[int, Sequence[Card]], claim: Claim) -> tuple[Card, ...]:
    return tuple(by_claim.get(claim.ordinal, ()))


def _skipped(report: Report, language: str) -> Iterator[tuple[str, int, str]]:
    """Why comparisons were not made, how many, and by which rules."""
    for reason, count in skipped(report).items():
        rules = [name for name, tally in sorted(report.tallies.items()) if reason in tally.skipped]
        yield words(reason, language), count, ", ".join(rules)
