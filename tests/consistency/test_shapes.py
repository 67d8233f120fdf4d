"""What is bound often is bound quickly, and just as the plain functions bind it."""

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.consistency.binding import Shape, match, slot_of
from claimcheck.consistency.network import Apply, Known, Unknown, variables_of
from claimcheck.model.expression import Choice, Term
from claimcheck.model.interval import EVERYTHING
from claimcheck.model.vocabulary import fold

NAMES = ("Acme", "Beta", "gamma")
choices = st.one_of(
    st.builds(Choice, st.just("variable"), st.sampled_from(("?a", "?b")), st.just(0)),
    st.builds(Choice, st.just("name"), st.sampled_from(NAMES), st.just(0)),
    st.just(Choice("every", "*", 0)),
)
terms = st.builds(
    Term,
    st.just("stake"),
    choices,
    st.lists(
        st.tuples(st.sampled_from(("in", "deal", "by")), choices), unique_by=lambda p: p[0]
    ).map(tuple),
    st.none(),
    st.just(0),
)
values = st.sampled_from([*map(fold, NAMES), "other"])
slots = st.builds(
    lambda subject, pairs: (subject, "stake", tuple(sorted(pairs))),
    values,
    st.lists(st.tuples(st.sampled_from(("in", "deal", "by")), values), unique_by=lambda p: p[0]),
)


@given(terms, slots)
def test_a_shape_matches_as_its_term(
    term: Term, slot: tuple[str, str, tuple[tuple[str, str], ...]]
) -> None:
    assert Shape(term, fold).match(slot) == match(term, slot, fold)


@given(terms, st.dictionaries(st.sampled_from(("?a", "?b")), st.none() | values))
def test_a_shape_means_the_slot_that_its_term_means(
    term: Term, binding: dict[str, str | None]
) -> None:
    shape = Shape(term, fold)
    if not shape.every:
        assert shape.slot(binding) == slot_of(term, binding, fold)


nodes = st.recursive(
    st.builds(Unknown, st.integers(0, 5)) | st.just(Known(EVERYTHING, EVERYTHING)),
    lambda inner: st.builds(Apply, st.just("+"), st.lists(inner, max_size=3).map(tuple)),
)


@given(nodes)
def test_the_variables_of_a_node_come_from_left_to_right(node: Unknown | Known | Apply) -> None:
    def walk(one: Unknown | Known | Apply) -> list[int]:
        if isinstance(one, Unknown):
            return [one.variable]
        return [n for part in one.parts for n in walk(part)] if isinstance(one, Apply) else []

    assert variables_of(node) == walk(node)
