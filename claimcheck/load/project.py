"""A newsroom's files, loaded: documents, the references and vocabularies that apply to them."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimcheck.config import Config, Layer, Wrong, default_config, find_config, over
from claimcheck.load.article import article_problems
from claimcheck.load.claims import Kind, load_document
from claimcheck.load.files import VOCABULARIES, digest, kind_of, read_source, shown_path, walk
from claimcheck.load.lexicons import own_words
from claimcheck.load.vocabulary import LoadedVocabulary, general_vocabulary, load_vocabulary
from claimcheck.model.claim import Document, Problem
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.source import Source


class Project(NamedTuple):
    """The loaded files of one newsroom and what is wrong with those that hold no claims."""

    config: Config
    documents: tuple[Document, ...]
    references: tuple[Document, ...]
    problems: tuple[Problem, ...]
    sources: tuple[Source, ...] = ()
    """The texts of the vocabularies that were read."""


def load_project(
    config: Config,
    paths: Iterable[str],
    below: Vocabulary | None = None,
    *,
    articles: bool = False,
) -> Project:
    """Load the claim files among `paths` (absolute), and all that applies to them.

    Vocabularies are built on `below` (by default the general one). `articles`: whether some rule reads
    the text of articles.
    """
    paths = sorted(set(paths))
    loader = Loader(config, below or general_vocabulary(config.about_width), articles=articles)
    documents = [loader.document(p, "claims") for p in paths if kind_of(p) == "claims"]
    applying = reference_files(config, paths, walk(config.root))
    references = [loader.document(p, "references") for p in applying]
    for path in paths:
        if kind_of(path) == "vocabulary":
            loader.vocabulary_file(path)
    return Project(
        config, tuple(documents), tuple(references), tuple(loader.problems), tuple(loader.sources)
    )


def nearest_vocabulary(config: Config, folder: str, below: Vocabulary) -> LoadedVocabulary:
    """The vocabulary that applies in a folder, on top of `below`."""
    return Loader(config, below, articles=False).vocabulary(folder)


def reference_files(config: Config, paths: Iterable[str], every: Iterable[str]) -> list[str]:
    """The reference files that the configuration names, of `every` file below, and those asked for."""
    asked = [path for path in paths if kind_of(path) == "references"]
    applying = [
        path
        for path in every
        if kind_of(path) == "references" and matches(path, config.references, config.root)
    ]
    return sorted({*asked, *applying})


def claim_files(config: Config, every: Iterable[str], config_of: "ConfigOf") -> list[str]:
    """The claim files, of `every` file below, that a run of the whole newsroom would check."""
    folders = [os.path.normpath(os.path.join(config.root, path)) for path in config.paths]
    return sorted(
        path
        for path in every
        if kind_of(path) == "claims"
        and not matches(path, config.exclude, config.root)
        and any(os.path.commonpath((path, folder)) == folder for folder in folders)
        and config_of(os.path.dirname(path)).root == config.root
    )


def all_checked(
    config: Config, paths: Iterable[str], every: Iterable[str], config_of: "ConfigOf"
) -> bool:
    """Whether `paths` has every claim file that a run of the whole newsroom would check."""
    return not claim_files(config, set(every).difference(paths), config_of)


def _name(path: str, root: str) -> str:
    """A path from the root of its newsroom, with forward slashes."""
    start = os.path.join(root, "")
    inside = path[len(start) :] if path.startswith(start) else os.path.relpath(path, root)
    return inside.replace(os.sep, "/")


def matches(path: str, globs: Iterable[str], root: str) -> bool:
    """Whether a path below `root` fits one of some globs (`*` within a folder, `**` across)."""
    relative = _name(path, root)
    return any(_pattern(glob).fullmatch(relative) is not None for glob in globs)


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/?|\*|\?)", glob.removeprefix("./"))
    known = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
    whole = "".join(known.get(part, re.escape(part)) for part in parts)
    return re.compile(whole + "(?:/.*)?")


class Vocabularies:
    """Which vocabulary file applies in which folder."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._known: dict[str, str | None] = {}

    def __call__(self, folder: str) -> str | None:
        """The path of the nearest one upward, up to the root; None without one."""
        if folder not in self._known:
            self._known[folder] = self._look_up(folder)
        return self._known[folder]

    def _look_up(self, folder: str) -> str | None:
        for name in VOCABULARIES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return path
        parent = os.path.dirname(folder)
        return None if folder in (self._root, parent) else self(parent)


class Loader:
    """Loads files with the vocabulary nearest above each."""

    def __init__(self, config: Config, below: Vocabulary, *, articles: bool) -> None:
        self.config = config
        self.problems: list[Problem] = []
        self.sources: list[Source] = []
        self.general = below
        self.articles = articles
        self.lexicons = own_words(config) if articles else None
        self.vocabularies: dict[str, LoadedVocabulary] = {}
        self.nearest = Vocabularies(config.root)
        self.digests: dict[str, str] | None = None
        """The digest of each file as it was read, for whoever puts a dictionary here."""

    def document(self, path: str, kind: Kind) -> Document:
        """The claims or references of a file, with all that is wrong in it."""
        source, problems = self._read(path)
        folder = os.path.dirname(path)
        vocabulary = self.vocabulary(folder).vocabulary
        if problems and not source.text:
            document = Document(source, kind, vocabulary)
        else:
            document = load_document(source, kind, vocabulary)
        if kind == "claims" and document.text is not None:
            missing = article_problems(document, lambda text: is_inside(self.config, folder, text))
            problems += missing
            if self.articles and not missing:
                article = os.path.normpath(os.path.join(folder, document.text))
                document.article, unread = self._read(article)
                problems += [problem for problem in unread if not document.article.text]
        document.problems += tuple(problems)
        document.name = _name(path, self.config.root)
        document.lexicons = self.lexicons
        return document

    def vocabulary(self, folder: str) -> LoadedVocabulary:
        """The vocabulary of the nearest folder upward that has one, up to the root."""
        path = self.nearest(folder)
        return LoadedVocabulary(self.general, ()) if path is None else self.vocabulary_file(path)

    def vocabulary_file(self, path: str) -> LoadedVocabulary:
        """The vocabulary in a file; what is wrong with it goes into `problems`."""
        found = self.vocabularies.get(path)
        if found is None:
            source, problems = self._read(path)
            self.sources.append(source)
            found = load_vocabulary(source, self.general, self.config.about_width)
            if problems and not source.text:
                found = found._replace(problems=())
            self.vocabularies[path] = found
            self.problems += (*problems, *found.problems)
        return found

    def _read(self, path: str) -> tuple[Source, list[Problem]]:
        digests = self.digests
        if digests is None:
            return read_source(path, shown_path(path))
        return read_source(
            path, shown_path(path), lambda data: digests.__setitem__(path, digest(data))
        )


def is_inside(config: Config, folder: str, text: str) -> bool:
    """Whether an article is a file below the newsroom's root."""
    path = os.path.realpath(os.path.join(folder, text))
    root = os.path.realpath(config.root)
    return os.path.isfile(path) and os.path.commonpath((path, root)) == root


def files_below(paths: Iterable[str], config_of: "ConfigOf") -> Iterator[tuple[str, Config]]:
    """Every newsroom file of some files and folders, absolute, with its configuration."""
    for path in paths:
        if os.path.isdir(path):
            for file in walk(os.path.abspath(path)):
                config = config_of(os.path.dirname(file))
                if not (config.exclude and matches(file, config.exclude, config.root)):
                    yield file, config
        else:
            yield os.path.abspath(path), config_of(os.path.dirname(os.path.abspath(path)))


class ConfigOf:
    """The configuration of each folder, looked up once."""

    def __init__(
        self,
        above: Sequence[Layer] = (),
        problems: Sequence[Wrong] = (),
        *,
        isolated: bool = False,
        top: str | None = None,
    ) -> None:
        """`above`: settings of the command line, with what is wrong with them; nothing is looked for above
        `top`; `isolated`: no configuration file is read."""
        self._above = tuple(above)
        self._problems = tuple(problems)
        self._find = default_config if isolated else find_config
        self._top = top
        self._known: dict[str, Config] = {}

    def __call__(self, folder: str) -> Config:
        found = self._known.get(folder)
        if found is None:
            found = over(self._find(folder, self._top), self._above, self._problems)
            self._known[folder] = found
        return found
