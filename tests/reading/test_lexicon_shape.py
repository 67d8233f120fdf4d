"""The files of the lexicons have their shape, and no word in them means two things."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML

from claimcheck.text.lexicon import FOLDER, LANGUAGES, lexicon, load_file, plural
from claimcheck.text.lexicon.shape import CurrenciesFile, HedgeWords, LanguageFile, UnitsFile

SHAPES: dict[str, type[BaseModel]] = {
    **{f"{language}.yaml": LanguageFile for language in LANGUAGES},
    "currencies.yaml": CurrenciesFile,
    "units.yaml": UnitsFile,
}
READ = {
    language: LanguageFile.model_validate(load_file(f"{language}.yaml")) for language in LANGUAGES
}


def test_every_file_has_a_shape() -> None:
    assert {path.name for path in Path(FOLDER).glob("*.yaml")} == SHAPES.keys()


@pytest.mark.parametrize("name", SHAPES)
def test_a_file_has_its_shape(name: str) -> None:
    SHAPES[name].model_validate(load_file(name))


@pytest.mark.parametrize("name", SHAPES)
def test_every_scalar_is_a_text_whoever_reads_it(name: str) -> None:
    text = (Path(FOLDER) / name).read_text(encoding="utf-8")
    data = load_file(name)
    assert set(map(type, scalars(data))) == {str}
    assert data == yaml.load(text, Loader=yaml.BaseLoader)
    # No key stands twice, which PyYAML does not notice.
    other = YAML(typ="base", pure=True)
    assert plainly(other.load(text)) == data


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_language_has_all_parts(language: str) -> None:
    for part in (READ[language], *parts_of(READ[language])):
        optional = {"after", "before"} if type(part).__name__ == "Joiner" else set()
        missing = type(part).model_fields.keys() - part.model_fields_set - optional
        assert missing == set(), type(part).__name__


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"language": "fr", "hedge": []}, "hedge"),
        ({"language": "fr", "several_scales": []}, "several_scales"),
        ({"language": "fr", "numbers": {"decimal": ";"}}, "decimal"),
        ({"language": "fr", "per": ["Par"]}, "per"),
        ({"language": "fr", "per": ["pour  un"]}, "per"),
        ({"language": "fr", "per": [" par"]}, "per"),
        ({"language": "fr", "per": [""]}, "per"),
        ({"language": "fr", "per": ["par||pour"]}, "per"),
        ({"language": "fr", "per": ["de l’"]}, "per"),
        ({"language": "fr", "per": ["e\u0301té"]}, "per"),
        ({"language": "fr", "scales": [{"words": ["mille"]}]}, "value"),
        ({"language": "fr", "scales": [{"words": ["mille"], "value": "1e3"}]}, "value"),
        ({"language": "fr", "scales": [{"words": ["mille"], "value": 1000}]}, "value"),
        (
            {
                "language": "fr",
                "hedges": [{"effect": "over", "side": "left", "gap": "1", "words": []}],
            },
            "effect",
        ),
        (
            {
                "language": "fr",
                "hedges": [{"effect": "upper", "side": "left", "gap": "9", "words": []}],
            },
            "gap",
        ),
        ({"language": "fr", "dates": {"months": {"mai": "13"}}}, "mai"),
        ({}, "language"),
    ],
    ids=str,
)
def test_what_is_wrong_in_a_file_is_said_with_its_place(data: dict[str, Any], where: str) -> None:
    with pytest.raises(ValidationError) as error:
        LanguageFile.model_validate(data)
    assert where in [part for one in error.value.errors() for part in one["loc"]]


def test_a_newsrooms_own_file_holds_what_it_adds() -> None:
    hedge = {"effect": "about", "side": "left", "gap": "1", "words": ["à la louche"]}
    own = LanguageFile.model_validate({"language": "fr", "hedges": [hedge]})
    assert own.hedges == [HedgeWords.model_validate(hedge)]
    assert own.dates is None


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hedge_says_two_things(language: str, side: str) -> None:
    found: dict[str, tuple[str, bool]] = {}
    for entry in READ[language].hedges:
        if entry.side == side:
            for phrase in each(entry.words):
                meaning = (entry.effect, entry.strict == "true")
                assert found.setdefault(phrase, meaning) == meaning, phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_a_scale_and_a_unit(language: str) -> None:
    scales = {word for entry in READ[language].scales for word in entry.words}
    assert scales & unit_names(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_scale_word_has_two_values(language: str) -> None:
    found: dict[str, str] = {}
    for entry in READ[language].scales:
        for word in (*entry.words, *entry.short):
            assert found.setdefault(word, entry.value) == entry.value, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_possible_and_probable(language: str) -> None:
    certainty = READ[language].certainty
    assert certainty is not None
    assert set(certainty.possible) & set(certainty.probable) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_word_is_a_unit_or_a_scale(language: str) -> None:
    numbers = READ[language].numbers
    assert numbers is not None
    words = {*numbers.ones, *numbers.tens}
    assert words & unit_names(language) == set()
    assert words & {word for entry in READ[language].scales for word in entry.words} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_compiles(language: str) -> None:
    assert lexicon(language).language == language


def unit_names(language: str) -> set[str]:
    """All names of units and currencies."""
    found: set[str] = set()
    for name in ("currencies.yaml", "units.yaml"):
        for entry in load_file(name).values():
            for part in (entry, entry.get("cents", {})):
                for word in part.get(language, ()):
                    forms = word.split("|") if "|" in word else (word, plural(word, language))
                    found.update(form.lower() for form in forms)
    return found


def each(words: list[str]) -> Iterator[str]:
    """The phrases of a list, alternatives apart."""
    return (phrase for word in words for phrase in word.split("|"))


def scalars(data: object) -> Iterator[object]:
    """Keys and values that are no lists and mappings."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from scalars(value)
    elif isinstance(data, list):
        for one in data:
            yield from scalars(one)
    else:
        yield data


def parts_of(model: BaseModel) -> Iterator[BaseModel]:
    """The sections of a language, those in lists left out."""
    for value in dict(model).values():
        if isinstance(value, BaseModel):
            yield value
            yield from parts_of(value)


def plainly(data: Any) -> object:
    """Plain mappings and lists."""
    if isinstance(data, dict):
        return {str(key): plainly(value) for key, value in data.items()}
    return [plainly(one) for one in data] if isinstance(data, list) else str(data)
