"""`batch`: a corpus to Parquet tables, on all cores or a cluster."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sverka.cli.streams import note
from sverka.errors import InputError


def batch(
    path: str, output: str | None, count: int | None, scheduler: str | None, names: tuple[str, str, str, str]
) -> None:
    """`sverka batch CORPUS -o results.parquet`."""
    if output is None:
        raise InputError("no place for the results", todo=f"type `sverka batch {path} -o results.parquet`")
    from sverka.corpus.articles import Columns, corpus
    from sverka.corpus.parts import Parts
    from sverka.corpus.run import run
    from sverka.workers import workers

    articles = corpus(Path(path), Columns(*names))
    with workers(count, scheduler) as working, _progress(articles.count) as advance:
        parts = Parts(Path(output))
        try:
            done = run(articles, parts, working, advance)
        except KeyboardInterrupt:
            note("what is done is stored; the same command goes on from there")
            raise
    kept = f", {done.kept} of them from before" if done.kept else ""
    print(f"{done.articles} articles{kept}: claims in {parts.claims}, articles in {parts.articles}")
    if done.failed:
        note(f"{done.failed} could not be checked; column `error` of {parts.articles} says why")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("checking", total=total)
        yield lambda done: bar.advance(task, done)
