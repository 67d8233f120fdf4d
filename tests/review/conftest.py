"""The servers and the browser of these tests."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import launched
from tests.review import Server, serving, written


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    with launched() as browser:
        yield browser


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """The claim file of a small newsroom."""
    return written(tmp_path)


@pytest.fixture
def server(claims: Path) -> Iterator[Server]:
    """A server for that newsroom, in French."""
    with serving(claims.parent, "--language", "fr") as found:
        yield found
