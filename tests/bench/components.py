"""How fast the consistency engine decides: small parts, cycles, one large document, and what is too hard.

The floor of the small parts is Z3 on the same ones, in the same process: what propagation is there to spare.
"""

import random
import subprocess
import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

from claimcheck.consistency.conflicts import decide
from claimcheck.consistency.network import (
    Apply,
    Constraint,
    Instance,
    Node,
    Part,
    Unknown,
    Variable,
)
from claimcheck.consistency.solving import satisfiable
from claimcheck.model.claim import Claim
from claimcheck.model.interval import NOT_NEGATIVE, Interval
from claimcheck.model.relation import Relation
from claimcheck.model.units import PLAIN
from claimcheck.testing import example_index
from tests.bench.measure import python

SMALL, CYCLIC, SOLVED = 5_000, 200, 200
ZERO = Interval(Fraction(0), Fraction(0))
LAW = Relation("bench/law", "profit(?x) == revenue(?x) - costs(?x)", "error")


def run(folder: Path, seed: int) -> bool:
    """Measure and print; whether all bars are met."""
    dice = random.Random(seed)
    small = [_tree(dice) for _ in range(SMALL)]
    cyclic = [_cycle(dice) for _ in range(CYCLIC)]
    mine = _seconds(decide, small) / SMALL
    z3 = _seconds(_solve, small[:SOLVED]) / SOLVED
    loops = _seconds(decide, cyclic) / CYCLIC
    solved = _seconds(_solve, cyclic) / CYCLIC
    large, hard = _document(folder / "large", 1_000, 1), _document(folder / "hard", 1_000, 9)
    rows = [
        ("parts of two to six slots decided in a second", 1 / mine, "≥ 10,000", mine <= 1e-4),
        ("Z3's time for the same parts / ours", z3 / mine, "none", True),
        (
            "milliseconds for a part with a cycle, round values first",
            loops * 1e3,
            "≤ 5",
            loops <= 5e-3,
        ),
        ("milliseconds for the same by Z3 alone", solved * 1e3, "≤ 5", solved <= 5e-3),
        ("seconds for 2,000 claims, 1,000 instances (whole process)", large, "< 2", large < 2),
        ("seconds until a part of 3,000 constraints is given up", hard, "none", True),
    ]
    print("\nthe consistency engine")
    for text, figure, bar, met in rows:
        verdict = "" if bar == "none" else (": met" if met else ": MISSED")
        print(f"  {text:60} {figure:12,.3f}   {bar}{verdict}")
    return all(met for *_, met in rows)


def _seconds(work: Callable[[Part], object], parts: Sequence[Part]) -> float:
    work(parts[0])
    start = time.process_time()
    for part in parts:
        work(part)
    return time.process_time() - start


def _solve(part: Part) -> object:
    return satisfiable(part.variables, part.constraints, wide=False)


_DOCUMENT = example_index("claims: []\n").documents[0]


def _claim(number: int) -> Claim:
    found = Claim()
    found.document, found.ordinal, found.id, found.that = _DOCUMENT, number, str(number), None
    found.certainty, found.attribution = "certain", None
    return found


def _fact(number: int, value: Fraction) -> Constraint:
    narrow = Interval(value * 99 / 100, value * 101 / 100)
    wide = Interval(value * 98 / 100, value * 102 / 100)
    return Constraint(_claim(number), Unknown(number), narrow, wide)


def _law(node: Node, name: str) -> Constraint:
    return Constraint(Instance(LAW, name), node, ZERO, ZERO)


def _variables(number: int) -> list[Variable]:
    return [Variable(str(n), None, NOT_NEGATIVE, PLAIN) for n in range(number)]


def _tree(dice: random.Random) -> Part:
    """A sum or product of one to five slots, equal to another one: consistent."""
    size = dice.randint(2, 6)
    values = [Fraction(dice.randint(10, 999), dice.choice([1, 10])) for _ in range(size - 1)]
    node: Node = Unknown(0)
    whole = values[0]
    if dice.random() < 0.5 and size > 2:
        node = Apply("+", tuple(Unknown(n) for n in range(size - 1)))
        whole = sum(values, Fraction(0))
    else:
        for number, value in enumerate(values[1:], 1):
            node, whole = Apply("*", (node, Unknown(number))), whole * value
    facts = [_fact(number, value) for number, value in enumerate((*values, whole))]
    return Part(_variables(size), (*facts, _law(Apply("-", (node, Unknown(size - 1))), "tree")))


def _cycle(dice: random.Random) -> Part:
    """x * y == p and p + z * x == q: p and x stand in both."""
    x, y, z = (Fraction(dice.randint(10, 99)) for _ in range(3))
    facts = [_fact(n, value) for n, value in enumerate((x, y, z, x * y, x * y + z * x))]
    first = Apply("-", (Apply("*", (Unknown(0), Unknown(1))), Unknown(3)))
    second = Apply("+", (Unknown(3), Apply("*", (Unknown(2), Unknown(0)))))
    laws = (_law(first, "one"), _law(Apply("-", (second, Unknown(4))), "two"))
    return Part(_variables(5), (*facts, *laws))


def _document(folder: Path, companies: int, wrong: int) -> float:
    """Seconds to check a document of two claims for each investor in one company.

    With `wrong` the stakes add up to so many times too much, so that nearly everything contradicts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "claimcheck.toml").write_text('paths = ["."]\n')
    names = "".join(f"  c{n}: {{name: Company {n}}}\n" for n in range(companies))
    (folder / "vocabulary.yaml").write_text(f"entities:\n  Hub:\n  sale:\n{names}")
    where = "where: {in: Hub, deal: sale}, when: 2025-10"
    total = sum(n + 20 for n in range(companies))
    rows = []
    for n in range(companies):
        head = f"subject: Company {n}, {where}"
        rows.append(
            f"  - {{id: i{n}, {head}, attribute: investment, value: {n + 20} million EUR}}\n"
        )
        stake = Fraction((n + 20) * wrong, total) * 98 / 100
        rows.append(f"  - {{id: s{n}, {head}, attribute: stake, value: {float(stake):.7f}}}\n")
    value = f"about {total / 0.98 / 1000:.3f} billion EUR"
    rows.append(
        f"  - {{id: v, subject: Hub, when: 2025-10, attribute: valuation, value: {value}}}\n"
    )
    text = "document: {published: 2026-01-30}\nclaims:\n" + "".join(rows)
    (folder / "a.claims.yaml").write_text(text)
    start = time.perf_counter()
    command = python("-m", "claimcheck", "check", "-f", "concise", str(folder))
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start
