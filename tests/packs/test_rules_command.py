"""`claimcheck rules` and a newsroom's own packs, through the command line."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.__main__ import main
from claimcheck.packs import shipped, shipped_rules
from claimcheck.packs.drafting import KINDS
from claimcheck.rules import standard
from tests.packs.own import CLAIMS, OWN

IGNORE = "ignore: [{rule: desk/more-payers-than-readers, reason: free copies}]"


class Done(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A newsroom in which the commands run."""
    (tmp_path / "claimcheck.toml").write_text("")
    (tmp_path / "vocabulary.yaml").write_text("entities:\n  star: {name: Star}\n")
    (tmp_path / "a.claims.yaml").write_text(CLAIMS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    """What is kept of the shipped packs has paths as seen from the folder of the first run."""
    for kept in (shipped, shipped_rules, standard):
        kept.cache_clear()


@pytest.fixture
def run(room: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_(*arguments: str) -> Done:
        status = main(list(arguments))
        out, err = capsys.readouterr()
        return Done(status, out, err)

    return run_


def pack(room: Path, text: str = OWN) -> Path:
    """Give the newsroom a pack of its own."""
    path = room / "rules" / "desk.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


# rules new


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_of_any_kind_passes_its_examples(run: Run, room: Path, kind: str) -> None:
    done = run("rules", "new", "desk/first-try", "--kind", kind)
    assert done.status == 0, done.err
    assert "wrote desk/first-try into rules/desk.yaml" in done.out
    assert run("rules", "test").out.endswith("rules: 1; failed: 0\n")
    assert "desk/first-try" in run("rules", "list").out


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_rule_leaves_nothing_unexercised(run: Run, kind: str) -> None:
    assert run("rules", "new", "desk/first-try", "--kind", kind).status == 0
    done = run("rules", "test", "--mutate", "desk/first-try")
    assert done.out.endswith("rules: 1; failed: 0; conditions that no example exercises: 0\n")
    assert done.status == 0


def test_new_rules_are_appended_to_their_pack(run: Run, room: Path) -> None:
    path = pack(room)
    for kind in KINDS:
        assert run("rules", "new", f"desk/new-{kind}", "--kind", kind).status == 0
    assert path.read_text().startswith(OWN.rstrip())
    assert run("rules", "test").out.endswith("rules: 5; failed: 0\n")
    assert [path.name for path in path.parent.iterdir()] == ["desk.yaml"]


def test_a_rule_may_be_new_in_another_pack(run: Run, room: Path) -> None:
    pack(room)
    assert run("rules", "new", "sport/long-quote", "--kind", "match").status == 0
    assert (room / "rules" / "sport.yaml").exists()
    assert run("rules", "test").out.endswith("rules: 3; failed: 0\n")


def test_a_name_that_is_taken_is_refused(run: Run, room: Path) -> None:
    path = pack(room)
    done = run("rules", "new", "desk/long-quote")
    assert done.status == 2
    assert "there is a rule desk/long-quote already" in done.err
    assert path.read_text() == OWN


def test_a_name_that_only_an_attribute_has_is_not_taken(run: Run, room: Path) -> None:
    pack(room)
    assert run("rules", "new", "desk/readers").status == 0


def test_a_file_that_holds_another_pack_is_left_alone(run: Run, room: Path) -> None:
    path = pack(room, OWN.replace("desk", "sport"))
    done = run("rules", "new", "desk/first-try")
    assert (done.status, "no pack called desk" in done.err) == (2, True)
    assert "first-try" not in path.read_text()


def test_a_name_that_a_shipped_rule_has_is_refused(run: Run, room: Path) -> None:
    done = run("rules", "new", "finance/margin-not-implied")
    assert done.status == 2
    assert "there is a rule finance/margin-not-implied already" in done.err
    assert not (room / "rules").exists()


@pytest.mark.parametrize(
    "name",
    ["", "x", "desk/", "/x", "desk/Bad-Name", "desk/bad_name", "desk/a b", "../desk/x", "desk/x/y"],
)
def test_a_name_that_cannot_be_one_is_refused(run: Run, room: Path, name: str) -> None:
    done = run("rules", "new", name)
    assert done.status == 2
    assert "is no name of a rule" in done.err
    assert not (room / "rules").exists()


def test_nothing_is_written_if_an_example_fails(
    run: Run, room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimcheck.packs import drafting

    broken = {kind: text.replace("# finds:", "#") for kind, text in drafting._TEXTS.items()}
    monkeypatch.setattr(drafting, "_TEXTS", broken)
    path = pack(room)
    assert run("rules", "new", "desk/first-try").status == 2
    assert run("rules", "new", "sport/first-try").status == 2
    assert path.read_text() == OWN
    assert [path.name for path in path.parent.iterdir()] == ["desk.yaml"]


def test_nothing_is_appended_to_a_broken_pack(run: Run, room: Path) -> None:
    path = pack(room, OWN.replace("level: note", "level: nota"))
    done = run("rules", "new", "desk/first-try")
    assert (done.status, path.read_text().count("first-try")) == (2, 0)
    assert "rules/desk.yaml:34:12" in done.err


def test_nothing_is_appended_where_rules_do_not_stand_last(run: Run, room: Path) -> None:
    head, _, rules = OWN.partition("rules:\n")
    turned = f"rules:\n{rules}{head}"
    path = pack(room, turned)
    done = run("rules", "new", "desk/first-try")
    assert done.status == 2
    assert path.read_text() == turned
    assert "desk.yaml" in done.err


# rules test


def test_test_shows_what_is_expected_and_what_is_found(run: Run, room: Path) -> None:
    pack(room, OWN.replace("6_214  #", "5_000  #"))
    done = run("rules", "test")
    assert done.status == 1
    assert "FAILED  desk/more-payers-than-readers\n" in done.out
    assert "  line 6: desk/more-payers-than-readers expected\n" in done.out
    assert "   2   - {id: all" in done.out
    assert "ok      desk/long-quote\n" in done.out
    assert done.out.endswith("rules: 2; failed: 1\n")


def test_test_shows_what_is_found_and_not_expected(run: Run, room: Path) -> None:
    pack(room, OWN.replace("subject: Moon", "subject: Star"))
    done = run("rules", "test")
    assert done.status == 1
    assert "  line 3: desk/more-payers-than-readers found\n" in done.out


def test_test_takes_files_rules_and_families(run: Run, room: Path) -> None:
    pack(room)
    for target in ("rules/desk.yaml", "desk"):
        assert run("rules", "test", target).out.endswith("rules: 2; failed: 0\n")
    assert run("rules", "test", "desk/long-quote").out.endswith("rules: 1; failed: 0\n")
    assert run("rules", "test", "values/conflict").out.endswith("rules: 1; failed: 0\n")


def test_test_offers_the_nearest_name(run: Run, room: Path) -> None:
    pack(room)
    done = run("rules", "test", "desk/long-qoute")
    assert done.status == 2
    assert "did you mean `desk/long-quote`?" in done.err


def test_mutate_names_each_condition_that_no_example_exercises(run: Run, room: Path) -> None:
    pack(room)
    done = run("rules", "test", "--mutate", "desk/more-payers-than-readers")
    assert (done.status, "no example exercises" in done.out.rpartition("rules:")[0]) == (0, False)
    near, _, rest = OWN.partition("subject: Moon")
    pack(room, near.rpartition("      - |\n")[0] + rest.partition("\n")[2])
    done = run("rules", "test", "--mutate", "desk/more-payers-than-readers")
    assert done.status == 1
    assert "no example exercises this: `?title` not joined" in done.out
    assert "conditions that no example exercises: 2" in done.out


# rules list, explain


def test_list_says_where_each_rule_comes_from(run: Run, room: Path) -> None:
    pack(room)
    lines = run("rules", "list").out.splitlines()
    ends = {line.split()[0]: line.rpartition("(")[2] for line in lines}
    assert ends["desk/long-quote"] == "rules/desk.yaml)"
    assert ends["finance/margin-not-implied"] == "shipped)"
    assert ends["values/conflict"] == "built in)"
    assert all(name.count("/") == 1 for name in ends)


def test_explain_shows_the_page_of_a_rule_of_a_pack(run: Run, room: Path) -> None:
    pack(room)
    done = run("explain", "desk/more-payers-than-readers")
    assert done.status == 0
    for part in (
        "More people pay than read.",
        "our own style book",
        "payers(?title) <=",
        "warning",
    ):
        assert part in done.out


# check


def test_a_rule_of_the_newsroom_runs_and_its_attributes_are_known(run: Run, room: Path) -> None:
    pack(room)
    done = run("check", "--fail-on", "note")
    assert done.status == 1
    assert "warning[desk/more-payers-than-readers]" in done.out
    assert "note[desk/long-quote]: the quote has 4 words, 3 is the limit" in done.out
    assert "format/" not in done.out


def test_without_the_pack_its_attributes_are_unknown(run: Run) -> None:
    assert "format/unknown-attribute" in run("check").out


def test_a_rule_of_the_newsroom_is_selectable(run: Run, room: Path) -> None:
    pack(room)
    done = run("check", "--fail-on", "note", "--select", "desk/long-quote")
    assert "desk/long-quote" in done.out
    assert "desk/more-payers" not in done.out
    assert "desk/" not in run("check", "--fail-on", "note", "--ignore", "desk").out
    assert "desk/more-payers" in run("check", "--select", "desk").out


def test_a_finding_of_the_newsroom_is_accepted_by_ignore(run: Run, room: Path) -> None:
    pack(room)
    (room / "a.claims.yaml").write_text(
        CLAIMS.replace("value: 6_214}", f"value: 6_214, {IGNORE}}}")
    )
    done = run("check", "--fail-on", "warning")
    assert done.status == 0
    assert "desk/more-payers" not in done.out


@pytest.mark.parametrize(("limit", "long"), [(5, False), (4, False), (3, True), (2, True)])
def test_the_configuration_sets_options_of_a_rule_of_the_newsroom(
    run: Run, room: Path, limit: int, long: bool
) -> None:
    pack(room)
    (room / "claimcheck.toml").write_text(f'[rules."desk/long-quote"]\nlimit = {limit}\n')
    done = run("check", "--fail-on", "note")
    assert (f"the quote has 4 words, {limit} is the limit" in done.out) == long


@pytest.mark.parametrize(
    ("setting", "says"),
    [("limti = 5", "did you mean `limit`?"), ('limit = "x"', "must be a whole number")],
)
def test_a_wrong_option_of_a_rule_of_the_newsroom_is_told(
    run: Run, room: Path, setting: str, says: str
) -> None:
    pack(room)
    (room / "claimcheck.toml").write_text(f'[rules."desk/long-quote"]\n{setting}\n')
    done = run("check")
    assert done.status == 2
    assert says in done.err


def test_a_name_that_a_shipped_rule_has_names_both_files(run: Run, room: Path) -> None:
    pack(
        room,
        OWN.replace("pack: desk", "pack: finance")
        .replace("  long-quote:", "  parts-exceed-total:")
        .replace("desk/", "finance/"),
    )
    for command in ("check", "explain"):
        done = run(command)
        assert done.status == 2
        assert "rules/desk.yaml: rule finance/parts-exceed-total is already in" in done.err


def test_two_packs_with_one_rule_are_an_error_that_names_both(run: Run, room: Path) -> None:
    pack(room)
    (room / "rules" / "more.yaml").write_text(OWN)
    done = run("check")
    assert done.status == 2
    assert "rules/more.yaml" in done.err
    assert "is already in rules/desk.yaml" in done.err


@pytest.mark.parametrize(
    "command", [("check",), ("explain",), ("rules", "list"), ("rules", "test"), ("attributes",)]
)
def test_a_broken_pack_ends_the_run_with_its_place(
    run: Run, room: Path, command: tuple[str, ...]
) -> None:
    pack(room, OWN.replace("payers(?title) <=", "payer(?title) <="))
    done = run(*command)
    assert (done.status, done.out) == (2, "")
    assert "error: rules/desk.yaml:12:15: no attribute `payer`" in done.err
    assert "help: the line is `relation: payer(?title) <= readers(?title)`" in done.err


def test_a_pack_that_is_no_text_ends_the_run_with_its_path(run: Run, room: Path) -> None:
    pack(room).write_bytes(b"pack: \xff\xfe\n")
    done = run("check")
    assert done.status == 2
    assert done.err.startswith("error: rules/desk.yaml:")
