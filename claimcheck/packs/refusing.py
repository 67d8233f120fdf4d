"""What is wrong with a pack: in words, and where it stands inside of a text of several lines."""

from collections.abc import Mapping

from claimcheck.catalogue import either
from claimcheck.model.vocabulary import Attribute
from claimcheck.source import Source, Span, lines_of


def within(source: Source, span: Span, text: str, column: int) -> Span:
    """The place of a column of a text that the file has on several lines, folded or in a block.

    Both have the same characters before it, but for spaces.
    """
    before = len("".join(text[:column].split()))
    lines = lines_of(source.text)
    first = lines[span.line - 1][span.column - 1 :]
    number, start = span.line - 1, span.column - 1
    if first[:1] in ("|", ">"):
        number, start = number + 1, 0
    elif first[:1] in ('"', "'"):
        start += 1
    for line in range(number, min(span.end_line, len(lines))):
        for offset in range(start, len(lines[line])):
            if not lines[line][offset].isspace():
                if before == 0:
                    return Span(span.path, line + 1, offset + 1, line + 1, offset + 2)
                before -= 1
        start = 0
    return span


def in_words(kind: str, data: Mapping[str, object]) -> str:
    """What is wrong with the form of a pack, in a line."""
    near = f"; did you mean `{data['suggestion']}`?" if data.get("suggestion") else ""
    if kind == "unknown-key":
        known = data.get("known")
        hint = near or (f"; known are {', '.join(known)}" if isinstance(known, list) else "")
        return f"unknown key `{data.get('key')}`{hint}"
    if kind == "missing-key":
        return f"no `{data.get('key')}`"
    if kind == "wrong-type":
        expected = data.get("expected")
        wanted = either(expected) if isinstance(expected, list) else str(expected)
        return f"expected {wanted}, found {data.get('found')}"
    details = ", ".join(str(value) for key, value in data.items() if value and key != "suggestion")
    return f"{kind.replace('-', ' ')}: {details}{near}"


def clash(known: Attribute, own: Attribute) -> str | None:
    """Why a pack cannot declare an attribute so: claims and other rules rely on the vocabulary's."""
    if _species(known) != _species(own):
        return f"`{own.name}` is {_species(known)} in the vocabulary, and {_species(own)} here"
    if known.period != own.period:
        return (
            f"the period of `{own.name}` is {known.period} in the vocabulary, and {own.period} here"
        )
    return None


def _species(attribute: Attribute) -> str:
    unit = attribute.type.unit
    return f"of type {attribute.type.name if unit is None or not unit.name else unit.name}"
