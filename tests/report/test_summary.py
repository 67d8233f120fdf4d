"""The summary says in a few lines what was found, looked at, accepted and left out."""

from claimcheck.judging import Tally
from claimcheck.model.claim import Claim, Suppression
from claimcheck.report import Coverage, Report, Style, renderer
from claimcheck.report.summary import summary
from claimcheck.suppress import Accepted
from tests.report import newsroom
from tests.report.frames import finding, report

SKIPPED = {"another time": 26, "another scenario": 10, "rare": 3, "rarer": 2, "rarest": 1}
ALL_WELL = report()._replace(documents=3, claims=87, references=10)


def skipping(found: Report, reasons: dict[str, int]) -> Report:
    """A report in which comparisons were not made for some reasons."""
    return found._replace(tallies={"values/conflict": Tally(99, 9, reasons)})


def test_where_all_is_well_one_line_says_so() -> None:
    text = "nothing found · checked 3 documents, 87 claims, 10 references"
    assert summary(ALL_WELL, "en") == [text]
    whole = ALL_WELL._replace(coverage=(Coverage("a", "b", 9, 9),))
    assert summary(whole, "en") == [text]
    assert renderer("terminal")(whole, Style()) == text + "\n"


def test_where_all_is_well_one_line_says_what_was_left_out() -> None:
    found = skipping(ALL_WELL._replace(coverage=(Coverage("a", "b", 8, 9),)), SKIPPED)
    assert summary(found, "en") == [
        "nothing found · checked 3 documents, 87 claims, 10 references · "
        "8 of 9 quantities and dates of the article quoted · 42 comparisons not made"
    ]


def test_the_reasons_that_held_most_back_come_first_and_the_rest_is_counted() -> None:
    found = skipping(report(finding([((1, 1, 2), "")])), SKIPPED)
    assert summary(found, "en")[1:] == [
        "42 comparisons not made: another time (26), another scenario (10), rare (3), "
        "2 other reasons (3; `-f json` lists all)"
    ]
    one_more = dict(list(SKIPPED.items())[:4])
    assert summary(skipping(found, one_more), "en")[1].endswith("rare (3), rarer (2)")


def test_what_was_accepted_and_which_rules_crashed_is_told() -> None:
    found = newsroom("heat")
    crashes = {"values/conflict": "ValueError: x", "time/anachronism": "KeyError: y"}
    lines = summary(found._replace(crashes=crashes), "en")
    assert lines[1] == (
        "2 rules crashed: time/anachronism, values/conflict · everything else was checked"
    )
    french = summary(found._replace(crashes={"a/b": "x"}, findings=()), "fr")
    assert french[1] == "1 règle a échoué\u00a0: a/b · le reste a été vérifié"


def test_accepted_findings_are_counted_even_where_no_others_are() -> None:
    entry = Suppression(0, "values/conflict", (), "two rounds", None, None)
    accepted = Accepted(finding([((1, 1, 2), "")]), Claim(), entry)
    lines = summary(ALL_WELL._replace(accepted=(accepted, accepted)), "en")
    assert lines[1:] == ["2 findings accepted by `ignore` entries"]


def test_the_summary_wraps_with_its_indent() -> None:
    found = skipping(report(finding([((1, 1, 2), "")]), a="x"), SKIPPED)._replace(language="en")
    shown = renderer("terminal")(found, Style(width=40)).rpartition("\n\n")[2]
    assert (
        shown
        == """\
1 error · checked 1 document, 2 claims,
  0 references
42 comparisons not made: another time
  (26), another scenario (10), rare (3),
  2 other reasons (3; `-f json` lists
  all)
"""
    )
