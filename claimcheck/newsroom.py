"""One newsroom of a run: its files, and what its documents are judged with, loaded when it is needed."""

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from claimcheck.archive import Archive
from claimcheck.config import Config
from claimcheck.index import Index
from claimcheck.judging import Judge, Verdict
from claimcheck.load.files import digest, kind_of, read_bytes
from claimcheck.load.project import (
    ConfigOf,
    Loader,
    Vocabularies,
    claim_files,
    is_inside,
    reference_files,
)
from claimcheck.model.claim import Document
from claimcheck.rule import Rule
from claimcheck.rules import Rulebook, rules_for
from claimcheck.settings import check_settings, choose, options_of


class Asked(NamedTuple):
    """What changes the verdicts of a run beside the configuration."""

    as_of: int = 0


class Judged(NamedTuple):
    """A document after its judgement; or all that is no document: references and vocabularies."""

    verdict: Verdict
    claims: int = 0
    text: str | None = None
    """The path of its article as it gives it."""
    article: str | None = None
    """The path of its article as shown, if it was read."""
    coverage: tuple[int, int] | None = None
    """How many of the quantities and dates of its article it quotes, and how many there are."""
    kept: Index | None = None
    """What it was judged by, where the run keeps it."""
    content: str | None = None
    """The digest of its file; None if it could not be read."""
    state: str | None = None
    """What its article is, as `article_state` has it."""


class Newsroom:
    """The files of a newsroom that are to be checked, with the rules and references for them."""

    def __init__(
        self, config: Config, files: Iterable[str], every: Iterable[str], asked: Asked
    ) -> None:
        files = set(files)
        self.config = config
        self.asked = asked
        self.every = tuple(every)
        self.documents = sorted(path for path in files if kind_of(path) == "claims")
        self.references = reference_files(config, files, self.every)
        self.nearest = Vocabularies(config.root)
        folders = {os.path.dirname(path) for path in (*self.documents, *self.references)}
        known = {path for path in files if kind_of(path) == "vocabulary"}
        applying = (self.nearest(folder) for folder in folders)
        self.vocabularies = sorted(known.union(path for path in applying if path is not None))
        self.seconds: dict[str, float] | None = None
        """Where to add how long each rule took, if anybody wants to know."""

    def again(self) -> "Newsroom":
        """The same newsroom before anything of it was loaded, for another process."""
        other = Newsroom.__new__(Newsroom)
        loaded = ("book", "rules", "reads_articles", "loader", "judge", "archive", "options")
        other.__dict__.update((k, v) for k, v in self.__dict__.items() if k not in loaded)
        return other

    def took(self, seconds: Mapping[str, float]) -> None:
        """Add how long rules took in another process."""
        if self.seconds is None:
            return
        for name, spent in seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + spent

    @cached_property
    def book(self) -> Rulebook:
        """All rules of this newsroom; raises ConfigError if the configuration speaks of others."""
        book = rules_for(self.config.root, self.config.about_width)
        check_settings(self.config, book.rules)
        return book

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules that run."""
        return choose(self.book.rules, self.config)

    @cached_property
    def reads_articles(self) -> bool:
        """Whether a rule looks at the text of articles."""
        return any(rule.reads_article for rule in self.book.rules)

    @cached_property
    def loader(self) -> Loader:
        """Loads the files of this newsroom."""
        return Loader(self.config, self.book.vocabulary, articles=self.reads_articles)

    @cached_property
    def judge(self) -> Judge:
        """The rules beside the references, which it has judged."""
        references = [self.loader.document(path, "references") for path in self.references]
        for path in self.vocabularies:
            self.loader.vocabulary_file(path)
        index = Index((), references, as_of=self.asked.as_of, problems=self.loader.problems)
        known = {rule.name for rule in self.book.rules}
        return Judge(self.rules, index, self.options, known, self.seconds)

    @cached_property
    def options(self) -> Mapping[str, Mapping[str, object]]:
        """The options of rules that the configuration sets."""
        return options_of(self.config, self.book.rules)

    @cached_property
    def archive(self) -> Archive | None:
        """What all documents of the newsroom say, where they are held against each other."""
        if self.config.scope != "project":
            return None
        paths = claim_files(self.config, self.every, ConfigOf())
        return Archive(self.loader.document(path, "claims") for path in paths)

    def beside(self, document: Document) -> Index:
        """What rules see of a document: the references, and the archive where that counts."""
        earlier = self.archive.before(document) if self.archive is not None else None
        return self.judge.beside(document, earlier)

    def of_references(self) -> Judged:
        """The judgement on all that is no document; `claims` are the references."""
        return Judged(
            self.judge.of_references,
            sum(len(document.claims) for document in self.judge.index.reference_files),
        )

    def of_document(self, path: str, *, keep: bool = False) -> Judged:
        """The judgement on one document; `keep`: with the index that it was judged by."""
        judge = self.judge
        digests = self.loader.digests = {} if not keep else None
        document = self.loader.document(path, "claims")
        index = self.beside(document)
        article = document.article
        judged = Judged(
            judge(index),
            len(document.claims),
            document.text,
            article.path if article is not None else None,
            self._coverage(index) if article is not None else None,
            index if keep else None,
        )
        if not digests or path not in digests:
            return judged
        state = article_state(self.config, path, document.text, article is not None, digests)
        return judged._replace(content=digests[path], state=state)

    def _coverage(self, index: Index) -> tuple[int, int] | None:
        if not any(rule.reads_article for rule in self.rules):
            return None
        passages = index.passages(index.documents[0])
        return passages.coverage if passages is not None and passages.readable else None


def article_state(
    config: Config,
    path: str,
    text: str | None,
    read: bool,
    digests: Mapping[str, str] | None = None,
) -> str | None:
    """What the article of a document is, as far as its judgement depends on it; None: unreadable.

    `text` is its path as the document gives it, `read` whether its content counts; `digests` are those of
    files that were read already.
    """
    if text is None:
        return "-"
    folder = os.path.dirname(path)
    if os.path.isabs(text) or "\0" in text or not is_inside(config, folder, text):
        return "missing"
    if not read:
        return "there"
    article = os.path.normpath(os.path.join(folder, text))
    if digests is not None:
        return digests.get(article)
    try:
        return digest(read_bytes(article))
    except OSError:
        return None
