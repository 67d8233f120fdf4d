"""A finding told to a reader: ids of claims lead to their claims, slots and signs are read out."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from claimcheck.catalogue import in_language
from claimcheck.finding import Amounts, Aside, Finding, Formula, Names, Of, Phrase, Stated, When
from claimcheck.model.expression import Term
from claimcheck.model.quantity import Quantity
from claimcheck.report import visible
from claimcheck.report.html.expressions import in_reading
from claimcheck.report.parts import COLON
from claimcheck.report.units import in_words
from claimcheck.wording import words
from claimcheck.wording.owning import contracted
from claimcheck.wording.spelling import label_of, value_in_words

_CALLED = re.compile(r"\b([^\W\d]\w*)\(([^()]*)\)(?: at ([\w.~?%/-]+))?")
_SIGNS = {" * ": " × ", " / ": " ÷ ", " - ": " − ", " == ": " = ", " <= ": " ≤ ", " >= ": " ≥ "}
_READ = ("expression", "slot", "comparison")
"""Which data of a template are expressions as text."""
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Around the number of a claim, until the text is escaped; no text may have them."""
_CLAIM = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_RESERVED = re.compile("[\ufdd0-\ufdef]")


class Lettered(NamedTuple):
    """A claim of a finding as its texts name it."""

    letter: str
    id: str
    href: str


class Teller:
    """Knows the claims of one finding, by letters, and the labels of its slots."""

    def __init__(self, finding: Finding, hrefs: Mapping[int, str], language: str) -> None:
        self._language = language
        self._vocabulary = finding.claims[0].document.vocabulary if finding.claims else None
        self.claims = [
            Lettered(letter_of(number), claim.id, hrefs.get(id(claim), ""))
            for number, claim in enumerate(finding.claims)
        ]
        self._of = finding.claims
        self._values = {
            str(claim.value.text): value_in_words(claim.value, language)
            for claim in finding.claims
            if isinstance(claim.value, Quantity)
        }
        self._numbers: dict[str, int] = {}
        for number, claim in enumerate(finding.claims):
            self._numbers.setdefault(claim.id, number)

    def letter(self, id: str) -> str:
        """The letter of a claim; its id if the finding has no such claim."""
        number = self._numbers.get(id)
        return id if number is None else self.claims[number].letter

    def plain(self, phrase: Phrase) -> str:
        """A template filled in, as text."""
        return _CLAIM.sub(lambda m: self.claims[int(m[1])].id, self._filled(phrase))

    def marked(self, phrase: Phrase) -> Markup:
        """A template filled in, with links to the claims, and what stands between backticks as code."""
        parts = visible(self._filled(phrase)).split("`")
        if len(parts) % 2 == 0:
            parts = ["`".join(parts)]
        return Markup(
            "".join(
                f"<code>{self._linked(part)}</code>" if n % 2 else self._linked(part)
                for n, part in enumerate(parts)
            )
        )

    def _linked(self, text: str) -> str:
        parts = _CLAIM.split(text)
        return "".join(
            self._link(self.claims[int(part)]) if n % 2 else escape(part)
            for n, part in enumerate(parts)
        )

    def _link(self, claim: Lettered) -> str:
        name = f"<b>{claim.letter}</b> {escape(visible(claim.id))}"
        if not claim.href:
            return f'<span class="id">{name}</span>'
        return f'<a class="id" href="#{claim.href}">{name}</a>'

    def _filled(self, phrase: Phrase) -> str:
        template = in_language(phrase.text, self._language)
        filled = {key: self._told(key, datum) for key, datum in phrase.data.items()}
        written = {key: words(datum, self._language) for key, datum in phrase.data.items()}
        pieces = template.split("`")  # between backticks stands what the file says
        text = "`".join(
            piece.format_map(written if n % 2 else filled) for n, piece in enumerate(pieces)
        )
        return contracted(text, self._language)

    def _told(self, key: str, datum: object) -> str:
        match datum:
            case Amounts():
                return in_words(datum, self._language)
            case Formula() | Stated() | When() | Aside():
                text = words(datum, self._language, spelled=True)
                return _RESERVED.sub("\ufffd", text)
            case Phrase():
                return self._filled(datum)
            case Names(names):
                return words(Names([self._told(key, name) for name in names]), self._language)
            case str() if datum in self._numbers and key not in ("value", "text"):
                return f"{_OPEN}{self._numbers[datum]}{_CLOSE}"
            case str() if self._values.get(datum) and key not in _READ:
                return self._values[datum]
            case Of(name) if name in self._numbers:
                return words(datum, self._language)
            case tuple() if key == "statement":
                return ""
        text = _RESERVED.sub("\ufffd", words(datum, self._language))
        return self.read(text) if key in _READ else text

    def read(self, text: str) -> str:
        """An expression as text with the labels of its attributes and the names of its slots."""
        text = _CALLED.sub(self._called, text)
        for sign, shown in _SIGNS.items():
            text = text.replace(sign, shown)
        return text

    def _called(self, match: re.Match[str]) -> str:
        known = self._vocabulary.attributes if self._vocabulary is not None else {}
        attribute = known.get(match[1])
        if attribute is None:
            return match[0]
        subject, *_ = match[2].split(", ")
        label = label_of(attribute, self._language)
        of = (
            label
            if subject == "*"
            else f"{label} {words(Of(self._named(subject)), self._language)}"
        )
        return f"{of} ({match[3]})" if match[3] else of

    def _named(self, name: str) -> str:
        assert self._vocabulary is not None
        return self._vocabulary.name_of(self._vocabulary.resolve(name) or name)

    def slot(self, term: Term) -> str:
        """A slot as it is read out."""
        assert self._vocabulary is not None
        return in_reading(term, self._vocabulary, self._language)

    def about(self, id: str) -> str:
        """What a claim gives a value to, without its qualifiers; its id if it gives none."""
        claim = self._of[self._numbers[id]]
        if claim.that is not None:
            return in_reading(claim.that, claim.document.vocabulary, self._language)
        if claim.subject is None or claim.attribute is None:
            return claim.id
        label = label_of(claim.attribute, self._language)
        colon = words(COLON, self._language)
        return f"{claim.document.vocabulary.name_of(claim.subject)}{colon}{label}"


def letter_of(number: int) -> str:
    """A, B, …, Z, AA, AB, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
