"""The quick way to read expressions and predicates: the trees of the grammars, for plainly regular texts.

Building a parser from a grammar costs more than a small run. What this does not take, the grammar decides and
explains; where this takes a text, both give the same tree, which a test holds them to.
"""

import re
from collections.abc import Callable
from typing import NamedTuple


class Token(str):
    """A piece of text with its kind and place, as the grammar's lexer gives it."""

    __slots__ = ("start_pos", "type")
    type: str
    start_pos: int

    def __new__(cls, kind: str, text: str, start: int) -> "Token":
        """A token of a kind; `start` counts from 0."""
        found = super().__new__(cls, text)
        found.type, found.start_pos = kind, start
        return found


class Meta(NamedTuple):
    """Where a tree begins."""

    start_pos: int
    empty: bool = False


class Tree(NamedTuple):
    """A rule of the grammar, with what it matched."""

    data: str
    children: list["Tree | Token"]
    meta: Meta


class _Unsure(Exception):
    """Raised where only the grammar can tell."""


_SPACE = re.compile(r"\s*")
_TOKENS = {
    "NUMBER": re.compile(r"[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"),
    "VARIABLE": re.compile(r"\?[^\W\d]\w*"),
    "QUOTED": re.compile(r"\"[^\"\n]*\"|'[^'\n]*'"),
    "NAME": re.compile(r"[^\W\d]\w*(?:-\w+)*"),
}
_SCALE = re.compile(r"(?:thousand|million|billion|trillion)\b")
_UNIT = re.compile(r"%|[A-Za-z]+(?:/[A-Za-z]+)?")
_AFTER_UNIT = re.compile(r"\s*(?:$|[-+*/)<>=!,]|(?:and|or)\s)")
_QUALIFIER = re.compile(r"([^\W\d][\w-]*\s*=)(?!=)")
_AT = re.compile(r"\s*at(?=\s)\s*")
_EDGE = re.compile(r"([a-z]+)\s*\(\s*(\?[^\W\d]\w*)\s*\)")
_DATE = re.compile(r"[0-9][0-9A-Z~%/.-]*(?=[\s,()]|$)")
_COMPARISON = re.compile(r"==|!=|<=|>=|<|>")
_WORD = re.compile(r"(?:and|or|not)\b")
_NO_UNITS = frozenset(("at", "to", "and", "or", "not"))


def parse(text: str, start: str) -> Tree | None:
    """The tree of an `expression` or a `predicate`; None where only the grammar can tell."""
    reader = _Reader(text) if start == "expression" else _PredicateReader(text)
    try:
        tree = reader.whole()
        return tree if reader.at_end() else None
    except _Unsure:
        return None


class _Reader:
    """Reads an expression by precedence: comparison, sum, product, factor."""

    comparisons = frozenset(("==", "<=", ">=", "<", ">"))

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def at_end(self) -> bool:
        self.space()
        return self.place == len(self.text)

    def space(self) -> None:
        self.place = _SPACE.match(self.text, self.place).end()  # type: ignore[union-attr]

    def take(self, pattern: re.Pattern[str], kind: str) -> Token | None:
        """The token that stands here, if it is of this kind."""
        self.space()
        match = pattern.match(self.text, self.place)
        if match is None or match.end() == self.place:
            return None
        token = Token(kind, match.group(), self.place)
        self.place = match.end()
        return token

    def sign(self, signs: str, kind: str) -> Token | None:
        self.space()
        if self.text[self.place : self.place + 1] not in signs or self.place == len(self.text):
            return None
        self.place += 1
        return Token(kind, self.text[self.place - 1], self.place - 1)

    def expect(self, sign: str) -> None:
        if self.sign(sign, "") is None:
            raise _Unsure

    def whole(self) -> Tree:
        return self.comparison(self.sum)

    def comparison(self, part: Callable[[], Tree]) -> Tree:
        left = part()
        sign = self.take(_COMPARISON, "COMPARISON")
        if sign is None:
            return left
        if sign not in self.comparisons:
            raise _Unsure
        return Tree("comparison", [left, sign, part()], left.meta)

    def sum(self) -> Tree:
        return self.chain(self.product, "+-", "SUM_SIGN")

    def product(self) -> Tree:
        return self.chain(self.factor, "*/", "PRODUCT_SIGN")

    def chain(self, part: Callable[[], Tree], signs: str, kind: str) -> Tree:
        found = part()
        while (sign := self.sign(signs, kind)) is not None:
            found = Tree("binary", [found, sign, part()], found.meta)
        return found

    def factor(self) -> Tree:
        minus = self.sign("-", "MINUS")
        if minus is None:
            return self.atom()
        return Tree("negative", [self.factor()], Meta(minus.start_pos))

    def atom(self) -> Tree:
        opening = self.sign("(", "")
        if opening is not None:
            inner = self.whole()
            self.expect(")")
            return inner
        return self.literal("POSITIVE") or self.slot()

    def literal(self, kind: str) -> Tree | None:
        number = self.take(_TOKENS["NUMBER"], kind)
        if number is None:
            return None
        tokens: list[Tree | Token] = [number]
        scale = self.take(_SCALE, "SCALE")
        tokens += [scale] if scale is not None else []
        before = self.place
        unit = self.take(_UNIT, "UNIT")
        if unit is not None and unit in _NO_UNITS:
            self.place, unit = before, None
        if not _AFTER_UNIT.match(self.text, self.place):
            raise _Unsure
        tokens += [unit] if unit is not None else []
        return Tree("literal", tokens, Meta(number.start_pos))

    def slot(self) -> Tree:
        name = self.take(_TOKENS["NAME"], "NAME")
        if name is None:
            raise _Unsure
        self.expect("(")
        children: list[Tree | Token] = [name, self.argument()]
        while self.sign(",", "") is not None:
            children.append(self.argument())
        self.expect(")")
        at = _AT.match(self.text, self.place)
        if at is not None:
            self.place = at.end()
            children.append(self.moment())
        return Tree("slot", children, Meta(name.start_pos))

    def argument(self) -> Tree:
        key = self.take(_QUALIFIER, "QUALIFIER")
        if key is not None:
            return Tree("qualifier", [key, self.choice()], Meta(key.start_pos))
        self.space()
        name = _TOKENS["NAME"].match(self.text, self.place)
        if name is not None and self.text[name.end() : name.end() + 1] == "(":
            return self.slot()
        return self.choice()

    def choice(self) -> Tree:
        star = self.sign("*", "STAR")
        if star is not None:
            return Tree("every", [star], Meta(star.start_pos))
        for kind, data in (("VARIABLE", "variable"), ("NAME", "name"), ("QUOTED", "name")):
            token = self.take(_TOKENS[kind], kind)
            if token is not None:
                return Tree(data, [token], Meta(token.start_pos))
        raise _Unsure

    def moment(self) -> Tree:
        edge = _EDGE.match(self.text, self.place)
        if edge is not None:
            kind = Token("EDGE", edge.group(1), edge.start(1))
            variable = Token("VARIABLE", edge.group(2), edge.start(2))
            self.place = edge.end()
            return Tree("moment_of", [kind, variable], Meta(kind.start_pos))
        for pattern, name, data in (
            (_TOKENS["VARIABLE"], "VARIABLE", "moment_variable"),
            (_DATE, "EDTF", "moment_date"),
        ):
            token = self.take(pattern, name)
            if token is not None:
                return Tree(data, [token], Meta(token.start_pos))
        raise _Unsure


class _PredicateReader(_Reader):
    """Reads a predicate: the same, with `and`, `or`, `not`, fields and functions."""

    comparisons = frozenset(("==", "!=", "<=", ">=", "<", ">"))

    def whole(self) -> Tree:
        return self.joined(self.conjunction, "or", "either")

    def conjunction(self) -> Tree:
        return self.joined(self.negation, "and", "both")

    def joined(self, part: Callable[[], Tree], word: str, data: str) -> Tree:
        found = part()
        while self.word(word):
            found = Tree(data, [found, part()], found.meta)
        return found

    def word(self, word: str) -> bool:
        self.space()
        match = _WORD.match(self.text, self.place)
        if match is None or match.group() != word:
            return False
        self.place = match.end()
        return True

    def negation(self) -> Tree:
        self.space()
        start = self.place
        if self.word("not"):
            return Tree("negated", [self.negation()], Meta(start))
        return self.comparison(self.sum)

    def atom(self) -> Tree:
        if self.sign("(", "") is not None:
            inner = self.whole()
            self.expect(")")
            return inner
        literal = self.literal("NUMBER")
        if literal is not None:
            return literal
        for kind, data in (("QUOTED", "text"), ("VARIABLE", "variable")):
            token = self.take(_TOKENS[kind], kind)
            if token is not None:
                return Tree(data, [token], Meta(token.start_pos))
        return self.named()

    def named(self) -> Tree:
        """A field, a call or a bare word."""
        name = self.take(_TOKENS["NAME"], "WORD")
        if name is None or _WORD.fullmatch(name) or not _is_word(name):
            raise _Unsure
        following = self.text[self.place : self.place + 1]
        if following == ".":
            self.place += 1
            field = _TOKENS["NAME"].match(self.text, self.place)
            if field is None or not _is_word(field.group()):
                raise _Unsure
            self.place = field.end()
            own = Token("WORD", field.group(), field.start())
            return Tree("field", [name, own], Meta(name.start_pos))
        if following != "(":
            return Tree("word", [name], Meta(name.start_pos))
        self.place += 1
        children: list[Tree | Token] = [name, self.whole()]
        while self.sign(",", "") is not None:
            children.append(self.whole())
        self.expect(")")
        return Tree("call", children, Meta(name.start_pos))


def _is_word(name: str) -> bool:
    """Whether each part of a hyphenated name begins as words do."""
    return all(not part[:1].isdigit() for part in name.split("-"))
