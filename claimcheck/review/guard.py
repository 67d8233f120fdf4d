"""Who is let in: only the browser that was given the token, only at this address, only from its own pages."""

from collections.abc import Iterable, Mapping
from http.cookies import CookieError, SimpleCookie
from secrets import compare_digest
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What pages may do stands in them; nothing else may show them, keep them or guess what they are.
HEADERS = (
    (b"content-security-policy", b"frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class Guard:
    """Answers 403 to all that does not come from a page of this server in the browser of its owner.

    The token comes once, in the address that the command prints, and then as a cookie that other sites
    cannot make a browser send. Names that lead here by another host's name server are refused, and so are
    forms that another page sends, on whatever port.
    """

    def __init__(self, app: ASGIApp, token: str, hosts: Iterable[str]) -> None:
        self._app = app
        self._token = token
        self._hosts = frozenset(hosts)
        """`127.0.0.1:8000` and whatever else it is called."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; shapes as ASGI has them."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        host = headers.get("host", "")
        if host not in self._hosts:
            await _answer(send, 403, "this address is not served here")
        elif scope["method"] not in ("GET", "HEAD") and not _is_own(headers, host):
            await _answer(send, 403, "this was sent by another page")
        elif self._is_token(_asked(scope)):
            cookie = f"{_name(host)}={self._token}; HttpOnly; SameSite=Strict; Path=/"
            await _answer(send, 303, "", ((b"location", b"/"), (b"set-cookie", cookie.encode())))
        elif not self._is_token(_cookie(headers.get("cookie", ""), _name(host))):
            await _answer(send, 403, "open the address that claimcheck review printed")
        else:
            await self._app(scope, receive, _with_headers(send))

    def _is_token(self, text: str) -> bool:
        return compare_digest(text.encode(), self._token.encode())


def _name(host: str) -> str:
    """The name of the cookie: browsers give cookies of one port to all others."""
    return f"claimcheck-{host.rpartition(':')[2]}"


def _is_own(headers: Mapping[str, str], host: str) -> bool:
    """Whether a browser says that a form was sent by a page of this server.

    Pages that give no referrer send `Origin: null`, so what the browser says of the two sites comes first.
    """
    if "sec-fetch-site" in headers:
        return headers["sec-fetch-site"] == "same-origin"
    return headers.get("origin") == f"http://{host}"


def _asked(scope: Scope) -> str:
    if scope["path"] != "/":
        return ""
    query: bytes = scope["query_string"]
    return parse_qs(query.decode("latin-1")).get("token", [""])[0]


def _cookie(header: str, name: str) -> str:
    try:
        values = {key: str(morsel.value) for key, morsel in SimpleCookie(header).items()}
    except CookieError:
        return ""
    return values.get(name, "")


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *HEADERS]}
        await send(message)

    return sending


async def _answer(
    send: Send, status: int, text: str, more: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    body = text.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *HEADERS, *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
