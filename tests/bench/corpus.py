"""A corpus of claim files as a newsroom would have them, the same for the same seed."""

import random
from collections.abc import Iterator
from pathlib import Path

NAMES = 200
BROKEN = "claims:\n  - {id: broken, subject: [\n"
WORDS = (
    "le groupe annonce que la direction prévoit une hausse sensible de son activité selon plusieurs sources"
    " proches du dossier et confirme les chiffres publiés au printemps dernier par la presse économique"
).split()


def write(folder: Path, documents: int, seed: int = 1, names: int = NAMES) -> None:
    """Write a newsroom with `documents` claim files of 11.6 claims on average into `folder`.

    It knows `names` entities, and as many references.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "claimcheck.toml").write_text("")
    (folder / "vocabulary.yaml").write_text(_vocabulary(names))
    (folder / "facts.references.yaml").write_text(_references(random.Random(seed), names))
    for number in range(documents):
        random_ = random.Random(f"{seed} {number}")
        sub = folder / f"{number // 100:04}"
        sub.mkdir(exist_ok=True)
        text = BROKEN if random_.random() < 0.01 else document(random_, number, names)
        (sub / f"{number:06}.claims.yaml").write_text(text)


def document(random_: random.Random, number: int, names: int = NAMES) -> str:
    """One claim file; about one in thirty holds a contradiction."""
    size = random_.choice((8, 10, 11, 12, 12, 13, 15))
    lines = [
        f"document:\n  title: Article {number}\n  language: fr\n"
        f"  published: 2026-{random_.randint(1, 12):02}-{random_.randint(1, 28):02}\nclaims:\n"
    ]
    lines += [_claim(random_, f"claim-{ordinal}", _slot(random_, names)) for ordinal in range(size)]
    if random_.random() < 1 / 30:
        for name, value in (("one", "about 500 billion USD"), ("other", "about 830 billion USD")):
            lines.append(
                _claim(
                    random_,
                    name,
                    f"    subject: Entity 0\n    attribute: valuation\n    value: {value}\n",
                )
            )
    return "".join(lines)


def _vocabulary(names: int) -> str:
    rows = (
        f"  Entity {number}: {{aliases: [E {number}, Entité {number}]}}\n"
        for number in range(names)
    )
    return "entities:\n" + "".join(rows)


def _references(random_: random.Random, names: int) -> str:
    rows = (
        f"  - id: fact-{number}\n    subject: Entity {number}\n    attribute: founded\n"
        f"    value: {random_.randint(1850, 1990)}\n    citation: Register {number}\n"
        for number in range(names)
    )
    return "references:\n" + "".join(rows)


def _claim(random_: random.Random, name: str, slot: str) -> str:
    parts = [f"  - id: {name}\n", slot]
    if "release" not in slot and random_.random() < 0.25:
        parts.append(f"    certainty: {random_.choice(('probable', 'possible'))}\n")
    if random_.random() < 0.3:
        parts.append("    attribution: des sources proches du dossier\n")
    words = " ".join(random_.choices(WORDS, k=random_.randint(14, 24)))
    parts.append(f"    quote: >-\n      {words}\n")
    return "".join(parts)


def _slot(random_: random.Random, names: int) -> str:
    subject = f"    subject: Entity {random_.randrange(1, names)}\n"
    return subject + next(_SLOTS[random_.randrange(len(_SLOTS))](random_, names))


def _lines(*fields: tuple[str, object]) -> Iterator[str]:
    yield "".join(f"    {key}: {value}\n" for key, value in fields)


def _money(random_: random.Random) -> str:
    number = random_.choice(
        (str(random_.randint(1, 999)), f"{random_.randint(1, 99)}.{random_.randint(1, 9)}")
    )
    mark = random_.choice(("", "", "", "about ", "up to ", "over ", "at least ", "~"))
    scale = random_.choice((" million", " billion", "e9", "e6"))
    if random_.random() < 0.1:
        number = f"{random_.randint(1, 20)} to {random_.randint(21, 90)}"
        mark, scale = "", " billion"
    return f"{mark}{number}{scale} {random_.choice(('USD', 'USD', 'EUR', 'EUR', 'GBP'))}"


def _when(random_: random.Random) -> str:
    year = random_.randint(2015, 2026)
    return random_.choice(
        (
            f"{year}",
            f"{year}",
            f"{year}-{random_.randint(1, 12):02}",
            f"{year}-Q{random_.randint(1, 4)}",
        )
    )


_SLOTS = (
    lambda r, n: _lines(("attribute", "valuation"), ("value", _money(r)), ("when", _when(r))),
    lambda r, n: _lines(
        ("attribute", "investment"),
        ("where", f"{{in: Entity {r.randrange(1, n)}, deal: round-{r.randint(2015, 2026)}}}"),
        ("value", _money(r)),
    ),
    lambda r, n: _lines(
        ("attribute", "stake"),
        ("where", f"{{in: Entity {r.randrange(1, n)}}}"),
        ("value", f"{r.choice(('', 'about '))}{r.randint(1, 100)} %"),
    ),
    lambda r, n: _lines(
        ("attribute", "revenue"), ("when", r.randint(2010, 2026)), ("value", _money(r))
    ),
    lambda r, n: _lines(("attribute", "spending"), ("when", _when(r)), ("value", _money(r))),
    lambda r, n: _lines(("attribute", "population"), ("value", r.randint(1000, 9_000_000))),
    lambda r, n: _lines(
        ("attribute", "energy"),
        ("when", r.randint(2010, 2026)),
        ("value", f"{r.randint(1, 9999)} GWh"),
    ),
    lambda r, n: _lines(
        ("attribute", "release"), ("value", f"{r.randint(2000, 2025)}-{r.randint(1, 12):02}")
    ),
)
