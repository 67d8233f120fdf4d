"""Settings of several places: what counts before what, and where each comes from."""

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.config import asked_layers, find_config, over
from claimcheck.config.checking import KEYS, mistakes
from claimcheck.config.profiles import PROFILES, profile, profile_path
from claimcheck.errors import UsageError
from claimcheck.rules import standard
from claimcheck.schemas import schema
from claimcheck.settings import choose
from tests.config.small import claimcheck, levels, newsroom


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_a_configuration_extends_others_in_a_chain(tmp_path: Path) -> None:
    write(
        tmp_path,
        house='language = "fr"\nfail-on = "note"\n[rules."references/stale"]\nmax-age = 1\n',
        desks__sport='extends = "../house.toml"\nfail-on = "error"\n',
        desks__news__claimcheck='extends = "../sport.toml"\nexclude = ["old"]\n',
    )
    config = find_config(str(tmp_path / "desks" / "news"))
    assert (config.language, config.fail_on, config.exclude) == ("fr", "error", ("old",))
    assert config.options == {"references/stale": {"max-age": 1}}
    assert config.root == str(tmp_path / "desks" / "news")


def test_a_chain_that_goes_round_is_shown_as_a_whole(tmp_path: Path) -> None:
    newsroom(tmp_path, 'extends = "one.toml"\n')
    write(tmp_path, one='extends = "two.toml"\n', two='extends = "one.toml"\n')
    done = claimcheck(tmp_path, "check")
    assert done.returncode == 2
    assert "two.toml:1:1: `extends` goes round: " in done.stderr
    assert "claimcheck.toml -> one.toml -> two.toml -> one.toml" in done.stderr


def test_a_mistake_of_an_extended_file_is_told_at_its_place(tmp_path: Path) -> None:
    newsroom(tmp_path, 'extends = "base.toml"\nselect = ["valeus"]\n')
    write(tmp_path, base='\nignore = [\n  "time",\n  "tiem",\n]\n')
    errors = claimcheck(tmp_path, "check").stderr
    assert "base.toml:4:3: no rule, family or tag `tiem`; did you mean `time`?" in errors
    assert "claimcheck.toml:2:11: no rule, family or tag `valeus`" in errors


def test_a_project_file_can_be_extended(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.claimcheck]\nlanguage = "fr"\n')
    newsroom(tmp_path / "desk", 'extends = "../pyproject.toml"\n')
    assert find_config(str(tmp_path / "desk")).language == "fr"


@pytest.mark.parametrize(
    ("low", "high", "selection"),
    [
        ({"select": ["time"]}, {"select": ["values"]}, (["values"], [], [])),
        ({"select": ["time"], "ignore": ["text"]}, {"select": ["values"]}, (["values"], [], [])),
        ({"ignore": ["text"]}, {"ignore": ["time"]}, ([], [], ["text", "time"])),
        ({"ignore": ["text", "time"]}, {"extend-select": ["text"]}, ([], ["text"], ["time"])),
        ({"extend-select": ["text"]}, {"ignore": ["text"]}, ([], [], ["text"])),
    ],
)
def test_a_select_begins_anew_and_the_others_add(
    low: dict[str, list[str]], high: dict[str, list[str]], selection: tuple[list[str], ...]
) -> None:
    layers, problems = asked_layers(())
    assert (layers, problems) == ((), ())
    texts = [f"{key}={json.dumps(value)}" for part in (low, high) for key, value in part.items()]
    merged = _of(texts, len(low))
    assert (merged.select, merged.extend_select, merged.ignore) == tuple(map(tuple, selection))


def _of(texts: list[str], first: int) -> Any:
    from claimcheck.config.layers import put_together
    from claimcheck.config.settings import Layer

    tables = [
        Layer(name, {k: v for text in part for k, v in tomllib.loads(text).items()})
        for name, part in (("low", texts[:first]), ("high", texts[first:]))
    ]
    return put_together("/", None, tables)


def chosen(*settings: str) -> set[str]:
    layers, problems = asked_layers(settings)
    assert not problems
    return {rule.name for rule in choose(standard(), over(find_config("/"), layers))}


def test_a_name_counts_before_its_family_and_ignore_before_select() -> None:
    everything = chosen()
    assert everything == {rule.name for rule in standard()}
    assert chosen('ignore=["values"]', 'extend-select=["values/conflict"]') == (
        everything - {name for name in everything if name.startswith("values/")}
    ) | {"values/conflict"}
    assert "values/conflict" not in chosen('extend-select=["values"]', 'ignore=["values"]')
    assert "values/conflict" not in chosen('select=["values"]', 'ignore=["values/conflict"]')


def test_rules_are_chosen_by_their_tags() -> None:
    tagged = {rule.name for rule in standard() if "plausibility" in rule.tags}
    assert len(tagged) > 2
    assert {n for n in chosen('select=["plausibility"]') if not n.startswith("format/")} == tagged
    assert not chosen('ignore=["plausibility"]') & tagged


def test_no_tag_is_a_family() -> None:
    tags = {tag for rule in standard() for tag in rule.tags}
    assert not tags & {rule.family for rule in standard()}
    assert not tags & {rule.name for rule in standard()}


def test_the_outline_of_a_pack_has_the_tags_of_its_rules() -> None:
    from claimcheck.packs import shipped_rules

    tags = {rule.name: rule.tags for rule in standard() if rule.home}
    assert {rule.name: rule.tags for rule in shipped_rules()} == tags


# ---- profiles


def test_a_released_profile_never_changes() -> None:
    for name, digest in PROFILES.items():
        data = Path(profile_path(name)).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest


def test_a_profile_has_rules_that_there_are_with_levels() -> None:
    known = {rule.name for rule in standard()}
    for name in PROFILES:
        assert profile(name).keys() <= known
        assert set(profile(name).values()) <= {"error", "warning", "note"}


def test_a_profile_leaves_out_what_came_later_unless_it_is_selected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from claimcheck import settings

    frozen = {
        name: level for name, level in profile("2026.1").items() if name != "time/anachronism"
    }
    monkeypatch.setattr(settings, "profile", lambda name: frozen)
    assert "time/anachronism" not in chosen('profile="2026.1"')
    assert "time/anachronism" in chosen('profile="2026.1"', 'extend-select=["time"]')
    assert chosen('profile="2026.1"', 'select=["time/anachronism"]') > {"time/anachronism"}


def test_the_rules_of_a_newsroom_run_with_any_profile(tmp_path: Path) -> None:
    newsroom(tmp_path, 'profile = "2026.1"\nselect = []\n')
    assert claimcheck(tmp_path, "rules", "new", "desk/own-rule").returncode == 0
    done = claimcheck(tmp_path, "config", "--rules")
    assert "desk/own-rule" in done.stdout
    assert "off      desk/own-rule" not in done.stdout


# ---- the command line


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("level.values=note", "note"),
        ('level."values/conflict"="warning"', "warning"),
        ('level={"values/conflict" = "warning"}', "warning"),
        ("fail-on=never", "error"),
    ],
)
def test_a_setting_of_the_command_line_counts_first(tmp_path: Path, text: str, level: str) -> None:
    newsroom(tmp_path, '[level]\nvalues = "error"\n')
    assert levels(tmp_path, "--config", text) == {"a.claims.yaml": f"{level} values/conflict"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--config", "fail-on=errr"), "`fail-on` must be one of error, warning, note, never"),
        (("--config", "fail"), "--config fail: not a setting"),
        (("--config", "failon=error"), "unknown key `failon`; did you mean `fail-on`?"),
        (("--config", "paths=[1"), "--config paths=[1:"),
        (("--config", "extends=a.toml"), "`extends` stands in a file only"),
        (("--config", "a.b.c"), "not a setting"),
        (("--config", "=3"), "not a setting"),
        (
            ("--select", "valeus"),
            "--select: no rule, family or tag `valeus`; did you mean `values`?",
        ),
    ],
)
def test_a_wrong_setting_of_the_command_line_is_an_error(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = claimcheck(newsroom(tmp_path), "check", *arguments)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


@given(st.text(max_size=30))
def test_any_text_is_a_setting_or_an_error(text: str) -> None:
    try:
        layers, _ = asked_layers([text])
    except UsageError:
        return
    assert [layer.source for layer in layers] == [f"--config {text}"]


def test_isolated_reads_no_configuration(tmp_path: Path) -> None:
    newsroom(tmp_path, 'ignore = ["values"]\n')
    assert levels(tmp_path) == {}
    assert levels(tmp_path, "--isolated") == {"a.claims.yaml": "error values/conflict"}


def test_select_of_the_command_line_forgets_what_the_file_ignores(tmp_path: Path) -> None:
    newsroom(tmp_path, 'ignore = ["values"]\n')
    assert levels(tmp_path, "--select", "values/conflict") != {}
    assert levels(tmp_path, "--extend-select", "values/conflict") != {}


def test_exit_zero_finds_and_passes(tmp_path: Path) -> None:
    done = claimcheck(newsroom(tmp_path), "check", "--exit-zero")
    assert (done.returncode, "values/conflict" in done.stdout) == (0, True)
    assert claimcheck(tmp_path, "check", "--exit-zero", "nowhere").returncode == 2


# ---- where settings come from


def test_config_prints_a_configuration_that_means_the_same(tmp_path: Path) -> None:
    text = (
        'extends = "base.toml"\nprofile = "2026.1"\nextend-select = ["finance"]\nabout-width = "20 %"\n'
        '[level]\n"values/conflict" = "note"\n[[per-path]]\npaths = ["x\\"y/**"]\nignore = ["time"]\n'
        '[[accept]]\nrule = "time/anachronism"\nreason = "so"\nuntil = 2026-12-31\n'
    )
    newsroom(tmp_path / "one", text)
    write(tmp_path / "one", base='ignore = ["text"]\n[rules."references/stale"]\nmax-age = 9\n')
    printed = claimcheck(tmp_path / "one", "config").stdout
    newsroom(tmp_path / "two", printed)
    one, two = (
        find_config(str(tmp_path / name))._replace(root="", file="", layers=(), accept=())
        for name in ("one", "two")
    )
    strip = [tuple(e._replace(source="") for e in c.per_path) for c in (one, two)]
    assert one._replace(per_path=strip[0]) == two._replace(per_path=strip[1])


def test_origins_are_places_options_and_defaults(tmp_path: Path) -> None:
    newsroom(tmp_path, 'extends = "base.toml"\n\nignore = ["time"]\n')
    write(tmp_path, base='  language = "fr"\nignore = ["text"]\n')
    done = claimcheck(tmp_path, "config", "--origins", "--config", "fail-on=note")
    lines = {
        line.split("#")[0].strip(): line.partition("# ")[2] for line in done.stdout.splitlines()
    }
    assert lines['language = "fr"'] == "base.toml:1:3"
    assert lines['fail-on = "note"'] == "--config fail-on=note"
    assert lines['"text",'] == "base.toml:2:11"
    assert lines['"time",'] == "claimcheck.toml:3:11"
    assert lines["exclude = []"] == "default"
    data = json.loads(claimcheck(tmp_path, "config", "-f", "json").stdout)
    assert {"key": ["language"], "value": "fr", "origin": "base.toml:1:3"} in data["settings"]


def test_what_becomes_of_rules_depends_on_the_path(tmp_path: Path) -> None:
    settings = (
        'ignore = ["time"]\n[[per-path]]\npaths = ["old/**"]\nignore = ["text"]\n'
        'level = {"values/conflict" = "note"}\n'
    )
    newsroom(tmp_path, settings, "old/a.claims.yaml", "new.claims.yaml")
    old = claimcheck(tmp_path, "config", "--rules", "old/a.claims.yaml").stdout.splitlines()
    new = claimcheck(tmp_path, "config", "--rules", "new.claims.yaml").stdout.splitlines()
    assert {
        "off      time/anachronism",
        "left out text/scale-word",
        "note     values/conflict",
    } <= {*old}
    assert {
        "off      time/anachronism",
        "error    text/scale-word",
        "error    values/conflict",
    } <= {*new}


# ---- the schema

ODD: list[Any] = [
    *(
        "",
        "a",
        "error",
        "warning",
        "fr",
        "2026.1",
        "10 %",
        "2026-12-31",
        "project",
        "values/conflict",
    ),
    *(0, 1, 0.5, True, [], ["a"], [""], [1], {}, {"a": "note"}, {"a": {}}, {"a": {"b": 1}}),
    *(
        [{}],
        [{"paths": ["a"]}],
        [{"paths": [], "level": {"a": "b"}}],
        [{"rule": "a", "reason": "b"}],
    ),
    *([{"rule": "a", "reason": " "}], [{"rule": "a", "reason": "b", "until": "soon"}]),
]


@given(st.dictionaries(st.sampled_from([*KEYS, "other"]), st.sampled_from(ODD), max_size=3))
def test_the_schema_accepts_what_the_reader_accepts(table: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema("config"))
    assert validator.is_valid(table) == (not list(mistakes(table)))
