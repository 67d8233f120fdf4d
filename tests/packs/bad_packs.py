"""A good pack, and what can be wrong with one: a mistake, where it is told, and how."""

from typing import NamedTuple

GOOD = """\
pack: desk
attributes:
  quota: {type: money, period: duration, at-least: 0, qualifiers: [of], doc: what may be spent}
rules:
  spent-above-earned:
    doc: |
      More was spent than came in.
      Say what pays the rest, and check both periods.
    level: warning
    options: {limit: 40, strict: false}
    message:
      en: "{?company} spends {spent.value}, over {limit}"
      fr: "{?company} dépense {spent.value}, plus de {limit}"
    match:
      earned: revenue(?company)
      spent: spending(?company)
    if: not strict or spent.value > 0 EUR
    without:
      rest: quota(?company, of=?what)
    forbid: spent.value > earned.value
    bad:
      - "claims: []  # finds: desk/spent-above-earned"
    good:
      - "claims: []"
  profit-not-left:
    doc: |
      The profit is not what is left.
      Check the signs.
    source: a book
    relation: profit(?company) == revenue(?company) - costs(?company)
    bad:
      - "claims: []  # finds: desk/profit-not-left"
    good:
      - "claims: []"
  empty-word:
    doc: |
      The article uses an empty word.
      Write what it means.
    message:
      en: "“{match}” says nothing"
      fr: "« {match} » ne dit rien"
    pattern: (?i)\\bsky-?high\\b
    over: article
    bad:
      - "claims: []  # finds: desk/empty-word"
    good:
      - "claims: []"
"""


class Bad(NamedTuple):
    """A mistake in the good pack: what stands there instead, and where and how it is told."""

    case: str
    old: str
    new: str
    line: str
    """What the line at which it is told contains; nothing: any line."""
    says: str


FORBID = "forbid: spent.value > earned.value"
RELATION = "profit(?company) == revenue(?company) - costs(?company)"
BAD_EXAMPLE = '    bad:\n      - "claims: []  # finds: desk/profit-not-left"\n'
DEEP = "(" * 10_000 + "1" + ")" * 10_000
LONG = " + ".join(["revenue(?company)"] * 10_000)

# fmt: off
CASES = [
    Bad("a mistyped key", "    level:", "    levle:", "levle", "did you mean `level`"),
    Bad("a mistyped kind", "    relation:", "    relatoin:", "relatoin", "did you mean `relation`"),
    Bad("a mistyped key of a pack", "attributes:", "atributes:", "atributes", "`attributes`"),
    Bad("a rule without bad examples", BAD_EXAMPLE, "", "profit-not-left:", "no `bad`"),
    Bad("bad examples that are empty", BAD_EXAMPLE, "    bad: []\n", "bad: []", "1 item"),
    Bad("two kinds at once", "    source: a book\n",
        "    pattern: x\n", "profit-not-left:", "exactly one of relation, match and pattern"),
    Bad("a rule of no kind", f"    relation: {RELATION}\n",
        "", "profit-not-left:", "exactly one of relation, match and pattern"),
    Bad("an unknown attribute", "- costs(",
        "- cots(", "- cots(", "no attribute `cots`; did you mean `costs`?"),
    Bad("an unknown attribute in a pattern", "earned: revenue(",
        "earned: revenu(", "revenu(", "did you mean `revenue`?"),
    Bad("an unknown attribute in `without`", "rest: quota(",
        "rest: quotta(", "quotta", "did you mean `quota`?"),
    Bad("an unknown qualifier", "of=?what", "off=?what", "off=", "did you mean `of`?"),
    Bad("money added to a share", "- costs(", "- margin(", "- margin(", "expected"),
    Bad("a date compared with money", FORBID,
        "forbid: spent.when > earned.value", "forbid:", "expected a date, as on the left"),
    Bad("a variable that no pattern binds", FORBID,
        "forbid: spent.value > earned.value and ?compny == Acme", "forbid:", "did you mean ?company"),
    Bad("an unknown field", FORBID, "forbid: spent.valeu > earned.value", "forbid:", "did you mean value"),
    Bad("an unknown field of the document", FORBID,
        "forbid: spent.when > document.publshed", "forbid:", "did you mean published"),
    Bad("a field of what is not matched", FORBID,
        "forbid: spend.value > earned.value", "forbid:", "did you mean spent"),
    Bad("a name of `match` without a field", FORBID,
        "forbid: spent > earned.value", "forbid:", "spent.value"),
    Bad("an unknown function", FORBID, "forbid: wrds(spent.quote) > limit", "forbid:", "did you mean words"),
    Bad("too many arguments", FORBID,
        "forbid: words(spent.quote, earned.quote) > limit", "forbid:", "1 argument in words"),
    Bad("too few arguments", FORBID, "forbid: granular(spent.value)", "forbid:", "2 arguments in granular"),
    Bad("no arguments", FORBID, "forbid: words() > limit", "forbid:", "1 argument in words"),
    Bad("an order of names", FORBID, "forbid: ?company > Acme", "forbid:", "== or != between names"),
    Bad("a relation without a source", "    source: a book\n",
        "", "profit-not-left:", "source: title or URL"),
    Bad("a relation that compares nothing", RELATION,
        "revenue(?company) - costs(?company)", "relation:", "a relation is a comparison"),
    Bad("a relation that is no expression", RELATION,
        "profit(?company) == revenue(?company) -", "relation:", "expected"),
    Bad("a star outside of sum", RELATION, "profit(*) == revenue(?company)", "relation:", "only inside"),
    Bad("`complete` in a relation", RELATION,
        "complete(investment(*)) == 1", "relation:", "for claims"),
    Bad("a count of a slot", RELATION, "count(revenue(?company)) == 1", "relation:", "inside count"),
    Bad("the length of what is no time", "- costs(?company)",
        "- 1 EUR/h * hours(revenue(?company))", "relation:", "hours(?t)"),
    Bad("the length of another time", "- costs(?company)",
        "- 1 EUR/h * hours(?other)", "relation:", "hours(?t)"),
    Bad("a star in a pattern", "earned: revenue(?company)",
        "earned: revenue(*)", "earned:", "a pattern such as"),
    Bad("an expression 10,000 deep", RELATION,
        f"{DEEP} == revenue(?company)", "relation:", "a shorter expression"),
    Bad("an expression 10,000 terms long", RELATION,
        f"{LONG} == profit(?company)", "relation:", "a shorter expression"),
    Bad("a predicate 10,000 deep", FORBID,
        f"forbid: {DEEP} > earned.value", "forbid:", "a shorter expression"),
    Bad("10,000 signs in a row", FORBID,
        f"forbid: {'-' * 10_000}1 EUR > earned.value", "forbid:", "a shorter expression"),
    Bad("10,000 times `not`", FORBID, f"forbid: {'not ' * 10_000}strict", "forbid:", "a shorter expression"),
    Bad("a pattern 10,000 deep", "earned: revenue(?company)",
        f"earned: {DEEP}", "earned:", "a shorter expression"),
    Bad("a name with capitals", "  profit-not-left:", "  ProfitNotLeft:", "ProfitNotLeft", "kebab-case"),
    Bad("a name with an underscore", "  profit-not-left:",
        "  profit_not_left:", "profit_not_left", "kebab-case"),
    Bad("a pack with a strange name", "pack: desk", "pack: my desk", "pack:", "identifier"),
    Bad("a pack without a name", "pack: desk\n", "", "", "no `pack`"),
    Bad("a pack without rules", GOOD[GOOD.index("rules:") :], "rules: {}\n", "rules:", "1 item"),
    Bad("a rule twice", "  empty-word:", "  profit-not-left:", "", "duplicate"),
    Bad("a key twice", "    source: a book\n", "    source: a\n    source: b\n", "source: b", ""),
    Bad("broken YAML", "    source: a book\n", "    source: [a book\n", "", ""),
    Bad("a tab", "    source: a book\n", "\tsource: a book\n", "", ""),
    Bad("an attribute of another type than in the vocabulary", "  quota:",
        "  revenue: {type: count, period: duration, doc: earned}\n  quota:",
        "revenue: {type: count", "`revenue` is of type"),
    Bad("an attribute of another period than in the vocabulary", "  quota:",
        "  revenue: {type: money, period: instant, doc: earned}\n  quota:",
        "revenue: {type: money", "the period of `revenue` is duration"),
    Bad("an attribute of no type", "type: money", "type: mony", "quota", ""),
    Bad("a message with an unknown place", "{spent.value}, over",
        "{spnt.value}, over", "spnt", "did you mean spent"),
    Bad("a message with an empty place", "{spent.value}, over", "{}, over", "{}, over", "expected"),
    Bad("a message in one language", '      fr: "« {match} » ne dit rien"\n', "", "", "no `fr`"),
    Bad("an invalid regular expression", "(?i)\\bsky-?high\\b",
        "(?i)(sky", "pattern:", "not a regular expression"),
    Bad("a regular expression that looks back", "(?i)\\bsky-?high\\b",
        "(a)\\1", "pattern:", "not a regular expression"),
    Bad("a message of a pattern with another place", "“{match}” says",
        "“{word}” says", "{word}", "{match} only"),
    Bad("`forbid` without a match", "    source: a book\n",
        "    source: a book\n    forbid: 1 > 2\n", "forbid: 1", "only beside `match`"),
    Bad("both forbid and require", f"    {FORBID}\n",
        f"    {FORBID}\n    require: strict\n", "spent-above-earned:", "one of `forbid` and `require`"),
    Bad("neither forbid nor require", f"    without:\n      rest: quota(?company, of=?what)\n    {FORBID}\n",
        "", "spent-above-earned:", "one of `forbid` and `require`"),
    Bad("a match of nothing",
        "    match:\n      earned: revenue(?company)\n      spent: spending(?company)\n",
        "    match: {}\n", "match: {}", "at least one claim"),
    Bad("a number of absurd size", FORBID,
        "forbid: spent.value > 1e999999999 EUR", "forbid:", "a number of a sensible size"),
    Bad("a number of absurd size in a relation", "- costs(?company)",
        "- 1e999999999 EUR", "relation:", "a number of a sensible size"),
    Bad("an unknown unit", FORBID, "forbid: spent.value > 5 EURO", "forbid:", "a known unit"),
    Bad("a unit of something else", FORBID,
        "forbid: spent.value > 5 MW", "forbid:", "expected money, as on the left"),
    Bad("an option that is a list", "limit: 40", "limit: [40]", "options:", "expected"),
    Bad("a level that there is not", "level: warning", "level: fatal", "level:", "error"),
    Bad("a kind of reading that there is not", "revenue(?company)\n      spent",
        "reading(kind=x)\n      spent", "reading", "a kind: money, share"),
    Bad("readings beside claims", "revenue(?company)\n      spent",
        "reading(kind=money)\n      spent", "spent:", "not matched together"),
]
# fmt: on
