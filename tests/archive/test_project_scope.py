"""`scope = "project"`: an article is held against what the newsroom published before it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report import FORMATS, Report, Style, renderer
from claimcheck.run import Request, run

AS_OF = 739_921
VOCABULARY = "entities:\n  acme: {name: Acme}\n  beta: {name: Beta}\n"


def document(published: str, *claims: str, ignore: str = "") -> str:
    """A claim file; each claim as `id attribute value`, and perhaps `| more: keys`."""
    lines = [f"document: {{published: {published}}}" if published else "document: {}", "claims:"]
    for claim in claims:
        said, _, more = claim.partition(" | ")
        id, attribute, value = said.split(" ", 2)
        lines.append(f"  - {{id: {id}, subject: Acme, attribute: {attribute}, value: {value}")
        lines[-1] += f", {more}}}" if more else "}"
    return "\n".join(lines) + f"\n{ignore}"


def checked(folder: Path, files: Mapping[str, str], *paths: str, scope: str = "project") -> Report:
    """A run over a newsroom of these documents, or over some of them."""
    (folder / "claimcheck.toml").write_text(f'paths = ["."]\nscope = "{scope}"\n')
    (folder / "vocabulary.yaml").write_text(VOCABULARY)
    for name, text in files.items():
        (folder / f"{name}.claims.yaml").write_text(text)
    asked = tuple(str(folder / f"{path}.claims.yaml") for path in paths) or (str(folder),)
    return run(Request(paths=asked, as_of=AS_OF))


def found(report: Report) -> list[tuple[str, str, list[str]]]:
    """The rule, the document and the claims of each finding, format aside."""
    return [
        (f.rule, f.document, sorted(f"{c.document.name[0]}#{c.id}" for c in f.claims))
        for f in report.findings
        if not f.rule.startswith(("format/", "time/undated"))
    ]


OLD = document("2025-10-02", "then employees 400", "spent spending 5 million EUR | when: 2024")
NEW = document("2026-01-30", "now employees 900", "costs spending 7 million EUR | when: 2024")


def test_the_same_flow_of_the_same_year_is_held_against_the_earlier_article(tmp_path: Path) -> None:
    report = checked(tmp_path, {"a": OLD, "b": NEW})
    assert found(report) == [("values/conflict", "b.claims.yaml", ["a#spent", "b#costs"])]
    (finding,) = [f for f in report.findings if f.rule == "values/conflict"]
    assert finding.span.path.endswith("b.claims.yaml"), "the later article is the one to mend"
    assert [r.span.path[-13:] for r in finding.related] == ["a.claims.yaml"]


def test_an_undated_claim_speaks_of_the_day_on_which_it_was_published(tmp_path: Path) -> None:
    """400 employees in October and 900 in January are two moments; of one day they cannot both be."""
    assert "employees" not in str(found(checked(tmp_path, {"a": OLD, "b": NEW})))
    same_day = document("2025-10-02", "now employees 900")
    assert found(checked(tmp_path, {"a": OLD, "b": same_day})) == [
        ("values/conflict", "b.claims.yaml", ["a#then", "b#now"])
    ]


def test_documents_do_not_meet_unless_they_are_told_to(tmp_path: Path) -> None:
    assert found(checked(tmp_path, {"a": OLD, "b": NEW}, scope="document")) == []


def test_a_run_over_one_article_meets_the_whole_archive(tmp_path: Path) -> None:
    whole = checked(tmp_path, {"a": OLD, "b": NEW})
    assert found(checked(tmp_path, {}, "b")) == found(whole)
    assert found(checked(tmp_path, {}, "a")) == [], (
        "what came later is no matter of the earlier one"
    )


def test_a_claim_about_a_sum_meets_the_parts_that_were_told_before(tmp_path: Path) -> None:
    parts = document("2025-10-02", "one revenue 5 million EUR | when: 2024")
    total = (
        "document: {published: 2026-01-30}\nclaims:\n"
        "  - {id: both, that: revenue(Acme) + revenue(Beta), value: 3 million EUR, when: 2024}\n"
    )
    assert found(checked(tmp_path, {"a": parts, "b": total})) == [
        ("arithmetic/joint-conflict", "b.claims.yaml", ["a#one", "b#both"])
    ]


@pytest.mark.parametrize(
    ("side", "other"), [("a", "b.claims.yaml#costs"), ("b", "a.claims.yaml#spent")]
)
def test_it_is_accepted_from_either_side(tmp_path: Path, side: str, other: str) -> None:
    entry = f"ignore: [{{rule: values/conflict, with: ['{other}'], reason: known}}]"
    files = {"a": OLD, "b": NEW}
    files[side] = files[side].replace("when: 2024", f"when: 2024, {entry}")
    report = checked(tmp_path, files)
    assert [f.rule for f in report.findings if "suppression" in f.rule] == []
    assert found(report) == []
    assert [one.entry.reason for one in report.accepted] == ["known"]
    files = {"a": files["a"], "b": files["b"].replace("7 million", "5 million")}
    files["a"] = files["a"].replace("7 million", "5 million")
    unused = checked(tmp_path, files)
    assert [f.rule for f in unused.findings] == ["format/unused-suppression"]


def test_every_format_shows_both_articles(tmp_path: Path) -> None:
    checked(tmp_path, {"a": OLD, "b": NEW})
    report = checked(tmp_path, {}, "b")
    for name in FORMATS:
        text = renderer(name)(report, Style())
        assert "b.claims.yaml" in text, name
    assert "spent" in renderer("terminal")(report, Style())
    assert "a.claims.yaml" in renderer("terminal")(report, Style())


days = st.sampled_from(["", "2024-05-01", "2025-01-01", "2026-02-03"])
values = st.sampled_from(["5 million EUR", "7 million EUR", "about 6 million EUR"])
files = st.lists(st.tuples(days, values, st.sampled_from(["2023", "2024"])), min_size=2, max_size=4)


@given(files)
def test_what_clashes_within_one_document_clashes_across_several(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str, str]]
) -> None:
    """The judge is the run within one document: the same claims put into one file."""
    folder = tmp_path_factory.mktemp("across")
    apart = {
        chr(97 + n): document(day, f"c{n} spending {value} | when: {when}")
        for n, (day, value, when) in enumerate(said)
    }
    across = {
        i[2:] for f in found(checked(folder, apart)) if f[0] == "values/conflict" for i in f[2]
    }
    together = document(
        "2026-02-03",
        *(f"c{n} spending {value} | when: {when}" for n, (_, value, when) in enumerate(said)),
    )
    folder = tmp_path_factory.mktemp("together")
    within = found(checked(folder, {"z": together}))
    assert across == {i[2:] for f in within if f[0] == "values/conflict" for i in f[2]}
