"""What a configuration says of rules: which run, at which level, with which options; what is wrong."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from claimcheck.config import Config, Layer, Wrong, config_error
from claimcheck.config.checking import perhaps
from claimcheck.config.profiles import profile
from claimcheck.rule import Rule
from claimcheck.source import Path

_BASE, _GROUP, _NAME = 1, 2, 3
"""How closely a setting names a rule: not at all, by its family or a tag, by its name."""


def choose(rules: Iterable[Rule], config: Config) -> list[Rule]:
    """The rules that run.

    Without `select` all do, or those of the profile and the newsroom's own; `extend-select` adds to them,
    `ignore` takes away. What names a rule more closely counts: its name before its family or a tag, and
    `ignore` if both name it alike. The family format always runs unless it is ignored: what cannot be read
    must not pass as checked.
    """
    return [rule for rule in rules if runs(rule, config)]


def runs(rule: Rule, config: Config) -> bool:
    """Whether a rule runs."""
    wanted = max(_closeness(rule, (*config.select, *config.extend_select)), _base(rule, config))
    return wanted > _closeness(rule, config.ignore)


def _base(rule: Rule, config: Config) -> int:
    listed = config.profile is None or rule.own or rule.name in profile(config.profile)
    return _BASE if listed and (not config.select or rule.family == "format") else 0


def _closeness(rule: Rule, names: Collection[str]) -> int:
    if rule.name in names:
        return _NAME
    return _GROUP if any(group in names for group in (rule.family, *rule.tags)) else 0


def level_set(rule: Rule, level: Mapping[str, str]) -> str | None:
    """The level that a table sets for a rule: by its name, or a tag, or its family."""
    for name in (rule.name, *rule.tags, rule.family):
        if name in level:
            return level[name]
    return None


def options_of(config: Config, rules: Iterable[Rule]) -> Mapping[str, Mapping[str, object]]:
    """The options of rules as their parameters are called; what cannot be used is left out."""
    by_name = {rule.name: rule for rule in rules}
    return {
        name: {
            option.replace("-", "_"): value
            for option, value in options.items()
            if _wrong_option(by_name[name], option, value) is None
        }
        for name, options in config.options.items()
        if name in by_name
    }


def check_settings(config: Config, rules: Iterable[Rule]) -> None:
    """Raise ConfigError with all that is wrong with a configuration, if anything is."""
    by_name = {rule.name: rule for rule in rules}
    groups = {group for rule in by_name.values() for group in (rule.family, *rule.tags)}
    problems = [
        *config.problems,
        *(
            wrong._replace(source=layer.source)
            for layer in config.layers
            for wrong in _wrong_settings(layer, by_name, groups)
        ),
    ]
    if problems:
        raise config_error(config, problems)


def _wrong_settings(
    layer: Layer, rules: Mapping[str, Rule], groups: Collection[str]
) -> Iterator[Wrong]:
    named = _named(rules, groups)
    data = layer.data
    for key in ("select", "extend-select", "ignore"):
        yield from named((key,), enumerate(data.get(key, ())))
    yield from named(("level",), ((name, name) for name in data.get("level", ())))
    for number, entry in enumerate(data.get("per-path", ())):
        yield from named(("per-path", number, "ignore"), enumerate(entry.get("ignore", ())))
        yield from named(("per-path", number, "level"), ((n, n) for n in entry.get("level", ())))
    for number, entry in enumerate(data.get("accept", ())):
        if entry["rule"] not in rules:
            yield Wrong(("accept", number, "rule"), _no_rule(entry["rule"], rules))
    for name, options in data.get("rules", {}).items():
        if name not in rules:
            yield Wrong(("rules", name), _no_rule(name, rules))
            continue
        for option, value in options.items():
            wrong = _wrong_option(rules[name], option, value)
            if wrong is not None:
                yield Wrong(("rules", name, option), wrong)


def _named(
    rules: Mapping[str, Rule], groups: Collection[str]
) -> Callable[[Path, Iterable[tuple[str | int, str]]], Iterator[Wrong]]:
    """The check of names that stand for rules: their own, those of families, tags."""
    known = {*rules, *groups}

    def check(above: Path, names: Iterable[tuple[str | int, str]]) -> Iterator[Wrong]:
        for key, name in names:
            if name not in known:
                said = f"no rule, family or tag `{name}`{perhaps(name, known)}"
                yield Wrong((*above, key), said)

    return check


def _no_rule(name: str, rules: Mapping[str, Rule]) -> str:
    return f"no rule `{name}`{perhaps(name, rules)}"


_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}


def _wrong_option(rule: Rule, option: str, value: object) -> str | None:
    default = rule.options.get(option.replace("-", "_"))
    if default is None:
        known = [name.replace("_", "-") for name in rule.options]
        hint = perhaps(option, known) or f"; it has {', '.join(known) or 'none'}"
        return f"{rule.name} has no option `{option}`{hint}"
    if type(value) is type(default) or (type(value) is int and type(default) is float):
        return None
    kind = _KINDS.get(type(default), type(default).__name__)
    return f"`{option}` of {rule.name} must be {kind}, such as {default}"
