"""Vocabularies: the general one is complete and sound, a newsroom's own extends it."""

import pytest

from claimcheck.load.vocabulary import general_source, general_vocabulary, load_vocabulary
from claimcheck.model.vocabulary import Entity, Vocabulary, fold
from claimcheck.source import Source

GENERAL = load_vocabulary(general_source(), Vocabulary((), (), None))


def test_the_general_vocabulary_has_no_problem() -> None:
    assert GENERAL.problems == ()
    assert len(GENERAL.vocabulary.attributes) >= 100


def test_attributes_made_on_demand_are_the_same() -> None:
    lazy = general_vocabulary().attributes
    assert list(lazy) == list(GENERAL.vocabulary.attributes)
    for name, attribute in GENERAL.vocabulary.attributes.items():
        made = lazy[name]
        assert made._replace(type=attribute.type) == attribute
        assert (made.type.name, made.type.unit, made.type.limits) == (
            attribute.type.name,
            attribute.type.unit,
            attribute.type.limits,
        )
        assert lazy[name] is made


@pytest.mark.parametrize("name", list(GENERAL.vocabulary.attributes))
def test_every_attribute_is_labelled_and_explained(name: str) -> None:
    attribute = GENERAL.vocabulary.attributes[name]
    assert attribute.labels.keys() == {"en", "fr"}
    assert attribute.doc
    assert "\n" not in attribute.doc
    if attribute.type.name == "date":
        assert attribute.period == "timeless"


def test_the_fields_that_the_news_desk_meets_first_are_there() -> None:
    names = set(GENERAL.vocabulary.attributes)
    assert names >= {
        *("valuation", "investment", "stake", "raised", "revenue", "spending", "profit", "costs"),
        *(
            "release",
            "exclusive_distributor",
            "distributor",
            "population",
            "area",
            "power",
            "energy",
        ),
        *("vote_share", "turnout", "born", "died", "founded", "deaths", "margin", "market_share"),
    }


def test_a_newsrooms_attribute_stands_before_the_general_one() -> None:
    text = "attributes: {valuation: {type: count}, reach: {type: count, at-least: 0}}\n"
    vocabulary = load_vocabulary(Source("v", text), general_vocabulary()).vocabulary
    assert vocabulary.attributes["valuation"].type.name == "count"
    assert vocabulary.attributes["revenue"].type.name == "money"
    assert "reach" in vocabulary.attributes
    assert general_vocabulary().attributes["valuation"].type.name == "money"
    assert vocabulary.attributes.get("nothing") is None


@pytest.mark.parametrize(
    "name",
    [
        "edf",
        "EDF",
        "Électricité de France",
        "électricité  de france",
        "ELECTRICITE DE FRANCE",
        "Edf",
    ],
)
def test_an_entity_is_found_by_id_name_and_alias_in_any_case_with_or_without_accents(
    name: str,
) -> None:
    text = "entities: {edf: {name: Électricité de France, aliases: [EDF]}}\n"
    assert (
        load_vocabulary(Source("v", text), general_vocabulary()).vocabulary.resolve(name) == "edf"
    )


def test_folding_leaves_different_names_apart() -> None:
    assert fold("GPT-5") != fold("GPT 5")
    assert fold("Straße") == fold("STRASSE")
    assert Vocabulary([Entity("a", "A", ("a", "A"))], (), None).resolve("b") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("percentage", "share"),
        ("integer", "count"),
        ("String", "text"),
        ("bool", "boolean"),
        ("montant", "money"),
        ("mony", "money"),
    ],
)
def test_a_type_by_another_name_comes_with_its_own(written: str, meant: str) -> None:
    text = f"attributes: {{reach: {{type: {written}}}}}\n"
    (problem,) = load_vocabulary(Source("v", text), general_vocabulary()).problems
    assert problem.kind == "invalid-attribute"
    assert problem.data["suggestion"] == meant
