"""Settings of the command line: `--config key=value` and the options that stand for a setting."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcheck.config.checking import mistakes
from claimcheck.config.files import parsed
from claimcheck.config.settings import Layer, Wrong
from claimcheck.errors import ConfigError, UsageError

_BARE = re.compile(r"[\w./-]+")


def asked_layers(
    settings: Iterable[str], options: Mapping[str, object] | None = None
) -> tuple[tuple[Layer, ...], tuple[Wrong, ...]]:
    """The layers that a command line makes, and what is wrong with them; raises UsageError.

    `settings` are texts such as `fail-on="error"` or `rules."references/stale".max-age=30`: a dotted key
    and a value of TOML, whose quotation marks may be left out around a word. `options` are settings that
    have an option of their own, by key; they count before all others.
    """
    layers: list[Layer] = []
    problems: list[Wrong] = []
    for source, data in (*_settings(settings), *_options(options or {})):
        wrong = [one._replace(source=source) for one in mistakes(data)]
        problems += wrong
        broken = {one.keys[0] for one in wrong}
        right = {key: value for key, value in data.items() if key not in broken}
        layers.append(Layer(source, right, is_file=False))
    return tuple(layers), tuple(problems)


def _settings(settings: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for text in settings:
        source = f"--config {text}"
        key, equals, value = text.partition("=")
        if not equals or not key.strip():
            raise UsageError(f"{source}: not a setting", "write key=value, as in fail-on=error")
        if _BARE.fullmatch(value.strip()) and not _is_toml(value.strip()):
            text = f'{key}="{value.strip()}"'
        try:
            data = parsed(source, text)
        except ConfigError as error:
            raise UsageError(str(error).split("\n")[0], "the value is one of TOML") from None
        if "extends" in data:
            raise UsageError(f"{source}: `extends` stands in a file only")
        yield source, data


def _is_toml(value: str) -> bool:
    try:
        parsed("", f"value = {value}")
    except ConfigError:
        return False
    return True


def _options(options: Mapping[str, object]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, value in options.items():
        if value is not None:
            yield f"--{key}", {key: list(value) if isinstance(value, tuple) else value}
