"""A published file into the cache: copied from the mirror, else downloaded from where a broken attempt stopped."""

import logging
import shutil
from pathlib import Path
from typing import Protocol

from sverka.errors import SourceError
from sverka.sources import cache
from sverka.sources.mirror import Published, in_mirror, wrong_hash

log = logging.getLogger("sverka.sources")


class Bar(Protocol):
    """The part of a tqdm progress bar that is used: `update` adds bytes."""

    def update(self, n: float) -> object: ...


class _Share:
    """One file's share of a common bar, as pooch drives it: it sets `total`, updates, then fills it exactly."""

    def __init__(self, bar: Bar | None) -> None:
        self.bar, self.total, self.done = bar, 0, 0

    def update(self, n: int) -> None:
        step = min(n, self.total - self.done)
        self.done += step
        if self.bar is not None:
            self.bar.update(step)

    def reset(self) -> None:
        if self.bar is not None:
            self.bar.update(-self.done)
        self.done = 0

    def close(self) -> None:
        """The common bar stays open for the next file."""


def place(entry: Published) -> Path:
    """Where the cache keeps a file: by its hash, with its name for the eye."""
    return cache.folder("files") / f"{entry.sha256[:16]}-{entry.name}"


def whole(entry: Published) -> bool:
    """Whether the cache has the file with the published bytes."""
    kept = place(entry)
    return kept.is_file() and cache.sha256(kept) == entry.sha256


def into_cache(entry: Published, bar: Bar | None = None) -> Path:
    """The verified copy in the cache; made, or repaired if it was damaged. Two processes make it once.

    Raises SourceError when the mirror's copy or the download has another hash, or nothing can be reached.
    """
    kept = place(entry)
    with cache.lock(entry.sha256[:16]):
        if kept.is_file():
            found = cache.sha256(kept)
            if found == entry.sha256:
                return kept
            log.warning(
                "%s in the cache is damaged (SHA-256 %s, published with %s): fetched again",
                entry.name,
                found,
                entry.sha256,
            )
        mirrored = in_mirror(entry)
        if mirrored is not None:
            shutil.copyfile(mirrored, cache.part(kept))
            if bar is not None:
                bar.update(entry.bytes)
        else:
            _download(entry, cache.part(kept), bar)
        found = cache.sha256(cache.part(kept))
        if found != entry.sha256:
            cache.part(kept).unlink()
            raise wrong_hash(entry, found, str(mirrored or entry.address))
        cache.settle(kept)
    return kept


def _download(entry: Published, part: Path, bar: Bar | None) -> None:
    """Fill `part` from the public address, continuing what is there; start anew if the server would not continue."""
    import pooch  # late: with a mirror nothing is downloaded
    from requests.exceptions import RequestException

    have = part.stat().st_size if part.is_file() else 0
    if have >= entry.bytes:
        part.unlink()
        have = 0
    for start in (have, 0) if have else (0,):
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
        share = _Share(bar)
        try:
            with part.open("ab" if start else "wb") as stream:
                pooch.HTTPDownloader(progressbar=share, headers=headers)(entry.address, stream, None)
        except (RequestException, OSError) as error:
            refused = getattr(getattr(error, "response", None), "status_code", None) == 416
            if start and refused:
                continue
            got = part.stat().st_size if part.is_file() else 0
            raise SourceError(
                f"{entry.name} is neither in a mirror nor reachable: {type(error).__name__}",
                where=entry.address,
                todo=(f"{got:,} of {entry.bytes:,} bytes are kept: type the same again to go on, or " if got else "")
                + "connect to the network, or set SVERKA_MIRROR to a folder OWNER/REPO/COMMIT/PATH that holds it",
            ) from error
        if not start or cache.sha256(part) == entry.sha256:
            return
        share.reset()
