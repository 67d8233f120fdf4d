"""A text as it reads: what each mark and sign becomes, and where every code point stood."""

import pytest

from claimcheck.text.plain import plain_line, plain_of

# Markdown, and what is read.
READ = [
    ("plain", "Rien à dire.", "Rien à dire."),
    ("apostrophes", "l’un lʼautre l′un ‘x’", "l'un l'autre l'un 'x'"),
    ("quotation marks", "“a” „b“ « c » ‹d›", '"a" "b" " c " "d"'),
    ("spaces", "1\u00a0000\u202f000\u2009€\tx", "1 000 000 € x"),
    ("runs of spaces", "a  b \u00a0 c", "a b c"),
    ("hyphens", "a\u2010b\u2011c \u22125", "a-b-c -5"),
    ("dashes", "a – b — c", "a – b — c"),
    ("decomposed", "e\u0301te\u0301 A\u030a \u212b", "été Å Å"),
    ("decomposed around what is not seen", "e\u00ad\u0301t\u200be\u0301", "été"),
    ("syllables", "\u1112\u1161\u11ab \u1100\u1161", "한 가"),
    ("ligatures", "ﬁn eﬀet aﬄux oﬃce œuvre", "fin effet afflux office œuvre"),
    ("not seen", "mil\u00adli\u200bard\ufeff \u202a60\u202c\u200e", "milliard 60"),
    ("soft breaks", "un\ndeux\r\ntrois\rquatre", "un deux trois quatre"),
    ("hard breaks", "un  \ndeux\\\ntrois", "un deux trois"),
    ("paragraphs", "un\n\n\n \t\ndeux", "un\n\ndeux"),
    ("emphasis", "**60 milliards** de *dollars* ***tous***", "60 milliards de dollars tous"),
    ("emphasis with _", "_un_ __deux__ trois_quatre_cinq _", "un deux trois_quatre_cinq _"),
    ("emphasis beside signs", "**« x »**, (*y*) **60 %**des", '" x ", (y) 60 %des'),
    ("emphasis over lines", "un *deux\ntrois* quatre", "un deux trois quatre"),
    ("emphasis ends with its paragraph", "un *deux\n\ntrois* quatre", "un *deux\n\ntrois* quatre"),
    ("a lone *", "prix* 5 * 3, *voir", "prix* 5 * 3, *voir"),
    ("a product", "5*3*2", "5*3*2"),
    ("struck out", "~~non~~ ~30 ~oui~", "non ~30 ~oui~"),
    ("code", "`a*b*c` ``d`e`` f`", "a*b*c d`e f`"),
    ("headings", "# Un\n## Deux ##\ntrois #4\n#cinq", "Un\nDeux\ntrois #4 #cinq"),
    ("underlined headings", "Un\n===\ndeux\n---\ntrois", "Un\n\ndeux\n\ntrois"),
    ("rules", "un\n\n* * *\ndeux", "un\n\ndeux"),
    ("quoted blocks", "> un\n> deux\ntrois\n\n> > quatre", "un deux trois\n\nquatre"),
    ("lists", "- un\n- deux\n  suite\n* trois\n+ quatre", "un\ndeux suite\ntrois\nquatre"),
    ("numbered lists", "1. un\n2. deux\n10) dix", "un\ndeux\ndix"),
    ("tasks", "- [x] un\n- [ ] deux", "un\ndeux"),
    ("a year that begins a line", "la fin de\n2026. Puis", "la fin de 2026. Puis"),
    ("a number that begins a line", "Il paie\n30. Puis", "Il paie 30. Puis"),
    ("a sign that begins a line", "il y a\n- 5 % et\n+ 3 %", "il y a - 5 % et + 3 %"),
    ("minus", "-5 %", "-5 %"),
    (
        "links",
        '[60](https://x.org/a_(b)_c "t*i*t") et <https://x.org/a_b_c>',
        "60 et https://x.org/a_b_c",
    ),
    ("links over lines", "[un\ndeux](https://x.org)", "un deux"),
    ("marks within links", "[**un** `deux`](#x)", "un deux"),
    ("images", "![une *vue*](x.png) [![a](b.png)](c)", "une vue a"),
    ("bare addresses", "voir https://x.org/a_b_c?d=e*f", "voir https://x.org/a_b_c?d=e*f"),
    ("references", "[un][r] [r] [deux][] [r][]\n\n[r]: https://x.org 'T'", "un r [deux][] r\n\n"),
    ("footnotes", "un[^1] deux\n\n[^1]: Note 3.", "un deux\n\nNote 3."),
    ("brackets", "un [deux] […] [1] trois", "un [deux] […] [1] trois"),
    ("comments", "un <!-- # deux\n\n--> trois <!-- quatre", "un trois <!-- quatre"),
    ("tags", '<p class="a>b">un <b>deux</b></p><p>x<br/>y</p> 3 <10 > 2', " un deux x y 3 <10 > 2"),
    ("escapes", r"\*un\* 1\. a\b \[x\]", r"*un* 1. a\b [x]"),
    ("entities", "&nbsp;&eacute;&amp;&#8239;&#x20AC; &unknown; &lt;b&gt;", " é& € &unknown; <b>"),
    ("front matter", "---\ntitle: x\n---\nun", "\nun"),
    ("no front matter", "---\n\nun\n\n---\n", "\n\nun\n\n"),
    ("fenced code", "```py\na *b*\n# c\n```\nd", "\na *b*\n# c\n\nd"),
    ("fence without end", "~~~\na *b*", "\na *b*"),
    ("tables", "| A | **B** |\n|---|:-:|\n| 1 | x\\|y |\n|2|", "A | B\n1 | x|y\n2"),
    ("tables without outer pipes", "A|B\n-|-\n1 |\nfin", "A | B\n1\nfin"),
]


@pytest.mark.parametrize(
    ("source", "text"), [row[1:] for row in READ], ids=[row[0] for row in READ]
)
def test_markdown_as_it_reads(source: str, text: str) -> None:
    plain = plain_of(source)
    assert plain.text == text
    if plain.offsets is not None:
        assert len(plain.offsets) == len(text) + 1
        assert list(plain.offsets) == sorted(plain.offsets)
    assert plain.at(len(text)) == len(source)


# A text with [[what is looked for]] in it, and how that reads.
PLACED = [
    ("il y a **[[60 milliards]]** de", "60 milliards"),
    ("il y a **[[60** milliards]]", "60 milliards"),
    ("en [[e\u0301te\u0301]], oui", "été"),
    ("[[mil\u00adliard]]\u00ad", "milliard"),
    ("la [[ﬁn]] de", "fin"),
    ("[[un]](https://x.org) mot", "un"),
    ("- [[un\n  deux]]\n- trois", "un deux"),
    ("> un [[deux\n> trois]]", "deux trois"),
    ("a  [[b   c]]  d", "b c"),
    ("il [[cr&eacute;e]] &amp; non", "crée"),
    ("| a | **[[b c]]** |\n|---|---|", "b c"),
    ("\ufeff---\nt: x\n---\n\n# [[Un titre]] #", "Un titre"),
    ("\r\n\r\n[[un]]\r\n", "un"),
]


@pytest.mark.parametrize(("marked", "text"), PLACED)
def test_a_span_is_what_reads_so_without_the_marks_around_it(marked: str, text: str) -> None:
    before, rest = marked.rsplit("[[", 1) if marked.count("[[") > 1 else marked.split("[[", 1)
    inside, after = rest.split("]]", 1)
    # In a link the brackets are its own.
    link = "[" if after.startswith("(") else ""
    source = before + link + inside + ("]" if link else "") + after
    plain = plain_of(source)
    index = plain.text.index(text)
    start = len(before + link)
    assert plain.span(index, index + len(text)) == (start, start + len(inside))
    assert plain.at(index) == start
    assert plain.index(start) == index


def test_a_text_without_anything_special_has_no_map() -> None:
    assert plain_of("Une phrase, l’autre « là ».\n").offsets is None


def test_what_is_no_markdown_keeps_its_marks() -> None:
    plain = plain_of("# 1. *un*\n- [a](b) &amp; <b>\n\n\nfin", markdown=False)
    assert plain.text == "# 1. *un* - [a](b) &amp; <b>\n\nfin"


def test_a_piece_of_a_line_has_no_blocks() -> None:
    assert plain_line("- **5** %").text == "- 5 %"


def test_offsets_are_a_sequence() -> None:
    offsets = plain_of("**un** deux").offsets
    assert offsets is not None
    assert offsets[-1] == 11
    assert list(offsets[1:4]) == [3, 6, 7]
    with pytest.raises(IndexError):
        offsets[8]


HOSTILE = [
    *(
        "* ** _ ~~ ` [ ] ]( [a]( < <a <!-- & &amp; \\ | ! # > - 1. ``` |- *a_b \u00ad e\u0301 ﬁ".split()
    ),
    *(
        "\n",
        "\r\n",
        " ",
        "\t",
        "> ",
        "- ",
        "a|b\n-|-\n",
        "[x]\n\n",
        "```\n",
        "**\n",
        "\x00",
        "\u202e",
        "'",
    ),
]


@pytest.mark.parametrize("sign", HOSTILE)
def test_signs_in_great_number_are_read_all_the_same(sign: str) -> None:
    source = "un " + sign * (60_000 // len(sign)) + " deux"
    plain = plain_of(source)
    assert plain.at(len(plain.text)) == len(source)
    assert plain_of("[x]: /y\n\n" + source).text.count("un") >= 1
