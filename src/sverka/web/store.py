"""Where checks are kept: SQLite or PostgreSQL, every change one transaction, nothing findable without its address."""

import hashlib
import secrets
import zlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    bindparam,
    create_engine,
    delete,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError

from sverka.errors import InputError

_tables = MetaData()
_keys = Table(
    "sverka_keys",
    _tables,
    Column("name", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)
_checks = Table(
    "sverka_checks",
    _tables,
    Column("key", String(64), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("published", String(10), nullable=False),
    Column("language", String(10), nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("status", String(10), nullable=False, index=True),
    Column("reason", String(40), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("report", LargeBinary, nullable=False),
)
_corrections = Table(
    "sverka_corrections",
    _tables,
    Column("key", String(64), ForeignKey(_checks.c.key, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("made", DateTime(timezone=True), nullable=False),
    Column("claim", Text, nullable=False),
)
PENDING, DONE, FAILED = "pending", "done", "failed"
_NEXT = {"revision": _checks.c.revision + 1}
_STATUS = select(_checks.c.status, _checks.c.revision, _checks.c.owner).where(_checks.c.key == bindparam("key"))


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored check. `report` is its JSON, empty until it is done; `reason` says why it failed.

    `revision` grows whenever what is shown changes. `corrections` holds by number of the claim what the owner made of
    it, as JSON.
    """

    key: str
    owner: str
    made: datetime
    published: date | None
    language: str
    text: str
    status: str
    reason: str
    report: str
    revision: int
    corrections: dict[int, str]


def key_of(id_: str) -> str:
    """What a check is kept under: a hash, so that neither the file nor the time of a look-up tells an address."""
    return hashlib.sha256(b"check\x00" + id_.encode("utf-8", "replace")).hexdigest()


def new_id() -> str:
    """An address that nobody guesses: 144 random bits."""
    return secrets.token_urlsafe(18)


class Store:
    """Checks in a database. Its methods block; each is one transaction, whole or not at all."""

    def __init__(self, address: str) -> None:
        self.engine = _engine(address)
        try:
            _tables.create_all(self.engine)
            self.secret = self._secret()
        except SQLAlchemyError as error:
            told = type(error.__cause__ or error).__name__
            raise InputError("the database cannot be used", where=told, todo="check --database") from None

    def _secret(self) -> bytes:
        """The server's own key, made once and kept."""
        for _ in range(2):
            with self.engine.begin() as now:
                found = now.execute(select(_keys.c.value).where(_keys.c.name == "secret")).scalar()
            if found:
                return bytes.fromhex(found)
            try:
                with self.engine.begin() as now:
                    now.execute(insert(_keys).values(name="secret", value=secrets.token_hex(32)))
            except IntegrityError:  # another server was faster
                continue
        with self.engine.begin() as now:
            return bytes.fromhex(now.execute(select(_keys.c.value).where(_keys.c.name == "secret")).scalar_one())

    def add(self, key: str, owner: str, text: str, published: date | None, language: str) -> None:
        """Keep a text that is about to be checked."""
        with self.engine.begin() as now:
            now.execute(
                insert(_checks).values(
                    key=key,
                    owner=owner,
                    made=datetime.now(UTC),
                    published=published.isoformat() if published else "",
                    language=language,
                    text=_packed(text),
                    status=PENDING,
                    reason="",
                    report=b"",
                    revision=0,
                )
            )

    def finish(self, key: str, report: str) -> None:
        """Keep the report of a check; one that is done or deleted meanwhile stays as it is."""
        self._settle(key, status=DONE, report=_packed(report))

    def fail(self, key: str, reason: str) -> None:
        """Keep why there is no report."""
        self._settle(key, status=FAILED, reason=reason)

    def _settle(self, key: str, **values: Any) -> None:
        with self.engine.begin() as now:
            now.execute(
                update(_checks).where(_checks.c.key == key, _checks.c.status == PENDING).values(**values, **_NEXT)
            )

    def retry(self, key: str) -> None:
        """Make a failed check pending again."""
        with self.engine.begin() as now:
            wanted = (_checks.c.key == key, _checks.c.status == FAILED)
            now.execute(update(_checks).where(*wanted).values(status=PENDING, reason="", **_NEXT))

    def get(self, key: str) -> Kept | None:
        """A check, None where there is none."""
        with self.engine.begin() as now:
            row = now.execute(select(_checks).where(_checks.c.key == key)).one_or_none()
            return None if row is None else _kept(row, _corrected(now, key))

    def status(self, key: str) -> tuple[str, int, str] | None:
        """(status, revision, owner) without the texts: what a page that is already drawn needs to know."""
        with self.engine.connect() as now:
            row = now.execute(_STATUS, {"key": key}).one_or_none()
            return None if row is None else (row[0], row[1], row[2])

    def correct(self, key: str, number: int, claim: str) -> None:
        """Keep what the owner made of a claim, instead of what was there before."""
        with self.engine.begin() as now:
            now.execute(delete(_corrections).where(_corrections.c.key == key, _corrections.c.number == number))
            if claim:
                now.execute(insert(_corrections).values(key=key, number=number, made=datetime.now(UTC), claim=claim))
            now.execute(update(_checks).where(_checks.c.key == key).values(**_NEXT))

    def delete(self, key: str) -> bool:
        """Forget a check and everything of it; False where there was none."""
        with self.engine.begin() as now:
            now.execute(delete(_corrections).where(_corrections.c.key == key))
            return now.execute(delete(_checks).where(_checks.c.key == key)).rowcount > 0

    def pending(self, most: int) -> list[str]:
        """Keys of checks that were begun and not finished, oldest first."""
        wanted = select(_checks.c.key).where(_checks.c.status == PENDING).order_by(_checks.c.made).limit(most)
        with self.engine.begin() as now:
            return list(now.execute(wanted).scalars())

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _corrected(now: Connection, key: str) -> dict[int, str]:
    rows = now.execute(select(_corrections.c.number, _corrections.c.claim).where(_corrections.c.key == key))
    return {row.number: row.claim for row in rows}


def _kept(row: Any, corrections: dict[int, str]) -> Kept:
    made = row.made if row.made.tzinfo else row.made.replace(tzinfo=UTC)
    published = date.fromisoformat(row.published) if row.published else None
    text, report = _unpacked(row.text), _unpacked(row.report)
    return Kept(
        row.key,
        row.owner,
        made,
        published,
        row.language,
        text,
        row.status,
        row.reason,
        report,
        row.revision,
        corrections,
    )


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass") if packed else ""


def _engine(address: str) -> Engine:
    """SQLite with a write-ahead log that is on the disk before an answer is given, or PostgreSQL."""
    try:
        url = make_url(address)
    except ArgumentError:
        todo = "give sqlite:///FILE or postgresql://USER@HOST/NAME"
        raise InputError("not a database address", where="--database", todo=todo) from None
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername == "postgresql+psycopg":
        return create_engine(url, pool_size=8, max_overflow=8, pool_pre_ping=True)
    if url.drivername != "sqlite":
        todo = "give sqlite:///FILE or postgresql://USER@HOST/NAME"
        raise InputError("no such database here", where=url.drivername, todo=todo)
    if url.database and url.database != ":memory:":
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            told = f"{url.database}: {error.strerror}"
            raise InputError("the database cannot be made", where=told, todo="check --database") from None
    engine = create_engine(url, connect_args={"timeout": 15})

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine
