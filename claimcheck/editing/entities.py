"""New entities in the vocabulary of a document."""

import os
from collections.abc import Sequence

from claimcheck.editing.journal import Change
from claimcheck.editing.splices import with_key
from claimcheck.editing.written import one_line
from claimcheck.load.files import VOCABULARIES, read_source
from claimcheck.model.claim import Document
from claimcheck.source import Source
from claimcheck.text.drafting import new_id


def with_entities(document: Document, names: Sequence[str], root: str) -> Change:
    """The nearest vocabulary above a document with some more names; a new file at `root` if there is none.

    Raises CannotEdit.
    """
    taken = set(document.vocabulary.entities)
    ids: dict[str, str] = {}
    for name in names:
        ids[name] = new_id(name, taken)
        taken.add(ids[name])
    path = _nearest(os.path.dirname(os.path.abspath(document.path)), root)
    if path is None:
        lines = (f"  {id}: {one_line({'name': name})}\n" for name, id in ids.items())
        return Change(os.path.join(root, VOCABULARIES[0]), None, "entities:\n" + "".join(lines))
    before = source = read_source(path, path)[0]
    for name, id in ids.items():
        source = Source(path, _with_entity(source, id, name))
    return Change(path, before.text, source.text)


def _with_entity(source: Source, id: str, name: str) -> str:
    from claimcheck.load.places import tree

    root = tree(source).root
    entry = {"name": name}
    if root is not None and root.find(("entities",)) is not root:
        return with_key(source, ("entities",), id, entry)
    return with_key(source, (), "entities", {id: entry})


def _nearest(folder: str, root: str) -> str | None:
    while True:
        for name in VOCABULARIES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return path
        parent = os.path.dirname(folder)
        if folder in (root, parent):
            return None
        folder = parent
