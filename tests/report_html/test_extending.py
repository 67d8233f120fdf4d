"""A page of others' made of the report's parts: blocks are filled, and the report itself stays as it is."""

from functools import cache
from typing import Any

from jinja2 import DictLoader

from claimcheck.report import Report, Since
from claimcheck.report.html import environment, fill, parts
from claimcheck.run import Request, run
from tests.report_html import AS_OF, CLAIMS, newsroom, parsed

BLOCKS = (
    "head",
    "header",
    "before_document",
    "beside_passage",
    "beside_uncovered",
    "after_article",
    "beside_listed",
    "beside_claim",
    "after_card",
    "end",
)
_SHOWS = {
    "beside_passage": '<button name="{{ piece.claim.id }}">passage</button>',
    "beside_uncovered": "<button>{{ piece.missing.text }}</button>",
    "beside_claim": '<button name="{{ said.claim.id }}">{{ card.id }}</button>',
    "after_card": '<button name="{{ card.finding.fingerprint }}">{{ own }}</button>',
    "beside_listed": '<button name="{{ listed.said.id }}">listed</button>',
}
OWN = '{% extends "page.html" %}' + "".join(
    f'{{% block {name} %}}<i class="b-{name}">{_SHOWS.get(name, "x")}</i>{{% endblock %}}'
    for name in BLOCKS
    if name != "head"
)


@cache
def heat() -> Report:
    return run(Request(paths=(str(CLAIMS / "heat"),), as_of=AS_OF))


def extended(**more: Any) -> str:
    page = parts(heat(), "en", split=True, **more)
    template = environment(DictLoader({"own.html": OWN})).get_template("own.html")
    return fill(page, "en", template, css="i{color:red}", allow="form-action 'self'", own="<mine>")


def test_every_block_is_reached_with_its_names() -> None:
    tree = parsed(extended())
    page = parts(heat(), "en", split=True)
    found = {name: [e for e in tree.iter("i") if e.get("class") == f"b-{name}"] for name in BLOCKS}
    cards = [c for sheet in page.sheets for group in sheet.groups for c in group.cards]
    assert [e[0].get("name") for e in found["after_card"]] == [c.finding.fingerprint for c in cards]
    assert {e[0].text for e in found["after_card"]} == {"<mine>"}
    assert len(found["beside_claim"]) == sum(len(c.claims) for c in cards)
    pieces = [piece for sheet in page.sheets for piece in sheet.article]
    assert len(found["beside_passage"]) == sum(p.claim is not None for p in pieces) > 20
    assert len(found["beside_uncovered"]) == sum(p.missing is not None for p in pieces)
    assert len(found["beside_listed"]) == sum(len(sheet.claims) for sheet in page.sheets)
    assert len(found["before_document"]) == len(page.sheets)
    assert len(found["header"]) == len(found["end"]) == 1


def test_the_policy_allows_what_was_added() -> None:
    head = next(m for m in parsed(extended()).iter("meta") if m.get("http-equiv"))
    assert "form-action 'self'" in head.get("content")
    head = next(m for m in parsed(newsroom("heat", "en")).iter("meta") if m.get("http-equiv"))
    assert "form-action 'none'" in head.get("content")


def test_pieces_of_an_article_are_the_article() -> None:
    whole, split = (parts(heat(), "en", split=split) for split in (False, True))
    for one, other in zip(whole.sheets, split.sheets, strict=True):
        assert len(one.article) == 1 < len(other.article)
        assert one.article[0].html == "".join(piece.html for piece in other.article)


def test_the_report_has_nothing_of_a_page_that_extends_it() -> None:
    tree = parsed(newsroom("heat", "en"))
    assert not [e for e in tree.iter() if e.tag in ("form", "button", "i")]


def test_what_is_new_and_what_is_gone_since_an_earlier_state_is_told() -> None:
    new, gone, *rest = heat().findings
    since = Since("main", {new.fingerprint: "new"}, 0, (gone,))
    page = parts(heat()._replace(findings=(new, *rest), since=since), "en")
    cards = [c for sheet in page.sheets for group in sheet.groups for c in group.cards]
    states = {card.finding.fingerprint: card.states for card in cards}
    assert states[new.fingerprint] == ("open", "new")
    assert states[gone.fingerprint] == ("gone",)
    assert all(states[finding.fingerprint] == ("open",) for finding in rest)
    assert sum(sum(sheet.counts) for sheet in page.documents) == 1 + len(rest)
    assert not next(card.ignore for card in cards if card.states == ("gone",))
    names = {choice.name for _, choices in page.filters for choice in choices}
    assert {"new", "gone", "open"} <= names
    parsed(fill(page, "en"))


def test_states_are_data() -> None:
    new = {f.fingerprint for f in heat().findings[:2]}

    def states(finding: Any) -> tuple[str]:
        return ("new",) if finding.fingerprint in new else ("unchanged",)

    tree = parsed(extended(states=states))
    boxes = {e.get("id") for e in tree.iter("input")}
    assert {"show-new", "show-unchanged"} <= boxes
    assert "show-gone" not in boxes
    shown = [e for e in tree.iter("section") if "is-new" in (e.get("class") or "").split()]
    assert len(shown) == 2
    assert ".is-new{display:none}" in next(tree.iter("style")).text
