"""Every message of the project, by Babel’s extraction, with methods for our own kinds of files."""

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

import yaml
from babel.messages.extract import extract

from claimcheck.explain import passages

ROOT = Path(__file__).parents[2]
RULES = ROOT / "claimcheck" / "rules"

# A message as Babel’s methods give it: line, function, text or texts, comments.
Extracted = tuple[int, str, str | tuple[str, str], list[str]]


class Found(NamedTuple):
    """A message at one place of the code."""

    text: str | tuple[str, str]
    """The English text; of one that depends on a number, both."""
    path: str
    beside: Mapping[str, str]
    """Its texts in other languages that stand beside it."""


def gathered() -> Iterator[Found]:
    """All messages, file by file."""
    for path in sorted((ROOT / "claimcheck").rglob("*.py")):
        yield from _from(path, from_python if RULES not in path.parents else from_rule)
    yield from _from(ROOT / "claimcheck" / "model" / "general.yaml", from_yaml)
    for path in sorted((ROOT / "rules").glob("*.yaml")):
        yield from _from(path, from_yaml)


def _from(path: Path, method: Any) -> Iterator[Found]:
    name = path.relative_to(ROOT).as_posix()
    with path.open("rb") as file:
        # The texts of other languages that stand beside a message travel in its comments.
        for _, text, comments, _ in extract(
            method, file, keywords={"tell": None, "tell_of": (1, 2)}
        ):
            beside = dict(comment.split("=", 1) for comment in comments)
            yield Found(text if isinstance(text, str) else (text[0], text[1]), name, beside)


def from_python(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: object
) -> Iterable[Extracted]:
    """The messages of a module: those that are told, and tables of languages."""
    for node in ast.walk(ast.parse(file.read())):
        match node:
            case ast.Call(func=ast.Name(id="tell"), args=[first, *_]):
                yield from (_plain(node, text) for text in _texts(first))
            case ast.Call(func=ast.Name(id="tell_of"), args=[_, one, many, *_]):
                yield from ((node.lineno, "tell_of", both, []) for both in _pairs(one, many))
            case ast.Dict():
                yield from _table(node)


def _plain(node: ast.AST, text: str, beside: Iterable[str] = ()) -> Extracted:
    return getattr(node, "lineno", 1), "tell", text, list(beside)


def _texts(node: ast.expr) -> Iterator[str]:
    """What an expression may be, as far as it is text that stands here."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one), *_texts(other))


def _pairs(one: ast.expr, many: ast.expr) -> Iterator[tuple[str, str]]:
    yield from zip(_texts(one), _texts(many), strict=True)


def _table(node: ast.Dict) -> Iterator[Extracted]:
    keys = [key.value if isinstance(key, ast.Constant) else None for key in node.keys]
    texts = {
        str(key): value.value
        for key, value in zip(keys, node.values, strict=True)
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }
    if "en" in keys and texts.keys() == set(keys) and texts["en"]:
        yield _plain(node, texts.pop("en"), (f"{name}={text}" for name, text in texts.items()))


def from_rule(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: object
) -> Iterable[Extracted]:
    """The messages of a rule’s module, and its page."""
    doc = ast.get_docstring(ast.parse(file.read())) or ""
    file.seek(0)
    if Path(file.name).name != "__init__.py":
        yield from ((1, "tell", text, []) for paragraph in passages(doc) for text in paragraph)
    yield from from_python(file, keywords, tags, options)


def from_yaml(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: object
) -> Iterable[Extracted]:
    """The pages, messages and labels of a pack, or the labels of a vocabulary."""
    data = yaml.safe_load(file)
    tables = [entry.get("label") for entry in (data.get("attributes") or {}).values()]
    for rule in (data.get("rules") or {}).values():
        yield from ((1, "tell", text, []) for part in passages(rule["doc"]) for text in part)
        tables += [rule.get("message"), rule.get("help")]
    for table in filter(None, tables):
        beside = [f"{name}={text}" for name, text in table.items() if name != "en"]
        yield 1, "tell", table["en"], beside
