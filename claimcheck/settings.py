"""What a configuration says of rules: which run, with which options, and what is wrong with that."""

from collections.abc import Iterable, Mapping

from claimcheck.config import Config, Wrong, config_error
from claimcheck.errors import UsageError
from claimcheck.names import nearest
from claimcheck.rule import Rule


def choose(rules: Iterable[Rule], select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """The rules that `select` names (all, if none) less those that `ignore` names, by name or family.

    The family format always runs unless it is ignored: what cannot be read must not pass as checked.
    Raises UsageError for a name that is neither.
    """
    rules, select, ignore = list(rules), tuple(select), tuple(ignore)
    known = {rule.name for rule in rules} | {rule.family for rule in rules}
    for name in (*select, *ignore):
        if name not in known:
            near = nearest(name, known)
            raise UsageError(f"no rule or family `{name}`", near and f"did you mean `{near}`?")
    return [
        rule
        for rule in rules
        if (not select or rule.family == "format" or {rule.name, rule.family} & set(select))
        and not {rule.name, rule.family} & set(ignore)
    ]


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
    problems = [*config.problems, *_wrong_settings(config, {rule.name: rule for rule in rules})]
    if problems:
        raise config_error(config, problems)


def _wrong_settings(config: Config, rules: Mapping[str, Rule]) -> Iterable[Wrong]:
    known = {*rules, *(rule.family for rule in rules.values())}
    for key, names in (("select", config.select), ("ignore", config.ignore)):
        for name in names:
            if name not in known:
                yield Wrong((key,), f"no rule or family `{name}`{_perhaps(name, known)}")
    for name, options in config.options.items():
        if name not in rules:
            yield Wrong(("rules", name), f"no rule `{name}`{_perhaps(name, rules)}")
            continue
        for option, value in options.items():
            wrong = _wrong_option(rules[name], option, value)
            if wrong is not None:
                yield Wrong(("rules", name, option), wrong)


def _perhaps(name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    return f"; did you mean `{near}`?" if near else ""


_KINDS = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}


def _wrong_option(rule: Rule, option: str, value: object) -> str | None:
    default = rule.options.get(option.replace("-", "_"))
    if default is None:
        known = [name.replace("_", "-") for name in rule.options]
        hint = _perhaps(option, known) or f"; it has {', '.join(known) or 'none'}"
        return f"{rule.name} has no option `{option}`{hint}"
    if type(value) is type(default) or (type(value) is int and type(default) is float):
        return None
    kind = _KINDS.get(type(default), type(default).__name__)
    return f"`{option}` of {rule.name} must be {kind}, such as {default}"
