"""Properties of reading that hold for all texts, by hypothesis."""

import re
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.text.lexicon import load_file
from claimcheck.text.lexicon.shape import HedgeWords, LanguageFile
from claimcheck.text.plain import plain_of
from claimcheck.text.reading import Reading, read_text
from claimcheck.text.tables import tables_of
from tests.reading import texts
from tests.reading.test_cases import Case

LINE_BREAK = re.compile("\r\n|[\n\r]")


def same(case: Case, written: str) -> None:
    """Both ways to write a text say the same."""
    before = [texts.said(one) for one in read_text(case.text, case.language)]
    assert [texts.said(one) for one in read_text(written, case.language)] == before


# ---- the places of readings


def check_places(text: str, readings: tuple[Reading, ...]) -> None:
    """Readings cut out their texts, in order, apart, within the text."""
    done = 0
    for one in readings:
        assert done <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        before = LINE_BREAK.split(text[: one.start])
        assert (one.line, one.column) == (len(before), len(before[-1]) + 1)
        assert one.kind == "date" or one.end <= one.tail <= len(text)
        assert 0 <= one.sentence[0] <= one.start
        assert one.end <= one.sentence[1] <= len(text)
        done = one.end


@given(texts.noise, texts.languages)
@example("1\r\n\r\n2 %\r3 %", "en")
@example("🙂 5 %", "en")
def test_any_text_is_read(text: str, language: str) -> None:
    check_places(text, read_text(text, language))


@given(texts.cases, st.sampled_from(("", "🙂\n\n", "𝄞 ", "# É\u0301𝄞\r\n\r\n", "\ufeff")))
def test_a_reading_stands_where_it_says(case: Case, start: str) -> None:
    for breaks in ("\n", "\r\n", "\r"):
        text = start + case.text.replace("\n", breaks)
        check_places(text, read_text(text, case.language))


def test_two_sums_share_no_sign() -> None:
    check_places("12 000$3.5m", read_text("12 000$3.5m", "en"))


# ---- the same text written differently


@given(texts.cases, st.sampled_from(("\r\n", "\r")))
def test_other_line_breaks_change_nothing(case: Case, breaks: str) -> None:
    same(case, case.text.replace("\n", breaks))


@given(texts.lines, st.data())
def test_other_spaces_change_nothing(case: Case, data: st.DataObject) -> None:
    same(case, data.draw(texts.respaced(case.text, "\u00a0\u202f\u2009")))


@given(texts.cases)
def test_typographic_apostrophes_change_nothing(case: Case) -> None:
    same(case, case.text.replace("'", "’"))
    same(case, case.text.replace("’", "'"))


@given(texts.cases)
def test_decomposed_letters_change_nothing(case: Case) -> None:
    same(case, unicodedata.normalize("NFD", case.text))


@given(texts.lines, st.data())
def test_emphasis_changes_nothing(case: Case, data: st.DataObject) -> None:
    same(case, data.draw(texts.emphasised(case.text)))


@given(texts.lines, st.data())
def test_soft_hyphens_change_nothing(case: Case, data: st.DataObject) -> None:
    inside = [m.end() for m in re.finditer(r"[^\W\d_](?=[^\W\d_])", case.text)]
    text = case.text
    for at in sorted(data.draw(st.sets(st.sampled_from(inside), max_size=4)), reverse=True):
        text = f"{text[:at]}\u00ad{text[at:]}"
    same(case, text)


@given(texts.lines, st.data())
def test_wrapping_changes_nothing(case: Case, data: st.DataObject) -> None:
    same(case, data.draw(texts.wrapped(case.text)))


PREFIXES = (
    "- ",
    "* ",
    "+ ",
    "1. ",
    "12) ",
    "# ",
    "### ",
    "> ",
    "> - ",
    "- [ ] ",
    "- [x] ",
    "  ",
    "> > ",
)


@given(texts.lines, st.sampled_from(PREFIXES))
def test_the_mark_of_a_line_changes_nothing(case: Case, prefix: str) -> None:
    same(case, prefix + case.text)


@given(texts.lines, st.sampled_from(("> ", "- ", "  ")), st.data())
def test_a_wrapped_quote_or_item_reads_as_one(case: Case, prefix: str, data: st.DataObject) -> None:
    rest = prefix if prefix == "> " else "  "
    same(case, prefix + data.draw(texts.wrapped(case.text)).replace("\n", "\n" + rest))


@given(texts.lines)
def test_a_capital_at_the_beginning_changes_nothing(case: Case) -> None:
    text = case.text
    small, capital = text[:1].lower() + text[1:], text[:1].upper() + text[1:]
    if not text[:2].isalpha() or text[1].isupper():
        return
    first, other = (
        [texts.said(one)._replace(attribution=None) for one in read_text(way, case.language)]
        for way in (small, capital)
    )
    assert [one._replace(words=one.words.lower()) for one in first] == [
        one._replace(words=one.words.lower()) for one in other
    ]


@given(st.data(), texts.languages)
def test_two_paragraphs_say_what_each_says(data: st.DataObject, language: str) -> None:
    some = st.sampled_from([case.text for case in texts.CASES if case.language == language])
    one, other = data.draw(some), data.draw(some)
    between = data.draw(st.sampled_from(("\n\n", "\n\n\n", "\r\n\r\n", "\n \n")))
    moved = len(one) + len(between)
    lines = len(LINE_BREAK.findall(one + between))
    expected = list(read_text(one, language))
    for reading in read_text(other, language):
        expected.append(
            reading._replace(
                start=reading.start + moved,
                end=reading.end + moved,
                tail=reading.tail + moved if reading.tail else 0,
                line=reading.line + lines,
                sentence=(reading.sentence[0] + moved, reading.sentence[1] + moved),
            )
        )
    assert list(read_text(one + between + other, language)) == expected


# ---- hedges


FILES = {
    language: LanguageFile.model_validate(load_file(f"{language}.yaml"))
    for language in ("en", "fr")
}
UNITS = {
    "en": ("million euros", "billion dollars", "%", "km", "tonnes", "visitors", "MWh"),
    "fr": ("millions d'euros", "milliards de dollars", "%", "km", "tonnes", "visiteurs", "MWh"),
}
HEDGES = [
    (language, entry, phrase)
    for language, file in FILES.items()
    for entry in file.hedges
    for words in entry.words
    for phrase in words.split("|")
]


def sentence(language: str, phrase: str, side: str, number: str) -> tuple[str, str]:
    """A sentence with a hedged number, and the one without the hedge."""
    start, end = ("The total is", "in all.") if language == "en" else ("Le total est", "en tout.")
    space = "" if phrase.endswith("'") else " "
    hedged = f"{phrase}{space}{number}" if side == "left" else f"{number} {phrase}"
    return f"{start} {hedged} {end}", f"{start} {number} {end}"


@pytest.mark.parametrize(
    ("language", "entry", "phrase"),
    HEDGES,
    ids=[f"{language}-{entry.side}-{phrase}" for language, entry, phrase in HEDGES],
)
def test_a_hedge_says_what_its_entry_says(language: str, entry: HedgeWords, phrase: str) -> None:
    hedged, plain = sentence(language, phrase, entry.side, f"4321 {UNITS[language][0]}")
    (without,) = read_text(plain, language)
    (one,) = read_text(hedged, language)
    strict = entry.strict == "true"
    ends: tuple[Fraction | None, Fraction | None, bool, bool]
    assert one.value == without.value == 4321 * 10**6
    assert one.about == (entry.effect == "about")
    if entry.effect == "upper":
        ends = (None, without.value, False, not strict)
    elif entry.effect == "lower":
        ends = (without.value, None, not strict, False)
    else:
        ends = (without.value, without.value, True, True)
    assert (one.low, one.high, one.low_included, one.high_included) == ends


@given(st.sampled_from(HEDGES), st.sampled_from(HEDGES), st.integers(100, 99_999), st.data())
def test_a_hedged_number_allows_what_the_bare_one_does(
    hedge: tuple[str, HedgeWords, str],
    other: tuple[str, HedgeWords, str],
    number: int,
    data: st.DataObject,
) -> None:
    language, entry, phrase = hedge
    digits = data.draw(st.sampled_from((f"{number}", f"{number:,}".replace(",", "\u202f"))))
    amount = f"{digits} {data.draw(st.sampled_from(UNITS[language]))}"
    hedged, plain = sentence(language, phrase, entry.side, amount)
    if other[0] == language and other[1].side == "right" and entry.side == "left":
        hedged = hedged.replace(amount, f"{amount} {other[2]}")
    found, without = read_text(hedged, language), read_text(plain, language)
    if not without:
        return
    assert len(found) == len(without) == 1
    assert found[0].low is None or without[0].low is None or found[0].low <= without[0].low
    assert found[0].high is None or without[0].high is None or found[0].high >= without[0].high


# ---- normalised texts


@given(texts.noise, st.booleans())
def test_every_place_of_a_normalised_text_is_in_the_source(text: str, markdown: bool) -> None:
    plain = plain_of(text, markdown=markdown)
    assert plain.source == text
    places = [plain.at(i) for i in range(len(plain.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    for i in range(len(plain.text)):
        start, end = plain.span(i, i + 1)
        assert start == places[i] < end <= len(text)
        assert plain.index(start) <= i
    for place in range(len(text) + 1):
        index = plain.index(place)
        assert index == len(plain.text) + 1 or plain.at(index) >= place
        assert index == 0 or plain.at(index - 1) < place
    if plain.text:
        assert plain.span(0, len(plain.text)) == (
            places[0],
            plain.span(len(plain.text) - 1, len(plain.text))[1],
        )


@given(texts.noise)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = plain_of(text, markdown=False).text
    assert plain_of(once, markdown=False).text == once


def test_an_accent_on_a_ligature_is_composed() -> None:
    once = plain_of("ﬁ\u0300", markdown=False).text
    assert plain_of(once, markdown=False).text == once


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), max_size=60))
def test_plain_words_stay_as_they_are(text: str) -> None:
    words = " ".join(text.split())
    assert plain_of(words, markdown=False).text == words


# ---- tables

_CELL = re.compile(r"[|\\`*_~\[\]<>&#«»]")
cells = st.one_of(
    st.sampled_from(("", "Nvidia", "~30", "<10", "20 à 50", "66,300", "café crème", "-", "2026")),
    st.text(st.characters(codec="latin-1", categories=["L", "N", "P"]), max_size=6).filter(
        lambda text: not _CELL.search(text)
    ),
)


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    """The cells of a table, and the table in Markdown."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    rows = [[draw(cells) for _ in range(width)] for _ in range(height)]
    if not any(rows[0]):
        rows[0][0] = "Montant"
    rule = [draw(st.sampled_from(("---", ":--", "--:", ":-:", "-"))) for _ in range(width)]
    pad = draw(st.sampled_from(("", " ", "   ")))
    outer = width == 1 or not all(all(row) for row in rows) or draw(st.booleans())
    lines = []
    for row in (rows[0], rule, *rows[1:]):
        line = f"{pad}|{pad}".join(row)
        lines.append(f"|{pad}{line}{pad}|" if outer else line)
    return rows, "\n".join(lines)


@given(
    grids(),
    st.sampled_from(("", "Un texte.\n\n", "# Titre\n")),
    st.sampled_from(("", "\n", "\n\nSuite.")),
)
def test_a_table_is_found_with_its_cells(
    grid: tuple[list[list[str]], str], before: str, after: str
) -> None:
    rows, written = grid
    text = before + written + after
    (table,) = tables_of(text)
    assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == rows
    for row in (table.header, *table.rows):
        assert [text[cell.start : cell.end] for cell in row] == [cell.text for cell in row]
    assert text[table.start : table.end] == written


@given(
    st.lists(st.integers(2, 999), min_size=1, max_size=5),
    st.sampled_from(("milliards USD", "M€", "%", "GWh")),
)
def test_cells_take_the_unit_of_their_header(numbers: list[int], unit: str) -> None:
    rows = "".join(f"| Nom | {number} |\n" for number in numbers)
    readings = read_text(f"| Qui | Montant ({unit}) |\n|---|---|\n{rows}", "fr")
    times = {"milliards USD": 10**9, "M€": 10**6}.get(unit, 1)
    assert [one.value for one in readings] == [Fraction(number * times) for number in numbers]
    assert {one.unit for one in readings} == {{"milliards USD": "USD", "M€": "EUR"}.get(unit, unit)}
