"""`claimcheck config`: the configuration that applies to a path, and where each setting comes from."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from claimcheck.cli import OK
from claimcheck.config import Config
from claimcheck.config.origins import Setting, settings_of
from claimcheck.errors import UsageError
from claimcheck.load.files import shown_path
from claimcheck.policy import left_out_by, level_at
from claimcheck.report import visible
from claimcheck.rule import Rule
from claimcheck.rules import rules_for
from claimcheck.run import Request, configurations
from claimcheck.settings import check_settings, runs


def main(argv: list[str]) -> int:
    """Print the settings as TOML that could be a configuration file, or what becomes of each rule."""
    options = parser().parse_args(argv)
    path = os.path.abspath(options.path)
    if not os.path.exists(path):
        raise UsageError(f"{options.path}: no such file or folder")
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    request = Request(settings=tuple(options.config or ()), isolated=options.isolated)
    config = configurations(request)(folder)
    rules = rules_for(config.root, config.about_width).rules
    check_settings(config, rules)
    lines: Iterator[str]
    if options.rules:
        lines = (_of_rule(rule, path, config) for rule in rules)
    elif options.format == "json":
        lines = iter([json.dumps(_data(config), indent=2, ensure_ascii=False)])
    else:
        lines = _toml(config, origins=options.origins)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return OK


def parser() -> argparse.ArgumentParser:
    """What the command takes."""
    found = argparse.ArgumentParser(
        prog="claimcheck config",
        description="Show the configuration that applies to a path: claimcheck.toml or [tool.claimcheck] of "
        "pyproject.toml, the nearest upward, with what it `extends` and the command line.",
        epilog="examples: claimcheck config --origins; claimcheck config --rules archive/old.claims.yaml",
    )
    add = found.add_argument
    add(
        "path",
        nargs="?",
        default=".",
        metavar="PATH",
        help="a file or folder; default: this folder",
    )
    add("--origins", action="store_true", help="say where each setting comes from")
    add("--rules", action="store_true", help="list what becomes of each rule's findings in PATH")
    add("--config", action="append", metavar="KEY=VALUE", help="as for check")
    add("--isolated", action="store_true", help="as for check")
    add("-f", "--format", choices=("toml", "json"), default="toml", help="default: toml")
    return found


def _of_rule(rule: Rule, path: str, config: Config) -> str:
    """The most serious level of a rule's findings in a file, or that there are none."""
    if not runs(rule, config):
        return f"{'off':9}{rule.name}"
    if left_out_by(rule, path, config) is not None:
        return f"{'left out':9}{rule.name}"
    return f"{level_at(rule, path, config) or rule.level:9}{rule.name}"


def _data(config: Config) -> dict[str, object]:
    return {
        "root": config.root,
        "file": config.file,
        "settings": [
            {"key": list(keys), "value": _plain(value), "origin": origin}
            for keys, value, origin in settings_of(config)
        ],
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _toml(config: Config, *, origins: bool) -> Iterator[str]:
    yield f"# {visible(shown_path(os.path.abspath(config.file)) if config.file else 'no file: the defaults')}"
    yield f"# below {visible(config.root)}"
    for key, group in groupby(settings_of(config), lambda setting: setting.keys[0]):
        settings = [one for one in group if one.value is not None]
        if not settings:
            continue
        if len(settings[0].keys) == 1:
            yield _pair(key, settings[0], origins=origins)
        elif key in ("select", "extend-select", "ignore"):
            yield f"{key} = ["
            yield from (_noted(f"  {_value(one.value)},", one, origins) for one in settings)
            yield "]"
        else:
            yield from _tables(settings, origins=origins)


def _tables(settings: list[Setting], *, origins: bool) -> Iterator[str]:
    """Settings of tables with their headers; those of one key come together."""
    for above, group in groupby(settings, lambda setting: setting.keys[:-1]):
        repeats = len(above) > 1 and isinstance(above[1], int)
        name = ".".join(_key(key) for key in above if isinstance(key, str))
        yield f"\n[[{name}]]" if repeats else f"\n[{name}]"
        yield from (_pair(one.keys[-1], one, origins=origins) for one in group)


def _pair(key: object, setting: Setting, *, origins: bool) -> str:
    return _noted(f"{_key(str(key))} = {_value(setting.value)}", setting, origins)


def _noted(text: str, setting: Setting, origins: bool) -> str:
    return f"{text:40}# {visible(setting.origin)}" if origins else text


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else _value(key)


def _value(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
