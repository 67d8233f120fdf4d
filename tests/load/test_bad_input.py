"""Bad input is normal input: each slip is a finding at its place, and the rest is still checked."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.report import Report, Style, concise
from claimcheck.report.terminal import render
from claimcheck.run import Request, run
from claimcheck.wording import fill, help_of

GOOD = """\
claims:
  - {id: fine, subject: Acme, attribute: revenue, when: 2025, value: 9 million EUR}
  - {id: also, subject: Acme, attribute: revenue, when: 2025, value: 4 million EUR}
"""
Check = Callable[..., Report]


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "claimcheck.toml").write_text("")
    (tmp_path / "vocabulary.yaml").write_text("entities: {Acme: {aliases: [Acmé]}, Beta: }\n")
    (tmp_path / "good.claims.yaml").write_text(GOOD)
    return tmp_path


def check(
    folder: Path, content: str | bytes, name: str = "bad.claims.yaml"
) -> list[tuple[str, int, int]]:
    """The findings in a file beside a good one, whose own conflict must be found all the same."""
    data = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(data)
    report = run(Request((str(folder),), 740_000))
    assert report.crashes == {}
    others = [f for f in report.findings if not f.span.path.endswith(name)]
    assert [(os.path.basename(f.span.path), f.rule) for f in others] == [
        ("good.claims.yaml", "values/conflict")
    ], "other files go on"
    return [
        (f.rule, f.span.line, f.span.column) for f in report.findings if f.span.path.endswith(name)
    ]


def claim(text: str) -> str:
    return "claims:\n" + "".join(f"  {line}\n" for line in text.split("\n"))


CASES = {
    "empty file": ("", [("format/missing-key", 1, 1)]),
    "only a comment": ("# nothing\n", [("format/missing-key", 1, 1)]),
    "a list at the top": ("- a\n", [("format/wrong-type", 1, 1)]),
    "not UTF-8": (b"claims:\n  - {id: caf\xe9}\n", [("format/unreadable-file", 2, 13)]),
    "a byte order mark": ("\ufeffclaims: []\n", [("format/unreadable-file", 1, 1)]),
    "tabs": (
        "claims:\n\t- id: a\n",
        [("format/invalid-syntax", 2, 1)],
    ),
    "NaN": (
        claim("- {id: a, subject: Acme, attribute: revenue, when: 2025, value: NaN}"),
        [("format/invalid-value", 2, 67)],
    ),
    "a huge exponent": (
        claim("- {id: a, subject: Acme, attribute: revenue, when: 2025, value: 1e999999999 USD}"),
        [("format/invalid-value", 2, 67)],
    ),
    "30 February": (
        claim("- {id: a, subject: Acme, attribute: revenue, when: 2026-02-30, value: 5 USD}"),
        [("format/invalid-date", 2, 62)],
    ),
    "unknown unit": (
        claim("- {id: a, subject: Acme, attribute: energy, when: 2025, value: 5 MWz}"),
        [("format/unknown-unit", 2, 66)],
    ),
    "money without a currency": (
        claim("- {id: a, subject: Acme, attribute: revenue, when: 2025, value: 5 million}"),
        [("format/missing-currency", 2, 67)],
    ),
    "min > max": (
        claim("- {id: a, subject: Acme, attribute: revenue, when: 2025, value: 50 to 20 USD}"),
        [("format/reversed-range", 2, 67)],
    ),
    "two claims with one id": (
        claim(
            "- {id: a, subject: Acme, attribute: revenue, when: 2025, value: 5 USD}\n"
            "- {id: a, subject: Acme, attribute: revenue, when: 2024, value: 5 USD}"
        ),
        [("format/duplicate-id", 3, 10)],
    ),
    "an id that is a number": (
        claim("- {id: 12, subject: Acme, attribute: revenue, when: 2025, value: 5 USD}"),
        [("format/wrong-type", 2, 10)],
    ),
    "a subject that is nobody": (
        claim("- {id: a, subject: Acne, attribute: revenue, when: 2025, value: 5 USD}"),
        [("format/unknown-entity", 2, 22)],
    ),
    "a dangling article": (
        "document: {text: nowhere.md}\nclaims: []\n",
        [("format/invalid-path", 1, 18)],
    ),
    "a path that leaves the newsroom": (
        "document: {text: ../../etc/passwd}\nclaims: []\n",
        [("format/invalid-path", 1, 18)],
    ),
    "an absolute path": (
        "document: {text: /etc/passwd}\nclaims: []\n",
        [("format/invalid-path", 1, 18)],
    ),
    "a duplicate key": (
        claim("- {id: a, id: b, subject: Acme, attribute: revenue, when: 2025, value: 5 USD}"),
        [("format/duplicate-key", 2, 13)],
    ),
    "an unknown key": (
        claim("- {id: a, sujet: x, subject: Acme, attribute: revenue, when: 2025, value: 5 USD}"),
        [("format/unknown-key", 2, 13)],
    ),
    "a bound that YAML takes for a block": (
        claim("- id: a\n  subject: Acme\n  attribute: revenue\n  when: 2025\n  value: > 30 USD"),
        [("format/invalid-syntax", 6, 14)],
    ),
}


@pytest.mark.parametrize(("content", "expected"), CASES.values(), ids=CASES.keys())
def test_a_slip_is_a_finding_at_its_place(
    newsroom: Path, content: str | bytes, expected: list[tuple[str, int, int]]
) -> None:
    assert check(newsroom, content) == sorted(expected, key=lambda f: f[1:])


NEVER_A_CRASH = {
    "a document that is null": "document: null\nclaims: []\n",
    "a key without a value": claim(
        "- id: a\n  subject: Acme\n  attribute: revenue\n  when: 2025\n  value: 5 USD\n  note:\n"
        "  scenario: ~\n  quote:\n  precision:\n  replaces: null"
    ),
    "a merge whose keys are the claim's own": (
        "claims:\n  - &a {id: a, subject: Acme, attribute: revenue, when: 2023, value: 5 USD}\n"
        "  - {<<: *a, id: b, when: 2022, value: 9 USD}\n"
    ),
    "a wrong denial": claim(
        "- {id: a, subject: Beta, attribute: revenue, when: 2025, value: 5 USD}\n"
        "- {id: b, subject: Beta, attribute: revenue, when: 2025, value: 9 USD, denied: yes}"
    ),
    "a gap in what sets a claim apart": claim(
        "- {id: a, subject: Beta, attribute: stake, where: {in: Acme}, value: 5 %}\n"
        "- {id: b, subject: Beta, attribute: stake, where: {in: ___}, value: 9 %}"
    ),
}
FOUND = {
    "a wrong denial": ["format/wrong-type"],
    "a gap in what sets a claim apart": ["format/gap"],
}


@pytest.mark.parametrize("name", NEVER_A_CRASH)
def test_what_is_unreadable_sets_no_claims_against_each_other(newsroom: Path, name: str) -> None:
    found = [rule for rule, _, _ in check(newsroom, NEVER_A_CRASH[name])]
    assert found == FOUND.get(name, [])


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (
            '{"id": "a", "subject": "Acme", "attribute": "revenue", "when": "2025", "value": NaN}',
            "format/invalid-value",
        ),
        (
            '{"id": "a", "subject": "\\ud800", "attribute": "revenue", "value": 5}',
            "format/invalid-syntax",
        ),
        (
            '{"id": "a", "subject": "Acme", "attribute": "revenue", "when": "2025"',
            "format/invalid-syntax",
        ),
        (
            '{"id": "a", "subject": "Acne\u2028", "attribute": "revenue", "when": "2025", "value": "5 USD"}',
            "format/unknown-entity",
        ),
    ],
)
def test_a_claim_a_line_is_placed_on_its_line(newsroom: Path, line: str, rule: str) -> None:
    good = (
        '{"id": "ok", "subject": "Acme", "attribute": "revenue", "when": "2024", "value": "5 USD"}'
    )
    found = check(newsroom, f"{good}\n\n{line}\n", "bad.claims.jsonl")
    assert [(name, number) for name, number, _ in found] == [(rule, 3)]


def test_what_cannot_be_read_never_passes_as_checked(newsroom: Path) -> None:
    """`--select` chooses among the rules that judge; unreadable input is reported all the same."""
    (newsroom / "bad.claims.yaml").write_text("{")
    report = run(Request((str(newsroom),), 740_000, select=("time",)))
    assert [f.rule for f in report.findings] == ["format/invalid-syntax"]


def test_a_finding_in_a_vocabulary_shows_its_line(newsroom: Path) -> None:
    (newsroom / "vocabulary.yaml").write_text("attributes: {a: {type: mony}}\n")
    report = run(Request((str(newsroom / "vocabulary.yaml"),), 740_000))
    assert "type: mony" in render(report, Style())


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("7.2 millions EUR", "write `million`"),
        ("7 milliards EUR", "a milliard is a `billion`"),
        ("3 M€", "write `million EUR`"),
        ("7.2m EUR", "write `million`"),
        ("environ 3 million EUR", "write `about`"),
        ("plus de 3 EUR", "write `over`"),
        ("jusqu'à 3 EUR", "write `up to`"),
        ("7 200 000 EUR", "no separator between thousands"),
        ("EUR 7.2 million", "after the number"),
    ],
)
def test_what_people_write_instead_comes_with_what_to_write(
    newsroom: Path, value: str, advice: str
) -> None:
    row = f'- {{id: a, subject: Acme, attribute: revenue, when: 2025, value: "{value}"}}'
    (newsroom / "bad.claims.yaml").write_text(claim(row))
    report = run(Request((str(newsroom / "bad.claims.yaml"),), 740_000))
    (finding,) = report.findings
    assert advice in help_of(finding, "en")


@pytest.mark.parametrize(
    ("that", "advice"),
    [
        ("revenue(Acme, when=2026) > 3 EUR", "revenue(NAME) at 2026"),
        ("revenue(Acme)@2026 > 3 EUR", "revenue(NAME) at 2026"),
        ("revenue(Acme) = 3e6 EUR", "`=` is written `==`"),
        ("revenue(Big Acme) > 3 EUR", "a name with spaces is quoted"),
        ("revenue(Acme) > 3,5e6 EUR", "write amounts as in values"),
    ],
)
def test_a_slip_in_an_expression_comes_with_what_to_write(
    newsroom: Path, that: str, advice: str
) -> None:
    (newsroom / "bad.claims.yaml").write_text(claim(f"- id: a\n  that: {that}"))
    report = run(Request((str(newsroom / "bad.claims.yaml"),), 740_000))
    (finding,) = report.findings
    assert advice in help_of(finding, "en")


def test_points_lie_between_two_shares(newsroom: Path) -> None:
    rows = (
        "- {id: a, subject: Acme, attribute: stake, where: {in: Beta}, when: 2024, value: 38 %}\n"
        "- {id: b, subject: Acme, attribute: stake, where: {in: Beta}, when: 2025, value: 44 %}\n"
        '- {id: c, that: "stake(Acme, in=Beta) at 2025 - stake(Acme, in=Beta) at 2024", value: 6 points}'
    )
    assert check(newsroom, claim(rows)) == []
    wrong = check(newsroom, claim(rows.replace("6 points", "16 points")))
    assert [rule for rule, _, _ in wrong] == ["arithmetic/joint-conflict"]


def test_facts_without_a_period_that_are_dated_apart_do_not_meet(newsroom: Path) -> None:
    (newsroom / "vocabulary.yaml").write_text(
        "entities: {Acme: }\nattributes: {organic: {type: share}}\n"
    )
    rows = (
        "- {id: a, subject: Acme, attribute: organic, when: 2024, value: 38 %}\n"
        "- {id: b, subject: Acme, attribute: organic, when: 2025, value: 45 %}"
    )
    assert check(newsroom, claim(rows)) == []


def test_a_vocabulary_with_an_empty_entity_is_read(newsroom: Path) -> None:
    (newsroom / "vocabulary.yaml").write_text("entities: {Acme: null, Beta: ~}\n")
    assert check(newsroom, "claims: []\n") == []


def test_all_problems_of_a_file_are_reported_at_once(newsroom: Path) -> None:
    found = check(
        newsroom,
        "document: {language: 3, titel: x}\n"
        "claims:\n"
        "  - {id: 1, subject: Acme, attribute: revenue, when: 2025, value: 5 USD}\n"
        "  - {id: b, subject: Acme, attribute: revenu, when: 2025-13, value: 5 USD}\n"
        "  - {id: c, subject: Acme, attribute: revenue, value: five}\n",
    )
    assert [rule for rule, _, _ in found if rule.startswith("format/")] == [
        "format/wrong-type",
        "format/unknown-key",
        "format/wrong-type",
        "format/unknown-attribute",
        "format/invalid-date",
        "format/invalid-value",
    ]


@pytest.mark.parametrize("key", ["subject", "attribute"])
def test_a_name_that_is_unknown_many_times_is_told_once(newsroom: Path, key: str) -> None:
    row = "- {id: a%d, subject: Acme, attribute: revenue, when: 2025, value: 5 USD}"
    rows = "\n".join(row % n for n in range(40))
    wrong = {"subject": ("subject: Acme", "subject: Acne"), "attribute": ("revenue", "revenu")}
    (newsroom / "bad.claims.yaml").write_text(claim(rows.replace(*wrong[key])))
    report = run(Request((str(newsroom / "bad.claims.yaml"),), 740_000))
    (finding,) = report.findings
    assert "` (and in 39 other places of this file)\n" in concise.render(report, Style())
    assert (finding.rule, finding.span.line) == (f"format/unknown-{_KINDS[key]}", 2)
    assert [related.span.line for related in finding.related] == [3, 4, 5, 6, 7]
    assert fill(finding.steps[0], "en") == "and in 39 other places of this file"


_KINDS = {"subject": "entity", "attribute": "attribute"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("{id: a, sujet: Acme, when: 2025}", "key sujet, no attribute, no value"),
        ("{id: a, subjet: Acme, odd: 3}", "key odd, key subjet, no attribute, no value"),
        ("{subject: Acme, attribute: revenue, odd: 1}", "key odd, no id, no value"),
        ("{id: a, taht: revenue(Acme) > 3 EUR}", "key taht"),
        ("{id: a, that: 1 > 2, subject: Acme, where: {in: Acme}}", "key subject, key where"),
    ],
)
def test_what_lacks_is_told_with_what_is_unknown(newsroom: Path, row: str, expected: str) -> None:
    (newsroom / "bad.claims.yaml").write_text(claim(f"- {row}"))
    found = run(Request((str(newsroom / "bad.claims.yaml"),), 740_000)).findings
    names = {"format/unknown-key": "key", "format/missing-key": "no"}
    assert ", ".join(sorted(f"{names[f.rule]} {f.data['key']}" for f in found)) == expected


@pytest.mark.parametrize("value", ["{str: 1}", "{int: {a: 1}}", "[1]"])
def test_a_value_of_the_wrong_kind_is_told_of_whatever_is_in_it(newsroom: Path, value: str) -> None:
    row = f"- {{id: a, subject: Acme, attribute: revenue, when: 2025, value: {value}}}"
    assert check(newsroom, claim(row)) == [("format/wrong-type", 2, 67)]


def test_nothing_in_a_vocabulary_is_as_good_as_no_key(newsroom: Path) -> None:
    text = (
        "entities: {Acme: {name: }, Beta: }\nattributes: {a: {type: text, label: , doc: }, b: }\n"
    )
    (newsroom / "vocabulary.yaml").write_text(text)
    found = run(Request((str(newsroom),), 740_000)).findings
    assert [(f.rule, f.span.line, f.span.column) for f in found] == [
        ("values/conflict", 2, 70),
        ("format/wrong-type", 2, 50),
    ]


def test_deep_nesting_ends_early(newsroom: Path) -> None:
    found = check(newsroom, "claims: " + "[" * 10_000)
    assert "format/invalid-syntax" in {rule for rule, _, _ in found}


def test_deep_block_nesting_ends_early(newsroom: Path) -> None:
    deep = "".join(" " * level + "a:\n" for level in range(2_000))
    assert "format/invalid-syntax" in {rule for rule, _, _ in check(newsroom, deep)}


def test_an_alias_bomb_does_not_go_off(newsroom: Path) -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    found = check(newsroom, "\n".join((*levels, "claims: []")))
    assert "format/invalid-syntax" in {rule for rule, _, _ in found}


def test_a_huge_file_is_not_read(newsroom: Path) -> None:
    path = newsroom / "bad.claims.yaml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    report = run(Request((str(newsroom),), 740_000))
    found = [f.rule for f in report.findings if f.span.path.endswith("bad.claims.yaml")]
    assert found == ["format/unreadable-file"]


def test_a_file_that_cannot_be_opened_is_a_finding(newsroom: Path) -> None:
    os.symlink("nowhere", newsroom / "bad.claims.yaml")
    report = run(Request((str(newsroom),), 740_000))
    found = [f.rule for f in report.findings if f.span.path.endswith("bad.claims.yaml")]
    assert found == ["format/unreadable-file"]


def test_a_file_without_permission_is_a_finding(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything, so that the refusal itself is simulated."""
    import os

    (newsroom / "bad.claims.yaml").write_text(GOOD)
    real = os.open

    def refusing(path: str, *args: int) -> int:
        if path.endswith("bad.claims.yaml"):
            raise PermissionError(13, "Permission denied")
        return real(path, *args)

    monkeypatch.setattr(os, "open", refusing)
    report = run(Request((str(newsroom),), 740_000))
    found = [(f.rule, f.data.get("detail")) for f in report.findings if "bad" in f.span.path]
    assert found == [("format/unreadable-file", "Permission denied")]


@pytest.mark.parametrize("name", ["missing", "missing.claims.yaml", "vocabulary.yml"])
def test_a_missing_path_is_an_error(newsroom: Path, name: str) -> None:
    with pytest.raises(ClaimcheckError, match="no such file"):
        run(Request((str(newsroom / name),), 740_000))


def test_a_folder_without_claim_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="no claim files"):
        run(Request((str(tmp_path),), 740_000))


def test_a_link_out_of_the_newsroom_is_refused(newsroom: Path) -> None:
    os.symlink("/etc/passwd", newsroom / "article.md")
    found = check(newsroom, "document: {text: article.md}\nclaims: []\n")
    assert found == [("format/invalid-path", 1, 18)]
