"""Running the review page: on this machine only, at an address that only its owner knows."""

import asyncio
import contextlib
import secrets
import socket
from collections.abc import Callable

import uvicorn

from claimcheck.errors import UsageError
from claimcheck.review.app import app_of
from claimcheck.review.desk import Desk
from claimcheck.review.guard import Guard
from claimcheck.review.pages import Pages
from claimcheck.review.watching import watch

HOST = "127.0.0.1"


def serve(desk: Desk, language: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is told the address. Raises UsageError if the port is taken."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError as error:
        raise UsageError(f"port {port}: {error.strerror}", "leave --port out to take any") from None
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    hosts = (f"{HOST}:{port}", f"localhost:{port}")
    app = Guard(app_of(desk, Pages(desk, language)), token, hosts)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, lifespan="off", timeout_graceful_shutdown=1
    )
    ready(f"http://{HOST}:{port}/?token={token}")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(uvicorn.Server(config), desk, listening))


async def _serve(server: uvicorn.Server, desk: Desk, listening: socket.socket) -> None:
    watching = asyncio.create_task(watch(desk))
    try:
        await server.serve(sockets=[listening])
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
