"""`claimcheck why RULE CLAIM…`: every condition with its values, and what hid a finding."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimcheck.config import forget
from claimcheck.run import Request, run
from claimcheck.why import Answer, why
from claimcheck.wording import fill

AS_OF = 739_921
CLAIMS = Path(__file__).parents[2] / "claims"
VOCABULARY = "entities:\n  acme: {name: Acme}\n  beta: {name: Beta}\n"


def asked(folder: Path, rule: str, *names: str, claims: str = "", config: str = "") -> Answer:
    """The answer about claims of a small newsroom."""
    if claims:
        (folder / "claimcheck.toml").write_text(config or 'paths = ["."]\n')
        (folder / "vocabulary.yaml").write_text(VOCABULARY)
        (folder / "a.claims.yaml").write_text(claims)
    forget()
    return why(Request(paths=(str(folder),), as_of=AS_OF), rule, names)


def lines(answer: Answer, language: str = "en") -> list[str]:
    """The conditions, each with whether it holds."""
    signs = {True: "+", False: "-", None: "?"}
    return [f"{signs[c.holds]} {fill(c.text, language)}" for c in answer.conditions]


TWO = """\
claims:
  - {id: a, subject: Acme, attribute: revenue, value: 5 million EUR, when: 2024}
  - {id: b, subject: Acme, attribute: revenue, value: 7 million EUR, when: 2024}
"""


def test_two_claims_that_clash(tmp_path: Path) -> None:
    answer = asked(tmp_path, "values/conflict", "a", "b", claims=TWO)
    assert answer.state == "found"
    assert "+ both are about revenue(Acme)" in lines(answer)
    assert "+ they speak of one moment: 2024 and 2024" in lines(answer)
    assert lines(answer)[-1].startswith("+ even read generously they share nothing: 4.5 to 5.5")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("when: 2024}\n  - {id: b", "when: 2023}\n  - {id: b"), "- they do not meet (another time)"),
        (("7 million", "5.2 million"), "- their values can both hold:"),
        (("subject: Acme, attribute: revenue, value: 7", "subject: Beta, attribute: revenue, value: 7"),
         "- they are about different slots: revenue(Acme) and revenue(Beta)"),
        (("7 million EUR", "7 million EUR, scenario: sold"), "- they do not meet (another scenario)"),
        (("value: 7 million EUR", "value: ___"), "- b has no value that could be read"),
    ],
)  # fmt: skip
def test_what_keeps_two_claims_from_clashing(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    answer = asked(tmp_path, "values/conflict", "a", "b", claims=TWO.replace(*change))
    assert answer.state == "nothing"
    assert any(line.startswith(told) for line in lines(answer)), lines(answer)


def test_an_entry_that_accepts_it_is_named(tmp_path: Path) -> None:
    entry = "when: 2024, ignore: [{rule: values/conflict, reason: two counts}]}\n  - {id: b"
    claims = TWO.replace("when: 2024}\n  - {id: b", entry)
    answer = asked(tmp_path, "values/conflict", "b", "a", claims=claims)
    assert answer.state == "accepted"
    assert lines(answer)[0] == "- accepted by the `ignore` entry of a: two counts"


def test_a_rule_that_does_not_run_names_its_configuration(tmp_path: Path) -> None:
    config = 'paths = ["."]\nignore = ["values"]\n'
    answer = asked(tmp_path, "values/conflict", "a", "b", claims=TWO, config=config)
    assert answer.state == "off"
    assert "claimcheck.toml" in lines(answer)[0]
    assert any("share nothing" in line for line in lines(answer)), "and what it would have found"


def test_a_more_specific_rule_is_named(tmp_path: Path) -> None:
    claims = """\
claims:
  - {id: a, subject: Acme, attribute: founded, value: 1999, certainty: probable}
  - {id: b, subject: Acme, attribute: founded, value: 2005}
"""
    report = run(Request(paths=(str(CLAIMS),), as_of=AS_OF))
    named = {(name, rule.name) for rule in report.rules for name in rule.supersedes}
    answer = asked(tmp_path, "values/conflict", "a", "b", claims=claims)
    assert answer.state in ("found", "hidden")
    if answer.state == "hidden":
        assert any(rule in lines(answer)[0] for name, rule in named if name == "values/conflict")


def test_a_relation_tells_which_of_its_terms_have_claims(tmp_path: Path) -> None:
    claims = (
        "claims:\n  - {id: s, subject: Acme, attribute: stake, where: {in: Beta}, value: 5 %}\n"
    )
    answer = asked(tmp_path, "finance/valuation-not-implied", "s", claims=claims)
    told = lines(answer)
    assert any(line.startswith("? the rule says investment(") for line in told)
    assert "+ stake(?investor, deal=?deal, in=?company) has claims here: s" in told
    assert "- valuation(?company) has no claim here" in told


def test_a_match_rule_tells_how_its_conditions_come_out(tmp_path: Path) -> None:
    claims = """\
document: {published: 2026-01-30}
claims:
  - {id: spent, subject: Acme, attribute: spending, value: over 9 billion EUR, when: 2025}
  - {id: got, subject: Acme, attribute: raised, value: up to 1 billion EUR, when: 2025}
"""
    answer = asked(tmp_path, "finance/spending-above-raised", "spent", "got", claims=claims)
    assert "+ nothing here would answer it: earned" in lines(answer)
    claims += (
        "  - {id: sold, subject: Acme, attribute: revenue, value: 9 billion EUR, when: 2025}\n"
    )
    answer = asked(tmp_path, "finance/spending-above-raised", "spent", "got", claims=claims)
    assert answer.state == "nothing"
    assert "- there is what would answer it: earned" in lines(answer)


PACK = """\
pack: own
rules:
  large:
    doc: A large stake needs a look.
    message: {en: x, fr: y}
    match:
      part: stake(?who, in=?what)
    if: part.value > 10 %
    forbid: part.value > 50 %
    bad:
      - |
        claims:
          - {id: a, subject: A, attribute: stake, where: {in: B}, value: 60 %}  # finds: own/large
    good:
      - |
        claims:
          - {id: a, subject: A, attribute: stake, where: {in: B}, value: 40 %}
"""


def test_a_rule_with_a_condition_tells_both_readings_of_it(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.yaml").write_text(PACK)
    claims = (
        "claims:\n  - {id: s, subject: Acme, attribute: stake, where: {in: Beta}, value: 40 %}\n"
    )
    told = lines(asked(tmp_path, "own/large", "s", claims=claims))
    assert told[-2:] == [
        "+ its condition (`if`) is true read generously, true read strictly",
        "- what it forbids is false read generously, false read strictly",
    ]


def test_a_rule_about_the_article_tells_what_was_read() -> None:
    answer = asked(CLAIMS / "funding-round", "text/quote-disagrees", "nvidia-offer")
    told = lines(answer)
    assert any(line.startswith("+ the quote of nvidia-offer stands in line ") for line in told)
    assert "? there it says up to 30 billion USD (certain)" in told
    assert told[-1] == "+ what is read there is what nvidia-offer says"


def test_every_finding_of_the_examples_is_explained_as_found() -> None:
    report = run(Request(paths=(str(CLAIMS),), as_of=AS_OF))
    for finding in report.findings:
        if not finding.claims:
            continue
        ids = [f"{os.path.basename(c.document.name)}#{c.id}" for c in finding.claims]
        answer = why(Request(paths=(str(CLAIMS),), as_of=AS_OF), finding.rule, ids)
        assert (answer.state, answer.finding and answer.finding.about) == ("found", finding.about)
        for language in ("en", "fr"):
            assert all("{" not in line for line in lines(answer, language))


def cli(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", "why", *arguments],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    shutil.copytree(CLAIMS, tmp_path / "claims")
    return tmp_path / "claims"


def test_the_command_tells_and_its_status_says_whether_a_finding_stands(newsroom: Path) -> None:
    done = cli(newsroom, "values/conflict", "valuation-at-round", "valuation-today")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("values/conflict finds something about round.claims.yaml#")
    done = cli(newsroom, "values/conflict", "valuation-at-round", "ipo-ceiling", "-f", "json")
    data: Any = json.loads(done.stdout)
    assert (done.returncode, data["state"], data["finding"]) == (0, "nothing", None)
    assert set(data["conditions"][0]) == {"holds", "text"}
    done = cli(newsroom, "values/conflict", "valuation-at-round", "ipo-ceiling", "--language", "fr")
    assert "ne trouve rien" in done.stdout
    assert "pas de date (si after-ipo)" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["values/conflikt", "valuation-today"], "did you mean `values/conflict`?"),
        (["values/conflict", "valuation-todai"], "did you mean `valuation-today`?"),
        (["values/conflict", "valuation-today", "nowhere"], "no claim `nowhere`"),
        (["values/conflict", "x#valuation-today"], "name one as `file#id`"),
    ],
)
def test_names_that_are_none_are_errors(newsroom: Path, arguments: list[str], said: str) -> None:
    done = cli(newsroom, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
