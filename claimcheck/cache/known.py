"""Which judgements of a newsroom are known already, and whether what they depend on is as it was."""

import json
import os

from claimcheck.cache.basis import basis, of_vocabularies
from claimcheck.cache.rows import Row
from claimcheck.cache.store import Store
from claimcheck.load.files import digest, read_bytes, shown_path
from claimcheck.newsroom import Newsroom, article_state

REFERENCES = ""
"""Under which name the judgement on references and vocabularies is kept."""
_BYTES_FOR_ONE = 20_000
"""A cache with more bytes for each document that is asked for takes longer to read than they to judge."""


_LONGEST_WORD = 8
"""Of what is said of an article that was not read (`missing`); a digest is longer."""


class Known:
    """The judgements that earlier runs have kept; raises nothing, whatever state the cache is in."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self._basis = basis(newsroom)
        self._files = of_vocabularies(newsroom)
        self._vocabularies: dict[str | None, str | None] = {None: "-"}
        self._store: Store | None = None
        if self._basis is not None and self._files is not None:
            store = Store(newsroom.config.root, self._basis)
            if store.size <= _BYTES_FOR_ONE * (len(newsroom.documents) + 1):
                store.load()
                self._store = store

    @property
    def names(self) -> list[str] | None:
        """The names of the rules that ran, if anything is known."""
        return self._store.names if self._store is not None else None

    def references(self) -> bytes | None:
        """The row of references and vocabularies, if it still holds."""
        found = self._store.get(REFERENCES) if self._store is not None else None
        if found is None:
            return None
        files, day = found[0].split(" ")
        return found[1] if files == self._files and self._is_on(day) else None

    def document(self, path: str) -> bytes | None:
        """The row of a document, if it still holds."""
        found = self._store.get(shown_path(path)) if self._store is not None else None
        if found is None:
            return None
        content, vocabulary, state, day, text = found[0].split(" ", 4)
        try:
            same = content == digest(read_bytes(path))
        except OSError:
            return None
        if not same or vocabulary != self._vocabulary_of(path) or not self._is_on(day):
            return None
        if text == "null":
            return found[1]
        config, read = self._newsroom.config, len(state) > _LONGEST_WORD
        return found[1] if state == article_state(config, path, json.loads(text), read) else None

    def _is_on(self, day: str) -> bool:
        """Whether what holds on a day, or on any, holds on the day of this run."""
        return day in ("-", str(self._newsroom.asked.as_of))

    def put(self, row: Row) -> None:
        """Take in the row of a document; not if it cannot be told what it depends on."""
        vocabulary = self._vocabulary_of(row.path)
        if self._store is None or row.crashed or None in (vocabulary, row.content, row.article):
            return
        key = f"{row.content} {vocabulary} {row.article} {row.day} {json.dumps(row.text)}"
        self._store.put(shown_path(row.path), key, row.line)

    def put_references(self, row: Row) -> None:
        """Take in the row of references and vocabularies."""
        if self._store is not None and self._files is not None and not row.crashed:
            self._store.put(REFERENCES, f"{self._files} {row.day}", row.line)

    def save(self, names: list[str]) -> None:
        """Keep what is new; nothing if a file has changed meanwhile on which everything depends."""
        if self._store is None or not self._store.changed:
            return
        if (basis(self._newsroom), of_vocabularies(self._newsroom)) == (self._basis, self._files):
            self._store.save(names)

    def _vocabulary_of(self, path: str) -> str | None:
        """The digest of the vocabulary that a document is read with; None: unreadable."""
        vocabulary = self._newsroom.nearest(os.path.dirname(path))
        if vocabulary is not None and vocabulary not in self._vocabularies:
            try:
                self._vocabularies[vocabulary] = digest(read_bytes(vocabulary))
            except OSError:
                self._vocabularies[vocabulary] = None
        return self._vocabularies[vocabulary]
