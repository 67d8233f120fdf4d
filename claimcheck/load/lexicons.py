"""A newsroom's own lexicon files: `lexicon/fr.yaml` and the like, checked by their models."""

import os
from functools import cache
from typing import Any

from yaml.error import YAMLError

from claimcheck.config import Config
from claimcheck.errors import ConfigError
from claimcheck.load.files import read_source, shown_path
from claimcheck.load.places import place, tree
from claimcheck.load.reader import data_of
from claimcheck.source import Path, Source
from claimcheck.text.lexicon import LANGUAGES
from claimcheck.text.lexicon.own import SHARED, OwnWords

FOLDER = "lexicon"


def own_words(config: Config) -> OwnWords | None:
    """The lexicon files below a newsroom's root; raises ConfigError with path:line:column."""
    folder = os.path.join(config.root, FOLDER)
    return _load(folder) if os.path.isdir(folder) else None


def forget() -> None:
    """Read files anew when they are next asked for: for what runs longer than one check."""
    _load.cache_clear()


@cache
def _load(folder: str) -> OwnWords | None:
    files = {}
    for name in sorted(os.listdir(folder)):
        stem, ending = os.path.splitext(name)
        if ending in (".yaml", ".yml"):
            files[stem] = _file(os.path.join(folder, name), stem)
    return OwnWords(folder, files) if files else None


def _file(path: str, name: str) -> dict[str, Any]:
    source, problems = read_source(path, shown_path(path))
    if problems:
        raise ConfigError(f"{source.path}:1:1: not a text in UTF-8")
    try:
        reading = tree(source)
    except YAMLError as error:
        raise ConfigError(f"{source.path}:1:1: {error}") from None
    for complaint in reading.complaints:
        line, column = complaint.start
        kind = complaint.kind.replace("-", " ")
        raise ConfigError(f"{source.path}:{line + 1}:{column + 1}: {kind}")
    found = data_of(reading.root)
    data: dict[str, Any] = dict(found) if isinstance(found, dict) else {}
    if name not in SHARED:
        data.setdefault("language", name)
    _check(source, data if data or found is None else found, name)
    return data


def _check(source: Source, data: object, name: str) -> None:
    """Refuse what the models do not know, at its place."""
    from pydantic import ValidationError

    from claimcheck.text.lexicon import shape

    models: dict[str, Any] = {"currencies": shape.CurrenciesFile, "units": shape.UnitsFile}
    model = models.get(name, shape.LanguageFile)
    try:
        model.model_validate(data)
    except ValidationError as error:
        lines = [_line(source, data, dict(e)) for e in error.errors(include_url=False)]
        raise ConfigError("\n".join(lines)) from None
    if name not in (*SHARED, *LANGUAGES):
        lacking = [
            field.alias or key
            for key, field in shape.LanguageFile.model_fields.items()
            if isinstance(data, dict) and (field.alias or key) not in data
        ]
        if lacking:
            raise ConfigError(f"{source.path}:1:1: a new language has no `{'`, `'.join(lacking)}`")


def _line(source: Source, data: object, error: dict[str, Any]) -> str:
    path: list[str | int] = []
    at: Any = data
    for step in error["loc"]:
        known = isinstance(at, dict) and step in at
        if not (known or (isinstance(at, list) and isinstance(step, int) and step < len(at))):
            break
        path.append(step)
        at = at[step]
    span = place(source, tuple(path), on_key=error["type"] == "extra_forbidden")
    return f"{span.path}:{span.line}:{span.column}: {_reason(error, path)}"


def _reason(error: dict[str, Any], path: "list[str | int] | Path") -> str:
    key = error["loc"][-1] if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        return f"unknown key `{key}`"
    if error["type"] == "missing":
        return f"no `{key}`"
    return str(error["msg"]).removeprefix("Value error, ").replace("Input should", "it should")
