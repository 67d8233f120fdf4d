"""A small reading of claim files of its own: only what the cases use, as a problem for the verifier."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from tests.verifier import Constraint, Interval, Problem, Tree, exactly

HERE = Path(__file__).parent
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# Megawatts and hours are the base, so that energies are in megawatt hours.
UNITS = dict.fromkeys("EUR MW MWh h t ha km^2 km^-2 EUR/MWh EUR/t t/ha".split(), Fraction(1))
UNITS |= {"": Fraction(1), "%": Fraction(1, 100), "GWh": Fraction(1000), "kW": Fraction(1, 1000)}
SIGNS = {
    "==": exactly(0),
    "<=": Interval(None, Fraction(0)),
    ">=": Interval(Fraction(0), None),
}
LIGHTNESS = ["attributed", "possible", "probable", "certain"]

_AMOUNT = re.compile(r"(?P<number>-?\d[\d_]*(\.\d+)?)( (?P<scale>[a-z]{5,}))?( ?(?P<unit>\S+))?")
_TOKEN = re.compile(
    r"""\s*(?:(?P<term>(?P<attribute>\w+)\((?P<slot>[^)]*)\)(?:\ at\ (?P<when>[\w-]+))?)
    |(?P<number>\d[\d_.]*(?:\ (?:thousand|million))?(?:\ EUR)?)|(?P<sign>==|<=|>=|[-+*/()]))""",
    re.VERBOSE,
)


class Case(NamedTuple):
    """A case: its claims, and what is known of it."""

    claims: list[dict[str, Any]]
    repairs: set[frozenset[str]]
    cause: str

    @property
    def fields(self) -> dict[str, dict[str, Any]]:
        """The claims of values, by id; the others are edits."""
        return {claim["id"]: claim for claim in self.claims if "value" in claim}


def read(path: Path) -> Case:
    """A case with what its first lines say."""
    text = path.read_text(encoding="utf-8")
    found = re.match(r"# \S.*\n# repair: (.+)\n# cause: (\w+)\n", text)
    assert found, "three lines of comment"
    repairs = {frozenset(each.split()) for each in found[1].split("|")}
    return Case(_load(path)["claims"], repairs, found[2])


def _load(path: Path) -> Any:
    return YAML(typ="base", pure=True).load(
        path.read_text(encoding="utf-8")
    )  # all scalars are text


def _attributes() -> dict[str, Any]:
    [general] = (HERE.parents[1] / "claimcheck").rglob("general.yaml")
    return {**_load(general)["attributes"], **_load(HERE / "vocabulary.yaml")["attributes"]}


ATTRIBUTES = _attributes()


def lightness(claim: dict[str, Any]) -> int:
    """How readily a claim is doubted: the less, the lighter."""
    word = "attributed" if "attribution" in claim else claim.get("certainty", "certain")
    return LIGHTNESS.index(word)


def problem(case: Case, *, wide: bool) -> Problem:
    """All claims of a case, in one of their two readings."""
    variables: dict[str, Interval] = {}
    constraints = []
    for claim in case.claims:
        if "that" in claim:
            tree, interval = _Edit(claim, variables).comparison()
        else:
            where = sorted(f"{key}={name}" for key, name in claim.get("where", {}).items())
            slot = ", ".join([claim["subject"], *where])
            tree = _variable(claim["attribute"], slot, claim.get("when"), variables)
            interval = value(claim, wide=wide)
        constraints.append(Constraint(claim["id"], tree, interval))
    return Problem(variables, constraints)


def _variable(attribute: str, slot: str, when: str | None, known: dict[str, Interval]) -> Tree:
    name = f"{attribute}({slot}) at {when}"
    ends = [ATTRIBUTES[attribute].get(key) for key in ("at-least", "at-most")]
    low, high = (None if end is None else Fraction(end) for end in ends)
    known[name] = Interval(low, high)
    return ("var", name)


def value(claim: dict[str, Any], *, wide: bool, text: str | None = None) -> Interval:
    """The interval of a claim's value: half a unit of its last digit each way, or of the last but zeros."""
    found = _AMOUNT.fullmatch(text or claim["value"])
    assert found, claim["value"]
    number, scale = _number(found["number"]), _scale(found)
    last = Fraction(1, 10 ** len(found["number"].partition(".")[2]))
    digits = found["number"].replace("_", "")
    zeros = 0 if "." in digits else len(digits) - len(digits.rstrip("0"))
    half = max(last / 2, min(last * 10**zeros / 2, abs(number) / 10)) if wide else last / 2
    if ATTRIBUTES[claim["attribute"]]["type"] == "count" and not (
        wide and number * scale >= 100 and (number * scale) % 10 == 0
    ):
        half = Fraction(0)
    return Interval((number - half) * scale, (number + half) * scale)


def _number(text: str) -> Fraction:
    return Fraction(text.replace("_", ""))


def _scale(found: re.Match[str]) -> Fraction:
    return SCALES.get(found["scale"], 1) * UNITS[found["unit"] or ""]


def undone(claim: dict[str, Any], cause: str) -> Iterator[Interval]:
    """What the value may have been before a slip."""
    low, high, *_ = value(claim, wide=False)
    assert low is not None and high is not None
    if cause == "transposed":
        yield from (value(claim, wide=False, text=text) for text in _transposed(claim["value"]))
    elif cause == "sign":
        yield Interval(-high, -low)
    else:
        yield Interval(low * SCALES[cause], high * SCALES[cause])
        yield Interval(low / SCALES[cause], high / SCALES[cause])


def _transposed(text: str) -> Iterator[str]:
    places = [n for n, letter in enumerate(text) if letter.isdigit()]
    for one, other in pairwise(places):
        letters = list(text)
        letters[one], letters[other] = text[other], text[one]
        yield "".join(letters)


class _Edit:
    """The text of an edit, taken apart from left to right."""

    def __init__(self, claim: dict[str, Any], known: dict[str, Interval]) -> None:
        self.when, self.known = claim.get("when"), known
        self.tokens = list(_TOKEN.finditer(claim["that"]))
        assert "".join(token[0] for token in self.tokens) == claim["that"], claim["that"]

    def comparison(self) -> tuple[Tree, Interval]:
        """left - right, and what its sign leaves."""
        left, sign, right = self._sum(), self._take(), self._sum()
        assert not self.tokens
        return ("-", left, right), SIGNS[sign]

    def _take(self) -> str:
        return self.tokens.pop(0)[0].strip()

    def _next(self) -> str | None:
        return self.tokens[0]["sign"] if self.tokens else None

    def _sum(self) -> Tree:
        tree = self._product()
        while self._next() in ("+", "-"):
            tree = (self._take(), tree, self._product())
        return tree

    def _product(self) -> Tree:
        tree = self._atom()
        while self._next() in ("*", "/"):
            tree = (self._take(), tree, self._atom())
        return tree

    def _atom(self) -> Tree:
        token = self.tokens.pop(0)
        if token["term"]:
            when = token["when"] or self.when
            return _variable(token["attribute"], token["slot"], when, self.known)
        if token["number"]:
            found = _AMOUNT.fullmatch(token["number"])
            assert found
            return ("lit", exactly(_number(found["number"]) * _scale(found)))
        tree = self._sum()
        assert self._take() == ")"
        return tree
