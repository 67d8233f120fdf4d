"""What a newsroom has set, and where each setting comes from."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from claimcheck.exact import Fraction
from claimcheck.source import Path


class Wrong(NamedTuple):
    """Something wrong with a configuration: the keys that lead to it, what, and in which layer."""

    keys: Path
    message: str
    source: str = ""
    """The file, or the option of the command line; empty: the configuration's own file."""


class Layer(NamedTuple):
    """The settings of one place; a higher layer counts before a lower one."""

    source: str
    """The path of a file, or an option of the command line: `--select`."""
    data: Mapping[str, Any]
    """What is right of it, as TOML has it."""
    is_file: bool = True


class PerPath(NamedTuple):
    """What holds for the files that some globs name."""

    paths: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    level: Mapping[str, str] = {}
    keys: Path = ()
    """Where it stands in its layer."""
    source: str = ""


class Acceptance(NamedTuple):
    """Findings that are accepted for the whole newsroom: an entry of `[[accept]]`."""

    rule: str
    reason: str
    claims: tuple[str, ...] = ()
    """Who may take part in such a finding, by id or document#id; none: anybody."""
    documents: tuple[str, ...] = ()
    """Globs of the files in which it is accepted; none: in all."""
    by: str | None = None
    until: int | None = None
    """The last day it counts, as an ordinal; None: no end."""
    keys: Path = ()
    source: str = ""


class Config(NamedTuple):
    """What a newsroom has set; `root` is the folder that its references and vocabulary lie in."""

    root: str
    file: str | None = None
    """The file it comes from, None for the defaults."""
    paths: tuple[str, ...] = (".",)
    """What `check` without paths looks at, relative to the root."""
    references: tuple[str, ...] = ("**",)
    """Globs of the reference files that apply, relative to the root."""
    exclude: tuple[str, ...] = ()
    """Globs of files that are not looked at when a folder is checked."""
    profile: str | None = None
    """The frozen set of rules and levels to start from."""
    select: tuple[str, ...] = ()
    """Rules, families or tags that run; none: those of the profile, or all."""
    extend_select: tuple[str, ...] = ()
    """Rules, families or tags that run as well."""
    ignore: tuple[str, ...] = ()
    """Rules, families or tags that do not run."""
    level: Mapping[str, str] = {}
    """The levels of rules, families or tags."""
    per_path: tuple[PerPath, ...] = ()
    accept: tuple[Acceptance, ...] = ()
    baseline: str | None = None
    """The file of findings that are known, relative to the root."""
    fail_on: str = "warning"
    language: str = "en"
    scope: str = "document"
    """`project`: an article is also held against what other documents of the newsroom said before."""
    about_width: Fraction = Fraction(1, 10)
    options: Mapping[str, Mapping[str, object]] = {}
    """Options of rules, by rule and name."""
    problems: tuple[Wrong, ...] = ()
    """What is wrong with the files; a run that uses it ends with all of it, and what rules find wrong."""
    layers: tuple[Layer, ...] = ()
    """Where all of it comes from, the lowest first."""
