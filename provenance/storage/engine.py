"""How the database is opened, and what its failures are called.

SQLite runs in WAL mode, so that readers never wait; a writer takes the write lock when its transaction begins (BEGIN
IMMEDIATE) and waits for another writer instead of failing half-way. PostgreSQL is in postgresql.py.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import QueuePool, StaticPool

from provenance.errors import IntegrityError, StorageError, UnreadableInput, UsageError
from provenance.storage import postgresql

LOCK_WAIT_SECONDS = 60  # how long a writer waits for another one; an article takes well under a second

# What SQLite says, and what the user is told: (words in the message, what, hint).
FAILURES = (
    (
        "unable to open database file",
        "the database cannot be opened",
        "check that the folder exists and may be written",
    ),
    ("file is not a database", "is not an SQLite database", "give another --db, or move the file away"),
    ("file is encrypted", "is not an SQLite database", "give another --db, or move the file away"),
    ("readonly database", "the database may not be written", "check the permissions of the file and its folder"),
    ("disk is full", "the disk is full, nothing of this step was stored", "free some space and run the command again"),
    ("disk i/o error", "the disk could not be read or written", "check the disk and run `provenance db check`"),
    (
        "database is locked",
        "another program holds the database",
        "wait until it has finished and run the command again",
    ),
)
DAMAGE = ("malformed", "not a database page", "database corruption")


def make_engine(url: str) -> Engine:
    """Return an engine for an SQLAlchemy URL; raises UsageError where it is none or its driver is not installed."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite_engine(parsed)
        if postgresql.is_postgresql(parsed):
            return postgresql.postgresql_engine(parsed, LOCK_WAIT_SECONDS)
        raise ArgumentError("neither SQLite nor PostgreSQL")
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        hint = "a file is named sqlite:///folder/file.db, a server postgresql://user@host/database"
        raise UsageError(f"no database URL that can be used: {_without_password(url)}", hint=hint) from error


def _sqlite_engine(url: URL) -> Engine:
    in_memory = url.database in (None, "", ":memory:")
    # In memory, one connection is the database. Of a file, a connection stays open: SQLite moves the whole write-ahead
    # log into the file each time the last one closes.
    engine = create_engine(url, poolclass=StaticPool if in_memory else QueuePool)
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_connection(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy's own BEGIN is the only one
    connection.create_function("lower", 1, _lower, deterministic=True)  # SQLite's own knows ASCII alone
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {LOCK_WAIT_SECONDS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")  # in WAL mode a power cut may lose the last commits, never the file
    cursor.close()


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def use_write_ahead_log(engine: Engine) -> None:
    """The database file is in WAL mode afterwards; it stays so, and asking again changes nothing."""
    if engine.dialect.name != "sqlite":
        return
    until = time.monotonic() + LOCK_WAIT_SECONDS
    while True:
        # The change of mode needs the file alone and does not wait for it, as other statements do.
        try:
            connection = engine.raw_connection()  # the mode cannot change inside a transaction
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            finally:
                connection.close()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


@contextmanager
def failures_named(engine: Engine) -> Iterator[None]:
    """Whatever the database refuses inside becomes one clear error of this program's tree."""
    place = place_of(engine.url)
    try:
        yield
    except DBAPIError as error:
        if engine.dialect.name == "postgresql":
            raise postgresql.named(error.orig or error, place or "") from error
        raise _named(str(error.orig), place) from error
    except sqlite3.Error as error:  # from a statement that went past SQLAlchemy
        raise _named(str(error), place) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise UnreadableInput(f"holds what no database can store: {error}") from error
    except SQLAlchemyError as error:
        raise StorageError(f"the database failed: {_first_line(error)}", where=place) from error


def place_of(url: URL) -> str | None:
    """Return where a database is, as it may be printed: a file's name, None in memory, a URL without its password."""
    return url.database or None if url.get_backend_name() == "sqlite" else postgresql.shown(url)


def _named(message: str, place: str | None) -> StorageError | IntegrityError:
    lowered = message.lower()
    if any(words in lowered for words in DAMAGE):
        return IntegrityError(f"the database is damaged: {message}", where=place, hint="restore a copy of the file")
    if "constraint failed" in lowered:
        return IntegrityError(f"the database refuses a row: {message}", where=place, hint="run `provenance db check`")
    if "unable to open" in lowered and place and Path(place).is_dir():
        return StorageError("is a folder, not a database", where=place, hint="name a file in it")
    for words, what, hint in FAILURES:
        if words in lowered:
            return StorageError(what, where=place, hint=hint)
    return StorageError(f"the database failed: {message.splitlines()[0]}", where=place)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _without_password(url: str) -> str:
    scheme, mark, rest = url.partition("?")[0].partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}" if mark else url
