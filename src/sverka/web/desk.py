"""The desk: checks under way. A text is read, its claims are checked a few at a time, and whoever watches is told.

What is kept is either the text alone (pending) or the whole report: a server that dies in between begins the check
again when it starts, or when somebody opens it.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sverka.checking.check import Checked
from sverka.claims import Mention, Quotation
from sverka.reports.report import Report
from sverka.reports.versions import Version
from sverka.web import work
from sverka.web.crew import Crew
from sverka.web.refusals import Refusal, as_refusal
from sverka.web.settings import Settings
from sverka.web.store import Kept, Store, key_of, new_id

if TYPE_CHECKING:
    from sverka.reading.reader import Reading

#: Claims handed over at once: the first alone, so that the first verdict comes early.
_PORTIONS = (1, 2, 4, 8)
_log = logging.getLogger("sverka.web")


@dataclass
class Job:
    """A check under way, as far as it has come.

    Attributes
    ----------
    mentions : what was found in the text; None until it has been read.
    reason : why nothing was read, in English, where the language is none of ours.
    failed : code of the refusal that ended it.
    """

    key: str
    text: str
    published: date | None
    language: str
    mentions: tuple[Mention, ...] | None = None
    quotations: tuple[Quotation, ...] = ()
    checked: list[Checked] = field(default_factory=list)
    sources: dict[str, Version] = field(default_factory=dict)
    over: bool = False
    failed: str = ""
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self) -> None:
        """Wake everybody who watches."""
        self._news.set()
        self._news = asyncio.Event()

    async def watch(self) -> AsyncIterator[int]:
        """The number of checked claims whenever there is news, from what is there already to the end."""
        while True:
            news = self._news
            yield len(self.checked)
            if self.over:
                return
            await news.wait()

    def report(self) -> Report:
        """What was found so far."""
        sources = tuple(version for _, version in sorted(self.sources.items()))
        return Report(self.text, self.published, self.language, tuple(self.checked), self.quotations, sources)


class Desk:
    """All checks under way, and the store they end in."""

    def __init__(self, settings: Settings, store: Store, crew: Crew) -> None:
        self.settings, self.store, self.crew = settings, store, crew
        self.jobs: dict[str, Job] = {}
        self._running: set[asyncio.Task[None]] = set()

    async def begin(self, text: str, published: date | None, language: str, owner: str) -> str:
        """Keep a text and begin its check; returns its address. Refusal where too many are under way."""
        if len(self.jobs) >= self.settings.waiting:
            raise Refusal("busy", 503, retry=5)
        id_ = new_id()
        key = key_of(id_)
        job = self.jobs[key] = Job(key, text, published, language)  # its place is taken before we let others run
        try:
            await asyncio.to_thread(self.store.add, key, owner, text, published, language)
        except BaseException:
            del self.jobs[key]
            raise
        self._start(job)
        return id_

    async def once(self, text: str, published: date | None, language: str) -> Report:
        """Check a text that nobody keeps. Refusal where too many are under way."""
        job = Job(new_id(), text, published, language)
        with self._place(job):
            await self._check(job)
            return job.report()

    async def read(self, text: str, published: date | None, language: str) -> "Reading":
        """Read a text in its turn. Refusal where too many are under way."""
        with self._place(Job(new_id(), text, published, language)):
            return await self.crew.begin("reader", work.read, text, published, language or None)

    @contextmanager
    def _place(self, job: Job) -> Iterator[None]:
        if len(self.jobs) >= self.settings.waiting:
            raise Refusal("busy", 503, retry=5)
        self.jobs[job.key] = job
        try:
            yield
        finally:
            del self.jobs[job.key]

    def resume(self, kept: Kept) -> Job:
        """The check under way for a stored text, begun again where nobody works at it."""
        job = self.jobs.get(kept.key)
        if job is None:
            if len(self.jobs) >= self.settings.waiting:
                raise Refusal("busy", 503, retry=5)
            job = self.jobs[kept.key] = Job(kept.key, kept.text, kept.published, kept.language)
            self._start(job)
        return job

    async def resume_all(self) -> None:
        """Begin again what a dead server left."""
        for key in await asyncio.to_thread(self.store.pending, self.settings.waiting):
            kept = await asyncio.to_thread(self.store.get, key)
            if kept is not None and len(self.jobs) < self.settings.waiting:
                self.resume(kept)

    async def stop(self) -> None:
        """Drop what is under way; it stays pending."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def _start(self, job: Job) -> None:
        self._keep(self._run(job))

    def _keep(self, work_: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work_)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _run(self, job: Job) -> None:
        try:
            await self._check(job)
            await asyncio.to_thread(self.store.finish, job.key, job.report().dumps())
        except Exception as error:
            refusal = as_refusal(error)
            if refusal.code == "fault":
                _log.exception("a check failed")
            job.failed = refusal.code
            await asyncio.to_thread(self.store.fail, job.key, refusal.code)
        finally:
            self.jobs.pop(job.key, None)
            job.over = True
            job.tell()

    async def _check(self, job: Job) -> None:
        reading = await self.crew.begin("reader", work.read, job.text, job.published, job.language or None)
        job.language, job.mentions, job.quotations = reading.language, reading.mentions, reading.quotations
        job.tell()
        done = 0
        while done < len(reading.mentions):
            size = _PORTIONS[min(done, len(_PORTIONS) - 1)]
            part = reading.mentions[done : done + size]
            turn = self.crew.go_on if done else self.crew.begin
            found = await turn("checker", work.check, job.text, job.published, job.language, part)
            job.checked.extend(found.checked)
            job.sources |= {version.id: version for version in found.sources}
            done += size
            job.tell()
