"""A whole corpus on many workers: no article twice, none lost, and after a stop the same command goes on."""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from itertools import islice

from sverka.corpus.articles import Article, Corpus
from sverka.corpus.parts import Parts
from sverka.corpus.work import Rows, check_articles, failed
from sverka.workers import Workers, has_died

#: Articles in one part: some seconds of work, so that a stop loses little and a file is not made for every article.
SIZE = 32


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of articles: the number of its part, the number of its first article, the articles."""

    part: int
    first: int
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """How it went: articles in all, those found done from before, those that could not be checked."""

    articles: int
    kept: int
    failed: int


def run(corpus: Corpus, parts: Parts, workers: Workers, progress: Callable[[int], None] = lambda done: None) -> Summary:
    """Check every article of `corpus` that `parts` does not hold yet.

    `progress` is called with the number of articles done since the last call. An article whose worker process dies
    with it three times over (a chunk, the chunk alone, the article alone) is stored with that as its error.
    """
    total = kept = count = 0
    running: dict[Future[Rows], Chunk] = {}
    for chunk in _chunks(corpus):
        count += 1
        total += len(chunk.articles)
        if parts.has(chunk.part, chunk.first, chunk.articles):
            kept += len(chunk.articles)
            progress(len(chunk.articles))
            continue
        while len(running) >= 2 * workers.count:
            _collect(running, parts, workers, progress)
        running[workers.submit(check_articles, chunk.first, chunk.articles)] = chunk
    while running:
        _collect(running, parts, workers, progress)
    parts.trim(count)
    return Summary(total, kept, parts.failures() if total else 0)


def _chunks(corpus: Corpus) -> Iterator[Chunk]:
    articles = corpus.articles()
    part = first = 0
    while taken := tuple(islice(articles, SIZE)):
        yield Chunk(part, first, taken)
        part, first = part + 1, first + len(taken)


def _collect(
    running: dict[Future[Rows], Chunk], parts: Parts, workers: Workers, progress: Callable[[int], None]
) -> None:
    """Store what has come back; where a worker has died, do what was lost again, piece by piece."""
    done, _ = wait(running, return_when=FIRST_COMPLETED)
    lost: list[Chunk] = []
    for future in done:
        chunk = running.pop(future)
        error = future.exception()
        if error is None:
            parts.put(chunk.part, future.result())
            progress(len(chunk.articles))
        elif has_died(error):
            lost.append(chunk)
        else:
            raise error
    if lost:
        # one dead process breaks a local pool with everything that was in it
        wait(running)
        lost += [chunk for future, chunk in running.items() if _broken(future)]
        whole = {future: chunk for future, chunk in running.items() if not _broken(future)}
        running.clear()
        running.update(whole)
        workers.reopen()
        for chunk in sorted(lost, key=lambda c: c.part):
            parts.put(chunk.part, _again(chunk, workers))
            progress(len(chunk.articles))


def _broken(future: Future[Rows]) -> bool:
    error = future.exception()
    return error is not None and has_died(error)


def _again(chunk: Chunk, workers: Workers) -> Rows:
    """A chunk by itself; where it dies again, its articles one by one."""
    try:
        return workers.submit(check_articles, chunk.first, chunk.articles).result()
    except Exception as error:
        if not has_died(error):
            raise
        workers.reopen()
    if len(chunk.articles) == 1:
        return failed(chunk.first, chunk.articles[0], "the process that read it died")
    rows = Rows([], [])
    for number, article in enumerate(chunk.articles, chunk.first):
        rows += _again(Chunk(chunk.part, number, (article,)), workers)
    return rows
