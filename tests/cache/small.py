"""A newsroom with a little of everything that results depend on, and its reports with and without cache."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from claimcheck.config import forget as forget_settings
from claimcheck.load.lexicons import _load
from claimcheck.model.period import parse_period
from claimcheck.report import FORMATS, Style, renderer
from claimcheck.run import Request, run
from tests.bench import corpus
from tests.bench.world import make_world

AS_OF = parse_period("2026-06-30").first or 0

NEWS = Path(__file__).parent / "news"


def write(folder: Path, more: int = 0) -> None:
    """The newsroom, with some documents more that nearly all are clean."""
    shutil.copytree(NEWS, folder, dirs_exist_ok=True)
    if more:
        world = make_world(7)
        corpus.write_frame(folder / "desk", world)
        (folder / "desk" / "claimcheck.toml").unlink()
        for number in range(more):
            (folder / "desk" / f"{number:04}.claims.yaml").write_text(corpus.text_of(world, number))


def forget() -> None:
    """Forget what a process keeps of files by their path; a run of its own knows nothing of it."""
    forget_settings()
    _load.cache_clear()


def reports(
    folder: Path, as_of: int = AS_OF, paths: Iterable[Path] = (), **how: object
) -> dict[str, str]:
    """What a run says in every format that works without the claims themselves, in both languages."""
    forget()
    given = tuple(map(str, paths)) or (str(folder),)
    found = run(Request(given, as_of, **{"keep": False, "documented": True, **how}))  # type: ignore[arg-type]
    return {
        f"{name} {language}": renderer(name)(found, Style(language))
        for name in FORMATS
        if name != "html"
        for language in ("en", "fr")
    }


def plain(folder: Path, as_of: int = AS_OF) -> dict[str, str]:
    """What a run says that judges everything itself and keeps all claims."""
    return reports(folder, as_of, keep=True)
