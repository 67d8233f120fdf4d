"""The pipeline, from paths to a report: find files, load them, apply the rules, gather what was found."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from claimcheck.config import Config, asked_layers
from claimcheck.errors import UsageError
from claimcheck.finding import Finding
from claimcheck.index import Index
from claimcheck.judging import NOTHING, Applied, Sums, Tally
from claimcheck.load.files import SUFFIXES, VOCABULARIES, Texts, kind_of, shown_path, walk
from claimcheck.load.project import ConfigOf, all_checked, files_below
from claimcheck.names import nearest
from claimcheck.newsroom import Asked, Judged, Newsroom
from claimcheck.policy import Settled, settle
from claimcheck.report import Coverage, Found, Report
from claimcheck.rule import Rule
from claimcheck.sharing import Judgements, Watch, judge_here, judge_lines
from claimcheck.source import Source, Span


class Request(NamedTuple):
    """What a run is asked for; None leaves it to the configuration."""

    paths: tuple[str, ...] = ()
    as_of: int = 0
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    fail_on: str | None = None
    settings: tuple[str, ...] = ()
    """Settings that count before those of files, such as `fail-on=error`."""
    isolated: bool = False
    """Whether configuration files are left alone."""
    top: str | None = None
    """The folder above which no configuration is looked for."""
    witness: bool = False
    """Whether to look for a world in which all claims of a document hold."""
    keep: bool = True
    """Whether the report is to hold the claims themselves; only without them can a run be shared out
    among processes, or take from the cache what it knows."""
    cache: bool = False
    jobs: int | None = 1
    """How many processes judge documents; None: as many as help."""
    documented: bool = False
    """Whether the report is to hold the rules even where all verdicts were known."""


def run(request: Request, watch: Watch | None = None) -> Report:
    """Check the files below some paths; raises UsageError or ConfigError.

    Each newsroom is judged by its own configuration; `fail-on` and `language` of the whole are those of
    the first path, or without paths of the working directory. `watch` is told how far the run is.
    """
    watch = watch or Watch()
    config_of = configurations(request)
    home = config_of(_folder_of(request.paths[0]) if request.paths else os.getcwd())
    paths = request.paths or tuple(os.path.join(home.root, path) for path in home.paths)
    asked = Asked(request.as_of)
    found = []
    for config, files in _by_newsroom(paths, config_of):
        every = list(walk(config.root))
        newsroom = Newsroom(config, files, every, asked)
        watch.begin(newsroom)
        complete = partial(all_checked, config, files, every, config_of)
        found.append(_check(newsroom, request, complete, watch))
    report = _gather(found, request)
    return report._replace(fail_on=home.fail_on, language=home.language)


def newsrooms(request: Request) -> list[Newsroom]:
    """The newsrooms that a run would check, for whoever asks more of them; raises UsageError, ConfigError."""
    config_of = configurations(request)
    home = config_of(_folder_of(request.paths[0]) if request.paths else os.getcwd())
    paths = request.paths or tuple(os.path.join(home.root, path) for path in home.paths)
    asked = Asked(request.as_of)
    return [
        Newsroom(config, files, list(walk(config.root)), asked)
        for config, files in _by_newsroom(paths, config_of)
    ]


def configurations(request: Request) -> ConfigOf:
    """The configuration of each folder, as a request has it; raises UsageError."""
    options = {
        "select": request.select,
        "extend-select": request.extend_select,
        "ignore": request.ignore,
        "fail-on": request.fail_on,
    }
    layers, problems = asked_layers(request.settings, options)
    return ConfigOf(layers, problems, isolated=request.isolated, top=request.top)


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


class _Checked(NamedTuple):
    """A newsroom with what was found in it."""

    newsroom: Newsroom
    applied: Applied
    documents: list[tuple[str, Judged]]
    """By path, without verdicts."""
    references: int
    crashes: dict[str, str]
    """The paths at which rules crashed first."""
    settled: Settled
    """What the configuration makes of the findings."""


def _check(
    newsroom: Newsroom, request: Request, complete: Callable[[], bool], watch: Watch
) -> _Checked:
    if request.keep or request.witness or newsroom.archive is not None:
        judged: Judgements = judge_here(newsroom, watch)
    else:
        judged = judge_lines(newsroom, watch, cache=request.cache, jobs=request.jobs)
    sums, crashes = Sums(judged.names), dict[str, str]()
    first = next(iter((*newsroom.references, *newsroom.documents)), newsroom.config.root)
    documents = []
    for path, one in judged.found:
        sums.add(one.verdict)
        for rule in one.verdict.crashes:
            crashes.setdefault(rule, shown_path(path or first))
        documents.append((path, one._replace(verdict=NOTHING)))
    references = documents.pop(0)[1].claims
    applied = sums.applied(complete=complete)
    settled = settle(applied, newsroom, complete)
    return _Checked(newsroom, applied, documents, references, crashes, settled)


def _worlds(index: Index) -> tuple[Found, ...]:
    from claimcheck.consistency.witness import witnesses

    return tuple(
        Found(document.path, witness)
        for document in index.documents
        for witness in witnesses(index, document)
    )


def _gather(checked: list[_Checked], request: Request) -> Report:
    """One report of several newsrooms."""
    home = os.path.commonpath([one.newsroom.config.root for one in checked])
    tallies: dict[str, Tally] = {}
    for one in checked:
        for name, tally in one.applied.tallies.items():
            tallies[name] = _plus(tallies[name], tally) if name in tallies else tally
    findings = [
        finding._replace(document=_name(finding.document, home))
        for one in checked
        for finding in (*one.settled.findings, *_internal_errors(one))
    ]
    judged = [found for one in checked for found in one.documents]
    indexes = tuple(found.kept for _, found in judged if found.kept is not None)
    return Report(
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        accepted=tuple(accepted for one in checked for accepted in one.settled.accepted),
        hidden=tuple(hidden.finding for one in checked for hidden in one.settled.hidden),
        tallies=tallies,
        crashes={name: text for one in checked for name, text in one.applied.crashes.items()},
        documents=len(judged),
        claims=sum(found.claims for _, found in judged),
        references=sum(one.references for one in checked),
        sources=_sources(checked),
        worlds=tuple(w for i in indexes for w in _worlds(i)) if request.witness else (),
        coverage=tuple(
            Coverage(shown_path(path), found.article, *found.coverage)
            for path, found in judged
            if found.article is not None and found.coverage is not None
        ),
        indexes=indexes if request.keep else (),
        paths=tuple(shown_path(path) for path, _ in judged),
        rules=_rules(checked, documented=request.keep or request.documented),
        home=home,
    )


def _rules(checked: list[_Checked], *, documented: bool) -> tuple[Rule, ...]:
    if not documented:
        return ()
    return tuple({r.name: r for one in checked for r in one.newsroom.book.rules}.values())


def _sources(checked: list[_Checked]) -> Mapping[str, Source]:
    """The texts of all files that were read: those of the claims that are kept, or from the files."""
    read: list[str] = []
    kept: dict[str, Source] = {}
    for newsroom, _, judged, _, _, _ in checked:
        read += map(shown_path, (*newsroom.documents, *newsroom.references, *newsroom.vocabularies))
        if newsroom.config.accept:
            read += [shown_path(os.path.abspath(entry.source)) for entry in newsroom.config.accept]
        if newsroom.archive is not None:
            read += newsroom.archive.paths
        read += [found.article for _, found in judged if found.article is not None]
        indexes = [found.kept for _, found in judged if found.kept is not None]
        for document in (d for i in indexes for d in (*i.documents, *i.reference_files)):
            kept[document.path] = document.source
            if document.article is not None:
                kept[document.article.path] = document.article
    return Texts(read, kept)


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


def _internal_errors(checked: _Checked) -> list[Finding]:
    """A finding for each rule that crashed, at the document with which it did first."""
    return [
        Finding(
            about=name,
            span=Span(path, 1, 1, 1, 1),
            data={"rule": name, "error": checked.applied.crashes[name]},
            text=_FAILED,
            help=_TELL,
            rule="internal-error",
            document=path,
        )
        for name, path in checked.crashes.items()
    ]


def _name(shown: str, root: str) -> str:
    """A file's path from the root of its newsroom, or of all newsrooms: the same wherever a run starts."""
    return os.path.relpath(shown, root).replace(os.sep, "/")
