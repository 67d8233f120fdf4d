"""One value of a YAML file replaced, and nothing else of it touched."""

import re

from claimcheck.load.places import place
from claimcheck.load.reader import data_of, read
from claimcheck.source import LINE_BREAK, Path, Source
from claimcheck.text.scalars import folded_block, is_foldable, quoted

_BLOCK_KEY = re.compile(r"( *)((?:- +)*)[\w-]+: *")


def spliced(source: Source, path: Path, text: str) -> str | None:
    """The file with the text at `path` replaced; None where that cannot be done for sure.

    On a line of its own key the text becomes a folded block (`>-`); within braces, a text in quotation marks.
    Every other byte stays. Files that are no YAML, and values behind anchors or tags, are left alone.
    """
    if not source.path.endswith((".yaml", ".yml")):
        return None
    span = place(source, path)
    starts = [0, *(match.end() for match in LINE_BREAK.finditer(source.text))]
    start = starts[span.line - 1] + span.column - 1
    end = starts[span.end_line - 1] + span.end_column - 1
    before = source.text[starts[span.line - 1] : start]
    key = _BLOCK_KEY.fullmatch(before)
    rest = LINE_BREAK.split(source.text[end:], maxsplit=1)[0]
    if key is not None and is_foldable(text) and not rest.strip():
        lines = folded_block(text, len(key[1]) + len(key[2]) + 2)
        new = ("\r\n" if "\r\n" in source.text else "\n").join(lines)
    elif key is not None or before.rstrip().endswith(":"):
        new = quoted(text)
    else:
        return None
    changed = source.text[:start] + new + source.text[end:]
    return changed if _only(source.text, changed, path, text) else None


def _only(old: str, new: str, path: Path, text: str) -> bool:
    """Whether the two files differ in nothing but the text at the path."""
    before, after = read(old), read(new)
    if after.complaints != before.complaints or after.root is None or before.root is None:
        return False
    node = after.root.find(path)
    if node.kind != "text" or node.content != text:
        return False
    node.content = before.root.find(path).content
    return bool(data_of(after.root) == data_of(before.root))
