"""The crew: processes that do the long work – one reads, one checks – so that pages never wait for it.

Each loads only what its work needs, once. Work is handed over in small pieces, first the ones somebody is waiting for
(a single claim), then in order, so that many texts go forward side by side. A piece that takes too long ends with its
process, and a fresh one takes its place.
"""

import asyncio
import itertools
import logging
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Literal, ParamSpec, TypeVar

from sverka.errors import InputError, SverkaError
from sverka.web import work
from sverka.web.refusals import Refusal

Room = Literal["reader", "checker"]
Given = ParamSpec("Given")
Result = TypeVar("Result")
#: Seconds a process may take to load its models.
_WARMING = 120.0
_spawned = get_context("spawn")  # a fresh interpreter: the tables' threads do not survive a fork
_log = logging.getLogger("sverka.web")


class _Hand:
    """One process of the crew; `call` blocks and is for threads."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._start()

    def _start(self) -> None:
        self._ready = False
        self._pipe, theirs = _spawned.Pipe()
        self._process = _spawned.Process(
            target=_serve, args=(theirs, self.room), daemon=True, name=f"sverka-{self.room}"
        )
        self._process.start()
        theirs.close()

    def call(self, function: Callable[..., Any], args: tuple[Any, ...], patience: float) -> Any:
        """The function's result in the process; its refusals are raised here."""
        try:
            if not self._ready:
                self._wait(_WARMING)
                self._ready = True
            self._pipe.send((function, args))
            outcome, value = self._wait(patience)
        except TimeoutError:
            self._again()
            raise Refusal("slow", 503, seconds=int(patience)) from None
        except (EOFError, OSError):
            self._again()
            raise Refusal("fault", 500) from None
        if outcome == "refusal":
            code, status, retry, fields = value
            raise Refusal(code, status, retry=retry, **fields)
        if outcome == "refused":
            what, where, todo = value
            raise InputError(what, where=where, todo=todo)
        if outcome == "fault":
            _log.error("a fault of our own in the %s: %s", self.room, value)
            raise Refusal("fault", 500)
        return value

    def _wait(self, patience: float) -> Any:
        if not self._pipe.poll(patience):
            raise TimeoutError
        return self._pipe.recv()

    def _again(self) -> None:
        self.end()
        self._start()

    def end(self) -> None:
        """Stop the process, whatever it does."""
        self._process.kill()
        self._process.join(5)
        self._pipe.close()


def _serve(pipe: Connection, room: Room) -> None:
    """The life of a process: get warm, then do what comes until the other end of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server's own end tells us
    os.nice(5)  # pages that are only read come before checks
    work.warm(room)
    pipe.send("ready")
    while True:
        try:
            function, args = pipe.recv()
        except EOFError:
            return
        try:
            answer: tuple[str, Any] = ("done", function(*args))
        except Refusal as refusal:
            answer = ("refusal", (refusal.code, refusal.status, refusal.retry, refusal.fields))
        except SverkaError as error:
            answer = ("refused", (error.what, error.where, error.todo))
        except Exception as error:
            answer = ("fault", f"{type(error).__name__}: {error}"[:500])
        try:
            pipe.send(answer)
        except OSError:
            return


class Crew:
    """`pairs` readers and as many checkers; `ask` gives them work from the server's loop.

    Attributes
    ----------
    waiting : pieces of work that may wait in each room; one more is refused with 503.
    patience : seconds one piece may take.
    """

    def __init__(self, pairs: int, waiting: int, patience: float) -> None:
        self.pairs, self.waiting, self.patience = pairs, waiting, patience
        self._order = itertools.count()
        self._hands: list[_Hand] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._queues: dict[Room, asyncio.PriorityQueue[Any]] = {}

    def start(self) -> None:
        """Begin all processes; they get warm while the pages are already served."""
        rooms: tuple[Room, ...] = ("reader", "checker")
        self._threads = ThreadPoolExecutor(len(rooms) * self.pairs, "crew")
        self._queues = {room: asyncio.PriorityQueue() for room in rooms}
        for room in rooms:
            for _ in range(self.pairs):
                hand = _Hand(room)
                self._hands.append(hand)
                self._tasks.append(asyncio.create_task(self._work(hand, self._queues[room])))

    async def stop(self) -> None:
        """End all processes; work under way is dropped."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for hand in self._hands:
            hand.end()
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._tasks, self._hands = [], []

    async def thread(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """Have something short but blocking done in a thread of the server: what the store does."""
        return await asyncio.to_thread(function, *args, **kwargs)

    async def ask(
        self, room: Room, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Have a piece of work done before all texts; Refusal where too much of it waits already."""
        if self._queues[room].qsize() >= self.waiting:
            raise Refusal("busy", 503, retry=5)
        return await self._put(room, 0, function, args)  # type: ignore[no-any-return]

    async def begin(
        self, room: Room, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Have the first pieces of a text done before the later ones of others."""
        return await self._put(room, 1, function, args)  # type: ignore[no-any-return]

    async def go_on(
        self, room: Room, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """Have a later piece of a text done in its turn."""
        return await self._put(room, 2, function, args)  # type: ignore[no-any-return]

    async def _put(self, room: Room, turn: int, function: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._queues[room].put_nowait((turn, next(self._order), done, function, args))
        return await done

    async def _work(self, hand: _Hand, queue: "asyncio.PriorityQueue[Any]") -> None:
        loop = asyncio.get_running_loop()
        while True:
            _, _, done, function, args = await queue.get()
            if done.done():  # whoever asked has gone
                continue
            try:
                result = await loop.run_in_executor(self._threads, hand.call, function, args, self.patience)
            except Exception as error:
                if not done.done():
                    done.set_exception(error)
            else:
                if not done.done():
                    done.set_result(result)
