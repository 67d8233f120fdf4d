"""The corpus of the benchmarks: its size, its faults, and that it is the same every time."""

from pathlib import Path

import pytest
import yaml

from claimcheck.model.period import day_ordinal
from claimcheck.run import Request, run
from tests.bench import corpus
from tests.bench.world import World, make_world

DOCUMENTS = 200
AS_OF = day_ordinal(*map(int, corpus.AS_OF.split("-")))


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    corpus.write(folder, DOCUMENTS)
    return folder


def _texts(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.*"))}


def _load(text: str) -> dict[str, list[dict[str, object]]] | None:
    try:
        data: dict[str, list[dict[str, object]]] = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    return data


def test_one_seed_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    corpus.write(tmp_path, DOCUMENTS)
    assert _texts(tmp_path) == _texts(folder)


def test_another_seed_gives_other_documents(world: World) -> None:
    assert corpus.text_of(make_world(2), 0) != corpus.text_of(world, 0)


def test_a_longer_corpus_begins_with_the_shorter_one(folder: Path, tmp_path: Path) -> None:
    corpus.write(tmp_path, 30)
    longer = _texts(folder)
    assert all(longer[name] == text for name, text in _texts(tmp_path).items())


def test_documents_hold_about_2900_bytes(folder: Path) -> None:
    sizes = [path.stat().st_size for path in folder.rglob("*.claims.yaml")]
    assert len(sizes) == DOCUMENTS
    assert sum(sizes) / len(sizes) == pytest.approx(2900, rel=0.04)


def test_documents_hold_11_6_claims_on_average_and_8_to_15_each(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.claims.yaml")]
    counts = [text.count("  - id: ") for text in texts if _load(text)]
    assert {min(counts), max(counts)} == {8, 15}
    assert sum(corpus.SIZES) / len(corpus.SIZES) == 11.6


def test_one_document_in_a_hundred_is_malformed(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in folder.rglob("*.claims.yaml")]
    assert [_load(text) for text in texts].count(None) == DOCUMENTS // 100


def test_vocabulary_and_references_hold_200_entries(folder: Path) -> None:
    vocabulary = yaml.safe_load((folder / "vocabulary.yaml").read_text(encoding="utf-8"))
    references = yaml.safe_load((folder / "facts.references.yaml").read_text(encoding="utf-8"))
    assert len(vocabulary["entities"]) == 200
    assert len(references["references"]) == 200


def test_all_attributes_and_notations_occur(folder: Path) -> None:
    loaded = [_load(p.read_text(encoding="utf-8")) for p in folder.rglob("*.claims.yaml")]
    claims = [claim for data in loaded if data for claim in data["claims"]]
    assert {claim["attribute"] for claim in claims} == set(corpus.ATTRIBUTES)
    values = "\n".join(str(claim["value"]) for claim in claims)
    for sample in ("about ", "~", "> ", " to ", " .. ", "billion EUR", "e9 USD", " GWh", " %", "_"):
        assert sample in values


@pytest.mark.parametrize("seed", [1, 2])
def test_claimcheck_finds_the_planned_faults_and_nothing_else(seed: int, tmp_path: Path) -> None:
    """But for what is only implausible: invented companies may spend more than they are worth."""
    corpus.write(tmp_path, DOCUMENTS, seed)
    report = run(Request((str(tmp_path),), AS_OF))
    found = [finding.rule for finding in report.findings if "-above-" not in finding.rule]
    hundreds = DOCUMENTS // 100
    assert found.count("values/conflict") == 3 * hundreds
    assert found.count("format/invalid-syntax") == hundreds
    assert len(found) == 4 * hundreds
