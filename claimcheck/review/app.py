"""The server of the review page: addresses, forms and the stream of versions; `answers` says what they do."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from claimcheck.review.answers import Answers, Reply
from claimcheck.review.desk import Desk
from claimcheck.review.forms import Fields
from claimcheck.review.pages import Pages

LONGEST = 1_000_000
"""How many bytes a form may have."""
_TICK = 0.2
_ALIVE = 15.0

Endpoint = Callable[[Request], Awaitable[Response]]


def app_of(desk: Desk, pages: Pages) -> Starlette:
    """The server of a desk."""
    answers = Answers(desk, pages)
    shown = {
        "/": answers.home,
        "/document": answers.document,
        "/encode": answers.encode,
        "/claim": answers.claim,
    }
    done = {
        "/accept": answers.accept,
        "/claim": answers.change,
        "/encode": answers.add,
        "/undo": answers.undo,
    }
    return Starlette(
        routes=[
            *(Route(path, _get(answer)) for path, answer in shown.items()),
            *(Route(path, _post(answer), methods=["POST"]) for path, answer in done.items()),
            Route("/events", _events(desk)),
            Route("/favicon.ico", _nothing),
        ]
    )


def _get(answer: Callable[[Fields], Reply]) -> Endpoint:
    async def endpoint(asked: Request) -> Response:
        return _response(await run_in_threadpool(answer, dict(asked.query_params)))

    return endpoint


def _post(answer: Callable[[Fields], Reply]) -> Endpoint:
    async def endpoint(asked: Request) -> Response:
        fields = await _fields(asked)
        if fields is None:
            return Response("too long", 413)
        return _response(await run_in_threadpool(answer, fields))

    return endpoint


async def _fields(asked: Request) -> dict[str, str] | None:
    """What a form was filled in with, each text on one line; None if it is too long."""
    body = b""
    async for chunk in asked.stream():
        body += chunk
        if len(body) > LONGEST:
            return None
    pairs = parse_qsl(body.decode("utf-8", "replace"), max_num_fields=500)
    return {key: " ".join(text.split()) for key, text in pairs}


def _response(reply: Reply) -> Response:
    if reply.location:
        return RedirectResponse(reply.location, 303)
    return HTMLResponse(reply.body, reply.status)


async def _nothing(_: Request) -> Response:
    """The icon that browsers ask for."""
    return Response(status_code=204)


def _events(desk: Desk) -> Endpoint:
    """The version of the report whenever it goes up, as server-sent events."""

    async def versions(asked: Request) -> AsyncIterator[str]:
        told, silent = -1, 0.0
        while not await asked.is_disconnected():
            silent += _TICK
            if told != desk.version:
                told, silent = desk.version, 0.0
                yield f"data: {told}\n\n"
            elif silent > _ALIVE:
                silent = 0.0
                yield ": still here\n\n"
            await asyncio.sleep(_TICK)

    async def endpoint(asked: Request) -> Response:
        return StreamingResponse(versions(asked), media_type="text/event-stream")

    return endpoint
