"""Whatever a parser stumbles over in a file that is not as described is a SourceError of one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from sverka.apart import is_damage
from sverka.errors import SourceError, SverkaError


@contextmanager
def as_described(table: str) -> Iterator[None]:
    """Turn any error of the code inside into a SourceError that names the table and what was met."""
    try:
        yield
    except SverkaError:
        raise
    except BaseException as error:
        if not is_damage(error):
            raise
        met = f"{type(error).__name__}: {error}"[:200]
        raise SourceError(
            f"a published file is not as described: {met}",
            where=f"table {table}",
            todo="the file or the module that reads it has changed: open the file and look",
        ) from error
