"""The cache never makes a result wrong: whatever is edited between runs, and whatever happens to its file."""

import errno
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.cache import store
from claimcheck.cache.store import FOLDER, Store, clean
from claimcheck.finding import Finding
from claimcheck.newsroom import Newsroom
from tests.cache.small import AS_OF, NEWS, plain, reports, write

DOCUMENTS = sorted(path.name for path in NEWS.glob("*.claims.yaml"))
Edit = Callable[[Path, random.Random], None]


def some(folder: Path, dice: random.Random) -> Path:
    """One of the documents that are there."""
    return dice.choice(sorted(folder.rglob("*.claims.yaml")))


def change_a_digit(folder: Path, dice: random.Random) -> None:
    """As long as before, and as old."""
    path = some(folder, dice)
    before, data = path.stat(), path.read_bytes()
    places = [at for at, letter in enumerate(data) if 0x30 <= letter <= 0x39] or [0]
    at = dice.choice(places)
    path.write_bytes(data[:at] + dice.choice((b"1", b"5", b"9")) + data[at + 1 :])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def exchange_two_files(folder: Path, dice: random.Random) -> None:
    one, other = some(folder, dice), some(folder, dice)
    one_text, other_text = one.read_text(), other.read_text()
    one.write_text(other_text)
    other.write_text(one_text)


def delete_a_file(folder: Path, dice: random.Random) -> None:
    if len(list(folder.rglob("*.claims.yaml"))) > 3:
        some(folder, dice).unlink()


def bring_a_file_back(folder: Path, dice: random.Random) -> None:
    name = dice.choice(DOCUMENTS)
    target = folder / dice.choice((".", "desk", "desk/deep")) / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(NEWS / name, target)


def change_the_references(folder: Path, dice: random.Random) -> None:
    path = folder / "facts.references.yaml"
    number = dice.choice(("500e9", "600e9", "30e9", "35e9"))
    path.write_text((NEWS / path.name).read_text().replace("500e9", number))


def change_the_vocabulary(folder: Path, dice: random.Random) -> None:
    text = "entities:\n  Acme: {aliases: [ACME Corp]}\n  Beta:\n  Gamma:\n"
    more = dice.choice(("", "  Betta:\n", "  Nobody:\n", "  Beta: {name: Bet}\n"))
    (folder / "vocabulary.yaml").write_text(text + more)


def a_vocabulary_for_a_desk(folder: Path, dice: random.Random) -> None:
    (folder / "desk").mkdir(exist_ok=True)
    path = folder / "desk" / "vocabulary.yaml"
    if path.exists():
        path.unlink()
    else:
        path.write_text("entities:\n  Beta:\n  Gamma: {aliases: [Acme]}\n")


def change_the_article(folder: Path, dice: random.Random) -> None:
    path = folder / "article.en.md"
    text = (NEWS / path.name).read_text()
    path.unlink(missing_ok=True)
    if dice.random() < 0.7:
        path.write_text(text.replace("41", dice.choice(("41", "42", "about 41"))))


def change_the_settings(folder: Path, dice: random.Random) -> None:
    settings = ("", "about-width = 0.5\n", 'ignore = ["values"]\n', 'exclude = ["desk/**"]\n')
    (folder / "claimcheck.toml").write_text(dice.choice(settings))


PACK = """pack: own
rules:
  too-much:
    level: warning
    doc: A company is worth more than LIMIT.
    message: {en: "{a.value} is a lot", fr: "{a.value}, c’est beaucoup"}
    match: {a: valuation(?company)}
    forbid: a.value > LIMIT
    bad: ["claims: [{id: x, subject: Acme, attribute: valuation, value: 9e13 USD}]  # finds: own/too-much"]
    good: ["claims: [{id: x, subject: Acme, attribute: valuation, value: 1e6 USD}]"]
"""


def change_a_pack(folder: Path, dice: random.Random) -> None:
    (folder / "rules").mkdir(exist_ok=True)
    limit = dice.choice(("6e9 USD", "8e11 USD"))
    (folder / "rules" / "own.yaml").write_text(PACK.replace("LIMIT", limit))


def no_text(folder: Path, dice: random.Random) -> None:
    some(folder, dice).write_bytes(dice.choice((b"\xff\xfe", b"", b"\xef\xbb\xbfclaims: []\n")))


EDITS: tuple[Edit, ...] = (
    *(change_a_digit, change_a_digit, exchange_two_files, delete_a_file, bring_a_file_back),
    *(change_the_references, change_the_vocabulary, a_vocabulary_for_a_desk, change_the_article),
    *(change_the_settings, change_a_pack, no_text),
)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_result_is_the_one_without_a_cache(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    write(tmp_path)
    reports(tmp_path, cache=True)
    for _ in range(12):
        edits = [dice.choice(EDITS) for _ in range(dice.randint(1, 2))]
        for edit in edits:
            edit(tmp_path, dice)
        as_of = AS_OF + dice.choice((0, 0, 0, 10))
        jobs = dice.choice((1, 1, 1, 2))
        found = reports(tmp_path, as_of, cache=True, jobs=jobs)
        assert found == plain(tmp_path, as_of), [edit.__name__ for edit in edits]


def test_every_kind_of_edit_changes_something(tmp_path: Path) -> None:
    """Else the test above would prove nothing of it."""
    for edit in dict.fromkeys(EDITS):
        dice, folder = random.Random(5), tmp_path / edit.__name__
        write(folder)
        bring_a_file_back(folder, random.Random(2))
        before = plain(folder)
        for _ in range(4):
            edit(folder, dice)
            if plain(folder) != before:
                break
        else:
            raise AssertionError(edit.__name__)


def cached(folder: Path) -> Path:
    (found,) = (folder / FOLDER).glob("*.lines")
    return found


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flip(data: bytes) -> bytes:
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def later(data: bytes) -> bytes:
    return data.replace(b"claimcheck cache 1\t", b"claimcheck cache 2\t", 1)


def nothing(_: bytes) -> bytes:
    return b""


def garbage(data: bytes) -> bytes:
    return random.Random(0).randbytes(len(data))


@pytest.mark.parametrize("damage", [cut, flip, later, nothing, garbage])
def test_a_damaged_file_is_as_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    write(tmp_path)
    expected = reports(tmp_path, cache=True)
    path = cached(tmp_path)
    good = path.read_bytes()
    path.write_bytes(damage(good))
    assert path.read_bytes() != good
    assert reports(tmp_path, cache=True) == expected
    assert path.read_bytes() == good, "it is written anew"


def test_a_known_document_is_not_judged_again(tmp_path: Path) -> None:
    """Else everything here would hold for a cache that is never used."""
    write(tmp_path)
    expected = reports(tmp_path, cache=True)

    def refuse(*_: object, **__: object) -> object:
        raise AssertionError("judged again")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Newsroom, "of_document", refuse)
        patch.setattr(Newsroom, "of_references", refuse)
        assert reports(tmp_path, cache=True) == expected


def test_a_crash_is_not_kept(tmp_path: Path) -> None:
    from claimcheck import newsroom as loading
    from claimcheck.rules import rules_for

    write(tmp_path)

    def crash(_: object) -> list[Finding]:
        raise KeyError("oops")

    def book(*given: object) -> object:
        found = rules_for(*given)  # type: ignore[arg-type]
        broken = (
            r._replace(check=crash) if r.name == "values/conflict" else r for r in found.rules
        )
        return found._replace(rules=tuple(broken))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "rules_for", book)
        assert "internal-error" in reports(tmp_path, cache=True)["concise en"]
    assert reports(tmp_path, cache=True) == plain(tmp_path)


@pytest.mark.parametrize("call", ["open", "replace", "makedirs"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_disk_or_a_folder_that_nobody_may_write_to_only_costs_time(
    tmp_path: Path, call: str, error: int
) -> None:
    import builtins

    write(tmp_path)
    expected = plain(tmp_path)
    real_open = builtins.open

    def refusing(path: object, mode: str = "r", *rest: object, **more: object) -> object:
        if "w" in mode and FOLDER in str(path):
            raise OSError(error, os.strerror(error))
        return real_open(path, mode, *rest, **more)  # type: ignore[call-overload]

    def failing(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    with pytest.MonkeyPatch.context() as patch:
        if call == "open":
            patch.setattr(builtins, "open", refusing)
        else:
            patch.setattr(os, call, failing)
        assert reports(tmp_path, cache=True) == expected
    assert not [*tmp_path.rglob("*.lines"), *tmp_path.rglob("*.tmp")]
    assert reports(tmp_path, cache=True) == expected
    assert cached(tmp_path)


def test_a_file_where_the_folder_should_be_only_costs_time(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / FOLDER).write_text("mine")
    assert reports(tmp_path, cache=True) == plain(tmp_path)
    assert (tmp_path / FOLDER).read_text() == "mine"


def test_the_cache_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kept() -> set[str]:
        return {path.stem for path in (tmp_path / FOLDER).glob("*.lines")}

    for number in range(9):
        one = Store(str(tmp_path), f"basis{number}")
        one.put("a.claims.yaml", "key", b"[1]" * 100)
        one.save(["a/b"])
        for at, path in enumerate(sorted((tmp_path / FOLDER).glob("*.lines"))):
            os.utime(path, (1000 + at, 1000 + at))
    assert kept() == {f"basis{number}" for number in range(4, 9)}
    monkeypatch.setattr(store, "MOST_BYTES", 1000)
    one.save(["a/b"])
    assert "basis8" in kept()
    assert len(kept()) == 2


def test_what_killed_runs_leave_behind_is_cleared_away(tmp_path: Path) -> None:
    write(tmp_path)
    reports(tmp_path, cache=True)
    left, fresh = (tmp_path / FOLDER / f"x.lines.{n}.tmp" for n in (1, 2))
    left.write_text("half")
    os.utime(left, (1000, 1000))
    fresh.write_text("another run is writing this")
    change_the_references(tmp_path, random.Random(3))
    reports(tmp_path, cache=True)
    assert not left.exists()
    assert fresh.exists()


def test_a_file_that_changes_during_the_run_keeps_the_cache_out(tmp_path: Path) -> None:
    """What was read before the change is not kept as if it had been read after it."""
    write(tmp_path)
    real = Newsroom.of_references

    def changing(newsroom: Newsroom) -> object:
        found = real(newsroom)
        change_the_references(tmp_path, random.Random(1))
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Newsroom, "of_references", changing)
        reports(tmp_path, cache=True)
    assert not [*tmp_path.rglob("*.lines")]


def test_the_folder_of_the_cache_keeps_itself_out_of_git_and_backups(tmp_path: Path) -> None:
    write(tmp_path)
    reports(tmp_path, cache=True)
    folder = tmp_path / FOLDER
    assert (folder / ".gitignore").read_text() == "*\n"
    tag = (folder / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert clean(str(tmp_path)) == str(folder)
    assert not folder.exists()
    assert clean(str(tmp_path)) is None


def test_without_a_configuration_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "claimcheck.toml").unlink()
    reports(tmp_path, cache=True)
    assert not (tmp_path / FOLDER).exists()
