"""Findings in words, in the language of a reader: templates filled with amounts, dates, names and values."""

import re
from collections.abc import Mapping

from claimcheck.catalogue import Told, in_language, tell, template_of
from claimcheck.finding import (
    Amounts,
    AnyOf,
    Aside,
    Day,
    Finding,
    Formula,
    Names,
    Of,
    Phrase,
    Stated,
    When,
    Whole,
)
from claimcheck.wording import cldr
from claimcheck.wording.numbers import amounts, decimal
from claimcheck.wording.owning import contracted, owned

__all__ = ["LEVEL_WORDS", "amounts", "decimal", "fill", "help_of", "message", "words"]

LEVEL_WORDS = {"error": tell("error"), "warning": tell("warning"), "note": tell("note")}
_LONGEST = 200


def message(finding: Finding, language: str, *, spelled: bool = False) -> str:
    """A finding's message, one line."""
    return fill(Phrase(finding.text or {}, finding.data), language, spelled=spelled)


def help_of(finding: Finding, language: str, *, spelled: bool = False) -> str:
    """What to do about a finding, in the notation of its file; empty where its rule does not say."""
    if not finding.help:
        return ""
    text = fill(Phrase(finding.help, finding.data), language, spelled=spelled)
    return _in_json(text) if finding.span.path.endswith((".json", ".jsonl")) else text


_YAML = re.compile(r"`([\w-]+:(?: [^`]*)?|-)`")
_WORD = re.compile(r"[^\W\d][\w-]*")


def _in_json(text: str) -> str:
    """A help whose pieces of YAML are written as JSON: `key:` as `"key":`."""
    return _YAML.sub(
        lambda m: "`{`" if m[1] == "-" else "`" + _WORD.sub(r'"\g<0>"', m[1]) + "`", text
    )


def fill(phrase: Phrase, language: str, *, spelled: bool = False) -> str:
    """A template in a language, with its data in words.

    Values, times and expressions stand in the notation of claim files; where they are `spelled`, in words,
    except between backticks, where a template speaks of what the file says.
    """
    template = in_language(phrase.text, language)
    filled = {key: words(datum, language, spelled=spelled) for key, datum in phrase.data.items()}
    if not spelled:
        return template.format_map(filled)
    written = {key: words(datum, language) for key, datum in phrase.data.items()}
    pieces = template.split("`")
    text = "`".join(
        piece.format_map(written if n % 2 else filled) for n, piece in enumerate(pieces)
    )
    return contracted(text, language)


def words(datum: object, language: str, *, spelled: bool = False) -> str:
    """Anything that fills a template, as text."""
    match datum:
        case Phrase():
            return fill(datum, language, spelled=spelled)
        case Told():
            return _told(datum, language, spelled=spelled)
        case Amounts(interval, unit, digits):
            return amounts(interval, unit, language, digits, spelled=spelled)
        case Stated() | When() | Formula():
            return _spelled(datum, language) if spelled else _short(datum.text)
        case Whole(number):
            return cldr.number(str(number), language)
        case Day(ordinal):
            return cldr.day(ordinal, language)
        case Of(name):
            return owned(name, language)
        case Names(names):
            return cldr.listed(names, language)
        case AnyOf(choices):
            told = [words(choice, language) for choice in choices]
            return cldr.listed(told, language, either=True)
        case Aside(remarks):
            return ", ".join(words(remark, language, spelled=spelled) for remark in remarks)
        case Mapping():
            return in_language(datum, language) or next(iter(datum.values()), "")
        case list() | tuple():
            return cldr.listed([words(item, language, spelled=spelled) for item in datum], language)
    return _short(str(datum))


def _spelled(datum: Stated | When | Formula, language: str) -> str:
    from claimcheck.wording import spelling

    match datum:
        case Stated(value):
            return spelling.value_in_words(value, language)
        case When(period):
            return spelling.period_in_words(period, language)
        case Formula(expression, vocabulary):
            return spelling.expression_in_words(expression, vocabulary, language)


def _told(told: Told, language: str, *, spelled: bool) -> str:
    """A text of claimcheck's own, with what fills it."""
    template = template_of(told, language)
    if not (told.values or told.named):
        return template
    values = (words(value, language, spelled=spelled) for value in told.values)
    named = {key: words(value, language, spelled=spelled) for key, value in told.named.items()}
    return template.format(*values, **named)


def _short(text: str) -> str:
    """On one line, and no longer than a reader will follow."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
