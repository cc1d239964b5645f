"""What goes where: reports to stdout or whole to a file, everything else to stderr; progress only on a terminal."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sverka.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")
#: Width of a table that goes to a file or a pipe.
PIPED = 120


def complain(message: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"sverka: {' '.join(message.split())}\n")


def note(message: str) -> None:
    """Something worth knowing that is no error, on stderr."""
    complain(f"note: {message}")


def console(width: int | None = None) -> "Console":
    """Rich's console on stdout, plain where it is piped; no markup, no emoji, no guessing at what to colour."""
    from rich.console import Console

    class Stdout(Console):
        def on_broken_pipe(self) -> None:
            """Leave it to `sverka.cli.run`: rich would end with a fault where the reader has only had enough."""
            raise BrokenPipeError

    if width is None and not sys.stdout.isatty() and not os.environ.get("COLUMNS"):
        width = PIPED
    return Stdout(markup=False, emoji=False, highlight=False, width=width)


def text_console(path: Path) -> "Console":
    """A console that keeps what is printed, for a file."""
    import io

    from rich.console import Console

    return Console(file=io.StringIO(), markup=False, emoji=False, highlight=False, width=PIPED, color_system=None)


def put(text: str, output: Path | None) -> None:
    """Text to stdout, or to a file that is either the old one or the new one, never half of it."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    if output.is_dir():
        raise InputError("this is a folder", where=str(output), todo="name a file in it")
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=output.parent, prefix=f".{output.name}.", delete=False
        ) as stream:
            stream.write(text)
        _permit(Path(stream.name))
        os.replace(stream.name, output)  # noqa: PTH105
    except OSError as error:
        raise InputError("cannot write", where=f"{output}: {error.strerror}", todo="name another file") from None


def _permit(path: Path) -> None:
    """The permissions that a plainly opened file would have got."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def progress(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """The items, with a bar on stderr where that is a terminal and there is something to wait for."""
    if not sys.stderr.isatty() or total < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, doing, total=total, console=Console(stderr=True), transient=True)
