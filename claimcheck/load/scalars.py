"""The YAML 1.2 core schema: what a plain scalar means (`no` is text, `012` is twelve)."""

import re

# https://yaml.org/spec/1.2.2/#1032-tag-resolution
_NOT_TEXT = re.compile(
    r"null|Null|NULL|~|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
SUSPECT = frozenset("0123456789+-.~ntfNTF")


class Plain(str):
    """A plain scalar that the core schema reads as a number, a boolean or null; still its text."""

    __slots__ = ()

    @property
    def null(self) -> bool:
        """Whether it stands for nothing."""
        return self in ("", "~", "null", "Null", "NULL")

    @property
    def boolean(self) -> bool | None:
        """True or false, or None if it is neither."""
        lower = self.lower()
        return True if lower == "true" else False if lower == "false" else None


def resolve_plain(text: str) -> str:
    """`text` of a plain scalar: as Plain if it is not text by the core schema."""
    if not text or (text[0] in SUSPECT and _NOT_TEXT.fullmatch(text)):
        return Plain(text)
    return text


def option_value(value: object) -> object:
    """What a scalar means as the value of an option: a truth, a number or a text; raises ValueError."""
    if not isinstance(value, Plain):
        return value
    if value.boolean is not None:
        return value.boolean
    number = float(value)
    return int(number) if number == int(number) and "." not in value else number
