"""What is wrong with the settings of one place, each at its key with the nearest name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime

from claimcheck.catalogue import languages
from claimcheck.config.profiles import PROFILES
from claimcheck.config.settings import Wrong
from claimcheck.exact import Fraction
from claimcheck.names import nearest
from claimcheck.source import Path

Check = Callable[[str, object], Iterator[Wrong]]
"""Of a key and its value, what is wrong; its places start below the key."""

LEVELS = ("error", "warning", "note")
CHOICES = {
    "fail-on": (*LEVELS, "never"),
    "language": languages(),
    "scope": ("document", "project"),
}


def mistakes(table: Mapping[str, object]) -> Iterator[Wrong]:
    """What is wrong with a table of settings, apart from the rules that it names."""
    yield from _in_table(table, _KEYS, ())


def day_of(value: object) -> int | None:
    """A day of TOML, or one written as a text, as an ordinal."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.toordinal()
    return None


def share_of(value: object) -> Fraction | None:
    """A share such as 0.1 or "10 %", from 0 to below 1."""
    text = str(value)
    try:
        share = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None
    return None if isinstance(value, bool) or not 0 <= share < 1 or len(text) > 12 else share


def perhaps(name: str, known: Iterable[str]) -> str:
    """What may have been meant, as the end of a message."""
    near = nearest(name, known)
    return f"; did you mean `{near}`?" if near else ""


def _in_table(
    table: Mapping[str, object], known: Mapping[str, Check], above: Path, name: str = ""
) -> Iterator[Wrong]:
    for key, value in table.items():
        if key in known:
            for keys, message, _ in known[key](key, value):
                yield Wrong((*above, key, *keys), message)
        else:
            where = f" in `{name}`" if name else ""
            hint = perhaps(key, known) or f"; known are {', '.join(known)}"
            yield Wrong((*above, key), f"unknown key `{key}`{where}{hint}")


def _text(key: str, value: object) -> Iterator[Wrong]:
    if not isinstance(value, str) or not value.strip():
        yield Wrong((), f"`{key}` must be a text that is not empty")


def _texts(key: str, value: object) -> Iterator[Wrong]:
    if not isinstance(value, list):
        yield Wrong((), f'`{key}` must be a list such as ["a", "b"]')
        return
    for number, item in enumerate(value):
        if not isinstance(item, str) or not item:
            yield Wrong((number,), f"`{key}` must be a list of texts, none of them empty")


def _choice(key: str, value: object) -> Iterator[Wrong]:
    if value not in CHOICES[key]:
        hint = perhaps(value, CHOICES[key]) if isinstance(value, str) else ""
        yield Wrong((), f"`{key}` must be one of {', '.join(CHOICES[key])}{hint}")


def _levels(key: str, value: object) -> Iterator[Wrong]:
    if not isinstance(value, dict):
        yield Wrong((), f'`{key}` must be a table such as {{"values/conflict" = "warning"}}')
        return
    for name, level in value.items():
        if level not in LEVELS:
            hint = perhaps(level, LEVELS) if isinstance(level, str) else ""
            if level in (False, "off", "none", "ignore", "never"):
                hint = f"; to leave `{name}` out, list it in `ignore`"
            yield Wrong((name,), f"the level of `{name}` must be one of {', '.join(LEVELS)}{hint}")


def _options(key: str, value: object) -> Iterator[Wrong]:
    if not isinstance(value, dict):
        yield Wrong((), f"`{key}` holds a table of options for each rule")
        return
    for name, options in value.items():
        if not isinstance(options, dict):
            yield Wrong((name,), f"`{key}` holds a table of options for each rule")


def _width(key: str, value: object) -> Iterator[Wrong]:
    if share_of(value) is None:
        yield Wrong((), f'`{key}` must be a share such as 0.1 or "10 %"')


def _day(key: str, value: object) -> Iterator[Wrong]:
    if day_of(value) is None:
        yield Wrong((), f"`{key}` must be a day such as 2026-12-31")


def _profile(key: str, value: object) -> Iterator[Wrong]:
    if not isinstance(value, str) or value not in PROFILES:
        known = ", ".join(f'"{name}"' for name in PROFILES)
        yield Wrong((), f"no profile `{value}`; there is {known}")


def _tables(entries: Mapping[str, Check], required: tuple[str, ...]) -> Check:
    """The check of a list of tables."""

    def check(key: str, value: object) -> Iterator[Wrong]:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            yield Wrong((), f"`{key}` must be a list of tables: [[{key}]]")
            return
        for number, table in enumerate(value):
            yield from _in_table(table, entries, (number,), key)
            for name in required:
                if name not in table:
                    yield Wrong((number,), f"an entry of `{key}` needs `{name}`")

    return check


_PER_PATH: Mapping[str, Check] = {"paths": _texts, "ignore": _texts, "level": _levels}
_ACCEPT: Mapping[str, Check] = {
    "rule": _text,
    "claims": _texts,
    "documents": _texts,
    "reason": _text,
    "by": _text,
    "until": _day,
}
_KEYS: Mapping[str, Check] = {
    "extends": _text,
    "profile": _profile,
    "paths": _texts,
    "references": _texts,
    "exclude": _texts,
    "select": _texts,
    "extend-select": _texts,
    "ignore": _texts,
    "level": _levels,
    "per-path": _tables(_PER_PATH, ("paths",)),
    "accept": _tables(_ACCEPT, ("rule", "reason")),
    "baseline": _text,
    "fail-on": _choice,
    "language": _choice,
    "scope": _choice,
    "about-width": _width,
    "rules": _options,
}
KEYS = tuple(_KEYS)
