"""The pipeline, from paths to a report: find files, load them, apply the rules, gather what was found."""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claimcheck.config import Config, Wrong, config_error
from claimcheck.errors import UsageError
from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.judging import Applied, Tally, apply
from claimcheck.load.files import SUFFIXES, VOCABULARIES, kind_of, shown_path
from claimcheck.load.project import ConfigOf, Project, files_below, load_project
from claimcheck.names import nearest
from claimcheck.report import Coverage, Found, Report
from claimcheck.rule import Rule
from claimcheck.rules import Rulebook, rules_for
from claimcheck.source import Span


class Request(NamedTuple):
    """What a run is asked for; None leaves it to the configuration."""

    paths: tuple[str, ...] = ()
    as_of: int = 0
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    witness: bool = False
    """Whether to look for a world in which all claims of a document hold."""


def run(request: Request) -> Report:
    """Check the files below some paths; raises UsageError or ConfigError.

    Each newsroom is judged by its own configuration; `fail-on` and `language` of the whole are those of
    the first path, or without paths of the working directory.
    """
    config_of = ConfigOf()
    home = config_of(_folder_of(request.paths[0]) if request.paths else os.getcwd())
    paths = request.paths or tuple(os.path.join(home.root, path) for path in home.paths)
    books = []
    projects = []
    for config, files in _by_newsroom(paths, config_of):
        books.append(rules_for(config.root, config.about_width))
        _check_settings(config, books[-1].rules)
        projects.append(_loaded(config, files, books[-1]))
    done = [_check(project, book, request) for project, book in zip(projects, books, strict=True)]
    report = _gather(projects, [one.applied for one in done])
    return report._replace(
        worlds=tuple(found for one in done for found in one.worlds),
        coverage=tuple(found for one in done for found in one.coverage),
        indexes=tuple(one.newsroom for one in done),
        rules=tuple({rule.name: rule for book in books for rule in book.rules}.values()),
        fail_on=request.fail_on or home.fail_on,
        language=home.language,
    )


def _loaded(config: Config, files: list[str], book: Rulebook) -> Project:
    articles = any(rule.reads_article for rule in book.rules)
    return load_project(config, files, book.vocabulary, articles=articles)


def _folder_of(path: str) -> str:
    path = os.path.abspath(path)
    return path if os.path.isdir(path) else os.path.dirname(path)


def _by_newsroom(paths: Iterable[str], config_of: ConfigOf) -> list[tuple[Config, list[str]]]:
    """The files to check, grouped by the configuration that applies to them."""
    for path in paths:
        _must_be_checkable(path)
    groups: dict[str, tuple[Config, list[str]]] = {}
    for file, config in files_below(paths, config_of):
        groups.setdefault(config.root, (config, []))[1].append(file)
    if not groups:
        shown = ", ".join(shown_path(path) for path in paths)
        suffixes = ", ".join(SUFFIXES)
        raise UsageError(
            f"no claim files in {shown}",
            f"claim files end in {suffixes}; `claimcheck init` makes an example",
        )
    return list(groups.values())


def _must_be_checkable(path: str) -> None:
    if not os.path.exists(path):
        folder, name = os.path.split(os.path.abspath(path))
        near = nearest(name, os.listdir(folder)) if os.path.isdir(folder) else None
        raise UsageError(f"{path}: no such file or folder", near and f"did you mean {near}?")
    if not os.path.isdir(path) and kind_of(path) is None:
        names = ", ".join((*SUFFIXES, VOCABULARIES[0]))
        raise UsageError(f"{path}: not a file of a newsroom", f"names end in {names}")


def _check(project: Project, book: Rulebook, request: Request) -> "_Checked":
    config = project.config
    index = Index(
        project.documents, project.references, as_of=request.as_of, problems=project.problems
    )
    rules = book.rules
    chosen = choose(
        rules,
        config.select if request.select is None else request.select,
        config.ignore if request.ignore is None else request.ignore,
    )
    index = index.with_relations(rule.relation for rule in chosen if rule.relation is not None)
    applied = apply(chosen, index, _options(config, rules), {rule.name for rule in rules})
    covered = _coverage(index) if any(rule.reads_article for rule in chosen) else ()
    return _Checked(index, applied, _worlds(index) if request.witness else (), covered)


class _Checked(NamedTuple):
    newsroom: Index
    applied: Applied
    worlds: tuple[Found, ...]
    coverage: tuple[Coverage, ...]


def _coverage(index: Index) -> tuple[Coverage, ...]:
    found = []
    for document in index.documents:
        passages = index.passages(document)
        if passages is not None and passages.readable:
            found.append(Coverage(document.path, passages.source.path, *passages.coverage))
    return tuple(found)


def _worlds(index: Index) -> tuple[Found, ...]:
    from claimcheck.consistency.witness import witnesses

    return tuple(
        Found(document.path, witness)
        for document in index.documents
        for witness in witnesses(index, document)
    )


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


def _options(config: Config, rules: Iterable[Rule]) -> Mapping[str, Mapping[str, object]]:
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


def _check_settings(config: Config, rules: Iterable[Rule]) -> None:
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


def _gather(projects: list[Project], checked: list[Applied]) -> Report:
    """One report of several newsrooms."""
    home = os.path.commonpath([project.config.root for project in projects])
    tallies: dict[str, Tally] = {}
    for applied in checked:
        for name, tally in applied.tallies.items():
            tallies[name] = _plus(tallies[name], tally) if name in tallies else tally
    findings = [
        finding._replace(document=_name(finding.document, home))
        for project, applied in zip(projects, checked, strict=True)
        for finding in (*applied.findings, *_internal_errors(project, applied))
    ]
    return Report(
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        accepted=tuple(accepted for applied in checked for accepted in applied.accepted),
        tallies=tallies,
        crashes={name: text for applied in checked for name, text in applied.crashes.items()},
        documents=sum(len(project.documents) for project in projects),
        claims=sum(len(d.claims) for project in projects for d in project.documents),
        references=sum(len(d.claims) for project in projects for d in project.references),
        sources={
            source.path: source
            for project in projects
            for source in (
                *(d.source for d in (*project.documents, *project.references)),
                *(d.article for d in project.documents if d.article is not None),
                *project.sources,
            )
        },
    )


def _plus(one: Tally, other: Tally) -> Tally:
    """What a rule did in two newsrooms together."""
    reasons = sorted({*one.skipped, *other.skipped})
    skipped = {r: one.skipped.get(r, 0) + other.skipped.get(r, 0) for r in reasons}
    return Tally(one.bound + other.bound, one.checked + other.checked, skipped)


_FAILED = {
    "en": "rule {rule} failed: {error}",
    "fr": "la règle {rule} a échoué : {error}",
}
_TELL = {
    "en": "this is a bug of the rule: tell its author; everything else was checked",
    "fr": "c’est un défaut de la règle : dites-le à son auteur ; le reste a été vérifié",
}


def _internal_errors(project: Project, applied: Applied) -> list[Finding]:
    """A finding for each rule that crashed, at the first document that it was run on."""
    path = next((d.path for d in (*project.documents, *project.references)), project.config.root)
    return [
        Finding(
            about=name,
            span=Span(path, 1, 1, 1, 1),
            data={"rule": name, "error": error},
            text=_FAILED,
            help=_TELL,
            rule="internal-error",
            document=path,
        )
        for name, error in applied.crashes.items()
    ]


def _name(shown: str, root: str) -> str:
    """A file's path from the root of its newsroom, or of all newsrooms: the same wherever a run starts."""
    return os.path.relpath(shown, root).replace(os.sep, "/")
