"""What whoever runs the server decides: where checks are kept, how many work at once, how much is let in."""

import os
from dataclasses import dataclass
from pathlib import Path


def _home() -> str:
    """A file beside the user's other data."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return f"sqlite:///{Path(base) / 'sverka' / 'checks.sqlite'}"


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits hold for everybody; each is printed in docs/web.md and on the API's page.

    Attributes
    ----------
    database : SQLAlchemy address: `sqlite:///FILE` or `postgresql+psycopg://…`.
    workers : pairs of processes, one that reads and one that checks, their models loaded once each.
    waiting : texts that may be under way at once; one more is refused with 503 and Retry-After.
    text_limit : characters of one text.
    upload_limit : bytes of one upload, and of any request's body.
    patience : seconds one piece of work may take before its process is ended.
    checks_a_minute, claims_a_minute : from one address: whole texts, single claims.
    misses_a_minute : permalinks asked for in vain by one address.
    """

    database: str = ""
    workers: int = 1
    waiting: int = 64
    text_limit: int = 40_000
    upload_limit: int = 4_000_000
    patience: float = 30.0
    checks_a_minute: int = 60
    claims_a_minute: int = 240
    misses_a_minute: int = 60

    @property
    def address(self) -> str:
        """Where checks are kept."""
        return self.database or os.environ.get("SVERKA_DATABASE", "") or _home()
