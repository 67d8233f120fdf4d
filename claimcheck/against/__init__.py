"""Only what is new against a commit: its files are checked as well, and what was found there is subtracted.

Findings are told apart by identity (rule, document, what they are about), never by a line. So a finding that
moved is no new one, and one whose values changed is `changed`.
"""

import os
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from tempfile import TemporaryDirectory

from claimcheck.against.git import Repository
from claimcheck.config import find_config
from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.finding import Finding
from claimcheck.load.files import read_source
from claimcheck.report import Report, Since
from claimcheck.run import Request, run
from claimcheck.source import Span

_Key = tuple[str, str, str]


def run_against(request: Request, ref: str) -> Report:
    """A run that reports what is new or changed against a commit; raises UsageError, ConfigError.

    Compared is with the commit where HEAD left the line of `ref`, or with `ref` where that is not known.
    """
    paths = [os.path.abspath(path) for path in request.paths] or _configured()
    now = run(request)
    folder = paths[0] if os.path.isdir(paths[0]) else os.path.dirname(paths[0])
    repository = Repository(folder)
    commit = repository.base(repository.commit(ref))
    renames = repository.renames(commit)
    with TemporaryDirectory(prefix="claimcheck-") as place:
        repository.lay_out(commit, place)
        os.mkdir(
            os.path.join(place, ".git")
        )  # without a configuration, this is the root of a newsroom
        before = _before(request, paths, repository, place, renames, ref)
        known = {_key(f, before, os.path.realpath(place), renames): f for f in before.findings}
        changed = _Lines(repository, place, renames)
        return _subtracted(now, known, repository.top, ref, changed)


def _configured() -> list[str]:
    config = find_config(os.getcwd())
    return [os.path.join(config.root, path) for path in config.paths]


def _before(
    request: Request,
    paths: Iterable[str],
    repository: Repository,
    place: str,
    renames: Mapping[str, str],
    ref: str,
) -> Report:
    """The run over the same paths as they were."""
    former = {new: old for old, new in renames.items()}
    there = []
    for path in paths:
        inside = os.path.relpath(os.path.realpath(path), repository.top).replace(os.sep, "/")
        there.append(os.path.normpath(os.path.join(place, former.get(inside, inside))))
    there = [path for path in there if os.path.exists(path)]
    nothing = Report((), (), {}, {}, 0, 0, 0, {}, home=place)
    if not there:
        return nothing
    try:
        asked = request._replace(paths=tuple(there), keep=False, cache=False, witness=False)
        return run(asked)
    except UsageError:
        return nothing  # there were no claim files yet
    except ClaimcheckError as error:
        raise type(error)(f"{ref}: {error}".replace(place + os.sep, ""), error.help) from None


def _key(finding: Finding, report: Report, top: str, renames: Mapping[str, str]) -> _Key:
    """What tells findings of two trees apart: the document by its path from the top, as it is called now."""
    document = os.path.join(os.path.realpath(report.home), finding.document)
    inside = os.path.relpath(document, top).replace(os.sep, "/")
    return finding.rule, renames.get(inside, inside), finding.about


def _subtracted(
    now: Report, known: Mapping[_Key, Finding], top: str, ref: str, changed: "_Lines"
) -> Report:
    states: dict[str, str] = {}
    shown: list[Finding] = []
    found: set[_Key] = set()
    for finding in now.findings:
        key = _key(finding, now, top, {})
        found.add(key)
        old = known.get(key)
        if old is None or old.digest != finding.digest:
            states[finding.fingerprint] = "new" if old is None else "changed"
            shown.append(changed.first(finding))
    shown.sort(key=lambda finding: finding.order)
    gone = tuple(finding for key, finding in known.items() if key not in found)
    since = Since(ref, states, len(now.findings) - len(shown), gone)
    return now._replace(findings=tuple(shown), since=since)


class _Lines:
    """The lines of files that a commit does not have."""

    def __init__(self, repository: Repository, place: str, renames: Mapping[str, str]) -> None:
        self._top = repository.top
        self._place = place
        self._former = {new: old for old, new in renames.items()}
        self._known: dict[str, set[int] | None] = {}

    def first(self, finding: Finding) -> Finding:
        """A finding whose first place is a changed line, if any of its places is."""
        if self._has(finding.span):
            return finding
        places = [n for n, related in enumerate(finding.related) if self._has(related.span)]
        return finding.turned(places[0]) if places else finding

    def _has(self, span: Span) -> bool:
        if span.path not in self._known:
            self._known[span.path] = self._changed(span.path)
        lines = self._known[span.path]
        return lines is None or not lines.isdisjoint(range(span.line, span.end_line + 1))

    def _changed(self, shown: str) -> set[int] | None:
        """The numbers of the lines that are new in a file; None: all of them."""
        path = os.path.realpath(shown)
        inside = os.path.relpath(path, self._top).replace(os.sep, "/")
        old = os.path.join(self._place, self._former.get(inside, inside))
        if not os.path.isfile(old):
            return None
        before, after = (read_source(p, p)[0].text.split("\n") for p in (old, path))
        matcher = SequenceMatcher(None, before, after, autojunk=len(after) > _LONG)
        return {
            line + 1
            for tag, _, _, first, last in matcher.get_opcodes()
            if tag != "equal"
            for line in range(first, last)
        }


_LONG = 2000
"""From so many lines on, lines that occur often are not compared."""
