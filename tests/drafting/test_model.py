"""`claimcheck draft --model`: what a model proposes is checked, asked again, or left a gap; no network."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_ai import models
from pydantic_ai.messages import ModelMessage, ModelResponse, ToolCallPart
from pydantic_ai.models.function import AgentInfo, FunctionModel

from claimcheck.__main__ import main
from claimcheck.load.claims import load_document
from claimcheck.load.vocabulary import general_vocabulary
from claimcheck.model.claim import Document
from claimcheck.model.vocabulary import Entity, Vocabulary
from claimcheck.source import Source
from claimcheck.text.agreement import less_certain, time_disagrees
from claimcheck.text.consulting import ROUNDS, consult
from claimcheck.text.draft_file import write_draft
from claimcheck.text.drafting import Proposed, draft
from claimcheck.text.passages import Passages

TEXT = (
    "Acme et Beta sont rivales. La première a payé 30 millions d’euros pour une part de la seconde.\n\n"
    "Elle dirige Beta. Selon la presse, elle pourrait compter 300 salariés en 2025. La ville doit 5 euros. "
    "La ville doit 5 euros."
)
VOCABULARY = Vocabulary(
    [Entity("acme", "Acme", ("acme", "Acme")), Entity("beta", "Beta", ("beta", "Beta"))],
    (),
    general_vocabulary(),
)
GOOD = {
    "id": "premiere-paye-30-millions-d-euros",
    "subject": "Acme",
    "attribute": "investment",
    "where": {"in": "Beta"},
}


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    allowed = models.ALLOW_MODEL_REQUESTS
    models.ALLOW_MODEL_REQUESTS = False
    yield
    models.ALLOW_MODEL_REQUESTS = allowed


def article() -> Document:
    document = Document(Source("a.claims.yaml", ""), "claims", VOCABULARY)
    document.article, document.language = Source("article.md", TEXT), "fr"
    return document


def consulted(*answers: dict[str, Any]) -> tuple[dict[str, Proposed], tuple[str, ...], int]:
    """The draft after a model that gives these answers in turn, what was refused, how often it was asked."""
    asked = 0

    def answer(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        nonlocal asked
        asked += 1
        given = answers[min(asked, len(answers)) - 1]
        return ModelResponse(parts=[ToolCallPart(info.output_tools[0].name, given)])

    document = article()
    drafted = draft(document)
    found = consult(document, drafted.claims, FunctionModel(answer), "a-model")
    content = write_draft(document, drafted._replace(claims=found.claims), "article.md")
    loaded = load_document(Source("a.claims.yaml", content), "claims", VOCABULARY)
    assert {problem.kind for problem in loaded.problems} <= {"gap"}, content
    loaded.article = document.article
    passages = Passages(loaded)
    for claim in loaded.claims:
        held = passages.match(claim)
        assert passages.anchors[claim.ordinal].state == "found"
        assert held is None or (held.fault is None and held.dropped is None)
        assert held is None or not less_certain(claim, held.reading)
        assert time_disagrees(claim, passages.quoted(claim)) is None
    return {claim.id: claim for claim in found.claims}, found.refused, asked


def test_a_good_proposal_fills_the_gaps_and_says_who_made_it() -> None:
    claims, refused, asked = consulted({"filled": [GOOD]})
    claim = claims["premiere-paye-30-millions-d-euros"]
    assert (claim.subject, claim.attribute, claim.where) == ("Acme", "investment", {"in": "Beta"})
    assert claim.proposed == "subject, attribute, where proposed by a-model"
    assert (refused, asked) == ((), 1)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"subject": "Gamma"}, "no entity"),
        ({"attribute": "worth"}, "no attribute"),
        ({"attribute": "population", "where": {}}, "is no value of"),
        ({"where": {"at": "Beta"}}, "no qualifier"),
        ({"where": {"in": "Gamma"}}, "neither an entity nor in the article"),
        ({"when": "soon"}, "no date"),
        ({"id": "other"}, "no such claim"),
    ],
)
def test_a_proposal_that_cannot_be_is_refused_and_the_gap_stays(
    change: dict[str, Any], reason: str
) -> None:
    claims, refused, asked = consulted({"filled": [{**GOOD, **change}]})
    assert claims["premiere-paye-30-millions-d-euros"].attribute is None
    assert len(refused) == 1
    assert reason in refused[0]
    assert asked == ROUNDS


def test_a_model_that_is_right_at_the_second_try_is_heard() -> None:
    claims, refused, asked = consulted(
        {"filled": [{**GOOD, "subject": "Gamma"}]}, {"filled": [GOOD]}
    )
    assert claims["premiere-paye-30-millions-d-euros"].subject == "Acme"
    assert (refused, asked) == ((), 2)


ADDED = {
    "subject": "Acme",
    "attribute": "investment",
    "where": {"in": "Beta"},
    "value": "30 million EUR",
    "quote": "a payé 30 millions d’euros",
}


def test_a_further_claim_is_added_with_its_quote() -> None:
    claims, refused, _ = consulted({"added": [ADDED]})
    assert claims["investment-acme"].quote == "a payé 30 millions d’euros"
    assert refused == ()


STAFF = {
    "subject": "Beta",
    "attribute": "employees",
    "value": "300",
    "quote": "Selon la presse, elle pourrait compter 300 salariés en 2025",
}


def test_a_further_claim_is_as_certain_and_attributed_as_its_quote() -> None:
    claims, refused, _ = consulted({"added": [{**STAFF, "when": "2025"}]})
    assert (refused, claims["employees-beta"].certainty) == ((), "possible")
    assert claims["employees-beta"].attribution == "la presse"


def test_a_further_claim_speaks_of_the_time_of_its_quote() -> None:
    claims, refused, _ = consulted({"added": [{**STAFF, "when": "2031"}]})
    assert "employees-beta" not in claims
    assert "another time" in refused[0]


def test_the_good_proposals_of_an_answer_stay_when_others_are_refused() -> None:
    claims, refused, _ = consulted({"filled": [GOOD], "added": [{**STAFF, "value": "301"}]})
    assert claims["premiere-paye-30-millions-d-euros"].subject == "Acme"
    assert len(refused) == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "a payé 30 millions de dollars"}, "not in the article"),
        ({"quote": "La ville doit 5 euros"}, "more than once"),
        ({"quote": "Elle dirige Beta"}, "states no investment"),
        ({"quote": "compter 300 salariés en 2025", "when": "2024"}, "the quote"),
        ({"value": "31 million EUR"}, "does not say"),
        ({"value": "30 million USD"}, "does not say"),
        ({"value": "a lot"}, "is no value of"),
    ],
)
def test_a_further_claim_must_anchor_and_read_back(change: dict[str, str], reason: str) -> None:
    claims, refused, _ = consulted({"added": [{**ADDED, **change}]})
    assert "investment-acme" not in claims
    assert reason in refused[0]


NAMES = st.sampled_from(["Acme", "beta", "Gamma", "seconde", "deal: x", "", "# '\"", "\n- a"])
ATTRIBUTES = st.sampled_from(
    ["investment", "employees", "owner", "release", "name", "x: y", "growth"]
)
VALUES = st.sampled_from(
    ["30 million EUR", "300", "Acme", "2025", "#: '", "> 5 EUR", "about 300", "5 EUR"]
)
DATES = st.sampled_from([None, "2025", "2025?", "2025-10/..", "soon", "___", ": x", "2031"])
QUOTES = st.sampled_from(
    [
        "compter 300 salariés en 2025",
        "Elle dirige Beta",
        "30 millions",
        "# x: y",
        TEXT,
        "doit 5 euros",
        "",
    ]
)
WHERE = st.dictionaries(st.sampled_from(["in", "deal", "of", "x: y"]), NAMES, max_size=2)
IDS = st.sampled_from([GOOD["id"], "selon-la-presse", "nobody"])
FILLED = st.fixed_dictionaries(
    {"id": IDS, "subject": NAMES, "attribute": ATTRIBUTES, "where": WHERE, "when": DATES}
)
FURTHER = st.fixed_dictionaries(
    {
        "subject": NAMES,
        "attribute": ATTRIBUTES,
        "where": WHERE,
        "value": VALUES,
        "when": DATES,
        "quote": QUOTES,
    }
)


@settings(deadline=None, max_examples=60)
@given(st.lists(FILLED, max_size=3), st.lists(FURTHER, max_size=3))
def test_whatever_a_model_proposes_the_file_loads_and_agrees(
    filled: list[dict[str, Any]], added: list[dict[str, Any]]
) -> None:
    consulted({"filled": filled, "added": added})


def test_the_command_tries_a_model_that_is_none(
    tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    assert main(["draft", str(tmp_path / "a.md"), "--model", "test"]) == 0
    assert (tmp_path / "a.claims.yaml").exists()
    assert main(["draft", str(tmp_path / "a.md"), "--model", "nobody:x", "--force"]) == 2
    assert "the model cannot be used" in capsys.readouterr().err


def test_without_the_extra_the_command_says_what_to_install(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pydantic_ai", None)
    (tmp_path / "a.md").write_text(TEXT)
    assert main(["draft", str(tmp_path / "a.md"), "--model", "test"]) == 2
    assert "newsroom-claimcheck[llm]" in capsys.readouterr().err
