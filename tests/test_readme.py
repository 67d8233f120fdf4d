"""The README: its commands are what CI runs, its tables are generated, its examples hold."""

import re
from pathlib import Path

import pytest
import yaml

from claimcheck.load.claims import load_document
from claimcheck.load.vocabulary import general_vocabulary, load_vocabulary
from claimcheck.model.units import PLAIN
from claimcheck.model.value import ValueType, read_quantity
from claimcheck.model.vocabulary import Entity, Vocabulary
from claimcheck.source import Source
from claimcheck.wording import amounts
from tests.readme import README, generated

TEXT = README.read_text(encoding="utf-8")
ROOT = README.parent


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def test_the_generated_parts_are_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)  # the folder is the caller's again afterwards
    assert generated(TEXT) == TEXT, "run: python -m tests.readme"


def test_ci_runs_the_readmes_test_command() -> None:
    setup, test = (block.strip() for block in blocks("sh")[:2])
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert steps.strip().endswith(test)
    install = re.search(r"pip install -q (.*?) &&", setup)
    assert install is not None
    assert install.group(1) in steps.replace("--disable-pip-version-check ", "")


def test_the_claim_file_of_the_readme_loads() -> None:
    entities = [Entity(name, name, (name,)) for name in ("Lumen", "Halden", "round-2026")]
    vocabulary = Vocabulary(entities, (), general_vocabulary())
    document = load_document(Source("a.claims.yaml", blocks("yaml")[0]), "claims", vocabulary)
    assert document.problems == ()
    assert [claim.id for claim in document.claims] == ["valuation-lead", "halden-pays"]


def test_the_other_files_of_the_readme_load() -> None:
    loaded = load_vocabulary(Source("v", blocks("yaml")[1]), general_vocabulary())
    assert loaded.problems == ()
    below = Vocabulary(
        [Entity("Nordbank AG", "Nordbank AG", ("Nordbank AG",))], (), loaded.vocabulary
    )
    references = load_document(Source("r", blocks("yaml")[2]), "references", below)
    assert (references.problems, len(references.claims)) == ((), 1)
    claims = load_document(Source("c", blocks("yaml")[3]), "claims", below)
    assert (claims.problems, len(claims.claims)) == ((), 5)


def test_the_meanings_in_the_table_hold() -> None:
    money, count = ValueType("money"), ValueType("count", PLAIN)
    for text, kind, wide in (
        ("500 billion USD", money, "450 to 550 billion USD"),
        ("about 830 billion USD", money, "747 to 913 billion USD"),
        ("20 to 50 billion USD", money, "18 to 55 billion USD"),
        ("up to 50 billion USD", money, "at most 55 billion USD"),
        ("from 20 billion USD", money, "at least 18 billion USD"),
        ("1200", count, "1,150 to 1,250"),
    ):
        quantity = read_quantity(text, kind)
        assert amounts(quantity.wide, quantity.unit, "en") == wide


def test_the_configuration_of_the_readme_is_accepted(tmp_path: Path) -> None:
    from claimcheck.config import read_config
    from claimcheck.rules import built_in, standard
    from claimcheck.settings import check_settings, choose

    (tmp_path / "house.toml").touch()
    path = tmp_path / "desk" / "claimcheck.toml"
    path.parent.mkdir()
    path.write_text(blocks("toml")[0])
    config = read_config(str(path))
    assert config.problems == ()
    check_settings(config, standard())
    assert choose(built_in(), config)
    assert config.options == {"references/stale": {"max-age": 180}}


def test_the_suppression_of_the_readme_is_well_shaped() -> None:
    from claimcheck.load.shape import Ignore

    for entry in yaml.safe_load(blocks("yaml")[-1])["ignore"]:
        assert Ignore.model_validate({**entry, "until": str(entry["until"])}).reason


def test_the_pack_of_the_readme_loads_and_its_examples_pass() -> None:
    from claimcheck.load.vocabulary import general_vocabulary
    from claimcheck.packs.loading import load_pack
    from claimcheck.source import Source
    from claimcheck.testing import check_examples

    (text,) = [block for block in blocks("yaml") if block.startswith("pack:")]
    (rule,) = load_pack(Source("desk.yaml", text), general_vocabulary()).rules
    assert check_examples(rule) == []


def test_the_readme_counts_the_general_attributes() -> None:
    from claimcheck.load.vocabulary import general_vocabulary

    number = len(general_vocabulary().attributes)
    assert f"the {number} general ones" in README.read_text(encoding="utf-8")
