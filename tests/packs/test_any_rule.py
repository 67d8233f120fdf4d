"""Whatever a rule says, if it loads it runs: no predicate or relation crashes on any claims."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.judging import apply
from claimcheck.packs.loading import PackError
from claimcheck.rule import Rule
from claimcheck.testing import example_index
from tests.packs.small import document, rule, say

CLAIMS = document(
    say("earned(A)", "about 9 EUR", 2025, id="e", quote="one two", attribution="the bank"),
    say("earned(A, of=toys)", "at most 3 USD", "2024", id="toys"),
    say("earned(A)", "8 EUR", "2024", id="before", certainty="possible"),
    say("spent(A)", "5 EUR"),
    say("spent(A)", "over 4 EUR", "2025", id="over", denied=True),
    say("left(A)", "-2 to 3 EUR", 2025),
    say("held(A, in=B)", "0 EUR", "2025-06-01"),
    say("held(B, in=A)", "7 EUR", "../2025", id="h"),
    say("total(A)", "0 EUR", 2025),
    say("members(A)", "at least 3", 2025),
    say("ratio(A)", "0 %"),
    say("strength(A)", "0 MW", 2025),
    say("output(A)", "5e40 MWh", 2025),
    say("begun(A)", "2020-01"),
    say("ended(A)", "before 2030"),
    say("head(A)", "B", 2025),
    say("open(A)", True, scenario="plan"),
    references=(say("total(B)", "7 EUR", 2025), say("spent(A)", "0 EUR", 2024, id="r")),
    top="document: {title: A year, published: 2026-02-03}",
)
Texts = st.SearchStrategy[str]


def among(*texts: str) -> Texts:
    """One of some texts."""
    return st.sampled_from(texts)


def joined(atoms: Texts, *forms: str) -> Texts:
    """Expressions of the same kind as their parts: `{} + {}`, `abs({})`."""
    return st.recursive(
        atoms,
        lambda part: st.builds(lambda form, x, y: form.format(x, y), among(*forms), part, part),
        max_leaves=6,
    )


AT = among("", "", "", " at previous(?t)", " at start(?t)", " at end(?t)", " at ?u", " at 2025")
WHO = among("?x", "?x", "?x", "?y", "A")
MONEY_TERMS = st.builds(
    lambda slot, who, at: slot.format(who) + at,
    among(
        *("earned({})", "earned({}, of=?z)", "spent({})", "spent({}, of=toys)", "left({})"),
        *("held({}, in=?x)", "held({}, in=?y)", "total({})"),
    ),
    WHO,
    AT,
)
PLAIN_TERMS = st.builds("{}({}){}".format, among("members", "ratio"), WHO, AT)
LISTS = among(
    "sum(spent(*))", "max(held(*, in=?x), total(?x))", "sum(left(*))", "min(earned(*, of=?z))"
)
RATIOS = among(
    "50 %", "0", "3", "1e30", "count(held(*, in=?x))", "1 h / hours(?t)", "years(?t) / 1 year"
)
PLAINS = joined(PLAIN_TERMS | RATIOS, "({} + {})", "({} - {})", "{} * {}", "{} / ({})", "-{}")
MONEYS = joined(MONEY_TERMS | LISTS | among("5 EUR", "0 USD"), "({} + {})", "({} - {})", "-{}")
PRODUCTS = (
    MONEYS
    | st.builds("{} * {}".format, MONEYS, PLAINS)
    | st.builds("{} / {}".format, MONEYS, PLAINS)
)
SIGNS = among("==", "<=", ">=", "<", ">")
RELATIONS = st.builds("{} {} {}".format, PRODUCTS, SIGNS, MONEYS | PRODUCTS) | st.builds(
    "{} {} {}".format, PLAINS, SIGNS, PLAINS
)

PATTERNS = (
    MONEY_TERMS | PLAIN_TERMS | among("claim", "reference", "begun(?x)", "head(?x)", "open(?x)")
)
AMOUNTS = joined(
    among("a.value", "b.value", "5 EUR", "2", "50 %", "words(a.quote)", "limit", "3 days"),
    *("({} + {})", "({} - {})", "{} * {}", "{} / ({})", "-{}", "abs({})"),
)
DATES = joined(among("a.when", "b.time", "as-of", "document.published"), "{}", "({} + 3 days)")
WORDS = among(
    "a.id",
    "?x",
    "b.subject",
    "a.quote",
    "'one two'",
    "A",
    "document.title",
    "a.value",
    "b.scenario",
)
TESTS = st.one_of(
    st.builds("{} {} {}".format, AMOUNTS, SIGNS, AMOUNTS),
    st.builds("{} {} {}".format, DATES, SIGNS, DATES),
    st.builds("{} - {} > 3 days".format, DATES, DATES),
    st.builds("{} {} {}".format, WORDS, among("==", "!="), WORDS),
    st.builds("granular({}, b.value)".format, AMOUNTS),
    among("strict", "true", "a.quote", "a.value", "?x", "b.attribution"),
)
PREDICATES = joined(TESTS, "({} and {})", "({} or {})", "not ({})", "possibly({})")


@given(RELATIONS)
def test_any_relation_that_loads_runs(relation: str) -> None:
    _runs(f"relation: {relation}")


@given(PATTERNS, PATTERNS, PREDICATES, PREDICATES, among("forbid", "require"))
def test_any_match_that_loads_runs(a: str, b: str, condition: str, verdict: str, key: str) -> None:
    head = (
        "message: {en: '{a.value} {b.when} {a.value}', fr: x}\noptions: {limit: 3, strict: false}\n"
        f"match:\n  a: {a}\n  b: {b}\n"
    )
    _runs(f'{head}if: "{condition}"\n{key}: "{verdict}"')
    _runs(f'{head}{key}: "{verdict}"')


def _runs(body: str) -> None:
    try:
        made: Rule = rule.__wrapped__(body)
    except PackError:
        return
    index = example_index(CLAIMS, made.attributes)
    applied = apply([made], index)
    assert not applied.crashes, body
    for finding in applied.findings:
        assert finding.text is not None
        assert finding.fingerprint
