"""Other readers' cases: how far `read_text` finds what they expect. `python -m tests.judges.reading -v`

The cases stand in the folders `recognizers`, `duckling` and `text2num`, each with its origin and licence;
others may be read from such folders of the one that the environment variable CLAIMCHECK_JUDGES names. Each
file is a list of cases:

    - {input: "30 000 $", expected: [{text: "30 000 $", value: "30000", unit: Dollar}]}   # recognizers
    - {dimension: money, input: "8 à 9 francs", expected: [{from: "8", to: "9", unit: CHF}]}   # duckling
    - {words: "douze mille", value: "12000"}   # text2num; a value of null: not a number

Besides `value`, or `from` and `to`, an expected entity may have `under` or `above`; without `text` it is the
whole input. Files `units*.yaml` say what the units' names mean: {unit: USD, times: "0.01"}, or {unit: null,
unknown: name}; a unit of "" is a count. A case that is `latent` holds a guess, which need not be found. The
files `wrong.yaml` list the cases that are wrong: {file, input, expected, ours, reason}.

Two conventions of Recognizers are translated: it has no ranges, so that each end of one of ours counts as
found by itself; and no rates, so that "500 barrels a day" count as 500 barrels.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import yaml

from claimcheck.model.units import UnknownUnit, parse_unit

FOLDER = Path(os.environ.get("CLAIMCHECK_JUDGES") or Path(__file__).parent)
KINDS = {"currency": "money", "dimension": "quantity", "percent": "share"}
"""What a file of Recognizers is about, by the middle of its name."""
TEMPERATURE = "K:1"
TIME = "s:1"

Units = Mapping[str, Mapping[str, str | None]]
RawCase = Mapping[str, Any]


class Read(Protocol):
    """What is compared of a reading."""

    @property
    def kind(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def value(self) -> Fraction | None: ...
    @property
    def low(self) -> Fraction | None: ...
    @property
    def high(self) -> Fraction | None: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...


class Expected(NamedTuple):
    """An entity that the other reader finds, in a unit of claimcheck."""

    text: str | None
    unit: str | None
    known: bool
    """Whether claimcheck knows the unit; one that it does not know is never found."""
    low: Fraction | None
    high: Fraction | None
    bound: bool
    """Whether only one end is there on purpose: under or above."""


class Case(NamedTuple):
    """A text of another project and what is in it."""

    file: str
    language: str
    input: str
    raw: Sequence[Mapping[str, Any]]
    expected: tuple[Expected, ...]
    kind: str
    model: str
    """Whose case it is: currency, dimension, temperature, percent, or one of duckling's dimensions."""

    def names(self, wrong: Mapping[str, Any]) -> bool:
        """Whether an entry of a wrong.yaml is about this case."""
        said = (wrong["file"], wrong["input"], wrong["expected"])
        return said == (self.file, self.input, self.raw)


class Result(NamedTuple):
    """A case and what we make of it; `why` is empty if we agree."""

    case: Case
    ours: str
    why: str


class Words(NamedTuple):
    """Words and the number that they are, if they are one."""

    file: str
    language: str
    words: str
    value: Fraction | None


def files(judge: str) -> tuple[str, ...]:
    """The names of a judge's files of cases, such as `recognizers/fr.currency.yaml`."""
    return tuple(
        f"{judge}/{path.name}"
        for path in sorted((FOLDER / judge).glob("*.yaml"))
        if not path.name.startswith(("units", "wrong"))
    )


def judge_of(file: str) -> str:
    """The judge whose file it is."""
    return file.partition("/")[0]


def cases(file: str) -> tuple[Case, ...]:
    """The cases of a file of Recognizers or Duckling."""
    judge, name = file.split("/")
    language, *rest = name.removesuffix(".yaml").split(".")
    units = _units(judge, language)
    found = []
    for raw in _load(file):
        model = raw.get("model") or raw.get("dimension") or rest[0]
        kind = KINDS.get(model) or ("money" if model == "money" else "quantity")
        given = () if raw.get("latent") else raw["expected"]
        expected = tuple(_expected(each, units, kind, language) for each in given)
        found.append(
            Case(file, language, raw["input"], raw["expected"], expected, kind, model),
        )
    return tuple(found)


def words(file: str) -> tuple[Words, ...]:
    """The cases of a file of text2num; those for `alpha2digit`, which have `digits`, are left out."""
    language = file.split("/")[1].removesuffix(".yaml")
    return tuple(
        Words(file, language, raw["words"], _number(raw["value"], "en"))
        for raw in _load(file)
        if "words" in raw
    )


def wrong(judge: str) -> tuple[Mapping[str, Any], ...]:
    """The cases of a judge that are wrong, each with its reason."""
    path = FOLDER / judge / "wrong.yaml"
    return tuple(_load(f"{judge}/wrong.yaml")) if path.exists() else ()


def compare(case: Case, readings: Sequence[Read]) -> str:
    """Why our readings are not what a case expects; empty if they are."""
    left = [each for each in readings if _judged(case, each)]
    ends: set[Read] = set()
    for expected in case.expected:
        spans = _spans(case.input, expected.text)
        there = [each for each in left if any(_overlap(each, span) for span in spans)]
        if not expected.known:
            return f"unknown unit of {_shown(case, expected)}"
        if expected.unit is None or (expected.low is None and expected.high is None):
            continue
        same = next((each for each in there if _equal(expected, each)), None)
        if same is not None:
            left.remove(same)
            continue
        near = next(
            (
                each
                for each in there
                if judge_of(case.file) == "recognizers" and _nearly(expected, each)
            ),
            None,
        )
        if near is None:
            return f"{_shown(case, expected)} not found"
        ends.add(near)
    left = [each for each in left if each not in ends]
    return f"too many: {rendered(left)}" if left else ""


def judge_file(file: str) -> tuple[Result, ...]:
    """Every case of a file of Recognizers or Duckling, read."""
    from claimcheck.text.reading import read_text

    results = []
    for case in cases(file):
        readings = read_text(case.input, case.language)
        results.append(Result(case, rendered(readings), compare(case, readings)))
    return tuple(results)


def judge_words(file: str) -> tuple[tuple[Words, Fraction | None], ...]:
    """The words of a file that we read otherwise, with our number."""
    from claimcheck.text.numerals import number_of

    read = [(each, number_of(each.words, each.language)) for each in words(file)]
    return tuple((each, ours) for each, ours in read if ours != each.value)


def rendered(readings: Sequence[Read]) -> str:
    """Readings in a line: kind, number or ends, unit and text."""
    return "; ".join(
        f"{each.kind} {_ends(each)} {each.unit} «{each.text}»".replace("  ", " ")
        for each in readings
    )


def _load(file: str) -> Iterator[RawCase]:
    yield from yaml.safe_load((FOLDER / file).read_text(encoding="utf-8")) or ()


def _units(judge: str, language: str) -> Units:
    units: dict[str, Mapping[str, str | None]] = {}
    for name in ("units.yaml", f"units.{language}.yaml"):
        path = FOLDER / judge / name
        if path.exists():
            units |= yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return units


def _expected(raw: Mapping[str, Any], units: Units, kind: str, language: str) -> Expected:
    """An entity in a unit of claimcheck; `Livre (quantity)` is asked before `Livre`."""
    if kind == "share":
        unit: Mapping[str, str | None] = {"unit": "%"}
    elif raw.get("unit") is None:
        return Expected(raw.get("text"), None, True, None, None, False)
    else:
        unit = units.get(f"{raw['unit']} ({kind})") or units[raw["unit"]]
    name = unit["unit"]
    times = Fraction(unit.get("times") or 1)
    ends = [
        None if (number := _number(raw.get(key), language)) is None else number * times
        for key in ("value", "from", "to", "above", "under")
    ]
    value, start, stop, above, under = ends
    low = next((each for each in (value, start, above) if each is not None), None)
    high = next((each for each in (value, stop, under) if each is not None), None)
    bound = above is not None or under is not None
    return Expected(raw.get("text"), name, name is not None, low, high, bound)


def _number(text: str | None, language: str) -> Fraction | None:
    if text is None:
        return None
    text = text.removesuffix("%")
    return Fraction(text.replace(",", ".") if language == "fr" else text.replace(",", ""))


def _nearly(expected: Expected, reading: Read) -> bool:
    """Whether the number is an end of our range, or the first part of our rate."""
    if expected.low is None or expected.low != expected.high or expected.unit is None:
        return False
    if expected.text is None or len(reading.text) <= len(expected.text):
        return False
    unit, _, rate = reading.unit.rpartition("/") if "/" in reading.unit else (reading.unit, "", "")
    if rate and reading.value is not None:
        return _in_unit(reading.value, unit, expected.unit) == expected.low
    ends = [_in_unit(end, reading.unit, expected.unit) for end in (reading.low, reading.high)]
    return None not in ends and expected.low in ends


def _judged(case: Case, reading: Read) -> bool:
    """Whether the model of a case would find such a reading. Recognizers' dimensions have no durations
    and no prices, and temperatures are a model of their own."""
    if reading.kind == "count" and any(each.unit == "" for each in case.expected):
        return True
    if reading.kind != case.kind:
        return False
    if case.kind == "share":
        return reading.unit == "%"
    if case.model not in ("dimension", "temperature"):
        return True
    try:
        unit = parse_unit(reading.unit)
    except UnknownUnit:
        return True
    if case.model == "temperature":
        return unit.dimension == TEMPERATURE
    return unit.dimension not in (TIME, TEMPERATURE) and unit.money is None


def _equal(expected: Expected, reading: Read) -> bool:
    assert expected.unit is not None
    low, high = (_in_unit(end, reading.unit, expected.unit) for end in (reading.low, reading.high))
    if expected.bound or expected.low != expected.high:
        return (low, high) == (expected.low, expected.high)
    one = _in_unit(reading.value, reading.unit, expected.unit)
    if one is None and (low is None or high is None):
        one = high if low is None else low
    return one is not None and one == expected.low


def _in_unit(number: Fraction | None, unit: str, wanted: str) -> Fraction | None:
    """A number in another unit, None if it cannot be counted in that."""
    if number is None or unit == wanted:
        return number
    try:
        ours, theirs = parse_unit(unit), parse_unit(wanted)
    except UnknownUnit:
        return None
    if ours.dimension != theirs.dimension:
        return None
    return (number * ours.factor + ours.offset - theirs.offset) / theirs.factor


def _spans(text: str, part: str | None) -> tuple[tuple[int, int], ...]:
    """Where a part is in a text, whatever its case; everywhere if there is no part."""
    if part is None:
        return ((0, len(text)),)
    whole, part = text.lower(), part.lower()
    starts = [at for at in range(len(whole)) if whole.startswith(part, at)]
    return tuple((at, at + len(part)) for at in starts)


def _overlap(reading: Read, span: tuple[int, int]) -> bool:
    return reading.start < span[1] and span[0] < reading.end


def _shown(case: Case, expected: Expected) -> str:
    raw = case.raw[case.expected.index(expected)]
    return ", ".join(f"{key} {value}" for key, value in raw.items())


def _ends(reading: Read) -> str:
    if reading.value is not None:
        return str(reading.value)
    return f"{'' if reading.low is None else reading.low}..{'' if reading.high is None else reading.high}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints each file's agreement, and its failures with -v."""
    parser = argparse.ArgumentParser(prog="python -m tests.judges.reading")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the failures")
    parser.add_argument(
        "file", nargs="*", help="such as recognizers/fr.currency.yaml; default: all"
    )
    given = parser.parse_args(arguments)
    chosen = given.file or [*files("recognizers"), *files("duckling"), *files("text2num")]
    if not chosen:
        print(f"No cases below {FOLDER}: CLAIMCHECK_JUDGES names the folder that has them.")
    for file in chosen:
        for line in _report(file, given.verbose):
            print(line)
    return 0


def _report(file: str, verbose: bool) -> Iterator[str]:
    judge = judge_of(file)
    if judge == "text2num":
        differing = judge_words(file)
        yield _line(file, len(words(file)), len(differing), 0)
        if verbose:
            for each, ours in differing:
                yield f"  {each.words!r}: expected {each.value}, ours {ours}"
        return
    results = judge_file(file)
    listed = wrong(judge)
    failures = [result for result in results if result.why]
    left_out = [result for result in failures if any(result.case.names(entry) for entry in listed)]
    yield _line(file, len(results), len(failures), len(left_out))
    if verbose:
        for result in failures:
            mark = " (listed as wrong)" if result in left_out else ""
            yield from explained(result, mark)


def explained(result: Result, mark: str = "") -> Iterator[str]:
    """A failure in four lines."""
    yield f"  {result.case.input!r}{mark}"
    yield f"    {result.why}"
    yield f"    expected {[dict(each) for each in result.case.raw]}"
    yield f"    ours     {result.ours or 'nothing'}"


def _line(file: str, number: int, failures: int, left_out: int) -> str:
    agreeing = number - failures
    rest = number - left_out
    shares = [100 * agreeing / whole if whole else 100 for whole in (number, rest)]
    return (
        f"{file}: {number} cases, {agreeing} agree, {shares[0]:.1f} %; "
        f"{shares[1]:.1f} % without the {left_out} that are wrong"
    )


if __name__ == "__main__":
    sys.exit(main())
