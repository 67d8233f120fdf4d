"""The review page, as a server and in a browser."""

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

ARTICLE = """\
# La mairie de Valmont

Le budget de la ville atteint 12 millions d’euros en 2025. Plus loin, ce budget est
de 15 millions d’euros pour la même année.

La dette serait d’environ 4 millions d’euros, selon l’opposition. Une école ouvrira en 2027.
"""
CLAIMS = """\
# Ce que dit l’article.
document: {text: a.md, language: fr, published: 2026-01-30}

claims:
  - id: budget   # le premier passage
    subject: Valmont
    attribute: spending
    value: 12 million EUR
    when: 2025
    quote: >-
      Le budget de la ville atteint 12 millions d’euros en 2025

  - id: autre
    subject: Valmont
    attribute: spending
    value: 15 million EUR   # le second
    when: 2025
    quote: Plus loin, ce budget est de 15 millions d’euros pour la même année
"""
VOCABULARY = """\
entities:
  valmont: {name: Valmont, aliases: [la ville]}   # une commune
  opposition: {name: l’opposition}
"""


def written(folder: Path, claims: str = CLAIMS, article: str = ARTICLE) -> Path:
    """A small newsroom on the disk; the path of its claims."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "claimcheck.toml": 'paths = ["."]\n',
        "a.md": article,
        "vocabulary.yaml": VOCABULARY,
        "a.claims.yaml": claims,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder / "a.claims.yaml"


class Answer(NamedTuple):
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    text: str


class Server:
    """`claimcheck review` at work in a folder."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.host = urlsplit(address).netloc
        self.token = parse_qs(urlsplit(address).query)["token"][0]
        self.cookie = f"claimcheck-{self.host.rpartition(':')[2]}={self.token}"

    def ask(
        self, path: str, method: str = "GET", body: str | None = None, **headers: str
    ) -> Answer:
        """One request; header names with underscores for hyphens."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return Answer(answer.status, dict(answer.getheaders()), text)

    def get(self, path: str, **query: str) -> Answer:
        """A page, as the browser of the owner asks for it."""
        return self.ask(f"{path}?{urlencode(query)}" if query else path, cookie=self.cookie)

    def send(self, path: str, **fields: str) -> Answer:
        """A form, as a page of the server sends it."""
        return self.ask(
            path,
            "POST",
            urlencode(fields),
            cookie=self.cookie,
            origin=f"http://{self.host}",
            content_type="application/x-www-form-urlencoded",
        )


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    """A server for what lies in a folder."""
    command = [sys.executable, "-m", "claimcheck", "review", "--no-open", *options]
    path = os.pathsep.join(
        filter(None, (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH")))
    )
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        try:
            assert address.startswith("http://127.0.0.1:"), process.stderr and process.stderr.read()
            yield Server(address)
        finally:
            process.terminate()
            process.wait(20)
