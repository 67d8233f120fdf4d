"""Checking again when a file changes."""

import asyncio

from watchfiles import DefaultFilter, awatch

from claimcheck.review.desk import Desk


class _Files(DefaultFilter):
    """All that may count: claims, vocabularies, packs, articles, the configuration; no hidden folders."""

    ends = (".yaml", ".yml", ".json", ".jsonl", ".md", ".txt", ".toml", ".csv")

    def __call__(self, change: object, path: str) -> bool:
        return path.endswith(self.ends) and super().__call__(change, path)  # type: ignore[arg-type]


async def watch(desk: Desk) -> None:
    """Keep the report of a desk up to date, until cancelled."""
    watching = False
    async for changes in awatch(
        *desk.roots,
        watch_filter=_Files(),
        debounce=200,
        step=50,
        rust_timeout=500,
        yield_on_timeout=True,
    ):
        # What changed before the watching began is seen by looking once.
        if changes or not watching:
            watching = True
            await asyncio.to_thread(desk.check)
