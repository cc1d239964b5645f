"""Safety: the headers of every answer, the size of every request, forms only from our own pages, so many a minute."""

import hashlib
import hmac
import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sverka.web.refusals import Refusal, answer, megabytes

#: Nothing inline, nothing from elsewhere, no eval; drawings may stand in the page as data.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {framed}"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # without any, browsers send our own forms with "Origin: null"
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
}
COOKIE = "sverka"
_log = logging.getLogger("sverka.web")
_SAFE = {"GET", "HEAD", "OPTIONS"}


class Guard:
    """ASGI middleware around everything: headers, body size, and where a changing request came from."""

    def __init__(self, app: ASGIApp, upload_limit: int) -> None:
        self.app, self.limit = app, upload_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        fresh = _reader(request)
        sending = _headed(scope, send, fresh)
        refused = _foreign(scope) or _large(scope, self.limit)
        try:
            if refused is not None:
                raise refused
            await self.app(scope, _counted(receive, self.limit), sending)
        except Exception as error:
            if request.state.started:
                raise
            if not isinstance(error, Refusal):
                _log.exception("a fault of our own at %s", scope["path"])
            await answer(request, error)(scope, receive, sending)


def _reader(request: Request) -> str:
    """Give the request its reader's key and the token for its forms; returns the key where it must be set."""
    key = request.cookies.get(COOKIE, "")
    fresh = "" if _is_key(key) else secrets.token_urlsafe(32)
    request.state.reader = fresh or key
    request.state.token = token(request.state.reader)
    request.state.started = False
    return fresh


def _is_key(key: str) -> bool:
    return len(key) == 43 and all(c.isascii() and (c.isalnum() or c in "-_") for c in key)


def token(key: str) -> str:
    """What a form must carry to come from this reader's own page: only who can read the cookie can make it."""
    return hmac.new(key.encode(), b"form", hashlib.sha256).hexdigest()


def checked_form(request: Request, given: str) -> None:
    """Refuse a form that did not come from a page of ours."""
    if not hmac.compare_digest(given.encode(), str(request.state.token).encode()):
        raise Refusal("form", 403)


def _foreign(scope: Scope) -> Refusal | None:
    """Browsers say from where a request comes; one that changes something must come from here."""
    if scope["method"] in _SAFE:
        return None
    headers = Headers(scope=scope)
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return Refusal("form", 403)
    origin = headers.get("origin")
    if origin is not None and origin.partition("://")[2] != headers.get("host", ""):
        return Refusal("form", 403)
    return None


def _large(scope: Scope, limit: int) -> Refusal | None:
    stated = Headers(scope=scope).get("content-length", "0")
    if not stated.isascii() or not stated.isdigit() or len(stated) > 12:
        return Refusal("request", 400)
    return Refusal("large", 413, limit=megabytes(limit)) if int(stated) > limit else None


def _counted(receive: Receive, limit: int) -> Receive:
    """The request's body, refused once it is longer than it may be, whatever its headers say."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise Refusal("large", 413, limit=megabytes(limit))
        return message

    return counted


def _headed(scope: Scope, send: Send, fresh: str) -> Send:
    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            scope["state"]["started"] = True
            headers = MutableHeaders(scope=message)
            framed = "*" if scope.get("state", {}).get("framed") else "'none'"
            headers.setdefault("Content-Security-Policy", POLICY.format(framed=framed))
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            if headers.get("content-type", "").startswith("text/html"):
                headers.setdefault("Cache-Control", "private, no-cache")
                if fresh and framed == "'none'":
                    headers.append("Set-Cookie", _cookie(scope, fresh))
        await send(message)

    return headed


def _cookie(scope: Scope, key: str) -> str:
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return f"{COOKIE}={key}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}"


class Rate:
    """So many a minute from one address, with as many at once; addresses are forgotten, oldest first.

    `clock` counts seconds.
    """

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic, most: int = 10_000) -> None:
        self.a_minute, self.clock, self.most = a_minute, clock, most
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str) -> None:
        """Count one; Refusal 429 with the seconds to wait where there were too many."""
        now = self.clock()
        left, last = self._left.pop(address, (float(self.a_minute), now))
        left = min(self.a_minute, left + (now - last) * self.a_minute / 60)
        self._left[address] = (left - 1 if left >= 1 else left, now)
        while len(self._left) > self.most:
            self._left.popitem(last=False)
        if left < 1:
            wait = int((1 - left) * 60 / self.a_minute) + 1
            raise Refusal("often", 429, retry=wait, seconds=wait)


def caller(request: Request) -> str:
    """Who asks: the network address; of IPv6 the /64, which is one household's."""
    host = request.client.host if request.client else ""
    return ":".join(host.split(":")[:4]) if ":" in host else host
