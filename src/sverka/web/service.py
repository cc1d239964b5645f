"""What every page may use of the running server: its settings, store, crew, desk, limits, and what is drawn already."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from fastapi import Request

from sverka.web.crew import Crew
from sverka.web.desk import Desk
from sverka.web.safety import Rate, caller
from sverka.web.settings import Settings
from sverka.web.store import DONE, Store

#: How long a finished check is taken to be as it was, in seconds, and of how many that is remembered.
_SECOND, _STATES = 1.0, 1_000


class Drawn:
    """Pages and pictures that were made once: the latest used, up to so many bytes; two who ask at once make one."""

    def __init__(self, most: int = 48_000_000) -> None:
        self.most, self.size = most, 0
        self._kept: OrderedDict[tuple[str, ...], bytes] = OrderedDict()
        self._making: dict[tuple[str, ...], asyncio.Future[bytes]] = {}

    async def get(self, name: tuple[str, ...], make: Callable[[], Awaitable[bytes]]) -> bytes:
        """What is kept under the name, else what `make` makes."""
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        if name in self._making:
            return await asyncio.shield(self._making[name])
        done: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._making[name] = done
        try:
            made = await make()
        except BaseException as error:
            done.set_exception(error if isinstance(error, Exception) else ConnectionError())
            done.exception()  # nobody else may have waited
            raise
        else:
            done.set_result(made)
            self._keep(name, made)
            return made
        finally:
            del self._making[name]

    def _keep(self, name: tuple[str, ...], made: bytes) -> None:
        if len(made) > self.most // 4:
            return
        self._kept[name] = made
        self.size += len(made)
        while self.size > self.most:
            _, old = self._kept.popitem(last=False)
            self.size -= len(old)

    def forget(self, first: str) -> None:
        """Drop everything whose name begins so."""
        for name in [name for name in self._kept if name[0] == first]:
            self.size -= len(self._kept.pop(name))


class Service:
    """A running server."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = Store(settings.address)
        self.crew = Crew(settings.workers, settings.waiting, settings.patience)
        self.desk = Desk(settings, self.store, self.crew)
        self.drawn = Drawn()
        self._asking: dict[str, asyncio.Future[tuple[str, int, str] | None]] = {}
        self._states: OrderedDict[str, tuple[float, tuple[str, int, str]]] = OrderedDict()
        self.checks = Rate(settings.checks_a_minute)
        self.claims = Rate(settings.claims_a_minute)
        self.misses = Rate(settings.misses_a_minute)

    async def state(self, key: str) -> tuple[str, int, str] | None:
        """(status, revision, owner) of a check, None where there is none; of a finished one as it was a second ago, so
        that many readers of one page do not ask the store each."""
        now = time.monotonic()
        known = self._states.get(key)
        if known is not None and now - known[0] < _SECOND:
            return known[1]
        if key not in self._asking:
            asking = self._asking[key] = asyncio.ensure_future(self.crew.thread(self.store.status, key))
            asking.add_done_callback(lambda _: self._asking.pop(key, None))
        found = await asyncio.shield(self._asking[key])
        self._states.pop(key, None)
        if found is not None and found[0] == DONE:
            self._states[key] = (now, found)
            if len(self._states) > _STATES:
                self._states.popitem(last=False)
        return found

    def changed(self, key: str) -> None:
        """Forget what is known and drawn of a check."""
        self._states.pop(key, None)
        self.drawn.forget(key)

    async def start(self) -> None:
        """Begin the crew, and what a dead server left."""
        self.crew.start()
        await self.desk.resume_all()

    async def stop(self) -> None:
        """End everything in order."""
        await self.desk.stop()
        await self.crew.stop()
        self.store.close()


def service(request: Request) -> Service:
    """The server that answers this request."""
    found: Service = request.app.state.service
    return found


def checking(request: Request) -> Service:
    """The server, where the caller may check one more text."""
    found = service(request)
    found.checks.take(caller(request))
    return found


def claiming(request: Request) -> Service:
    """The server, where the caller may have one more claim answered."""
    found = service(request)
    found.claims.take(caller(request))
    return found
