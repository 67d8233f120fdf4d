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
    async for _ in awatch(*desk.roots, watch_filter=_Files(), debounce=200, step=50):
        await asyncio.to_thread(desk.check)
