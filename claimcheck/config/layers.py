"""Settings of several places put together: what a higher one says counts before what a lower one says."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimcheck.config.checking import day_of, share_of
from claimcheck.config.settings import Acceptance, Config, Layer, PerPath, Wrong

REPLACED = (
    "profile",
    "paths",
    "references",
    "exclude",
    "baseline",
    "fail-on",
    "language",
    "scope",
    "about-width",
)
"""Settings of which the highest counts; `level` and `rules` are joined key by key, lists of tables whole."""


def put_together(
    root: str, file: str | None, layers: Sequence[Layer], problems: Iterable[Wrong] = ()
) -> Config:
    """The configuration that some layers make, the lowest first.

    A `select` begins anew: what lower layers select and ignore is forgotten. Without one, `extend-select`
    and `ignore` add to theirs; what a higher layer selects by name, a lower one no longer ignores.
    """
    found: dict[str, Any] = {**_selection(layers)}
    for layer in layers:
        for key in REPLACED:
            if key in layer.data:
                found[key.replace("-", "_")] = _setting(key, layer.data[key])
    return Config(
        root,
        file,
        **found,
        level={name: level for layer in layers for name, level in _table(layer, "level")},
        per_path=tuple(entry for layer in layers for entry in _per_path(layer)),
        accept=tuple(entry for layer in layers for entry in _accept(layer)),
        options=_options(layers),
        problems=tuple(problems),
        layers=tuple(layers),
    )


def over(config: Config, layers: Sequence[Layer], problems: Iterable[Wrong] = ()) -> Config:
    """A configuration with some more layers above its own."""
    if not layers and not problems:
        return config
    every = (*config.layers, *layers)
    return put_together(config.root, config.file, every, (*config.problems, *problems))


def _setting(key: str, value: Any) -> object:
    if key == "about-width":
        return share_of(value)
    return tuple(value) if isinstance(value, list) else value


def _selection(layers: Iterable[Layer]) -> dict[str, tuple[str, ...]]:
    select: list[str] = []
    extended: list[str] = []
    ignored: list[str] = []
    for layer in layers:
        more = layer.data.get("extend-select", [])
        if "select" in layer.data:
            select, extended, ignored = [*layer.data["select"]], [], []
        extended += more
        ignored = [name for name in ignored if name not in more]
        less = layer.data.get("ignore", [])
        extended = [name for name in extended if name not in less or name in more]
        ignored += less
    return {
        "select": tuple(select),
        "extend_select": tuple(dict.fromkeys(extended)),
        "ignore": tuple(dict.fromkeys(ignored)),
    }


def _table(layer: Layer, key: str) -> Iterable[tuple[str, Any]]:
    table: Mapping[str, Any] = layer.data.get(key, {})
    return table.items()


def _options(layers: Iterable[Layer]) -> Mapping[str, Mapping[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for layer in layers:
        for rule, options in _table(layer, "rules"):
            found[rule] = {**found.get(rule, {}), **options}
    return found


def _per_path(layer: Layer) -> Iterable[PerPath]:
    for number, entry in enumerate(layer.data.get("per-path", ())):
        yield PerPath(
            tuple(entry["paths"]),
            tuple(entry.get("ignore", ())),
            entry.get("level", {}),
            ("per-path", number),
            layer.source,
        )


def _accept(layer: Layer) -> Iterable[Acceptance]:
    for number, entry in enumerate(layer.data.get("accept", ())):
        yield Acceptance(
            entry["rule"],
            entry["reason"],
            tuple(entry.get("claims", ())),
            tuple(entry.get("documents", ())),
            entry.get("by"),
            day_of(entry["until"]) if "until" in entry else None,
            ("accept", number),
            layer.source,
        )
