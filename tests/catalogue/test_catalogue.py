"""The catalogues: up to date, whole, of one shape with the English, and in good typography."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from claimcheck.catalogue import DOMAIN, SOURCE, in_language, languages, tell, tell_of, template_of
from claimcheck.wording import words
from tests.catalogue.files import LOCALE, compiled, contents
from tests.catalogue.gathering import gathered

OTHERS = [language for language in languages() if language != SOURCE]
each_language = pytest.mark.parametrize("language", OTHERS)

# Texts that French writes as English does.
SAME = frozenset(
    """
    certain possible probable note Note Notes Options Article Articles article
    budget dissolution distance inflation magnitude patients population production
    """.split()
) | {"{} document", "{} documents", "{} note", "{} notes"}


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def messages(language: str) -> Iterator[tuple[Message, list[tuple[str, str]]]]:
    """Each message, with its texts in English and in the language, side by side."""
    for message in catalogue(language):
        if message.id:
            yield message, list(zip(_all(message.id), _all(message.string), strict=True))


def _all(texts: object) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)  # type: ignore[call-overload]


def pairs(language: str) -> list[tuple[str, str]]:
    return [pair for _, both in messages(language) for pair in both]


def test_the_catalogues_are_what_the_code_asks_for() -> None:
    """`python -m tests.catalogue` writes them anew."""
    stale = [path.name for path, content in contents().items() if path.read_bytes() != content]
    assert stale == []


@each_language
def test_what_programs_read_is_what_translators_wrote(language: str) -> None:
    path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    assert path.read_bytes() == compiled(catalogue(language))
    read = [_all(m.string) for m in read_mo(BytesIO(path.read_bytes())) if m.id]
    assert sorted(read) == sorted(_all(m.string) for m, _ in messages(language))


@each_language
def test_every_message_is_translated(language: str) -> None:
    found = catalogue(language)
    assert not found.obsolete
    for message, both in messages(language):
        assert not message.fuzzy
        assert all(text.strip() for _, text in both), message.id


@each_language
def test_a_translation_has_the_places_of_the_english(language: str) -> None:
    for english, text in pairs(language):
        assert set(_places(text)) == set(_places(english)), english
        assert _places(text).count("{}") == _places(english).count("{}")


def _places(text: str) -> list[str]:
    return re.findall(r"\{[^{}]*\}", text)


def test_no_french_is_the_english() -> None:
    same = {text for english, text in pairs("fr") if text == english and not _is_notation(text)}
    assert same <= SAME


def _is_notation(text: str) -> bool:
    """Whether a text has no words: signs, places, code, names of keys."""
    return not re.search(r"[^\W\d_]{2,}", re.sub(r"`[^`]*`|\{[^{}]*\}", "", text))


def french() -> list[str]:
    """All French texts, without what stands as code or in claim notation."""
    found = [text for _, text in pairs("fr")]
    return [re.sub(r"`[^`]*`|\{[^{}]*\}|https?://\S+|\"[^\"]*\"", "x", text) for text in found]


@pytest.mark.parametrize(
    ("slip", "why"),
    [
        (r"\w'\w", "an apostrophe is ’"),
        (r"[^\s\d\u202f\u00a0«(][;?!»]", "; ? ! and » have a space before them"),
        (r"[^\W\d_]:(?=\s|$)", "a colon has a space before it"),
        (r"«[^\s\u00a0]", "« has a space after it"),
        (r"[“”]", "quotation marks are « »"),
        (r"\.\.\.", "three dots are …"),
        (r"  ", "one space is enough"),
        (r"\d%", "a space stands before %"),
        (r"\boe(?=uvre|il)|\bA (?=[a-z])|\bEt(?=at)", "ligatures and accents, capitals included"),
    ],
)
def test_french_is_set_as_french(slip: str, why: str) -> None:
    assert [text for text in french() if re.search(slip, text)] == [], why


def test_a_typed_space_becomes_one_that_does_not_break() -> None:
    texts = {"en": "x", "fr": "« a » : b ; c ? 5 % `d : e`"}
    shown = in_language(texts, "fr")
    assert shown == "«\u00a0a\u00a0»\u00a0: b\u202f; c\u202f? 5\u00a0% `d : e`"


def test_one_english_text_has_one_translation() -> None:
    known: dict[tuple[object, str], tuple[str, str]] = {}
    for found in gathered():
        for language, text in found.beside.items():
            there, path = known.setdefault((found.text, language), (text, found.path))
            assert text == there, f"{found.text!r} is another text in {path} and {found.path}"


def test_a_language_that_a_table_lacks_is_looked_up_by_its_english() -> None:
    assert in_language({"en": "no value"}, "fr") == "aucune valeur"
    assert in_language({"en": "no such text"}, "fr") == "no such text"


def test_a_text_is_told_with_the_number_that_each_language_counts_by() -> None:
    def told(number: int, language: str) -> str:
        return words(tell_of(number, "{} error", "{} errors"), language)

    assert [told(n, "en") for n in (0, 1, 2)] == ["0 errors", "1 error", "2 errors"]
    assert [told(n, "fr") for n in (0, 1, 2)] == ["0 erreur", "1 erreur", "2 erreurs"]


def test_a_text_is_its_english_and_an_exception_keeps_it_whole() -> None:
    text = tell("expected {}", tell("a name"))
    assert text == "expected a name"
    assert words(str(ValueError(text)), "fr") == "il faut un nom"
    assert words(f"{text}!", "fr") == "expected a name!"
    assert template_of(text, "fr") == "il faut {}"


def test_every_module_that_tells_is_in_the_template() -> None:
    """So that the extraction misses no kind of file: a text of each is there."""
    paths = {found.path for found in gathered()}
    for part in (
        "claimcheck/model",
        "claimcheck/rules",
        "claimcheck/report/html",
        "rules/finance.yaml",
    ):
        assert any(path.startswith(part) for path in paths)
    telling = {
        path.relative_to(Path(LOCALE).parents[1]).as_posix()
        for path in Path(LOCALE).parent.rglob("*.py")
        if re.search(r"\btell(?:_of)?\(\s*\"", path.read_text(encoding="utf-8"))
    }
    assert telling <= paths
